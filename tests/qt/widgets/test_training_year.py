"""The calendar of a year as a widget: where days lie at any width, walking, pointing, and what is seen of a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from drawn_texts import drawn
from legwork.domain.log.adherence import Fate
from legwork.domain.log.training_days import WorkoutCount
from legwork.domain.plan.model import BlockKind
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.training_day_paint import paint_day
from legwork.qt.widgets.training_year import TrainingYear
from legwork.qt.widgets.training_year_paint import paint_year, year_height
from legwork.qt.widgets.training_year_place import LARGEST, SMALLEST, months_on, place_year
from legwork.services.training_calendar import (
    CalendarDay,
    CalendarWeek,
    CalendarYear,
    DoneWorkout,
    How,
    PlannedSession,
)

TODAY = date(2026, 3, 11)
MONDAY = date(2026, 3, 2)


def workout(lower: float, upper: float, how: How = How.FREE) -> DoneWorkout:
    sets = lower + upper
    return DoneWorkout(1, "Legs", WorkoutCount(sets, sets, lower, upper, lower, upper), how, None, 60, True)


def planned(fate: Fate, *done_on: date) -> PlannedSession:
    return PlannedSession("Legs", fate, MONDAY + timedelta(days=6), done_on)


def week(after: int, kind: BlockKind = BlockKind.ACCUMULATE, block: int = 1, name: str = "Base") -> CalendarWeek:
    monday = MONDAY + timedelta(weeks=after)
    return CalendarWeek(monday, "Legs first", after + 1, 8, name, kind, block, 3, 0, 0, after == 0)


# Where days lie


@pytest.mark.parametrize("year", [2000, 2012, 2024, 2026, 2028])
@pytest.mark.parametrize("width", [300, 560, 700, 1010, 1700])
def test_every_day_has_a_place_of_its_own(theme: ThemeManager, year: int, width: int) -> None:
    place = place_year(theme, QRectF(0, 0, width, 0), year)
    seen = set()
    for number in range((date(year, 12, 31) - date(year, 1, 1)).days + 1):
        day = date(year, 1, 1) + timedelta(days=number)
        box = place.rect(day)
        assert place.day_at(box.center()) == day
        assert box.right() <= width + 0.01 and box.left() >= place.names
        assert (box.left(), box.top()) not in seen
        seen.add((box.left(), box.top()))
    cells = {strip.cell for strip in place.strips}
    assert len(cells) == 1 and (SMALLEST <= cells.pop() <= LARGEST or len(place.strips) == 6)


def test_weeks_begin_on_monday_and_go_across(theme: ThemeManager) -> None:
    place = place_year(theme, QRectF(0, 0, 1010, 0), 2026)
    monday, tuesday, later = (place.rect(MONDAY + timedelta(days=days)) for days in (0, 1, 7))
    assert len(place.strips) == 1 and monday.top() == place.strips[0].top + place.strips[0].head
    assert tuesday.top() > monday.top() and tuesday.left() == monday.left()
    assert later.left() == monday.right() and later.top() == monday.top()
    assert place.day_at(QPointF(3, 60)) is None and place.day_at(QPointF(5000, 60)) is None


def test_narrow_windows_and_large_text_take_more_strips(theme: ThemeManager) -> None:
    assert [len(place_year(theme, QRectF(0, 0, width, 0), 2026).strips) for width in (1010, 700, 400)] == [1, 2, 3]
    theme.apply("light", 150)
    assert len(place_year(theme, QRectF(0, 0, 1010, 0), 2026).strips) == 2


def test_months_on() -> None:
    assert months_on(date(2026, 1, 31), 1) == date(2026, 2, 28) and months_on(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_on(date(2026, 1, 15), -1) == date(2025, 12, 15) and months_on(date(2026, 12, 1), 1) == date(
        2027, 1, 1
    )
    assert months_on(date(1, 1, 5), -1).year == 1 and months_on(date(9999, 12, 5), 1).year == 9999


# What is seen


def seen(theme: ThemeManager, day: CalendarDay | None) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_day(painter, theme, QRectF(0, 0, 40, 40), day, future=False)
    painter.end()
    return image


def hue(colour: QColor) -> int:
    return colour.hslHue()


def test_legs_are_teal_and_the_upper_body_is_rust(theme: ThemeManager) -> None:
    legs, upper = theme.colour("legs"), theme.colour("upper")
    at = (8, 8)
    assert abs(hue(seen(theme, CalendarDay(MONDAY, (workout(20, 0),))).pixelColor(*at)) - hue(legs)) < 6
    assert abs(hue(seen(theme, CalendarDay(MONDAY, (workout(0, 20),))).pixelColor(*at)) - hue(upper)) < 6
    both = seen(theme, CalendarDay(MONDAY, (workout(10, 10),)))
    assert abs(hue(both.pixelColor(20, 10)) - hue(upper)) < 6 and abs(hue(both.pixelColor(20, 30)) - hue(legs)) < 6


def test_more_hard_sets_are_stronger(theme: ThemeManager) -> None:
    strengths = [
        seen(theme, CalendarDay(MONDAY, (workout(sets, 0),))).pixelColor(8, 8).hslSaturationF()
        - seen(theme, CalendarDay(MONDAY, (workout(sets, 0),))).pixelColor(8, 8).lightnessF()
        for sets in (3, 8, 14, 20)
    ]
    assert strengths == sorted(strengths) and len(set(strengths)) == 4


def test_not_by_colour_alone(theme: ThemeManager) -> None:
    def letters(day: CalendarDay) -> list[str]:
        return [
            text for text, _ in drawn(40, 40, lambda painter, rect: paint_day(painter, theme, rect, day, future=False))
        ]

    assert letters(CalendarDay(MONDAY, (workout(20, 0),))) == ["L"]
    assert letters(CalendarDay(MONDAY, (workout(0, 20),))) == ["U"]
    assert letters(CalendarDay(MONDAY, (workout(20, 20),))) == [], "two halves instead"


def test_each_fate_looks_different(theme: ThemeManager) -> None:
    done_later = CalendarDay(MONDAY, planned=(planned(Fate.MOVED, MONDAY + timedelta(days=1)),))
    done_sooner = CalendarDay(MONDAY, planned=(planned(Fate.MOVED, MONDAY - timedelta(days=1)),))
    days = [
        None,
        CalendarDay(MONDAY, planned=(planned(Fate.MISSED),)),
        CalendarDay(MONDAY, planned=(planned(Fate.OPEN),)),
        done_later,
        done_sooner,
        CalendarDay(MONDAY, (workout(9, 0),)),
        CalendarDay(MONDAY, (workout(9, 0, How.MOVED),)),
        CalendarDay(MONDAY, (workout(9, 0, How.AGAIN),)),
        CalendarDay(MONDAY, (workout(9, 0),), check_in=True),
    ]
    pictures = [bytes(seen(theme, day).constBits()) for day in days]
    assert len(set(pictures)) == len(pictures)


def test_blocks_deloads_and_the_key(theme: ThemeManager) -> None:
    weeks = [week(0), week(1), week(2), week(3), week(4, BlockKind.DELOAD, 2, "")]
    days = {
        MONDAY: CalendarDay(MONDAY, (workout(20, 0),), (planned(Fate.DONE, MONDAY),), plans_begin=("Legs first",)),
        date(2026, 3, 6): CalendarDay(date(2026, 3, 6), planned=(planned(Fate.MISSED),)),
    }
    year = CalendarYear(2026, days, {one.monday: one for one in weeks})
    high = year_height(theme, year, 1010, TODAY)
    texts = [text for text, _ in drawn(1010, high, lambda painter, rect: paint_year(painter, rect, theme, year, TODAY))]
    assert "Base" in texts and "D" in texts and {"Jan", "Dec", "Mon", "Sun"} <= set(texts)
    assert {"legs", "stronger: more hard sets", "planned, not done", "plan or programme changes", "today"} <= set(texts)
    assert "upper body" not in texts and "check-in" not in texts, "only signs that this year has"


# The widget


@pytest.fixture
def shown(qtbot: QtBot, theme: ThemeManager) -> TrainingYear:
    widget = TrainingYear(theme)
    qtbot.addWidget(widget)
    widget.show_year(CalendarYear(2026), TODAY, TODAY)
    widget.resize(1010, widget.heightForWidth(1010))
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.setFocus()
    return widget


def test_walking_with_the_keyboard(qtbot: QtBot, shown: TrainingYear) -> None:
    keys = Qt.Key
    for key, day in (
        (keys.Key_Down, date(2026, 3, 12)), (keys.Key_Right, date(2026, 3, 19)), (keys.Key_Up, date(2026, 3, 18)),
        (keys.Key_Left, TODAY), (keys.Key_PageDown, date(2026, 4, 11)), (keys.Key_PageUp, TODAY),
        (keys.Key_Home, date(2026, 1, 1)), (keys.Key_End, TODAY), (keys.Key_End, date(2026, 12, 31)),
    ):  # fmt: skip
        with qtbot.waitSignal(shown.pointed) as heard:
            qtbot.keyClick(shown, key)
        assert heard.args == [day] and shown.current == day


def test_past_new_year_the_other_year_is_asked_for(qtbot: QtBot, shown: TrainingYear) -> None:
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    with qtbot.waitSignal(shown.left_year) as heard:
        qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert heard.args == [date(2025, 12, 31)] and shown.current == date(2026, 1, 1)


def test_pointing_and_choosing(qtbot: QtBot, shown: TrainingYear) -> None:
    where = shown.day_rect(MONDAY).center().toPoint()
    with qtbot.waitSignal(shown.pointed) as heard:
        qtbot.mouseMove(shown, where)
    assert heard.args == [MONDAY] and shown.current == TODAY and shown.shown_day == MONDAY
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=where)
    assert shown.current == MONDAY
    with qtbot.waitSignal(shown.chosen) as chosen:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert chosen.args == [MONDAY]
    with qtbot.waitSignal(shown.chosen):
        qtbot.mouseDClick(shown, Qt.MouseButton.LeftButton, pos=where)


def test_the_focused_day_is_ringed(qtbot: QtBot, shown: TrainingYear, theme: ThemeManager) -> None:
    before = shown.grab().toImage()
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.grab().toImage() != before
    assert shown.accessibleName() == "Training calendar of 2026"
