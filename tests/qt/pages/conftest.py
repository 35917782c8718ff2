"""Somebody with a plan on the Train page, with hands on it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from program_driver import Desk
from train_cases import MONDAY, Hand, with_plan


@pytest.fixture
def hand(desk: Desk) -> Hand:
    """Somebody in the third week of the plan, looking at it; nothing is logged."""
    return with_plan(desk, MONDAY - timedelta(days=14))


@pytest.fixture
def loose(desk: Desk) -> Hand:
    """The same plan without a start: its first session comes next, today."""
    return with_plan(desk, None)
