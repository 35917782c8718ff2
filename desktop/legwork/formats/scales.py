"""Tables of scales: openScale, Renpho and Withings. A row a weighing, what a column holds in its name.

Owns the names of their columns; reading them is `wide`'s affair. What is no weight, body fat or girth (water, bone,
muscle by impedance) Legwork does not keep, and the report says so. A fat mass in kilograms is not made a percentage.
openScale of old always wrote kilograms and centimetres; today's writes what the person chose and does not say it, so
that is asked. Source: openScale's own export of today, `ImportExportUseCases`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem
from legwork.formats.records import MeasurementTable
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.formats.wide import Layout, Meaning, built_in, first_of, folded, read_wide, stones
from legwork.i18n import mark, tr

_UNIT = re.compile(r"(.*?)\s*\((kg|lbs?|st(?:[:_]lb)?|cm|in|%)\)", re.IGNORECASE)
_IMPERIAL = frozenset({"lb", "lbs", "in"})
_MASSES, _SHARES = frozenset({"", "kg", "lb", "lbs"}), frozenset({"", "%"})
_OCLOCK = re.compile(r"(\d{1,2}:\d{2}(?::\d{2})?) Uhr")

_WEIGHTS = frozenset({"weight", "gewicht", "poids", "peso", "vikt", "vægt", "vekt", "waga"})
_FATS = frozenset({"fat", "body_fat", "body_fat_percentage"})
_GIRTHS = {
    "waist": "waist", "hip": "hips", "hips": "hips", "chest": "chest", "thigh": "mid_thigh", "biceps": "flexed_arm",
    "neck": "neck",
}  # fmt: skip
_FAT_MASSES = ("fat_mass", "fettmasse", "masse_grasse", "masa_grasa", "massa_grassa", "massa_gorda", "vetmassa",
               "fettmassa", "fedtmasse")  # fmt: skip
_OPENSCALE_ONLY = frozenset({"lbm", "visceralfat", "visceral_fat", "caliper1", "caliper_1", "whr", "whtr"})


@dataclass(frozen=True)
class _Scale:
    """A program. days, times: what its columns for these are called. signs: one of them is there, nowhere else.
    unsaid: of these days' columns, those beside which the units are the person's own, and are not said."""

    source: str
    name: str
    days: frozenset[str]
    signs: frozenset[str]
    times: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()


_SCALES = (
    _Scale(
        "renpho", mark("Renpho"), frozenset({"time_of_measurement", "date"}),
        frozenset({"metabolic_age", "subcutaneous_fat(%)", "body_fat(%)"}), frozenset({"time"}),
    ),
    _Scale(
        "openscale", mark("openScale"), frozenset({"datetime", "date"}), _OPENSCALE_ONLY, frozenset({"time"}),
        unsaid=frozenset({"date"}),
    ),
    _Scale(
        "withings", mark("Withings"), frozenset({"date", "datum", "fecha", "data", "dato"}),
        frozenset(f"{name}_({unit})" for name in _FAT_MASSES for unit in ("kg", "lb", "st")),
    ),
)  # fmt: skip
"""Renpho's come before openScale's: both have visceral fat, but nobody else a metabolic age."""


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is of one of these programs."""
    return _scale_of([folded(name) for name in header]) is not None


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a table that `matches`, as `read_wide`."""
    names = [folded(name) for name in table.header]
    scale = _scale_of(names)
    assert scale is not None
    day, time = first_of(names, scale.days), first_of(names, scale.times)
    assert day is not None
    aside = frozenset({time} if time is not None else ())
    found = {index: _meaning(name) for index, name in enumerate(names) if index != day and index not in aside}
    meanings = {index: meaning for index, meaning in found.items() if meaning is not None}
    unsaid = frozenset({Kind.MASS, Kind.GIRTH} if names[day] in scale.unsaid else ())
    layout = Layout(scale.source, tr(scale.name), day, meanings, aside, unsaid)
    return read_wide(table, layout, today, should_stop, lambda line: _plain_time(line, day), answers)


def _scale_of(names: list[str]) -> _Scale | None:
    if not any(_base(name)[0] in _WEIGHTS for name in names):
        return None
    return next((one for one in _SCALES if one.days & {*names} and one.signs & {*names}), None)


def _base(name: str) -> tuple[str, str]:
    """The name of a column without its unit, and the unit."""
    match = _UNIT.fullmatch(name)
    return (match[1].rstrip("_"), match[2].casefold()) if match else (name, "")


def _meaning(name: str) -> Meaning | None:
    base, unit = _base(name)
    system = UnitSystem.IMPERIAL if unit in _IMPERIAL else UnitSystem.METRIC
    if base in _WEIGHTS and unit.startswith("st"):
        return stones("Weight")
    if base in _WEIGHTS and unit in _MASSES:
        return built_in("body_weight", "Weight", system)
    if base in _FATS and unit in _SHARES:
        return built_in("body_fat", "Body fat")
    if base in _GIRTHS:
        return built_in(_GIRTHS[base], base.capitalize(), system)
    return None


def _plain_time(line: TableRow, day: int) -> TableRow:
    """`2014-02-13 6:04 Uhr` is read like `2014-02-13 6:04`."""
    cells = line.cells
    if len(cells) <= day or "Uhr" not in cells[day]:
        return line
    return TableRow(line.line, (*cells[:day], _OCLOCK.sub(r"\1", cells[day]), *cells[day + 1 :]), line.problem)
