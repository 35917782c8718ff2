"""Goals: one a measure, replaced in place, refused where nobody could reach them."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from helpers import MONDAY, TUESDAY, database_dump, opened, somebody
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.services.goals import Goal, RemoveGoal, SetGoal, goals_of
from legwork.services.people import DeletePerson, Person
from legwork.services.profile import Profile

CALF, EVEN = "site/calf:left", "difference/calf"
SIXTEEN = Quantity(40.64, "in", "16")
SUMMER = date(2025, 6, 30)


def _goal(person: Person, measure: str = CALF, quantity: Quantity = SIXTEEN, due: date = SUMMER) -> SetGoal:
    return SetGoal(person.id, measure, quantity, due, MONDAY, "Calf, left")


def test_a_goal_is_kept_as_it_was_typed(profile: Profile, person: Person) -> None:
    assert goals_of(profile, person.id) == {}
    before = database_dump(profile)
    outcome = profile.apply(_goal(person))
    again = opened(profile.paths.root)
    assert goals_of(again, person.id) == {CALF: Goal(1, CALF, 40.64, "in", "16", SUMMER, MONDAY)}
    assert goals_of(again, person.id)[CALF].quantity == SIXTEEN
    again.close()
    assert (outcome.changes.people, outcome.changes.touches("goal")) == ({person.id}, True)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_each_measure_of_each_person_has_its_own(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    for who, measure in ((person, CALF), (person, EVEN), (ben, CALF)):
        profile.apply(_goal(who, measure))
    assert set(goals_of(profile, person.id)) == {CALF, EVEN}
    assert set(goals_of(profile, ben.id)) == {CALF}
    profile.apply(DeletePerson(person.id, person.name))
    assert goals_of(profile, person.id) == {}
    assert set(goals_of(profile, ben.id)) == {CALF}


def test_a_new_goal_takes_the_place_of_the_old_one_and_undo_brings_that_back(profile: Profile, person: Person) -> None:
    profile.apply(_goal(person))
    profile.apply(_goal(person, EVEN))
    first = goals_of(profile, person.id)
    outcome = profile.apply(
        SetGoal(person.id, CALF, Quantity(41.0, "cm", "41"), date(2025, 9, 1), TUESDAY, "Calf, left")
    )
    new = goals_of(profile, person.id)
    assert new == first | {CALF: Goal(first[CALF].id, CALF, 41.0, "cm", "41", date(2025, 9, 1), TUESDAY)}
    profile.apply(outcome.inverse)
    assert goals_of(profile, person.id) == first


def test_setting_the_same_goal_again_is_no_change(profile: Profile, person: Person) -> None:
    profile.apply(_goal(person))
    assert profile.apply(_goal(person)).changes.rows == {}


def test_removing_a_goal_leaves_the_others(profile: Profile, person: Person) -> None:
    profile.apply(_goal(person))
    profile.apply(_goal(person, EVEN))
    before = database_dump(profile)
    outcome = profile.apply(RemoveGoal(person.id, CALF, "Calf, left"))
    assert set(goals_of(profile, person.id)) == {EVEN}
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    assert profile.apply(RemoveGoal(person.id, "site/neck", "Neck")).changes.rows == {}


def test_what_the_menu_says(person: Person) -> None:
    remove = RemoveGoal(person.id, CALF, "Calf, left")
    assert (_goal(person).label, _goal(person).notable) == ("Goal for Calf, left", False)
    assert (remove.label, remove.notable) == ("Remove goal for Calf, left", True)


@pytest.mark.parametrize(
    ("measure", "value", "sentence"),
    [
        (CALF, 0.0, "number above zero"),
        (CALF, -1.0, "number above zero"),
        (CALF, math.nan, "number above zero"),
        (CALF, -math.inf, "number above zero"),
        (CALF, math.inf, "smaller number"),
        (CALF, 10_000.5, "smaller number"),
        (EVEN, -0.5, "0 or more"),
        (EVEN, math.nan, "0 or more"),
        (EVEN, math.inf, "smaller number"),
        ("site/difference/calf", 0.0, "number above zero"),
    ],
)
def test_a_goal_is_a_number_that_can_be_reached(
    profile: Profile, person: Person, measure: str, value: float, sentence: str
) -> None:
    profile.apply(_goal(person))
    before = database_dump(profile)
    with pytest.raises(UserError, match=sentence):
        profile.apply(_goal(person, measure, Quantity(value, "cm", "x")))
    assert database_dump(profile) == before


def test_left_and_right_may_be_wanted_alike(profile: Profile, person: Person) -> None:
    profile.apply(_goal(person, EVEN, Quantity(0.0, "cm", "0")))
    assert goals_of(profile, person.id)[EVEN].value == 0


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        (MONDAY, r"^A goal needs a day to come: choose one after today\.$"),
        (MONDAY - timedelta(days=1), "day to come"),
        (date(2045, 1, 7), "within 20 years"),
        (date.max, "within 20 years"),
    ],
)
def test_a_goal_has_a_day_to_come_that_can_be_lived_to_see(
    profile: Profile, person: Person, due: date, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        profile.apply(_goal(person, due=due))
    assert goals_of(profile, person.id) == {}


@pytest.mark.parametrize(
    ("set_on", "due"),
    [
        (MONDAY, TUESDAY),
        (MONDAY, date(2045, 1, 6)),
        (date(2024, 2, 29), date(2044, 2, 29)),
        (date(9999, 12, 30), date.max),
    ],
)
def test_days_that_are_just_near_enough(profile: Profile, person: Person, set_on: date, due: date) -> None:
    profile.apply(SetGoal(person.id, CALF, SIXTEEN, due, set_on, "Calf"))
    assert goals_of(profile, person.id)[CALF].due == due


def test_somebody_who_is_gone_meanwhile(profile: Profile) -> None:
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(SetGoal(77, CALF, SIXTEEN, SUMMER, MONDAY, "Calf"))
