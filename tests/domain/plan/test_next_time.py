"""Next session's numbers from what was done, with the reason in words; a pure function of its arguments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.next_time import Change, DoneSet, Proposal, next_time
from legwork.domain.plan.prescription import Prescription, load_of
from legwork.domain.plan.rules import Rule, parse_rule
from legwork.domain.units import UnitSystem
from plan_strategies import PRESCRIPTIONS, RULES

METRIC = UnitSystem.METRIC
PLATES = load_of(2.5, "kg")


def _done(reps: str, kg: float | None = None, rir: float | None = None) -> tuple[DoneSet, ...]:
    return tuple(DoneSet(int(one), kg, rir) for one in reps.split(","))


def _next(rule: str, cell: str, done: tuple[DoneSet, ...]) -> Proposal:
    return next_time(parse_rule(rule), parse_cell(cell, METRIC), done, PLATES)


DOUBLE, LINEAR = "double 8-12 +2.5kg", "linear +2.5kg"


@pytest.mark.parametrize(
    ("rule", "cell", "done", "wanted", "change"),
    [
        (DOUBLE, "3x8-12 60kg @2 RIR", _done("12,12,12", 60, 2), "3x8-12 62.5kg @2 RIR", Change.MORE_LOAD),
        (DOUBLE, "3x8-12 60kg", _done("12,11,10", 60, 2), "3x11-12 60kg", Change.MORE_REPS),
        (DOUBLE, "3x8-12 60kg", _done("12,11,7", 60, 0), "3x8-12 60kg", Change.SAME),
        (DOUBLE, "3x8-12 60kg", _done("9,8", 60, 0), "3x8-12 57.5kg", Change.LESS_LOAD),
        (DOUBLE, "3x11-12 60kg", _done("9,8,8", 60), "3x11-12 60kg", Change.SAME),
        (DOUBLE, "3x8-12 @2 RIR", _done("12,12,12", 60, 2), "3x8-12 62.5kg @2 RIR", Change.MORE_LOAD),
        (DOUBLE, "3x8-12 60kg @2 RIR", _done("12,12,12", 60, 0), "3x8-12 60kg @2 RIR", Change.SAME),
        (LINEAR, "3x5 100kg", _done("5,5,5", 100, 2), "3x5 102.5kg", Change.MORE_LOAD),
        (LINEAR, "3x5 100kg", _done("5,5,5", 105, 2), "3x5 107.5kg", Change.MORE_LOAD),
        (LINEAR, "3x5 100kg", _done("5,5,4", 100), "3x5 100kg", Change.SAME),
        (LINEAR, "3x5 100kg", _done("5,3,3", 100), "3x5 95kg", Change.LESS_LOAD),
        (LINEAR, "3x5 100kg", _done("5,5,5,9", 100), "3x5 102.5kg", Change.MORE_LOAD),
        (LINEAR, "3x5 220lb", _done("5,5,5", 99.79, 2), "3x5 225.97lb", Change.MORE_LOAD),
        (LINEAR, "3x5 BW-20kg", _done("5,5,5", -20), "3x5 BW-17.5kg", Change.MORE_LOAD),
        (LINEAR, "3x5 BW", _done("5,5,5", 0), "3x5 BW+2.5kg", Change.MORE_LOAD),
        ("linear +1kg", "3x5 60kg", _done("5,5,5", 60), "3x5 62.5kg", Change.MORE_LOAD),
        ("linear +2.5%", "3x5+ 75%", _done("5,5,9", 90), "3x5+ 77.5%", Change.MORE_LOAD),
        ("sum 30 +2.5kg", "3x8 60kg", _done("10,9,8", 60), "3x8 60kg", Change.MORE_REPS),
        ("sum 30 +2.5kg", "3x8 60kg", _done("12,10,8", 60), "3x8 62.5kg", Change.MORE_LOAD),
        ("sum 30 +2.5kg", "3x8 60kg", _done("8,6,4", 60), "3x8 57.5kg", Change.LESS_LOAD),
        ("wave 70,80,60%", "3x5 80%", _done("5,5,5", 100), "3x5 60%", Change.NEXT_WEEK),
        ("wave 70,80,60%", "3x5 60%", _done("5,5,5", 75), "3x5 70%", Change.NEXT_WEEK),
        ("wave 70,80,60%", "3x5 80%", _done("5,5,4", 100), "3x5 80%", Change.SAME),
        ("undulating heavy-light +2.5kg", "3x5 100kg", _done("5,5,5", 100), "3x5 102.5kg", Change.MORE_LOAD),
        ("fixed", "3x5 100kg", _done("5,5,5", 100), "3x5 100kg", Change.SAME),
        (LINEAR, "3x5 100kg", (), "3x5 100kg", Change.SAME),
        (LINEAR, "3x5 100kg", (DoneSet(10, 40, warm_up=True),), "3x5 100kg", Change.SAME),
    ],
)  # fmt: skip
def test_hand_worked_sessions(rule: str, cell: str, done: tuple[DoneSet, ...], wanted: str, change: Change) -> None:
    found = _next(rule, cell, done)
    assert (format_cell(found.prescription), found.change) == (wanted, change)


def test_the_reason_is_told_in_a_sentence() -> None:
    found = _next(DOUBLE, "3x8-12 60kg @2 RIR", _done("12,12,12", 60, 2))
    assert found.reason == "3x12 at 60 kg done with 2 left: 62.5 kg, back to 8."
    assert _next(LINEAR, "3x5 100kg", _done("5,4,4", 100)).reason == (
        "5, 4, 4 at 100 kg done: 2 short of the plan, so the same again."
    )
    assert _next(LINEAR, "2x30s", _done("30,30")).reason == "2x30s done: a little more load."
    assert _next("sum 30 +2.5kg", "3x8 60kg", _done("10,9,8", 60)).reason.endswith("until 30 in all, 3 more.")


def test_reps_left_that_nobody_noted_are_mentioned() -> None:
    found = _next(LINEAR, "3x5 100kg @2 RIR", _done("5,5,5", 100))
    assert format_cell(found.prescription) == "3x5 102.5kg @2 RIR"
    assert found.reason.endswith("The reps left were not noted, so the reps alone decide.")
    assert "noted" not in _next(LINEAR, "3x5 100kg", _done("5,5,5", 100)).reason


def test_one_rep_harder_than_asked_is_still_well_done() -> None:
    assert _next(LINEAR, "3x5 100kg @2 RIR", _done("5,5,5", 100, 1)).change is Change.MORE_LOAD
    assert _next(LINEAR, "3x5 100kg @2 RIR", _done("5,5,5", 100, 0)).change is Change.SAME


def test_the_load_of_most_sets_goes_on() -> None:
    done = (DoneSet(5, 100), DoneSet(5, 95), DoneSet(5, 95))
    assert format_cell(_next(LINEAR, "3x5 100kg", done).prescription) == "3x5 97.5kg"
    tie = (DoneSet(5, 100), DoneSet(5, 95))
    assert format_cell(_next(LINEAR, "2x5 100kg", tie).prescription) == "2x5 97.5kg"


def test_loads_beyond_reason_end() -> None:
    found = _next("linear +20kg", "3x5 1000kg", _done("5,5,5", 1000))
    assert format_cell(found.prescription) == "3x5 1000kg" and "no more load" in found.reason
    assert format_cell(_next(LINEAR, "3x5", _done("5,5,5", 1e9)).prescription) == "3x5"


DONE = st.lists(
    st.builds(
        DoneSet,
        st.integers(0, 200),
        st.none() | st.floats(-200, 2000),
        st.none() | st.integers(0, 20).map(lambda half: half / 2),
        st.booleans(),
    ),
    max_size=25,
).map(tuple)


@given(RULES, PRESCRIPTIONS, DONE, st.sampled_from([None, PLATES, load_of(5, "lb")]))
def test_whatever_was_done_a_cell_and_a_sentence_come_of_it(
    rule: Rule, prescription: Prescription, done: tuple[DoneSet, ...], increment: object
) -> None:
    found = next_time(rule, prescription, done, increment)  # type: ignore[arg-type]
    assert parse_cell(format_cell(found.prescription), METRIC) == found.prescription
    assert found.reason.endswith(".") and "{" not in found.reason.replace(prescription.note, "")
    assert found == next_time(rule, prescription, done, increment)  # type: ignore[arg-type]
