"""The power goes in the middle of a check-in: every value that was acknowledged is there at the next start."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import legwork
from program_driver import ALEX, fill, opened

CHILD = """
import signal
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from legwork.bootstrap import Program
from legwork.paths import ProfilePaths

signal.alarm(40)  # whatever goes wrong here must not hold up the test
app = QApplication([])
program = Program(ProfilePaths(Path(sys.argv[1])))
assert program.start()
while program.window.context is None:
    QTest.qWait(1)
sys.excepthook = sys.__excepthook__  # a failure ends this program instead of opening the crash dialog
program.window.activateWindow()
program.window.show_page("measure")
while not (QApplication.focusWidget() and QApplication.focusWidget().objectName().startswith("reading_")):
    QTest.qWait(1)
for name, value in zip(sys.argv[2::2], sys.argv[3::2]):
    field = QApplication.focusWidget()
    assert field.objectName() == f"reading_{name}", field
    QTest.keyClicks(field, value)
    QTest.keyClick(field, Qt.Key.Key_Return)
    print(name, flush=True)  # acknowledged: the cursor has gone on
QTest.keyClicks(QApplication.focusWidget(), "12")  # half a number, never confirmed
print("half", flush=True)
while True:
    QTest.qWait(50)
"""
VALUES = {"body_weight": "82.5", "neck": "39", "shoulders": "125 + 125.4 + 126", "chest": "108", "waist": "84"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("acknowledged", [1, len(VALUES)])
def test_acknowledged_values_survive_a_kill(qtbot: QtBot, folder: Path, acknowledged: int) -> None:
    fill(folder, ALEX)
    wanted = dict(list(VALUES.items())[:acknowledged])
    environment = os.environ | {
        "PYTHONPATH": str(Path(legwork.__file__).parents[1]),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*=false",
    }
    arguments = [part for pair in wanted.items() for part in pair]
    command = [sys.executable, "-c", CHILD, str(folder), *arguments]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None and child.stderr is not None
        heard = []
        for line in child.stdout:
            heard.append(line.strip())
            if line.strip() == "half":
                break
        os.kill(child.pid, signal.SIGKILL)
        child.wait(timeout=10)
        assert heard == [*wanted, "half"], child.stderr.read()
    with sqlite3.connect(folder / "legwork.sqlite3") as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()
    with opened(qtbot, folder) as desk:
        desk.go("measure")
        for name, value in wanted.items():
            assert desk.reading(name).text() == value
            assert len(desk.stored(name)) == value.count("+") + 1
        following = next(name for name in (*VALUES, "hips") if name not in wanted)
        assert desk.has_focus(f"reading_{following}"), "and the cursor waits where the work stopped"
