"""The sheet of the Train page: where the cursor begins, what is asked about, what stands there until it is mended."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from done_workouts import AddWorkout
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.plan.prescription import load_of
from train_cases import ALT, CTRL, TODAY, Hand, sets_in


def start(hand: Hand, title: str) -> None:
    """Start a session of the week."""
    [row] = [one for one in hand.page.overview.week.rows if one.title.text() == title]
    hand.desk.click(row.buttons[0])
    hand.desk.settle()


@pytest.mark.parametrize(("title", "first"), [("Upper", "Bench press, set 1"), ("Legs B", "Bulgarian split squat, ")])
@pytest.mark.parametrize("steps", [1, 3])
def test_another_workout_begins_at_its_top(loose: Hand, steps: int, title: str, first: str) -> None:
    loose.enter("", "100x8")
    for _ in range(steps):
        loose.press(Qt.Key.Key_PageDown)
    loose.enter("40x12")
    loose.press(Qt.Key.Key_Return, CTRL)
    start(loose, title)
    assert loose.at.startswith(first) and loose.page.work.sheet.current == 0
    assert loose.page.work.sheet.area.verticalScrollBar().value() == 0


def test_past_another_set_of_a_superset_its_partner_is_done_first(loose: Hand) -> None:
    loose.enter("", "100x8", "8", "8", "80x10", "10", "40x15", "30x12", "40x14")
    assert loose.at == "Lying leg curl, set 2"
    loose.press(Qt.Key.Key_PageUp)
    loose.press(Qt.Key.Key_Insert)
    assert loose.at == "Leg extension, set 3"
    loose.enter("")
    assert loose.at == "Lying leg curl, set 2"
    loose.enter("30x11")
    assert loose.at == "Leg extension, set 3", "it was asked for"
    loose.enter("")
    assert loose.desk.has_focus("train_finish")


def test_the_heaviest_of_the_whole_log_is_compared_and_an_answer_holds_for_the_workout(loose: Hand) -> None:
    person = loose.desk.person.id
    for days, kg in ((60, 60.0), (7, 40.0)):
        done = LoggedExercise("romanian_deadlift", (LoggedSet(reps=8, load=load_of(kg, "kg")),))
        loose.desk.context.runner.apply(AddWorkout(person, Workout(0, TODAY - timedelta(days=days), exercises=(done,))))
    loose.desk.settle()
    loose.enter("")
    loose.press(Qt.Key.Key_PageDown)
    loose.enter("100x8")
    assert loose.message == "" and loose.at == "Romanian deadlift, set 2", "60 kg was done before"
    loose.enter("210x8")
    assert "2.1 times your heaviest so far, 100 kg" in loose.message
    loose.enter("")
    loose.press(Qt.Key.Key_PageUp)
    loose.press(Qt.Key.Key_PageDown)
    loose.press(Qt.Key.Key_Insert)
    loose.enter("210x6")
    assert loose.message == "", "asked about once"


def test_what_is_typed_after_a_doubt_stands_in_its_place(loose: Hand) -> None:
    loose.enter("", "100x8", "1000x8")
    assert "once more" in loose.message
    loose.enter("102.5x8")
    loose.enter("sixty")
    loose.enter("7")
    assert loose.message == ""
    assert sets_in(loose.only)["squat"] == ["100 × 8", "102.5 × 8", "102.5 × 7"]


@pytest.mark.parametrize("mend", ["escape", "empty", "type"])
def test_the_red_line_goes_once_the_line_is_mended(loose: Hand, mend: str) -> None:
    loose.enter("", "100x8")
    loose.write("seven")
    loose.press(Qt.Key.Key_Return, CTRL)
    assert "could not be read" in loose.said
    if mend == "escape":
        loose.press(Qt.Key.Key_Escape)
    elif mend == "empty":
        loose.press(Qt.Key.Key_Delete)
    else:
        loose.write("7")
    loose.desk.settle()
    assert loose.said == "" and loose.message == ""


def test_many_reps_left_are_asked_about_once_and_never_taken_for_an_effort(loose: Hand) -> None:
    loose.enter("", "100x8@6")
    assert "6 reps left" in loose.message and "@6 RPE" in loose.message
    loose.enter("", "8@7")
    assert loose.message == "", "the set before was as easy"
    loose.enter("8@9rpe")
    assert sets_in(loose.only)["squat"] == ["100 × 8 @6 RIR", "100 × 8 @7 RIR", "100 × 8 @1"]


def test_a_bar_without_a_load_is_asked_about_once(loose: Hand) -> None:
    loose.enter("")
    loose.press(Qt.Key.Key_PageDown)
    loose.enter("BWx12")
    assert "no load" in loose.message and loose.log == []
    loose.enter("", "11")
    assert loose.message == "" and sets_in(loose.only) == {"romanian_deadlift": ["BW × 12", "BW × 11"]}
    loose.press(Qt.Key.Key_Home, ALT)
    assert loose.said == ""
