"""A file of every released schema opens in this version and keeps its rows.

`fixtures/schemas/NNNN.sql` is the dump of a profile as that revision wrote it. It is frozen: a new revision adds a
file here and never changes an old one.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, time
from pathlib import Path

import pytest

from done_workouts import AddWorkout
from helpers import database_dump, integrity, opened, remembered_names
from legwork.domain.exercise import Equipment, Share, own_exercise
from legwork.domain.food.amounts import Nutrient
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.set_text import format_sets
from legwork.domain.log.sets import LoggedSet
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.sample_plan import sample_plan
from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.services import documents
from legwork.services.chart_views import SaveView
from legwork.services.choices import SetChoices
from legwork.services.food import RecordFood, SaveItem, food_days, items_of
from legwork.services.lifts import SetLift
from legwork.services.own_exercises import catalogue_of, own_exercises_of
from legwork.services.people import DeletePerson
from legwork.services.plan_files import plan_as_text
from legwork.services.plans import AddPlan, plan_of, plans_of
from legwork.services.proposals import refused_of
from legwork.services.workouts import workouts_of
from legwork.store.engine import REVISIONS, schema_revision
from legwork.store.tables import SCHEMA_REVISION

NEW_IN_4 = ("plan", "plan_block", "plan_week", "plan_session", "plan_entry", "own_exercise")
NEW_IN_5 = ("workout", "workout_exercise", "workout_set", "exercise_name", "refused_proposal")
NEW_IN_6 = ("food_amount", "food_item")
ROOM_IN_6: dict[str, list[object]] = {name: [] for name in NEW_IN_6}
ROOM_IN_5: dict[str, list[object]] = {name: [] for name in NEW_IN_5} | ROOM_IN_6
ROOM_IN_4: dict[str, list[object]] = {name: [] for name in NEW_IN_4} | ROOM_IN_5
FROZEN = Path(__file__).parents[1] / "fixtures" / "schemas"


def test_every_released_schema_is_frozen() -> None:
    assert {file.stem for file in FROZEN.glob("*.sql")} == set(REVISIONS)


def _thawed(folder: Path, revision: str) -> Path:
    file = folder / "legwork.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((FROZEN / f"{revision}.sql").read_text(encoding="utf-8"))
    return file


@pytest.mark.parametrize("revision", REVISIONS)
def test_it_opens_and_keeps_its_rows(tmp_path: Path, revision: str) -> None:
    file = _thawed(tmp_path, revision)
    before = database_dump(file)
    assert len(before["reading"]) > 3
    profile = opened(tmp_path)
    document = documents.read_document(profile)
    profile.close()
    assert schema_revision(file) == SCHEMA_REVISION
    assert integrity(file) == "ok"
    after = database_dump(file)
    for table in before.keys() - {"alembic_version"}:
        assert len(after[table]) == len(before[table])
    if revision == SCHEMA_REVISION:
        assert after == before
    [ada, _] = document.people
    assert (ada.name, ada.custom_sites[0].name, len(ada.check_ins)) == ("Ada Žižková", "Lower calf", 2)
    assert ada.check_ins[0].note == "first line\nsecond; “quoted”"
    assert [(str(one.spot), one.quantity.entered) for one in ada.check_ins[0].readings][:3] == [
        ("body_weight", "12 st 4"),
        ("calf:left", "15 1/4"),
        ("calf:left", "38,2"),
    ]


def test_the_first_one_keeps_everything_and_gets_room_for_goals(tmp_path: Path) -> None:
    file = _thawed(tmp_path, "0001")
    before = database_dump(file)
    profile = opened(tmp_path)
    after = database_dump(file)
    assert {name: after[name] for name in before.keys() - {"alembic_version"}} == {
        name: rows for name, rows in before.items() if name != "alembic_version"
    }
    assert {name: after[name] for name in after.keys() - before.keys()} == {
        "goal": [],
        "programme_change": [],
        "chart_view": [],
        "lift": [],
        "choice": [],
        **ROOM_IN_4,
    }
    [kept] = profile.paths.backups.glob("*.sqlite3")
    assert schema_revision(kept) == "0001"
    profile.apply(SaveView(1, "Legs", "{}"))
    profile.apply(DeletePerson(1, "Ada"))
    assert database_dump(file)["chart_view"] == []
    profile.close()


def test_the_second_one_keeps_goals_programme_and_views(tmp_path: Path) -> None:
    _thawed(tmp_path, "0002")
    profile = opened(tmp_path)
    [ada, ben] = documents.read_document(profile).people
    profile.close()
    assert [(one.measure, one.quantity.value, one.quantity.entered, one.due) for one in ada.goals] == [
        ("difference/calf", 0.0, "0", date(2025, 6, 30)),
        ("site/calf:left", 40.64, "16", date(2025, 12, 31)),
    ]
    assert [one.measure for one in ben.goals] == ["ratio/calf_arm"]
    assert [one.text for one in ada.programme_changes] == ["Squats “deep”; twice a week", "Žádné dřepy"]
    assert [(one.name, one.spec[:9]) for one in ada.chart_views] == [("Legs, všechny", '{"spots":')]


def test_the_second_one_gets_room_for_lifts_and_choices(tmp_path: Path) -> None:
    file = _thawed(tmp_path, "0002")
    before = database_dump(file)
    profile = opened(tmp_path)
    after = database_dump(file)
    assert {name: after[name] for name in before.keys() - {"alembic_version"}} == {
        name: rows for name, rows in before.items() if name != "alembic_version"
    }
    assert {name: after[name] for name in after.keys() - before.keys()} == {
        "lift": [],
        "choice": [],
        **ROOM_IN_4,
    }
    profile.apply(SetLift(1, date(2025, 1, 6), "squat", Side.NONE, Quantity(100.0, "kg", "100"), 5, None))
    profile.apply(SetChoices(1, (("target", ("reeves",)),), date(2025, 1, 6), "Target"))
    profile.apply(DeletePerson(1, "Ada"))
    assert (database_dump(file)["lift"], database_dump(file)["choice"]) == ([], [])
    profile.close()


def test_the_third_one_keeps_lifts_and_choices(tmp_path: Path) -> None:
    _thawed(tmp_path, "0003")
    profile = opened(tmp_path)
    [ada, ben] = documents.read_document(profile).people
    profile.close()
    assert [(one.lift, one.side, one.load.value, one.load.entered, one.reps, one.rir) for one in ada.lifts] == [
        ("split_squat", "left", 22.5, "22,5", 8, None),
        ("split_squat", "right", 25.0, "25", 8, 0.5),
        ("squat", "none", 102.058283, "225", 5, 2.0),
        ("bench_press", "none", 60.0, "60", 1, 0.0),
    ]
    assert [(one.day, one.lift, one.reps) for one in ben.lifts] == [(date(2025, 1, 6), "squat", 3)]
    assert [(one.topic, one.pick, one.picked_on) for one in ada.choices] == [
        ("questions/stands", "upper_body", date(2025, 1, 6)),
        ("questions/stands", "bicycle", date(2025, 1, 6)),
        ("target", "reeves", date(2025, 1, 7)),
    ]
    assert [one.pick for one in ben.choices] == ["casey"]


def test_the_third_one_gets_room_for_plans_and_own_exercises(tmp_path: Path) -> None:
    file = _thawed(tmp_path, "0003")
    before = database_dump(file)
    profile = opened(tmp_path)
    after = database_dump(file)
    assert {name: after[name] for name in before.keys() - {"alembic_version"}} == {
        name: rows for name, rows in before.items() if name != "alembic_version"
    }
    assert {name: after[name] for name in after.keys() - before.keys()} == ROOM_IN_4
    sled = own_exercise("own_sled", "Sled", Pattern.SQUAT, (Share(Muscle.QUADRICEPS, 1.0),))
    profile.apply(AddPlan(1, sample_plan(), exercises=(sled,)))
    full = database_dump(file)
    assert all(full[name] for name in NEW_IN_4)
    profile.apply(DeletePerson(1, "Ada"))
    emptied = database_dump(file)
    assert {name: emptied[name] for name in ROOM_IN_4} == ROOM_IN_4
    profile.close()


def test_the_fourth_one_keeps_plans_and_own_exercises(tmp_path: Path) -> None:
    _thawed(tmp_path, "0004")
    profile = opened(tmp_path)
    [info] = plans_of(profile, 1)
    stored = plan_of(profile, info.id)
    [squat] = own_exercises_of(profile, 1)
    [bens] = plans_of(profile, 2)
    catalogue = catalogue_of(profile, 1)
    assert stored is not None
    text = plan_as_text(stored.plan, catalogue)
    profile.close()
    assert (info.name, info.weeks, info.starts_on) == ("Nohy “first”; 2 weeks", 3, date(2025, 1, 6))
    assert text.splitlines() == [
        "Plan: Nohy “first”; 2 weeks",
        "",
        "Block: Base (accumulate)",
        "",
        "Week 1",
        "",
        "Session: Legs A (Monday)",
        "Back squat: 3x6-8 225lb @2 RIR ramp r180; slow; “deep”",
        "  rule: double 6-8 +5lb",
        "  note: heels on the wedge",
        "[A] Dřep na kladce: 3x10-12/side 22,5kg @8.5 RPE",
        "[A] Standing calf raise: 15,12,10+ t3110",
        "",
        "Session: Upper",
        "Bench press: 4x6 80%",
        "  rule: wave 70,75,80%",
        "",
        "Week 2",
        "",
        "Session: Legs A (Monday)",
        "an_exercise_that_is_gone: 5x5 BW+10kg drop",
        "",
        "Block: Easy week (deload)",
        "",
        "Week 3",
    ]
    assert (squat.name, squat.cues, squat.equipment) == ("Dřep na kladce", ("Paty dolů",), (Equipment.CABLE,))
    assert squat.muscles[1] == Share(Muscle.GLUTES, 0.5, "“Helps”; a little")
    assert (bens.name, bens.weeks, bens.starts_on) == ("Ben's", 1, None)


def test_the_fourth_one_gets_room_for_workouts(tmp_path: Path) -> None:
    file = _thawed(tmp_path, "0004")
    before = database_dump(file)
    profile = opened(tmp_path)
    after = database_dump(file)
    assert {name: after[name] for name in before.keys() - {"alembic_version"}} == {
        name: rows for name, rows in before.items() if name != "alembic_version"
    }
    assert {name: after[name] for name in after.keys() - before.keys()} == ROOM_IN_5
    squat = LoggedExercise("squat", (LoggedSet(reps=8),), entry_id=1)
    profile.apply(AddWorkout(1, Workout(0, date(2025, 1, 6), exercises=(squat,), session_id=1)))
    profile.apply(DeletePerson(1, "Ada"))
    emptied = database_dump(file)
    assert {name: emptied[name] for name in ROOM_IN_5} == ROOM_IN_5
    profile.close()


def test_the_fifth_one_keeps_workouts(tmp_path: Path) -> None:
    _thawed(tmp_path, "0005")
    profile = opened(tmp_path)
    [legs, evening] = workouts_of(profile, 1)
    [bens] = workouts_of(profile, 2)
    assert (remembered_names(profile, 1), refused_of(profile, 1, "squat")) == (
        {"Kreuzheben": "deadlift", "Laufen": ""},
        {"2025-01-06 3x6-8 225lb"},
    )
    profile.close()
    squat, cable, calves = legs.workout.exercises
    assert (legs.workout.start, legs.workout.minutes, legs.workout.title) == (time(18, 5), 75, "Legs A")
    assert (legs.workout.note, legs.workout.session_id, legs.source) == ("first line\nsecond; “quoted”", 1, "typed")
    assert (squat.note, squat.felt, squat.entry_id) == ("heels on the wedge", 3, 1)
    assert [format_sets((one,)) for one in squat.sets] == [
        "w 135lb x 8",
        "225lb x 8 @2 RIR",
        "225lb x 6 f; knees in; “deep”",
    ]
    assert format_sets(cable.sets) == "L 22.5kg x 12 @1.5 RIR / R 22.5kg x 11"
    assert (cable.exercise, cable.group, calves.group, calves.sets) == ("own_dřep_na_kladce", 1, 1, ())
    assert (evening.source, evening.edited, evening.workout.utc_offset_minutes) == ("strong", True, None)
    assert [format_sets((one,)) for exercise in evening.workout.exercises for one in exercise.sets] == [
        "BW x 10",
        "d -15kg x 5",
        "m 5kg x 0",
        "BW 90s",
        "860kg x 877777",
        "BW 400 m",
    ]
    assert (bens.finished, bens.workout.session_id, bens.workout.start) == (False, 4, None)


def test_the_fifth_one_gets_room_for_food(tmp_path: Path) -> None:
    file = _thawed(tmp_path, "0005")
    before = database_dump(file)
    profile = opened(tmp_path)
    after = database_dump(file)
    assert {name: after[name] for name in before.keys() - {"alembic_version"}} == {
        name: rows for name, rows in before.items() if name != "alembic_version"
    }
    assert {name: after[name] for name in after.keys() - before.keys()} == ROOM_IN_6
    water = (Nutrient.WATER, Quantity(0.5, "mL", "500"))
    profile.apply(RecordFood(1, date(2025, 1, 6), (water,)))
    profile.apply(SaveItem(1, "Voda", (water,)))
    assert all(database_dump(file)[name] for name in NEW_IN_6)
    profile.apply(DeletePerson(1, "Ada"))
    assert {name: database_dump(file)[name] for name in NEW_IN_6} == ROOM_IN_6
    profile.close()


def test_the_sixth_one_keeps_food_and_items(tmp_path: Path) -> None:
    _thawed(tmp_path, "0006")
    profile = opened(tmp_path)
    days = food_days(profile, 1, date(2025, 1, 1), date(2025, 1, 31))
    bens = food_days(profile, 2, date(2025, 1, 6), date(2025, 1, 6))
    items = items_of(profile, 1)
    [voda] = items_of(profile, 2)
    profile.close()
    eaten = {day: {key.value: (one.value, one.unit, one.entered) for key, one in found.amounts.items()}
             for day, found in days.items() if found.amounts}  # fmt: skip
    assert eaten == {
        date(2025, 1, 6): {
            "energy": (2040.0, "kcal", "1800+240"), "protein": (140.5, "g", "140,5"),
            "water": (0.473176, "fl oz", "16"),
        },
        date(2025, 1, 7): {
            "energy": (2031.548757, "kJ", "8500"), "fat": (0.0, "g", "0"), "carbohydrate": (300.0, "g", "300"),
        },
    }  # fmt: skip
    assert [one.entered for found in bens.values() for one in found.amounts.values()] == ["500+250"]
    assert [(one.name, [found.entered for found in one.amounts.values()]) for one in items] == [
        ("Tvaroh “s medem”", ["240", "25+5"]),
        ("Voda", ["500"]),
    ]
    assert voda.amounts == {Nutrient.WATER: Quantity(0.3, "L", "0,3")}


def test_the_sixth_one_takes_all_its_food_for_typed(tmp_path: Path) -> None:
    file = _thawed(tmp_path, "0006")
    before = database_dump(file)["food_amount"]
    profile = opened(tmp_path)
    assert database_dump(file)["food_amount"] == [(*row, "typed") for row in before]
    profile.close()


def test_the_seventh_one_keeps_where_food_came_from(tmp_path: Path) -> None:
    _thawed(tmp_path, "0007")
    profile = opened(tmp_path)
    [ada, _] = documents.read_document(profile).people
    profile.close()
    assert [(one.day, {each.source for each in one.amounts}) for one in ada.food] == [
        (date(2025, 1, 6), {"typed"}),
        (date(2025, 1, 7), {"myfitnesspal"}),
    ]


def test_the_newest_one_is_what_this_version_makes(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    profile.close()
    with closing(sqlite3.connect(profile.paths.database)) as made, closing(sqlite3.connect(":memory:")) as frozen:
        frozen.executescript((FROZEN / f"{SCHEMA_REVISION}.sql").read_text(encoding="utf-8"))
        query = "SELECT name, sql FROM sqlite_master ORDER BY name"
        assert made.execute(query).fetchall() == frozen.execute(query).fetchall()
