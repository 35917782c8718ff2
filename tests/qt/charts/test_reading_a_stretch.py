"""Shading a stretch of time to read its change, by hand and by keyboard; and two fingers on a touchpad."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from legwork.domain.sites import Side

TODAY = date(2026, 11, 23)
END = TODAY.toordinal()
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT, RIGHT, ESCAPE = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape


@pytest.fixture
def half_year(chart, line):
    chart.set_series([line(count=27, gain=0.0), line(side=Side.RIGHT, count=27, start=37.0, gain=0.0)])
    chart.show_range(None)
    return chart


def across(chart, first, last):
    start, stop = chart.place_of(first, 36.5), chart.place_of(last, 36.5)
    return start, QPoint(stop.x() - start.x(), 0)


def test_shift_and_drag_shade_from_reading_to_reading_without_moving(half_year, hand, look_at, theme, qtbot):
    window = half_year.visible_days()
    with qtbot.waitSignal(half_year.region_changed) as told:
        hand.drag(*across(half_year, END - 100, END - 43), SHIFT)
    assert half_year.region == (END - 98, END - 42), "the ends snap to the nearest readings"
    assert told.args[0] is not None
    assert half_year.visible_days() == window
    picture, surface = look_at(half_year), theme.colour("surface")
    assert picture.colour(half_year.place_of(END - 66, 36.27)) != surface
    assert picture.colour(half_year.place_of(END - 129, 36.27)) == surface
    assert picture.colour(half_year.place_of(END - 17, 36.27)) == surface


def test_a_stretch_can_be_drawn_backwards(half_year, hand):
    hand.drag(*across(half_year, END - 43, END - 100), SHIFT)
    assert half_year.region == (END - 98, END - 42)


def test_a_stretch_may_end_outside_the_plot(half_year, hand):
    start = half_year.place_of(END - 98, 36.5)
    hand.drag(start, QPoint(5000, 0), SHIFT)
    assert half_year.region == (END - 98, END)


def test_a_stretch_of_one_day_is_none(half_year, hand):
    hand.drag(*across(half_year, END - 100, END - 43), SHIFT)
    hand.drag(*across(half_year, END - 71, END - 69), SHIFT)
    assert half_year.region is None


def test_a_stretch_stays_on_its_days_when_the_paper_moves(half_year, hand):
    hand.drag(*across(half_year, END - 100, END - 43), SHIFT)
    hand.wheel(QPoint(400, 200), 3)
    hand.drag(QPoint(400, 200), QPoint(60, 0))
    assert half_year.region == (END - 98, END - 42)


def test_ctrl_shift_arrows_shade_from_where_the_read_out_is(half_year, qtbot):
    for _ in range(3):
        qtbot.keyClick(half_year, LEFT, CTRL)
    assert half_year.read_out_text().startswith("Mon 9 Nov 2026")
    for weeks in (1, 2, 3):
        qtbot.keyClick(half_year, LEFT, CTRL | SHIFT)
        assert half_year.region == (END - 14 - 7 * weeks, END - 14)
    assert half_year.read_out_text().startswith("Mon 19 Oct 2026")
    for _ in range(4):
        qtbot.keyClick(half_year, RIGHT, CTRL | SHIFT)
    assert half_year.region == (END - 14, END - 7), "back over its beginning to the other side"
    qtbot.keyClick(half_year, LEFT, CTRL | SHIFT)
    assert half_year.region is None


def test_ctrl_shift_arrows_begin_at_the_edge_when_nothing_is_read_out(half_year, qtbot):
    qtbot.keyClick(half_year, LEFT, CTRL | SHIFT)
    assert half_year.region == (END - 7, END)


def test_shading_by_keyboard_goes_beyond_the_window(half_year, qtbot):
    half_year.show_range(60)
    for _ in range(20):
        qtbot.keyClick(half_year, LEFT, CTRL | SHIFT)
    assert half_year.region == (END - 140, END)
    start, end = half_year.visible_days()
    assert start <= END - 140 <= end


def test_escape_hides_the_read_out_then_the_shading(half_year, qtbot):
    qtbot.keyClick(half_year, LEFT, CTRL | SHIFT)
    assert half_year.read_out_text() and half_year.region
    qtbot.keyClick(half_year, ESCAPE)
    assert half_year.read_out_text() == "" and half_year.region
    with qtbot.waitSignal(half_year.region_changed) as told:
        qtbot.keyClick(half_year, ESCAPE)
    assert told.args == [None]
    assert half_year.region is None


def test_a_new_stretch_by_keyboard_begins_anew_after_escape(half_year, qtbot):
    for key, keys in ((LEFT, CTRL | SHIFT), (LEFT, CTRL | SHIFT), (ESCAPE, SHIFT), (ESCAPE, SHIFT)):
        qtbot.keyClick(half_year, key, keys if key != ESCAPE else Qt.KeyboardModifier.NoModifier)
    for _ in range(4):
        qtbot.keyClick(half_year, LEFT, CTRL)
    qtbot.keyClick(half_year, LEFT, CTRL | SHIFT)
    assert half_year.region == (END - 28, END - 21)


def test_an_empty_chart_shades_nothing(chart, hand, qtbot):
    hand.drag(QPoint(200, 200), QPoint(200, 0), SHIFT)
    qtbot.keyClick(chart, LEFT, CTRL | SHIFT)
    assert chart.region is None


def test_enter_leads_on_to_the_numbers(half_year, qtbot):
    with qtbot.waitSignal(half_year.activated):
        qtbot.keyClick(half_year, Qt.Key.Key_Return)


def test_two_fingers_apart_zoom_in_around_them(half_year, hand):
    start, end = half_year.visible_days()
    at = half_year.place_of(END - 70, 36.5)
    hand.pinch(at, 0.25)
    closer = half_year.visible_days()
    assert closer[1] - closer[0] == pytest.approx((end - start) * 0.8, rel=0.01)
    assert half_year.place_of(END - 70, 36.5).x() == pytest.approx(at.x(), abs=1)
    hand.pinch(at, -0.2)
    again = half_year.visible_days()
    assert again[1] - again[0] == pytest.approx(end - start, rel=0.02)


def test_no_pinch_is_too_wild(half_year, hand, look_at):
    for growth in (-5.0, -0.999, 50.0, 0.0):
        hand.pinch(QPoint(300, 200), growth)
    start, end = half_year.visible_days()
    assert start < end
    assert not look_at(half_year).is_blank()


@pytest.mark.parametrize(("keys", "notches", "sideways"), [(SHIFT, 1, 0), (Qt.KeyboardModifier.NoModifier, 0, 1)])
def test_a_sideways_wheel_moves_in_time_without_zooming(half_year, hand, keys, notches, sideways):
    half_year.show_range(91)
    start, end = half_year.visible_days()
    hand.wheel(QPoint(400, 200), notches, keys, sideways)
    after = half_year.visible_days()
    assert after[1] - after[0] == pytest.approx(end - start)
    assert after[0] < start
