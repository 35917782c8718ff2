"""A picture of what is shown, once it is all there."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from legwork.bootstrap import Program
from legwork.paths import ProfilePaths
from legwork.qt.main_window import MainWindow


@contextmanager
def program_for(out: Path) -> Iterator[Program]:
    """A program of nobody's, while pictures of it are made; `out` is there for them, and their count is told."""
    out.mkdir(parents=True, exist_ok=True)
    _app = QApplication(["tour"])  # lives as long as the program
    with tempfile.TemporaryDirectory() as folder:
        program = Program(ProfilePaths(Path(folder) / "profile"))
        program.start()
        settle(5)
        yield program
        program.window.close()
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")


def save(shown: QWidget, out: Path, name: str, theme: str, percent: int, size: tuple[int, int]) -> None:
    settle(3)
    wait_while_busy(shown)
    text = "" if percent == 100 else f"_{percent}"
    shown.grab().save(str(out / f"{name}_{theme}_{size[0]}x{size[1]}{text}.png"))


def wait_while_busy(shown: QWidget) -> None:
    """Let what a page or a dialog works out in the background arrive."""
    until = time.monotonic() + 20
    while (
        getattr(shown.current_page() if isinstance(shown, MainWindow) else shown, "busy", False)
        and time.monotonic() < until
    ):
        QTest.qWait(5)
    settle(3)


def settle(rounds: int) -> None:
    """Let everything be laid out and painted."""
    for _ in range(rounds):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
