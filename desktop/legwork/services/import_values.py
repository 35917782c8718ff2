"""What stands in a foreign table, for a look before it comes in: its newest days in the person's units, and of each
column which days it covers, how small and how large it gets, and under which name it goes on.

Owns these words. What becomes of the values is worked out by `importing`; nothing is decided here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from legwork.domain.days import full_day, short_day
from legwork.domain.food.amounts import NAMES, FoodUnits, amount_text
from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side, spot_label, with_side
from legwork.domain.units import Quantity, format_value, typed_text, unit_of
from legwork.formats.mapping_words import side_in
from legwork.formats.records import Column, MeasurementTable
from legwork.i18n import ntr, tr
from legwork.services.check_ins import MAX_READINGS
from legwork.services.importing import LEAVE_OUT, OWN_SITE, Choices, kind_of
from legwork.services.people import Person

MOST_DAYS = 8
"""So many days are shown: enough to find them in the other program (convention)."""

_MOST_NAMED = 5
"""So many names are told that a file has for something else."""

_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]\s*$")
_UNIT_WORDS = {"kg": ("kg", "kgs"), "lb": ("lb", "lbs"), "in": ("in", "inch", "inches")}
"""How a file can spell a unit behind the name of a column; others are spelled as they are here."""

_NO_NAMES = frozenset({"size", "circumference", "girth", "percent", "percentage", ""})


@dataclass(frozen=True)
class ColumnFacts:
    """Of one column: the days it covers, and its smallest and its largest value."""

    days: str
    values: str


@dataclass(frozen=True)
class ShownCell:
    """text: in the person's unit, readings of one day joined. as_written: as the file has it, "" where that is so."""

    text: str
    as_written: str = ""


@dataclass(frozen=True)
class NewestDays:
    """The newest days of what comes in. titles: of the columns, with their units. names: how the file calls them.
    days, cells: a line each. more: how many days there are beside these."""

    titles: tuple[str, ...]
    names: tuple[str, ...]
    days: tuple[str, ...]
    cells: tuple[tuple[ShownCell, ...], ...]
    more: int

    @property
    def more_words(self) -> str:
        """ "and 212 more days", "" for none."""
        return ntr("and {count} more day", "and {count} more days", self.more) if self.more else ""


def name_in_file(column: Column) -> str:
    """How the file calls a column, without its unit: "Oberschenkel", "Left thigh"."""
    words = _BRACKETS.sub("", column.header).replace("_", " ").split()
    if words and words[-1].casefold() in _UNIT_WORDS.get(column.unit, (column.unit.casefold(),)):
        words.pop()
    bare = " ".join(words)
    label = tr(column.label) if column.nutrient is not None else column.label
    same = bare.casefold().replace(" ", "") == label.casefold().replace(" ", "")
    return label if same or not bare else bare[:1].upper() + bare[1:]


def facts_of(table: MeasurementTable, person: Person, food: FoodUnits) -> dict[str, ColumnFacts]:
    """The facts of each column by its header, in the person's units."""
    days: dict[str, tuple[date, date]] = {}
    ends: dict[str, tuple[float, float]] = {}
    for row in table.rows:
        for cell in row.cells:
            key, value = cell.column, cell.quantity.value
            if key not in days:
                days[key], ends[key] = (row.day, row.day), (value, value)
                continue
            first, last = days[key]
            if not first <= row.day <= last:
                days[key] = min(first, row.day), max(last, row.day)
            low, high = ends[key]
            if not low <= value <= high:
                ends[key] = min(low, value), max(high, value)
    return {
        one.header: ColumnFacts(_span(*days[one.header]), _range(one, *ends[one.header], person, food))
        for one in table.columns
        if one.header in days
    }


def newest_days(
    table: MeasurementTable, person: Person, food: FoodUnits, choices: Choices, most: int = MOST_DAYS
) -> NewestDays:
    """The newest days of the columns that come in, each with up to as many readings of a spot as are kept."""
    columns = [one for one in table.columns if choices.get(one.header, LEAVE_OUT) != LEAVE_OUT]
    wanted = {one.header for one in columns}
    all_days = {row.day for row in table.rows if any(cell.column in wanted for cell in row.cells)}
    days = nlargest(most, all_days)
    found: dict[tuple[date, str], list[Quantity]] = defaultdict(list)
    for row in table.rows:
        if row.day in days:
            for cell in row.cells:
                if len(found[row.day, cell.column]) < MAX_READINGS:
                    found[row.day, cell.column].append(cell.quantity)
    return NewestDays(
        tuple(
            tr("{name} ({unit})", name=_target(one, choices, person), unit=_unit(one, person, food)) for one in columns
        ),
        tuple(map(name_in_file, columns)),
        tuple(map(full_day, days)),
        tuple(tuple(_cell(one, found[day, one.header], person, food) for one in columns) for day in days),
        len(all_days) - len(days),
    )


