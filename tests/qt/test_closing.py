"""Opening and closing the whole program: no warning, no file left open, at whatever moment it is closed."""

from __future__ import annotations

import faulthandler
import gc
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from legwork import log
from legwork.bootstrap import Program
from legwork.paths import ProfilePaths
from program_driver import ALEX, Desk, fill, opened


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


def test_no_other_window_appears_while_pages_are_turned(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        lost: list[object] = []
        QApplication.instance().focusWindowChanged.connect(lost.append)
        for name in ("history", "charts", "people", "settings", "help", "measure"):
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
