"""Work that takes long is shown with its title, can be cancelled, and goes on when it is wanted after all."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from legwork.qt.core.latest import LONG_MS, Latest
from legwork.qt.core.tasks import Task
from legwork.qt.pages.balance.page import BalancePage
from program_driver import Desk


class Long:
    """Work that goes on until it may end, or is stopped."""

    def __init__(self) -> None:
        self.may_end = threading.Event()
        self.begun = 0

    def __call__(self, task: Task) -> str:
        self.begun += 1
        while not self.may_end.wait(0.005):
            task.breathe()
        return "worked out"


@pytest.fixture
def long() -> Iterator[Long]:
    work = Long()
    yield work
    work.may_end.set()


def notice(desk: Desk) -> tuple[str, str]:
    """What the bar at the bottom says, and offers; nothing while it is not seen."""
    bar = desk.window.notices
    return (bar.text.text(), bar.action.text()) if bar.isVisible() else ("", "")


def wait_for(desk: Desk, what: tuple[str, str]) -> None:
    desk.qtbot.waitUntil(lambda: notice(desk) == what, timeout=LONG_MS + 5000)


def test_it_is_shown_cancelled_and_goes_on(desk: Desk, long: Long) -> None:
    asked = Latest(desk.context.worker, desk.window)
    ends: list[object] = []
    asked.done.connect(ends.append)
    asked.failed.connect(lambda: ends.append("nothing"))
    asked.ask("Working out trends", long)
    desk.qtbot.wait(200)
    assert notice(desk) == ("", ""), "what is soon there is not worth a word"
    wait_for(desk, ("Working out trends", "Cancel"))
    desk.click("notice_action")
    wait_for(desk, ("Working out trends: stopped.", "Go on"))
    desk.qtbot.waitUntil(lambda: not asked.busy)
    assert ends == ["nothing"]
    desk.click("notice_action")
    long.may_end.set()
    desk.qtbot.waitUntil(lambda: ends == ["nothing", "worked out"])
    assert long.begun == 2 and notice(desk) == ("", "")


def test_what_was_stopped_does_not_come_in_the_place_of_what_was_asked_since(desk: Desk, long: Long) -> None:
    asked = Latest(desk.context.worker, desk.window)
    came: list[object] = []
    asked.done.connect(came.append)
    asked.ask("Working out trends", long)
    wait_for(desk, ("Working out trends", "Cancel"))
    desk.click("notice_action")
    asked.ask("The same of somebody else", lambda _task: "of somebody else")
    desk.qtbot.waitUntil(lambda: came == ["of somebody else"])
    assert notice(desk) == ("Working out trends: stopped.", "Go on")
    long.may_end.set()
    desk.click("notice_action")
    desk.settle()
    assert came == ["of somebody else"] and long.begun == 1 and not asked.busy


def test_going_on_with_what_is_gone_does_nothing(desk: Desk, long: Long) -> None:
    asked = Latest(desk.context.worker, desk.window)
    asked.ask("Working out trends", long)
    wait_for(desk, ("Working out trends", "Cancel"))
    desk.click("notice_action")
    delete(asked)  # as when the pages are built anew for another text size
    desk.click("notice_action")
    assert long.begun == 1 and notice(desk) == ("", "")


def test_an_undo_on_offer_is_not_pushed_aside(desk: Desk, long: Long) -> None:
    asked = Latest(desk.context.worker, desk.window)
    asked.ask("Working out trends", long)
    desk.window.notices.say("Done: Delete check-in.", "Undo", QApplication.beep)
    desk.qtbot.wait(LONG_MS + 300)
    assert notice(desk) == ("Done: Delete check-in.", "Undo")
    asked.drop()


def test_a_page_that_was_stopped_says_so_and_asks_again_when_it_is_next_shown(sample_desk: Desk, long: Long) -> None:
    desk = sample_desk
    desk.context.worker.start(Task("Something else", long), visible=False)  # one thing is worked out at a time
    desk.window.show_page("balance")
    page = desk.page
    assert isinstance(page, BalancePage)
    wait_for(desk, ("Working out the balance", "Cancel"))
    desk.click("notice_action")
    assert notice(desk) == ("Working out the balance: stopped.", "Go on")
    long.may_end.set()
    desk.qtbot.waitUntil(lambda: page.waiting.text() == "Not worked out yet.")
    desk.go("today")
    desk.go("balance")
    assert not page.waiting.isVisible() and page.view is not None
