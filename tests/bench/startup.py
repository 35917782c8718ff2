"""Benches of whole processes: window, first page, charts page and memory, each against its floor.

The program's side: `--bench-report FILE` writes the events `window_painted` and `first_page_filled`, then
quits; with `--bench-page charts` it goes on to that page first and writes `page_requested` and `page_shown`.
"""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

from measure import Figures, Report, bench, figures, floor, in_turns
from profiles import database, seed


@functools.cache
def seeded() -> Path:
    """The profile of 20 years, made once a run."""
    folder = tempfile.mkdtemp(prefix="legwork-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    profile = Path(folder, "profile")
    seed(profile)
    return profile


@functools.cache
def pairs(name: str, *more: str) -> list[tuple[Report, Report]]:
    """The floor `name` and the program in turns on the seeded profile."""
    profile = seeded()
    ours: list[str | Path] = ["-m", "legwork", "--profile-dir", profile, "--bench-report", "{report}", *more]
    return in_turns(floor(name, database(profile)), ours)


@bench("window", target=1.5)
def window() -> Figures:
    """From process start until the window was painted first, against a bare QMainWindow."""

    def seconds(report: Report) -> float:
        return report.since_start("window_painted")

    return figures(pairs("window"), "s", seconds, seconds)


@bench("first_page", target=1.3)
def first_page() -> Figures:
    """Until the first page is filled, against bare window + SQLAlchemy's import + a raw read of the same."""

    def seconds(report: Report) -> float:
        return report.since_start("first_page_filled")

    return figures(pairs("first_page"), "s", seconds, seconds)


@bench("charts_first")
def charts_first() -> Figures:
    """The charts page the first time, against pyqtgraph's import and one plot of as many points."""

    def seconds(report: Report) -> float:
        return report.between("page_requested", "page_shown")

    return figures(pairs("charts", "--bench-page", "charts"), "s", seconds, seconds)


@bench("memory", target=1.35)
def memory() -> Figures:
    """Resident memory with the charts page shown, against all the libraries loaded and the readings read."""

    def megabytes(report: Report) -> float:
        return report.memory_mb("page_shown")

    return figures(pairs("memory", "--bench-page", "charts"), "MB", megabytes, megabytes)
