"""What is kept of a pan must be what would have been drawn."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from legwork.domain.sites import Side
from legwork.qt.charts.time_chart import TimeChart
from legwork.qt.charts.time_span import TimeSpan

TODAY = date(2026, 11, 23)


def pixels(chart: TimeChart) -> np.ndarray:
    """The plot without its frame, which shows the focus."""
    image = chart.surface().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * 4].astype(int)


@pytest.fixture
def both(qtbot, theme, line):
    """Two charts of the same: one for the hand, and one that is shown the same window at once."""

    def make() -> TimeChart:
        shown = TimeChart(theme, today=lambda: TODAY)
        qtbot.addWidget(shown)
        shown.resize(900, 420)
        with qtbot.waitExposed(shown):
            shown.show()
        shown.set_series([line(count=300, gain=9.0), line(side=Side.RIGHT, count=300, start=36.5, gain=4.0)])
        middle = TODAY.toordinal() - 150 * 7
        shown.show_span(TimeSpan(middle - 180, middle + 180))
        return shown

    return make(), make()


def assert_alike(hand_on, moved: TimeChart, fresh: TimeChart) -> None:
    hand_on(moved).leave()  # or the card under the pointer would be in the picture
    fresh.show_range(365)  # forgets what was kept: another zoom lies between
    fresh.show_range(None)
    pixels(fresh)
    fresh.show_span(moved.span)
    off = np.abs(pixels(moved) - pixels(fresh)) > 60
    assert off.sum() < 30, f"{off.sum()} parts of pixels differ: more than a point that is rounded the other way"


@pytest.mark.parametrize("step", [7, -7, 230, -230])
def test_a_pan_shows_what_a_fresh_chart_shows(both, hand_on, step):
    moved, fresh = both
    start = QPoint(400, 200)
    for _ in range(6):
        hand_on(moved).drag(start, QPoint(step, 0))
        pixels(moved)
    assert_alike(hand_on, moved, fresh)
    hand_on(moved).drag(start, QPoint(-3 * step, 0))  # and back over what is kept
    assert_alike(hand_on, moved, fresh)


def test_zoom_theme_and_other_readings_are_drawn_anew(both, hand_on, theme, line):
    moved, fresh = both
    pixels(moved)
    hand_on(moved).wheel(QPoint(400, 200), 2)
    assert_alike(hand_on, moved, fresh)
    theme.apply("dark", 100)
    assert_alike(hand_on, moved, fresh)
    for chart in both:
        # Other readings within the same values: the axes stay as they are.
        chart.set_series([line(count=300, start=36.5, gain=4.0), line(side=Side.RIGHT, count=300, gain=9.0)])
    assert_alike(hand_on, moved, fresh)
    moved.emphasise("calf")
    fresh.emphasise("calf")
    assert_alike(hand_on, moved, fresh)
