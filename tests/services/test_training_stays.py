"""Files come again, grown, cut off or renamed, with other answers: nothing here is lost, and nothing doubled."""

from __future__ import annotations

import pytest

from helpers import database_dump
from legwork.formats.training_records import About, TrainingTable
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining, TrainingPlan, plan_sentence, preview
from legwork.services.training_left import left_before
from legwork.services.training_names import LEAVE_OUT, names_in_file, proposed
from legwork.services.training_words import fate_sentence
from legwork.services.workouts import workouts_of
from training_files import read

STRONG = "Date,Workout Name,Workout Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps\n"
STRONGLIFTS = "Date,Exercise 1,Weight (KG),Set 1,Set 2,Set 3,Exercise 2,Weight (KG),Set 1,Set 2,Set 3\n"


def strong(*blocks: str, title: str = "Legs", length: str = "1h", more: str = "") -> TrainingTable:
    """One workout; a block is "exercise: kg x reps, kg x reps"."""
    rows = []
    for block in blocks:
        name, _, sets = block.partition(": ")
        for number, one in enumerate(sets.split(", "), 1):
            load, reps = one.split("x")
            rows.append(f"2025-01-09 18:00:00,{title},{length},{name},{number},{load},kg,{reps}\n")
    return read(STRONG + more + "".join(rows))


def take(profile: Profile, person: Person, table: TrainingTable, odd: bool = False, **choices: str) -> TrainingPlan:
    """Import a file with some choices; odd: leave out all suspects, else those that were left out before."""
    wanted = proposed(names_in_file(profile, person.id, table)) | choices
    left = table.suspects if odd else left_before(profile, person.id, table)
    plan = preview(profile, person.id, table, wanted, left)
    profile.apply(ImportTraining(person.id, table, tuple(wanted.items()), "log.csv", left))
    return plan


def here(profile: Profile, person: Person) -> list[list[str]]:
    """What is here, by workout, each of its exercises as a block: "key: kg x reps, kg x reps"."""
    return [
        [
            f"{one.exercise}: " + ", ".join(f"{done.load.entered}x{done.reps}" for done in one.sets if done.load)
            for one in stored.workout.exercises
        ]
        for stored in workouts_of(profile, person.id)
    ]


SQUAT, SQUISH, BENCH = "Squat: 100x8, 100x7", "Squish: 20x15", "Bench Press: 60x8, 60x8"
HERE = ["squat: 100x8, 100x7", "own_squish: 20x15", "bench_press: 60x8, 60x8"]
"""All three as they stand here."""

MORE = "".join(f"2024-12-{day:02} 18:00:00,Push,1h,Bench Press,1,80,kg,8\n" for day in range(1, 9))
"""So many presses of 80 kg that 860 kg is odd."""


def test_an_exercise_that_is_left_out_stays_here_when_the_file_has_grown(profile: Profile, person: Person) -> None:
    take(profile, person, strong(SQUAT, SQUISH))
    plan = take(profile, person, strong(SQUAT, SQUISH + ", 22x15", BENCH), Squish=LEAVE_OUT)
    assert plan_sentence(plan) == "0 new workouts with 0 sets, 1 workout corrected, 2 sets left out."
    assert here(profile, person) == [HERE]
    before = database_dump(profile)
    assert take(profile, person, strong(SQUAT, SQUISH + ", 22x15", BENCH)).changes_nothing
    assert database_dump(profile) == before
    take(profile, person, strong(BENCH, SQUAT + ", 90x12", "Squish: 21x15"))
    assert here(profile, person) == [
        ["bench_press: 60x8, 60x8", "squat: 100x8, 100x7, 90x12", "own_squish: 20x15"],
    ], "what the other program says of it now stays out too"


def test_it_stays_when_its_name_stood_for_another_exercise(profile: Profile, person: Person) -> None:
    take(profile, person, strong(SQUAT, SQUISH), Squish="leg_press")
    for more in ("Bench Press: 60x8", BENCH, "Bench Press: 60x8, 60x8, 60x8"):
        plan = take(profile, person, strong(SQUAT, SQUISH, more), Squish=LEAVE_OUT)
        assert len(plan.corrected) == 1
        assert "leg_press: 20x15" in here(profile, person)[0], "nobody knows any more what it meant"


