"""The data cannot be written just now: a dialog that says so, and nothing that was typed is lost."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from gettext import NullTranslations
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from fault_driver import press, sentence, told
from legwork import i18n
from legwork.bootstrap import Program
from legwork.errors import StoreError, StoreFault
from legwork.paths import ProfilePaths
from legwork.qt.core.theme import ThemeManager
from legwork.qt.dialogs.store_fault import Choice, FaultDialog, ask
from legwork.services.backups import newest_sound
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile
from legwork.store import backup
from made_up_language import MadeUp
from program_driver import ALEX, LONGEST_WORK_MS, Desk, answering, fill, readings


class Holder:
    """Another program with its hand on the database."""

    def __init__(self, database: Path) -> None:
        self._connection = sqlite3.connect(database, isolation_level=None)
        self._connection.execute("BEGIN IMMEDIATE")

    def let_go(self) -> None:
        self._connection.close()


@contextmanager
def held(desk: Desk) -> Iterator[Holder]:
    holder = Holder(desk.program.paths.database)
    try:
        yield holder
    finally:
        holder.let_go()


def test_try_again_after_the_other_let_go_loses_nothing(impatient: None, desk: Desk) -> None:
    said: list[str] = []
    with held(desk) as holder:

        def look(dialog: QDialog) -> None:
            said.append(sentence(dialog))
            holder.let_go()
            press(dialog, "Try again")

        with answering("store_fault", look):
            desk.enter("calf_left", "38.2")
    assert said == ["Another program is holding your data just now."]
    assert desk.stored("calf_left") == ["38.2 cm"]
    assert desk.has_focus("reading_calf:right")
    assert desk.undo_action().isEnabled()


def test_not_now_leaves_what_was_typed_and_enter_tries_again(impatient: None, desk: Desk) -> None:
    with held(desk), answering("store_fault", lambda dialog: press(dialog, "Not now")):
        desk.enter("calf_left", "38.2")
    assert desk.reading("calf_left").text() == "38.2"
    assert desk.stored("calf_left") == []
    desk.enter("calf_right", "38.4")
    assert desk.reading("calf_left").text() == "38.2", "another value does not wipe it"
    desk.click(desk.reading("calf_left"))
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("calf_left") == ["38.2 cm"]
    assert desk.stored("calf_right") == ["38.4 cm"]


def test_what_was_not_saved_does_not_look_saved(impatient: None, desk: Desk) -> None:
    with held(desk), answering("store_fault", lambda dialog: press(dialog, "Not now")):
        desk.enter("calf_left", "38.2")
    assert not desk.undo_action().isEnabled()
    assert desk.has_focus("reading_calf:left"), "the cursor stays where something is left to do"


def test_a_switch_that_was_not_saved_goes_back(impatient: None, desk: Desk) -> None:
    desk.go("measure")
    with held(desk), answering("store_fault", lambda dialog: press(dialog, "Not now")):
        desk.click("morning")
    assert not desk.page.morning.isChecked()


@pytest.mark.parametrize("fault", list(StoreFault))
def test_each_fault_has_its_sentence_and_a_way_out(theme: ThemeManager, qtbot: QtBot, fault: StoreFault) -> None:
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        said.extend((sentence(dialog), told(dialog)))
        dialog.reject()

    with answering("store_fault", look):
        assert ask(None, theme, StoreError(fault, "detail"), opening=False) is Choice.GIVE_UP
    assert all(sentence.endswith(".") for sentence in said)


def test_a_backup_is_offered_where_it_helps(theme: ThemeManager, qtbot: QtBot, folder: Path) -> None:
    """With what it holds, so that it can be judged before it is chosen."""
    fill(folder, ALEX)
    paths = ProfilePaths(folder)
    with closing(Profile(paths)) as profile:
        profile.apply(readings(everybody(profile)[0], date(2026, 3, 11), waist="84"))
        profile.apply(AddPerson("Ben"))
    backup.make(paths.database, paths.backups, datetime(2026, 3, 12, 8, 30))
    said: list[str] = []

    def restore(dialog: QDialog) -> None:
        said.append(told(dialog))
        press(dialog, "Restore this copy")

    damaged = StoreError(StoreFault.DAMAGED, "file is not a database")
    with answering("store_fault", restore):
        assert ask(None, theme, damaged, newest_sound(paths), opening=True) is Choice.RESTORE
    assert said[0].splitlines() == [
        "The newest sound copy is of 12 Mar 2026, 08:30. Made by itself.",
        "Its newest entry is of 11 Mar 2026. It holds:",
        "Alex: 1 day measured",
        "Ben: nothing entered yet",
        "",
        "Whatever was entered after that is not in it. The damaged file is kept beside it.",
    ]
    with answering("store_fault", lambda dialog: press(dialog, "Quit")):
        assert ask(None, theme, damaged, opening=True) is Choice.GIVE_UP


@pytest.fixture
def longer_words() -> Iterator[None]:
    i18n.use_catalogue(MadeUp(), "xx")
    yield
    i18n.use_catalogue(NullTranslations(), i18n.ENGLISH)


def test_no_word_is_cut_where_text_is_large_and_long(theme: ThemeManager, qtbot: QtBot, longer_words: None) -> None:
    """A row of buttons too long for the dialog goes on below."""
    theme.apply("light", 150)
    found: list[tuple[str, QRect]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, FaultDialog)
        assert dialog.width() <= theme.px(640)
        for one in (*dialog.buttons, dialog.sentence, dialog.told):
            assert one.width() >= one.minimumSizeHint().width(), one.text()
            assert one.height() >= max(one.heightForWidth(one.width()), one.minimumSizeHint().height()), one.text()
            assert dialog.rect().contains(one.geometry().translated(one.parentWidget().mapTo(dialog, QPoint())))
        found.extend((one.text(), one.geometry()) for one in dialog.buttons)
        dialog.reject()

    with answering("store_fault", look):
        ask(None, theme, StoreError(StoreFault.DAMAGED, "x"), opening=True, choosing=True)
    assert len(found) == 4
    assert not any(one[1].intersects(other[1]) for one, other in combinations(found, 2))


def start_on(qtbot: QtBot, folder: Path) -> Desk:
    """A start that will meet a fault on its way."""
    desk = Desk(qtbot, Program(ProfilePaths(folder)))
    assert desk.program.start()
    return desk


def test_a_damaged_file_at_the_start_is_restored_from_its_copy(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    paths = ProfilePaths(folder)
    profile = Profile(paths)
    profile.back_up()
    profile.close()
    paths.database.write_bytes(b"not a database" * 400)
    hooks = sys.excepthook, threading.excepthook

    def look(dialog: QDialog) -> None:
        press(dialog, "Restore this copy")

    with answering("store_fault", look):
        desk = start_on(qtbot, folder)
        qtbot.waitUntil(lambda: desk.window.context is not None, timeout=LONGEST_WORK_MS)
    sys.excepthook, threading.excepthook = hooks
    assert [one.name for one in everybody(desk.context.profile)] == ["Alex"]
    kept = [file for file in folder.rglob("*") if file.is_file() and file.read_bytes().startswith(b"not a database")]
    assert kept, "the damaged file is kept beside it"
    desk.close()


def test_quit_at_the_start_closes_the_window_and_frees_the_profile(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    ProfilePaths(folder).database.write_bytes(b"not a database" * 400)
    hooks = sys.excepthook, threading.excepthook
    with answering("store_fault", lambda dialog: press(dialog, "Quit")):
        desk = start_on(qtbot, folder)
        qtbot.waitUntil(
            lambda: hasattr(desk.program, "session") and not desk.window.isVisible(), timeout=LONGEST_WORK_MS
        )
    sys.excepthook, threading.excepthook = hooks
    assert ProfilePaths(folder).database.read_bytes().startswith(b"not a database"), "nothing was touched"
    assert not ProfilePaths(folder).lock.exists()
    desk.close()


def test_another_programs_edit_is_seen_when_the_window_comes_forward(desk: Desk) -> None:
    desk.go("measure")
    other = Profile(desk.program.paths)
    with closing(other):
        other.apply(readings(desk.person, date.today(), calf_left="38.2"))
    window = QDialog()
    desk.qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    desk.qtbot.waitUntil(lambda: not desk.window.isActiveWindow(), timeout=LONGEST_WORK_MS)
    window.close()
    desk.window.activateWindow()
    desk.qtbot.waitUntil(lambda: desk.reading("calf_left").text() == "38.2", timeout=LONGEST_WORK_MS)
    assert QApplication.activeWindow() is desk.window
