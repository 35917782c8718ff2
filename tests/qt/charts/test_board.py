"""Many charts beside each other: one window of time, one day read out, one stretch shaded, and room for all."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from legwork.domain.sites import Side
from legwork.qt.charts.board import Panel
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.series import Aim

END = date.today().toordinal()
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NAMES = ("calf", "mid_thigh", "upper_thigh", "flexed_arm", "relaxed_arm", "forearm", "knee", "ankle", "chest")


@pytest.fixture
def panels(line):
    """Makes a panel for each of the first `count` names, left and right in each."""

    def make(count, **facts):
        facts = {"last": date.today(), "count": 60} | facts
        return [
            Panel(name, [line(name, side, start=30 + 3 * place, **facts) for side in (Side.LEFT, Side.RIGHT)])
            for place, name in enumerate(NAMES[:count])
        ]

    return make


def settled(board):
    """Let everything be laid out."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def show(board, panels, days=None, flags=()):
    board.show_panels(panels, flags)
    board.show_range(days)
    settled(board)


def spans(board):
    return {chart.visible_days() for chart in board.shown}


def places(board):
    return [chart.mapTo(board, QPoint(0, 0)) for chart in board.shown]


def test_each_panel_has_its_own_lines_and_one_window_for_all(board, panels):
    show(board, panels(3), 91)
    assert [chart.isVisible() for chart in board.charts] == [True] * 3
    assert len(spans(board)) == 1
    assert "Calf, left" in board.summary() and "Upper thigh, right" in board.summary()
    assert board.shown[0].visible_values() != board.shown[2].visible_values(), "but each has its own scale"


def test_a_panel_that_began_later_has_the_same_window(board, line):
    late = line("calf", count=3, last=date.today())
    early = line("mid_thigh", count=100, last=date.today())
    show(board, [Panel("Calf", [late]), Panel("Mid-thigh", [early])])
    assert len(spans(board)) == 1
    assert board.span.start < END - 99 * 7


@pytest.mark.parametrize("which", [0, 2])
def test_hands_on_one_panel_move_all(board, panels, hand_on, qtbot, which):
    show(board, panels(3), 91)
    before = board.span
    told = []
    board.moved.connect(told.append)
    hand_on(board.shown[which]).drag(QPoint(300, 60), QPoint(100, 0))
    assert len(spans(board)) == 1
    assert board.span.start < before.start and board.span == told[-1]
    board.shown[which].setFocus()
    qtbot.keyClick(board.shown[which], Qt.Key.Key_Plus)
    assert len(spans(board)) == 1
    assert board.span.length < before.length


@pytest.mark.parametrize("which", [0, 2])
def test_double_click_on_any_panel_brings_all_home(board, panels, hand_on, which):
    show(board, panels(3), 91)
    before = board.span
    hand = hand_on(board.shown[which])
    hand.drag(QPoint(300, 60), QPoint(100, 0))
    hand.double_click(QPoint(300, 60))
    assert spans(board) == {(before.start, before.end)}
    assert board.first.at_home


def test_one_day_is_read_out_in_all(board, panels, hand_on):
    show(board, panels(3), 91)
    hand = hand_on(board.shown[1])
    hand.move(board.shown[1].place_of(END - 29, 34.8))
    texts = [chart.read_out_text() for chart in board.shown]
    assert all(texts) and len({text.split(":")[0] for text in texts}) == 1
    assert "Mid-thigh, left" in texts[1] and "Calf, left" in texts[0]
    hand.leave()
    assert not any(chart.read_out_text() for chart in board.shown)


def test_a_panel_without_a_reading_on_that_day_tells_where_its_line_is(board, line, qtbot):
    first = line("calf", days=[END - 14, END - 7, END], values=[36.0, 36.5, 37.0])
    other = line("knee", days=[END - 14, END], values=[38.0, 39.0])
    show(board, [Panel("Calf", [first]), Panel("Knee", [other])])
    board.first.setFocus()
    qtbot.keyClick(board.first, Qt.Key.Key_Left, CTRL)
    qtbot.keyClick(board.first, Qt.Key.Key_Left, CTRL)
    assert "trend 38.5" in board.shown[1].read_out_text()


