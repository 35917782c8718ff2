"""Plans that another program wrote into: never written over, and odd columns are said in words and stay."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

from helpers import database_dump
from kept_plans import an_entry, first_entry, keep_plan, stored_plan, with_cell
from legwork.domain.plan import edits
from legwork.domain.plan.cells import format_cell
from legwork.domain.plan.model import Block, BlockKind, Level, Plan, Session, Week, Weekday
from legwork.domain.plan.prescription import straight
from legwork.domain.plan.rules import FIXED
from legwork.domain.sample_plan import sample_plan
from legwork.errors import UserError
from legwork.services.people import Person
from legwork.services.plans import ChangePlan
from legwork.services.profile import Profile

Change = Callable[[Plan], Plan]


def _sql(profile: Profile, statement: str) -> None:
    """Another program at the same file."""
    with closing(sqlite3.connect(profile.paths.database)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan_entry SET cell = '9x9' WHERE id = (SELECT min(id) FROM plan_entry)",
        "UPDATE plan_entry SET position = 99 WHERE id = (SELECT min(id) FROM plan_entry)",
        "DELETE FROM plan_entry WHERE id = (SELECT min(id) FROM plan_entry)",
        "DELETE FROM plan_session WHERE id = (SELECT min(id) FROM plan_session)",
        "UPDATE plan_session SET weekday = 6 WHERE id = (SELECT min(id) FROM plan_session)",
        "INSERT INTO plan_entry SELECT 9999, min(id), 50, 'row', '3x8', 'fixed', NULL, '' FROM plan_session",
        "UPDATE plan SET name = 'Theirs'",
    ],
)
def test_what_another_program_changed_is_not_written_over(profile: Profile, person: Person, statement: str) -> None:
    plan_id, plan = keep_plan(profile, person, sample_plan())
    _sql(profile, statement)
    before = database_dump(profile)
    week = plan.blocks[0].weeks[0]
    for after in (with_cell(plan, "5x5"), edits.remove(plan, Level.SESSION, week.sessions[0].id)):
        with pytest.raises(UserError, match="changed elsewhere: nothing was lost"):
            profile.apply(ChangePlan(plan_id, plan, after, "x"))
    assert database_dump(profile) == before
    now = stored_plan(profile, plan_id)
    profile.apply(ChangePlan(plan_id, now, with_cell(now, "5x5"), "x"))
    assert format_cell(first_entry(stored_plan(profile, plan_id)).prescription) == "5x5"


def test_an_id_that_another_program_took_is_not_written_over(profile: Profile, person: Person) -> None:
    plan_id, plan = keep_plan(profile, person, sample_plan())
    session = plan.blocks[0].weeks[0].sessions[0]
    after = edits.insert(plan, replace(an_entry(), id=9999), session.id, 0)
    other = plan.blocks[1].weeks[0].sessions[0].id
    _sql(profile, f"INSERT INTO plan_entry VALUES (9999, {other}, 50, 'row', '3x8', 'fixed', NULL, '')")
    before = database_dump(profile)
    with pytest.raises(UserError, match="changed elsewhere"):
        profile.apply(ChangePlan(plan_id, plan, after, "x"))
    assert database_dump(profile) == before


def test_a_change_elsewhere_in_the_plan_is_no_hindrance(profile: Profile, person: Person) -> None:
    plan_id, plan = keep_plan(profile, person, sample_plan())
    _sql(profile, "UPDATE plan_entry SET cell = '9x9' WHERE id = (SELECT max(id) FROM plan_entry)")
    profile.apply(ChangePlan(plan_id, plan, with_cell(plan, "5x5"), "x"))
    cells = [row[4] for row in database_dump(profile)["plan_entry"]]
    assert "9x9" in cells and "5x5" in cells


def test_a_damaged_cell_is_said_in_words_and_stays_until_it_is_changed(profile: Profile, person: Person) -> None:
    plan_id, whole = keep_plan(profile, person, sample_plan())
    entry = first_entry(whole)
    other = whole.blocks[0].weeks[0].sessions[0].entries[1]
    _sql(profile, f"UPDATE plan_entry SET cell = '3xx8 of them', rule = 'up', note = 'mine' WHERE id = {entry.id}")
    plan = stored_plan(profile, plan_id)
    shown = first_entry(plan)
    assert shown.prescription.note == "Could not be read: 3xx8 of them"
    assert (shown.rule, shown.note) == (FIXED, "Progression could not be read: up · mine")
    moved = edits.move(plan, Level.ENTRY, other.id, plan.blocks[0].weeks[0].sessions[0].id, 0)
    profile.apply(ChangePlan(plan_id, plan, moved, "Move"))
    row = next(row for row in database_dump(profile)["plan_entry"] if row[0] == entry.id)
    assert row[4:] == ("3xx8 of them", "up", None, "mine"), "another exercise was taken in hand, not this one"
    mended = edits.replace_part(moved, replace(shown, prescription=straight(3, 8), note="mine"))
    profile.apply(ChangePlan(plan_id, moved, mended, "Change"))
    assert stored_plan(profile, plan_id) == mended
    row = next(row for row in database_dump(profile)["plan_entry"] if row[0] == entry.id)
    assert row[4:] == ("3x8", "fixed", None, "mine")


def test_other_odd_columns_do_no_harm(profile: Profile, person: Person) -> None:
    plan_id, plan = keep_plan(profile, person, sample_plan())
    _sql(profile, "UPDATE plan_block SET kind = 'rest'")
    _sql(profile, "UPDATE plan_session SET weekday = 9")
    _sql(profile, "UPDATE plan_entry SET superset = -1, position = 0")
    found = stored_plan(profile, plan_id)
    assert {block.kind for block in found.blocks} == {BlockKind.ACCUMULATE}
    assert found.blocks[0].weeks[0].sessions[0].weekday is None
    assert [one.exercise for one in found.blocks[0].weeks[0].sessions[0].entries] == [
        one.exercise for one in plan.blocks[0].weeks[0].sessions[0].entries
    ]
    after = edits.replace_part(found, replace(found.blocks[0].weeks[0].sessions[0], weekday=Weekday.SUNDAY))
    profile.apply(ChangePlan(plan_id, found, after, "x"))
    assert stored_plan(profile, plan_id) == after


def test_an_unknown_exercise_stays_as_it_is(profile: Profile, person: Person) -> None:
    plan = Plan("x", (Block(0, weeks=(Week(0, (Session(0, "A", None, (an_entry("gone_from_the_catalogue"),)),)),)),))
    plan_id, kept = keep_plan(profile, person, plan)
    profile.apply(ChangePlan(plan_id, kept, with_cell(kept, "5x5"), "x"))
    assert first_entry(stored_plan(profile, plan_id)).exercise == "gone_from_the_catalogue"
