"""A log that went through several programs comes in once: a workout that is here, set for set, is not doubled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from done_workouts import AddWorkout
from legwork.formats.training_records import TrainingTable
from legwork.services import exports, importing, training_import
from legwork.services.exports import ExportKind
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining, plan_sentence
from legwork.services.training_names import names_in_file, proposed
from legwork.services.workouts import ChangeWorkout, workouts_of
from log_cases import workout
from training_files import read

FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Seconds,Notes,Workout Notes\n"
HERE_ALREADY = "All of it is here already. Nothing would change."

LEGS = (("Barbell Squat", 100, 8), ("Barbell Squat", 100, 7), ("Leg Press", 180, 12))
"""One workout as FitNotes names it: exercise, kg, repetitions."""


def fitnotes(*days: str, sets: tuple[tuple[str, float, int], ...] = LEGS) -> TrainingTable:
    """The same workout on each of these days; FitNotes knows no time of day."""
    rows = [f"{day},{name},Legs,{load},kgs,{reps},,,\n" for day in days for name, load, reps in sets]
    return read(FITNOTES + "".join(rows))


def strong(*starts: str, sets: tuple[tuple[str, float, int], ...] = LEGS) -> TrainingTable:
    """The same workout as Strong has it."""
    names = {"Barbell Squat": "Squat (Barbell)"}
    rows = [
        f"{start},Legs,{names.get(name, name)},{number},{load},kg,{reps},,,,,\n"
        for start in starts
        for number, (name, load, reps) in enumerate(sets, 1)
    ]
    return read(STRONG + "".join(rows))


def take(profile: Profile, person: Person, table: TrainingTable) -> str:
    """Import a file as it is proposed; answers with what was foretold."""
    wanted = proposed(names_in_file(profile, person.id, table))
    plan = training_import.preview(profile, person.id, table, wanted)
    profile.apply(ImportTraining(person.id, table, tuple(wanted.items()), "log.csv"))
    return plan_sentence(plan)


def test_the_log_of_a_program_that_was_left_is_here_already(profile: Profile, person: Person) -> None:
    take(profile, person, fitnotes("2025-01-06", "2025-01-08"))
    said = take(profile, person, strong("2025-01-06 18:05:00", "2025-01-08 18:00:00", "2025-01-10 18:00:00"))
    assert said == "1 new workout with 3 sets, 2 here already."
    assert len(workouts_of(profile, person.id)) == 3


def test_sets_in_another_order_are_the_same_workout(profile: Profile, person: Person) -> None:
    take(profile, person, fitnotes("2025-01-06"))
    assert take(profile, person, strong("2025-01-06 18:05:00", sets=LEGS[::-1])) == HERE_ALREADY


def test_a_workout_at_noon_is_known_under_its_own_time(profile: Profile, person: Person) -> None:
    """What other programs make of a day without a time."""
    take(profile, person, strong("2025-01-06 18:05:00"))
    assert take(profile, person, read("title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
                                      "set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
                                      '"Legs","6 Jan 2025, 12:00","6 Jan 2025, 13:00",,"Squat (Barbell)",,,0,normal,'
                                      "100,8,,,\n"
                                      '"Legs","6 Jan 2025, 12:00","6 Jan 2025, 13:00",,"Squat (Barbell)",,,1,normal,'
                                      "100,7,,,\n"
                                      '"Legs","6 Jan 2025, 12:00","6 Jan 2025, 13:00",,"Leg Press",,,0,normal,180,12,'
                                      ",,\n")) == HERE_ALREADY  # fmt: skip


@pytest.mark.parametrize("sets", [LEGS[:2], (*LEGS, LEGS[2]), (*LEGS[:2], ("Leg Press", 182.5, 12))])
def test_other_sets_are_another_workout(
    profile: Profile, person: Person, sets: tuple[tuple[str, float, int], ...]
) -> None:
    take(profile, person, fitnotes("2025-01-06"))
    assert take(profile, person, strong("2025-01-06 18:05:00", sets=sets)).startswith("1 new workout")


def test_the_same_sets_twice_a_day_are_two_workouts(profile: Profile, person: Person) -> None:
    take(profile, person, fitnotes("2025-01-06"))
    said = take(profile, person, strong("2025-01-06 07:00:00", "2025-01-06 19:00:00"))
    assert said == "1 new workout with 3 sets, 1 here already."


def test_the_one_that_begins_at_the_same_time_is_known_first(profile: Profile, person: Person) -> None:
    legs = {"squat": ["100x8", "100x7"], "leg_press": ["180x12"]}
    evening = replace(workout(date(2025, 1, 6), legs), start=time(19))
    profile.apply(AddWorkout(person.id, evening))
    take(profile, person, strong("2025-01-06 07:00:00", "2025-01-06 19:00:00"))
    assert [one.workout.start for one in workouts_of(profile, person.id)] == [time(7), time(19)]


def test_a_table_of_one_s_own_after_the_time_was_changed_here(profile: Profile, person: Person, tmp_path: Path) -> None:
    """It comes from Strong, was moved here, went out in Strong's shape, and comes back."""
    take(profile, person, strong("2025-01-06 18:05:00"))
    [stored] = workouts_of(profile, person.id)
    profile.apply(ChangeWorkout(stored.workout, replace(stored.workout, start=time(17), title="Evening"), "Change"))
    file = tmp_path / "out.csv"
    exports.export(profile, ExportKind.STRONG, person.id, file)
    back = importing.read_file(file)
    assert isinstance(back, TrainingTable)
    assert take(profile, person, back) == HERE_ALREADY


def test_everything_written_for_other_programs_comes_back_as_nothing_new(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    for day, start in ((6, None), (7, time(6, 30)), (9, time(12))):
        legs = {"squat": ["100x8", "100x7"], "weighted_chest_dip": ["10x8", "10x6"]}
        profile.apply(AddWorkout(person.id, replace(workout(date(2025, 1, day), legs), start=start)))
    file = tmp_path / "out.csv"
    exports.export(profile, ExportKind.STRONG, person.id, file)
    back = importing.read_file(file)
    assert isinstance(back, TrainingTable)
    assert take(profile, person, back) == HERE_ALREADY
    assert len(workouts_of(profile, person.id)) == 3
