"""Damaged data at the start: recognised, a sound copy offered and any other to choose, the damaged file kept."""

from __future__ import annotations

import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from fault_driver import press, sentence, told
from helpers import database_dump
from legwork.bootstrap import Program
from legwork.paths import ProfilePaths
from legwork.qt.dialogs.copy_chooser import CopyChooser
from legwork.qt.dialogs.store_fault import FaultDialog
from legwork.services.documents import export_file
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile
from legwork.store import backup
from program_driver import ALEX, Desk, answering, fill, restoring

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut in half": lambda data: data[: len(data) // 2],
    "its last page gone": lambda data: data[:-4096],
    "no database": lambda _: b"\x00\xff" * 9000,
    "a text": lambda _: b"not a database" * 400,
    "a bit flipped in its magic": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "a bit flipped in the schema's page": lambda data: data[:100] + bytes([data[100] ^ 0x08]) + data[101:],
    "of another format": lambda data: data[:47] + b"\x09" + data[48:],
}


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept


@pytest.fixture
def damaged(folder: Path) -> ProfilePaths:
    """Alex, with a copy of the day before yesterday and, with Ben, one of yesterday; Cem came since."""
    fill(folder, ALEX)
    paths = ProfilePaths(folder)
    profile = Profile(paths)
    now = datetime.now()
    backup.make(paths.database, paths.backups, now - timedelta(days=2))
    profile.apply(AddPerson("Ben"))
    backup.make(paths.database, paths.backups, now - timedelta(days=1))
    profile.apply(AddPerson("Cem"))
    profile.close()
    return paths


def started(qtbot: QtBot, paths: ProfilePaths) -> Desk:
    desk = Desk(qtbot, Program(paths))
    assert desk.program.start()
    qtbot.waitUntil(lambda: desk.window.context is not None, timeout=20_000)
    return desk


def names(desk: Desk) -> list[str]:
    return [one.name for one in everybody(desk.context.profile)]


@pytest.mark.parametrize("kind", DAMAGE)
def test_it_is_recognised_the_newest_copy_put_in_place_and_the_file_kept(
    hooks: None, qtbot: QtBot, damaged: ProfilePaths, kind: str
) -> None:
    whole = damaged.database.read_bytes()
    rotten = DAMAGE[kind](whole)
    assert rotten != whole
    damaged.database.write_bytes(rotten)
    with answering("store_fault", lambda dialog: press(dialog, "Restore this copy")):
        desk = started(qtbot, damaged)
    assert names(desk) == ["Alex", "Ben"]
    assert rotten in [file.read_bytes() for file in damaged.root.glob("legwork.sqlite3.damaged-*")]
    desk.close()


def test_a_file_that_is_gone_is_not_called_damaged(hooks: None, qtbot: QtBot, damaged: ProfilePaths) -> None:
    damaged.database.unlink()
    said: list[str] = []

    def restore(dialog: QDialog) -> None:
        said.extend((sentence(dialog), *told(dialog).splitlines()))
        press(dialog, "Restore this copy")

    with answering("store_fault", restore):
        desk = started(qtbot, damaged)
    assert said[0] == "The file with your data is not in its place, or there is nothing in it."
    assert said[-1] == (
        "Whatever was entered after that is not in it. If the file was only moved, bring it back and try again."
    )
    assert names(desk) == ["Alex", "Ben"]
    assert not list(damaged.root.glob("legwork.sqlite3.damaged-*"))
    desk.close()


def test_a_file_that_was_moved_and_is_brought_back_opens_as_it_was(
    hooks: None, qtbot: QtBot, damaged: ProfilePaths
) -> None:
    elsewhere = damaged.root / "moved.sqlite3"
    damaged.database.rename(elsewhere)

    def bring_back(dialog: QDialog) -> None:
        elsewhere.rename(damaged.database)
        press(dialog, "Try again")

    with answering("store_fault", bring_back):
        desk = started(qtbot, damaged)
    assert names(desk) == ["Alex", "Ben", "Cem"]
    desk.close()


