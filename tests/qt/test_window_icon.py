"""The window's icon is there a moment after the first page, which does not wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from legwork.paths import resources_dir
from program_driver import Desk


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
