"""The calendar of training on the Charts page: what a day tells, the years, what was kept, and the ways out of it."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton, QWidget

from done_workouts import AddWorkout
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.qt.core.tasks import Task
from legwork.qt.pages.charts.calendar import CalendarView
from legwork.qt.pages.charts.page import ChartsPage
from legwork.qt.widgets.facts_table import FactsTable
from legwork.services.plans import AddPlan
from legwork.services.settings import THEME, ChangeSetting
from legwork.services.workouts import DeleteWorkout, workouts_of
from program_driver import Desk
from training_year_cases import done, keep_plan, plan

TODAY = date.today()
START = TODAY - timedelta(days=TODAY.weekday() + 14)
"""The Monday two weeks before this one."""


def opened(desk: Desk) -> CalendarView:
    page = desk.go("charts")
    assert isinstance(page, ChartsPage)
    desk.click("charts_show_calendar")
    desk.settle()
    view = desk.child(QWidget, "calendar_view")
    assert isinstance(view, CalendarView)
    return view


def day(after: int) -> date:
    return START + timedelta(days=after)


def told(desk: Desk) -> str:
    return desk.child(QLabel, "training_day").text() + ": " + desk.child(QLabel, "training_day_told").text()


def turn_to(desk: Desk, view: CalendarView, wanted: date) -> None:
    view.show_day(wanted)
    desk.settle()


@pytest.fixture
def trained(desk: Desk) -> CalendarView:
    """Two weeks by a plan: legs on Monday, the press a day late, the second week left out but for a free workout."""
    ids = keep_plan(desk.context.profile, desk.person, START)
    for workout in (
        done(day(0), "Legs", "squat", 3, 100, ids[0]),
        done(day(3), "Press", "bench_press", 3, 60, ids[1]),
        done(day(9), "", "bench_press", 2, 60, None),
        done(day(9), "Evening", "squat", 2, 60, None),
    ):
        desk.context.profile.apply(AddWorkout(desk.person.id, workout))
    return opened(desk)


def test_a_day_in_words_for_eyes_and_for_a_screen_reader(desk: Desk, trained: CalendarView) -> None:
    turn_to(desk, trained, day(0))
    assert "Legs, 3 sets, 2\u202f400\N{NO-BREAK SPACE}kg, 40 min, as planned" in told(desk)
    assert "Week 1 of 4, Base: 2 of 3 sessions done" in told(desk)
    said = trained.year.accessibleDescription()
    assert "Legs, 3 sets" in said and str(day(0).year) in said
    for _ in range(3):
        desk.press(Qt.Key.Key_Down)
        desk.settle()
    assert "moved from Wednesday" in told(desk) and "moved from Wednesday" in trained.year.accessibleDescription()
    turn_to(desk, trained, day(7))
    assert "Legs was planned and not done" in told(desk)


def test_the_mouse_reads_a_day_and_the_keyboard_stays(desk: Desk, trained: CalendarView) -> None:
    turn_to(desk, trained, day(0))
    if day(3).year == day(0).year:
        desk.qtbot.mouseMove(trained.year, trained.year.day_rect(day(3)).center().toPoint())
        assert "Press, 3 sets" in told(desk)
        assert desk.child(QPushButton, f"training_day_open_{_ids(desk)[0]}").text() == "Open Legs"
    desk.press(Qt.Key.Key_Down)
    desk.settle()
    assert trained.year.current == day(1)


def _ids(desk: Desk) -> list[int]:
    return [one.workout.id for one in workouts_of(desk.context.profile, desk.person.id)]


def _asked(desk: Desk) -> list[str]:
    heard: list[str] = []
    desk.context.navigate.connect(heard.append)
    return heard


def test_enter_opens_the_workout(desk: Desk, trained: CalendarView) -> None:
    heard = _asked(desk)
    turn_to(desk, trained, day(1))
    desk.press(Qt.Key.Key_Return)
    assert heard == [], "nothing to open on this day"
    turn_to(desk, trained, day(0))
    desk.press(Qt.Key.Key_Return)
    assert heard == [f"train/{_ids(desk)[0]}"]


def test_the_button_opens_it_as_well(desk: Desk, trained: CalendarView) -> None:
    heard = _asked(desk)
    turn_to(desk, trained, day(3))
    press = _ids(desk)[1]
    desk.click(f"training_day_open_{press}")
    assert heard == [f"train/{press}"]


def test_of_several_one_is_picked(desk: Desk, trained: CalendarView) -> None:
    heard = _asked(desk)
    turn_to(desk, trained, day(9))
    desk.press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and [one.text() for one in menu.actions()] == ["Free session", "Evening"]
    desk.qtbot.keyClick(menu, Qt.Key.Key_Down)
    desk.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert heard == [f"train/{_ids(desk)[3]}"]


def test_years_back_and_forward(desk: Desk, trained: CalendarView) -> None:
    old = date(TODAY.year - 3, 5, 6)
    desk.context.runner.apply(AddWorkout(desk.person.id, done(old, "Long ago", "squat", 5, 80, None)))
    desk.settle()
    box = desk.child(QComboBox, "calendar_year")
    assert [box.itemText(place) for place in range(box.count())][-4:] == [str(old.year + 3 - one) for one in range(4)]
    turn_to(desk, trained, TODAY)
    desk.click("calendar_back")
    desk.settle()
    assert trained.shown_year == TODAY.year - 1 and box.currentText() == str(TODAY.year - 1)
    desk.press(Qt.Key.Key_Home)
    trained.year.setFocus()
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Up)
    desk.settle()
    assert trained.year.current == date(TODAY.year - 2, 12, 31), "the arrow walks into the year before"
    turn_to(desk, trained, old)
    assert "Long ago, 5 sets" in told(desk)
    assert not desk.child(QPushButton, "calendar_back").isEnabled()
    desk.click("calendar_today")
    desk.settle()
    assert trained.year.current == TODAY


def test_it_follows_the_plan_that_is_chosen_on_train(desk: Desk, trained: CalendarView) -> None:
    """Two plans run this week and nothing of it is done, so it belongs to the one that one trains by."""
    short = read_plan("Plan: Short\nWeek\nSession: Quick (Monday)\nsquat: 1x8\n", UnitSystem.METRIC)
    desk.context.runner.apply(AddPlan(desk.person.id, short, day(14)))
    desk.settle()
    turn_to(desk, trained, day(14))
    assert "Quick" in told(desk) and "Legs" not in told(desk)
    desk.go("train")
    chooser = desk.child(QComboBox, "train_plan")
    chooser.setCurrentIndex(chooser.findText("Legs first"))
    chooser.activated.emit(chooser.currentIndex())
    desk.settle()
    desk.go("charts")
    assert "Legs" in told(desk) and "Quick" not in told(desk), "with no edit in between"


def test_a_gap_between_plans_is_in_no_number_and_in_no_list_of_sets(desk: Desk) -> None:
    one_week = plan(2)
    for first in (START - timedelta(weeks=2), START + timedelta(weeks=1)):
        keep_plan(desk.context.profile, desk.person, first, one_week)
    for after in (-12, 2, 9):
        desk.context.profile.apply(AddWorkout(desk.person.id, done(day(after), "", "bench_press", 2, 60, None)))
    view = opened(desk)
    chest = view.kept.bars.sentences().index("Chest: 4 of 9 planned hard sets done.")
    view.kept.bars.setFocus()
    for _ in range(chest):
        desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    dialog = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "sets_behind_dialog")
    desk.qtbot.waitUntil(lambda: any("4 hard sets" in one.text() for one in dialog.findChildren(QLabel)))
    dialog.close()


def test_what_was_kept_and_its_sets(desk: Desk, trained: CalendarView) -> None:
    words = desk.child(QLabel, "kept_told").text()
    assert "6 sessions were planned. 2 of them were done, 1 on another day; 4 were left out, as happens." in words
    assert "2 workouts beside the plan" in words
    chest = trained.kept.bars.sentences().index("Chest: 5 of 6 planned hard sets done.")
    trained.kept.bars.setFocus()
    for _ in range(chest):
        desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    dialog = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "sets_behind_dialog")
    desk.qtbot.waitUntil(lambda: any("5 hard sets" in one.text() for one in dialog.findChildren(QLabel)))
    dialog.close()


def test_the_weeks_that_are_looked_at_are_kept(desk: Desk, trained: CalendarView) -> None:
    desk.click("kept_4")
    desk.settle()
    assert "In 2 weeks of your plan" in desk.child(QLabel, "kept_told").text()
    assert opened(desk).kept is trained.kept and desk.child(QPushButton, "kept_4").isChecked()


def test_it_follows_edits_and_undo(desk: Desk, trained: CalendarView) -> None:
    turn_to(desk, trained, day(0))
    desk.context.runner.apply(DeleteWorkout(_ids(desk)[0], day(0)))
    desk.settle()
    assert "Legs was planned and not done" in told(desk), "the day stays where it was"
    desk.undo()
    desk.settle()
    assert "Legs, 3 sets" in told(desk)


def test_the_year_as_a_table(desk: Desk, trained: CalendarView) -> None:
    turn_to(desk, trained, day(0))
    desk.click("calendar_copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Day\tWorkout") and any(line.startswith(f"{day(0)}\tLegs\t") for line in lines)


def test_the_year_as_a_picture(desk: Desk, trained: CalendarView) -> None:
    """On white in a dark window as well."""
    desk.context.runner.apply(ChangeSetting(THEME, "dark"))
    desk.settle()
    desk.click("calendar_copy_picture")
    picture = QGuiApplication.clipboard().image()
    assert picture.width() == 1280 and picture.height() > 150 and picture.pixelColor(2, 2).lightness() > 250
    assert "picture is on the clipboard" in desk.child(QLabel, "calendar_said").text()


def test_tab_goes_from_the_top_to_the_bottom(desk: Desk, trained: CalendarView) -> None:
    turn_to(desk, trained, day(0))
    trained.forth.setFocus() if trained.forth.isEnabled() else trained.years.setFocus()
    passed = []
    for _ in range(9):
        desk.press(Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget().objectName())
    assert passed[:6] == [
        "calendar_today", "calendar_copy", "calendar_copy_picture", "training_year", "training_year_table_fold",
        f"training_day_open_{_ids(desk)[0]}",
    ]  # fmt: skip
    assert passed[6].startswith("kept_") and "kept_bars" in passed


def test_the_workouts_of_the_year_stand_as_a_table_too(desk: Desk, trained: CalendarView) -> None:
    desk.click("training_year_table_fold")
    desk.settle()
    table = desk.child(FactsTable, "year_table")
    trained.copy_table()
    lines = QGuiApplication.clipboard().text().strip().split("\n")
    assert table.model().rowCount() == len(lines) - 1 > 0
    workout = table.model().index(0, 1).data()
    assert workout == lines[1].split("\t")[1]


def test_nothing_yet(desk: Desk) -> None:
    opened(desk)
    heard = _asked(desk)
    desk.click(desk.child(QPushButton, "empty_state_action", desk.child(QWidget, "calendar_view")))
    desk.settle()
    assert heard == ["train"]


def test_one_workout_and_no_plan(desk: Desk) -> None:
    desk.context.profile.apply(AddWorkout(desk.person.id, done(TODAY, "", "squat", 3, 100, None)))
    opened(desk)
    assert "Free session, 3 sets" in told(desk) and "beside the plan" not in told(desk)
    assert "You have no plan yet" in desk.child(QLabel, "kept_told").text()
    assert desk.child(QPushButton, "kept_plan").isVisible()


def test_a_plan_without_a_start(desk: Desk) -> None:
    keep_plan(desk.context.profile, desk.person, None)
    desk.context.profile.apply(AddWorkout(desk.person.id, done(TODAY, "", "squat", 3, 100, None)))
    opened(desk)
    assert "Your plan has no start" in desk.child(QLabel, "kept_told").text()


def test_the_first_week_of_a_plan(desk: Desk) -> None:
    keep_plan(desk.context.profile, desk.person, TODAY)
    opened(desk)
    assert "is not over yet" in desk.child(QLabel, "kept_told").text()


def test_it_says_that_it_is_still_reading(desk: Desk, trained: CalendarView) -> None:
    held = threading.Event()
    desk.context.worker.start(Task("other work", lambda _task: held.wait(20)), visible=False)
    trained.refresh()
    said = desk.child(QLabel, "calendar_said")
    desk.qtbot.waitUntil(lambda: said.text() == "Reading the training calendar…")
    held.set()
    desk.qtbot.waitUntil(lambda: not trained.busy)
    assert said.text() == ""
