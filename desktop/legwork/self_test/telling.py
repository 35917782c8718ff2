"""How a self-test goes on: its steps in order, one line each, as they come.

Owns the lines and the count of what failed. They are read by whoever builds or installs the program, and by the
scripts that do: plain English, not translated, each beginning with `ok` or `FAILED`.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

OK, FAILED = "ok", "FAILED"


class Telling:
    """Runs steps and says what came of each, on stdout and into a file where one is asked for."""

    def __init__(self, file: Path | None) -> None:
        """file: begun anew. Raises OSError."""
        self.failed: list[str] = []
        self.done = 0
        self._file = file
        if file is not None:
            file.write_text("", encoding="utf-8")

    def say(self, line: str) -> None:
        """One line, at once: what comes after it may end the program."""
        print(line, flush=True)
        if self._file is not None:
            with self._file.open("a", encoding="utf-8") as stream:
                stream.write(f"{line}\n")

    def step(self, name: str, work: Callable[[], str]) -> bool:
        """Do one thing and say what it answers; whatever it raises is a failure, and said with where it was."""
        began = time.monotonic()
        try:
            said = work()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what this is there to say
            self.failed.append(name)
            self.say(f"{FAILED:<6} {name}: {type(error).__name__}: {error}")
            for part in traceback.format_exception(error):
                for line in part.rstrip().splitlines():
                    self.say(f"       | {line}")
            return False
        self.done += 1
        self.say(f"{OK:<6} {name}: {said} ({time.monotonic() - began:.2f} s)")
        return True

    def end(self) -> int:
        """The closing line; returns the exit code."""
        if self.failed:
            self.say(f"{FAILED:<6} self-test: {len(self.failed)} of {self.done + len(self.failed)} steps failed: "
                     f"{', '.join(self.failed)}")  # fmt: skip
            return 1
        self.say(f"{OK:<6} self-test: all {self.done} steps passed")
        sys.stdout.flush()
        return 0


class Broken(Exception):  # noqa: N818 - it is what it says
    """A step that ran through but did not do what it should."""


def need(condition: object, what: str) -> None:
    """Raise Broken, saying what is not as it should be, unless `condition` holds."""
    if not condition:
        raise Broken(what)
