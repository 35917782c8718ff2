"""What is worked out for the Food page in the background, and how the cards are told of it.

Owns asking the services and putting their answers into words and numbers of the cards. It must not reckon anything by
itself, nor touch a widget.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from legwork import numerals
from legwork.domain import units
from legwork.domain.days import near_day, short_day
from legwork.domain.food.amounts import NAMES, FoodUnits, Nutrient, about, about_text, amount_in, amount_text
from legwork.domain.food.expenditure import SCALE_KG
from legwork.domain.food.targets import Range, Targets
from legwork.domain.measures import value_text
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity, UnitSystem
from legwork.i18n import tr
from legwork.qt.core.tasks import Task
from legwork.qt.widgets.food_targets import TargetShown
from legwork.qt.widgets.food_week_picture import WeekLine, WeekShown
from legwork.services.food import food_units
from legwork.services.food_legs import leg_days_of
from legwork.services.food_spending import SpentView, spent_view
from legwork.services.food_targets import plan_with
from legwork.services.food_view import FoodToday, FoodWeek, FoodWeekDay, NutrientRow, food_on, food_week, target_of
from legwork.services.people import Person
from legwork.services.profile import Profile

SCALE_DIFFERENCE_KG = 1.96 * math.sqrt(2) * SCALE_KG
"""Two weighings may be so far apart by water, salt and gut alone. Source: SCIENCE section 2 with SCALE_KG."""


@dataclass(frozen=True)
class FoodFound:
    """What the background found for a day of a person. units: in which week and spending are told."""

    person_id: int
    units: FoodUnits
    today: FoodToday
    week: FoodWeek
    spent: SpentView

    def is_of(self, person_id: int, day: date) -> bool:
        """Whether it was found for this day of this person."""
        return (person_id, day) == (self.person_id, self.today.day)

    def meant(self, nutrient: Nutrient) -> Range | None:
        """What is meant for the day in kcal, g or L; None without a target."""
        return target_of(self.today.plan.targets, nutrient, leg_day=self.today.leg_day)


def work_out(profile: Profile, person: Person, day: date, today: date, plan_id: int, task: Task) -> FoodFound:
    """All that takes longer than a frame, for the worker."""
    shown = food_units(profile, person)
    monday = monday_of(day)
    legs = leg_days_of(profile, person, monday, monday + timedelta(days=6), today, plan_id, task.breathe)
    plan = plan_with(profile, person, today, legs, task.breathe)
    on_day = food_on(profile, person, day, today, plan_id, task.breathe, legs, plan)
    week = food_week(profile, person, monday, today, plan_id, task.breathe, legs, plan)
    spent = spent_view(profile, person, today, plan_id, task.breathe, plan)
    return FoodFound(person.id, shown, on_day, week, spent)


def monday_of(day: date) -> date:
    """The Monday of the week in which a day lies."""
    return day - timedelta(days=day.weekday())


def range_words(meant: Range | None, nutrient: Nutrient, shown: FoodUnits) -> str:
    """What is meant, with its unit: "130 to 176 g"; "" without a target."""
    if meant is None:
        return ""
    low, high = (about_text(one, nutrient, shown) for one in (meant.low, meant.high))
    unit = shown.unit_of(nutrient)
    if low == high:
        return tr("{amount} {unit}", amount=low, unit=unit)
    return tr("{low} to {high} {unit}", low=low, high=high, unit=unit)


def beside_words(
    quantity: Quantity | None, meant: Range | None, nutrient: Nutrient, shown: FoodUnits, *, leg_day: bool = False
) -> str:
    """What is said beside a field: the target, and what was typed comes to where that is not plain to see.

    leg_day: whether the target is that of a leg day, and another than on other days.
    """
    wanted = range_words(meant, nutrient, shown)
    if wanted and leg_day:
        wanted = tr("{range}, a leg day", range=wanted)
    if quantity is None or ("+" not in quantity.entered and quantity.unit == shown.unit_of(nutrient)):
        return wanted
    amount = _sum_text(quantity, nutrient, shown)
    if wanted:
        return tr("{amount} of {wanted}", amount=amount, wanted=wanted)
    return tr("{amount} {unit}", amount=amount, unit=shown.unit_of(nutrient))


def _sum_text(quantity: Quantity, nutrient: Nutrient, shown: FoodUnits) -> str:
    """What a sum comes to: with a decimal where its parts have one, so that who adds up finds the same."""
    number = amount_in(quantity.value, nutrient, shown)
    told = numerals.number(number, 1)
    if nutrient is Nutrient.WATER or quantity.unit != shown.unit_of(nutrient) or told.endswith("0"):
        return amount_text(quantity.value, nutrient, shown)
    return told


def edges(meant: Range | None, nutrient: Nutrient, shown: FoodUnits) -> tuple[float, float] | None:
    """What is meant, in the person's unit."""
    if meant is None:
        return None
    return about(meant.low, nutrient, shown), about(meant.high, nutrient, shown)


