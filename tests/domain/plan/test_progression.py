"""Rules thought ahead, by hand-worked weeks; their text; loads that step in the unit and to the plates there are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.loads import scaled, stepped
from legwork.domain.plan.prescription import OfMax, Prescription, Weight, load_of
from legwork.domain.plan.progression import deloaded, for_day, planned
from legwork.domain.plan.rules import FIXED, Double, RepsSum, Rule, Step, Undulating, Wave, format_rule, parse_rule
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from plan_strategies import LOADS, PRESCRIPTIONS, RULES, STEPS

METRIC = UnitSystem.METRIC
PLATES = load_of(2.5, "kg")


def _cells(rule: str, cell: str, weeks: int, **more: object) -> list[str]:
    found = planned(parse_rule(rule), parse_cell(cell, METRIC), weeks, **more)  # type: ignore[arg-type]
    return [format_cell(one) for one in found]


@pytest.mark.parametrize(
    ("rule", "cell", "weeks"),
    [
        ("fixed", "3x5 60kg", ["3x5 60kg"] * 3),
        ("linear +2.5kg", "3x5 60kg", ["3x5 60kg", "3x5 62.5kg", "3x5 65kg"]),
        ("linear +5lb", "3x5 135lb", ["3x5 135lb", "3x5 140lb", "3x5 145lb"]),
        ("linear +2.5%", "3x5 100kg", ["3x5 100kg", "3x5 102.5kg", "3x5 105kg"]),
        ("linear +2.5%", "3x5 70%", ["3x5 70%", "3x5 72.5%", "3x5 75%"]),
        ("linear +2.5kg", "3x5 70%", ["3x5 70%"] * 3),
        ("linear +2.5kg", "3x5 @2 RIR", ["3x5 @2 RIR"] * 3),
        ("linear +2.5kg", "3x5 BW-4kg", ["3x5 BW-4kg", "3x5 BW-1.5kg", "3x5 BW+1kg"]),
        ("linear +2.5kg", "3x5 BW-2.5kg", ["3x5 BW-2.5kg", "3x5 BW", "3x5 BW+2.5kg"]),
        ("double 8-10 +2.5kg", "3x8-10 60kg", ["3x8-10 60kg", "3x9-10 60kg", "3x10 60kg", "3x8-10 62.5kg",
                                               "3x9-10 62.5kg", "3x10 62.5kg", "3x8-10 65kg"]),
        ("double 8-10 +2.5kg", "3x8-10 @2 RIR", ["3x8-10 @2 RIR"] * 3),
        ("double 30-32 +1kg", "2x31s BW", ["2x31s BW", "2x32s BW", "2x30-32s BW+1kg"]),
        ("sum 27 +2.5kg", "3x8 60kg", ["3x8 60kg", "3x9 60kg", "3x8 62.5kg", "3x9 62.5kg"]),
        ("wave 70,75,60%", "3x5", ["3x5 70%", "3x5 75%", "3x5 60%", "3x5 70%"]),
        ("wave 70,75,60%", "3x5 75%", ["3x5 75%", "3x5 60%", "3x5 70%"]),
        ("undulating heavy-light +2.5kg", "3x8 60kg", ["3x8 60kg", "3x8 62.5kg"]),
    ],
)  # fmt: skip
def test_hand_worked_weeks(rule: str, cell: str, weeks: list[str]) -> None:
    assert _cells(rule, cell, len(weeks)) == weeks


def test_a_rule_of_each_session_steps_as_often() -> None:
    assert _cells("linear +2.5kg session", "3x5 60kg", 3, sessions=3) == ["3x5 60kg", "3x5 67.5kg", "3x5 75kg"]


def test_loads_are_rounded_to_the_plates_without_losing_small_steps() -> None:
    assert _cells("linear +1kg", "3x5 60kg", 4, increment=PLATES) == [
        "3x5 60kg",
        "3x5 60kg",
        "3x5 62.5kg",
        "3x5 62.5kg",
    ]


def test_the_days_of_an_undulating_week() -> None:
    rule = Undulating(parse_rule("undulating heavy-light-medium +2.5kg").days, Step(2.5))  # type: ignore[union-attr]
    base = parse_cell("3x8-10 100kg", METRIC)
    days = [format_cell(for_day(rule, base, day, PLATES)) for day in range(4)]
    assert days == ["3x5-7 107.5kg", "3x12-14 90kg", "3x8-10 100kg", "3x5-7 107.5kg"]
    assert format_cell(for_day(rule, parse_cell("3x8 80%", METRIC), 1)) == "3x12 70%"
    assert format_cell(for_day(rule, parse_cell("3x2 BW", METRIC), 0)) == "3x1 BW"


def test_a_deload_is_half_and_lighter() -> None:
    found = deloaded(parse_cell("5x8-10 100kg @1 RIR drop r120; deep", METRIC))
    assert format_cell(found) == "3x8-10 90kg @4 RIR r120; deep"
    assert format_cell(deloaded(parse_cell("3x5 80% @9", METRIC))) == "2x5 72% @6 RPE"


def test_no_weeks_cannot_be_planned() -> None:
    with pytest.raises(ValueError, match="week"):
        planned(FIXED, parse_cell("3x5", METRIC), 0)


@given(RULES, PRESCRIPTIONS, st.integers(1, 60), st.sampled_from([None, PLATES, load_of(5, "lb")]))
def test_any_rule_gives_cells_for_any_number_of_weeks(
    rule: Rule, prescription: Prescription, weeks: int, increment: object
) -> None:
    found = planned(rule, prescription, weeks, increment)  # type: ignore[arg-type]
    assert len(found) == weeks
    if not isinstance(rule, Wave):
        assert found[0] == prescription
    for one in found:
        assert parse_cell(format_cell(one), METRIC) == one
        assert one.sets == prescription.sets


@given(RULES, PRESCRIPTIONS)
def test_planned_loads_never_fall(rule: Rule, prescription: Prescription) -> None:
    if isinstance(rule, Wave) or not isinstance(prescription.load, Weight):
        return
    loads = [one.load.quantity.value for one in planned(rule, prescription, 12) if isinstance(one.load, Weight)]
    assert len(loads) == 12
    assert all(after >= before - 0.26 for before, after in pairwise(loads))


@given(RULES)
def test_a_rules_text_is_read_back(rule: Rule) -> None:
    assert parse_rule(format_rule(rule)) == rule
    assert parse_rule(f"  {format_rule(rule).upper()} ") == rule


@pytest.mark.parametrize(
    "text",
    ["", "forever", "linear", "linear +0kg", "linear +99kg", "double 12-8 +2.5kg", "double 8-8 +2.5kg", "sum 0 +2.5kg",
     "undulating heavy +2.5kg", "wave 70%", "wave 70,70%", "wave 70,900%", "linear +2.5st", "sum 30"],
)  # fmt: skip
def test_no_rule_is_told_what_to_type(text: str) -> None:
    with pytest.raises(UserError, match=r"type fixed|out of the possible"):
        parse_rule(text)


def test_rules_out_of_limits_are_refused() -> None:
    for make in (lambda: Double(8, 8, Step(1)), lambda: RepsSum(0, Step(1)), lambda: Step(0), lambda: Step(1, "st"),
                 lambda: Wave((70, 70))):  # fmt: skip
        with pytest.raises(ValueError):
            make()


@given(LOADS, STEPS, st.integers(1, 60), st.sampled_from([None, PLATES]))
def test_a_load_stays_one_that_a_cell_takes(load: object, step: Step, times: int, increment: object) -> None:
    for found in (stepped(load, step, times, increment), scaled(load, 0.9, increment)):  # type: ignore[arg-type]
        one = Prescription(parse_cell("3x5", METRIC).targets, found)
        assert parse_cell(format_cell(one), METRIC) == one


def test_loads_end_where_cells_end() -> None:
    assert stepped(Weight(load_of(990, "kg")), Step(20.0), 1) == Weight(load_of(1000, "kg"))
    assert stepped(OfMax(119), Step(5, "%"), 1) == OfMax(120)
    assert scaled(Weight(load_of(1, "kg")), 0.9, load_of(5, "kg")) == Weight(load_of(0.9, "kg"))


def test_a_step_in_the_other_unit_is_converted() -> None:
    assert stepped(Weight(load_of(100, "kg")), Step(5, "lb"), 2) == Weight(load_of(104.5, "kg"))
    assert stepped(Weight(load_of(100, "lb")), Step(2.5, "kg"), 2) == Weight(load_of(111, "lb"))
