"""The system asks the program to end, and it ends as if its window had been closed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import legwork
from legwork.paths import ProfilePaths
from program_driver import ALEX, fill


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_ends_well(folder: Path, number: signal.Signals) -> None:
    fill(folder, ALEX)
    paths = ProfilePaths(folder)
    around = os.environ | {"PYTHONPATH": str(Path(legwork.__file__).parents[1])}
    command = [sys.executable, "-m", "legwork", "--profile-dir", str(folder), "-platform", "offscreen"]
    program = subprocess.Popen(command, env=around, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 30
    while "opened the profile" not in (paths.log.read_text() if paths.log.exists() else ""):
        assert time.monotonic() < until and program.poll() is None
        time.sleep(0.05)
    time.sleep(0.3)  # nothing happens in the window: no event of its own wakes it
    program.send_signal(number)
    _, said = program.communicate(timeout=20)
    assert program.returncode == 0
    assert "Traceback" not in said
    assert paths.log.read_text().endswith("ended\n")
    assert not paths.lock.exists()
    assert not paths.database.with_name("legwork.sqlite3-wal").exists()
