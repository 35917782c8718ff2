"""A goal for one measure: how much, and by which day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QDateEdit, QDialog, QGridLayout, QLineEdit, QWidget

from legwork.domain import units
from legwork.domain.measures import Measure
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.layout import button, column, label, row
from legwork.services.goals import MOST_YEARS, Goal, RemoveGoal, SetGoal
from legwork.services.people import Person

_USUAL_DAYS = 182


class GoalDialog(QDialog):
    """Sets or removes the goal of one measure; what cannot be taken is said inline."""

    def __init__(
        self, context: Context, person: Person, measure: Measure, name: str, kind: Kind | None, unit: str,
        now: str, goal: Goal | None, parent: QWidget,
    ) -> None:  # fmt: skip
        """kind: of the value, None for a volume in litres or a ratio. unit: shown. now: where the measure stands."""
        super().__init__(parent)
        self._context, self._person, self._measure, self._name = context, person, measure, name
        self._kind, self._unit = kind, unit
        theme = context.theme
        self.setObjectName("goal_dialog")
        self.setWindowTitle(tr("Goal"))
        self.value = QLineEdit(_typed(goal, kind, unit, person))
        self.value.setObjectName("goal_value")
        self.value.setAccessibleName(tr("Goal for {what}", what=name))
        self.due = QDateEdit()
        self.due.setObjectName("goal_due")
        self.due.setAccessibleName(tr("By which day"))
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat("d MMM yyyy")
        today = date.today()
        self.due.setMaximumDate(to_qdate(today + timedelta(days=366 * MOST_YEARS)))
        self.due.setDate(to_qdate(goal.due if goal else today + timedelta(days=_USUAL_DAYS)))
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("goal_refusal")
        fields = QGridLayout()
        fields.setHorizontalSpacing(theme.px(12))
        fields.setVerticalSpacing(theme.px(8))
        fields.addWidget(label(tr("To reach")), 0, 0)
        fields.addWidget(self.value, 0, 1)
        fields.addWidget(label(unit, "secondary"), 0, 2)
        fields.addWidget(label(tr("By")), 1, 0)
        fields.addWidget(self.due, 1, 1, 1, 2)
        fields.setColumnStretch(1, 1)
        accept = button(tr("Set goal"), "goal_set", "primary")
        accept.clicked.connect(self._on_set)
        cancel = button(tr("Cancel"), "goal_cancel")
        cancel.clicked.connect(self.reject)
        self.remove = button(tr("Remove"), "goal_remove", "quiet")
        self.remove.setVisible(goal is not None)
        self.remove.setAutoDefault(False)
        cancel.setAutoDefault(False)
        self.remove.clicked.connect(self._on_remove)
        said = label(tr("Now at {now}.", now=now) if now else tr("Not measured yet."), "secondary", wrap=True)
        layout = column(
            label(tr("Goal for {what}", what=name), "section"), said, fields, self.refusal,
            row(self.remove, None, cancel, accept), spacing=theme.px(12),
        )  # fmt: skip
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        accept.setDefault(True)  # only now does the dialog know that it is its button
        self.setMinimumWidth(theme.px(380))
        self.value.setFocus()

    def _on_set(self) -> None:
        today = date.today()
        try:
            quantity = self._quantity()
            edit = SetGoal(self._person.id, str(self._measure), quantity, to_date(self.due.date()), today, self._name)
            if self._context.runner.apply(edit) is not None:
                self.accept()
        except UserError as error:
            self.refusal.setText(str(error))

    def _on_remove(self) -> None:
        if self._context.runner.apply(RemoveGoal(self._person.id, str(self._measure), self._name)) is not None:
            self.accept()

    def _quantity(self) -> Quantity:
        text = self.value.text().strip()
        if self._kind is not None:
            return units.parse(text, self._kind, self._person.units)
        try:
            number = float(text.removesuffix(self._unit).strip().replace(",", "."))
        except ValueError:
            raise UserError(
                tr("“{text}” is not a number that can be read: type it like 8.4.", text=text[:24])
            ) from None
        return Quantity(number, self._unit, text.removesuffix(self._unit).strip())


def _typed(goal: Goal | None, kind: Kind | None, unit: str, person: Person) -> str:
    """The goal as it is typed: as it was, or converted when the person's units have changed since."""
    if goal is None:
        return ""
    if kind is None or goal.unit == unit:
        return goal.entered
    return units.format_value(goal.value, kind, person.units)
