"""One session by itself as a user meets it: turning weeks, typing into each column, dragging, and what is empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from legwork.domain.plan.line_edits import removed
from legwork.domain.plan.model import Plan, Session, weeks_of
from legwork.domain.plan.rules import format_rule
from legwork.domain.units import UnitSystem
from legwork.paths import resources_dir
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_session_table import Part
from legwork.qt.widgets.plan_grid_commands import ExerciseWanted
from legwork.qt.widgets.plan_grid_drag import EXERCISE_MIME, part_data
from legwork.qt.widgets.plan_session import PlanSession
from legwork.services.catalogue import catalogue
from plan_cases import cells_of, entry_of, fresh_for, plan_of, session_of, small_plan


class Desk:
    """The view of a session; whatever it asks for is carried out at once."""

    def __init__(self, qtbot: QtBot, plan: Plan) -> None:
        self.qtbot, self.plan = qtbot, plan
        self.theme = ThemeManager(resources_dir() / "themes")
        self.theme.apply("light")
        self.view = PlanSession(self.theme, Icons(self.theme), fresh_for(plan))
        qtbot.addWidget(self.view)
        self.said: list[str] = []
        self.wanted: list[ExerciseWanted] = []
        self.sessions: list[int] = []
        self.weeks: list[int] = []
        self.view.edit_asked.connect(self._apply)
        self.view.exercise_asked.connect(self.wanted.append)
        self.view.session_shown.connect(self.sessions.append)
        self.view.week_shown.connect(self.weeks.append)
        self.show()

    def _apply(self, change: Callable[[Plan], Plan], label: str) -> None:
        self.said.append(label)
        self.plan = change(self.plan)
        self.show()

    def show(self) -> None:
        self.view.show_plan(self.plan, catalogue(), UnitSystem.METRIC, date(2026, 3, 4))

    def go(self, row: int, part: Part) -> None:
        index = self.view.table.index(row, part)
        place = self.view.list.visualRect(index).center()
        self.qtbot.mouseClick(self.view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def type(self, text: str) -> None:
        for letter in text:
            self.qtbot.keyClicks(QApplication.focusWidget(), letter)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def text(self, row: int, part: Part) -> str:
        return str(self.view.table.index(row, part).data())

    def names(self) -> list[str]:
        return [self.text(row, Part.EXERCISE) for row in range(self.view.table.rowCount())]

    def session(self, week: int, place: int) -> Session:
        return [one for _, one in weeks_of(self.plan)][week - 1].sessions[place]

    def drop(self, row: int, below: bool, data: QMimeData) -> bool:
        rect = self.view.list.visualRect(self.view.table.index(row, 0))
        place = QPoint(60, rect.bottom() - 2 if below else rect.top() + 2)
        actions, left = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.view.list.viewport(), QDragEnterEvent(place, actions, data, left, none))
        move = QDragMoveEvent(place, actions, data, left, none)
        QApplication.sendEvent(self.view.list.viewport(), move)
        event = QDropEvent(QPointF(place), actions, data, left, none)
        QApplication.sendEvent(self.view.list.viewport(), event)
        return event.isAccepted()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """The small plan, its second week's first session."""
    desk = Desk(qtbot, small_plan())
    desk.view.resize(900, 420)
    with qtbot.waitActive(desk.view):
        desk.view.show()
        desk.view.activateWindow()
    desk.view.show_session(desk.session(2, 0).id)
    desk.view.list.setFocus()
    yield desk
    desk.view.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")


def label(desk: Desk, name: str) -> str:
    found = desk.view.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_it_shows_the_exercises_of_that_week(desk: Desk) -> None:
    assert desk.names() == ["Back squat", "Lying leg curl"]
    assert desk.text(0, Part.CELL) == "3x6-8 60kg" and desk.text(0, Part.RULE) == "double 6-8 +2.5kg"
    assert desk.text(1, Part.RULE) == ""  # the same every week needs no words
    assert label(desk, "plan_session_week") == "Week 2 · 9 Mar"
    assert label(desk, "plan_session_facts") == "Monday · 2 exercises · about 18 min"


def test_weeks_are_turned_and_sessions_chosen(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.view.after, Qt.MouseButton.LeftButton)
    assert desk.sessions[-1] == desk.session(3, 0).id
    assert desk.weeks[-1] == [week.id for _, week in weeks_of(desk.plan)][2]
    qtbot.mouseClick(desk.view.after, Qt.MouseButton.LeftButton)
    assert not desk.view.after.isEnabled() and label(desk, "plan_session_week").startswith("Week 4")
    desk.view.sessions.setFocus()
    qtbot.keyClick(desk.view.sessions, Qt.Key.Key_Down)
    assert desk.names() == ["Bench press", "Pull-up"] and desk.sessions[-1] == desk.session(4, 1).id


def test_a_cell_is_typed_for_this_week_alone(desk: Desk) -> None:
    desk.go(0, Part.CELL)
    desk.type("5x5 80%")
    desk.key(Qt.Key.Key_Return)
    assert [week[0][0] for week in cells_of(desk.plan)] == [
        "squat 3x6-8 60kg", "squat 5x5 80%", "squat 3x6-8 60kg", "squat 3x6-8 60kg",
    ]  # fmt: skip
    assert desk.view.list.currentIndex().row() == 1 and desk.said == ["Change Back squat"]


