"""The program, freshly opened for each test: with one person, with nobody, and on the sample history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from legwork.bootstrap import Program
from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.main_window import MainWindow
from program_driver import ALEX, Desk, fill, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the profile of this test lies."""
    return tmp_path / "profile"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    """The light theme with text as large as usual; what a test makes of it ends with the test."""
    made = ThemeManager(resources_dir() / "themes")
    made.apply("light", 100)
    yield made
    made.apply("light", 100)
    made.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """The window of somebody with a birth date and a stature who never measured anything."""
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        yield desk


@pytest.fixture
def program(desk: Desk) -> Program:
    return desk.program


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.window


@pytest.fixture
def empty_desk(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """The first start: nobody is here, the welcome is shown."""
    with opened(qtbot, folder) as desk:
        yield desk


@pytest.fixture
def sample_desk(empty_desk: Desk) -> Desk:
    """The sample history, reached from the welcome."""
    empty_desk.click("welcome_sample")
    empty_desk.qtbot.waitUntil(lambda: empty_desk.context.sample)
    return empty_desk


@pytest.fixture
def sample(empty_desk: Desk) -> Desk:
    """The same without the way there."""
    empty_desk.program.session.open(empty_desk.program.paths.sample, sample=True)
    empty_desk.settle()
    return empty_desk


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that gives up on a lock soon; ask for it before the program is opened."""
    for module in ("engine", "store"):
        monkeypatch.setattr(f"legwork.store.{module}.BUSY_TIMEOUT_MS", 60, raising=False)
