"""Two starts on one profile: the second brings the first window forward and ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment
from pytestqt.qtbot import QtBot

import legwork
from legwork.qt.core.single_instance import SingleInstance
from program_driver import Desk, opened


@pytest.fixture
def second(qtbot: QtBot, folder: Path) -> QProcess:
    process = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", str(Path(legwork.__file__).parents[1]))
    environment.insert("QT_QPA_PLATFORM", "offscreen")
    process.setProcessEnvironment(environment)
    process.setProgram(sys.executable)
    process.setArguments(["-m", "legwork", "--profile-dir", str(folder)])
    return process


def test_a_second_start_asks_the_first_forward_and_ends_well(desk: Desk, second: QProcess) -> None:
    with (
        desk.qtbot.waitSignal(desk.program.single.asked_forward, timeout=20000),
        desk.qtbot.waitSignal(second.finished, timeout=20000) as ended,
    ):
        second.start()
    assert ended.args[0] == 0
    assert second.readAllStandardError().data().decode().replace(
        "This plugin does not support propagateSizeHints()\n", ""
    ) == ""  # fmt: skip


def test_a_minimised_window_comes_back(desk: Desk, second: QProcess) -> None:
    desk.window.showMinimized()
    with desk.qtbot.waitSignal(second.finished, timeout=20000):
        second.start()
    desk.qtbot.waitUntil(lambda: not desk.window.isMinimized())
    assert desk.window.isVisible()


def test_a_lock_is_held_once(tmp_path: Path, qtbot: QtBot) -> None:
    first, other = SingleInstance(tmp_path / "running.lock"), SingleInstance(tmp_path / "running.lock")
    assert first.acquire()
    assert not other.acquire()
    first.release()
    assert other.acquire()
    other.release()


def test_a_folder_that_takes_no_lock_is_an_error_and_not_a_second_start(tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(OSError):
        SingleInstance(tmp_path / "not there" / "running.lock").acquire()


def test_a_lock_left_by_a_killed_program_is_taken_over(qtbot: QtBot, folder: Path) -> None:
    folder.mkdir()
    (folder / "running.lock").write_text(f"{2**22 - 3}\nlegwork\n{os.uname().nodename}\n")
    with opened(qtbot, folder) as desk:
        assert desk.window.isVisible()
