"""Which plan a person trains by, where several could be: chosen on the Train page, asked by all who look at plans.

Owns where that is kept. It is view state: no edit tells of it, so who keeps what came of it must compare.
"""

from __future__ import annotations

from legwork.qt.core.view_state import ViewState
from legwork.services.people import Person


def chosen_plan(view: ViewState, person: Person) -> int:
    """The id of the plan; 0 while none was chosen."""
    return view.number(_key(person), 0)


def choose_plan(view: ViewState, person: Person, plan_id: int) -> None:
    """Train by this plan from now on."""
    view.set_text(_key(person), str(plan_id))


def _key(person: Person) -> str:
    return f"train/plan/{person.uid}"
