"""FitNotes' body tracker as a table: one row a value, named and with its unit.

Owns what FitNotes calls the places that it measures; reading the rows is `wide`'s affair.

Seen in code that reads such files: `Date,Time,Measurement,Value,Unit` and a Comment behind it, days as 2026-01-10,
`Bodyweight`, `Body Fat`, units `kg` or `kgs`, `lb` or `lbs`, `cm`, `in`, `%`. Answered here, because the file leaves
it open: an upper arm is the flexed one and a thigh the mid-thigh, as everywhere (`hevy_measurements`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from legwork.domain.sites import Side
from legwork.domain.units import UnitSystem
from legwork.formats.hevy_measurements import SITES
from legwork.formats.long_rows import LongColumns, widened
from legwork.formats.records import MeasurementTable
from legwork.formats.text import Table, never
from legwork.formats.training_header import names
from legwork.formats.training_records import FITNOTES, NO_ANSWERS, Answers, LeftColumn
from legwork.formats.wide import Layout, Meaning, built_in, folded, own, read_wide
from legwork.i18n import tr

_HEADER = ("date", "time", "measurement", "value", "unit")
_THING = re.compile(r"(.+?)(?:\s*\((left|right)\))?\s*\((kgs?|lbs?|cm|in|inch|inches|%)\)", re.IGNORECASE)
_WEIGHTS = frozenset({"bodyweight", "body_weight", "weight"})
_IMPERIAL = frozenset({"lb", "lbs", "in", "inch", "inches"})
_MASSES = frozenset({"kg", "kgs", "lb", "lbs"})


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is that of FitNotes' body tracker."""
    found = names(header)
    return tuple(found[:5]) == _HEADER and {*found[5:]} <= {"comment", "comments", ""}


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a table that `matches`, as `read_wide`."""
    rows = list(table.rows)
    wide = widened(replace(table, rows=iter(rows)), LongColumns(day=0, name=2, value=3, unit=4))
    found = {index: _meaning(name) for index, name in enumerate(wide.header) if index}
    meanings = {index: meaning for index, meaning in found.items() if meaning is not None}
    layout = Layout(FITNOTES, tr("FitNotes measurements"), 0, meanings)
    made = read_wide(wide, layout, today, should_stop, answers=answers)
    if not any(any(map(str.strip, row.cells[5:])) for row in rows):
        return made
    left = LeftColumn(1, table.header[5], tr("Notes of check-ins are not taken from a table of values."))
    return replace(made, skipped=(left, *made.skipped))


def _meaning(name: str) -> Meaning | None:
    """name: of what was measured, with its unit behind it."""
    match = _THING.fullmatch(name)
    if match is None:
        return None
    label, unit = match[1].strip(), match[3].casefold()
    system = UnitSystem.IMPERIAL if unit in _IMPERIAL else UnitSystem.METRIC
    plain = folded(label)
    if unit in _MASSES:
        return built_in("body_weight", "Weight", system) if plain in _WEIGHTS else None
    if unit == "%":
        return built_in("body_fat", "Body fat") if plain in ("body_fat", "fat") else None
    side = Side(match[2].casefold()) if match[2] else Side.NONE
    shown = label if side is Side.NONE else f"{label} {side.value}"
    site = SITES.get("bicep" if plain == "upper_arm" else plain)
    return own(shown, system) if site is None else built_in(site, shown, system, side)
