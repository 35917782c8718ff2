"""The bar at the bottom: what happened, with an Undo that undoes just that; what runs, with a Cancel that cancels."""

from __future__ import annotations

import threading
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton

from legwork.errors import Cancelled
from legwork.qt.core.tasks import Task
from legwork.services import check_ins
from legwork.services.check_ins import DeleteCheckIns
from program_driver import Desk

TODAY = date.today()
DAY = TODAY - timedelta(days=7)


def delete(desk: Desk) -> None:
    desk.remember(DAY, calf_left="38.2")
    there = check_ins.on_day(desk.context.profile, desk.person.id, DAY)
    assert there.id is not None
    desk.context.runner.apply(DeleteCheckIns((there.id,), (DAY,)))


def test_undo_in_the_notice_undoes(desk: Desk) -> None:
    delete(desk)
    assert desk.notice.startswith("Done: Delete check-in of ")
    assert desk.child(QPushButton, "notice_action").text() == "Undo"
    desk.click("notice_action")
    assert desk.stored("calf_left", DAY) == ["38.2 cm"]
    assert desk.notice == "", "a notice that was answered goes"


def test_a_click_in_the_notice_leaves_the_keyboard_where_it_is(desk: Desk) -> None:
    delete(desk)
    desk.go("measure")
    field = desk.reading("waist")
    field.setFocus()
    desk.click("notice_action")
    assert desk.notice == "" and field.hasFocus()


def test_undo_in_the_notice_never_undoes_something_else(desk: Desk) -> None:
    delete(desk)
    desk.enter("calf_left", "38.5")
    if desk.window.notices.isVisible() and desk.window.notices.action.isVisible():
        desk.click("notice_action")
    assert desk.stored("calf_left") == ["38.5 cm"], "the notice was about the deletion"


def test_undoing_by_the_menu_takes_the_offer_away(desk: Desk) -> None:
    desk.enter("calf_left", "38.5")
    delete_day = TODAY
    there = check_ins.on_day(desk.context.profile, desk.person.id, delete_day)
    assert there.id is not None
    desk.context.runner.apply(DeleteCheckIns((there.id,), (delete_day,)))
    desk.undo()
    assert desk.stored("calf_left") == ["38.5 cm"]
    if desk.window.notices.isVisible() and desk.window.notices.action.isVisible():
        desk.click("notice_action")
    assert desk.stored("calf_left") == ["38.5 cm"], "the deletion was taken back already"


def test_the_bar_stays_inside_the_window_and_shows_all_of_its_sentence(desk: Desk) -> None:
    bar = desk.window.notices
    for width in (1280, 900):
        desk.window.resize(width, 800)
        bar.say("A long sentence about a file whose name is long. " * 4, "Undo", lambda: None)
        desk.settle()
        host = bar.parentWidget().rect()
        assert host.contains(bar.geometry())
        assert bar.text.height() >= bar.text.heightForWidth(bar.text.width())
        desk.window.resize(width - 100, 700)
        desk.settle()
        assert bar.parentWidget().rect().contains(bar.geometry())


def test_the_bar_can_be_reached_and_read_without_a_mouse(desk: Desk) -> None:
    delete(desk)
    assert desk.window.notices.accessibleName() == desk.notice
    action = desk.child(QPushButton, "notice_action")
    action.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Space)
    assert desk.stored("calf_left", DAY) == ["38.2 cm"]


def test_running_work_is_shown_and_can_be_cancelled(desk: Desk) -> None:
    def work(task: Task) -> None:
        while not task.should_stop():
            threading.Event().wait(0.001)
        raise Cancelled

    task = Task("Reading measurement_data.csv", work)
    desk.context.worker.start(task)
    assert desk.notice == "Reading measurement_data.csv"
    assert any(bar.isVisible() for bar in desk.window.notices.findChildren(QProgressBar))
    assert desk.child(QPushButton, "notice_action").text() == "Cancel"
    with desk.qtbot.waitSignal(task.cancelled, timeout=5000):
        desk.click("notice_action")
    desk.qtbot.waitUntil(lambda: desk.notice == "")


def test_the_bar_goes_when_the_work_is_done(desk: Desk) -> None:
    task = Task("Reading", lambda _task: None)
    with desk.qtbot.waitSignal(task.ended, timeout=5000):
        desk.context.worker.start(task)
    desk.qtbot.waitUntil(lambda: desk.notice == "")
