"""Hands on the chart: ranges, zoom, pan, keys, and the read-out under the pointer."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from legwork.domain.sites import Side

TODAY = date(2026, 11, 23)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def two_years(chart, line):
    chart.set_series([line(), line(side=Side.RIGHT, start=36.5)])
    chart.show_range(None)
    return chart


def length(chart):
    start, end = chart.visible_days()
    return end - start


@pytest.mark.parametrize("days", [91, 365])
def test_a_range_counts_back_from_today(two_years, days):
    two_years.show_range(days)
    start, end = two_years.visible_days()
    assert start == pytest.approx(TODAY.toordinal() - days, abs=days * 0.03)
    assert end == pytest.approx(TODAY.toordinal(), abs=days * 0.03)
    low, high = two_years.visible_values()
    assert low >= 36.0 and high - low < 2.6


def test_all_is_everything_measured(two_years):
    two_years.show_range(91)
    two_years.show_range(None)
    start, end = two_years.visible_days()
    assert start < TODAY.toordinal() - 103 * 7 and end > TODAY.toordinal()
    assert length(two_years) < 103 * 7 * 1.1


def test_a_range_counts_back_from_the_last_reading_of_long_ago(chart, line):
    last = date(2024, 3, 1)
    chart.set_series([line(last=last)])
    chart.show_range(91)
    assert chart.visible_days()[1] == pytest.approx(last.toordinal(), abs=3)


def test_a_range_longer_than_the_history_shows_it_whole(chart, line):
    chart.set_series([line(count=10)])
    chart.show_range(365)
    assert length(chart) < 80


def test_wheel_zooms_time_around_the_pointer(two_years, hand):
    at = QPoint(300, 200)
    chart = two_years
    day = TODAY.toordinal() - 500
    before, x = length(chart), chart.place_of(day, 36.0).x()
    hand.wheel(QPoint(x, 200), 3)
    assert length(chart) == pytest.approx(before * 0.8**3, rel=0.01)
    assert chart.place_of(day, 36.0).x() == pytest.approx(x, abs=1)
    hand.wheel(QPoint(x, 200), -3)
    assert length(chart) == pytest.approx(before, rel=0.01)
    hand.wheel(at, 60)
    assert length(chart) == pytest.approx(7)
    hand.wheel(at, -100)
    start, end = chart.visible_days()
    assert start >= TODAY.toordinal() - 103 * 7 - 366 and end <= TODAY.toordinal() + 366


def test_zoomed_values_follow_what_is_visible(two_years, hand):
    wide = two_years.visible_values()
    hand.wheel(QPoint(100, 200), 8)
    low, high = two_years.visible_values()
    assert high - low < wide[1] - wide[0]
    assert low <= 36.3 <= high


def test_ctrl_wheel_zooms_values_and_leaves_time(two_years, hand):
    days, (low, high) = two_years.visible_days(), two_years.visible_values()
    hand.wheel(QPoint(300, 200), 2, CTRL)
    assert two_years.visible_days() == days
    closer = two_years.visible_values()
    assert closer[1] - closer[0] == pytest.approx((high - low) * 0.64, rel=0.01)
    two_years.show_home()
    assert two_years.visible_values() == (low, high)


def test_dragging_the_value_axis_zooms_values(two_years, hand):
    low, high = two_years.visible_values()
    days = two_years.visible_days()
    hand.drag(QPoint(8, 150), QPoint(0, 60))
    after = two_years.visible_values()
    assert after[1] - after[0] > (high - low) * 1.3
    assert two_years.visible_days() == days


def test_drag_moves_the_paper_with_the_hand(two_years, hand):
    two_years.show_range(91)
    day = two_years.visible_days()[0] + 40
    x = two_years.place_of(day, 37.0).x()
    before = length(two_years)
    hand.drag(QPoint(200, 200), QPoint(150, 40))
    assert length(two_years) == pytest.approx(before)
    assert two_years.place_of(day, 37.0).x() == pytest.approx(x + 150, abs=1)
    low, high = two_years.visible_values()
    assert high - low < 2.6 and low > 35.0


def test_no_drag_leads_into_nowhere(two_years, hand):
    for _ in range(30):
        hand.drag(QPoint(100, 200), QPoint(600, 0))
    assert two_years.visible_days()[0] == pytest.approx(TODAY.toordinal() - 103 * 7 - 365)
    for _ in range(60):
        hand.drag(QPoint(700, 200), QPoint(-600, 0))
    assert two_years.visible_days()[1] == pytest.approx(TODAY.toordinal() + 365)


def test_double_click_returns_to_the_chosen_range(two_years, hand):
    two_years.show_range(365)
    home = two_years.visible_days(), two_years.visible_values()
    hand.wheel(QPoint(300, 200), 4)
    hand.wheel(QPoint(300, 200), 4, CTRL)
    hand.drag(QPoint(300, 200), QPoint(120, 30))
    assert two_years.visible_days() != home[0]
    hand.double_click(QPoint(300, 200))
    assert (two_years.visible_days(), two_years.visible_values()) == home


def test_new_readings_leave_the_window_where_the_person_put_it(two_years, line, hand):
    hand.wheel(QPoint(300, 200), 4)
    window = two_years.visible_days()
    two_years.set_series([line(), line("mid_thigh", start=52.0)])
    assert two_years.visible_days() == pytest.approx(window)
    two_years.show_home()
    two_years.set_series([line(count=20)])
    assert length(two_years) < 150


def test_keys_pan_zoom_and_go_home(two_years, qtbot):
    two_years.show_range(365)
    home = two_years.visible_days()
    qtbot.keyClick(two_years, Qt.Key.Key_Left)
    assert two_years.visible_days()[0] == pytest.approx(home[0] - 0.1 * (home[1] - home[0]))
    qtbot.keyClick(two_years, Qt.Key.Key_Right)
    assert two_years.visible_days() == pytest.approx(home)
    qtbot.keyClick(two_years, Qt.Key.Key_Plus)
    assert length(two_years) < home[1] - home[0]
    qtbot.keyClick(two_years, Qt.Key.Key_Minus)
    assert two_years.visible_days() == pytest.approx(home)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_0):
        qtbot.keyClick(two_years, Qt.Key.Key_Minus)
        assert two_years.visible_days() != home
        qtbot.keyClick(two_years, key)
        assert two_years.visible_days() == home


def test_focus_is_seen(two_years, qtbot, theme):
    two_years.clearFocus()
    edge = QPoint(1, two_years.height() // 2)
    assert two_years.grab().toImage().pixelColor(edge) == theme.colour("surface")
    two_years.activateWindow()
    qtbot.mouseClick(two_years.surface(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    qtbot.waitUntil(two_years.hasFocus)
    assert two_years.grab().toImage().pixelColor(edge) == theme.colour("legs")


def test_read_out_says_the_nearest_day(chart, line, hand, qtbot):
    end = TODAY.toordinal()
    days = [end - 14, end - 7, end]
    chart.set_series(
        [line(days=days, values=[36.0, 36.4, 37.0]), line(side=Side.RIGHT, days=days[1:], values=[36.9, 37.2])]
    )
    with qtbot.waitSignal(chart.read_out_changed) as heard:
        hand.move(chart.place_of(end - 8, 36.2))
    nbsp = "\N{NO-BREAK SPACE}"
    expected = (
        f"Mon 16 Nov 2026: Calf, left 36.4{nbsp}cm (trend 36.4{nbsp}cm); Calf, right 36.9{nbsp}cm (trend 36.9{nbsp}cm)"
    )
    assert chart.read_out_text() == expected
    assert heard.args == [expected]
    hand.move(chart.place_of(end - 13, 36.2))
    assert chart.read_out_text() == f"Mon 9 Nov 2026: Calf, left 36.0{nbsp}cm (trend 36.0{nbsp}cm)"
    with qtbot.waitSignal(chart.read_out_changed) as heard:
        hand.leave()
    assert heard.args == [""]
    assert chart.read_out_rect().isNull()


@pytest.mark.parametrize("percent", [100, 150])
def test_the_card_is_never_clipped_and_never_under_the_hair_line(two_years, hand, theme, percent):
    theme.apply("light", percent)
    inside = two_years.surface().rect()
    start, end = (int(day) for day in two_years.visible_days())
    sides = set()
    for day in range(start, end, 9):
        place = two_years.place_of(day, 37.0)
        hand.move(place)
        card = two_years.read_out_rect()
        if card.isNull():
            continue
        assert inside.contains(card.toAlignedRect())
        sides.add(card.center().x() > place.x())
        assert not card.left() + 9 < place.x() < card.right() - 9
    assert sides == {True, False}


def test_read_out_of_many_lines_stays_inside_a_low_chart(chart, line, hand):
    names = ["calf", "mid_thigh", "upper_thigh", "flexed_arm", "relaxed_arm", "forearm", "knee", "ankle"]
    chart.set_series([line(name, side, start=30) for name in names for side in (Side.LEFT, Side.RIGHT)])
    chart.resize(500, 200)
    hand.move(QPoint(200, 80))
    assert chart.read_out_text().count(";") == 15
    assert chart.surface().rect().contains(chart.read_out_rect().toAlignedRect())


def test_ctrl_arrows_go_from_reading_to_reading(two_years, qtbot):
    two_years.show_range(91)
    qtbot.keyClick(two_years, Qt.Key.Key_Left, CTRL)
    assert two_years.read_out_text().startswith("Mon 23 Nov 2026: ")
    qtbot.keyClick(two_years, Qt.Key.Key_Left, CTRL)
    assert two_years.read_out_text().startswith("Mon 16 Nov 2026: ")
    window = two_years.visible_days()
    for _ in range(30):
        qtbot.keyClick(two_years, Qt.Key.Key_Left, CTRL)
    start, end = two_years.visible_days()
    assert start < window[0] and end - start == pytest.approx(window[1] - window[0])
    assert two_years.read_out_text().startswith("Mon 20 Apr 2026: ")
    qtbot.keyClick(two_years, Qt.Key.Key_Escape)
    assert two_years.read_out_text() == ""


def test_time_is_said_in_words_at_every_zoom(two_years, hand):
    two_years.show_range(None)
    assert "Jan 2026" in two_years.time_labels() or "2026" in two_years.time_labels()
    two_years.show_range(91)
    assert any(text.endswith(" Oct") for text in two_years.time_labels())
    for _ in range(30):
        assert 1 <= len(two_years.time_labels()) <= 8
        hand.wheel(QPoint(400, 200), 1)
    assert 5 <= len(two_years.time_labels()) <= 8
    for _ in range(60):
        hand.wheel(QPoint(400, 200), -1)
        assert 1 <= len(two_years.time_labels()) <= 8
