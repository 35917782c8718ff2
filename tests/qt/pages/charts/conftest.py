"""Somebody with measurements, with workouts or with both, on the Charts page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from charts_driver import DAYS, TODAY, Charts
from program_driver import Desk
from trained_charts import MONDAY, train_weeks


@pytest.fixture
def charts(desk: Desk) -> Charts:
    """Four check-ins: both calves, the left thigh and the weight."""
    for place, day in enumerate(DAYS):
        desk.remember(day, calf_left=f"{37 + place}", calf_right=f"{37 + place}.2", upper_thigh_left=f"{60 + place}",
                      body_weight="82")  # fmt: skip
    return Charts(desk)


@pytest.fixture
def weekly(desk: Desk) -> Charts:
    """Forty weeks of both calves, the left one growing, the right one level."""
    for week in range(40):
        day = TODAY - timedelta(days=7 * (39 - week) + 1)
        desk.remember(day, calf_left=f"{36 + week / 10:.1f}", calf_right="37.0")
    return Charts(desk)


@pytest.fixture
def lifter(desk: Desk) -> Charts:
    """Somebody who trains and never measured."""
    train_weeks(desk)
    found = Charts(desk)
    desk.settle()
    return found


@pytest.fixture
def both(desk: Desk) -> Charts:
    """Somebody who trains and measures the thighs on Sundays."""
    for back in range(12, -1, -1):
        day = MONDAY - timedelta(days=7 * back + 1)
        desk.remember(day, upper_thigh_left=f"{58 + (12 - back) / 10:.1f}", upper_thigh_right="59")
    train_weeks(desk)
    found = Charts(desk)
    desk.settle()
    return found
