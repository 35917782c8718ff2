"""What was done last time, in words beside the boxes."""

from __future__ import annotations

from datetime import date

from legwork.domain.sites import Kind, Side
from legwork.domain.units import Quantity, UnitSystem, parse
from legwork.services.catalogue import catalogue
from legwork.services.last_times import Done, done_from_lifts, last_times, last_times_of
from legwork.services.lifts import Lift, SetLift
from legwork.services.people import AddPerson, Person, everybody
from legwork.services.prescription_words import NO_BREAK
from legwork.services.profile import Profile
from workout_texts import add_workout, did

TODAY = date(2026, 10, 20)
LATER = date(2025, 10, 20)


def lift(name: str, day: date, load: str, reps: int, rir: float | None = None, side: Side = Side.NONE) -> Lift:
    return Lift(1, day, name, side, parse(load, Kind.MASS, UnitSystem.METRIC), reps, rir)


def said(*lifts: Lift) -> dict[str, str]:
    found = last_times(done_from_lifts(lifts, catalogue()), TODAY)
    return {key: words.replace(NO_BREAK, " ") for key, words in found.items()}


def test_the_newest_set_is_told_with_its_day() -> None:
    found = said(
        lift("squat", date(2026, 9, 1), "110", 3),
        lift("squat", date(2026, 10, 12), "100", 8, 2.0),
        lift("bench_press", date(2025, 12, 30), "180 lb", 5),
    )
    assert found == {"squat": "100 kg × 8 @ 2 RIR, 12 Oct", "bench_press": "180 lb × 5, 30 Dec 2025"}


def test_an_older_set_that_comes_later_changes_nothing() -> None:
    found = said(lift("squat", date(2026, 10, 12), "100", 8), lift("squat", date(2026, 9, 1), "110", 3))
    assert found == {"squat": "100 kg × 8, 12 Oct"}


def test_left_and_right_stand_side_by_side_as_one_hand_counts_them() -> None:
    day = date(2026, 10, 12)
    found = said(lift("split_squat", day, "40", 8, 1.0, Side.LEFT), lift("split_squat", day, "44", 8, None, Side.RIGHT))
    words = "20 kg a hand × 8 @ 1 RIR left and 22 kg a hand × 8 right, 12 Oct"
    assert found == {"split_squat": words}, "both dumbbells were typed in, the plan counts one"


def test_stones_are_told_in_kilograms() -> None:
    assert said(lift("squat", TODAY, "10 st", 5)) == {"squat": "63.5 kg × 5, 20 Oct"}


def test_a_log_can_bring_sets_of_any_exercise() -> None:
    done = [Done("leg_press", date(2026, 10, 1), "180 kg", 10), Done("leg_press", date(2026, 10, 8), "185 kg", 9, 0.5)]
    assert last_times(done, TODAY)["leg_press"].replace(NO_BREAK, " ") == "185 kg × 9 @ 0.5 RIR, 8 Oct"


def test_nothing_done_is_nothing_said(profile: Profile) -> None:
    profile.apply(AddPerson("Alex"))
    person = everybody(profile)[0]
    assert last_times_of(profile, person.id, catalogue(), TODAY) == {}
    load = parse("102.5", Kind.MASS, UnitSystem.METRIC)
    profile.apply(SetLift(person.id, date(2026, 1, 5), "row", Side.NONE, load, 6, 1.5))
    found = last_times_of(profile, person.id, catalogue(), date(2026, 1, 6))
    assert found["row"].replace(NO_BREAK, " ") == "102.5 kg × 6 @ 1.5 RIR, 5 Jan"


def test_the_heaviest_work_of_the_newest_day_in_the_log(profile: Profile, person: Person) -> None:
    add_workout(profile, person, date(2025, 10, 1), did("leg_press", "200x10"))
    add_workout(
        profile, person, date(2025, 10, 8), did("leg_press", "w 100x10", "180x9", "180x10@1", "d 120x8", "190x0")
    )
    add_workout(profile, person, date(2025, 10, 8), did("split_squat", "L 22.5x10@2 / R 22.5x9", "L 20x12 / R 20x12"))
    add_workout(profile, person, date(2025, 10, 8), did("pull_up", "+10x5@1", "BWx9"))
    add_workout(profile, person, date(2025, 10, 9), did("pull_up", "BWx9", "-20x12", "BWx8"))
    add_workout(profile, person, date(2025, 10, 9), did("plank", "60s", "45s"))
    found = last_times_of(profile, person.id, catalogue(), LATER)
    assert {key: words.replace(NO_BREAK, " ") for key, words in found.items()} == {
        "leg_press": "180 kg × 10, 9, 8 Oct",
        "split_squat": "22.5 kg a hand × 10 @ 2 RIR left and 22.5 kg a hand × 9 right, 8 Oct",
        "pull_up": "body weight × 9, 8, 9 Oct",
        "plank": "body weight × 60, 45 s, 9 Oct",
    }


def test_the_newer_of_log_and_typed_in_lift_is_told(profile: Profile, person: Person) -> None:
    add_workout(profile, person, date(2025, 10, 8), did("squat", "100x8"))
    add_workout(profile, person, date(2025, 10, 8), did("bench_press", "70x8"))
    for day, name, load in ((8, "squat", "120"), (9, "bench_press", "80")):
        profile.apply(
            SetLift(person.id, date(2025, 10, day), name, Side.NONE, Quantity(float(load), "kg", load), 3, None)
        )
    found = last_times_of(profile, person.id, catalogue(), LATER)
    assert {key: words.replace(NO_BREAK, " ") for key, words in found.items()} == {
        "squat": "100 kg × 8, 8 Oct",
        "bench_press": "80 kg × 3, 9 Oct",
    }


def test_what_is_still_to_come_was_not_done_last(profile: Profile, person: Person) -> None:
    add_workout(profile, person, date(2025, 10, 8), did("squat", "100x8"))
    add_workout(profile, person, date(2025, 10, 10), did("squat", "110x8"))
    found = last_times_of(profile, person.id, catalogue(), date(2025, 10, 9))
    assert found["squat"].replace(NO_BREAK, " ") == "100 kg × 8, 8 Oct"
