"""A chart on screen, lines to put into it, and a hand to use it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from legwork.domain.sites import BUILT_IN_BY_KEY, Side, Spot
from legwork.paths import resources_dir
from legwork.qt.charts.girth_chart import GirthChart
from legwork.qt.charts.series import Series
from legwork.qt.core.theme import ThemeManager

TODAY = date(2026, 11, 23)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    manager = ThemeManager(resources_dir() / "themes")
    manager.apply("light", 100)
    yield manager
    manager.apply("light", 100)


@pytest.fixture
def chart(qtbot: QtBot, theme: ThemeManager) -> GirthChart:
    shown = GirthChart(theme, today=lambda: TODAY)
    qtbot.addWidget(shown)
    shown.resize(900, 420)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


Line = Callable[..., Series]


@pytest.fixture
def line() -> Line:
    """Makes a series: values are the readings, the trend follows them unless given."""

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
    ) -> Series:
        site = BUILT_IN_BY_KEY[key]
        when = np.array(days) if days is not None else last.toordinal() - np.arange(count)[::-1] * step
        heights = np.array(values) if values is not None else start + gain * np.linspace(0, 1, len(when))
        return Series(Spot(key, side), site.name, site.region.value, when, heights, heights.copy(), unit)

    return make


class Hand:
    """Mouse and wheel on a chart's surface, as Qt delivers them."""

    def __init__(self, chart: GirthChart) -> None:
        self._surface = chart.surface()

    def move(self, to: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        self._send(QEvent.Type.MouseMove, to, Qt.MouseButton.NoButton, buttons)

    def drag(self, start: QPoint, by: QPoint) -> None:
        left = Qt.MouseButton.LeftButton
        self._send(QEvent.Type.MouseButtonPress, start, left, left)
        for part in range(1, 11):
            self.move(start + by * (part / 10), left)
        self._send(QEvent.Type.MouseButtonRelease, start + by, left, Qt.MouseButton.NoButton)

    def double_click(self, at: QPoint) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonPress, at, left, left)
        self._send(QEvent.Type.MouseButtonRelease, at, left, none)
        self._send(QEvent.Type.MouseButtonDblClick, at, left, left)
        self._send(QEvent.Type.MouseButtonRelease, at, left, none)

    def wheel(self, at: QPoint, notches: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        event = QWheelEvent(
            QPointF(at),
            QPointF(self._surface.mapToGlobal(at)),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self._surface, event)

    def leave(self) -> None:
        QApplication.sendEvent(self._surface, QEvent(QEvent.Type.Leave))

    def _send(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
        where = QPointF(at)
        out = QPointF(self._surface.mapToGlobal(at))
        QApplication.sendEvent(
            self._surface,
            QMouseEvent(kind, where, out, button, buttons, Qt.KeyboardModifier.NoModifier),
        )


@pytest.fixture
def hand(chart: GirthChart) -> Hand:
    return Hand(chart)


def _close(one: QColor, other: QColor) -> bool:
    return all(
        abs(a - b) <= 12
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    )


class Picture:
    """What a person sees of a chart's surface."""

    def __init__(self, chart: GirthChart) -> None:
        self._image: QImage = chart.surface().grab().toImage()

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

    def is_blank(self) -> bool:
        first = self._image.pixelColor(0, 0)
        return all(
            self._image.pixelColor(x, y) == first
            for x in range(0, self._image.width(), 2)
            for y in range(0, self._image.height(), 2)
        )


@pytest.fixture
def look_at() -> Callable[[GirthChart], Picture]:
    return Picture
