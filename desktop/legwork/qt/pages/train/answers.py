"""How the week was and what follows from it: asked, worked out in the background, taken into the plan or refused.

Owns the edits. Which week is asked about is `services.asked_week`, what follows `services.volume_next`.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.week_answers import WeekAnswers
from legwork.domain.plan.counting import Lookup
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.pages.train.data import TrainData
from legwork.qt.widgets.train_answers import TrainAnswers
from legwork.services.asked_week import asked_week, sessions_done
from legwork.services.choices import choices_of
from legwork.services.edit import Edit
from legwork.services.people import Person
from legwork.services.plans import ChangePlan, PlanIds, StoredPlan
from legwork.services.profile import Profile
from legwork.services.proposals import AllowProposal, RefuseProposal
from legwork.services.volume_next import Decided, WeekProposal, WeekView, taken, week_view
from legwork.services.week_answers import drop_agreed, keep_agreed, keep_answers


class Answers(QObject):
    """Fills the card above the week, and does what is chosen in it."""

    refused = Signal(str)
    """Something could not be done: the sentence that says why."""

    def __init__(self, context: Context, data: TrainData, shown: TrainAnswers) -> None:
        super().__init__(shown)
        self._context, self._data, self._card = context, data, shown
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_found)
        self._known: tuple[object, ...] = ()
        self._took: list[tuple[date, QUndoCommand, str]] = []
        """What was taken into the plan: of which week, by which step of undo, and in words."""
        shown.answered.connect(self._on_answered)
        shown.taken.connect(self._on_taken)
        shown.refused.connect(self._on_refused)
        shown.allowed.connect(self._on_allowed)

    @property
    def busy(self) -> bool:
        """Whether it is still being worked out."""
        return self._asked.busy

    def forget(self) -> None:
        """Another person is looked at."""
        self._asked.drop()
        self._known = ()
        self._took.clear()
        self._card.forget()

    def show(self) -> None:
        """Show the week in question as things are now; worked out only when something has changed."""
        data, person, today = self._data, self._context.person, date.today()
        if person is None:
            return
        known = (person.id, today.toordinal(), data.workouts, data.plan, data.catalogue)
        if len(self._known) == len(known) and all(
            one is two or (isinstance(one, int) and one == two) for one, two in zip(known, self._known, strict=True)
        ):
            return
        self._known = known
        self._asked.drop()
        chosen = data.plan.info.id if data.plan is not None else 0
        week = asked_week(self._context.profile, person, today, chosen)
        if week is None:
            self._card.show_view(None, today)
            return
        work = partial(_view, self._context.profile, person, week, today, data.plan, data.catalogue, data.lookup)
        self._asked.ask(tr("Looking at the week"), work)

    def commit(self) -> None:
        """Keep what was answered so far."""
        self._card.commit()

    def _on_found(self, view: WeekView) -> None:
        self._card.show_view(view, date.today(), self._taken(view.week))

    def _taken(self, week: date) -> list[str]:
        """What was taken of a week, and not undone since."""
        stack = self._context.runner.stack
        done = [stack.command(at) for at in range(stack.index())]
        return [what for of, step, what in self._took if of == week and any(one is step for one in done)]

    def _on_answered(self, answers: WeekAnswers) -> None:
        if self._context.person is not None:
            self._run(keep_answers(self._context.person.id, answers, date.today()))

    def _on_taken(self, one: WeekProposal) -> None:
        stored, person, view = self._data.plan, self._context.person, self._card.view
        if person is None or view is None:
            return
        if not one.in_plan or stored is None:
            choices = choices_of(self._context.profile, person.id)
            self._run(keep_agreed(person.id, choices, view.week, one.picks, date.today()))
            return
        self._card.pause()
        what = tr("{muscle}: {what}", muscle=one.head, what=one.what)
        try:
            after = taken(stored.plan, one, self._data.lookup, PlanIds(self._context.profile))
            kept = self._context.runner.apply(ChangePlan(stored.info.id, stored.plan, after, what))
        except UserError as error:
            self.refused.emit(str(error))
            kept = None
        if kept is None:
            self._card.go_on()
        else:
            stack = self._context.runner.stack
            self._took.append((view.week, stack.command(stack.index() - 1), what))

    def _on_refused(self, one: WeekProposal) -> None:
        if self._context.person is not None:
            self._run(RefuseProposal(self._context.person.id, one.topic, one.key, date.today()))

    def _on_allowed(self, one: WeekProposal) -> None:
        person, view = self._context.person, self._card.view
        if person is None or view is None:
            return
        if one.decided is Decided.REFUSED:
            self._run(AllowProposal(person.id, one.topic, one.key))
        else:
            choices = choices_of(self._context.profile, person.id)
            self._run(drop_agreed(person.id, choices, view.week, one.picks, date.today()))

    def _run(self, edit: Edit) -> None:
        try:
            self._context.runner.apply(edit)
        except UserError as error:
            self.refused.emit(str(error))


def _view(
    profile: Profile,
    person: Person,
    week: date,
    today: date,
    stored: StoredPlan | None,
    catalogue: Catalogue,
    lookup: Lookup,
    task: Task,
) -> WeekView:
    log = sessions_done(profile, person)
    return week_view(profile, person, week, today, stored, log, catalogue, lookup, task.breathe)
