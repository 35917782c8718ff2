"""The program in a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def legwork(folder: Path | None, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program and wait for its end."""
    where = ["--profile-dir", str(folder)] if folder else []
    return subprocess.run(
        [sys.executable, "-m", "legwork", *where, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=300,
    )


def done(folder: Path, *arguments: object) -> str:
    ended = legwork(folder, *arguments)
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout
