"""Logs of other programs come in: all of them, once, under the right exercises, and out again with one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from helpers import database_dump, remembered_names, somebody
from legwork.domain.log.set_text import format_sets
from legwork.domain.muscles import Muscle
from legwork.errors import Cancelled, UserError
from legwork.formats.training_records import Answers, TrainingTable
from legwork.services import importing, training_import
from legwork.services.log_sums import log_columns
from legwork.services.own_exercises import DeleteOwnExercise, own_exercises_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining, TrainingPlan, plan_sentence
from legwork.services.training_names import LEAVE_OUT, OWN_EXERCISE, OWN_LIKE, How, names_in_file, proposed
from legwork.services.workouts import ChangeWorkout, DeleteWorkout, StoredWorkout, workouts_of
from training_files import backup, read, sets

STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Seconds,Notes,Workout Notes\n"
"""The header of a file with a unit in every row."""


def strong(*rows: str) -> TrainingTable:
    """A Strong file; a row is "day time|exercise|order|kg|reps" and perhaps "|note"."""
    lines = []
    for row in rows:
        when, name, order, load, reps, *rest = row.split("|")
        lines.append(f"{when},Legs,{name},{order},{load},kg,{reps},,,,{rest[0] if rest else ''},\n")
    return read(STRONG + "".join(lines))


FIRST = (
    "2025-01-06 18:05:00|Squat (Barbell)|W|60|8",
    "2025-01-06 18:05:00|Squat (Barbell)|1|100|8",
    "2025-01-06 18:05:00|Squat (Barbell)|2|100|7",
    "2025-01-06 18:05:00|Squat Squish|1|20|15",
)
SECOND = "2025-01-08 18:00:00|Bench Press (Barbell)|1|70|8"


def take(profile: Profile, person: Person, table: TrainingTable, **choices: str) -> TrainingPlan:
    """Import a file as it is proposed, but for some choices; answers with what was foretold."""
    wanted = proposed(names_in_file(profile, person.id, table)) | choices
    plan = training_import.preview(profile, person.id, table, wanted)
    profile.apply(ImportTraining(person.id, table, tuple(wanted.items()), "strong.csv"))
    return plan


def shown(stored: StoredWorkout) -> dict[str, list[str]]:
    """A workout's sets as text, by exercise."""
    return {one.exercise: [format_sets((done,)) for done in one.sets] for one in stored.workout.exercises}


def test_workouts_come_in_under_the_exercises_they_mean(profile: Profile, person: Person) -> None:
    plan = take(profile, person, strong(*FIRST, SECOND))
    assert (len(plan.new), plan.new_sets, plan.days) == (2, 5, (date(2025, 1, 6), date(2025, 1, 8)))
    assert plan_sentence(plan) == "2 new workouts with 5 sets, 1 exercise of your own."
    legs, bench = workouts_of(profile, person.id)
    assert shown(legs) == {
        "squat": ["w 60kg x 8", "100kg x 8", "100kg x 7"],
        "own_squat_squish": ["20kg x 15"],
    }
    assert (legs.workout.day, legs.workout.start, legs.workout.title) == (date(2025, 1, 6), time(18, 5), "Legs")
    assert (legs.source, legs.finished, legs.edited) == ("strong", True, False)
    assert shown(bench) == {"bench_press": ["70kg x 8"]}


def test_names_are_asked_for_first_and_then_by_how_often_they_come(profile: Profile, person: Person) -> None:
    found = names_in_file(profile, person.id, strong(*FIRST, SECOND))
    assert [(one.name, one.sets, one.how, one.choice) for one in found] == [
        ("Squat Squish", 1, How.UNSURE, OWN_EXERCISE),
        ("Squat (Barbell)", 3, How.ALIAS, "squat"),
        ("Bench Press (Barbell)", 1, How.ALIAS, "bench_press"),
    ]


