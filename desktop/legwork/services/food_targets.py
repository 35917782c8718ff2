"""What a person might eat and drink in a day, from their weight, goal and training; and the edits that choose.

Owns gathering the facts and the choices that hold where nobody chose. The arithmetic is `domain.food`, the topics are
`food_choices`. Where a fact is missing it says which, and where to mend it; nothing is guessed. What is loaded late is
so because the first page shows these targets as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean
from typing import TYPE_CHECKING, TypeVar

from legwork.domain.days import near_day
from legwork.domain.food.amounts import FL_OZ, KJ, FoodUnits, Nutrient, amount_text
from legwork.domain.food.energy import (
    ACTIVITY,
    FAT_PERCENT,
    WEIGHT_KG,
    Activity,
    Body,
    Sex,
    Spent,
    at_rest,
    by_equation,
    signed_kcal,
)
from legwork.domain.food.targets import WISHES, Targets, Wish, is_heavy, is_light, targets
from legwork.domain.sites import Kind, Side, Spot
from legwork.domain.tape import median
from legwork.domain.units import UnitSystem, format_stature, format_value
from legwork.errors import UserError
from legwork.i18n import ntr, tr
from legwork.numerals import number
from legwork.services import food_choices
from legwork.services.check_ins import Previous, previous
from legwork.services.choices import SetChoices, choices_of
from legwork.services.food import WEIGHT, weighed_days
from legwork.services.food_choices import full_years, step_in, under_age, units_in
from legwork.services.goals import goals_of
from legwork.services.people import Person
from legwork.services.profile import Profile

if TYPE_CHECKING:
    from legwork.domain.measures import Measure
    from legwork.services.food_legs import LegDays

_Pick = TypeVar("_Pick", bound=StrEnum)

KNOWN_WEEKS = 12
"""Weight and fat that are older stand for nobody any more (a convention)."""

WEIGHT_DAYS = 7
"""The weighings of so many days up to the newest are averaged: a day's water is no reason to eat otherwise (a
convention)."""

OFTEN = 4
"""From so many sessions a week on, a day counts as more than lightly active until somebody says (a convention)."""

_SEXES: dict[str | None, Sex] = {"male": "male", "female": "female"}


@dataclass(frozen=True)
class FoodPlan:
    """targets: None while something is missing; then `missing` says what, and `page` where it is mended: "people",
    "measure", or "" where nothing can be.

    wish, activity: chosen, or what holds until somebody does (then `notes` says so). sums: the arithmetic, a line each.
    energy_shown: False: nothing of energy may be shown, asked or told. leg_days: a week. step_kcal: the accepted
    correction that is in the targets. rest, spent: by the equation, without that correction.
    """

    targets: Targets | None
    missing: str
    page: str
    wish: Wish
    activity: Activity
    sums: tuple[str, ...]
    notes: tuple[str, ...]
    energy_shown: bool
    leg_days: int
    step_kcal: float
    body: Body | None
    rest: Spent | None = None
    spent: Spent | None = None
    wish_chosen: bool = False
    activity_chosen: bool = False


@dataclass(frozen=True)
class _Facts:
    """What is known of a person: of the body, and how it came about; missing, page: as in FoodPlan."""

    body: Body | None = None
    told: tuple[str, ...] = ()
    missing: str = ""
    page: str = ""


def food_plan(
    profile: Profile, person: Person, today: date, chosen_plan: int = 0, breathe: Callable[[], object] = bool
) -> FoodPlan:
    """The targets of a usual day as of `today`. chosen_plan: as in `plan_today`. Raises StoreError."""
    from legwork.services.food_legs import leg_days_of

    legs = leg_days_of(profile, person, today, today, today, chosen_plan, breathe)
    return plan_with(profile, person, today, legs, breathe)


def plan_with(
    profile: Profile, person: Person, today: date, legs: LegDays, breathe: Callable[[], object] = bool
) -> FoodPlan:
    """As `food_plan`, when the caller has the leg days."""
    choices = choices_of(profile, person.id)
    shown = food_choices.energy_shown(choices, person.birth_date, today)
    with profile.reading() as reader:
        step = step_in(reader, person.id)
    latest = previous(profile, person.id, today + timedelta(days=1))
    growth = wants_growth(profile, person, today, latest, breathe)
    breathe()
    facts = _facts(profile, person, today, latest)
    picked_activity = _picked(Activity, choices.get(food_choices.ACTIVITY, ()))
    picked_wish = _picked(Wish, choices.get(food_choices.WISH, ()))
    activity = picked_activity or (Activity.MODERATE if legs.sessions >= OFTEN else Activity.LIGHT)
    wish, why = picked_wish, ""
    if wish is None:
        wish, why = _usual_wish(profile, person, today, facts.body, breathe, growth=growth)
    breathe()
    step_kcal = step[0] if step is not None else 0.0
    if facts.body is None:
        return FoodPlan(None, facts.missing, facts.page, wish, activity, (), (), shown, legs.a_week, step_kcal, None,
                        wish_chosen=picked_wish is not None, activity_chosen=picked_activity is not None)  # fmt: skip
    notes = [why] if why else []
    if picked_activity is None and shown:
        notes.append(tr("Nobody said how a usual day looks: “{activity}” is taken until you choose.",
                        activity=tr(ACTIVITY[activity][1])))  # fmt: skip
    if (heeded := _heeded(wish, facts.body)) is not wish:
        wish = heeded
        notes.append(tr("Legwork offers no deficit at this weight and height: the targets hold your weight."))
    rest, spent = at_rest(facts.body), by_equation(facts.body, activity)
    found = targets(
        facts.body, rest, spent, wish, legs.a_week,
        wants_growth=growth, step_kcal=step_kcal, energy_shown=shown,
    )  # fmt: skip
    told = (*facts.told, *found.sums, *_in_units(found, units_in(choices, person.units), shown=shown))
    return FoodPlan(
        found, "", "", wish, activity, told, (*notes, *found.notes, *_step_note(step, today, shown=shown)), shown,
        legs.a_week, step_kcal, facts.body, rest, spent, picked_wish is not None, picked_activity is not None,
    )  # fmt: skip


@dataclass(frozen=True)
class ChosenWish:
    """What somebody chose that the energy of a day shall do, and what the targets heed of it."""

    chosen: Wish
    heeded: Wish


def chosen_wish(profile: Profile, person: Person, today: date) -> ChosenWish | None:
    """The wish that somebody chose, as the targets of `today` heed it; None where nobody chose, or energy is not to be
    told. Raises StoreError."""
    choices = choices_of(profile, person.id)
    chosen = _picked(Wish, choices.get(food_choices.WISH, ()))
    if chosen is None or not food_choices.energy_shown(choices, person.birth_date, today):
        return None
    body = _facts(profile, person, today, previous(profile, person.id, today + timedelta(days=1))).body
    return ChosenWish(chosen, chosen if body is None else _heeded(chosen, body))


def _heeded(wish: Wish, body: Body) -> Wish:
    """A light body is offered no deficit: its weight is held."""
    return Wish.MAINTAIN if wish is Wish.LESS and is_light(body) else wish


def wants_growth(
    profile: Profile,
    person: Person,
    today: date,
    latest: Mapping[Spot, Previous],
    breathe: Callable[[], object] = bool,
) -> bool:
    """Whether a goal whose day is to come is growth: a girth with muscles under it, a limb's volume, the leg balance or
    body weight, wanted above what it is now. latest: of `check_ins.previous`."""
    from legwork.domain.measures import Measure

    for goal in goals_of(profile, person.id).values():
        if goal.due < today:
            continue
        try:
            measure = Measure.parse(goal.measure)
        except ValueError:
            continue
        if _is_growth(profile, person, today, measure, goal.value, latest, breathe):
            return True
    return False


def _is_growth(
    profile: Profile,
    person: Person,
    today: date,
    measure: Measure,
    value: float,
    latest: Mapping[Spot, Previous],
    breathe: Callable[[], object],
) -> bool:
    """A pair is there when both sides are. A volume or the balance that is not known yet is not there yet."""
    from legwork.domain.forecast.likeness import grows
    from legwork.domain.measures import Family

    if measure.family is not Family.SITE:
        if not grows(measure):
            return False
        reached = _levels(profile, person, today, measure, breathe)
        return not reached or value > min(reached)
    if measure.name != WEIGHT.site and not grows(measure):
        return False
    sides = (measure.side,) if measure.side is not Side.NONE else tuple(Side)
    now = [median(latest[spot].values) for side in sides if (spot := Spot(measure.name, side)) in latest]
    return bool(now) and value > min(now)


def _levels(
    profile: Profile, person: Person, today: date, measure: Measure, breathe: Callable[[], object]
) -> list[float]:
    """Where what is worked out of readings stands by its trend, SI, of each side that is meant."""
    from legwork.services.measures import series_of

    found = []
    for series in series_of(profile, person, [measure.pair], breathe)[measure.pair]:
        if measure.side not in (Side.NONE, series.measure.side):
            continue
        levels = [one for day, one in zip(series.days, series.trend.level, strict=True) if day <= today.toordinal()]
        found += [float(levels[-1]) / series.factor] if levels else []
    return found


def _usual_wish(
    profile: Profile, person: Person, today: date, body: Body | None, breathe: Callable[[], object], *, growth: bool
) -> tuple[Wish, str]:
    """The wish that holds until somebody chooses, and why (a convention)."""
    words = tr(WISHES[Wish.LITTLE_MORE].words)
    hold = Wish.MAINTAIN, tr("You did not choose yet: “{wish}” is taken.", wish=tr(WISHES[Wish.MAINTAIN].words))
    if body is None or is_heavy(body):
        return hold
    if growth:
        return Wish.LITTLE_MORE, tr("You did not choose yet: “{wish}” is taken, because a goal of yours is growth.",
                                    wish=words)  # fmt: skip
    from legwork.domain.standing import Legs
    from legwork.services.balance import balance_of
    from legwork.services.spot_readings import SpotReadings

    balance = balance_of(profile, person, SpotReadings(profile, person, breathe), today)
    if balance.legs(balance.target) is Legs.BEHIND:
        return Wish.LITTLE_MORE, tr("You did not choose yet: “{wish}” is taken, because your legs trail.", wish=words)
    return hold


def _facts(profile: Profile, person: Person, today: date, latest: Mapping[Spot, Previous]) -> _Facts:
    if under_age(person.birth_date, today):
        return _Facts(missing=tr("Legwork gives food targets to adults only: a body that still grows needs what its "
                                 "appetite and a doctor say. What you write down is kept."))  # fmt: skip
    since = today - timedelta(weeks=KNOWN_WEEKS)
    weighed = weighed_days(profile, person.id, since, today)
    if not weighed:
        return _Facts(missing=tr("No weight of the last {count} weeks is known: step on the scale first.",
                                 count=KNOWN_WEEKS), page="measure")  # fmt: skip
    if person.stature is None:
        return _Facts(missing=tr("Your height is not known: add it in People first."), page="people")
    if person.birth_date is None:
        return _Facts(missing=tr("Your birth date is not known: add it in People first, because energy goes with age."),
                      page="people")  # fmt: skip
    newest = max(weighed)
    week = [kg for day, kg in weighed.items() if day > newest - timedelta(days=WEIGHT_DAYS)]
    kg = fmean(week)
    fat = _fat(latest, since)
    try:
        body = Body(
            kg, person.stature.value, full_years(person.birth_date, today), _SEXES.get(person.sex, "neither"), fat
        )
    except UserError as error:
        heeded = WEIGHT_KG[0] <= kg <= WEIGHT_KG[1]
        return _Facts(missing=str(error), page="people" if heeded else "measure")
    return _Facts(body, _told(person, kg, len(week), newest, today))


def _fat(latest: Mapping[Spot, Previous], since: date) -> float | None:
    """The newest body fat, percent; None when it is too old, or that of no body."""
    found = latest.get(Spot("body_fat"))
    if found is None or found.day < since:
        return None
    percent = median(found.values)
    return percent if FAT_PERCENT[0] <= percent <= FAT_PERCENT[1] else None


def _told(person: Person, kg: float, count: int, newest: date, today: date) -> tuple[str, ...]:
    """Where the weight comes from, and weight and height in cm and kg for who thinks in others."""
    lines = [
        ntr("Weight: weighed on {day} = {kg} kg", "Weight: the mean of {count} weighings up to {day} = {kg} kg",
            count, day=near_day(newest, today), kg=number(kg, 1))
    ]  # fmt: skip
    if person.units is UnitSystem.IMPERIAL and person.stature is not None:
        pounds = format_value(kg, Kind.MASS, person.units)
        lines.append(tr("{pounds} lb = {kg} kg, {height} = {cm} cm", pounds=pounds, kg=number(kg, 1),
                        height=format_stature(person.stature.value, person.units),
                        cm=number(person.stature.value, 1)))  # fmt: skip
    return tuple(lines)


def _in_units(found: Targets, units: FoodUnits, *, shown: bool) -> tuple[str, ...]:
    """Energy and drinks once more for who thinks in kJ or fluid ounces."""
    lines = []
    if shown and units.energy == KJ:
        low, high = (amount_text(one, Nutrient.ENERGY, units) for one in (found.kcal.low, found.kcal.high))
        lines.append(tr("At 4.184 kJ a kcal: {low} to {high} kJ", low=low, high=high))
    if units.drink == FL_OZ:
        low, high = (
            amount_text(one / 1000, Nutrient.WATER, units) for one in (found.drink_ml.low, found.drink_ml.high)
        )
        lines.append(tr("At 29.6 mL a fluid ounce: {low} to {high} fl oz", low=low, high=high))
    return tuple(lines)


def _step_note(step: tuple[float, date] | None, today: date, *, shown: bool) -> tuple[str, ...]:
    if step is None or not step[0] or not shown:
        return ()
    return (tr("The correction of {step} kcal was taken on {day}.",
               step=signed_kcal(step[0]), day=near_day(step[1], today)),)  # fmt: skip


def _picked(kind: type[_Pick], picks: Sequence[str]) -> _Pick | None:
    known = {one.value: one for one in kind}
    return next((known[pick] for pick in picks if pick in known), None)


def choose_wish(person_id: int, wish: Wish, today: date) -> SetChoices:
    """The edit that keeps what the energy of a day shall do."""
    return _choose(person_id, food_choices.WISH, wish.value, today, tr("Choose what you eat for"))


def choose_activity(person_id: int, activity: Activity, today: date) -> SetChoices:
    """The edit that keeps how a usual day looks."""
    return _choose(person_id, food_choices.ACTIVITY, activity.value, today, tr("Choose how a usual day looks"))


def choose_energy_shown(person_id: int, shown: bool, today: date) -> SetChoices:
    """The edit that leaves energy out altogether, or brings it back."""
    pick = food_choices.YES if shown else food_choices.NO
    what = tr("Show energy") if shown else tr("Leave energy out")
    return _choose(person_id, food_choices.ENERGY_SHOWN, pick, today, what)


def choose_energy_unit(person_id: int, unit: str, today: date) -> SetChoices:
    """The edit that keeps the unit of energy: "kcal" or "kJ". Raises ValueError for another."""
    if unit not in food_choices.ENERGY_UNITS:
        raise ValueError(unit)
    return _choose(person_id, food_choices.ENERGY_UNIT, unit, today, tr("Choose the unit of energy"))


def choose_drink_unit(person_id: int, unit: str, today: date) -> SetChoices:
    """The edit that keeps the unit of drinks: "L" or "fl oz". Raises ValueError for another."""
    pick = {said: pick for pick, said in food_choices.DRINK_UNITS.items()}.get(unit)
    if pick is None:
        raise ValueError(unit)
    return _choose(person_id, food_choices.DRINK_UNIT, pick, today, tr("Choose the unit of drinks"))


def drop_step(person_id: int, today: date) -> SetChoices:
    """The edit that takes an accepted correction out of the targets again; its day stays, so that none is proposed at
    once."""
    return _choose(person_id, food_choices.STEP, "+0", today, tr("Take correction back"))


def _choose(person_id: int, topic: str, pick: str, today: date, what: str) -> SetChoices:
    return SetChoices(person_id, ((topic, (pick,)),), today, what)
