"""The program is killed at any moment, 340 times: every database opens, and nothing that was acknowledged is lost.

A process does what a person does and says after each act that it is done; it is killed at a moment drawn by lot. What
is then found must be the state after the acts that were acknowledged, or after one more: nothing less, nothing half.
What a system had not yet put on the disk when the power goes is beyond these tests: it outlives the process here.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from faults.courses import COURSES, OLD
from faults.killer import Killer
from helpers import Dump, database_dump, integrity, opened
from legwork.paths import ProfilePaths
from legwork.store import backup
from legwork.store.tables import SCHEMA_REVISION

MIGRATIONS = {f"migration {one}": 72 // len(OLD) for one in OLD}
KILLS = {"edits": 96, "imports": 66, "backups": 66} | MIGRATIONS
KILLS_OF_RESTORES = {"restores": 40}


def test_there_are_three_hundred_of_them_and_those_of_restores() -> None:
    assert sum(KILLS.values()) == 300
    assert {*KILLS, *KILLS_OF_RESTORES} == {*COURSES}


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    one = Killer()
    yield one
    one.close()


@pytest.mark.parametrize(("course", "kills"), [*KILLS.items(), *KILLS_OF_RESTORES.items()])
def test_nothing_acknowledged_is_lost(killer: Killer, tmp_path: Path, course: str, kills: int) -> None:
    start = tmp_path / "start"
    COURSES[course].prepare(start)
    states = _states(course, start, tmp_path / "undisturbed")
    timed = shutil.copytree(start, tmp_path / "timed")
    length_s = killer.length_s(course, timed)
    lot = random.Random(course)
    in_the_middle = 0
    for number in range(kills):
        folder = shutil.copytree(start, tmp_path / f"killed {number}")
        killed = killer.run(course, folder, lot.uniform(0, 1.05 * length_s))
        in_the_middle += not killed.over
        found = _opened_again(folder)
        allowed = states[killed.acknowledged : killed.acknowledged + 2]
        assert found in allowed, f"kill {number} after {killed.acknowledged} acknowledged acts"
        _check_backups(folder, states, killed.acknowledged if course == "backups" else 0)
        shutil.rmtree(folder)
    assert in_the_middle > kills // 2, "most of the kills came when all was done"


def _states(course: str, start: Path, folder: Path) -> list[Dump]:
    """The database before the first act and after each, as it is found when the program opens it."""
    states = [_opened_again(shutil.copytree(start, folder / "before"))]
    after = shutil.copytree(start, folder / "after")
    with closing(COURSES[course].acts(after)) as acts:
        for act in islice(acts, COURSES[course].length):
            act()
            states.append(database_dump(ProfilePaths(after).database))
    return states


def _opened_again(folder: Path) -> Dump:
    """What is there when the program is started again, which it must."""
    opened(folder).close()
    database = ProfilePaths(folder).database
    assert integrity(database) == "ok"
    return database_dump(database)


def _check_backups(folder: Path, states: list[Dump], acknowledged: int) -> None:
    """Each backup that is listed is sound, and the newest is no older than the last one that was acknowledged."""
    found = [one.file for one in backup.listed(ProfilePaths(folder).backups)]
    held = [database_dump(file) for file in found if backup.verify(file) == SCHEMA_REVISION]
    assert all(one in states for one in held)
    if acknowledged:
        newest = max(place for place, state in enumerate(states) if state == held[0])
        assert newest >= acknowledged - acknowledged % 2  # every second act of the course is a backup
