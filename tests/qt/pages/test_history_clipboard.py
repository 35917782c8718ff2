"""Copy and paste in the table of all check-ins: out to a spreadsheet, and in again."""

from __future__ import annotations

import html
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from history_driver import DAYS, TODAY, click_cell, column, everything, history_page, said, titles
from legwork.qt.pages.history import HistoryPage
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.people import AddPerson
from program_driver import Desk


@pytest.fixture
def page(desk: Desk) -> HistoryPage:
    return history_page(desk)


def copy_all(desk: Desk, page: HistoryPage) -> str:
    page.table.setFocus()
    page.table.clearSelection()
    desk.press_standard(QKeySequence.StandardKey.Copy)
    return QGuiApplication.clipboard().text()


def test_copy_gives_a_spreadsheet_the_table(desk: Desk, page: HistoryPage) -> None:
    lines = copy_all(desk, page).splitlines()
    assert len(lines) == 5
    assert lines[0].split("\t") == titles(page)
    assert lines[1].split("\t")[0] == TODAY.isoformat()
    assert "40.1" in lines[1].split("\t")
    assert said(desk) == "4 check-ins copied."


def test_copy_takes_only_the_selected_cells_with_their_day(desk: Desk, page: HistoryPage) -> None:
    click_cell(desk, page, 0, "Waist (cm)")
    click_cell(desk, page, 1, "Waist (cm)", add=True)
    desk.press_standard(QKeySequence.StandardKey.Copy)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Day\tWaist (cm)", f"{DAYS[3].isoformat()}\t96", f"{DAYS[2].isoformat()}\t97",
    ]  # fmt: skip


def test_a_copied_note_runs_in_no_spreadsheet_and_goes_unchanged_into_any_text(desk: Desk, page: HistoryPage) -> None:
    desk.context.runner.apply(RecordReadings(desk.person.id, (Day(TODAY, note="=1+1"),)))
    desk.settle()
    click_cell(desk, page, 0, "Note")
    desk.press_standard(QKeySequence.StandardKey.Copy)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "=1+1" and ">'=1+1<" in html.unescape(copied.html())


def test_another_persons_empty_history_takes_the_copied_table(desk: Desk, page: HistoryPage) -> None:
    alex = desk.person
    desk.remember(DAYS[1], calf_left="38.2 + 38.6 + 38.3", waist='33 1/2"')
    text = copy_all(desk, page)
    desk.context.runner.apply(AddPerson("Kim"))
    desk.context.look_at(desk.context.people[1].uid)
    desk.settle()
    if page.table.isVisible():
        page.table.setFocus()
    desk.press_standard(QKeySequence.StandardKey.Paste)
    desk.settle()
    assert len(column(page, "Day")) == 4
    assert copy_all(desk, page) == text
    numbers = [[{str(s): [r.quantity for r in rs] for s, rs in one[4].items()} for one in everything(desk, who)]  # type: ignore[index,union-attr]
               for who in (alex.id, desk.person.id)]  # fmt: skip
    assert numbers[0] == numbers[1]
    assert desk.undo_action().text() == "Undo Paste 4 check-ins"
    desk.undo()
    assert everything(desk, desk.person.id) == []


def paste(desk: Desk, page: HistoryPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.table.setFocus()
    desk.press_standard(QKeySequence.StandardKey.Paste)


def test_paste_from_a_spreadsheet_corrects_and_adds_in_one_step(desk: Desk, page: HistoryPage) -> None:
    new = TODAY - timedelta(days=3)
    paste(desk, page, f"Day\tWaist (cm)\r\n{DAYS[2].isoformat()}\t95,5\r\n{new.isoformat()}\t95\r\n")
    assert desk.stored("waist", DAYS[2]) == ["95,5 cm"]
    assert desk.stored("waist", new) == ["95 cm"]
    assert desk.stored("calf_left", DAYS[2]) == ["39.1 cm"], "what was not pasted stays"
    assert desk.context.runner.stack.count() == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("just words", "heading row"),
        ("Day\tElbow\n2025-01-07\t30\n", "no column Elbow"),
        ("Waist (cm)\n84\n", "no Day column"),
        ("Day\tWaist (cm)\n2025-01-07\t84\n2025-01-14\t8400\n", "Row 3"),
        ("Day\tWaist (cm)\nsoon\t84\n", "Row 2"),
    ],
)
def test_a_paste_that_makes_no_sense_says_why_and_pastes_nothing(
    desk: Desk, page: HistoryPage, text: str, part: str
) -> None:
    before = everything(desk, desk.person.id)
    paste(desk, page, text)
    assert part in said(desk)
    assert everything(desk, desk.person.id) == before


def test_the_menu_of_a_selection_offers_copy_paste_and_delete(desk: Desk, page: HistoryPage) -> None:
    click_cell(desk, page, 1, "Waist (cm)")
    shown: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        shown.extend(one.text() for one in menu.actions() if one.text())
        menu.close()

    QTimer.singleShot(0, look)
    page.table.customContextMenuRequested.emit(QPoint(10, 10))
    assert shown == ["Copy", "Paste", "Clear", "Delete 1 check-in"]