def test_an_own_exercise_begins_as_the_one_it_is_like_or_counts_for_nothing(profile: Profile, person: Person) -> None:
    take(profile, person, strong("2025-01-06 18:05:00|Speed Squats|1|100|8", "2025-01-06 18:05:00|Hopsla|1|0|8"))
    own = {one.name: one for one in own_exercises_of(profile, person.id)}
    assert set(own) == {"Speed Squats", "Hopsla"}
    assert own["Speed Squats"].share_of(Muscle.QUADRICEPS) == 1.0
    assert (own["Hopsla"].muscles, own["Hopsla"].region) == ((), "trunk")


def test_what_the_person_says_of_a_name_is_remembered(profile: Profile, person: Person) -> None:
    choices = {"Squat Squish": "leg_press", "Bench Press (Barbell)": LEAVE_OUT}
    plan = take(profile, person, strong(*FIRST, SECOND), **choices)
    assert plan_sentence(plan) == "1 new workout with 4 sets, 1 set left out."
    assert remembered_names(profile, person.id) == {"Squat Squish": "leg_press", "Bench Press (Barbell)": ""}
    later = strong("2025-01-13 18:05:00|Squat Squish|1|20|15", SECOND)
    found = {one.name: (one.how, one.choice) for one in names_in_file(profile, person.id, later)}
    assert found == {
        "Squat Squish": (How.REMEMBERED, "leg_press"),
        "Bench Press (Barbell)": (How.REMEMBERED, LEAVE_OUT),
    }
    take(profile, person, later)
    assert [list(shown(one)) for one in workouts_of(profile, person.id)] == [["squat", "leg_press"], ["leg_press"]]


def test_the_same_file_again_changes_nothing(profile: Profile, person: Person) -> None:
    table = strong(*FIRST, SECOND)
    take(profile, person, table)
    before = database_dump(profile)
    again = take(profile, person, strong(*FIRST, SECOND))
    assert database_dump(profile) == before
    assert again.changes_nothing
    assert plan_sentence(again) == "All of it is here already. Nothing would change."


def test_a_newer_export_adds_only_what_is_new(profile: Profile, person: Person) -> None:
    take(profile, person, strong(*FIRST))
    before = [one.workout for one in workouts_of(profile, person.id)]
    plan = take(profile, person, strong(SECOND, *FIRST, "2025-01-10 07:00:00|Squat (Barbell)|1|105|8"))
    assert plan_sentence(plan) == "2 new workouts with 2 sets, 1 here already."
    after = [one.workout for one in workouts_of(profile, person.id)]
    assert after[0] == before[0]
    assert [one.day.day for one in after] == [6, 8, 10]


def test_a_corrected_export_corrects_what_was_not_changed_here(profile: Profile, person: Person) -> None:
    take(profile, person, strong(*FIRST, SECOND))
    squats, bench = workouts_of(profile, person.id)
    moved = replace(bench.workout, day=date(2025, 1, 9), start=None)
    profile.apply(ChangeWorkout(bench.workout, moved, "Day"))
    right = [row.replace("|100|7", "|100|6") for row in FIRST]
    plan = take(profile, person, strong(*right, SECOND.replace("|70|", "|72.5|")))
    assert plan_sentence(plan) == (
        "0 new workouts with 0 sets, 1 workout corrected, 1 left, because you changed it here."
    )
    squats, bench = workouts_of(profile, person.id)
    assert shown(squats)["squat"] == ["w 60kg x 8", "100kg x 8", "100kg x 6"]
    assert not squats.edited, "the next corrected file may correct it again"
    assert (shown(bench), bench.workout.day, bench.edited) == ({"bench_press": ["70kg x 8"]}, date(2025, 1, 9), True)


def test_a_file_cut_in_half_takes_nothing_away(profile: Profile, person: Person) -> None:
    take(profile, person, strong(*FIRST, SECOND))
    before = database_dump(profile)
    plan = take(profile, person, strong(*FIRST[:2]))
    assert (plan.fuller, plan.changes_nothing) == (1, True)
    assert plan_sentence(plan) == (
        "0 new workouts with 0 sets, 1 left, because it holds more sets here than in the file."
    )
    assert database_dump(profile) == before


