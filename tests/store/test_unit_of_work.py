"""Row images: what an edit did is known row by row, and is put back to the byte, primary keys included."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from helpers import database_dump
from legwork.store import tables as t
from legwork.store.store import Store
from legwork.store.unit_of_work import Patch, RowChange, StaleImageError, UnitOfWork

PERSON = {"uid": "a", "name": "Ada", "units": "metric", "check_in_weekday": 0}


@pytest.fixture
def store(tmp_path: Path):
    one = Store(tmp_path / "legwork.sqlite3", tmp_path / "backups")
    yield one
    one.close()


def _reading(check_in: int, site: str = "waist", ordinal: int = 1) -> dict[str, object]:
    line = {"site": site, "side": "none", "ordinal": ordinal, "value": 84.1, "unit": "cm", "entered": "84,1"}
    return {"check_in_id": check_in, "source": "typed", **line}


def _fill(work: UnitOfWork) -> tuple[int, int]:
    """A person with two check-ins of two readings; their own id and the first check-in's."""
    [person] = work.insert(t.person, [PERSON])
    days = [{"person_id": person, "day": date(2025, 1, number), "note": ""} for number in (1, 8)]
    check_ins = work.insert(t.check_in, days)
    work.insert(t.reading, [_reading(one, site) for one in check_ins for site in ("waist", "hips")])
    return person, check_ins[0]


