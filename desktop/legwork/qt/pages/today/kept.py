"""What was put off on the Today page: how things were looked at, never data.

Owns where that is kept. Losing it loses nothing: a step is offered once more.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from legwork.qt.core.view_state import ViewState
from legwork.services.people import Person
from legwork.services.today_step import Step


def put_off(view: ViewState, person: Person) -> dict[Step, date]:
    """The day on which each step was put off last."""
    found = {}
    for step in Step:
        with suppress(ValueError):
            found[step] = date.fromisoformat(view.text(_step_key(person, step)))
    return found


def set_put_off(view: ViewState, person: Person, step: Step, today: date) -> None:
    """A step was put off."""
    view.set_text(_step_key(person, step), today.isoformat())


def _step_key(person: Person, step: Step) -> str:
    return f"today/put_off/{person.uid}/{step.value}"
