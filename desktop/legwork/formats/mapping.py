"""What a person said of a table that no format knows: where its header is, and what each of its columns holds.

Owns this shape, the text in which it is kept, and the name by which a table is known again. It must not read a table
(that is `mapped`), nor guess (that is `mapping_guess`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.food.amounts import Nutrient
from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side
from legwork.formats.dates import DateOrder
from legwork.formats.training_header import plain

MOST_COLUMNS = 100
"""A table kept by hand has fewer columns (a convention); those beyond are left out, and that is said."""

MOST_JUNK = 50
"""So many rows can stand before the header (a convention)."""

MAX_LABEL = 80
DELIMITERS = (",", ";", "\t", "|")


class Purpose(StrEnum):
    """What one row of the table is. DAYS: a day, with a column for each thing that was measured or eaten. READINGS: one
    value, named in the row. SETS: one set, or several equal ones, of an exercise."""

    DAYS = "days"
    READINGS = "readings"
    SETS = "sets"


class Across(StrEnum):
    """What can stand side by side, a column for each, where a row is to be made of each value."""

    DAYS = "days"
    SIDES = "sides"
    EXERCISES = "exercises"


class Role(StrEnum):
    """What a column holds. MEASURE: values of one site; NUTRIENT: of one nutrient. NAME, VALUE: what was measured and
    what it came to. SETS: how many sets a row stands for. KIND: warm-up, drop and so on. WORKOUT: its title."""

    NOTHING = "nothing"
    DAY = "day"
    TIME = "time"
    MEASURE = "measure"
    NUTRIENT = "nutrient"
    NAME = "name"
    VALUE = "value"
    UNIT = "unit"
    SIDE = "side"
    EXERCISE = "exercise"
    LOAD = "load"
    REPS = "reps"
    SETS = "sets"
    SECONDS = "seconds"
    DISTANCE = "distance"
    RPE = "rpe"
    RIR = "rir"
    KIND = "kind"
    NOTE = "note"
    WORKOUT = "workout"
    WORKOUT_NOTE = "workout_note"
    LENGTH = "length"


ROLES: dict[Purpose, tuple[Role, ...]] = {
    Purpose.DAYS: (Role.DAY, Role.TIME, Role.UNIT, Role.MEASURE, Role.NUTRIENT),
    Purpose.READINGS: (Role.DAY, Role.TIME, Role.NAME, Role.VALUE, Role.UNIT, Role.SIDE),
    Purpose.SETS: (
        Role.DAY, Role.TIME, Role.EXERCISE, Role.LOAD, Role.UNIT, Role.REPS, Role.SETS, Role.SECONDS, Role.DISTANCE,
        Role.RPE, Role.RIR, Role.KIND, Role.SIDE, Role.NOTE, Role.WORKOUT, Role.WORKOUT_NOTE, Role.LENGTH,
    ),
}  # fmt: skip
"""What columns can hold, by what a row is."""

MANY = frozenset({Role.NOTHING, Role.MEASURE, Role.NUTRIENT, Role.REPS, Role.LOAD})
"""What several columns can hold; anything else stands in one. Several of reps, or of loads, are the sets of a row in
their order."""

NEEDED: dict[Purpose, tuple[tuple[Role, ...], ...]] = {
    Purpose.DAYS: ((Role.DAY,), (Role.MEASURE, Role.NUTRIENT)),
    Purpose.READINGS: ((Role.DAY,), (Role.NAME,), (Role.VALUE,)),
    Purpose.SETS: ((Role.DAY,), (Role.EXERCISE,), (Role.REPS, Role.SECONDS, Role.DISTANCE)),
}
"""What must be there: one of each."""

UNITS: dict[Kind, tuple[str, ...]] = {
    Kind.GIRTH: ("cm", "in", "mm", "m"), Kind.LENGTH: ("cm", "in", "mm", "m"), Kind.SKINFOLD: ("mm", "cm"),
    Kind.MASS: ("kg", "lb", "st", "g"), Kind.PERCENT: ("%",),
}  # fmt: skip
"""In which units a column can be; the first is the usual one."""

NUTRIENT_UNITS: dict[Nutrient, tuple[str, ...]] = {
    Nutrient.ENERGY: ("kcal", "kJ"),
    Nutrient.PROTEIN: ("g",),
    Nutrient.CARBOHYDRATE: ("g",),
    Nutrient.FAT: ("g",),
    Nutrient.WATER: ("L", "mL", "fl oz"),
}
VALUE_UNITS = ("cm", "in")
"""Of values whose row does not say: cm beside kg, or inches beside pounds."""

LOAD_UNITS = ("", "kg", "lb")
"""A load whose unit is not said is asked about when the whole log is read."""

DISTANCE_UNITS = ("m", "km", "mi", "ft", "yd")


@dataclass(frozen=True)
class ColumnUse:
    """What a column holds.

    what: the key of a built-in site or of a nutrient; "" for a site of the person's own, named by `label`. side: of a
    site. unit: of numbers that bring none of their own; "" where nobody said.
    """

    role: Role = Role.NOTHING
    what: str = ""
    side: Side = Side.NONE
    unit: str = ""
    label: str = ""


LEFT_OUT = ColumnUse()


@dataclass(frozen=True)
class TableMapping:
    """How a table is to be read.

    columns: by their place; those beyond hold nothing. header: which row names the columns, from 1, blank rows not
    counted; 0 where none does. delimiter: of a text; "" in a spreadsheet. order: of day and month in days like
    3/4/2025; None where nobody said. decimal: the sign before decimals where it is known, "." or ","; the other one
    then parts thousands. fill: an empty day, exercise or name repeats the one above. across: the days stand side by
    side in the header; `mapping_across` then makes the columns that are meant here.
    """

    purpose: Purpose
    columns: tuple[ColumnUse, ...]
    header: int = 1
    delimiter: str = ","
    order: DateOrder | None = None
    decimal: str = ""
    fill: bool = False
    across: bool = False

    def places(self, role: Role) -> tuple[int, ...]:
        """Where columns of this role stand."""
        return tuple(place for place, one in enumerate(self.columns) if one.role is role)

    def place(self, role: Role) -> int | None:
        """Where the column of this role stands; None without one."""
        return next(iter(self.places(role)), None)

    @property
    def missing(self) -> tuple[tuple[Role, ...], ...]:
        """What must be there and is not: of each, one would do."""
        return tuple(one for one in NEEDED[self.purpose] if not any(map(self.places, one)))


@dataclass(frozen=True)
class Guess:
    """What a table most likely is.

    units_guessed: the columns whose unit nobody said, only their numbers tell it. by_cells: those whose name does not
    say what they hold, only their cells do.
    """

    mapping: TableMapping
    units_guessed: frozenset[int] = frozenset()
    by_cells: frozenset[int] = frozenset()


def header_key(header: Iterable[str]) -> str:
    """The same for tables with the same columns, however they spell case and blanks."""
    names = [plain(name) for name in header]
    while names and not names[-1]:
        names.pop()
    return hashlib.sha256("\x1f".join(names).encode("utf-8", "replace")).hexdigest()[:24]


_USUAL = {"role": Role.NOTHING.value, "what": "", "side": Side.NONE.value, "unit": "", "label": ""}


def as_text(mapping: TableMapping) -> str:
    """The text in which it is kept: JSON, without what is usual."""
    columns = []
    for one in mapping.columns:
        found = {"role": one.role.value, "what": one.what, "side": one.side.value, "unit": one.unit, "label": one.label}
        columns.append({key: value for key, value in found.items() if value != _USUAL[key]})
    tree = {
        "row": mapping.purpose.value, "columns": columns, "header": mapping.header, "delimiter": mapping.delimiter,
        "order": mapping.order.value if mapping.order else "", "decimal": mapping.decimal, "fill": mapping.fill,
    }  # fmt: skip
    if mapping.across:
        tree["across"] = True
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> TableMapping | None:
    """The inverse of `as_text`; None for what is no such text, as a file from elsewhere may bring."""
    try:
        tree = json.loads(text)
        columns = tuple(_use(one) for one in tree["columns"][:MOST_COLUMNS])
        order = DateOrder(tree["order"]) if tree["order"] else None
        mapping = TableMapping(
            Purpose(tree["row"]), columns, int(tree["header"]), str(tree["delimiter"]), order, str(tree["decimal"]),
            bool(tree["fill"]), bool(tree.get("across", False)),
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    fits = (
        0 <= mapping.header <= MOST_JUNK
        and mapping.delimiter in ("", *DELIMITERS)
        and mapping.decimal in ("", ".", ",")
        and all(one.role in (Role.NOTHING, *ROLES[mapping.purpose]) for one in mapping.columns)
        and all(one.role in MANY or len(mapping.places(one.role)) == 1 for one in mapping.columns)
    )
    return mapping if fits else None


def _use(tree: dict[str, str]) -> ColumnUse:
    use = ColumnUse(
        Role(tree.get("role", "nothing")), tree.get("what", ""), Side(tree.get("side", "none")), tree.get("unit", ""),
        tree.get("label", ""),
    )  # fmt: skip
    if not all(isinstance(one, str) for one in (use.what, use.unit, use.label)) or len(use.label) > MAX_LABEL:
        raise ValueError(use)
    if use.unit not in units_of(use) and use.unit:
        raise ValueError(use)
    if use.role is Role.NUTRIENT:
        Nutrient(use.what)
    elif use.role is Role.MEASURE and use.what not in BUILT_IN_BY_KEY and (use.what or not use.label):
        raise ValueError(use)
    return use


def units_of(use: ColumnUse) -> tuple[str, ...]:
    """In which units such a column can be; none where that makes no sense."""
    if use.role is Role.MEASURE:
        site = BUILT_IN_BY_KEY.get(use.what)
        return UNITS[site.kind if site else Kind.GIRTH]
    if use.role is Role.NUTRIENT:
        return NUTRIENT_UNITS[Nutrient(use.what)]
    if use.role is Role.LOAD:
        return LOAD_UNITS
    if use.role is Role.VALUE:
        return VALUE_UNITS
    return DISTANCE_UNITS if use.role is Role.DISTANCE else ()