def weight_words(now: Quantity | None, before: tuple[date, float] | None, today: date, system: UnitSystem) -> str:
    """How a weight lies to the one before it, and whether the water of a day can do that. "" without either."""
    if now is None or before is None:
        return ""
    change = now.value - before[1]
    text = tr("{change} {unit} since {day}", change=units.format_change(change, Kind.MASS, system),
              unit=units.unit_of(Kind.MASS, system), day=near_day(before[0], today))  # fmt: skip
    if abs(change) <= SCALE_DIFFERENCE_KG:
        return tr("{change} (water can do that)", change=text)
    return text


def target_cells(targets: Targets, leg_days: int, shown: FoodUnits, *, energy: bool) -> list[TargetShown]:
    """The targets of a usual day, and of a leg day where that differs."""
    cells = []
    for nutrient in Nutrient:
        if nutrient is Nutrient.ENERGY and not energy:
            continue
        usual = range_words(target_of(targets, nutrient, leg_day=False), nutrient, shown)
        on_legs = range_words(target_of(targets, nutrient, leg_day=True), nutrient, shown)
        note = tr("on leg days {range}", range=on_legs) if on_legs != usual and 0 < leg_days < 7 else ""
        if nutrient is Nutrient.CARBOHYDRATE and leg_days == 7:
            usual = on_legs
        cells.append(TargetShown(tr(NAMES[nutrient]), usual, note))
    return cells


def spent_figure(spent: SpentView, unit: str) -> str:
    """The interval in figures; "" while it is not known."""
    if spent.low is None or spent.high is None:
        return ""
    low, high = (numerals.number(round(one)) for one in (spent.low, spent.high))
    return tr("{low} to {high} {unit} a day", low=low, high=high, unit=unit)


def week_shown(found: FoodFound, day: date, today: date) -> WeekShown | None:
    """The week as the picture shows it; None when nothing is written down in it. day: the one that is shown beside."""
    week = found.week
    if not any(one.amounts or one.weight is not None for one in week.days):
        return None
    days = [one.day for one in week.days]
    lines = [_weight_line(week)] if any(one.weight is not None for one in week.days) else []
    lines += [_nutrient_line(one, week.days, found.units) for one in week.rows]
    last = sum(one <= today for one in days) - 1
    return WeekShown(
        tuple(days),
        tuple(lines),
        tuple(_spoken(place, one, lines) for place, one in enumerate(week.days)),
        days.index(day) if day in days else None,
        last,
    )


def _nutrient_line(line: NutrientRow, days: Sequence[FoodWeekDay], shown: FoodUnits) -> WeekLine:
    values = [one.amounts.get(line.nutrient) for one in days]
    meant = (line.low, line.high) if line.low is not None and line.high is not None else None
    each = amount_in(1.0, line.nutrient, shown)

    def said(value: float | None) -> str:
        if value is None:
            return ""
        text = amount_text(value / each, line.nutrient, shown)
        return tr("{amount} {unit}", amount=text, unit=line.unit)

    in_words = ""
    if meant is not None:
        in_words = range_words(Range(meant[0] / each, meant[1] / each), line.nutrient, shown)
    return WeekLine(line.name, tuple(values), tuple(said(one) for one in values), said(line.amount), meant, in_words)


def _weight_line(week: FoodWeek) -> WeekLine:
    values = [one.weight for one in week.days]
    known = [one for one in values if one is not None]
    texts = tuple("" if one is None else value_text(one, week.weight_unit) for one in values)
    mean = value_text(fmean(known), week.weight_unit) if known else ""
    return WeekLine(tr("Weight"), tuple(values), texts, mean, None, "", steady=True)


def _spoken(place: int, day: FoodWeekDay, lines: Sequence[WeekLine]) -> str:
    told = [f"{one.name} {one.texts[place]}" for one in lines if one.texts[place]]
    name = short_day(day.day)
    if day.leg_day:
        name = tr("{day}, a leg day", day=name)
    return tr("{day}: {amounts}.", day=name, amounts=", ".join(told) or tr("nothing written down"))
