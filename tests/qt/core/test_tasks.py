"""Work in the background: its end arrives in the window's thread, and Cancel stops it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread
from pytestqt.qtbot import QtBot

from legwork.errors import Cancelled
from legwork.qt.core.tasks import BackgroundWorker, Task


class Ear(QObject):
    """Notes what it hears, and in which thread."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: list[QThread] = []
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)

    def _note(self, what: str, value: object) -> None:
        self.heard.append((what, value))
        self.threads.append(QThread.currentThread())

    def _on_done(self, result: object) -> None:
        self._note("done", result)

    def _on_failed(self, error: object) -> None:
        self._note("failed", error)

    def _on_cancelled(self) -> None:
        self._note("cancelled", None)


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[BackgroundWorker]:
    owner = QObject()
    worker = BackgroundWorker(owner)
    yield worker
    worker.wait()


def run(qtbot: QtBot, worker: BackgroundWorker, task: Task) -> Ear:
    ear = Ear(task)
    with qtbot.waitSignal(task.ended, timeout=5000):
        worker.start(task)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert ear.threads == [ear.thread()], "it arrives once, in the window's thread"
    return ear


def test_the_result_arrives_and_the_work_ran_elsewhere(qtbot: QtBot, worker: BackgroundWorker) -> None:
    where: list[int] = []

    def work(_task: Task) -> str:
        where.append(threading.get_ident())
        return "counted"

    assert run(qtbot, worker, Task("Counting", work)).heard == [("done", "counted")]
    assert where != [threading.get_ident()]


def test_an_exception_arrives_as_it_was_raised(qtbot: QtBot, worker: BackgroundWorker) -> None:
    error = ValueError("no number")

    def work(_task: Task) -> None:
        raise error

    assert run(qtbot, worker, Task("Counting", work)).heard == [("failed", error)]


def test_cancel_stops_the_work_and_nothing_is_done(qtbot: QtBot, worker: BackgroundWorker) -> None:
    started = threading.Event()

    def work(task: Task) -> None:
        started.set()
        while not task.should_stop():
            threading.Event().wait(0.001)
        raise Cancelled

    task = Task("Counting", work)
    ear = Ear(task)
    worker.start(task)
    qtbot.waitUntil(started.is_set)
    assert ear.heard == []
    task.cancel()
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert ear.heard == [("cancelled", None)]


def test_tasks_run_one_after_the_other(qtbot: QtBot, worker: BackgroundWorker) -> None:
    running: list[str] = []
    together: list[bool] = []

    def work(task: Task) -> str:
        running.append(task.title)
        together.append(len(running) > 1)
        running.remove(task.title)
        return task.title

    tasks = [Task(str(number), work) for number in range(5)]
    ears = [Ear(task) for task in tasks]
    for task in tasks:
        worker.start(task)
    qtbot.waitUntil(lambda: all(ear.heard for ear in ears))
    assert [ear.heard for ear in ears] == [[("done", str(number))] for number in range(5)]
    assert not any(together)


def test_only_what_a_person_waits_for_is_shown(qtbot: QtBot, worker: BackgroundWorker) -> None:
    shown: list[Task] = []
    worker.started.connect(shown.append)
    seen, unseen = Task("seen", lambda _task: None), Task("unseen", lambda _task: None)
    worker.start(unseen, visible=False)
    worker.start(seen)
    assert shown == [seen]


def test_waiting_cancels_what_runs_and_what_is_queued(qtbot: QtBot, worker: BackgroundWorker) -> None:
    def work(task: Task) -> None:
        while not task.should_stop():
            threading.Event().wait(0.001)
        raise Cancelled

    tasks = [Task(str(number), work) for number in range(3)]
    ears = [Ear(task) for task in tasks]
    for task in tasks:
        worker.start(task)
    assert worker.wait(5000)
    qtbot.waitUntil(lambda: all(ear.heard for ear in ears))
    assert [ear.heard for ear in ears] == [[("cancelled", None)]] * 3


def test_what_is_stopped_says_nothing_any_more(qtbot: QtBot, worker: BackgroundWorker) -> None:
    """A page may still stand there while its profile is closed: an answer would make it read what is closed."""
    task = Task("Counting", lambda _task: "counted")
    ear = Ear(task)
    worker.start(task)
    worker.stop()
    QCoreApplication.processEvents()
    assert ear.heard == []


def test_work_that_is_waited_for_rests_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []
    monkeypatch.setattr("legwork.qt.core.tasks.time.sleep", rests.append)
    counts = []
    for waited_for in (False, True):
        task = Task("", bool, waited_for=waited_for)
        task.begin()
        rests.clear()
        for _ in range(200):
            task.breathe()
        counts.append(len(rests))
    assert counts[0] == 200 and counts[1] < 10
