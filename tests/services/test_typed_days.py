"""A day as it is typed: whole in any usual form, or only the part that changes."""

from __future__ import annotations

from datetime import date

import pytest

from legwork.errors import UserError
from legwork.services.typed_days import names_a_year, read_typed_day

STANDS = date(2026, 5, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 Feb 2027", date(2027, 2, 3)),
        ("03 Feb 2046", date(2046, 2, 3)),
        ("2029-04-05", date(2029, 4, 5)),
        ("3.2.2027", date(2027, 2, 3)),
        (" 3  6 2027 ", date(2027, 6, 3)),
        ("Mon 3 Feb 2027", date(2027, 2, 3)),
        ("Feb 3, 2027", date(2027, 2, 3)),
        ("3. März 2027", date(2027, 3, 3)),
        ("15", date(2026, 5, 15)),
        ("15 Jun", date(2026, 6, 15)),
        ("Jun", date(2026, 6, 27)),
        ("Jun 2028", date(2028, 6, 27)),
        ("2028", date(2028, 5, 27)),
        ("Wed 13", date(2026, 5, 13)),
    ],
)
def test_what_is_typed_is_the_day_that_is_meant(text: str, day: date) -> None:
    assert read_typed_day(text, STANDS) == day


def test_days_in_numbers_follow_the_order_of_the_country() -> None:
    assert read_typed_day("3/4/2027", STANDS) == date(2027, 4, 3)
    assert read_typed_day("3/4/2027", STANDS, month_first=True) == date(2027, 3, 4)
    assert read_typed_day("25/4/2027", STANDS, month_first=True) == date(2027, 4, 25), "only one order can be meant"


@pytest.mark.parametrize("text", ["", "soon", "31.2.2027", "99", "0", "3 Feb 2027 2028", "3 Foo 2027", "x" * 500])
def test_what_is_no_day_is_refused_with_what_to_type(text: str) -> None:
    with pytest.raises(UserError, match=r"type it as 3 Feb 2027 or 2027-02-03\."):
        read_typed_day(text, STANDS)


def test_a_day_may_be_whole_only_with_its_year() -> None:
    assert names_a_year("3.2.2027") and names_a_year("2027-02-03")
    assert not names_a_year("3.2.20") and not names_a_year("2027-02")
