"""Food as it is shown: a day beside its targets, and a week with its averages.

Owns the rows and their words; nothing here praises or blames, and what lies beside a range is only told. Targets come
from `food_targets`, amounts from `food`; what the body seems to spend is `food_spending`, named here too for who shows
all of it. While energy is left out no row, number or word of it comes from here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from legwork.domain.food.amounts import NAMES, FoodUnits, Nutrient, about, about_text, amount_in, amount_text
from legwork.domain.food.targets import Range, Targets
from legwork.domain.sites import Kind
from legwork.domain.units import in_unit, unit_of
from legwork.i18n import mark, ntr, tr
from legwork.numerals import number
from legwork.services.food import FoodDay, food_days, food_units
from legwork.services.food_spending import SpentView, TakeCorrection, spent_view
from legwork.services.food_targets import FoodPlan, plan_with
from legwork.services.people import Person
from legwork.services.profile import Profile

if TYPE_CHECKING:
    from legwork.services.food_legs import LegDays

__all__ = [
    "FoodToday", "FoodWeek", "FoodWeekDay", "Mean", "NutrientRow", "SpentView", "TakeCorrection", "food_on",
    "food_week", "in_or_near", "means_of", "shown_nutrients", "spent_view", "target_of", "target_text",
]  # fmt: skip

NEAR = 0.10
"""An amount is near its range when it lies so little beside it, as a share of the edge (a convention)."""


@dataclass(frozen=True)
class NutrientRow:
    """One nutrient of a day, or on average of a week, in the person's unit. amount: None where nothing is written down.
    low, high: the target, rounded as it is told; None without one. words: amount and target; spoken: as a sentence."""

    nutrient: Nutrient
    name: str
    unit: str
    amount: float | None
    low: float | None
    high: float | None
    words: str
    spoken: str


@dataclass(frozen=True)
class Mean:
    """The mean of a nutrient over the days that are over on which it is written down, in kcal, g or L. target: the mean
    of the targets of those days; None without targets. days: how many they are."""

    value: float
    target: Range | None
    days: int


@dataclass(frozen=True)
class FoodToday:
    """A day. leg_day: whether legs were or will be trained on it. rows: all that is shown, in order. said: a sentence
    about the day, or empty. plan: what the targets come from."""

    day: date
    leg_day: bool
    rows: tuple[NutrientRow, ...]
    said: str
    plan: FoodPlan


@dataclass(frozen=True)
class FoodWeekDay:
    """A day of a week: its amounts and weight in the person's units. over: whether the day has gone by."""

    day: date
    leg_day: bool
    over: bool
    amounts: Mapping[Nutrient, float] = field(default_factory=dict)
    weight: float | None = None


@dataclass(frozen=True)
class FoodWeek:
    """Seven days from `monday`. rows: the averages over the days written down that are over, beside the average target.

    words: on how many of them what is written down lay in or near its target, a sentence each. counted: how many days
    the averages are of. said: what the averages are of, or why there are none. weight_unit: "kg" or "lb".
    """

    monday: date
    days: tuple[FoodWeekDay, ...]
    rows: tuple[NutrientRow, ...]
    words: tuple[str, ...]
    counted: int
    said: str
    weight_unit: str


def food_on(
    profile: Profile,
    person: Person,
    day: date,
    today: date,
    chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
    legs: LegDays | None = None,
    plan: FoodPlan | None = None,
) -> FoodToday:
    """What is written down for `day` beside the targets as of `today`. Raises StoreError.

    legs, plan: of `leg_days_of` for days among which this one is, and of `plan_with`, when the caller has them.
    """
    from legwork.services.food_legs import leg_days_of

    legs = legs or leg_days_of(profile, person, day, day, today, chosen_plan, breathe)
    plan = plan or plan_with(profile, person, today, legs, breathe)
    found = food_days(profile, person.id, day, day, today).get(day, FoodDay(day))
    units = food_units(profile, person)
    leg_day = day in legs.days
    rows = tuple(
        _row(nutrient, found.amounts[nutrient].value if nutrient in found.amounts else None,
             target_of(plan.targets, nutrient, leg_day=leg_day), units)
        for nutrient in shown_nutrients(plan)
    )  # fmt: skip
    return FoodToday(day, leg_day, rows, _day_said(day, today, plan, leg_day=leg_day), plan)


