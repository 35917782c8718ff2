"""Killing the program at any moment: the database opens, is sound, and has every edit that was acknowledged.

Rounds: LEGWORK_KILLS (default 25), shared out over editing, importing, backing up and the very first start.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from helpers import database_dump, integrity, opened
from legwork.errors import StoreError
from legwork.services import check_ins
from legwork.services.people import everybody
from legwork.store import backup

if sys.platform == "win32":
    pytest.skip("SIGKILL", allow_module_level=True)

CHILD = Path(__file__).with_name("kill_child.py")
ROUNDS = int(os.environ.get("LEGWORK_KILLS", "25"))
_spec = spec_from_file_location("kill_child", CHILD)
assert _spec is not None and _spec.loader is not None
kill_child = module_from_spec(_spec)
_spec.loader.exec_module(kill_child)


def _killed(mode: str, folder: Path, start: int, lines: int, after: float) -> list[str]:
    """What a child had said when it was killed, `after` seconds after its first so many lines."""
    command = [sys.executable, str(CHILD), mode, str(folder), str(start)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(lines)]
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        said.append(child.stdout.read())
        child.wait(timeout=30)
    text = "".join(said)
    assert child.returncode == -signal.SIGKILL, text
    return text.split("\n")[:-1]  # without the last, which was not finished


def _rounds(share: float) -> int:
    return max(1, round(ROUNDS * share))


def _acknowledged(said: Sequence[str], word: str = "done") -> list[int]:
    return [int(line.removeprefix(f"{word} ")) for line in said if line.startswith(f"{word} ")]


def _sound(folder: Path) -> None:
    assert integrity(folder / "legwork.sqlite3") == "ok"


def _next(numbers: Sequence[int], start: int) -> int:
    """Where the next child goes on: past the edit that may have been written without being acknowledged."""
    return max(numbers, default=start - 1) + 2


def test_while_editing(tmp_path: Path) -> None:
    chance, start, acknowledged = random.Random(1), 0, 0
    for _ in range(_rounds(0.4)):
        numbers = _acknowledged(_killed("edit", tmp_path, start, chance.randint(1, 12), chance.uniform(0, 0.03)))
        profile = opened(tmp_path)
        person = everybody(profile)[0]
        by_day = {day: key for key, day in check_ins.check_in_days(profile, person.id).items()}
        for number in numbers:
            wanted = kill_child.recorded(number)
            found = check_ins.by_ids(profile, [by_day[wanted.day]])[by_day[wanted.day]]
            assert {spot: [one.quantity for one in lines] for spot, lines in found.readings.items()} == {
                entry.spot: list(entry.quantities) for entry in wanted.entries
            }
        assert all(len(one.readings) == 5 for one in check_ins.by_ids(profile, list(by_day.values())).values())
        profile.close()
        _sound(tmp_path)
        acknowledged += len(numbers)
        start = _next(numbers, start)
    assert acknowledged
    print(f"{_rounds(0.4)} kills while editing, {acknowledged} edits acknowledged, none lost")


def test_while_importing(tmp_path: Path) -> None:
    chance, start, acknowledged = random.Random(2), 0, 0
    for _ in range(_rounds(0.2)):
        numbers = _acknowledged(_killed("import", tmp_path, start, chance.randint(1, 3), chance.uniform(0, 0.1)))
        rows = database_dump(tmp_path / "legwork.sqlite3")
        # Each import is 60 days of two readings: all of it is here, or none.
        assert len(rows["check_in"]) % 60 == 0
        assert len(rows["reading"]) == 2 * len(rows["check_in"])
        days = {row[2] for row in rows["check_in"]}
        for number in numbers:
            wanted = {line.split(",")[0] for line in kill_child.imported(number).splitlines()[1:]}
            assert wanted <= days
        opened(tmp_path).close()
        _sound(tmp_path)
        acknowledged += len(numbers)
        start = _next(numbers, start)
    assert acknowledged
    print(f"{_rounds(0.2)} kills while importing, {acknowledged} imports acknowledged, none lost or halved")


def test_while_backing_up(tmp_path: Path) -> None:
    chance, start, kept = random.Random(3), 0, 0
    for _ in range(_rounds(0.2)):
        said = _killed("back up", tmp_path, start, chance.randint(1, 6), chance.uniform(0, 0.05))
        listed = backup.listed(tmp_path / "backups")
        for one in listed:
            backup.verify(one.file)
        if _acknowledged(said, "backed up"):
            assert listed
        kept += len(listed)
        profile = opened(tmp_path)
        here = set(check_ins.check_in_days(profile, 1).values())
        assert {kill_child.recorded(number).day for number in _acknowledged(said)} <= here
        long_ago = time.time() - 2 * backup.STALE_S
        for left in (tmp_path / "backups").glob("*.partial*"):
            os.utime(left, (long_ago, long_ago))
        profile.back_up()
        profile.close()
        assert not list((tmp_path / "backups").glob("*.partial*"))
        _sound(tmp_path)
        start = _next(_acknowledged(said), start)
    print(f"{_rounds(0.2)} kills while backing up, {kept} backups looked at, all sound")


def test_while_starting_for_the_first_time(tmp_path: Path) -> None:
    chance, begun = random.Random(4), 0
    for number in range(_rounds(0.2)):
        folder = tmp_path / str(number)
        said = _killed("edit", folder, 0, 0, chance.uniform(0.1, 0.5))
        begun += (folder / "legwork.sqlite3").exists()
        try:
            profile = opened(folder)
        except StoreError as error:
            pytest.fail(f"after {said}: {error}")
        here = {day for one in everybody(profile) for day in check_ins.check_in_days(profile, one.id).values()}
        assert {kill_child.recorded(one).day for one in _acknowledged(said)} <= here
        profile.close()
        _sound(folder)
    print(f"{_rounds(0.2)} kills at the first start, {begun} of them with a file begun")
