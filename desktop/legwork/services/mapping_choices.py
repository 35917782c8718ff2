"""What the columns of a table can be, in words, and what becomes of it: for the window in which a person explains one.

Owns these words and the lists that are offered. It must not read files (that is `mapping_look`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legwork.domain.days import full_day
from legwork.domain.food.amounts import NAMES, Nutrient
from legwork.domain.sites import BUILT_IN, BUILT_IN_BY_KEY, Side, spot_label
from legwork.errors import UserError
from legwork.formats.dates import DateOrder, read_day
from legwork.formats.mapped_stones import is_rest_of
from legwork.formats.mapping import LEFT_OUT, MANY, ROLES, ColumnUse, Purpose, Role, TableMapping, units_of
from legwork.formats.mapping_words import food_in, measure_in, roles_in, said
from legwork.i18n import mark, tr
from legwork.services.people import Person

PURPOSES = {
    Purpose.DAYS: mark("one day"),
    Purpose.READINGS: mark("one named value"),
    Purpose.SETS: mark("one set or exercise"),
}
"""What a row can be, marked for translation."""

PURPOSES_AT_LENGTH = {
    Purpose.DAYS: mark("A row holds all that was measured or eaten on a day, each thing in a column of its own"),
    Purpose.READINGS: mark("A row holds one value, and names what was measured"),
    Purpose.SETS: mark("A row holds a set of training, or several of one exercise"),
}
"""The same in sentences, marked for translation."""

ROLE_NAMES = {
    Role.NOTHING: mark("Leave out"),
    Role.DAY: mark("Day"),
    Role.TIME: mark("Time of the day"),
    Role.NAME: mark("What was measured"),
    Role.VALUE: mark("Value"),
    Role.UNIT: mark("Unit"),
    Role.SIDE: mark("Side, left or right"),
    Role.EXERCISE: mark("Exercise"),
    Role.LOAD: mark("Load"),
    Role.REPS: mark("Reps"),
    Role.SETS: mark("How many sets"),
    Role.SECONDS: mark("Seconds"),
    Role.DISTANCE: mark("Distance"),
    Role.RPE: mark("Effort as RPE"),
    Role.RIR: mark("Reps left (RIR)"),
    Role.KIND: mark("Kind of set"),
    Role.NOTE: mark("Note on the set"),
    Role.WORKOUT: mark("Workout name"),
    Role.WORKOUT_NOTE: mark("Workout note"),
    Role.LENGTH: mark("Workout length"),
}
"""What a column can hold beside sites and nutrients, marked for translation."""

OWN = mark("A site of your own")

DELIMITER_NAMES = {",": mark("Comma"), ";": mark("Semicolon"), "\t": mark("Tab"), "|": mark("Upright stroke |")}


@dataclass(frozen=True)
class Choice:
    """Something that a column can be. use: without its unit; an own site is named by the column. heading: no choice,
    but the name of those that follow."""

    text: str
    use: ColumnUse = LEFT_OUT
    heading: bool = False

    def holds(self, use: ColumnUse) -> bool:
        """Whether a column of this use is shown as this choice."""
        mine = self.use
        if (mine.role, mine.what, mine.side) != (use.role, use.what, use.side):
            return False
        return not mine.label or mine.label.casefold() == use.label.casefold()


def choices_for(purpose: Purpose, person: Person) -> tuple[Choice, ...]:
    """What a column can be, in groups. Own sites of the person come before one that is yet to be made."""
    if purpose is not Purpose.DAYS:
        return tuple(Choice(tr(ROLE_NAMES[role]), ColumnUse(role)) for role in (Role.NOTHING, *ROLES[purpose]))
    found = [Choice(tr(ROLE_NAMES[role]), ColumnUse(role)) for role in (Role.NOTHING, Role.DAY, Role.TIME, Role.UNIT)]
    found.append(Choice(tr("Body"), heading=True))
    for site in BUILT_IN:
        sides = (Side.LEFT, Side.RIGHT, Side.NONE) if site.sided else (Side.NONE,)
        for side in sides:
            name = spot_label(site, side)
            text = tr("{site}, side not said", site=name) if site.sided and side is Side.NONE else name
            found.append(Choice(text, ColumnUse(Role.MEASURE, site.key, side)))
    found += [Choice(site.name, ColumnUse(Role.MEASURE, label=site.name)) for site in person.own_sites]
    found.append(Choice(tr(OWN), ColumnUse(Role.MEASURE)))
    found.append(Choice(tr("Food and drink"), heading=True))
    found += [Choice(tr(NAMES[one]), ColumnUse(Role.NUTRIENT, one.value)) for one in Nutrient]
    return tuple(found)


def choice_of(choices: Sequence[Choice], use: ColumnUse) -> int:
    """The place of the choice that a column is shown as."""
    return next((place for place, one in enumerate(choices) if not one.heading and one.holds(use)), 0)


def meant(choices: Sequence[Choice], words: str) -> int:
    """The place of the choice that goes by other words too, as `Wade` for the calf; -1 for none."""
    use = measure_in(words) or food_in(words)
    roles = roles_in(words)
    for place, one in enumerate(choices):
        if one.heading or one.use == LEFT_OUT:
            continue
        if use is not None and one.use.role is use.role and one.use.what == use.what:
            if use.side in (Side.NONE, one.use.side):
                return place
        elif one.use.role in roles:
            return place
    return -1


def unit_words(use: ColumnUse) -> tuple[tuple[str, str], ...]:
    """The units that a column can be in, each with its words; none where there is nothing to choose."""
    units = units_of(use)
    if len(units) < 2:
        return ()
    if use.role is Role.VALUE:
        return (("cm", tr("cm and kg")), ("in", tr("inches and lb")))
    return tuple((one, one or tr("not said")) for one in units)


def changed(mapping: TableMapping, place: int, choice: Choice, name: str) -> TableMapping:
    """The mapping with another choice for a column.

    name: of the column. What only one column can hold is taken from the one that held it. The unit stays where it
    suits, else it is the one that the name says, or that the other columns have.
    """
    before = mapping.columns[place]
    use = replace(choice.use, label=choice.use.label or (name if choice.use.role is Role.MEASURE else ""))
    units = units_of(use)
    others = [one.unit for one in mapping.columns if one.role is use.role]
    likely = (before.unit, said(name).unit, *others, *units)
    use = replace(use, unit=next((one for one in likely if one in units), ""))
    columns = [
        LEFT_OUT if at != place and one.role is use.role and use.role not in MANY else one
        for at, one in enumerate(mapping.columns)
    ]
    columns[place] = use
    return replace(mapping, columns=tuple(columns))


def with_unit(mapping: TableMapping, place: int, unit: str) -> TableMapping:
    """The mapping with another unit for a column."""
    columns = list(mapping.columns)
    columns[place] = replace(columns[place], unit=unit)
    return replace(mapping, columns=tuple(columns))


def twice_sentence(mapping: TableMapping) -> str:
    """Which thing two columns hold, so that only one of them counts in each row; "" for none."""
    seen: set[tuple[str, str]] = set()
    stones = [one for one in mapping.columns if one.unit == "st"]
    for one in mapping.columns:
        if any(is_rest_of(one, other) for other in stones):
            continue  # 13 and 2 are one weight
        key = (one.what, one.side.value)
        if one.what and key in seen:
            name = tr(NAMES[Nutrient(one.what)]) if one.role is Role.NUTRIENT else _site_name(one)
            return tr("Two columns hold “{name}”: of each row only the first one with a value counts.", name=name)
        seen.add(key)
    return ""


def _site_name(use: ColumnUse) -> str:
    return spot_label(BUILT_IN_BY_KEY[use.what], use.side)


def day_words(example: str) -> dict[DateOrder, str]:
    """What a day like 3/4/2025 is in each order; an order in which it is none is absent."""
    found = {}
    for order in DateOrder:
        try:
            found[order] = full_day(read_day(example, order))
        except UserError:
            continue
    return found
