"""MyFitnessPal's export: a zip with the food by meal, the measurements and the exercises, each a table.

Owns what their columns mean; reading them is `wide`'s affair. Of the food the sums of the day are kept. Vitamins,
calcium and iron are percentages of a daily value there, not amounts, and are not read.

Seen in files: `Date,Meal,Calories,Fat (g),...,Carbohydrates (g),...,Protein (g),...,Note`, with `Time` after `Meal`
(then a row for each food) or without (a row for each meal), days as 2024-07-02; `Date,Weight` and `Date,Body Fat
%,Weight` with further girths, without any unit; the exercises with `Kilograms` or `Pounds`; French headings with `;`
and decimal commas.
Inferred: other languages' headings, kilojoules, girths beside neck, waist and hips.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from legwork.domain.food.amounts import Nutrient
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.hevy_measurements import SITES
from legwork.formats.records import MeasurementTable
from legwork.formats.text import Table, decode, never, read_table
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.formats.wide import Layout, Meaning, built_in, eaten, first_of, folded, own, read_wide
from legwork.i18n import tr

SOURCE = "myfitnesspal"

_DAYS = frozenset({"date", "datum", "fecha", "data", "dato", "tarih"})
_MEALS = frozenset({
    "meal", "mahlzeit", "repas", "comida", "refeição", "pasto", "maaltijd", "måltid", "måltidet", "öğün", "posiłek",
})  # fmt: skip
_ENERGY = {
    "calories": "kcal", "kalorien": "kcal", "calorías": "kcal", "calorias": "kcal", "calorie": "kcal",
    "calorieën": "kcal", "kalorier": "kcal", "kalori": "kcal", "kalorie": "kcal",
    "kilojoules": "kJ", "kilojoule": "kJ", "calories_(kj)": "kJ", "energy_(kj)": "kJ", "kj": "kJ",
    "calories_(kcal)": "kcal", "energy_(kcal)": "kcal",
}  # fmt: skip
_MACROS = {
    Nutrient.FAT: ("fat", "fett", "lipides", "grasas", "grasa", "gorduras", "grassi", "vetten", "vet", "fedt", "yağ",
                   "tłuszcze", "total_fat", "gordura"),
    Nutrient.CARBOHYDRATE: ("carbohydrates", "carbs", "kohlenhydrate", "glucides", "carbohidratos",
                            "hidratos_de_carbono", "carboidratos", "carboidrati", "koolhydraten", "kolhydrater",
                            "kulhydrater", "karbohydrater", "karbonhidrat", "węglowodany"),
    Nutrient.PROTEIN: ("protein", "proteine", "eiweiß", "eiweiss", "protéines", "proteínas", "proteínes", "eiwitten",
                       "eiwit", "białko"),
}  # fmt: skip
_GRAMS = re.compile(r"(.+?)_?\((?:g|gr|gram|grammes)\)")
_WEIGHT, _FAT = "Weight", "Body Fat %"
_EXERCISE = frozenset({"exercise", "type", "exercise_calories", "exercise_minutes"})


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is one of the three. One of the body must be written just so; a day and a
    weight alone have many programs, so such a table is MyFitnessPal's in its archive only (`read_member`)."""
    names = tuple(name.strip() for name in header)
    plain = [folded(name) for name in names]
    return _is_food(plain) or (_is_body(names) and len(names) > 2) or {*plain} >= _EXERCISE


def read_member(
    name: str, data: bytes, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable | None:
    """Read the measurements from its archive, where they may be a day and a weight alone. name: of the member.

    Returns None for any other member.
    """
    if not name.casefold().startswith("measurement-summary"):
        return None
    table = read_table(decode(data), should_stop)
    if not _is_body(tuple(one.strip() for one in table.header)):
        return None
    return read(table, today, should_stop, answers)


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a table that `matches`, as `read_wide`."""
    names = [folded(name) for name in table.header]
    if {*names} >= _EXERCISE:
        raise UserError(
            tr("MyFitnessPal's list of exercises does not tell the sets apart, so nothing of it can be taken in: "
               "choose its nutrition or measurement summary.")
        )  # fmt: skip
    day = first_of(names, _DAYS)
    assert day is not None
    if _is_food(names):
        found = {index: _food(name) for index, name in enumerate(names)}
        meanings = {index: meaning for index, meaning in found.items() if meaning is not None}
        layout = Layout(SOURCE, tr("MyFitnessPal"), day, meanings, wordy=True)
    else:
        bodies = {index: _body(name) for index, name in enumerate(names) if index != day}
        unsaid = frozenset((Kind.MASS, Kind.GIRTH))
        layout = Layout(SOURCE, tr("MyFitnessPal"), day, bodies, unsaid=unsaid)
    return read_wide(table, layout, today, should_stop, answers=answers)


def _is_food(names: list[str]) -> bool:
    macros = {meaning.nutrient for name in names if (meaning := _food(name)) is not None}
    return (
        first_of(names, _DAYS) is not None
        and first_of(names, _MEALS) is not None
        and Nutrient.ENERGY in macros
        and len(macros) > 1
    )


def _food(name: str) -> Meaning | None:
    if name in _ENERGY:
        return eaten(Nutrient.ENERGY, _ENERGY[name])
    grams = _GRAMS.fullmatch(name)
    bare = grams[1] if grams else name
    return next((eaten(one, "g") for one, words in _MACROS.items() if bare in words), None)


def _is_body(names: tuple[str, ...]) -> bool:
    known = {_WEIGHT, _FAT, *(site.capitalize() for site in SITES)}
    return names[:1] == ("Date",) and len(names) > 1 and _WEIGHT in names and {*names[1:]} <= known


def _body(name: str) -> Meaning:
    if name == folded(_WEIGHT):
        return built_in("body_weight", "Weight")
    if name == folded(_FAT):
        return built_in("body_fat", "Body fat")
    site = SITES.get(name)
    label = name.capitalize()
    return own(label, UnitSystem.METRIC) if site is None else built_in(site, label)
