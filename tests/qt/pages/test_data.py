"""The page of the data: the copies that are kept, one restored and taken back, and one taken elsewhere."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QMenu, QPushButton, QScrollArea

from helpers import database_dump
from legwork.paths import ProfilePaths
from legwork.qt.dialogs.restore import RestoreDialog
from legwork.qt.widgets.facts_table import FactsTable
from legwork.services import backups, settings
from legwork.services.outside_copies import last_copy
from legwork.services.people import AddPerson
from legwork.services.restores import prepare
from legwork.store import backup
from program_driver import LONGEST_WORK_MS, Desk, fill, opened, restore_shown


@pytest.fixture(autouse=True)
def no_copy_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy of the day would be made at some moment of the test."""
    monkeypatch.setattr("legwork.bootstrap.IDLE_MS", 3_600_000)


def texts(table: FactsTable) -> list[tuple[str, ...]]:
    return [one.cells for one in table.facts.facts]


def copies(desk: Desk) -> FactsTable:
    return desk.child(FactsTable, "copies")


def shown(desk: Desk, name: str) -> str:
    return desk.child(QLabel, name).text()


def with_a_copy(desk: Desk) -> ProfilePaths:
    """A copy of two days ago, since when somebody joined."""
    paths = desk.context.profile.paths
    backup.make(paths.database, paths.backups, datetime.now() - timedelta(days=2))
    desk.context.runner.apply(AddPerson("Newcomer"))
    return paths


def names(desk: Desk) -> list[str]:
    return [one.name for one in desk.context.people]


def test_before_the_first_copy_it_says_so(desk: Desk) -> None:
    desk.go("data")
    assert not desk.window.findChild(FactsTable, "copies").isVisible(), "an empty frame says nothing"
    assert shown(desk, "copies_said").startswith("None yet")
    assert not desk.child(QPushButton, "copy_restore").isEnabled()
    assert shown(desk, "copy_elsewhere_last").startswith("None was made yet.")


def test_the_copies_are_listed_with_what_each_holds(desk: Desk) -> None:
    paths = with_a_copy(desk)
    backup.keep(paths.database, paths.backups, backup.Why.UPDATE)
    desk.go("data")
    assert [cells[1] for cells in texts(copies(desk))] == ["Before an update", "Made by itself"]
    assert [one.note for one in copies(desk).facts.facts] == [
        "Alex: nothing entered yet\nNewcomer: nothing entered yet",
        "Alex: nothing entered yet",
    ]


def test_make_a_copy_now_makes_one_and_says_when_there_is_nothing_new(desk: Desk) -> None:
    desk.go("data")
    desk.click("copy_now")
    desk.settle()
    assert [cells[1] for cells in texts(copies(desk))] == ["You asked for it"]
    desk.click("copy_now")
    desk.settle()
    assert len(texts(copies(desk))) == 1


def test_the_new_copy_is_the_chosen_one_and_what_was_said_of_it_stays(desk: Desk) -> None:
    with_a_copy(desk)
    desk.go("data")
    table, before = copies(desk), copies(desk).chosen()
    assert before is not None and before.cells[1] == "Made by itself"
    desk.click("copy_now")
    desk.settle()
    assert table.hasFocus()
    chosen = table.chosen()
    assert chosen is not None and chosen.cells[1] == "You asked for it" and table.lit == {chosen.key}
    assert shown(desk, "copies_said").startswith("A copy was made and proved.")


@pytest.mark.parametrize("size", [(1000, 700), (1280, 800)])
def test_the_list_is_in_sight_and_its_buttons_stay_where_they_are(desk: Desk, size: tuple[int, int]) -> None:
    paths = desk.context.profile.paths
    for days in range(9, 0, -1):
        backup.make(paths.database, paths.backups, datetime.now() - timedelta(days=days))
        desk.context.runner.apply(AddPerson(f"Somebody {days}"))
    desk.window.resize(*size)
    desk.go("data")
    desk.settle()
    restore, table = desk.child(QPushButton, "copy_restore"), copies(desk)
    area = desk.child(QScrollArea, "data_area").viewport()
    assert table.mapTo(area, table.rect().bottomLeft()).y() < area.height(), "the end of the list is in sight"
    assert table.height() > 180 and table.verticalScrollBar().maximum() > 0
    places = set()
    for fact in table.facts.facts:
        table.choose(fact.key)
        desk.settle()
        places.add(restore.mapTo(desk.window, QPoint()).toTuple())
    desk.click("copy_now")
    desk.settle()
    places.add(restore.mapTo(desk.window, QPoint()).toTuple())
    assert len(places) == 1


def test_a_list_of_one_is_as_high_as_it(desk: Desk) -> None:
    with_a_copy(desk)
    desk.go("data")
    desk.settle()
    table = copies(desk)
    assert table.height() == table.content_height() and table.verticalScrollBar().maximum() == 0


