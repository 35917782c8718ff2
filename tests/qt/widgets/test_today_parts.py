"""The parts of the first page by themselves: a card is one link, and pictures stay legible at any width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from drawn_texts import drawn
from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.today_balance import paint_history
from legwork.qt.widgets.today_bars import BarRows, week_rows
from legwork.qt.widgets.today_card import TodayCard
from legwork.services.today_body import HistoryLine
from legwork.services.today_week import WeekLine

LINES = (
    WeekLine("lower", "Legs", "lower", 16, 0, 37, None, None, "16", "37 planned", "Legs: 16 hard sets.", True),
    WeekLine("upper", "Upper body", "upper", 0, 0, 18, None, 11, "0", "18 planned, 11 hold it", "Upper body.", True),
    WeekLine("calves", "Calves", "lower", 4.75, 0.75, None, (6, 10), None, "4.75", "wanted 6 to 10", "Calves."),
)


@pytest.fixture
def theme(qtbot: QtBot) -> ThemeManager:
    made = ThemeManager(resources_dir() / "themes")
    made.apply("light")
    return made


@pytest.fixture
def rows(qtbot: QtBot, theme: ThemeManager) -> BarRows:
    made = BarRows(theme, "rows", "Hard sets")
    made.show_rows(week_rows(theme, LINES))
    return made


@pytest.fixture
def card(qtbot: QtBot, theme: ThemeManager, rows: BarRows) -> TodayCard:
    made = TodayCard(theme, "card", "Hard sets", "Open Train", 240)
    qtbot.addWidget(made)
    rows.activated.connect(made.opened)
    made.hold(rows, inset=False)
    made.resize(500, 300)
    made.show()
    return made


def count(card: TodayCard) -> list[int]:
    seen: list[int] = []
    card.opened.connect(lambda: seen.append(1))
    return seen


def test_a_card_waits_then_shows_then_says_that_there_is_nothing(card: TodayCard, rows: BarRows) -> None:
    assert not card.known and not rows.isVisible()
    assert card.minimumHeight() == 240
    card.show_content()
    assert card.known and rows.isVisible() and not card.waiting.isVisible()
    card.show_empty("Nothing yet.")
    assert [one.text() for one in card.findChildren(QLabel) if one.isVisible()] == ["Hard sets", "Nothing yet."]
    assert card.minimumHeight() == 0, "no room is kept for what may never come"
    card.show_waiting()
    assert not card.known and not card.is_empty


def test_a_click_anywhere_opens_it_once(card: TodayCard, rows: BarRows) -> None:
    card.show_content()
    QApplication.processEvents()
    seen = count(card)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(250, 292))
    QTest.mouseClick(card.heading, Qt.MouseButton.LeftButton)
    assert len(seen) == 2
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.row_rect("calves").center().toPoint())
    assert len(seen) == 3, "a row is part of the card, and its click is not counted twice"
    QTest.mouseClick(card.link, Qt.MouseButton.LeftButton)
    assert len(seen) == 4
    QTest.mouseClick(card, Qt.MouseButton.RightButton, pos=QPoint(250, 292))
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(250, 292))
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(250, 900))
    assert len(seen) == 4, "whoever moves away does not mean it"


def test_the_rows_are_heard_one_by_one(card: TodayCard, rows: BarRows) -> None:
    card.show_content()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert rows.sentences() == ["Legs: 16 hard sets.", "Upper body.", "Calves."]
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.accessibleDescription() == "Upper body."
    seen = count(card)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert len(seen) == 1


@pytest.mark.parametrize("width", [240, 320, 480, 900])
def test_no_text_of_the_rows_runs_into_another(theme: ThemeManager, rows: BarRows, width: int) -> None:
    high = rows.heightForWidth(width)
    texts = drawn(width, high, lambda painter, rect: rows.paint_picture(painter, rect, None, False))
    assert [text for text, _ in texts].count("wanted 6 to 10") == 1
    lines: dict[int, list[QRectF]] = {}
    for _, box in texts:
        lines.setdefault(round(box.center().y() / 25), []).append(box)
    if width >= 320:
        for boxes in lines.values():
            for one, other in pairwise(sorted(boxes, key=lambda box: box.left())):
                assert one.right() <= other.left()
    assert all(box.bottom() <= high for _, box in texts)


@pytest.mark.parametrize("width", [96, 160, 320])
def test_the_months_of_the_history_never_run_into_each_other(theme: ThemeManager, width: int) -> None:
    days = tuple(range(738000, 738700, 7))
    level = tuple(90 + 0.05 * place for place in range(len(days)))
    line = HistoryLine(
        days, level, tuple(one - 0.5 for one in level), tuple(one + 0.5 for one in level), "Jul 2021", "Jun 2023", "x"
    )

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_history(painter, rect, theme, line)

    texts = drawn(width, 72, paint)
    months = [box for text, box in texts if text in ("Jul 2021", "Jun 2023")]
    assert len(months) == (1 if width == 96 else 2)
    assert len(months) == 1 or not months[0].intersects(months[1])
    if width == 320:
        assert "90.0" in [text for text, _ in texts], "where it began"
