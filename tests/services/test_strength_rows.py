"""Strength as rows: which set counts, what stands beside it, and how ratios are worded in either direction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from helpers import day, somebody
from legwork.domain.sites import Side
from legwork.domain.strength_balance import RatioCall, RatioKey
from legwork.domain.units import Quantity, UnitSystem
from legwork.services.check_ins import RecordReadings
from legwork.services.lifts import SetLift
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings
from legwork.services.strength import LIFT_DAYS, WEIGHT_DAYS, Strength, strength_of
from legwork.services.strength_rows import RatioRow, StrengthRows, strength_rows
from workout_texts import add_workout
from workout_texts import did as logged

TODAY = date(2025, 6, 2)


@pytest.fixture
def man(profile: Profile) -> Person:
    return somebody(profile, sex="male")


def did(
    profile: Profile, person: Person, lift: str, kg: float, reps: int = 1, rir: float | None = 0, *,
    ago: int = 0, side: Side = Side.NONE,
) -> None:  # fmt: skip
    load = Quantity(kg, "kg", f"{kg:g}")
    profile.apply(SetLift(person.id, TODAY - timedelta(days=ago), lift, side, load, reps, rir))


def weighed(profile: Profile, person: Person, kg: str, ago: int = 0) -> None:
    profile.apply(RecordReadings(person.id, (day(TODAY - timedelta(days=ago), body_weight=kg),)))


def told(profile: Profile, person: Person) -> Strength:
    return strength_of(profile, person, TODAY, SpotReadings(profile, person))


def shown(profile: Profile, person: Person) -> StrengthRows:
    return strength_rows(told(profile, person), person)


def ratio(profile: Profile, person: Person, key: RatioKey) -> RatioRow:
    return {one.key: one for one in shown(profile, person).ratios}[key]


def test_nobody_lifted_yet(profile: Profile, man: Person) -> None:
    assert shown(profile, man) == StrengthRows((), (), "", "")


def test_a_lift_says_its_set_and_what_could_be_done_once(profile: Profile, man: Person) -> None:
    did(profile, man, "squat", 100, 5, 2)
    [row] = shown(profile, man).lifts
    assert (row.name, row.set, row.day, row.best, row.note) == (
        "Squat",
        "100 kg × 5, 2 left",
        "2 Jun",
        "121 ± 5 kg",
        "",
    )
    assert "Epley: 123.3 kg" in row.formulas and "Brzycki: 120.0 kg" in row.formulas
    assert row.spoken == "Squat: 100 kg × 5, 2 left on 2 Jun 2025. About 121 kg once, give or take 5 kg."
    assert row.legs
    [pounds] = shown(profile, replace(man, units=UnitSystem.IMPERIAL)).lifts
    assert (pounds.set, pounds.best) == ("100 kg × 5, 2 left", "268 ± 10 lb")


def test_what_nobody_said_and_what_is_rough_is_noted(profile: Profile, man: Person) -> None:
    did(profile, man, "squat", 100, 5, None)
    did(profile, man, "bench_press", 60, 12, 1)
    did(profile, man, "row", 40, 40, 0)
    squat, bench, row = shown(profile, man).lifts
    assert squat.set == "100 kg × 5" and squat.note.startswith("At least") and "At least 117 kg once" in squat.spoken
    assert bench.note.startswith("Rough") and not bench.legs
    assert (row.best, row.formulas) == ("–", "") and "at most 30 reps" in row.note


def test_the_best_of_half_a_year_counts_else_the_newest_before(profile: Profile, man: Person) -> None:
    did(profile, man, "squat", 150, ago=LIFT_DAYS + 1)
    did(profile, man, "squat", 140, ago=LIFT_DAYS + 40)
    [row] = shown(profile, man).lifts
    assert row.set.startswith("150 kg") and row.note == "6 months old: strength may have changed."
    did(profile, man, "squat", 120, ago=LIFT_DAYS)
    did(profile, man, "squat", 110, ago=3)
    did(profile, man, "squat", 90, 20, 5, ago=2)  # more by the formulas, which are not trusted so far
    [row] = shown(profile, man).lifts
    assert row.set.startswith("120 kg") and row.note == ""


def test_lifts_stand_in_their_order_with_both_legs(profile: Profile, man: Person) -> None:
    for lift, side in (("bench_press", Side.NONE), ("split_squat", Side.RIGHT), ("split_squat", Side.LEFT)):
        did(profile, man, lift, 50, side=side)
    names = [one.name for one in shown(profile, man).lifts]
    assert names == ["Split squat, left", "Split squat, right", "Bench press"]


def test_a_usual_ratio_has_a_place_with_its_range(profile: Profile, man: Person) -> None:
    did(profile, man, "squat", 151.5)
    did(profile, man, "bench_press", 100)
    row = ratio(profile, man, RatioKey.SQUAT_BENCH)
    assert (row.name, row.value) == ("Squat to bench press", "1.52 (1.46 to 1.57)")
    assert row.place == "above 50 of 100 raw competitors, 39 to 61"
    assert row.words == "As usual: your squat and your bench press go together as in most of them."
    assert row.spoken == f"{row.name}: {row.value}, {row.place}. {row.words}"
    said = shown(profile, man).compared
    assert "1\u202f546 men" in said and "compete" in said and "build" in said
    assert said.endswith("collected by OpenPowerlifting.")


@pytest.mark.parametrize(
    ("squat", "call", "place", "words"),
    [
        (126, RatioCall.LOW, "above 10 of 100", "Your squat is low for your bench press (or your bench press high"),
        (126, RatioCall.LOW, "above 10 of 100", "about 90 of 100 competitors squat more for the same bench press"),
        (178, RatioCall.HIGH, "above 90 of 100", "Your squat is high for your bench press (or your bench press low"),
        (178, RatioCall.HIGH, "above 90 of 100", "about 90 of 100 competitors squat less for the same bench press"),
        (90, RatioCall.LOW, "above fewer than 5 of 100", "more than 95 of 100 competitors squat more"),
        (230, RatioCall.HIGH, "above more than 95 of 100", "more than 95 of 100 competitors squat less"),
        (137, RatioCall.MAYBE_LOW, "above 23 of 100", "On the low side, but the error is too large"),
        (166, RatioCall.MAYBE_HIGH, "above 77 of 100", "On the high side, but the error is too large"),
    ],
)
def test_either_direction_in_words(
    profile: Profile, man: Person, squat: float, call: RatioCall, place: str, words: str
) -> None:
    did(profile, man, "squat", squat)
    did(profile, man, "bench_press", 100)
    row = ratio(profile, man, RatioKey.SQUAT_BENCH)
    assert row.call is call
    assert place in row.place and words in row.words


def test_a_low_ratio_that_may_be_higher_is_not_called_low(profile: Profile, man: Person) -> None:
    did(profile, man, "squat", 100, 1, None)
    did(profile, man, "bench_press", 100)
    row = ratio(profile, man, RatioKey.SQUAT_BENCH)
    assert row.call is RatioCall.MAYBE_LOW
    assert row.words == "On the low side, but that is not sure. It may be higher: reps left in the squat were not said."


def test_reps_that_nobody_said_leave_a_ratio_open_to_one_side(profile: Profile, man: Person) -> None:
    did(profile, man, "squat", 130, 5, None)
    did(profile, man, "bench_press", 100)
    assert ratio(profile, man, RatioKey.SQUAT_BENCH).words.endswith("It may be higher: reps left in the squat were not "
                                                                    "said.")  # fmt: skip
    did(profile, man, "bench_press", 86, 5, None)
    assert "higher or lower" in ratio(profile, man, RatioKey.SQUAT_BENCH).words
    did(profile, man, "squat", 150)
    assert "It may be lower: reps left in the bench press" in ratio(profile, man, RatioKey.SQUAT_BENCH).words


def test_body_weight_counts_while_it_is_new(profile: Profile, man: Person) -> None:
    did(profile, man, "squat", 160)
    weighed(profile, man, "70", WEIGHT_DAYS + 1)
    assert shown(profile, man).ratios == ()
    assert shown(profile, man).missing.startswith("Weigh yourself")
    weighed(profile, man, "80", WEIGHT_DAYS)
    row = ratio(profile, man, RatioKey.SQUAT_BODY)
    assert row.value.startswith("2.00 (") and row.call is RatioCall.LOW
    assert "competitors squat more for their body weight" in row.words and "low" not in row.words  # no shame in it
    assert shown(profile, man).missing == ""


def test_without_reference_numbers_and_left_against_right(profile: Profile, man: Person) -> None:
    for lift, kg, side in (
        ("bench_press", 100, Side.NONE), ("overhead_press", 60, Side.NONE), ("split_squat", 50, Side.LEFT),
        ("split_squat", 40, Side.RIGHT),
    ):  # fmt: skip
        did(profile, man, lift, kg, side=side)
    press = ratio(profile, man, RatioKey.PRESS_BENCH)
    assert (press.place, press.words, press.call) == ("no reference numbers", "", RatioCall.NO_REFERENCE)
    legs = ratio(profile, man, RatioKey.LEFT_RIGHT)
    assert (legs.place, legs.call) == ("left against right", RatioCall.HIGH)
    assert legs.words == "Your left leg is the stronger one, by more than the error explains."
    did(profile, man, "split_squat", 49, side=Side.RIGHT)
    assert "no more than the error" in ratio(profile, man, RatioKey.LEFT_RIGHT).words


def test_a_leg_that_may_be_the_stronger_one_is_not_called_the_weaker(profile: Profile, man: Person) -> None:
    did(profile, man, "split_squat", 40, 1, None, side=Side.LEFT)
    did(profile, man, "split_squat", 60, side=Side.RIGHT)
    row = ratio(profile, man, RatioKey.LEFT_RIGHT)
    assert row.words.startswith("Your right leg looks like the stronger one, but that is not sure.")
    assert "It may be higher: reps left in the split squat with the left leg were not said." in row.words
    assert shown(profile, man).compared == ""  # no competitor has a place in it


def test_legs_beside_the_row_have_no_reference_numbers(profile: Profile, man: Person) -> None:
    for lift, kg in (("romanian_deadlift", 100), ("row", 80)):
        did(profile, man, lift, kg)
    row = ratio(profile, man, RatioKey.ROMANIAN_ROW)
    assert (row.name, row.place, row.words) == ("Romanian deadlift to row", "no reference numbers", "")


def test_reading_strength_can_be_cancelled(profile: Profile, man: Person) -> None:
    def cancel() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        strength_of(profile, man, TODAY, SpotReadings(profile, man, cancel))


def test_who_gave_no_sex_is_compared_with_nobody(profile: Profile, person: Person) -> None:
    did(profile, person, "squat", 90)
    did(profile, person, "bench_press", 100)
    row = ratio(profile, person, RatioKey.SQUAT_BENCH)
    assert (row.place, row.words, row.call) == ("not compared", "", RatioCall.NO_REFERENCE)
    assert "choose a sex in People" in shown(profile, person).compared
    assert [one.key for one in told(profile, person).ratios] == [RatioKey.SQUAT_BENCH]


def test_the_best_set_of_the_log_counts_beside_typed_in_lifts(profile: Profile, man: Person) -> None:
    did(profile, man, "squat", 100, 5, 0, ago=3)
    monday = TODAY - timedelta(days=2)
    add_workout(profile, man, monday, logged("squat", "w 140x5", "110x5@0", "110x4@0", "150x0"))
    add_workout(profile, man, monday, logged("bench_press", "80x5@0", "400x5"))  # nobody benched that
    assert [(one.name, one.set) for one in shown(profile, man).lifts] == [
        ("Squat", "110 kg × 5, none left"),
        ("Bench press", "80 kg × 5, none left"),
    ]
    assert ratio(profile, man, RatioKey.SQUAT_BENCH).value.startswith("1.38")


def test_a_one_legged_set_of_the_log_tells_of_both_legs_with_both_dumbbells(profile: Profile, man: Person) -> None:
    add_workout(profile, man, TODAY, logged("split_squat", "22.5x8@1"))
    assert [(one.lift.side, one.lift.load.value, one.lift.load.entered) for one in told(profile, man).bests] == [
        (Side.LEFT, 45.0, "45"),
        (Side.RIGHT, 45.0, "45"),
    ]
    add_workout(profile, man, TODAY, logged("split_squat", "L 25x8@1 / R 20x8@1"))
    assert [one.lift.load.value for one in told(profile, man).bests] == [50.0, 45.0]


def test_what_is_logged_later_than_today_and_assisted_sets_tell_nothing(profile: Profile, man: Person) -> None:
    add_workout(profile, man, TODAY + timedelta(days=1), logged("squat", "100x5"))
    add_workout(profile, man, TODAY, logged("squat", "-20x5", "BWx5"))
    assert told(profile, man).bests == ()


def test_an_old_set_of_the_log_counts_until_there_is_a_newer_one(profile: Profile, man: Person) -> None:
    add_workout(profile, man, TODAY - timedelta(days=LIFT_DAYS + 10), logged("squat", "120x5@0"))
    [old] = told(profile, man).bests
    assert (old.lift.load.value, old.old) == (120.0, True)
    add_workout(profile, man, TODAY, logged("squat", "100x5@0"))
    [new] = told(profile, man).bests
    assert (new.lift.load.value, new.old) == (100.0, False)