def test_it_stays_when_the_other_program_has_it_no_more(profile: Profile, person: Person) -> None:
    take(profile, person, strong(SQUAT, SQUISH))
    take(profile, person, strong(SQUAT, SQUISH), Squish=LEAVE_OUT)
    take(profile, person, strong(SQUAT, BENCH))
    assert here(profile, person) == [HERE]


@pytest.mark.parametrize("order", [(SQUISH, SQUAT), (SQUAT, SQUISH)])
def test_one_of_two_names_for_an_exercise_is_left_out(profile: Profile, person: Person, order: tuple[str, str]) -> None:
    take(profile, person, strong(*order), Squish="squat")
    for more in (", 100x6", ", 100x6, 100x5"):
        take(profile, person, strong(*(one + more if one == SQUAT else one for one in order)), Squish=LEAVE_OUT)
        assert sorted(here(profile, person)[0]) == [f"squat: 100x8, 100x7{more}", "squat: 20x15"]


def test_what_was_left_out_comes_in_once_when_the_answer_changes_again(profile: Profile, person: Person) -> None:
    take(profile, person, strong(SQUAT, SQUISH))
    take(profile, person, strong(SQUAT, SQUISH, BENCH), Squish=LEAVE_OUT)
    take(profile, person, strong(SQUAT, SQUISH, BENCH), Squish="leg_press")
    assert here(profile, person) == [["squat: 100x8, 100x7", "leg_press: 20x15", "bench_press: 60x8, 60x8"]]


def test_a_correction_still_takes_away_what_is_not_left_out(profile: Profile, person: Person) -> None:
    take(profile, person, strong(SQUAT, BENCH, SQUISH, more=MORE), Squish=LEAVE_OUT)
    take(profile, person, strong(SQUAT, "Overhead Press: 40x8, 40x8", SQUISH, more=MORE))
    assert here(profile, person)[-1] == ["squat: 100x8, 100x7", "overhead_press: 40x8, 40x8"]


def test_an_exercise_that_was_renamed_in_the_other_program_is_not_doubled(profile: Profile, person: Person) -> None:
    take(profile, person, strong(SQUAT, BENCH, SQUISH), Squish=LEAVE_OUT)
    take(profile, person, strong(SQUAT, BENCH.replace("Bench Press", "Benchy"), SQUISH))
    assert here(profile, person) == [["squat: 100x8, 100x7", "own_benchy: 60x8, 60x8"]]


@pytest.mark.parametrize("later", [LEAVE_OUT, "leg_press"])
def test_a_title_and_answers_that_changed_double_nothing(profile: Profile, person: Person, later: str) -> None:
    odd = ("Squish: 20x15", "Squash: 30x15")
    take(profile, person, strong(SQUAT, *odd))
    plan = take(profile, person, strong(SQUAT, *odd, title="Evening"), Squish=later, Squash=later)
    assert (len(plan.new), len(plan.corrected)) == (0, 1)
    [found] = here(profile, person)
    assert [one.partition(": ")[2] for one in found] == ["100x8, 100x7", "20x15", "30x15"]


def test_a_workout_of_which_nothing_comes_in_takes_the_place_of_no_other(profile: Profile, person: Person) -> None:
    first, second = "19/11/18,Squish,20,5,5,,,,,,\n", "19/11/18,Squat,60,5,5,{},,,,,\n"
    take(profile, person, read(STRONGLIFTS + first + second.format("")), Squish=LEAVE_OUT)
    plan = take(profile, person, read(STRONGLIFTS + first + second.format(3)))
    assert (len(plan.new), len(plan.corrected)) == (0, 1)
    assert here(profile, person) == [["squat: 60x5, 60x5, 60x3"]]


def test_when_one_that_never_came_in_was_deleted_the_other_of_that_day_is_still_known(
    profile: Profile, person: Person
) -> None:
    second = "19/11/18,Squat,60,5,5,{},,,,,\n"
    take(profile, person, read(STRONGLIFTS + "19/11/18,Squish,20,5,5,,,,,,\n" + second.format("")), Squish=LEAVE_OUT)
    take(profile, person, read(STRONGLIFTS + second.format(3)))
    assert here(profile, person) == [["squat: 60x5, 60x5, 60x3"]]


