"""A line of a day's food: a name, its field, and on the right what is meant for it, or what was wrong with it.

Owns how these stand together. Reading is the field's, words and numbers come from outside.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from legwork.domain.food.amounts import NAMES
from legwork.domain.units import Quantity
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.food_bar import FoodBar
from legwork.qt.widgets.food_field import FoodField, FoodReading
from legwork.qt.widgets.layout import column, label, row, set_role

_NAME, _UNIT, _HIGH = 92, 36, 42


class FoodRow(QWidget):
    """One amount of a day. key: what it is an amount of."""

    taken = Signal(str, object)
    """key, and the Quantity or None that shall stand there."""
    went_on = Signal(str)
    stepped = Signal(str, int)

    def __init__(self, theme: ThemeManager, key: str, name: str) -> None:
        """name: translated."""
        super().__init__()
        self.key = key
        self._meant = ""
        self.setObjectName(f"food_row_{key}")
        self.edit = FoodField(theme, f"food_{key}", name)
        self.edit.taken.connect(self._on_taken)
        self.edit.went_on.connect(self._on_went_on)
        self.edit.stepped.connect(self._on_stepped)
        self.edit.told.connect(self._on_told)
        self.unit = label("", "small")
        self.unit.setFixedWidth(theme.px(_UNIT))
        title = label(name)
        longest = max(title.fontMetrics().horizontalAdvance(tr(one)) for one in NAMES.values())
        title.setFixedWidth(max(theme.px(_NAME), longest + theme.px(4)))
        title.setBuddy(self.edit)
        self.words = label("", "small", wrap=True)
        self.words.setObjectName(f"food_words_{key}")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.bar = FoodBar(theme)
        self.beside = QWidget()
        self.beside.setLayout(column(None, self.words, self.bar, None, spacing=theme.px(2)))
        self.message = label("", "error", wrap=True)
        self.message.setObjectName(f"food_message_{key}")
        self.message.hide()
        line = row(title, self.edit, self.unit, self.beside, self.message, spacing=theme.px(8))
        line.setStretch(3, 1)
        line.setStretch(4, 1)
        self.setLayout(line)
        self.setMinimumHeight(theme.px(_HIGH))

    def show_quantity(self, quantity: Quantity | None, how: FoodReading, ghost: str) -> None:
        """Show what a day holds."""
        self.unit.setText(how.unit)
        self.edit.show_quantity(quantity, how, ghost)

    def show_meant(
        self, words: str, amount: float | None, meant: tuple[float, float] | None, spoken: str = "", tip: str = ""
    ) -> None:
        """Show what is meant for it. words: above the bar; spoken: all of it for a screen reader; tip: for the
        pointer, what more there is to say."""
        self.words.setText(words)
        self.beside.setToolTip(tip)
        self.bar.show_amount(amount, meant)
        self.bar.setVisible(meant is not None)
        self._meant = spoken or words
        if self.message.isHidden():
            self.edit.setAccessibleDescription(self._meant)

    def _on_taken(self, quantity: Quantity | None) -> None:
        self.taken.emit(self.key, quantity)

    def _on_went_on(self) -> None:
        self.went_on.emit(self.key)

    def _on_stepped(self, by: int) -> None:
        self.stepped.emit(self.key, by)

    def _on_told(self, sentence: str, role: str) -> None:
        self.message.setText(sentence)
        set_role(self.message, role or "error")
        self.message.setVisible(bool(sentence))
        self.beside.setVisible(not sentence)
        self.edit.setAccessibleDescription(sentence or self._meant)
