"""Student's t: against the table that any book of statistics has."""

from __future__ import annotations

import pytest

from legwork.domain.student import t_quantile


@pytest.mark.parametrize(
    ("share", "df", "t"),
    [
        (0.975, 1, 12.706), (0.975, 2, 4.303), (0.975, 3, 3.182), (0.975, 10, 2.228), (0.975, 29, 2.045),
        (0.9, 1, 3.078), (0.9, 4, 1.533), (0.9, 30, 1.310), (0.95, 5, 2.015), (0.995, 8, 3.355), (0.5, 7, 0.0),
        (0.025, 6, -2.447), (0.975, 1000, 1.962),
    ],
)  # fmt: skip
def test_the_table(share: float, df: int, t: float) -> None:
    assert t_quantile(share, df) == pytest.approx(t, abs=6e-4)


@pytest.mark.parametrize(("share", "df"), [(0.0, 5), (1.0, 5), (0.9, 0)])
def test_what_is_no_share_and_no_freedom(share: float, df: int) -> None:
    with pytest.raises(ValueError):
        t_quantile(share, df)
