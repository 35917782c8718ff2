"""The order of exercises in a session, by keys: moved, in turns, taken out, and another one put in the middle."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from legwork.qt.widgets.train_add import AddExercise
from program_driver import Desk
from train_cases import ALT, CTRL, Hand, sets_in, with_plan

SHIFT_ALT = ALT | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def free(desk: Desk) -> Hand:
    """A free session with three exercises; a set of the first one is done, and the cursor is in its next line."""
    hand = Hand(desk)
    hand.go()
    hand.enter("", "goblet", "24x10")
    hand.press(Qt.Key.Key_A, ALT)
    hand.enter("leg extension")
    hand.press(Qt.Key.Key_A, ALT)
    hand.enter("lying leg curl")
    hand.press(Qt.Key.Key_PageUp)
    hand.press(Qt.Key.Key_PageUp)
    return hand


def order(hand: Hand) -> list[str]:
    """What stands on the sheet, as it is kept: the keys, each with the number of its superset."""
    return [f"{one.exercise}{one.group or ''}" for one in hand.only.exercises]


def test_alt_down_and_up_move_an_exercise_and_the_cursor_with_it(free: Hand) -> None:
    assert order(free) == ["goblet_squat", "leg_extension", "lying_leg_curl"]
    free.press(Qt.Key.Key_Down, ALT)
    assert order(free) == ["leg_extension", "goblet_squat", "lying_leg_curl"]
    assert free.at == "Goblet squat, set 2"
    free.press(Qt.Key.Key_Down, ALT)
    free.press(Qt.Key.Key_Down, ALT)
    assert order(free) == ["leg_extension", "lying_leg_curl", "goblet_squat"]
    assert sets_in(free.only) == {"goblet_squat": ["24 × 10"]}
    free.press(Qt.Key.Key_Up, ALT)
    free.press(Qt.Key.Key_Z, CTRL)
    free.press(Qt.Key.Key_Z, CTRL)
    assert order(free) == ["leg_extension", "goblet_squat", "lying_leg_curl"]


def test_a_superset_is_made_in_a_free_session_and_goes_in_turns(free: Hand) -> None:
    free.press(Qt.Key.Key_PageDown)
    free.press(Qt.Key.Key_PageDown)
    free.press(Qt.Key.Key_J, ALT)
    assert order(free) == ["goblet_squat", "leg_extension1", "lying_leg_curl1"]
    assert "Superset A" in free.desk.child(QLabel, "train_turn").text()
    free.press(Qt.Key.Key_PageUp)
    turns = []
    for text in ("40x15", "30x12", "14", "11"):
        turns.append(free.at)
        free.enter(text)
    assert turns == [
        "Leg extension, set 1", "Lying leg curl, set 1", "Leg extension, set 2", "Lying leg curl, set 2",
    ]  # fmt: skip
    free.enter("")
    assert free.desk.has_focus("train_add"), "nothing more of these two: on to another exercise"
    free.press(Qt.Key.Key_Up)
    free.press(Qt.Key.Key_J, SHIFT_ALT)
    assert order(free) == ["goblet_squat", "leg_extension", "lying_leg_curl"]
    free.desk.undo()
    free.desk.settle()
    assert order(free) == ["goblet_squat", "leg_extension1", "lying_leg_curl1"]


def test_an_exercise_is_added_below_the_one_at_hand(free: Hand) -> None:
    free.press(Qt.Key.Key_A, SHIFT_ALT)
    assert free.desk.has_focus("train_add")
    add = free.desk.child(AddExercise, "train_add")
    assert "Below Goblet squat" in add.placeholderText()
    free.press(Qt.Key.Key_Escape)
    assert free.at == "Goblet squat, set 2" and add.placeholderText().startswith("Add an exercise")
    free.press(Qt.Key.Key_A, SHIFT_ALT)
    free.enter("plank")
    assert free.at == "Plank, set 1"
    assert order(free) == ["goblet_squat", "plank", "leg_extension", "lying_leg_curl"]
    sheet = free.page.work.sheet
    assert sheet.add.y() > sheet.cards[-1].y(), "the field is back at the end"


def test_alt_del_takes_an_exercise_out_and_undo_brings_it_back(free: Hand) -> None:
    free.press(Qt.Key.Key_Delete, ALT)
    assert order(free) == ["leg_extension", "lying_leg_curl"] and free.at == "Leg extension, set 1"
    free.desk.undo()
    free.desk.settle()
    assert sets_in(free.only) == {"goblet_squat": ["24 × 10"]} and order(free)[0] == "goblet_squat"


def test_the_last_one_taken_out_asks_for_another(desk: Desk) -> None:
    hand = Hand(desk)
    hand.go()
    hand.enter("", "goblet")
    hand.press(Qt.Key.Key_Delete, ALT)
    assert desk.has_focus("train_add") and hand.only.exercises == ()


def test_what_is_typed_goes_with_its_exercise(free: Hand) -> None:
    free.write("24x9")
    free.press(Qt.Key.Key_Down, ALT)
    assert sets_in(free.only) == {"goblet_squat": ["24 × 10", "24 × 9"]}
    assert order(free)[1] == "goblet_squat"
    free.write("what")
    free.press(Qt.Key.Key_Down, ALT)
    assert order(free)[1] == "goblet_squat", "what cannot be read holds it up"
    assert free.message and free.at.startswith("Goblet squat")


def test_a_planned_superset_moves_as_one_and_the_plan_stays(desk: Desk) -> None:
    hand = with_plan(desk, None)
    before = hand.plan
    hand.enter("", "100x8")
    hand.press(Qt.Key.Key_PageDown)
    hand.press(Qt.Key.Key_PageDown)
    hand.press(Qt.Key.Key_Up, ALT)
    assert order(hand) == ["squat", "leg_extension1", "lying_leg_curl1", "romanian_deadlift"]
    assert hand.at == "Leg extension, set 1"
    assert hand.plan == before and all(one.entry_id is not None for one in hand.only.exercises)


def test_the_menu_names_what_is_possible_with_its_keys(free: Hand) -> None:
    def offered(place: int) -> dict[str, bool]:
        menu = free.page.work.sheet.cards[place].more.menu()
        return {one.text(): one.isEnabled() for one in menu.actions() if not one.isSeparator()}

    first, last = offered(0), offered(2)
    assert not first["Move up\tAlt+Up"] and first["Move down\tAlt+Down"]
    assert not first["Superset with the one above\tAlt+J"] and last["Superset with the one above\tAlt+J"]
    assert not last["Take out of the superset\tAlt+Shift+J"] and not last["Move down\tAlt+Down"]
    [action] = [one for one in free.page.work.sheet.cards[2].more.menu().actions() if one.data() == "join"]
    action.trigger()
    free.desk.settle()
    assert offered(2)["Take out of the superset\tAlt+Shift+J"]
