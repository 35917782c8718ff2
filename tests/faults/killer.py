"""Kills the worker at a moment drawn by lot, and tells how far it had got."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import legwork

WORKER = Path(__file__).with_name("worker.py")
LONGEST_S = 60.0


@dataclass(frozen=True)
class Killed:
    """acknowledged: acts that were said to be done. over: whether all were, before the kill came."""

    acknowledged: int
    over: bool


class Killer:
    """One worker, begun again where it does not outlive the job."""

    def __init__(self) -> None:
        self._worker: subprocess.Popen[str] | None = None

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            assert self._worker.stdin is not None and self._worker.stdout is not None
            self._worker.stdin.close()
            self._worker.wait(LONGEST_S)
            self._worker.stdout.close()
            self._worker = None

    def run(self, course: str, folder: Path, after_s: float) -> Killed:
        """Have a course done on a profile, and kill it so long after it began."""
        pid, said = self._begun(course, folder)
        kill = threading.Timer(after_s, os.kill, (pid, getattr(signal, "SIGKILL", signal.SIGTERM)))
        kill.start()
        heard = []
        for line in said:
            if line == "gone\n":
                break
            heard.append(line.strip())
        else:
            self.close()
        assert not kill.is_alive(), "the worker ended before it was killed: see its traceback"
        return Killed(sum(line.startswith("done") for line in heard), "over" in heard)

    def length_s(self, course: str, folder: Path) -> float:
        """How long a course takes when nobody disturbs it."""
        pid, said = self._begun(course, folder)
        started = time.monotonic()
        for line in said:
            if line == "over\n":
                took = time.monotonic() - started
                os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
            if line == "gone\n":
                return took
        self.close()
        return took

    def _begun(self, course: str, folder: Path) -> tuple[int, IO[str]]:
        """Have a course begun: which process does it, and what it says."""
        worker = self._ready()
        assert worker.stdin is not None and worker.stdout is not None
        worker.stdin.write(f"{course}\t{folder}\n")
        worker.stdin.flush()
        return int(worker.stdout.readline().removeprefix("pid ")), worker.stdout

    def _ready(self) -> subprocess.Popen[str]:
        if self._worker is None:
            roots = (Path(legwork.__file__).parents[1], WORKER.parents[1])
            environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, roots)), "PYTHONIOENCODING": "utf-8"}
            self._worker = subprocess.Popen(
                [sys.executable, str(WORKER)],
                env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            )  # fmt: skip
        return self._worker
