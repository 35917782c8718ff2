"""The dialog that asks what the columns of a table hold: its keys, its reasons, and tables of unusual shapes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from import_driver import drop
from mapper_driver import SIZES, Hands, asked, bring, days, look_and_leave, press_when_ready, table
from program_driver import Desk, answering

KEY = Qt.Key


def test_a_word_typed_in_a_box_finds_its_entry(desk: Desk, tmp_path: Path) -> None:
    def look(hands: Hands) -> None:
        box = hands.dialog.table.boxes[1][0]
        box.setFocus()
        QTest.keyClicks(box, "thigh r")
        hands.wait()
        assert hands.uses[1] == "Upper thigh, right"
        assert hands.lines[0][1:] == ["38.5 cm", "82 kg"], "the preview follows"
        QTest.qWait(0)
        box = hands.dialog.table.boxes[2][0]
        box.setFocus()
        QTest.keyClicks(box, "wade")
        assert hands.uses[2].startswith("Calf")

    look_and_leave(desk, table(tmp_path, SIZES), look)


def test_each_guess_says_why(desk: Desk, tmp_path: Path) -> None:
    def whys(hands: Hands) -> list[str]:
        shown = hands.dialog.table
        line = [shown.verticalHeaderItem(at).text() for at in range(shown.rowCount())].index("Why")  # type: ignore[union-attr]
        return [shown.item(line, place).text() for place in range(shown.columnCount())]  # type: ignore[union-attr]

    def look(hands: Hands) -> None:
        assert whys(hands) == ["by its name", "by its name", "a guess: small numbers", "by its name", ""]
        hands.hold(4, "Note on the set")
        assert whys(hands)[4] == "as you said"

    file = table(tmp_path, "Date,Exercise,How many,Kilos,Feel\n2025-03-04,Squat,8,100,7\n2025-03-06,Squat,8,100,6\n")
    look_and_leave(desk, file, look)


def test_what_was_said_before_says_so(desk: Desk, tmp_path: Path) -> None:
    bring(desk, table(tmp_path, "Date;Value\n2025-03-04;82,5\n2025-03-11;82\n"), lambda hands: hands.go_on())

    def look(hands: Hands) -> None:
        texts = [hands.dialog.table.item(2, place).text() for place in range(2)]  # type: ignore[union-attr]
        assert texts == ["as the last time"] * 2

    look_and_leave(desk, table(tmp_path, "Date;Value\n2025-04-04;82,5\n2025-04-11;82\n", "new.csv"), look)


ACROSS = "Measurement,4 Mar 2025,11 Mar 2025\nWeight (kg),82.4,82.1\nLeft calf (cm),38,38.2\n"


def test_days_side_by_side_are_taken_in_and_the_next_month_needs_no_word(desk: Desk, tmp_path: Path) -> None:
    def answer(hands: Hands) -> None:
        assert hands.dialog.options.across.isVisible() and hands.dialog.options.across.isChecked()
        assert hands.uses == ["What was measured", "Day", "Value"]
        assert hands.lines == [["4 Mar 2025", "82.4 kg", "38 cm"], ["11 Mar 2025", "82.1 kg", "38.2 cm"]]
        hands.go_on()

    bring(desk, table(tmp_path, ACROSS), answer)
    assert desk.stored("calf_left", date(2025, 3, 11)) == ["38.2 cm"]
    newer = table(tmp_path, ACROSS.replace("Mar", "Apr"), "april.csv")
    before = desk.context.runner.stack.count()
    with answering("import_preview", lambda dialog: press_when_ready(desk, dialog)):
        drop(desk, newer)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() > before)
    desk.settle()
    assert days(desk)[-1] == date(2025, 4, 11)


def test_days_side_by_side_can_be_denied_and_said_again(desk: Desk, tmp_path: Path) -> None:
    def look(hands: Hands) -> None:
        box = hands.dialog.options.across
        QTest.keyClick(box, KEY.Key_Space)
        hands.wait()
        assert hands.dialog.table.columnCount() == 3 and hands.uses[1] != "Day"
        QTest.keyClick(box, KEY.Key_Space)
        hands.wait()
        assert hands.uses == ["What was measured", "Day", "Value"]

    look_and_leave(desk, table(tmp_path, ACROSS), look)
    look_and_leave(desk, table(tmp_path, SIZES), lambda hands: hands.dialog.options.across.isHidden())


def test_a_table_further_down_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    two = "Datum,Gewicht kg\n" + "".join(f"2025-03-{day:02},82\n" for day in range(1, 21))
    two += "Datum,Wade cm\n2025-03-04,38\n2025-03-05,38.1\n"

    def look(hands: Hands) -> None:
        assert "20 values" in hands.said
        hands.choose(hands.box("mapper_header"), "row 22: Datum, Wade cm")
        assert hands.lines == [["4 Mar 2025", "38 cm"], ["5 Mar 2025", "38.1 cm"]]

    look_and_leave(desk, table(tmp_path, two), look)


def test_enter_goes_on_and_escape_gives_up(desk: Desk, tmp_path: Path) -> None:
    done: list[int] = []

    def press(key: Qt.Key) -> Callable[[Hands], object]:
        def answer(hands: Hands) -> None:
            hands.dialog.finished.connect(done.append)
            box = hands.dialog.table.boxes[1][0]
            box.setFocus()
            QTest.keyClick(box, key)

        return answer

    with asked(desk, press(KEY.Key_Escape)):
        drop(desk, table(tmp_path, SIZES))
        desk.qtbot.waitUntil(lambda: done == [QDialog.DialogCode.Rejected])
    desk.settle()
    bring(desk, table(tmp_path, SIZES), press(KEY.Key_Return))
    assert done[-1] == QDialog.DialogCode.Accepted and days(desk)
