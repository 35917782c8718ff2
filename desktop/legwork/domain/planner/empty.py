"""A plan without exercises: its weeks and sessions, to be filled by hand.

Owns that skeleton only.
"""

from __future__ import annotations

from collections.abc import Callable

from legwork.domain.plan.model import Block, Plan, Session, Week
from legwork.domain.planner.week import weekdays_for
from legwork.domain.planner.wishes import Wishes
from legwork.i18n import tr

USUAL_DAYS = 3
"""Sessions a week where nothing was wished (a convention)."""


def empty_plan(wishes: Wishes, fresh: Callable[[], int]) -> Plan:
    """A block of as many weeks and days as are wished. fresh: gives an id that was never used, at each call."""
    days = weekdays_for([False] * (wishes.days or USUAL_DAYS), (), wishes.weekdays)

    def week() -> Week:
        sessions = (Session(fresh(), tr("Session {number}", number=n), day) for n, day in enumerate(days, 1))
        return Week(fresh(), tuple(sessions))

    return Plan(tr("New plan"), (Block(fresh(), weeks=tuple(week() for _ in range(wishes.weeks))),))