def test_every_column_is_typed_and_checked_in_place(desk: Desk) -> None:
    desk.go(1, Part.RULE)
    desk.type("sum of it")
    desk.key(Qt.Key.Key_Tab)
    field = next(one for one in desk.view.findChildren(QLineEdit, "plan_cell_editor") if one.isVisible())
    assert desk.said == [] and field.text() == "sum of it"
    field.selectAll()
    desk.type("sum 40 +2.5kg")
    desk.key(Qt.Key.Key_Tab)
    assert desk.view.list.currentIndex().column() == Part.GROUP
    desk.type("c")
    desk.key(Qt.Key.Key_Tab)
    desk.type("slowly down")
    desk.key(Qt.Key.Key_Return)
    entry = desk.session(2, 0).entries[1]
    assert (format_rule(entry.rule), entry.group, entry.note) == ("sum 40 +2.5kg", 3, "slowly down")
    assert desk.session(3, 0).entries[1].note == ""


def test_delete_on_a_note_takes_the_note_and_on_an_exercise_the_exercise(desk: Desk) -> None:
    desk.go(0, Part.NOTE)
    desk.type("heels down")
    desk.key(Qt.Key.Key_Return)
    desk.go(0, Part.NOTE)
    desk.key(Qt.Key.Key_Delete)
    assert desk.session(2, 0).entries[0].note == ""
    desk.go(0, Part.EXERCISE)
    desk.key(Qt.Key.Key_Delete)
    assert desk.names() == ["Lying leg curl"] and len(desk.session(1, 0).entries) == 2


def test_alt_and_arrows_reorder_this_week_alone(desk: Desk) -> None:
    desk.go(0, Part.CELL)
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.names() == ["Lying leg curl", "Back squat"]
    assert desk.view.list.currentIndex().row() == 1
    assert desk.session(1, 0).entries[0].exercise == "squat"


def test_an_entry_is_dragged_to_another_place(desk: Desk) -> None:
    first = desk.session(2, 0).entries[0].id
    assert desk.drop(1, True, part_data("entry", first))
    assert desk.names() == ["Lying leg curl", "Back squat"]
    stranger = desk.session(1, 0).entries[0].id
    assert not desk.drop(0, False, part_data("entry", stranger))


def test_an_exercise_is_dropped_from_the_list_between_two(desk: Desk) -> None:
    data = QMimeData()
    data.setData(EXERCISE_MIME, b"leg_press")
    assert desk.drop(0, True, data)
    assert desk.names() == ["Back squat", "Leg press", "Lying leg curl"]
    assert [len(week[0]) for week in cells_of(desk.plan)] == [2, 3, 3, 3]


def test_exercises_are_asked_for_to_add_and_to_swap(desk: Desk, qtbot: QtBot) -> None:
    desk.go(0, Part.CELL)
    qtbot.mouseClick(desk.view.add, Qt.MouseButton.LeftButton)
    assert desk.wanted[-1].sentence == "Add to Lower A from week 2 on" and desk.wanted[-1].at == 1
    desk.go(1, Part.EXERCISE)
    desk.key(Qt.Key.Key_Return)
    wanted = desk.wanted[-1]
    assert wanted.pattern_of == "lying_leg_curl"
    desk.view.put(wanted, "seated_leg_curl")
    assert [week[0][1].split()[0] for week in cells_of(desk.plan)] == ["lying_leg_curl"] + ["seated_leg_curl"] * 3


def test_a_session_that_a_week_lacks_says_so(qtbot: QtBot) -> None:
    lower, upper = session_of("Lower", entry_of("squat")), session_of("Upper", entry_of("bench_press"))
    desk = Desk(qtbot, plan_of((lower, upper), (upper,)))
    desk.view.show()
    desk.view.show_session(desk.session(1, 0).id)
    qtbot.mouseClick(desk.view.after, Qt.MouseButton.LeftButton)
    assert label(desk, "plan_session_facts") == "not in this week" and desk.names() == []
    assert desk.view.empty.isVisible()
    qtbot.mouseClick(desk.view.add, Qt.MouseButton.LeftButton)
    desk.view.put(desk.wanted[-1], "squat")
    assert [one.name for one in desk.plan.blocks[0].weeks[1].sessions] == ["Lower", "Upper"]


def test_an_empty_plan_shows_nothing_to_press(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Plan("New"))
    desk.view.show()
    assert not desk.view.add.isEnabled() and desk.names() == []


def test_what_is_being_typed_outlasts_a_change_from_elsewhere(desk: Desk) -> None:
    desk.go(1, Part.CELL)
    desk.type("4x6 8")
    first = desk.session(2, 0).entries[0]
    desk.view.edit_asked.emit(lambda plan: removed(plan, [first.id]), "elsewhere")
    assert desk.names() == ["Lying leg curl"]
    desk.type("0%")
    desk.key(Qt.Key.Key_Return)
    assert desk.text(0, Part.CELL) == "4x6 80%"
