"""What appears where the focus is not reaches a screen reader: notices, what became of a press, why it was refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent

from legwork.qt.core import announcing
from program_driver import Desk

DAY = date.today() - timedelta(days=7)


class Reader:
    """Stands where Qt hands announcements to the screen reader of the desktop."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.heard.append(event.message())


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(announcing, "QAccessible", made)
    return made


def test_a_notice_is_said(desk: Desk, reader: Reader) -> None:
    desk.remember(DAY, calf_left="38.2")
    history = desk.go("history")
    history.table.selectRow(0)  # type: ignore[attr-defined]
    history.table.setFocus()  # type: ignore[attr-defined]
    desk.press(Qt.Key.Key_Delete)
    assert desk.notice in reader.heard
    assert desk.notice.startswith("Done: Delete check-in of ")


def test_what_became_of_a_press_is_said(desk: Desk, reader: Reader) -> None:
    desk.remember(DAY, calf_left="38.2")
    history = desk.go("history")
    history.table.selectRow(0)  # type: ignore[attr-defined]
    history.table.setFocus()  # type: ignore[attr-defined]
    desk.ctrl(Qt.Key.Key_C)
    assert reader.heard == ["1 check-in copied."]


def test_why_something_was_refused_is_said_and_nothing_when_it_goes(desk: Desk, reader: Reader) -> None:
    plan = desk.go("plan")
    plan._refuse("No plan yet.")  # type: ignore[attr-defined]
    plan._say("")  # type: ignore[attr-defined]
    assert reader.heard == ["No plan yet."]
