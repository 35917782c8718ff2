"""Benches inside one process on the real window: switching pages, with 20 years of data.

Page switches are held against a limit in time, because there is nothing to compare them with.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from measure import Figures, bench
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from startup import seeded

from legwork.bootstrap import Program
from legwork.paths import ProfilePaths
from legwork.qt.main_window import MainWindow
from legwork.qt.page_list import PAGES


def open_program(profile: Path) -> Program:
    """The real window on `profile`, its first page filled."""
    app = QApplication.instance() or QApplication([])
    program = Program(ProfilePaths(profile))
    program.start()
    while program.session is None:
        app.processEvents()
    app.processEvents()
    return program


def close_program(program: Program) -> None:
    """Close the window and let go of all of it now, rather than among what the next bench makes."""
    program.window.close()
    for one in (program.window, program.single, program.theme, program):
        one.deleteLater()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def settle(window: MainWindow) -> None:
    """Wait until the shown page has nothing left to work out."""
    QApplication.processEvents()
    while getattr(window.current_page(), "busy", False):
        QApplication.processEvents()


def timed(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


@bench("page_switch", target=0.100, limit=True)
def page_switch() -> Figures:
    """The slowest page of each round, from the request until it was painted; every page was visited once before."""
    program = open_program(seeded())
    window = program.window

    def switch(name: str) -> None:
        window.show_page(name)
        QApplication.processEvents()
        window.repaint()

    names = [one.name for one in PAGES]
    for name in names:
        switch(name)
        settle(window)
    found = Figures("s")
    for _ in range(20):
        found.add(None, max(timed(lambda name=name: switch(name)) for name in names))
    close_program(program)
    return found


@bench("page_stale", target=0.100, limit=True)
def page_stale() -> Figures:
    """The slowest page that must read everything again, because all of the data changed while it was hidden."""
    program = open_program(seeded())
    window = program.window
    names = [one.name for one in PAGES]
    for name in names:
        window.show_page(name)
        QApplication.processEvents()
    found = Figures("s")
    for _ in range(10):
        slowest = 0.0
        for name in names:
            window.show_page("help" if name != "help" else "people")
            QApplication.processEvents()
            program.session.context.runner.reload_everything()
            slowest = max(slowest, timed(lambda name=name: (window.show_page(name), QApplication.processEvents())))
        found.add(None, slowest)
    close_program(program)
    return found
