"""The divider between two parts is moved by keys as well, and stays where it was put."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from program_driver import Desk

HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def sizes(desk: Desk, name: str) -> list[int]:
    return list(desk.child(QSplitter, name).sizes())


def test_the_plan_gets_more_room_and_less(sample_desk: Desk) -> None:
    sample_desk.window.resize(1600, 900)
    sample_desk.go("plan")
    before = sizes(sample_desk, "plan_splitter")
    sample_desk.press(Qt.Key.Key_Left, HELD)
    narrower = sizes(sample_desk, "plan_splitter")
    assert narrower[0] == before[0] - 24 and narrower[1] == before[1] + 24
    sample_desk.press(Qt.Key.Key_Right, HELD)
    assert sizes(sample_desk, "plan_splitter") == before
    sample_desk.press(Qt.Key.Key_Left, HELD)
    assert not sample_desk.context.view.blob("plan_splitter").isEmpty()


def test_the_list_of_exercises_gets_more_room_and_less(sample_desk: Desk) -> None:
    page = sample_desk.go("plan")
    page.desk.show_exercise("back_squat")  # type: ignore[attr-defined]
    sample_desk.settle()
    before = page.desk.exercises.splitter.sizes()  # type: ignore[attr-defined]
    sample_desk.press(Qt.Key.Key_Up, HELD)
    assert page.desk.exercises.splitter.sizes()[0] < before[0]  # type: ignore[attr-defined]
