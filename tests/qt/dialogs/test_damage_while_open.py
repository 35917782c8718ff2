"""Damaged data under the open window: looked at as far as it goes, never written into, and a way out that stays."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from fault_driver import press, told
from legwork.errors import StoreError, StoreFault
from legwork.paths import ProfilePaths
from legwork.qt.dialogs.store_fault import FaultDialog
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile
from program_driver import ALEX, LONGEST_WORK_MS, Desk, answering, fill, opened, readings, restoring

pytestmark = pytest.mark.qt_no_exception_capture
FILLER, PAGE = 60, 4096
NOTHING_SAVED = "Not saved: the file with your data is damaged."


@pytest.fixture
def desk(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Two months of readings, a copy of them, and a page deep inside overwritten since."""
    monkeypatch.setattr("legwork.bootstrap.IDLE_MS", 3_600_000)
    fill(folder, ALEX)
    paths = ProfilePaths(folder)
    profile = Profile(paths)
    person = everybody(profile)[0]
    for number in range(FILLER):
        day = date.today() - timedelta(days=number + 1)
        profile.apply(readings(person, day, waist="84", calf_left="38.2", calf_right="38.4", hips="98"))
    profile.back_up()
    profile.apply(AddPerson("Newcomer"))
    profile.close()
    with closing(sqlite3.connect(paths.database)) as connection:
        [(page,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'exercise_name'").fetchall()
    data = bytearray(paths.database.read_bytes())
    data[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE  # of a table that no page of the window reads
    paths.database.write_bytes(data)
    hooks = sys.excepthook, threading.excepthook
    with opened(qtbot, folder) as desk:
        desk.program.session.install_crash_handler(desk.program.paths.log)
        yield desk
        sys.excepthook, threading.excepthook = hooks


def found(desk: Desk, answer: str) -> list[str]:
    """The damage is found, as by the copy of the day, and asked about; gives what was said."""
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        said.append(told(dialog))
        press(dialog, answer)

    with answering("store_fault", look) as shown:
        desk.program.session._keeping.make()
        desk.qtbot.waitUntil(lambda: bool(shown), timeout=LONGEST_WORK_MS)
    desk.settle()
    return said


def banner(desk: Desk) -> QFrame:
    found = desk.window.findChild(QFrame, "damage_banner")
    assert isinstance(found, QFrame)
    return found


def names(desk: Desk) -> list[str]:
    return [one.name for one in everybody(desk.context.profile)]


def test_not_now_leaves_a_banner_and_writes_nothing_more(desk: Desk) -> None:
    assert not banner(desk).isVisible()
    [said] = found(desk, "Not now")
    assert "Whatever was entered after that is not in it." in said
    assert "nothing new is saved" in said
    assert banner(desk).isVisible()
    before = desk.program.paths.database.read_bytes()
    desk.go("measure")
    desk.enter("waist", "85")
    assert desk.notice == NOTHING_SAVED
    assert desk.reading("waist").text() == "85", "what was typed stays to be seen"
    assert desk.stored("waist") == []
    assert not desk.undo_action().isEnabled()
    desk.go("history")
    assert banner(desk).isVisible()
    assert desk.program.paths.database.read_bytes() == before
    desk.go("measure")
    assert desk.reading("waist").text() == "85", "and is there when one comes back"
    desk.reading("waist").clear()


def test_the_banner_leads_to_the_copy_with_a_preview_first(desk: Desk) -> None:
    found(desk, "Not now")
    before = desk.context
    with restoring() as previews, answering("store_fault", lambda dialog: press(dialog, "Restore this copy…")):
        desk.click("mend_damage")
        desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    desk.settle()
    assert previews[0].startswith(("Would be removed: Newcomer", "What you have now is too damaged"))
    assert not banner(desk).isVisible()
    assert names(desk) == ["Alex"]
    desk.go("measure")
    desk.enter("waist", "85")
    assert desk.stored("waist") == ["85 cm"]


def test_try_again_while_it_is_damaged_asks_again(desk: Desk) -> None:
    asked: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, FaultDialog) and dialog.isVisible() and dialog not in asked:
            asked.append(dialog)
            press(dialog, "Not now" if len(asked) > 1 else "Try again")

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    desk.program.session._keeping.make()
    desk.qtbot.waitUntil(lambda: len(asked) == 2, timeout=LONGEST_WORK_MS)
    timer.stop()
    desk.settle()
    assert banner(desk).isVisible()


def test_quitting_with_what_could_not_be_saved_asks(desk: Desk) -> None:
    found(desk, "Not now")
    desk.go("measure")
    desk.click(desk.reading("waist"))
    desk.write("85")
    with answering("quit_unsaved", lambda dialog: press(dialog, "Stay")):
        desk.window.close()
    assert desk.window.isVisible()
    assert desk.reading("waist").text() == "85"
    with answering("quit_unsaved", lambda dialog: press(dialog, "Quit and lose it")):
        desk.window.close()
    assert not desk.window.isVisible()
    assert QApplication.activeModalWidget() is None


def test_quitting_with_all_saved_asks_nothing(desk: Desk) -> None:
    found(desk, "Not now")
    desk.window.close()
    assert not desk.window.isVisible()


def test_with_no_copy_it_starts_afresh(desk: Desk) -> None:
    for file in desk.program.paths.backups.glob("*.sqlite3"):
        file.write_bytes(b"rotten")
    before = desk.context
    [said] = found(desk, "Start afresh")
    desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    desk.settle()
    assert said.startswith("There is no sound copy beside it.")
    assert names(desk) == []
    assert desk.notice.startswith("Started afresh. The damaged file is kept beside it as legwork.sqlite3.damaged-")


def test_held_data_refuses_each_edit_until_it_is_opened_anew(folder: Path) -> None:
    fill(folder, ALEX)
    profile = Profile(ProfilePaths(folder))
    profile.hold(StoreError(StoreFault.DAMAGED, "a page"))
    with pytest.raises(StoreError, match="damaged: a page"):
        profile.apply(AddPerson("Ben"))
    assert [one.name for one in everybody(profile)] == ["Alex"]
    profile.close()
    profile = Profile(ProfilePaths(folder))
    profile.apply(AddPerson("Ben"))
    profile.close()


def test_the_step_of_today_offers_no_empty_button(qtbot: QtBot, desk: Desk) -> None:
    from legwork.qt.widgets.today_hero import StepCard

    card = StepCard(desk.context.theme)
    qtbot.addWidget(card)
    card.show()
    assert [one.text() for one in card.findChildren(QPushButton) if one.isVisible()] == []
