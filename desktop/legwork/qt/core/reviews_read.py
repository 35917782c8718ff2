"""Up to which check-in a person has read the reviews of their weeks.

Owns where that is kept. It is view state: losing it offers a review once more.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from legwork.qt.core.view_state import ViewState
from legwork.services.people import Person


def read_until(view: ViewState, person: Person) -> date | None:
    """The newest check-in whose review was read; None for none."""
    with suppress(ValueError):
        return date.fromisoformat(view.text(_key(person)))
    return None


def mark_read(view: ViewState, person: Person, day: date) -> None:
    """The review of the check-in of a day was read; an older one takes nothing back."""
    before = read_until(view, person)
    if before is None or before < day:
        view.set_text(_key(person), day.isoformat())


def _key(person: Person) -> str:
    return f"today/read/{person.uid}"