def food_week(
    profile: Profile,
    person: Person,
    monday: date,
    today: date,
    chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
    legs: LegDays | None = None,
    plan: FoodPlan | None = None,
) -> FoodWeek:
    """The week from `monday` beside the targets as of `today`; legs, plan: as in `food_on`. Raises StoreError."""
    from legwork.services.food_legs import leg_days_of

    sunday = monday + timedelta(days=6)
    legs = legs or leg_days_of(profile, person, monday, sunday, today, chosen_plan, breathe)
    plan = plan or plan_with(profile, person, today, legs, breathe)
    found = food_days(profile, person.id, monday, sunday, today)
    units = food_units(profile, person)
    days = tuple(
        _week_day(found.get(day, FoodDay(day)), person, units, day in legs.days, over=day < today)
        for day in (monday + timedelta(days=place) for place in range(7))
    )
    whole = [one for day, one in found.items() if day < today and one.amounts]
    means = means_of(found, today, plan.targets, legs.days)
    rows = tuple(_average(nutrient, means.get(nutrient), plan, units) for nutrient in shown_nutrients(plan))
    words = tuple(said for nutrient in shown_nutrients(plan) if (said := _adherence(nutrient, whole, plan, legs)))
    return FoodWeek(
        monday, days, rows, words, len(whole), _week_said(len(whole), monday, today), unit_of(Kind.MASS, person.units)
    )  # fmt: skip


def shown_nutrients(plan: FoodPlan) -> tuple[Nutrient, ...]:
    """What is asked and shown, in order; energy only where it is not left out."""
    return tuple(one for one in Nutrient if plan.energy_shown or one is not Nutrient.ENERGY)


def target_of(found: Targets | None, nutrient: Nutrient, *, leg_day: bool) -> Range | None:
    """The target of a day in kcal, g or L; None without targets."""
    if found is None:
        return None
    if nutrient is Nutrient.WATER:
        return Range(found.drink_ml.low / 1000, found.drink_ml.high / 1000)
    return {
        Nutrient.ENERGY: found.leg_day_kcal if leg_day else found.rest_day_kcal,
        Nutrient.PROTEIN: found.protein_g,
        Nutrient.CARBOHYDRATE: found.leg_day_g if leg_day else found.carbohydrate_g,
        Nutrient.FAT: found.fat_g,
    }[nutrient]


def means_of(
    days: Mapping[date, FoodDay], today: date, found: Targets | None = None, leg_days: Collection[date] = ()
) -> dict[Nutrient, Mean]:
    """The mean of each nutrient over the days before `today` on which it is written down; today is not over.

    days: of `food_days`. found: the targets. leg_days: those of the days on which legs are trained.
    """
    over = {day: one.amounts for day, one in days.items() if day < today}
    means = {}
    for nutrient in Nutrient:
        some = {day: amounts[nutrient].value for day, amounts in over.items() if nutrient in amounts}
        if not some:
            continue
        ranges = [target_of(found, nutrient, leg_day=day in leg_days) for day in some]
        known = [one for one in ranges if one is not None]
        target = Range(fmean(one.low for one in known), fmean(one.high for one in known)) if known else None
        means[nutrient] = Mean(fmean(some.values()), target, len(some))
    return means


def target_text(target: Range, nutrient: Nutrient, units: FoodUnits) -> str:
    """A target as it is told, without its unit: "130 to 176", or one number where both ends are told alike."""
    low, high = (about_text(one, nutrient, units) for one in (target.low, target.high))
    return low if low == high else tr("{low} to {high}", low=low, high=high)


