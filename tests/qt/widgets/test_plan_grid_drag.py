"""Dragging in the plan's grid: where things may be let go, the line that shows it, and what then happens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from legwork.domain.plan.model import weeks_of
from legwork.qt.widgets.plan_grid_drag import EXERCISE_MIME, part_data
from plan_cases import cells_of, small_plan
from plan_grid_driver import Desk, opened_grid

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_EITHER = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """The small plan in its grid."""
    with opened_grid(qtbot, small_plan()) as desk:
        yield desk


def over(where: QWidget, place: QPoint, data: QMimeData, modifier: Qt.KeyboardModifier = NONE) -> bool:
    """Carry something over a place; whether it may be let go there."""
    left = Qt.MouseButton.LeftButton
    QApplication.sendEvent(where, QDragEnterEvent(place, _EITHER, data, left, modifier))
    move = QDragMoveEvent(place, _EITHER, data, left, modifier)
    QApplication.sendEvent(where, move)
    return move.isAccepted()


def drop(where: QWidget, place: QPoint, data: QMimeData, modifier: Qt.KeyboardModifier = NONE) -> bool:
    """Carry something to a place and let it go; whether it was taken."""
    over(where, place, data, modifier)
    event = QDropEvent(QPointF(place), _EITHER, data, Qt.MouseButton.LeftButton, modifier)
    QApplication.sendEvent(where, event)
    return event.isAccepted()


def exercise(key: str) -> QMimeData:
    data = QMimeData()
    data.setData(EXERCISE_MIME, key.encode())
    return data


def line(desk: Desk, name: str) -> QMimeData:
    key = desk.grid.table.rows[desk.row(name)].line_key
    assert key is not None
    return part_data("line", *key)


def test_an_exercise_is_dropped_from_the_list_onto_a_week(desk: Desk) -> None:
    place = desk.cell("Lying leg curl", 2)
    assert drop(desk.grid.viewport(), QPoint(place.center().x(), place.top() + 4), exercise("leg_press"))
    assert desk.heads()[1:4] == ["Back squat", "Leg press", "Lying leg curl"]
    assert desk.text("Leg press", 1) == "" and desk.text("Leg press", 2) and desk.text("Leg press", 4)
    assert desk.said == ["Add Leg press"] and desk.here() == ("Leg press", 2)


def test_an_exercise_dropped_on_the_heads_comes_from_the_first_week_on(desk: Desk) -> None:
    assert drop(desk.grid.line_head.viewport(), desk.head_place("Upper A"), exercise("row"))
    assert desk.heads()[4:6] == ["Upper A", "Barbell row"] and desk.text("Barbell row", 1)


def test_the_line_shows_where_it_would_go_and_vanishes(desk: Desk) -> None:
    view = desk.grid.viewport()
    before = view.grab().toImage()
    place = desk.cell("Lying leg curl", 2)
    assert over(view, QPoint(place.center().x(), place.bottom() - 3), exercise("leg_press"))
    shown = view.grab().toImage()
    teal = desk.theme.colour("legs").rgb()
    assert shown.pixel(place.center().x(), place.bottom() + 1) == teal
    assert before.pixel(place.center().x(), place.bottom() + 1) != teal
    QApplication.sendEvent(view, QEvent(QEvent.Type.DragLeave))
    assert view.grab().toImage() == before


def test_a_line_is_moved_to_another_session(desk: Desk) -> None:
    assert drop(desk.grid.line_head.viewport(), desk.head_place("Bench press", 0.9), line(desk, "Back squat"))
    assert desk.heads() == [
        "Lower A", "Lying leg curl", "Add an exercise",
        "Upper A", "Bench press", "Back squat", "Pull-up", "Add an exercise", "Add a session",
    ]  # fmt: skip
    assert all(week[1][1].startswith("squat") for week in cells_of(desk.plan))


def test_with_ctrl_a_line_is_copied(desk: Desk) -> None:
    assert drop(desk.grid.viewport(), desk.cell("Add an exercise", 1).center(), line(desk, "Bench press"), CONTROL)
    assert desk.heads()[:5] == ["Lower A", "Back squat", "Lying leg curl", "Bench press", "Add an exercise"]
    ids = [one.id for _, week in weeks_of(desk.plan) for session in week.sessions for one in session.entries]
    assert len(ids) == len(set(ids)) == 20


def test_a_session_is_moved_and_copied(desk: Desk) -> None:
    head = desk.grid.line_head.viewport()
    assert drop(head, desk.head_place("Lower A", 0.2), part_data("session", 1))
    assert [one.name for one in desk.plan.blocks[0].weeks[0].sessions] == ["Upper A", "Lower A"]
    assert drop(head, desk.head_place("Lying leg curl"), part_data("session", 0), CONTROL)
    assert [one.name for one in desk.plan.blocks[0].weeks[0].sessions] == ["Upper A", "Lower A", "Upper A (2)"]


def test_a_week_is_moved_beside_another_into_its_block(desk: Desk) -> None:
    ids = [week.id for _, week in weeks_of(desk.plan)]
    assert drop(desk.grid.week_head.viewport(), desk.week_place(3, 0.9), part_data("week", ids[0]))
    assert [week.id for _, week in weeks_of(desk.plan)] == [ids[1], ids[2], ids[0], ids[3]]
    assert [len(one.weeks) for one in desk.plan.blocks] == [1, 2, 1]


def test_a_copied_week_leaves_the_first_one(desk: Desk) -> None:
    ids = [week.id for _, week in weeks_of(desk.plan)]
    assert drop(desk.grid.week_head.viewport(), desk.week_place(4, 0.9), part_data("week", ids[0]), CONTROL)
    assert [week.id for _, week in weeks_of(desk.plan)][:4] == ids
    assert len(list(weeks_of(desk.plan))) == 5


def test_a_block_is_moved_before_another(desk: Desk) -> None:
    ids = [one.id for one in desk.plan.blocks]
    assert drop(desk.grid.week_head.viewport(), desk.week_place(1, 0.1, band=True), part_data("block", ids[2]))
    assert [one.id for one in desk.plan.blocks] == [ids[2], ids[0], ids[1]]


@pytest.mark.parametrize(
    "data",
    [QMimeData(), part_data("line", 9, "squat", 0), part_data("session", 9), part_data("wine", 1), part_data("week")],
)
def test_what_does_not_belong_here_is_not_taken(desk: Desk, data: QMimeData) -> None:
    before = desk.plan
    assert not drop(desk.grid.viewport(), desk.cell("Back squat", 1).center(), data)
    assert desk.plan is before and desk.said == []


def test_let_go_where_it_was_changes_nothing(desk: Desk) -> None:
    before = desk.plan
    drop(desk.grid.line_head.viewport(), desk.head_place("Back squat", 0.9), line(desk, "Back squat"))
    assert desk.plan == before
