"""Goals: what a person wants a measure to be, and by which day.

A measure is named by a key that whoever draws it made up; nothing is known here of what it measures, but that a
difference between left and right may be wanted to vanish.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.formats.records import MOST
from legwork.i18n import tr
from legwork.services.edit import Edit
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import goal

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

DIFFERENCE = "difference/"
"""How the key of a measure begins whose goal may be nothing at all."""

MOST_YEARS = 20
"""How far ahead a goal may lie (a convention)."""


@dataclass(frozen=True)
class Goal:
    """A value in SI to be reached on the day `due`; unit and text as entered. set_on: when it was decided."""

    id: int
    measure: str
    value: float
    unit: str
    entered: str
    due: date
    set_on: date

    def is_over(self, today: date) -> bool:
        """Whether its day has gone by; on the day itself it counts."""
        return self.due < today

    @property
    def quantity(self) -> Quantity:
        """The value as it was typed."""
        return Quantity(self.value, self.unit, self.entered)


def goals_of(profile: Profile, person_id: int) -> dict[str, Goal]:
    """A person's goals by measure."""
    with profile.reading() as reader:
        return goals_from(reader, person_id)


def goals_from(reader: Reader, person_id: int) -> dict[str, Goal]:
    """As `goals_of`, inside a transaction."""
    return {
        row.measure: Goal(row.id, row.measure, row.value, row.unit, row.entered, row.due, row.set_on)
        for row in reader.rows(goal, person_id=person_id)
    }


@dataclass(frozen=True)
class SetGoal(Edit):
    """Set the goal of one measure, in place of the one it may have. `what` is the measure's translated name."""

    person_id: int
    measure: str
    quantity: Quantity
    due: date
    set_on: date
    what: str

    @property
    def label(self) -> str:
        return tr("Goal for {what}", what=self.what)

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        _check_value(self.measure, self.quantity.value)
        _check_days(self.due, self.set_on)
        values = {
            "value": self.quantity.value,
            "unit": self.quantity.unit,
            "entered": self.quantity.entered,
            "due": self.due,
            "set_on": self.set_on,
        }
        row = work.one(goal, person_id=person_id, measure=self.measure)
        if row is None:
            work.insert(goal, [{"person_id": person_id, "measure": self.measure, **values}])
        else:
            work.update(goal, row.id, **values)


@dataclass(frozen=True)
class RemoveGoal(Edit):
    """Let the goal of one measure go."""

    notable: ClassVar[bool] = True

    person_id: int
    measure: str
    what: str

    @property
    def label(self) -> str:
        return tr("Remove goal for {what}", what=self.what)

    def run(self, work: UnitOfWork) -> None:
        row = work.one(goal, person_id=self.person_id, measure=self.measure)
        work.delete(goal, [row.id] if row else [])


def _check_value(measure: str, value: float) -> None:
    if measure.startswith(DIFFERENCE):
        if math.isnan(value) or value < 0:
            raise UserError(tr("A difference cannot be smaller than none: type 0 or more."))
    elif math.isnan(value) or value <= 0:
        raise UserError(tr("A goal is a number above zero: type what you want to reach."))
    if value > MOST:  # such a one could not come back out of an export
        raise UserError(tr("No body reaches this: type a smaller number."))


def _check_days(due: date, set_on: date) -> None:
    if due <= set_on:
        raise UserError(tr("A goal needs a day to come: choose one after today."))
    if (due.year - MOST_YEARS, due.month, due.day) > (set_on.year, set_on.month, set_on.day):
        raise UserError(tr("This day is too far away: choose one within {count} years.", count=MOST_YEARS))
