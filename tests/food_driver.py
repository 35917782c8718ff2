"""A person's hands on the Food page, and days of food put into a profile in few words."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from legwork.domain.food.amounts import FoodUnits, Nutrient, parse_amount
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem, parse
from legwork.qt.pages.food.page import FoodPage
from legwork.services.food import RecordFood, food_days
from program_driver import Desk

TODAY = date.today()
YESTERDAY = TODAY - timedelta(days=1)
KEYS = ("energy", "protein", "carbohydrate", "fat", "water")


def food_of(person_id: int, day: date, **texts: str) -> RecordFood:
    """A day in few words: food_of(1, TODAY, energy="2400", weight="83.1")."""
    weight = texts.pop("weight", "")
    amounts = tuple((Nutrient(key), parse_amount(text, Nutrient(key), FoodUnits())) for key, text in texts.items())
    return RecordFood(person_id, day, amounts, parse(weight, Kind.MASS, UnitSystem.METRIC) if weight else None)


def plain(text: str) -> str:
    """A text with the spaces of a keyboard between thousands."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ")


class FoodDesk:
    """The Food page of an open window."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.go("food")

    @property
    def page(self) -> FoodPage:
        page = self.desk.page
        assert isinstance(page, FoodPage)
        return page

    def field(self, key: str) -> QLineEdit:
        """The field of a line: "weight", "energy" and so on."""
        return self.desk.child(QLineEdit, f"food_{key}")

    def enter(self, key: str, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type over a field and press Enter (or Tab)."""
        self.desk.click(self.field(key))
        self.field(key).selectAll()
        if text:
            self.desk.write(text)
        else:
            self.desk.press(Qt.Key.Key_Delete)
        self.desk.press(end)
        self.desk.settle()

    def said(self, name: str) -> str:
        """What a label of the page says; "" while it is not on screen."""
        label = self.page.findChild(QLabel, name)
        assert label is not None, f"no label is named {name}"
        return plain(label.text()) if label.isVisible() else ""

    def stored(self, day: date = TODAY) -> dict[str, str]:
        """What the profile holds of a day, as typed, with units."""
        found = food_days(self.desk.context.profile, self.desk.person.id, day, day).get(day)
        if found is None:
            return {}
        told = {key.value: f"{one.entered} {one.unit}" for key, one in found.amounts.items()}
        return told | ({"weight": f"{found.weight.entered} {found.weight.unit}"} if found.weight is not None else {})

    def remember(self, day: date, **texts: str) -> None:
        """Put a day into the profile as if it had been entered some other time; nothing to undo."""
        self.desk.context.profile.apply(food_of(self.desk.person.id, day, **texts))
        self.desk.context.runner.reload_everything()
        self.desk.settle()

    def alt(self, key: Qt.Key) -> None:
        """A key with Alt."""
        self.desk.press(key, Qt.KeyboardModifier.AltModifier)
        self.desk.settle()
