"""This week on the first page: the numbers of the Train page, few of them."""

from __future__ import annotations

from datetime import date, timedelta

from helpers import MONDAY, day
from legwork.domain.units import Quantity
from legwork.services.check_ins import RecordReadings
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile
from legwork.services.today_week import WeekLine, week_glance
from plan_samples import plan_of as made
from plan_samples import week_of
from workout_texts import add_workout, did

THURSDAY = MONDAY + timedelta(days=3)


def lines(profile: Profile, person: Person, today: date = THURSDAY, plan: int = 0) -> dict[str, WeekLine]:
    return {one.key: one for one in week_glance(profile, person, today, plan).lines}


def test_nothing_logged_and_nothing_planned_is_nothing(profile: Profile, person: Person) -> None:
    assert week_glance(profile, person, THURSDAY).lines == ()


def test_only_this_week_is_counted_legs_first(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, did("squat", *["100x8@1"] * 4), did("bench_press", *["60x8@1"] * 2))
    add_workout(profile, person, MONDAY - timedelta(days=1), did("squat", *["100x8@1"] * 9))
    found = lines(profile, person)
    assert list(found)[:2] == ["lower", "upper"]
    assert list(found)[2:] == ["quadriceps", "hamstrings", "glutes", "calves"]
    assert (found["lower"].number, found["upper"].number) == ("4", "2")
    assert found["lower"].beside == "" and found["lower"].planned is None
    assert found["quadriceps"].done == 4
    assert found["hamstrings"].spoken.startswith("Back of the thighs: ")


def test_a_plan_stands_beside_it_even_before_anything_was_done(profile: Profile, person: Person) -> None:
    days = week_of({"Legs mon": {"squat": "5x8"}, "Upper wed": {"bench_press": "3x8"}})
    profile.apply(AddPlan(person.id, made(days, name="Legs first"), MONDAY))
    found = lines(profile, person)
    assert (found["lower"].number, found["lower"].beside, found["lower"].planned) == ("0", "5 planned", 5)
    assert found["upper"].beside == "3 planned"
    assert week_glance(profile, person, THURSDAY).said.startswith("No leg day so far.")


def test_what_holds_is_told_of_the_upper_body_and_what_is_wanted_of_the_legs(profile: Profile, person: Person) -> None:
    profile.apply(ChangePerson(person.id, "sex", "male"))
    profile.apply(ChangePerson(person.id, "stature", Quantity(180.0, "cm", "180")))
    man = everybody(profile)[0]
    body = day(MONDAY, waist="84", chest="112", shoulders="126", upper_thigh_left="54", upper_thigh_right="54")
    profile.apply(RecordReadings(man.id, (body,)))
    for week in range(1, 10):
        when = MONDAY - timedelta(weeks=week)
        add_workout(profile, man, when, did("squat", *["100x8@1"] * 3), did("bench_press", *["60x8@1"] * 9))
    found = lines(profile, man)
    assert found["upper"].beside == "3 hold it" and found["upper"].holds == 3
    assert found["lower"].beside == "" and found["lower"].holds is None, "legs that are behind shall not be held"
    assert found["quadriceps"].band == (6, 10)
    assert found["quadriceps"].spoken == "Front of the thighs: 0 hard sets, wanted 6 to 10."
    assert week_glance(profile, man, THURSDAY).said == "No leg day so far. Wanted: 2 to 3 a week."
