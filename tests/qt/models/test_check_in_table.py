"""The table behind History: what its cells say, how they sort, and what becomes of a text typed into one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from legwork.qt.models.check_in_table import CheckInTableModel
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.people import ChangePerson
from program_driver import IMPERIAL, Desk, readings

OLD, NEW = date(2025, 1, 7), date(2025, 1, 14)
DISPLAY, EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)


@pytest.fixture
def model(desk: Desk) -> CheckInTableModel:
    desk.remember(OLD, calf_left="38", waist="84,5", body_weight="82.5")
    desk.remember(NEW, calf_left="38.2 + 38.6 + 38.3", calf_right="15 1/4 in")
    desk.context.profile.apply(
        RecordReadings(desk.person.id, (Day(NEW, note="=knee\nsore", morning=True, trained_legs=False),))
    )
    model = desk.go("history").model
    assert isinstance(model, CheckInTableModel)
    return model


def cell(model: CheckInTableModel, row: int, key: str) -> QModelIndex:
    place = [one.key for one in model.table_columns].index(key)
    return model.index(row, place)


def text(model: CheckInTableModel, row: int, key: str, role: int = DISPLAY) -> object:
    return cell(model, row, key).data(role)


def test_it_behaves_as_qt_expects(desk: Desk, model: CheckInTableModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    desk.remember(date(2025, 1, 21), calf_left="38.4")
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", IMPERIAL))
    desk.undo()


def test_newest_first_with_every_column_named(model: CheckInTableModel) -> None:
    assert [text(model, row, "day") for row in range(model.rowCount())] == ["14 Jan 2025", "7 Jan 2025"]
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert heads[0] == "Day" and heads[-3:] == ["Morning", "Trained legs", "Note"]
    assert {"Calf, left (cm)", "Waist (cm)", "Body weight (kg)"} <= set(heads)
    assert len(heads) == 1 + 12 + 3


def test_cells_show_the_median_in_the_persons_unit(model: CheckInTableModel) -> None:
    assert text(model, 0, "calf:left") == "38.3"
    assert text(model, 0, "calf:right") == "38.7"
    assert text(model, 1, "waist") == "84.5"
    assert text(model, 0, "waist") == ""
    assert (text(model, 0, "morning"), text(model, 0, "trained_legs")) == ("yes", "no")
    assert (text(model, 1, "morning"), text(model, 1, "note")) == ("", "")
    assert text(model, 0, "note") == "=knee sore", "a note in one line"


def test_an_editor_gets_what_was_typed_with_the_sign_of_this_place(model: CheckInTableModel) -> None:
    assert text(model, 0, "calf:left", EDIT) == "38.2 + 38.6 + 38.3"
    assert text(model, 0, "calf:right", EDIT) == "15 1/4 in"
    assert text(model, 1, "waist", EDIT) == "84.5"
    assert text(model, 0, "day", EDIT) == "2025-01-14"
    assert text(model, 0, "note", EDIT) == "=knee\nsore"


def column(model: CheckInTableModel, key: str) -> list[object]:
    return [text(model, row, key) for row in range(model.rowCount())]


def sort(model: CheckInTableModel, key: str, order: Qt.SortOrder) -> None:
    model.sort([one.key for one in model.table_columns].index(key), order)


UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def test_numbers_sort_as_numbers_and_days_as_days(desk: Desk, model: CheckInTableModel) -> None:
    desk.remember(date(2025, 2, 3), body_weight="102.5", waist="90")
    sort(model, "body_weight", UP)
    assert column(model, "body_weight") == ["82.5", "102.5", ""], "blank cells come last either way"
    sort(model, "body_weight", DOWN)
    assert column(model, "body_weight") == ["102.5", "82.5", ""]
    sort(model, "day", UP)
    assert column(model, "day") == ["7 Jan 2025", "14 Jan 2025", "3 Feb 2025"]
    sort(model, "note", UP)
    assert column(model, "note") == ["=knee sore", "", ""]


def test_a_selected_row_stays_the_same_row_when_sorted(desk: Desk, model: CheckInTableModel) -> None:
    kept = QPersistentModelIndex(cell(model, 1, "waist"))
    sort(model, "day", UP)
    assert kept.row() == 0 and kept.data() == "84.5"


def test_the_order_holds_when_a_check_in_comes(desk: Desk, model: CheckInTableModel) -> None:
    sort(model, "day", UP)
    desk.context.runner.apply(readings(desk.person, date(2025, 1, 10), waist="85"))
    assert column(model, "day") == ["7 Jan 2025", "10 Jan 2025", "14 Jan 2025"]


def test_numbers_stand_right_and_words_left(model: CheckInTableModel) -> None:
    role = int(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(text(model, 0, "waist", role)) & Qt.AlignmentFlag.AlignRight
    assert Qt.AlignmentFlag(text(model, 0, "day", role)) & Qt.AlignmentFlag.AlignLeft


@pytest.mark.parametrize(
    ("row", "key", "typed", "shown", "undo_text"),
    [
        (1, "calf:left", "37.6 + 37.8", "37.7", "Undo Check-in of 7 Jan 2025"),
        (1, "calf:left", "15 in", "38.1", "Undo Check-in of 7 Jan 2025"),
        (1, "waist", "", "", "Undo Check-in of 7 Jan 2025"),
        (1, "note", " holiday ", "holiday", "Undo Check-in of 7 Jan 2025"),
        (1, "morning", "yes", "yes", "Undo Check-in of 7 Jan 2025"),
        (0, "trained_legs", "x", "yes", "Undo Check-in of 14 Jan 2025"),
        (1, "day", "2025-01-06", "6 Jan 2025", "Undo Move check-in to 6 Jan 2025"),
        (1, "day", "6 Jan 2025", "6 Jan 2025", "Undo Move check-in to 6 Jan 2025"),
    ],
)
def test_what_is_typed_becomes_an_edit_that_can_be_undone(
    desk: Desk, model: CheckInTableModel, row: int, key: str, typed: str, shown: str, undo_text: str
) -> None:
    before = text(model, row, key)
    assert model.setData(cell(model, row, key), typed)
    desk.settle()  # rows move once the cell's editor is closed
    assert text(model, row, key) == shown
    assert desk.undo_action().text() == undo_text
    desk.undo()
    assert text(model, row, key) == before


@pytest.mark.parametrize(
    ("key", "typed", "part"),
    [
        ("calf:left", "abc", "not a length"),
        ("calf:left", "380", "between 15 and 90 cm"),
        ("calf:left", "1+2+3+4", "three readings"),
        ("body_weight", "82 cm", "no weight"),
        ("morning", "perhaps", "yes or no"),
        ("day", "soon", "not a date"),
        ("day", "", "not a date"),
        ("day", "2025-01-14", "already"),
        ("day", (date.today() + timedelta(days=1)).isoformat(), "future"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    desk: Desk, model: CheckInTableModel, key: str, typed: str, part: str
) -> None:
    said: list[str] = []
    model.refused.connect(said.append)
    before = [model.index(1, place).data(EDIT) for place in range(model.columnCount())]
    assert not model.setData(cell(model, 1, key), typed)
    [sentence] = said
    assert part in sentence and sentence.endswith(".")
    assert [model.index(1, place).data(EDIT) for place in range(model.columnCount())] == before
    assert desk.context.runner.stack.count() == 0


def test_the_same_text_again_is_no_edit(desk: Desk, model: CheckInTableModel) -> None:
    assert not model.setData(cell(model, 0, "calf:left"), "38.2 + 38.6 + 38.3")
    assert desk.context.runner.stack.count() == 0


def test_other_units_show_other_numbers(desk: Desk, model: CheckInTableModel) -> None:
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", IMPERIAL))
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert "Calf, left (in)" in heads
    assert text(model, 0, "calf:right") == "15.25"
    assert text(model, 0, "calf:left", EDIT) == "38.2 cm + 38.6 cm + 38.3 cm"
