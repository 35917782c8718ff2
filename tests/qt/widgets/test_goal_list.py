"""The list of goals as it is seen: nothing lies over anything else, also with large text in a narrow list."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from drawn_texts import drawn, overlapping
from legwork.domain.forecast.reach import Wish
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.goal_list import GoalList


def view(name: str, state: str, progress: float | None) -> SimpleNamespace:
    """What the list shows of a goal."""
    return SimpleNamespace(
        name=name, value=62.0, unit="cm", goal=SimpleNamespace(due=date(2027, 6, 1), measure=name), region="lower",
        progress=progress, sign="»", state=state, wish=Wish.FAST, spoken="", head="",
    )  # fmt: skip


def texts(qtbot: QtBot, theme: ThemeManager, width: int, *views: SimpleNamespace) -> list[list[tuple[str, QRectF]]]:
    """What is written into each row of a list of that width."""
    shown = GoalList(theme)
    qtbot.addWidget(shown)
    shown.resize(width, 600)
    shown.show_goals(views, "")
    shown.show()
    found = []
    for place in range(shown.count()):
        index = shown.model().index(place, 0)
        option = QStyleOptionViewItem()
        option.state = QStyle.StateFlag.State_Enabled
        size = shown.itemDelegate().sizeHint(option, index)

        def paint(painter: QPainter, rect: QRectF, index: object = index, option: object = option) -> None:
            option.rect = rect.toRect()
            shown.itemDelegate().paint(painter, option, index)

        written = [one for one in drawn(size.width(), size.height(), paint) if one[0].strip()]
        inside = QRectF(0, 0, size.width(), size.height())
        assert all(inside.contains(box) for _, box in written), "nothing runs out of its row"
        assert shown.visualItemRect(shown.item(place)).size() == QSize(size.width(), size.height())
        found.append(written)
    return found


@pytest.mark.parametrize(("percent", "width"), [(100, 264), (150, 240), (150, 396), (200, 300)])
def test_nothing_is_cut_and_nothing_lies_over_anything(
    qtbot: QtBot, theme: ThemeManager, percent: int, width: int
) -> None:
    theme.apply("light", percent)
    views = (view("Upper thigh, left", "faster than usual", 0.0), view("Calf", "likely in time", 1.0))
    for one, written in zip(views, texts(qtbot, theme, width, *views), strict=True):
        assert overlapping(written) == []
        said = " ".join(text for text, _ in written)
        assert "…" not in said
        for part in (one.name, f"» {one.state}", f"{round(100 * one.progress)}\N{NO-BREAK SPACE}%"):
            assert part.replace("\N{NO-BREAK SPACE}", " ") in said.replace("\N{NO-BREAK SPACE}", " ")


def test_where_there_is_room_the_foot_is_one_line(qtbot: QtBot, theme: ThemeManager) -> None:
    theme.apply("light", 100)
    [written] = texts(qtbot, theme, 400, view("Calf", "likely in time", 0.35))
    assert len({round(box.center().y() / 8) for text, box in written if "35" in text or "likely" in text}) == 1
    assert len(written) == 4
