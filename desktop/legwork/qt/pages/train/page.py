"""The train page: today's session of the plan, or any other, typed set by set and kept at once.

Owns which workout is shown and the one way in which it changes: the sheet asks for a pure change, the page runs it as
an edit and shows the next state. What is shown beside the sets is worked out in `services`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget

from legwork.domain.days import long_day
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.model import Workout
from legwork.domain.log.workout_edits import again, begun
from legwork.domain.plan.counting import Lookup
from legwork.errors import UserError
from legwork.i18n import mark, ntr, tr
from legwork.qt.core.announcing import say
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.pages.train.aids import Aids
from legwork.qt.pages.train.answers import Answers
from legwork.qt.pages.train.count import Count
from legwork.qt.pages.train.data import PLANS, WORKOUTS, TrainData
from legwork.qt.pages.train.keys import offer_keys
from legwork.qt.pages.train.opened import OpenedWorkout
from legwork.qt.pages.train.overview import Overview
from legwork.qt.pages.train.proposals import Proposals
from legwork.qt.pages.train.records import Strength
from legwork.qt.pages.train.weeks import Weeks
from legwork.qt.pages.train.work import Work
from legwork.qt.widgets.layout import Page, column, label, set_role
from legwork.services.edit import Changes, Edit, Together
from legwork.services.people import Person
from legwork.services.plan_lookup import lookup_of
from legwork.services.profile import Profile
from legwork.services.train_history import sums_by_workout, workout_title
from legwork.services.train_week import session_title
from legwork.services.workouts import DeleteWorkout, StoredWorkout

_OVERVIEW, _WORK = 0, 1
_UNREAD = mark("Something on the sheet could not be read: mend or empty it first.")
_OTHERS = ("person", "own_exercise", "lift", "choice", "check_in", "reading", "refused_proposal")


class TrainPage(Page):
    """Enters workouts; undo is the window's."""

    name = "train"
    title = mark("Train")
    tables = (*WORKOUTS, *PLANS, *_OTHERS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.data = TrainData(context)
        self.opened = OpenedWorkout(context, self.data)
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_worked_out)
        self._asked.failed.connect(self._on_failed)
        self.overview = Overview(context)
        self.work = Work(context)
        self.weeks = Weeks(context, self.data, self.overview)
        self.aids = Aids(context, self.data, self.work, lambda: self.opened.workout)
        self.strength = Strength(context, self.data, self.overview)
        self.proposals = Proposals(context, self.data, self.overview.next, self.strength)
        self.answers = Answers(context, self.data, self.overview.answers)
        self.count = Count(context, self.data, self.overview.count)
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("train_said")
        self.said.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.work)
        layout = column(self.said, self.stack, spacing=8)
        layout.setStretch(1, 1)
        self.body.addLayout(layout)
        self._connect()
        offer_keys(self.overview, self.work, self.weeks.step, self._on_free, self._on_finish, self.show_week)

    @property
    def busy(self) -> bool:
        """Whether what loads are worth, or what holds a muscle, is still being worked out."""
        return self._asked.busy or self.count.busy or self.answers.busy or self.strength.busy

    @property
    def workout(self) -> Workout | None:
        """The workout on the sheet, kept or not begun yet; None while the week is shown."""
        return self.opened.workout

    def refresh(self) -> None:
        if self.context.person is None:
            return
        if self.data.load(self.context.person):
            self.opened.close()
            self.weeks.forget()
            self.proposals.forget()
            self.strength.forget()
            self.count.forget()
            self.answers.forget()
            self.work.sheet.put_away()
            running = self.data.running
            if running is not None and (running.workout.day == date.today() or self.opened.goes_on(running)):
                self.opened.open(running)  # as after a crash: on with it
        self.opened.look_again()
        self._show()
        self._work_out(self.context.person)

    def refresh_changes(self, changes: Changes) -> None:
        if changes.touches(*WORKOUTS) and not changes.touches(*PLANS, *_OTHERS) and not changes.everything:
            self.data.load_changes(changes)
            self.opened.look_again()
            self._show()
        else:
            self.refresh()

    def open_for(self, wish: str) -> None:
        if wish == "free":
            self._on_free()
        elif wish.isdecimal() and self._all_taken():
            self.open_workout(int(wish))

    def leave(self) -> None:
        self.work.sheet.commit()
        self.answers.commit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    # How it is laid out

    def _connect(self) -> None:
        overview, work = self.overview, self.work
        overview.week.start_asked.connect(self._on_start)
        overview.week.open_asked.connect(self.open_workout)
        self.weeks.changed.connect(self._show)
        overview.history.open_asked.connect(self.open_workout)
        overview.history.delete_asked.connect(self._on_delete)
        overview.history.again_asked.connect(self._on_again)
        self.strength.open_asked.connect(self.open_workout)
        overview.free_asked.connect(self._on_free)
        overview.go_on_asked.connect(self._on_go_on)
        overview.finish_asked.connect(self._on_finish_open)
        work.sheet.edit_asked.connect(self._on_edit)
        work.sheet.all_done.connect(self._on_all_done)
        work.sheet.read.connect(self._on_read)
        self.aids.edit_asked.connect(self._on_edit)
        self.aids.said.connect(self._say)
        work.back_asked.connect(self.show_week)
        work.finish_asked.connect(self._on_finish)
        work.day_asked.connect(self._on_day)
        work.delete_asked.connect(self._on_delete_shown)
        self.proposals.refused.connect(self._refuse)
        self.answers.refused.connect(self._refuse)
        self.proposals.closed.connect(self._focus)

    # From the data to the screen

    def _work_out(self, person: Person) -> None:
        """What could be lifted once and the body weight: in the background, as it reads all lifts and the log."""
        work = partial(_lookup, self.context.profile, person, date.today(), self.data.catalogue)
        self._asked.ask(tr("Working out what loads are worth"), work)

    def _on_worked_out(self, found: Lookup) -> None:
        self.data.lookup = found
        self._show()

    def _on_failed(self) -> None:
        self._stale = True  # the next visit asks again

    def _show(self) -> None:
        workout = self.workout
        self.stack.setCurrentIndex(_OVERVIEW if workout is None else _WORK)
        if workout is None:
            self.heading.setText(tr(self.title))
            self.weeks.show()
            self.proposals.show()
            self.strength.show()
            self.count.show()
            self.answers.show()
        else:
            self.heading.setText(workout_title(workout))
            self._show_work(workout)

    def _show_work(self, workout: Workout) -> None:
        data = self.data
        done = sums_by_workout([workout], data.lookup, data.weighed)[workout.id]
        kept = self.opened.kept
        self.work.beside.show_gym(data.gym, data.units)
        self.work.show_workout(
            workout, data.facts(workout), data.units, data.catalogue, done,
            live=self.opened.live, finished=kept is not None and kept.finished,
        )  # fmt: skip

    def _focus(self) -> None:
        if not self.isVisible():
            return
        if self.workout is not None:
            if not self.work.sheet.focus_next():
                self.work.finish.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.overview.focus_next()

    # What the person does

    def show_week(self) -> None:
        """Back to the week; what is logged stays, and a session that was not begun is forgotten."""
        if not self._all_taken():
            return
        self.opened.close()
        self.work.beside.rest.stop()
        self._say("")
        self._show()
        self._focus()

    def open_workout(self, workout_id: int) -> None:
        """Show a workout that is kept, to go on with it or to correct it."""
        found = self.data.bring(workout_id)
        if found is not None:
            self.work.sheet.put_away()
            self.opened.open(found)
            self.proposals.forget()
            self._say("")
            self._show()
            self._focus()

    def _on_start(self, session_id: int, day: date) -> None:
        session, place = self.data.session(session_id)
        running = self.data.running
        if running is not None and running.workout.session_id == session_id and running.workout.day == day:
            self.open_workout(running.workout.id)
        elif session is not None:
            self._begin(begun(session, day, 0, session_title(session, place)), day)

    def _on_free(self) -> None:
        self._begin(begun(None, date.today(), 0), date.today())

    def _on_again(self, workout_id: int) -> None:
        found = self.data.known(workout_id)
        if found is not None:
            self._begin(again(found.workout, date.today()), date.today())

    def _begin(self, workout: Workout, day: date) -> None:
        running = self.data.running
        if running is not None:
            self._say(
                tr("{title} is still in progress: finish it first.", title=workout_title(running.workout)), "caution"
            )
            self.overview.finish.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.work.sheet.put_away()
        self.opened.begin(workout)
        self.proposals.forget()
        self._say("")
        self._show()
        self._focus()

    def _on_edit(self, change: Callable[[Workout], Workout], what: str) -> None:
        before = self.workout
        if before is None:
            return
        try:
            after = change(before)
            if after == before:
                return
            kept = self.opened.keep(after, what, self)
        except UserError as error:
            self.work.sheet.refuse(str(error))
            self._refuse(str(error))
            return
        if kept:
            self._say("")
            self._show()
        else:
            self.work.sheet.refuse(tr("Not saved yet: press Enter to try again."))

    def _on_all_done(self) -> None:
        self.work.finish.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_finish(self) -> None:
        if not self._all_taken():
            return
        kept = self.opened.kept
        if kept is None or kept.finished:
            self.show_week()
        else:
            self._finish(kept)

    def _all_taken(self) -> bool:
        """Take over what is typed. False when something cannot be read: it is shown, and nothing is lost."""
        if self.work.sheet.commit():
            return True
        self._refuse(tr(_UNREAD))
        return False

    def _on_read(self) -> None:
        if self.said.text() == tr(_UNREAD):
            self._say("")

    def _on_finish_open(self) -> None:
        running = self.data.running
        if running is not None:
            self._finish(running)

    def _finish(self, stored: StoredWorkout) -> None:
        ending = self.opened.ending(stored)
        if not self._run(ending):
            return
        self.opened.close()
        self.work.beside.rest.stop()
        self.weeks.finished(stored)
        self.proposals.after(ending.after)
        self._say("")
        self._show()
        if ending.after.day == date.today() and self.isVisible():
            self.overview.focus_finished()
        else:
            self._focus()  # days are entered afterwards one after the other

    def _on_delete(self, ids: tuple[int, ...]) -> None:
        known = [found for one in ids if (found := self.data.known(one)) is not None]
        if known:
            edits = tuple(DeleteWorkout(one.workout.id, one.workout.day) for one in known)
            self._run(Together(edits, ntr("Delete {count} workout", "Delete {count} workouts", len(edits))))

    def _on_delete_shown(self) -> None:
        kept = self.opened.kept
        self.work.sheet.put_away()
        self.opened.close()
        self.work.beside.rest.stop()
        if kept is not None:
            self._on_delete((kept.workout.id,))
        self._show()
        self._focus()

    def _on_go_on(self) -> None:
        running = self.data.running
        if running is not None:
            self.open_workout(running.workout.id)

    def _on_day(self, day: date) -> None:
        if self.opened.draft_on(day):
            self._show()
            self._focus()
        else:
            self._on_edit(lambda one: replace(one, day=day), tr("Move workout to {day}", day=long_day(day)))

    def _run(self, edit: Edit) -> bool:
        try:
            return self.context.runner.apply(edit) is not None
        except UserError as error:
            self._refuse(str(error))
            return False

    def _refuse(self, sentence: str) -> None:
        self._say(sentence, "error")

    def _say(self, sentence: str, role: str = "secondary") -> None:
        say(self.said, sentence)
        set_role(self.said, role)
        self.said.setVisible(bool(sentence))


def _lookup(profile: Profile, person: Person, today: date, catalogue: Catalogue, _task: Task) -> Lookup:
    return lookup_of(profile, person, today, catalogue)
