"""A workout of a file is known again: in another order, from another kind of file of the same log, in another zone."""

from __future__ import annotations

from datetime import date, time, timedelta, timezone
from pathlib import Path

import pytest

from helpers import database_dump
from legwork.domain.log.set_text import format_sets
from legwork.formats.training_records import TrainingTable
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining, TrainingPlan, preview
from legwork.services.training_names import names_in_file, proposed
from legwork.services.workouts import StoredWorkout, workouts_of
from training_files import backup, read, sets

STRONGLIFTS = "Date,Exercise 1,Weight (KG),Set 1,Set 2\n"
STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Seconds,Notes,Workout Notes\n"
FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"


def take(profile: Profile, person: Person, table: TrainingTable) -> TrainingPlan:
    choices = proposed(names_in_file(profile, person.id, table))
    plan = preview(profile, person.id, table, choices)
    profile.apply(ImportTraining(person.id, table, tuple(choices.items()), "log.csv"))
    return plan


def counts(plan: TrainingPlan) -> tuple[int, int, int]:
    """New, corrected, the same."""
    return len(plan.new), len(plan.corrected), plan.same


def shown(stored: StoredWorkout) -> list[str]:
    return [format_sets((one,)) for _, one in stored.workout.sets]


def test_two_workouts_of_a_day_without_hours_keep_apart_in_any_order(profile: Profile, person: Person) -> None:
    rows = ["19/11/18,Squat,40,5,5\n", "19/11/18,Squat,60,5,5\n", "20/11/18,Squat,41,5,5\n"]
    take(profile, person, read(STRONGLIFTS + "".join(rows)))
    before = database_dump(profile)
    plan = take(profile, person, read(STRONGLIFTS + "".join(reversed(rows))))
    assert counts(plan) == (0, 0, 3)
    assert database_dump(profile) == before


def test_when_the_first_of_two_was_deleted_in_the_other_program_the_second_stays_what_it_is(
    profile: Profile, person: Person
) -> None:
    take(profile, person, read(STRONGLIFTS + "19/11/18,Squat,40,5,5\n19/11/18,Squat,60,5,5\n"))
    plan = take(profile, person, read(STRONGLIFTS + "19/11/18,Squat,60,5,5\n"))
    assert counts(plan) == (0, 0, 1)
    assert [shown(one) for one in workouts_of(profile, person.id)] == [["40kg x 5"] * 2, ["60kg x 5"] * 2]


def test_a_third_workout_of_that_day_is_new_and_a_corrected_one_is_corrected(profile: Profile, person: Person) -> None:
    take(profile, person, read(STRONGLIFTS + "19/11/18,Squat,40,5,5\n19/11/18,Squat,60,5,5\n"))
    more = "19/11/18,Squat,20,5,5\n19/11/18,Squat,60,5,5\n19/11/18,Squat,42.5,5,5\n"
    plan = take(profile, person, read(STRONGLIFTS + more))
    assert counts(plan) == (1, 1, 1), "nobody can know which of two was corrected; none is doubled"
    assert sorted(shown(one)[0] for one in workouts_of(profile, person.id)) == ["20kg x 5", "42.5kg x 5", "60kg x 5"]


def test_a_title_that_was_changed_in_the_other_program_doubles_nothing(profile: Profile, person: Person) -> None:
    row = "2025-01-06 18:05:00,{},Squat,1,100,kg,8,,,,,\n"
    take(profile, person, read(STRONG + row.format("Evening")))
    plan = take(profile, person, read(STRONG + row.format("Legs")))
    assert counts(plan) == (0, 1, 0)
    [found] = workouts_of(profile, person.id)
    assert found.workout.title == "Legs"
    assert counts(take(profile, person, read(STRONG + row.format("Legs")))) == (0, 0, 1)


def test_another_workout_at_that_start_is_another_workout(profile: Profile, person: Person) -> None:
    row = "2025-01-06 18:05:00,{},{},1,100,kg,8,,,,,\n"
    take(profile, person, read(STRONG + row.format("Legs", "Squat")))
    assert counts(take(profile, person, read(STRONG + row.format("Push", "Bench Press")))) == (1, 0, 0)


