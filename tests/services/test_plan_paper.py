"""The words of printed plans: week sheets, the table of the plan, the plan at a glance, the measuring card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from legwork.domain.muscles import Muscle
from legwork.domain.plan.counting import count_plan
from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Session, Week, Weekday
from legwork.domain.plan.prescription import straight
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.measuring_paper import measuring_card
from legwork.services.plan_paper import SessionLines, WeekLines, week_lines
from legwork.services.plan_paper_course import course
from legwork.services.plan_paper_glance import glance
from legwork.services.prescription_words import NO_BREAK
from printed_plans import MONDAY, paper_of, someone, usual_plan


def spaced(text: str) -> str:
    return text.replace(NO_BREAK, " ")


def week(number: int = 1, plan: Plan | None = None, **facts: object) -> WeekLines:
    [found] = week_lines(paper_of(plan or usual_plan(), **facts), number, number)
    return found


def session(name: str, found: WeekLines) -> SessionLines:
    return next(one for one in found.sessions if one.name == name)


def test_a_week_says_which_it_is_and_when() -> None:
    found = week(3)
    assert found.title == "Week 3 of 12"
    assert spaced(found.facts) == "26 Oct to 1 Nov 2026 · Base (Accumulate), week 3 of 4"
    assert spaced(week(5).facts) == "9 Nov to 15 Nov 2026 · Deload", "a block of one week is not counted through"
    assert spaced(week(3, starts_on=None).facts) == "Base (Accumulate), week 3 of 4"


def test_a_session_has_its_date_where_week_and_weekday_are_known() -> None:
    legs = session("Legs B", week(2))
    assert spaced(legs.facts) == "Thursday, 22 Oct 2026 · about 75 min" and legs.dated
    legs = session("Legs B", week(2, starts_on=None))
    assert spaced(legs.facts) == "Thursday · about 75 min" and not legs.dated


def test_a_plan_that_begins_on_a_wednesday_has_its_mondays_in_the_next_days() -> None:
    found = week(1, starts_on=date(2026, 10, 14))
    assert [spaced(one.facts).split(" · ")[0] for one in found.sessions] == [
        "Monday, 19 Oct 2026", "Tuesday, 20 Oct 2026", "Thursday, 15 Oct 2026", "Saturday, 17 Oct 2026",
    ]  # fmt: skip


def test_an_exercise_has_everything_beside_its_boxes() -> None:
    squat = session("Legs A", week()).exercises[0]
    assert (squat.name, squat.region, squat.tag) == ("Back squat", Region.LOWER, "")
    assert spaced(squat.asked) == "3 × 6–8 @ 2 RIR · 100 kg"
    assert spaced(squat.how) == "warm-up sets first · rest 3 min"
    assert squat.last == "97.5 kg × 8 @ 2 RIR, 5 Oct"
    assert len(squat.cues) == 2 and squat.cues[0] == "Pressure stays over the middle of the foot."
    assert squat.sets == ("", "", "") and (squat.load, squat.reps, squat.effort) == ("kg", "reps", "RIR")
    split = session("Legs A", week()).exercises[2]
    assert split.sides and split.load == "kg a hand"
    assert split.notes == (
        "front foot on the mark", "hold on to the rack with one hand if balance is what stops you",
    )  # fmt: skip


def test_supersets_are_lettered_in_their_order() -> None:
    upper = session("Upper A", week())
    assert [one.tag for one in upper.exercises] == ["", "", "A1", "A2", "B1", "B2", ""]
    assert [one.group for one in upper.exercises] == [None, None, 1, 1, 2, 2, None]


def test_a_letter_alone_makes_no_superset() -> None:
    entry = Entry(1, "squat", straight(3, 8), group=1)
    alone = Plan("", (Block(1, weeks=(Week(1, (Session(1, entries=(entry,)),)),)),))
    [found] = week(1, alone).sessions
    assert found.exercises[0].tag == "" and found.exercises[0].group is None


def test_sets_that_differ_say_each_what_it_asks_for() -> None:
    press = session("Upper B", week()).exercises[0]
    assert press.sets == ("5", "3", "1+")
    assert spaced(press.asked) == "5, 3, 1+ · 85 % (about 50 kg)", "85 % of 60 kg is 51, the next 2.5 kg is 50"


def test_effort_and_seconds_are_asked_for_as_they_are_prescribed() -> None:
    text = "Plan: x\nSession: A\nPlank: 3x30s\nBack squat: 3x5 @8 RPE"

    def key(name: str) -> str:
        return {"Plank": "plank", "Back squat": "squat"}[name]

    plank, squat = week(1, read_plan(text, UnitSystem.METRIC, key)).sessions[0].exercises
    assert (plank.reps, plank.effort) == ("s", "RIR")
    assert (squat.reps, squat.effort) == ("reps", "RPE")


def test_an_exercise_that_is_no_longer_known_is_printed_under_its_key() -> None:
    plan = Plan("", (Block(1, weeks=(Week(1, (Session(1, entries=(Entry(1, "my_own", straight(2, 5)),)),)),)),))
    found = week(1, plan).sessions[0]
    assert found.name == "Session 1"
    assert (found.exercises[0].name, found.exercises[0].region, found.exercises[0].cues) == ("my_own", None, ())


def test_weeks_that_are_not_there_are_left_out() -> None:
    paper = paper_of(usual_plan())
    assert [one.number for one in week_lines(paper, 11, 99)] == [11, 12]
    assert [one.number for one in week_lines(paper, -3, 1)] == [1]
    assert list(week_lines(paper_of(Plan()), 1, 60)) == []


@pytest.mark.parametrize(
    ("day", "number"), [(date(2026, 1, 1), 1), (MONDAY, 1), (date(2026, 10, 26), 3), (date(2027, 6, 1), 12)]
)
def test_the_week_of_today_is_found(day: date, number: int) -> None:
    assert paper_of(usual_plan()).week_on(day) == number
    assert paper_of(usual_plan(), starts_on=None).week_on(day) == 1


def test_the_table_has_weeks_across_and_exercises_down() -> None:
    found = course(paper_of(usual_plan()))
    assert [one.number for one in found.weeks] == list(range(1, 13))
    assert [one.day for one in found.weeks[:2]] == ["12 Oct", "19 Oct"]
    assert [(one.name, one.first, one.last) for one in found.blocks] == [
        ("Base (Accumulate)", 1, 4), ("Deload", 5, 5), ("Build (Accumulate)", 6, 9), ("Peak (Intensify)", 10, 11),
        ("Deload", 12, 12),
    ]  # fmt: skip
    legs = found.sessions[0]
    assert (legs.name, legs.day, len(legs.rows)) == ("Legs A", "Monday", 7)
    squat = [spaced(cell) for cell in legs.rows[0].cells]
    assert squat[:5] == ["3×6–8 @2 100 kg", "3×7–8 @2 100 kg", "3×8 @2 100 kg", "3×6–8 @2 102.5 kg", "2×6–8 @4 92.5 kg"]


def test_an_exercise_that_comes_late_has_empty_cells_before() -> None:
    first = Week(1, (Session(1, "A", Weekday.MONDAY, (Entry(1, "squat", straight(3, 8)),)),))
    second = Week(2, (Session(2, "A", Weekday.FRIDAY, (Entry(2, "leg_press", straight(3, 8)),)),))
    [found] = course(paper_of(Plan("", (Block(1, weeks=(first, second)),)))).sessions
    assert found.day == "", "its day is not the same every week"
    assert {row.name: [spaced(cell) for cell in row.cells] for row in found.rows} == {
        "Back squat": ["3×8", ""], "Leg press": ["", "3×8"],
    }  # fmt: skip


def test_the_glance_adds_up_the_weeks() -> None:
    plan = usual_plan()
    paper = paper_of(plan)
    found, counts = glance(paper), count_plan(plan, paper.lookup)
    assert spaced(found.facts) == "12 weeks from 12 Oct 2026 · 4 sessions a week"
    assert [(one.lower, one.upper) for one in found.weeks] == [(one.lower, one.upper) for one in counts]
    assert (found.weeks[0].lower, found.weeks[0].upper) == (42, 36), "19 and 23 hard sets; 18 and 18"
    assert found.holds == 9 and found.holds_words == "9 sets hold the upper body"
    assert "Week 1: 42 hard sets for the legs, 36 for the upper body." in found.spoken


def test_the_glance_lists_every_session_once() -> None:
    found = glance(paper_of(usual_plan()))
    assert [(one.name, spaced(one.facts), len(one.exercises)) for one in found.sessions] == [
        ("Legs A", "Monday · about 65 min", 7), ("Upper A", "Tuesday · about 45 min", 7),
        ("Legs B", "Thursday · about 75 min", 7), ("Upper B", "Saturday · about 55 min", 7),
    ]  # fmt: skip
    assert spaced(found.sessions[0].exercises[0].asked) == "3 × 6–8"


def test_leg_muscles_stand_against_what_they_shall_have() -> None:
    plan = usual_plan()
    paper = paper_of(plan, bands={Muscle.CALVES: (4, 6), Muscle.QUADRICEPS: (6, 10)})
    quads, calves = glance(paper).muscles
    assert (quads.name, quads.band, calves.band) == ("Front of the thighs", "6 to 10", "4 to 6")
    counts = count_plan(plan, paper.lookup)
    mean = sum(one.muscles["calves"].total for one in counts[:4]) / 4
    assert calves.sets[0] == mean and len(calves.sets) == 5
    assert calves.sets[1] < mean, "the deload"


def test_counts_that_the_caller_has_are_not_made_again() -> None:
    plan = usual_plan()
    counts = count_plan(plan, paper_of(plan).lookup)
    doubled = [replace(one, region_sets={Region.LOWER: 99.0}) for one in counts]
    assert glance(paper_of(plan, counts=doubled)).weeks[0].lower == 99


def test_an_empty_plan_has_words_as_well() -> None:
    found = glance(paper_of(Plan("", (Block(1, BlockKind.DELOAD),))))
    assert (found.blocks, found.weeks, found.sessions) == ((), (), ())
    assert spaced(found.facts) == "0 weeks from 12 Oct 2026"
    assert course(paper_of(Plan())).weeks == ()
    assert paper_of(Plan()).title == "Training plan"


def test_the_measuring_card_has_a_row_of_boxes_for_each_side() -> None:
    card = measuring_card(someone(tracked=("body_weight", "upper_thigh", "calf_skinfold", "knee_height")))
    assert [(one.name, one.unit, one.rows) for one in card.sites] == [
        ("Body weight", "kg", ("",)), ("Upper thigh", "cm", ("left", "right")),
        ("Calf skinfold", "mm", ("left", "right")), ("Knee height", "cm", ("",)),
    ]  # fmt: skip
    assert card.sites[1].where.startswith("Directly below the gluteal fold")
    assert measuring_card(someone(tracked=())).sites == ()
