"""What follows from a workout that was just finished: its records, and next time's numbers to take or refuse.

Owns which workout is looked at, and the edits. How proposals come about is `services.train_next`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from legwork.domain.log.model import Workout
from legwork.errors import UserError
from legwork.i18n import ntr, tr
from legwork.qt.core.context import Context
from legwork.qt.pages.train.data import TrainData
from legwork.qt.pages.train.records import Strength
from legwork.qt.widgets.train_next import NextTimes
from legwork.services.edit import Edit
from legwork.services.plans import ChangePlan
from legwork.services.proposals import RefuseProposal
from legwork.services.train_history import sum_words, sums_by_workout, workout_title
from legwork.services.train_next import Coming, next_times, taken


class Proposals(QObject):
    """Fills the list above the week, and does what is chosen in it."""

    refused = Signal(str)
    """Something could not be done: the sentence that says why."""
    closed = Signal()

    def __init__(self, context: Context, data: TrainData, shown: NextTimes, strength: Strength) -> None:
        super().__init__(shown)
        self._context, self._data, self._list, self._strength = context, data, shown, strength
        self._workout: Workout | None = None
        shown.accepted.connect(self._on_accepted)
        shown.refused.connect(self._on_refused)
        shown.closed.connect(self._on_closed)
        strength.found_records.connect(lambda: shown.show_records(strength.records))

    def after(self, workout: Workout) -> None:
        """A workout was finished: look at what follows from it."""
        self._workout = workout
        self._strength.look_for(workout.id)

    def forget(self) -> None:
        """Nothing was just finished."""
        self._workout = None
        self._strength.look_for(None)

    def show(self) -> None:
        """Show what follows, as things are now."""
        workout, data, person = self._workout, self._data, self._context.person
        known = data.known(workout.id) if workout is not None else None
        self._list.setVisible(known is not None and known.finished)
        if known is None or not known.finished or person is None:
            return
        one = known.workout
        found = sums_by_workout([one], data.lookup, data.weighed)[one.id]
        title = tr(
            "{title} is done: {facts}", title=workout_title(one), facts=sum_words(found, one.minutes, data.units)
        )
        proposals = self._found(one, person.id)
        open_ = sum(each.open for each in proposals)
        about = ""
        if open_:
            about = ntr(
                "For the coming week {count} change follows from it. It is a proposal: the plan is yours.",
                "For the coming week {count} changes follow from it. They are proposals: the plan is yours.",
                open_,
            )  # fmt: skip
        elif proposals:
            about = tr("No change is open: the coming week is as it stands in the plan.")
        self._list.show_proposals(title, about, proposals)

    def _found(self, workout: Workout, person_id: int) -> tuple[Coming, ...]:
        data = self._data
        if data.plan is None:
            return ()
        return next_times(
            self._context.profile, person_id, workout, data.plan, data.log, data.catalogue, data.lookup, data.units
        )

    def _on_accepted(self, proposals: Sequence[Coming]) -> None:
        stored = self._data.plan
        if stored is None or not proposals:
            return
        what = (
            tr("Take next time's numbers of {exercise}", exercise=proposals[0].label)
            if len(proposals) == 1
            else tr("Take next time's numbers")
        )
        try:
            self._run(ChangePlan(stored.info.id, stored.plan, taken(stored.plan, proposals), what))
        except UserError as error:
            self.refused.emit(str(error))

    def _on_refused(self, one: Coming) -> None:
        person = self._context.person
        if person is not None:
            self._run(RefuseProposal(person.id, one.entry.exercise, one.next.key, date.today()))

    def _on_closed(self) -> None:
        self.forget()
        self._list.hide()
        self.closed.emit()

    def _run(self, edit: Edit) -> None:
        try:
            self._context.runner.apply(edit)
        except UserError as error:
            self.refused.emit(str(error))
