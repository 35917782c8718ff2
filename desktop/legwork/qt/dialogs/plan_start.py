"""When a plan begins: the Monday of its first week, or not yet."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog, QWidget

from legwork.domain.days import full_day
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date
from legwork.qt.widgets.layout import button, column, label, row
from legwork.services.plans import PlanInfo, SetPlanStart


class PlanStartDialog(QDialog):
    """Sets the start of one plan at once, or takes it away."""

    def __init__(self, context: Context, plan: PlanInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._plan = context, plan
        theme = context.theme
        self.setObjectName("plan_start_dialog")
        self.setWindowTitle(tr("Start of the plan"))
        self.day = DayField(plan.starts_on or next_monday(date.today()))
        self.day.setObjectName("plan_start_day")
        self.day.setAccessibleName(tr("First week"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(tr("ddd d MMM yyyy"))
        self.day.dateChanged.connect(self._on_day)
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("plan_start_said")
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("plan_start_refusal")
        none = button(tr("No start yet"), "plan_start_none")
        none.clicked.connect(self._on_none)
        cancel = button(tr("Cancel"), "plan_start_cancel")
        cancel.clicked.connect(self.reject)
        keep = button(tr("Set the start"), "plan_start_keep", "primary")
        keep.setDefault(True)
        keep.clicked.connect(self._on_keep)
        none.setEnabled(plan.starts_on is not None)
        text = tr("The weeks of the plan get their dates from it, on screen and on paper.")
        layout = column(
            label(tr("Start of the plan"), "section"), label(text, "secondary", wrap=True), self.day, self.said,
            self.refusal, row(none, None, cancel, keep), spacing=theme.px(12),
        )  # fmt: skip
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        self.setMinimumWidth(theme.px(420))
        self._on_day(self.day.date())
        self.day.setFocus()

    def _monday(self) -> date:
        chosen = to_date(self.day.date())
        return chosen - timedelta(days=chosen.weekday())

    def _on_day(self, _day: QDate) -> None:
        monday = self._monday()
        last = monday + timedelta(days=max(1, self._plan.weeks) * 7 - 1)
        self.said.setText(
            tr("Week 1 begins on Monday, {first}; the last week ends on {last}.", first=full_day(monday),
               last=full_day(last))
        )  # fmt: skip

    def _on_keep(self) -> None:
        self._apply(self._monday())

    def _on_none(self) -> None:
        self._apply(None)

    def _apply(self, starts_on: date | None) -> None:
        try:
            done = self._context.runner.apply(SetPlanStart(self._plan.id, starts_on)) is not None
        except UserError as error:
            self.refusal.setText(str(error))
            return
        if done:
            self.accept()


def next_monday(today: date) -> date:
    """The Monday on which one could begin: today's when it is one, else the next."""
    return today + timedelta(days=-today.weekday() % 7)
