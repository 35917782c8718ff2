"""Quick items: made, added with one press, changed and deleted, all of it by keyboard and undoable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPushButton

from food_driver import TODAY, FoodDesk
from legwork.domain.food.amounts import FoodUnits, Nutrient, parse_amount
from legwork.services.food import SaveItem, items_of
from legwork.services.food_targets import choose_energy_shown
from program_driver import Desk, answering

ENTER = Qt.Key.Key_Return


@pytest.fixture
def food(desk: Desk) -> FoodDesk:
    return FoodDesk(desk)


def keep(food: FoodDesk, name: str, **texts: str) -> None:
    amounts = tuple((Nutrient(key), parse_amount(text, Nutrient(key), FoodUnits())) for key, text in texts.items())
    food.desk.context.runner.apply(SaveItem(food.desk.person.id, name, amounts))
    food.desk.settle()


def ready(desk: Desk, dialog: QDialog) -> None:
    """The desktop hands the keyboard to a new window a moment after it is seen."""
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    desk.qtbot.waitUntil(field(dialog, "name").hasFocus)


def names(food: FoodDesk) -> list[str]:
    return [one.text() for one in food.page.day_card.items.buttons]


def field(dialog: QDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"food_item_{name}")
    assert found is not None
    return found


def test_a_new_item_by_keyboard(desk: Desk, food: FoodDesk) -> None:
    def fill(dialog: QDialog) -> None:
        ready(desk, dialog)
        desk.write("Shake & oats")
        for text in ("240", "30"):
            desk.press(Qt.Key.Key_Tab)
            desk.write(text)
        desk.press(ENTER)

    with answering("food_item_dialog", fill):
        desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    (item,) = items_of(desk.context.profile, desk.person.id)
    assert (item.name, item.amounts[Nutrient.ENERGY].value, item.amounts[Nutrient.PROTEIN].value) == (
        "Shake & oats", 240, 30,
    )  # fmt: skip
    assert names(food) == ["Shake && oats"], "shown as it was typed"


@pytest.mark.parametrize(
    ("texts", "told", "at"),
    [
        ({"name": "Shake"}, "at least one amount", "name"),
        ({"energy": "240"}, "a name", "name"),
        ({"name": "Shake", "protein": "-3"}, "smaller than none", "protein"),
        ({"name": "OATS", "energy": "300"}, "already", "name"),
    ],
)
def test_what_cannot_be_kept_is_said_and_the_dialog_stays(
    desk: Desk, food: FoodDesk, texts: dict[str, str], told: str, at: str
) -> None:
    keep(food, "Oats", energy="380")
    seen: list[str] = []

    def fill(dialog: QDialog) -> None:
        ready(desk, dialog)
        for key, text in texts.items():
            field(dialog, key).setText(text)
        desk.press(ENTER)
        refusal = dialog.findChild(QLabel, "food_item_refusal")
        assert refusal is not None and dialog.isVisible()
        seen.append(refusal.text())
        assert field(dialog, at).hasFocus()
        dialog.reject()

    with answering("food_item_dialog", fill):
        desk.click("food_item_new")
    assert told in seen[0]
    assert [one.name for one in items_of(desk.context.profile, desk.person.id)] == ["Oats"]


def test_alt_and_a_number_adds_to_what_stands_there(desk: Desk, food: FoodDesk) -> None:
    keep(food, "Oats", energy="380", carbohydrate="60")
    keep(food, "Shake", energy="240", protein="30")
    food.enter("energy", "1800")
    assert desk.has_focus("food_protein")
    food.alt(Qt.Key.Key_2)
    food.alt(Qt.Key.Key_2)
    assert food.field("energy").text() == "1800+240+240"
    assert food.stored() == {"energy": "1800+240+240 kcal", "protein": "30+30 g"}
    assert desk.has_focus("food_protein"), "whoever types goes on where they were"
    food.alt(Qt.Key.Key_9)
    assert food.stored()["energy"] == "1800+240+240 kcal"
    desk.undo()
    desk.settle()
    assert food.stored() == {"energy": "1800+240 kcal", "protein": "30 g"}


def test_what_is_typed_is_taken_before_an_item_is_added(desk: Desk, food: FoodDesk) -> None:
    keep(food, "Shake", energy="240")
    desk.click(food.field("energy"))
    desk.write("1800")
    food.alt(Qt.Key.Key_1)
    assert food.stored() == {"energy": "1800+240 kcal"}


def test_a_press_adds_and_more_than_any_day_has_is_said(desk: Desk, food: FoodDesk) -> None:
    keep(food, "Feast", energy="15000")
    feast = desk.child(QPushButton, "food_item_1")
    desk.click(feast)
    assert food.stored() == {"energy": "15000 kcal"}
    desk.click(desk.child(QPushButton, "food_item_1"))
    assert "check the number" in food.said("food_said")
    assert food.stored() == {"energy": "15000 kcal"}


def test_f2_changes_an_item(desk: Desk, food: FoodDesk) -> None:
    keep(food, "Shake", energy="240", water="0.3")
    food.page.day_card.items.buttons[0].setFocus()

    def fill(dialog: QDialog) -> None:
        ready(desk, dialog)
        assert field(dialog, "name").text() == "Shake" and field(dialog, "energy").text() == "240"
        field(dialog, "energy").setText("260")
        field(dialog, "water").setText("")
        field(dialog, "name").setText("Milk shake")
        desk.press(ENTER)

    with answering("food_item_dialog", fill):
        desk.press(Qt.Key.Key_F2)
    desk.settle()
    (item,) = items_of(desk.context.profile, desk.person.id)
    assert item.name == "Milk shake"
    assert {key.value: one.value for key, one in item.amounts.items()} == {"energy": 260}


def test_delete_takes_an_item_away_and_undo_brings_it_back(desk: Desk, food: FoodDesk) -> None:
    keep(food, "Oats", energy="380")
    keep(food, "Shake", energy="240")
    food.alt(Qt.Key.Key_1)
    food.page.day_card.items.buttons[0].setFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.settle()
    assert names(food) == ["Shake"] and "Oats" in desk.notice
    assert desk.has_focus("food_item_1"), "the focus stays among the items"
    assert food.stored() == {"energy": "380 kcal"}, "what it brought to days stays"
    desk.undo()
    desk.settle()
    assert names(food) == ["Oats", "Shake"]


def test_the_context_menu_edits_and_deletes(desk: Desk, food: FoodDesk) -> None:
    keep(food, "Shake", energy="240")
    one = food.page.day_card.items.buttons[0]
    QApplication.sendEvent(
        one,
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, one.rect().center(), one.mapToGlobal(one.rect().center())),
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Add to this day", "Edit…", "Delete"]
    menu.actions()[2].trigger()
    menu.close()
    desk.settle()
    assert names(food) == []


def test_an_item_keeps_its_energy_while_energy_is_left_out(desk: Desk, food: FoodDesk) -> None:
    keep(food, "Shake", energy="240", protein="30")
    desk.context.runner.apply(choose_energy_shown(desk.person.id, False, TODAY))
    desk.settle()
    one = food.page.day_card.items.buttons[0]
    assert "240" not in one.toolTip() and "30 g protein" in one.toolTip()
    one.setFocus()

    def fill(dialog: QDialog) -> None:
        ready(desk, dialog)
        assert dialog.findChild(QLineEdit, "food_item_energy") is None
        field(dialog, "protein").setText("32")
        desk.press(ENTER)

    with answering("food_item_dialog", fill):
        desk.press(Qt.Key.Key_F2)
    desk.context.runner.apply(choose_energy_shown(desk.person.id, True, TODAY))
    (item,) = items_of(desk.context.profile, desk.person.id)
    assert {key.value: found.value for key, found in item.amounts.items()} == {"energy": 240, "protein": 32}
