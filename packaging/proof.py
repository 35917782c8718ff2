"""Tries a built program as on a computer that has never seen Python, on Linux or a Mac: its self-test and its start.

Owns taking Python, the checkout and the network away from it, where the system allows that (a Mac does not: there they
are only left unnamed). Knows only the program's options. Standard library only.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import bundle

STARTS = 5
LONGEST_S = 300
_HIDE = """\
for place; do
    shift
    if [ "$place" = -- ]; then break; fi
    if [ -d "$place" ]; then mount -t tmpfs none "$place"; else mount --bind /dev/null "$place"; fi
done
exec "$@"
"""


class ProofError(Exception):
    """The built program does not do what it should; the text says what it said."""


@dataclass(frozen=True)
class SelfTest:
    """lines: what it printed; seconds: how long it took; alone: Python and network were out of reach, not unnamed."""

    lines: tuple[str, ...]
    seconds: float
    alone: bool


def pythons(prefixes: tuple[str, ...] = (sys.prefix, sys.base_prefix)) -> list[str]:
    """Where Python lies on this computer: what must be hidden for it to be one without Python."""
    found = {str(Path(prefix).resolve()) for prefix in prefixes} - {"/", "/usr", "/usr/local"}
    for folder in ("/usr", "/usr/local"):
        found.update(str(one) for one in Path(folder, "lib").glob("python3*"))
        found.update(str(one) for one in Path(folder, "bin").glob("python3*") if not one.is_symlink())
    found.update(str(bundle.ROOT / part) for part in (".venv", "desktop", "resources") if (bundle.ROOT / part).exists())
    return sorted(found)


def outermost(places: list[str]) -> list[str]:
    """The places without those that lie within another of them: hidden with it, they cannot be hidden again."""
    return [
        one
        for one in places
        if not any(Path(one) != Path(other) and Path(one).is_relative_to(other) for other in places)
    ]


def hider(places: list[str], around: Path) -> list[str]:
    """What to put before a command so that it sees neither those places nor a network; empty where that is not allowed.

    around: what the command needs; a place that holds it is not hidden.
    """
    if not shutil.which("unshare"):
        return []
    free = [one for one in outermost(places) if not around.is_relative_to(one)]
    start = ["unshare", "--map-root-user", "--mount", "--net", "sh", "-c", _HIDE, "sh"]
    tried = subprocess.run([*start, *free, "--", "true"], capture_output=True)
    return [*start, *free, "--"] if tried.returncode == 0 else []


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """All that the program finds in its environment: a home of its own, and a PATH with nothing on it."""
    return {"HOME": str(home), "PATH": str(home / "nothing"), "LANG": "C.UTF-8", **more}


def in_surroundings(home: Path, **more: str) -> list[str]:
    return ["/usr/bin/env", "-i", *(f"{name}={value}" for name, value in surroundings(home, **more).items())]


def self_test(program: Path) -> SelfTest:
    """Run the program's own test. Raises ProofError."""
    with tempfile.TemporaryDirectory(prefix="legwork-proof-") as folder:
        home = Path(folder, "home of nobody")
        home.mkdir(mode=0o700)
        report = home / "report.txt"
        hide = hider(pythons(), program)
        command = [*hide, *in_surroundings(home), str(program), "--self-test", "--self-test-report", str(report)]
        started = time.monotonic()
        try:
            done = subprocess.run(
                command, cwd=home, capture_output=True, text=True, errors="replace", timeout=LONGEST_S
            )
        except subprocess.TimeoutExpired as reason:
            raise ProofError(f"The self-test did not end within {LONGEST_S} s.") from reason
        seconds = time.monotonic() - started
        said = report.read_text("utf-8", "replace") if report.exists() else ""
        if done.returncode != 0 or not said.strip():
            told = "\n".join("  " + line for line in (said + done.stdout + done.stderr).strip().splitlines()[-25:])
            raise ProofError(f"The self-test of the built program failed with {done.returncode}:\n\n{told}")
        return SelfTest(tuple(said.strip().splitlines()), seconds, bool(hide))


def start_times(program: Path, starts: int = STARTS) -> dict[str, float]:
    """Seconds from the start of the process until the window was painted and the first page filled: medians."""
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="legwork-start-") as folder:
        for number in range(starts):
            report = Path(folder, f"{number}.jsonl")
            # The profile stays: the first start makes it, and is left out.
            options = ["--profile-dir", str(Path(folder, "profile")), "--bench-report", str(report)]
            started = time.time()
            done = subprocess.run(
                [*in_surroundings(Path(folder), QT_QPA_PLATFORM="offscreen"), str(program), *options],
                capture_output=True, text=True, errors="replace", timeout=LONGEST_S,
            )  # fmt: skip
            if done.returncode != 0:
                raise ProofError(f"The built program did not start:\n\n{done.stderr[-2000:]}")
            for line in report.read_text("utf-8").splitlines() if number else ():
                event = json.loads(line)
                found.setdefault(event["event"], []).append(event["time"] - started)
    return {name: statistics.median(values) for name, values in found.items()}
