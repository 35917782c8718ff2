"""What a person sees on the chart: nothing, one reading, two, gaps, two sides, two units, twenty years."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint

from legwork.domain.sites import BUILT_IN, Kind, Side
from legwork.qt.charts.palette import contrast
from legwork.qt.core.theme import CHOICES

TODAY = date(2026, 11, 23)
LEFT, RIGHT = "site/calf:left", "site/calf:right"


def test_nothing_to_show_leaves_a_bare_surface(chart, line, look_at, hand, qtbot):
    assert look_at(chart).is_blank()
    chart.set_series([line(days=[], values=[])])
    chart.show_range(91)
    hand.move(QPoint(300, 200))
    hand.wheel(QPoint(300, 200), 2)
    hand.drag(QPoint(300, 200), QPoint(100, 0))
    hand.double_click(QPoint(300, 200))
    qtbot.keyClick(chart, "+")
    assert look_at(chart).is_blank()
    assert chart.read_out_text() == ""
    assert chart.labels() == []
    assert chart.summary() == "Nothing to show yet"


def test_a_chart_that_had_lines_becomes_bare_again(chart, line, look_at):
    chart.set_series([line()])
    assert not look_at(chart).is_blank()
    chart.set_series([])
    assert look_at(chart).is_blank()


def test_one_reading_is_a_marker_in_the_middle_of_sensible_axes(chart, line, look_at, theme):
    day = TODAY.toordinal() - 3
    chart.set_series([line(days=[day], values=[36.4])])
    chart.show_range(91)
    assert chart.visible_days() == pytest.approx((day - 30, day + 30))
    assert chart.visible_values() == pytest.approx((34.4, 38.4))
    assert look_at(chart).has(theme.colour("legs"), chart.place_of(day, 36.4))
    assert chart.labels() == ["Calf L"]
    assert chart.summary() == "Calf, left: 36.4\N{NO-BREAK SPACE}cm on 20 Nov 2026, 1 reading"


def test_two_readings_are_joined(chart, line, look_at, theme):
    day = TODAY.toordinal()
    chart.set_series([line(days=[day - 7, day], values=[36.0, 37.0])])
    chart.show_range(365)
    start, end = chart.visible_days()
    assert start < day - 7 and end > day and end - start < 60
    assert look_at(chart).has(theme.colour("legs"), chart.place_of(day - 3.5, 36.5))


def test_equal_values_stand_in_the_middle(chart, line):
    chart.set_series([line(gain=0.0)])
    low, high = chart.visible_values()
    assert (low + high) / 2 == pytest.approx(36.0)
    assert high - low == pytest.approx(4.0)


def test_no_line_is_drawn_across_a_gap_of_months(chart, line, look_at, theme):
    end = TODAY.toordinal()
    days = [end - 400, end - 393, end - 386, end - 14, end - 7, end]
    chart.set_series([line(days=days, values=[36.0] * 3 + [37.0] * 3)])
    picture, legs = look_at(chart), theme.colour("legs")
    assert picture.has(legs, chart.place_of(end - 390, 36.0))
    assert picture.has(legs, chart.place_of(end - 3, 37.0))
    assert not picture.has(legs, chart.place_of(end - 200, 36.5), 8)


@pytest.mark.parametrize(("away", "joined"), [(120, True), (121, False)])
def test_a_gap_begins_after_120_days(chart, line, look_at, theme, away, joined):
    end = TODAY.toordinal()
    chart.set_series([line(days=[end - away, end], values=[36.0, 36.0])])
    middle = chart.place_of(end - away / 2, 36.0)
    assert look_at(chart).has(theme.colour("legs"), middle) is joined


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_gap_splits_the_line_of_either_side_when_decades_are_thinned(chart, line, look_at, theme, side):
    end = TODAY.toordinal()
    days = np.arange(end - 7300, end, 3)
    days = days[(days < end - 4000) | (days > end - 3000)]
    chart.set_series([line(side=side, days=list(days), values=[36.0] * len(days))])
    picture, legs = look_at(chart), theme.colour("legs")
    hole, whole = chart.place_of(end - 3500, 36.0), chart.place_of(end - 1500, 36.0)
    assert not picture.has(legs, hole, 10)
    assert picture.has(legs, whole, 10)


def test_left_is_solid_and_round_right_is_dashed_with_a_diamond(chart, line, look_at, theme):
    end = TODAY.toordinal()
    days = [end - 100, end]
    chart.set_series([line(days=days, values=[36.0, 36.0]), line(side=Side.RIGHT, days=days, values=[38.0, 38.0])])
    assert (chart.look_of(LEFT).dashed, chart.look_of(LEFT).diamond) == (False, False)
    assert (chart.look_of(RIGHT).dashed, chart.look_of(RIGHT).diamond) == (True, True)
    picture, legs = look_at(chart), theme.colour("legs")
    spread = [(chart.place_of(end - 80, height), chart.place_of(end - 20, height)) for height in (36.0, 38.0)]
    assert picture.share(legs, *spread[0]) > 0.98
    assert 0.4 < picture.share(legs, *spread[1]) < 0.8


def test_a_reading_without_a_side_is_solid(chart, line):
    chart.set_series([line("waist", Side.NONE, start=84)])
    assert not chart.look_of("site/waist").dashed


@pytest.mark.parametrize("name", CHOICES[1:])
def test_every_site_has_its_own_legible_colour(chart, line, theme, name):
    theme.apply(name, 100)
    girths = [site for site in BUILT_IN if site.kind is Kind.GIRTH]
    chart.set_series([line(site.key, site.spots[0].side, count=3) for site in girths])
    looks = {site.key: chart.look_of(f"site/{site.spots[0]}").colour for site in girths}
    surface = theme.colour("surface")
    assert all(contrast(colour, surface) >= (4.5 if theme.colours.contrast else 3.0) for colour in looks.values())
    for region in ("lower", "upper"):
        shades = sorted(contrast(looks[site.key], surface) for site in girths if site.region == region)
        assert all(b / a > 1.08 for a, b in pairwise(shades))
    for site in girths:
        hue = looks[site.key].hslHue()
        assert {"lower": 170 < hue < 210, "upper": 5 < hue < 45}.get(site.region.value, True)


def test_names_stand_at_the_line_ends_without_overlap(chart, line):
    lines = [line("calf", side, start=36 + n / 10, gain=0.1) for n, side in enumerate((Side.LEFT, Side.RIGHT))]
    lines += [line("flexed_arm", side, start=36.2, gain=0.1) for side in (Side.LEFT, Side.RIGHT)]
    lines.append(line("neck", Side.NONE, start=36.1, gain=0.1))
    chart.set_series(lines)
    assert sorted(chart.labels()) == ["Calf L", "Calf R", "Flexed arm L", "Flexed arm R", "Neck"]
    rects = chart.label_rects()
    inside = chart.surface().rect()
    assert all(inside.contains(rect.toAlignedRect()) for rect in rects)
    assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[n + 1 :])


def test_a_line_that_ended_long_ago_has_its_name_where_it_ended(chart, line):
    ended = line("calf", count=40, last=date(2025, 11, 1))
    chart.set_series([ended, line("mid_thigh", start=50)])
    names = dict(zip(chart.labels(), chart.label_rects(), strict=True))
    end = chart.place_of(float(ended.days[-1]), float(ended.values[-1]))
    assert 0 < names["Calf L"].left() - end.x() < 20
    assert names["Mid-thigh L"].left() > names["Calf L"].right()


def test_two_units_have_an_axis_each_and_a_third_is_reported(chart, line):
    weight = line("body_weight", Side.NONE, start=84.0, gain=3.0, unit="kg")
    fat = line("body_fat", Side.NONE, start=18.0, gain=-2.0, unit="%")
    chart.set_series([weight, line(), fat])
    assert chart.visible_values() == chart.visible_values("cm")
    low, high = chart.visible_values("kg")
    assert low <= 84.0 and high >= 87.0
    assert chart.visible_values("cm")[1] < 45.0
    assert "Body weight, kg" in chart.labels()
    assert chart.left_out() == ["Body fat"]
    chart.set_series([weight, line()])
    assert chart.left_out() == []


def test_values_beside_the_axis_are_few_and_round(chart, line):
    for gain in (0.0, 0.3, 1.0, 3.0, 7.0, 20.0, 80.0):
        chart.set_series([line(gain=gain)])
        texts = chart.value_labels()
        assert 2 <= len(texts) <= 5
        low, high = chart.visible_values()
        assert all(low <= float(text) <= high for text in texts)


def test_summary_is_what_a_screen_reader_gets(chart, line):
    end = date(2026, 11, 20)
    chart.set_series([line(count=34, start=36.1, gain=0.9, last=end), line(side=Side.RIGHT, count=34, last=end)])
    first = "Calf, left: 36.1 to 37.0\N{NO-BREAK SPACE}cm from 3 Apr 2026 to 20 Nov 2026, 34 readings"
    assert chart.summary().startswith(first + ". Calf, right: ")
    assert chart.accessibleDescription() == chart.summary()
    assert chart.accessibleName()


def test_a_change_of_theme_recolours_what_is_drawn(chart, line, look_at, theme):
    chart.set_series([line(gain=0.0)])
    window = chart.visible_days()
    place = chart.place_of(TODAY.toordinal() - 200, 36.0)
    light = theme.colour("legs")
    assert look_at(chart).has(light, place)
    theme.apply("dark", 100)
    picture = look_at(chart)
    assert picture.has(theme.colour("legs"), chart.place_of(TODAY.toordinal() - 200, 36.0))
    assert not picture.has(light, place)
    assert picture.colour(QPoint(1, 1)) == theme.colour("surface")
    assert chart.visible_days() == window


def test_larger_text_takes_more_room_and_still_fits(chart, line, theme):
    chart.set_series([line(), line(side=Side.RIGHT)])
    before = chart.label_rects()[0].height()
    theme.apply("light", 150)
    assert chart.label_rects()[0].height() > before * 1.3
    inside = chart.surface().rect()
    assert all(inside.contains(rect.toAlignedRect()) for rect in chart.label_rects())


def test_twenty_years_of_twenty_five_sites(chart, line, look_at, hand):
    lines = [
        line(site.key, spot.side, count=1040, start=20.0 + 3 * place, gain=5.0)
        for place, site in enumerate(s for s in BUILT_IN if s.kind is Kind.GIRTH)
        for spot in site.spots
    ]
    assert len(lines) == 25
    chart.set_series(lines)
    chart.show_range(None)
    assert not look_at(chart).is_blank()
    start, end = chart.visible_days()
    assert end - start > 1039 * 7
    # More names than rows: those left over are counted.
    assert len(chart.labels()) == 25 or chart.labels()[-1].endswith("more")
    for _ in range(12):
        hand.wheel(QPoint(400, 200), 1)
    hand.drag(QPoint(400, 200), QPoint(-200, 0))
    assert not look_at(chart).is_blank()
    chart.resize(260, 170)
    assert not look_at(chart).is_blank()


def test_rows_out_of_order_and_without_a_number_do_no_harm(chart, line, look_at):
    end = TODAY.toordinal()
    chart.set_series([line(days=[end, end - 14, end - 7, end - 7], values=[37.0, 36.0, float("nan"), 36.5])])
    assert "3 readings" in chart.summary()
    assert not look_at(chart).is_blank()


def test_where_readings_crowd_the_one_off_the_line_is_still_seen(chart, line, look_at, theme):
    days = np.arange(TODAY.toordinal() - 7 * 2000, TODAY.toordinal(), 7)
    values = np.full(len(days), 36.0)
    values[1001] = 39.0
    chart.set_series([line(days=list(days), values=list(values), level=[36.0] * len(days))])
    chart.show_range(None)
    picture = look_at(chart)
    plain = theme.colour("surface")
    at = chart.place_of(float(days[1001]), 39.0)
    assert any(picture.colour(at + QPoint(dx, dy)) != plain for dx in range(-2, 3) for dy in range(-2, 3))
