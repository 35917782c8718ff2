"""A long chooser in which any word of an entry finds it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from legwork.qt.widgets.word_search import findable, found_by

ENTRIES = [
    "Leave out",
    "Day",
    "Body",
    "Body weight",
    "Upper thigh, left",
    "Mid-thigh, left",
    "Mid-thigh, right",
    "Größe",
]
KEY = Qt.Key


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("d", "Day"),
        ("body w", "Body weight"),
        ("weight", "Body weight"),
        ("thigh", "Upper thigh, left"),
        ("mid r", "Mid-thigh, right"),
        ("right thigh", "Mid-thigh, right"),
        ("grosse", "Größe"),
        ("ddd", "Day"),
        ("xyz", None),
        ("  ", None),
    ],
)
def test_any_word_finds(typed: str, found: str | None) -> None:
    place = found_by(ENTRIES, typed, 0)
    assert (ENTRIES[place] if place >= 0 else None) == found


def test_a_letter_again_goes_on_to_the_next() -> None:
    assert [found_by(ENTRIES, "mm", now) for now in (5, 6)] == [6, 5]


def box_with(qtbot: QtBot) -> tuple[QComboBox, list[str]]:
    box = QComboBox()
    model = QStandardItemModel(box)
    for text in ENTRIES:
        item = QStandardItem(text)
        if text == "Body":
            item.setFlags(Qt.ItemFlag.NoItemFlags)  # a heading
        model.appendRow(item)
    box.setModel(model)
    findable(box, lambda words: 5 if words == "quad" else -1)
    qtbot.addWidget(box)
    box.show()
    chosen: list[str] = []
    box.activated.connect(lambda place: chosen.append(box.itemText(place)))
    return box, chosen


def test_typing_chooses_and_never_a_heading(qtbot: QtBot) -> None:
    box, chosen = box_with(qtbot)
    QTest.keyClicks(box, "body")
    assert (box.currentText(), chosen) == ("Body weight", ["Body weight"])


def test_another_name_finds_too(qtbot: QtBot) -> None:
    box, chosen = box_with(qtbot)
    QTest.keyClicks(box, "quad")
    assert (box.currentText(), chosen) == ("Mid-thigh, left", ["Mid-thigh, left"])


def test_what_is_in_no_entry_changes_nothing_and_can_be_taken_back(qtbot: QtBot) -> None:
    box, chosen = box_with(qtbot)
    QTest.keyClicks(box, "mid lx")
    assert box.currentText() == "Mid-thigh, left"
    QTest.keyClick(box, KEY.Key_Backspace)
    QTest.keyClick(box, KEY.Key_Backspace)
    QTest.keyClicks(box, "r")
    assert box.currentText() == "Mid-thigh, right"
    assert chosen == ["Mid-thigh, left", "Mid-thigh, right"]


def test_in_the_open_list_enter_takes_it_and_escape_does_not(qtbot: QtBot) -> None:
    box, chosen = box_with(qtbot)
    box.showPopup()
    QTest.keyClicks(box.view(), "right")
    assert (box.currentText(), chosen) == ("Leave out", [])
    QTest.keyClick(box.view(), KEY.Key_Escape)
    assert (box.currentText(), chosen) == ("Leave out", [])
    box.showPopup()
    QTest.keyClicks(box.view(), "right")
    QTest.keyClick(box.view(), KEY.Key_Return)
    assert (box.currentText(), chosen) == ("Mid-thigh, right", ["Mid-thigh, right"])


def test_other_keys_do_what_they_did(qtbot: QtBot) -> None:
    box, _ = box_with(qtbot)
    QTest.keyClick(box, KEY.Key_Down)
    assert box.currentText() == "Day"
    QTest.keyClick(box, KEY.Key_End)
    assert box.currentText() == "Größe"
