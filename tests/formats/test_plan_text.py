"""A plan as text: read by hand, written and read back unchanged, and errors at their place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Session, Week, Weekday
from legwork.domain.plan.prescription import straight
from legwork.domain.plan.rules import Double, Step
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.plan_text import PlanTextError, is_plan, read_plan, write_plan
from plan_strategies import PLANS

METRIC = UnitSystem.METRIC

TEXT = """\
# typed in a hurry
PLAN:  Legs   first

block: Base (Accumulate)
week 7
session: Legs A (monday)
Back squat : 3x6-8@2RIR; slow down
   Rule: Double 6-8  + 2.5 kg
   note: heels on the wedge
[a] Seated leg curl: 3x10-12
[A] "Note": 4x8-12 r60
Week
Session:
Row: 3x8 60
Block: Rest (deload)
"""


def test_a_hand_typed_plan_is_read() -> None:
    plan = read_plan(TEXT, METRIC)
    assert plan.name == "Legs first"
    [base, rest] = plan.blocks
    assert (base.kind, base.name, rest.kind, rest.name, rest.weeks) == (
        BlockKind.ACCUMULATE, "Base", BlockKind.DELOAD, "Rest", (),
    )  # fmt: skip
    [first, second] = base.weeks
    session = first.sessions[0]
    assert (session.name, session.weekday) == ("Legs A", Weekday.MONDAY)
    squat, curl, raises = session.entries
    assert (squat.exercise, squat.rule, squat.note) == ("Back squat", Double(6, 8, Step(2.5)), "heels on the wedge")
    assert squat.prescription.note == "slow down"
    assert (curl.exercise, curl.group, raises.exercise, raises.group) == ("Seated leg curl", 1, "Note", 1)
    assert [one.exercise for one in second.sessions[0].entries] == ["Row"]


def test_a_plan_reads_well() -> None:
    entry = Entry(9, "squat", straight(3, 8, 12), Double(8, 12, Step(2.5)), note="deep")
    plan = Plan(
        "Legs", (Block(3, BlockKind.INTENSIFY, "Two", (Week(4, (Session(5, "A", Weekday.FRIDAY, (entry,)),)),)),)
    )
    assert write_plan(plan, {"squat": "Back squat"}.__getitem__) == (
        "Plan: Legs\n\nBlock: Two (intensify)\n\nWeek 1\n\nSession: A (Friday)\n"
        "Back squat: 3x8-12\n  rule: double 8-12 +2.5kg\n  note: deep\n"
    )


@settings(max_examples=150)
@given(PLANS, st.sampled_from(UnitSystem))
def test_a_plan_comes_back_as_it_went(plan: Plan, system: UnitSystem) -> None:
    text = write_plan(plan)
    assert read_plan(text, system) == plan
    assert read_plan("\ufeff" + text.replace("\n", "\r\n"), system) == plan


@pytest.mark.parametrize(
    "name",
    [
        "Curl: seated",
        'the "odd" one',
        '"A": b',
        "back\\slash: \\",
        "note",
        "Plan",
        "[A] x",
        "#1",
        "Week 1",
        "Leg curl (lying)",
    ],
)
def test_odd_names_of_exercises_come_back(name: str) -> None:
    entry = Entry(1, name, straight(3, 8), group=2)
    plan = Plan("", (Block(1, weeks=(Week(1, (Session(1, "", None, (entry,)),)),)),))
    assert read_plan(write_plan(plan), METRIC) == plan


@pytest.mark.parametrize("name", ["", "A (Monday)", "A (any day)", "(deload)", "A (heavy)"])
def test_brackets_in_names_are_no_days(name: str) -> None:
    for day in (None, Weekday.FRIDAY):
        plan = Plan(name, (Block(1, BlockKind.INTENSIFY, name, (Week(1, (Session(1, name, day),)),)),))
        assert read_plan(write_plan(plan), METRIC) == plan


def test_names_go_through_the_catalogue() -> None:
    known = {"Back squat": "back_squat"}
    plan = read_plan("Back squat: 3x8", METRIC, known.get)
    assert plan.blocks[0].weeks[0].sessions[0].entries[0].exercise == "back_squat"
    with pytest.raises(PlanTextError, match="Line 2, column 1: “Bak squat” is no exercise"):
        read_plan("Week 1\nBak squat: 3x8", METRIC, known.get)


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("Plan: x\n\nSquat: 3x8 80% 60kg", 3, 16, "“80%” and “60kg”"),
        ("Squat: 0x8", 1, 8, "1 to 20 sets"),
        ("  Squat 3x8", 1, 3, "a colon"),
        ("Block: Base (bulk)", 1, 13, "(deload)"),
        ("Squat: 3x8\n  rule: forever", 2, 9, "“forever” is no progression"),
        ("Squat: 3x8\n  rule: double 12-8 +2.5kg", 2, 9, "smaller first"),
        ("Week 1\n  note: lonely", 2, 9, "belongs to an exercise"),
        ("Squat: 3x8\nWeek 2\nrule: fixed", 3, 7, "belongs to an exercise"),
        ("Squat: 3x8\nnote: " + "x" * 201, 2, 7, "200 letters"),
        ("Session: " + "x" * 81, 1, 10, "80 letters"),
        ("Week\n" * 61, 61, 1, "60 weeks"),
        ("Session: A\n" * 8, 8, 10, "7 sessions"),
        ("Squat: 3x8\n" * 21, 21, 1, "20 exercises"),
        ('"": 3x8', 1, 2, "no exercise"),
    ],
)
def test_errors_name_line_and_column(text: str, line: int, column: int, says: str) -> None:
    with pytest.raises(PlanTextError) as caught:
        read_plan(text, METRIC)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert says in str(caught.value)


@given(st.text(max_size=60) | st.lists(st.sampled_from(TEXT.splitlines())).map("\n".join))
def test_any_text_is_a_plan_or_a_plain_error(text: str) -> None:
    try:
        read_plan(text, METRIC)
    except PlanTextError as error:
        assert error.line >= 1 and error.column >= 1


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(UserError, match="longer than any plan"):
        read_plan("#" * 4_000_001, METRIC)


@given(PLANS)
@settings(max_examples=30)
def test_what_is_written_is_known_by_its_beginning(plan: Plan) -> None:
    text = write_plan(plan)
    assert is_plan(text.encode()) and is_plan(text.replace("\n", "\r\n").encode("utf-8-sig"))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("# from my coach\n\n  plan : Legs first\nWeek 1\n", True),
        ("Plan:\n", True),
        ("Planned: Legs\n", False),
        ("Plan: a, b\n\nBlock: Base\n", True),
        ("Plan:,Day,Weight\n1,2,3\n", False),
        ("Plan: a;Day;Weight\n1;2;3\n", False),
        ("Day,Weight\nPlan: x\n", False),
        ("", False),
    ],
)
def test_only_a_text_that_begins_with_a_plan_is_one(text: str, known: bool) -> None:
    assert is_plan(text.encode()) is known
