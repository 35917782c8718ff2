"""What the keys do to a chart that has the focus.

Left and Right move in time, with Ctrl from reading to reading, with Ctrl and Shift shading the way; + and - zoom; Home
and 0 go back to the chosen range; Escape hides the read-out, then the shading.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.charts.navigator import Navigator
from legwork.qt.core.commands import name_part, tell

NOTCH = 0.8
"""One notch of the wheel, or one press, shows this much of what was shown."""

STEP = 0.1
"""One press of an arrow moves by this much of the window."""

_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def tell_keys(chart: QWidget) -> None:
    """Say what `press` does."""
    name_part(chart, tr("In a chart"))
    tell(chart, ("Left", "Right"), tr("Move in time"))
    tell(chart, ("+", "-"), tr("Show less time, show more"))
    tell(chart, ("Home", "0"), tr("Back to the chosen time"))
    tell(chart, ("Ctrl+Left", "Ctrl+Right"), tr("From reading to reading"))
    tell(chart, ("Ctrl+Shift+Left", "Ctrl+Shift+Right"), tr("Shade a stretch, which the table then reads"))
    tell(chart, "Enter", tr("To the table of the chart"))
    tell(chart, "Esc", tr("Hide the read-out, then the shading"))


def press(navigator: Navigator, key: int, modifiers: Qt.KeyboardModifier, today: int) -> bool:
    """Do what `key` stands for; False when it stands for nothing here."""
    keys = Qt.Key
    way = next((step for arrow, step in _WAYS.items() if arrow == key), 0)
    if way and modifiers & Qt.KeyboardModifier.ControlModifier and modifiers & Qt.KeyboardModifier.ShiftModifier:
        navigator.extend(way)
    elif way and modifiers & Qt.KeyboardModifier.ControlModifier:
        navigator.step(way)
    elif way:
        navigator.pan_by(way * STEP)
    elif key in (keys.Key_Plus, keys.Key_Equal):
        navigator.zoom(NOTCH)
    elif key in (keys.Key_Minus, keys.Key_Underscore):
        navigator.zoom(1 / NOTCH)
    elif key in (keys.Key_Home, keys.Key_0):
        navigator.home(today)
    elif key == keys.Key_Escape:
        return navigator.stop_reading() or navigator.unmark()
    else:
        return False
    return True
