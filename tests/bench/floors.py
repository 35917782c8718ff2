"""The floors: the least that any program on these libraries must do, each run as a process of its own.

`floors.py NAME REPORT [DATABASE]`. Uses PySide6, SQLAlchemy, sqlite3 and pyqtgraph bare; must never import
legwork. Imports stand where they are used because they are part of what is measured.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

WEEKS = 1040

LATEST_CHECK_IN = """
    SELECT site, side, ordinal, value, unit, entered, source FROM reading
    WHERE check_in_id = (SELECT id FROM check_in WHERE person_id = ? ORDER BY day DESC LIMIT 1)
"""
# SQLite takes the bare columns of a GROUP BY with max() from the row that holds the maximum.
LAST_PER_SITE = """
    SELECT site, side, value, unit, max(day) FROM reading JOIN check_in ON check_in.id = check_in_id
    WHERE person_id = ? GROUP BY site, side
"""


class Reporter:
    def __init__(self, path: Path) -> None:
        self._path = path

    def event(self, name: str) -> None:
        now = time.time()  # before what only this report needs
        import json

        line = {"event": name, "time": now, "rss_kb": rss_kb()}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def rss_kb() -> int:
    """Resident memory now (Linux), or the most so far where the system tells no better."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    if sys.platform == "win32":
        return 0  # as the program's own report says there
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most


def bare_window(report: Reporter) -> tuple[Any, Any]:
    """A QMainWindow, 1280x800, returned when it was painted."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                report.event("window_painted")

    app = QApplication([])
    window = Window()
    window.resize(1280, 800)
    window.show()
    while not window.painted:
        app.processEvents()
    return app, window


def read_first_page(database: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(database)
    (person,) = connection.execute("SELECT min(id) FROM person").fetchone()
    connection.execute(LATEST_CHECK_IN, (person,)).fetchall()
    connection.execute(LAST_PER_SITE, (person,)).fetchall()
    connection.close()


def show_plot(app: Any, window: Any) -> None:
    """Import pyqtgraph, put one plot with one curve of 20 years into the window, and paint it."""
    import numpy as np
    import pyqtgraph
    from PySide6.QtGui import QPaintEvent

    class Plot(pyqtgraph.PlotWidget):  # type: ignore[misc]
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            self.painted = True

    plot = Plot()
    days = np.arange(WEEKS) * 7 * 86_400.0
    plot.plot(days, 38.0 + np.sin(days / 3e7))
    window.setCentralWidget(plot)
    while not plot.painted:
        app.processEvents()


def window(report: Reporter, _database: Path) -> None:
    bare_window(report)


def first_page(report: Reporter, database: Path) -> None:
    _kept = bare_window(report)
    import sqlalchemy  # noqa: F401

    read_first_page(database)
    report.event("first_page_filled")


def charts(report: Reporter, _database: Path) -> None:
    app, shown = bare_window(report)
    report.event("page_requested")
    show_plot(app, shown)
    report.event("page_shown")


def memory(report: Reporter, database: Path) -> None:
    app, shown = bare_window(report)
    import sqlalchemy

    engine = sqlalchemy.create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        readings = connection.exec_driver_sql("SELECT check_in_id, site, side, value FROM reading").fetchall()
    show_plot(app, shown)
    report.event("page_shown")
    if not readings:
        raise SystemExit("the profile holds no readings")


def main() -> None:
    name, report, *rest = sys.argv[1:]
    floors = {"window": window, "first_page": first_page, "charts": charts, "memory": memory}
    floors[name](Reporter(Path(report)), Path(rest[0]) if rest else Path())


if __name__ == "__main__":
    main()
