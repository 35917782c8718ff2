"""The sample history: an invented lifter, to look around with before measuring anything."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from legwork.domain.food.energy import Activity
from legwork.domain.food.targets import Wish
from legwork.domain.measures import Family, Measure
from legwork.domain.sample import ANSWERS, LIFTS, STARTED, SampleCheckIn, sample_history
from legwork.domain.sample_food import FOOD_WEEKS, SAMPLE_ITEMS, sample_food
from legwork.domain.sample_log import PLAN_WEEKS, sample_log
from legwork.domain.sample_plan import sample_plan
from legwork.domain.sites import DEFAULT_TRACKED
from legwork.domain.units import Quantity, UnitSystem
from legwork.i18n import mark, tr
from legwork.services.check_ins import TYPED, Day, Entry, write_days
from legwork.services.choices import SetChoices
from legwork.services.edit import Edit
from legwork.services.food import SaveItem, write_food
from legwork.services.food_targets import choose_activity, choose_wish
from legwork.services.goals import SetGoal
from legwork.services.lifts import SetLift
from legwork.services.people import AddPerson, TrackSites, people_from
from legwork.services.plans import AddPlan, stored_plans
from legwork.services.profile import Profile
from legwork.services.programme import AddProgrammeChange
from legwork.services.workout_rows import add_workouts

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

SAMPLE_NAME = mark("Sam Sample")
WEEKS = 104
SELDOM = ("wrist", "ankle")
"""Sites of skin and bone: Sam measures them twice a year, and does not have them in the weekly form."""
_HALF_YEAR = 26

WEEKS_DONE = PLAN_WEEKS - 1
"""Of Sam's plan: the fourth of its eight weeks is the current one."""


@dataclass(frozen=True)
class FillWithSample(Edit):
    """Invent one person with a history of weekly check-ins that ends at `until`."""

    until: date
    weeks: int = WEEKS
    sites: tuple[str, ...] = (*DEFAULT_TRACKED[:-2], "forearm", "upper_thigh", "lower_thigh", "calf")

    @property
    def label(self) -> str:
        return tr("Fill with the sample history")

    def run(self, work: UnitOfWork) -> None:
        AddPerson(
            tr(SAMPLE_NAME),
            "male",
            date(1994, 5, 14),
            Quantity(180.0, "cm", "180"),
            UnitSystem.METRIC,
            self.until.weekday(),
        ).run(work)
        person_id = people_from(work)[-1].id
        TrackSites(person_id, self.sites).run(work)
        history = sample_history(self.until, self.weeks, (*self.sites, *SELDOM))
        write_days(work, person_id, [_day(one, place) for place, one in enumerate(history)])
        for one in history:
            if one.note == tr(STARTED):
                AddProgrammeChange(person_id, one.day, one.note).run(work)
        before = self.until - timedelta(weeks=1)
        for lift, side, load, reps, rir in LIFTS:
            SetLift(person_id, before, lift, side, Quantity(load, "kg", f"{load:g}"), reps, rir).run(work)
        SetChoices(person_id, ANSWERS, self.until - timedelta(weeks=PLAN_WEEKS + 1), "").run(work)
        _add_food(work, person_id, self.until, min(self.weeks, FOOD_WEEKS))
        SetGoal(
            person_id,
            str(Measure(Family.SITE, "upper_thigh")),
            Quantity(60.0, "cm", "60"),
            self.until + timedelta(weeks=52),
            self.until - timedelta(weeks=30),
            "",
        ).run(work)
        monday = self.until - timedelta(days=self.until.weekday())
        AddPlan(person_id, sample_plan(), monday - timedelta(weeks=WEEKS_DONE)).run(work)
        [stored] = stored_plans(work, person_id)
        log = sample_log(self.until, self.weeks, stored.plan)
        add_workouts(work, person_id, [(one, {"uid": uuid.uuid4().hex}) for one in log])


def _add_food(work: UnitOfWork, person_id: int, until: date, weeks: int) -> None:
    """What was eaten and drunk in the last weeks, with two quick items, and what it was meant for."""
    days = sample_food(until, weeks)
    write_food(work, person_id, {one.day: dict(one.amounts) for one in days})
    for name, amounts in SAMPLE_ITEMS:
        SaveItem(person_id, tr(name), amounts).run(work)
    chosen = until - timedelta(weeks=max(weeks, 1))
    choose_wish(person_id, Wish.LITTLE_MORE, chosen).run(work)
    choose_activity(person_id, Activity.MODERATE, chosen).run(work)


def _day(one: SampleCheckIn, place: int) -> Day:
    entries = (
        Entry(spot, tuple(_quantity(spot.site, value) for value in values), TYPED)
        for spot, values in one.readings
        if spot.site not in SELDOM or place % _HALF_YEAR == 0
    )
    note = None if one.note == tr(STARTED) else one.note or None
    return Day(one.day, tuple(entries), note, one.morning, one.trained_legs)


def ensure_sample(profile: Profile, today: date) -> None:
    """Fill the sample profile when it is still empty."""
    with profile.reading() as reader:
        empty = not people_from(reader)
    if empty:
        profile.apply(FillWithSample(today))


def _quantity(site: str, value: float) -> Quantity:
    unit = {"body_weight": "kg", "body_fat": "%"}.get(site, "cm")
    return Quantity(value, unit, f"{value:.1f}")
