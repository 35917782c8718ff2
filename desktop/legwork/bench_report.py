"""What the bench asks of the program: when it was painted and filled, and how much memory it took.

Used by `make.py bench` only, through hidden options; writes one JSON line an event, then quits.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from legwork.qt.main_window import MainWindow


class BenchReport:
    """Events into one file."""

    def __init__(self, file: Path, page: str) -> None:
        self._file, self._page = file, page

    @classmethod
    def of(cls, options: argparse.Namespace) -> BenchReport | None:
        """The report that the options ask for, if they do."""
        return cls(options.bench_report, options.bench_page) if options.bench_report else None

    def event(self, name: str, **more: str) -> None:
        """Write down that something happened now."""
        now = time.time()  # before what only this report needs
        import json

        line = {"event": name, "time": now, "rss_kb": _rss_kb(), **more}
        with self._file.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")

    def first_page_filled(self, window: MainWindow) -> None:
        """Write it down, turn to the page that was asked for, and quit."""
        from PySide6.QtWidgets import QApplication

        from legwork.qt.page_list import FIRST

        self.event("first_page_filled")
        if self._page:
            assert window.context is not None
            window.context.profile.prepare_writing()  # as it is a moment after every start: memory counts it
            self.event("page_requested", page=self._page)
            window.show_page(self._page)
            QApplication.processEvents()
            self.event("page_shown", page=self._page)
            window.show_page(FIRST)  # the next run shall start where this one did
        window.close()


def _rss_kb() -> int:
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
    if sys.platform == "win32":
        return 0  # no plain way without another library; the bench runs on Linux
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most
