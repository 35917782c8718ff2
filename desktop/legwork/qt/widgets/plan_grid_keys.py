"""Which key does what in the plan's grid.

Owns the list of keys; the menus show the same ones. It must not do anything itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from legwork.qt.widgets.plan_grid import PlanGrid

Stroke = tuple[int, Qt.KeyboardModifier]
"""A key with what is held down beside it."""


def stroke(event: QKeyEvent) -> Stroke:
    """What was pressed; the keys of the number pad count as the others."""
    return event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def keys_of(grid: PlanGrid) -> dict[Stroke, Callable[[], object]]:
    """What each key does; any other one is left to Qt."""
    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    alt, both = Qt.KeyboardModifier.AltModifier, control | Qt.KeyboardModifier.ShiftModifier
    key = Qt.Key
    return {
        (key.Key_F2, none): grid.edit_current,
        (key.Key_Return, none): grid.enter,
        (key.Key_Enter, none): grid.enter,
        (key.Key_Delete, none): grid.clear,
        (key.Key_Backspace, none): grid.clear,
        (key.Key_Insert, none): grid.ask_exercise,
        (key.Key_C, control): grid.copy,
        (key.Key_X, control): grid.cut,
        (key.Key_V, control): grid.paste,
        (key.Key_R, control): grid.fill_right,
        (key.Key_D, control): grid.fill_down,
        (key.Key_D, both): grid.duplicate_weeks,
        (key.Key_E, control): grid.ask_swap,
        (key.Key_Up, alt): lambda: grid.step_line(-1),
        (key.Key_Down, alt): lambda: grid.step_line(1),
        (key.Key_Left, alt): lambda: grid.step_week(-1),
        (key.Key_Right, alt): lambda: grid.step_week(1),
    }
