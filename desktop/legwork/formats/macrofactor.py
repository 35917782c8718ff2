"""MacroFactor's exports: workbooks whose sheets have a row a day, and the same as CSV.

Owns what their columns mean; reading them is `wide`'s affair, sheets are put together by `merging`. What the program
worked out itself, as trend weight, expenditure and targets, is not read: Legwork works out its own.

Seen in files: the sheets `Quick Export` (`Date | Expenditure | Trend Weight (kg) | Weight (kg) | Steps | Calories
(kcal) | Protein (g) | Fat (g) | Carbs (g) | Target Calories (kcal) ...`), `Calories & Macros`, `Scale Weight` (`Date
| Weight (kg) | Fat Percent`), `Food Log` (`Date | Time | Food Name | Serving Size | ...`), with kg or lbs; days as
dates or as the bare number of a day; and a long table `sheet,date,metric,value`.
Inferred: the headings of `Body Metrics` (the sites are those of the program: Neck, Shoulders, Bust, Chest, Waist, Hips,
Left Bicep ... Right Ankle; with or without `(cm)` or `(in)`), of which the unit is asked where it is not said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from legwork.domain.food.amounts import Nutrient
from legwork.domain.sites import Kind, Side
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.hevy_measurements import SITES
from legwork.formats.long_rows import LongColumns, widened
from legwork.formats.records import MeasurementTable
from legwork.formats.spreadsheet import day_of_serial
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.formats.wide import Layout, Meaning, built_in, eaten, folded, own, read_wide
from legwork.i18n import tr

SOURCE = "macrofactor"

_FOOD = {
    "calories_(kcal)": (Nutrient.ENERGY, "kcal"), "calories_(kj)": (Nutrient.ENERGY, "kJ"), "energy_(kj)":
    (Nutrient.ENERGY, "kJ"), "protein_(g)": (Nutrient.PROTEIN, "g"), "fat_(g)": (Nutrient.FAT, "g"), "carbs_(g)":
    (Nutrient.CARBOHYDRATE, "g"), "water_(g)": (Nutrient.WATER, "mL"),
    "water_(ml)": (Nutrient.WATER, "mL"),
}  # fmt: skip
_BODY = re.compile(r"(?:(left|right)_)?([a-z]+)(?:_\((cm|in|inches)\))?")
_SITES = SITES | {"bust": None}
_WEIGHT = re.compile(r"(?:scale_)?weight_\((kg|lbs?)\)")
_SIGNS = frozenset({
    "expenditure", "trend_weight_(kg)", "trend_weight_(lbs)", "target_calories_(kcal)",
    "serving_qty", "visual_body_fat_assessment", "visual_body_fat",
})  # fmt: skip
_MACROS = frozenset({"calories_(kcal)", "protein_(g)", "fat_(g)", "carbs_(g)"})
_LONG = frozenset({"sheet", "date", "metric", "value"})


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is one of MacroFactor's days."""
    names = [folded(name) for name in header]
    if {*names} >= _LONG:
        return True
    if "date" not in names or "exercise" in names or not any(_meaning(name) for name in names):
        return False
    rest = {*names} - {"date", "visual_body_fat_assessment", "visual_body_fat"}
    sided = any(name.startswith(("left_", "right_")) for name in rest)
    all_sites = all((match := _BODY.fullmatch(name)) is not None and match[2] in _SITES for name in rest)
    scale = any(map(_WEIGHT.fullmatch, rest)) and all(one == "fat_percent" or _WEIGHT.fullmatch(one) for one in rest)
    return bool({*names} & _SIGNS) or {*names} >= _MACROS or (sided and all_sites) or scale


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a table that `matches`, as `read_wide`. Raises UserError when it holds only what the program worked out."""
    names = [folded(name) for name in table.header]
    if {*names} >= _LONG:
        table = widened(table, LongColumns(*(names.index(one) for one in ("date", "metric", "value"))))
        names = ["date", *(folded(name) for name in table.header[1:])]
    found = {index: _meaning(name) for index, name in enumerate(names)}
    meanings = {index: meaning for index, meaning in found.items() if meaning is not None}
    if not meanings:
        raise UserError(tr("This table of MacroFactor's holds nothing that was weighed, measured or eaten."))
    day = names.index("date")
    girths = [names[index] for index, one in meanings.items() if one.kind is Kind.GIRTH and one.nutrient is None]
    unsaid = frozenset((Kind.GIRTH,) if girths and not any(name.endswith(")") for name in girths) else ())
    layout = Layout(SOURCE, tr("MacroFactor"), day, meanings, unsaid=unsaid, wordy=True)
    return read_wide(table, layout, today, should_stop, lambda row: _with_day(row, day), answers)


def _meaning(name: str) -> Meaning | None:
    if name in _FOOD:
        return eaten(*_FOOD[name])
    if weight := _WEIGHT.fullmatch(name):
        return built_in("body_weight", "Weight", UnitSystem.METRIC if weight[1] == "kg" else UnitSystem.IMPERIAL)
    if name in ("fat_percent", "body_fat_(%)", "body_fat_percentage"):
        return built_in("body_fat", "Body fat")
    match = _BODY.fullmatch(name)
    if match is None or match[2] not in _SITES:
        return None
    side = Side(match[1]) if match[1] else Side.NONE
    label = " ".join(filter(None, (match[1], match[2]))).capitalize()
    system = UnitSystem.IMPERIAL if match[3] in ("in", "inches") else UnitSystem.METRIC
    site = _SITES[match[2]]
    return own(label, system) if site is None else built_in(site, label, system, side)


def _with_day(row: TableRow, day: int) -> TableRow:
    """A day that stands there as a bare number, as a date."""
    if len(row.cells) <= day:
        return row
    return replace(row, cells=(*row.cells[:day], day_of_serial(row.cells[day].strip()), *row.cells[day + 1 :]))