def test_a_workout_that_is_left_out_whole_stays_and_that_is_told(profile: Profile, person: Person) -> None:
    first, second = "19/11/18,Squish,20,5,5,,,,,,\n", "19/11/18,Squat,60,5,5,{},,,,,\n"
    take(profile, person, read(STRONGLIFTS + first + second.format("")))
    plan = take(profile, person, read(STRONGLIFTS + first + second.format(3)), Squish=LEAVE_OUT)
    assert fate_sentence(plan) == (
        "1 workout corrected, 1 here stays as it is, though all of it is left out, 2 sets left out."
    )
    assert here(profile, person) == [["own_squish: 20x5, 20x5"], ["squat: 60x5, 60x5, 60x3"]]


def test_when_the_first_of_a_day_was_deleted_the_second_grows_in_its_own_place(
    profile: Profile, person: Person
) -> None:
    take(profile, person, read(STRONGLIFTS + "19/11/18,Squat,40,5,5,,,,,,\n19/11/18,Squat,60,5,5,,,,,,\n"))
    take(profile, person, read(STRONGLIFTS + "19/11/18,Squat,60,5,5,3,,,,,\n"))
    assert here(profile, person) == [["squat: 40x5, 40x5"], ["squat: 60x5, 60x5, 60x3"]]


def test_a_file_cut_off_behind_a_set_that_is_left_out_takes_nothing_away(profile: Profile, person: Person) -> None:
    presses = "Bench Press: 80x8, 860x8, 80x7, 80x6"
    take(profile, person, strong(presses, more=MORE), odd=True)
    assert here(profile, person)[-1] == ["bench_press: 80x8, 80x7, 80x6"]
    for cut in ("Bench Press: 80x8, 860x8, 80x7", "Bench Press: 80x8, 860x8"):
        plan = take(profile, person, strong(cut, more=MORE), odd=True)
        assert (plan.left_sets, plan.changes_nothing) == (1, True)
    take(profile, person, strong("Bench Press: 80x8, 860x8", "Squat: 100x8, 100x8", more=MORE), odd=True)
    assert here(profile, person)[-1] == ["bench_press: 80x8, 80x7, 80x6", "squat: 100x8, 100x8"]


def test_a_set_that_is_here_and_is_left_out_now_goes_and_that_is_told(profile: Profile, person: Person) -> None:
    presses = "Bench Press: 80x8, 860x8, 80x7"
    take(profile, person, strong(presses, more=MORE))
    plan = take(profile, person, strong(presses, SQUAT, more=MORE), odd=True)
    assert fate_sentence(plan) == (
        "1 workout corrected, 8 here already, 1 set taken out of what is here, 1 set left out."
    )
    assert here(profile, person)[-1] == ["bench_press: 80x8, 80x7", "squat: 100x8, 100x7"]


def test_a_set_that_became_odd_in_the_other_program_leaves_what_is_here(profile: Profile, person: Person) -> None:
    take(profile, person, strong("Bench Press: 80x8, 81x8, 82x8", more=MORE))
    plan = take(profile, person, strong("Bench Press: 80x8, 860x8, 82x8", SQUAT, more=MORE), odd=True)
    assert (plan.taken, plan.left_sets) == (0, 1)
    assert here(profile, person)[-1] == ["bench_press: 80x8, 81x8, 82x8", "squat: 100x8, 100x7"]


def test_a_length_that_became_odd_leaves_the_one_that_is_here(profile: Profile, person: Person) -> None:
    take(profile, person, strong(SQUAT))
    longer = strong(SQUAT, BENCH, length="134h")
    assert [one.about for one in longer.suspects] == [About.LENGTH]
    take(profile, person, longer, odd=True)
    assert workouts_of(profile, person.id)[-1].workout.minutes == 60


def test_after_an_undo_in_between_it_is_as_if_it_had_never_been(profile: Profile, person: Person) -> None:
    take(profile, person, strong(SQUAT, SQUISH))
    before = database_dump(profile)
    grown = strong(SQUAT, SQUISH, BENCH, title="Evening")
    choices = proposed(names_in_file(profile, person.id, grown)) | {"Squish": LEAVE_OUT}
    outcome = profile.apply(ImportTraining(person.id, grown, tuple(choices.items()), "log.csv"))
    after = database_dump(profile)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    take(profile, person, strong(SQUAT, SQUISH, BENCH))
    assert here(profile, person) == [HERE]
    assert after != before
