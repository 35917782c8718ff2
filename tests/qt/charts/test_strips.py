"""What is kept of a pan must be what would have been drawn."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from charts_driver import whole
from legwork.domain.sites import Side
from legwork.qt.charts.sheet import Sheet
from legwork.qt.charts.strips import Strips
from legwork.qt.charts.time_chart import TimeChart
from legwork.qt.charts.time_span import TimeSpan
from legwork.qt.charts.value_axis import Scale

TODAY = date(2026, 11, 23)


def pixels(chart: TimeChart) -> np.ndarray:
    """The plot without its frame, which shows the focus."""
    image = whole(chart).surface().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
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


@pytest.fixture
def many(theme):
    """A sheet of 300 pixels for 300 days, and strips of it that are drawn in ten steps: a bar each."""
    sheet = Sheet(theme)
    sheet.plot, sheet.span, sheet.scales = QRectF(0, 0, 300, 100), TimeSpan(0, 300), [Scale("cm", 0, 100)]

    def draw(painter: QPainter, part: Sheet):
        for day in range(15, 300, 30):
            width = part.per_day * 20
            painter.fillRect(QRectF(part.x_of(day), 0, width, part.plot.height()), QColor("black"))
            yield

    return sheet, Strips(draw)


def frame(strips: Strips, sheet: Sheet, seconds: float = 0.0) -> tuple[bool, np.ndarray]:
    """One frame in which nothing is begun after `seconds`: whether it has everything, and where it is black."""
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    crisp = strips.paint(painter, sheet, seconds)
    painter.end()
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(100, image.bytesPerLine())
    return crisp, flat[50, : 300 * 4 : 4] < 128


def test_what_takes_longer_than_a_frame_is_drawn_over_several(many):
    sheet, strips = many
    frames = [frame(strips, sheet) for _ in range(11)]
    assert [crisp for crisp, _ in frames] == [False] * 10 + [True]
    days = np.arange(300)
    assert (frames[-1][1] == ((days >= 15) & ((days - 15) % 30 < 20))).all()


def test_until_then_what_was_shown_is_stretched_over_the_new_window(many):
    sheet, strips = many
    frame(strips, sheet, 60)
    sheet.span = TimeSpan(60, 210)  # twice as near
    crisp, soon = frame(strips, sheet)
    assert not crisp
    while not crisp:
        crisp, exact = frame(strips, sheet)
    assert exact.any() and (soon != exact).sum() <= 12, "edges may be off by a pixel"


def test_a_window_that_moves_while_it_is_drawn_is_complete_in_the_end(many):
    sheet, strips = many
    for start in (0, 4, 8, 400, 396, 0, -3):  # also a leap away and back
        sheet.span = TimeSpan(start, start + 300)
        frame(strips, sheet)
    _, moved = frame(strips, sheet, 60)
    strips.forget()
    _, fresh = frame(strips, sheet, 60)
    assert (moved == fresh).all()


def test_no_old_colour_is_shown_once_pictures_are_forgotten(many):
    sheet, strips = many
    frame(strips, sheet, 60)
    strips.forget()
    assert not frame(strips, sheet)[1].any()