def in_or_near(amount: float, target: Range) -> bool:
    """Whether an amount lies in its range or close beside it, both in one unit. Source: NEAR."""
    return target.low * (1 - NEAR) <= amount <= target.high * (1 + NEAR)


def _row(nutrient: Nutrient, value: float | None, target: Range | None, units: FoodUnits) -> NutrientRow:
    name, unit = tr(NAMES[nutrient]), units.unit_of(nutrient)
    amount = None if value is None else amount_in(value, nutrient, units)
    shown = "" if value is None else amount_text(value, nutrient, units)
    if target is None:
        words = tr("{amount} {unit}", amount=shown, unit=unit) if shown else ""
        spoken = tr("{name}: {words}.", name=name, words=words or tr("nothing written down"))
        return NutrientRow(nutrient, name, unit, amount, None, None, words, spoken)
    wanted = tr("{amount} {unit}", amount=target_text(target, nutrient, units), unit=unit)
    if shown:
        words = tr("{amount} of {wanted}", amount=shown, wanted=wanted)
        spoken = tr("{name}: {amount} {unit}, target {wanted}.", name=name, amount=shown, unit=unit, wanted=wanted)
    else:
        words = wanted
        spoken = tr("{name}: nothing written down, target {wanted}.", name=name, wanted=wanted)
    return NutrientRow(
        nutrient, name, unit, amount, about(target.low, nutrient, units), about(target.high, nutrient, units),
        words, spoken,
    )  # fmt: skip


def _average(nutrient: Nutrient, mean: Mean | None, plan: FoodPlan, units: FoodUnits) -> NutrientRow:
    """Without a mean beside the target of a day without leg training."""
    if mean is None:
        return _row(nutrient, None, target_of(plan.targets, nutrient, leg_day=False), units)
    return _row(nutrient, mean.value, mean.target, units)


_NEAR_WORDS = {
    Nutrient.ENERGY: mark("Energy lay in or near its target on {near} of {days}."),
    Nutrient.PROTEIN: mark("Protein lay in or near its target on {near} of {days}."),
}
"""What adherence is told of; the others follow from these, or matter less (a convention)."""


def _adherence(nutrient: Nutrient, days: Sequence[FoodDay], plan: FoodPlan, legs: LegDays) -> str:
    some = [one for one in days if nutrient in one.amounts]
    if nutrient not in _NEAR_WORDS or not some or plan.targets is None:
        return ""
    near = 0
    for one in some:
        target = target_of(plan.targets, nutrient, leg_day=one.day in legs.days)
        near += target is not None and in_or_near(one.amounts[nutrient].value, target)
    return tr(_NEAR_WORDS[nutrient], near=near, days=ntr("{count} day", "{count} days", len(some)))


def _week_day(one: FoodDay, person: Person, units: FoodUnits, leg_day: bool, *, over: bool) -> FoodWeekDay:
    amounts = {nutrient: amount_in(found.value, nutrient, units) for nutrient, found in one.amounts.items()}
    weight = None if one.weight is None else in_unit(one.weight.value, Kind.MASS, person.units)
    return FoodWeekDay(one.day, leg_day, over, amounts, weight)


def _day_said(day: date, today: date, plan: FoodPlan, *, leg_day: bool) -> str:
    found = plan.targets
    if found is None or not leg_day or not 0 < plan.leg_days < 7:
        return ""
    more = found.leg_day_g.middle - found.carbohydrate_g.middle
    if day < today:
        return tr("A leg day: {more} g of carbohydrate more than on others.", more=number(more))
    return tr("A leg day is due: {more} g of carbohydrate more than on others.", more=number(more))


def _week_said(counted: int, monday: date, today: date) -> str:
    if counted:
        return ntr(
            "Averages of the {count} day that is written down and over.",
            "Averages of the {count} days that are written down and over.",
            counted,
        )
    if monday <= today <= monday + timedelta(days=6):
        return tr("Averages come when a day that is written down is over.")
    return tr("Nothing is written down in this week.")
