"""Copies checked and put in place with the window alive: it takes no input, says what is done, and can be ended."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from fault_driver import press
from helpers import integrity
from legwork.bootstrap import Program
from legwork.errors import Cancelled
from legwork.paths import ProfilePaths
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.waiting import wait_for
from legwork.services import backups
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile
from legwork.services.restores import keep_present, prepare
from legwork.store import backup
from legwork.store.engine import schema_revision
from legwork.store.tables import SCHEMA_REVISION
from program_driver import ALEX, LONGEST_WORK_MS, Desk, answering, fill, opened

PATIENCE_S = 20
IN_PLACE = "Putting the copy in place"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog need not be waited for, and no copy is made meanwhile."""
    monkeypatch.setattr("legwork.qt.dialogs.waiting.SHOWN_AFTER_MS", 0)
    monkeypatch.setattr("legwork.bootstrap.IDLE_MS", 3_600_000)


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept


class SlowDisk:
    """Work on it goes on only once the window has shown what it waits for, and `then` was done there."""

    def __init__(self, title: str, then: Callable[[QDialog], object] = lambda _: None) -> None:
        self._seen = threading.Event()
        self._title, self._then = title, then
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def _look(self) -> None:
        shown = QApplication.activeModalWidget()
        if (
            isinstance(shown, QDialog)
            and self._title in [one.text() for one in shown.findChildren(QLabel)]
            and not shown.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        ):
            self._timer.stop()
            self._then(shown)
            self._seen.set()

    @property
    def waiting(self) -> bool:
        """Whether nothing was ever seen."""
        return not self._seen.is_set()

    def wait(self) -> None:
        assert self._seen.wait(PATIENCE_S), "the window did not live meanwhile"


def slow_fsync(monkeypatch: pytest.MonkeyPatch, disk: SlowDisk) -> None:
    fsync = os.fsync

    def slow(handle: int) -> None:
        disk.wait()
        fsync(handle)

    monkeypatch.setattr("os.fsync", slow)


def restore(dialog: QDialog) -> None:
    press(dialog, "Restore this copy")


def damaged(folder: Path) -> ProfilePaths:
    fill(folder, ALEX)
    paths = ProfilePaths(folder)
    backup.make(paths.database, paths.backups, datetime.now() - timedelta(days=1))
    paths.database.write_bytes(b"not a database" * 400)
    return paths


def started(qtbot: QtBot, paths: ProfilePaths) -> Desk:
    desk = Desk(qtbot, Program(paths))
    assert desk.program.start()
    qtbot.waitUntil(lambda: desk.window.context is not None, timeout=LONGEST_WORK_MS)
    return desk


