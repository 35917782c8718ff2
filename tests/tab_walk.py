"""Tab through a window once round: what the focus comes to, where that lies, and whether the way is the reader's."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateTimeEdit, QScrollArea, QTextBrowser, QWidget

from accessible import controls, described
from program_driver import Desk

MOST = 250
"""Steps after which a way round has become a trap."""


class Stop(NamedTuple):
    """One place where the focus stops.

    place: of it in what it can be scrolled in, or in the window. area: what it can be scrolled in. frame: of that in
    the window, or its own.
    """

    widget: QWidget
    place: QRect
    area: QScrollArea | None
    frame: QRect


def way_round(desk: Desk, window: QWidget, start: QWidget) -> list[Stop]:
    """Where Tab leads from `start` until it is there again; parts and links inside a stop count as one."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    desk.settle()
    if not start.focusPolicy() & Qt.FocusPolicy.TabFocus and start.focusProxy() is None:
        desk.press(Qt.Key.Key_Tab)  # it had the focus at first, but none comes to it
    first = QApplication.focusWidget()
    assert first is not None, f"{described(start)} takes no focus"
    stops: list[QWidget] = []
    focused: QWidget | None = first
    for _ in range(MOST):
        assert focused is not None, f"after {described(stops[-1])} nothing has the focus"
        if not stops or stops[-1] is not focused:
            stops.append(focused)
        desk.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        inside = focused is stops[-1] and isinstance(focused, QDateTimeEdit | QTextBrowser)
        if focused is first and not inside:
            return [_stop(one, window) for one in stops]
    raise AssertionError(f"no way back to {described(first)}: {[described(one) for one in stops[-12:]]}")


def _stop(one: QWidget, window: QWidget) -> Stop:
    own = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
    around = one.parentWidget()
    while around is not None and around is not window:
        if isinstance(around, QScrollArea):
            content = around.widget()
            frame = QRect(around.mapTo(window, QPoint(0, 0)), around.size())
            return Stop(one, QRect(one.mapTo(content, QPoint(0, 0)), one.size()), around, frame)
        around = around.parentWidget()
    return Stop(one, own, None, own)


def twice(stops: list[Stop]) -> list[str]:
    """What the focus comes to more than once."""
    widgets = [one.widget for one in stops]
    return [described(one) for at, one in enumerate(widgets) if one in widgets[:at]]


def unreached(root: QWidget, stops: list[Stop], passed: Collection[str] = ()) -> list[str]:
    """What is there for the mouse and neither a stop nor in a group that has one, through which arrow keys lead.

    passed: names of what need not be.
    """
    reached = {one.widget for one in stops}
    left = []
    for one in controls(root):
        if not one.isEnabled() or one.objectName() in passed or one in reached or one.focusProxy() in reached:
            continue
        if one.focusPolicy() == Qt.FocusPolicy.NoFocus or not set(group_of(one)) & reached:
            left.append(described(one))
    return left


def group_of(one: QWidget) -> list[QWidget]:
    """Those among which the arrow keys lead, where this is one of them or holds them."""
    if isinstance(one, QAbstractButton):
        group = one.group()
        if group is not None and group.exclusive():
            return list(group.buttons())
        if one.autoExclusive() and one.parentWidget() is not None:
            return list(one.parentWidget().findChildren(type(one)))
    if one.focusPolicy() != Qt.FocusPolicy.ClickFocus:
        return []
    around = one.parentWidget()
    while around is not None and around.property("role") != "card" and not around.isWindow():
        around = around.parentWidget()
    return [*one.findChildren(QWidget), *(around.findChildren(type(one)) if around is not None else ())]


def backwards(stops: list[Stop]) -> list[str]:
    """Steps that go up without going to the right of what was there: not as one reads. Once round goes up once.

    Things beside each other may stand a little higher or lower; a new column begins at its top.
    """
    found = [
        f"{described(one.widget)} at {_at(one.place)} -> {described(then.widget)} at {_at(then.place)}"
        for one, then in pairwise([*stops, stops[0]])
        if _goes_up(one, then)
    ]
    return found if len(found) > 1 else []


def _goes_up(one: Stop, then: Stop) -> bool:
    together = one.area is then.area
    before, after = (one.place, then.place) if together else (one.frame, then.frame)
    return after.bottom() <= before.top() and after.left() < before.right() - 8


def _at(place: QRect) -> str:
    return f"{place.x()}, {place.y()}"
