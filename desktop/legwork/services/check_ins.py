"""Check-ins: what was measured on a day, what stood there before, and the edits that record it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from legwork.domain.days import near_day
from legwork.domain.sites import Side, Spot
from legwork.domain.tape import median
from legwork.domain.units import Quantity, all_same_typed
from legwork.errors import UserError
from legwork.i18n import ntr, tr
from legwork.services.edit import Edit
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import check_in, person, reading

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

TYPED = "typed"
NAVY = "navy"
MAX_READINGS = 3


class Reading(NamedTuple):
    """One number off the tape: value in cm, kg or percent; unit and text as entered; who says so."""

    value: float
    unit: str
    entered: str
    source: str

    @property
    def quantity(self) -> Quantity:
        """Without its source."""
        return Quantity(self.value, self.unit, self.entered)


@dataclass(frozen=True)
class CheckIn:
    """One day. id is None while nothing was entered. morning, trained_legs: None where nobody said."""

    id: int | None
    day: date
    note: str
    morning: bool | None
    trained_legs: bool | None
    readings: Mapping[Spot, tuple[Reading, ...]]

    def value(self, spot: Spot) -> float | None:
        """The median reading in cm, kg or percent; None when not measured."""
        found = self.readings.get(spot)
        return median([one.value for one in found]) if found else None


@dataclass(frozen=True)
class Previous:
    """What a spot measured when it was last measured."""

    day: date
    readings: tuple[Reading, ...]

    @property
    def values(self) -> list[float]:
        """All readings of that day."""
        return [one.value for one in self.readings]


@dataclass(frozen=True)
class Entry:
    """The readings of one spot as they shall be from now on; none clears it."""

    spot: Spot
    quantities: tuple[Quantity, ...]
    source: str = TYPED


@dataclass(frozen=True)
class Day:
    """What to record for one day. note, morning, trained_legs: None leaves them as they are."""

    day: date
    entries: tuple[Entry, ...] = ()
    note: str | None = None
    morning: bool | None = None
    trained_legs: bool | None = None


def on_day(profile: Profile, person_id: int, day: date) -> CheckIn:
    """The check-in of a day; an empty one when there is none."""
    with profile.reading() as reader:
        row = reader.one(check_in, person_id=person_id, day=day)
    found = by_ids(profile, [row.id]) if row is not None else {}
    return next(iter(found.values()), CheckIn(None, day, "", None, None, {}))


def previous(profile: Profile, person_id: int, before: date) -> dict[Spot, Previous]:
    """Each spot's newest readings before a day."""
    found: dict[Spot, list[Reading]] = defaultdict(list)
    days: dict[Spot, date] = {}
    with profile.reading() as reader:
        for day, site, side, *rest in reader.latest_readings(person_id, before):
            spot = Spot(site, Side(side))
            days[spot] = day
            found[spot].append(Reading(*rest))
    return {spot: Previous(days[spot], tuple(readings)) for spot, readings in found.items()}


def check_in_days(
    profile: Profile, person_id: int, first: date | None = None, last: date | None = None
) -> dict[int, date]:
    """The days of all check-ins from `first` to `last`, by id, oldest first."""
    with profile.reading() as reader:
        return {
            row.id: row.day
            for row in reader.rows(check_in, order=("day",), person_id=person_id)
            if (first is None or row.day >= first) and (last is None or row.day <= last)
        }


def by_ids(profile: Profile, ids: Sequence[int]) -> dict[int, CheckIn]:
    """Whole check-ins by id; those that are gone are left out."""
    with profile.reading() as reader:
        readings = stored_readings(reader, ids)
        return {
            row.id: CheckIn(
                row.id,
                row.day,
                row.note,
                row.morning,
                row.trained_legs,
                {spot: tuple(found) for spot, found in readings.get(row.id, {}).items()},
            )
            for row in reader.by_ids(check_in, ids)
        }


