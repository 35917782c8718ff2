"""The window's icon is there a moment after the first page, which does not wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from legwork.errors import StoreError, StoreFault
from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.dialogs import store_fault
from legwork.qt.dialogs.crash import CrashHandler
from program_driver import Desk, answering


@pytest.fixture(autouse=True)
def without(qapp: QApplication) -> Iterator[None]:
    """No icon of an earlier test."""
    QApplication.setWindowIcon(QIcon())
    yield
    QApplication.setWindowIcon(QIcon())


def test_it_is_the_programs_own(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: not desk.window.windowIcon().isNull())
    file = Path(resources_dir()) / "icons" / "app" / "legwork-32.png"
    shown = desk.window.windowIcon().pixmap(32, 32).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    assert shown == QImage(str(file)).convertToFormat(QImage.Format.Format_ARGB32)


def _is_worn(dialog: QDialog) -> None:
    assert not dialog.windowIcon().isNull()
    dialog.reject()


def test_a_question_about_damaged_data_wears_it_before_any_page(theme: ThemeManager, qtbot: QtBot) -> None:
    with answering("store_fault", _is_worn):
        store_fault.ask(None, theme, StoreError(StoreFault.DAMAGED, "torn"), opening=True)


def test_the_report_of_a_mistake_wears_it_before_any_page(qtbot: QtBot, tmp_path: Path) -> None:
    handler = CrashHandler(tmp_path / "legwork.log")
    with answering("crash_dialog", _is_worn):
        handler.report(ValueError("the tape broke"))
