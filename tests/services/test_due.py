"""When a check-in is due: by the tape, not by the scale; and which sessions the plan has for a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from done_workouts import AddWorkout
from helpers import MONDAY, TUESDAY, day, somebody
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.plan.model import Plan
from legwork.services import check_ins
from legwork.services.check_ins import RecordReadings
from legwork.services.due import check_in_due, counts, last_check_in, sessions_due, tape_days
from legwork.services.people import Person, TrackSites, everybody
from legwork.services.plan_now import plans_now
from legwork.services.plans import AddPlan, SetPlanStart, plan_of, plans_of
from legwork.services.profile import Profile
from legwork.services.train_week import plan_today
from legwork.services.workouts import StartWorkout
from plan_samples import plan_of as made
from plan_samples import week_of

SUNDAY = MONDAY - timedelta(days=1)
CELLS = {"squat": "3x8 100kg"}


def record(profile: Profile, person: Person, when: date, **texts: str) -> None:
    profile.apply(RecordReadings(person.id, (day(when, **texts),)))


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def test_who_never_measured_can_begin_today(profile: Profile, person: Person) -> None:
    due = check_in_due(profile, person, TUESDAY)
    assert (due.due, due.last, due.done, due.days_late) == (TUESDAY, None, False, 0)
    assert due.words == "Nothing is measured yet: the first check-in can be today."


@pytest.mark.parametrize(
    ("today", "due", "done", "late", "words"),
    [
        (0, 7, True, 0, "Done today. The next check-in is on Monday, 13 Jan 2025."),
        (2, 7, True, 0, "Done 2 days ago. The next check-in is on Monday, 13 Jan 2025."),
        (7, 7, False, 0, "Today is check-in day. The last one was 7 days ago."),
        (9, 7, False, 2, "The check-in of Monday is still to do."),
        (14, 7, False, 7, "A check-in is due. The last one was 2 weeks ago, on 6 Jan."),
        (400, 7, False, 393, "A check-in is due. The last one was 13 months ago, on 6 Jan 2025."),
    ],
)
def test_after_a_check_in_on_its_day(
    profile: Profile, person: Person, today: int, due: int, done: bool, late: int, words: str
) -> None:
    record(profile, person, MONDAY, calf_left="38", body_weight="80")
    found = check_in_due(profile, person, after(today))
    assert (found.due, found.last, found.done, found.days_late) == (after(due), MONDAY, done, late)
    assert found.words == words


def test_a_day_or_three_early_counts_for_its_week_and_later_ones_keep_the_weekday(
    profile: Profile, person: Person
) -> None:
    record(profile, person, after(-3), waist="84")
    assert check_in_due(profile, person, MONDAY).due == after(7)
    record(profile, person, after(3), waist="84")
    assert check_in_due(profile, person, after(4)).due == after(7)


def test_the_scale_alone_is_no_check_in(profile: Profile, person: Person) -> None:
    record(profile, person, MONDAY, waist="84", body_weight="80")
    for away in range(1, 12):
        record(profile, person, after(away), body_weight="80", body_fat="18")
    profile.apply(RecordReadings(person.id, (check_ins.Day(after(12), note="rested"),)))
    due = check_in_due(profile, person, after(12))
    assert (due.last, due.done, due.days_late) == (MONDAY, False, 5)
    assert last_check_in(profile, person, SUNDAY) is None
    assert list(tape_days(profile, person).values()) == [MONDAY]
    assert len(check_ins.check_in_days(profile, person.id)) == 13


def test_for_who_has_no_tape_the_scale_is_the_check_in(profile: Profile, person: Person) -> None:
    profile.apply(TrackSites(person.id, ("body_weight",)))
    [weigher] = everybody(profile)
    record(profile, weigher, MONDAY, body_weight="80")
    assert check_in_due(profile, weigher, after(1)).done
    assert list(tape_days(profile, weigher).values()) == [MONDAY]
    profile.apply(RecordReadings(weigher.id, (check_ins.Day(after(2), note="a note"),)))
    assert last_check_in(profile, weigher, after(9)) == MONDAY


def test_a_girth_of_ones_own_or_of_a_file_takes_the_tape_heights_and_folds_do_not(person: Person) -> None:
    assert [counts(person, site) for site in ("calf", "own_lower_calf", "from_some_file")] == [True] * 3
    assert [counts(person, site) for site in ("body_weight", "gluteal_fold_height")] == [False] * 2


def test_a_day_to_come_and_another_person_do_not_count(profile: Profile, person: Person) -> None:
    other = somebody(profile, "Bo")
    record(profile, other, MONDAY, waist="84")
    record(profile, person, after(7), waist="84")
    assert last_check_in(profile, person, after(6)) is None
    assert list(tape_days(profile, person, last=after(6))) == []
    assert list(tape_days(profile, person, after(7), after(7)).values()) == [after(7)]


# Sessions


def plan() -> Plan:
    days = week_of({"Legs A mon": CELLS, "Upper wed": CELLS, "Any": CELLS, "mon": CELLS})
    return made(days, days, name="Legs first")


@pytest.fixture
def planned(profile: Profile, person: Person) -> tuple[int, ...]:
    """The ids of the first week's sessions of a plan that starts on `MONDAY`."""
    profile.apply(AddPlan(person.id, plan(), MONDAY))
    stored = plan_of(profile, plans_of(profile, person.id)[0].id)
    assert stored is not None
    return tuple(one.id for one in stored.plan.blocks[0].weeks[0].sessions)


