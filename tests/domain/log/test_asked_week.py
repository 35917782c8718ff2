"""Which week is asked about."""

from __future__ import annotations

from datetime import date, timedelta

from legwork.domain.log.asked_week import week_to_ask, week_topic

MONDAY = date(2026, 3, 2)
THURSDAY = MONDAY + timedelta(days=3)
BEFORE = MONDAY - timedelta(weeks=1)


def test_last_week_is_asked_about_and_this_one_as_soon_as_all_of_it_is_done() -> None:
    assert week_to_ask(THURSDAY, {MONDAY, BEFORE}, complete=False) == BEFORE
    assert week_to_ask(THURSDAY, {MONDAY, BEFORE}, complete=True) == MONDAY
    assert week_to_ask(THURSDAY, {BEFORE}, complete=True) == BEFORE, "complete with nothing in it is not done"
    assert week_to_ask(THURSDAY, {MONDAY}, complete=False) is None
    assert week_to_ask(THURSDAY, {MONDAY - timedelta(weeks=2)}, complete=False) is None
    assert week_to_ask(MONDAY, {BEFORE}, complete=False) == BEFORE
    assert week_to_ask(MONDAY - timedelta(days=1), {BEFORE}, complete=False) is None, "Sunday belongs to its week"


def test_a_week_is_kept_under_its_monday() -> None:
    assert week_topic(MONDAY) == "week 2026-03-02"
