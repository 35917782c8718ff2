"""Food and drink of a person by day, own quick items, and the edits of both.

Owns how they are kept: a day's food is an amount of each nutrient, not a list of meals, so that a day is written down
in seconds. What an amount may be is `domain.food.amounts`. A day's weight is an ordinary reading of its check-in. While
energy is left out, it is neither read nor touched here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from legwork.domain.days import near_day
from legwork.domain.food.amounts import FoodUnits, Nutrient, added, check_amount
from legwork.domain.sites import Side, Spot
from legwork.domain.tape import median
from legwork.domain.units import Quantity, same_typed
from legwork.errors import UserError
from legwork.formats.records import MAX_ITEM_NAME, TYPED
from legwork.i18n import tr
from legwork.services.check_ins import Day, Entry, write_days
from legwork.services.choices import choices_of
from legwork.services.edit import Edit
from legwork.services.food_choices import hidden, units_in
from legwork.services.people import Person, one_person
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import Table, food_amount, food_item

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

WEIGHT = Spot("body_weight")

Amounts = Mapping[Nutrient, Quantity]


@dataclass(frozen=True)
class FoodDay:
    """What is written down of a day. weight: what the scale said, the middle reading of several; None when it was not
    asked."""

    day: date
    amounts: Amounts = field(default_factory=dict)
    weight: Quantity | None = None


@dataclass(frozen=True)
class FoodItem:
    """Something a person often has, and what it brings."""

    name: str
    amounts: Amounts


def food_days(
    profile: Profile, person_id: int, first: date, last: date, today: date | None = None
) -> dict[date, FoodDay]:
    """The days from `first` to `last` of which anything is written down, by day, the oldest first.

    today: as of which energy is left out or not; the computer's day when it is not given.
    """
    with profile.reading() as reader:
        rows = reader.within(food_amount, "day", first, last, ("day", "id"), person_id=person_id)
        weighed = reader.readings_at(person_id, WEIGHT.site, WEIGHT.side.value, first, last)
        left_out = hidden(reader, person_id, today or date.today())
    amounts: dict[date, dict[Nutrient, Quantity]] = {}
    for row in rows:
        amounts.setdefault(row.day, {}).update(_amount_of(row, left_out))
    readings: dict[date, list[Quantity]] = {}
    for day, *quantity in weighed:
        readings.setdefault(day, []).append(Quantity(*quantity))
    days = sorted({*(day for day, found in amounts.items() if found), *readings})
    return {day: FoodDay(day, amounts.get(day, {}), _middle(readings.get(day, []))) for day in days}


def newest_food_day(profile: Profile, person_id: int, last: date) -> date | None:
    """The newest day up to `last` of which an amount is written down; None without one."""
    with profile.reading() as reader:
        return reader.newest_day(food_amount, "day", last, person_id=person_id)


def food_units(profile: Profile, person: Person) -> FoodUnits:
    """In which units the person is shown energy and drinks."""
    return units_in(choices_of(profile, person.id), person.units)


def items_of(profile: Profile, person_id: int, today: date | None = None) -> tuple[FoodItem, ...]:
    """A person's quick items in the order in which they were made; without those that bring only what is left out.

    today: as in `food_days`.
    """
    with profile.reading() as reader:
        left_out = hidden(reader, person_id, today or date.today())
        found: dict[str, dict[Nutrient, Quantity]] = {}
        for row in reader.rows(food_item, order=("id",), person_id=person_id):
            found.setdefault(row.name, {}).update(_amount_of(row, left_out))
    return tuple(FoodItem(name, amounts) for name, amounts in found.items() if amounts)


@dataclass(frozen=True)
class RecordFood(Edit):
    """Write down amounts of a day, and what the scale said, as one edit.

    amounts: None clears a nutrient's; those that are not named stay. weight: None leaves it, unless clear_weight.
    """

    person_id: int
    day: date
    amounts: tuple[tuple[Nutrient, Quantity | None], ...] = ()
    weight: Quantity | None = None
    clear_weight: bool = False

    @property
    def label(self) -> str:
        day = near_day(self.day, date.today())
        weighed = self.weight is not None or self.clear_weight
        return tr("Weight of {day}", day=day) if weighed and not self.amounts else tr("Food of {day}", day=day)

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        _check_day(self.day)
        write_food(work, person_id, {self.day: dict(self.amounts)})
        if self.weight is not None or self.clear_weight:
            entry = Entry(WEIGHT, () if self.weight is None else (self.weight,))
            write_days(work, person_id, [Day(self.day, (entry,))])


@dataclass(frozen=True)
class RepeatDay(Edit):
    """Write down for a day what is written down for another: its amounts in place of all that are there, never its
    weight. What is left out stays as it is."""

    person_id: int
    day: date
    source: date

    @property
    def label(self) -> str:
        today = date.today()
        return tr("Food of {day} as on {source}", day=near_day(self.day, today), source=near_day(self.source, today))

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        _check_day(self.day)
        rows = work.rows(food_amount, person_id=person_id, day=self.source)
        left_out = hidden(work, person_id, date.today())
        amounts: dict[Nutrient, Quantity | None] = {}
        for row in rows:
            amounts.update(_amount_of(row, left_out))
        there = work.rows(food_amount, person_id=person_id, day=self.day)
        cleared = {nutrient for row in there for nutrient in _amount_of(row, left_out)} - amounts.keys()
        if not amounts:
            raise UserError(
                tr("Nothing is written down for {day}: there is nothing to repeat.",
                   day=near_day(self.source, date.today()))
            )  # fmt: skip
        write_food(work, person_id, {self.day: {**amounts, **dict.fromkeys(cleared)}})


@dataclass(frozen=True)
class AddItemToDay(Edit):
    """Add what an item brings to what is written down for a day."""

    person_id: int
    day: date
    name: str

    @property
    def label(self) -> str:
        return tr("Add {name}", name=self.name)

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        _check_day(self.day)
        left_out = hidden(work, person_id, date.today())
        brought: dict[Nutrient, Quantity] = {}
        for row in _item_rows(work, person_id, self.name):
            brought.update(_amount_of(row, left_out))
        there: dict[Nutrient, Quantity] = {}
        for row in work.rows(food_amount, person_id=person_id, day=self.day):
            there.update(_amount_of(row))
        write_food(
            work,
            person_id,
            {self.day: {nutrient: added(there.get(nutrient), one, nutrient) for nutrient, one in brought.items()}},
        )


@dataclass(frozen=True)
class SaveItem(Edit):
    """Keep a quick item. instead_of: the name of the one that it takes the place of; empty for a new one."""

    person_id: int
    name: str
    amounts: tuple[tuple[Nutrient, Quantity], ...]
    instead_of: str = ""

    @property
    def label(self) -> str:
        return tr("Quick item {name}", name=" ".join(self.name.split()))

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        name = _item_name(work, person_id, self.name, self.instead_of)
        wanted = dict(self.amounts)
        if not wanted:
            raise UserError(tr("Give the item at least one amount."))
        rows = _item_rows(work, person_id, self.instead_of) if self.instead_of else []
        for row in rows:
            if row.name != name:
                work.update(food_item, row.id, name=name)
        left_out = hidden(work, person_id, date.today()) - wanted.keys()
        shown = [row for row in rows if row.nutrient not in left_out]
        _replace_item(work, {"person_id": person_id, "name": name}, shown, wanted)


@dataclass(frozen=True)
class DeleteItem(Edit):
    """Remove a quick item; what it brought to days stays."""

    notable: ClassVar[bool] = True

    person_id: int
    name: str

    @property
    def label(self) -> str:
        return tr("Delete quick item {name}", name=self.name)

    def run(self, work: UnitOfWork) -> None:
        work.delete(food_item, [row.id for row in _item_rows(work, self.person_id, self.name)])


def write_food(
    work: UnitOfWork, person_id: int, days: Mapping[date, Mapping[Nutrient, Quantity | None]], source: str = TYPED
) -> None:
    """Bring the named amounts of days to what is said; None clears one. source: where they come from, as in
    `food_amount`. Raises UserError for what no day has."""
    ordered = sorted(days)
    if not ordered:
        return
    rows: dict[date, list[Any]] = {}
    for row in work.within(food_amount, "day", ordered[0], ordered[-1], ("id",), person_id=person_id):
        rows.setdefault(row.day, []).append(row)
    for day in ordered:
        _write(work, food_amount, rows.get(day, []), {"person_id": person_id, "day": day}, days[day], source)


def food_rows(reader: Reader, person_id: int) -> list[tuple[date, Nutrient, Quantity, str]]:
    """All amounts of a person with their sources, by day and in the order of nutrients, inside a transaction; what is
    left out as well."""
    order = {nutrient: place for place, nutrient in enumerate(Nutrient)}
    found = [
        (row.day, nutrient, quantity, row.source)
        for row in reader.rows(food_amount, order=("day", "id"), person_id=person_id)
        for nutrient, quantity in _amount_of(row).items()
    ]
    return sorted(found, key=lambda one: (one[0], order[one[1]]))


def item_rows(reader: Reader, person_id: int) -> list[tuple[str, Nutrient, Quantity]]:
    """The same of all items, in the order in which they were made."""
    rows = reader.rows(food_item, order=("id",), person_id=person_id)
    names = list(dict.fromkeys(row.name for row in rows))
    order = {nutrient: place for place, nutrient in enumerate(Nutrient)}
    found = [(row.name, nutrient, quantity) for row in rows for nutrient, quantity in _amount_of(row).items()]
    return sorted(found, key=lambda one: (names.index(one[0]), order[one[1]]))


def _amount_of(row: Any, left_out: frozenset[Nutrient] = frozenset()) -> dict[Nutrient, Quantity]:
    """What a row says; nothing when it is left out, or of a nutrient that is not known here."""
    if row.nutrient not in tuple(Nutrient) or row.nutrient in left_out:
        return {}
    return {Nutrient(row.nutrient): Quantity(row.value, row.unit, row.entered)}


def _write(
    work: UnitOfWork, table: Table, rows: Iterable[Any], place: Mapping[str, Any],
    amounts: Mapping[Nutrient, Quantity | None], source: str | None = None,
) -> None:  # fmt: skip
    """Bring amounts to what is said. rows: those that are there, at this place. source: None for a table without."""
    there = {row.nutrient: row for row in rows}
    new = []
    for nutrient, one in amounts.items():
        row = there.get(nutrient.value)
        if one is None:
            work.delete(table, [row.id] if row else [])
            continue
        check_amount(one.value, nutrient, one.unit)
        values: dict[str, Any] = {"value": one.value, "unit": one.unit, "entered": one.entered}
        origin = {} if source is None else {"source": source}
        if row is None:
            new.append({**place, "nutrient": nutrient.value, **values, **origin})
        elif not same_typed(Quantity(row.value, row.unit, row.entered), one):
            work.update(table, row.id, **values, **origin)
    work.insert(table, new)


def _replace_item(work: UnitOfWork, place: Mapping[str, Any], rows: list[Any], amounts: Amounts) -> None:
    """Bring an item to what is said. Its first row stays whatever it held, because items lie in the order of those."""
    if {row.nutrient for row in rows} <= {nutrient.value for nutrient in amounts}:
        _write(work, food_item, rows, place, amounts)
        return
    first, *others = rows
    work.delete(food_item, [row.id for row in others])
    (nutrient, one), *rest = amounts.items()
    check_amount(one.value, nutrient, one.unit)
    work.update(food_item, first.id, nutrient=nutrient.value, value=one.value, unit=one.unit, entered=one.entered)
    _write(work, food_item, [], place, dict(rest))


def _item_rows(reader: Reader, person_id: int, name: str) -> list[Any]:
    rows = reader.rows(food_item, order=("id",), person_id=person_id, name=name)
    if not rows:
        raise UserError(tr("This item is no longer here."))
    return rows


def _item_name(reader: Reader, person_id: int, name: str, instead_of: str) -> str:
    wanted = " ".join(name.split())
    if not wanted:
        raise UserError(tr("Give the item a name, for example Oats with milk."))
    if len(wanted) > MAX_ITEM_NAME:
        raise UserError(tr("This name is too long: keep it under {most} letters.", most=MAX_ITEM_NAME))
    there = [
        row
        for row in reader.rows(food_item, person_id=person_id)
        if row.name.casefold() == wanted.casefold() and row.name != instead_of
    ]
    left_out = hidden(reader, person_id, date.today())
    if there and all(row.nutrient in left_out for row in there):
        raise UserError(
            tr("There is an item named {name} already, of which nothing is shown because it holds only what you leave "
               "out: choose another name.", name=there[0].name)
        )  # fmt: skip
    if there:
        raise UserError(tr("There is an item named {name} already: choose another name.", name=there[0].name))
    return wanted


def _check_day(day: date) -> None:
    if day > date.today():
        raise UserError(tr("What will be eaten cannot be written down yet: choose today or a day before."))


def _middle(readings: list[Quantity]) -> Quantity | None:
    if not readings:
        return None
    middle = median([one.value for one in readings])
    same = (one for one in readings if one.value == middle)
    return next(same, Quantity(middle, "kg", f"{middle:.2f}".rstrip("0").rstrip(".")))


def weighed_days(profile: Profile, person_id: int, first: date, last: date) -> dict[date, float]:
    """What the scale said from `first` to `last`, kg, by day; the middle reading of several."""
    with profile.reading() as reader:
        rows = reader.readings_at(person_id, WEIGHT.site, Side.NONE.value, first, last)
    readings: dict[date, list[float]] = {}
    for day, value, *_ in rows:
        readings.setdefault(day, []).append(value)
    return {day: median(found) for day, found in readings.items()}
