"""Lifts: the best set of each on a day, kept as typed, replaced in place, refused where nobody could do it."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from helpers import MONDAY, TUESDAY, database_dump, opened, somebody
from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.services.lifts import Lift, RemoveLift, SetLift, lifts_of
from legwork.services.people import DeletePerson, Person
from legwork.services.profile import Profile

LOAD = Quantity(102.058283, "lb", "225")


def _set(
    person: Person,
    day: date = MONDAY,
    lift: str = "squat",
    side: Side = Side.NONE,
    load: Quantity = LOAD,
    reps: int = 5,
    rir: float | None = 2.0,
) -> SetLift:
    return SetLift(person.id, day, lift, side, load, reps, rir)


def test_a_set_is_kept_as_it_was_typed(profile: Profile, person: Person) -> None:
    assert lifts_of(profile, person.id) == ()
    before = database_dump(profile)
    outcome = profile.apply(_set(person))
    again = opened(profile.paths.root)
    assert lifts_of(again, person.id) == (Lift(1, MONDAY, "squat", Side.NONE, LOAD, 5, 2.0),)
    again.close()
    assert (outcome.changes.people, outcome.changes.touches("lift")) == ({person.id}, True)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_they_stand_by_day_lift_and_side_for_each_person(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    profile.apply(_set(ben))
    for day, lift, side in (
        (TUESDAY, "bench_press", Side.NONE),
        (MONDAY, "squat", Side.NONE),
        (MONDAY, "split_squat", Side.RIGHT),
        (MONDAY, "split_squat", Side.LEFT),
    ):
        profile.apply(_set(person, day, lift, side))
    assert [(one.day, one.lift, one.side) for one in lifts_of(profile, person.id)] == [
        (MONDAY, "split_squat", Side.LEFT),
        (MONDAY, "split_squat", Side.RIGHT),
        (MONDAY, "squat", Side.NONE),
        (TUESDAY, "bench_press", Side.NONE),
    ]
    profile.apply(DeletePerson(person.id, person.name))
    assert lifts_of(profile, person.id) == ()
    assert len(lifts_of(profile, ben.id)) == 1


def test_a_new_set_takes_the_place_of_the_one_of_that_day_and_undo_brings_that_back(
    profile: Profile, person: Person
) -> None:
    profile.apply(_set(person))
    profile.apply(_set(person, TUESDAY))
    before, rows = lifts_of(profile, person.id), database_dump(profile)
    outcome = profile.apply(_set(person, load=Quantity(110.0, "kg", "110"), reps=3, rir=None))
    assert lifts_of(profile, person.id) == (
        Lift(before[0].id, MONDAY, "squat", Side.NONE, Quantity(110.0, "kg", "110"), 3, None),
        before[1],
    )
    profile.apply(outcome.inverse)
    assert database_dump(profile) == rows
    assert profile.apply(_set(person)).changes.rows == {}


def test_removing_one_leaves_the_others(profile: Profile, person: Person) -> None:
    profile.apply(_set(person, lift="split_squat", side=Side.LEFT))
    profile.apply(_set(person, lift="split_squat", side=Side.RIGHT))
    before = database_dump(profile)
    outcome = profile.apply(RemoveLift(person.id, MONDAY, "split_squat", Side.LEFT))
    assert [one.side for one in lifts_of(profile, person.id)] == [Side.RIGHT]
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    assert profile.apply(RemoveLift(person.id, TUESDAY, "split_squat", Side.LEFT)).changes.rows == {}


def test_what_the_menu_says(person: Person) -> None:
    one = _set(person, lift="split_squat", side=Side.LEFT, day=date(2020, 3, 12))
    remove = RemoveLift(person.id, date(2020, 3, 12), "squat", Side.NONE)
    assert (one.label, one.notable) == ("Split squat, left on 12 Mar 2020", False)
    assert (remove.label, remove.notable) == ("Remove Squat on 12 Mar 2020", True)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"load": Quantity(0.0, "kg", "0")}, "number above zero"),
        ({"load": Quantity(-1.0, "kg", "-1")}, "number above zero"),
        ({"load": Quantity(math.nan, "kg", "x")}, "number above zero"),
        ({"load": Quantity(1000.5, "kg", "1000.5")}, "at most 1000 kg"),
        ({"load": Quantity(math.inf, "kg", "x")}, "at most 1000 kg"),
        ({"reps": 0}, "from 1 to 50"),
        ({"reps": 51}, "from 1 to 50"),
        ({"rir": -0.5}, "from 0 to 10"),
        ({"rir": 10.5}, "from 0 to 10"),
        ({"rir": math.nan}, "from 0 to 10"),
        ({"day": date.today() + timedelta(days=1)}, "still to come"),
        ({"lift": "curl"}, "choose one from the list"),
        ({"lift": "split_squat"}, "left or the right"),
        ({"side": Side.LEFT}, "without a side"),
    ],
)
def test_a_set_is_one_that_somebody_can_have_done(
    profile: Profile, person: Person, fault: dict[str, object], sentence: str
) -> None:
    profile.apply(_set(person))
    before = database_dump(profile)
    with pytest.raises(UserError, match=sentence) as refused:
        profile.apply(_set(person, **fault))  # type: ignore[arg-type]
    assert str(refused.value).endswith(".")
    assert database_dump(profile) == before


@pytest.mark.parametrize(
    "extreme",
    [
        {"load": Quantity(1000.0, "kg", "1000"), "reps": 50, "rir": 10},
        {"load": Quantity(0.001, "g", "1"), "reps": 1, "rir": -0.0},
        {"day": date.today()},
        {"day": date(1990, 1, 1)},
    ],
)
def test_what_is_just_possible(profile: Profile, person: Person, extreme: dict[str, object]) -> None:
    profile.apply(_set(person, **extreme))  # type: ignore[arg-type]
    [one] = lifts_of(profile, person.id)
    assert one.rir is not None and math.copysign(1, one.rir) == 1
    assert isinstance(one.rir, float)


def test_somebody_who_is_gone_meanwhile(profile: Profile) -> None:
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(SetLift(77, MONDAY, "squat", Side.NONE, LOAD, 5, None))
