"""The field of a day in each language: one way to write a day in the whole program, and every day can be typed back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from legwork.domain.days import full_day, long_day, short_day
from legwork.i18n import LANGUAGES, tr
from legwork.qt.charts.series import day_in_words
from legwork.qt.core import language
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_qdate
from legwork.services.typed_days import read_typed_day

COMPUTERS = {"en": "en_AU", "de": "de_AT", "es": "es_MX", "fr": "fr_CA", "pt": "pt_PT"}
"""A place for each language whose months Qt writes otherwise than where most speak it."""
DAYS = [date(2026, month, 2 + month) for month in range(1, 13)]
"""One of each month, among them all days of the week."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.speak()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_day_is_written_one_way_everywhere(qtbot: QtBot, code: str) -> None:
    language.speak(computer=QLocale(COMPUTERS[code]))
    plain, with_weekday = DayField(), DayField()
    qtbot.addWidget(plain)
    qtbot.addWidget(with_weekday)
    plain.setDisplayFormat(tr("d MMM yyyy"))
    with_weekday.setDisplayFormat(tr("ddd d MMM yyyy"))
    for day in DAYS:
        plain.setDate(to_qdate(day))
        with_weekday.setDate(to_qdate(day))
        assert (plain.text(), with_weekday.text()) == (full_day(day), day_in_words(day.toordinal()))


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_program_writes_can_be_typed_back(code: str) -> None:
    language.speak(code)
    for day in [*DAYS, date(2026, 1, 1)]:
        for text in (full_day(day), short_day(day), long_day(day), day_in_words(day.toordinal())):
            assert read_typed_day(text, date(2026, 7, 5)) == day, text


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_that_ends_in_a_month_ends_with_one_dot(code: str) -> None:
    language.speak(code)
    for day in DAYS:
        assert tr("Last measured on {day}.", day=short_day(day)).count("..") == 0
        assert tr("Last measured on {day}.", day=short_day(day)).endswith(".")
    assert tr("Last measured on {day}.", day="7").endswith("7.")
