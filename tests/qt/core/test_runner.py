"""The one door for edits: done, undone and redone, each announced once; refusals and failures leave nothing behind."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from helpers import database_dump
from legwork.domain.sites import Side, Spot
from legwork.errors import StoreError, UserError
from legwork.paths import ProfilePaths
from legwork.qt.core.bus import ChangeBus
from legwork.qt.core.runner import CommandRunner
from legwork.services import check_ins
from legwork.services.check_ins import DeleteCheckIns
from legwork.services.choices import SetChoices, choices_of
from legwork.services.edit import EVERYTHING, Changes
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.profile import Profile
from program_driver import ALEX, fill, readings

DAY = date(2025, 3, 12)
CALF = Spot("calf", Side.LEFT)


class Bench:
    """A runner on a real profile, and everything it announced."""

    def __init__(self, folder: Path) -> None:
        self.owner = QObject()
        self.profile = Profile(ProfilePaths(folder))
        self.bus = ChangeBus(self.owner)
        self.asked: list[StoreError] = []
        self.runner = CommandRunner(self.profile, self.bus, self._ask, self.owner)
        self.heard: list[tuple[Changes, object]] = []
        self.applied: list[str] = []
        self.failed: list[str] = []
        self.bus.changed.connect(self._on_changed)
        self.runner.applied.connect(self.applied.append)
        self.runner.undo_failed.connect(self.failed.append)

    def _ask(self, error: StoreError) -> bool:
        self.asked.append(error)
        return False

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        self.heard.append((changes, initiator))

    @property
    def person(self) -> Person:
        return everybody(self.profile)[0]

    def calf(self) -> float | None:
        return check_ins.on_day(self.profile, self.person.id, DAY).value(CALF)

    def record(self, text: str, initiator: QObject | None = None) -> None:
        self.runner.apply(readings(self.person, DAY, calf_left=text), initiator)


@pytest.fixture
def bench(qtbot: QtBot, impatient: None, folder: Path) -> Iterator[Bench]:
    fill(folder, ALEX)
    bench = Bench(folder)
    yield bench
    bench.profile.close()
    bench.owner.deleteLater()


def test_doing_undoing_and_redoing_are_each_announced_once(bench: Bench) -> None:
    initiator = QObject()
    bench.record("38.2", initiator)
    assert bench.calf() == 38.2
    bench.runner.stack.undo()
    assert bench.calf() is None
    bench.runner.stack.redo()
    assert bench.calf() == 38.2
    done, undone, redone = bench.heard
    assert done[1] is initiator and undone[1] is None and redone[1] is None
    for changes, _ in bench.heard:
        assert changes.touches("check_in") and changes.touches("reading")
        assert not changes.touches("person", "setting", "tracked_site")
        assert changes.spots == {CALF}
        assert (changes.first_day, changes.last_day) == (DAY, DAY)
        assert changes.people == {bench.person.id}
        assert not changes.everything
    assert done[0].check_ins == undone[0].check_ins == redone[0].check_ins


def test_what_is_put_back_has_its_old_identity(bench: Bench) -> None:
    bench.record("38.2")
    before = check_ins.on_day(bench.profile, bench.person.id, DAY)
    assert before.id is not None
    bench.runner.apply(DeleteCheckIns((before.id,), (DAY,)))
    bench.runner.stack.undo()
    assert check_ins.on_day(bench.profile, bench.person.id, DAY) == before


def test_a_refusal_reaches_the_caller_and_leaves_nothing(bench: Bench) -> None:
    with pytest.raises(UserError, match="Type a name"):
        bench.runner.apply(ChangePerson(bench.person.id, "name", "  "))
    assert bench.heard == []
    assert bench.runner.stack.count() == 0
    assert bench.person.name == "Alex"


def test_an_edit_that_changes_nothing_is_no_undo_step(bench: Bench) -> None:
    bench.runner.apply(ChangePerson(bench.person.id, "name", "Alex"))
    assert bench.heard == []
    assert bench.runner.stack.count() == 0


def test_notable_edits_are_named_once_and_not_on_redo(bench: Bench) -> None:
    bench.record("38.2")
    assert bench.applied == []
    there = check_ins.on_day(bench.profile, bench.person.id, DAY)
    assert there.id is not None
    bench.runner.apply(DeleteCheckIns((there.id,), (DAY,)))
    assert bench.applied == ["Done: Delete check-in of 12 Mar 2025."]
    bench.runner.stack.undo()
    bench.runner.stack.redo()
    assert len(bench.applied) == 1


def change_elsewhere(bench: Bench, folder: Path) -> None:
    other = Profile(ProfilePaths(folder))
    other.apply(readings(bench.person, DAY, calf_left="39"))
    other.close()


@pytest.mark.parametrize("direction", ["undo", "redo"])
def test_what_was_changed_elsewhere_cannot_be_undone_and_says_so(
    qtbot: QtBot, bench: Bench, folder: Path, direction: str
) -> None:
    bench.record("38.2")
    if direction == "redo":
        bench.runner.stack.undo()
    bench.heard.clear()
    change_elsewhere(bench, folder)
    getattr(bench.runner.stack, direction)()
    qtbot.waitUntil(lambda: bool(bench.heard))
    assert [changes for changes, _ in bench.heard] == [EVERYTHING]
    assert bench.runner.stack.count() == 0
    [sentence] = bench.failed
    assert "changed since" in sentence and sentence.endswith(".")
    assert bench.calf() == 39.0, "what the other program wrote stands"


def test_an_undo_that_the_store_refuses_ends_the_same_way_without_an_exception(
    qtbot: QtBot, bench: Bench, folder: Path
) -> None:
    bench.record("38.2")
    bench.heard.clear()
    other = sqlite3.connect(ProfilePaths(folder).database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        bench.runner.stack.undo()
    finally:
        other.close()
    qtbot.waitUntil(lambda: bool(bench.heard))
    assert len(bench.asked) == 1
    assert [changes for changes, _ in bench.heard] == [EVERYTHING]
    assert bench.runner.stack.count() == 0
    assert bench.calf() == 38.2


def pick(bench: Bench, topic: str, *picks: str, replaces_last: bool = False) -> None:
    edit = SetChoices(bench.person.id, ((topic, picks),), DAY, f"{topic}: {', '.join(picks)}")
    bench.runner.apply(edit, replaces_last=replaces_last)


def test_what_replaces_the_last_edit_is_one_step_with_it_and_one_announcement(bench: Bench) -> None:
    pick(bench, "target", "a")
    pick(bench, "target", "a", "b", replaces_last=True)
    pick(bench, "target", "b", "c", replaces_last=True)
    assert choices_of(bench.profile, bench.person.id) == {"target": ("b", "c")}
    assert (len(bench.heard), bench.runner.stack.count(), bench.runner.stack.undoText()) == (3, 1, "target: b, c")
    bench.runner.stack.undo()
    assert choices_of(bench.profile, bench.person.id) == {}
    bench.runner.stack.redo()
    assert choices_of(bench.profile, bench.person.id) == {"target": ("b", "c")}


def test_a_refusal_of_what_would_replace_the_last_edit_leaves_that(bench: Bench) -> None:
    bench.runner.apply(ChangePerson(bench.person.id, "name", "Sandy"))
    with pytest.raises(UserError, match="Type a name"):
        bench.runner.apply(ChangePerson(bench.person.id, "name", " "), replaces_last=True)
    assert (bench.person.name, bench.runner.stack.count(), len(bench.heard)) == ("Sandy", 1, 1)
    bench.runner.stack.undo()
    assert bench.person.name == "Alex"


def test_with_nothing_to_replace_it_is_an_edit_like_any(bench: Bench) -> None:
    pick(bench, "target", "a", replaces_last=True)
    assert (choices_of(bench.profile, bench.person.id), bench.runner.stack.count()) == ({"target": ("a",)}, 1)


def test_what_was_changed_elsewhere_is_not_replaced_and_the_edit_is_done_all_the_same(
    bench: Bench, folder: Path
) -> None:
    pick(bench, "target", "a")
    other = Profile(ProfilePaths(folder))
    other.apply(SetChoices(bench.person.id, (("target", ("c",)),), DAY, "theirs"))
    other.close()
    pick(bench, "target", "b", replaces_last=True)
    assert choices_of(bench.profile, bench.person.id) == {"target": ("b",)}
    assert bench.runner.stack.count() == 2
    bench.runner.stack.undo()
    assert choices_of(bench.profile, bench.person.id) == {"target": ("c",)}


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_some_in_place_of_the_last_are_undone_and_redone_to_the_byte(bench: Bench, seed: int) -> None:
    chance, stack = random.Random(seed), bench.runner.stack
    states = [database_dump(bench.profile)]  # states[n]: with n steps done
    for _ in range(60):
        before = database_dump(bench.profile)
        match chance.choice(["do", "do", "again", "again", "again", "undo", "redo"]):
            case "undo" | "redo" as way:
                getattr(stack, way)()
            case way:
                some = chance.sample("abc", chance.randint(0, 3))
                if chance.random() < 0.2:
                    bench.runner.apply(ChangePerson(bench.person.id, "name", chance.choice(["Alex", "Sandy"])))
                else:
                    pick(bench, chance.choice(["target", "why"]), *some, replaces_last=way == "again")
                if database_dump(bench.profile) != before:  # else it is no step
                    states[stack.index() :] = [database_dump(bench.profile)]
        assert database_dump(bench.profile) == states[stack.index()]
        assert stack.count() + 1 == len(states)
    for way, last in (("undo", 0), ("redo", stack.count())):
        while stack.index() != last:
            getattr(stack, way)()
            assert database_dump(bench.profile) == states[stack.index()]
    assert bench.failed == []
