"""Suspects that a person leaves out stay out, in later files too, until they are put right in the other program."""

from __future__ import annotations

import pytest

from helpers import database_dump
from legwork.formats.training_records import About, Suspect, TrainingTable
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining, TrainingPlan, plan_sentence, preview
from legwork.services.training_left import left_before
from legwork.services.training_names import names_in_file, proposed
from legwork.services.workouts import workouts_of
from training_files import read

HEADER = "Date,Workout Name,Workout Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps\n"


def log(odd: str = "860", *more: str, hours: str = "1h", reps: int = 8) -> TrainingTable:
    """Nine workouts of bench presses, the last of which has a second set that is odd."""
    rows = [f"2025-01-{day:02} 18:00:00,Push,1h,Bench Press,1,80,kg,8\n" for day in range(1, 9)]
    rows += [f"2025-01-09 18:00:00,Push,{hours},Bench Press,{number},{load},kg,{reps if number == 2 else 8}\n"
             for number, load in enumerate(("80", odd, "80"), 1)]  # fmt: skip
    return read(HEADER + "".join([*rows, *more]))


def take(profile: Profile, person: Person, table: TrainingTable, left: tuple[Suspect, ...]) -> TrainingPlan:
    choices = proposed(names_in_file(profile, person.id, table))
    plan = preview(profile, person.id, table, choices, left)
    profile.apply(ImportTraining(person.id, table, tuple(choices.items()), "strong.csv", left))
    return plan


def loads(profile: Profile, person: Person) -> list[float]:
    last = workouts_of(profile, person.id)[-1]
    return [one.load.value for _, one in last.workout.sets if one.load is not None]


def test_a_set_that_is_left_out_does_not_come_in(profile: Profile, person: Person) -> None:
    table = log()
    [odd] = table.suspects
    assert (odd.about, odd.workout, odd.block, odd.place, odd.line) == (About.SET, 8, 0, 1, 11)
    plan = take(profile, person, table, (odd,))
    assert plan_sentence(plan) == "9 new workouts with 10 sets, 1 set left out."
    assert loads(profile, person) == [80, 80]


def test_the_same_file_again_still_leaves_it_out_and_changes_nothing(profile: Profile, person: Person) -> None:
    take(profile, person, log(), log().suspects)
    before = database_dump(profile)
    again = log()
    assert left_before(profile, person.id, again) == again.suspects
    plan = take(profile, person, again, left_before(profile, person.id, again))
    assert plan.changes_nothing and plan.same == 9
    assert database_dump(profile) == before


def test_a_newer_file_in_which_workouts_moved_still_knows_it(profile: Profile, person: Person) -> None:
    take(profile, person, log(), log().suspects)
    newer = log("860", "2024-12-30 18:00:00,Push,1h,Bench Press,1,80,kg,8\n")
    [odd] = [one for one in newer.suspects if one.about is About.SET]
    assert odd.workout == 9
    assert left_before(profile, person.id, newer) == (odd,)


def test_a_set_that_was_put_right_in_the_other_program_comes_in(profile: Profile, person: Person) -> None:
    take(profile, person, log(), log().suspects)
    right = log("86")
    assert left_before(profile, person.id, right) == ()
    plan = take(profile, person, right, ())
    assert len(plan.corrected) == 1
    assert loads(profile, person) == [80, 86, 80]


@pytest.mark.parametrize(("load", "reps"), [("900", 8), ("860", 300)])
def test_a_set_that_is_odd_in_another_way_is_asked_about_again(
    profile: Profile, person: Person, load: str, reps: int
) -> None:
    take(profile, person, log(), log().suspects)
    other = log(load, reps=reps)
    assert other.suspects and left_before(profile, person.id, other) == ()


def test_who_thinks_better_of_it_brings_it_in_and_out_again(profile: Profile, person: Person) -> None:
    table = log()
    take(profile, person, table, table.suspects)
    assert len(take(profile, person, table, ()).corrected) == 1
    assert loads(profile, person) == [80, 860, 80]
    assert left_before(profile, person.id, table) == ()
    assert len(take(profile, person, table, table.suspects).corrected) == 1
    assert loads(profile, person) == [80, 80], "what was brought in goes when it is left out"


def test_a_length_or_a_whole_workout_can_be_left_out(profile: Profile, person: Person) -> None:
    table = log("80", "1970-01-01 00:00:10,Push,1h,Bench Press,1,80,kg,8\n", hours="134h 2m")
    by_about = {one.about: one for one in table.suspects}
    assert set(by_about) == {About.LENGTH, About.START}
    plan = take(profile, person, table, tuple(by_about.values()))
    assert (len(plan.new), plan.gone, plan.left_sets) == (9, 1, 1)
    done = workouts_of(profile, person.id)
    assert [one.workout.minutes for one in done][-2:] == [60, None]
    assert min(one.workout.day.year for one in done) == 2025
    left = left_before(profile, person.id, table)
    assert {one.about for one in left} == {About.LENGTH, About.START}
    assert take(profile, person, table, left).changes_nothing


def test_a_length_that_is_here_goes_when_it_is_left_out(profile: Profile, person: Person) -> None:
    table = log("80", hours="134h")
    take(profile, person, table, ())
    assert workouts_of(profile, person.id)[-1].workout.minutes == 134 * 60
    assert len(take(profile, person, table, table.suspects).corrected) == 1
    assert workouts_of(profile, person.id)[-1].workout.minutes is None


def test_one_undo_forgets_what_was_left_out(profile: Profile, person: Person) -> None:
    before = database_dump(profile)
    table = log()
    choices = tuple(proposed(names_in_file(profile, person.id, table)).items())
    outcome = profile.apply(ImportTraining(person.id, table, choices, "strong.csv", table.suspects))
    assert left_before(profile, person.id, table) == table.suspects
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_somebody_who_is_yet_to_be_added_left_nothing_out(profile: Profile) -> None:
    assert left_before(profile, None, log()) == ()
