"""Whether a goal that is being typed is likely, said at once, with what would be realistic to take over.

Owns asking and showing it. It forbids nothing: what is typed stands until the person changes it.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from legwork.domain.days import full_day
from legwork.domain.measures import Measure, number_text, value_text
from legwork.i18n import tr
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.goal_list import role_of
from legwork.qt.widgets.layout import button, column, label, set_role
from legwork.qt.widgets.scenario_cards import expected_on
from legwork.services.goal_shapes import GoalView, Scenario, SiteOutlook
from legwork.services.people import Person
from legwork.services.profile import Profile

_REST_MS = 200
"""So long the keys rest before what is typed is looked at."""


class GoalLikely(QWidget):
    """Says how a goal stands while it is typed."""

    value_taken = Signal(str)
    """What would be realistic by the day, as it is typed."""
    day_taken = Signal(object)
    """A date by which the value is as likely as not."""
    known = Signal()
    """What is likely for the measure is worked out: `site` has it."""

    def __init__(self, context: Context, person: Person, measure: Measure) -> None:
        super().__init__()
        self._context = context
        self.site: SiteOutlook | None = None
        self.view: GoalView | None = None
        self._typed: tuple[float | None, date] = None, date.today()
        self._realistic, self._later = "", date.today()
        self.setObjectName("goal_likely")
        self.setAccessibleName(tr("Whether it is likely"))
        theme = context.theme
        self.state = label("")
        self.state.setObjectName("goal_likely_state")
        self.state.setFont(theme.font(13, bold=True))
        self.words = label("", "secondary", wrap=True)
        self.words.setObjectName("goal_likely_words")
        self.take_value = button("", "goal_take_value")
        self.take_day = button("", "goal_take_day")
        for one in (self.take_value, self.take_day):
            one.setAutoDefault(False)
        self.take_value.clicked.connect(self._on_take_value)
        self.take_day.clicked.connect(self._on_take_day)
        buttons = QWidget()
        buttons.setLayout(FlowLayout(self.take_value, self.take_day, spacing=theme.px(8)))
        self._buttons = buttons
        layout = column(self.state, self.words, buttons, None, spacing=theme.px(6))
        self.setLayout(layout)
        self.setMinimumHeight(theme.px(150))  # the dialog must not jump while somebody types
        self._later_on = QTimer(self, singleShot=True, interval=_REST_MS)
        self._later_on.timeout.connect(self._ask)
        self._reading, self._judging = Latest(context.worker, self), Latest(context.worker, self)
        self._reading.done.connect(self._on_read)
        self._judging.done.connect(self._on_judged)
        self._reading.failed.connect(self._on_failed)
        self._judging.failed.connect(self._on_failed)
        self._show()
        work = partial(_read, context.profile, person, measure, chosen_plan(context.view, person))
        self._reading.ask(tr("Working out what is likely"), work, waited_for=True)

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out."""
        return self._reading.busy or self._judging.busy or self._later_on.isActive()

    def judge(self, value: float | None, due: date) -> None:
        """Look at a value in SI by a day; None while nothing that makes sense is typed."""
        if (value, due) != self._typed:
            self._typed = value, due
            self._later_on.start()

    def drop(self) -> None:
        """The dialog is closed: nothing is asked any more."""
        self._later_on.stop()
        self._reading.drop()
        self._judging.drop()

    def _on_read(self, site: SiteOutlook) -> None:
        self.site = site
        self.known.emit()
        self._ask()

    def _ask(self) -> None:
        site, (value, due) = self.site, self._typed
        self._judging.drop()
        if site is None or site.missing or site.series is None or value is None or due <= date.today():
            self.view = None
            self._show()
            return
        work = partial(_judge, site, value * site.series.factor, due)
        self._judging.ask(tr("Working out what is likely"), work)

    def _on_failed(self) -> None:
        """The error itself is said by the window; the goal can be set all the same."""
        self._say("", "", tr("This could not be worked out now."))

    def _on_judged(self, view: GoalView) -> None:
        self.view = view
        self._show()

    def _show(self) -> None:
        site, view = self.site, self.view
        self.take_value.hide()
        self.take_day.hide()
        if site is None:
            self._say("", "", tr("Working out what is likely…"))
        elif site.missing:
            self._say("", "", site.missing)
        elif view is None:
            self._show_likely(site)
        else:
            told = [view.head, *(one for one in view.sentences if one not in site.basis)]
            self._say(f"{view.sign} {view.state}", role_of(view), " ".join(told))
            if view.realistic is not None:
                self._offer_value(view.realistic[0], view.realistic[1], site.unit)
            if view.later is not None and view.realistic is not None and view.later > self._typed[1]:
                self._later = view.later
                self.take_day.setText(tr("Take {day}", day=full_day(view.later)))
                self.take_day.setAccessibleName(self.take_day.text())
                self.take_day.show()
        self._buttons.setVisible(not self.take_value.isHidden() or not self.take_day.isHidden())

    def _show_likely(self, site: SiteOutlook) -> None:
        """Nothing is typed: say what is likely on the day."""
        way, due = site.scenario(Scenario.AS_NOW), self._typed[1]
        if due <= date.today():
            self._say("", "", tr("A goal needs a day to come: choose one after today."))
            return
        expected = expected_on(way.fan, due.toordinal()) if way is not None else None
        if expected is None:
            self._say("", "", tr("Type a value and a day, and this says whether it is likely."))
            return
        mean, low, high = expected
        if site.floor is not None and site.now is not None and mean < min(site.floor, site.now):
            self._say("", "", site.floor_words)  # nobody is led to a weight as low as that
            return
        text = value_text(mean, site.unit)
        self._say("", "", tr(
            "Going on as now, about {value} is likely on {day}; 8 times in 10 it lies between {low} and {high}.",
            value=text, day=full_day(due), low=number_text(low, site.unit), high=value_text(high, site.unit),
        ))  # fmt: skip
        self._offer_value(mean, text, site.unit)

    def _offer_value(self, value: float, text: str, unit: str) -> None:
        self._realistic = number_text(abs(value), unit)
        self.take_value.setText(tr("Take {value}", value=text))
        self.take_value.setAccessibleName(self.take_value.text())
        self.take_value.show()

    def _say(self, state: str, role: str, words: str) -> None:
        self.state.setText(state)
        set_role(self.state, role)
        self.state.setVisible(bool(state))
        self.words.setText(words)
        self._give_room()
        self.setAccessibleDescription(f"{state}. {words}" if state else words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """All that is said is to be read: a window does not grow by itself with words that wrap."""
        self.words.setMinimumHeight(max(0, self.words.heightForWidth(self.width())))

    def _on_take_value(self) -> None:
        self.value_taken.emit(self._realistic)

    def _on_take_day(self) -> None:
        self.day_taken.emit(self._later)


def _read(profile: Profile, person: Person, measure: Measure, chosen: int, task: Task) -> SiteOutlook:
    from legwork.services.goal_outlook import site_outlook

    return site_outlook(profile, person, measure, date.today(), chosen, task.breathe)


def _judge(site: SiteOutlook, value: float, due: date, task: Task) -> GoalView:
    from legwork.services.goal_outlook import try_goal

    task.breathe()
    return try_goal(site, value, due, date.today())