def measured_spots(profile: Profile, person_id: int) -> frozenset[Spot]:
    """Every spot a person ever measured."""
    with profile.reading() as reader:
        return frozenset(Spot(site, Side(side)) for site, side in reader.spots_measured(person_id))


@dataclass(frozen=True)
class RecordReadings(Edit):
    """Write what was measured on one day or on many. `what` names it in the menu."""

    person_id: int
    days: tuple[Day, ...]
    what: str = ""

    @property
    def label(self) -> str:
        if self.what:
            return self.what
        if len(self.days) == 1:
            return tr("Check-in of {day}", day=near_day(self.days[0].day, date.today()))
        return ntr("{count} check-in", "{count} check-ins", len(self.days))

    def run(self, work: UnitOfWork) -> None:
        latest = max((day.day for day in self.days), default=date.min)
        if latest > date.today():
            raise UserError(tr("A check-in cannot lie in the future: choose today or a day before."))
        write_days(work, self.person_id, self.days)


@dataclass(frozen=True)
class ClearValues(RecordReadings):
    """Take values away: each of `days` says by entries without readings, and by an empty note, what goes."""

    notable: ClassVar[bool] = True

    @property
    def label(self) -> str:
        count = sum(len(day.entries) + (day.note is not None) for day in self.days)
        return ntr("Clear {count} value", "Clear {count} values", count)


@dataclass(frozen=True)
class DeleteCheckIns(Edit):
    """Remove whole check-ins."""

    notable: ClassVar[bool] = True

    ids: tuple[int, ...]
    days: tuple[date, ...]

    @property
    def label(self) -> str:
        if len(self.days) == 1:
            return tr("Delete check-in of {day}", day=near_day(self.days[0], date.today()))
        return ntr("Delete {count} check-in", "Delete {count} check-ins", len(self.ids))

    def run(self, work: UnitOfWork) -> None:
        work.delete(check_in, self.ids)


@dataclass(frozen=True)
class MoveCheckIn(Edit):
    """Give a check-in another day."""

    notable: ClassVar[bool] = True

    check_in_id: int
    day: date

    @property
    def label(self) -> str:
        return tr("Move check-in to {day}", day=near_day(self.day, date.today()))

    def run(self, work: UnitOfWork) -> None:
        if self.day > date.today():
            raise UserError(tr("A check-in cannot lie in the future: choose today or a day before."))
        row = work.one(check_in, id=self.check_in_id)
        if row is None:
            raise UserError(tr("This check-in is no longer here."))
        other = work.one(check_in, person_id=row.person_id, day=self.day)
        if other is not None and other.id != row.id:
            raise UserError(
                tr(
                    "There is a check-in on {day} already: edit that one.",
                    day=near_day(self.day, date.today()),
                )
            )
        work.update(check_in, row.id, day=self.day)


def stored_readings(reader: Reader, check_in_ids: Iterable[int]) -> dict[int, dict[Spot, list[Reading]]]:
    """The readings of check-ins, by check-in and spot."""
    found: dict[int, dict[Spot, list[Reading]]] = defaultdict(dict)
    for row in sorted(reader.by_ids(reading, check_in_ids, "check_in_id"), key=attrgetter("ordinal")):
        lines = found[row.check_in_id].setdefault(_spot(row.site, row.side), [])
        lines.append(Reading(row.value, row.unit, row.entered, row.source))
    return found


@lru_cache
def _spot(site: str, side: str) -> Spot:
    return Spot(site, Side(side))