def test_two_titles_at_one_start_are_two_workouts(profile: Profile, person: Person) -> None:
    row = "2025-01-06 18:05:00,{},Squat,1,100,kg,8,,,,,\n"
    take(profile, person, read(STRONG + row.format("Evening")))
    assert counts(take(profile, person, read(STRONG + row.format("Evening") + row.format("Legs")))) == (1, 0, 1)
    assert len(workouts_of(profile, person.id)) == 2


@pytest.fixture
def fitnotes(tmp_path: Path) -> tuple[TrainingTable, TrainingTable]:
    """The same log as the table and as the backup, which knows more of it."""
    table = read(
        FITNOTES
        + "2025-01-06,Barbell Squat,Legs,100.0,kgs,8,,,\n"
        + "2025-01-06,Barbell Squat,Legs,225.0,lbs,5,,,\n"
        + "2025-01-06,Pull Up,Back,0.0,kgs,8,,,\n"
    )
    rows = sets((1, "2025-01-06", 100, 8), (1, "2025-01-06", 102.0582, 5, 2, 0, 0, 0), (2, "2025-01-06", 0, 8))
    kept = read(
        backup(
            tmp_path,
            rows,
            "INSERT INTO Comment(date, owner_type_id, owner_id, comment) VALUES ('2025-01-06', 1, 1, 'deep');",
            "INSERT INTO WorkoutComment(date, comment) VALUES ('2025-01-06', 'good day');",
            "INSERT INTO WorkoutTime(workout_date, start_date_time, end_date_time) VALUES "
            "('2025-01-06', '2025-01-06 18:00:00', '2025-01-06 19:00:00');",
            "INSERT INTO WorkoutGroupExercise(exercise_id, date, routine_section_id, workout_group_id) VALUES "
            "(1, '2025-01-06', 0, 7), (2, '2025-01-06', 0, 7);",
        )
    )
    return table, kept


def test_a_table_after_the_backup_of_the_same_log_takes_nothing_away(
    profile: Profile, person: Person, fitnotes: tuple[TrainingTable, TrainingTable]
) -> None:
    table, kept = fitnotes
    assert counts(take(profile, person, kept)) == (1, 0, 0)
    before = database_dump(profile)
    assert counts(take(profile, person, table)) == (0, 0, 1)
    assert database_dump(profile) == before


def test_a_backup_after_the_table_adds_what_it_knows(
    profile: Profile, person: Person, fitnotes: tuple[TrainingTable, TrainingTable]
) -> None:
    table, kept = fitnotes
    take(profile, person, table)
    assert counts(take(profile, person, kept)) == (0, 1, 0)
    [found] = workouts_of(profile, person.id)
    assert (found.workout.start, found.workout.minutes, found.workout.note) == (time(18), 60, "good day")
    assert [one.group for one in found.workout.exercises] == [1, 1]
    assert shown(found) == ["100kg x 8; deep", "225lb x 5", "BW x 8"]
    assert counts(take(profile, person, table)) == (0, 0, 1)


@pytest.mark.parametrize(("then", "now"), [(3, -8), (-8, 3), (0, 13)])
def test_a_computer_that_travels_sees_the_same_workouts(profile: Profile, person: Person, then: int, now: int) -> None:
    text = STRONG + "2025-01-06T22:30:00Z,Legs,Squat,1,100,kg,8,,,,,\n2025-01-08T01:30:00Z,Legs,Squat,1,100,kg,8,,,,,\n"
    take(profile, person, read(text, zone=timezone(timedelta(hours=then))))
    before = database_dump(profile)
    plan = take(profile, person, read(text, zone=timezone(timedelta(hours=now))))
    assert counts(plan) == (0, 0, 2)
    assert database_dump(profile) == before, "a workout stays on the day on which it was seen first"


def test_a_correction_leaves_what_the_file_does_not_tell(profile: Profile, person: Person) -> None:
    take(profile, person, read(STRONG + "2025-01-06 18:05:00,Legs,Squat,1,100,kg,8,8,,,slow,Good day\n"))
    plan = take(profile, person, read(STRONG + "2025-01-06 18:05:00,Legs,Squat,1,102.5,kg,8,,,,,\n"))
    assert counts(plan) == (0, 1, 0)
    [found] = workouts_of(profile, person.id)
    assert (found.workout.day, found.workout.note) == (date(2025, 1, 6), "Good day")
    assert found.workout.exercises[0].note == "slow"
    assert shown(found) == ["102.5kg x 8"], "the effort was that of another set"
