"""How strong every lift is, and which records a workout that was just finished has set: worked out in the background.

Owns when it is worked out (only what is looked at, and only when the log has changed since), and what a click opens.
The words are `services.train_strength` and `services.train_records`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from legwork.domain.days import full_day
from legwork.domain.log.sums import What
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.sets_behind import show_sets
from legwork.qt.pages.train.data import TrainData
from legwork.qt.pages.train.overview import Overview
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.sets_behind import Question
from legwork.services.train_records import LiftRecords, NewRecord, RecordRow, lift_records, new_records
from legwork.services.train_strength import LiftRow, LogStrength, lift_rows, log_strength

_KEPT = "train/right"
_STRENGTH = "strength"


@dataclass(frozen=True, eq=False)
class _Wish:
    """What shall be worked out: the list of lifts, the records of a workout, those of a lift."""

    rows: bool = False
    workout: int | None = None
    lift: str = ""

    def __bool__(self) -> bool:
        return self.rows or self.workout is not None or bool(self.lift)


@dataclass(frozen=True, eq=False)
class _Found:
    """What came of a wish; None where it was not wished for."""

    wish: _Wish
    log: LogStrength
    rows: tuple[LiftRow, ...] | None
    records: tuple[NewRecord, ...] | None
    lift: LiftRecords | None


class Strength(QObject):
    """Fills the right card of the overview, and knows the records of the workout that was just finished."""

    found_records = Signal()
    open_asked = Signal(int)
    """A workout (its id)."""

    def __init__(self, context: Context, data: TrainData, overview: Overview) -> None:
        super().__init__(overview)
        self._context, self._data, self._overview = context, data, overview
        self._panel = overview.strength
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_done)
        self._wish = _Wish()
        self._state: tuple[object, ...] = ()
        self._log: LogStrength | None = None
        self._has_rows = False
        self._workout: int | None = None
        self._records: tuple[NewRecord, ...] | None = None
        self._lifts: dict[str, LiftRecords] = {}
        overview.switch.chosen.connect(self._on_switch)
        self._panel.lift_asked.connect(self._on_lift)
        self._panel.open_asked.connect(self.open_asked)
        self._panel.sets_asked.connect(self._on_sets)
        self._panel.line_asked.connect(self._on_line)
        if context.view.text(_KEPT) == _STRENGTH:
            overview.switch.strength.setChecked(True)

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out."""
        return self._asked.busy

    def forget(self) -> None:
        """Another person is looked at."""
        self._asked.drop()
        self._state, self._log, self._workout = (), None, None
        self._panel.forget()

    def look_for(self, workout_id: int | None) -> None:
        """The records of this workout are wanted; None: of none."""
        self._workout, self._records = workout_id, None
        if workout_id is None:
            self.found_records.emit()

    @property
    def records(self) -> tuple[NewRecord, ...]:
        """The records of the workout that was asked for; empty while they are not known."""
        return self._records or ()

    def show(self) -> None:
        """Bring what is looked at up to date."""
        data, person = self._data, self._context.person
        if person is None:
            return
        state = (person.id, date.today().toordinal(), data.workouts, data.catalogue)
        if not _same(state, self._state):
            self._state, self._log, self._has_rows, self._records = state, None, False, None
            self._lifts.clear()
            self._asked.drop()
        seen = not self._panel.isHidden()
        lift = self._panel.lift if seen else ""
        wish = _Wish(
            seen and not self._has_rows,
            self._workout if self._records is None else None,
            lift if lift not in self._lifts else "",
        )
        if lift in self._lifts:
            self._panel.show_records(self._lifts[lift])
        if not wish or (self._asked.busy and self._covers(wish)):
            return
        if wish.rows:
            self._panel.show_rows(None)
        self._wish = wish
        work = partial(_work_out, self._context.profile, person, date.today(), self._log, wish)
        self._asked.ask(tr("Looking for records"), work)

    # Within

    def _covers(self, wish: _Wish) -> bool:
        """Whether what is under way brings all of this."""
        now = self._wish
        return (now.rows or not wish.rows) and (wish.workout in (None, now.workout)) and (wish.lift in ("", now.lift))

    def _on_done(self, found: _Found) -> None:
        self._log = found.log
        if found.lift is not None:
            self._lifts[found.lift.key] = found.lift
        if found.rows is not None:
            self._has_rows = True
            self._panel.show_rows(found.rows)
        if found.records is not None and found.wish.workout == self._workout:
            self._records = found.records
            self.found_records.emit()
        self.show()

    def _on_switch(self, strength: bool) -> None:
        self._context.view.set_text(_KEPT, _STRENGTH if strength else "")
        self._overview.show_strength(strength)
        self.show()

    def _on_lift(self, _key: str) -> None:
        self.show()

    def _on_sets(self, one: RecordRow) -> None:
        known = self._data.catalogue.get(self._panel.lift)
        name = known.label if known is not None else self._panel.lift
        day = date.fromordinal(one.day)
        title = tr("{exercise}, {day}: tonnage", exercise=name, day=full_day(day))
        show_sets(self._context, Question(What.TONNAGE, day, day, title, exercises=(self._panel.lift,)), self._panel)

    def _on_line(self, key: str) -> None:
        self._context.navigate.emit(f"charts/strength/{key}")


def _same(state: tuple[object, ...], before: tuple[object, ...]) -> bool:
    return len(state) == len(before) and all(
        one is other or (isinstance(one, int) and one == other) for one, other in zip(state, before, strict=True)
    )


def _work_out(
    profile: Profile, person: Person, today: date, known: LogStrength | None, wish: _Wish, task: Task
) -> _Found:
    log = log_strength(profile, person, today) if known is None else known
    task.breathe()
    return _Found(
        wish,
        log,
        lift_rows(log, task.breathe) if wish.rows else None,
        new_records(log, wish.workout) if wish.workout is not None else None,
        lift_records(log, wish.lift) if wish.lift else None,
    )