def write_days(work: UnitOfWork, person_id: int, days: Sequence[Day]) -> None:
    """Make the check-ins that are missing and bring their readings to what `days` say.

    Several of one day are taken together, the last word on a spot counting. Raises UserError when the person is gone.
    """
    if work.one(person, id=person_id) is None:
        raise UserError(tr("This person is no longer here."))
    ids = {row.day: row for row in work.rows(check_in, person_id=person_id)}
    missing = [day for day in _merged(days) if day.day not in ids and _says_something(day)]
    made = work.insert(
        check_in,
        [
            {
                "person_id": person_id,
                "day": day.day,
                "note": (day.note or "").strip(),
                "morning": day.morning,
                "trained_legs": day.trained_legs,
            }
            for day in missing
        ],
    )
    new_ids = dict(zip((day.day for day in missing), made, strict=True))
    existing = [day for day in _merged(days) if day.day in ids]
    lines = _lines(work, [ids[day.day].id for day in existing])
    for day in existing:
        _change(work, ids[day.day], day)
        for entry in day.entries:
            spot = entry.spot
            _replace(work, ids[day.day].id, lines.get((ids[day.day].id, spot.site, spot.side.value), {}), entry)
    work.insert(reading, [row for day in missing for row in _new_rows(new_ids[day.day], day.entries)])
    drop_empty(work, [ids[day.day].id for day in existing if _clears_something(day)])


def drop_empty(work: UnitOfWork, check_in_ids: Iterable[int]) -> None:
    """Delete those of the check-ins that have neither a reading nor a note left."""
    for row in work.by_ids(check_in, check_in_ids):
        if not row.note and not work.count(reading, check_in_id=row.id):
            work.delete(check_in, [row.id])


def _merged(days: Sequence[Day]) -> list[Day]:
    merged: dict[date, Day] = {}
    for day in days:
        first = merged.get(day.day, Day(day.day))
        merged[day.day] = Day(
            day.day,
            tuple({entry.spot: entry for entry in first.entries + day.entries}.values()),
            first.note if day.note is None else day.note,
            first.morning if day.morning is None else day.morning,
            first.trained_legs if day.trained_legs is None else day.trained_legs,
        )
    return list(merged.values())


def _says_something(day: Day) -> bool:
    measured = any(entry.quantities for entry in day.entries)
    return measured or bool((day.note or "").strip()) or day.morning is not None or day.trained_legs is not None


def _clears_something(day: Day) -> bool:
    no_note = day.note is not None and not day.note.strip()
    return no_note or any(not entry.quantities for entry in day.entries)


def _change(work: UnitOfWork, row: Any, day: Day) -> None:
    values: dict[str, Any] = {
        name: value
        for name, value in (
            ("note", None if day.note is None else day.note.strip()),
            ("morning", day.morning),
            ("trained_legs", day.trained_legs),
        )
        if value is not None
    }
    if values:
        work.update(check_in, row.id, **values)


def _lines(work: UnitOfWork, check_in_ids: Sequence[int]) -> dict[tuple[int, str, str], dict[int, Any]]:
    """The rows of readings by check-in, site and side, then by ordinal."""
    lines: dict[tuple[int, str, str], dict[int, Any]] = defaultdict(dict)
    for row in work.by_ids(reading, check_in_ids, "check_in_id"):
        lines[row.check_in_id, row.site, row.side][row.ordinal] = row
    return lines


def _replace(work: UnitOfWork, check_in_id: int, old: Mapping[int, Any], entry: Entry) -> None:
    stored = [Quantity(row.value, row.unit, row.entered) for _, row in sorted(old.items())]
    if all_same_typed(stored, entry.quantities):
        return  # nothing is said that does not stand here: who said it first stays as it is
    rows = _new_rows(check_in_id, [entry])
    for row in rows:
        if row["ordinal"] in old:
            work.update(reading, old[row["ordinal"]].id, **row)
    work.delete(reading, [row.id for ordinal, row in old.items() if ordinal > len(rows)])
    work.insert(reading, [row for row in rows if row["ordinal"] not in old])


def _new_rows(check_in_id: int, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    return [
        {
            "check_in_id": check_in_id,
            "site": entry.spot.site,
            "side": entry.spot.side.value,
            "ordinal": ordinal,
            "value": quantity.value,
            "unit": quantity.unit,
            "entered": quantity.entered,
            "source": entry.source,
        }
        for entry in entries
        for ordinal, quantity in enumerate(entry.quantities[:MAX_READINGS], start=1)
    ]
