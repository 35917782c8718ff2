"""What names a workout and a set when a file comes again, and what is summed up before it is taken."""

from __future__ import annotations

import pytest

from legwork.formats.training_records import names_in, set_key, workout_keys
from training_files import file_tonnage_kg, read

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"


def _row(day: int, title: str = "A", name: str = "Squat", number: int = 1, load: float = 100, reps: int = 5) -> str:
    return f"2024-01-{day:02} 07:00:00,{title},,{name},{number},{load},{reps},0,0,,,\n"


def test_a_newer_export_keeps_the_names_of_old_workouts() -> None:
    older = read(HEADER + _row(2) + _row(4))
    newer = read(HEADER + _row(9) + _row(4, load=102.5) + _row(2) + _row(2, number=2))  # newest first, and corrected
    before, after = (workout_keys("strong", one.workouts) for one in (older, newer))
    assert before == ("strong|2024-01-02T07:00:00|A", "strong|2024-01-04T07:00:00|A")
    assert after[:2] == before
    assert set_key(after[0], 1, 2) == "strong|2024-01-02T07:00:00|A|1|2"


def test_workouts_that_look_alike_have_names_of_their_own() -> None:
    old = "Date,Exercise 1,Weight (KG),Set 1\n19/11/18,Squat,40,5\n19/11/18,Press,30,5\n"
    workouts = read(old).workouts
    assert workout_keys("stronglifts", workouts) == ("stronglifts|2018-11-19|", "stronglifts|2018-11-19 2|")
    assert len(set(workout_keys("strong", read(HEADER + _row(2, "A") + _row(2, "A|2") + _row(2, "B")).workouts))) == 3


@pytest.mark.parametrize("hours", [0, 3])
def test_moments_in_universal_time_keep_their_name_when_the_computer_travels(hours: int) -> None:
    from datetime import timedelta, timezone

    text = HEADER + "2024-01-02T22:30:00Z,A,,Squat,1,100,5,0,0,,,\n"
    workouts = read(text, zone=timezone(timedelta(hours=hours))).workouts
    assert workouts[0].day.day == (2 if hours == 0 else 3)
    assert workout_keys("strong", workouts) == ("strong|2024-01-02T22:30:00Z|A",)


def test_names_and_tonnage() -> None:
    table = read(
        HEADER + _row(2) + _row(2, number=2, load=0) + _row(2, name="Pull Up (Assisted)", load=20) + _row(4), unit="kg"
    )
    assert names_in(table) == {"Squat": 3, "Pull Up (Assisted)": 1}
    assert file_tonnage_kg(table.workouts) == 100 * 5 * 2 + 20 * 5
    assert [one.day.day for one in table.workouts] == [2, 4]
    pounds = read(HEADER + _row(2), unit="lb")
    assert file_tonnage_kg(pounds.workouts) == pytest.approx(100 * 0.45359237 * 5)


def test_a_suspect_stands_where_it_stood_when_the_file_is_read_with_another_answer() -> None:
    head = "Date,Exercise 1,Weight (KG),Set 1,Set 2,Exercise 2,Weight (KG),Set 1,Set 2\n"
    old = f"{head}01/20/18,Squat,1,0,0,Press,1,5,0\n"
    squat, again, press = read(old).suspects
    assert len({one.spot for one in (squat, again, press)}) == 3, "one row holds them all"
    text = HEADER + _row(2, load=150_000) + _row(2, number=2, reps=0) + _row(2, name="Press", reps=0)
    kilos, pounds = read(text, unit="kg"), read(text, unit="lb")
    assert (kilos.set_count, pounds.set_count) == (2, 3), "so many kilograms there are not"
    spots = [one.spot for one in kilos.suspects]
    assert len(set(spots)) == 2 and spots == [one.spot for one in pounds.suspects if one.spot in spots]
    assert kilos.suspects[0].where != pounds.suspects[-2].where