def test_one_undo_takes_it_all_back_and_redo_brings_it_again(profile: Profile, person: Person) -> None:
    before = database_dump(profile)
    table = strong(*FIRST, SECOND)
    choices = tuple(proposed(names_in_file(profile, person.id, table)).items())
    outcome = profile.apply(ImportTraining(person.id, table, choices, "strong.csv"))
    full = database_dump(profile)
    assert (len(outcome.changes.workouts), outcome.changes.people) == (2, {person.id})
    assert outcome.changes.workout_days == (date(2025, 1, 6), date(2025, 1, 8))
    assert outcome.forward.label == "Import strong.csv"
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    profile.apply(outcome.forward)
    assert database_dump(profile) == full


def test_two_people_can_take_in_the_same_file(profile: Profile, person: Person) -> None:
    other = somebody(profile, "Ben")
    for one in (person, other):
        take(profile, one, strong(*FIRST))
    [mine], [theirs] = workouts_of(profile, person.id), workouts_of(profile, other.id)
    assert shown(mine) == shown(theirs)
    profile.apply(DeleteWorkout(theirs.workout.id, theirs.workout.day))
    assert len(workouts_of(profile, person.id)) == 1


def test_one_of_two_workouts_of_a_day_and_one_past_midnight_stay_apart(profile: Profile, person: Person) -> None:
    table = strong(
        "2025-01-06 07:00:00|Squat (Barbell)|1|100|8",
        "2025-01-06 23:55:00|Squat (Barbell)|1|100|8",
        "2025-01-07 00:10:00|Squat (Barbell)|1|100|8",
    )
    take(profile, person, table)
    assert [(one.workout.day.day, str(one.workout.start)) for one in workouts_of(profile, person.id)] == [
        (6, "07:00:00"),
        (6, "23:55:00"),
        (7, "00:10:00"),
    ]


def test_absurd_numbers_are_kept_and_told(profile: Profile, person: Person) -> None:
    rows = [f"2025-01-{day:02} 18:00:00|Bench Press (Barbell)|1|80|8" for day in range(1, 9)]
    rows += [
        "2025-01-09 18:00:00|Bench Press (Barbell)|1|860|8",
        "2025-01-10 18:00:00|Bench Press (Barbell)|1|80|877777",
    ]
    table = strong(*rows)
    plan = take(profile, person, table)
    assert plan.new_sets == 10
    assert [one.text.rpartition(": ")[2] for one in table.suspects] == ["860 kg", "× 877777"]
    assert [shown(one)["bench_press"][0] for one in workouts_of(profile, person.id)][-2:] == [
        "860kg x 8",
        "80kg x 877777",
    ]


def test_notes_too_long_for_their_place_are_kept_with_the_workout(profile: Profile, person: Person) -> None:
    note = "knees " * 50
    take(profile, person, strong(FIRST[0] + f"|{note}"))
    [found] = workouts_of(profile, person.id)
    cut = found.workout.exercises[0].note or found.workout.exercises[0].sets[0].note
    assert len(cut) == 200 and note.startswith(cut)
    assert found.workout.note == f"Squat (Barbell): {note.strip()}"


def test_a_distance_alone_is_kept_and_counts_for_nothing(profile: Profile, person: Person, tmp_path: Path) -> None:
    rows = sets((4, "2025-01-06", 0, 0, 0, 0, 2000, 0), (1, "2025-01-06", 100, 8))
    take(profile, person, read(backup(tmp_path, rows)))
    [found] = workouts_of(profile, person.id)
    [row] = [one for one in found.workout.exercises if one.exercise != "squat"]
    assert (row.sets[0].distance_m, row.sets[0].reps, row.sets[0].works) == (2000.0, None, False)


