"""What to eat and drink in a day: energy, protein, fat, carbohydrate and water, with the arithmetic of each.

Owns how targets follow from a body, what it spends and what is wanted. What it spends is `energy` and `expenditure`.
Every target is a range, because none is known better. Nothing here is a diet for an illness.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.food.energy import Body, Spent, kcal_text, signed_kcal
from legwork.errors import UserError
from legwork.i18n import mark, ntr, tr
from legwork.numerals import number

KCAL_PROTEIN, KCAL_CARBOHYDRATE, KCAL_FAT = 4.0, 4.0, 9.0
"""Source: Atwater's general factors (Merrill & Watt 1973, USDA Handbook 74), kcal a gram."""

PROTEIN_G_KG = (1.6, 2.2)
"""Source: Morton 2018, Br J Sports Med 52:376: a plateau at 1.62, 95 % CI 1.03 to 2.20."""

FAT_G_KG = (0.5, 1.5)
CARBOHYDRATE_G_KG = (3.0, 5.0)
"""Least a day, from and to. Source of both: Iraki 2019, Sports 7:154."""

USUAL_FAT_G_KG = 1.0
LEG_DAY_G_KG = 1.0
"""More carbohydrate on a day with leg training; other days give it, so that the week stays the same (convention)."""

DRINK_ML_KG = (30.0, 35.0)
"""To drink, beside the water in food (convention; SCIENCE section 7)."""

MOST_BMI = 30.0
"""Grams a kilogram are reckoned with the weight at this body mass index at most: fat needs none (convention)."""

LEAST_BMI = 18.5
"""Below it no deficit is offered. Source: WHO 2000, Technical Report 894 (underweight)."""

LEAST_KCAL = {"male": 1500.0, "female": 1200.0, "neither": 1500.0}
"""No target lies below this, nor below the energy at rest (convention of dietary guidelines)."""


class Wish(StrEnum):
    """What the energy of a day shall do."""

    MAINTAIN = "maintain"
    LITTLE_MORE = "little_more"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True)
class WishFacts:
    """share: of what is spent, from and to. weekly: change of body weight a week, as a share of it, from and to."""

    words: str
    share: tuple[float, float]
    weekly: tuple[float, float]


WISHES = {
    Wish.MAINTAIN: WishFacts(mark("hold my weight"), (-0.03, 0.03), (-0.001, 0.001)),
    Wish.LITTLE_MORE: WishFacts(mark("grow, with little fat"), (0.05, 0.10), (0.001, 0.0025)),
    Wish.MORE: WishFacts(mark("grow, and gain weight"), (0.10, 0.20), (0.0025, 0.005)),
    Wish.LESS: WishFacts(mark("lose some weight"), (-0.20, -0.10), (-0.007, -0.003)),
}
"""Source: Iraki 2019 for MORE (10 to 20 % above, .25 to .5 % of the weight a week); Helms 2023: larger surpluses mostly
add fat. The other three are conventions."""