def titles(profile: Profile, person: Person, today: date, chosen: int = 0) -> list[str]:
    return [one.title for one in sessions_due(profile, person, today, chosen)]


def did(session_id: int, when: date) -> Workout:
    return Workout(0, when, exercises=(LoggedExercise("squat", (LoggedSet(reps=8),)),), session_id=session_id)


def test_the_sessions_of_a_weekday(profile: Profile, person: Person, planned: tuple[int, ...]) -> None:
    assert titles(profile, person, MONDAY) == ["Legs A", "Monday"], "one without a name goes by its day"
    assert titles(profile, person, after(2)) == titles(profile, person, after(9)) == ["Upper"]
    assert titles(profile, person, after(1)) == [], "sessions of any day are due on none"
    assert titles(profile, person, SUNDAY) == titles(profile, person, after(14)) == [], "before it starts, and after"


def test_one_that_is_done_or_begun_says_so(profile: Profile, person: Person, planned: tuple[int, ...]) -> None:
    profile.apply(AddWorkout(person.id, did(planned[0], SUNDAY)))
    profile.apply(StartWorkout(person.id, did(planned[3], MONDAY)))
    first, second = sessions_due(profile, person, MONDAY)
    assert (first.done, first.begun, first.session_id) == (True, False, planned[0])
    assert (second.done, second.begun, second.session_id) == (False, True, planned[3])


def test_without_a_start_nothing_is_due_and_the_chosen_plan_goes_first(
    profile: Profile, person: Person, planned: tuple[int, ...]
) -> None:
    other = made(week_of({"Arms mon": CELLS}), name="Arms first")
    profile.apply(AddPlan(person.id, other, MONDAY))
    old, new = plans_of(profile, person.id)
    assert titles(profile, person, MONDAY) == ["Arms"]
    assert titles(profile, person, MONDAY, old.id) == ["Legs A", "Monday"]
    profile.apply(SetPlanStart(new.id, None))
    assert titles(profile, person, MONDAY, new.id) == []
    assert titles(profile, somebody(profile, "Bo"), MONDAY) == []


def test_plans_read_without_what_they_hold_are_the_same_plans(
    profile: Profile, person: Person, planned: tuple[int, ...]
) -> None:
    profile.apply(AddPlan(person.id, made(week_of({"Arms mon": CELLS}), name="Arms first"), after(14)))
    light, whole = plans_now(profile, person.id), plans_of(profile, person.id)
    assert [(one.id, one.name, one.starts_on, one.weeks) for one in light] == [
        (one.id, one.name, one.starts_on, one.weeks) for one in whole
    ]
    for today in (SUNDAY, MONDAY, after(14), after(30)):
        here, there = plan_today(light, today), plan_today(whole, today)
        assert here is not None
        assert there is not None
        assert here.id == there.id
