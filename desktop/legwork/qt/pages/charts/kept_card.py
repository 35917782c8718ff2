"""How much of the plan was kept: over the last weeks or the year that is shown, its sessions and each muscle's sets.

Owns the card and the choice of weeks. What was kept and its words are `services.kept_training`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from legwork.domain.log.sums import What
from legwork.i18n import mark, tr
from legwork.qt.core.context import Context
from legwork.qt.dialogs.sets_behind import show_sets
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.kept_bars import KeptBars
from legwork.qt.widgets.layout import button, column, label
from legwork.qt.widgets.picture_facts import kept_numbers
from legwork.qt.widgets.picture_table import PictureTable
from legwork.services.kept_training import KeptTraining, kept_words, weeks_back
from legwork.services.sets_behind import Question
from legwork.services.training_calendar import CalendarBase

Period = Callable[[date, int], tuple[date, date]]
"""From today and the year that is shown to the first and the last day that are looked at."""

_KEPT = "charts_kept_weeks"


def _back(weeks: int, today: date, _year: int) -> tuple[date, date]:
    return weeks_back(today, weeks)


def _whole(_today: date, year: int) -> tuple[date, date]:
    """The weeks that begin in a year."""
    first = date(year, 1, 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    return monday, date(year, 12, 31)


_PERIODS: dict[str, tuple[str, Period]] = {
    "4": (mark("4 weeks"), partial(_back, 4)),
    "12": (mark("12 weeks"), partial(_back, 12)),
    "year": (mark("This year"), _whole),
}


class KeptCard(QFrame):
    """Words above, a bar for each muscle below; a bar that is clicked asks for its sets."""

    period_chosen = Signal()
    """Other weeks shall be looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown = KeptTraining(date.today(), date.today())
        theme = context.theme
        self.setProperty("role", "card")
        self.setObjectName("kept_card")
        self._chosen = context.view.text(_KEPT, "12")
        if self._chosen not in _PERIODS:
            self._chosen = "12"
        self._group = OneOf(self)
        for place, (key, (text, _)) in enumerate(_PERIODS.items()):
            one = button(tr(text), f"kept_{key}", "segment")
            one.setCheckable(True)
            one.setChecked(key == self._chosen)
            self._group.addButton(one, place)
        self._group.idClicked.connect(self._on_period)
        choices = QWidget()
        choices.setLayout(FlowLayout(*self._group.buttons(), spacing=theme.px(4)))
        self.title = label(tr("Planned and done"), "section")
        self.told = label("", wrap=True)
        self.told.setObjectName("kept_told")
        self.bars = KeptBars(theme)
        self.bars.activated.connect(self._on_muscle)
        self.table = PictureTable(theme, self.bars.accessibleName(), self.bars)
        self.hint = label(tr("Hard sets of these weeks. Click a muscle, or press Enter on it, for its sets."), "small")
        self.hint.setWordWrap(True)
        self.plan = button(tr("To the plan"), "kept_plan", "link")
        self.plan.clicked.connect(partial(context.navigate.emit, "plan"))
        layout = column(
            self.title, choices, self.told, self.plan, self.hint, self.bars, self.table, None, spacing=theme.px(8)
        )  # fmt: skip
        margin = theme.px(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)

    @property
    def period(self) -> Period:
        """The weeks that are looked at."""
        return _PERIODS[self._chosen][1]

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (*self._group.buttons(), self.plan, self.bars, *self.table.stops)

    @property
    def by_year(self) -> bool:
        """Whether it is the whole year that the calendar shows."""
        return self._chosen == "year"

    def name_year(self, year: int, today: date) -> None:
        """Say which year the calendar shows."""
        one = self._group.button(list(_PERIODS).index("year"))
        one.setText(tr("This year") if year == today.year else str(year))
        one.setAccessibleName(one.text())

    def show_kept(self, kept: KeptTraining, base: CalendarBase) -> None:
        """Show what was kept."""
        self._shown = kept
        words = kept_words(kept, base.today)
        self.told.setText(" ".join(words) or _without(base, whole=self.by_year))
        self.plan.setVisible(not base.dated)
        for one in self._group.buttons():
            one.setVisible(bool(base.dated))
        self.bars.show_rows(kept.muscles)
        self.bars.setVisible(bool(kept.muscles))
        self.table.show_numbers(*([partial(kept_numbers, kept.muscles)] if kept.muscles else []))
        self.hint.setVisible(bool(kept.muscles))

    def _on_period(self, place: int) -> None:
        self._chosen = list(_PERIODS)[place]
        self._context.view.set_text(_KEPT, self._chosen)
        self.period_chosen.emit()

    def _on_muscle(self, muscle: str) -> None:
        kept = self._shown
        [found] = [one for one in kept.muscles if one.muscle.value == muscle]
        title = tr("Hard sets: {muscle}", muscle=found.name)
        asked = Question(What.HARD, kept.first, kept.last, title, muscle=muscle, mondays=kept.mondays)
        show_sets(self._context, asked, self)


def _without(base: CalendarBase, *, whole: bool) -> str:
    """Why there is nothing to set beside what was done."""
    if not base.plans:
        return tr("What a plan asks for stands here beside what you did. You have no plan yet.")
    if not base.dated:
        return tr("Your plan has no start, so no session can be on its day or off it. Give it one on the Plan page.")
    if base.weeks[0].monday + timedelta(days=6) >= base.today:
        return tr("The first week of your plan is not over yet: what was planned and done stands here from next week.")
    if whole:
        return tr("No week of a plan lies in this year.")
    return tr("No week of a plan lies in these weeks.")
