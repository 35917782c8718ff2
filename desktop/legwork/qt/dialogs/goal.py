"""A goal for one measure: how much, by which day, and whether that is likely.

Owns the fields and the edit. What is likely is said by `goal_likely`; nothing is forbidden.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QWidget

from legwork.domain import units
from legwork.domain.days import full_day
from legwork.domain.measures import Measure, value_text
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.numerals import localised, ungrouped
from legwork.qt.core.context import Context
from legwork.qt.dialogs.goal_likely import GoalLikely
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.layout import button, column, label, row
from legwork.services.goals import MOST_YEARS, Goal, RemoveGoal, SetGoal, goals_of
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
        self._day_told = ""
        theme = context.theme
        self.setObjectName("goal_dialog")
        self.setWindowTitle(tr("Goal"))
        self.value = QLineEdit(_typed(goal, kind, unit, person))
        self.value.setObjectName("goal_value")
        self.value.setAccessibleName(tr("Goal for {what}", what=name))
        self.due = DayField(bubble=False)
        self.due.setObjectName("goal_due")
        self.due.setAccessibleName(tr("By which day"))
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat(tr("d MMM yyyy"))
        today = date.today()
        self.due.setMaximumDate(to_qdate(today + timedelta(days=366 * MOST_YEARS)))
        self.due.setDate(to_qdate(goal.due if goal else today + timedelta(days=_USUAL_DAYS)))
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("goal_refusal")
        self.refusal.hide()
        self.due.told.connect(self._on_day_told)
        self.likely = GoalLikely(context, person, measure)
        self.remove = button(tr("Remove"), "goal_remove", "quiet")
        if goal is None:
            self.remove.hide()  # never shown here: it lies in no window yet
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._on_remove)
        self._said = label(tr("Now at {now}.", now=now) if now else "", "secondary", wrap=True)
        self._lay_out()
        self.setMinimumWidth(theme.px(440))
        self.value.textChanged.connect(self._on_typed)
        self.due.dateChanged.connect(self._on_typed)
        self.likely.known.connect(self._on_known)
        self.likely.value_taken.connect(self._on_value_taken)
        self.likely.day_taken.connect(self._on_day_taken)
        self.finished.connect(self.likely.drop)
        self.value.setFocus()
        self._on_typed()

    @classmethod
    def of(cls, context: Context, person: Person, measure: Measure, name: str, parent: QWidget) -> GoalDialog:
        """The dialog for a measure, with the goal it may have. Raises StoreError."""
        from legwork.services.outlook_words import unit_and_factor

        kind = person.site(measure.name).kind if measure.of_site else Kind.MASS if measure.trained else None
        unit, _ = unit_and_factor(measure, person)
        goal = goals_of(context.profile, person.id).get(str(measure))
        return cls(context, person, measure, name, kind, unit, "", goal, parent)

    @property
    def busy(self) -> bool:
        """Whether it is still being worked out what is likely."""
        return self.likely.busy

    def fill_in(self, value: str, due: date | None = None) -> None:
        """Begin with a value, and a day, that somebody else proposes."""
        self.value.setText(value)
        if due is not None:
            self.due.setDate(to_qdate(due))

    def _lay_out(self) -> None:
        theme = self._context.theme
        fields = QGridLayout()
        fields.setHorizontalSpacing(theme.px(12))
        fields.setVerticalSpacing(theme.px(8))
        fields.addWidget(label(tr("To reach")), 0, 0)
        fields.addWidget(self.value, 0, 1)
        fields.addWidget(label(self._unit, "secondary"), 0, 2)
        fields.addWidget(label(tr("By")), 1, 0)
        fields.addWidget(self.due, 1, 1, 1, 2)
        fields.setColumnStretch(1, 1)
        accept = button(tr("Set goal"), "goal_set", "primary")
        accept.clicked.connect(self._on_set)
        cancel = button(tr("Cancel"), "goal_cancel")
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        layout = column(
            label(tr("Goal for {what}", what=self._name), "section"), self._said, fields, self.refusal, self.likely,
            row(self.remove, None, cancel, accept), spacing=theme.px(12),
        )  # fmt: skip
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        accept.setDefault(True)  # only now does the dialog know that it is its button

    def _on_typed(self) -> None:
        self.refusal.hide()
        try:
            value = self._quantity().value if self.value.text().strip() else None
        except UserError:
            value = None  # it is not whole yet; said when the goal is set
        self.likely.judge(value, to_date(self.due.date()))

    def _on_known(self) -> None:
        """Say where the measure stands, which side of a pair, and when that was."""
        site = self.likely.site
        if site is None or site.now is None or site.last is None:
            self._said.setVisible(bool(self._said.text()))
            return
        day = full_day(date.fromordinal(site.last))
        self._said.setText(tr("{name}: now at {now} (the trend, {day}).", name=site.name,
                              now=value_text(site.now, site.unit), day=day))  # fmt: skip

    def _on_value_taken(self, text: str) -> None:
        self.value.setText(text)
        self.value.setFocus()

    def _on_day_taken(self, day: date) -> None:
        self.due.setDate(to_qdate(day))
        self.due.setFocus()

    def _on_day_told(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self._day_told = sentence

    def _on_set(self) -> None:
        if not self.due.commit():
            return
        if self._day_told:  # it was said while the field was left for the button: nobody has read it yet
            self._on_day_told(self._day_told)
            self.due.setFocus()
            self._day_told = ""
            return
        today = date.today()
        try:
            quantity = self._quantity()
            edit = SetGoal(self._person.id, str(self._measure), quantity, to_date(self.due.date()), today, self._name)
            if self._context.runner.apply(edit) is not None:
                self.accept()
        except UserError as error:
            self.refusal.setText(str(error))
            self.refusal.show()

    def _on_remove(self) -> None:
        if self._context.runner.apply(RemoveGoal(self._person.id, str(self._measure), self._name)) is not None:
            self.accept()

    def _quantity(self) -> Quantity:
        text = self.value.text().strip()
        if self._kind is not None:
            return units.parse(text, self._kind, self._person.units)
        bare = text.removesuffix(self._unit).strip() if self._unit else text
        try:
            number = float(ungrouped(bare).replace(",", "."))
        except ValueError:
            raise UserError(
                tr("“{text}” is not a number that can be read: type it like 8.4.", text=text[:24])
            ) from None
        return Quantity(number, self._unit, bare)


def _typed(goal: Goal | None, kind: Kind | None, unit: str, person: Person) -> str:
    """The goal as it is typed: as it was, or converted when the person's units have changed since."""
    if goal is None:
        return ""
    if kind is None or goal.unit == unit:
        return localised(goal.entered)
    return units.format_value(goal.value, kind, person.units)
