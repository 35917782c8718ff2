"""One goal looked at: its chart with what may come, the ways to go on, the pace it asks for, and what is realistic.

Owns which way to go on is looked at, and taking over a realistic value or day. What is likely was worked out before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from math import inf

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from legwork.domain.days import full_day
from legwork.domain.measures import plain_text, value_text
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity, parse
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.charts.forecast import reach_of, with_prospects
from legwork.qt.charts.picture import as_image
from legwork.qt.charts.series import Series
from legwork.qt.charts.series_table import series_numbers
from legwork.qt.charts.time_chart import TimeChart
from legwork.qt.core.announcing import say
from legwork.qt.core.context import Context
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.goal_list import role_of, target_of
from legwork.qt.widgets.layout import button, card, column, label, row, set_role
from legwork.qt.widgets.picture_facts import rate_numbers
from legwork.qt.widgets.picture_table import Numbers, PictureTable
from legwork.qt.widgets.prose import prose, strong
from legwork.qt.widgets.rate_bars import RateBars, Rates
from legwork.qt.widgets.scenario_cards import ScenarioCards
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.services.edit import Edit
from legwork.services.goal_shapes import GoalView, Scenario
from legwork.services.goals import SetGoal
from legwork.services.people import Person

_KEPT = "charts_goal_way"
_PICTURE = QSize(1280, 640)
_SIDE_BY_SIDE = 620


class GoalCard(QWidget):
    """Everything of one goal, from the top to the bottom."""

    edit_asked = Signal(str)
    """The key of the goal's measure."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._person: Person | None = None
        self._view: GoalView | None = None
        self._drawn: Series | None = None
        self._series: Series | None = None
        """It with what may come, as the chart shows it."""
        theme = context.theme
        self.setObjectName("goal_card")
        self.chart = TimeChart(theme)
        self.chart.setObjectName("goal_chart")
        self.chart.setAccessibleName(tr("The goal over time, with what may come"))
        self.chart.leave_wheel(True)
        self.ways = ScenarioCards(theme)
        self.ways.chosen.connect(self._on_way)
        self.rates = RateBars(theme)
        self.table = PictureTable(theme, tr("The goal over time, with what may come"), self.chart, self.rates)
        self._lay_out()

    @property
    def way(self) -> Scenario:
        """The way to go on that is looked at, as far as this goal has it."""
        kept = self._context.view.text(_KEPT)
        wanted = Scenario(kept) if kept in tuple(Scenario) else Scenario.AS_NOW
        if self._view is None or self._view.scenario(wanted) is None:
            return Scenario.AS_NOW
        return wanted

    def stops(self) -> Sequence[QWidget]:
        """What Tab stops at, from the top to the bottom."""
        above = (self.edit, self.mend, self.chart, self.copy, *self.table.stops)
        return (*above, *self.ways.stops(), self.take_value, self.take_day)

    # How it is laid out

    def _lay_out(self) -> None:
        theme = self._context.theme
        px = theme.px
        self.title = label("", "section", wrap=True)
        self.title.setObjectName("goal_title")
        self.state = strong(theme, "")
        self.state.setObjectName("goal_state")
        self.head = label("", wrap=True)
        self.head.setObjectName("goal_head")
        self.edit = button(tr("Change…"), "goal_edit", "quiet")
        self.edit.clicked.connect(self._on_edit)
        self.copy = button(tr("Copy picture"), "goal_copy", "quiet")
        self.copy.clicked.connect(self.copy_picture)
        self.said = label("", "small")
        self.said.setObjectName("goal_said")
        top = row(self.title, self.edit, spacing=px(8))
        top.setStretch(0, 1)
        top.setAlignment(self.edit, Qt.AlignmentFlag.AlignTop)
        self.chart.setFixedHeight(px(260))
        self.key = label("", "small", wrap=True)
        self.key.setObjectName("goal_key")
        stands = row(self.state, self.head, spacing=px(12))
        stands.setAlignment(self.state, Qt.AlignmentFlag.AlignTop)
        stands.setStretch(1, 1)
        below = row(self.key, self.said, self.copy, spacing=px(8))
        below.setStretch(0, 1)
        self.mend = button(tr("Measure now"), "goal_mend")
        self.mend.clicked.connect(self._on_mend)
        plot = card(top, stands, row(self.mend, None), self.chart, below, self.table, margin=px(16))
        self._ways_part = card(label(tr("Ways to go on"), "section"), self.ways, margin=px(16))
        both = QWidget()
        both.setLayout(SideBySide(self._pace_part(), self._words_part(), wide=px(_SIDE_BY_SIDE), spacing=px(12),
                                  gap=px(12), shares=(2, 3)))  # fmt: skip
        self.setLayout(column(plot, self._ways_part, both, None, spacing=px(12)))

    def _pace_part(self) -> QFrame:
        """How fast it asks the body to be, and what would be realistic."""
        px = self._context.theme.px
        self.realistic = label("", wrap=True)
        self.realistic.setObjectName("goal_realistic")
        self.take_value = button("", "goal_card_take_value")
        self.take_value.clicked.connect(self._on_take_value)
        self.take_day = button("", "goal_card_take_day")
        self.take_day.clicked.connect(self._on_take_day)
        self._takes = QWidget()
        self._takes.setLayout(FlowLayout(self.take_value, self.take_day, spacing=px(8)))
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("goal_card_refusal")
        self._pace = card(
            label(tr("Pace"), "section"), self.rates, self.realistic, self._takes, self.refusal, None, margin=px(16)
        )
        return self._pace

    def _words_part(self) -> QFrame:
        theme = self._context.theme
        self.words = label("", wrap=True)
        self.words.setObjectName("goal_words")
        self.patience = label("", "secondary", wrap=True)
        self.patience.setObjectName("goal_patience")
        self._words = card(
            label(tr("What this rests on"), "section"), prose(theme, self.words), prose(theme, self.patience), None,
            margin=theme.px(16),
        )  # fmt: skip
        return self._words

    # From the goal to the screen

    def show_goal(self, person: Person, view: GoalView, drawn: Series | None) -> None:
        """Show a goal. drawn: what was measured so far, as `forecast.measured` has it."""
        other = self._view is None or self._view.goal.measure != view.goal.measure
        self._person, self._view, self._drawn = person, view, drawn
        if other:
            self.said.setText("")
        self.title.setText(tr("{name}: {target}", name=view.name, target=target_of(view)))
        self.state.setText(f"{view.sign} {view.state}".strip())
        set_role(self.state, role_of(view))
        self.head.setText(view.head)
        self.mend.setText(tr("To the training log") if view.measure.trained else tr("Measure now"))
        self.mend.setAccessibleName(self.mend.text())
        self.mend.setVisible(bool(view.missing))
        self._show_chart(other=other)
        self._ways_part.setVisible(bool(view.scenarios))
        self.ways.show_ways(view, self.way)
        self._show_pace(view)
        self._show_table()
        basis = [one for one in view.sentences if one not in self._shown_elsewhere(view)]
        self.words.setText("\n".join(basis))
        self.patience.setText(view.patience)
        self.patience.setVisible(bool(view.patience))
        self._words.setVisible(bool(basis or view.patience))

    def _shown_elsewhere(self, view: GoalView) -> list[str]:
        """Of the sentences those that the pace says already."""
        pace = [one for one in view.sentences if one not in view.site.basis]
        return pace[: 2 if view.realistic is not None else 1] if view.needed is not None else []

    def _show_chart(self, *, other: bool) -> None:
        view = self._view
        assert view is not None
        drawn = self._drawn
        self.chart.setVisible(drawn is not None)
        self.copy.setVisible(drawn is not None)
        self.key.setVisible(drawn is not None and bool(view.scenarios))
        self._series = None
        if drawn is None:
            self.chart.set_series([])
            return
        series = self._series = with_prospects(drawn, view, self.way)
        reach = reach_of(view, series, self.way)
        self.chart.set_series([series], reach=reach)
        if other:
            self.chart.show_range(max(365, round((reach.ahead - reach.last) * 0.8)))
        way = view.scenario(self.way)
        said = tr("Shaded: where it lies in 8 of 10 cases.")
        if way is not None and way.reach is not None and way.reach.early is not None:
            said = tr("{shaded} Thick on the goal’s line: when it is most likely reached.", shaded=said)
        self.key.setText(said)

    def _show_table(self) -> None:
        work: list[Callable[[], Numbers]] = []
        if self._series is not None:
            until = reach_of(self._view, self._series, self.way).ahead if self._view is not None else inf
            work.append(partial(series_numbers, self._series, "goal_table", self.chart.accessibleName(), until))
        if self.rates.shown is not None and not self._pace.isHidden():
            work.append(partial(rate_numbers, self.rates.shown))
        self.table.show_numbers(*work)

    def _show_pace(self, view: GoalView) -> None:
        known = view.needed is not None and view.likely is not None
        self._pace.setVisible(known)
        self.refusal.hide()
        if view.needed is None or view.likely is None:
            return
        self.rates.show_rates(Rates(view.needed, view.likely, view.unit, view.region))
        day = full_day(view.goal.due)
        told = []
        if view.realistic is not None:
            told.append(tr("By {day} about {value} is as likely as not.", day=day, value=view.realistic[1]))
            self.take_value.setText(tr("Make it {value}", value=view.realistic[1]))
            self.take_value.setAccessibleName(self.take_value.text())
        later = view.later if view.later is not None and view.later > view.goal.due else None
        if view.realistic is not None and later is not None:
            told.append(tr("{value} is as likely as not by {day}.", value=value_text(view.value, view.unit),
                           day=full_day(later)))  # fmt: skip
            self.take_day.setText(tr("Make it {day}", day=full_day(later)))
            self.take_day.setAccessibleName(self.take_day.text())
        self.take_value.setVisible(view.realistic is not None)
        self.take_day.setVisible(view.realistic is not None and later is not None)
        self._takes.setVisible(view.realistic is not None)
        self.realistic.setText(" ".join(told))
        self.realistic.setVisible(bool(told))

    # What the person does

    def copy_picture(self) -> None:
        """Put a picture of the chart on the clipboard."""
        if self._person is None or self._view is None or self.chart.is_bare:
            return
        heading = tr("{person}, goal for {what}", person=self._person.name, what=self._view.name)
        QGuiApplication.clipboard().setImage(as_image(_PICTURE, [self.chart.snapshot()], heading))
        say(self.said, tr("The picture is on the clipboard."))

    def _on_way(self, which: Scenario) -> None:
        self._context.view.set_text(_KEPT, which.value)
        if self._view is not None:
            self._show_chart(other=False)
            self._show_table()

    def _on_edit(self) -> None:
        if self._view is not None:
            self.edit_asked.emit(self._view.goal.measure)

    def _on_mend(self) -> None:
        if self._view is not None:
            self._context.navigate.emit("train" if self._view.measure.trained else "measure")

    def _on_take_value(self) -> None:
        view, person = self._view, self._person
        if view is not None and person is not None and view.realistic is not None:
            self._apply(self._set(person, view, _quantity(person, view, view.realistic[0]), view.goal.due))

    def _on_take_day(self) -> None:
        view, person = self._view, self._person
        if view is not None and person is not None and view.later is not None:
            self._apply(self._set(person, view, view.goal.quantity, view.later))

    def _set(self, person: Person, view: GoalView, quantity: Quantity, due: date) -> SetGoal:
        return SetGoal(person.id, view.goal.measure, quantity, due, view.goal.set_on, view.name)

    def _apply(self, edit: Edit) -> None:
        try:
            self._context.runner.apply(edit)
        except UserError as error:
            self.refusal.setText(str(error))
            self.refusal.show()


def _quantity(person: Person, view: GoalView, value: float) -> Quantity:
    """A value in the unit that is shown, as if it had been typed."""
    text = plain_text(abs(value), view.unit)
    measure = view.measure
    kind = person.site(measure.name).kind if measure.of_site else Kind.MASS if measure.trained else None
    if kind is not None:
        return parse(text, kind, person.units)
    return Quantity(float(text), view.unit, text)
