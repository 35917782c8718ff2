"""Own plates and bars: kept as choices, read back, and which bar an exercise is done with."""

from __future__ import annotations

from datetime import date

from legwork.domain.exercise import Exercise
from legwork.domain.log.plates import Bar, Plates, load_bar
from legwork.domain.plan.prescription import load_of
from legwork.domain.units import UnitSystem
from legwork.services.catalogue import catalogue
from legwork.services.own_plates import (
    BELT,
    SIDES,
    bar_for,
    bar_words,
    bars_for,
    gym_from,
    gym_of,
    keep_bar,
    keep_gym,
    takes_plates,
)
from legwork.services.people import Person
from legwork.services.profile import Profile

TODAY = date(2026, 3, 12)
METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL


def named(key: str) -> Exercise:
    found = catalogue().get(key)
    assert found is not None
    return found


def test_until_something_is_said_it_is_a_usual_gym_in_the_persons_unit(profile: Profile, person: Person) -> None:
    gym = gym_of(profile, person.id, METRIC)
    assert not gym.own and gym.bars[0].name == "20 kg"
    assert load_bar(100, gym.bars[0], gym.plates).off_kg == 0
    pounds = gym_of(profile, person.id, IMPERIAL)
    assert pounds.bars[0].name == "45 lb" and {one.weight.unit for one in pounds.plates} == {"lb"}


def test_what_is_kept_is_read_back_in_both_units(profile: Profile, person: Person) -> None:
    plates = [Plates(load_of(20, "kg"), 2), Plates(load_of(1.25, "kg"), 4), Plates(load_of(45, "lb"), 2),
              Plates(load_of(10, "kg"), 0), Plates(load_of(20, "kg"), 2)]  # fmt: skip
    bars = [Bar("x", load_of(15, "kg")), Bar("y", load_of(35, "lb")), Bar("z", load_of(15, "kg"))]
    profile.apply(keep_gym(person.id, plates, bars, TODAY))
    gym = gym_of(profile, person.id, METRIC)
    assert gym.own
    assert [(one.weight.entered, one.weight.unit, one.count) for one in gym.plates] == [
        ("20", "kg", 4), ("1.25", "kg", 4), ("45", "lb", 2),
    ]  # fmt: skip
    assert [one.name for one in gym.bars] == ["15 kg", "35 lb"]


def test_no_plates_and_no_bars_is_the_usual_gym_again(profile: Profile, person: Person) -> None:
    profile.apply(keep_gym(person.id, [Plates(load_of(20, "kg"), 2)], [], TODAY))
    profile.apply(keep_gym(person.id, [], [], TODAY))
    assert not gym_of(profile, person.id, METRIC).own


def test_choices_that_make_no_sense_are_overlooked() -> None:
    gym = gym_from(
        {"own_plates": ("heavy", "0 kg x 2", "20 kg x 2"), "own_bars": ("", "x kg"), "bar_of": ("??",)}, METRIC
    )
    assert [one.count for one in gym.plates] == [2] and gym.bars[0].name == "20 kg" and gym.bar_of == {}


def test_the_bar_of_an_exercise_is_remembered(profile: Profile, person: Person) -> None:
    squat, curl = named("squat"), named("ez_bar_curl") if catalogue().get("ez_bar_curl") else named("squat")
    gym = gym_of(profile, person.id, METRIC)
    assert bar_for(squat, gym).name == "20 kg"
    profile.apply(keep_bar(person.id, gym, squat.key, gym.bars[1], TODAY))
    profile.apply(keep_bar(person.id, gym_of(profile, person.id, METRIC), "hip_thrust", SIDES, TODAY))
    gym = gym_of(profile, person.id, METRIC)
    assert bar_for(squat, gym).name == "15 kg" and bar_for(named("hip_thrust"), gym) == SIDES
    assert bar_for(curl, gym) in bars_for(curl, gym)


def test_plates_only_where_plates_go() -> None:
    assert takes_plates(named("squat")) and takes_plates(named("pull_up"))
    assert not takes_plates(named("leg_extension")) and not takes_plates(named("goblet_squat"))
    assert not takes_plates(named("lateral_raise")) and takes_plates(named("leg_press"))
    assert bars_for(named("leg_press"), gym_from({}, METRIC))[0] == SIDES
    assert bars_for(named("pull_up"), gym_from({}, METRIC))[0] == BELT
    assert bar_words(BELT) == "Belt or pin" and bar_words(gym_from({}, METRIC).bars[0]) == "Bar of 20 kg"