def _file(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return database_dump(store.database)


def test_an_insert_is_undone_and_done_again_with_the_same_keys(store: Store) -> None:
    empty = _file(store)
    with store.write() as work:
        _fill(work)
        patch = work.patch()
    full = _file(store)
    for wanted, step in ((empty, patch.inverse), (full, patch), (empty, patch.inverse)):
        with store.write() as work:
            work.apply(step)
        assert _file(store) == wanted


def test_deleting_a_parent_keeps_images_of_all_that_went_with_it(store: Store) -> None:
    with store.write() as work:
        person, _ = _fill(work)
    full = _file(store)
    with store.write() as work:
        work.delete(t.person, [person])
        patch = work.patch()
    assert [len(_file(store)[name]) for name in ("person", "check_in", "reading")] == [0, 0, 0]
    assert sorted(change.table for change in patch.changes) == ["check_in"] * 2 + ["person"] + ["reading"] * 4
    with store.write() as work:
        work.apply(patch.inverse)
    assert _file(store) == full


def test_an_update_is_undone(store: Store) -> None:
    with store.write() as work:
        _, check_in = _fill(work)
    full = _file(store)
    with store.write() as work:
        work.update(t.check_in, check_in, note="swollen", morning=True)
        patch = work.patch()
    assert _file(store) != full
    with store.write() as work:
        work.apply(patch.inverse)
    assert _file(store) == full


def test_updating_a_row_that_is_gone_is_said(store: Store) -> None:
    with pytest.raises(LookupError, match="check_in 77"), store.write() as work:
        work.update(t.check_in, 77, note="x")


def test_what_comes_to_nothing_leaves_no_patch(store: Store) -> None:
    with store.write() as work:
        _, check_in = _fill(work)
    with store.write() as work:
        work.update(t.check_in, check_in, note="x")
        work.update(t.check_in, check_in, note="")
        work.update(t.check_in, check_in, day=date(2025, 1, 1))
        [new] = work.insert(t.setting, [{"key": "theme", "value": "dark"}])
        work.delete(t.setting, [new])
        assert work.insert(t.setting, []) == []
        work.delete(t.reading, [])
        assert work.patch() == Patch(())


def test_a_block_that_raises_writes_nothing(store: Store) -> None:
    empty = _file(store)
    with pytest.raises(ZeroDivisionError), store.write() as work:
        _fill(work)
        _ = 1 / 0
    assert _file(store) == empty
    with store.write() as work:
        _fill(work)
    assert len(_file(store)["reading"]) == 4


def _insert(work: UnitOfWork) -> None:
    _fill(work)


def _update(work: UnitOfWork) -> None:
    work.update(t.check_in, 1, note="mine")


def _delete(work: UnitOfWork) -> None:
    work.delete(t.check_in, [1])


@pytest.mark.parametrize(
    ("edit", "meanwhile"),
    [
        (_update, lambda work: work.update(t.check_in, 1, note="theirs")),
        (_update, lambda work: work.delete(t.check_in, [1])),
        (_delete, lambda work: work.insert(t.check_in, [{**_day(1), "id": 1}])),
        (_delete, lambda work: work.insert(t.check_in, [{**_day(1), "id": 9}])),  # the same day under another key
        (_delete, lambda work: work.delete(t.person, [1])),  # nobody is left to give it back to
    ],
)
def test_what_changed_in_between_is_not_overwritten(store: Store, edit, meanwhile) -> None:
    with store.write() as work:
        _fill(work)
    with store.write() as work:
        edit(work)
        patch = work.patch()
    with store.write() as work:
        meanwhile(work)
    before = _file(store)
    with pytest.raises(StaleImageError), store.write() as work:
        work.apply(patch.inverse)
    assert _file(store) == before


def _day(number: int) -> dict[str, object]:
    return {"person_id": 1, "day": date(2025, 1, number), "note": "theirs"}


@pytest.mark.parametrize("table", [t.check_in, t.tracked_site])
def test_undoing_an_insert_takes_nobody_elses_rows_along(store: Store, table) -> None:
    """The database would cascade: rows that another program hung under the new person would be gone for good."""
    with store.write() as work:
        work.insert(t.person, [PERSON])
        patch = work.patch()
    theirs = _day(3) if table is t.check_in else {"person_id": 1, "site": "calf", "position": 0}
    with store.write() as work:
        work.insert(table, [theirs])
    before = _file(store)
    with pytest.raises(StaleImageError), store.write() as work:
        work.apply(patch.inverse)
    assert _file(store) == before


def test_more_rows_than_one_statement_takes(store: Store) -> None:
    empty = _file(store)
    with store.write() as work:
        [person] = work.insert(t.person, [PERSON])
        days = [{"person_id": person, "day": date(2000, 1, 1) + timedelta(days=n), "note": ""} for n in range(1700)]
        ids = work.insert(t.check_in, days)
        random.Random(1).shuffle(ids)
        work.insert(t.reading, [_reading(one) for one in ids])
        patch = work.patch()
    full = _file(store)
    with store.write() as work:
        work.delete(t.check_in, ids)
        deletion = work.patch()
    for wanted, step in ((full, deletion.inverse), (empty, patch.inverse), (full, patch)):
        with store.write() as work:
            work.apply(step)
        assert _file(store) == wanted


def test_a_key_that_an_edit_has_just_freed_is_not_given_out_again_by_it(store: Store) -> None:
    """Else the last reading of one check-in would turn into the first of another, and undo would lose it."""
    with store.write() as work:
        _fill(work)
    full = _file(store)
    with store.write() as work:
        work.delete(t.reading, [4])
        [other] = work.insert(t.check_in, [_day(20)])
        assert work.insert(t.reading, [_reading(other)]) == [5]
        patch = work.patch()
    with store.write() as work:
        work.apply(patch.inverse)
    assert _file(store) == full


def test_a_patch_turned_twice_is_itself() -> None:
    patch = Patch((RowChange("setting", 1, None, {"id": 1, "key": "theme", "value": "dark"}),))
    assert patch.inverse.inverse == patch
    assert patch.inverse.changes[0].after is None


def test_several_rows_change_at_once_and_are_put_back(store: Store) -> None:
    with store.write() as work:
        _fill(work)
    full = _file(store)
    with store.write() as work:
        work.update_many(t.reading, {1: {"value": 84.1}, 2: {"value": 99.0, "entered": "99"}, 3: {"ordinal": 2}})
        patch = work.patch()
    changed = _file(store)
    assert {one.id for one in patch.changes} == {2, 3}, "a row that stays as it is is no change"
    assert [(row[0], row[4], row[5], row[7]) for row in changed["reading"]][1:3] == [
        (2, 1, 99.0, "99"),
        (3, 2, 84.1, "84,1"),
    ]
    for wanted, step in ((full, patch.inverse), (changed, patch)):
        with store.write() as work:
            work.apply(step)
        assert _file(store) == wanted
    with store.write() as work, pytest.raises(LookupError, match="reading 77"):
        work.update_many(t.reading, {1: {"value": 1.0}, 77: {"value": 2.0}})
    assert _file(store) == changed


def _planned_workout(work: UnitOfWork) -> None:
    """A person with a plan of one session, and a workout that did it."""
    [ada] = work.insert(t.person, [PERSON])
    [plan] = work.insert(t.plan, [{"person_id": ada, "uid": "p", "name": "Legs"}])
    [block] = work.insert(t.plan_block, [{"plan_id": plan, "position": 0, "kind": "accumulate", "name": ""}])
    [week] = work.insert(t.plan_week, [{"plan_block_id": block, "position": 0}])
    [session] = work.insert(t.plan_session, [{"plan_week_id": week, "position": 0, "name": ""}])
    values = {"day": date(2025, 1, 6), "title": "", "note": "", "finished": True, "source": "typed", "edited": False}
    work.insert(t.workout, [{"person_id": ada, "uid": "w", "plan_session_id": session, **values}])


def test_what_only_names_a_row_stays_and_names_none(store: Store) -> None:
    with store.write() as work:
        _planned_workout(work)
    full = _file(store)
    with store.write() as work:
        work.delete(t.plan, [1])
        patch = work.patch()
    bare = _file(store)
    assert [bare[table.name] for table in (t.plan, t.plan_session)] == [[], []]
    [row] = bare["workout"]
    assert row == tuple(None if cell == 1 and place == 10 else cell for place, cell in enumerate(full["workout"][0]))
    for wanted, step in ((full, patch.inverse), (bare, patch)):
        with store.write() as work:
            work.apply(step)
        assert _file(store) == wanted


def test_a_row_that_was_named_since_is_not_taken_away(store: Store) -> None:
    with store.write() as work:
        _planned_workout(work)
        work.update(t.workout, 1, plan_session_id=None)
    with store.write() as work:
        [session] = work.insert(t.plan_session, [{"plan_week_id": 1, "position": 1, "name": "B"}])
        patch = work.patch()
    with store.write() as work:
        work.update(t.workout, 1, plan_session_id=session)
    full = _file(store)
    with pytest.raises(StaleImageError), store.write() as work:
        work.apply(patch.inverse)
    assert _file(store) == full
