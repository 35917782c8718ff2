"""What helps with the exercise that the cursor is in: plates, warm-up sets, last time, and another one in its place.

Owns asking for it and showing it beside the sheet. A change of the workout is asked of whoever listens.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from legwork.domain.log.model import Workout
from legwork.domain.log.plates import Bar
from legwork.domain.log.sheet import Sets
from legwork.domain.log.workout_edits import swapped
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.dialogs.own_plates import OwnPlatesDialog
from legwork.qt.pages.train.data import TrainData
from legwork.qt.pages.train.work import Work

_SOUND = "train/sound"


class Aids(QObject):
    """Follows the sheet of `work`."""

    edit_asked = Signal(object, str)
    said = Signal(str)

    def __init__(self, context: Context, data: TrainData, work: Work, workout: Callable[[], Workout | None]) -> None:
        """workout: gives the one on the sheet."""
        super().__init__(work)
        self._context, self._data, self._work, self._workout = context, data, work, workout
        work.sheet.swap_asked.connect(self._on_swap)
        work.sheet.ramp_asked.connect(self._on_ramp)
        work.beside.ramp_asked.connect(lambda: self._on_ramp(work.sheet.current))
        work.beside.plates.own_asked.connect(self._on_own_plates)
        work.beside.plates.bar_chosen.connect(self._on_bar)
        work.beside.rest.sound.setChecked(context.view.text(_SOUND) == "yes")
        work.beside.rest.sound_wanted.connect(self._on_sound)
        work.facts_wanted.connect(self._on_facts_wanted)

    def _on_facts_wanted(self, place: int) -> None:
        """The cursor is in another exercise, or it changed: what stands beside the sheet follows."""
        workout = self._workout()
        if workout is None or not 0 <= place < len(workout.exercises):
            self._work.beside.show_exercise(None, ())
            return
        facts = self._data.facts(workout)[place]
        lines = self._work.sheet.lines[place]
        ramp: Sets = () if any(one.done for one in lines) else self._data.ramp(facts, lines)
        last_day = self._data.last(workout, facts.key)[1]
        self._work.beside.show_exercise(facts, lines, ramp, last_day, date.today())

    def _on_swap(self, place: int) -> None:
        workout = self._workout()
        if workout is None:
            return
        old = workout.exercises[place]
        data, window = self._data, self._work.window()
        # The list of exercises costs a quarter of a second to import, and is seldom wanted here.
        from legwork.qt.dialogs.choose_exercise import ChooseExerciseDialog

        dialog = ChooseExerciseDialog(self._context, data.catalogue, data.units, old.exercise, window)
        chosen = dialog.key if dialog.exec() == QDialog.DialogCode.Accepted else ""
        dialog.deleteLater()
        if chosen:
            self.edit_asked.emit(partial(swapped, place=place, exercise=chosen), tr("Swap an exercise"))
        self._work.sheet.focus_exercise(place + bool(chosen and old.sets))

    def _on_ramp(self, place: int) -> None:
        workout = self._workout()
        if workout is None or not 0 <= place < len(workout.exercises):
            return
        ramp = self._data.ramp(self._data.facts(workout)[place], self._work.sheet.lines[place])
        if ramp:
            self._work.sheet.offer_ramp(place, ramp)
        else:
            self.said.emit(tr("There is no load to warm up to here yet: type the warm-up like w 40x8."))

    def _on_own_plates(self) -> None:
        assert self._context.person is not None
        dialog = OwnPlatesDialog(self._context, self._context.person, self._data.gym, self._work.window())
        dialog.exec()
        dialog.deleteLater()

    def _on_bar(self, bar: Bar) -> None:
        workout, place = self._workout(), self._work.sheet.current
        if workout is not None and 0 <= place < len(workout.exercises):
            try:
                self._context.runner.apply(self._data.keep_bar(workout.exercises[place].exercise, bar))
            except UserError as error:
                self.said.emit(str(error))

    def _on_sound(self, wanted: bool) -> None:
        self._context.view.set_text(_SOUND, "yes" if wanted else "no")