def test_a_stretch_is_shaded_in_all(board, panels, hand_on, qtbot):
    show(board, panels(3))
    chart = board.shown[1]
    start, stop = chart.place_of(END - 98, 34.0), chart.place_of(END - 42, 34.0)
    told = []
    board.region_changed.connect(told.append)
    hand_on(chart).drag(start, QPoint(stop.x() - start.x(), 0), SHIFT)
    assert told[-1] == (END - 98, END - 42)
    assert [one.region for one in board.shown] == [(END - 98, END - 42)] * 3
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert [one.region for one in board.shown] == [None] * 3


def test_a_stretch_begun_in_one_panel_starts_anew_after_another_was_drawn(board, panels, hand_on, qtbot):
    show(board, panels(2))
    first, second = board.shown
    second.setFocus()
    for _ in range(3):
        qtbot.keyClick(second, Qt.Key.Key_Left, CTRL | SHIFT)
    start, stop = first.place_of(END - 98, 31.0), first.place_of(END - 70, 31.0)
    hand = hand_on(first)
    hand.drag(start, QPoint(stop.x() - start.x(), 0), SHIFT)
    hand.leave()
    assert board.region == (END - 98, END - 70)
    for _ in range(5):
        qtbot.keyClick(second, Qt.Key.Key_Left, CTRL)
    qtbot.keyClick(second, Qt.Key.Key_Left, CTRL | SHIFT)
    assert board.region == (END - 35, END - 28)


