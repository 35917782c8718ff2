"""A mistake of Legwork's own: shown with its report, and the window goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton

from legwork.domain.sites import Spot
from legwork.domain.units import Quantity
from legwork.services.check_ins import Day, Entry, RecordReadings
from program_driver import Desk, answering


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
