"""The progress report: a stretch of months told on a few pages, for the person or their coach.

Owns which stretches can be chosen, and putting the parts together. Charts and tables of the body come from
`progress_body`, training from `progress_training`, the summary from `progress_words`. May run off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legwork.domain.days import full_day
from legwork.domain.measures import value_text
from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.services.check_ins import check_in_days
from legwork.services.due import tape_days
from legwork.services.goal_outlook import goal_views
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.progress_body import ProgressBody, body_of
from legwork.services.progress_training import ProgressTraining, training_of
from legwork.services.progress_words import Fact, facts_of_report, summary_of
from legwork.services.spot_readings import SpotReadings
from legwork.services.train_periods import days_text
from legwork.services.training_measures import TrainingLog
from legwork.services.weekly_review_food import food_lines
from legwork.services.workouts import workout_infos

FIRST_YEAR = 1950
"""Nobody's history begins before (a convention, as in `train_periods`)."""

LEAST_DAYS = 14
"""A shorter stretch holds too little to tell a change (a convention)."""


class Months(StrEnum):
    """How far back."""

    THREE = "3"
    SIX = "6"
    TWELVE = "12"
    ALL = "all"
    OWN = "own"


MONTHS = {
    Months.THREE: mark("The last 3 months"),
    Months.SIX: mark("The last 6 months"),
    Months.TWELVE: mark("The last 12 months"),
    Months.ALL: mark("Since the beginning"),
    Months.OWN: mark("Own dates"),
}
"""For people, marked for translation."""


@dataclass(frozen=True, eq=False)
class ProgressReport:
    """first, last: the days it is about. facts: on its cover. summary: sentences, the most important first."""

    person: Person
    today: date
    first: date
    last: date
    facts: tuple[Fact, ...]
    summary: tuple[str, ...]
    body: ProgressBody
    training: ProgressTraining

    @property
    def days_words(self) -> str:
        """The days that it is about."""
        return days_text(self.first, self.last)

    @property
    def empty(self) -> bool:
        """Whether nothing was measured and nothing logged in all the time."""
        return not self.body.rows and not self.training.workouts


def first_of(months: Months, today: date, beginning: date | None) -> date:
    """The first day of a stretch that ends today. beginning: of all that was ever written down, None for nothing."""
    if months is Months.ALL:
        return min(beginning or today, today)
    back = int(months.value) if months in (Months.THREE, Months.SIX, Months.TWELVE) else 6
    month = today.year * 12 + today.month - 1 - back
    year, place = divmod(month, 12)
    day = today.day
    while True:
        try:
            return date(year, place + 1, day)
        except ValueError:  # the 31st of a month with thirty days
            day -= 1


def beginning_of(profile: Profile, person: Person) -> date | None:
    """The first day on which anything was measured or trained; None when nothing ever was. Raises StoreError."""
    days = [*check_in_days(profile, person.id).values(), *(one.day for one in workout_infos(profile, person.id))]
    return min((day for day in days if day.year >= FIRST_YEAR), default=None)


def check_days(first: date, last: date, today: date) -> None:
    """Raise UserError when a stretch makes no sense."""
    if first > last:
        raise UserError(tr("The first day comes after the last one: swap them."))
    if first > today:
        raise UserError(tr("These days are still to come: choose an earlier first day."))
    if (min(last, today) - first).days < LEAST_DAYS:
        raise UserError(tr("Choose at least {count} days: less tells no change.", count=LEAST_DAYS))


def progress_report(
    profile: Profile,
    person: Person,
    first: date,
    last: date,
    today: date,
    chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
) -> ProgressReport:
    """What became of these days, told as it was known on the last of them. chosen_plan: as in `plan_today`.

    breathe: called between the parts; what it raises ends the work. Raises UserError for days that make no sense,
    StoreError.
    """
    check_days(first, last, today)
    last = min(last, today)
    readings = SpotReadings(profile, person, breathe)
    days = sorted(tape_days(profile, person, first, last).values())
    breathe()
    body = body_of(profile, person, first, last, days, readings, breathe)
    log = TrainingLog(profile, person, today, chosen_plan)
    training = training_of(profile, person, first, last, today, log, chosen_plan, breathe)
    food, food_said = food_lines(profile, person, first, last, today, chosen_plan, breathe)
    goals = _goals(profile, person, today, chosen_plan, breathe) if last == today else ()
    return ProgressReport(
        person, today, first, last, facts_of_report(first, last, days, body, training, food, food_said),
        summary_of(body, training, goals), body, training,
    )  # fmt: skip


def _goals(
    profile: Profile, person: Person, today: date, chosen_plan: int, breathe: Callable[[], object]
) -> tuple[str, ...]:
    """How each goal stands today, in a sentence."""
    views = goal_views(profile, person, today, chosen_plan, breathe)
    return tuple(
        tr("{name}, goal {value} by {day}: {head}", name=one.name, value=value_text(one.value, one.unit),
           day=full_day(one.goal.due), head=one.head)
        for one in views
        if one.head
    )  # fmt: skip