def test_a_damage_deep_inside_is_found_a_moment_later(
    hooks: None, qtbot: QtBot, damaged: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page that the start reads: the copy of the day finds it, and offers the same."""
    data = bytearray(damaged.database.read_bytes())
    page = 4096 * 40
    data[page : page + 4096] = b"\xa5" * 4096
    damaged.database.write_bytes(data)
    monkeypatch.setattr("legwork.bootstrap.IDLE_MS", 0)
    with restoring(), answering("store_fault", lambda dialog: press(dialog, "Restore this copy")):
        desk = Desk(qtbot, Program(damaged))
        assert desk.program.start()
        qtbot.waitUntil(lambda: bool(list(damaged.root.glob("legwork.sqlite3.damaged-*"))), timeout=20_000)
    qtbot.waitUntil(lambda: desk.window.context is not None, timeout=20_000)
    desk.settle()
    assert names(desk) == ["Alex", "Ben"]
    desk.close()


def test_a_first_page_that_cannot_be_read_stands_behind_the_question_without_a_word_of_ours(
    hooks: None, qtbot: QtBot, damaged: ProfilePaths, capfd: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(damaged.database)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE tbl_name IN ('check_in', 'workout', 'plan')"
        pages = [page for (page,) in connection.execute(query)]
    data = bytearray(damaged.database.read_bytes())
    for page in pages:
        data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    damaged.database.write_bytes(data)
    empty: list[str] = []

    def look(dialog: QDialog) -> None:
        window = dialog.parentWidget()
        assert window is not None
        empty.extend(one.objectName() for one in window.findChildren(QPushButton) if _empty(one))
        press(dialog, "Not now")

    with answering("store_fault", look) as shown:
        desk = started(qtbot, damaged)
        qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    desk.settle()
    assert empty == []
    assert "Error calling" not in capfd.readouterr().err
    desk.close()


def _empty(button: QPushButton) -> bool:
    return button.isVisible() and button.property("role") == "primary" and not button.text()


def test_a_damaged_copy_is_passed_over(hooks: None, qtbot: QtBot, damaged: ProfilePaths) -> None:
    newest = backup.listed(damaged.backups)[0].file
    rotten = bytearray(newest.read_bytes())
    rotten[30_000] ^= 2
    newest.write_bytes(rotten)
    damaged.database.write_bytes(b"")
    with answering("store_fault", lambda dialog: press(dialog, "Restore this copy")):
        desk = started(qtbot, damaged)
    assert names(desk) == ["Alex"]
    desk.close()


def _when_shown(kind: type[QDialog], act: Callable[[QDialog], object]) -> QTimer:
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            if isinstance(dialog, CopyChooser) and not dialog.table.facts.facts:
                return
            timer.stop()
            act(dialog)

    timer.timeout.connect(look)
    timer.start(10)
    return timer


def from_elsewhere(dialog: QDialog) -> None:
    """Chooses the file of the desktop's dialog: it is shown with what it holds, and only then restored."""
    assert isinstance(dialog, CopyChooser)
    assert not dialog.restore.isEnabled()
    dialog.other.click()
    until = time.monotonic() + 20
    while not dialog.restore.isEnabled() and time.monotonic() < until:
        QTest.qWait(5)
    fact = dialog.table.chosen()
    assert fact is not None
    assert fact.note.startswith("Alex: ")
    assert fact.cells[1] == "From another place"
    dialog.restore.click()


def test_another_copy_can_be_chosen_from_the_list(hooks: None, qtbot: QtBot, damaged: ProfilePaths) -> None:
    damaged.database.write_bytes(b"")
    older = backup.listed(damaged.backups)[1].file

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, CopyChooser)
        dialog.table.choose(str(older))
        dialog.restore.click()

    timer = _when_shown(CopyChooser, choose)
    with answering("store_fault", lambda dialog: press(dialog, "Choose another copy")):
        desk = started(qtbot, damaged)
    timer.stop()
    assert names(desk) == ["Alex"]
    desk.close()


