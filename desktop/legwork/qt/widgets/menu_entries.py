"""Entries of the window's menus: what they say, their keys, and what they run.

Apart from the window because Qt's keys and actions cost each start 2 ms, and none is there before the first paint.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu

from legwork.i18n import tr
from legwork.qt.core.commands import call_whole


def add(menu: QMenu, text: str, key: str, run: Callable[[], object], name: str) -> QAction:
    """One entry at the end of a menu. key: as QKeySequence reads it; empty for none."""
    action = QAction(text, menu)
    action.setObjectName(f"action_{name}")
    if key:
        action.setShortcut(QKeySequence(key))
    action.triggered.connect(run)
    menu.addAction(action)
    return action


def add_history(menu: QMenu, stack: QUndoStack, owner: QObject) -> None:
    """Undo and redo, each with what it would take back or do again."""
    undo, redo = stack.createUndoAction(owner, tr("Undo")), stack.createRedoAction(owner, tr("Redo"))
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    for one, name, text in ((undo, "undo", tr("Undo")), (redo, "redo", tr("Redo"))):
        one.setObjectName(f"action_{name}")
        call_whole(one, text)
    menu.addActions([undo, redo])
