"""Parts beside each other where there is room, below each other in less, and nothing cut off either way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from legwork.qt.widgets.side_by_side import SideBySide

LONG = "Beside your bench press your squat is in the lowest quarter of raw competitors. " * 2


@pytest.fixture
def parts() -> tuple[QLabel, QLabel]:
    made = QLabel(LONG), QLabel(LONG)
    for one in made:
        one.setWordWrap(True)
    return made


def shown(qtbot: QtBot, parts: tuple[QLabel, QLabel], width: int, shares: tuple[int, ...] = ()) -> QWidget:
    host = QWidget()
    host.setLayout(SideBySide(*parts, wide=400, spacing=6, gap=20, shares=shares))
    qtbot.addWidget(host)
    host.resize(width, host.heightForWidth(width))
    host.show()
    QApplication.processEvents()
    return host


def test_side_by_side_from_its_width_on(qtbot: QtBot, parts: tuple[QLabel, QLabel]) -> None:
    host = shown(qtbot, parts, 420)
    first, second = parts
    assert (first.x(), first.y(), first.width()) == (0, 0, 200)
    assert (second.x(), second.y(), second.width()) == (220, 0, 200)
    assert host.height() == first.heightForWidth(200)


def test_below_each_other_in_less(qtbot: QtBot, parts: tuple[QLabel, QLabel]) -> None:
    host = shown(qtbot, parts, 399)
    first, second = parts
    assert first.width() == second.width() == 399
    assert second.y() == first.height() + 6
    assert host.height() == second.geometry().bottom() + 1
    assert first.height() >= first.heightForWidth(399), "all words have room"


def test_a_part_may_keep_its_own_width(qtbot: QtBot, parts: tuple[QLabel, QLabel]) -> None:
    parts[1].setWordWrap(False)
    parts[1].setText("short")
    host = shown(qtbot, parts, 420, (1, 0))
    assert host.width() == 420
    assert parts[1].width() == parts[1].sizeHint().width()
    assert parts[1].geometry().right() + 1 == 420


def test_a_hidden_part_takes_no_room(qtbot: QtBot, parts: tuple[QLabel, QLabel]) -> None:
    parts[1].hide()
    host = shown(qtbot, parts, 420)
    assert parts[0].width() == 420
    assert host.height() == parts[0].heightForWidth(420)
