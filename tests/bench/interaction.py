"""Benches inside one process on the real window: switching pages and panning a chart, with 20 years of data.

Page switches are held against a limit in time, because there is nothing to compare them with. A pan is held against
raw pyqtgraph drawing the same points, and its frame against 16 ms.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from measure import Figures, bench
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from startup import seeded

from legwork.bootstrap import Program
from legwork.paths import ProfilePaths
from legwork.qt.main_window import PAGES

FRAMES = 60


def open_program(profile: Path) -> Program:
    """The real window on `profile`, its first page filled."""
    app = QApplication.instance() or QApplication([])
    program = Program(ProfilePaths(profile))
    program.start()
    while program.session is None:
        app.processEvents()
    app.processEvents()
    return program


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

    names = [name for name, _, _ in PAGES]
    for name in names:
        switch(name)
    found = Figures("s")
    for _ in range(20):
        found.add(None, max(timed(lambda name=name: switch(name)) for name in names))
    window.close()
    return found


@bench("page_stale", target=0.100, limit=True)
def page_stale() -> Figures:
    """The slowest page that must read everything again, because all of the data changed while it was hidden."""
    program = open_program(seeded())
    window = program.window
    names = [name for name, _, _ in PAGES]
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
    window.close()
    return found


@bench("chart_pan", target=0.016, limit=True)
def chart_pan() -> Figures:
    """One frame of a drag over all 20 years of all 25 spots, from the mouse event until it is painted."""
    program = open_program(seeded())
    window = program.window
    context = program.session.context
    assert context.person is not None
    context.view.set_names(f"charts_spots/{context.person.uid}", [str(spot) for spot in context.person.spots])
    context.view.set_text("charts_range", "all")
    window.show_page("charts")
    QApplication.processEvents()
    context.runner.reload_everything()  # the page may have been built before the sites were chosen
    QApplication.processEvents()
    chart = window.current_page().chart  # type: ignore[union-attr, attr-defined]
    surface: QWidget = chart.surface()
    found = Figures("s")
    drag(surface, QPoint(surface.width() // 2, surface.height() // 2), found)
    window.close()
    return found


def drag(surface: QWidget, start: QPoint, found: Figures) -> None:
    """Drag with the left button, a few pixels a frame, to and fro."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def send(kind: QMouseEvent.Type, where: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        place = QPointF(where)
        event = QMouseEvent(kind, place, surface.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(surface, event)

    def frame(where: QPoint) -> None:
        send(QMouseEvent.Type.MouseMove, where, none, left)
        surface.repaint()

    send(QMouseEvent.Type.MouseButtonPress, start, left, left)
    for step in range(FRAMES):
        away = 5 * (step if step < FRAMES // 2 else FRAMES - step)
        elapsed = timed(lambda away=away: frame(start - QPoint(away, 0)))
        if step > 3:
            found.add(None, elapsed)
    send(QMouseEvent.Type.MouseButtonRelease, start, left, none)
