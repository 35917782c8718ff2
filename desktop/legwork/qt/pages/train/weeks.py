"""Which week of which plan is looked at, and filling the overview with it and with what was done.

Owns turning from week to week and from plan to plan. Beginning and opening workouts is the page's.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from legwork.domain.days import full_day, near_day
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.dialogs.plan_start import PlanStartDialog
from legwork.qt.pages.train.data import TrainData
from legwork.qt.pages.train.overview import Overview
from legwork.services.train_history import history_rows, sum_words, sums_by_workout, workout_title
from legwork.services.train_week import TrainWeek, week_of
from legwork.services.workouts import StoredWorkout, newest_day


class Weeks(QObject):
    """Fills `overview`; `changed` when another week or plan shall be shown."""

    changed = Signal()

    def __init__(self, context: Context, data: TrainData, overview: Overview) -> None:
        super().__init__(overview)
        self._context, self._data, self._overview = context, data, overview
        self._number = 0
        self._after: int | None = None
        overview.week.step_asked.connect(self.step)
        overview.history.more_asked.connect(self._on_more)
        overview.plan_chosen.connect(self._on_plan)
        overview.plan_start_asked.connect(self._on_plan_start)
        overview.make_plan_asked.connect(self._on_make_plan)

    def forget(self) -> None:
        """Look at the week that it is now."""
        self._number, self._after = 0, None

    def finished(self, stored: StoredWorkout) -> None:
        """A workout was just finished: what comes next is the session after it."""
        session = stored.workout.session_id
        self._after = None if session is None else self._data.session(session)[1]

    def step(self, by: int) -> None:
        """So many weeks on or back; 0: to the one that it is now."""
        stored = self._data.plan
        if stored is None or not self._data.week_now:
            return
        here = self._number or self._data.week_now
        self._after = None
        self._number = 0 if by == 0 else min(max(1, here + by), stored.info.weeks)
        self.changed.emit()
        self._overview.week.focus_next()

    def show(self) -> None:
        """Fill the overview with what is kept now."""
        data, overview, today = self._data, self._overview, date.today()
        stored, running = data.plan, data.running
        names = [(one.id, one.name or tr("Plan without a name")) for one in data.plans]
        started = stored is not None and stored.info.starts_on is not None
        overview.show_plan(names, stored.info.id if stored is not None else None, starts=started)
        week = self._week(today)
        if week is not None:
            overview.week.show_week(week, today, data.week_now, after=self._after, primary=running is None)
        done = [one.workout for one in data.workouts if one.finished]
        rows = history_rows(done, data.lookup, data.catalogue, data.units, today, data.weighed)
        overview.history.show_rows(rows, more=data.more, last="" if rows or not data.more else self._last(today))
        overview.show_open(self._running_words(running, today) if running is not None else "")

    def _week(self, today: date) -> TrainWeek | None:
        data, stored, running = self._data, self._data.plan, self._data.running
        if stored is None or data.week_now == 0:
            return None
        number = min(self._number, stored.info.weeks) or data.week_now
        open_id = running.workout.id if running is not None else None
        return week_of(stored.plan, stored.info.starts_on, number, data.log, today, open_id)

    def _last(self, today: date) -> str:
        """The day of the newest workout before those at hand."""
        person = self._context.person
        before = min([today + timedelta(days=1), *(one.day for one in self._data.log)]) - timedelta(days=1)
        last = newest_day(self._context.profile, person.id, before) if person is not None else None
        return "" if last is None else full_day(last)

    def _running_words(self, running: StoredWorkout, today: date) -> str:
        one = running.workout
        data = self._data
        facts = sum_words(sums_by_workout([one], data.lookup, data.weighed)[one.id], None, data.units)
        title, day = workout_title(one), near_day(one.day, today)
        return tr("{title} of {day} is in progress: {facts}.", title=title, day=day, facts=facts)

    def _on_more(self) -> None:
        self._data.look_back()
        self.changed.emit()

    def _on_plan(self, plan_id: int) -> None:
        self.forget()
        self._data.choose_plan(plan_id)
        self.changed.emit()

    def _on_plan_start(self) -> None:
        if self._data.plan is not None:
            dialog = PlanStartDialog(self._context, self._data.plan.info, self._overview.window())
            dialog.exec()
            dialog.deleteLater()

    def _on_make_plan(self) -> None:
        self._context.navigate.emit("plan/new")