def test_copies_are_checked_at_the_start_with_the_window_alive(
    hooks: None, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, disk, contents = damaged(folder), SlowDisk("Looking for a sound copy"), backups.contents_of

    def slow(file: Path) -> backups.Contents:
        disk.wait()
        return contents(file)

    monkeypatch.setattr(backups, "contents_of", slow)
    with answering("store_fault", restore):
        desk = started(qtbot, paths)
    assert not disk.waiting
    desk.close()


def test_a_copy_is_put_in_place_at_the_start_with_the_window_alive(
    hooks: None, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, disk = damaged(folder), SlowDisk(IN_PLACE)
    slow_fsync(monkeypatch, disk)
    with answering("store_fault", restore):
        desk = started(qtbot, paths)
    desk.settle()
    assert not disk.waiting
    assert [one.name for one in everybody(desk.context.profile)] == ["Alex"]
    when = backups.moment(backup.listed(paths.backups)[0].made_at)
    assert desk.notice.startswith(
        f"The copy of {when} is restored. The damaged file is kept beside it as legwork.sqlite3.damaged-"
    )
    desk.close()


def confirm(desk: Desk, monkeypatch: pytest.MonkeyPatch, disk: SlowDisk) -> ProfilePaths:
    """Newcomer joined since the copy, which was looked at and is wanted."""
    profile: Profile = desk.context.profile
    made = backup.keep(profile.paths.database, profile.paths.backups, backup.Why.ASKED)
    desk.context.runner.apply(AddPerson("Newcomer"))
    prepared = prepare(profile, made.file)
    keep_present(profile, prepared)
    slow_fsync(monkeypatch, disk)
    desk.context.restore_confirmed.emit(prepared)
    return profile.paths


def test_a_confirmed_copy_is_put_in_place_and_the_window_takes_no_input_meanwhile(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.context
    shown: list[str] = []

    def press(dialog: QDialog) -> None:
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
            QTest.keyClick(dialog, key)
        dialog.close()
        QTest.keyClick(desk.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        found = QApplication.activeModalWidget()
        shown.append(found.objectName() if found is not None and found.isVisible() else "")

    disk = SlowDisk(IN_PLACE, press)
    confirm(desk, monkeypatch, disk)
    desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    desk.settle()
    assert shown == ["waiting"]
    assert not disk.waiting
    assert [one.name for one in desk.context.people] == ["Alex"]
    assert desk.notice.startswith("The copy of ")


def test_the_program_ends_meanwhile_and_the_data_is_whole(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        paths = confirm(desk, monkeypatch, SlowDisk(IN_PLACE, lambda _: desk.window.quit()))
        qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=LONGEST_WORK_MS)
        assert integrity(paths.database) == "ok"
        assert not [file for file in paths.root.rglob("*") if ".partial" in file.name]
        assert desk.program.session.open_context is None
    profile = Profile(paths)
    assert [one.name for one in everybody(profile)] in (["Alex"], ["Alex", "Newcomer"])
    profile.close()


def test_what_is_over_soon_shows_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legwork.qt.dialogs.waiting.SHOWN_AFTER_MS", 3_600_000)
    seen: list[bool] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        assert shown is not None, "the window must take no input, from the start"
        seen.append(shown.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen))
        going.set()

    going = threading.Event()
    QTimer.singleShot(0, look)
    assert wait_for(desk.window, desk.context.theme, "Counting", "", lambda _: going.wait(PATIENCE_S)) is True
    assert seen == [True]
    assert QApplication.activeModalWidget() is None


def test_what_the_work_raises_is_raised(desk: Desk) -> None:
    def fails(_task: Task) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        wait_for(desk.window, desk.context.theme, "Counting", "", fails)

    def ends(task: Task) -> None:
        while True:
            task.breathe()

    QTimer.singleShot(50, lambda: QApplication.activeModalWidget().reject())  # type: ignore[union-attr]
    with pytest.raises(Cancelled):
        wait_for(desk.window, desk.context.theme, "Counting", "", ends)


def older(folder: Path) -> ProfilePaths:
    """A profile as the first released version left it."""
    paths = ProfilePaths(folder)
    paths.make()
    schemas = Path(__file__).parents[2] / "fixtures" / "schemas"
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.executescript((schemas / "0001.sql").read_text(encoding="utf-8"))
    return paths


BROUGHT_UP = "Bringing your data up to this version"


def test_an_older_file_is_brought_up_with_the_window_alive(
    hooks: None, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, disk = older(folder), SlowDisk(BROUGHT_UP)
    slow_fsync(monkeypatch, disk)
    desk = started(qtbot, paths)
    assert not disk.waiting
    assert schema_revision(paths.database) == SCHEMA_REVISION
    desk.close()


def test_the_program_ends_while_an_older_file_is_brought_up(
    hooks: None, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = older(folder)
    desk = Desk(qtbot, Program(paths))
    slow_fsync(monkeypatch, SlowDisk(BROUGHT_UP, lambda _: desk.window.quit()))
    assert desk.program.start()
    qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=LONGEST_WORK_MS)
    assert desk.program.session is not None
    assert desk.program.session.open_context is None
    assert integrity(paths.database) == "ok"
    assert schema_revision(paths.database) in ("0001", SCHEMA_REVISION)
    assert not [file for file in paths.root.rglob("*") if ".partial" in file.name]
    desk.close()


def test_a_file_of_this_version_is_opened_without_a_word(folder: Path) -> None:
    fill(folder, ALEX)

    def never(_work: object) -> None:
        raise AssertionError

    Profile(ProfilePaths(folder), never).close()
