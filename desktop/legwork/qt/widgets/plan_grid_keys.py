"""Which key does what in the plan's grid.

Owns the list of keys, and tells it; the menus show the same ones. It must not do anything itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from legwork.i18n import tr
from legwork.qt.core.commands import name_part, tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from legwork.qt.widgets.plan_grid import PlanGrid

Stroke = tuple[int, Qt.KeyboardModifier]
"""A key with what is held down beside it."""

Told = tuple[tuple[str, ...], str, Callable[[], object]]
"""Keys as QKeySequence reads them, what they do in translated words, and what does it."""


def stroke(event: QKeyEvent) -> Stroke:
    """What was pressed; the keys of the number pad count as the others."""
    return event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def taken_by(widget: QWidget, part: str, told: Iterable[Told]) -> dict[Stroke, Callable[[], object]]:
    """Tell what the keys of a widget do, and give what each runs; any other one is left to Qt."""
    name_part(widget, part)
    found: dict[Stroke, Callable[[], object]] = {}
    for keys, text, run in told:
        tell(widget, keys, text)
        for one in keys:
            pressed = QKeySequence(one)[0]  # type: ignore[index]
            found[pressed.key(), pressed.keyboardModifiers()] = run
    found[Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier] = found[Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier]
    return found


def keys_of(grid: PlanGrid) -> dict[Stroke, Callable[[], object]]:
    """What each key does in the grid."""
    told: tuple[Told, ...] = (
        (("F2",), tr("Open the cell"), grid.edit_current),
        (("Enter",), tr("Open the cell, or add what the row adds"), grid.enter),
        (("Del", "Backspace"), tr("Clear the cells"), grid.clear),
        (("Ins",), tr("Add an exercise"), grid.ask_exercise),
        (("Ctrl+C",), tr("Copy the cells"), grid.copy),
        (("Ctrl+X",), tr("Cut the cells"), grid.cut),
        (("Ctrl+V",), tr("Paste into the cells"), grid.paste),
        (("Ctrl+R",), tr("Fill to the right by the rule"), grid.fill_right),
        (("Ctrl+D",), tr("Fill down"), grid.fill_down),
        (("Ctrl+Shift+D",), tr("Duplicate the week"), grid.duplicate_weeks),
        (("Alt+S",), tr("Put another exercise in its place"), grid.ask_swap),
        (("Alt+Up",), tr("Move the exercise up"), lambda: grid.step_line(-1)),
        (("Alt+Down",), tr("Move the exercise down"), lambda: grid.step_line(1)),
        (("Alt+Left",), tr("Move the week to the left"), lambda: grid.step_week(-1)),
        (("Alt+Right",), tr("Move the week to the right"), lambda: grid.step_week(1)),
    )
    return taken_by(grid, tr("In the weeks of the plan"), told)
