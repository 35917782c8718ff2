"""How large a dialog opens: as it is made for, but never over the edge of the window that it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from legwork.qt.core.theme import ThemeManager


def open_inside(dialog: QWidget, parent: QWidget, theme: ThemeManager, width: int, height: int, edge: int = 32) -> None:
    """Resize it to what it is made for where the parent's window has that room and an edge beside; unscaled pixels."""
    room = parent.window().size() - QSize(theme.px(edge), theme.px(edge))
    dialog.resize(QSize(theme.px(width), theme.px(height)).boundedTo(room))
