"""The table under the charts: what it says, that it follows window and shading, and that it can be read and copied."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from charts_driver import TODAY, Charts
from program_driver import Desk

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def number(text: str) -> float:
    """The first number of a cell."""
    return float(text.split("\N{NO-BREAK SPACE}")[0].replace("−", "-"))


def test_each_line_has_its_numbers_and_a_verdict(weekly: Charts) -> None:
    weekly.click("range_all")
    assert weekly.column("name") == ["Calf, left (cm)", "Calf, right (cm)"]
    assert number(weekly.cell("Calf, left", "start")) == pytest.approx(36.0, abs=0.3)
    assert number(weekly.cell("Calf, left", "now")) == pytest.approx(39.9, abs=0.3)
    assert number(weekly.cell("Calf, left", "change")) == pytest.approx(3.9, abs=0.4)
    assert number(weekly.cell("Calf, left", "rate")) == pytest.approx(0.43, abs=0.08)
    assert "\N{NO-BREAK SPACE}±\N{NO-BREAK SPACE}" in weekly.cell("Calf, left", "change")
    assert weekly.column("verdict") == ["▲ growing", "~ no change beyond the tape's error yet"]


def test_the_numbers_follow_the_window(weekly: Charts) -> None:
    weekly.click("range_all")
    whole = weekly.cell("Calf, left", "start")
    weekly.click("range_3m")
    assert number(weekly.cell("Calf, left", "start")) > number(whole) + 2
    before = weekly.cell("Calf, left", "start")
    weekly.key(Qt.Key.Key_Left)
    weekly.key(Qt.Key.Key_Left)
    assert number(weekly.cell("Calf, left", "start")) < number(before)


def test_the_numbers_follow_the_shading_and_let_go_of_it(weekly: Charts) -> None:
    weekly.click("range_all")
    whole = weekly.column("now"), weekly.column("start")
    for _ in range(3):
        weekly.key(Qt.Key.Key_Left, CTRL)
    for _ in range(8):
        weekly.key(Qt.Key.Key_Left, CTRL_SHIFT)
    start, now = (number(weekly.cell("Calf, left", one)) for one in ("start", "now"))
    assert now - start == pytest.approx(0.8, abs=0.2)
    assert now < number(whole[0][0])
    weekly.key(Qt.Key.Key_Escape)
    weekly.key(Qt.Key.Key_Escape)
    assert (weekly.column("now"), weekly.column("start")) == whole


def test_a_window_without_readings_says_so(weekly: Charts) -> None:
    for _ in range(30):
        weekly.key(Qt.Key.Key_Right)
    assert set(weekly.column("verdict")) == {"– no readings here"}
    assert weekly.column("now") == ["", ""]


def test_the_numbers_come_from_readings_whatever_is_drawn(weekly: Charts) -> None:
    weekly.click("range_all")
    plain = [weekly.column(one) for one in ("start", "now", "change", "rate", "verdict")]
    weekly.choose("chart_bucket", "Monthly averages")
    weekly.choose("chart_scaling", "Change in % since")
    weekly.click("layout_apart")
    assert [weekly.column(one) for one in ("start", "now", "change", "rate", "verdict")] == plain


def test_the_table_is_copied_whole_through_the_menu(weekly: Charts) -> None:
    weekly.menu("chart_save", "Copy table")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Measure", "Start", "Now", "Change", "Per month", "Verdict"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["Calf, left (cm)", "Calf, right (cm)"]


def test_selected_rows_are_copied_alone(desk: Desk, weekly: Charts) -> None:
    weekly.page.table.setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press_standard(QKeySequence.StandardKey.Copy)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert lines[1].split("\t")[0] == weekly.page.table.currentIndex().siblingAtColumn(0).data()


@pytest.mark.parametrize("layout", ["together", "apart"])
def test_tab_leads_from_the_list_over_the_charts_to_the_table_and_out(desk: Desk, weekly: Charts, layout: str) -> None:
    desk.remember(TODAY, waist="84", hips="98")
    desk.settle()
    weekly.tick("Waist")
    weekly.tick("Hips")
    weekly.click(f"layout_{layout}")
    weekly.page.chooser.setFocus()
    seen = []
    for _ in range(30):
        desk.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
    charts = [f"time_chart_{place}" for place in range(3 if layout == "apart" else 1)]
    wanted = [*charts, "chart_table"]
    assert [name for name in dict.fromkeys(seen) if name in wanted] == wanted, "as they stand on the page"
    after = seen[seen.index("chart_table") + 1 :]
    assert after and "chart_table" not in after[:3], "the table does not keep the focus"


def accessible(widget: object, kind: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None and interface.isValid()
    return str(interface.text(kind))


def test_a_screen_reader_reads_the_chart(weekly: Charts) -> None:
    assert accessible(weekly.chart, QAccessible.Text.Name) == "Chart over time"
    described = accessible(weekly.chart, QAccessible.Text.Description)
    assert "Calf, left: " in described and "40 readings" in described


def test_a_screen_reader_reads_what_the_keys_point_at(weekly: Charts) -> None:
    weekly.key(Qt.Key.Key_Left, CTRL)
    said = weekly.chart.read_out_text()
    assert said.startswith((TODAY - timedelta(days=1)).strftime("%a %-d %b %Y"))
    heard = [accessible(weekly.chart, kind) for kind in (QAccessible.Text.Value, QAccessible.Text.Description)]
    assert any(said in one for one in heard)


def test_a_screen_reader_reads_the_table_cell_by_cell(weekly: Charts) -> None:
    weekly.click("range_all")
    interface = QAccessible.queryAccessibleInterface(weekly.page.table)
    assert interface.text(QAccessible.Text.Name) == "Numbers of the chart"
    table = interface.tableInterface() if hasattr(interface, "tableInterface") else None
    if table is not None:
        assert table.rowCount() == 2
        texts = [table.cellAt(0, column).text(QAccessible.Text.Name) for column in range(6)]
    else:
        texts = [
            weekly.page.table.model().index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(6)
        ]
    assert texts[0] == "Measure: Calf, left (cm)"
    assert texts[5] == "Verdict: ▲ growing"


def test_the_row_under_the_cursor_lets_its_line_stand_out(desk: Desk, weekly: Charts) -> None:
    desk.remember(TODAY, waist="84")
    desk.settle()
    weekly.tick("Waist")
    before = weekly.chart.surface().grab().toImage()
    weekly.page.table.setFocus()
    desk.press(Qt.Key.Key_Down)
    assert weekly.chart.surface().grab().toImage() != before


def test_the_numbers_of_someone_with_one_reading_do_not_boast(desk: Desk) -> None:
    desk.remember(TODAY, calf_left="38")
    charts = Charts(desk)
    assert charts.cell("Calf, left", "now") == "38.0"
    assert (charts.cell("Calf, left", "change"), charts.cell("Calf, left", "rate")) == ("", "")
    assert charts.cell("Calf, left", "verdict").startswith("… too early")
