"""Another program holds the database: at the start, during an edit, a copy and a restore; said, and nothing is lost."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from fault_driver import press, sentence, told
from helpers import database_dump
from legwork.bootstrap import Program
from legwork.paths import ProfilePaths
from legwork.services.people import AddPerson, everybody
from legwork.services.restores import keep_present, prepare
from legwork.store import backup
from program_driver import ALEX, LONGEST_WORK_MS, Desk, answering, fill

HELD = "Another program is holding your data just now."


class Other:
    """A second program, which writes to the database and has not finished."""

    def __init__(self, database: Path, *, wholly: bool = False) -> None:
        """wholly: it lets nobody read either, as it can where the database is not open."""
        self._connection = sqlite3.connect(database, isolation_level=None)
        if wholly:
            self._connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        self._connection.execute("BEGIN EXCLUSIVE")
        self._connection.execute("UPDATE person SET name = 'theirs'")

    def close(self) -> None:
        """Let go, and take back what was begun."""
        self._connection.close()


@pytest.fixture(autouse=True)
def no_copy_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy of the day would be made at some moment of the test."""
    monkeypatch.setattr("legwork.bootstrap.IDLE_MS", 3_600_000)


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept


def test_at_the_start(hooks: None, impatient: None, qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    paths = ProfilePaths(folder)
    before = database_dump(paths.database)
    other = Other(paths.database, wholly=True)
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        said.extend((sentence(dialog), told(dialog)))
        other.close()
        press(dialog, "Try again")

    with answering("store_fault", look):
        desk = Desk(qtbot, Program(paths))
        assert desk.program.start()
        qtbot.waitUntil(lambda: desk.window.context is not None, timeout=LONGEST_WORK_MS)
    assert said == [HELD, "Nothing that was saved is lost."]
    assert [one.name for one in everybody(desk.context.profile)] == ["Alex"]
    desk.close()
    assert database_dump(paths.database) == before


def test_during_an_edit(impatient: None, desk: Desk) -> None:
    said: list[str] = []
    with closing(Other(desk.program.paths.database)) as other:

        def look(dialog: QDialog) -> None:
            said.extend((sentence(dialog), told(dialog)))
            other.close()
            press(dialog, "Try again")

        with answering("store_fault", look):
            desk.enter("calf_left", "38.2")
    assert said == [HELD, "What you just did is not saved yet; all before it is."]
    assert desk.stored("calf_left") == ["38.2 cm"]
    assert [one.name for one in everybody(desk.context.profile)] == ["Alex"]


def test_during_a_copy_here_and_elsewhere(
    impatient: None, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was saved is copied; what the other has not finished is not in it."""
    paths, stick = desk.program.paths, tmp_path / "stick.legwork"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(stick), ""))
    saved = database_dump(paths.database)
    desk.go("data")
    with closing(Other(paths.database)):
        desk.click("copy_now")
        desk.settle()
        desk.click("copy_elsewhere")
        desk.settle()
        assert desk.child(QLabel, "copies_said").text().startswith("A copy was made and proved.")
        assert desk.child(QLabel, "copy_elsewhere_said").text() == "The copy is there, and was read back."
    [made] = backup.listed(paths.backups)
    assert database_dump(made.file) == database_dump(stick) == saved


def test_during_a_restore(impatient: None, desk: Desk) -> None:
    """Nothing is put in place, and the window goes on with what was there."""
    paths, before = desk.program.paths, desk.context
    made = backup.keep(paths.database, paths.backups, backup.Why.ASKED)
    desk.context.runner.apply(AddPerson("Newcomer"))
    now = database_dump(paths.database)
    prepared = prepare(before.profile, made.file)
    keep_present(before.profile, prepared)
    with closing(Other(paths.database)):
        before.restore_confirmed.emit(prepared)
        desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
        desk.settle()
        assert desk.notice == f"Nothing was restored. {HELD} Close it, then try again."
    assert database_dump(paths.database) == now
    assert [one.name for one in desk.context.people] == ["Alex", "Newcomer"]
    desk.enter("calf_left", "38.2")
    assert desk.stored("calf_left") == ["38.2 cm"], "the window goes on"
