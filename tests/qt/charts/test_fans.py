"""What may come on a chart: the fan, the other ways, the goal's target, names, read-out, and all of it on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor

from legwork.domain.sites import Side
from legwork.qt.charts.navigator import Reach
from legwork.qt.charts.picture import as_file, as_image
from legwork.qt.charts.prospects import Prospect
from legwork.qt.charts.series import Aim
from legwork.qt.charts.time_span import TimeSpan

TODAY = date(2026, 11, 23)
LAST = TODAY.toordinal()
NBSP = "\N{NO-BREAK SPACE}"


def way(name: str = "As now", *, gain: float = 2.0, width: float = 1.0, weeks: int = 52, **more: object) -> Prospect:
    """From 38 on, growing by `gain`, the band as wide at its end as `width` to each side."""
    days = LAST + 7 * np.arange(weeks + 1)
    share = np.linspace(0, 1, weeks + 1)
    level = 38 + gain * share
    return Prospect(name, days, level, level - width * share, level + width * share, **more)  # type: ignore[arg-type]


@pytest.fixture
def forecast(line):
    def make(*ways: Prospect, aim: Aim | None = None):
        return replace(line(count=52, start=37.0, gain=1.0, side=Side.LEFT), prospects=ways, aim=aim)

    return make


def test_the_fan_is_shaded_and_only_that_of_the_chosen_way(chart, forecast, look_at, theme):
    chosen, other = way("By the plan", gain=2, chosen=True), way("As now", gain=-3)
    chart.set_series([forecast(chosen, other)])
    chart.show_range(365)
    seen = look_at(chart)
    surface, end = theme.colour("surface"), LAST + 330
    inside = seen.mean(chart.place_of(end, 40.3), 2)
    assert inside != surface and inside.hueF() == pytest.approx(theme.colour("legs").hueF(), abs=0.08)
    around = chart.place_of(end, 38 - 3 * 330 / 364 + 0.45)
    assert seen.mean(around, 1) == surface, "the others are a line without a band"
    assert seen.has(theme.colour("legs"), chart.place_of(end, 38 + 2 * 330 / 364))


def test_the_window_at_home_shows_all_that_may_come(chart, forecast):
    chart.set_series([forecast(way(gain=4, width=2, chosen=True))])
    chart.show_range(182)
    start, end = chart.visible_days()
    assert start < LAST - 150 and end >= LAST + 364
    low, high = chart.visible_values()
    assert low < 37.5 and high > 44, "the upper edge of the band is in view"


def test_in_a_narrow_chart_the_name_of_a_way_is_still_read_as_a_whole(chart, forecast):
    chart.resize(420, 420)
    chart.set_series([forecast(way("The plan as written", gain=1, chosen=True), way("Half of what the plan says"))])
    chart.show_range(365)
    metrics = chart.fontMetrics()
    for name, box in zip(chart.labels(), chart.label_rects(), strict=True):
        assert box.width() > metrics.horizontalAdvance(name) and box.right() <= chart.width()
    first, second = chart.label_rects()
    assert not first.intersects(second)


def test_how_far_it_looks_at_first_can_be_told(chart, forecast):
    series = forecast(way(weeks=520, gain=8, chosen=True))
    chart.set_series([series], reach=Reach(float(series.days[0]), float(LAST), LAST + 200.0))
    chart.show_range(365)
    assert chart.visible_days()[1] < LAST + 230


def test_names_stand_at_the_ends_without_covering_each_other(chart, forecast):
    chart.set_series(
        [forecast(way("By the plan", gain=1.0, chosen=True), way("As now", gain=1.05), way("Half", gain=0.95))]
    )
    chart.show_range(365)
    assert sorted(chart.labels()) == ["As now", "By the plan", "Half"], "and not the name of the line itself"
    boxes = chart.label_rects()
    for place, one in enumerate(boxes):
        assert not any(one.adjusted(0, 1, 0, -1).intersects(other) for other in boxes[place + 1 :])


def test_a_line_that_ends_sooner_has_its_name_in_the_same_column(chart, forecast):
    chart.set_series([forecast(way(chosen=True), way("By the plan", gain=-2, weeks=20))])
    chart.show_range(365)
    lefts = {round(box.left(), 3) for box in chart.label_rects()}
    assert len(chart.label_rects()) == 2 and len(lefts) == 1


@pytest.mark.parametrize("width", [420, 640, 900])
def test_the_name_of_a_goal_is_not_crossed_where_the_time_ahead_begins(chart, forecast, width):
    chart.resize(width, 420)
    chart.set_series([forecast(way(chosen=True), aim=Aim(39.5, LAST + 200))])
    chart.show_range(182)
    seen, seam = chart.grab().toImage(), chart.place_of(LAST, 39.5)
    above = [seen.pixelColor(seam + QPoint(x, -y)).lightness() for x in range(-3, 4) for y in range(3, 14)]
    assert min(above) > 180, "nothing but the faint line of today"


def test_the_line_has_its_own_name_where_nothing_may_come_yet(chart, forecast):
    chart.set_series([forecast(way(chosen=True))])
    chart.show_span(TimeSpan(LAST - 300, LAST - 30))
    assert chart.labels() == ["Calf L"]


def test_a_day_to_come_is_read_out_with_its_stretch(chart, forecast, hand):
    chart.set_series([forecast(way("By the plan", gain=2, chosen=True), way("As now", gain=1, width=0.4))])
    chart.show_range(365)
    hand.move(chart.place_of(LAST + 182, 39.0))
    said = chart.read_out_text()
    assert said.startswith("Mon 24 May 2027: ")
    assert f"By the plan likely 39.0{NBSP}cm (38.5 to 39.5{NBSP}cm 8 times in 10)" in said
    assert f"As now likely 38.5{NBSP}cm (38.3 to 38.7{NBSP}cm 8 times in 10)" in said
    card = chart.read_out_rect()
    assert card.width() > 0 and chart.surface().rect().contains(card.toRect())


def test_the_keys_walk_on_into_what_may_come(chart, forecast, qtbot):
    chart.set_series([forecast(way(chosen=True))])
    chart.show_range(365)
    chart.setFocus()
    chart.read_out(LAST)
    qtbot.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert chart.read_out_text().startswith("Mon 30 Nov 2026: As now likely 38.0")


def test_the_goal_is_a_target_on_its_day(chart, forecast, look_at, theme):
    legs, due = theme.colour("legs"), LAST + 182
    chart.set_series([forecast(way(chosen=True), aim=Aim(39.5, due))])
    chart.show_range(365)
    seen, at = look_at(chart), chart.place_of(due, 39.5)
    assert seen.has(legs, at, 1), "its bull's eye"
    assert seen.colour(at + QPoint(4, 0)) != legs, "a ring of paper round it"
    assert seen.has(legs, at + QPoint(6, 0), 1), "and the ring"


def test_the_likely_months_lie_on_the_goals_line(chart, forecast, look_at, theme):
    legs = theme.colour("legs")
    aim = Aim(39.0, LAST + 300)
    chart.set_series([forecast(way(chosen=True, early=LAST + 100, late=LAST + 200), aim=aim)])
    chart.show_range(365)
    start, stop = (chart.place_of(LAST + day, 39.0) + QPoint(0, 1) for day in (110, 160))
    assert look_at(chart).share(legs, start, stop) > 0.95, "a thick whole line"
    chart.set_series([forecast(way(chosen=True), aim=aim)])
    assert look_at(chart).share(legs, start, stop) < 0.8, "the goal's own line is dashed"


def test_a_picture_and_a_page_show_it_too(chart, forecast):
    chart.set_series([forecast(way("By the plan", chosen=True), way("Half", gain=0.3), aim=Aim(39.5, LAST + 182))])
    chart.show_range(365)
    with_it = as_image(QSize(900, 480), [chart.snapshot()], "Goal")
    drawing = as_file("svg", QSize(900, 480), [chart.snapshot()], "Goal")().decode()
    assert "By the plan" in drawing and "Half" in drawing
    chart.set_series([forecast()])
    assert with_it != as_image(QSize(900, 480), [chart.snapshot()], "Goal")


def test_another_theme_draws_it_in_its_own_colours(chart, forecast, look_at, theme):
    chart.set_series([forecast(way(gain=3, width=2, chosen=True))])
    chart.show_range(365)
    at = chart.place_of(LAST + 340, 40.0)
    light = look_at(chart).mean(at)
    theme.apply("dark", 100)
    dark = look_at(chart).mean(chart.place_of(LAST + 340, 40.0))
    assert light.lightnessF() > 0.7 > 0.4 > dark.lightnessF() and isinstance(dark, QColor)


def test_what_is_asked_outside_of_it_is_not_made_up():
    one = way(weeks=10)
    assert one.at(LAST - 1) is None and one.at(LAST + 71) is None
    assert one.at(LAST + 35) == pytest.approx((39.0, 38.5, 39.5))
    assert one.at(LAST + 3.5) == pytest.approx((38.1, 38.05, 38.15))
    assert one.end_in(LAST - 400, LAST - 1) is None
    assert one.end_in(LAST - 400, LAST + 35) == pytest.approx((LAST + 35, 39.0))
    assert one.heights(LAST + 100, LAST + 200) == []
    none = Prospect("Nothing", *[np.empty(0)] * 4)
    assert none.at(LAST) is None and none.end_in(LAST, LAST + 9) is None and none.heights(LAST, LAST + 9) == []
