"""A quick item of the person's own: a name and what it holds.

Owns the dialog and what it says about entries that cannot be taken. How one is kept is `services.food`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from legwork.domain.food.amounts import NAMES, FoodUnits, Nutrient, entered_text, parse_amount
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.layout import button, column, label, row, set_role
from legwork.services.food import FoodItem, SaveItem
from legwork.services.people import Person


class FoodItemDialog(QDialog):
    """Makes or changes a quick item."""

    def __init__(
        self, context: Context, person: Person, nutrients: Sequence[Nutrient], units: FoodUnits,
        item: FoodItem | None, parent: QWidget,
    ) -> None:  # fmt: skip
        """nutrients: those that are asked for; what an item holds of others stays. item: the one to change."""
        super().__init__(parent)
        self._context, self._person, self._units, self._item = context, person, units, item
        self._kept = dict(item.amounts) if item is not None else {}
        theme = context.theme
        title = tr("Change quick item") if item is not None else tr("New quick item")
        self.setObjectName("food_item_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.name = QLineEdit(item.name if item is not None else "")
        self.name.setObjectName("food_item_name")
        self.name.setAccessibleName(tr("Name of the item"))
        self.name.setPlaceholderText(tr("like Shake, or Usual breakfast"))
        self.name.textEdited.connect(self._on_edited)
        fields = QGridLayout()
        fields.setHorizontalSpacing(theme.px(12))
        fields.setVerticalSpacing(theme.px(8))
        fields.addWidget(label(tr("Name")), 0, 0)
        fields.addWidget(self.name, 0, 1, 1, 2)
        self.fields: dict[Nutrient, QLineEdit] = {}
        for line, nutrient in enumerate(nutrients, 1):
            name = tr(NAMES[nutrient])
            kept = self._kept.get(nutrient)
            edit = QLineEdit(entered_text(kept, nutrient, units) if kept is not None else "")
            edit.setObjectName(f"food_item_{nutrient.value}")
            edit.setAccessibleName(tr("{what} in it", what=name))
            edit.textEdited.connect(self._on_edited)
            self.fields[nutrient] = edit
            fields.addWidget(label(name), line, 0)
            fields.addWidget(edit, line, 1)
            fields.addWidget(label(units.unit_of(nutrient), "secondary"), line, 2)
        fields.setColumnStretch(1, 1)
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("food_item_refusal")
        self.refusal.hide()
        keep = button(tr("Save") if item is not None else tr("Add item"), "food_item_keep", "primary")
        keep.clicked.connect(self._on_keep)
        cancel = button(tr("Cancel"), "food_item_cancel")
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        said = label(tr("Fill in what you know. A press on it adds all of it to a day."), "secondary", wrap=True)
        whole = column(
            label(title, "section"), said, fields, self.refusal, row(None, cancel, keep), spacing=theme.px(12)
        )
        margin = theme.px(24)
        whole.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(whole)
        keep.setDefault(True)  # only now does the dialog know that it is its button
        self.setMinimumWidth(theme.px(400))
        self.name.setFocus()
        self.name.selectAll()

    def _on_keep(self) -> None:
        amounts = {nutrient: one for nutrient, one in self._kept.items() if nutrient not in self.fields}
        for nutrient, edit in self.fields.items():
            try:
                found = self._read(nutrient, edit)
            except UserError as error:
                self._refuse(str(error), edit)
                return
            if found is not None:
                amounts[nutrient] = found
        instead_of = self._item.name if self._item is not None else ""
        ordered = tuple((nutrient, amounts[nutrient]) for nutrient in Nutrient if nutrient in amounts)
        try:
            if self._context.runner.apply(SaveItem(self._person.id, self.name.text(), ordered, instead_of)) is None:
                return
        except UserError as error:
            self._refuse(str(error), self.name)
            return
        self.accept()

    def _read(self, nutrient: Nutrient, edit: QLineEdit) -> Quantity | None:
        text = edit.text().strip()
        return parse_amount(text, nutrient, self._units) if text else None

    def _refuse(self, sentence: str, field: QLineEdit) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()
        set_role(field, "error", "state")
        field.setAccessibleDescription(sentence)
        field.setFocus()
        field.selectAll()

    def _on_edited(self) -> None:
        self.refusal.hide()
        for field in (self.name, *self.fields.values()):
            set_role(field, "", "state")
            field.setAccessibleDescription("")
