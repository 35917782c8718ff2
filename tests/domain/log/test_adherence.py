"""Planned beside done: missed, moved and repeated sessions are told as what they are."""

from __future__ import annotations

from datetime import date, time, timedelta

from legwork.domain.log.adherence import Fate, adherence_of, muscles_kept, planned_days
from legwork.domain.log.model import Workout
from legwork.domain.plan.counting import MuscleSets, WeekCount
from legwork.domain.plan.model import Block, Plan, Session, Week, Weekday

WEDNESDAY = date(2025, 1, 8)
PLAN = Plan(
    "",
    (
        Block(
            1,
            weeks=(
                Week(1, (Session(1, "A", Weekday.MONDAY), Session(2, "B", Weekday.THURSDAY), Session(3, "C"))),
                Week(2, (Session(4, "A", Weekday.MONDAY),)),
            ),
        ),
    ),
)
DAYS = planned_days(PLAN, WEDNESDAY)


def day(after: int) -> date:
    return WEDNESDAY + timedelta(days=after)


def done(number: int, after: int, session: int | None, start: time | None = None) -> Workout:
    return Workout(number, day(after), start, session_id=session)


def test_the_days_of_a_plan_that_begins_on_a_wednesday() -> None:
    assert [one.day for one in DAYS] == [day(5), day(1), None, day(12)]
    assert (DAYS[0].first, DAYS[0].last, DAYS[3].first) == (day(0), day(6), day(7))


def _fates(today: int, *workouts: Workout) -> list[str]:
    return [one.fate.value for one in adherence_of(DAYS, workouts, day(today), day(0), day(60)).kept]


def test_what_became_of_each_session() -> None:
    assert _fates(3) == ["open"] * 4
    assert _fates(7) == ["missed", "missed", "missed", "open"]
    assert _fates(20, done(1, 5, 1), done(2, 2, 2), done(3, 6, 3)) == ["done", "moved", "done", "missed"]
    assert _fates(20, done(1, 8, 1), done(2, 8, 3)) == ["moved", "missed", "moved", "missed"]


def test_repeated_and_free_workouts_and_two_a_day() -> None:
    log = [done(3, 5, 1, time(18)), done(2, 5, 1, time(7)), done(4, 6, None), done(5, 6, 999), done(6, 70, None)]
    found = adherence_of(DAYS, log, day(20), day(0), day(60))
    assert [one.id for one in found.kept[0].workouts] == [2, 3]
    assert found.repeated == 1 and [one.id for one in found.free] == [4, 5]
    assert (found.count(Fate.DONE), found.count(Fate.MISSED)) == (1, 3)


def test_only_weeks_of_the_stretch() -> None:
    assert len(adherence_of(DAYS, [], day(3), day(7), day(13)).kept) == 1


def test_muscles_planned_and_done() -> None:
    planned = WeekCount(1, muscles={"calves": MuscleSets(4), "glutes": MuscleSets(6, 2)})
    found = muscles_kept(planned, WeekCount(2, muscles={"glutes": MuscleSets(5), "chest": MuscleSets(3)}))
    assert found == {"calves": (4, 0), "chest": (0, 3), "glutes": (8, 5)}
