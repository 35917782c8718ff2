"""How strong every lift is, in words: what is beyond the error and what is not, sides, and what was not done lately."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from legwork.domain.units import UnitSystem
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.train_strength import LiftRow, Went, lift_rows, log_strength
from workout_texts import add_workout, did

TODAY = date(2026, 3, 12)


def weekly(profile: Profile, person: Person, key: str, *texts: str, end: date = TODAY) -> None:
    """A workout with one set a week, the last one on `end`."""
    for weeks, text in enumerate(reversed(texts)):
        add_workout(profile, person, end - timedelta(weeks=weeks), did(key, text))


def rows(profile: Profile, person: Person, units: UnitSystem = UnitSystem.METRIC) -> dict[str, LiftRow]:
    found = log_strength(profile, replace(person, units=units), TODAY)
    return {one.key: one for one in lift_rows(found)}


def test_a_lift_that_rises_is_stronger_and_one_that_does_not_is_not(profile: Profile, person: Person) -> None:
    weekly(profile, person, "squat", *(f"{100 + 2.5 * week:g}x1@0" for week in range(16)))
    weekly(profile, person, "bench_press", *(["100x1@0", "101x1@0"] * 8))
    found = rows(profile, person)
    assert list(found) == ["squat", "bench_press"] or list(found) == ["bench_press", "squat"]
    squat, bench = found["squat"], found["bench_press"]
    assert squat.went is Went.UP and squat.change.startswith("stronger by 3") and "in 3 months" in squat.change
    assert 133 <= float(squat.now.split()[0]) <= 138 and squat.now.endswith(" kg")
    assert bench.went is Went.SAME and bench.change.startswith("no change beyond the error in 3 months")
    assert "8 times in 10" in bench.hint and "at least" not in bench.hint


def test_a_lift_that_falls_is_said_to_be_down(profile: Profile, person: Person) -> None:
    weekly(profile, person, "squat", *(f"{140 - 2.5 * week:g}x1@0" for week in range(16)))
    squat = rows(profile, person)["squat"]
    assert squat.went is Went.DOWN and squat.change.startswith("down by 3")


def test_what_cannot_be_told_is_not_told(profile: Profile, person: Person) -> None:
    weekly(profile, person, "squat", "100x5", "100x5", "105x5")
    weekly(profile, person, "bench_press", "80x5", end=TODAY - timedelta(days=300))
    weekly(profile, person, "plank", "BW 45s")
    weekly(profile, person, "row", "w 40x5")
    found = rows(profile, person)
    assert found["squat"].went is Went.UNKNOWN and "not done long enough" in found["squat"].change
    assert "nobody noted" in found["squat"].hint
    assert found["bench_press"].change == "" and "10 months ago" in found["bench_press"].last
    assert found["plank"].now == "" and found["plank"].change == ""
    assert "row" not in found, "a warm-up is no lift"


def test_where_nothing_can_be_told_the_reason_is_said(profile: Profile, person: Person) -> None:
    weekly(profile, person, "plank", "BW 45s")
    weekly(profile, person, "pull_up", "BWx8")
    found = rows(profile, person)
    assert found["pull_up"].now == "" and "body weight" in found["pull_up"].hint
    assert "Holds and long sets" in found["plank"].hint


def test_days_of_many_reps_count_for_the_line_and_the_hover_says_so(profile: Profile, person: Person) -> None:
    weekly(profile, person, "squat", "100x5@0", "90x15@0")
    weekly(profile, person, "bench_press", "80x5@0", "80x5@0")
    found = rows(profile, person)
    assert "more than 10 reps to failure" in found["squat"].hint and "no record" in found["squat"].hint
    assert "no record" not in found["bench_press"].hint


def test_most_used_first(profile: Profile, person: Person) -> None:
    weekly(profile, person, "bench_press", "80x5", "80x5")
    weekly(profile, person, "squat", "100x5", "100x5", "100x5")
    assert [(key, one.times) for key, one in rows(profile, person).items()] == [("squat", 3), ("bench_press", 2)]


def test_sides_that_differ_by_more_than_the_error_are_flagged(profile: Profile, person: Person) -> None:
    weekly(profile, person, "bulgarian_split_squat", *["L 40x1@0 / R 30x1@0"] * 4)
    split = rows(profile, person)["bulgarian_split_squat"]
    assert split.apart and split.sides.startswith("left stronger by 10.0 kg, beyond the error of ± 1.0 kg")
    assert split.now.startswith("L 40.0 ± ") and " · R 30.0 ± " in split.now


def test_sides_within_the_error_are_alike(profile: Profile, person: Person) -> None:
    weekly(profile, person, "bulgarian_split_squat", *["L 24x8 / R 24x7"] * 2)
    split = rows(profile, person)["bulgarian_split_squat"]
    assert not split.apart and split.sides.startswith("left and right alike within the error")


def test_pounds_for_who_counts_in_pounds(profile: Profile, person: Person) -> None:
    weekly(profile, person, "squat", *["100x1@0"] * 3)
    assert rows(profile, person, UnitSystem.IMPERIAL)["squat"].now.startswith("220 ± ")
    assert rows(profile, person, UnitSystem.IMPERIAL)["squat"].now.endswith(" lb")


def test_nothing_logged_is_no_row(profile: Profile, person: Person) -> None:
    assert rows(profile, person) == {}
