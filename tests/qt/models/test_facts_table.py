"""Facts as a model: lines across below the cells, folding, and the same lines kept while only texts change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column, Fact, FactsOnDemand, FactsTableModel
from legwork.qt.widgets.facts_table import FactsTable

COLUMNS = (Column("Lift"), Column("Set", folds=True), Column("Once", "worked out", number=True))
SQUAT = Fact(
    "squat", ("Squat", "100 kg × 5", "117 kg"), "At least.", "Squat in words.", "legs", ((2, "Epley: 117 kg"),)
)
ROW = Fact("row", ("Row", "60 kg × 5", "70 kg"))
DISPLAY = int(Qt.ItemDataRole.DisplayRole)


@pytest.fixture
def model(qapp: QApplication) -> Iterator[FactsTableModel]:
    theme = ThemeManager(resources_dir() / "themes")
    yield FactsTableModel(theme, COLUMNS, theme)


def lines(model: FactsTableModel) -> list[list[str]]:
    return [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]


def test_it_behaves_as_a_model(model: FactsTableModel, qtmodeltester: ModelTester) -> None:
    for facts in ([SQUAT, ROW], [], [ROW], [ROW, SQUAT]):
        model.show_facts(facts)
        qtmodeltester.check(model)
    model.fold(True)
    qtmodeltester.check(model)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert QModelIndex().data() is None


def test_notes_and_folded_cells_stand_below(model: FactsTableModel) -> None:
    model.show_facts([SQUAT, ROW])
    assert lines(model) == [list(SQUAT.cells), ["At least.", "", ""], list(ROW.cells)]
    assert [model.is_note(line) for line in range(3)] == [False, True, False]
    model.fold(True)
    assert [line[0] for line in lines(model)] == ["Squat", "100 kg × 5", "At least.", "Row", "60 kg × 5"]
    assert model.fact(2) is SQUAT


def test_it_can_be_read_aloud_and_explains_itself(model: FactsTableModel) -> None:
    model.show_facts([SQUAT, ROW])
    aloud = int(Qt.ItemDataRole.AccessibleTextRole)
    assert [model.index(0, column).data(aloud) for column in range(3)] == [
        "Squat in words.", "Set: 100 kg × 5", "Once: 117 kg",
    ]  # fmt: skip
    assert (model.index(1, 0).data(aloud), model.index(2, 0).data(aloud)) == ("At least.", "Row")
    tip = int(Qt.ItemDataRole.ToolTipRole)
    assert (model.index(0, 2).data(tip), model.index(0, 0).data(tip)) == ("Epley: 117 kg", None)
    assert model.headerData(2, Qt.Orientation.Horizontal, tip) == "worked out"
    assert model.index(0, 2).data(int(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight


def test_other_texts_in_the_same_lines_are_no_reset(model: FactsTableModel, qtbot: QtBot) -> None:
    model.show_facts([SQUAT])
    newer = Fact("squat", ("Squat", "110 kg × 5", "128 kg"), "Rough.")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_facts([newer])
    assert lines(model)[1][0] == "Rough."
    with qtbot.waitSignal(model.modelReset):
        model.show_facts([ROW])


def test_it_is_copied_as_a_spreadsheet_takes_it(model: FactsTableModel) -> None:
    model.show_facts([SQUAT, ROW])
    model.fold(True)
    assert model.as_text() == (
        "Lift\tSet\tOnce\nSquat\t100 kg × 5\t117 kg\tAt least.\nRow\t60 kg × 5\t70 kg\n"
    )  # fmt: skip
    assert model.as_text(["row"]) == "Lift\tSet\tOnce\nRow\t60 kg × 5\t70 kg\n"


class Made:
    """Facts on demand that count which of them were asked for."""

    def __init__(self, many: int) -> None:
        self.keys: list[str] = []
        self.facts = FactsOnDemand([str(number) for number in range(many)], self._make)

    def _make(self, key: str) -> Fact:
        self.keys.append(key)
        return Fact(
            key, (f"Lift {key}", "100 kg × 5", "117 kg" if key != "150" else "117 kg, and many words more " * 9)
        )


def test_facts_on_demand_are_those_facts_and_each_is_made_once(
    model: FactsTableModel, qtmodeltester: ModelTester
) -> None:
    made = Made(4)
    model.show_facts(made.facts)
    assert (model.rowCount(), model.key(2), model.line_of("3"), made.keys) == (4, "2", 3, [])
    assert [line[0] for line in lines(model)] == ["Lift 0", "Lift 1", "Lift 2", "Lift 3"]
    qtmodeltester.check(model)
    assert made.keys == ["0", "1", "2", "3"]
    assert [one.key for one in made.facts[1:3]] == ["1", "2"]
    model.fold(True)
    assert (model.rowCount(), model.key(5), model.line_of("3"), model.line_of("9")) == (8, "2", 6, None)
    assert model.as_text(["2"]) == "Lift\tSet\tOnce\nLift 2\t100 kg × 5\t117 kg\n"


def test_a_table_that_scrolls_makes_only_the_facts_in_sight(qtbot: QtBot, qapp: QApplication) -> None:
    made, theme = Made(3000), ThemeManager(resources_dir() / "themes")
    table = FactsTable(theme, "many", "Many", COLUMNS, grows=False)
    qtbot.addWidget(table)
    table.show_facts(made.facts)
    table.resize(600, 300)
    with qtbot.waitExposed(table):
        table.show()
    assert 5 < len(made.keys) < 60
    table.choose("2999")
    qtbot.waitUntil(lambda: "2999" in made.keys)
    assert len(made.keys) < 120
    usual = table.rowHeight(2999)
    table.scrollTo(table.facts.index(150, 0), QAbstractItemView.ScrollHint.PositionAtTop)
    qtbot.waitUntil(lambda: "150" in made.keys)
    assert table.rowHeight(150) > usual == table.rowHeight(151), "what wraps has its room when it comes into sight"
    table.resize(600, 500)
    assert len(made.keys) < 240
