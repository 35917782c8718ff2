"""The frame: joints and leg length for a stature."""

from __future__ import annotations

import pytest

from legwork.domain.frame import frame_scores
from legwork.domain.standing import Known
from legwork.services.reference import LOG, population

MEN = population("male", LOG)


def test_the_usual_frame_of_an_average_man_is_about_zero() -> None:
    usual = {"wrist": Known(17.59), "ankle": Known(22.93), "gluteal_fold_height": Known(84.59)}
    scores = frame_scores(MEN, usual, Known(175.62))
    assert set(scores) == set(usual)
    assert all(abs(score) < 0.1 for score in scores.values()), scores


def test_the_same_wrist_is_slimmer_on_a_taller_man() -> None:
    short, tall = (frame_scores(MEN, {"wrist": Known(17.0)}, Known(cm))["wrist"] for cm in (165, 190))
    assert tall < short - 0.5
    assert frame_scores(MEN, {"wrist": Known(15.9)}, Known(175.6))["wrist"] < -1.5  # SD .9 cm in all, less at a stature


def test_what_is_not_of_the_frame_is_overlooked() -> None:
    assert frame_scores(MEN, {"calf": Known(40.0)}, Known(180)) == {}


def test_a_population_without_the_measure_is_refused() -> None:
    from legwork.domain.population import population_of

    with pytest.raises(ValueError, match="unknown"):
        frame_scores(population_of(["stature"], 10, [5.1], [[0.1]]), {"wrist": Known(17)}, Known(180))
