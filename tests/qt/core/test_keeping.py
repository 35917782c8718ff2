"""Copies that are made by themselves: once a day while the window stays open, and none where nothing changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from legwork.qt.core.keeping import Keeping
from legwork.services.people import AddPerson
from legwork.store import backup
from program_driver import Desk

MONDAY = date(2025, 3, 10)


class Room:
    """The open program with a calendar that a test turns."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.day = desk, MONDAY
        self.failed: list[object] = []
        self.keeping = Keeping(desk.window, lambda: self.day)
        self.keeping.failed.connect(self.failed.append)
        self.keeping.use(desk.context)

    def copies(self) -> int:
        """How many were ever made, once the calendar was looked at; those of one real day are thinned to the newest."""
        self.desk.qtbot.waitUntil(lambda: self.keeping._task is None)
        self.keeping.look()
        self.desk.qtbot.waitUntil(lambda: self.keeping._task is None)
        return max((one.number for one in backup.listed(self.desk.context.profile.paths.backups)), default=0)


@pytest.fixture
def room(desk: Desk) -> Iterator[Room]:
    one = Room(desk)
    yield one
    one.keeping.use(None)


@pytest.fixture(autouse=True)
def none_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legwork.bootstrap.IDLE_MS", 3_600_000)


def test_a_new_day_brings_a_copy_and_one_day_no_second(room: Room) -> None:
    assert room.copies() == 0, "the start makes its own"
    room.day += timedelta(days=1)
    assert room.copies() == 1
    room.desk.context.runner.apply(AddPerson("Bo"))
    assert room.copies() == 1
    room.day += timedelta(days=1)
    assert room.copies() == 2
    room.day += timedelta(days=1)
    assert room.copies() == 2, "nothing changed since"
    room.desk.context.runner.apply(AddPerson("Cem"))
    room.day -= timedelta(days=2)
    assert room.copies() == 3, "a clock that was put back is another day too"


def test_one_that_is_cut_short_is_made_up_for(room: Room) -> None:
    room.day += timedelta(days=1)
    room.keeping.look()
    room.desk.context.worker.wait()
    assert room.copies() == 1


def test_one_that_fails_is_said_once_a_day(room: Room) -> None:
    folder = room.desk.context.profile.paths.backups
    assert not folder.exists() or folder.rmdir() is None
    folder.write_text("no folder")
    for day in (1, 1, 2):
        room.day = MONDAY + timedelta(days=day)
        room.copies()
    assert len(room.failed) == 2
    folder.unlink()


def test_of_the_sample_none_is_made_by_the_day(sample_desk: Desk) -> None:
    room = Room(sample_desk)
    room.day += timedelta(days=1)
    assert room.copies() == 0
    room.keeping.use(None)


def test_the_open_program_keeps_one_when_the_day_turns(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own clock, and its own look at it."""
    keeping = desk.window.findChild(Keeping)
    assert keeping is not None
    desk.enter("waist", "84")
    monkeypatch.setattr(keeping, "_today", lambda: date.today() + timedelta(days=1))
    assert keeping._timer.isActive()
    keeping._timer.timeout.emit()
    folder = desk.context.profile.paths.backups
    desk.qtbot.waitUntil(lambda: len(backup.listed(folder)) == 1)
