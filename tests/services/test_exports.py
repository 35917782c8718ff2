"""What goes out comes in again: each export written by the program, and read back by it into another profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from done_workouts import AddWorkout
from export_cases import FIRST_DAY, check_ins, logs, plain_load
from export_round_trip import HEVY_DAY, SLOW, take_in, two_profiles, values
from helpers import database_dump, opened, somebody
from legwork.domain.exercise import Share, own_exercise
from legwork.domain.food.amounts import FoodUnits, Nutrient, parse_amount
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.formats.records import CheckInRecord, KeptWorkout
from legwork.formats.training_records import TrainingTable
from legwork.services import importing
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.choices import SetChoices
from legwork.services.documents import read_document
from legwork.services.exports import EXPORTS, INFO, ExportKind, export, holding_of, is_empty, suggested_name
from legwork.services.food import RecordFood
from legwork.services.food_choices import ENERGY_SHOWN, NO
from legwork.services.own_exercises import SetOwnExercise
from legwork.services.people import AddOwnSite, Person
from legwork.services.profile import Profile
from legwork.services.training_import import preview
from legwork.services.training_names import names_in_file, proposed
from legwork.services.workouts import workouts_of

TEN = LoggedSet(reps=10, load=Quantity(62.5, "kg", "62,5"), rir=2.0)


def bare(one: Workout) -> Workout:
    """A workout without its id, and with loads as a table has them."""
    exercises = tuple(
        replace(each, entry_id=None, sets=tuple(replace(done, load=plain_load(done.load)) for done in each.sets))
        for each in one.exercises
    )
    return replace(one, id=0, session_id=None, exercises=exercises)


@SLOW
@given(logs())
def test_workouts_come_in_again_as_they_were(log: tuple[KeptWorkout, ...]) -> None:
    with two_profiles() as (one, other, folder):
        ada, bob = somebody(one), somebody(other, "Bob")
        for kept in log:
            one.apply(AddWorkout(ada.id, kept.workout))
        export(one, ExportKind.SETS, ada.id, folder / "sets.csv")
        take_in(other, bob, folder / "sets.csv")
        assert [bare(each.workout) for each in workouts_of(other, bob.id)] == [
            bare(each.workout) for each in workouts_of(one, ada.id)
        ]
        before = database_dump(other), database_dump(one)
        take_in(other, bob, folder / "sets.csv")
        take_in(one, ada, folder / "sets.csv")
        assert (database_dump(other), database_dump(one)) == before, "nothing of it is new, here or there"


@SLOW
@given(check_ins())
def test_measurements_come_in_again_as_they_were(days: tuple[CheckInRecord, ...]) -> None:
    with two_profiles() as (one, other, folder):
        ada, bob = somebody(one), somebody(other, "Bob")
        one.apply(RecordReadings(ada.id, tuple(_day(each) for each in days)))
        said = export(one, ExportKind.MEASUREMENTS, ada.id, folder / "measurements.csv")
        assert said.startswith(f"{sum(len(each.readings) for each in days)} reading")
        take_in(other, bob, folder / "measurements.csv")
        assert values(other) == pytest.approx(values(one), abs=1e-5)
        before = database_dump(other), database_dump(one)
        take_in(other, bob, folder / "measurements.csv")
        take_in(one, ada, folder / "measurements.csv")
        assert (database_dump(other), database_dump(one)) == before


def _day(one: CheckInRecord) -> Day:
    spots = dict.fromkeys(each.spot for each in one.readings)
    entries = (Entry(spot, tuple(each.quantity for each in one.readings if each.spot == spot)) for spot in spots)
    return Day(one.day, tuple(entries))


def test_a_workout_that_was_typed_here_is_known_and_left(profile: Profile, person: Person, tmp_path: Path) -> None:
    profile.apply(AddWorkout(person.id, Workout(0, FIRST_DAY, exercises=(LoggedExercise("squat", (TEN,)),))))
    file = tmp_path / "sets.csv"
    export(profile, ExportKind.SETS, person.id, file)
    file.write_bytes(file.read_bytes().replace(b",10,62.5,", b",12,62.5,"))
    found = importing.read_file(file)
    assert isinstance(found, TrainingTable)
    plan = preview(profile, person.id, found, proposed(names_in_file(profile, person.id, found)))
    assert (len(plan.new), len(plan.corrected), plan.kept) == (0, 0, 1)


def test_a_workout_that_came_from_a_table_is_corrected_by_it(profile: Profile, person: Person, tmp_path: Path) -> None:
    profile.apply(AddWorkout(person.id, Workout(0, FIRST_DAY, exercises=(LoggedExercise("squat", (TEN,)),))))
    file = tmp_path / "sets.csv"
    export(profile, ExportKind.SETS, person.id, file)
    other = opened(tmp_path / "other")
    bob = somebody(other, "Bob")
    take_in(other, bob, file)
    moved = file.read_bytes().replace(b",10,62.5,", b",12,62.5,").replace(b"2024-01-01", b"2025-03-01")
    file.write_bytes(moved)
    take_in(other, bob, file)
    [kept] = workouts_of(other, bob.id)
    assert (kept.workout.day, kept.workout.exercises[0].sets[0].reps) == (date(2025, 3, 1), 12)
    other.close()


def test_own_exercises_go_out_by_their_names(profile: Profile, person: Person, tmp_path: Path) -> None:
    profile.apply(
        SetOwnExercise(
            person.id, own_exercise("own_sled", "=Sled, heavy", Pattern.SQUAT, (Share(Muscle.QUADRICEPS, 1.0),))
        )
    )
    profile.apply(AddWorkout(person.id, Workout(0, FIRST_DAY, exercises=(LoggedExercise("own_sled", (TEN,)),))))
    export(profile, ExportKind.SETS, person.id, tmp_path / "sets.csv")
    assert '"\'=Sled, heavy"' in (tmp_path / "sets.csv").read_text(encoding="utf-8-sig")
    take_in(profile, person, tmp_path / "sets.csv")
    assert len(workouts_of(profile, person.id)) == 1


FOOD = {Nutrient.ENERGY: "1800+240", Nutrient.PROTEIN: "40,5+35", Nutrient.FAT: "0", Nutrient.WATER: "500 ml"}


def eat(profile: Profile, person: Person) -> None:
    amounts = tuple((one, parse_amount(text, one, FoodUnits())) for one, text in FOOD.items())
    profile.apply(RecordFood(person.id, FIRST_DAY, amounts))


def test_food_comes_in_again_as_it_was(profile: Profile, person: Person, tmp_path: Path) -> None:
    eat(profile, person)
    file = tmp_path / "food.csv"
    assert export(profile, ExportKind.FOOD, person.id, file) == f"Food of 1 day written to {file}."
    assert file.read_text(encoding="utf-8-sig").splitlines()[1] == "2024-01-01,2040,75.5,,0,0.5"
    other = opened(tmp_path / "other")
    bob = somebody(other, "Bob")
    take_in(other, bob, file)
    [day_in] = read_document(other).people[0].food
    assert {one.nutrient: one.quantity.value for one in day_in.amounts} == {
        Nutrient.ENERGY: 2040.0, Nutrient.PROTEIN: 75.5, Nutrient.FAT: 0.0, Nutrient.WATER: 0.5,
    }  # fmt: skip
    before = database_dump(other)
    take_in(other, bob, file)
    assert database_dump(other) == before
    typed = database_dump(profile)
    take_in(profile, person, file)
    assert database_dump(profile) == typed, "what was typed as a sum stays a sum"
    other.close()


def test_energy_that_is_left_out_of_view_stays_out_of_the_table(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    eat(profile, person)
    profile.apply(SetChoices(person.id, ((ENERGY_SHOWN, (NO,)),), date.today(), "x"))
    export(profile, ExportKind.FOOD, person.id, tmp_path / "food.csv")
    assert (tmp_path / "food.csv").read_text(encoding="utf-8-sig").splitlines()[0] == (
        "date,protein_g,carbohydrate_g,fat_g,water_l"
    )


@pytest.mark.parametrize("info", EXPORTS, ids=lambda one: one.kind.value)
def test_nothing_is_said_to_be_nothing(profile: Profile, person: Person, tmp_path: Path, info: object) -> None:
    kind = info.kind  # type: ignore[attr-defined]
    file = tmp_path / "out.csv"
    if kind is ExportKind.EVERYTHING:
        export(profile, kind, None, file)
        assert file.exists()
        return
    assert is_empty(kind, holding_of(profile, person.id))
    with pytest.raises(UserError, match=r"Ada"):
        export(profile, kind, person.id, file)
    assert not file.exists()


@pytest.mark.parametrize("kind", ExportKind)
def test_no_export_lies_among_the_programs_own_files(profile: Profile, person: Person, kind: ExportKind) -> None:
    eat(profile, person)
    profile.apply(RecordReadings(person.id, (HEVY_DAY,)))
    profile.apply(AddWorkout(person.id, Workout(0, FIRST_DAY, exercises=(LoggedExercise("squat", (TEN,)),))))
    before = sorted(profile.paths.root.rglob("*"))
    for file in (profile.paths.database, profile.paths.root / "new.csv", profile.paths.backups / "new.csv"):
        with pytest.raises(UserError, match="among the program's own files"):
            export(profile, kind, person.id, file)
    assert sorted(profile.paths.root.rglob("*")) == before


def test_names_of_files_are_plain(profile: Profile) -> None:
    day_of = date(2026, 3, 14)
    assert suggested_name(ExportKind.SETS, "Ada / Löve?", day_of) == "legwork-sets-Ada-Löve-2026-03-14.csv"
    assert suggested_name(ExportKind.EVERYTHING, "Ada", day_of) == "legwork-2026-03-14.json"
    assert {one.kind for one in EXPORTS} == set(ExportKind) == INFO.keys()


def test_sites_of_ones_own_keep_their_sides(profile: Profile, person: Person, tmp_path: Path) -> None:
    profile.apply(AddOwnSite(person.id, "Low calf", True))
    sides = {Side.LEFT: "36", Side.RIGHT: "36.5"}
    entries = [Entry(Spot("own_low_calf", side), (Quantity(float(text), "cm", text),)) for side, text in sides.items()]
    profile.apply(RecordReadings(person.id, (Day(FIRST_DAY, tuple(entries)),)))
    file = tmp_path / "measurements.csv"
    export(profile, ExportKind.MEASUREMENTS, person.id, file)
    other = opened(tmp_path / "other")
    bob = somebody(other, "Bob")
    take_in(other, bob, file)
    assert values(other) == values(profile)
    before = database_dump(other)
    take_in(other, bob, file)
    assert database_dump(other) == before
    eve = somebody(other, "Eve")
    other.apply(AddOwnSite(eve.id, "Low calf", False))
    take_in(other, eve, file)
    eves = read_document(other).people[1]
    names = {one.key: one.name for one in eves.custom_sites}
    assert {names[one.spot.site]: one.quantity.value for one in eves.check_ins[0].readings} == {
        "Low calf left": 36.0, "Low calf right": 36.5,
    }, "a site without sides must not take both"  # fmt: skip
    other.close()
