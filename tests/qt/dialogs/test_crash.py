"""A mistake of Legwork's own: shown with its report, and the window goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton

import legwork
from legwork import log
from legwork.domain.sites import Spot
from legwork.domain.units import Quantity
from legwork.qt.dialogs.crash import CrashHandler
from legwork.services.check_ins import Day, Entry, RecordReadings
from program_driver import ALEX, Desk, answering, fill


@pytest.fixture
def caught(desk: Desk) -> Iterator[Desk]:
    """The program's own handler in the place of pytest-qt's."""
    hooks = sys.excepthook, threading.excepthook
    desk.program.session.install_crash_handler(desk.program.paths.log)
    yield desk
    sys.excepthook, threading.excepthook = hooks


def report(dialog: QDialog) -> str:
    text = dialog.findChild(QPlainTextEdit, "crash_report")
    assert text is not None and text.isReadOnly()
    return text.toPlainText()


def press(dialog: QDialog, name: str) -> None:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    found.click()


def boom() -> None:
    raise ValueError("the tape broke")


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_is_shown_and_can_be_copied(caught: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(report(dialog))
        seen.append(" ".join(one.text() for one in dialog.findChildren(QLabel)))
        press(dialog, "copy_report")
        press(dialog, "crash_close")

    with answering("crash_dialog", look):
        QTimer.singleShot(0, boom)
        caught.qtbot.waitUntil(lambda: len(seen) == 2)
    assert "ValueError: the tape broke" in seen[0] and "in boom" in seen[0]
    assert QGuiApplication.clipboard().text() == seen[0]
    assert str(caught.program.paths.log) in seen[1]
    assert "the tape broke" in caught.program.paths.log.read_text(encoding="utf-8")
    caught.settle()
    caught.enter("waist", "84")
    assert caught.stored("waist") == ["84 cm"], "the window goes on"


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("updated", [True, False])
def test_what_fails_after_an_update_is_no_mistake_of_the_program(
    caught: Desk, tmp_path: Path, updated: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """A package manager gives the new file the name of the old one, from which much was still to be loaded."""
    program, new = tmp_path / "legwork", tmp_path / "legwork.dpkg-new"
    program.write_bytes(b"version 1")
    new.write_bytes(b"version 2")
    handler = CrashHandler(caught.program.paths.log, program)
    handler.install()
    quits: list[None] = []
    handler.quit_asked.connect(lambda: quits.append(None))
    if updated:
        new.replace(program)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(" ".join(one.text() for one in dialog.findChildren(QLabel)))
        press(dialog, "updated_quit" if updated else "crash_close")

    with answering("updated_dialog" if updated else "crash_dialog", look):
        QTimer.singleShot(0, boom)
        caught.qtbot.waitUntil(lambda: len(seen) == 1)
    caught.settle()
    assert ("start it again" in seen[0]) is updated
    assert len(quits) == updated
    assert not log.report_file(caught.program.paths.log).exists(), "nothing to be shown at the next start"
    assert "the tape broke" in caught.program.paths.log.read_text(encoding="utf-8")


@pytest.mark.qt_no_exception_capture
def test_a_mistake_in_another_thread_is_shown_in_the_windows(caught: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert threading.current_thread() is threading.main_thread()
        seen.append(report(dialog))
        press(dialog, "crash_close")

    with answering("crash_dialog", look):
        thread = threading.Thread(target=boom)
        thread.start()
        thread.join()
        caught.qtbot.waitUntil(lambda: bool(seen))
    assert "the tape broke" in seen[0]


@pytest.mark.qt_no_exception_capture
def test_several_mistakes_open_one_dialog(caught: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    def look(dialog: QDialog) -> None:
        boom_again = QTimer(dialog)
        boom_again.setSingleShot(True)
        boom_again.timeout.connect(boom)
        boom_again.timeout.connect(dialog.accept)
        boom_again.start(0)

    with answering("crash_dialog", look) as shown:
        QTimer.singleShot(0, boom)
        caught.qtbot.waitUntil(lambda: bool(shown) and not shown[0].isVisible())
    caught.settle()
    assert len(shown) == 1


@pytest.mark.qt_no_exception_capture
def test_the_report_and_the_log_hold_no_measurement(caught: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """The dialog promises it; so an edit that the database itself refuses must not print the row it was writing."""
    wrong = RecordReadings(
        caught.person.id + 1000,
        (Day(date.today(), (Entry(Spot("waist"), (Quantity(84.123, "cm", "84.123"),)),), note="a secret"),),
    )
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(report(dialog))
        press(dialog, "crash_close")

    with answering("crash_dialog", look):
        QTimer.singleShot(0, lambda: caught.context.runner.apply(wrong))
        caught.qtbot.waitUntil(lambda: bool(seen))
    written = caught.program.paths.log.read_text(encoding="utf-8")
    for told in (seen[0], written):
        assert "84.123" not in told and "a secret" not in told


@pytest.mark.qt_no_exception_capture
def test_the_report_is_on_the_disk_until_it_was_read(caught: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    file = log.report_file(caught.program.paths.log)
    there: list[str] = []

    def look(dialog: QDialog) -> None:
        there.append(file.read_text(encoding="utf-8"))
        assert there[0] == report(dialog)
        press(dialog, "crash_close")

    with answering("crash_dialog", look):
        QTimer.singleShot(0, boom)
        caught.qtbot.waitUntil(lambda: bool(there))
    caught.settle()
    assert "page today" in there[0], "what was done before"
    assert not file.exists()


@pytest.mark.qt_no_exception_capture
def test_a_mistake_of_every_frame_does_not_lock_the_window(caught: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog not in shown:
            shown.append(dialog)
            press(dialog, "crash_close")

    again, looking = QTimer(), QTimer()
    again.timeout.connect(boom)
    looking.timeout.connect(look)
    again.start(5)
    looking.start(10)
    caught.qtbot.wait(500)
    again.stop()
    caught.settle()
    looking.stop()
    assert len(shown) == 1
    written = caught.program.paths.log.read_text(encoding="utf-8")
    assert written.count("ValueError: the tape broke") == 1, "the diary does not grow with every frame"
    assert "for the 10th time" in written


@pytest.mark.qt_no_exception_capture
def test_the_program_can_be_left_from_the_dialog(caught: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    asked = caught.qtbot.waitSignal(caught.program.session.quit_asked)
    with answering("crash_dialog", lambda dialog: press(dialog, "crash_quit")), asked:
        QTimer.singleShot(0, boom)
    caught.qtbot.waitUntil(lambda: not caught.window.isVisible())


CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit
from legwork.bootstrap import Application, Program
from legwork.paths import ProfilePaths

app = Application(["legwork"])
program = Program(ProfilePaths(Path(sys.argv[1])))
assert program.start()
seen = []

def look():
    dialog = QApplication.activeModalWidget()
    if dialog is not None and dialog not in seen:
        seen.append(dialog)
        print(dialog.windowTitle(), "|", "open" if program.window.context else "not open yet", flush=True)
        print(dialog.findChild(QPlainTextEdit).toPlainText(), flush=True)
        dialog.accept()
    elif program.window.context is not None:
        print("page", program.window.current_page().name, flush=True)
        if sys.argv[2] == "die":
            program.window.show_page("history")
            program.view.sync()  # as Qt does by itself after a while
            import faulthandler
            faulthandler._sigsegv()
        program.window.close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.exit(app.exec())
"""


def _run(folder: Path, end: str) -> subprocess.CompletedProcess[str]:
    around = os.environ | {"PYTHONPATH": str(Path(legwork.__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CHILD, str(folder), end]
    return subprocess.run(command, env=around, capture_output=True, text=True, timeout=60, check=False)


def test_a_program_that_died_says_so_at_the_next_start(folder: Path) -> None:
    fill(folder, ALEX)
    assert _run(folder, "die").returncode != 0
    said = _run(folder, "end").stdout
    assert said.startswith("Legwork ended unexpectedly | not open yet\n"), "it may have died of opening the data"
    assert "Segmentation fault" in said
    assert "page history" in said
    assert said.endswith("page today\n"), "not at the page where it died"
    again = _run(folder, "end")
    assert (again.returncode, again.stdout) == (0, "page today\n"), "it was read"
