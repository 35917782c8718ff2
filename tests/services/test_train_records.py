"""Records in words: of a workout that was just finished, and of one lift."""

from __future__ import annotations

from datetime import date, timedelta

from legwork.domain.log.model import LoggedExercise
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.train_records import lift_records, new_records
from legwork.services.train_strength import log_strength
from workout_texts import add_workout, did

TODAY = date(2026, 3, 12)


def told(profile: Profile, person: Person, workout_id: int) -> dict[str, list[str]]:
    found = log_strength(profile, person, TODAY)
    return {
        one.exercise: [each.replace("\N{NO-BREAK SPACE}", " ") for each in one.sentences]
        for one in new_records(found, workout_id)
    }


def logged(profile: Profile, person: Person, *exercises: LoggedExercise, day: date) -> int:
    return add_workout(profile, person, day, *exercises).id


def on(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_first_session_sets_no_record(profile: Profile, person: Person) -> None:
    first = logged(profile, person, did("squat", "100x5", "105x5", "110x5"), day=on(3))
    assert told(profile, person, first) == {}


def test_more_load_for_the_same_reps(profile: Profile, person: Person) -> None:
    """With 5 reps the seven formulas differ by 2.6 %, and one rep more or less moves them by 3.4 %: 4.5 kg and 4.4 kg,
    of which the difference has the root of both squares, 6.3 kg, times 1.96."""
    logged(profile, person, did("squat", "102.5x5@0", "102.5x5@0"), day=on(10))
    second = logged(profile, person, did("squat", "105x5@0", "100x5@0"), day=on(3))
    assert told(profile, person, second) == {
        "squat": [
            "105 kg × 5, the most for 5 reps so far (before: 102.5 kg).",
            "About 122 kg for one rep, the highest estimate so far (before: 119 kg): within the error, ± 12.3 kg.",
        ]
    }


def test_a_maximum_far_beyond_its_error_says_nothing_of_one(profile: Profile, person: Person) -> None:
    logged(profile, person, did("squat", "100x1@0"), day=on(10))
    second = logged(profile, person, did("squat", "120x1@0"), day=on(3))
    [_, maximum, tonnage] = told(profile, person, second)["squat"]
    assert maximum == "About 120 kg for one rep, the highest estimate so far (before: 100 kg)."
    assert tonnage == "120 kg in all, the most in one session so far (before: 100 kg)."


def test_more_reps_and_more_of_both(profile: Profile, person: Person) -> None:
    logged(profile, person, did("squat", "60x15"), day=on(20))
    second = logged(profile, person, did("squat", "60x16"), day=on(10))
    third = logged(profile, person, did("squat", "70x20"), day=on(3))
    assert told(profile, person, second)["squat"][0] == "60 kg × 16, the most with this load so far (before: 15 reps)."
    assert told(profile, person, third)["squat"][0] == "70 kg × 20, more load and more reps than 60 kg × 16."


def test_less_help_is_more_and_the_body_needs_no_number(profile: Profile, person: Person) -> None:
    logged(profile, person, did("assisted_pull_up", "40x8"), did("pull_up", "BWx8"), day=on(20))
    worse = logged(profile, person, did("assisted_pull_up", "50x8"), day=on(10))
    better = logged(profile, person, did("assisted_pull_up", "20x8"), did("pull_up", "+10x8"), day=on(3))
    assert told(profile, person, worse) == {}
    found = told(profile, person, better)
    assert found["assisted_pull_up"][0] == "20 kg of help × 8, the most for 8 reps so far (before: 40 kg of help)."
    assert found["pull_up"][0] == "body weight + 10 kg × 8, the most for 8 reps so far (before: body weight)."


def test_left_and_right_have_their_own(profile: Profile, person: Person) -> None:
    logged(profile, person, did("bulgarian_split_squat", "L 20x8 / R 20x8"), day=on(10))
    second = logged(profile, person, did("bulgarian_split_squat", "L 22x8 / R 20x8"), day=on(3))
    assert told(profile, person, second)["bulgarian_split_squat"][0] == (
        "22 kg × 8 (left), the most for 8 reps so far (before: 20 kg)."
    )


def test_a_hold_counts_its_seconds(profile: Profile, person: Person) -> None:
    logged(profile, person, did("plank", "BW 45s"), day=on(10))
    second = logged(profile, person, did("plank", "BW 60s"), day=on(3))
    [said] = told(profile, person, second)["plank"]
    assert said == "body weight, 60 s, the most with this load so far (before: 45 s)."


def test_the_records_of_a_lift_newest_first(profile: Profile, person: Person) -> None:
    ids = [
        logged(profile, person, did("squat", text), day=on(days))
        for days, text in ((30, "100x5"), (20, "105x5"), (10, "90x8"), (3, "110x5"))
    ]
    logged(profile, person, did("squat", "20x5"), day=on(3))
    found = lift_records(log_strength(profile, person, TODAY), "squat")
    assert [(one.workout_id, one.what) for one in found.by_reps] == [(ids[3], "5"), (ids[2], "8")]
    assert found.by_maximum[0].workout_id == ids[3]
    assert all(one.within_error for one in found.by_maximum)
    assert [(one.workout_id, one.several) for one in found.by_tonnage] == [(ids[2], False), (ids[1], False)]
    assert found.by_reps[0].when.replace("\N{NO-BREAK SPACE}", " ") == "9 Mar 2026"
    assert lift_records(log_strength(profile, person, TODAY), "bench_press").by_reps == ()
