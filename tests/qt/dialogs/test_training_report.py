"""A log of workouts on its way in: what is odd, what is not taken, newer files, several files, and broken ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from helpers import remembered_names
from import_driver import HEADER, KEY, ODD, PLAIN, Hands, bring, done, drop, row, sets
from legwork.qt.dialogs.training_preview import TrainingPreview
from legwork.services.workouts import ChangeWorkout
from program_driver import Desk, answering


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "strong.csv"
    made.write_text(HEADER + PLAIN, encoding="utf-8")
    return made


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    made = tmp_path / "odd.csv"
    made.write_text(HEADER + ODD.replace(",Legs,", ",Odd,"), encoding="utf-8")
    return made


def test_what_is_odd_can_be_left_out_and_stays_out(desk: Desk, odd: Path) -> None:
    seen: list[object] = []

    def leave(hands: Hands) -> None:
        dialog = hands.dialog
        assert dialog.tabs.tabText(1) == "Worth a look · 1"
        dialog.tabs.setCurrentIndex(1)
        dialog.odd.table.setFocus()
        one = dialog.odd.model.rows[0]
        seen.append((one.day, one.what, one.shown, one.reason, one.line))
        seen.append(hands.head[1])
        hands.press(KEY.Key_Space)
        seen.append(hands.head[1])

    bring(desk, odd, leave)
    assert seen == [
        ("12 Jan 2025, 18:00", "Squat (Barbell)", "860 kg × 8", "This load is far above the others.", 13),
        "12 new workouts.",
        "11 new workouts, 1 set left out.",
    ]
    assert len(done(desk)) == 11
    seen.clear()
    bring(desk, odd, lambda hands: seen.append((hands.head[1], hands.dialog.accept_button.isEnabled())), take=False)
    assert seen == [("All of it is here already. Nothing would change.", False)]


def test_what_is_odd_comes_in_as_it_stands_unless_it_is_left_out(desk: Desk, odd: Path) -> None:
    bring(desk, odd)
    assert sets(done(desk)[-1]) == ["squat 860kg x 8"]


def test_of_the_odd_sets_in_one_row_one_alone_is_left_out_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "lifts.csv"
    head = "Date,Exercise 1,Weight (KG),Set 1,Set 2,Exercise 2,Weight (KG),Set 1,Set 2\n"
    file.write_text(f"{head}01/20/18,Squat,100,5,0,Bench Press,60,0,0\n", encoding="utf-8")
    seen: list[object] = []

    def look(hands: Hands) -> None:
        model, table = hands.dialog.odd.model, hands.dialog.odd.table

        def tell() -> None:
            seen.append(([model.comes_in(place) for place in range(model.rowCount())], hands.head[1]))

        hands.dialog.tabs.setCurrentIndex(1)
        table.setFocus()
        tell()
        hands.press(KEY.Key_Down, KEY.Key_Space)
        tell()
        hands.press(KEY.Key_Down, KEY.Key_Space)
        tell()
        hands.press(KEY.Key_Up, KEY.Key_Space)
        tell()

    bring(desk, file, look)
    assert seen == [
        ([True, True, True], "1 new workout."),
        ([True, False, True], "1 new workout, 1 set left out."),
        ([True, False, False], "1 new workout, 2 sets left out."),
        ([True, True, False], "1 new workout, 1 set left out."),
    ]
    assert sets(done(desk)[0]) == ["squat 100kg x 5", "squat 100kg x 0", "bench_press 60kg x 0"]


def test_rows_that_are_not_taken_stand_under_their_reason(desk: Desk, odd: Path) -> None:
    odd.write_text(HEADER + ODD + "".join(row(day, order="Rest Timer") for day in range(1, 12)) + row(13, load="x"))

    def look(hands: Hands) -> None:
        dialog = hands.dialog
        assert dialog.tabs.tabText(2) == "Not taken · 13"
        dialog.tabs.setCurrentIndex(2)
        model, tree = dialog.skipped.model, dialog.skipped.tree
        rest, broken = model.index(0, 0), model.index(1, 0)
        assert (rest.data(), model.index(0, 1).data()) == ("A rest between sets, which is no set.", "12 rows")
        assert not tree.isExpanded(rest) and tree.isExpanded(broken)
        assert broken.data() == "The load is not a number that can be read."
        child = model.index(0, 0, broken)
        assert (child.data(), model.index(0, 1, broken).data()) == ("2025-01-13 18:00:00, Squat (Barbell): x × 8", "26")
        tree.setFocus()
        hands.press(KEY.Key_Right)
        assert tree.isExpanded(rest) and model.rowCount(rest) == 12

    bring(desk, odd, look, take=False)


def test_a_newer_and_corrected_export_is_foretold(desk: Desk, file: Path) -> None:
    bring(desk, file)
    second = done(desk)[1].workout
    moved = replace(second, day=second.day.replace(day=9), start=None)
    desk.context.profile.apply(ChangeWorkout(second, moved, "Day"))
    file.write_text(HEADER + PLAIN.replace("102.5", "105").replace("72.5", "75") + row(10, load=107.5))
    seen: list[object] = []
    bring(desk, file, lambda hands: seen.append(hands.head))
    assert seen == [
        (
            "3 workouts, 5 sets from 6 Jan 2025 to 10 Jan 2025",
            "1 new workout, 1 workout corrected, 1 left, because you changed it here.",
        )
    ]
    assert [sets(one)[0] for one in done(desk)] == ["squat 105kg x 8", "bench_press 72.5kg x 8", "squat 107.5kg x 8"]


def test_files_that_are_dropped_together_come_one_after_the_other(desk: Desk, file: Path, odd: Path) -> None:
    titles: list[str] = []
    buttons: list[str] = []

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, TrainingPreview)
        hands = Hands(desk, dialog)
        cancel = dialog.findChild(QPushButton, "import_cancel")
        titles.append(dialog.windowTitle())
        buttons.append(cancel.text() if cancel else "")
        hands.click("import_accept")

    broken = odd.with_name("broken.csv")
    broken.write_bytes(b"")
    again = QTimer()
    again.setInterval(10)

    def second() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, TrainingPreview) and dialog.windowTitle() not in titles:
            again.stop()
            take(dialog)

    again.timeout.connect(second)
    with answering("training_preview", lambda first: (take(first), again.start())):
        drop(desk, file, broken, odd)
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() == 2)
    assert titles == ["Import strong.csv (1 of 3)", "Import odd.csv (3 of 3)"]
    assert buttons == ["Skip this file", "Cancel"], "the next one follows"
    desk.qtbot.waitUntil(lambda: desk.notice.startswith("3 files: 2 brought in, 1 could not be taken in."))
    assert "broken.csv: This file is empty" in desk.notice
    assert len(done(desk)) == 14
    desk.undo()
    assert len(done(desk)) == 2, "each file is a step of its own"


def test_a_file_that_went_meanwhile_leaves_what_was_read(desk: Desk, file: Path) -> None:
    def answer(hands: Hands) -> None:
        file.unlink()
        hands.click("import_unit_lb")
        assert "cannot be read" in hands.dialog.refusal.text() and hands.dialog.refusal.isVisible()
        assert hands.dialog.asks.unit.answer.text() == "Kilograms"
        assert hands.head[1] == "2 new workouts, 2 exercises of your own."

    bring(desk, file, answer)
    assert sets(done(desk)[1]) == ["bench_press 72.5kg x 8"]


def test_import_pressed_while_it_is_still_counted_takes_the_last_answer_along(desk: Desk, file: Path) -> None:
    def answer(hands: Hands) -> None:
        hands.to_names()
        desk.press(KEY.Key_Delete)
        assert hands.dialog.busy
        hands.dialog.accept_button.click()
        assert hands.dialog.isVisible()
        desk.qtbot.waitUntil(lambda: not hands.dialog.isVisible())

    bring(desk, file, answer)
    assert remembered_names(desk.context.profile, desk.person.id)["Hopsla"] == ""


def test_closing_the_dialog_in_the_middle_of_its_work_is_no_harm(desk: Desk, file: Path) -> None:
    def leave(hands: Hands) -> None:
        hands.dialog.asks.unit.findChild(QPushButton, "import_unit_lb").click()
        assert hands.dialog.busy
        hands.dialog.reject()

    bring(desk, file, leave, take=False)
    assert done(desk) == ()
    bring(desk, file)
    assert len(done(desk)) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEADER, "strong.csv holds no workouts."),
        (HEADER + row(6).replace("2025", "2095"),
         "strong.csv holds no workouts. 1 of its rows or values: The date lies in the future."),
        (HEADER + row(6, load="x"),
         "strong.csv holds no workouts. 1 of its rows or values: The load is not a number that can be read."),
    ],
)  # fmt: skip
def test_a_log_without_a_workout_says_why(desk: Desk, file: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")
    drop(desk, file)
    desk.qtbot.waitUntil(lambda: desk.notice == said)
    assert done(desk) == ()


def test_a_file_cut_in_half_brings_in_what_is_whole_and_the_rest_later(desk: Desk, file: Path) -> None:
    whole = file.read_text()
    file.write_text(whole[: whole.index("Squat Squish") + 4])
    seen: list[str] = []
    head: list[tuple[bool, str]] = []

    def look(hands: Hands) -> None:
        head.append((hands.dialog.broken.isVisible(), hands.dialog.broken.text()))
        seen.append(hands.dialog.tabs.tabText(2))
        hands.dialog.tabs.setCurrentIndex(2)
        seen.append(hands.dialog.skipped.model.index(0, 0).data())

    bring(desk, file, look)
    assert seen == ["Not taken · 1", "The file ends in the middle of this row."]
    assert [sets(one) for one in done(desk)] == [["squat 102.5kg x 8", "own_hopsla BW x 12"]]
    file.write_text(whole)
    bring(desk, file, lambda hands: head.append((hands.dialog.broken.isVisible(), hands.dialog.broken.text())))
    assert head[0][0] and head[0][1].startswith("The file breaks off in the row at line 4: ")
    assert head[1:] == [(False, "")]
    assert [len(sets(one)) for one in done(desk)] == [3, 1]
