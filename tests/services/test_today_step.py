"""The one thing to do next: its order, its words, and that what was put off stays away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from legwork.services.due import CheckInDue
from legwork.services.today_sessions import Ahead, Planned, Running, Sessions, When
from legwork.services.today_step import Step, StepFacts, next_step, waits

THURSDAY = date(2026, 3, 5)
MONDAY = date(2026, 3, 2)
LEGS = Ahead(7, "Legs B", 5, THURSDAY, When.TODAY)
UPPER = Ahead(8, "Upper", 4, THURSDAY + timedelta(days=1), When.NEXT)


def due(last: date | None = THURSDAY, late: int | None = None) -> CheckInDue:
    """late: None: done."""
    if last is None:
        return CheckInDue(THURSDAY, None, False, 0, "first")
    if late is None:
        return CheckInDue(THURSDAY + timedelta(days=7), last, True, 0, "done")
    return CheckInDue(THURSDAY - timedelta(days=late), last, False, late, "due")


EVERYTHING = StepFacts(
    THURSDAY,
    due(date(2026, 2, 26), late=0),
    Sessions(Planned.RUNS, "Plan", LEGS, Running(3, "Legs A", THURSDAY), week=MONDAY - timedelta(days=7)),
    goal=False,
    review=True,
)


def test_what_comes_first_when_everything_is_to_do() -> None:
    facts = EVERYTHING
    order = [next_step(facts).step]
    facts = replace(facts, sessions=replace(facts.sessions, running=None))
    order.append(next_step(facts).step)
    facts = replace(facts, check_in=due())
    order.append(next_step(facts).step)
    facts = replace(facts, sessions=replace(facts.sessions, ahead=UPPER))
    facts = replace(facts, sessions=replace(facts.sessions, planned=Planned.NOTHING))
    order.append(next_step(facts).step)
    facts = replace(facts, sessions=replace(facts.sessions, planned=Planned.RUNS))
    order.append(next_step(facts).step)
    facts = replace(facts, sessions=replace(facts.sessions, week=None))
    order.append(next_step(facts).step)
    facts = replace(facts, goal=True)
    order.append(next_step(facts).step)
    facts = replace(facts, review=False)
    order.append(next_step(facts).step)
    assert order == [
        Step.GO_ON, Step.CHECK_IN, Step.SESSION, Step.PLAN, Step.WEEK, Step.GOAL, Step.REVIEW, Step.REST,
    ]  # fmt: skip


def test_nobody_who_never_measured_is_sent_anywhere_else() -> None:
    facts = replace(EVERYTHING, check_in=due(None), sessions=Sessions(Planned.RUNS, "Plan", LEGS))
    step = next_step(facts)
    assert (step.step, step.page, step.button) == (Step.FIRST_CHECK_IN, "measure", "Measure")
    assert step.sentence == "Take your first measurements."
    going = replace(facts, sessions=EVERYTHING.sessions)
    assert next_step(going).step is Step.GO_ON, "but a workout in progress is not interrupted"


@pytest.mark.parametrize(
    ("facts", "page"),
    [
        (EVERYTHING, "train/3"),
        (replace(EVERYTHING, sessions=Sessions(Planned.RUNS, ahead=LEGS), check_in=due()), "train"),
        (replace(EVERYTHING, sessions=Sessions(), check_in=due()), "plan/new"),
        (replace(EVERYTHING, sessions=Sessions(Planned.RUNS), check_in=due()), "charts/goals"),
        (replace(EVERYTHING, sessions=Sessions(Planned.RUNS), check_in=due(), goal=True), ""),
        (replace(EVERYTHING, sessions=Sessions(Planned.RUNS), check_in=due(), goal=True, review=False), "charts"),
    ],
)
def test_where_it_leads(facts: StepFacts, page: str) -> None:
    assert next_step(facts).page == page


def test_on_a_training_day_measuring_comes_before_training_and_says_why() -> None:
    facts = replace(EVERYTHING, sessions=Sessions(Planned.RUNS, ahead=LEGS))
    assert next_step(facts).why == "Measure before you train: training swells the muscles for a day or two."
    assert next_step(replace(facts, sessions=Sessions(Planned.RUNS, ahead=UPPER))).why == "due"
    late = next_step(replace(facts, check_in=due(date(2026, 1, 1), late=40)))
    assert (late.sentence, late.why) == ("A check-in is due.", "due"), "late is no fault: it is simply due"


def test_a_workout_of_another_day_is_named_with_it() -> None:
    running = Running(3, "Legs A", THURSDAY - timedelta(days=2))
    step = next_step(replace(EVERYTHING, sessions=replace(EVERYTHING.sessions, running=running)))
    assert step.sentence == "Legs A of 3 Mar is still open."


def test_a_plan_that_is_over_asks_for_the_next_one() -> None:
    facts = replace(EVERYTHING, check_in=due(), sessions=Sessions(Planned.ENDED, "Plan"))
    assert next_step(facts).sentence == "Your plan has run its weeks."


def test_the_week_that_is_asked_about_is_named() -> None:
    facts = replace(EVERYTHING, check_in=due(), sessions=Sessions(Planned.RUNS, week=MONDAY))
    assert next_step(facts).sentence == "How was this week of training?"
    before = replace(facts, sessions=Sessions(Planned.RUNS, week=MONDAY - timedelta(days=7)))
    assert next_step(before).sentence == "How was last week’s training?"


def test_when_nothing_is_due_it_says_what_comes() -> None:
    rest = StepFacts(THURSDAY, due(), Sessions(Planned.RUNS, ahead=UPPER), goal=True)
    step = next_step(rest)
    assert step.sentence == "Nothing is due today."
    assert step.why == "Next session: Upper, Friday, 6 Mar 2026. Next check-in: Thursday, 12 Mar 2026."
    assert not step.can_wait


def test_what_was_put_off_makes_room_for_the_next_but_not_what_cannot_wait() -> None:
    off = frozenset(Step)
    assert next_step(replace(EVERYTHING, put_off=off)).step is Step.GO_ON
    quiet = replace(EVERYTHING, sessions=replace(EVERYTHING.sessions, running=None))
    assert next_step(replace(quiet, put_off=frozenset({Step.CHECK_IN}))).step is Step.SESSION
    assert next_step(replace(quiet, put_off=off)).step is Step.REST


def test_what_one_may_not_want_at_all_stays_away_for_weeks() -> None:
    assert waits(Step.CHECK_IN) == timedelta(days=1)
    assert waits(Step.PLAN) == waits(Step.GOAL) == timedelta(days=28)


def test_a_copy_elsewhere_comes_when_it_is_wanted_and_due_and_can_wait() -> None:
    facts = StepFacts(THURSDAY, due(), Sessions(Planned.RUNS, "Plan"), copy="The last one was made a month ago.")
    step = next_step(facts)
    assert (step.step, step.why, step.page) == (Step.COPY, "The last one was made a month ago.", "data/elsewhere")
    assert step.can_wait
    assert next_step(replace(facts, put_off=frozenset({Step.COPY}))).step is Step.GOAL
    assert next_step(replace(facts, copy="")).step is Step.GOAL
