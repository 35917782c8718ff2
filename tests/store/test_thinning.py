"""Of all backups stay the newest of 7 days, 4 weeks and 12 months; never is the newest let go."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from legwork.store.backup import Backup, surplus

TIMES = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2026, 12, 31)), unique=True, max_size=60)


def _backups(times: list[datetime]) -> list[Backup]:
    return [Backup(Path(f"{time:%Y-%m-%dT%H%M%S.%f}"), time) for time in times]


def _kept(times: list[datetime]) -> set[datetime]:
    backups = _backups(times)
    gone = surplus(backups)
    assert len(gone) == len(set(gone))
    return {one.made_at for one in backups} - {one.made_at for one in gone}


def _newest_of_each(times: list[datetime], period, count: int) -> set[datetime]:
    """The newest backup of each of the newest `count` periods, worked out the slow way."""
    periods = sorted({period(time) for time in times}, reverse=True)[:count]
    return {max(time for time in times if period(time) == one) for one in periods}


DAILY = [datetime(2025, 3, number) for number in range(10, 17)]


@given(TIMES)
@example([*DAILY, datetime(2024, 3, 30), datetime(2024, 3, 12)])  # the same week of two years
def test_exactly_the_newest_of_days_weeks_and_months_stay(times: list[datetime]) -> None:
    assert _kept(times) == (
        _newest_of_each(times, lambda time: time.date(), 7)
        | _newest_of_each(times, lambda time: time.isocalendar()[:2], 4)
        | _newest_of_each(times, lambda time: (time.year, time.month), 12)
    )


@given(TIMES)
def test_few_stay_and_the_newest_is_one_of_them(times: list[datetime]) -> None:
    kept = _kept(times)
    assert len(kept) <= 7 + 4 + 12
    if times:
        assert max(times) in kept


@given(TIMES)
def test_thinning_again_lets_nothing_go(times: list[datetime]) -> None:
    assert surplus(_backups(sorted(_kept(times)))) == []


def test_a_year_of_daily_backups() -> None:
    """Made every morning and thinned each time: what a faithful user finds after a year."""
    kept: list[datetime] = []
    for number in range(366):
        kept.append(datetime(2025, 1, 1, 8) + timedelta(days=number))
        kept = sorted(_kept(kept))
    assert [time.date().isoformat() for time in kept[-7:]] == [f"2025-12-{day}" for day in range(26, 32)] + [
        "2026-01-01"
    ]
    assert {(time.year, time.month) for time in kept} == {(2025, month) for month in range(2, 13)} | {(2026, 1)}
    assert kept[0].date().isoformat() == "2025-02-28"
