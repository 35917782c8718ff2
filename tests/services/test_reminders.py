"""What is reminded of, for whom, in which words, and for how long it makes sense."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from helpers import MONDAY, day, somebody
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.services import settings
from legwork.services.check_ins import RecordReadings
from legwork.services.due import sessions_due
from legwork.services.outside_copies import copy_to
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile
from legwork.services.reminders import Kind, Reminder, reminder_of, times_of, was_late
from legwork.services.settings import ChangeSetting
from legwork.services.workouts import StartWorkout
from plan_samples import plan_of, week_of


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def asked(profile: Profile, kind: Kind, today: date, told: Sequence[str] = ()) -> Reminder | None:
    return reminder_of(profile, everybody(profile), kind, today, told, lambda _person: 0)


def measured(profile: Profile, person: Person, when: date, **texts: str) -> None:
    profile.apply(RecordReadings(person.id, (day(when, **texts or {"waist": "84"}),)))


def test_check_in_day_and_the_three_days_after(profile: Profile, person: Person) -> None:
    measured(profile, person, MONDAY)
    said = [asked(profile, Kind.CHECK_IN, after(away)) for away in range(15)]
    assert [place for place, one in enumerate(said) if one] == [7, 8, 9, 10, 14]
    assert said[7] is not None
    assert (said[7].title, said[7].text) == ("Check-in", "Today is check-in day. The last one was 7 days ago.")
    assert (said[7].page, said[7].person_uid, said[7].action) == ("measure", person.uid, "Measure now")
    assert said[8] is not None
    assert said[8].text == "The check-in of Monday is still to do."


def test_what_was_told_is_not_told_again_before_the_next_one(profile: Profile, person: Person) -> None:
    measured(profile, person, MONDAY)
    first = asked(profile, Kind.CHECK_IN, after(7))
    assert first is not None
    assert asked(profile, Kind.CHECK_IN, after(8), first.told) is None
    again = asked(profile, Kind.CHECK_IN, after(14), first.told)
    assert again is not None
    assert not set(again.told) & set(first.told)


def test_done_is_silent_and_the_scale_alone_is_not_done(profile: Profile, person: Person) -> None:
    measured(profile, person, MONDAY)
    measured(profile, person, after(7), body_weight="80")
    assert asked(profile, Kind.CHECK_IN, after(7)) is not None
    measured(profile, person, after(6))  # a day early
    assert asked(profile, Kind.CHECK_IN, after(7)) is None


def test_who_never_measured_is_reminded_on_their_day_only(profile: Profile, person: Person) -> None:
    assert [away for away in range(7) if asked(profile, Kind.CHECK_IN, after(away))] == [0]
    profile.apply(ChangePerson(person.id, "check_in_weekday", 3))
    assert [away for away in range(7) if asked(profile, Kind.CHECK_IN, after(away))] == [3]


def test_several_people_come_in_one(profile: Profile, person: Person) -> None:
    others = [somebody(profile, name) for name in ("Bo", "Cy", "Dee", "Eve")]
    found = asked(profile, Kind.CHECK_IN, MONDAY)
    assert found is not None
    assert (found.title, found.text, found.person_uid) == ("Check-ins", "Due: Ada, Bo, Cy and 2 more.", "")
    assert len(found.told) == 5
    for one in (person, *others[1:]):
        measured(profile, one, MONDAY)
    found = asked(profile, Kind.CHECK_IN, MONDAY)
    assert found is not None
    assert (found.title, found.person_uid) == ("Check-in of Bo", others[0].uid)


def test_sessions_of_the_day_until_they_are_begun(profile: Profile, person: Person) -> None:
    week = week_of({"Legs A mon": {"squat": "3x8"}, "Calves mon": {"squat": "3x8"}, "Upper wed": {"squat": "3x8"}})
    profile.apply(AddPlan(person.id, plan_of(week, name="Legs first"), MONDAY))
    found = asked(profile, Kind.SESSIONS, MONDAY)
    assert found is not None
    assert (found.title, found.text, found.page) == ("Training today", "Legs A, Calves.", "train")
    assert asked(profile, Kind.SESSIONS, MONDAY, found.told) is None
    assert asked(profile, Kind.SESSIONS, after(1)) is None, "a session is reminded of on its day only"
    legs = sessions_due(profile, person, MONDAY)[0].session_id
    begun = Workout(0, MONDAY, exercises=(LoggedExercise("squat", (LoggedSet(reps=8),)),), session_id=legs)
    profile.apply(StartWorkout(person.id, begun))
    found = asked(profile, Kind.SESSIONS, MONDAY)
    assert found is not None
    assert found.text == "Calves."
    bo = somebody(profile, "Bo")
    found = asked(profile, Kind.SESSIONS, MONDAY)
    assert found is not None
    assert (found.title, found.person_uid) == ("Training of Ada today", person.uid)
    arms = week_of({"Arms mon": {"squat": "3x8"}})
    profile.apply(AddPlan(bo.id, plan_of(arms, name="Arms first"), MONDAY))
    found = asked(profile, Kind.SESSIONS, MONDAY)
    assert found is not None
    assert found.text == "Ada: Calves. Bo: Arms."


def test_only_what_is_switched_on_has_a_time(profile: Profile) -> None:
    assert times_of(settings.read(profile)) == {}
    profile.apply(settings.ChangeSetting(settings.REMIND_SESSIONS, "yes"))
    profile.apply(settings.ChangeSetting(settings.SESSIONS_AT, "17:30"))
    assert times_of(settings.read(profile)) == {Kind.SESSIONS: time(17, 30)}


@pytest.mark.parametrize(("hour", "minute", "late"), [(8, 0, False), (8, 2, False), (8, 3, True), (23, 0, True)])
def test_late_is_more_than_two_minutes(hour: int, minute: int, late: bool) -> None:
    assert was_late(datetime.combine(MONDAY, time(hour, minute)), time(8)) is late


# A copy elsewhere


def test_a_copy_elsewhere_is_reminded_of_only_where_it_was_switched_on(profile: Profile, person: Person) -> None:
    assert Kind.COPY not in times_of(settings.read(profile))
    assert asked(profile, Kind.COPY, date(2025, 3, 12)) is None
    profile.apply(ChangeSetting(settings.REMIND_COPY, settings.MONTH))
    assert times_of(settings.read(profile))[Kind.COPY] == time(12)


def test_it_comes_once_in_each_stretch_and_says_when_the_last_one_was_made(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    profile.apply(ChangeSetting(settings.REMIND_COPY, settings.WEEK))
    first = asked(profile, Kind.COPY, date(2025, 3, 12))
    assert first is not None
    assert (first.text, first.page) == ("None was made yet. A stick will do.", "data/elsewhere")
    assert asked(profile, Kind.COPY, date(2025, 3, 12), first.told) is None
    copy_to(profile, tmp_path / "stick.legwork", now=datetime(2025, 3, 12, 20, 0))
    assert asked(profile, Kind.COPY, date(2025, 3, 18)) is None
    profile.apply(ChangeSetting(settings.THEME, "dark"))
    profile.back_up()
    due = asked(profile, Kind.COPY, date(2025, 3, 19))
    assert due is not None
    assert due.text == "The last one was made 7 days ago, and something changed since."
    assert asked(profile, Kind.COPY, date(2025, 3, 25), due.told) is None
    again = asked(profile, Kind.COPY, date(2025, 3, 26), due.told)
    assert again is not None and again.told != due.told
    assert " " not in "".join((*first.told, *due.told)), "they are kept as names apart by spaces"


def test_it_is_not_due_while_nothing_changed_nor_where_nobody_is(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    profile.apply(ChangeSetting(settings.REMIND_COPY, settings.WEEK))
    profile.back_up()
    copy_to(profile, tmp_path / "stick.legwork")
    today = date.today() + timedelta(days=60)
    assert asked(profile, Kind.COPY, today) is None
    assert reminder_of(profile, (), Kind.COPY, date(2025, 3, 12), (), lambda _: 0) is None
