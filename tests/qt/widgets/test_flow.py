"""A row that breaks into lines: where its parts stand."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from legwork.qt.widgets.flow import FlowLayout

SIZES = ((60, 20), (80, 40), (100, 30))


def laid_out(qtbot: QtBot, width: int) -> list[QRect]:
    whole = QWidget()
    qtbot.addWidget(whole)
    parts = []
    for wide, high in SIZES:
        part = QWidget()
        part.setFixedSize(wide, high)
        parts.append(part)
    layout = FlowLayout(*parts, spacing=10)
    whole.setLayout(layout)
    whole.resize(width, layout.heightForWidth(width))
    whole.show()
    return [one.geometry() for one in parts]


def test_parts_of_one_line_stand_in_its_middle(qtbot: QtBot) -> None:
    assert laid_out(qtbot, 300) == [QRect(0, 10, 60, 20), QRect(70, 0, 80, 40), QRect(160, 5, 100, 30)]


def test_what_has_no_room_begins_the_next_line_and_the_height_counts_both(qtbot: QtBot) -> None:
    found = laid_out(qtbot, 160)
    assert found == [QRect(0, 10, 60, 20), QRect(70, 0, 80, 40), QRect(0, 50, 100, 30)]
    assert found[2].bottom() == 79
