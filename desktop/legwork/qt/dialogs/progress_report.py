"""The progress report over a stretch of time: which one, and its pages before they are printed.

Owns the dialog in which the stretch is chosen, and working the report out in the background. What it says is
`services.progress_report`, how it stands on paper `printing.progress_document`; both are imported when they are needed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QWidget

from legwork.domain.days import full_day
from legwork.errors import UserError
from legwork.i18n import ptr, tr
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.layout import button, column, label, row, set_role
from legwork.services.people import Person

if TYPE_CHECKING:
    from legwork.services.profile import Profile
    from legwork.services.progress_report import ProgressReport

_KEPT = "progress/months"
"""As what the choice is remembered."""


def show_progress(context: Context, parent: QWidget) -> None:
    """Ask over which stretch of time, and show the pages of the report."""
    if context.person is not None:
        dialog = ProgressReportDialog(context, context.person, parent.window())
        dialog.exec()
        dialog.deleteLater()


class ProgressReportDialog(QDialog):
    """Chooses a stretch; the pages then open in the preview, and it stays for another one."""

    def __init__(self, context: Context, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        from legwork.services.progress_report import MONTHS, Months, beginning_of

        self._context, self._person = context, person
        self._latest = Latest(context.worker, self)
        self._latest.done.connect(self._on_found)
        self._latest.failed.connect(self._check)
        theme = context.theme
        self.setObjectName("progress_report")
        self.setWindowTitle(tr("Progress report"))
        self.setAccessibleName(self.windowTitle())
        self._beginning = beginning_of(context.profile, person)
        self.months = QComboBox()
        self.months.setObjectName("progress_months")
        self.months.setAccessibleName(tr("How far back"))
        for one, text in MONTHS.items():
            self.months.addItem(tr(text), one.value)
        kept = self.months.findData(context.view.text(_KEPT))
        self.months.setCurrentIndex(self.months.findData(Months.SIX.value) if kept < 0 else kept)
        self.months.currentIndexChanged.connect(self._on_months)
        self.first, self.last = self._day("progress_first", tr("First day")), self._day("progress_last", tr("Last day"))
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("progress_said")
        close = button(tr("Close"), "progress_close")
        close.clicked.connect(self.reject)
        close.setAutoDefault(False)
        self.show_button = button(tr("Show the pages"), "progress_show", "primary")
        self.show_button.clicked.connect(self._on_show)
        about = tr(
            "Charts, then and now, the balance, training and strength on a few pages: for yourself or for a coach."
        )
        layout = column(
            label(tr("Progress report"), "section"), label(about, "secondary", wrap=True), self._days(), self.said,
            row(None, close, self.show_button), spacing=theme.px(12),
        )  # fmt: skip
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        self.setMinimumWidth(theme.px(460))
        self.show_button.setDefault(True)  # only now does the dialog know that it is its button
        self._on_months()
        self.months.setFocus()

    @property
    def busy(self) -> bool:
        """Whether the report is still being worked out."""
        return self._latest.busy

    def done(self, result: int) -> None:
        self._latest.drop()
        super().done(result)

    def _day(self, name: str, said: str) -> DayField:
        day = DayField(date.today())
        day.setObjectName(name)
        day.setAccessibleName(said)
        day.setCalendarPopup(True)
        day.setDisplayFormat(tr("d MMM yyyy"))
        day.setMaximumDate(to_qdate(date.today()))
        day.dateChanged.connect(self._on_day)
        return day

    def _days(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._context.theme.px(12))
        grid.setVerticalSpacing(self._context.theme.px(8))
        for line, (text, field) in enumerate(
            ((ptr("period", "Time"), self.months), (tr("From"), self.first), (tr("To"), self.last))
        ):
            words = label(text)
            words.setBuddy(field)
            grid.addWidget(words, line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _on_months(self, _place: int = 0) -> None:
        """The days follow the choice; they can be changed when it is one's own."""
        from legwork.services.progress_report import Months, first_of

        months = Months(self.months.currentData())
        own = months is Months.OWN
        for day in (self.first, self.last):
            day.setEnabled(own)
        if not own:
            today = date.today()
            blocked = [day.blockSignals(True) for day in (self.first, self.last)]
            self.first.setDate(to_qdate(first_of(months, today, self._beginning)))
            self.last.setDate(to_qdate(today))
            for day, before in zip((self.first, self.last), blocked, strict=True):
                day.blockSignals(before)
        self._context.view.set_text(_KEPT, months.value)
        self._check()

    def _on_day(self, _day: QDate) -> None:
        self._check()

    def _check(self) -> None:
        """Say what is wrong with the days, or since when there is anything."""
        from legwork.services.progress_report import check_days

        if self._beginning is None:
            self._say(tr("Nothing is measured or logged yet: the report begins with the first check-in."))
            self.show_button.setEnabled(False)
            return
        try:
            check_days(to_date(self.first.date()), to_date(self.last.date()), date.today())
        except UserError as error:
            self._say(str(error), "error")
            self.show_button.setEnabled(False)
            return
        self._say(tr("Your history begins on {day}.", day=full_day(self._beginning)))
        self.show_button.setEnabled(not self._latest.busy)

    def _say(self, sentence: str, role: str = "secondary") -> None:
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)
        set_role(self.said, role)

    def _on_show(self) -> None:
        context, person, today = self._context, self._person, date.today()
        first, last = to_date(self.first.date()), to_date(self.last.date())
        chosen, profile = chosen_plan(context.view, person), context.profile
        self.show_button.setEnabled(False)
        self._say(tr("Working the report out…"))

        def work(task: Task) -> ProgressReport:
            return _worked_out(profile, person, first, last, today, chosen, task)

        self._latest.ask(tr("Working the report out"), work, waited_for=True)

    def _on_found(self, report: ProgressReport) -> None:
        from legwork.qt.printing.preview import PreviewDialog
        from legwork.qt.printing.progress_document import progress_document

        self._check()
        if report.empty:
            self._say(tr("Nothing was measured or logged in this time: choose another."), "caution")
            return
        preview = PreviewDialog(self._context, progress_document(report), self.parentWidget() or self)
        preview.exec()
        preview.deleteLater()


def _worked_out(
    profile: Profile, person: Person, first: date, last: date, today: date, chosen: int, task: Task
) -> ProgressReport:
    from legwork.services.progress_report import progress_report

    return progress_report(profile, person, first, last, today, chosen, task.breathe)
