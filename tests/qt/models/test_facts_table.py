"""Facts as a model: lines across below the cells, folding, and the same lines kept while only texts change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column, Fact, FactsTableModel

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