def test_a_copy_is_restored_by_the_keys_and_one_click_takes_it_back(desk: Desk) -> None:
    paths = with_a_copy(desk)
    [made] = backup.listed(paths.backups)
    now = database_dump(paths.database)
    desk.go("data")
    copies(desk).setFocus()
    desk.press(Qt.Key.Key_Return)
    preview = restore_shown(desk)
    assert preview.said.text().splitlines()[0] == "Would be removed: Newcomer."
    assert preview.table.hasFocus() and preview.accept_button.isDefault()
    before = desk.context
    desk.press(Qt.Key.Key_Return)
    assert preview.isVisible() and not preview.busy, "a second Enter, pressed unawares, restores nothing"
    assert preview.accept_button.hasFocus(), "and closes nothing: it leads to the button"
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(preview.accept_button, held)
    assert preview.isVisible() and not preview.busy, "nor does one that is held"
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    desk.settle()
    assert names(desk) == ["Alex"]
    assert desk.page.name == "data"
    when = backups.moment(made.made_at)
    assert desk.notice == f"The copy of {when} is restored. What was there before is kept among the copies."
    assert [cells[1] for cells in texts(copies(desk))] == ["Before a restore", "Made by itself"]
    restored = desk.context
    desk.click(desk.window.notices.action)
    desk.qtbot.waitUntil(lambda: desk.window.context not in (None, restored), timeout=LONGEST_WORK_MS)
    desk.settle()
    assert names(desk) == ["Alex", "Newcomer"]
    assert desk.notice.startswith(f"Taken back: restoring the copy of {when}. What was there before")
    assert database_dump(paths.database) == now
    assert not [file for file in paths.root.rglob("*") if ".partial" in file.name]


def test_a_copy_is_restored_from_its_menu(desk: Desk) -> None:
    with_a_copy(desk)
    desk.go("data")
    copies(desk).setFocus()
    desk.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = [one for one in menu.actions() if not one.isSeparator()]
    assert [one.text() for one in entries] == ["Restore…", "Show the folder", "Copy the table"]
    assert all(one.isEnabled() for one in entries)
    menu.close()
    entries[0].trigger()
    preview = restore_shown(desk)
    assert preview.said.text().splitlines()[0] == "Would be removed: Newcomer."
    preview.reject()


def test_a_restore_is_the_first_step_of_undo_also_after_the_notice_is_gone(desk: Desk) -> None:
    paths = with_a_copy(desk)
    [made] = backup.listed(paths.backups)
    desk.go("data")
    copies(desk).setFocus()
    desk.press(Qt.Key.Key_Return)
    before = desk.context
    desk.click(restore_shown(desk).accept_button)
    desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    desk.settle()
    desk.window.notices.hide()
    restored = desk.context
    desk.context.runner.apply(AddPerson("Later"))
    desk.undo()
    assert desk.undo_action().text() == f"Undo restoring the copy of {backups.moment(made.made_at)}"
    desk.undo_action().trigger()
    desk.qtbot.waitUntil(lambda: desk.window.context not in (None, restored), timeout=LONGEST_WORK_MS)
    desk.settle()
    assert names(desk) == ["Alex", "Newcomer"]
    assert desk.undo_action().text() == "Undo taking back a restored copy"


def test_cancelled_nothing_changes(desk: Desk) -> None:
    paths = with_a_copy(desk)
    now = database_dump(paths.database)
    desk.go("data")
    desk.click("copy_restore")
    preview = restore_shown(desk)
    desk.press(Qt.Key.Key_Tab)
    assert preview.cancel.hasFocus(), "as in every preview: what stands left comes first"
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert database_dump(paths.database) == now
    assert len(backup.listed(paths.backups)) == 1
    assert not [file for file in paths.root.rglob("*") if ".partial" in file.name]


def test_closed_while_it_still_looks(desk: Desk) -> None:
    paths = with_a_copy(desk)
    desk.go("data")
    desk.click("copy_restore")
    found = QApplication.activeModalWidget()
    assert isinstance(found, RestoreDialog)
    found.reject()
    desk.context.worker.wait()
    desk.settle()
    assert not [file for file in paths.root.rglob("*") if ".partial" in file.name]


def test_closed_just_when_it_has_looked(desk: Desk) -> None:
    """What was prepared is on its way to the dialog, and must not lie there for ever."""
    paths = with_a_copy(desk)
    desk.go("data")
    desk.settle()
    [made] = backup.listed(paths.backups)
    found = RestoreDialog(desk.context, made.file, desk.window)
    found.open()
    assert desk.context.worker.findChild(QThreadPool).waitForDone(20_000)
    assert [file for file in paths.backups.iterdir() if ".partial" in file.name]
    found.reject()
    desk.settle()
    assert not [file for file in paths.root.rglob("*") if ".partial" in file.name]


def test_what_was_tidied_away_while_the_dialog_stood_open_is_said(desk: Desk) -> None:
    paths = with_a_copy(desk)
    now = database_dump(paths.database)
    desk.go("data")
    desk.click("copy_restore")
    found = restore_shown(desk)
    for left in paths.backups.glob("*.partial"):
        shutil.rmtree(left)
    desk.click(found.accept_button)
    desk.qtbot.waitUntil(lambda: not found.busy, timeout=LONGEST_WORK_MS)
    assert "look at it again" in found.said.text()
    assert not found.accept_button.isVisible()
    found.reject()
    desk.settle()
    assert database_dump(paths.database) == now


