"""A session on the Train page as a person types it: set by set, kept at once, undone, corrected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from legwork.qt.dialogs.choose_exercise import ChooseExerciseDialog
from legwork.qt.dialogs.own_plates import OwnPlatesDialog
from program_driver import answering
from train_cases import ALT, CTRL, Hand, press_session, sets_in


def test_enter_completes_a_set_and_goes_on_to_the_next(loose: Hand) -> None:
    loose.enter("")  # the button of the first session
    assert loose.at == "Back squat, set 1" and loose.ghost == "100 × 6"
    loose.enter("100x8@2")
    assert loose.at == "Back squat, set 2" and loose.ghost == "100 × 6"
    loose.enter("7", "")
    assert sets_in(loose.only) == {"squat": ["100 × 8 @2", "100 × 7", "100 × 6"]}
    assert loose.at == "Romanian deadlift, set 1"
    assert loose.page.work.progress.text().startswith("3 of 9 sets")


def test_several_sets_typed_at_once_stand_on_their_lines_and_are_one_step_of_undo(loose: Hand) -> None:
    loose.enter("", "100x8+7")
    assert sets_in(loose.only) == {"squat": ["100 × 8", "100 × 7"]}
    assert loose.at == "Back squat, set 3", "a set of the plan is still open"
    loose.enter("6+5")  # one more than planned
    assert sets_in(loose.only) == {"squat": ["100 × 8", "100 × 7", "100 × 6", "100 × 5"]}
    assert loose.at == "Romanian deadlift, set 1"
    assert loose.desk.context.runner.stack.undoText() == "Back squat: 100×6, 100×5"
    loose.press(Qt.Key.Key_Z, CTRL)
    assert sets_in(loose.only) == {"squat": ["100 × 8", "100 × 7"]}


def test_nothing_is_kept_before_the_first_set(loose: Hand) -> None:
    loose.enter("")
    loose.press(Qt.Key.Key_Home, ALT)
    assert loose.log == [] and loose.page.workout is None


def test_a_superset_goes_in_turns(loose: Hand) -> None:
    loose.enter("", "100x8", "8", "8", "80x10", "10")
    turns = []
    for text in ("40x15", "30x12", "40x14", "30x11"):
        turns.append(loose.at)
        loose.enter(text)
    assert turns == [
        "Leg extension, set 1", "Lying leg curl, set 1", "Leg extension, set 2", "Lying leg curl, set 2",
    ]  # fmt: skip
    assert loose.desk.has_focus("train_finish")


def test_every_set_is_one_step_of_undo(loose: Hand) -> None:
    loose.enter("", "100x8", "7")
    loose.press(Qt.Key.Key_Z, CTRL)
    assert sets_in(loose.only) == {"squat": ["100 × 8"]}
    loose.press(Qt.Key.Key_Z, CTRL)
    assert loose.log == []
    assert loose.page.workout is not None, "the sheet stays"
    loose.desk.redo()
    loose.desk.settle()
    assert sets_in(loose.only) == {"squat": ["100 × 8"]}
    loose.enter("6")
    assert sets_in(loose.only) == {"squat": ["100 × 8", "100 × 6"]}


def test_a_set_that_is_done_can_be_corrected_and_taken_out(loose: Hand) -> None:
    loose.enter("", "100x8", "70x7")
    loose.press(Qt.Key.Key_Up)
    assert loose.at == "Back squat, set 2"
    loose.press(Qt.Key.Key_A, CTRL)
    loose.enter("100x7f")
    assert sets_in(loose.only) == {"squat": ["100 × 8", "100 × 7 f"]}
    assert loose.at == "Back squat, set 3"
    loose.press(Qt.Key.Key_Up)
    loose.press(Qt.Key.Key_A, CTRL)
    loose.press(Qt.Key.Key_Delete)
    loose.enter("")
    assert sets_in(loose.only) == {"squat": ["100 × 8"]}


def test_what_cannot_be_read_says_why_and_stays(loose: Hand) -> None:
    loose.enter("", "sixty")
    assert "60x8" in loose.message and loose.at == "Back squat, set 1"
    loose.press(Qt.Key.Key_Down)
    assert loose.page.work.sheet.cards[0].lines[0].field.text() == "sixty"
    loose.press(Qt.Key.Key_Home, ALT)
    assert loose.page.workout is not None and "could not be read" in loose.said
    assert loose.log == []


def test_what_is_hard_to_believe_is_asked_about_once(loose: Hand) -> None:
    loose.enter("", "100x8", "1000x8")
    assert "once more" in loose.message and sets_in(loose.only) == {"squat": ["100 × 8"]}
    loose.enter("")
    assert sets_in(loose.only) == {"squat": ["100 × 8", "1000 × 8"]}
    assert loose.message == ""


def test_warm_ups_drops_sides_and_help_by_letter(loose: Hand) -> None:
    loose.enter("", "w 60x5", "100x8@2")
    assert loose.at == "Back squat, set 2", "a warm-up is no set of the plan"
    loose.press(Qt.Key.Key_Home, ALT)
    loose.desk.click("train_open_finish")
    loose.desk.settle()
    press_session(loose, "Upper", 0)
    loose.enter("80x8", "7", "6", "+10x8", "-20x6", "BWx10")
    press_session(loose, "Upper", 0) if loose.page.workout is None else loose.press(Qt.Key.Key_Return, CTRL)
    press_session(loose, "Legs B", 0)
    loose.enter("L 24x10 / R 24x9", "", "10")
    first, upper, legs = (sets_in(one.workout) for one in loose.log)
    assert first == {"squat": ["w 60 × 5", "100 × 8 @2"]}
    assert upper["pull_up"] == ["10 × 8", "-20 × 6", "BW × 10"]
    assert legs["bulgarian_split_squat"] == ["L 24 × 10", "R 24 × 9", "L 24 × 8", "R 24 × 8", "24 × 10"]


def test_another_set_with_ins_and_past_it_with_enter(loose: Hand) -> None:
    loose.enter("", "100x8", "8", "8")
    loose.press(Qt.Key.Key_PageUp)
    loose.press(Qt.Key.Key_Insert)
    assert loose.at == "Back squat, set 4" and loose.ghost == "another set"
    loose.enter("d 80x8")
    assert sets_in(loose.only)["squat"] == ["100 × 8", "100 × 8", "100 × 8", "d 80 × 8"]
    assert loose.at == "Romanian deadlift, set 1"


def test_felt_by_keys_and_a_note(loose: Hand) -> None:
    loose.enter("", "100x8")
    loose.press(Qt.Key.Key_3, ALT)
    assert loose.only.exercises[0].felt == 3
    loose.press(Qt.Key.Key_N, ALT)
    loose.enter("left knee clicks")
    assert loose.only.exercises[0].note == "left knee clicks"
    loose.press(Qt.Key.Key_Z, CTRL)
    loose.press(Qt.Key.Key_Z, CTRL)
    assert loose.only.exercises[0].felt is None and loose.only.exercises[0].note == ""


def test_a_note_on_the_whole_is_kept_when_one_leaves(loose: Hand) -> None:
    loose.enter("", "100x8")
    note = loose.desk.child(QPlainTextEdit, "train_note")
    loose.desk.click(note.viewport())
    note.setFocus()
    loose.write("slept badly")
    loose.desk.go("measure")
    assert loose.only.note == "slept badly"


def test_text_that_is_typed_is_kept_when_one_leaves(loose: Hand) -> None:
    loose.enter("")
    loose.write("100x8")
    loose.desk.go("measure")
    assert sets_in(loose.only) == {"squat": ["100 × 8"]}


def test_a_set_that_is_typed_is_kept_when_one_clicks_elsewhere(loose: Hand) -> None:
    loose.enter("")
    loose.write("100x8")
    loose.desk.click("train_set_1_0")
    loose.desk.settle()
    assert sets_in(loose.only) == {"squat": ["100 × 8"]} and loose.at == "Romanian deadlift, set 1"


def test_the_ramp_and_the_plates_follow_the_load(loose: Hand) -> None:
    loose.enter("")
    words = loose.desk.child(QLabel, "train_plates_words").text()
    assert words == "2 x 20 kg on each end: 100 kg."
    loose.press(Qt.Key.Key_W, ALT)
    assert loose.at == "Back squat, warm-up" and loose.ghost == "w 20 × 10"
    loose.enter("", "")
    assert [one.kind.value for one in loose.only.exercises[0].sets] == ["warm_up", "warm_up"]
    loose.press(Qt.Key.Key_Down)
    loose.press(Qt.Key.Key_Down)
    assert loose.at == "Back squat, set 1"


def test_the_rest_is_counted_only_while_one_trains(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Left, ALT)
    hand.enter("", "100x8")
    assert not hand.page.work.beside.rest.isVisible() and not hand.page.work.beside.rest.running
    hand.press(Qt.Key.Key_Return, CTRL)
    press_session(hand, "Upper", 1)
    assert not hand.page.work.beside.rest.running
    hand.enter("80x8")
    rest = hand.page.work.beside.rest
    assert rest.running and rest.big.text() in ("2:00", "1:59")
    assert not rest.sound.isChecked()
    hand.press(Qt.Key.Key_R, ALT)
    assert not rest.running


def test_swapping_an_exercise_offers_what_can_stand_in(loose: Hand) -> None:
    loose.enter("", "100x8", "8", "8")

    def choose(dialog: ChooseExerciseDialog) -> None:
        assert dialog.list.rows.key, "the first substitute is chosen already"
        loose.desk.qtbot.keyClick(dialog.list.search.words, Qt.Key.Key_Return)

    with answering("choose_exercise_dialog", choose):
        loose.press(Qt.Key.Key_S, ALT)
    loose.desk.settle()
    assert loose.at.endswith("set 1") and not loose.at.startswith("Romanian deadlift")
    loose.enter("60x10")
    other = loose.only.exercises[1]
    assert other.exercise != "romanian_deadlift" and other.entry_id is not None and len(other.sets) == 1


def test_own_plates_change_what_goes_on_the_bar(loose: Hand) -> None:
    loose.enter("")

    def say(dialog: OwnPlatesDialog) -> None:
        for (size, unit), box in dialog.counts.items():
            box.setValue(4 if (size, unit) == (15.0, "kg") else 0)
        dialog.bars.setText("heavy")
        loose.desk.click(loose.desk.child(QPushButton, "own_plates_keep", dialog))
        assert dialog.refusal.isVisible()
        dialog.bars.setText("10, 44 lb")
        loose.desk.click(loose.desk.child(QPushButton, "own_plates_keep", dialog))

    with answering("own_plates_dialog", say):
        loose.desk.click("train_own_plates")
    loose.desk.settle()
    words = loose.desk.child(QLabel, "train_plates_words").text()
    assert words.startswith("2 x 15 kg on each end: 70 kg.") and "30 kg less than wanted" in words
    loose.desk.undo()
    loose.desk.settle()
    assert loose.desk.child(QLabel, "train_plates_words").text() == "2 x 20 kg on each end: 100 kg."
