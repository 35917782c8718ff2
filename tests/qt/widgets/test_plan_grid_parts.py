"""The plan's grid: lines, sessions, weeks and blocks by key and by menu, and exercises that are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from legwork.domain.plan.model import BlockKind, Plan, Session, Weekday, weeks_of
from legwork.domain.plan.rules import format_rule
from legwork.qt.widgets.plan_grid_commands import ExerciseWanted
from plan_cases import cells_of, entry_of, plan_of, session_of, small_plan
from plan_grid_driver import Desk, opened_grid

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """The small plan in its grid, from 4 March 2026 on."""
    with opened_grid(qtbot, small_plan(), starts_on=date(2026, 3, 4)) as desk:
        yield desk


def kinds(plan: Plan) -> list[tuple[str, int]]:
    """Of each block its name or kind, and how many weeks it has."""
    return [(one.name or one.kind.value, len(one.weeks)) for one in plan.blocks]


def names(plan: Plan, week: int = 1) -> list[str]:
    """The sessions of a week."""
    return [one.name for one in [each for _, each in weeks_of(plan)][week - 1].sessions]


def week_ids(plan: Plan) -> list[int]:
    """The weeks by their ids."""
    return [week.id for _, week in weeks_of(plan)]


def row_menu(desk: Desk, name: str) -> None:
    desk.right_click(desk.grid.line_head.viewport(), desk.head_place(name))


def week_menu(desk: Desk, week: int, *, band: bool = False) -> None:
    desk.right_click(desk.grid.week_head.viewport(), desk.week_place(week, band=band))


def answer(desk: Desk, text: str) -> None:
    """Type into the one-line question and press Enter."""
    field = desk.window.findChild(QLineEdit, "ask_field")
    assert field is not None and field.isVisible() and field.hasFocus()
    field.selectAll()
    desk.key(Qt.Key.Key_Backspace)
    desk.type(text)
    desk.key(Qt.Key.Key_Return)


def test_a_line_moves_in_all_weeks_and_the_cursor_goes_with_it(desk: Desk) -> None:
    desk.go("Lying leg curl", 2)
    desk.key(Qt.Key.Key_Up, ALT)
    assert desk.heads()[1:3] == ["Lying leg curl", "Back squat"] and desk.here() == ("Lying leg curl", 2)
    assert all(week[0][0].startswith("lying_leg_curl") for week in cells_of(desk.plan))
    desk.key(Qt.Key.Key_Down, ALT)
    desk.key(Qt.Key.Key_Down, ALT)
    assert desk.heads()[3:6] == ["Upper A", "Lying leg curl", "Bench press"] and desk.here()[0] == "Lying leg curl"


def test_at_the_ends_of_the_plan_a_line_stays(desk: Desk) -> None:
    desk.go("Back squat", 1)
    before = desk.plan
    desk.key(Qt.Key.Key_Up, ALT)
    assert desk.plan is before


def test_a_session_moves_when_its_head_is_the_current_row(desk: Desk) -> None:
    desk.go("Upper A", 1)
    desk.key(Qt.Key.Key_Up, ALT)
    assert names(desk.plan, 3) == ["Upper A", "Lower A"] and desk.here() == ("Upper A", 1)


def test_a_week_moves_into_the_next_block_and_back(desk: Desk) -> None:
    ids = week_ids(desk.plan)
    desk.go("Back squat", 2)
    desk.key(Qt.Key.Key_Right, ALT)
    assert kinds(desk.plan) == [("accumulate", 1), ("intensify", 2), ("deload", 1)]
    assert week_ids(desk.plan) == ids  # it only changed its block
    desk.key(Qt.Key.Key_Right, ALT)
    assert week_ids(desk.plan) == [ids[0], ids[2], ids[1], ids[3]] and desk.here() == ("Back squat", 3)
    desk.key(Qt.Key.Key_Left, ALT)
    desk.key(Qt.Key.Key_Left, ALT)
    assert week_ids(desk.plan) == ids and kinds(desk.plan)[0] == ("accumulate", 2)


def test_a_week_is_duplicated_behind_itself(desk: Desk) -> None:
    desk.go("Back squat", 2)
    desk.type("5x5 100kg")
    desk.key(Qt.Key.Key_Return)
    desk.go("Back squat", 2)
    desk.key(Qt.Key.Key_D, CONTROL | SHIFT)
    assert desk.weeks()[-1] == "Week 5"
    assert [desk.text("Back squat", week) for week in (2, 3)] == ["5x5 100kg", "5x5 100kg"]
    assert len(set(week_ids(desk.plan))) == 5


def test_insert_asks_for_an_exercise_and_the_picked_one_runs_through_all_weeks(desk: Desk) -> None:
    desk.go("Back squat", 2)
    desk.key(Qt.Key.Key_Insert)
    wanted = desk.wanted[-1]
    assert isinstance(wanted, ExerciseWanted) and wanted.sentence == "Add to Lower A from week 2 on"
    desk.grid.put(wanted, "leg_press")
    assert desk.heads()[1:4] == ["Back squat", "Leg press", "Lying leg curl"]
    assert desk.text("Leg press", 1) == "" and desk.text("Leg press", 2).startswith("3x")
    assert desk.text("Leg press", 4).startswith("2x")  # half the sets in the deload
    assert desk.here() == ("Leg press", 2)


def test_an_exercise_that_the_catalogue_lacks_is_refused(desk: Desk) -> None:
    desk.go("Back squat", 1)
    desk.key(Qt.Key.Key_Insert)
    wanted = desk.wanted[-1]
    assert isinstance(wanted, ExerciseWanted)
    desk.grid.put(wanted, "no_such_exercise")
    assert desk.said == [] and "not in the catalogue" in desk.refused[0]


def test_the_row_to_add_an_exercise_is_pressed_or_entered(desk: Desk) -> None:
    desk.select_row("Add an exercise")
    assert isinstance(desk.wanted[-1], ExerciseWanted) and desk.wanted[-1].at == 2
    desk.key(Qt.Key.Key_Return)
    assert len(desk.wanted) == 2


def test_swapping_keeps_sets_and_takes_kilograms_out_from_this_week_on(desk: Desk) -> None:
    desk.go("Back squat", 3)
    desk.key(Qt.Key.Key_S, ALT)
    wanted = desk.wanted[-1]
    assert isinstance(wanted, ExerciseWanted) and wanted.pattern_of == "squat"
    assert wanted.sentence == "In the place of Back squat from week 3 on"
    desk.grid.put(wanted, "hack_squat")
    cells = [week[0][0] for week in cells_of(desk.plan)]
    assert cells == ["squat 3x6-8 60kg", "squat 3x6-8 60kg", "hack_squat 3x6-8", "hack_squat 3x6-8"]
    assert desk.heads()[1:3] == ["Back squat", "Hack squat"]


def test_a_swap_in_one_week_only(desk: Desk) -> None:
    desk.go("Back squat", 2)
    desk.right_click(desk.grid.viewport(), desk.cell("Back squat", 2).center())
    desk.pick("Swap exercise in this week only …")
    wanted = desk.wanted[-1]
    assert isinstance(wanted, ExerciseWanted)
    desk.grid.put(wanted, "hack_squat")
    assert [week[0][0].split()[0] for week in cells_of(desk.plan)] == ["squat", "hack_squat", "squat", "squat"]


def test_a_superset_is_lettered_from_this_week_on(desk: Desk) -> None:
    desk.choose("Back squat", 3, "Lying leg curl", 3)
    desk.right_click(desk.grid.viewport(), desk.cell("Lying leg curl", 3).center())
    desk.pick("Superset …")
    answer(desk, "b")
    groups = [[one.group for one in week.sessions[0].entries] for _, week in weeks_of(desk.plan)]
    assert groups == [[None, None], [None, None], [2, 2], [2, 2]]
    assert desk.said == ["Superset B"] and desk.grid.hasFocus()


def test_a_progression_is_asked_for_with_examples_and_checked_in_place(desk: Desk) -> None:
    row_menu(desk, "Lying leg curl")
    desk.pick("Progression …")
    field = desk.window.findChild(QLineEdit, "ask_field")
    assert field is not None and field.text() == "fixed"
    answer(desk, "dubble 8-12")
    assert desk.said == [] and field.isVisible() and "is no progression" in desk.fault().text()
    answer(desk, "double 10-15 +2.5kg")
    rules = [format_rule(week.sessions[0].entries[1].rule) for _, week in weeks_of(desk.plan)]
    assert rules == ["double 10-15 +2.5kg"] * 4


def test_escape_leaves_a_question_without_an_answer(desk: Desk) -> None:
    row_menu(desk, "Lying leg curl")
    desk.pick("Note …")
    desk.type("slow")
    desk.key(Qt.Key.Key_Escape)
    assert desk.said == [] and desk.grid.hasFocus()


def test_a_note_is_marked_and_said(desk: Desk) -> None:
    row_menu(desk, "Back squat")
    desk.pick("Note …")
    answer(desk, "  heels   down ")
    index = desk.grid.table.index(desk.row("Back squat"), 0)
    assert "Note: heels down" in str(index.data(int(Qt.ItemDataRole.ToolTipRole)))


def test_a_session_is_renamed_moved_to_a_day_doubled_and_removed(desk: Desk) -> None:
    row_menu(desk, "Upper A")
    desk.pick("Rename …")
    answer(desk, "Push and pull")
    assert names(desk.plan, 4) == ["Lower A", "Push and pull"]
    row_menu(desk, "Push and pull")
    desk.pick("Weekday", "Friday")
    assert all(week.sessions[1].weekday is Weekday.FRIDAY for _, week in weeks_of(desk.plan))
    row_menu(desk, "Lower A")
    desk.pick("Duplicate")
    assert names(desk.plan) == ["Lower A", "Lower A (2)", "Push and pull"]
    row_menu(desk, "Lower A")
    desk.pick("Remove from all weeks")
    assert names(desk.plan, 2) == ["Lower A (2)", "Push and pull"]


def test_f2_on_the_head_of_a_session_renames_it_and_enter_opens_it(desk: Desk) -> None:
    desk.go("Upper A", 2)
    desk.key(Qt.Key.Key_F2)
    answer(desk, "Bench day")
    assert "Bench day" in desk.heads()
    desk.key(Qt.Key.Key_Return)
    session: Session = [week for _, week in weeks_of(desk.plan)][1].sessions[1]
    assert desk.opened == [session.id]


def test_a_session_is_added_below_all(desk: Desk) -> None:
    desk.select_row("Add a session")
    assert names(desk.plan, 4) == ["Lower A", "Upper A", "Session 3"]


def test_weeks_come_and_go_by_menu(desk: Desk) -> None:
    week_menu(desk, 2)
    desk.pick("Insert a week after")
    assert [len(week[0]) for week in cells_of(desk.plan)] == [2, 2, 0, 2, 2]
    assert names(desk.plan, 3) == ["Lower A", "Upper A"]
    week_menu(desk, 3)
    desk.pick("Remove")
    assert [len(week[0]) for week in cells_of(desk.plan)] == [2, 2, 2, 2]


def test_removing_the_only_week_of_a_block_removes_the_block(desk: Desk) -> None:
    week_menu(desk, 3)
    desk.pick("Remove")
    assert kinds(desk.plan) == [("accumulate", 2), ("deload", 1)]


def test_blocks_are_begun_named_changed_and_joined(desk: Desk) -> None:
    week_menu(desk, 2)
    desk.pick("New block from here", "Intensify")
    assert kinds(desk.plan) == [("accumulate", 1), ("intensify", 1), ("intensify", 1), ("deload", 1)]
    week_menu(desk, 3, band=True)
    desk.pick("Rename …")
    answer(desk, "Peak")
    week_menu(desk, 3, band=True)
    desk.pick("Deload")
    assert desk.plan.blocks[2].name == "Peak" and desk.plan.blocks[2].kind is BlockKind.DELOAD
    week_menu(desk, 2, band=True)
    desk.pick("Join with the block before")
    assert kinds(desk.plan) == [("accumulate", 2), ("Peak", 1), ("deload", 1)]
    week_menu(desk, 3, band=True)
    desk.pick("Move left")
    assert kinds(desk.plan) == [("Peak", 1), ("accumulate", 2), ("deload", 1)]
    week_menu(desk, 1, band=True)
    desk.pick("Duplicate")
    week_menu(desk, 1, band=True)
    desk.pick("Remove with its weeks")
    assert kinds(desk.plan) == [("Peak", 1), ("accumulate", 2), ("deload", 1)]


def test_blocks_are_reached_from_a_cell_without_the_mouse(desk: Desk) -> None:
    desk.go("Back squat", 3)
    desk.right_click(desk.grid.viewport(), desk.cell("Back squat", 3).center())
    desk.pick("Week", "Block", "Deload")
    assert desk.plan.blocks[1].kind is BlockKind.DELOAD


def test_pressing_a_week_or_a_block_chooses_its_columns(desk: Desk, qtbot: QtBot) -> None:
    head = desk.grid.week_head.viewport()
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=desk.week_place(3))
    assert desk.grid.choice().columns == (2,) and len(desk.grid.choice().rows) == len(desk.heads())
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=desk.week_place(1, band=True))
    assert desk.grid.choice().columns == (0, 1)
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=desk.week_place(2))
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, SHIFT, desk.week_place(4))
    assert desk.grid.choice().columns == (1, 2, 3)


def test_a_week_can_be_made_wider_and_all_are(desk: Desk, qtbot: QtBot) -> None:
    head = desk.grid.week_head
    before = head.sectionSize(3)
    edge = QPoint(head.sectionViewportPosition(1) - 1, head.band + 12)
    qtbot.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(head.viewport(), edge + QPoint(30, 0))
    qtbot.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(30, 0))
    assert head.sectionSize(3) == head.sectionSize(0) == before + 30


def test_the_heads_say_dates_days_and_regions(desk: Desk) -> None:
    table = desk.grid.table
    accessible = int(Qt.ItemDataRole.AccessibleTextRole)
    assert table.headerData(1, Qt.Orientation.Horizontal, accessible) == ("Week 2, Accumulate, from Monday, 9 Mar 2026")
    assert table.headerData(0, Qt.Orientation.Vertical, accessible) == "Lower A, Monday"
    assert str(table.headerData(1, Qt.Orientation.Vertical, accessible)).startswith("Back squat, legs, from 6 reps")
    assert str(table.headerData(5, Qt.Orientation.Vertical, accessible)).startswith("Bench press, upper body")


def picture(desk: Desk) -> QImage:
    return desk.grid.line_head.grab().toImage()


def test_legs_wear_teal_and_upper_body_rust_each_with_its_letter(desk: Desk) -> None:
    theme, head = desk.theme, desk.grid.line_head
    image = picture(desk)

    def has(name: str, role: str) -> bool:
        row = desk.row(name)
        top = head.sectionViewportPosition(row)
        wanted = theme.colour(role).rgb()
        return any(
            image.pixel(x, y) == wanted for y in range(top + 2, top + head.sectionSize(row) - 2) for x in range(8, 34)
        )

    assert has("Back squat", "legs_soft") and not has("Back squat", "upper_soft")
    assert has("Bench press", "upper_soft") and not has("Bench press", "legs_soft")


def test_a_long_plan_is_refused_beyond_its_limits_and_stays(qtbot: QtBot) -> None:
    weeks = tuple((session_of("A", entry_of("squat")),) for _ in range(60))
    with opened_grid(qtbot, plan_of(*weeks)) as desk:
        before = desk.plan
        desk.go("Back squat", 1)
        desk.key(Qt.Key.Key_D, CONTROL | SHIFT)
        assert desk.plan is before and "60 weeks" in desk.refused[0]


def test_it_follows_theme_and_text_size(desk: Desk) -> None:
    light, high = desk.grid.grab().toImage(), desk.grid.rowHeight(1)
    desk.theme.apply("dark")
    assert desk.grid.grab().toImage() != light
    desk.theme.apply("light", 150)
    assert desk.grid.rowHeight(1) == pytest.approx(1.5 * high, abs=1)
