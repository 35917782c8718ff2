"""What can be done with rows: the same by key and by menu, however that is opened; copied as a harmless table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from legwork.qt.core.commands import commands_in
from legwork.qt.widgets.row_actions import copy_rows, offer_copy, offer_rows

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
DELETE, OPEN, NEW, COPY = "Delete the row", "Open the row", "Add a row", "Copy the table"


@pytest.fixture
def did() -> list[str]:
    return []


@pytest.fixture
def table(qtbot: QtBot, did: list[str]) -> Iterator[QTableView]:
    """Three rows of three columns; no row is the current one."""
    view = QTableView()
    qtbot.addWidget(view)
    model = QStandardItemModel(0, 3, view)
    model.setHorizontalHeaderLabels(["What", "Change", "Note"])
    for cells in (("Calf", "+0.4", "=1+1"), ("Thigh", "+0.4 cm", "two\nlines"), ("Waist", "-1.2", "")):
        model.appendRow([QStandardItem(one) for one in cells])
    view.setModel(model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    offer_rows(view, "delete", DELETE, "Del", lambda: did.append("delete"))
    offer_rows(view, "open", OPEN, ("Enter", "Return"), lambda: did.append("open"))
    offer_rows(view, "new", NEW, "N", lambda: did.append("new"), needs_row=False)
    offer_copy(view, lambda: copy_rows(view))
    view.resize(400, 300)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    yield view
    close_menu()


def close_menu() -> None:
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


def entries(view: QTableView) -> list[QAction]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and menu.parent() is view
    return [one for one in menu.actions() if not one.isSeparator()]


def texts(view: QTableView) -> list[str]:
    return [one.text() for one in entries(view)]


def copied() -> list[str]:
    return QGuiApplication.clipboard().text().split("\n")


def select(view: QTableView, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    view.setCurrentIndex(view.model().index(rows[0], 0))
    for row in rows:
        view.selectionModel().select(view.model().index(row, 0), flags.Select | flags.Rows)


@pytest.mark.parametrize("by", ["shift+f10", "menu key", "right button"])
def test_the_menu_has_all_that_keys_do(qtbot: QtBot, table: QTableView, did: list[str], by: str) -> None:
    select(table, 1)
    place = table.visualRect(table.currentIndex()).center()
    if by == "shift+f10":
        qtbot.keyClick(table, Qt.Key.Key_F10, SHIFT)
    else:
        reason = QContextMenuEvent.Reason.Keyboard if by == "menu key" else QContextMenuEvent.Reason.Mouse
        receiver = table if by == "menu key" else table.viewport()
        QApplication.sendEvent(receiver, QContextMenuEvent(reason, place, receiver.mapToGlobal(place)))
    assert texts(table) == [OPEN, NEW, COPY, DELETE], "what takes a row away stands last"
    assert entries(table)[-1].shortcut().toString() == "Del" and entries(table)[-1].isShortcutVisibleInContextMenu()
    entries(table)[0].trigger()
    assert did == ["open"]


def test_a_second_asking_opens_no_second_menu(qtbot: QtBot, table: QTableView) -> None:
    qtbot.keyClick(table, Qt.Key.Key_F10, SHIFT)
    first = QApplication.activePopupWidget()
    table.customContextMenuRequested.emit(table.viewport().rect().center())
    assert QApplication.activePopupWidget() is first


def test_without_a_row_there_is_only_what_needs_none(qtbot: QtBot, table: QTableView) -> None:
    table.setCurrentIndex(QModelIndex())
    qtbot.keyClick(table, Qt.Key.Key_F10, SHIFT)
    assert texts(table) == [NEW, COPY]


def test_keys_do_the_same(qtbot: QtBot, table: QTableView, did: list[str]) -> None:
    select(table, 1)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_N):
        qtbot.keyClick(table, key)
    assert did == ["open", "open", "delete", "new"]
    told = {one.text: one.keys for one in commands_in(table, "")}
    assert told["Open the menu of the row"] == ("Shift+F10",) and told[COPY] == ("Ctrl+C",)


def test_all_rows_are_copied_with_headings_and_nothing_that_a_spreadsheet_runs(qtbot: QtBot, table: QTableView) -> None:
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    head, first, second, rest, *others = copied()
    assert [head, first] == ["What\tChange\tNote", "Calf\t+0.4\t'=1+1"]
    assert [second, rest] == ["Thigh\t'+0.4 cm\t\"two", 'lines"'] and others == ["Waist\t-1.2\t", ""]


def test_selected_rows_are_copied_as_they_are_seen(qtbot: QtBot, table: QTableView) -> None:
    table.setColumnHidden(2, True)
    table.horizontalHeader().moveSection(1, 0)
    select(table, 2, 0)
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert copied() == ["Change\tWhat", "+0.4\tCalf", "-1.2\tWaist", ""]


def test_a_tick_is_copied_as_a_word(qtbot: QtBot, table: QTableView) -> None:
    model = table.model()
    for row, state in ((0, Qt.CheckState.Checked), (2, Qt.CheckState.Unchecked)):
        model.setData(model.index(row, 0), "")
        model.setData(model.index(row, 0), state.value, Qt.ItemDataRole.CheckStateRole)
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert [line.split("\t")[0] for line in copied()[:2]] == ["What", "yes"] and copied()[-2].startswith("no\t")
