"""The sets behind a number: read, ordered, copied, opened, and kept up with what changes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox

from legwork.domain.log.sums import What
from legwork.numerals import GROUP
from legwork.qt.dialogs.sets_behind import SetsBehindDialog, show_sets
from legwork.qt.pages.train.page import TrainPage
from legwork.services.people import AddPerson, ChangePerson, DeletePerson, everybody
from legwork.services.sets_behind import Question
from legwork.services.workouts import DeleteWorkout
from program_driver import Desk
from train_cases import MONDAY, Hand
from workout_texts import add_workout, did

CTRL = Qt.KeyboardModifier.ControlModifier
LONG_AGO = MONDAY - timedelta(days=1000)


class Behind:
    """The dialog, and a hand on it."""

    def __init__(self, desk: Desk, what: What = What.TONNAGE) -> None:
        self.desk = desk
        question = Question(what, LONG_AGO, MONDAY + timedelta(days=6), "Tonnage so far")
        show_sets(desk.context, question, desk.window)
        [self.dialog] = [one for one in desk.window.findChildren(SetsBehindDialog) if one.isVisible()]
        self.settle()

    def settle(self) -> None:
        self.desk.qtbot.waitUntil(lambda: not self.dialog.busy)
        self.desk.settle()

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The cells of all lines, with plain spaces."""
        facts = self.dialog.list.facts
        shown = [facts.fact(line).cells for line in range(facts.rowCount()) if not facts.is_note(line)]
        return [tuple(cell.replace("\N{NO-BREAK SPACE}", " ") for cell in cells) for cells in shown]

    @property
    def total(self) -> str:
        return self.dialog.total.text().replace("\N{NO-BREAK SPACE}", " ")

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.desk.qtbot.keyClick(self.dialog.list, key, modifier)
        self.desk.settle()


@pytest.fixture
def logged(desk: Desk) -> Desk:
    """Somebody with a workout long ago and one of this week."""
    profile, person = desk.context.profile, desk.person
    add_workout(profile, person, LONG_AGO, did("squat", "60x5"), title="Old")
    add_workout(profile, person, MONDAY, did("squat", "w 60x8", "100x8"), did("bench_press", "80x5"), title="New")
    desk.context.runner.reload_everything()
    Hand(desk).go()
    return desk


def test_it_lists_each_set_and_their_sum(logged: Desk) -> None:
    shown = Behind(logged)
    assert [cells[1:] for cells in shown.rows] == [
        ("Old", "Back squat", "60 × 5", "5 × 60 kg = 300 kg", "300 kg"),
        ("New", "Back squat", "100 × 8", "8 × 100 kg = 800 kg", "800 kg"),
        ("New", "Bench press", "80 × 5", "5 × 80 kg = 400 kg", "400 kg"),
    ]
    assert shown.total == "Together: 1\u202f500 kg"
    assert shown.dialog.title.text() == "Tonnage so far"
    assert not shown.dialog.isModal()


def test_enter_opens_the_workout_however_old_it_is(logged: Desk) -> None:
    shown = Behind(logged)
    shown.press(Qt.Key.Key_Return)
    page = logged.page
    assert isinstance(page, TrainPage) and page.workout is not None
    assert (page.workout.title, page.workout.day) == ("Old", LONG_AGO)
    assert not [one for one in logged.window.findChildren(SetsBehindDialog) if one.isVisible()]
    logged.context.runner.reload_everything()
    logged.settle()
    assert page.workout is not None and page.workout.title == "Old", "it stays open when all is read again"


def test_it_can_be_ordered_by_the_keyboard_and_by_the_headings(logged: Desk) -> None:
    shown = Behind(logged)
    order = shown.dialog.findChild(QComboBox, "sets_behind_order")
    order.setFocus()
    logged.qtbot.keyClick(order, Qt.Key.Key_End)
    logged.settle()
    assert [cells[-1] for cells in shown.rows] == ["800 kg", "400 kg", "300 kg"], "what brings most first"
    shown.dialog.list.horizontalHeader().sectionClicked.emit(2)
    assert [cells[2] for cells in shown.rows] == ["Back squat", "Back squat", "Bench press"]
    assert order.currentText() == "Exercise"
    shown.dialog.list.horizontalHeader().sectionClicked.emit(2)
    assert [cells[2] for cells in shown.rows] == ["Bench press", "Back squat", "Back squat"]


