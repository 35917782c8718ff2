"""How long ago a day was, in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from legwork.domain.days import ago

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"), (13, "13 days ago"), (14, "2 weeks ago"), (304, "10 months ago"), (730, "24 months ago"),
        (731, "2 years ago"), (1796, "4 years ago"), (-3, "in 3 days"),
    ],
)  # fmt: skip
def test_ago(days: int, said: str) -> None:
    assert ago(TODAY - timedelta(days=days), TODAY) == said
