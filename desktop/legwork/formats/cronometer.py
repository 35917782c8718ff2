"""Cronometer's tables: the sums of each day, the single foods, and the biometrics.

Owns what their columns mean; reading them is `wide`'s affair. Of sixty nutrients five are kept.

Seen in files: `Date,Energy (kcal),Alcohol (g),...,Water (g),...,Carbs (g),...,Fat (g),...,Protein (g),...,Completed`,
also `Energy (kJ)`, also with `Group` after `Date` (a row for each meal, added up here); `Day,Time,Group,Food
Name,Amount,Energy (kcal),...`, of which free accounts get the first five columns only;
`Day,Time,Group,Metric,Unit,Amount` with metrics like `Weight`, `Weight (Apple Health)`, `Body Fat`, units `kg`,
`lbs`, `%`; days as 2025-06-27.
Inferred: the metrics of girths (`Waist Size`, `Neck`, ...). Water is that of foods and drinks together, in grams, which
are millilitres here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from legwork.domain.food.amounts import Nutrient
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.hevy_measurements import SITES
from legwork.formats.long_rows import LongColumns, widened
from legwork.formats.records import MeasurementTable
from legwork.formats.text import Table, never
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.formats.wide import Layout, Meaning, built_in, eaten, folded, read_wide
from legwork.i18n import tr

SOURCE = "cronometer"

_FOOD = {
    "energy_(kcal)": (Nutrient.ENERGY, "kcal"), "energy_(kj)": (Nutrient.ENERGY, "kJ"),
    "protein_(g)": (Nutrient.PROTEIN, "g"), "carbs_(g)": (Nutrient.CARBOHYDRATE, "g"), "fat_(g)": (Nutrient.FAT, "g"),
    "water_(g)": (Nutrient.WATER, "mL"),
}  # fmt: skip
_SIGNS = frozenset({"completed", "net_carbs_(g)", "alcohol_(g)", "b12_(cobalamin)_(µg)", "food_name"})
_METRICS = frozenset({"day", "metric", "unit", "amount"})
_OTHERS = (frozenset({"day", "group", "exercise", "minutes"}), frozenset({"day", "group", "note"}))
_THING = re.compile(r"([^()]+?)_?(?:\([^()]*\)_?)?\((kg|lbs?|%|cm|in|inches)\)")
_SIZE = re.compile(r"_(?:size|circumference|girth)$")


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is one of Cronometer's."""
    names = {folded(name) for name in header}
    if names >= _METRICS or any(names >= one and len(names) <= 7 for one in _OTHERS):
        return True
    if {"day", "group", "food_name", "amount"} <= names:
        return True
    return "date" in names and bool(names & _FOOD.keys()) and (bool(names & _SIGNS) or _only_food(names))


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a table that `matches`, as `read_wide`."""
    names = [folded(name) for name in table.header]
    if {*names} >= _METRICS:
        return _biometrics(table, names, today, should_stop, answers)
    meanings = {index: eaten(*_FOOD[name]) for index, name in enumerate(names) if name in _FOOD}
    if not meanings:
        raise UserError(
            tr("This table of Cronometer's holds no amounts: choose the daily nutrition (dailysummary.csv) or the "
               "biometrics (biometrics.csv).")
        )  # fmt: skip
    day = names.index("date") if "date" in names else names.index("day")
    layout = Layout(SOURCE, tr("Cronometer"), day, meanings, wordy=True)
    return read_wide(table, layout, today, should_stop, answers=answers)


def _only_food(names: set[str]) -> bool:
    """Whether it is a table of little but amounts, as a choice of columns leaves it."""
    return (
        {"energy_(kcal)", "energy_(kj)"} & names != set()
        and "meal" not in names
        and all(
            name == "date" or name.endswith(("_(g)", "_(mg)", "_(µg)", "_(iu)", "_(kcal)", "_(kj)")) for name in names
        )
    )


def _biometrics(
    table: Table, names: list[str], today: date, should_stop: Callable[[], bool], answers: Answers
) -> MeasurementTable:  # fmt: skip
    places = (names.index(one) for one in ("day", "metric", "amount", "unit"))
    wide = widened(table, LongColumns(*places))
    found = {index: _metric(folded(name)) for index, name in enumerate(wide.header) if index}
    meanings = {index: meaning for index, meaning in found.items() if meaning is not None}
    layout = Layout(SOURCE, tr("Cronometer biometrics"), 0, meanings, wordy=True)
    return read_wide(wide, layout, today, should_stop, answers=answers)


def _metric(name: str) -> Meaning | None:
    match = _THING.fullmatch(name)
    if match is None:
        return None
    base, unit = _SIZE.sub("", match[1].strip("_")), match[2]
    system = UnitSystem.IMPERIAL if unit in ("lb", "lbs", "in", "inches") else UnitSystem.METRIC
    if base == "weight" and unit in ("kg", "lb", "lbs"):
        return built_in("body_weight", "Weight", system)
    if base == "body_fat" and unit == "%":
        return built_in("body_fat", "Body fat")
    site = SITES.get(base)
    return built_in(site, base.capitalize(), system) if site and unit in ("cm", "in", "inches") else None
