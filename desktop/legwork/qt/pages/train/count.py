"""What the log comes to: which period is looked at, and filling the card at the foot of the overview with it.

Owns turning from period to period, and the choice of which sets are hard. What a period comes to is
`services.train_count`; only its days are read, a year for what holds is looked through in the background.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from legwork.domain.days import full_day
from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.counting import Lookup
from legwork.domain.plan.model import Plan
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.sets_behind import show_sets
from legwork.qt.pages.train.data import TrainData
from legwork.qt.widgets.train_count import TrainCount
from legwork.services.hard_effort import choose_hard_rir
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.sets_behind import Question
from legwork.services.train_count import Holding, count_period, holding
from legwork.services.train_history import IMPORT_HINT
from legwork.services.train_periods import FIRST_DAY, Period, Stretch, after, before, period_at
from legwork.services.workouts import newest_day, workout_infos

_FAR = timedelta(days=400)
"""So far a day with a workout is looked for."""


class Count(QObject):
    """Fills the card; counts only what changed since."""

    def __init__(self, context: Context, data: TrainData, card: TrainCount) -> None:
        super().__init__(card)
        self._context, self._data, self._card = context, data, card
        self._day = date.today()
        self._known = Holding()
        self._looked: tuple[object, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_looked)
        self._chosen: QUndoCommand | None = None
        card.stretch_chosen.connect(self._on_stretch)
        card.step_asked.connect(self._on_step)
        card.effort_chosen.connect(self._on_effort)
        card.sets_asked.connect(self._on_sets)
        card.last_asked.connect(self._on_last)

    @property
    def busy(self) -> bool:
        """Whether what holds is still being looked for."""
        return self._asked.busy

    def forget(self) -> None:
        """Another person: look at today, and know nothing yet."""
        self._day, self._known, self._looked, self._shown = date.today(), Holding(), (), ()
        self._chosen = None
        self._asked.drop()

    def show(self) -> None:
        """Show the period as things are now."""
        data, person = self._data, self._context.person
        if person is None:
            return
        period, lookup = self._period(), data.lookup
        plan = data.plan.plan if data.plan is not None else None
        state = (
            period, date.today(), self._known, data.workouts, plan, person,
            lookup.hard_rir, lookup.body_kg, lookup.max_kg, data.catalogue,
        )  # fmt: skip
        if not _same(state, self._shown):
            self._shown = state
            found = count_period(self._context.profile, person, period, data.plan, lookup, data.catalogue, self._known)
            newest = period.first <= date.today() <= period.last
            last = self._last_before(period) if found.empty else None
            said = "" if last is None else tr("Show the workout of {day}", day=full_day(last))
            self._card.show_count(found, lookup.hard_rir, self._empty(period, last), newest=newest, last=said)
        self._look(person)

    # Within

    def _period(self) -> Period:
        return period_at(self._stretch, self._day, self._data.plan, date.today())

    @property
    def _stretch(self) -> Stretch:
        kept = self._context.view.text("train/count")
        return Stretch(kept) if kept in list(Stretch) else Stretch.WEEK

    def _empty(self, period: Period, last: date | None) -> str:
        """last: the day of the last workout before the period."""
        if not self._data.workouts and not self._data.more:
            counted = tr("What you log is counted here: tonnage, hard sets of each muscle, legs against upper body.")
            return f"{counted} {tr(IMPORT_HINT)}"
        if period.stretch is Stretch.DAY:
            nothing = tr("Nothing is logged on this day.")
        elif period.days == 7:
            nothing = tr("Nothing is logged in this week.")
        else:
            nothing = tr("Nothing is logged in these weeks.")
        if last is None:
            return nothing
        return tr("{nothing} The last workout before it: {day}.", nothing=nothing, day=full_day(last))

    def _last_before(self, period: Period) -> date | None:
        person = self._context.person
        assert person is not None
        return newest_day(self._context.profile, person.id, period.first - timedelta(days=1))

    def _look(self, person: Person) -> None:
        """What holds, and what is wanted: a year of the log and the whole balance, so in the background."""
        data = self._data
        state = (person, date.today(), data.workouts, data.lookup.hard_rir, data.catalogue)
        if _same(state, self._looked):
            return
        self._looked = state
        work = partial(_holding, self._context.profile, person, data.lookup, date.today())
        self._asked.ask(tr("Looking for what holds"), work)

    def _on_looked(self, found: Holding) -> None:
        self._known = found
        self.show()

    def _on_stretch(self, stretch: Stretch) -> None:
        self._context.view.set_text("train/count", stretch.value)
        self._day = min(self._day, date.today())
        self.show()

    def _on_step(self, by: int) -> None:
        today, plan = date.today(), self._data.plan
        period = self._period()
        if by == 0:
            self._day = today
        elif period.stretch is Stretch.DAY:
            self._day = self._trained(period.first, by)
        else:
            there = before(period, plan, today) if by < 0 else after(period, plan, today)
            self._day = min(there.first, today) if by > 0 else there.first
        self.show()

    def _trained(self, day: date, by: int) -> date:
        """The next day on which something was done, that way; else the day before, or today."""
        person, one = self._context.person, timedelta(days=1)
        assert person is not None
        first, last = (day - _FAR, day - one) if by < 0 else (day + one, day + _FAR)
        infos = workout_infos(self._context.profile, person.id, first, last)
        if infos:
            return infos[-1 if by < 0 else 0].day
        return max(FIRST_DAY, day - one) if by < 0 else date.today()

    def _on_last(self) -> None:
        last = self._last_before(self._period())
        if last is not None:
            self._day = last
            self.show()
            self._card.focus_first()

    def _on_effort(self, reps: int) -> None:
        person = self._context.person
        if person is None or reps == round(self._data.lookup.hard_rir):
            return
        stack = self._context.runner.stack
        # Arrow keys try one effort after the other: all of them together are one step of undo.
        again = self._chosen is not None and stack.command(stack.index() - 1) is self._chosen
        self._context.runner.apply(choose_hard_rir(person.id, reps, date.today()), replaces_last=again)
        self._chosen = stack.command(stack.index() - 1)

    def _on_sets(self, question: Question) -> None:
        show_sets(self._context, question, self._card)


def _same(state: tuple[object, ...], before: tuple[object, ...]) -> bool:
    """Whether nothing changed: large things by identity, the others by what they are."""
    return len(state) == len(before) and all(
        one is other or (not isinstance(one, tuple | Plan | Catalogue) and one == other)
        for one, other in zip(state, before, strict=True)
    )


def _holding(profile: Profile, person: Person, lookup: Lookup, today: date, task: Task) -> Holding:
    return holding(profile, person, lookup, today, task.breathe)