def test_what_is_tidied_away_at_the_very_last_is_said_and_nothing_restored(desk: Desk) -> None:
    paths = with_a_copy(desk)
    [made] = backup.listed(paths.backups)
    now, before = database_dump(paths.database), desk.context
    prepared = prepare(desk.context.profile, made.file)
    shutil.rmtree(prepared.staged.parent)
    before.restore_confirmed.emit(prepared)
    desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    desk.settle()
    assert desk.notice.startswith("Nothing was restored. The copy lay ready for too long")
    assert database_dump(paths.database) == now


def test_a_damaged_copy_stands_there_and_cannot_be_restored(desk: Desk) -> None:
    paths = with_a_copy(desk)
    [made] = backup.listed(paths.backups)
    made.file.write_bytes(made.file.read_bytes()[:6000])
    desk.go("data")
    assert copies(desk).facts.facts[0].note == "Damaged since it was made: it cannot be restored."
    assert not desk.child(QPushButton, "copy_restore").isEnabled()


def test_a_damaged_file_that_was_put_aside_is_named_and_may_go_once_all_is_well(desk: Desk) -> None:
    paths = desk.context.profile.paths
    aside = paths.root / "legwork.sqlite3.damaged-2026-03-01T080000"
    aside.write_bytes(b"torn")
    desk.go("data")
    said = shown(desk, "copies_said")
    assert aside.name in said and said.endswith("Once all is well again, you may delete it.")


def test_a_file_from_elsewhere(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chosen in the dialog of the desktop; first one that is no copy."""
    paths = with_a_copy(desk)
    [made] = backup.listed(paths.backups)
    other = tmp_path / "from the stick.legwork"
    other.write_bytes(b"no copy at all")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    desk.go("data")
    desk.click("copy_restore_file")
    refused = restore_shown(desk)
    assert refused.said.text().startswith("from the stick.legwork is neither a copy nor a full export")
    assert not refused.accept_button.isVisible()
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    other.write_bytes(made.file.read_bytes())
    desk.click("copy_restore_file")
    before = desk.context
    desk.click(restore_shown(desk).accept_button)
    desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    desk.settle()
    assert names(desk) == ["Alex"]


def test_one_taken_elsewhere_is_there_and_said(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "stick.legwork"), ""))
    desk.go("data")
    desk.click("copy_elsewhere")
    desk.settle()
    assert shown(desk, "copy_elsewhere_said") == "The copy is there, and was read back."
    last = shown(desk, "copy_elsewhere_last")
    assert last.startswith("The last one was made today")
    assert last.endswith(str((tmp_path / "stick.legwork").resolve())), "where it is, is told once"
    assert database_dump(tmp_path / "stick.legwork") == database_dump(desk.context.profile)
    made = last_copy(desk.context.profile.paths)
    assert made is not None and made.made_at.date() == date.today()


def test_one_that_could_not_be_taken_is_said_in_red(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "a.legwork"), ""))
    desk.go("data")
    desk.click("copy_elsewhere")
    desk.settle()
    said = desk.child(QLabel, "copy_elsewhere_said")
    assert (said.property("role"), said.text()[:17]) == ("error", "No copy was made.")


def test_the_reminder_is_off_chosen_here_and_undone(desk: Desk) -> None:
    desk.go("data")
    chooser = desk.child(QComboBox, "remind_copy")
    assert chooser.currentText() == "Never"
    chooser.setFocus()
    desk.press(Qt.Key.Key_Down)
    assert settings.read(desk.context.profile)[settings.REMIND_COPY] == settings.WEEK
    desk.undo()
    assert chooser.currentText() == "Never"


def test_in_the_sample_nothing_of_ones_own_is_replaced(sample_desk: Desk, tmp_path: Path) -> None:
    sample_desk.go("data")
    for name in ("copy_restore", "copy_restore_file", "copy_elsewhere"):
        assert not sample_desk.child(QPushButton, name).isEnabled()
    paths = sample_desk.context.profile.paths
    made = backup.keep(paths.database, paths.backups, backup.Why.ASKED)
    RestoreDialog(sample_desk.context, made.file, sample_desk.window).open()
    assert restore_shown(sample_desk).said.text().startswith("This is the sample history")
    sample_desk.press(Qt.Key.Key_Escape)


def test_a_copy_opened_on_a_new_computer(qtbot: object, tmp_path: Path) -> None:
    """Dropped on the window before anybody is there: moving house."""
    fill(tmp_path / "old", AddPerson("Alex"), AddPerson("Ben"))
    old = ProfilePaths(tmp_path / "old")
    made = backup.keep(old.database, old.backups, backup.Why.ASKED)
    with opened(qtbot, tmp_path / "new") as desk:  # type: ignore[arg-type]
        desk.program.session.take_files((made.file,))
        preview = restore_shown(desk)
        assert preview.said.text().startswith("There is nobody here yet")
        before = desk.context
        desk.click(preview.accept_button)
        desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
        desk.settle()
        assert names(desk) == ["Alex", "Ben"]
        assert desk.page.name != "welcome"
