"""A table that no format knows, on its way in: the person says what its columns hold, and sees at once what comes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLabel, QMenu, QPushButton

from import_driver import drop
from legwork.services.workouts import workouts_of
from mapper_driver import SIZES, Hands, asked, bring, days, look_and_leave, press_when_ready, table
from program_driver import Desk, answering

LOG = "Date,Lift,Reps,Load\n2025-03-04,Squat,5x5,100\n,Leg Curl,12/10,40\n2025-03-06,Squat,8,\n"
KEY = Qt.Key


@contextmanager
def pressing(dialog_name: str, *buttons: str) -> Iterator[None]:
    """While the block runs, press one of these buttons in each dialog of that name, in their order."""
    waiting = list(buttons)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not waiting or not isinstance(dialog, QDialog) or dialog.objectName() != dialog_name:
            return
        button = dialog.findChild(QPushButton, waiting[0])
        if button is not None and button.isVisible() and button.isEnabled():
            waiting.pop(0)
            button.click()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    yield
    timer.stop()
    assert not waiting, f"{waiting} could not be pressed"


def test_a_table_nobody_knows_is_guessed_and_taken_in(desk: Desk, tmp_path: Path) -> None:
    def answer(hands: Hands) -> None:
        assert hands.uses == ["Day", "Calf, left", "Body weight", "Leave out"]
        assert hands.units == ["", "cm", "kg", ""]
        assert hands.said == "In the whole file: 4 values on 2 days, from 3 Apr 2025 to 4 Apr 2025."
        assert hands.lines == [["3 Apr 2025", "38.5 cm", "82 kg"], ["4 Apr 2025", "38.6 cm", "82 kg"]]
        hands.go_on()

    bring(desk, table(tmp_path, SIZES), answer)
    assert days(desk) == [date(2025, 4, 3), date(2025, 4, 4)]
    assert desk.stored("calf_left", date(2025, 4, 3)) == ["38,5 cm"]
    desk.undo()
    assert days(desk) == []


def test_what_the_guess_got_wrong_is_put_right(desk: Desk, tmp_path: Path) -> None:
    def answer(hands: Hands) -> None:
        hands.hold(1, "Calf, right")
        hands.choose(hands.dialog.table.boxes[1][1], "in")
        hands.choose(hands.box("mapper_order"), "4 Mar 2025")
        assert hands.lines == [["4 Mar 2025", "82 kg"], ["4 Apr 2025", "82 kg"]], (hands.said, hands.uses, hands.units)
        hands.choose(hands.dialog.table.boxes[1][1], "cm")
        assert hands.lines[0] == ["4 Mar 2025", "38.5 cm", "82 kg"]
        hands.go_on()

    bring(desk, table(tmp_path, SIZES), answer)
    assert days(desk) == [date(2025, 3, 4), date(2025, 4, 4)]
    assert desk.stored("calf_right", date(2025, 3, 4)) == ["38,5 cm"]


def test_a_log_kept_by_hand(desk: Desk, tmp_path: Path) -> None:
    def answer(hands: Hands) -> None:
        assert hands.uses == ["Day", "Exercise", "Reps", "Load"]
        assert hands.dialog.options.fill.isChecked()
        assert hands.said == "In the whole file: 2 workouts, 8 sets from 4 Mar 2025 to 6 Mar 2025."
        assert hands.lines[1] == ["4 Mar 2025", "Leg Curl", "40 kg × 12, 40 kg × 10"]
        hands.go_on()

    bring(desk, table(tmp_path, LOG), answer, "training_preview")
    stored = workouts_of(desk.context.profile, desk.person.id)
    assert [(one.workout.day, len(one.workout.exercises)) for one in stored] == [
        (date(2025, 3, 4), 2),
        (date(2025, 3, 6), 1),
    ]


def test_the_next_table_of_that_kind_needs_no_word(desk: Desk, tmp_path: Path) -> None:
    bring(desk, table(tmp_path, SIZES), lambda hands: hands.go_on())
    newer = table(tmp_path, SIZES + "15/4/2025;38,8;83;\n", "newer.csv")
    before = desk.context.runner.stack.count()
    with answering("import_preview", lambda dialog: press_when_ready(desk, dialog)):
        drop(desk, newer)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() > before)
    desk.settle()
    assert days(desk)[-1] == date(2025, 4, 15)


def test_a_list_whose_header_says_nothing_is_asked_about_again(desk: Desk, tmp_path: Path) -> None:
    bring(desk, table(tmp_path, "Date;Value\n2025-03-04;82,5\n2025-03-11;82\n"), lambda hands: hands.go_on())
    seen: list[list[str]] = []

    def waist(hands: Hands) -> None:
        seen.append(hands.uses)
        hands.hold(1, "Waist")
        hands.go_on()

    bring(desk, table(tmp_path, "Date;Value\n2025-03-04;91,4\n2025-03-11;91\n", "waist.csv"), waist)
    assert seen == [["Day", "Body weight"]], "it begins at what was said before"
    assert desk.stored("body_weight", date(2025, 3, 4)) == ["82,5 kg"]
    assert [one.split()[0] for one in desk.stored("waist", date(2025, 3, 4))] == ["91,4"]


def test_what_was_said_can_be_changed_from_the_preview(desk: Desk, tmp_path: Path) -> None:
    bring(desk, table(tmp_path, SIZES), lambda hands: hands.go_on())
    newer = table(tmp_path, SIZES + "15/4/2025;38,8;83;\n", "newer.csv")
    before = desk.context.runner.stack.count()
    seen: list[list[str]] = []

    def other_side(hands: Hands) -> None:
        seen.append(hands.uses)
        hands.hold(1, "Calf, right")
        hands.go_on()

    with pressing("import_preview", "import_columns_again", "import_accept"), asked(desk, other_side):
        drop(desk, newer)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() > before)
    desk.settle()
    assert seen[0][1] == "Calf, left", "it begins at what was said before"
    assert desk.stored("calf_right", date(2025, 4, 15)) == ["38,8 cm"]


def test_the_columns_of_a_known_format_can_be_said_as_well(desk: Desk, tmp_path: Path) -> None:
    hevy = table(tmp_path, 'date,weight_kg,waist_cm\n"14 Jan 2025, 00:00",82.1,84\n')
    seen: list[list[str]] = []

    def hips(hands: Hands) -> None:
        seen.append(hands.uses)
        hands.hold(2, "Hips")
        hands.go_on()

    with pressing("import_preview", "import_columns_again", "import_accept"), asked(desk, hips):
        drop(desk, hevy)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() > 0)
    desk.settle()
    assert seen == [["Day", "Body weight", "Waist"]]
    assert desk.stored("hips", date(2025, 1, 14)) == ["84 cm"]
    assert desk.stored("waist", date(2025, 1, 14)) == []


def test_from_the_columns_one_comes_back_to_the_program_s_own(desk: Desk, tmp_path: Path) -> None:
    hevy = table(tmp_path, 'date,weight_kg,waist_cm\n"14 Jan 2025, 00:00",82.1,84\n')
    with (
        pressing("import_preview", "import_columns_again", "import_accept"),
        asked(desk, lambda hands: hands.dialog.reject()),
    ):
        drop(desk, hevy)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() > 0)
    desk.settle()
    assert desk.stored("waist", date(2025, 1, 14)) == ["84 cm"]


def test_giving_up_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    look_and_leave(desk, table(tmp_path, SIZES), lambda hands: None)
    assert days(desk) == [] and desk.context.runner.stack.count() == 0
    look_and_leave(desk, table(tmp_path, SIZES), lambda hands: None)


def test_what_is_missing_is_said_and_nothing_can_be_taken_in(desk: Desk, tmp_path: Path) -> None:
    def look(hands: Hands) -> None:
        hands.hold(0, "Leave out")
        assert hands.said == "Say which column holds the day."
        assert not hands.dialog.accept_button.isEnabled()
        hands.hold(0, "Day")
        assert hands.dialog.accept_button.isEnabled()

    look_and_leave(desk, table(tmp_path, SIZES), look)


def test_another_row_names_the_columns(desk: Desk, tmp_path: Path) -> None:
    def look(hands: Hands) -> None:
        header = hands.dialog.table.horizontalHeaderItem(1)
        assert header is not None and header.text() == "Left calf"
        hands.choose(hands.box("mapper_header"), "no row: the columns have no names")
        header = hands.dialog.table.horizontalHeaderItem(1)
        assert header is not None and header.text() == "Column 2"
        assert hands.uses[0] == "Day"

    look_and_leave(desk, table(tmp_path, SIZES), look)


def test_another_delimiter_makes_other_columns(desk: Desk, tmp_path: Path) -> None:
    def look(hands: Hands) -> None:
        assert hands.dialog.table.columnCount() == 4
        hands.choose(hands.box("mapper_delimiter"), "Comma")
        assert hands.dialog.table.columnCount() == 2
        hands.choose(hands.box("mapper_delimiter"), "Semicolon")
        assert hands.uses == ["Day", "Calf, left", "Body weight", "Leave out"]

    look_and_leave(desk, table(tmp_path, SIZES), look)


def test_a_row_can_be_something_else(desk: Desk, tmp_path: Path) -> None:
    def look(hands: Hands) -> None:
        hands.choose(hands.box("mapper_purpose"), "one named value")
        offered = hands.dialog.table.boxes[0][0]
        assert [offered.itemText(at) for at in range(offered.count())][:4] == [
            "Leave out", "Day", "Time of the day", "What was measured",
        ]  # fmt: skip

    look_and_leave(desk, table(tmp_path, SIZES), look)


def test_units_that_were_guessed_are_named_until_somebody_looked(desk: Desk, tmp_path: Path) -> None:
    def look(hands: Hands) -> None:
        assert hands.dialog.hint.text().startswith("Left calf and Weight say no unit: theirs are guessed")
        hands.choose(hands.dialog.table.boxes[2][1], "lb")
        assert hands.dialog.hint.text().startswith("Left calf says no unit: it is guessed")

    look_and_leave(desk, table(tmp_path, SIZES), look)


def test_two_columns_of_one_site_are_told(desk: Desk, tmp_path: Path) -> None:
    def look(hands: Hands) -> None:
        hands.hold(3, "Calf, left")
        assert "“Calf, left”" in hands.dialog.hint.text()

    look_and_leave(desk, table(tmp_path, SIZES), look)


def test_tab_goes_from_box_to_box_and_they_come_into_sight(desk: Desk, tmp_path: Path) -> None:
    wide = "Day," + ",".join(f"Thing {number} (cm)" for number in range(30)) + "\n2025-03-04" + ",38" * 30 + "\n" * 2

    def look(hands: Hands) -> None:
        boxes = hands.dialog.table.boxes
        boxes[0][0].setFocus()
        for what, unit in boxes[1:]:
            QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
            assert QApplication.focusWidget() is what, what.objectName()
            in_sight = what.mapTo(hands.dialog.table.viewport(), what.rect().topLeft()).x()
            assert 0 <= in_sight < hands.dialog.table.viewport().width()
            QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
            assert QApplication.focusWidget() is unit, unit.objectName()

    look_and_leave(desk, table(tmp_path, wide), look)


def test_tab_goes_to_the_columns_before_it_goes_to_the_buttons(desk: Desk, tmp_path: Path) -> None:
    passed: list[str] = []

    def look(_hands: Hands) -> None:
        for _ in range(30):
            focused = QApplication.focusWidget()
            assert focused is not None
            passed.append(focused.objectName())
            QTest.keyClick(focused, KEY.Key_Tab)

    look_and_leave(desk, table(tmp_path, "Day;Weight kg;Slept\n14.03.2024;81,5;7\n21.03.2024;81,2;8\n"), look)
    columns = [passed.index(f"mapper_use_{place}") for place in range(3)]
    assert columns == sorted(columns) and columns[-1] < passed.index("import_cancel")


def test_everything_has_a_name_for_a_screen_reader(desk: Desk, tmp_path: Path) -> None:
    def look(hands: Hands) -> None:
        for box in hands.dialog.findChildren(QComboBox):
            if box.isVisible():
                assert box.objectName() and box.accessibleName(), box.objectName()
        assert hands.dialog.table.boxes[1][0].accessibleName() == "Left calf holds"

    look_and_leave(desk, table(tmp_path, SIZES), look)


def test_a_file_that_changed_meanwhile_is_told(desk: Desk, tmp_path: Path) -> None:
    file = table(tmp_path, SIZES)

    def look(hands: Hands) -> None:
        file.write_text("{}")
        hands.hold(1, "Calf, right")
        assert not hands.dialog.accept_button.isEnabled()
        assert hands.said

    look_and_leave(desk, file, look)


@pytest.mark.parametrize("size", [(1000, 700), (1280, 800)])
def test_it_fits_in_the_window(desk: Desk, tmp_path: Path, size: tuple[int, int]) -> None:
    desk.window.resize(*size)

    def look(hands: Hands) -> None:
        assert hands.dialog.height() <= size[1] and hands.dialog.width() <= size[0]
        table_bottom = hands.dialog.table.mapTo(hands.dialog, hands.dialog.table.rect().bottomLeft()).y()
        sentence_top = hands.dialog.sentence.mapTo(hands.dialog, hands.dialog.sentence.rect().topLeft()).y()
        assert table_bottom < sentence_top
        for one in hands.dialog.findChildren(QLabel):
            assert one.height() >= one.heightForWidth(one.width()) if one.wordWrap() and one.isVisible() else True

    look_and_leave(desk, table(tmp_path, SIZES + "5/4/2025;38;82;\n" * 20), look)


def test_what_columns_hold_is_copied_as_a_table_from_any_of_its_boxes(desk: Desk, tmp_path: Path) -> None:
    def answer(hands: Hands) -> None:
        hands.dialog.table.boxes[1][0].setFocus()
        QTest.keyClick(hands.dialog.table.boxes[1][0], KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
        lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
        assert lines[1][:4] == ["Holds", "Day", "Calf, left", "Body weight"]
        assert lines[2][:4] == ["Unit", "", "cm", "kg"]
        assert lines[3][0] == "Why" and lines[4][0] == "3", "then the rows by their numbers"
        QTest.keyClick(hands.dialog.table.boxes[1][0], KEY.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu) and [one.text() for one in menu.actions()] == ["Copy the table"]
        menu.close()
        hands.go_on()

    bring(desk, table(tmp_path, SIZES), answer)


ACROSS = {
    "sides": ("Date,Where,Left,Right\n2025-03-04,Calf,38,38.2\n,Waist,84,\n", "The sides", "calf_left", "38 cm"),
    "exercises": ("Date,Squat,Leg Press\n2025-03-04,3x8@60,2x10@120\n2025-03-06,3x8@62,\n", "The exercises", "", ""),
}


@pytest.mark.parametrize("kind", ACROSS)
def test_what_stands_side_by_side_is_said_and_can_be_taken_back(desk: Desk, tmp_path: Path, kind: str) -> None:
    text, caption, spot, value = ACROSS[kind]

    def answer(hands: Hands) -> None:
        turned = hands.uses
        assert hands.dialog.findChild(QCheckBox, "mapper_across").isChecked()  # type: ignore[union-attr]
        assert caption in [one.text() for one in hands.dialog.findChildren(QLabel) if one.isVisible()]
        desk.click(hands.dialog.findChild(QCheckBox, "mapper_across"))  # type: ignore[arg-type]
        hands.wait()
        assert hands.uses != turned, "the columns are those of the file again"
        row = hands.box("mapper_header")
        hands.choose(row, row.itemText(0))
        hands.choose(row, next(row.itemText(at) for at in range(row.count()) if row.itemText(at).startswith("row 1")))
        assert hands.uses == turned, "and turned once more"
        hands.go_on()

    bring(desk, table(tmp_path, text), answer, "import_preview" if spot else "training_preview")
    if spot:
        assert desk.stored(spot, date(2025, 3, 4)) == [value]
    else:
        assert [one.workout.day.day for one in workouts_of(desk.context.profile, desk.person.id)] == [4, 6]
