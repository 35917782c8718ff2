"""What a foreign file leaves open: kilograms or pounds, inches or centimetres, and whether 3/4/2025 is in April or in
March.

Owns these questions, with what is taken for likelier and why. What becomes of an answer is for whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import TrainingTable
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import GROUP
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.layout import button, column, label, row
from legwork.services.importing import DATE_ORDERS
from legwork.services.training_words import order_words


class ImportAsks(QFrame):
    """Shows only what is open; hidden where nothing is."""

    unit_chosen = Signal(object)
    """The unit that loads without one have: "kg" or "lb"."""
    order_chosen = Signal(object)
    """What comes first in its days, a key of DATE_ORDERS."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("import_asks")
        self.setProperty("role", "card")
        units = (("kg", tr("Kilograms")), ("lb", tr("Pounds")))
        self.unit = _Ask(theme, "import_unit", tr("The file does not say in which unit its loads are."), units)
        self.order = _Ask(theme, "import_order", "", [(first, "") for first in DATE_ORDERS])
        self.unit.chosen.connect(self.unit_chosen)
        self.order.chosen.connect(self.order_chosen)
        layout = column(self.unit, self.order, spacing=theme.px(12))
        side = theme.px(16)
        layout.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self.setLayout(layout)

    def show_table(self, table: TrainingTable) -> None:
        """Ask what this table leaves open, with how it was read."""
        self.unit.setVisible(table.unit_asked)
        self.order.setVisible(table.order_asked)
        self.setVisible(table.unit_asked or table.order_asked)
        self.unit.show_answer(table.unit, table.unit_why)
        _ask_order(self.order, table)

    def first(self) -> QWidget | None:
        """Where the focus belongs: the answer that is taken to the first question; None where nothing is open."""
        return _first_of(self.unit, self.order)


class MeasureAsks(QFrame):
    """The same for a table of measurements, whose weights and girths are asked about apart."""

    unit_chosen = Signal(object)
    """The unit of the weights: "kg" or "lb"."""
    length_chosen = Signal(object)
    """The unit of the girths: "cm" or "in"."""
    order_chosen = Signal(object)
    """What comes first in its days, a key of DATE_ORDERS."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("import_asks")
        self.setProperty("role", "card")
        units = (("kg", tr("Kilograms")), ("lb", tr("Pounds")))
        lengths = (("cm", tr("Centimetres")), ("in", tr("Inches")))
        self.unit = _Ask(theme, "import_unit", tr("The file does not say in which unit its weights are."), units)
        self.length = _Ask(theme, "import_length", tr("The file does not say in which unit its girths are."), lengths)
        self.order = _Ask(theme, "import_order", "", [(first, "") for first in DATE_ORDERS])
        self.unit.chosen.connect(self.unit_chosen)
        self.length.chosen.connect(self.length_chosen)
        self.order.chosen.connect(self.order_chosen)
        layout = column(self.unit, self.length, self.order, spacing=theme.px(12))
        side = theme.px(16)
        layout.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self.setLayout(layout)

    def show_table(self, table: MeasurementTable) -> None:
        """Ask what this table leaves open, with how it was read."""
        self.unit.setVisible(table.unit_asked)
        self.length.setVisible(table.length_asked)
        self.order.setVisible(table.order_asked)
        self.setVisible(table.unit_asked or table.length_asked or table.order_asked)
        self.unit.show_answer(table.unit, table.unit_why)
        self.length.show_answer(table.length, table.length_why)
        _ask_order(self.order, table)

    def first(self) -> QWidget | None:
        """As `ImportAsks.first`."""
        return _first_of(self.unit, self.length, self.order)


def _ask_order(ask: _Ask, table: TrainingTable | MeasurementTable) -> None:
    if not table.order_asked:
        return
    days = order_words(table)
    ask.question.setText(
        tr("Days in the file can be read in two ways: what is {example}?", example=table.order_example)
    )
    for first, order in DATE_ORDERS.items():
        ask.name(first, days.get(order, tr("no day")))
    taken = next((first for first, order in DATE_ORDERS.items() if order is table.order), None)
    ask.show_answer(taken, tr("Likelier is the one in which the days follow each other more evenly."))


def _first_of(*asks: _Ask) -> QWidget | None:
    return next((one.answer for one in asks if not one.isHidden()), None)


class _Ask(QWidget):
    """A question with two answers side by side, and below it what is likelier."""

    spoken_role = GROUP

    chosen = Signal(object)

    def __init__(self, theme: ThemeManager, name: str, question: str, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(question)
        self.question = label(question, wrap=True)
        self.question.setObjectName(f"{name}_question")
        self.why = label("", "secondary", wrap=True)
        self.why.setObjectName(f"{name}_why")
        self._answers: dict[str, QPushButton] = {}
        self._group = OneOf(self)
        for key, text in answers:
            one = button(text, f"{name}_{key}", "segment")
            one.setCheckable(True)
            self._group.addButton(one)
            self._answers[key] = one
        self._group.buttonClicked.connect(self._on_clicked)
        line = row(self.question, *self._answers.values(), spacing=theme.px(8))
        line.setStretch(0, 1)
        self.setLayout(column(line, self.why, spacing=theme.px(2)))

    @property
    def answer(self) -> QPushButton | None:
        """The button of the answer that holds."""
        return next((one for one in self._answers.values() if one.isChecked()), None)

    def name(self, key: str, text: str) -> None:
        """What an answer is called."""
        self._answers[key].setText(text)
        self._answers[key].setAccessibleName(text)

    def show_answer(self, key: str | None, why: str) -> None:
        """Show which answer holds, and what is likelier."""
        if key in self._answers:
            self._answers[key].setChecked(True)
        self.why.setText(why)

    def _on_clicked(self, clicked: QPushButton) -> None:
        self.chosen.emit(next(key for key, one in self._answers.items() if one is clicked))
