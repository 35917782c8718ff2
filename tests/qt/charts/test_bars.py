"""Weeks as bars: where they stand and hang, what is read of them, what they are held against, and opening them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from legwork.domain.averages import Bucket
from legwork.domain.measures import Family, Measure
from legwork.domain.trend import fit
from legwork.domain.verdict import Wording
from legwork.numerals import GROUP
from legwork.qt.charts.bars import bars_of
from legwork.qt.charts.board import ChartBoard, Panel
from legwork.qt.charts.drawing import Drawings, shown_rows
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.opened_bars import OpenedBar
from legwork.qt.charts.palette import contrast
from legwork.qt.charts.picture import as_file, as_image
from legwork.qt.charts.series import Series
from legwork.qt.charts.time_chart import TimeChart
from legwork.qt.charts.view import ChartView, Extra, Stacking
from legwork.qt.core.theme import ThemeManager
from legwork.services.measure_series import Guide, MeasureSeries, Part, Weeks

TODAY = date(2026, 11, 23)
"""A Monday."""

CTRL = Qt.KeyboardModifier.ControlModifier
HARD = Measure(Family.HARD, "week")
LEGS, UPPER = "hard/week:legs", "hard/week:upper"


def weeks_of(
    part: Part | None = Part.LEGS, *, count: int = 20, value: float = 12.0, values: list[float] | None = None,
    below: tuple[float, ...] = (), guides: tuple[Guide, ...] = (), measure: Measure = HARD, unit: str = "sets a week",
    said: tuple[str, ...] = (), last: date = TODAY,
) -> MeasureSeries:  # fmt: skip
    """The last `count` weeks up to the one of `last`, which is running."""
    monday = last.toordinal() - last.weekday()
    days = tuple(monday - 7 * (count - 1 - at) for at in range(count))
    name = {Part.LEGS: "legs", Part.UPPER: "upper body", Part.DIRECT: "direct", Part.INDIRECT: "indirect"}
    weeks = Weeks(part, name.get(part, ""), "Hard sets", monday, guides=guides, below=below, said=said)  # type: ignore[arg-type]
    return MeasureSeries(
        measure, f"Hard sets, {weeks.part_name}", "upper" if part is Part.UPPER else "lower", unit, Wording.LEVEL, 1.0,
        days, tuple(values or [value] * count), (), fit((), (), (), 1.0), 1.0, "", weeks,
    )  # fmt: skip


def halves(**view: object) -> list[Series]:
    """Legs of 12 sets and an upper body of 8, twenty weeks."""
    legs = weeks_of(Part.LEGS)
    upper = weeks_of(Part.UPPER, value=8, below=legs.values)
    drawn = Drawings()
    shown = ChartView(**view)  # type: ignore[arg-type]
    return [drawn.of(shown, {}, one) for one in (legs, upper)]


def monday(back: int) -> int:
    """The Monday so many weeks ago."""
    return (TODAY - timedelta(weeks=back)).toordinal()


def test_legs_stand_and_the_upper_body_hangs(chart: TimeChart) -> None:
    chart.set_series(halves())
    low, high = chart.visible_values()
    assert low < -8 and high > 12
    legs, upper = chart.bar_rect(LEGS, monday(3)), chart.bar_rect(UPPER, monday(3))
    zero = chart.place_of(monday(3), 0).y()
    assert legs.bottom() == pytest.approx(zero, abs=1) and upper.top() == pytest.approx(zero, abs=1)
    assert legs.height() / upper.height() == pytest.approx(12 / 8, abs=0.05)
    assert (legs.left(), legs.width()) == (upper.left(), upper.width())
    assert all("−" not in text for text in chart.value_labels()), "sets hang, but there are no fewer than none"


def test_stacked_the_upper_body_stands_on_the_legs(chart: TimeChart) -> None:
    chart.set_series(halves(stacking=Stacking.STACKED))
    low, high = chart.visible_values()
    assert low == 0 and high > 20
    legs, upper = chart.bar_rect(LEGS, monday(3)), chart.bar_rect(UPPER, monday(3))
    assert upper.bottom() == pytest.approx(legs.top(), abs=1)
    assert upper.top() == pytest.approx(chart.place_of(monday(3), 20).y(), abs=1)


def test_a_bar_has_its_week_and_air_beside_it(chart: TimeChart) -> None:
    chart.set_series(halves())
    one, other = chart.bar_rect(LEGS, monday(3)), chart.bar_rect(LEGS, monday(2))
    assert one == chart.bar_rect(LEGS, monday(3) + 6), "Sunday belongs to it"
    assert chart.place_of(monday(3), 0).x() <= one.left() < one.right() < other.left()
    assert one.width() > (other.left() - one.left()) / 2


def test_what_is_seen(chart: TimeChart, theme: ThemeManager, look_at: Callable[[TimeChart], object]) -> None:
    chart.set_series(halves())
    picture = look_at(chart)
    for key, role in ((LEGS, "legs"), (UPPER, "upper")):
        middle = chart.bar_rect(key, monday(3)).center().toPoint()
        assert picture.colour(middle) == theme.colour(role), key  # type: ignore[attr-defined]
    running = chart.bar_rect(LEGS, monday(0)).center().toPoint()
    lighter = picture.mean(running)  # type: ignore[attr-defined]
    assert contrast(lighter, theme.colour("surface")) < 2 < contrast(theme.colour("legs"), theme.colour("surface"))


def test_twenty_years_of_weeks_lie_in_their_places(chart: TimeChart) -> None:
    rng = np.random.default_rng(3)
    values = [float(one) for one in rng.integers(1, 30, 1040)]
    chart.set_series([Drawings().of(ChartView(), {}, weeks_of(count=1040, values=values))])
    chart.show_range(None)
    for back in (1000, 500, 1):
        rect = chart.bar_rect(LEGS, monday(back))
        assert rect.width() >= 1
        assert rect.top() == pytest.approx(chart.place_of(monday(back), values[-1 - back]).y(), abs=1)


def test_the_week_is_read_out(chart: TimeChart) -> None:
    chart.set_series(halves())
    chart.setFocus()
    said = []
    for _ in range(2):
        QTest.keyClick(chart, Qt.Key.Key_Left, CTRL)
        said.append(chart.read_out_text().replace("\N{NO-BREAK SPACE}", " "))
    assert said == [
        "Week from 23 Nov 2026: Hard sets, legs 12 sets a week so far; Hard sets, upper body 8 sets a week so far",
        "Week from 16 Nov 2026: Hard sets, legs 12 sets a week; Hard sets, upper body 8 sets a week",
    ]


def test_what_else_is_said_of_a_bar(chart: TimeChart) -> None:
    words = tuple(f"{at} of 3" for at in range(20))
    one = weeks_of(None, measure=Measure(Family.KEPT, "week"), unit="%", said=words, value=50)
    chart.set_series([Drawings().of(ChartView(), {}, one)])
    chart.read_out(monday(1))
    assert chart.read_out_text().endswith("50.0\N{NO-BREAK SPACE}% (18 of 3)")


def test_beside_a_line_the_day_is_read_and_the_week_it_lies_in(chart: TimeChart, line: Callable[..., Series]) -> None:
    chart.set_series([line(), *halves()])
    day = TODAY.toordinal() - 7
    chart.read_out(day)
    text = chart.read_out_text()
    assert text.startswith("Mon 16 Nov 2026: Calf, left") and "Hard sets, legs 12" in text
    assert chart.value_labels("cm") and chart.value_labels("sets a week")


def test_months_are_mean_weeks() -> None:
    """The week from 31 August has its Thursday in September; the one that is running takes part in no mean."""
    one = weeks_of(values=[float(at) for at in range(20)])
    shown = Drawings().of(ChartView(bucket=Bucket.MONTH), {}, one)
    assert shown.bars is not None
    starts = [date.fromordinal(int(day)).isoformat() for day in shown.bars.starts]
    assert starts == ["2026-07-13", "2026-08-03", "2026-08-31", "2026-09-28", "2026-11-02"]
    assert list(shown.values) == [1, 4.5, 8.5, 13, 17]
    assert shown.bars.period(2) == "Mean week of Sep 2026"
    assert date.fromordinal(int(shown.bars.stops[-1])) == date(2026, 11, 23)
    assert not shown.bars.unfinished.any()


def test_a_month_of_which_no_week_is_over_is_not_over() -> None:
    one = weeks_of(count=2, last=date(2026, 11, 4))
    shown = Drawings().of(ChartView(bucket=Bucket.MONTH), {}, one)
    assert shown.bars is not None
    assert shown.bars.unfinished.tolist() == [False, True]
    assert "1 month from 26 Oct 2026" in shown.summary()


def test_the_summary_leaves_out_the_week_that_is_running() -> None:
    legs = Drawings().of(ChartView(), {}, weeks_of(values=[10.0] * 19 + [1.0]))
    assert legs.summary().replace("\N{NO-BREAK SPACE}", " ") == (
        "Hard sets, legs: 10 sets a week on average, 19 weeks from 13 Jul 2026 to that from 16 Nov 2026"
    )


def test_a_change_since_a_day_is_none_of_a_week(chart: TimeChart) -> None:
    values = halves(scaling="percent", since=monday(5))
    assert values[0].unit == "sets a week" and set(values[0].values) == {12}


def test_what_they_are_held_against(chart: TimeChart, theme: ThemeManager, look_at: Callable[..., object]) -> None:
    guides = (Guide(6, 10, "6–10 wanted", monday(30)), Guide(4, 4, "4 hold size", monday(30)))
    low = Drawings().of(ChartView(), {}, weeks_of(value=2, guides=guides))
    chart.set_series([low])
    assert {"6–10 wanted", "4 hold size"} <= set(chart.labels())
    assert chart.visible_values()[1] > 10, "the band is in sight though no bar reaches it"
    picture, at = look_at(chart), chart.place_of(monday(8) + 3, 8)
    surface = theme.colour("surface")
    assert picture.mean(at) != surface  # type: ignore[attr-defined]
    assert picture.mean(chart.place_of(monday(8) + 3, 5.5)) == surface, "nothing between line and band"  # type: ignore[attr-defined]
    without = Drawings().of(ChartView().with_extra(Extra.GUIDES, False), {}, weeks_of(value=2, guides=guides))
    chart.set_series([without])
    assert "4 hold size" not in chart.labels() and chart.visible_values()[1] < 6


def test_a_line_for_the_upper_body_hangs_with_it_and_goes_when_it_is_stacked(chart: TimeChart) -> None:
    guide = (Guide(5, 5, "5 hold size", monday(30)),)
    upper = weeks_of(Part.UPPER, value=3, below=(12.0,) * 20, guides=guide)
    chart.set_series([Drawings().of(ChartView(), {}, upper)])
    assert chart.visible_values()[0] < -5 and "5 hold size" in chart.labels()
    chart.set_series([Drawings().of(ChartView(stacking=Stacking.STACKED), {}, upper)])
    assert "5 hold size" not in chart.labels(), "on top of the legs a height of its own says nothing"


def test_two_units_of_bars_have_one_zero(chart: TimeChart) -> None:
    tonnage = Measure(Family.TONNAGE, "week")
    upper = weeks_of(Part.UPPER, value=9000, measure=tonnage, unit="kg a week", below=(1.0,) * 20)
    chart.set_series([*halves(), Drawings().of(ChartView(), {}, upper)])
    heights = {chart.place_of(monday(3), 0, unit).y() for unit in ("sets a week", "kg a week")}
    assert len(heights) == 1
    assert any(GROUP in text for text in chart.value_labels("kg a week")), "thousands are set apart"
    sets, kilos = chart.bar_rect(LEGS, monday(3)), chart.bar_rect("tonnage/week:upper", monday(3))
    assert sets.right() <= kilos.left() + 1, "bars of two measures stand side by side"


def test_the_time_axes_of_panels_line_up(board: ChartBoard, line: Callable[..., Series]) -> None:
    guide = (Guide(5, 5, "about 5 hold size, all in all", monday(30)),)
    legs = Drawings().of(ChartView(), {}, weeks_of(guides=guide))
    board.show_panels([Panel("Calf", [line()]), Panel("Hard sets", [legs])], [])
    QApplication.processEvents()
    girth, sets = board.shown
    for day in (monday(15), monday(2)):
        assert girth.place_of(day, 36).x() == sets.place_of(day, 0).x()


def opened(chart: TimeChart) -> list[list[OpenedBar]]:
    found: list[list[OpenedBar]] = []
    chart.opened.connect(found.append)
    return found


def test_a_click_opens_the_bar_under_it(chart: TimeChart, qtbot: QtBot) -> None:
    chart.set_series(halves())
    found = opened(chart)
    at = chart.bar_rect(UPPER, monday(3)).center().toPoint()
    QTest.mouseClick(chart.surface(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(lambda: len(found) == 1)
    [[bar]] = found
    assert (bar.key, bar.first, bar.last) == (UPPER, date(2026, 11, 2), date(2026, 11, 8))
    assert bar.value.replace("\N{NO-BREAK SPACE}", " ") == "8 sets a week"


@pytest.mark.parametrize("where", ["beside", "drag", "twice"])
def test_what_opens_nothing(chart: TimeChart, qtbot: QtBot, where: str) -> None:
    chart.set_series(halves())
    found = opened(chart)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    bar = chart.bar_rect(LEGS, monday(3))
    if where == "beside":
        QTest.mouseClick(chart.surface(), left, none, QPoint(round(bar.center().x()), round(bar.top()) - 20))
    elif where == "drag":
        QTest.mousePress(chart.surface(), left, none, bar.center().toPoint())
        QTest.mouseMove(chart.surface(), bar.center().toPoint() + QPoint(40, 0))
        QTest.mouseRelease(chart.surface(), left, none, bar.center().toPoint() + QPoint(40, 0))
    else:
        QTest.mouseClick(chart.surface(), left, none, bar.center().toPoint())
        QTest.mouseDClick(chart.surface(), left, none, bar.center().toPoint())
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    assert found == []


def test_enter_opens_what_is_read_and_else_goes_on(chart: TimeChart, qtbot: QtBot) -> None:
    chart.set_series(halves())
    chart.setFocus()
    found = opened(chart)
    with qtbot.waitSignal(chart.activated):
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert not found
    QTest.keyClick(chart, Qt.Key.Key_Left, CTRL)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    [bars] = found
    assert [one.key for one in bars] == [LEGS, UPPER]


def test_flags_hang_below_the_axis_and_hide_no_bar(
    chart: TimeChart, theme: ThemeManager, look_at: Callable[..., object]
) -> None:
    stacked = halves(stacking=Stacking.STACKED)
    chart.set_series(stacked, [Flag(monday(3) + 3, "Squats", change=True)])
    foot = chart.place_of(monday(3) + 3, 0)
    assert look_at(chart).has(theme.colour("text"), foot + QPoint(3, 3), 2)  # type: ignore[attr-defined]
    chart.set_series(stacked, [Flag(monday(3) + 3, "Squats", change=False)])
    noted = look_at(chart).colour(foot - QPoint(0, 8))  # type: ignore[attr-defined]
    chart.set_series(stacked)
    assert noted == look_at(chart).colour(foot - QPoint(0, 8))  # type: ignore[attr-defined]


def test_pictures_show_them_and_drawings_keep_them_in_the_plot(chart: TimeChart, theme: ThemeManager) -> None:
    chart.set_series(halves())
    chart.show_range(91)
    image = as_image(QSize(600, 400), [chart.snapshot()], "Ada")
    colours = {QColor(image.pixel(x, y)).name() for x in range(0, 600, 3) for y in range(0, 400, 3)}
    assert {theme.colour("legs").name(), theme.colour("upper").name()} <= colours
    for form in ("svg", "pdf"):
        assert len(as_file(form, QSize(600, 400), [chart.snapshot()], "Ada")()) > 2000


def test_what_is_shown_as_rows(chart: TimeChart) -> None:
    legs, _ = halves()
    rows = shown_rows([legs], monday(2), monday(0))
    assert [(row.day, row.measure, row.unit, row.value) for row in rows] == [
        (date.fromordinal(monday(back)), "Hard sets, legs", "sets a week", 12.0) for back in (2, 1)
    ]
    assert np.isnan(rows[0].trend) and np.isnan(rows[0].error)


def test_no_week_at_all() -> None:
    nothing = weeks_of(count=0, values=[])
    assert nothing.weeks is not None
    days, values, bars = bars_of(nothing, nothing.weeks, Bucket.MONTH, mirrored=True)
    assert (len(days), len(values), bars.extent(0, 1e6), bars.row_on(5)) == (0, 0, None, None)


def test_weeks_of_nothing_have_a_scale(chart: TimeChart) -> None:
    chart.set_series([Drawings().of(ChartView(), {}, weeks_of(value=0))])
    low, high = chart.visible_values()
    assert low == 0 < high
    assert chart.bar_rect(LEGS, monday(3)).height() == 0
