"""The laptop is gone, the disk has eaten the file, a person was deleted by mistake: each time everything comes back."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from fault_driver import press, sentence, told
from helpers import database_dump
from journey_hands import choose_files, in_front, labels, plain
from legwork.domain.days import short_day
from legwork.paths import ProfilePaths
from legwork.qt.dialogs.restore import RestoreDialog
from legwork.qt.widgets.facts_table import FactsTable
from legwork.store import backup
from program_driver import ALEX, LONGEST_WORK_MS, Desk, answering, fill, opened, restore_shown
from train_cases import MONDAY, with_plan

TODAY = date.today()
LAST_WEEK = TODAY - timedelta(days=7)
DONE_ON = MONDAY - timedelta(days=7)
BODY = {"body_weight": "82.5", "waist": "84", "upper_thigh_left": "58.2", "upper_thigh_right": "58.6"}


def a_week_of_work(desk: Desk) -> None:
    """A check-in of last week, a plan, and its first session, entered as a person does."""
    desk.remember(LAST_WEEK, **BODY)
    hand = with_plan(desk, DONE_ON)
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    hand.enter("", "100x8", "8", "7", "80x10", "10", "40x15", "30x12", "40x14", "30x11")
    assert desk.has_focus("train_finish")
    hand.enter("")


def is_all_there(desk: Desk, check_ins: int = 1) -> None:
    """What that person sees again, page by page."""
    assert desk.person.name == "Alex"
    desk.go("measure")
    assert desk.reading("upper_thigh_left").placeholderText().startswith("58.2 on ")
    history = desk.go("history")
    assert history.model.rowCount() == check_ins
    plan = desk.go("plan")
    assert plan.plan.name == "Legs first" and "4 weeks" in plan.bar.facts.text()
    desk.go("train")
    for _ in range(2):
        first = plain(labels(desk.page.overview.week.rows[0]))
        if plain(short_day(DONE_ON)) in first:
            break
        desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert first.startswith(f"Legs A {plain(short_day(DONE_ON))}") and first.endswith("· done · 4 exercises, 9 sets")


def wait_for_a_copy(qtbot: QtBot, paths: ProfilePaths) -> None:
    """The program makes one by itself, a moment after it is opened, when something changed."""
    qtbot.waitUntil(
        lambda: any(database_dump(one.file) == database_dump(paths.database) for one in backup.listed(paths.backups)),
        timeout=LONGEST_WORK_MS,
    )


def preview_of_a_copy(desk: Desk) -> RestoreDialog:
    """That of a copy, in front of the person."""
    found = restore_shown(desk)
    in_front(desk, found)
    return found


def accept(desk: Desk) -> None:
    """With the keys in the preview, and wait for the data to be there."""
    before, shown = desk.context, preview_of_a_copy(desk)
    assert not shown.accept_button.hasFocus(), "an Enter pressed twice restores nothing"
    while not shown.accept_button.hasFocus():
        desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    in_front(desk, desk.window)


def test_a_lost_laptop(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, stick = tmp_path / "old", tmp_path / "stick" / "my legs.legwork"
    stick.parent.mkdir()
    fill(old, ALEX)
    choose_files(monkeypatch, stick)
    with opened(qtbot, old) as desk:
        a_week_of_work(desk)
        is_all_there(desk)
        desk.go("data")
        desk.click("copy_elsewhere")
        desk.settle()
        assert desk.child(QLabel, "copy_elsewhere_said").text() == "The copy is there, and was read back."
    shutil.rmtree(old)

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(stick), ""))
    with opened(qtbot, tmp_path / "new") as desk:
        assert desk.page.name == "welcome"
        desk.click("welcome_restore")
        assert desk.page.name == "data"
        preview = preview_of_a_copy(desk)
        assert plain(preview.said.text()).startswith("There is nobody here yet")
        accept(desk)
        is_all_there(desk)
        desk.enter("waist", "83.5")
    with opened(qtbot, tmp_path / "new") as desk:
        assert desk.stored("waist") == ["83.5 cm"], "and what came after is kept as ever"
        assert desk.stored("waist", LAST_WEEK) == ["84 cm"]


def test_a_damaged_file(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    paths = ProfilePaths(folder)
    with opened(qtbot, folder) as desk:
        a_week_of_work(desk)
    with opened(qtbot, folder):
        wait_for_a_copy(qtbot, paths)
    with opened(qtbot, folder) as desk:
        desk.enter("waist", "83.5")
    rotten = paths.database.read_bytes()[: paths.database.stat().st_size // 2]
    paths.database.write_bytes(rotten)

    said: list[str] = []

    def restore(dialog: QDialog) -> None:
        said.append(plain(f"{sentence(dialog)} {told(dialog)}"))
        press(dialog, "Restore this copy")

    with answering("store_fault", restore), opened(qtbot, folder) as desk:
        is_all_there(desk)
        desk.go("measure")
        assert desk.stored("waist") == [], "it came after the copy was made"
        desk.enter("waist", "83.5")
    assert "damaged" in said[0]
    assert rotten in [file.read_bytes() for file in folder.glob("legwork.sqlite3.damaged-*")], "nothing is thrown away"
    with opened(qtbot, folder) as desk:
        is_all_there(desk, check_ins=2)
        assert desk.stored("waist") == ["83.5 cm"]


def test_a_person_deleted_by_mistake_and_noticed_the_next_day(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    paths = ProfilePaths(folder)
    with opened(qtbot, folder) as desk:
        a_week_of_work(desk)
    with opened(qtbot, folder) as desk:
        wait_for_a_copy(qtbot, paths)
        whole = database_dump(paths.database)
        desk.go("people")
        desk.click("delete_person")
        desk.settle()
        assert desk.page.name == "welcome", "nobody is left"
    with opened(qtbot, folder) as desk:
        assert desk.page.name == "welcome"
        assert not desk.undo_action().isEnabled(), "the next day there is nothing to undo"
        desk.click("welcome_restore")
        desk.settle()
        copies = desk.child(FactsTable, "copies")
        copies.setFocus()
        assert copies.facts.facts[0].note == "Alex: 1 day measured, 1 workout with 9 sets, 1 plan"
        desk.press(Qt.Key.Key_Return)
        assert preview_of_a_copy(desk).said.text().startswith("There is nobody here yet")
        accept(desk)
        is_all_there(desk)
    assert database_dump(paths.database) == whole