def test_it_is_copied_as_a_table_with_its_sum(logged: Desk) -> None:
    shown = Behind(logged)
    shown.press(Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert lines[0].split("\t") == ["Day", "Workout", "Exercise", "Set", "How it is counted", "Brings"]
    assert len(lines) == 5 and lines[2].split("\t")[-1] == "800 kg"
    assert lines[-1].split("\t") == ["Together", "", "", "", "", "1\u202f500 kg"]
    shown.dialog.list.selectRow(1)
    shown.press(Qt.Key.Key_C, CTRL)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2


def test_many_sets_are_shown_at_once_and_copied_in_the_background(logged: Desk) -> None:
    exercises = [did("squat", *["100x5"] * 50) for _ in range(50)]
    add_workout(logged.context.profile, logged.person, MONDAY, *exercises)
    shown = Behind(logged, What.SETS)
    assert shown.total == f"Together: 2{GROUP}503 sets" and shown.dialog.list.facts.rowCount() == 2503
    shown.press(Qt.Key.Key_End, CTRL)
    shown.press(Qt.Key.Key_C, CTRL)
    shown.dialog.list.clearSelection()
    shown.dialog.copy.click()
    assert shown.dialog.busy
    shown.settle()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2505


def test_it_follows_what_is_changed_and_undone_meanwhile(logged: Desk) -> None:
    shown = Behind(logged)
    [old] = [one.workout_id for one in shown.dialog.found.rows if one.workout == "Old"]
    logged.context.runner.apply(DeleteWorkout(old, LONG_AGO))
    shown.settle()
    assert shown.total == "Together: 1\u202f200 kg" and len(shown.rows) == 2
    logged.context.runner.stack.undo()
    shown.settle()
    assert shown.total == "Together: 1\u202f500 kg"


def test_a_number_without_sets_says_so(desk: Desk) -> None:
    Hand(desk).go()
    shown = Behind(desk)
    assert shown.rows == [] and shown.total == "Together: 0 kg"
    assert shown.dialog.about.text() == "No set brings anything to it."
    shown.press(Qt.Key.Key_Return)
    assert shown.dialog.isVisible() and not shown.dialog.opener.isEnabled()


def test_it_closes_when_another_person_is_looked_at(logged: Desk) -> None:
    logged.context.profile.apply(AddPerson("Ben"))
    logged.context.runner.reload_everything()
    Behind(logged)
    logged.context.look_at(everybody(logged.context.profile)[-1].uid)
    logged.settle()
    assert not [one for one in logged.window.findChildren(SetsBehindDialog) if one.isVisible()]


def test_it_closes_when_its_person_is_deleted(logged: Desk) -> None:
    logged.context.profile.apply(AddPerson("Ben"))
    logged.context.runner.reload_everything()
    shown = Behind(logged)
    logged.context.runner.apply(DeletePerson(logged.person.id, logged.person.name))
    assert not shown.dialog.busy, "nobody asks for the sets of who is gone"
    logged.settle()
    assert logged.person.name == "Ben"
    assert not [one for one in logged.window.findChildren(SetsBehindDialog) if one.isVisible()]


def test_it_closes_when_the_addition_of_its_person_is_undone(logged: Desk) -> None:
    logged.context.runner.apply(AddPerson("Ben"))
    logged.context.look_at(logged.context.people[-1].uid)
    logged.settle()
    Behind(logged)
    logged.undo()
    logged.settle()
    assert [one.name for one in logged.context.people] == ["Alex"]
    assert not [one for one in logged.window.findChildren(SetsBehindDialog) if one.isVisible()]


def test_it_stays_when_a_fact_of_its_person_changes(logged: Desk) -> None:
    shown = Behind(logged)
    logged.context.runner.apply(ChangePerson(logged.person.id, "name", "Alexandra"))
    shown.settle()
    assert shown.dialog.isVisible() and shown.total == "Together: 1\u202f500 kg"


def test_it_closes_with_the_profile_that_it_shows(sample_desk: Desk) -> None:
    Hand(sample_desk).go()
    shown = Behind(sample_desk, What.HARD)
    assert shown.rows
    sample_desk.click("leave_sample")
    sample_desk.settle()
    assert not [one for one in sample_desk.window.findChildren(SetsBehindDialog) if one.isVisible()]


def test_nothing_is_cut_off(logged: Desk) -> None:
    shown = Behind(logged)
    table = shown.dialog.list
    image = QImage(table.size(), QImage.Format.Format_RGB32)
    table.render(image)
    assert not table.horizontalScrollBar().isVisible()
    for line in range(table.facts.rowCount()):
        for column in range(6):
            if not table.isColumnHidden(column):
                text = str(table.facts.index(line, column).data() or "")
                room = table.visualRect(table.facts.index(line, column)).width()
                assert table.fontMetrics().horizontalAdvance(text) <= room