def test_one_from_a_stick_when_none_is_left_here(
    hooks: None, qtbot: QtBot, damaged: ProfilePaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick.legwork"
    stick.write_bytes(backup.listed(damaged.backups)[0].file.read_bytes())
    for one in backup.listed(damaged.backups):
        one.file.write_bytes(b"rotten")
    damaged.database.write_bytes(b"rotten too" * 100)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(stick), ""))
    said: list[str] = []

    def ask(dialog: QDialog) -> None:
        said.append(told(dialog))
        press(dialog, "Choose another copy")

    timer = _when_shown(CopyChooser, from_elsewhere)
    with answering("store_fault", ask):
        desk = started(qtbot, damaged)
    timer.stop()
    assert said[0].startswith("There is no sound copy beside it.")
    assert names(desk) == ["Alex", "Ben"]
    assert database_dump(stick) == database_dump(damaged.database)
    desk.close()


def test_a_full_export_when_no_copy_is_left(
    hooks: None, qtbot: QtBot, damaged: ProfilePaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "everything.json"
    with closing(Profile(damaged)) as profile:
        export_file(profile, export)
        before = export.read_bytes()
    for one in backup.listed(damaged.backups):
        one.file.write_bytes(b"rotten")
    damaged.database.write_bytes(b"rotten too" * 100)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(export), ""))
    timer = _when_shown(CopyChooser, from_elsewhere)
    with answering("store_fault", lambda dialog: press(dialog, "Choose another copy")):
        desk = started(qtbot, damaged)
    timer.stop()
    desk.settle()
    assert names(desk) == ["Alex", "Ben", "Cem"]
    assert desk.notice.startswith("The copy of everything.json is restored. The damaged file is kept beside it")
    assert export.read_bytes() == before
    assert not [file for file in damaged.root.rglob("*") if ".partial" in file.name]
    desk.close()


def test_with_no_copy_at_all_it_starts_afresh_and_keeps_the_damaged_file(
    hooks: None, qtbot: QtBot, damaged: ProfilePaths
) -> None:
    for one in backup.listed(damaged.backups):
        one.file.write_bytes(b"rotten")
    damaged.database.write_bytes(b"rotten too" * 100)
    with answering("store_fault", lambda dialog: press(dialog, "Start afresh")):
        desk = started(qtbot, damaged)
    desk.settle()
    assert names(desk) == []
    assert desk.notice.startswith("Started afresh. The damaged file is kept beside it as legwork.sqlite3.damaged-")
    [kept] = damaged.root.glob("legwork.sqlite3.damaged-*")
    assert kept.read_bytes() == b"rotten too" * 100
    desk.context.runner.apply(AddPerson("Anew"))
    desk.close()
    with closing(Profile(damaged)) as profile:
        assert [one.name for one in everybody(profile)] == ["Anew"], "it opens again without a question"


def test_back_from_the_list_asks_again_and_touches_nothing(hooks: None, qtbot: QtBot, damaged: ProfilePaths) -> None:
    damaged.database.write_bytes(b"rotten" * 100)
    asked: list[str] = []

    def ask(dialog: QDialog) -> None:
        asked.append("asked")
        again = _when_shown(FaultDialog, lambda second: press(second, "Quit"))
        timers.append(again)
        press(dialog, "Choose another copy")

    timers = [_when_shown(CopyChooser, lambda dialog: dialog.reject())]
    with answering("store_fault", ask):
        desk = Desk(qtbot, Program(damaged))
        assert desk.program.start()
        qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=20_000)
    assert asked == ["asked"]
    assert damaged.database.read_bytes() == b"rotten" * 100
    assert list(damaged.root.glob("*.damaged-*")) == []
    desk.close()


def test_a_folder_that_cannot_be_made_is_not_called_read_only(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file lies here")
    program = Program(ProfilePaths(tmp_path / "profile"))
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        said.append(sentence(dialog))
        press(dialog, "Quit")

    with answering("store_fault", look):
        assert not program.start()
    assert program.exit_code == 1
    assert said == ["The file with your data cannot be reached on the disk."]