@dataclass(frozen=True)
class Range:
    """From and to, in the unit that is told beside it."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """Half way."""
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Targets:
    """A day's targets: kcal, grams, and mL to drink. carbohydrate_g: on a day without leg training; leg_day_g: with.

    kcal: on the mean of a week; rest_day_kcal, leg_day_kcal: on its days, as the carbohydrate moves. sums: how each
    came about, a line each. notes: what a person should know before following them.
    """

    kcal: Range
    rest_day_kcal: Range
    leg_day_kcal: Range
    protein_g: Range
    fat_g: Range
    carbohydrate_g: Range
    leg_day_g: Range
    drink_ml: Range
    sums: tuple[str, ...]
    notes: tuple[str, ...] = ()


def targets(
    body: Body,
    rest: Spent,
    spent: Spent,
    wish: Wish,
    leg_days: int,
    *,
    wants_growth: bool,
    step_kcal: float = 0.0,
    energy_shown: bool = True,
) -> Targets:
    """A day's targets.

    rest, spent: energy at rest and of a usual day. leg_days: a week, 0 to 7. wants_growth: whether a goal of theirs is
    growth. step_kcal: what a person corrected the energy by. energy_shown: whether sums and notes may tell of energy.
    Raises UserError for a deficit below LEAST_BMI, ValueError for a number of days no week has.
    Source: the constants above.
    """
    if not 0 <= leg_days <= 7:
        raise ValueError("a week has seven days")
    if wish is Wish.LESS and is_light(body):
        raise UserError(tr("Legwork offers no deficit at this weight and height: choose to hold your weight."))
    kg = counted_kg(body.weight_kg, body.stature_cm)
    low, high = (spent.kcal * (1 + share) + step_kcal for share in WISHES[wish].share)
    floor = max(rest.kcal, LEAST_KCAL[body.sex])
    kcal = Range(max(low, floor), max(high, floor))
    protein, drink = _per_kg(PROTEIN_G_KG, kg), _per_kg(DRINK_ML_KG, kg)
    fat_g_kg, carbohydrate = _rest_of(kcal, protein, kg)
    fat = Range(max(FAT_G_KG[0], fat_g_kg - 0.2) * kg, min(FAT_G_KG[1], fat_g_kg + 0.2) * kg)
    shift = LEG_DAY_G_KG * kg * (7 - leg_days) / 7
    less = LEG_DAY_G_KG * kg * leg_days / 7
    return Targets(
        kcal, _moved(kcal, -less, floor), _moved(kcal, shift, floor), protein, fat,
        Range(max(carbohydrate.low - less, 0.0), max(carbohydrate.high - less, 0.0)),
        Range(carbohydrate.low + shift, carbohydrate.high + shift), drink,
        (
            *(_energy_sums(kcal, low, spent, wish, step_kcal) if energy_shown else ()),
            *_sums(kg, fat_g_kg, carbohydrate, leg_days, energy_shown=energy_shown),
        ),
        _notes(body, kg, kcal, low, carbohydrate, wish, wants_growth=wants_growth, energy_shown=energy_shown),
    )  # fmt: skip


def _moved(kcal: Range, carbohydrate_g: float, floor: float) -> Range:
    """The energy of a day with so much more carbohydrate than the mean; never below the floor."""
    more = carbohydrate_g * KCAL_CARBOHYDRATE
    return Range(max(kcal.low + more, floor), max(kcal.high + more, floor))


def counted_kg(weight_kg: float, stature_cm: float) -> float:
    """The weight that grams a kilogram are reckoned with, kg. Source: MOST_BMI (convention)."""
    return min(weight_kg, MOST_BMI * (stature_cm / 100) ** 2)


def is_light(body: Body) -> bool:
    """Whether a body is so light that no deficit is offered. Source: LEAST_BMI."""
    return _bmi(body) < LEAST_BMI


def is_heavy(body: Body) -> bool:
    """Whether a body has so much weight that more of it is proposed only when asked. Source: MOST_BMI (convention)."""
    return _bmi(body) >= MOST_BMI


def _bmi(body: Body) -> float:
    return body.weight_kg / (body.stature_cm / 100) ** 2


def _per_kg(grams: tuple[float, float], kg: float) -> Range:
    return Range(grams[0] * kg, grams[1] * kg)


def _rest_of(kcal: Range, protein: Range, kg: float) -> tuple[float, Range]:
    """Fat in g a kg, and the carbohydrate that the energy leaves: fat gives way when too little would be left."""

    def left(fat_g_kg: float) -> Range:
        used = protein.middle * KCAL_PROTEIN + fat_g_kg * kg * KCAL_FAT
        return Range(*(max(one - used, 0.0) / KCAL_CARBOHYDRATE for one in (kcal.low, kcal.high)))

    wanted = CARBOHYDRATE_G_KG[0] * kg
    missing = wanted - left(USUAL_FAT_G_KG).middle
    fat = USUAL_FAT_G_KG - max(missing, 0.0) * KCAL_CARBOHYDRATE / KCAL_FAT / kg
    fat = max(fat, FAT_G_KG[0])
    return fat, left(fat)


def _energy_sums(kcal: Range, wanted: float, spent: Spent, wish: Wish, step_kcal: float) -> tuple[str, ...]:
    facts = WISHES[wish]
    low, high = (spent.kcal * (1 + share) for share in facts.share)
    sums = [
        *spent.sums,
        tr("To {wish}: {spent} kcal {low} to {high} % = {from_kcal} to {to_kcal} kcal",
           wish=tr(facts.words), spent=kcal_text(spent.kcal), low=_percent(facts.share[0]),
           high=_percent(facts.share[1]), from_kcal=kcal_text(low), to_kcal=kcal_text(high)),
    ]  # fmt: skip
    if step_kcal:
        sums.append(
            tr("Corrected by what the scale showed: {step} kcal = {low} to {high} kcal",
               step=signed_kcal(step_kcal), low=kcal_text(low + step_kcal), high=kcal_text(high + step_kcal))
        )  # fmt: skip
    if kcal.low > wanted:
        sums.append(
            tr("Not below what the body needs at rest = {low} to {high} kcal",
               low=kcal_text(kcal.low), high=kcal_text(kcal.high))
        )  # fmt: skip
    return tuple(sums)


def _sums(kg: float, fat_g_kg: float, carbohydrate: Range, leg_days: int, *, energy_shown: bool) -> tuple[str, ...]:
    weight = number(kg, 1)
    left = mark("Carbohydrate: what is left, at 4 kcal a gram = {low} to {high} g on average")
    quiet = mark("Carbohydrate: the rest of what a day needs = {low} to {high} g on average")
    low, high = PROTEIN_G_KG
    sums = [
        tr("Protein: 1.6 to 2.2 g × {kg} kg = {low} to {high} g",
           kg=weight, low=number(low * kg), high=number(high * kg)),
        tr("Fat: about {fat} g × {kg} kg = {grams} g", fat=number(fat_g_kg, 1), kg=weight, grams=number(fat_g_kg * kg)),
        tr(left if energy_shown else quiet, low=number(carbohydrate.low), high=number(carbohydrate.high)),
    ]  # fmt: skip
    if 0 < leg_days < 7:
        sums.append(
            ntr("On {count} leg day a week {more} g more, on the others less, so that the week stays the same",
                "On {count} leg days a week {more} g more, on the others less, so that the week stays the same",
                leg_days, more=number(LEG_DAY_G_KG * kg * (7 - leg_days) / 7))
        )  # fmt: skip
    low, high = DRINK_ML_KG
    sums.append(
        tr("To drink: 30 to 35 mL × {kg} kg = {low} to {high} L, beside the water in food",
           kg=weight, low=number(low / 1000 * kg, 1), high=number(high / 1000 * kg, 1))
    )  # fmt: skip
    return tuple(sums)


def _percent(share: float) -> str:
    return number(share * 100, signed=True)


def _notes(
    body: Body,
    kg: float,
    kcal: Range,
    wanted: float,
    carbohydrate: Range,
    wish: Wish,
    *,
    wants_growth: bool,
    energy_shown: bool,
) -> tuple[str, ...]:
    found = []
    if wish is Wish.LESS and wants_growth:
        found.append(tr("Eating less than you spend works against growth: muscle is built slower, or not at all, "
                        "while weight goes down. Who has much to lose, or is new to lifting, "
                        "may do both for a while."))  # fmt: skip
    if kcal.low > wanted and energy_shown:
        found.append(tr("The energy was raised to what the body needs at rest: less is for a doctor to decide."))
    if kg < body.weight_kg:
        found.append(tr("Grams a kilogram are reckoned with {kg} kg: fat needs no protein or water for itself.",
                        kg=number(kg)))  # fmt: skip
    if carbohydrate.middle < CARBOHYDRATE_G_KG[0] * kg - 0.5:
        found.append(tr("This leaves less than 3 g of carbohydrate a kilogram: hard leg days may feel it."))
    return tuple(found)
