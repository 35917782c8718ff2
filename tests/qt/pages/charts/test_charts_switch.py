"""The switch between the views of the Charts page: what is shown, kept and followed, and that it has its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from charts_driver import Charts
from legwork.services.people import AddPerson
from legwork.services.workouts import DeleteWorkout, workouts_of
from program_driver import ALEX, Desk, fill, opened
from trained_charts import MONDAY, train, train_weeks

ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("turn", "shown"),
    [
        (lambda desk: desk.click("charts_show_dose"), "charts_show_dose"),
        (lambda desk: desk.press(Qt.Key.Key_3, ALT), "charts_show_calendar"),
        (lambda desk: desk.press(Qt.Key.Key_4, ALT), "charts_show_dose"),
        (lambda desk: desk.context.navigate.emit("charts/calendar"), "charts_show_calendar"),
    ],
)
def test_turning_to_another_view(lifter: Charts, turn: Callable[[Desk], object], shown: str) -> None:
    desk = lifter.desk
    lifter.chart.setFocus()
    turn(desk)
    desk.settle()
    assert lifter.pressed("charts_show") == [shown]
    assert not lifter.page.isVisible() and not any(one.isVisible() for one in lifter.page.tools)
    focus = QApplication.focusWidget()
    assert focus is not None and lifter.frame.isAncestorOf(focus), "the keys go on in the view"
    desk.press(Qt.Key.Key_1, ALT)
    desk.settle()
    assert lifter.page.isVisible() and desk.child(QPushButton, "chart_save").isVisible()
    assert QApplication.focusWidget() is lifter.chart


def test_the_view_is_shown_again_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        train_weeks(desk)
        Charts(desk).click("charts_show_calendar")
    with opened(qtbot, folder) as desk:
        charts = Charts(desk)
        desk.settle()
        assert charts.pressed("charts_show") == ["charts_show_calendar"]
        charts.click("charts_show_time")
        assert charts.drawn() == ["Hard sets, legs", "Hard sets, upper body"]


def test_what_changed_while_another_view_was_shown_is_there(lifter: Charts) -> None:
    desk = lifter.desk
    lifter.click("charts_show_dose")
    [first, *_] = workouts_of(desk.context.profile, desk.person.id)
    desk.context.runner.apply(DeleteWorkout(first.workout.id, first.workout.day))
    desk.settle()
    lifter.click("charts_show_time")
    assert lifter.cell("Hard sets, legs", "verdict").startswith("4 a week, 44 in all")


@pytest.mark.parametrize("width", [1400, 1000])
def test_the_switch_stays_in_its_place_whatever_it_shows(lifter: Charts, width: int) -> None:
    desk = lifter.desk
    desk.window.resize(width, 700)
    desk.settle()
    assert desk.window.width() == width
    switch = desk.child(QWidget, "charts_switch")

    def on_window(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(desk.window, QPoint(0, 0)), widget.size())

    places = []
    for view in ("time", "goals", "calendar", "dose"):
        lifter.click(f"charts_show_{view}")
        desk.settle()
        places.append(on_window(switch))
    assert len({(one.x(), one.y()) for one in places}) == 1
    assert places[0].top() > on_window(lifter.frame.heading).bottom()
    assert switch.width() >= switch.sizeHint().width()


@pytest.mark.parametrize("view", ["time", "calendar", "dose"])
def test_tab_goes_through_all_of_a_view(both: Charts, view: str) -> None:
    desk = both.desk
    both.click(f"charts_show_{view}")
    shown = both.frame.stack.currentWidget()
    assert shown is not None
    wanted = {
        one
        for one in shown.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if one.focusProxy() is None and not getattr(one, "group", lambda: None)()
    }
    reached = set()
    for _ in range(100):
        desk.press(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert wanted and {one.objectName() for one in wanted - reached} == set()


def test_nothing_in_the_window_is_said_with_a_way_out(desk: Desk) -> None:
    for back in range(3):
        train(desk, MONDAY - timedelta(weeks=150 + back), "100x5@1")
    desk.context.runner.reload_everything()
    charts = Charts(desk)
    desk.settle()
    assert charts.note().startswith("Nothing in the time that is shown: choose “All” above to see what there is, from ")
    charts.click("range_all")
    assert charts.note().startswith("Click a bar")


def test_another_person_begins_with_a_view_of_their_own(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.go("charts")
        QTest.keyClick(desk.window, Qt.Key.Key_4, ALT)
        page = Charts(desk).frame
        assert page.shown == "dose"
        desk.context.runner.apply(AddPerson("Ben"))
        ben = next(one for one in desk.context.people if one.name == "Ben")
        alex = desk.person
        desk.context.look_at(ben.uid)
        desk.settle()
        assert page.shown == "time"
        desk.context.look_at(alex.uid)
        desk.settle()
        assert page.shown == "dose"
