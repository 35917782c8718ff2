"""A log of workouts before it is taken in: what it leaves open, its names, and what each comes in as."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from helpers import database_dump, remembered_names
from import_driver import HEADER, KEY, PLAIN, Hands, bring, choosing, done, sets
from legwork.qt.models.import_names import FOUND, NAME
from legwork.services.own_exercises import own_exercises_of
from program_driver import Desk, answering


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "strong.csv"
    made.write_text(HEADER + PLAIN, encoding="utf-8")
    return made


def test_the_head_counts_and_nothing_is_written_before_import(desk: Desk, file: Path) -> None:
    seen: list[object] = []
    before = database_dump(desk.context.profile)
    bring(desk, file, lambda hands: seen.append(hands.head), take=False)
    assert seen == [
        ("2 workouts, 4 sets from 6 Jan 2025 to 8 Jan 2025", "2 new workouts, 2 exercises of your own."),
    ]
    assert database_dump(desk.context.profile) == before
    assert desk.context.runner.stack.count() == 0


def test_the_log_comes_in_as_one_step_and_goes_with_one_undo(desk: Desk, file: Path) -> None:
    before = database_dump(desk.context.profile)
    bring(desk, file)
    assert [sets(one) for one in done(desk)] == [
        ["squat 102.5kg x 8", "own_hopsla BW x 12", "own_squat_squish 20kg x 8"],
        ["bench_press 72.5kg x 8"],
    ]
    assert desk.notice == "2 workouts and 4 sets brought in from strong.csv."
    desk.undo()
    assert desk.notice == "Undone: Import strong.csv."
    assert database_dump(desk.context.profile) == before
    desk.redo()
    assert desk.notice == "Done again: Import strong.csv."
    assert len(done(desk)) == 2


def test_the_unit_is_asked_with_the_guess_and_its_reason(desk: Desk, file: Path) -> None:
    seen: list[object] = []

    def look(hands: Hands) -> None:
        asks = hands.dialog.asks
        seen.append((asks.unit.question.text(), asks.unit.answer.text(), asks.order.isVisible()))
        seen.append("Kilograms are likelier" in asks.unit.why.text())
        assert hands.dialog.focusWidget() is asks.unit.answer
        hands.click("import_unit_lb")
        seen.append((asks.unit.answer.text(), hands.head[1]))

    bring(desk, file, look)
    assert seen == [
        ("The file does not say in which unit its loads are.", "Kilograms", False),
        True,
        ("Pounds", "2 new workouts, 2 exercises of your own."),
    ]
    assert [sets(one) for one in done(desk)][1] == ["bench_press 72.5lb x 8"]


def test_days_that_can_be_read_in_two_ways_are_asked_about(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "lifts.csv"
    file.write_text("Date,Exercise 1,Weight (KG),Set 1\n03/04/18,Squat,40,5\n05/04/18,Squat,42.5,5\n", encoding="utf-8")
    seen: list[object] = []

    def look(hands: Hands) -> None:
        ask = hands.dialog.asks.order
        assert not hands.dialog.asks.unit.isVisible()
        seen.append((ask.question.text(), [one.text() for one in ask.findChildren(QPushButton)], ask.answer.text()))
        seen.append(hands.head[0])
        hands.click("import_order_month")
        seen.append(hands.head[0])

    bring(desk, file, look)
    assert seen == [
        ("Days in the file can be read in two ways: what is 03/04/18?", ["3 Apr 2018", "4 Mar 2018"], "3 Apr 2018"),
        "2 workouts, 2 sets from 3 Apr 2018 to 5 Apr 2018",
        "2 workouts, 2 sets from 4 Mar 2018 to 4 May 2018",
    ]
    assert [one.workout.day.isoformat() for one in done(desk)] == ["2018-03-04", "2018-05-04"]


def test_names_that_are_asked_about_come_first(desk: Desk, file: Path) -> None:
    seen: list[object] = []
    bring(desk, file, lambda hands: seen.extend((hands.lines, hands.dialog.names.banner_text.text())), take=False)
    assert seen == [
        [
            ("Hopsla", "not known", "own exercise, no muscles yet"),
            ("Squat Squish", "like Back squat?", "own exercise, muscles as Back squat"),
            ("Bench Press (Barbell)", "another of its names", "Bench press"),
            ("Squat (Barbell)", "another of its names", "Back squat"),
        ],
        "2 names are not known here. They come in as exercises of your own unless you choose others.",
    ]


def test_names_are_answered_by_keyboard_and_remembered(desk: Desk, file: Path) -> None:
    seen: list[object] = []

    def answer(hands: Hands) -> None:
        hands.to_names()
        with answering("choose_exercise_dialog", choosing(desk, "leg press")):
            hands.press(KEY.Key_Return)
        hands.wait()
        hands.to_names()
        hands.press(KEY.Key_Down, KEY.Key_O)
        hands.press(KEY.Key_Down, KEY.Key_Delete)
        seen.extend((hands.lines, hands.head[1]))
        assert not hands.dialog.names.banner.isVisible(), "nothing is open any more"

    bring(desk, file, answer)
    assert seen == [
        [
            ("Hopsla", "you say so", "Leg press"),
            ("Squat Squish", "you say so", "own exercise, muscles as Back squat"),
            ("Bench Press (Barbell)", "you say so", "left out"),
            ("Squat (Barbell)", "another of its names", "Back squat"),
        ],
        "1 new workout, 1 exercise of your own, 1 set left out.",
    ]
    [found] = done(desk)
    assert [one.exercise for one in found.workout.exercises] == ["squat", "leg_press", "own_squat_squish"]
    assert remembered_names(desk.context.profile, desk.person.id) == {
        "Hopsla": "leg_press", "Squat Squish": "own_squat_squish", "Bench Press (Barbell)": "",
    }  # fmt: skip
    again: list[object] = []
    bring(desk, file, lambda hands: again.extend(hands.lines), take=False)
    assert [(name, how) for name, how, _ in again] == [  # type: ignore[misc]
        ("Bench Press (Barbell)", "as you said before"),
        ("Hopsla", "as you said before"),
        ("Squat (Barbell)", "another of its names"),
        ("Squat Squish", "as you said before"),
    ]


def test_an_own_exercise_can_begin_with_the_muscles_of_another_one(desk: Desk, file: Path) -> None:
    def answer(hands: Hands) -> None:
        hands.to_names()
        with answering("choose_exercise_dialog", choosing(desk, "leg ext")):
            hands.press(KEY.Key_Return, held=Qt.KeyboardModifier.ShiftModifier)
        hands.wait()
        assert hands.lines[0][2] == "own exercise, muscles as Leg extension"

    bring(desk, file, answer)
    [hopsla] = [one for one in own_exercises_of(desk.context.profile, desk.person.id) if one.name == "Hopsla"]
    assert [one.muscle.value for one in hopsla.muscles][:1] == ["quadriceps"]


def test_a_chooser_that_is_left_changes_nothing(desk: Desk, file: Path) -> None:
    def answer(hands: Hands) -> None:
        hands.to_names()
        before = hands.lines
        with answering("choose_exercise_dialog", lambda dialog: dialog.reject()):
            hands.press(KEY.Key_Return)
        assert hands.lines == before

    bring(desk, file, answer, take=False)


def test_all_unknown_names_are_kept_with_one_press(desk: Desk, file: Path) -> None:
    def answer(hands: Hands) -> None:
        hands.click("import_names_keep_all")
        assert [how for _, how, _ in hands.lines] == ["you say so"] * 2 + ["another of its names"] * 2
        assert not hands.dialog.names.banner.isVisible()

    bring(desk, file, answer, take=False)


def test_several_names_are_answered_at_once_and_it_can_be_taken_back(desk: Desk, file: Path) -> None:
    def answer(hands: Hands) -> None:
        hands.to_names()
        hands.press(KEY.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
        assert hands.dialog.names.told.text().startswith("2 names selected, with 2 sets.")
        hands.press(KEY.Key_Delete)
        assert [becomes for _, _, becomes in hands.lines][:2] == ["left out", "left out"]
        assert hands.head[1] == "2 new workouts, 2 sets left out."
        hands.press(KEY.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
        assert hands.head[1] == "2 new workouts, 2 exercises of your own."
        assert hands.lines[0] == ("Hopsla", "not known", "own exercise, no muscles yet")

    bring(desk, file, answer, take=False)


def test_typing_searches_and_arrows_lead_back_to_the_list(desk: Desk, file: Path) -> None:
    def answer(hands: Hands) -> None:
        hands.to_names()
        desk.write("b")
        search = hands.dialog.focusWidget()
        assert isinstance(search, QLineEdit)
        desk.write("ench")
        assert [name for name, _, _ in hands.lines] == ["Bench Press (Barbell)"]
        hands.press(KEY.Key_Down, KEY.Key_Delete)
        assert hands.lines == [("Bench Press (Barbell)", "you say so", "left out")]
        search.setText("zzz")
        assert hands.lines == [] and hands.dialog.names.none.isVisible()
        search.setFocus()
        hands.press(KEY.Key_Escape)
        assert len(hands.lines) == 4 and hands.dialog.isVisible()

    bring(desk, file, answer, take=False)


def test_the_list_is_sorted_by_a_click_on_its_head(desk: Desk, file: Path) -> None:
    def answer(hands: Hands) -> None:
        header = hands.dialog.names.table.horizontalHeader()
        header.sectionClicked.emit(NAME)
        assert next(name for name, _, _ in hands.lines) == "Bench Press (Barbell)"
        header.sectionClicked.emit(NAME)
        assert next(name for name, _, _ in hands.lines) == "Squat Squish"
        header.sectionClicked.emit(FOUND)
        assert next(name for name, _, _ in hands.lines) == "Hopsla"

    bring(desk, file, answer, take=False)
