"""The plan's grid as a user meets it: moving about, typing, completing, faults, clearing, copying and filling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from legwork.domain.plan.model import Plan, Session, weeks_of
from legwork.domain.units import UnitSystem
from legwork.qt.widgets.line_editor import LineEditor
from plan_cases import cells_of, entry_of, plan_of, session_of, small_plan
from plan_grid_driver import Desk, opened_grid


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """The small plan in its grid, its first cell the current one."""
    with opened_grid(qtbot, small_plan()) as desk:
        yield desk


def test_rows_are_sessions_and_exercises_columns_are_weeks(desk: Desk) -> None:
    assert desk.heads() == [
        "Lower A", "Back squat", "Lying leg curl", "Add an exercise",
        "Upper A", "Bench press", "Pull-up", "Add an exercise", "Add a session",
    ]  # fmt: skip
    assert desk.weeks() == ["Week 1", "Week 2", "Week 3", "Week 4"]
    assert desk.text("Back squat", 1) == "3x6-8 60kg"
    assert desk.text("Lower A", 2) == "18 min"  # (3 x 7 + 3 x 12.5 reps) x 4 s, 6 rests of 120 s, 2 x 60 s to set up


def test_typing_replaces_a_cell_and_enter_goes_down(desk: Desk) -> None:
    desk.go("Back squat", 2)
    desk.type("4x6 80%")
    desk.key(Qt.Key.Key_Return)
    assert desk.text("Back squat", 2) == "4x6 80%"
    assert desk.text("Back squat", 1) == "3x6-8 60kg"
    assert desk.here() == ("Lying leg curl", 2)
    assert desk.said == ["Change Back squat, Week 2"]


def test_enter_passes_over_heads_to_the_next_exercise(desk: Desk) -> None:
    desk.go("Lying leg curl", 1)
    desk.type("2x12")
    desk.key(Qt.Key.Key_Return)
    assert desk.here() == ("Bench press", 1)


def test_tab_takes_the_cell_and_goes_right_and_shift_tab_left(desk: Desk) -> None:
    desk.go("Pull-up", 2)
    desk.type("5x5")
    desk.key(Qt.Key.Key_Tab)
    assert desk.here() == ("Pull-up", 3)
    desk.type("4x4")
    desk.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.here() == ("Pull-up", 2)
    assert [desk.text("Pull-up", week) for week in (2, 3)] == ["5x5", "4x4"]


def test_f2_opens_what_stands_there_and_escape_leaves_it(desk: Desk) -> None:
    desk.go("Back squat", 1)
    desk.key(Qt.Key.Key_F2)
    assert desk.editor().text() == "3x6-8 60kg"
    assert desk.editor().accessibleName() == "Back squat, week 1"
    desk.type(" r90")
    desk.key(Qt.Key.Key_Escape)
    assert not desk.editing()
    assert desk.text("Back squat", 1) == "3x6-8 60kg" and desk.said == []
    assert desk.grid.hasFocus()


def test_leaving_a_cell_as_it_was_changes_nothing(desk: Desk) -> None:
    desk.go("Back squat", 1)
    desk.key(Qt.Key.Key_F2)
    desk.key(Qt.Key.Key_Return)
    assert desk.said == [] and desk.here() == ("Lying leg curl", 1)


def test_what_cannot_be_read_is_said_below_the_cell_which_stays_open(desk: Desk) -> None:
    desk.go("Back squat", 1)
    desk.type("3x8 80% 60kg")
    desk.key(Qt.Key.Key_Return)
    assert desk.said == []
    editor, fault = desk.editor(), desk.fault()
    assert editor.text() == "3x8 80% 60kg" and editor.hasFocus()
    assert editor.cursorPosition() == 8  # where the second load begins
    assert fault.text() == "“80%” and “60kg” cannot both hold: leave one of them."
    top = fault.mapTo(desk.window, QPoint(0, 0)).y()
    assert 0 <= top - editor.mapTo(desk.window, QPoint(0, editor.height())).y() < 12
    assert desk.window.rect().contains(fault.geometry())
    desk.key(Qt.Key.Key_End)
    desk.type(" ")
    assert not fault.isVisible()
    for _ in range(6):
        desk.key(Qt.Key.Key_Backspace)
    desk.key(Qt.Key.Key_Return)
    assert desk.text("Back squat", 1) == "3x8 80%"


def test_a_fault_survives_a_click_elsewhere(desk: Desk, qtbot: QtBot) -> None:
    desk.go("Back squat", 1)
    desk.type("nonsense")
    desk.click("Pull-up", 3)
    assert desk.editing() and desk.editor().text() == "nonsense" and desk.fault().isVisible()
    desk.grid.setFocus()
    qtbot.keyClick(desk.grid, Qt.Key.Key_F2)  # back to what is still open
    assert desk.editor().hasFocus() and desk.editor().text() == "nonsense"
    desk.key(Qt.Key.Key_Escape)
    assert desk.said == [] and not desk.editing()


def test_a_click_elsewhere_takes_what_can_be_read(desk: Desk) -> None:
    desk.go("Back squat", 1)
    desk.type("5x5")
    desk.click("Pull-up", 3)
    assert desk.text("Back squat", 1) == "5x5"
    assert desk.here() == ("Pull-up", 3)


def test_completion_is_offered_and_taken_with_the_keys(desk: Desk) -> None:
    desk.go("Back squat", 1)
    desk.type("3x8 @")
    suggestions = desk.suggestions()
    assert suggestions.isVisible() and suggestions.item(0).text() == "@2 RIR"
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Tab)
    assert desk.editor().text() == "3x8 @2 RIR"
    desk.key(Qt.Key.Key_Return)
    assert desk.text("Back squat", 1) == "3x8 @2 RIR"


def test_enter_without_a_chosen_suggestion_takes_what_is_typed(desk: Desk) -> None:
    desk.go("Back squat", 1)
    desk.type("3x1")
    assert desk.suggestions().isVisible()
    desk.key(Qt.Key.Key_Return)
    assert desk.text("Back squat", 1) == "3x1"


def test_a_suggestion_can_be_clicked(desk: Desk, qtbot: QtBot) -> None:
    desk.go("Back squat", 1)
    desk.type("3x8 r")
    suggestions = desk.suggestions()
    first = suggestions.item(0)
    text, place = first.text(), suggestions.visualItemRect(first).center()
    qtbot.mouseClick(suggestions.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.editor().text() == f"3x8 {text}" and desk.editor().hasFocus()


def test_an_empty_text_takes_the_exercise_out_of_that_week(desk: Desk) -> None:
    desk.go("Back squat", 2)
    desk.key(Qt.Key.Key_F2)
    desk.editor().selectAll()
    desk.key(Qt.Key.Key_Backspace)
    desk.key(Qt.Key.Key_Return)
    assert desk.text("Back squat", 2) == "" and desk.text("Back squat", 1)


def test_typing_into_an_empty_cell_adds_the_exercise_where_it_belongs(desk: Desk) -> None:
    desk.go("Back squat", 3)
    desk.key(Qt.Key.Key_Delete)
    assert desk.text("Back squat", 3) == "" and desk.said == ["Clear 1 cell"]
    desk.type("3x5")
    desk.key(Qt.Key.Key_Return)
    assert cells_of(desk.plan)[2][0] == ["squat 3x5", "lying_leg_curl 3x10-15 @1 RIR"]


def test_delete_clears_all_that_is_chosen(desk: Desk) -> None:
    desk.choose("Back squat", 1, "Bench press", 2)
    desk.key(Qt.Key.Key_Delete)
    assert desk.said == ["Clear 6 cells"]
    assert [desk.text(name, 2) for name in ("Back squat", "Lying leg curl", "Bench press")] == ["", "", ""]
    assert desk.text("Back squat", 3) and desk.text("Pull-up", 1)
    assert desk.here() == ("Bench press", 2)


def test_a_line_whose_last_cell_is_cleared_goes(desk: Desk) -> None:
    desk.choose("Back squat", 1, "Back squat", 4)
    desk.key(Qt.Key.Key_Delete)
    assert desk.heads()[:3] == ["Lower A", "Lying leg curl", "Add an exercise"]
    assert desk.grid.currentIndex().isValid()


def test_copied_cells_come_back_as_a_rectangle(desk: Desk) -> None:
    desk.choose("Back squat", 1, "Bench press", 2)
    desk.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "3x6-8 60kg\t3x6-8 60kg\n3x10-15 @1 RIR\t3x10-15 @1 RIR\n3x5 80kg\t3x5 80kg"
    )
    desk.go("Lying leg curl", 3)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.said == ["Paste 6 cells"]
    assert [desk.text(name, 4) for name in ("Back squat", "Lying leg curl", "Bench press", "Pull-up")] == [
        "3x6-8 60kg", "3x6-8 60kg", "3x10-15 @1 RIR", "3x5 80kg",
    ]  # fmt: skip


def test_cut_and_paste_moves_cells_through_a_gap(desk: Desk) -> None:
    desk.choose("Back squat", 1, "Back squat", 2)
    desk.key(Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert desk.text("Back squat", 1) == "" and desk.text("Back squat", 2) == ""
    desk.go("Back squat", 3)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.text("Back squat", 3) == "3x6-8 60kg"


def test_one_copied_cell_fills_all_that_are_chosen(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("5x5 100kg\n")
    desk.choose("Back squat", 2, "Pull-up", 3)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert {desk.text(name, week) for name in ("Back squat", "Lying leg curl", "Bench press", "Pull-up")
            for week in (2, 3)} == {"5x5 100kg"}  # fmt: skip
    assert desk.text("Back squat", 1) == "3x6-8 60kg"


@pytest.mark.parametrize(
    ("pasted", "sentence"),
    [
        ("3x8\tcup of tea\n3x8\t5x5", "Row 1, column 2, “cup of tea”"),
        ("3x8\t3x8\t3x8\t3x8\t3x8", "5 weeks were copied, but only 4 follow here"),
        ("\n".join(["3x8"] * 5), "5 rows were copied, but only 4 follow here"),
    ],
)
def test_a_paste_that_cannot_be_taken_is_refused_as_a_whole(desk: Desk, pasted: str, sentence: str) -> None:
    before = desk.plan
    QGuiApplication.clipboard().setText(pasted)
    desk.go("Back squat", 1)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.plan is before and desk.said == []
    assert len(desk.refused) == 1 and sentence in desk.refused[0]
    assert desk.fault().text() == desk.refused[0] and desk.window.rect().contains(desk.fault().geometry())
    desk.key(Qt.Key.Key_Down)
    assert desk.faults() == []


def test_fill_right_goes_on_by_the_rule_and_eases_off_in_the_deload(desk: Desk) -> None:
    desk.go("Bench press", 1)
    desk.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert [desk.text("Bench press", week) for week in (1, 2, 3, 4)] == [
        "3x5 80kg", "3x5 82.5kg", "3x5 85kg", "2x5 77.5kg",
    ]  # fmt: skip


def test_fill_down_takes_the_cell_above(desk: Desk) -> None:
    desk.go("Lying leg curl", 2)
    desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert desk.text("Lying leg curl", 2) == "3x6-8 60kg"
    desk.choose("Back squat", 1, "Pull-up", 1)
    desk.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert desk.text("Pull-up", 1) == "3x6-8 60kg"


def test_pounds_are_read_for_who_thinks_in_pounds(qtbot: QtBot) -> None:
    with opened_grid(qtbot, small_plan(), UnitSystem.IMPERIAL) as desk:
        desk.go("Back squat", 1)
        desk.type("3x5 225")
        desk.key(Qt.Key.Key_Return)
        assert desk.text("Back squat", 1) == "3x5 225lb"


def test_an_empty_plan_invites_and_begins(qtbot: QtBot) -> None:
    with opened_grid(qtbot, Plan("New")) as desk:
        begin = desk.grid.findChild(QPushButton, "plan_grid_begin")
        assert begin.isVisible()
        qtbot.mouseClick(begin, Qt.MouseButton.LeftButton)
        assert not begin.isVisible()
        assert desk.weeks() == ["Week 1", "Week 2", "Week 3", "Week 4"]
        assert desk.heads() == ["Session 1", "Add an exercise", "Add a session"]


def test_keys_on_an_empty_plan_do_no_harm(qtbot: QtBot) -> None:
    with opened_grid(qtbot, Plan("New")) as desk:
        control = Qt.KeyboardModifier.ControlModifier
        for key, with_ in ((Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_V, control),
                           (Qt.Key.Key_R, control), (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)):  # fmt: skip
            qtbot.keyClick(desk.grid, key, with_)
        assert desk.said == []


def test_it_tells_which_week_and_session_the_cursor_is_in(desk: Desk) -> None:
    weeks = [week for _, week in weeks_of(desk.plan)]
    desk.go("Bench press", 3)
    assert desk.week_ids[-1] == weeks[2].id
    assert desk.session_ids[-1] == weeks[2].sessions[1].id
    count = len(desk.week_ids)
    desk.key(Qt.Key.Key_Down)
    assert len(desk.week_ids) == count  # the same week is told once


def test_place_choice_and_scroll_outlast_a_change_from_elsewhere(qtbot: QtBot) -> None:
    weeks = tuple(tuple(session_of(f"S{at}", *(entry_of(key) for key in ("squat", "leg_press", "bench_press")))
                        for at in range(7)) for _ in range(12))  # fmt: skip
    with opened_grid(qtbot, plan_of(*weeks)) as desk:
        desk.grid.setCurrentIndex(desk.grid.table.index(26, 9))
        scrolled = desk.grid.verticalScrollBar().value(), desk.grid.horizontalScrollBar().value()
        assert min(scrolled) > 0
        first = desk.plan.blocks[0].weeks[0]
        desk.grid.parts.remove_weeks((0,))
        assert desk.grid.currentIndex().row() == 26 and desk.grid.currentIndex().column() == 8
        assert desk.grid.verticalScrollBar().value() == scrolled[0]
        assert all(week.id != first.id for _, week in weeks_of(desk.plan))


def test_what_is_being_typed_outlasts_a_change_from_elsewhere(desk: Desk) -> None:
    desk.go("Back squat", 2)
    desk.type("4x6 8")
    desk.grid.parts.add_session(0)  # rows come in above
    assert desk.editing() and desk.editor().text() == "4x6 8"
    desk.type("0%")
    desk.key(Qt.Key.Key_Return)
    assert desk.text("Back squat", 2) == "4x6 80%"


def test_an_exercise_that_left_the_catalogue_is_kept_and_told(qtbot: QtBot) -> None:
    with opened_grid(qtbot, plan_of((session_of("A", entry_of("my_old_machine", "3x9")),))) as desk:
        assert desk.heads()[1] == "my old machine" and desk.text("my old machine", 1) == "3x9"
        tip = desk.grid.table.headerData(1, Qt.Orientation.Vertical, int(Qt.ItemDataRole.ToolTipRole))
        assert "not in the catalogue any more" in str(tip)


def test_a_session_that_a_week_lacks_is_added_by_typing(qtbot: QtBot) -> None:
    lower, upper = session_of("Lower", entry_of("squat")), session_of("Upper", entry_of("bench_press"))
    with opened_grid(qtbot, plan_of((lower, upper), (upper,))) as desk:
        assert desk.text("Lower", 2) == ""
        desk.go("Back squat", 2)
        desk.type("3x5")
        desk.key(Qt.Key.Key_Return)
        sessions: tuple[Session, ...] = desk.plan.blocks[0].weeks[1].sessions
        assert [one.name for one in sessions] == ["Lower", "Upper"]


def test_the_keys_of_the_grid_come_before_the_windows(desk: Desk, qtbot: QtBot) -> None:
    from PySide6.QtGui import QKeySequence, QShortcut

    fired: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+R"), desk.window)
    shortcut.activated.connect(lambda: fired.append("window"))
    desk.go("Bench press", 1)
    desk.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert fired == [] and desk.said == ["Fill 1 line to the right"]


def test_no_helper_of_an_editor_is_left_behind(desk: Desk, qtbot: QtBot) -> None:
    for _ in range(3):
        desk.go("Back squat", 1)
        desk.type("bad")
        desk.key(Qt.Key.Key_Return)
        desk.key(Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, 0)
    qtbot.wait(20)
    assert desk.window.findChildren(LineEditor) == []
    assert desk.window.findChildren(QListWidget, "typing_suggestions") == []
    assert desk.faults() == []


def test_another_plan_begins_at_its_first_exercise(desk: Desk) -> None:
    desk.go("Pull-up", 4)
    desk.plan = plan_of((session_of("A", entry_of("squat")),) * 1)
    week = desk.plan.blocks[0].weeks[0]
    desk.plan = replace(desk.plan, blocks=(replace(desk.plan.blocks[0], weeks=(replace(week, id=901),)),))
    desk.show()
    assert desk.here() == ("Back squat", 1) and desk.week_ids[-1] == 901


def test_a_plan_that_is_shown_first_tells_its_week_at_once(desk: Desk) -> None:
    assert desk.week_ids[0] == desk.plan.blocks[0].weeks[0].id


def test_helpers_do_not_stay_when_the_grid_goes_out_of_sight(desk: Desk) -> None:
    desk.go("Back squat", 1)
    desk.grid.asks.note()
    assert desk.grid.asks.frame.isVisible()
    desk.grid.hide()
    assert not desk.grid.asks.frame.isVisible()
    desk.grid.show()
    desk.grid.refuse("Something is not possible.")
    desk.grid.hide()
    assert desk.faults() == []


def test_letters_on_a_head_do_not_make_the_cursor_jump(desk: Desk) -> None:
    desk.go("Lower A", 3)
    desk.type("3x8")
    assert desk.here() == ("Lower A", 3) and not desk.editing() and desk.said == []