def other_names(table: MeasurementTable, choices: Choices) -> str:
    """What goes on under another name than the file gives it: "“Oberschenkel” is taken as Mid-thigh."; "" for nothing.

    Of a column that goes elsewhere than it would by itself nothing is said: the person chose that.
    """
    pairs: dict[str, str] = {}
    for one in table.columns:
        site = BUILT_IN_BY_KEY.get(one.spot.site) if one.spot is not None else None
        if site is None or choices.get(one.header) != site.key:
            continue
        name, known = name_in_file(one), tr(site.name)
        if not _same(name, known, site.kind):
            pairs.setdefault(_sideless(name), known)
    if not pairs:
        return ""
    shown = list(pairs.items())[:_MOST_NAMED]
    parts = [tr("“{name}” is taken as {site}", name=name, site=site) for name, site in shown[:1]]
    parts += [tr("“{name}” as {site}", name=name, site=site) for name, site in shown[1:]]
    if more := len(pairs) - len(shown):
        parts.append(ntr("and {count} more under another name", "and {count} more under other names", more))
    return tr("{names}. Where that is wrong, choose another place.", names=", ".join(parts))


def _same(name: str, known: str, kind: Kind) -> bool:
    """Whether a name says what the site is called here: no word of the site's is missing. A weight and a share of fat
    are known by one word."""
    said, wanted = _words(name), _words(known)
    return wanted <= said or (kind in (Kind.MASS, Kind.PERCENT) and bool(wanted & said))


def _sideless(name: str) -> str:
    """A name without the side that it says, in whatever language: "Oberschenkel links" is "Oberschenkel"."""
    words = [word for word in name.split() if side_in(word) in (None, Side.NONE)] or [name]
    words[0] = words[0][:1].upper() + words[0][1:]
    return " ".join(words)


def _words(name: str) -> frozenset[str]:
    words = re.split(r"[\s_,.-]+", _sideless(name).casefold())
    return frozenset(re.sub(r"ves$", "f", word).removesuffix("s") for word in words if word not in _NO_NAMES)


def _target(column: Column, choices: Choices, person: Person) -> str:
    """Where a column goes, as people call it."""
    choice = choices[column.header]
    if column.nutrient is not None:
        return tr(NAMES[column.nutrient])
    if choice == OWN_SITE:
        return with_side(column.label, column.side)
    site = person.site(choice)
    return spot_label(site, column.spot.side if column.spot is not None and site.sided else Side.NONE)


def _unit(column: Column, person: Person, food: FoodUnits) -> str:
    if column.nutrient is not None:
        return food.unit_of(column.nutrient)
    return unit_of(kind_of(column), person.units)


def _value(column: Column, value: float, person: Person, food: FoodUnits) -> str:
    if column.nutrient is not None:
        return amount_text(value, column.nutrient, food)
    return format_value(value, kind_of(column), person.units)


def _range(column: Column, low: float, high: float, person: Person, food: FoodUnits) -> str:
    unit = _unit(column, person, food)
    least, most = _value(column, low, person, food), _value(column, high, person, food)
    if least == most:
        return tr("{value} {unit}", value=least, unit=unit)
    return tr("{low} to {high} {unit}", low=least, high=most, unit=unit)


def _span(first: date, last: date) -> str:
    if first == last:
        return full_day(first)
    early = short_day(first) if first.year == last.year else full_day(first)
    return tr("{first} to {last}", first=early, last=full_day(last))


def _cell(column: Column, quantities: list[Quantity], person: Person, food: FoodUnits) -> ShownCell:
    if not quantities:
        return ShownCell("")
    text = " + ".join(_value(column, one.value, person, food) for one in quantities)
    unit = _unit(column, person, food)
    if all(one.unit == unit for one in quantities):
        return ShownCell(text)
    return ShownCell(text, " + ".join(map(typed_text, quantities)))
