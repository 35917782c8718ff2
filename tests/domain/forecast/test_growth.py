"""What training may be expected to do: anchors of the sources, and the shape between them."""

from __future__ import annotations

import pytest

from legwork.domain.forecast.growth import Experience, effect_of, grown, growth_of


def test_rates_are_those_of_the_sources() -> None:
    assert 0.05 <= growth_of("upper_thigh", Experience.NEW).per_week * 58 <= 0.10
    assert 0.02 <= growth_of("calf", Experience.NEW).per_week * 38 <= 0.04
    assert growth_of("mid_thigh", Experience.LONG).per_week < growth_of("mid_thigh", Experience.SOME).per_week


def test_more_sets_help_less_and_less() -> None:
    effects = [effect_of(sets) for sets in (3, 6, 10, 15, 20, 30)]
    assert effects[0] == pytest.approx(0) and effects[2] == pytest.approx(1)
    assert effects[3] > 1 and effects[4] == effects[5]
    gains = [effects[1] - effects[0], effects[2] - effects[1], effects[3] - effects[2]]
    assert gains[0] / 3 > gains[1] / 4 > gains[2] / 5 > 0


def test_no_training_loses_a_little_and_less_than_none_is_refused() -> None:
    assert -0.5 < effect_of(0) < 0
    for sets in (-1.0, float("nan")):
        with pytest.raises(ValueError, match="less than no sets"):
            effect_of(sets)


def test_growth_wears_off() -> None:
    assert grown(1) == pytest.approx(1, abs=0.01)
    assert grown(78) == pytest.approx(78 * 0.632, rel=0.01)
    assert grown(2000) < 78.01


def test_what_was_never_built_cannot_be_lost() -> None:
    assert effect_of(0, built=False) == effect_of(2, built=False) == 0.0
    assert effect_of(10, built=False) == effect_of(10)
