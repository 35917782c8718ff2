"""The table under the charts as a model: what its cells say, and that rows keep their place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from legwork.domain.verdict import SIGNS, Call
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.measure_table import CHANGE, NAME, NOW, RATE, START, VERDICT, MeasureTableModel
from legwork.services.measure_facts import MeasureFacts

DISPLAY, ACCESSIBLE = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
TIP, COLOUR = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.ForegroundRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)


def fact(side: str = "left", call: Call = Call.GROWING, now: str = "38.9", unit: str = "cm") -> MeasureFacts:
    numbers = ("36.0", now, "+2.9 ± 0.4", "+0.43 ± 0.06")
    why = "From the line's height on 6 Jan 2025."
    return MeasureFacts(f"site/calf:{side}", f"Calf, {side}", unit, *numbers, "growing", SIGNS[call], call, why)


@pytest.fixture
def model(theme: ThemeManager) -> MeasureTableModel:
    one = MeasureTableModel(theme, theme)
    one.show_facts([fact("left"), fact("right", Call.NOTHING, now="")])
    return one


def texts(model: MeasureTableModel, row: int, role: int = DISPLAY) -> list[str]:
    return [str(model.index(row, column).data(role)) for column in range(model.columnCount())]


def test_it_behaves_as_a_model_while_rows_come_and_go(model: MeasureTableModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    for facts in ([fact("left")], [], [fact("right"), fact("left")], [fact("right"), fact("left", now="39.0")]):
        model.show_facts(facts)
        qtmodeltester.check(model)


def test_a_row_says_name_numbers_and_verdict(model: MeasureTableModel) -> None:
    assert texts(model, 0) == ["Calf, left (cm)", "36.0", "38.9", "+2.9 ± 0.4", "+0.43 ± 0.06", "▲ growing"]
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(6)]
    assert titles == ["Measure", "Start", "Now", "Change", "Per month", "Verdict"]


def test_a_measure_without_a_unit_has_no_brackets(model: MeasureTableModel) -> None:
    model.show_facts([fact(unit="")])
    assert texts(model, 0)[NAME] == "Calf, left"


def test_every_column_but_the_plain_one_explains_itself(model: MeasureTableModel) -> None:
    for column in (START, NOW, CHANGE, RATE, VERDICT):
        assert len(model.headerData(column, Qt.Orientation.Horizontal, TIP)) > 20


def test_numbers_stand_right_and_words_left(model: MeasureTableModel) -> None:
    for column in range(6):
        side = Qt.AlignmentFlag.AlignRight if column in (START, NOW, CHANGE, RATE) else Qt.AlignmentFlag.AlignLeft
        assert model.index(0, column).data(ALIGNMENT) & side
        assert model.headerData(column, Qt.Orientation.Horizontal, ALIGNMENT) & side


def test_a_screen_reader_hears_the_column_with_each_value(model: MeasureTableModel) -> None:
    assert texts(model, 0, ACCESSIBLE)[1:3] == ["Start: 36.0", "Now: 38.9"]
    assert texts(model, 1, ACCESSIBLE)[NOW] == "Now: none", "an empty cell is told, too"


def test_colour_never_stands_alone_and_follows_the_theme(model: MeasureTableModel, theme: ThemeManager) -> None:
    verdict = model.index(0, VERDICT)
    assert verdict.data(COLOUR) == theme.colour("good") and verdict.data().startswith("▲")
    theme.apply("dark", 100)
    assert verdict.data(COLOUR) == theme.colour("good")
    assert model.index(0, NAME).data(COLOUR) is None


def test_pointing_at_a_row_explains_it(model: MeasureTableModel) -> None:
    assert model.index(0, CHANGE).data(TIP) == "From the line's height on 6 Jan 2025."


def test_rows_of_the_same_measures_keep_their_selection(model: MeasureTableModel, qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.selectRow(1)
    kept = QPersistentModelIndex(model.index(1, 0))
    with qtbot.waitSignal(model.dataChanged):
        model.show_facts([fact("left"), fact("right", now="39.4")])
    assert kept.isValid() and view.currentIndex().row() == 1
    assert texts(model, 1)[NOW] == "39.4"


def test_other_measures_start_the_table_anew(model: MeasureTableModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.show_facts([fact("right")])
    assert model.rowCount() == 1


def test_what_is_not_a_cell_says_nothing(model: MeasureTableModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.rowCount(model.index(0, 0)) == 0
