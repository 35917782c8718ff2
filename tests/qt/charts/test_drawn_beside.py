"""What is drawn beside points and lines: error bars, bands, readings set aside, what lies ahead, goals and flags."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from legwork.domain.sites import Side
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.palette import contrast
from legwork.qt.charts.series import Aim

TODAY = date(2026, 11, 23)
END = TODAY.toordinal()
WEEKS = [END - 7 * away for away in range(12, -1, -1)]
FLAT = [36.0] * len(WEEKS)
NBSP = "\N{NO-BREAK SPACE}"


def mixed(colour, surface, share):
    """`colour` laid over `surface` with this opacity."""
    parts = zip(colour.getRgb()[:3], surface.getRgb()[:3], strict=True)
    return QColor(*(round(over * share + under * (1 - share)) for over, under in parts))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_band_is_a_tint_between_its_edges_and_nothing_outside(chart, line, look_at, theme, name):
    theme.apply(name, 100)
    chart.set_series([line(days=WEEKS, values=FLAT, band=0.6)])
    picture, surface = look_at(chart), theme.colour("surface")
    inside, outside = chart.place_of(END - 38.5, 36.37), chart.place_of(END - 38.5, 36.72)
    tint = picture.mean(inside, 1)
    assert tint != surface and tint != theme.colour("legs")
    assert 1.0 < contrast(tint, surface) < 1.6, "a tint, which does not hide what it lies under"
    assert picture.mean(outside, 1) == surface
    assert picture.mean(chart.place_of(END - 38.5, 35.63), 1) == tint


def test_the_band_ends_at_a_gap_of_months(chart, line, look_at, theme):
    days = [END - 400, END - 393, END - 386, END - 14, END - 7, END]
    chart.set_series([line(days=days, values=[36.0] * 6, band=0.8)])
    picture, surface = look_at(chart), theme.colour("surface")
    assert picture.colour(chart.place_of(END - 390, 36.5)) != surface
    assert picture.colour(chart.place_of(END - 200, 36.5)) == surface


def test_no_band_is_drawn_where_none_is_known(chart, line, look_at, theme):
    chart.set_series([line(days=WEEKS, values=FLAT)])
    assert look_at(chart).colour(chart.place_of(END - 38.5, 36.3)) == theme.colour("surface")


def inked(picture, theme, place, reach=1):
    """Whether anything is drawn within `reach` pixels beside a place."""
    return any(picture.colour(place + QPoint(dx, 0)) != theme.colour("surface") for dx in range(-reach, reach + 1))


def test_an_error_bar_reaches_as_far_as_the_error_of_its_reading(chart, line, look_at, theme):
    chart.set_series([line(days=WEEKS, values=FLAT, bars=0.8)])
    picture = look_at(chart)
    for height in (36.6, 35.4):
        assert inked(picture, theme, chart.place_of(END - 42, height))
        assert not inked(picture, theme, chart.place_of(END - 38.5, height), 3), "only at readings"
    assert not inked(picture, theme, chart.place_of(END - 42, 36.9))
    low, high = chart.visible_values()
    assert low < 35.2 and high > 36.8, "the whole bar is in view"


def test_error_bars_that_would_stand_like_a_hedge_are_left_out(chart, line, look_at, theme):
    chart.set_series([line(count=700, step=1, gain=0.0, bars=0.8)])
    chart.show_range(None)
    assert not inked(look_at(chart), theme, chart.place_of(END - 350, 36.6), 4)
    chart.show_range(30)
    assert inked(look_at(chart), theme, chart.place_of(END - 15, 36.6))


def test_a_reading_that_is_set_aside_is_hollow(chart, line, look_at, theme):
    values = [36.0, 36.0, 36.6, 36.0, 36.0]
    chart.set_series([line(days=WEEKS[-5:], values=values, level=[36.0] * 5, aside=[2])])
    picture, legs, surface = look_at(chart), theme.colour("legs"), theme.colour("surface")
    odd = chart.place_of(END - 14, 36.6)
    assert picture.colour(odd) == surface, "nothing in the middle"
    assert picture.has(mixed(legs, surface, 0.7), odd, 5) or picture.has(legs, odd, 5), "an outline around it"


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_reading_that_is_set_aside_does_not_stretch_the_scale(chart, line, side):
    values = [36.0, 36.2, 82.0, 36.4, 36.5]
    chart.set_series([line(side=side, days=WEEKS[-5:], values=values, level=[36.0, 36.2, 36.3, 36.4, 36.5], aside=[2])])
    low, high = chart.visible_values()
    assert low > 34 and high < 39
    assert "36.0 to 36.5" in chart.summary() and "5 readings" in chart.summary(), "and yet it is told"


def test_when_all_readings_are_set_aside_they_are_all_in_view(chart, line):
    chart.set_series([line(days=WEEKS[-2:], values=[36.0, 60.0], level=[36.0, 60.0], aside=[0, 1])])
    low, high = chart.visible_values()
    assert low < 36.0 and high > 60.0


def test_what_lies_ahead_is_dotted_and_begins_after_the_last_reading(chart, line, look_at, theme):
    chart.set_series([line(days=WEEKS, values=FLAT, ahead=[36.0] * 12)])
    picture, legs = look_at(chart), theme.colour("legs")
    known = chart.place_of(END - 60, 36.0), chart.place_of(END - 10, 36.0)
    ahead = chart.place_of(END + 7, 36.0), chart.place_of(END + 80, 36.0)
    assert picture.share(legs, *known) > 0.95
    assert 0.15 < picture.share(legs, *ahead) < 0.6


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_looking_ahead_the_window_shows_where_it_leads(chart, line, side):
    ahead = [36.0 + place / 3 for place in range(1, 13)]
    chart.set_series([line(side=side, days=WEEKS, values=FLAT, ahead=ahead)])
    chart.show_range(None)
    assert chart.visible_days()[1] > END + 84
    assert chart.visible_values()[1] > 40.0
    end = chart.place_of(END + 84, 40.0)
    assert abs(chart.label_rects()[0].center().y() - end.y()) < 3, "its name stands at its end"


def test_a_goal_is_a_dashed_line_up_to_its_day_with_its_text(chart, line, look_at, theme):
    due = END - 21
    chart.set_series([line(days=WEEKS, values=FLAT, aim=Aim(38.0, due))])
    low, high = chart.visible_values()
    assert low < 36.0 and high > 38.0, "the goal is in view"
    picture, legs = look_at(chart), theme.colour("legs")
    middle, late = chart.place_of(END - 30, 38.0), chart.place_of(END - 10, 38.0)
    assert picture.has(legs, middle, 8)
    assert not picture.has(legs, late, 8), "nothing after the day it is due"
    text = theme.colour("secondary")
    start = chart.place_of(chart.visible_days()[0], 38.0)
    assert picture.has(text, start + QPoint(60, -10), 12), "its words stand above it on the left"


def flagged(chart, line, day, change):
    chart.set_series([line(days=WEEKS, values=FLAT)], [Flag(day, "Two leg days", change)])


def test_a_note_is_an_outlined_flag_on_the_time_axis(chart, line, look_at, theme):
    chart.set_series([line(days=WEEKS, values=FLAT)])
    day, low = END - 45, chart.visible_values()[0]
    bare = look_at(chart).mean(chart.place_of(day, low) + QPoint(3, -10), 4)
    flagged(chart, line, day, change=False)
    picture, foot = look_at(chart), chart.place_of(day, low)
    assert picture.mean(foot + QPoint(3, -10), 4) != bare
    assert picture.has(theme.colour("secondary"), foot + QPoint(0, -6), 1), "its pole"
    assert picture.has(theme.colour("surface"), foot + QPoint(3, -10), 0), "and nothing in its cloth"
    above = [chart.place_of(day, 36.5) + QPoint(0, dy) for dy in range(12)]
    assert not any(picture.has(theme.colour("secondary"), one, 1) for one in above)


def test_a_change_of_programme_is_a_filled_flag_with_a_line_through_the_plot(chart, line, look_at, theme):
    day = END - 45
    flagged(chart, line, day, change=True)
    picture, text = look_at(chart), theme.colour("text")
    foot = chart.place_of(day, chart.visible_values()[0])
    assert picture.has(text, foot + QPoint(3, -10), 0), "its cloth is filled"
    faint = mixed(text, theme.colour("surface"), 0.45)
    column = [chart.place_of(day, 36.8) + QPoint(0, dy) for dy in range(12)]
    assert any(picture.has(faint, one, 1) for one in column)


def test_the_read_out_of_a_flags_day_has_its_words(chart, line, hand):
    day = END - 45
    flagged(chart, line, day, change=True)
    hand.move(chart.place_of(day, 36.5))
    when = (TODAY - timedelta(days=45)).strftime("%a %-d %b %Y")
    assert chart.read_out_text() == f"{when}: Calf, left trend 36.0{NBSP}cm; Two leg days"
    assert chart.surface().rect().contains(chart.read_out_rect().toAlignedRect())


def test_ctrl_arrows_stop_at_flags_too(chart, line, qtbot):
    flagged(chart, line, END - 3, change=False)
    chart.show_range(None)
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert chart.read_out_text().startswith("Fri 20 Nov 2026: ")
    assert chart.read_out_text().endswith("Two leg days")


def test_a_very_long_note_stays_inside_the_card(chart, line, hand):
    words = "knee hurt after the third set " * 30
    chart.set_series([line(days=WEEKS, values=FLAT)], [Flag(END - 45, words, change=False)])
    hand.move(chart.place_of(END - 45, 36.5))
    assert words.strip() in chart.read_out_text()
    assert chart.surface().rect().contains(chart.read_out_rect().toAlignedRect())


def test_a_flag_long_after_the_last_reading_leaves_the_range_alone(chart, line):
    chart.set_series([line(days=WEEKS, values=FLAT)])
    chart.show_range(None)
    before = chart.visible_days()
    chart.set_series([line(days=WEEKS, values=FLAT)], [Flag(END + 300, "Two leg days", change=True)])
    assert chart.visible_days() == before


def test_the_line_of_a_chosen_pair_stands_out(chart, line, look_at, theme):
    chart.set_series([line(days=WEEKS, values=FLAT), line("knee", days=WEEKS, values=[38.0] * 13)])
    at = chart.place_of(END - 38.5, 36.0)

    def thickness():
        picture = look_at(chart)
        return sum(picture.colour(at + QPoint(0, dy)) != theme.colour("surface") for dy in range(-6, 7))

    usual = thickness()
    chart.emphasise("site/calf")
    assert thickness() > usual
    chart.emphasise("site/knee")
    assert thickness() == usual
    chart.emphasise(None)
    assert thickness() == usual


def test_a_goals_words_are_not_cut_where_the_plot_is_narrow(chart, line, look_at, theme):
    chart.resize(340, 300)
    chart.set_series([line(days=WEEKS, values=FLAT, aim=Aim(38.0, END - 21))])
    right = chart.place_of(chart.visible_days()[1], 38.0)
    text, picture = theme.colour("secondary"), look_at(chart)
    assert picture.has(text, chart.place_of(chart.visible_days()[0], 38.0) + QPoint(30, -10), 12)
    assert not picture.has(text, right + QPoint(-6, -10), 5), "nothing runs on beyond the edge"
