"""Plans kept in a profile, and small changes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from legwork.domain.plan import edits
from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.model import Entry, Plan
from legwork.domain.plan.prescription import straight
from legwork.domain.units import UnitSystem
from legwork.services.people import Person
from legwork.services.plans import AddPlan, plan_of, plans_of
from legwork.services.profile import Profile


def keep_plan(profile: Profile, person: Person, plan: Plan, starts_on: date | None = None) -> tuple[int, Plan]:
    """Add a plan; its id, and the plan with the ids under which it is kept."""
    profile.apply(AddPlan(person.id, plan, starts_on))
    info = plans_of(profile, person.id)[-1]
    return info.id, stored_plan(profile, info.id)


def stored_plan(profile: Profile, plan_id: int) -> Plan:
    found = plan_of(profile, plan_id)
    assert found is not None
    return found.plan


def first_entry(plan: Plan) -> Entry:
    return plan.blocks[0].weeks[0].sessions[0].entries[0]


def with_cell(plan: Plan, text: str) -> Plan:
    cell = parse_cell(text, UnitSystem.METRIC)
    return edits.replace_part(plan, replace(first_entry(plan), prescription=cell))


def an_entry(exercise: str = "squat", note: str = "") -> Entry:
    return Entry(0, exercise, straight(3, 8), note=note)
