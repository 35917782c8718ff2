"""Helpers of the benches: child processes run in turns, medians of ratios, and the table.

Knows nothing of Legwork. A child is told a report file and writes JSON lines into it, each an event with the
wall clock time and the process's resident memory; floors and the program keep to the same contract.
"""

from __future__ import annotations

import functools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROUNDS = 7
TIMEOUT_S = 120
FLOORS = Path(__file__).with_name("floors.py")


class ChildError(Exception):
    """A child process crashed, hung or did not report what it should."""


@dataclass
class Figures:
    """Paired measurements of one bench: floor and ours of the same round stand at the same index."""

    unit: str
    floor: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)

    def add(self, floor: float | None, ours: float) -> None:
        """One round; floor: None where only a limit applies."""
        if floor is not None:
            self.floor.append(floor)
        self.ours.append(ours)

    @property
    def ratios(self) -> list[float]:
        return [ours / floor for floor, ours in zip(self.floor, self.ours, strict=True)]


@dataclass(frozen=True)
class Bench:
    """A registered bench. target: the ratio not to pass, or with `limit` the value in the figures' unit; or none."""

    name: str
    target: float | None
    measure: Callable[[], Figures]
    limit: bool = False


REGISTRY: dict[str, Bench] = {}


def bench(
    name: str, *, target: float | None = None, limit: bool = False
) -> Callable[[Callable[[], Figures]], Callable[[], Figures]]:
    """Register a function under a name with the target that it is held against."""

    def register(function: Callable[[], Figures]) -> Callable[[], Figures]:
        REGISTRY[name] = Bench(name, target, function, limit)
        return function

    return register


TABLES: dict[str, Callable[[], str]] = {}
"""Benches whose figures are a table of their own, ready to print."""


def table_bench(name: str) -> Callable[[Callable[[], str]], Callable[[], str]]:
    """Register a function that makes a whole table."""

    def register(function: Callable[[], str]) -> Callable[[], str]:
        TABLES[name] = function
        return function

    return register


@dataclass(frozen=True)
class Report:
    """What one child said: its events in order, and when it was started."""

    started: float
    events: list[dict[str, Any]]

    def event(self, name: str) -> dict[str, Any]:
        for event in self.events:
            if event["event"] == name:
                return event
        raise ChildError(f"no event {name!r} among {[event['event'] for event in self.events]}")

    def since_start(self, name: str) -> float:
        return float(self.event(name)["time"]) - self.started

    def between(self, first: str, last: str) -> float:
        return float(self.event(last)["time"]) - float(self.event(first)["time"])

    def memory_mb(self, name: str) -> float:
        return float(self.event(name)["rss_kb"]) / 1024


def child(arguments: Sequence[str | Path], *, frozen: bool = False) -> Report:
    """Run this Python with the arguments; `{report}` among them stands for the report file.

    frozen: the first of them is a program of its own, no argument for Python.
    """
    with tempfile.TemporaryDirectory(prefix="legwork-bench-") as folder:
        report = Path(folder, "report.jsonl")
        filled = [str(report) if argument == "{report}" else str(argument) for argument in arguments]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        # With it set, every start compiles the sources anew; no installed program starts like that.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        started = time.time()
        try:
            done = subprocess.run(
                filled if frozen else [sys.executable, *filled],
                env=environment,
                capture_output=True,
                text=True,
                timeout=TIMEOUT_S,
            )
        except subprocess.TimeoutExpired as reason:
            raise ChildError(f"{filled} did not end within {TIMEOUT_S} s") from reason
        if done.returncode != 0 or not report.exists():
            raise ChildError(f"{filled} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return Report(started, [json.loads(line) for line in report.read_text("utf-8").splitlines()])


def floor(name: str, *arguments: str | Path) -> list[str | Path]:
    """The command of a floor in floors.py."""
    return [FLOORS, name, "{report}", *arguments]


def in_turns(
    floor_command: Sequence[str | Path],
    ours_command: Sequence[str | Path],
    rounds: int = ROUNDS,
    *,
    frozen: bool = False,
) -> list[tuple[Report, Report]]:
    """Floor, ours, floor, ours..., after one of each as warm-up: drift of the machine hits both alike."""
    run = functools.partial(child, frozen=frozen)
    run(floor_command), run(ours_command)
    return [(run(floor_command), run(ours_command)) for _ in range(rounds)]


def figures(
    pairs: list[tuple[Report, Report]],
    unit: str,
    of_floor: Callable[[Report], float],
    of_ours: Callable[[Report], float],
) -> Figures:
    found = Figures(unit)
    for floor_report, ours_report in pairs:
        found.add(of_floor(floor_report), of_ours(ours_report))
    return found


def shown(value: float, unit: str) -> str:
    if unit == "s":
        return f"{value * 1000:.1f} ms" if value < 0.1 else f"{value * 1000:.0f} ms"
    return f"{value:.0f} {unit}"


def row(entry: Bench, found: Figures) -> list[str]:
    """One line of the table. The ratio is the median of the rounds' ratios; in brackets least and most."""
    ours = statistics.median(found.ours)
    cells = [entry.name, "", shown(ours, found.unit), ""]
    if found.floor:
        ratios = found.ratios
        cells[1] = shown(statistics.median(found.floor), found.unit)
        cells[3] = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    if entry.target is None:
        return [*cells, "none", ""]
    if entry.limit:
        target, good = f"≤ {shown(entry.target, found.unit)}", ours <= entry.target
    else:
        target, good = f"≤ {entry.target:g}", statistics.median(found.ratios) <= entry.target
    return [*cells, target, "yes" if good else "NO"]


def table(rows: Sequence[Sequence[str]]) -> str:
    """An aligned Markdown table."""
    head = ["name", "floor", "ours", "ratio (median, min–max)", "target", "ok?"]
    widths = [max(len(line[column]) for line in [head, *rows]) for column in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )
