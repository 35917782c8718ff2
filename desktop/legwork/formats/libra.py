"""Libra's diary of weights: `;` between the cells, comments that begin with `#`, and the unit in one of them.

Owns taking the comments apart; reading the columns is `wide`'s affair. A trend column is Libra's own smoothing, which
Legwork does not keep: it makes its own from the readings.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from legwork.domain.units import UnitSystem
from legwork.formats.records import MeasurementTable
from legwork.formats.text import Table, TableRow, never, read_table
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.formats.wide import Layout, built_in, first_of, folded, read_wide, stones
from legwork.i18n import tr

_HEAD = re.compile(r"\s*#\s*version\b[^\n]*\n", re.IGNORECASE)
_UNIT = re.compile(r"^\s*#\s*units?\s*:\s*([a-z]+)", re.IGNORECASE | re.MULTILINE)
_HEADER = re.compile(r"^\s*#\s*(date;[^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_OTHER_MARKS = re.compile(r'[",\t]')  # a name with one of them would be split, or run on into the next
_DEFAULT = "date;weight;weight trend;body fat;body fat trend;muscle mass;muscle mass trend;log"


def looks_like(text: str) -> bool:
    """Whether a text begins as Libra's diary does."""
    return _HEAD.match(text) is not None and _HEADER.search(text) is not None


def read(
    text: str, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a text that `looks_like` it, as `read_wide`."""
    header = _HEADER.search(text)
    unit = _UNIT.search(text)
    names = [folded(_OTHER_MARKS.sub(" ", name)) for name in (header[1] if header else _DEFAULT).split(";")]
    name = unit[1].casefold() if unit is not None else ""
    system = UnitSystem.IMPERIAL if name.startswith("lb") else UnitSystem.METRIC
    meanings = {}
    for wanted, site, label in (("weight", "body_weight", "Weight"), ("body_fat", "body_fat", "Body fat")):
        place = first_of(names, (wanted,))
        if place is not None:
            in_stones = wanted == "weight" and name.startswith("st")
            meanings[place] = stones(label) if in_stones else built_in(site, label, system)
    # The comments become empty lines, so that the lines of the report are those of the file.
    bare = re.sub(r"(?m)^[ \t]*#[^\r\n]*", "", text)
    found = read_table(";".join(names) + "\n" + bare, should_stop)
    table = Table(found.header, (_one_up(row) for row in found.rows), found.whole)
    trends = frozenset(index for index, name in enumerate(names) if name.endswith("_trend"))
    layout = Layout("libra", tr("Libra"), names.index("date"), meanings, trends)
    return read_wide(table, layout, today, should_stop, answers=answers)


def _one_up(row: TableRow) -> TableRow:
    """Its line in the file, which has no header line of ours."""
    return TableRow(row.line - 1, row.cells, row.problem, row.open_end)
