"""A table of facts to choose from: each with all its lines, also when the lines are made anew."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column, Fact
from legwork.qt.widgets.facts_table import FactsTable

FACTS = [
    Fact(key, (f"made on {key}", "by itself", "1.0 MB"), note=f"what {key} holds, and of whom\nand of whom else")
    for key in ("monday", "tuesday", "wednesday")
]


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[FactsTable]:
    """On a widget of its own, wide enough for all columns side by side."""
    host = QWidget()
    qtbot.addWidget(host)
    theme = ThemeManager(resources_dir() / "themes", host)
    columns = (Column("Made"), Column("Why", folds=True), Column("Size"))
    table = FactsTable(theme, "copies", "Copies", columns, grows=False)
    table.setParent(host)
    table.resize(700, 400)
    host.resize(700, 400)
    table.show_facts(FACTS)
    host.show()
    qtbot.waitExposed(host)
    yield table


def lines_of(table: FactsTable, key: str) -> list[int]:
    return [line for line in range(table.facts.rowCount()) if table.facts.key(line) == key]


def ground(table: FactsTable, line: int) -> QColor:
    """The colour at the end of a line, where no letter stands."""
    place = QPoint(table.viewport().width() - 4, table.rowViewportPosition(line) + table.rowHeight(line) - 4)
    return table.viewport().grab().toImage().pixelColor(place)


@pytest.mark.parametrize("width", [700, 240])
def test_all_lines_of_a_chosen_fact_are_lit_and_no_others(table: FactsTable, width: int) -> None:
    table.resize(width, 400)
    assert table.facts.folded == (width == 240)
    table.choose("tuesday")
    lit = {ground(table, line).name() for line in lines_of(table, "tuesday")}
    plain = {ground(table, line).name() for one in ("monday", "wednesday") for line in lines_of(table, one)}
    assert len(lines_of(table, "tuesday")) == (3 if width == 240 else 2)
    assert len(lit) == len(plain) == 1 and lit != plain


def test_the_keys_go_from_fact_to_fact(qtbot: QtBot, table: FactsTable) -> None:
    table.setFocus()
    table.choose("monday")
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(table, key)
        fact = table.chosen()
        assert fact is not None
        seen.append(fact.key)
    assert seen == ["tuesday", "wednesday", "wednesday", "tuesday"]
    assert not table.facts.is_note(table.currentIndex().row())


def test_what_is_chosen_stays_so_when_lines_fold_and_when_others_come(table: FactsTable) -> None:
    table.choose("tuesday")
    table.resize(240, 400)
    assert table.facts.folded
    fact = table.chosen()
    assert fact is not None and fact.key == "tuesday" and table.lit == {"tuesday"}
    newer = Fact("thursday", ("made on thursday", "by itself", "1.0 MB"))
    table.show_facts([newer, *FACTS])
    fact = table.chosen()
    assert fact is not None and fact.key == "tuesday" and table.lit == {"tuesday"}
    table.show_facts([newer])
    assert table.chosen() is None and not table.lit
