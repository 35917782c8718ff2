"""Running text that is never wider than can be read with ease."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import label, row

_LINE = 540
"""The widest running text, unscaled: about 75 letters."""


def prose(theme: ThemeManager, text: QLabel) -> QHBoxLayout:
    """A wrapped label at the left of whatever room there is, as wide as it may be."""
    text.setMaximumWidth(theme.px(_LINE))
    held = row(text, None, spacing=0)
    held.setStretch(0, 1000)
    return held


def strong(theme: ThemeManager, text: str, *, wrap: bool = False) -> QLabel:
    """A label in the size of the text around it, but bold."""
    made = label(text, wrap=wrap)
    made.setFont(theme.font(13, bold=True))
    return made
