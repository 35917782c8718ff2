"""What takes noticeably long says so where its result will stand; what comes at once does not flicker."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from legwork.qt.pages.charts.note import ChartNote
from legwork.qt.widgets.waiting_sign import WaitingSign


def test_a_sign_speaks_after_a_while_and_is_quiet_once_it_is_gone(qtbot: QtBot) -> None:
    sign = WaitingSign("Working out the balance")
    qtbot.addWidget(sign)
    sign.show()
    assert sign.text() == ""
    qtbot.waitUntil(lambda: sign.text() == "Working out the balance…")
    sign.hide()
    assert sign.text() == ""


def test_the_note_of_the_charts_tells_of_long_work_unless_something_else_is_said(qtbot: QtBot) -> None:
    note = ChartNote()
    qtbot.addWidget(note)
    note.say_hint("A hint")
    note.say_later("Working out trends…")
    assert note.text() == "A hint"
    qtbot.waitUntil(lambda: note.text() == "Working out trends…")
    note.say_later("Working out trends…")
    note.say_hint("Done")
    qtbot.wait(600)
    assert note.text() == "Done"
