"""What a person spends by scale and diary, beside the equation, and the correction that may follow.

Owns when anything is said, what is still missing and its words, and how a correction is taken or refused. The model is
`domain.food.expenditure`, the step `domain.food.correction`. Nothing is said while energy is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from legwork.domain.days import near_day
from legwork.domain.food.amounts import FoodUnits, Nutrient, about, about_text
from legwork.domain.food.correction import Correction, correction, energy_text
from legwork.domain.food.energy import Spent
from legwork.domain.food.expenditure import (
    COVERAGE,
    FEWEST_DAYS,
    FEWEST_INTAKES,
    FEWEST_WEIGHINGS,
    LOOK_BACK_DAYS,
    Expenditure,
    Missing,
    expenditure,
)
from legwork.domain.food.targets import WISHES, is_light
from legwork.i18n import listed, ntr, tr
from legwork.services import food_choices
from legwork.services.choices import SetChoices
from legwork.services.edit import Edit
from legwork.services.food import food_days, food_units, weighed_days
from legwork.services.food_choices import step_in
from legwork.services.food_targets import FoodPlan, food_plan
from legwork.services.people import Person, one_person
from legwork.services.profile import Profile
from legwork.services.proposals import refused_of

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

TOPIC = "food/correction"
"""Under which a refused correction is kept; its key begins with the day."""

WAIT_DAYS = 14
"""After a correction was taken or refused none is proposed for so long: the scale must show it first (a convention)."""

LEAST_OF_REST = 0.5
"""A day with less energy than this share of what the body needs at rest is not taken as written down whole (a
convention)."""


@dataclass(frozen=True)
class SpentView:
    """shown: False while energy is left out or there are no targets; then all else is empty.

    low, high: the interval (80 %), in the person's unit; None while too little is known, then `missing` says what is
    needed still. words: the interval in a sentence. equation: what the equation says of a usual day. notes: what is to
    be known of the data. correction: what is proposed, its change in kcal; None for nothing. change: it in the person's
    unit with its sign, "" without one. topic, key: of its refusal (`proposals.RefuseProposal`).
    """

    shown: bool = False
    words: str = ""
    low: float | None = None
    high: float | None = None
    missing: tuple[str, ...] = ()
    equation: str = ""
    notes: tuple[str, ...] = ()
    correction: Correction | None = None
    change: str = ""
    topic: str = TOPIC
    key: str = ""
    seen: Expenditure | None = None


def spent_view(
    profile: Profile,
    person: Person,
    today: date,
    chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
    plan: FoodPlan | None = None,
) -> SpentView:
    """What is spent as of `today`; plan: of `food_plan`, when the caller has it. Raises StoreError."""
    plan = plan or food_plan(profile, person, today, chosen_plan, breathe)
    if not plan.energy_shown or plan.targets is None or plan.spent is None or plan.rest is None:
        return SpentView()
    units = food_units(profile, person)
    first = today - timedelta(days=LOOK_BACK_DAYS - 1)
    intakes, parts = _intakes(profile, person, first, today, LEAST_OF_REST * plan.rest.kcal)
    weights = {day.toordinal(): kg for day, kg in weighed_days(profile, person.id, first, today).items()}
    breathe()
    seen = expenditure(weights, intakes, today.toordinal(), plan.spent.kcal, plan.spent.error)
    equation = tr(
        "The equation says {kcal} {unit}, give or take {error} {unit}.",
        kcal=_about(plan.spent.kcal, units), unit=units.energy, error=_about(plan.spent.error, units),
    )  # fmt: skip
    notes = _part_notes(parts)
    if not seen.known:
        return SpentView(True, missing=_still_needed(seen), equation=equation, notes=notes, seen=seen)
    low, high = (about(one, Nutrient.ENERGY, units) for one in (seen.low, seen.high))
    words = tr(
        "By scale and diary you spend {low} to {high} {unit} a day (right four times in five).",
        low=_about(seen.low, units), high=_about(seen.high, units), unit=units.energy,
    )  # fmt: skip
    view = SpentView(True, words, low, high, equation=equation, notes=notes, seen=seen)
    if why_none := _doubt(seen, plan.rest) or _waiting(profile, person.id, today):
        return replace(view, notes=(*notes, why_none))
    found = _proposed(plan, seen, units)
    if found is None:
        return view
    if why_none := _held_back(plan, found):
        return replace(view, notes=(*notes, why_none))
    key = f"{today.isoformat()} {round(found.change):+d}"
    return replace(view, correction=found, change=_signed(found.change, units), key=key)


@dataclass(frozen=True)
class TakeCorrection(Edit):
    """Take a proposed correction into the targets, on top of those taken before, up to `food_choices.MOST_STEP`.

    change: in kcal. units: in which the person is told what is done.
    """

    person_id: int
    change: float
    today: date
    units: FoodUnits = field(default_factory=FoodUnits)

    @property
    def label(self) -> str:
        return tr("Correct energy by {change} {unit}", change=_signed(self.change, self.units), unit=self.units.energy)

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        before = step_in(work, person_id)
        whole = round(food_choices.within((before[0] if before else 0.0) + self.change))
        SetChoices(person_id, ((food_choices.STEP, (f"{whole:+d}",)),), self.today, self.label).run(work)


def _intakes(
    profile: Profile, person: Person, first: date, today: date, least_kcal: float
) -> tuple[dict[int, float], int]:
    """Energy by day, of the days that are over and look whole; and how many look as if a part is missing."""
    found = {
        day.toordinal(): one.amounts[Nutrient.ENERGY].value
        for day, one in food_days(profile, person.id, first, today - timedelta(days=1), today).items()
        if Nutrient.ENERGY in one.amounts
    }
    whole = {day: kcal for day, kcal in found.items() if kcal >= least_kcal}
    return whole, len(found) - len(whole)


def _part_notes(parts: int) -> tuple[str, ...]:
    if not parts:
        return ()
    return (
        ntr(
            "{count} day with less than half of what the body needs at rest is taken as written down in part, and left "
            "out.",
            "{count} days with less than half of what the body needs at rest are taken as written down in part, and "
            "left out.",
            parts,
        ),
    )


def _still_needed(seen: Expenditure) -> tuple[str, ...]:
    """What is missing, a sentence."""
    if not seen.intakes and not seen.weighings:
        return (
            tr("Write down energy for {days} days and step on the scale {times} times in them: then what you really "
               "spend can be told.", days=FEWEST_DAYS, times=FEWEST_WEIGHINGS),
        )  # fmt: skip
    needs = []
    if Missing.INTAKES in seen.missing:
        more = FEWEST_INTAKES - seen.intakes
        needs.append(ntr("{count} more day with its energy", "{count} more days with their energy", more))
    elif Missing.COVERAGE in seen.missing:
        needs.append(tr("energy on at least {percent} % of the days ({there} of {days} so far)",
                        percent=round(COVERAGE * 100), there=seen.intakes, days=seen.days))  # fmt: skip
    if Missing.WEIGHINGS in seen.missing:
        needs.append(ntr("{count} more weighing", "{count} more weighings", FEWEST_WEIGHINGS - seen.weighings))
    if Missing.DAYS in seen.missing:
        needs.append(ntr("{count} more day to pass", "{count} more days to pass", FEWEST_DAYS - seen.days))
    return (tr("Still needed: {needs}.", needs=listed(needs)),)


def _doubt(seen: Expenditure, rest: Spent) -> str:
    """Why the interval leads to no correction; empty where it may."""
    if seen.high < rest.kcal:
        return tr("That is less than a body needs at rest: some food or drink may not be written down, so nothing is "
                  "concluded from it.")  # fmt: skip
    return ""


def _waiting(profile: Profile, person_id: int, today: date) -> str:
    """From when on a correction is proposed again, after one was taken or refused; empty when it may be now."""
    days = [day for key in refused_of(profile, person_id, TOPIC) if (day := _day_of(key)) is not None]
    with profile.reading() as reader:
        step = step_in(reader, person_id)
    days += [step[1]] if step is not None else []
    until = max((day + timedelta(days=WAIT_DAYS) for day in days if day <= today), default=today)
    if until <= today:
        return ""
    return tr("A correction is looked at again from {day} on: the scale needs that long to show what changed.",
              day=near_day(until, today))  # fmt: skip


def _day_of(key: str) -> date | None:
    try:
        return date.fromisoformat(key.partition(" ")[0])
    except ValueError:
        return None


def _proposed(plan: FoodPlan, seen: Expenditure, units: FoodUnits) -> Correction | None:
    """The correction; none downwards where the target stands at its floor already."""
    if plan.targets is None or plan.spent is None:
        return None
    low, high = WISHES[plan.wish].share
    wanted = plan.spent.kcal * (1 + (low + high) / 2) + plan.step_kcal
    found = correction(wanted, (low + high) / 2, seen, units)
    if found is not None and found.change < 0 and plan.targets.kcal.middle > wanted + 1:  # more than rounding
        return None
    return found


def _held_back(plan: FoodPlan, found: Correction) -> str:
    """Why a correction that the numbers ask for is not proposed; empty where it may be."""
    if found.change < 0 and plan.body is not None and is_light(plan.body):
        return tr("Legwork proposes no step down at this weight and height.")
    if food_choices.within(plan.step_kcal + found.change) != plan.step_kcal + found.change:
        return tr("The corrections that were taken are as large as they may be: look at what is written down, and at "
                  "how a usual day looks.")  # fmt: skip
    return ""


def _about(kcal: float, units: FoodUnits) -> str:
    return about_text(kcal, Nutrient.ENERGY, units)


def _signed(kcal: float, units: FoodUnits) -> str:
    text = energy_text(abs(kcal), units)
    return f"{'+' if kcal > 0 else '−'}{text}"