def test_a_panel_wears_its_title_and_tells_its_values_beside_it(board, panels, look_at, theme):
    show(board, panels(2), 91)
    chart = board.shown[0]
    picture = look_at(chart)
    line_of_title = [QPoint(x, y) for x in range(4, 40) for y in range(2, 16)]
    assert any(picture.has(theme.colour("text"), at, 0) for at in line_of_title)
    assert chart.accessibleName() == "Chart over time: calf"
    beside = [QPoint(x, y) for x in range(chart.surface().width() // 2, chart.surface().width()) for y in range(2, 14)]
    surface = theme.colour("surface")
    assert all(picture.colour(at) == surface for at in beside)
    chart.setFocus()
    chart.read_out(END)
    read = look_at(chart)
    assert any(read.colour(at) != surface for at in beside), "values stand in the line of the title"
    assert chart.labels(), "the names of the lines are at their ends"


def test_in_a_panel_the_sides_are_told_apart_by_their_letters(board, panels, theme):
    show(board, panels(2))
    chart = board.shown[0]
    assert sorted(chart.labels()) == ["L", "R"]
    left, right = chart.look_of("site/calf:left"), chart.look_of("site/calf:right")
    assert (left.dashed, right.dashed) == (False, True)
    assert left.colour == right.colour == theme.colour("legs")
    rects = chart.label_rects()
    assert not rects[0].intersects(rects[1])


def test_the_time_axes_of_panels_below_each_other_line_up(board, panels):
    show(board, panels(3), 91)
    assert len({chart.place_of(END - 40, 31.0).x() for chart in board.shown}) == 1


def test_up_to_three_stand_below_each_other(board, panels):
    board.resize(1400, 620)
    show(board, panels(3))
    assert len({at.x() for at in places(board)}) == 1


@pytest.mark.parametrize(("width", "columns"), [(500, 1), (900, 2), (1300, 3)])
def test_more_stand_side_by_side_as_the_width_allows(board, panels, width, columns):
    show(board, panels(6))
    board.resize(width, 620)
    settled(board)
    assert len({at.x() for at in places(board)}) == columns
    assert all(chart.width() >= 240 for chart in board.shown)


def test_panels_that_are_too_many_scroll_with_the_wheel_and_zoom_with_ctrl(board, panels, hand_on):
    show(board, panels(9))
    bar = board.findChild(QScrollArea, "chart_panels").verticalScrollBar()
    assert bar.maximum() > 0
    before = board.span
    hand = hand_on(board.shown[0])
    hand.wheel(QPoint(150, 60), -1)
    assert bar.value() > 0 and board.span == before
    hand.wheel(QPoint(150, 60), 1, CTRL)
    assert board.span.length == pytest.approx(before.length * 0.8)
    assert len(spans(board)) == 1


def test_panels_that_fit_zoom_with_the_wheel_alone(board, panels, hand_on):
    show(board, panels(2))
    before = board.span
    hand_on(board.shown[0]).wheel(QPoint(300, 60), 1)
    assert board.span.length == pytest.approx(before.length * 0.8)


def test_the_wheel_follows_the_size_of_the_window(board, panels, hand_on):
    """What fits now may not fit in a lower window, and the other way round."""
    show(board, panels(3))
    board.resize(900, 300)
    settled(board)
    bar = board.findChild(QScrollArea, "chart_panels").verticalScrollBar()
    assert bar.maximum() > 0
    before = board.span
    hand_on(board.shown[0]).wheel(QPoint(300, 60), -1)
    assert bar.value() > 0 and board.span == before, "too low for all: the wheel scrolls"
    board.resize(900, 620)
    settled(board)
    hand_on(board.shown[0]).wheel(QPoint(300, 60), 1)
    assert board.span.length == pytest.approx(before.length * 0.8), "room for all: the wheel zooms"


def test_panels_come_and_go(board, panels):
    show(board, panels(6))
    show(board, panels(1)[:1])
    assert [chart.isVisible() for chart in board.charts] == [True] + [False] * 5
    assert len(board.snapshots()) == 1
    show(board, [])
    assert board.first.isVisible() and board.summary() == "Nothing to show yet"
    show(board, panels(4))
    assert all(chart.isVisible() for chart in board.shown) and len(board.shown) == 4
    assert len(spans(board)) == 1


def test_one_chart_alone_takes_all_the_room(board, panels):
    show(board, panels(6))
    show(board, [Panel("", panels(1)[0].series)])
    assert board.first.height() > board.height() * 0.9
    assert board.first.width() > board.width() * 0.9


def test_focus_ring_is_seen_on_the_panel_that_has_it_only(board, panels, theme, qtbot):
    show(board, panels(3))
    board.activateWindow()
    settled(board)
    board.shown[1].setFocus()
    qtbot.waitUntil(board.shown[1].hasFocus)
    edges = [chart.grab().toImage().pixelColor(1, chart.height() // 2) for chart in board.shown]
    assert [edge == theme.colour("legs") for edge in edges] == [False, True, False]


def test_flags_and_goals_stand_in_every_panel(board, line, look_at, theme):
    day = END - 45
    both = [line(name, count=20, last=date.today(), gain=0, aim=Aim(38.0, END)) for name in ("calf", "knee")]
    board.show_panels([Panel("Calf", both[:1]), Panel("Knee", both[1:])], [Flag(day, "Two leg days", True)])
    settled(board)
    for chart in board.shown:
        foot = chart.place_of(day, chart.visible_values()[0])
        assert look_at(chart).has(theme.colour("text"), foot + QPoint(3, -10), 0)
        assert chart.visible_values()[1] > 38.0


def test_a_change_of_theme_reaches_every_panel(board, panels, look_at, theme):
    show(board, panels(4))
    theme.apply("dark", 150)
    settled(board)
    for chart in board.shown:
        assert look_at(chart).colour(QPoint(1, 1)) == theme.colour("surface")
        inside = chart.surface().rect()
        assert all(inside.contains(rect.toAlignedRect()) for rect in chart.label_rects())


def test_with_a_range_and_a_look_ahead_the_readings_stay_in_view(board, line):
    """Three months back are three months of readings, and what lies ahead comes on top."""
    ahead = [38.0 + place / 20 for place in range(1, 13)]
    show(board, [Panel("", [line(count=60, last=date.today(), ahead=ahead)])], 91)
    assert board.span.start == pytest.approx(END - 91, abs=10)
    assert board.span.end > END + 84