def test_an_exercise_that_went_meanwhile_is_told(profile: Profile, person: Person) -> None:
    table = strong(*FIRST)
    with pytest.raises(UserError, match="The exercise for Squat Squish is no longer there: choose another one"):
        training_import.preview(profile, person.id, table, {"Squat Squish": "own_gone"})


def test_a_remembered_exercise_that_was_deleted_is_asked_about_again(profile: Profile, person: Person) -> None:
    take(profile, person, strong(*FIRST))
    assert remembered_names(profile, person.id) == {"Squat Squish": "own_squat_squish"}
    with pytest.raises(UserError, match="Squat Squish is in 1 workout of your log"):
        profile.apply(DeleteOwnExercise(person.id, "own_squat_squish"))
    [found] = workouts_of(profile, person.id)
    profile.apply(DeleteWorkout(found.workout.id, found.workout.day))
    profile.apply(DeleteOwnExercise(person.id, "own_squat_squish"))
    asked = {one.name: one.asked for one in names_in_file(profile, person.id, strong(*FIRST))}
    assert asked["Squat Squish"]
    other = somebody(profile, "Ben")
    asked = {one.name: one.asked for one in names_in_file(profile, other.id, strong(*FIRST))}
    assert asked["Squat Squish"], "what one person said does not hold for another"


def test_a_file_is_recognised_and_read_again_with_other_answers(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    file = tmp_path / "anything.csv"
    file.write_text(
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        "2025-01-06 18:05:00,Legs,Squat (Barbell),1,100,8,0,0,,,\n",
        encoding="utf-8",
    )
    found = importing.read_file(file)
    assert isinstance(found, TrainingTable)
    assert (found.unit_asked, found.unit) == (True, "kg")
    pounds = importing.read_file(file, answers=Answers(unit="lb"))
    assert isinstance(pounds, TrainingTable)
    take(profile, person, found)
    plan = take(profile, person, pounds)
    assert len(plan.corrected) == 1, "the person saw that it was wrong and took the file in once more"
    [stored] = workouts_of(profile, person.id)
    assert shown(stored) == {"squat": ["100lb x 8"]}
    assert log_columns(profile, person.id).load_kg.tolist() == [45.359237]


def test_an_own_exercise_can_begin_as_the_one_that_the_person_names(profile: Profile, person: Person) -> None:
    take(profile, person, strong(*FIRST), **{"Squat Squish": f"{OWN_LIKE}leg_extension"})
    [own] = own_exercises_of(profile, person.id)
    assert (own.name, own.key) == ("Squat Squish", "own_squat_squish")
    assert own.share_of(Muscle.QUADRICEPS) == 1.0 and own.share_of(Muscle.GLUTES) == 0.0
    assert remembered_names(profile, person.id) == {"Squat Squish": "own_squat_squish"}


def test_an_import_that_is_cancelled_leaves_nothing(profile: Profile, person: Person) -> None:
    table = strong(*(f"2025-01-{day:02} 18:05:00|Squat (Barbell)|1|100|8" for day in range(1, 20)))
    before = database_dump(profile)
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 1

    choices = tuple(proposed(names_in_file(profile, person.id, table)).items())
    with pytest.raises(Cancelled):
        profile.apply(ImportTraining(person.id, table, choices, "strong.csv", should_stop=stop))
    assert database_dump(profile) == before
    profile.apply(ImportTraining(person.id, table, choices, "strong.csv"))
    assert len(workouts_of(profile, person.id)) == 19


def test_an_exercise_that_is_left_out_later_keeps_what_is_here(profile: Profile, person: Person) -> None:
    take(profile, person, strong(*FIRST, SECOND))
    before = [one.workout for one in workouts_of(profile, person.id)]
    plan = take(profile, person, strong(*FIRST, SECOND), **{"Squat Squish": LEAVE_OUT})
    assert plan_sentence(plan) == "All of it is here already. Nothing would change."
    assert [one.workout for one in workouts_of(profile, person.id)] == before
