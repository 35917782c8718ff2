"""Only what was asked last is heard of; a mistake in it reaches whoever catches what nobody caught."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import BackgroundWorker, Task


class Asker(QObject):
    """Notes what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.worker = BackgroundWorker(self)
        self.latest = Latest(self.worker, self)
        self.heard: list[object] = []
        self.failures = 0
        self.latest.done.connect(self.heard.append)
        self.latest.failed.connect(self._on_failed)

    def _on_failed(self) -> None:
        self.failures += 1


@pytest.fixture
def asker(qtbot: QtBot) -> Iterator[Asker]:
    made = Asker()
    yield made
    made.worker.wait()


def say(word: str, _task: Task) -> str:
    return word


def wait_then_say(gate: threading.Event, word: str, _task: Task) -> str:
    assert gate.wait(10)
    return word


def until_stopped(_gate: threading.Event, _word: str, task: Task) -> str:
    while True:
        task.breathe()


def mistake(_task: Task) -> None:
    raise ZeroDivisionError("a mistake")


def test_an_answer_arrives_once_and_nothing_is_waited_for_after_it(qtbot: QtBot, asker: Asker) -> None:
    asker.latest.ask("one", partial(say, "one"))
    assert asker.latest.busy
    qtbot.waitUntil(lambda: not asker.latest.busy)
    assert asker.heard == ["one"]


@pytest.mark.parametrize("first", [wait_then_say, until_stopped], ids=["that ends", "that is cancelled"])
def test_nothing_is_heard_of_work_once_something_else_is_asked(
    qtbot: QtBot, asker: Asker, first: Callable[..., Any]
) -> None:
    gate = threading.Event()
    asker.latest.ask("old", partial(first, gate, "old"))
    asker.latest.ask("new", partial(say, "new"))
    gate.set()
    qtbot.waitUntil(lambda: not asker.latest.busy)
    assert asker.heard == ["new"] and not asker.failures


def test_what_is_dropped_is_not_heard_of(qtbot: QtBot, asker: Asker) -> None:
    gate = threading.Event()
    asker.latest.ask("old", partial(wait_then_say, gate, "old"))
    asker.latest.drop()
    assert not asker.latest.busy
    gate.set()
    asker.worker.wait()
    qtbot.wait(20)
    assert asker.heard == []


def test_a_mistake_is_raised_in_the_window_and_something_else_can_be_asked(qtbot: QtBot, asker: Asker) -> None:
    with qtbot.captureExceptions() as caught:
        asker.latest.ask("wrong", mistake)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert asker.failures == 1 and not asker.latest.busy and asker.heard == []
    asker.latest.ask("right", partial(say, "right"))
    qtbot.waitUntil(lambda: not asker.latest.busy)
    assert asker.heard == ["right"]


def test_a_mistake_in_what_is_no_longer_wanted_is_nobodys_business(qtbot: QtBot, asker: Asker) -> None:
    asker.latest.ask("wrong", mistake)
    asker.latest.ask("right", partial(say, "right"))
    qtbot.waitUntil(lambda: not asker.latest.busy)
    assert asker.heard == ["right"] and not asker.failures
