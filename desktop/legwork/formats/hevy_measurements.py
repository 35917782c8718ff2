"""Hevy's measurement_data.csv: one row a day, one column a site, the unit in each column's name.

Owns what Hevy's columns mean; reading them is `wide`'s affair.

What Hevy leaves open is answered here, in one place:

- "bicep" is taken for the flexed arm: that is how people who log a biceps measure it.
- "thigh" is taken for the mid-thigh. Hevy does not say where its tape goes, and most people put it halfway.
  The upper thigh at the gluteal fold is several centimetres larger, so one must never continue the other's
  line.
- "abdomen" has no built-in site; the waist is another place (Hevy has both).
- A thigh, bicep or calf without a side stays without one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from legwork.domain.sites import Side
from legwork.domain.units import UnitSystem
from legwork.formats.mapping_words import said, site_in
from legwork.formats.records import MeasurementTable
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.formats.wide import Layout, Meaning, built_in, folded, own, read_wide
from legwork.i18n import tr

SOURCE = "hevy"

SITES: dict[str, str | None] = {
    "neck": "neck", "shoulder": "shoulders", "shoulders": "shoulders", "chest": "chest", "abdomen": None,
    "waist": "waist", "hip": "hips", "hips": "hips", "bicep": "flexed_arm", "biceps": "flexed_arm",
    "forearm": "forearm", "wrist": "wrist", "thigh": "mid_thigh", "knee": "knee", "calf": "calf",
    "ankle": "ankle",
}  # fmt: skip
"""The built-in site of each of its girths; None: there is none."""

_WHOLE_BODY = {
    "weight_kg": ("body_weight", "Weight", UnitSystem.METRIC),
    "weight_lbs": ("body_weight", "Weight", UnitSystem.IMPERIAL),
    "weight_lb": ("body_weight", "Weight", UnitSystem.IMPERIAL),
    "fat_percent": ("body_fat", "Fat percent", UnitSystem.METRIC),
}
_GIRTH = re.compile(r"(?:(left|right)_)?([^\W_]\w*?)_(cm|in)")
_WORKOUT_COLUMNS = frozenset({"exercise", "exercise_name", "exercise_title", "reps", "set_order", "start_time"})
_CLOCK = re.compile(r"\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp][Mm])?\s*")


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is Hevy's: a date and mostly columns that Hevy has, no exercise, and nothing
    measured that Hevy would call otherwise. A person's own table with `Weight kg` beside `Calf L` is not."""
    names = {folded(name) for name in header} - {""}
    if "date" not in names or names & _WORKOUT_COLUMNS:
        return False
    others = {name for name in names - {"date"} if not _is_known(name)}
    strange = {name for name in others if not _GIRTH.fullmatch(name)}
    known = len(names) - 1 - len(others)
    return known > len(strange) and not any(map(_is_called_otherwise, others))


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a table that `matches`, as `read_wide`."""
    names = [folded(name) for name in table.header]
    day, width = names.index("date"), len(names)
    found = {index: _meaning(name) for index, name in enumerate(names) if index != day}
    meanings = {index: meaning for index, meaning in found.items() if meaning is not None}
    layout = Layout(SOURCE, tr("Hevy measurements"), day, meanings)
    return read_wide(table, layout, today, should_stop, lambda line: _with_date_joined(line, day, width), answers)


def _is_known(name: str) -> bool:
    girth = _GIRTH.fullmatch(name)
    return name in _WHOLE_BODY or (girth is not None and girth[2] in SITES)


def _is_called_otherwise(name: str) -> bool:
    """Whether a column that Hevy does not have is a site all the same: `calf_l_cm`, `thigh`, `wade_li`."""
    read = said(name)
    return site_in(read.phrase) is not None and (read.side is not Side.NONE or not _GIRTH.fullmatch(name))


def _meaning(name: str) -> Meaning | None:
    if name in _WHOLE_BODY:
        return built_in(*_WHOLE_BODY[name])
    girth = _GIRTH.fullmatch(name)
    if girth is None:
        return None
    side = Side(girth[1]) if girth[1] else Side.NONE
    label = " ".join(part for part in (girth[1], girth[2].replace("_", " ")) if part).capitalize()
    system = UnitSystem.METRIC if girth[3] == "cm" else UnitSystem.IMPERIAL
    site = SITES.get(girth[2])
    return own(label, system) if site is None else built_in(site, label, system, side)


def _with_date_joined(line: TableRow, day: int, width: int) -> TableRow:
    """Put a date together that lost its quotation marks, `14 Jan 2025, 00:00`, and so takes up two cells."""
    cells, after = line.cells, day + 1
    if len(cells) == width + 1 and _CLOCK.fullmatch(cells[after]):
        joined = f"{cells[day]},{cells[after]}"
        return TableRow(line.line, (*cells[:day], joined, *cells[after + 1 :]), line.problem)
    return line
