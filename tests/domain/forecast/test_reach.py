"""When a goal is reached, and what is said of a wish that is faster than bodies are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from legwork.domain.forecast.growth import Growth
from legwork.domain.forecast.outlook import Outlook, outlook
from legwork.domain.forecast.reach import Reach, Wish, judged, reach_short, reach_words, reached_by
from trend_simulation import PACE

TODAY = date(2026, 11, 26)


def thigh(rate_per_week: float = 0.06) -> Outlook:
    """A year of weekly readings up to today, the last of them about 58 cm."""
    weeks = range(-52, 1)
    days = [TODAY.toordinal() + 7 * week for week in weeks]
    values = [58 + rate_per_week * week for week in weeks]
    return outlook(days, values, [0.4] * len(days), PACE * 58, Growth(0.001), lambda day: 1.0)


def test_nearer_goals_are_reached_sooner() -> None:
    near, far = (reached_by(thigh(), goal, 1.0, rising=True) for goal in (59.0, 61.0))
    assert near.even is not None and far.even is not None and near.even < far.even
    assert near.soon is not None and near.early is not None and near.late is not None
    assert near.soon <= near.early <= near.even <= near.late


def test_the_middle_of_reaching_is_when_the_expected_level_passes_the_goal() -> None:
    found = thigh()
    even = reached_by(found, 60.0, 1.0, rising=True).even
    assert even is not None
    assert found.at(even - 7, 1.0).quantile(0.5) < 60.0 <= found.at(even, 1.0).quantile(0.5)


def test_falling_goals_are_judged_downwards() -> None:
    shrinking = thigh(-0.06)
    reach = reached_by(shrinking, 57.0, 0.0, rising=False)
    assert reach.soon is not None
    assert judged(shrinking, 57.0, TODAY + timedelta(weeks=26), TODAY, 0.0, rising=False).needed < 0


def test_a_wish_faster_than_bodies_grow_is_told_with_what_would_be_realistic() -> None:
    found = judged(thigh(), 66.0, TODAY + timedelta(weeks=26), TODAY, 1.0, rising=True)
    assert found.wish is Wish.FAST and found.chance < 0.1
    assert found.needed > 3 * found.likely > 0
    assert 58 < found.sure < found.realistic < 61


def test_a_modest_wish_is_likely_and_one_that_is_met_is_reached() -> None:
    assert judged(thigh(), 58.6, TODAY + timedelta(weeks=52), TODAY, 1.0, rising=True).wish is Wish.LIKELY
    assert judged(thigh(), 57.0, TODAY + timedelta(weeks=52), TODAY, 1.0, rising=True).wish is Wish.REACHED


def test_a_day_that_lies_behind_is_refused() -> None:
    with pytest.raises(ValueError, match="behind"):
        judged(thigh(), 60.0, TODAY - timedelta(days=1), TODAY, 1.0, rising=True)


def test_on_its_day_it_is_judged_by_the_chance_now() -> None:
    for goal, wish in ((57.0, Wish.REACHED), (58.05, Wish.OPEN), (60.0, Wish.OPEN)):
        found = judged(thigh(), goal, TODAY, TODAY, 1.0, rising=True)
        assert (found.wish, found.needed, found.likely) == (wish, None, None), goal
        assert found.chance == pytest.approx(1 - thigh().at(TODAY.toordinal(), 1.0).below(goal))


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_words_say_when() -> None:
    usual = Reach(day("2027-03-10"), day("2027-05-05"), day("2027-07-05"), day("2027-09-20"), 0.99)
    assert reach_words(usual, TODAY) == "most likely May to Sep 2027; one in ten sooner than Mar 2027"
    close = Reach(day("2027-05-01"), day("2027-05-05"), day("2027-05-09"), day("2027-05-20"), 1.0)
    assert reach_words(close, TODAY) == "most likely May 2027"
    never = Reach(None, None, None, None, 0.03)
    assert reach_words(never, TODAY) == "not to be expected within ten years as things are"
    seldom = Reach(day("2029-05-01"), None, None, None, 0.14)
    assert reach_words(seldom, TODAY) == "hardly before May 2029; within ten years with a chance of 14 in 100"


def test_short_words_leave_the_sooner_out() -> None:
    usual = Reach(day("2027-03-10"), day("2027-05-05"), day("2027-07-05"), day("2027-09-20"), 0.99)
    assert reach_short(usual, TODAY) == "most likely May to Sep 2027"
    assert reach_short(Reach(None, None, None, None, 0.03), TODAY).startswith("not to be expected")


def test_where_it_stands_may_be_told_by_somebody_else() -> None:
    """So that a page shows one number for now: what it takes is counted from there."""
    due = TODAY + timedelta(weeks=52)
    found = judged(thigh(), 60.0, due, TODAY, 1.0, rising=True, now=57.0)
    assert found.now == 57.0 and found.needed == pytest.approx(3 / 12, rel=0.01)
    assert judged(thigh(), 57.0, due, TODAY, 1.0, rising=True, now=56.9).wish is not Wish.REACHED


def test_what_is_as_likely_as_not_but_never_sure() -> None:
    half = Reach(day("2027-03-10"), day("2027-05-05"), day("2027-07-05"), None, 0.61)
    assert reach_short(half, TODAY) == "as likely as not by Jul 2027"
    assert reach_words(half, TODAY) == "as likely as not by Jul 2027; within ten years with a chance of 61 in 100"
    assert reach_short(Reach(day("2029-05-01"), None, None, None, 0.14), TODAY) == "hardly before May 2029"


def test_what_was_due_before_today_is_due_now() -> None:
    behind = Reach(day("2026-01-01"), day("2026-02-01"), day("2026-12-15"), day("2027-02-01"), 0.95)
    assert reach_words(behind, TODAY) == "most likely Nov 2026 to Feb 2027"
