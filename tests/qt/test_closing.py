"""Opening and closing the whole program: no warning, no file left open, at whatever moment it is closed."""

from __future__ import annotations

import faulthandler
import gc
import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from legwork import log
from legwork.bootstrap import Program
from legwork.domain.sites import Spot
from legwork.paths import ProfilePaths
from legwork.services import check_ins
from legwork.services.profile import Profile
from program_driver import ALEX, Desk, answering, fill, opened


def test_the_log_closes_every_file_it_opened(tmp_path: Path) -> None:
    """pytest's own fault handler stands aside, so that the program opens its crash file as it does for people."""
    had = faulthandler.is_enabled()
    faulthandler.disable()
    try:
        log.start(tmp_path / "legwork.log")
        log.stop()
        gc.collect()
        assert not faulthandler.is_enabled()
    finally:
        if had:
            faulthandler.enable(sys.__stderr__)


def test_a_window_closed_before_it_was_painted_closes_quietly(qtbot: QtBot, folder: Path) -> None:
    program = Program(ProfilePaths(folder))
    assert program.start()
    Desk(qtbot, program).close()


def test_a_log_that_cannot_be_opened_is_said_and_the_window_fills_all_the_same(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    (folder / "legwork.log").mkdir()
    with opened(qtbot, folder) as desk:
        assert desk.notice.startswith("Legwork cannot write its log this time")
        desk.enter("waist", "84")
        assert desk.stored("waist") == ["84 cm"]


def test_no_other_window_appears_while_pages_are_turned(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        lost: list[object] = []
        QApplication.instance().focusWindowChanged.connect(lost.append)
        for name in ("history", "charts", "today", "people", "settings", "help", "measure", "today"):
            desk.go(name)
            desk.settle()
        QApplication.instance().focusWindowChanged.disconnect(lost.append)
        assert desk.window.isActiveWindow()
        assert lost == []


def test_nothing_is_written_outside_the_profile(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.enter("waist", "84")
        desk.go("charts")
    assert {file.name for file in tmp_path.iterdir()} == {"profile"}
    assert not list(folder.rglob("*.partial"))


def _close_over_lengths(desk: Desk, typed: str) -> list[bool]:
    """Type a height into the dialog of the People page, then close the window; whether both were still open."""
    still: list[bool] = []

    def look(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit, "reading_knee_height")
        assert field is not None
        field.setFocus()
        desk.qtbot.keyClicks(field, typed)
        desk.window.close()
        still.extend((dialog.isVisible(), desk.window.isVisible()))
        if dialog.isVisible():
            desk.window.close()
        assert not dialog.isVisible() and not desk.window.isVisible()

    desk.go("people")
    with answering("limb_lengths_dialog", look):
        desk.click("limb_lengths")
    return still


def test_a_dialog_closes_with_its_window_and_keeps_what_was_typed(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        person = desk.person
        assert _close_over_lengths(desk, "50") == [False, False]
    profile = Profile(ProfilePaths(folder))
    kept = check_ins.on_day(profile, person.id, date.today()).readings[Spot("knee_height")]
    assert [one.entered for one in kept] == ["50"]
    profile.close()


def test_a_dialog_that_shows_what_it_refuses_keeps_the_window_open_once(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        assert _close_over_lengths(desk, "fifty") == [True, True]


def test_dialogs_over_dialogs_close_with_their_window(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        over = QDialog()
        qtbot.addWidget(over)
        over.setModal(True)

        def look(dialog: QDialog) -> None:
            over.show()
            desk.window.close()
            assert not over.isVisible() and not dialog.isVisible() and not desk.window.isVisible()

        desk.go("people")
        with answering("limb_lengths_dialog", look):
            desk.click("limb_lengths")
