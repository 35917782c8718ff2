"""Moments, spans and the order of days, in the spellings of many programs."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.errors import UserError
from legwork.formats.dates import DateOrder
from legwork.formats.training_times import Moment, read_moment, read_span, settle_order

TODAY = date(2026, 7, 1)
ZONE = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2021-02-10 16:46:13", Moment(datetime(2021, 2, 10, 16, 46, 13), True, None)),
        ("2021-02-10T16:46:13.5", Moment(datetime(2021, 2, 10, 16, 46, 13), True, None)),
        (" 2021-02-10 ", Moment(datetime(2021, 2, 10), False, None)),
        ("19/11/18", Moment(datetime(2018, 11, 19), False, None)),
        ("19.11.2018, 06:05", Moment(datetime(2018, 11, 19, 6, 5), True, None)),
        ("Jun 11, 2026, 12:30 AM", Moment(datetime(2026, 6, 11, 0, 30), True, None)),
        ("Jun 11, 2026, 12:30 p.m.", Moment(datetime(2026, 6, 11, 12, 30), True, None)),
        ("2026-01-01T22:30:00Z", Moment(datetime(2026, 1, 2, 1, 30), True, 180)),
        ("2026-01-01T22:30:00.123+00:00", Moment(datetime(2026, 1, 2, 1, 30), True, 180)),
        ("2026-01-01T22:30:00-0330", Moment(datetime(2026, 1, 1, 22, 30), True, -210)),
    ],
)
def test_moments(text: str, moment: Moment) -> None:
    assert read_moment(text, TODAY, DateOrder.DAY_FIRST, ZONE) == moment


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no date"), ("soon", "cannot be read"), ("2021-02-30 10:00", "no such day"), ("1850-01-01", "before 1900"),
        ("2026-07-03", "future"), ("2026-01-01 25:00", "no such day"), ("2026-01-01T10:00:00+23:00", "cannot be read"),
        ("9999-12-31T23:59:00Z", "cannot be read"), ("14 Jan 2025, 10:75", "cannot be read"),
    ],
)  # fmt: skip
def test_what_is_no_moment(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_moment(text, TODAY, None, ZONE)


@pytest.mark.parametrize(
    ("text", "bare", "seconds"),
    [
        ("1h 41m", 1, 6060), ("134h 2m", 1, 482_520), ("35m", 1, 2100), ("2h", 1, 7200), ("2h 23min", 1, 8580),
        ("2 Std. 5 Min.", 1, 7500), ("1 saat 5 dk", 1, 3900), ("2 ч 5 мин", 1, 7500), ("1,5 h", 1, 5400),
        ("5m 3s", 1, 303), ("1d 2h", 1, 93_600), ("0:09:21", 1, 561), ("1:30", 1, 90), ("90.0", 1, 90),
        ("45", 60, 2700),
        ("0.6", 3600, 2160), ("0", 1, 0),
        ("", 1, None), ("soon", 1, None), ("1h x", 1, None), ("1e9", 1, None), ("99999h", 1, None), ("1 2", 1, None),
        ("1:75", 1, 135),
    ],
)  # fmt: skip
def test_spans(text: str, bare: int, seconds: int | None) -> None:
    assert read_span(text, bare) == seconds


def test_the_order_of_days() -> None:
    day, month = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST
    assert settle_order(["2024-01-02", "14 Jan 2025"], None, TODAY) == (None, False)
    assert settle_order(["1/2/24", "13/2/24"], None, TODAY) == (day, False)
    assert settle_order(["1/2/24", "2/13/24"], day, TODAY) == (month, False)  # the file knows better than an answer
    assert settle_order(["1/2/24", "3/2/24"], month, TODAY) == (month, True)
    assert settle_order(["1/2/24", "3/2/24", "5/2/24"], None, TODAY) == (day, True)
    assert settle_order(["2/1/24", "2/3/24", "2/5/24"], None, TODAY) == (month, True)
    assert settle_order(["5/7/26", "5/6/26"], None, TODAY) == (month, True)  # 5 July has not come yet
    assert settle_order(["3/3/24"], None, TODAY) == (None, False)


@settings(deadline=None)
@given(st.text(max_size=30), st.sampled_from([None, *DateOrder]))
def test_any_text_is_a_moment_or_a_sentence(text: str, order: DateOrder | None) -> None:
    read_span(text)
    settle_order([text, text[::-1]], order, TODAY)
    try:
        read_moment(text, TODAY, order, ZONE)
    except UserError as error:
        assert str(error)
