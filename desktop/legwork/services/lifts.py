"""Lifts: the best set of each that a person did on a day, entered by hand.

Owns what a set may be. What it tells of strength is worked out in `domain.strength`, and which of several days counts
is for those who ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from legwork.domain.days import near_day
from legwork.domain.sites import Side
from legwork.domain.strength import LIFTS_BY_KEY, lift_label
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.formats.records import MOST_LOAD_KG, MOST_REPS, MOST_RIR
from legwork.i18n import tr
from legwork.services.edit import Edit
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import lift

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Lift:
    """The best set of a lift on one day. lift: a key of LIFTS. load: kg inside, and as it was typed.

    rir: how many reps were left in reserve; None where nobody said.
    """

    id: int
    day: date
    lift: str
    side: Side
    load: Quantity
    reps: int
    rir: float | None


def lifts_of(profile: Profile, person_id: int) -> tuple[Lift, ...]:
    """A person's lifts by day; those of one day by lift and side."""
    with profile.reading() as reader:
        return lifts_from(reader, person_id)


def lifts_from(reader: Reader, person_id: int) -> tuple[Lift, ...]:
    """As `lifts_of`, inside a transaction."""
    return tuple(
        Lift(
            row.id,
            row.day,
            row.lift,
            Side(row.side),
            Quantity(row.value, row.unit, row.entered),
            row.reps,
            row.rir,
        )
        for row in reader.rows(lift, order=("day", "lift", "side"), person_id=person_id)
    )


@dataclass(frozen=True)
class SetLift(Edit):
    """Note the best set of a lift on a day, in place of the one that may stand there. rir: None when nobody said."""

    person_id: int
    day: date
    lift: str
    side: Side
    load: Quantity
    reps: int
    rir: float | None

    @property
    def label(self) -> str:
        what = lift_label(self.lift, self.side)
        return tr("{what} on {day}", what=what, day=near_day(self.day, date.today()))

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        _check(self)
        values = {
            "value": self.load.value,
            "unit": self.load.unit,
            "entered": self.load.entered,
            "reps": self.reps,
            "rir": self.rir,
        }
        place = {"person_id": person_id, "day": self.day, "lift": self.lift, "side": self.side.value}
        row = work.one(lift, **place)
        if row is None:
            work.insert(lift, [{**place, **values}])
        else:
            work.update(lift, row.id, **values)


@dataclass(frozen=True)
class RemoveLift(Edit):
    """Remove the set of a lift on a day."""

    notable: ClassVar[bool] = True

    person_id: int
    day: date
    lift: str
    side: Side

    @property
    def label(self) -> str:
        what = lift_label(self.lift, self.side)
        return tr("Remove {what} on {day}", what=what, day=near_day(self.day, date.today()))

    def run(self, work: UnitOfWork) -> None:
        row = work.one(lift, person_id=self.person_id, day=self.day, lift=self.lift, side=self.side.value)
        work.delete(lift, [row.id] if row else [])


def _check(one: SetLift) -> None:
    known = LIFTS_BY_KEY.get(one.lift)
    if known is None:
        raise UserError(tr("This lift is not known here: choose one from the list."))
    if one.side not in known.sides:
        if known.sided:
            raise UserError(tr("Each leg has its own number: say whether this was the left or the right one."))
        raise UserError(tr("This lift is done with both sides at once: enter it without a side."))
    if one.day > date.today():
        raise UserError(tr("This day is still to come: choose today or a day before."))
    if not one.load.value > 0:  # nor is NaN
        raise UserError(tr("A load is a number above zero: type what was lifted."))
    if one.load.value > MOST_LOAD_KG:
        raise UserError(tr("Nobody lifts this much: type a load of at most {most} kg.", most=int(MOST_LOAD_KG)))
    if not 1 <= one.reps <= MOST_REPS:
        raise UserError(tr("Type how many reps the set had: a whole number from 1 to {most}.", most=MOST_REPS))
    if one.rir is not None and not 0 <= one.rir <= MOST_RIR:
        raise UserError(
            tr(
                "Type how many more reps you could have done: a number from 0 to {most}, or nothing.",
                most=int(MOST_RIR),
            )
        )
