"""Which week of training a person is asked about.

Owns this one rule, for the page that asks and for the first page, which loads nothing that is heavy. What is asked
stands in `week_answers`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta


def week_to_ask(today: date, trained: Collection[date], *, complete: bool) -> date | None:
    """The Monday of the week to ask about on a day: this one when all of it is done, else the last one.

    trained: the Mondays of weeks in which something was done. complete: all that was planned for this week is done.
    None when nothing was done in the week in question: what is longer ago is not remembered well enough (a convention).
    """
    monday = today - timedelta(days=today.weekday())
    if complete and monday in trained:
        return monday
    before = monday - timedelta(weeks=1)
    return before if before in trained else None


def week_topic(week: date) -> str:
    """Under which choice the answers of a week are kept. week: its Monday."""
    return f"week {week.isoformat()}"
