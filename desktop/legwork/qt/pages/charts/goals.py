"""The goals of a person: how each stands, what is likely to come of it in several ways, and what would be realistic.

Owns which goal is looked at, and that list, chart and cards show the same one. What is likely is worked out in
`services.goal_outlook`, in the background.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from legwork.i18n import ntr, tr
from legwork.qt.charts.forecast import measured
from legwork.qt.charts.series import Series
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.goal import GoalDialog
from legwork.qt.dialogs.goal_measure import GoalMeasureDialog
from legwork.qt.pages.charts.goal_card import GoalCard
from legwork.qt.widgets.goal_list import GoalList
from legwork.qt.widgets.layout import EmptyState, button, card, column, label, row, scrolled
from legwork.qt.widgets.waiting_sign import WaitingSign
from legwork.services.edit import Together
from legwork.services.goal_shapes import GoalView
from legwork.services.goals import RemoveGoal
from legwork.services.people import Person
from legwork.services.profile import Profile

_WAITING, _NONE, _CONTENT = range(3)
_LIST_SHARE = 0.33


@dataclass(frozen=True, eq=False)
class _Found:
    """What the background hands over. drawn: what was measured for each of the goals."""

    views: tuple[GoalView, ...] = ()
    contradictions: tuple[str, ...] = ()
    drawn: tuple[Series | None, ...] = ()


class GoalsView(QWidget):
    """A list of goals, and one of them as a chart, in numbers and in words."""

    tables = (
        "person", "custom_site", "goal", "check_in", "reading", "workout", "workout_exercise", "workout_set", "plan",
        "plan_block", "plan_week", "plan_session", "plan_entry", "own_exercise", "choice", "food_amount",
    )  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._person: Person | None = None
        self._found = _Found()
        self._wanted = ""
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_worked_out)
        self.failed = self._asked.failed
        self.failed.connect(self._on_failed)
        self.setObjectName("goals_view")
        self.setAccessibleName(tr("Goals"))
        self.goals = GoalList(context.theme)
        self.card = GoalCard(context)
        self.goals.goal_chosen.connect(self._on_chosen)
        self.goals.edit_asked.connect(self._on_edit)
        self.goals.remove_asked.connect(self._on_remove)
        self.goals.new_asked.connect(self.ask_new)
        self.card.edit_asked.connect(self._on_edit)
        self._lay_out()
        for one, other in pairwise((self.goals, self.new, *self.card.stops())):
            QWidget.setTabOrder(one, other)
        self.setFocusProxy(self.goals)

    @property
    def busy(self) -> bool:
        """Whether the goals are still being worked out."""
        return self._asked.busy

    @property
    def shown(self) -> GoalView | None:
        """The goal that is looked at."""
        return self._view_of(self.goals.chosen())

    def refresh(self) -> None:
        """Show what the data is now."""
        person = self._context.person
        if person is None:
            return
        if self._person is None or self._person.id != person.id:
            self._found, self._wanted = _Found(), ""
            self.stack.setCurrentIndex(_WAITING)
        self._person = person
        chosen = chosen_plan(self._context.view, person)
        work = partial(_worked_out, self._context.profile, person, date.today(), chosen)
        self._asked.ask(tr("Looking at your goals"), work, waited_for=True)

    def look_at(self, measure: str) -> None:
        """Look at the goal of a measure, by its key, as soon as it is there."""
        self._wanted = measure
        if self.goals.choose(measure):
            self._wanted = ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._give_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the list gives way to the goal that is looked at."""
        super().resizeEvent(event)
        self._choose.setFixedWidth(min(self._context.theme.px(264), round(_LIST_SHARE * event.size().width())))

    def ask_new(self) -> None:
        """Ask which measure, then how much by when."""
        if self._person is None:
            return
        dialog = GoalMeasureDialog(self._context, self._person, self.window())
        picked = dialog.exec() == GoalMeasureDialog.DialogCode.Accepted
        offer = dialog.picked
        dialog.deleteLater()
        if picked and offer is not None:
            self._wanted = str(offer.measure)
            self._ask(GoalDialog.of(self._context, self._person, offer.measure, offer.name, self.window()))

    # How it is laid out

    def _lay_out(self) -> None:
        theme = self._context.theme
        self.new = button(tr("New goal…"), "goals_new")
        self.new.setToolTip(tr("A goal for anything that you measure or lift (N)"))
        self.new.clicked.connect(self.ask_new)
        self.clashes = label("", "caution", wrap=True)
        self.clashes.setObjectName("goals_clashes")
        choose = card(row(label(tr("Goals"), "section"), None), self.goals, self.new, margin=theme.px(12))
        self._choose = choose
        right = QWidget()
        self._clash_part = card(
            label(tr("Goals that do not go together"), "section"), self.clashes, margin=theme.px(16)
        )
        right.setLayout(column(self._clash_part, self.card, spacing=theme.px(12)))
        both = row(choose, scrolled(right, "goals_scroll", tr("The goal that is looked at")), spacing=theme.px(16))
        both.setStretch(1, 1)
        content = QWidget()
        content.setLayout(both)
        self.waiting = WaitingSign(tr("Looking at your goals"))
        empty = EmptyState(
            self._context,
            "target",
            tr(
                "A goal stands here beside what is likely: how far it has come, how fast it asks your body to be, and "
                "when it will probably be reached. Bodies take months and years; seeing that makes the waiting easier."
            ),
            tr("Set a goal"),
            self.ask_new,
        )
        self.stack = QStackedWidget()
        for one in (self.waiting, empty, content):
            self.stack.addWidget(one)
        self.setLayout(column(self.stack, spacing=0))
        self._empty = empty

    # From the data to the screen

    def _on_worked_out(self, found: _Found) -> None:
        before = self.goals.chosen()
        had = self.goals.hasFocus() or self._empty.button.hasFocus()
        known = {one.goal.measure for one in self._found.views}
        new = [one.goal.measure for one in found.views if one.goal.measure not in known]
        if known and len(new) == 1 and not self._wanted:
            self._wanted = new[0]  # it came back by undo: whoever does that looks for it
        self._found = found
        self.clashes.setText("\n".join(found.contradictions))
        self._clash_part.setVisible(bool(found.contradictions))
        self.stack.setCurrentIndex(_CONTENT if found.views else _NONE)
        wanted = self._wanted if any(one.goal.measure == self._wanted for one in found.views) else before
        self._wanted = ""
        self.goals.setAccessibleDescription(ntr("{count} goal", "{count} goals", len(found.views)))
        self.goals.show_goals(found.views, wanted)
        if self.goals.currentRow() >= 0:
            self._on_chosen(self.goals.chosen())
        if had:
            self._give_focus()

    def _on_failed(self) -> None:
        """What is shown stays; the error itself is said by the window."""
        self.waiting.give_up()

    def _give_focus(self) -> None:
        if self.isVisible():
            (self._empty.button if self.stack.currentIndex() == _NONE else self.goals).setFocus()

    def _on_chosen(self, key: str) -> None:
        for view, drawn in zip(self._found.views, self._found.drawn, strict=True):
            if view.goal.measure == key and self._person is not None:
                self.card.show_goal(self._person, view, drawn)

    # What the person does

    def _on_edit(self, key: str) -> None:
        view = self._view_of(key)
        if view is not None and self._person is not None:
            pair = view.measure.pair
            self._ask(GoalDialog.of(self._context, self._person, pair, view.name, self.window()))

    def _on_remove(self, keys: tuple[str, ...]) -> None:
        person, views = self._person, [one for one in self._found.views if one.goal.measure in keys]
        if views and person is not None:
            edits = tuple(RemoveGoal(person.id, one.goal.measure, one.name) for one in views)
            what = ntr("Remove {count} goal", "Remove {count} goals", len(edits))
            self._context.runner.apply(Together(edits, what))

    def _view_of(self, key: str) -> GoalView | None:
        return next((one for one in self._found.views if one.goal.measure == key), None)

    def _ask(self, dialog: GoalDialog) -> None:
        dialog.exec()
        dialog.deleteLater()
        QTimer.singleShot(0, self._give_focus)


def _worked_out(profile: Profile, person: Person, today: date, chosen: int, task: Task) -> _Found:
    from legwork.services.goal_conflicts import contradictions
    from legwork.services.goal_outlook import goal_views

    views = goal_views(profile, person, today, chosen, task.breathe)
    drawn = []
    for one in views:
        drawn.append(measured(one))
        task.breathe()
    return _Found(views, contradictions(views), tuple(drawn))
