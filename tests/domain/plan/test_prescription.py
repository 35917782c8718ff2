"""The value types refuse what no cell could hold, and work out what they say of themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.prescription import (
    BodyWeight,
    Effort,
    OfMax,
    Prescription,
    Target,
    Tempo,
    Weight,
    load_of,
    one_line,
    plain,
    straight,
)
from legwork.domain.units import Quantity

TEN = (Target(10, 10),)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Target(0, 5),
        lambda: Target(12, 8),
        lambda: Target(1, 101),
        lambda: Target(8, 12, more=True),
        lambda: Target(0, 0, seconds=True, more=True),
        lambda: Target(1, 3601, seconds=True),
        lambda: Weight(Quantity(0, "kg", "0")),
        lambda: Weight(Quantity(float("nan"), "kg", "60")),
        lambda: Weight(Quantity(60, "st", "9")),
        lambda: Weight(Quantity(60, "kg", "60 1/2")),
        lambda: Weight(load_of(1001, "kg")),
        lambda: OfMax(0),
        lambda: OfMax(float("nan")),
        lambda: OfMax(82.55),
        lambda: BodyWeight(assisted=True),
        lambda: Effort(-0.5),
        lambda: Effort(1.3),
        lambda: Effort(9.5),
        lambda: Tempo(3, 1, 31, 0),
        lambda: Prescription(()),
        lambda: Prescription(TEN * 21),
        lambda: Prescription((Target(10, 10), Target(30, 30, seconds=True))),
        lambda: Prescription(TEN, rest_s=-1),
        lambda: Prescription(TEN, note="two\nlines"),
        lambda: Prescription(TEN, note="x" * 201),
    ],
)
def test_what_no_cell_could_hold_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError):
        make()


def test_rpe_is_ten_less_the_reps_left() -> None:
    assert Effort(2).rpe == 8
    assert Effort(0).rpe == 10


def test_a_tempo_adds_up() -> None:
    assert Tempo(3, 1, 1, 0).seconds == 5
    assert Tempo(3, 1, None, 0).seconds == 5


def test_help_counts_below_zero() -> None:
    assert BodyWeight(load_of(20, "kg"), assisted=True).signed_kg == -20
    assert BodyWeight(load_of(10, "lb")).signed_kg == pytest.approx(4.5359237)
    assert BodyWeight().signed_kg == 0


def test_the_middle_of_a_range_is_counted_on() -> None:
    assert straight(3, 8, 12).targets[0].middle == 10
    assert Target(0, 0, more=True).middle == 1


def test_a_load_is_written_without_needless_zeros() -> None:
    assert [load_of(one, "kg").entered for one in (60.0, 62.5, 1.25, 100.004)] == ["60", "62.5", "1.25", "100"]
    assert plain(-0.0) == "0"


@given(st.text())
def test_a_note_is_one_line(text: str) -> None:
    note = one_line(text)
    assert len(note.splitlines()) <= 1 and len(note) <= 200 and one_line(note) == note
