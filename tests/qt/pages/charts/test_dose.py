"""Dose against response on the Charts page: sites with what can be said, a plot that is read by keys, and its sets."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QTableWidget, QWidget

from done_workouts import AddWorkout
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.qt.pages.charts.dose import DoseView
from program_driver import Desk

TODAY = date.today()
DOSES = (4, 12, 8, 14, 6, 10, 2)
WEEKS = 8 * len(DOSES)
MONDAY = TODAY - timedelta(days=TODAY.weekday() + 7 * WEEKS)


def opened(desk: Desk) -> DoseView:
    desk.go("charts")
    desk.click("charts_show_dose")
    desk.settle()
    view = desk.child(QWidget, "dose_view")
    assert isinstance(view, DoseView)
    return view


@pytest.fixture
def dosed(desk: Desk) -> DoseView:
    """Calf raises once a week and both calves on Sundays, growing by 0.06 cm a month for each set; hips for a while."""
    grown = 0.0
    for week in range(WEEKS):
        sets = DOSES[week // 8]
        grown += 0.06 * sets * 7 / 30.4375
        monday = MONDAY + timedelta(weeks=week)
        raises = (LoggedExercise("standing_calf_raise", (LoggedSet(reps=10),) * sets),)
        desk.context.profile.apply(AddWorkout(desk.person.id, Workout(0, monday, exercises=raises)))
        girth = f"{37 + grown:.2f}"
        texts = {"calf_left": girth, "calf_right": girth, **({"hips": "98"} if week < 12 else {})}
        desk.remember(monday + timedelta(days=6), **texts)
    return opened(desk)


def text(desk: Desk, name: str) -> str:
    return desk.child(QLabel, name).text()


def test_the_list_says_what_can_be_said(desk: Desk, dosed: DoseView) -> None:
    sites = desk.child(QListWidget, "dose_sites")
    said = [sites.item(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(sites.count())]
    assert said == ["Calf: grew faster with more sets", "Hips: too early: 1 of 5 stretches"]
    assert text(desk, "dose_title") == "Calf, left and right averaged"
    assert "With one set more a week it grew by +0.06 cm a month" in text(desk, "dose_words")
    assert "no experiment" in text(desk, "dose_note") and "Below the tape: calves" in text(desk, "dose_muscles")
    desk.press(Qt.Key.Key_Down)
    assert text(desk, "dose_title") == "Hips"
    assert "Too early: it takes about 32 more weeks" in text(desk, "dose_words")


def test_reading_stretches_by_keys(desk: Desk, dosed: DoseView) -> None:
    dosed.chart.setFocus()
    assert "2 hard sets a week, +0.1" in text(desk, "dose_read_out")
    desk.press(Qt.Key.Key_Right)
    assert "4 hard sets a week, +0.24 ± " in text(desk, "dose_read_out")
    assert dosed.chart.accessibleDescription() == text(desk, "dose_read_out")
    table = desk.child(QTableWidget, "dose_table")
    assert table.item(table.currentRow(), 1).text() == "4", "the table points at the same stretch"
    desk.press(Qt.Key.Key_End)
    assert "14 hard sets a week" in text(desk, "dose_read_out")
    desk.press(Qt.Key.Key_Left)
    assert "12 hard sets a week" in text(desk, "dose_read_out")


def test_the_mouse_reads_what_it_is_near(desk: Desk, dosed: DoseView) -> None:
    assert dosed.shown is not None
    one = dosed.shown.points[2]
    desk.qtbot.mouseMove(dosed.chart, dosed.chart.point_place(one).toPoint())
    assert text(desk, "dose_read_out") == one.spoken
    assert dosed.chart.pointed == one


def test_the_table_points_at_the_plot(desk: Desk, dosed: DoseView) -> None:
    table = desk.child(QTableWidget, "dose_table")
    assert table.rowCount() == 7 and table.item(0, 1).text() == "2", "newest first"
    assert table.item(0, 2).text().startswith("+0.1")
    table.setFocus()
    desk.press(Qt.Key.Key_Down)
    assert dosed.chart.pointed is not None and dosed.chart.pointed.sets == 10


def test_enter_shows_the_sets(desk: Desk, dosed: DoseView) -> None:
    dosed.chart.setFocus()
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    dialog = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "sets_behind_dialog")
    desk.qtbot.waitUntil(lambda: any("32 hard sets" in one.text() for one in dialog.findChildren(QLabel)))
    dialog.close()


def test_copied_as_a_table(desk: Desk, dosed: DoseView) -> None:
    desk.click("dose_copy")
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["From", "To", "Hard sets a week"] and len(lines) == 8
    assert lines[1][0] == str(MONDAY) and lines[1][2] == "4" and float(lines[1][3]) == pytest.approx(0.24, abs=0.01)


def test_copied_as_a_picture(desk: Desk, dosed: DoseView) -> None:
    desk.click("dose_copy_picture")
    picture = QGuiApplication.clipboard().image()
    assert (picture.width(), picture.pixelColor(2, 2).lightness()) == (1280, 255)
    teal = QColor("#0B6E78")
    colours = {picture.pixel(x, y) for x in range(0, 1280, 2) for y in range(60, picture.height(), 2)}
    assert any(abs(QColor(one).hslHue() - teal.hslHue()) < 4 and QColor(one).lightness() < 90 for one in colours)


def test_it_follows_edits(desk: Desk, dosed: DoseView) -> None:
    raises = (LoggedExercise("standing_calf_raise", (LoggedSet(reps=10),) * 8),)
    desk.context.runner.apply(AddWorkout(desk.person.id, Workout(0, MONDAY, exercises=raises)))
    desk.settle()
    assert dosed.shown is not None and dosed.shown.site == "calf" and dosed.shown.points[0].sets == 5
    desk.undo()
    desk.settle()
    assert dosed.shown.points[0].sets == 4


def test_nothing_logged_and_nothing_measured(desk: Desk) -> None:
    view = opened(desk)
    heard: list[str] = []
    desk.context.navigate.connect(heard.append)
    desk.click(desk.child(QPushButton, "empty_state_action", view))
    desk.settle()
    assert heard == ["train"]
    desk.go("charts")
    raises = (LoggedExercise("standing_calf_raise", (LoggedSet(reps=10),) * 3),)
    desk.context.runner.apply(AddWorkout(desk.person.id, Workout(0, TODAY, exercises=raises)))
    desk.settle()
    desk.click(desk.child(QPushButton, "empty_state_action", view))
    assert heard == ["train", "measure"]
