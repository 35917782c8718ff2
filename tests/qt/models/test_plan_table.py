"""The tables behind the plan's grid and the view of one session: Qt's rules for models, and what cells say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from legwork.domain.plan.line_edits import removed, typed
from legwork.domain.plan.lines import LineKey, Spot
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.plan.part_edits import session_added, week_added, week_removed
from legwork.domain.units import UnitSystem
from legwork.qt.models.plan_rows import RowKind
from legwork.qt.models.plan_session_table import Part, SessionTableModel
from legwork.qt.models.plan_table import PlanTableModel, monday_of
from legwork.services.catalogue import catalogue
from plan_cases import entry_of, fresh_for, large_plan, plan_of, session_of, small_plan

ACCESSIBLE, TOOL_TIP, EDIT = (
    int(role) for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole)
)


@pytest.fixture
def model() -> PlanTableModel:
    """The small plan."""
    plan = small_plan()
    model = PlanTableModel(fresh_for(plan))
    show(model, plan)
    return model


def show(model: PlanTableModel, plan: Plan, starts_on: date | None = None) -> None:
    model.show_plan(plan, catalogue(), UnitSystem.METRIC, starts_on)


def cell(model: PlanTableModel, name: str, week: int) -> QModelIndex:
    row = next(at for at in range(model.rowCount()) if model.headerData(at, Qt.Orientation.Vertical) == name)
    return model.index(row, week - 1)


def test_it_behaves_as_qt_expects_through_every_kind_of_change(
    model: PlanTableModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    fresh = model.fresh
    weeks = [week.id for _, week in weeks_of(model.grid.plan)]
    entries = [one.id for week in model.grid.plan.blocks[0].weeks for one in week.sessions[0].entries]
    for change in (
        lambda plan: session_added(plan, 1, "New", fresh),
        lambda plan: removed(plan, entries[:1]),
        lambda plan: removed(plan, [one.id for line in model.grid.places[0].lines for one in line.cells if one]),
        lambda plan: week_added(plan, weeks[1], fresh),
        lambda plan: week_removed(plan, weeks[0]),
        lambda _plan: Plan(),
    ):
        show(model, change(model.grid.plan))
    assert model.rowCount() == model.columnCount() == 0


def test_a_cell_says_what_is_typed_and_in_words_what_it_means(qtbot: QtBot) -> None:
    entry = entry_of("squat", "3x8/side 60kg @1 RIR t31X0 r150; heels down", "linear +2.5kg", 1, "belt")
    plan = plan_of((session_of("A", entry),))
    model = PlanTableModel(fresh_for(plan))
    show(model, plan)
    index = cell(model, "Back squat", 1)
    assert index.data() == "3x8/side 60kg @1 RIR t31X0 r150"
    assert index.data(EDIT) == "3x8/side 60kg @1 RIR t31X0 r150; heels down"
    assert str(index.data(TOOL_TIP)).splitlines() == [
        "3 sets of 8 reps, each side, 60 kg, 1 rep left, "
        "down 3 s, pause 1 s, up as fast as possible, pause 0 s, rest 2:30 min",
        "heels down", "Goes on: each week 2.5 kg more", "Superset A", "Note: belt",
    ]  # fmt: skip
    assert str(index.data(ACCESSIBLE)).startswith("Back squat, Week 1: 3 sets of 8 reps")


def test_empty_cells_and_heads_are_said_too(model: PlanTableModel) -> None:
    gone = [one.id for one in model.grid.places[0].lines[0].cells[1:2] if one]
    show(model, removed(model.grid.plan, gone))
    assert cell(model, "Back squat", 2).data(ACCESSIBLE) == "Back squat, Week 2: empty"
    assert cell(model, "Lower A", 2).data(ACCESSIBLE) == "Lower A, Monday, Week 2: 1 exercise, about 10 min"
    assert cell(model, "Add a session", 1).data(ACCESSIBLE) == "Add a session"


def test_only_exercises_can_be_typed_into(model: PlanTableModel) -> None:
    for row, one in enumerate(model.rows):
        editable = bool(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEditable)
        assert editable == (one.kind is RowKind.LINE)


def test_a_set_text_becomes_an_edit_and_a_bad_one_is_refused(model: PlanTableModel, qtbot: QtBot) -> None:
    plan, refused = model.grid.plan, []
    model.refused.connect(refused.append)
    asked: list[tuple[Callable[[Plan], Plan], str]] = []
    model.edit_asked.connect(lambda change, label: asked.append((change, label)))
    index = cell(model, "Back squat", 1)
    assert not model.setData(index, "0x8", EDIT)
    assert len(refused) == 1 and "Column 1" in refused[0] and asked == []
    assert model.setData(index, "5x5", EDIT)
    show(model, asked[0][0](plan))
    assert cell(model, "Back squat", 1).data() == "5x5" and asked[0][1] == "Change Back squat, Week 1"
    assert model.setData(cell(model, "Back squat", 1), "5 x 5", EDIT) and len(asked) == 1  # the same, written otherwise
    assert not model.setData(cell(model, "Lower A", 1), "5x5", EDIT)


def test_weeks_say_the_date_of_their_monday(model: PlanTableModel) -> None:
    assert model.monday(0) is None
    show(model, model.grid.plan, date(2026, 3, 5))  # a Thursday
    assert model.monday(0) == date(2026, 3, 2) and model.monday(3) == date(2026, 3, 23)
    assert monday_of(date(2026, 3, 2), 1) == date(2026, 3, 2)
    assert monday_of(date(2026, 3, 8), 2) == date(2026, 3, 9)


def test_one_cell_of_a_large_plan_touches_one_line(qtbot: QtBot) -> None:
    plan = large_plan(tuple(one.key for one in catalogue().exercises))
    model = PlanTableModel(fresh_for(plan))
    show(model, plan)
    assert (model.rowCount(), model.columnCount()) == (7 * 17 + 1, 40)
    lines = [row.line for row in model.rows]
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    model.modelReset.connect(lambda: changed.append(-1))
    key = LineKey(3, model.grid.places[3].lines[4].exercise)
    other = entry_of("squat", "5x5").prescription
    show(model, typed(plan, {Spot(key, model.grid.columns[20].week.id): other}, model.fresh))
    at = next(at for at, row in enumerate(model.rows) if row.line_key == key)
    head = next(at for at, row in enumerate(model.rows) if row.place == 3)
    assert changed == [head, at]  # its minutes, and itself
    assert [at for at, row in enumerate(model.rows) if row.line is not lines[at]] == [at]


def test_the_table_of_a_session_behaves_as_qt_expects(qtmodeltester: ModelTester) -> None:
    model, session = SessionTableModel(), small_plan().blocks[0].weeks[0].sessions[0]
    qtmodeltester.check(model)
    model.show_session(session, catalogue(), UnitSystem.METRIC)
    assert (model.rowCount(), model.columnCount()) == (2, 5)
    assert model.index(0, Part.RULE).data(ACCESSIBLE) == "from 6 reps up to 8, then 2.5 kg more"
    assert model.index(0, Part.GROUP).data(ACCESSIBLE) == "no superset"
    assert model.index(1, Part.RULE).data() == "" and model.index(1, Part.RULE).data(EDIT) == "fixed"
    model.show_session(None, catalogue(), UnitSystem.METRIC)
    assert model.rowCount() == 0


@pytest.mark.parametrize(
    ("part", "text"), [(Part.CELL, "3x"), (Part.RULE, "up"), (Part.GROUP, "AB"), (Part.GROUP, "1"), (Part.CELL, "0x5")]
)
def test_bad_texts_of_a_session_are_refused(qtbot: QtBot, part: Part, text: str) -> None:
    model, said = SessionTableModel(), []
    model.show_session(small_plan().blocks[0].weeks[0].sessions[0], catalogue(), UnitSystem.METRIC)
    model.refused.connect(said.append)
    with qtbot.assertNotEmitted(model.edit_asked):
        assert not model.setData(model.index(0, part), text, EDIT)
    assert len(said) == 1
