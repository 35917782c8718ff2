"""Reaching one thing of a page from elsewhere, by its object name: press a button, or put the focus somewhere.

Owns the two wishes that every page understands, `press/NAME` and `focus/NAME`. They wait until the page is ready.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget

from legwork.qt.widgets.layout import Page

PRESS, FOCUS = "press", "focus"
_AGAIN_MS, _TIMES = 50, 200
"""A page that works something out is looked at again after so long, so many times."""


def open_at(page: Page, wish: str) -> None:
    """Fulfil a wish once the page is seen and ready; others than these two are the page's own affair."""
    how, _, name = wish.partition("/")
    if how in (PRESS, FOCUS):
        QTimer.singleShot(0, page, partial(_reach, page, how, name, _TIMES))
    else:
        page.open_for(wish)


def _reach(page: QWidget, how: str, name: str, times: int) -> None:
    if not page.isVisible():
        return  # the person went on
    if getattr(page, "busy", False) and times:
        QTimer.singleShot(_AGAIN_MS, page, partial(_reach, page, how, name, times - 1))
        return
    action = page.findChild(QAction, name)
    if action is not None and how == PRESS:
        action.trigger()
        return
    found = page.findChild(QWidget, name)
    if found is None:
        return
    found.setFocus()
    if how == PRESS and isinstance(found, QAbstractButton) and found.isEnabled():
        found.click()
