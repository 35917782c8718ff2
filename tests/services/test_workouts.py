"""Workouts are logged set by set, changed, moved and ended: what was done is there, and nothing is written over."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from done_workouts import AddWorkout
from helpers import MONDAY, TUESDAY, database_dump, opened, somebody
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.set_text import format_sets
from legwork.domain.log.workout_edits import begun, with_added, with_exercise, with_sets, without
from legwork.domain.plan import edits as plan_edits
from legwork.domain.plan.model import Level
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.plan_text import read_plan
from legwork.services.people import DeletePerson, Person
from legwork.services.plans import AddPlan, ChangePlan, DeletePlan, StoredPlan, plan_of, plans_of
from legwork.services.profile import Profile
from legwork.services.workouts import (
    ChangeWorkout,
    DeleteWorkout,
    FinishWorkout,
    StartWorkout,
    newest_day,
    sets_by_id,
    workout_infos,
    workout_of,
    workouts_of,
)
from log_strategies import LOGS
from workout_texts import add_workout, did, stored, typed

PLAN = """\
Plan: Legs first
Week
Session: Legs (Monday)
squat: 3x8 100kg
[A] leg_curl: 3x10
[A] standing_calf_raise: 3x12
Session: Upper
bench_press: 3x8
"""


def planned(profile: Profile, person: Person) -> StoredPlan:
    profile.apply(AddPlan(person.id, read_plan(PLAN, UnitSystem.METRIC), MONDAY))
    found = plan_of(profile, plans_of(profile, person.id)[-1].id)
    assert found is not None
    return found


def texts(exercises: Iterable[LoggedExercise]) -> list[tuple[str, list[str]]]:
    return [(one.exercise, [format_sets((done,)) for done in one.sets]) for one in exercises]


def test_a_session_of_the_plan_is_done_set_by_set(profile: Profile, person: Person) -> None:
    session = planned(profile, person).plan.blocks[0].weeks[0].sessions[0]
    outcome = profile.apply(StartWorkout(person.id, begun(session, MONDAY, 0, "Legs", time(18, 5), 60)))
    [workout_id] = outcome.changes.workouts
    started = stored(profile, workout_id)
    assert [(one.exercise, one.group, one.entry_id, one.sets) for one in started.exercises] == [
        (entry.exercise, entry.group, entry.id, ()) for entry in session.entries
    ]
    assert (started.session_id, started.start, started.utc_offset_minutes) == (session.id, time(18, 5), 60)
    first = with_sets(started, 0, 0, 0, typed("w 60x8", "100x8@2"))
    outcome = profile.apply(ChangeWorkout(started, first, "Set"))
    assert {table: len(ids) for table, ids in outcome.changes.rows.items()} == {"workout_set": 2}
    assert outcome.changes.workouts == {workout_id}
    assert outcome.changes.workout_days == (MONDAY, MONDAY)
    assert stored(profile, workout_id) == first


def test_a_session_in_progress_is_there_after_a_crash(profile: Profile, person: Person) -> None:
    outcome = profile.apply(StartWorkout(person.id, begun(None, MONDAY, 0, start=time(18, 5))))
    [workout_id] = outcome.changes.workouts
    started = stored(profile, workout_id)
    squats = with_added(started, "squat")
    profile.apply(ChangeWorkout(started, squats, "Exercise"))
    profile.apply(ChangeWorkout(squats, with_sets(squats, 0, 0, 0, typed("100x8")), "Set"))
    again = opened(profile.paths.root)  # the first one was never closed
    [found] = workouts_of(again, person.id)
    again.close()
    assert texts(found.workout.exercises) == [("squat", ["100kg x 8"])]
    assert not found.finished


def test_what_was_not_done_goes_when_the_workout_ends(profile: Profile, person: Person) -> None:
    session = planned(profile, person).plan.blocks[0].weeks[0].sessions[0]
    [workout_id] = profile.apply(StartWorkout(person.id, begun(session, MONDAY, 0))).changes.workouts
    started = stored(profile, workout_id)
    with pytest.raises(UserError, match="Nothing is logged yet: type a set first, or delete this workout"):
        profile.apply(FinishWorkout(started, started))
    done = with_exercise(with_sets(started, 0, 0, 0, typed("100x8")), 1, note="the machine was taken")
    profile.apply(ChangeWorkout(started, done, "Set"))
    profile.apply(FinishWorkout(done, replace(done, minutes=40)))
    [found] = workouts_of(profile, person.id)
    assert [one.exercise for one in found.workout.exercises] == ["squat", "leg_curl"]
    assert (found.finished, found.workout.minutes) == (True, 40)


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        (("100x8", "105x8", "100x8"), 3),  # one number corrected
        (("100x8", "100x8"), 2),  # the last one taken out
        (("90x8", "100x8", "100x8", "100x8"), 3),  # one put in before them
        (("100x8@2", "100x8", "100x8", "100x8@0"), 3),
        ((), 0),
    ],
)
def test_only_sets_that_differ_are_written(profile: Profile, person: Person, after: tuple[str, ...], kept: int) -> None:
    done = add_workout(profile, person, MONDAY, did("squat", "100x8", "100x8", "100x8"), did("row", "60x8"))
    before = database_dump(profile)["workout_set"]
    wanted = with_exercise(done, 0, sets=typed(*after))
    outcome = profile.apply(ChangeWorkout(done, wanted, "Sets"))
    assert stored(profile, done.id) == wanted
    rows = database_dump(profile)["workout_set"]
    assert len({row[0] for row in rows} & {row[0] for row in before if row[0] != 4}) == kept
    assert set(outcome.changes.rows) <= {"workout_set"}
    assert [row for row in rows if row[0] == 4] == [row for row in before if row[0] == 4], "the row is another exercise"


def test_exercises_are_put_in_swapped_and_taken_out(profile: Profile, person: Person) -> None:
    done = add_workout(
        profile, person, MONDAY, did("squat", "100x8"), did("row", "60x8", "60x8"), did("leg_curl", "40x10")
    )
    moved = replace(done, exercises=(done.exercises[2], done.exercises[0], done.exercises[1]))
    outcome = profile.apply(ChangeWorkout(done, moved, "Move"))
    assert set(outcome.changes.rows) == {"workout_exercise"}, "the sets stay where they are"
    fewer = without(with_added(moved, "plank", 1), 2)
    profile.apply(ChangeWorkout(moved, fewer, "Out"))
    assert texts(stored(profile, done.id).exercises) == [
        ("leg_curl", ["40kg x 10"]),
        ("plank", []),
        ("row", ["60kg x 8", "60kg x 8"]),
    ]
    assert len(database_dump(profile)["workout_set"]) == 3


def test_a_workout_that_was_changed_elsewhere_is_not_written_over(profile: Profile, person: Person) -> None:
    seen = add_workout(profile, person, MONDAY, did("squat", "100x8"))
    other = opened(profile.paths.root)
    other.apply(ChangeWorkout(seen, with_sets(seen, 0, 1, 0, typed("100x7")), "Set"))
    other.close()
    before = database_dump(profile)
    for after in (with_sets(seen, 0, 0, 1, typed("110x8")), replace(seen, title="Mine")):
        with pytest.raises(UserError, match="This workout was changed elsewhere: nothing was lost"):
            profile.apply(ChangeWorkout(seen, after, "Set"))
    profile.apply(DeleteWorkout(seen.id, MONDAY))
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(ChangeWorkout(seen, replace(seen, title="Mine"), "Title"))
    assert before["workout_set"], "there was something to lose"


def test_two_workouts_of_a_day_and_one_at_midnight_stand_in_their_order(profile: Profile, person: Person) -> None:
    late = add_workout(profile, person, MONDAY, did("row", "60x8"), start=time(23, 50), minutes=40)
    early = add_workout(profile, person, MONDAY, did("squat", "100x8"), start=time(7, 0))
    after = add_workout(profile, person, TUESDAY, did("plank", "60s"), start=time(0, 10))
    assert [one.workout for one in workouts_of(profile, person.id)] == [early, late, after]
    assert [one.id for one in workout_infos(profile, person.id, MONDAY, MONDAY)] == [early.id, late.id]
    assert [one.workout for one in workouts_of(profile, person.id, first=TUESDAY)] == [after]
    assert [one.workout for one in workouts_of(profile, person.id, last=MONDAY)] == [early, late]
    assert workouts_of(profile, somebody(profile, "Ben").id) == ()


def test_a_workout_is_moved_to_another_day_and_back(profile: Profile, person: Person) -> None:
    done = add_workout(profile, person, TUESDAY, did("squat", "100x8"), start=time(18, 0))
    before = database_dump(profile)
    outcome = profile.apply(ChangeWorkout(done, replace(done, day=MONDAY, start=None), "Day"))
    assert outcome.changes.workout_days == (MONDAY, TUESDAY)
    assert stored(profile, done.id) == replace(done, day=MONDAY, start=None)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_no_workout_lies_ahead(profile: Profile, person: Person) -> None:
    tomorrow = date.today() + timedelta(days=2)
    done = add_workout(profile, person, MONDAY, did("squat", "100x8"))
    for edit in (
        StartWorkout(person.id, Workout(0, tomorrow)),
        ChangeWorkout(done, replace(done, day=tomorrow), "Day"),
    ):
        with pytest.raises(UserError, match="still to come"):
            profile.apply(edit)


def test_a_workout_is_found_only_for_who_did_it(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    mine = add_workout(profile, person, MONDAY, did("squat", "100x8"))
    found = workout_of(profile, person.id, mine.id)
    assert found is not None and found.workout == mine
    assert workout_of(profile, ben.id, mine.id) is None and workout_of(profile, person.id, mine.id + 1) is None


def test_the_newest_day_up_to_a_day(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    for one, days in ((person, (0, 7)), (ben, (3,))):
        for after in days:
            add_workout(profile, one, MONDAY - timedelta(days=after), did("squat", "100x8"))
    asked = [newest_day(profile, person.id, MONDAY - timedelta(days=after)) for after in (0, 1, 7, 8)]
    assert asked == [MONDAY, MONDAY - timedelta(days=7), MONDAY - timedelta(days=7), None]


def test_a_long_title_is_refused_in_a_sentence(profile: Profile, person: Person) -> None:
    for title in ("x" * 201, "two\nlines"):
        with pytest.raises(UserError, match="one line of at most 200 letters"):
            profile.apply(StartWorkout(person.id, Workout(0, MONDAY, title=title)))


def test_a_plan_that_goes_leaves_its_workouts(profile: Profile, person: Person) -> None:
    plan = planned(profile, person)
    session = plan.plan.blocks[0].weeks[0].sessions[0]
    entry = session.entries[0]
    done = add_workout(profile, person, MONDAY, did("squat", "100x8", entry_id=entry.id), session_id=session.id)
    before = database_dump(profile)
    outcome = profile.apply(DeletePlan(plan.info.id, "Legs first"))
    assert outcome.changes.workouts == {done.id}
    free = stored(profile, done.id)
    assert (free.session_id, free.exercises[0].entry_id) == (None, None)
    assert texts(free.exercises) == texts(done.exercises)
    gone = database_dump(profile)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    profile.apply(outcome.forward)
    assert database_dump(profile) == gone
    other = planned(profile, person).plan.blocks[0].weeks[0].sessions[0]
    assert other.id == session.id, "an id is given out again"
    assert stored(profile, done.id) == free, "but the old workout did not do the new session"


def test_a_part_of_a_plan_that_goes_takes_only_its_own_name_along(profile: Profile, person: Person) -> None:
    plan = planned(profile, person)
    session = plan.plan.blocks[0].weeks[0].sessions[0]
    first, second, _ = session.entries
    done = add_workout(
        profile, person, MONDAY, did("squat", "100x8", entry_id=first.id), did("leg_curl", "40x9", entry_id=second.id),
        session_id=session.id,
    )  # fmt: skip
    smaller = plan_edits.remove(plan.plan, Level.ENTRY, first.id)
    outcome = profile.apply(ChangePlan(plan.info.id, plan.plan, smaller, "Remove"))
    found = stored(profile, done.id)
    assert [one.entry_id for one in found.exercises] == [None, second.id]
    assert found.session_id == session.id
    with pytest.raises(UserError, match="changed elsewhere"):
        profile.apply(ChangeWorkout(done, replace(done, note="x"), "Note"))
    profile.apply(outcome.inverse)
    assert stored(profile, done.id) == done


def test_an_undo_does_not_take_away_what_a_newer_workout_names(profile: Profile, person: Person) -> None:
    added = profile.apply(AddPlan(person.id, read_plan(PLAN, UnitSystem.METRIC)))
    plan = plan_of(profile, plans_of(profile, person.id)[0].id)
    assert plan is not None
    session = plan.plan.blocks[0].weeks[0].sessions[0]
    add_workout(profile, person, MONDAY, did("squat", "100x8"), session_id=session.id)
    before = database_dump(profile)
    with pytest.raises(UserError, match="cannot be undone here"):
        profile.apply(added.inverse)
    assert database_dump(profile) == before


def test_a_session_that_is_gone_cannot_be_started(profile: Profile, person: Person) -> None:
    plan = planned(profile, person)
    session = plan.plan.blocks[0].weeks[0].sessions[0]
    profile.apply(DeletePlan(plan.info.id, "Legs first"))
    with pytest.raises(UserError, match="The plan was changed"):
        profile.apply(StartWorkout(person.id, begun(session, MONDAY, 0)))
    assert workouts_of(profile, person.id) == ()


def test_sets_are_found_by_what_a_sum_knows_them_by(profile: Profile, person: Person) -> None:
    later = add_workout(profile, person, TUESDAY, did("squat", "100x8", "100x7"), title="Legs")
    earlier = add_workout(profile, person, MONDAY, did("row", "60x8"), did("squat", "90x8"))
    found = sets_by_id(profile, [2, 4, 1, 99])
    assert [(one.workout_id, one.day, one.exercise, one.place, one.at, format_sets((one.done,))) for one in found] == [
        (earlier.id, MONDAY, "squat", 1, 0, "90kg x 8"),
        (later.id, TUESDAY, "squat", 0, 0, "100kg x 8"),
        (later.id, TUESDAY, "squat", 0, 1, "100kg x 7"),
    ]
    assert [one.title for one in found] == ["", "Legs", "Legs"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("reps", -5), ("reps", "many"), ("unit", "stones"), ("value", -3.0), ("rir", 40.0), ("kind", "heavy")],
)
def test_a_set_that_cannot_be_read_is_shown_and_kept_until_it_is_changed(
    profile: Profile, person: Person, column: str, value: object
) -> None:
    done = add_workout(profile, person, MONDAY, did("squat", "100x8", "90x8"))
    with closing(sqlite3.connect(profile.paths.database)) as connection:
        connection.execute(f"UPDATE workout_set SET {column} = ? WHERE id = 1", (value,))
        connection.commit()
    before = database_dump(profile)
    seen = stored(profile, done.id)
    first, second = seen.exercises[0].sets
    assert second == done.exercises[0].sets[1]
    if column != "kind":
        assert (first.reps, first.note[:18]) == (0, "Could not be read:")
    profile.apply(ChangeWorkout(seen, replace(seen, note="x"), "Note"))
    assert database_dump(profile)["workout_set"] == before["workout_set"]
    profile.apply(
        ChangeWorkout(stored(profile, done.id), with_sets(stored(profile, done.id), 0, 0, 1, typed("100x8")), "Set")
    )
    assert stored(profile, done.id).exercises == done.exercises


def test_workouts_go_with_their_person_and_come_back(profile: Profile, person: Person) -> None:
    plan = planned(profile, person)
    session = plan.plan.blocks[0].weeks[0].sessions[0]
    add_workout(profile, person, MONDAY, did("squat", "100x8", entry_id=session.entries[0].id), session_id=session.id)
    before = database_dump(profile)
    outcome = profile.apply(DeletePerson(person.id, "Ada"))
    assert not any(database_dump(profile)[table] for table in ("workout", "workout_exercise", "workout_set"))
    gone = database_dump(profile)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    profile.apply(outcome.forward)
    assert database_dump(profile) == gone


@settings(max_examples=25, deadline=None)
@given(LOGS, LOGS)
def test_any_workout_becomes_any_other_and_is_undone(one: tuple[Workout, ...], other: tuple[Workout, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        profile = opened(Path(folder))
        person = somebody(profile)
        for before, after in zip(one, other, strict=False):
            [workout_id] = profile.apply(AddWorkout(person.id, before)).changes.workouts
            assert stored(profile, workout_id) == replace(before, id=workout_id)
            there = database_dump(profile)
            wanted = replace(after, id=workout_id)
            outcome = profile.apply(ChangeWorkout(stored(profile, workout_id), wanted, "All"))
            assert stored(profile, workout_id) == wanted
            changed = database_dump(profile)
            profile.apply(outcome.inverse)
            assert database_dump(profile) == there
            profile.apply(outcome.forward)
            assert database_dump(profile) == changed
        profile.close()
