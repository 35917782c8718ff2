"""Data as life makes it: one reading, one day, gaps, absurd values, missing sides, garbage in view.ini."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from charts_driver import DAYS, TODAY, Charts
from legwork.domain.sites import Spot
from legwork.domain.units import Quantity
from legwork.numerals import GROUP
from legwork.services.check_ins import Day, Entry, RecordReadings
from program_driver import ALEX, Desk, fill, opened, readings

LAYOUTS = ["layout_together", "layout_apart"]
SCALINGS = ["Values", "Change since", "Change in % since"]


def sound(charts: Charts) -> None:
    """Every way of looking at what is ticked gives a picture, a sentence and a verdict for each line."""
    charts.menu("chart_drawn", "Look 12 weeks ahead")
    for layout in LAYOUTS:
        charts.click(layout)
        for scaling in SCALINGS:
            charts.choose("chart_scaling", scaling)
            for bucket in ("Weekly averages", "Monthly averages", "Each reading"):
                charts.choose("chart_bucket", bucket)
            charts.click("range_all")
            low, high = charts.chart.visible_values()
            assert low < high
            assert charts.note().endswith(".")
            assert len(charts.column("verdict")) == len(charts.drawn()) and all(charts.column("verdict"))
            charts.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
            assert charts.chart.read_out_text()
            assert not charts.chart.grab().toImage().isNull()
    charts.menu("chart_save", "Copy picture")
    charts.menu("chart_save", "Copy table")


def test_one_reading_is_shown_as_one(desk: Desk) -> None:
    desk.remember(DAYS[3], calf_left="38")
    charts = Charts(desk)
    assert charts.sentence("Calf, left").endswith("1 reading")
    start, end = charts.chart.visible_days()
    assert start < DAYS[3].toordinal() < end
    sound(charts)


def test_everything_on_one_day(desk: Desk) -> None:
    desk.remember(TODAY, calf_left="38 + 38.4 + 38.2", calf_right="38.5", waist="84", body_weight="82", body_fat="15")
    charts = Charts(desk)
    for name in ("Waist", "Calf, left − right", "Body weight"):
        charts.tick(name)
    assert charts.sentence("Calf, left").startswith("Calf, left: 38.2\N{NO-BREAK SPACE}cm on ")
    sound(charts)


def test_gaps_of_years_are_gaps(desk: Desk) -> None:
    for away in (9000, 8993, 4000, 10, 3):
        desk.remember(TODAY - timedelta(days=away), calf_left="38")
    charts = Charts(desk)
    charts.click("range_all")
    assert charts.chart.visible_days()[0] < TODAY.toordinal() - 8999
    middle = charts.chart.place_of(TODAY.toordinal() - 2000, 38.0)
    picture = charts.chart.surface().grab().toImage()
    legs = desk.program.theme.colour("legs")
    column = [picture.pixelColor(middle.x(), y) for y in range(picture.height())]
    assert legs not in column, "nothing is claimed of the years between"
    sound(charts)


def test_a_reading_of_long_before_anybody_lived(desk: Desk) -> None:
    desk.remember(date(1, 1, 8), calf_left="38")
    desk.remember(TODAY, calf_left="39")
    charts = Charts(desk)
    charts.click("range_all")
    charts.key(Qt.Key.Key_Minus)
    charts.key(Qt.Key.Key_Left)
    assert charts.chart.time_labels()
    sound(charts)


def raw(desk: Desk, day: date, value: float) -> None:
    """A reading past the questions that the Measure page asks."""
    quantity = Quantity(value, "cm", f"{value:g}")
    entry = Entry(Spot.parse("calf:left"), (quantity,))
    desk.context.profile.apply(RecordReadings(desk.person.id, (Day(day, (entry,)),)))


@pytest.mark.parametrize("value", [380.0, 3.8, 0.01])
def test_an_absurd_reading_neither_bends_the_line_nor_stretches_the_scale(desk: Desk, value: float) -> None:
    for week in range(20):
        raw(desk, TODAY - timedelta(days=7 * week), value if week == 10 else 38 + week / 50)
    desk.context.runner.reload_everything()
    charts = Charts(desk)
    low, high = charts.chart.visible_values()
    assert low > 30 and high < 50
    assert float(charts.cell("Calf, left", "start")) == pytest.approx(38.4, abs=0.4)
    table = charts.page.table.model()
    assert "does not heed" in table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    sound(charts)


def test_sides_that_were_never_measured_together(desk: Desk) -> None:
    desk.remember(DAYS[2], calf_left="38")
    desk.remember(DAYS[3], calf_right="39")
    charts = Charts(desk)
    assert charts.drawn() == ["Calf, left", "Calf, right"]
    sound(charts)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_difference_without_a_common_day_says_why_nothing_is_drawn(desk: Desk, layout: str) -> None:
    desk.remember(DAYS[2], calf_left="38")
    desk.remember(DAYS[3], calf_right="39")
    charts = Charts(desk)
    charts.click(layout)
    charts.tick("Calf")
    if "  Calf, left − right" not in charts.offered():
        return  # or it is not offered at all
    charts.tick("Calf, left − right")
    assert charts.drawn() == []
    assert "Wheel zooms" not in charts.note(), "there is nothing to zoom"
    assert "day" in charts.note() or "Calf, left − right" in charts.note()


def test_a_side_that_does_not_exist_says_why_nothing_is_drawn(desk: Desk) -> None:
    desk.remember(DAYS[2], calf_left="38")
    charts = Charts(desk)
    charts.choose("chart_sides", "Right only")
    assert charts.drawn() == []
    assert "Wheel zooms" not in charts.note() and charts.note().endswith(".")


def test_readings_without_a_side_stand_beside_those_with_one(desk: Desk) -> None:
    desk.remember(DAYS[2], calf_left="38", calf="37")
    desk.remember(DAYS[3], calf_left="38.5", calf_right="38.7", calf="37.4")
    charts = Charts(desk)
    assert charts.drawn() == ["Calf", "Calf, left", "Calf, right"]
    sound(charts)


def test_readings_in_several_units_are_one_line(desk: Desk) -> None:
    for day, text in zip(DAYS, ("380 mm", "15 in", "38.3", "0.385 m"), strict=True):
        desk.remember(day, calf_left=text)
    charts = Charts(desk)
    assert charts.sentence("Calf, left").startswith("Calf, left: 38.0 to 38.5")
    sound(charts)


def test_everything_at_once_on_the_sample(sample_desk: Desk) -> None:
    charts = Charts(sample_desk)
    for name in [one.strip() for one in charts.offered() if one.startswith("  ") and not one.endswith("…")]:
        if name not in charts.ticked():
            charts.page.chooser.setFocus()
            items = charts.page.chooser.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
            items[0].setCheckState(0, Qt.CheckState.Checked)
    sample_desk.settle()
    assert len(charts.drawn()) > 20
    charts.click("layout_apart")
    assert len(charts.titles()) == len(charts.ticked())
    for scaling in SCALINGS:
        charts.choose("chart_scaling", scaling)
        assert all(charts.column("verdict"))
    charts.menu("chart_save", "Copy picture")
    charts.click("layout_together")
    assert "Not drawn" in charts.note() or charts.chosen("chart_scaling") == "Change in % since"


@pytest.mark.parametrize(
    "text",
    ["garbage", '{"measures": 7, "span": "x"}', '{"measures": ["site/gone"]}', "\x00\x01", "[" * 3000, "@Invalid()"],
)
def test_garbage_in_view_ini_gives_the_plain_view(qtbot: QtBot, folder: Path, text: str) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.remember(DAYS[3], calf_left="38")
        uid = desk.person.uid
    kept = QSettings(str(folder / "view.ini"), QSettings.Format.IniFormat)
    kept.setValue(f"charts_view/{uid}", text)
    kept.setValue("charts_splitter", text)
    kept.sync()
    with opened(qtbot, folder) as desk:
        charts = Charts(desk)
        assert charts.note().endswith(".")
        charts.click("range_all")
        if not charts.ticked():
            charts.tick("Calf")
        assert charts.drawn() == ["Calf, left"]


def test_a_shading_of_days_that_are_gone_says_so(desk: Desk) -> None:
    for day in DAYS:
        desk.remember(day, calf_left="38", waist="84")
    charts = Charts(desk)
    charts.click("range_all")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    charts.key(Qt.Key.Key_Left, both)
    history = desk.go("history")
    for _ in range(2):
        history.table.selectRow(0)
        desk.click("history_delete")
        desk.settle()
    charts = Charts(desk)
    assert charts.column("verdict") == ["– no readings here"]
    charts.key(Qt.Key.Key_Escape)
    assert charts.column("verdict") != ["– no readings here"]


@pytest.mark.parametrize("start", [0.0, 0.1, 0.5])
def test_a_percentage_of_nothing_is_not_infinite(desk: Desk, start: float) -> None:
    for place, day in enumerate(DAYS):
        desk.remember(day, calf_left=f"{38 + place * start:.1f}", calf_right="38")
    charts = Charts(desk)
    charts.tick("Calf, left − right")
    charts.choose("chart_scaling", "Change in % since")
    low, high = charts.chart.visible_values()
    assert -1000 < low < high < 1000, "the calf beside it must still be seen to change"


def test_very_many_readings_do_not_hold_up_the_window(desk: Desk) -> None:
    days = [Day(TODAY - timedelta(days=away), (entry_of(away),)) for away in range(3000)]
    desk.context.profile.apply(RecordReadings(desk.person.id, tuple(days)))
    desk.context.runner.reload_everything()
    charts = Charts(desk)
    charts.click("range_all")
    assert f"3{GROUP}000 readings" in charts.sentence("Calf, left")
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Left, Qt.Key.Key_Home):
        charts.key(key)


def entry_of(away: int) -> Entry:
    return Entry(Spot.parse("calf:left"), (Quantity(38 - away / 3000, "cm", "38"),))


def test_an_edit_of_a_day_in_between_keeps_the_days_in_order(desk: Desk) -> None:
    for day in (DAYS[3], DAYS[0], DAYS[2], DAYS[1]):
        desk.context.runner.apply(readings(desk.person, day, calf_left="38"))
    charts = Charts(desk)
    assert "4 readings" in charts.sentence("Calf, left")
    sound(charts)
