"""The overview of the Train page by hand: wheel, arrows, focus, what is in sight, and an old log that was imported."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from program_driver import Desk
from train_cases import ALT, CTRL, MONDAY, SHIFT, TODAY, Hand, with_plan
from workout_texts import add_workout, did


@pytest.fixture
def logged(desk: Desk) -> Hand:
    """Somebody in the second week of the plan, with two leg days in it, on a wide window."""
    profile, person = desk.context.profile, desk.person
    add_workout(
        profile, person, MONDAY, did("squat", "100x8@1", "100x8@1", "100x8@1"), did("bench_press", "60x10"), title="Now"
    )
    desk.window.resize(1400, 800)
    return with_plan(desk, MONDAY - timedelta(days=7))


def wheel(hand: Hand, target: QWidget, notches: int) -> None:
    """Turn the wheel over something."""
    window = hand.desk.window
    where = QPointF(target.mapTo(window, target.rect().center()))
    QTest.wheelEvent(window.windowHandle(), where, QPoint(0, 120 * notches))
    hand.desk.settle()


def in_sight(hand: Hand, part: QWidget, box: QRect | None = None) -> bool:
    """Whether a part of the overview is wholly in sight."""
    view = hand.page.overview.area.viewport()
    shown = part.rect() if box is None else box
    return view.rect().contains(QRect(part.mapTo(view, shown.topLeft()), shown.size()))


def test_the_wheel_over_a_choice_scrolls_and_changes_nothing(logged: Hand) -> None:
    area, effort = logged.page.overview.area, logged.page.overview.count.effort
    area.ensureWidgetVisible(effort)
    logged.desk.settle()
    bar, before = area.verticalScrollBar(), effort.currentText()
    at = bar.value()
    wheel(logged, effort, -1)
    assert effort.currentText() == before and not effort.hasFocus()
    assert bar.value() > at, "the page goes on"
    area.ensureWidgetVisible(effort)
    logged.desk.settle()
    effort.setFocus(Qt.FocusReason.TabFocusReason)
    wheel(logged, effort, -1)
    assert effort.currentText() != before, "whoever went there means it"


def test_arrows_stay_among_the_numbers_and_follow_the_columns(logged: Hand) -> None:
    count = logged.page.overview.count
    logged.press(Qt.Key.Key_C, ALT)
    logged.press(Qt.Key.Key_Up)
    logged.press(Qt.Key.Key_Left)
    assert logged.at.startswith("Tonnage, Legs"), "that is the edge"
    logged.press(Qt.Key.Key_Right)
    assert logged.at.startswith("Hard sets, Legs"), "beside it"
    logged.press(Qt.Key.Key_Left)
    logged.press(Qt.Key.Key_Down)
    logged.press(Qt.Key.Key_Down)
    assert logged.at.startswith("Tonnage: 3\u202f000") and not logged.at.startswith("Tonnage, ")
    logged.press(Qt.Key.Key_Left)
    assert logged.at.startswith("Tonnage: 3\u202f000")
    logged.press(Qt.Key.Key_Down)
    assert logged.at.startswith("Leg days")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        logged.press(key)
        assert QApplication.focusWidget() is count.leg_days
    logged.press(Qt.Key.Key_Down)
    assert logged.at.startswith("Direct hard sets")
    logged.press(Qt.Key.Key_End)
    logged.press(Qt.Key.Key_Down)
    logged.press(Qt.Key.Key_Right)
    assert count.upper.isAncestorOf(QApplication.focusWidget())


def test_back_from_a_lift_the_list_stands_where_it_was(desk: Desk) -> None:
    lifted = ("squat", "bench_press", "deadlift", "pull_up", "leg_press", "hip_thrust", "overhead_press")
    for at, key in enumerate(lifted):
        for week in range(1, 10 - at):
            add_workout(desk.context.profile, desk.person, TODAY - timedelta(weeks=week), did(key, "60x5@1"))
    desk.window.resize(1000, 700)
    hand = Hand(desk)
    hand.go()
    desk.click("train_show_strength")
    desk.settle()
    lifts = hand.page.overview.strength.list
    for back in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        lifts.setFocus()
        lifts.setCurrentRow(4)
        chosen = lifts.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
        hand.press(Qt.Key.Key_Return)
        assert hand.page.overview.strength.detail.isVisible()
        hand.press(back)
        assert desk.has_focus("train_lifts")
        item = lifts.currentItem()
        assert item.data(Qt.ItemDataRole.AccessibleTextRole) == chosen
        box = lifts.visualItemRect(item)
        assert lifts.viewport().rect().intersects(box) and in_sight(hand, lifts.viewport(), box)


def test_an_old_log_says_when_it_ends_and_shows_it(desk: Desk) -> None:
    day = date(TODAY.year - 5, 12, 22)
    add_workout(desk.context.profile, desk.person, day, did("squat", "100x8@1"))
    hand = Hand(desk)
    overview = hand.go().overview
    said = f"22 Dec {day.year}"
    assert overview.history.none.text() == f"Last workout {said}." and overview.history.more.text() == "Show it"
    assert overview.count.empty.text() == f"Nothing is logged in this week. The last workout before it: {said}."
    desk.click("train_count_last")
    desk.settle()
    assert str(day.year) in overview.count.period.text() and overview.count.parts.isVisible()
    assert not overview.count.last.isVisible()
    desk.click("train_history_more")
    desk.settle()
    assert overview.history.list.count() == 1 and not overview.history.none.isVisible()


def test_without_a_log_it_says_where_workouts_come_from(desk: Desk) -> None:
    overview = Hand(desk).go().overview
    desk.settle()
    for said in (overview.history.none, overview.count.empty):
        assert said.text().endswith("come in with File > Import.")
    assert not overview.count.last.isVisible()
    assert "3 or more hard sets of lower-body exercises" in overview.count.leg_days.toolTip()


def test_after_a_session_of_today_enter_does_not_start_the_next_one(desk: Desk) -> None:
    desk.window.resize(1000, 600)
    hand = with_plan(desk, None)
    hand.enter("", "100x8@2", "8@2", "8@2")
    hand.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    card = hand.page.overview.next
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton) and card.isAncestorOf(focused)
    assert in_sight(hand, focused) and in_sight(hand, card.title)
    hand.press(Qt.Key.Key_Return)
    assert hand.page.workout is None and len(hand.log) == 1


def test_several_workouts_are_copied_and_deleted_as_one_step(desk: Desk) -> None:
    for week in (1, 2, 3):
        add_workout(desk.context.profile, desk.person, TODAY - timedelta(weeks=week), did("squat", "60x5@1"))
    hand = Hand(desk)
    workouts = hand.go().overview.history.list
    workouts.setFocus()
    workouts.setCurrentRow(0)
    desk.press(Qt.Key.Key_Down, SHIFT)
    desk.ctrl(Qt.Key.Key_C)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0] == ["Day", "Workout", "Sets", "Exercises"]
    assert [line[0] for line in lines[1:]] == [str(TODAY - timedelta(weeks=week)) for week in (1, 2)]
    desk.press(Qt.Key.Key_Delete)
    desk.settle()
    assert workouts.count() == 1 and desk.undo_action().text() == "Undo Delete 2 workouts"
    desk.undo()
    desk.settle()
    assert workouts.count() == 3


def test_a_click_opens_a_workout_and_with_ctrl_selects_it(desk: Desk) -> None:
    for week in (1, 2):
        add_workout(desk.context.profile, desk.person, TODAY - timedelta(weeks=week), did("squat", "60x5@1"))
    hand = Hand(desk)
    workouts = hand.go().overview.history.list
    hand.page.overview.area.ensureWidgetVisible(workouts)
    for row in (0, 1):
        place = workouts.visualItemRect(workouts.item(row)).center()
        desk.qtbot.mouseClick(workouts.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert len(workouts.selectedItems()) == 2 and hand.page.overview.isVisible()
    desk.qtbot.mouseClick(workouts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
    assert not hand.page.overview.isVisible()
