"""The table of all check-ins as a person uses it: look, sort, filter, correct, delete."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDateEdit, QLabel, QLineEdit, QMenu, QTableView
from pytestqt.qtbot import QtBot

from helpers import entry
from history_driver import DAYS, TODAY, click_cell, column, everything, history_page, said, titles
from legwork.domain.sites import Spot
from legwork.qt.pages.history import HistoryPage
from legwork.qt.widgets.days import to_qdate
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.people import AddOwnSite
from program_driver import ALEX, Desk, fill, opened


@pytest.fixture
def page(desk: Desk) -> HistoryPage:
    return history_page(desk)


def correct(desk: Desk, page: HistoryPage, row: int, title: str, text: str) -> None:
    """Double click a cell, type over it, press Enter."""
    click_cell(desk, page, row, title, twice=True)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    desk.write(text)
    desk.press(Qt.Key.Key_Return)
    desk.settle()


def test_days_of_the_scale_alone_are_left_out_on_request(desk: Desk, page: HistoryPage) -> None:
    box = page.findChild(QCheckBox, "history_tape_only")
    assert not box.isVisible(), "there is nothing to leave out"
    for away in range(1, 6):
        desk.remember(TODAY - timedelta(days=away), body_weight="80")
    desk.settle()
    assert said(desk) == "9 check-ins"
    desk.click(box)
    assert said(desk) == "4 check-ins; 5 days without the tape left out"
    assert column(page, "Waist (cm)") == ["96.0", "97.0", "98.0", "99.0"]
    desk.remember(TODAY - timedelta(days=7), body_weight="80")
    desk.settle()
    assert said(desk) == "4 check-ins; 6 days without the tape left out"
    desk.remember(TODAY - timedelta(days=7), waist="95")
    desk.settle()
    assert said(desk) == "5 check-ins; 5 days without the tape left out"
    desk.go("measure")
    desk.go("history")
    assert box.isChecked(), "it is remembered"
    box.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert said(desk) == "10 check-ins"


def test_with_only_the_scale_the_table_is_not_empty_without_a_word(desk: Desk) -> None:
    desk.remember(TODAY, body_weight="80")
    page = desk.go("history")
    desk.click("history_tape_only")
    assert said(desk) == "0 check-ins; 1 day without the tape left out"
    assert page.table.isVisible()


def test_newest_first_and_counted(desk: Desk, page: HistoryPage) -> None:
    assert column(page, "Calf, left (cm)") == ["40.1", "39.1", "38.1", "37.1"]
    assert said(desk) == "4 check-ins"
    assert titles(page)[0] == "Day" and titles(page)[-1] == "Note"


def test_nothing_measured_says_what_will_be_here_and_leads_there(desk: Desk) -> None:
    page = desk.go("history")
    assert isinstance(page, HistoryPage)
    assert not page.table.isVisible()
    desk.click("empty_state_action")
    assert desk.page.name == "measure"


def test_a_click_on_a_heading_sorts_by_numbers(desk: Desk, page: HistoryPage) -> None:
    header = page.table.horizontalHeader()
    place = titles(page).index("Body weight (kg)")
    logical = next(n for n in range(header.count()) if header.visualIndex(n) == place)
    at = QPoint(header.sectionViewportPosition(logical) + 8, header.height() // 2)
    desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    once = column(page, "Body weight (kg)")
    desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    twice = column(page, "Body weight (kg)")
    numbers = [95.0, 105.0, 115.0, 125.0]
    assert [float(text) for text in min(once, twice)] == numbers[::-1] or [float(t) for t in once] == numbers
    assert once == twice[::-1]


def test_the_order_holds_after_a_correction(desk: Desk, page: HistoryPage) -> None:
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    correct(desk, page, 0, "Calf, left (cm)", "37.4")
    assert column(page, "Calf, left (cm)") == ["37.4", "38.1", "39.1", "40.1"]


@pytest.mark.parametrize(("span", "count"), [(0, 4), (1, 2), (2, 3)])
def test_the_filter_shows_a_span_of_days(desk: Desk, page: HistoryPage, span: int, count: int) -> None:
    box = desk.child(QComboBox, "history_span")
    box.setFocus()
    for _ in range(span):
        desk.press(Qt.Key.Key_Down)
    assert len(column(page, "Day")) == count
    assert said(desk).startswith(str(count))


def test_from_a_day_to_a_day(desk: Desk, page: HistoryPage) -> None:
    desk.child(QComboBox, "history_span").setFocus()
    desk.press(Qt.Key.Key_End)
    desk.child(QDateEdit, "history_first").setDate(to_qdate(DAYS[0]))
    desk.child(QDateEdit, "history_last").setDate(to_qdate(DAYS[1]))
    assert column(page, "Calf, left (cm)") == ["38.1", "37.1"]
    desk.child(QDateEdit, "history_last").setDate(to_qdate(DAYS[0] - timedelta(days=1)))
    assert column(page, "Day") == []
    desk.child(QComboBox, "history_span").setFocus()
    desk.press(Qt.Key.Key_Home)
    assert len(column(page, "Day")) == 4


def toggle_column(desk: Desk, title: str) -> None:
    """The Columns button, one entry of its menu."""
    seen: list[str] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        [action] = [one for one in menu.actions() if one.text() == title]
        seen.append(action.text())
        menu.setActiveAction(action)
        desk.qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    desk.click("history_columns")
    assert seen == [title]


def test_columns_are_chosen_and_remembered(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.remember(DAYS[0], calf_left="37", waist="90")
        page = desk.go("history")
        assert isinstance(page, HistoryPage)
        assert "Waist (cm)" in titles(page) and "Morning" not in titles(page)
        toggle_column(desk, "Waist (cm)")
        toggle_column(desk, "Morning")
        assert "Waist (cm)" not in titles(page) and "Morning" in titles(page)
    with opened(qtbot, folder) as desk:
        page = desk.go("history")
        assert isinstance(page, HistoryPage)
        assert "Waist (cm)" not in titles(page) and "Morning" in titles(page)
        assert "Day" in titles(page), "the day can always be seen"


def test_a_site_measured_for_the_first_time_gets_its_column(desk: Desk, page: HistoryPage) -> None:
    desk.context.runner.apply(AddOwnSite(desk.person.id, "Lower calf", sided=False))
    desk.remember(DAYS[1], own_lower_calf="25")
    assert column(page, "Lower calf (cm)") == ["", "", "25.0", ""]


def test_a_cell_is_corrected_in_place(desk: Desk, page: HistoryPage) -> None:
    correct(desk, page, 1, "Calf, left (cm)", "39.3 + 39.5")
    assert column(page, "Calf, left (cm)")[1] == "39.4"
    assert desk.stored("calf_left", DAYS[2]) == ["39.3 cm", "39.5 cm"]
    desk.undo()
    assert column(page, "Calf, left (cm)")[1] == "39.1"


def test_the_editor_opens_with_what_was_typed(desk: Desk, page: HistoryPage) -> None:
    desk.remember(DAYS[1], calf_left="15 1/4 in + 38.9 cm")
    click_cell(desk, page, 2, "Calf, left (cm)", twice=True)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "15 1/4 in + 38.9 cm"
    desk.press(Qt.Key.Key_Escape)
    assert desk.stored("calf_left", DAYS[1]) == ["15 1/4 in", "38.9 cm"]


def test_a_check_in_is_moved_to_another_day(desk: Desk, page: HistoryPage) -> None:
    other = DAYS[2] - timedelta(days=1)
    correct(desk, page, 1, "Day", other.isoformat())
    assert desk.stored("calf_left", other) == ["39.1 cm"]
    assert desk.stored("calf_left", DAYS[2]) == []
    assert desk.notice.startswith("Done: Move check-in to ")
    desk.undo()
    assert desk.stored("calf_left", DAYS[2]) == ["39.1 cm"]


@pytest.mark.parametrize(
    ("title", "text", "part"),
    [("Calf, left (cm)", "380", "between 15 and 90 cm"), ("Day", DAYS[3].isoformat(), "already"), ("Day", "x", "date")],
)
def test_a_refused_correction_says_why_and_changes_nothing(
    desk: Desk, page: HistoryPage, title: str, text: str, part: str
) -> None:
    before = everything(desk, desk.person.id)
    correct(desk, page, 1, title, text)
    assert part in said(desk)
    assert desk.child(QLabel, "history_said").property("role") == "error"
    assert everything(desk, desk.person.id) == before


def test_the_reason_goes_when_the_correction_was_mended(desk: Desk, page: HistoryPage) -> None:
    correct(desk, page, 1, "Calf, left (cm)", "380")
    assert "between 15 and 90 cm" in said(desk)
    correct(desk, page, 1, "Calf, left (cm)", "38.0")
    assert desk.stored("calf_left", DAYS[2]) == ["38.0 cm"]
    assert "between 15 and 90 cm" not in said(desk)


def test_several_rows_are_deleted_and_undo_brings_all_back(desk: Desk, page: HistoryPage) -> None:
    before = everything(desk, desk.person.id)
    click_cell(desk, page, 1, "Waist (cm)")
    click_cell(desk, page, 3, "Calf, left (cm)", add=True)
    desk.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert column(page, "Calf, left (cm)") == ["40.1", "38.1"]
    assert said(desk) == "2 check-ins"
    assert desk.notice == "Done: Delete 2 check-ins."
    assert desk.undo_action().text() == "Undo Delete 2 check-ins"
    desk.click("notice_action")
    assert everything(desk, desk.person.id) == before
    assert column(page, "Calf, left (cm)") == ["40.1", "39.1", "38.1", "37.1"]
    desk.redo()
    assert column(page, "Calf, left (cm)") == ["40.1", "38.1"]


def test_delete_on_values_takes_those_away_and_no_more(desk: Desk, page: HistoryPage) -> None:
    before = everything(desk, desk.person.id)
    click_cell(desk, page, 1, "Calf, left (cm)")
    click_cell(desk, page, 3, "Calf, left (cm)", add=True)
    desk.press(Qt.Key.Key_Delete)
    assert column(page, "Calf, left (cm)") == ["40.1", "", "38.1", ""]
    assert len(column(page, "Day")) == 4
    assert desk.notice == "Done: Clear 2 values."
    desk.click("notice_action")
    assert everything(desk, desk.person.id) == before


def test_delete_on_a_day_takes_its_whole_check_in_away(desk: Desk, page: HistoryPage) -> None:
    click_cell(desk, page, 1, "Day")
    desk.press(Qt.Key.Key_Delete)
    assert column(page, "Calf, left (cm)") == ["40.1", "38.1", "37.1"]
    assert desk.notice.startswith("Done: Delete check-in of ")


def test_delete_where_nothing_stands_does_nothing(desk: Desk, page: HistoryPage) -> None:
    for title in ("Morning", "Note"):
        click_cell(desk, page, 1, title)
        desk.press(Qt.Key.Key_Delete)
    assert desk.notice == ""
    assert not desk.undo_action().isEnabled()


def test_the_delete_button_deletes_what_is_selected_and_nothing_without(desk: Desk, page: HistoryPage) -> None:
    desk.click("history_delete")
    assert said(desk) == "4 check-ins"
    click_cell(desk, page, 0, "Waist (cm)")
    desk.click("history_delete")
    assert column(page, "Calf, left (cm)") == ["39.1", "38.1", "37.1"]


def test_deleting_all_shows_the_empty_page_and_undo_the_table(desk: Desk, page: HistoryPage) -> None:
    page.table.setFocus()
    desk.press_standard(QKeySequence.StandardKey.SelectAll)
    desk.press(Qt.Key.Key_Delete)
    assert not page.table.isVisible()
    desk.undo()
    assert page.table.isVisible() and len(column(page, "Day")) == 4


def test_a_selection_survives_a_change_elsewhere(desk: Desk, page: HistoryPage) -> None:
    click_cell(desk, page, 1, "Waist (cm)")
    page.table.selectionModel().select(
        page.table.currentIndex(), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    desk.context.runner.apply(
        RecordReadings(desk.person.id, (Day(DAYS[0], note="changed"),)),
    )
    assert page.selected_lines() == [1]
    assert "changed" in column(page, "Note")


def test_the_table_follows_what_another_program_wrote(desk: Desk, page: HistoryPage) -> None:
    assert isinstance(page.table, QTableView)
    desk.remember(DAYS[1], waist="91")
    assert column(page, "Waist (cm)")[2] == "91.0"


def test_what_was_ever_measured_is_shown_until_columns_are_chosen(desk: Desk) -> None:
    taken = Day(TODAY, (entry(Spot("flexed_arm"), "40.2"),))  # as a file brings it that names no side
    desk.context.runner.apply(RecordReadings(desk.person.id, (taken,)))
    page = history_page(desk)
    heads = [one.title for one in page.model.table_columns]
    assert not page.table.isColumnHidden(heads.index("Flexed arm (cm)"))
