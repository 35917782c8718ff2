"""A chart on screen, lines to put into it, and a hand to use it with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charts_driver import whole
from legwork.domain.sites import BUILT_IN_BY_KEY, Side
from legwork.qt.charts.board import ChartBoard
from legwork.qt.charts.series import Aim, Line, Series
from legwork.qt.charts.time_chart import TimeChart
from legwork.qt.core.theme import ThemeManager

TODAY = date(2026, 11, 23)
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def chart(qtbot: QtBot, theme: ThemeManager) -> TimeChart:
    shown = TimeChart(theme, today=lambda: TODAY)
    qtbot.addWidget(shown)
    shown.resize(900, 420)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def board(qtbot: QtBot, theme: ThemeManager) -> ChartBoard:
    shown = ChartBoard(theme)
    qtbot.addWidget(shown)
    shown.resize(900, 620)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


Maker = Callable[..., Series]


@pytest.fixture
def line() -> Maker:
    """Makes a series: values are the readings, the line goes through them unless `level` says otherwise.

    band: half the width of the band around the line. bars: half the length of each error bar. ahead: heights of the
    line in the weeks after the last reading. aside: places of readings that the line does not heed.
    """

    def make(
        key: str = "calf",
        side: Side = Side.LEFT,
        *,
        count: int = 104,
        start: float = 36.0,
        gain: float = 2.0,
        last: date = TODAY,
        step: int = 7,
        days: list[int] | None = None,
        values: list[float] | None = None,
        unit: str = "cm",
        level: list[float] | None = None,
        band: float = np.nan,
        bars: float = np.nan,
        ahead: Sequence[float] = (),
        aside: Sequence[int] = (),
        aim: Aim | None = None,
    ) -> Series:
        site = BUILT_IN_BY_KEY[key]
        when = np.array(days, dtype=np.int64) if days is not None else last.toordinal() - np.arange(count)[::-1] * step
        heights = np.array(values) if values is not None else start + gain * np.linspace(0, 1, len(when))
        good = np.isfinite(heights)
        at, first = np.unique(when[good], return_index=True)
        through = np.array(level) if level is not None else heights[good][first]
        more = (at[-1] if len(at) else 0) + 7 * np.arange(1, len(ahead) + 1)
        through = np.concatenate((through, ahead))
        return Series(
            f"site/{key}:{side.value}" if side is not Side.NONE else f"site/{key}",
            site.name,
            site.region.value,
            side,
            unit,
            when,
            heights,
            np.full(len(when), bars),
            np.isin(np.arange(len(when)), aside),
            Line(np.concatenate((at, more)), through, through - band, through + band, len(at)),
            aim,
        )

    return make


class Hand:
    """Mouse and wheel on a chart's surface, as Qt delivers them."""

    def __init__(self, chart: TimeChart) -> None:
        self._surface = chart.surface()

    def move(self, to: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        self._send(QEvent.Type.MouseMove, to, Qt.MouseButton.NoButton, buttons)

    def drag(self, start: QPoint, by: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        left = Qt.MouseButton.LeftButton
        self._send(QEvent.Type.MouseButtonPress, start, left, left, keys)
        for part in range(1, 11):
            self._send(QEvent.Type.MouseMove, start + by * (part / 10), Qt.MouseButton.NoButton, left, keys)
        self._send(QEvent.Type.MouseButtonRelease, start + by, left, Qt.MouseButton.NoButton, keys)

    def double_click(self, at: QPoint) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonPress, at, left, left)
        self._send(QEvent.Type.MouseButtonRelease, at, left, none)
        self._send(QEvent.Type.MouseButtonDblClick, at, left, left)
        self._send(QEvent.Type.MouseButtonRelease, at, left, none)

    def wheel(self, at: QPoint, notches: int, keys: Qt.KeyboardModifier = NO_KEY, sideways: int = 0) -> None:
        """As the system sends it: what the chart does not want goes on to what it lies in."""
        window = self._surface.window()
        where = QPointF(self._surface.mapTo(window, at))
        QTest.wheelEvent(window.windowHandle(), where, QPoint(120 * sideways, 120 * notches), QPoint(), keys)

    def pinch(self, at: QPoint, growth: float) -> None:
        """Two fingers on a touchpad that move apart (growth above 0) or together."""
        touchpad = QPointingDevice.primaryPointingDevice()
        where, out = QPointF(at), QPointF(self._surface.mapToGlobal(at))
        kind = Qt.NativeGestureType.ZoomNativeGesture
        QApplication.sendEvent(
            self._surface, QNativeGestureEvent(kind, touchpad, 2, where, where, out, growth, QPointF())
        )

    def leave(self) -> None:
        QApplication.sendEvent(self._surface, QEvent(QEvent.Type.Leave))

    def _send(
        self,
        kind: QEvent.Type,
        at: QPoint,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
        keys: Qt.KeyboardModifier = NO_KEY,
    ) -> None:
        out = QPointF(self._surface.mapToGlobal(at))
        QApplication.sendEvent(self._surface, QMouseEvent(kind, QPointF(at), out, button, buttons, keys))


@pytest.fixture
def hand(chart: TimeChart) -> Hand:
    return Hand(chart)


@pytest.fixture
def hand_on() -> Callable[[TimeChart], Hand]:
    return Hand


def _close(one: QColor, other: QColor) -> bool:
    return all(
        abs(a - b) <= 12
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    )


class Picture:
    """What a person sees of a chart's surface."""

    def __init__(self, chart: TimeChart) -> None:
        self._image: QImage = whole(chart).surface().grab().toImage()

    def colour(self, at: QPoint) -> QColor:
        return self._image.pixelColor(at)

    def has(self, colour: QColor, around: QPoint, reach: int = 3) -> bool:
        """Whether `colour` is seen within `reach` pixels of a place."""
        return any(
            _close(self._image.pixelColor(around.x() + dx, around.y() + dy), colour)
            for dx in range(-reach, reach + 1)
            for dy in range(-reach, reach + 1)
        )

    def share(self, colour: QColor, start: QPoint, stop: QPoint) -> float:
        """How much of the columns from start to stop shows `colour` within 2 pixels of their height."""
        columns = range(start.x(), stop.x())
        return sum(self.has(colour, QPoint(x, start.y()), 0) or self.has(colour, QPoint(x, start.y() - 1), 0)
                   for x in columns) / len(columns)  # fmt: skip

    def mean(self, middle: QPoint, reach: int = 2) -> QColor:
        """The colour of a small square, averaged."""
        square = [
            self._image.pixelColor(middle.x() + dx, middle.y() + dy)
            for dx in range(-reach, reach + 1)
            for dy in range(-reach, reach + 1)
        ]
        return QColor(*(round(sum(one.getRgb()[part] for one in square) / len(square)) for part in range(3)))

    def is_blank(self) -> bool:
        first = self._image.pixelColor(0, 0)
        return all(
            self._image.pixelColor(x, y) == first
            for x in range(0, self._image.width(), 2)
            for y in range(0, self._image.height(), 2)
        )


@pytest.fixture
def look_at() -> Callable[[TimeChart], Picture]:
    return Picture
