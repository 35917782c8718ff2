"""How far the legs trail the upper body, or lead it, which parts, why, and what to do next.

Owns which card shows what and which dialog answers a click. The figures come from `services.balance_view`, worked out
in the background.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from legwork.domain.measures import Family, Measure, number_text
from legwork.i18n import mark, tr
from legwork.qt.charts.drawing import Drawings
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.series import Series
from legwork.qt.charts.series_table import series_numbers
from legwork.qt.charts.time_chart import TimeChart
from legwork.qt.charts.view import ChartView
from legwork.qt.core.commands import offer
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.goal import GoalDialog
from legwork.qt.dialogs.lifts import LiftsDialog
from legwork.qt.dialogs.questionnaire import QuestionnaireDialog
from legwork.qt.dialogs.self_check import SelfCheckDialog
from legwork.qt.pages.balance.columns import TwoColumns
from legwork.qt.pages.balance.goals import BalanceGoals
from legwork.qt.pages.balance.headline import HeadlineCard
from legwork.qt.pages.balance.sheet import sheet_of
from legwork.qt.pages.balance.standing import StandingCards
from legwork.qt.pages.balance.steps import StepsCard
from legwork.qt.printing.balance_sheet import balance_document
from legwork.qt.printing.preview import PreviewDialog
from legwork.qt.widgets.cause_list import CauseList
from legwork.qt.widgets.check_list import CheckList
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import EmptyState, Page, button, card, column, label, scrolled
from legwork.qt.widgets.picture_facts import zone_numbers
from legwork.qt.widgets.picture_table import PictureTable
from legwork.qt.widgets.proportions_card import ProportionsCard
from legwork.qt.widgets.strength_card import StrengthCard
from legwork.qt.widgets.waiting_sign import WaitingSign
from legwork.qt.widgets.zone_map import ZoneMap
from legwork.services.balance import TARGET
from legwork.services.balance_view import BALANCE, BalanceView, balance_view
from legwork.services.choices import SetChoices, choices_of
from legwork.services.edit import Changes
from legwork.services.goals import goals_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.programme import programme_changes
from legwork.services.questionnaires import cause_questions, pain_questions, self_checks

_NOTHING, _WAITING, _SHOWN = range(3)
_FIGURES = ("person", "custom_site", "check_in", "reading", "lift", "choice", "programme_change")
_WIDEST = 1600


class _Found(NamedTuple):
    """What the background hands over. line: the history as it is drawn, or None."""

    view: BalanceView
    line: Series | None


class BalancePage(Page):
    """The centre of the program."""

    name = "balance"
    title = mark("Balance")
    tables = (*_FIGURES, "goal")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        theme = context.theme
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_done)
        self._asked.failed.connect(self._on_failed)
        self._shown_person: Person | None = None
        self.view: BalanceView | None = None
        self._asked_from = ""
        self.headline = HeadlineCard(theme)
        self.headline.people_asked.connect(self._on_people)
        self.headline.measure_asked.connect(self._on_measure)
        self.goals = BalanceGoals(context, self.headline, self)
        self.standing = StandingCards(theme, self.goals.rows, self)
        self.standing.target_chosen.connect(self._on_target)
        self.standing.goal_asked.connect(self._on_goal)
        self.map = ZoneMap(theme)
        self.steps = StepsCard(theme)
        self.steps.plan_asked.connect(self._on_plan)
        self.chart = TimeChart(theme)
        self.chart.leave_wheel(True)
        self.causes = CauseList(theme)
        self.causes.asked.connect(self._on_questions)
        self.checks = CheckList(theme)
        self.checks.asked.connect(self._on_check)
        self.checks.pain_asked.connect(self._on_pain)
        self.strength = StrengthCard(theme)
        self.strength.edit_asked.connect(self._on_lifts)
        self.proportions = ProportionsCard(theme)
        self.print_button = button(tr("Print…"), "balance_print")
        self.print_button.clicked.connect(self._on_print)
        printing = offer(self, "print", tr("Print the balance"), "Ctrl+P", self._on_print, window=True)
        share_keys(self.print_button, printing)
        self.tools.addWidget(self.print_button)
        self._lay_out()

    @property
    def busy(self) -> bool:
        """Whether the figures, or a realistic day for a goal, are still being worked out."""
        return self._asked.busy or self.goals.busy

    def refresh(self) -> None:
        person = self.context.person
        if person is None:
            return
        if self._shown_person is None or person.id != self._shown_person.id:
            self.view = None  # of somebody else: nothing of it may be shown or printed any more
            self.goals.forget()
            self.stack.setCurrentIndex(_WAITING)
            self.print_button.setEnabled(False)
        self._shown_person = person
        self._asked.ask(tr("Working out the balance"), partial(_work_out, self.context.profile, person, date.today()))

    def refresh_changes(self, changes: Changes) -> None:
        if changes.touches(*_FIGURES):
            self.refresh()
        else:
            self.goals.show_goals()
            self._order_tabs()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.goals.drop()
        if self._asked.busy:  # another page needs the processor now; the next visit begins again
            self._asked.drop()
            self._stale = True

    # How it is laid out

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.map_table = PictureTable(theme, self.map.accessibleName(), self.map)
        self._map_part = card(label(tr("Body map"), "section"), self.map, self.map_table)
        self.chart_note = label("", "small", wrap=True)
        self.chart_note.setObjectName("balance_chart_note")
        self.chart_table = PictureTable(theme, tr("Leg balance over time"), self.chart)
        self._chart_part = card(label(tr("Leg balance over time"), "section"), self.chart, self.chart_note,
                                self.chart_table)  # fmt: skip
        self.chart.setFixedHeight(theme.px(250))
        self.map.setMinimumHeight(theme.px(420))
        checks = card(label(tr("Hips, posture and pain"), "section"), self.checks, None)
        causes = card(label(tr("Likely causes"), "section"), self.causes, None)
        bars, sides = self.standing.bars_part, self.standing.sides_part
        columns = TwoColumns(
            theme,
            (bars, self._chart_part, sides, causes),
            (self._map_part, self.steps, checks),
            (bars, self.steps, self._map_part, self._chart_part, sides, causes, checks),
        )
        self._reading_order = (
            self.headline, bars, self._chart_part, sides, causes, self._map_part, self.steps, checks, self.strength,
            self.proportions,
        )  # fmt: skip
        content = QWidget()
        content.setLayout(column(self.headline, columns, self.strength, self.proportions, None, spacing=16))
        content.setMaximumWidth(theme.px(_WIDEST))
        empty = EmptyState(
            self.context,
            "scales",
            tr(
                "Measure your legs, your waist and your upper body once, and this page says how they go together: how "
                "far your legs trail or lead, which parts, and what is likely behind it."
            ),
            tr("Measure now"),
            self._on_measure,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.waiting = WaitingSign(tr("Working out the balance"))
        self.stack.addWidget(self.waiting)
        self.area = scrolled(content, "balance_area", tr("Balance"), by_keys=True)
        self.stack.addWidget(self.area)
        self.stack.setCurrentIndex(_WAITING)
        self.body.addWidget(self.stack, 1)

    # From the data to the screen

    def _on_done(self, found: _Found) -> None:
        before, view = self.view, found.view
        self.view = view
        self.stack.setCurrentIndex(_SHOWN if view.measured_anything else _NOTHING)
        if self.hasFocus():  # there was nothing yet when the window turned here
            self.focus_first()
        self.print_button.setEnabled(view.measured_anything)
        self.headline.show_view(view)
        self.standing.show_view(view)
        self.goals.show_view(view.person, view)
        self._map_part.setVisible(bool(view.zones))
        self.map.show_zones(view.zones, view.zone_caption)
        self.map_table.show_numbers(partial(zone_numbers, view.zones))
        self._show_history(found.line)
        self.steps.show_steps(view.next)
        causes = (view.diagnosis, view.caution)
        if before is None or (before.diagnosis, before.caution) != causes:  # its entries take as long as all else
            self.causes.show_diagnosis(*causes)
        told = (view.answers, view.holds, view.notes)
        if before is None or (before.answers, before.holds, before.notes) != told:
            self.checks.show_checks(self_checks(), *told)
        self.strength.show_rows(view.strength)
        self.proportions.show_rows(view.proportions)
        self._order_tabs()
        self._give_focus()

    def _order_tabs(self) -> None:
        """Tab follows the eye, also to what was built just now."""
        last: QWidget = self.area
        for part in self._reading_order:
            for one in part.findChildren(QWidget):
                # The list of a combo box is a window of its own.
                if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is self.window():
                    QWidget.setTabOrder(last, one)
                    last = one

    def _give_focus(self) -> None:
        """Back to what opened a dialog, which may have been built anew meanwhile; at first, to the page as a whole."""
        focused = QApplication.focusWidget()
        inside = focused is not None and focused is not self and self.isAncestorOf(focused)
        again = self.findChild(QWidget, self._asked_from) if self._asked_from else None
        if again is not None and again.isVisible():
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not inside and self.isVisible():
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asked_from = ""

    def _show_history(self, line: Series | None) -> None:
        assert self._shown_person is not None
        self._chart_part.setVisible(line is not None)
        self.chart_note.setText(self.view.history.note if self.view and self.view.history else "")
        if line is not None:
            changes = programme_changes(self.context.profile, self._shown_person.id)
            flags = [Flag(one.day.toordinal(), one.text, change=True) for one in changes]
            was_bare = self.chart.is_bare
            self.chart.set_series([line], flags)
            said = tr("Leg balance over time")
            self.chart_table.show_numbers(partial(series_numbers, line, "balance_table", said))
            if was_bare:
                self.chart.show_range(None)

    def _on_failed(self) -> None:
        self._stale = True  # the next visit asks again
        self.waiting.give_up()

    # What the person does

    def _on_measure(self) -> None:
        self.context.navigate.emit("measure")

    def _on_people(self) -> None:
        self.context.navigate.emit("people")

    def _on_plan(self) -> None:
        self.context.navigate.emit("plan/new")

    def _on_target(self, pick: str) -> None:
        assert self._shown_person is not None
        picks = ((TARGET, (pick,)),)
        self.context.runner.apply(SetChoices(self._shown_person.id, picks, date.today(), tr("Choose a target")))

    def _on_goal(self, site: str) -> None:
        person, view = self._shown_person, self.view
        assert person is not None and view is not None
        gap = next(one for one in view.gaps if one.site == site)
        measure = Measure(Family.SITE, site)
        dialog = GoalDialog.of(self.context, person, measure, gap.name, self.window())
        if str(measure) not in goals_of(self.context.profile, person.id):
            dialog.fill_in(number_text(gap.target, gap.unit))
        dialog.exec()
        dialog.deleteLater()

    def _on_questions(self) -> None:
        self._ask(QuestionnaireDialog(
            self.context, self._person(), cause_questions(), tr("What may hold your legs back"), self._answers(),
            self.window(),
        ))  # fmt: skip

    def _on_pain(self) -> None:
        self._ask(QuestionnaireDialog(
            self.context, self._person(), pain_questions(), tr("Pain"), self._answers(), self.window()
        ))  # fmt: skip

    def _on_check(self, key: str) -> None:
        check = next(one for one in self_checks() if one.key == key)
        self._ask(SelfCheckDialog(self.context, self._person(), check, self._answers(), self.window()))

    def _on_lifts(self) -> None:
        self._ask(LiftsDialog(self.context, self._person(), self.window()))

    def _on_print(self) -> None:
        if self.view is not None and self.view.measured_anything and self.isVisible():
            self._ask(PreviewDialog(self.context, balance_document(sheet_of(self.view)), self.window()))

    def _person(self) -> Person:
        assert self._shown_person is not None
        return self._shown_person

    def _answers(self) -> dict[str, tuple[str, ...]]:
        return choices_of(self.context.profile, self._person().id)

    def _ask(self, dialog: QuestionnaireDialog | SelfCheckDialog | LiftsDialog | PreviewDialog) -> None:
        opener = QApplication.focusWidget()
        self._asked_from = opener.objectName() if opener is not None and self.isAncestorOf(opener) else ""
        dialog.exec()
        dialog.deleteLater()
        if not self.busy:
            self._give_focus()


def _work_out(profile: Profile, person: Person, today: date, task: Task) -> _Found:
    view = balance_view(profile, person, today, task.breathe)
    line = Drawings().of(ChartView((str(BALANCE),)), {}, view.history) if view.history is not None else None
    return _Found(view, line)
