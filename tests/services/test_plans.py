"""Plans: kept whole, changed row by row, undone to the byte."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import MONDAY, database_dump, integrity, opened, somebody
from kept_plans import an_entry, first_entry, keep_plan, stored_plan, with_cell
from legwork.domain.plan import edits, part_edits
from legwork.domain.plan.model import (
    MAX_NAME,
    Block,
    Entry,
    Level,
    Part,
    Plan,
    Session,
    Week,
    Weekday,
    parts_of,
)
from legwork.domain.plan.prescription import straight
from legwork.domain.sample_plan import sample_plan
from legwork.errors import UserError
from legwork.formats.plan_tree import numbered
from legwork.services.edit import Outcome
from legwork.services.people import DeletePerson, Person
from legwork.services.plans import AddPlan, ChangePlan, DeletePlan, PlanIds, SetPlanStart, plan_of, plans_of
from legwork.services.profile import Profile
from plan_cases import doubled_ids
from plan_strategies import BLOCKS, ENTRIES, PLANS, SESSIONS, WEEKS


def _written(outcome: Outcome) -> dict[str, int]:
    return {table: len(ids) for table, ids in outcome.changes.rows.items()}


def test_a_plan_is_kept_with_all_its_parts(profile: Profile, person: Person) -> None:
    before = database_dump(profile)
    outcome = profile.apply(AddPlan(person.id, sample_plan(), MONDAY))
    [info] = plans_of(profile, person.id)
    assert (info.name, info.starts_on, info.weeks) == ("Legs first, eight weeks", MONDAY, 8)
    assert numbered(stored_plan(profile, info.id)) == numbered(sample_plan())
    assert outcome.inverse.label == "Add plan Legs first, eight weeks"
    assert outcome.changes.people == {person.id}
    assert outcome.changes.plans == {info.id}
    full = database_dump(profile)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    assert plan_of(profile, info.id) is None
    profile.apply(outcome.forward)
    assert database_dump(profile) == full


@settings(max_examples=40, deadline=None)
@given(st.lists(PLANS, min_size=1, max_size=3))
def test_any_plan_comes_back_as_it_was_beside_others(plans: list[Plan]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        profile = opened(Path(folder))
        ada = somebody(profile)
        ben = somebody(profile, "Ben")
        named = [replace(plan, name=plan.name or "x") for plan in plans]
        for plan in named:
            profile.apply(AddPlan(ada.id, plan))
            profile.apply(AddPlan(ben.id, plan))
        infos = plans_of(profile, ada.id)
        assert [numbered(stored_plan(profile, info.id)) for info in infos] == named
        assert [info.weeks for info in infos] == [sum(len(block.weeks) for block in plan.blocks) for plan in named]
        assert len({info.uid for info in (*infos, *plans_of(profile, ben.id))}) == 2 * len(plans)
        profile.close()


def test_what_a_plan_cannot_be_is_refused_and_nothing_is_kept(profile: Profile, person: Person) -> None:
    week = Week(0, (Session(0),))
    before = database_dump(profile)
    for plan, said in (
        (Plan(""), "Give the plan a name"),
        (Plan("x" * (MAX_NAME + 1)), "at most 80 letters"),
        (Plan("two\nlines"), "one line"),
        (Plan("x", (Block(0, weeks=(week,) * 61),)), "60 weeks"),
        (Plan("x", (Block(0, weeks=(Week(0, (Session(0),) * 8),)),)), "7 sessions"),
        (Plan("x", (Block(0, name="y" * 81),)), "at most 80 letters"),
        (Plan("x", (Block(0, weeks=(Week(0, (Session(0, " A"),)),)),)), "one line"),
        (
            Plan("x", (Block(0, weeks=(Week(0, (Session(0, "A", None, (an_entry(note="n" * 201),)),)),)),)),
            "at most 200 letters",
        ),
    ):
        with pytest.raises(UserError, match=said):
            profile.apply(AddPlan(person.id, plan))
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(AddPlan(person.id + 1, Plan("x")))
    assert database_dump(profile) == before


def test_the_start_can_be_set_and_forgotten(profile: Profile, person: Person) -> None:
    plan_id, _ = keep_plan(profile, person, sample_plan())
    assert plans_of(profile, person.id)[0].starts_on is None
    outcome = profile.apply(SetPlanStart(plan_id, MONDAY))
    assert plans_of(profile, person.id)[0].starts_on == MONDAY
    assert outcome.changes.plans == {plan_id}
    assert profile.apply(SetPlanStart(plan_id, MONDAY)).changes.rows == {}
    profile.apply(SetPlanStart(plan_id, None))
    assert plans_of(profile, person.id)[0].starts_on is None
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(SetPlanStart(plan_id + 1, MONDAY))


def test_deleting_one_leaves_the_others_and_is_undone(profile: Profile, person: Person) -> None:
    first, _ = keep_plan(profile, person, sample_plan())
    second, kept = keep_plan(profile, person, replace(sample_plan(), name="Another"))
    before = database_dump(profile)
    outcome = profile.apply(DeletePlan(first, "Legs first"))
    assert [info.id for info in plans_of(profile, person.id)] == [second]
    assert stored_plan(profile, second) == kept
    assert (outcome.changes.people, outcome.changes.plans) == ({person.id}, {first})
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    profile.apply(DeletePerson(person.id, "Ada"))
    after = database_dump(profile)
    assert not any(after[table] for table in after if table.startswith("plan"))


def test_one_changed_cell_writes_one_row(profile: Profile, person: Person) -> None:
    plan_id, before = keep_plan(profile, person, sample_plan())
    dump = database_dump(profile)
    after = with_cell(before, "5x5 110kg; heavier")
    outcome = profile.apply(ChangePlan(plan_id, before, after, "Change a cell"))
    assert _written(outcome) == {"plan_entry": 1}
    assert outcome.inverse.label == "Change a cell"
    assert (outcome.changes.people, outcome.changes.plans) == ({person.id}, {plan_id})
    assert outcome.changes.touches("plan_entry") and not outcome.changes.touches("plan_session", "check_in")
    assert stored_plan(profile, plan_id) == after
    profile.apply(outcome.inverse)
    assert database_dump(profile) == dump
    assert stored_plan(profile, plan_id) == before


def test_only_places_that_change_are_written(profile: Profile, person: Person) -> None:
    plan_id, plan = keep_plan(profile, person, sample_plan())
    [one, two, three, *_] = plan.blocks[0].weeks[0].sessions[0].entries
    moved = edits.move(plan, Level.ENTRY, three.id, plan.blocks[0].weeks[0].sessions[0].id, 1)
    outcome = profile.apply(ChangePlan(plan_id, plan, moved, "Move"))
    assert outcome.changes.rows == {"plan_entry": {two.id, three.id}}
    assert stored_plan(profile, plan_id) == moved
    elsewhere = edits.move(moved, Level.ENTRY, one.id, plan.blocks[2].weeks[2].sessions[3].id, 99)
    outcome = profile.apply(ChangePlan(plan_id, moved, elsewhere, "Move"))
    assert one.id in outcome.changes.rows["plan_entry"]
    assert stored_plan(profile, plan_id) == elsewhere
    renamed = replace(elsewhere, name="Other", blocks=(replace(elsewhere.blocks[0], name="B"), *elsewhere.blocks[1:]))
    assert _written(profile.apply(ChangePlan(plan_id, elsewhere, renamed, "Name"))) == {"plan": 1, "plan_block": 1}
    assert profile.apply(ChangePlan(plan_id, renamed, renamed, "Nothing")).changes.rows == {}
    assert stored_plan(profile, plan_id) == renamed


def test_a_week_that_moves_takes_no_other_row_along(profile: Profile, person: Person) -> None:
    plan_id, plan = keep_plan(profile, person, sample_plan())
    week = plan.blocks[0].weeks[3]
    moved = edits.move(plan, Level.WEEK, week.id, plan.blocks[2].id, 9)
    assert _written(profile.apply(ChangePlan(plan_id, plan, moved, "Move"))) == {"plan_week": 1}
    assert stored_plan(profile, plan_id) == moved


def test_a_block_that_is_split_and_joined_is_undone_and_done_again(profile: Profile, person: Person) -> None:
    """Undoing takes the new block away, whose weeks go back to the one that they came from."""
    plan_id, plan = keep_plan(profile, person, sample_plan())
    split = part_edits.block_from(plan, plan.blocks[0].weeks[2].id, PlanIds(profile))
    first = profile.apply(ChangePlan(plan_id, plan, split, "Split"))
    joined = part_edits.block_joined(split, split.blocks[2].id)
    second = profile.apply(ChangePlan(plan_id, split, joined, "Join"))
    for edit, wanted in (
        (second.inverse, split), (first.inverse, plan), (first.forward, split), (second.forward, joined),
        (second.inverse, split), (first.inverse, plan),
    ):  # fmt: skip
        profile.apply(edit)
        assert stored_plan(profile, plan_id) == wanted


def test_a_part_keeps_its_id_when_it_goes_and_comes_back(profile: Profile, person: Person) -> None:
    plan_id, plan = keep_plan(profile, person, sample_plan())
    ids = PlanIds(profile)
    week = plan.blocks[0].weeks[0]
    more = edits.duplicate(plan, Level.WEEK, week.id, ids)
    added = profile.apply(ChangePlan(plan_id, plan, more, "Duplicate"))
    fewer = edits.remove(more, Level.WEEK, week.id)
    removed = profile.apply(ChangePlan(plan_id, more, fewer, "Remove"))
    assert stored_plan(profile, plan_id) == fewer
    profile.apply(removed.inverse)
    assert stored_plan(profile, plan_id) == more
    profile.apply(added.inverse)
    assert stored_plan(profile, plan_id) == plan
    profile.apply(added.forward)
    assert stored_plan(profile, plan_id) == more


def test_ids_are_never_given_twice(profile: Profile, person: Person) -> None:
    ids, others = PlanIds(profile), PlanIds(profile)
    given_before = [ids(), others(), ids()]
    keep_plan(profile, person, sample_plan())
    newer = PlanIds(profile)
    given_after = [newer(), ids(), newer()]
    assert len({*given_before, *given_after}) == 6
    dump = database_dump(profile)
    stored = {row[0] for table in ("plan_block", "plan_week", "plan_session", "plan_entry") for row in dump[table]}
    assert min(given_after[0], given_after[2]) > max(stored)


def test_what_a_change_cannot_write_leaves_all_as_it_was(profile: Profile, person: Person) -> None:
    plan_id, plan = keep_plan(profile, person, sample_plan())
    before = database_dump(profile)
    session = plan.blocks[0].weeks[0].sessions[0]
    for after, said in (
        (replace(plan, name=""), "Give the plan a name"),
        (edits.replace_part(plan, replace(session, name="x" * 81)), "at most 80 letters"),
        (edits.replace_part(plan, replace(first_entry(plan), note="a\nb")), "one line"),
    ):
        with pytest.raises(UserError, match=said):
            profile.apply(ChangePlan(plan_id, plan, after, "x"))
    twice = replace(plan, blocks=(plan.blocks[0], plan.blocks[0]))
    assert doubled_ids(twice)
    with pytest.raises(ValueError, match="twice"):
        profile.apply(ChangePlan(plan_id, plan, twice, "x"))
    with pytest.raises(ValueError, match="entry"):
        profile.apply(ChangePlan(plan_id, plan, edits.replace_part(plan, replace(first_entry(plan), exercise="")), "x"))
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(ChangePlan(plan_id + 1, plan, plan, "x"))
    assert database_dump(profile) == before


def test_parts_that_are_the_same_are_the_very_same(profile: Profile, person: Person) -> None:
    plan_id, plan = keep_plan(profile, person, sample_plan())
    again = plan_of(profile, plan_id, plan)
    assert again is not None and again.plan is plan
    outcome = profile.apply(ChangePlan(plan_id, plan, with_cell(plan, "5x5"), "x"))
    changed = plan_of(profile, plan_id, plan)
    assert changed is not None and changed.plan == stored_plan(profile, plan_id) != plan
    [week, *others] = changed.plan.blocks[0].weeks
    assert week is not plan.blocks[0].weeks[0]
    assert all(one is other for one, other in zip(others, plan.blocks[0].weeks[1:], strict=True))
    assert changed.plan.blocks[1] is plan.blocks[1]
    profile.apply(outcome.inverse)
    assert stored_plan(profile, plan_id) == plan


def _every(plan: Plan, level: Level) -> list[Part]:
    parts: list[Part] = list(plan.blocks)
    for _ in range(list(Level).index(level)):
        parts = [inner for part in parts for inner in parts_of(part)]
    return parts


def _random_change(draw: st.DrawFn, plan: Plan, fresh: Callable[[], int]) -> Plan:
    """One edit as a person makes it, or the plan itself where it cannot be done."""
    level = draw(st.sampled_from(Level))
    parts = _every(plan, level)
    above = _every(plan, list(Level)[list(Level).index(level) - 1]) if level is not Level.BLOCK else []
    new = draw({Level.BLOCK: BLOCKS, Level.WEEK: WEEKS, Level.SESSION: SESSIONS, Level.ENTRY: ENTRIES}[level])
    new = edits.with_ids(new, fresh)
    place = draw(st.integers(0, 4))
    kind = draw(st.sampled_from(["insert", "remove", "move", "duplicate", "replace", "fill", "swap", "rename"]))
    part = draw(st.sampled_from(parts)) if parts else None
    into = draw(st.sampled_from(above)).id if above else None
    if kind == "rename":
        return replace(plan, name=draw(st.sampled_from(["One", "Two"])))
    if kind == "insert" and (above or level is Level.BLOCK):
        return edits.insert(plan, new, into, place)
    if part is None:
        return plan
    if kind == "remove":
        return edits.remove(plan, level, part.id)
    if kind == "move" and (above or level is Level.BLOCK):
        return edits.move(plan, level, part.id, into, place)
    if kind == "duplicate":
        return edits.duplicate(plan, level, part.id, fresh)
    if kind == "replace":
        return edits.replace_part(plan, replace(new, id=part.id))
    entries = _every(plan, Level.ENTRY)
    if kind == "fill" and entries:
        return edits.fill_right(plan, draw(st.sampled_from(entries)).id, fresh)
    if kind == "swap" and entries:
        return edits.swap_exercise(plan, draw(st.sampled_from(entries)).id, "row", following=draw(st.booleans()))
    return plan


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_random_edits_undone_give_the_first_state_and_redone_the_last(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        profile = opened(Path(folder))
        person = somebody(profile)
        keep_plan(profile, person, sample_plan())
        plan_id, plan = keep_plan(profile, person, replace(data.draw(PLANS), name="One"))
        ids = PlanIds(profile)
        states = [database_dump(profile)]
        outcomes: list[Outcome] = []
        for _ in range(data.draw(st.integers(1, 6))):
            try:
                after = _random_change(data.draw, plan, ids)
            except UserError:
                continue  # beyond the limits: nothing was asked of the store
            outcomes.append(profile.apply(ChangePlan(plan_id, plan, after, "x")))
            assert stored_plan(profile, plan_id) == after
            assert doubled_ids(after) == ()
            states.append(database_dump(profile))
            plan = after
        for outcome, state in zip(reversed(outcomes), reversed(states[:-1]), strict=True):
            profile.apply(outcome.inverse)
            assert database_dump(profile) == state
        for outcome, state in zip(outcomes, states[1:], strict=True):
            profile.apply(outcome.forward)
            assert database_dump(profile) == state
        profile.close()
        assert integrity(profile.paths.database) == "ok"


def test_the_largest_plan_is_kept_and_one_cell_of_it_costs_one_row(profile: Profile, person: Person) -> None:
    numbers = count(1)
    cells = [straight(sets, reps) for sets in (2, 3, 4) for reps in range(5, 13)]

    def session(day: int) -> Session:
        entries = tuple(Entry(0, f"exercise_{place}", cells[next(numbers) % len(cells)]) for place in range(15))
        return Session(0, f"Day {day}", Weekday(day), entries)

    weeks = tuple(Week(0, tuple(session(day) for day in range(7))) for _ in range(40))
    plan_id, plan = keep_plan(profile, person, Plan("Big", (Block(0, weeks=weeks),)))
    assert len(_every(plan, Level.ENTRY)) == 40 * 7 * 15
    entry = plan.blocks[0].weeks[39].sessions[6].entries[14]
    after = edits.replace_part(plan, replace(entry, prescription=straight(1, 1)))
    outcome = profile.apply(ChangePlan(plan_id, plan, after, "x"))
    assert outcome.changes.rows == {"plan_entry": {entry.id}}
    assert stored_plan(profile, plan_id) == after
