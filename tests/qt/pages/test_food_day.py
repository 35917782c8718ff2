"""A day of food by keyboard alone: in ten seconds, kept as it is typed, and what cannot be read stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton

from fault_driver import press
from food_driver import KEYS, TODAY, YESTERDAY, FoodDesk, plain
from legwork.services.people import AddPerson
from program_driver import Desk, answering

ENTER = Qt.Key.Key_Return


@pytest.fixture
def food(desk: Desk) -> FoodDesk:
    return FoodDesk(desk)


def test_ten_seconds(desk: Desk, food: FoodDesk) -> None:
    """Who notes energy, protein and water opens the page and types three numbers: 14 keys, none of them wasted on
    fields that they never fill in."""
    food.remember(YESTERDAY, energy="2300", protein="140", water="2")
    desk.go("measure")
    keys = 1
    desk.press(Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    for text in ("2400", "150", "2.5"):
        desk.write(text)
        desk.press(ENTER)
        keys += len(text) + 1
    desk.settle()
    assert food.stored() == {"energy": "2400 kcal", "protein": "150 g", "water": "2.5 L"}
    assert keys <= 14


def test_enter_goes_to_what_is_usually_filled_in_and_the_arrows_to_every_line(desk: Desk, food: FoodDesk) -> None:
    food.remember(YESTERDAY, energy="2300", water="2")
    food.enter("energy", "2400")
    assert desk.has_focus("food_water")
    desk.press(ENTER)
    assert desk.has_focus("food_item_new"), "the last line leads to the quick items, filled in or not"
    food.enter("energy", "2400", Qt.Key.Key_Down)
    assert desk.has_focus("food_protein")
    desk.press(ENTER)
    assert desk.has_focus("food_water")


def test_the_cursor_starts_in_the_first_line_when_nothing_is_usual(desk: Desk, food: FoodDesk) -> None:
    assert desk.has_focus("food_weight")


def test_asking_for_the_page_again_goes_back_to_the_first_empty_line(desk: Desk, food: FoodDesk) -> None:
    food.enter("weight", "83.1")
    food.field("water").setFocus()
    desk.press(Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert desk.has_focus("food_energy")


def test_a_sum_is_told_with_the_decimal_of_its_parts(desk: Desk, food: FoodDesk) -> None:
    food.enter("protein", "250,5+20")
    desk.settle()
    assert desk.child(QLabel, "food_words_protein").text().startswith("270.5")
    food.enter("fat", "20.5+20.5")
    desk.settle()
    assert desk.child(QLabel, "food_words_fat").text().startswith("41 ")


def test_a_sum_of_three_with_its_unit_is_seen_as_a_whole(desk: Desk, food: FoodDesk) -> None:
    line = food.field("energy")
    text = "1800+240+300 kcal"
    assert line.fontMetrics().horizontalAdvance(text) + 2 * desk.context.theme.px(10) <= line.width()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Down])
def test_the_keys_go_on_from_line_to_line_and_everything_is_kept(desk: Desk, food: FoodDesk, key: Qt.Key) -> None:
    for name, text in zip(("weight", *KEYS), ("83.1", "2400", "150", "300", "80", "2,5"), strict=True):
        assert desk.has_focus(f"food_{name}")
        desk.write(text)
        desk.press(key)
    desk.settle()
    food.page.leave()
    assert food.stored() == {
        "weight": "83.1 kg", "energy": "2400 kcal", "protein": "150 g", "carbohydrate": "300 g", "fat": "80 g",
        "water": "2,5 L",
    }  # fmt: skip


def test_enter_passes_empty_lines_by_and_stores_nothing(desk: Desk, food: FoodDesk) -> None:
    for _ in range(6):
        desk.press(ENTER)
    assert desk.has_focus("food_item_new")
    assert food.stored() == {}
    assert desk.context.runner.stack.count() == 0


def test_a_line_is_one_step_of_undo(desk: Desk, food: FoodDesk) -> None:
    food.enter("energy", "2400")
    food.enter("weight", "83.1")
    desk.undo()
    desk.settle()
    assert food.stored() == {"energy": "2400 kcal"}
    assert food.field("weight").text() == ""
    desk.undo()
    desk.settle()
    assert food.stored() == {}
    desk.redo()
    desk.settle()
    assert food.field("energy").text() == "2400"


def test_an_emptied_line_is_taken_out(food: FoodDesk) -> None:
    food.enter("fat", "80")
    food.enter("weight", "83")
    food.enter("fat", "")
    food.enter("weight", "")
    assert food.stored() == {}


def test_a_sum_stays_as_typed_and_says_what_it_comes_to(food: FoodDesk) -> None:
    food.enter("energy", "1800 + 240")
    assert food.field("energy").text() == "1800+240"
    assert food.said("food_words_energy").startswith("2 040")


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("energy", "-200", "smaller than none"),
        ("energy", "30000", "check the number"),
        ("protein", "lots", "can be read"),
        ("water", "500", "ml"),
        ("weight", "8", "between"),
        ("fat", "3 kg", "use g"),
    ],
)
def test_what_makes_no_sense_is_said_beside_the_field_and_stays(
    desk: Desk, food: FoodDesk, key: str, text: str, told: str
) -> None:
    food.enter(key, text)
    assert told in food.said(f"food_message_{key}")
    assert food.field(key).text() == text and desk.has_focus(f"food_{key}")
    assert plain(food.field(key).accessibleDescription()) == food.said(f"food_message_{key}")
    assert food.stored() == {}
    food.alt(Qt.Key.Key_Left)
    assert food.page.day == TODAY, "nothing that was typed is left behind by turning the page"
    desk.press(Qt.Key.Key_Escape)
    assert food.field(key).text() == "" and food.said(f"food_message_{key}") == ""
    food.alt(Qt.Key.Key_Left)
    assert food.page.day == YESTERDAY


def test_a_weight_that_no_body_gets_to_is_kept_and_asked_about_once(desk: Desk, food: FoodDesk) -> None:
    food.remember(YESTERDAY, weight="83.1")
    food.enter("weight", "38.1")
    assert "more than a body usually changes" in food.said("food_message_weight")
    assert desk.has_focus("food_weight") and food.stored() == {"weight": "38.1 kg"}
    desk.press(ENTER)
    assert desk.has_focus("food_energy") and food.said("food_message_weight") == ""


def test_kilojoules_typed_as_kilocalories_are_asked_about(desk: Desk, food: FoodDesk) -> None:
    food.enter("energy", "9500")
    assert "were it kJ, it would be 2 271 kcal" in food.said("food_message_energy")
    desk.write("9500 kJ")
    desk.press(ENTER)
    desk.settle()
    assert food.stored() == {"energy": "9500 kJ"} and desk.has_focus("food_protein")


def test_what_was_there_last_stands_in_grey(food: FoodDesk) -> None:
    food.remember(TODAY - timedelta(days=3), energy="2100", fat="70")
    food.remember(YESTERDAY, energy="2300", weight="83.1")
    assert food.field("energy").placeholderText() == "2\N{NARROW NO-BREAK SPACE}300, yesterday"
    assert food.field("fat").placeholderText().startswith("70, ")
    assert food.field("weight").placeholderText() == "83.1, yesterday"
    assert food.field("water").placeholderText() == ""


def test_energy_stands_in_grey_when_the_grams_tell_it(food: FoodDesk) -> None:
    """150 × 4 + 300 × 4 + 80 × 9 = 2520 kcal; it is offered to be typed, not kept."""
    for key, text in (("protein", "150"), ("carbohydrate", "300"), ("fat", "80")):
        assert food.field("energy").placeholderText() == ""
        food.enter(key, text)
    assert food.field("energy").placeholderText() == "2\N{NARROW NO-BREAK SPACE}520, by the grams"
    assert "energy" not in food.stored()


def test_as_yesterday_copies_the_food_and_never_the_weight(desk: Desk, food: FoodDesk) -> None:
    food.remember(YESTERDAY, energy="2300", protein="140", weight="83.1")
    food.enter("energy", "500")
    desk.ctrl(Qt.Key.Key_D)
    desk.settle()
    assert food.stored() == {"energy": "2300 kcal", "protein": "140 g"}
    desk.undo()
    desk.settle()
    assert food.stored() == {"energy": "500 kcal"}


def test_the_day_that_can_be_repeated_is_named(desk: Desk, food: FoodDesk) -> None:
    repeat = desk.child(QPushButton, "food_repeat")
    assert not repeat.isEnabled()
    food.remember(TODAY - timedelta(days=5), energy="2300")
    assert repeat.isEnabled() and repeat.text().startswith("As on ")
    food.remember(YESTERDAY, weight="83")
    assert repeat.text().startswith("As on "), "a day of which only the weight is known has nothing to repeat"
    food.remember(YESTERDAY, protein="140")
    assert repeat.text() == "As yesterday"


def test_days_and_weeks_are_walked_by_keys_and_never_beyond_today(food: FoodDesk) -> None:
    food.alt(Qt.Key.Key_Right)
    assert food.page.day == TODAY
    food.alt(Qt.Key.Key_Left)
    assert food.page.day == YESTERDAY
    food.alt(Qt.Key.Key_Up)
    assert food.page.day == YESTERDAY - timedelta(days=7)
    food.alt(Qt.Key.Key_Down)
    assert food.page.day == YESTERDAY
    food.alt(Qt.Key.Key_Down)
    assert food.page.day == TODAY
    food.alt(Qt.Key.Key_Up)
    food.alt(Qt.Key.Key_Home)
    assert food.page.day == TODAY


def test_what_is_typed_is_taken_before_the_day_turns(desk: Desk, food: FoodDesk) -> None:
    desk.click(food.field("energy"))
    desk.write("2400")
    food.alt(Qt.Key.Key_Left)
    assert food.stored(TODAY) == {"energy": "2400 kcal"}
    assert food.stored(YESTERDAY) == {}
    assert food.field("energy").text() == ""


def test_what_is_typed_is_taken_when_another_page_is_opened(desk: Desk, food: FoodDesk) -> None:
    desk.click(food.field("water"))
    desk.write("2")
    desk.go("measure")
    assert food.stored() == {"water": "2 L"}


def test_another_person_has_days_of_their_own(desk: Desk, food: FoodDesk) -> None:
    food.enter("energy", "2400")
    food.alt(Qt.Key.Key_Left)
    desk.context.runner.apply(AddPerson("Ada"))
    desk.context.look_at(desk.context.people[-1].uid)
    desk.settle()
    assert food.page.day == TODAY and food.field("energy").text() == ""
    desk.context.look_at(desk.context.people[0].uid)
    desk.settle()
    assert food.field("energy").text() == "2400"


def test_the_scale_is_a_reading_of_the_check_in(desk: Desk, food: FoodDesk) -> None:
    food.enter("weight", "83.1")
    assert desk.stored("body_weight") == ["83.1 kg"]
    desk.go("measure")
    desk.enter("body_weight", "83.4")
    desk.go("food")
    assert food.field("weight").text() == "83.4"


@contextmanager
def held(desk: Desk) -> Iterator[None]:
    """Another program has its hand on the database, and the person does not want to wait for it."""
    holder = sqlite3.connect(desk.program.paths.database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    def not_now(dialog: QDialog) -> None:
        press(dialog, "Not now")

    try:
        with answering("store_fault", not_now):
            yield
    finally:
        holder.close()


def test_what_could_not_be_saved_stays_and_enter_tries_again(impatient: None, desk: Desk) -> None:
    food = FoodDesk(desk)
    with held(desk):
        food.enter("protein", "150")
    assert desk.has_focus("food_protein") and "Not saved yet" in food.said("food_message_protein")
    assert food.stored() == {} and not desk.undo_action().isEnabled()
    food.enter("water", "2")
    assert food.field("protein").text() == "150", "another value does not wipe it"
    desk.click(food.field("protein"))
    desk.press(ENTER)
    desk.settle()
    assert food.stored() == {"protein": "150 g", "water": "2 L"}


def test_a_choice_that_could_not_be_saved_does_not_look_chosen(impatient: None, desk: Desk) -> None:
    food = FoodDesk(desk)
    food.enter("weight", "80")
    with held(desk):
        desk.click("food_energy_shown")
    desk.settle()
    assert desk.child(QCheckBox, "food_energy_shown").isChecked() and food.field("energy").isVisible()
