"""The review of a week, after its check-in: what was done, what changed, what is noise, what the next week brings.

Owns which days a check-in closes, and putting the parts together, so that screen and paper say the same. May run off
the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import long_day
from legwork.i18n import tr
from legwork.services.due import last_check_in, tape_days
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings
from legwork.services.train_periods import days_text
from legwork.services.training_calendar import calendar_base
from legwork.services.weekly_review_ahead import ReviewAhead, ahead_of
from legwork.services.weekly_review_changes import ReviewChanges, changes_of
from legwork.services.weekly_review_done import ReviewDone, done_in

WEEK = timedelta(days=7)
"""A review looks back on the seven days before its check-in and on to the seven from it on: a check-in comes before the
training of its day, and weeks of a calendar would leave half of one that is measured on a Thursday out."""


@dataclass(frozen=True, eq=False)
class Review:
    """day: of the check-in; before: of the one before it, None for the first. days: of all check-ins up to today.

    measured: whether anything was measured on `day`; without it, there is nothing to review but the training.
    """

    person: Person
    today: date
    day: date
    before: date | None
    measured: bool
    done: ReviewDone
    changes: ReviewChanges
    ahead: ReviewAhead
    days: tuple[date, ...] = ()

    @property
    def title(self) -> str:
        """Which check-in."""
        return tr("Check-in of {day}", day=long_day(self.day))

    @property
    def week_words(self) -> str:
        """Which week was done."""
        return days_text(self.done.first, self.done.last)

    @property
    def next_words(self) -> str:
        """Which week comes."""
        return days_text(self.ahead.first, self.ahead.last)


def weekly_review(
    profile: Profile,
    person: Person,
    day: date,
    today: date,
    chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
) -> Review:
    """The review of the check-in of `day`. chosen_plan: the plan that is trained by, where several could be.

    breathe: called between the parts; what it raises ends the work. Raises StoreError.
    """
    days = sorted(tape_days(profile, person, last=today).values())
    breathe()
    earlier = [one for one in days if one < day]
    before = earlier[-1] if earlier else None
    readings = SpotReadings(profile, person, breathe)
    base = calendar_base(profile, person, today, chosen_plan, breathe)
    changes = changes_of(profile, person, day, before, readings, breathe)
    done = done_in(profile, person, day - WEEK, base, chosen_plan, breathe)
    newest = not any(one > day for one in days)
    ahead = ahead_of(profile, person, day, base, chosen_plan, newest, breathe)
    return Review(person, today, day, before, bool(changes.rows), done, changes, ahead, tuple(days))


def newest_review_day(profile: Profile, person: Person, today: date) -> date:
    """The newest check-in; today where there is none. Raises StoreError."""
    return last_check_in(profile, person, today) or today
