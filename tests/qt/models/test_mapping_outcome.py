"""What would come of a table, as lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from legwork.qt.models.mapping_outcome import OutcomeModel
from legwork.services.mapping_look import Outcome


def test_the_lines_of_an_outcome(qtmodeltester: ModelTester) -> None:
    model = OutcomeModel()
    qtmodeltester.check(model)
    model.show_outcome(Outcome("", ("Day", "Calf"), (("3 Apr 2025", "38 cm"), ("4 Apr 2025", ""))))
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert model.index(0, 1).data() == "38 cm"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Calf"
    model.show_outcome(Outcome(refused="Say which column holds the day."))
    assert (model.rowCount(), model.columnCount()) == (0, 0)
