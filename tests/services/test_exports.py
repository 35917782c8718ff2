"""What goes out comes in again: each export written by the program, and read back by it into another profile."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from export_cases import FIRST_DAY, check_ins, logs, plain_load
from helpers import database_dump, day, opened, somebody
from legwork.domain.exercise import Share, own_exercise
from legwork.domain.food.amounts import FoodUnits, Nutrient, parse_amount
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.formats.records import CheckInRecord, KeptWorkout, MeasurementTable
from legwork.formats.training_records import TrainingTable
from legwork.services import importing
from legwork.services.catalogue import catalogue
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.choices import SetChoices
from legwork.services.documents import read_document
from legwork.services.exports import EXPORTS, INFO, ExportKind, export, holding_of, is_empty, suggested_name
from legwork.services.food import RecordFood
from legwork.services.food_choices import ENERGY_SHOWN, NO
from legwork.services.importing import ImportTable
from legwork.services.open_sites import for_person, measured_sites
from legwork.services.own_exercises import SetOwnExercise
from legwork.services.people import AddOwnSite, Person
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining, preview
from legwork.services.training_names import names_in_file, proposed
from legwork.services.workouts import AddWorkout, workouts_of

TEN = LoggedSet(reps=10, load=Quantity(62.5, "kg", "62,5"), rir=2.0)
SLOW = settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)


@contextmanager
def two_profiles() -> Iterator[tuple[Profile, Profile, Path]]:
    """One to take out of, one to take into, and a folder for the file."""
    with tempfile.TemporaryDirectory() as folder:
        one, other = opened(Path(folder) / "one"), opened(Path(folder) / "other")
        try:
            yield one, other, Path(folder)
        finally:
            one.close()
            other.close()


def take_in(profile: Profile, person: Person, file: Path) -> None:
    """Import a file as it is proposed."""
    found = importing.read_file(file)
    if isinstance(found, TrainingTable):
        choices = proposed(names_in_file(profile, person.id, found))
        profile.apply(ImportTraining(person.id, found, tuple(choices.items()), file.name))
    else:
        assert isinstance(found, MeasurementTable)
        found = for_person(found, person, measured_sites(profile, person.id))
        profile.apply(ImportTable(person.id, found, tuple(importing.proposed(found).items()), file.name))


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


def values(profile: Profile) -> dict[tuple[date, Spot, int], float]:
    """All readings of the only person, by day, spot and number."""
    [person] = read_document(profile).people
    found: dict[tuple[date, Spot, int], float] = {}
    for one in person.check_ins:
        for each in one.readings:
            number = sum(key[:2] == (one.day, each.spot) for key in found)
            found[one.day, each.spot, number] = each.quantity.value
    return found


def test_a_table_in_the_shape_of_strong_adds_nothing_where_it_came_from(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    squat = LoggedExercise("squat", (replace(TEN, kind=LoggedKind.WARM_UP), TEN))
    curl = LoggedExercise("seated_leg_curl", tuple(replace(TEN, side=side) for side in (Side.LEFT, Side.RIGHT)))
    profile.apply(AddWorkout(person.id, Workout(0, FIRST_DAY, exercises=(squat, curl))))
    evening = Workout(0, FIRST_DAY, time(18, 15), title="Legs", exercises=(squat,), note="hot")
    profile.apply(AddWorkout(person.id, evening))
    file = tmp_path / "strong.csv"
    export(profile, ExportKind.STRONG, person.id, file)
    before = database_dump(profile)
    found = importing.read_file(file)
    assert isinstance(found, TrainingTable)
    choices = proposed(names_in_file(profile, person.id, found))
    plan = preview(profile, person.id, found, choices)
    assert (len(plan.new), plan.same) == (0, 2)
    take_in(profile, person, file)
    assert database_dump(profile) == before
    profile.apply(AddWorkout(person.id, replace(evening, start=time(19, 0))))
    file.write_bytes(file.read_bytes().replace(b"18:15:00", b"19:00:00").replace(b";10;", b";11;"))
    found = importing.read_file(file)
    assert isinstance(found, TrainingTable)
    assert len(preview(profile, person.id, found, choices).new) == 2, "other sets are another workout"


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


def test_every_shipped_exercise_is_found_again_under_both_names(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    keys = [one.key for one in catalogue().exercises]
    exercises = tuple(LoggedExercise(key, (TEN,)) for key in keys)
    profile.apply(AddWorkout(person.id, Workout(0, FIRST_DAY, time(18, 5), exercises=exercises, title="All")))
    for kind in (ExportKind.SETS, ExportKind.STRONG):
        file = tmp_path / f"{kind.value}.csv"
        export(profile, kind, person.id, file)
        found = importing.read_file(file)
        assert isinstance(found, TrainingTable)
        choices = proposed(names_in_file(profile, person.id, found))
        assert [choices[one.name] for one in found.workouts[0].exercises] == keys


def test_strongs_shape_has_what_hevy_asks_for(profile: Profile, person: Person, tmp_path: Path) -> None:
    done = (
        LoggedSet(LoggedKind.WARM_UP, reps=8, load=Quantity(61.23497, "lb", "135")),
        replace(TEN, note="slow"),
        replace(TEN, kind=LoggedKind.DROP, rir=None),
        replace(TEN, kind=LoggedKind.MYO, rir=None),
    )
    work = (
        LoggedExercise("squat", done, note="-low box"),
        LoggedExercise("pull_up", (LoggedSet(reps=8, load=Quantity(15.0, "kg", "15"), assisted=True),)),
        LoggedExercise("plank", (LoggedSet(seconds=90),)),
    )
    profile.apply(AddWorkout(person.id, Workout(0, FIRST_DAY, time(18, 5), None, 101, "Legs; heavy", work)))
    profile.apply(AddWorkout(person.id, Workout(0, FIRST_DAY, exercises=(LoggedExercise("squat", (TEN,)),))))
    said = export(profile, ExportKind.STRONG, person.id, tmp_path / "strong.csv")
    assert said == f"7 sets of 2 workouts written to {tmp_path / 'strong.csv'}."
    assert (tmp_path / "strong.csv").read_bytes().decode().split("\r\n") == [
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;"
        "Workout Notes;Workout Duration",
        "2024-01-01 12:00:00;Workout;Squat (Barbell);1;62.5;kg;10;8;;;0;-;-;0m",
        '2024-01-01 18:05:00;"Legs; heavy";Squat (Barbell);W;135;lbs;8;;;;0;\'-low box;-;1h 41m',
        '2024-01-01 18:05:00;"Legs; heavy";Squat (Barbell);1;62.5;kg;10;8;;;0;slow;-;1h 41m',
        '2024-01-01 18:05:00;"Legs; heavy";Squat (Barbell);D;62.5;kg;10;;;;0;-;-;1h 41m',
        '2024-01-01 18:05:00;"Legs; heavy";Squat (Barbell);2;62.5;kg;10;;;;0;-;-;1h 41m',
        '2024-01-01 18:05:00;"Legs; heavy";Pull-up;1;-15;kg;8;;;;0;-;-;1h 41m'.replace("Pull-up", _strong("pull_up")),
        '2024-01-01 18:05:00;"Legs; heavy";Plank;1;0;kg;0;;;;90;-;-;1h 41m'.replace("Plank", _strong("plank")),
        "",
    ]


def test_two_workouts_that_nothing_tells_apart_stay_two(profile: Profile, person: Person, tmp_path: Path) -> None:
    for _ in range(2):
        profile.apply(AddWorkout(person.id, Workout(0, FIRST_DAY, exercises=(LoggedExercise("squat", (TEN,)),))))
    for kind in (ExportKind.STRONG, ExportKind.SETS):
        export(profile, kind, person.id, tmp_path / "out.csv")
        found = importing.read_file(tmp_path / "out.csv")
        assert isinstance(found, TrainingTable) and len(found.workouts) == 2


def _strong(key: str) -> str:
    one = catalogue().get(key)
    assert one is not None
    return next((name for name in one.aliases if name.endswith(")")), one.name)


@SLOW
@given(logs())
def test_strongs_shape_comes_in_again_with_what_it_can_hold(log: tuple[KeptWorkout, ...]) -> None:
    with two_profiles() as (one, other, folder):
        ada, bob = somebody(one), somebody(other, "Bob")
        for kept in log:
            one.apply(AddWorkout(ada.id, kept.workout))
        export(one, ExportKind.STRONG, ada.id, folder / "strong.csv")
        take_in(other, bob, folder / "strong.csv")
        assert _sets(other, bob) == _sets(one, ada)


def _sets(profile: Profile, person: Person) -> list[tuple[date, int, str, str]]:
    """What Strong has a place for, a line a set, by workout and exercise."""
    found = []
    for number, stored in enumerate(workouts_of(profile, person.id)):
        for each, one in stored.workout.sets:
            kind = LoggedKind.NORMAL if one.kind is LoggedKind.MYO else one.kind
            load = f"{one.load.value:.3f} {one.load.unit} {one.assisted}" if one.load else ""
            if one.reps or one.seconds or one.distance_m or load:
                said = f"{kind} {one.reps or 0} {one.seconds} {load} {one.rir} {one.distance_m}"
                found.append((stored.workout.day, number, each.exercise, said))
    return sorted(found)


HEVY_DAY = day(
    FIRST_DAY, body_weight="82,5", body_fat="17.5", waist="84 + 84.5 + 90", calf_left="15.25 in", calf="39",
    mid_thigh_right="58", upper_thigh_right="62", relaxed_arm_left="33", flexed_arm_left="36",
)  # fmt: skip


def test_hevys_shape_is_in_cm_and_kg_and_tells_what_it_has_no_place_for(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    profile.apply(AddOwnSite(person.id, "Abdomen", False))
    own = Entry(Spot("own_abdomen"), (Quantity(88.0, "cm", "88"),))
    profile.apply(RecordReadings(person.id, (replace(HEVY_DAY, entries=(*HEVY_DAY.entries, own)),)))
    file = tmp_path / "hevy.csv"
    said = export(profile, ExportKind.HEVY, person.id, file)
    assert said == (
        f"Measurements of 1 day written to {file}. As thigh it has your upper thigh. 3 readings were left out, because "
        "Hevy has no place for them."
    )
    assert file.read_bytes().decode().split("\r\n") == [
        "date,weight_kg,fat_percent,neck_cm,shoulder_cm,chest_cm,left_bicep_cm,right_bicep_cm,left_forearm_cm,"
        "right_forearm_cm,abdomen_cm,waist_cm,hips_cm,left_thigh_cm,right_thigh_cm,left_calf_cm,right_calf_cm",
        "2024-01-01,82.5,17.5,,,,36,,,,88,84.5,,,62,38.735,",
        "",
    ]
    other = opened(tmp_path / "other")
    bob = somebody(other, "Bob")
    take_in(other, bob, file)
    found = {str(spot): value for (_, spot, _), value in values(other).items()}
    assert found == {
        "body_weight": 82.5, "body_fat": 17.5, "waist": 84.5, "flexed_arm:left": 36.0, "upper_thigh:right": 62.0,
        "calf:left": 38.735, "own_abdomen": 88.0,
    }  # fmt: skip
    other.close()


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
