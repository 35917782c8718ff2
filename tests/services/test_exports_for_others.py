"""Exports in the shapes of other programs: read back, they add nothing, and lose only what these have no place for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

from hypothesis import given

from done_workouts import AddWorkout
from export_cases import FIRST_DAY, logs
from export_round_trip import HEVY_DAY, SLOW, take_in, two_profiles, values
from helpers import database_dump, opened, somebody
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.formats.records import KeptWorkout
from legwork.formats.training_records import TrainingTable
from legwork.services import importing
from legwork.services.catalogue import catalogue
from legwork.services.check_ins import Entry, RecordReadings
from legwork.services.exports import ExportKind, export
from legwork.services.people import AddOwnSite, Person
from legwork.services.profile import Profile
from legwork.services.training_import import preview
from legwork.services.training_names import names_in_file, proposed
from legwork.services.workouts import workouts_of

TEN = LoggedSet(reps=10, load=Quantity(62.5, "kg", "62,5"), rir=2.0)


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


def _sets(profile: Profile, person: Person) -> list[tuple[date, list[tuple[str, str]]]]:
    """What Strong has a place for, by workout: a line a set, with its exercise. A workout without a time of day comes
    back at noon, and so may stand behind others of its day."""
    found = []
    for stored in workouts_of(profile, person.id):
        lines = []
        for each, one in stored.workout.sets:
            kind = LoggedKind.NORMAL if one.kind is LoggedKind.MYO else one.kind
            load = f"{one.load.value:.3f} {one.load.unit} {one.assisted}" if one.load else ""
            if one.reps or one.seconds or one.distance_m or load:
                said = f"{kind} {one.reps or 0} {one.seconds} {load} {one.rir} {one.distance_m}"
                lines.append((each.exercise, said))
        if lines:
            found.append((stored.workout.day, sorted(lines)))
    return sorted(found)


def test_a_workout_without_a_time_of_day_comes_back_behind_one_in_the_morning() -> None:
    with two_profiles() as (one, other, folder):
        ada, bob = somebody(one), somebody(other, "Bob")
        for start, name in ((None, "squat"), (time(7), "leg_press")):
            one.apply(AddWorkout(ada.id, Workout(0, FIRST_DAY, start, exercises=(LoggedExercise(name, (TEN,)),))))
        export(one, ExportKind.STRONG, ada.id, folder / "strong.csv")
        take_in(other, bob, folder / "strong.csv")
        assert [each.workout.start for each in workouts_of(other, bob.id)] == [time(7), time(12)]
        assert _sets(other, bob) == _sets(one, ada)


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
