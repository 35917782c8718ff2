"""The layout of a week: sessions put together, and days that leave legs a day between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.model import Weekday
from legwork.domain.planner.template import LEG_PATTERNS, UPPER_KINDS
from legwork.domain.planner.week import frames_for, is_leg_frame, weekdays_for
from planner_cases import TEMPLATES

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday


@pytest.mark.parametrize("key", TEMPLATES)
@pytest.mark.parametrize("days", range(1, 8))
def test_on_any_days_the_week_keeps_all_its_movements(key: str, days: int) -> None:
    template = TEMPLATES[key]
    frames = frames_for(template, days)
    assert len(frames) == min(days, template.days)
    patterns = {slot.pattern for frame in frames for slot in frame.slots}
    assert patterns == {slot.pattern for frame in template.frames for slot in frame.slots}
    assert patterns.issuperset(LEG_PATTERNS) and all(patterns & set(kinds) for kinds in UPPER_KINDS)
    if days > 1:
        assert sum(is_leg_frame(frame.slots) for frame in frames) >= 2


def test_sessions_that_go_together_begin_with_the_legs_and_have_each_movement_once() -> None:
    [frame] = frames_for(TEMPLATES["upper_lower_4"], 1)
    patterns = [slot.pattern for slot in frame.slots]
    assert len(set(patterns)) == len(patterns)
    assert patterns[:2] == ["squat", "hinge"]
    assert frame.label == "Lower A + Upper A + Lower B + Upper B"
    for letter in {slot.superset for slot in frame.slots if slot.superset}:
        places = [place for place, slot in enumerate(frame.slots) if slot.superset == letter]
        assert len(places) > 1 and places[-1] - places[0] == len(places) - 1


@pytest.mark.parametrize(
    ("legs", "days"),
    [
        ([True], [MON]),
        ([True, True], [MON, THU]),
        ([True, True, True], [MON, WED, FRI]),
        ([True, False, True, False], [MON, TUE, THU, SAT]),
        ([True, False, True, False, True], [MON, TUE, WED, THU, SAT]),
    ],
)
def test_leg_days_have_a_day_between(legs: list[bool], days: list[Weekday]) -> None:
    assert list(weekdays_for(legs, ())) == days


def test_the_template_s_own_days_are_kept_where_they_do() -> None:
    assert weekdays_for([True, False, True, False], [MON, TUE, THU, FRI]) == (MON, TUE, THU, FRI)
    assert weekdays_for([True, True], [MON, TUE]) == (MON, THU)
    assert weekdays_for([True, True], [SUN, MON]) == (MON, THU)
    assert weekdays_for([True, True], [MON, THU], frozenset({TUE, SAT})) == (TUE, SAT)


@given(st.lists(st.booleans(), min_size=1, max_size=4).filter(lambda legs: sum(legs) <= 3))
def test_up_to_three_leg_days_of_four_sessions_never_follow_each_other(legs: list[bool]) -> None:
    days = weekdays_for(legs, ())
    assert list(days) == sorted(set(days)) and len(days) == len(legs)
    on = [day for day, one in zip(days, legs, strict=True) if one]
    assert not any((day + 1) % 7 in on for day in on)


@given(st.lists(st.booleans(), min_size=5, max_size=7))
def test_every_session_has_a_day_of_its_own(legs: list[bool]) -> None:
    assert list(weekdays_for(legs, ())) == sorted(set(weekdays_for(legs, ())))
