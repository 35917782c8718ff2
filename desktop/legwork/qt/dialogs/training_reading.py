"""What the preview of a log of workouts works out in the background: the file read again, its names, and the counts.

Owns the order of this work and what is thrown away because it came too late. It must not touch a widget.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from legwork.domain.exercise_names import Catalogue
from legwork.errors import Cancelled, UserError
from legwork.formats.training_records import Answers, Spot, Suspect, TrainingTable
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.core.tasks import Task
from legwork.services import importing
from legwork.services.own_exercises import catalogue_of
from legwork.services.profile import Profile
from legwork.services.training_import import TrainingPlan, here_now, preview
from legwork.services.training_left import left_before
from legwork.services.training_match import Here
from legwork.services.training_names import FoundName, names_in_file, proposed


@dataclass(frozen=True)
class Wishes:
    """What the person said. names: by name in the file. suspects: whether they come in, those that were asked about, by
    where they stand in the file, which stays when it is read with other answers."""

    names: Mapping[str, str]
    suspects: Mapping[Spot, bool]


@dataclass(frozen=True)
class Look:
    """A file as it was read, and what is known about it. choices: what becomes of each name. before: suspects that
    were left out the last time; left: that are left out now."""

    table: TrainingTable
    names: tuple[FoundName, ...]
    catalogue: Catalogue
    here: Here
    before: tuple[Suspect, ...]
    choices: Mapping[str, str]
    left: tuple[Suspect, ...]
    plan: TrainingPlan


class TrainingReading(QObject):
    """Works out one thing at a time; what is asked for meanwhile replaces what waited."""

    looked = Signal(object)
    """A Look."""
    refused = Signal(str)
    """The file cannot be read any more: a sentence. What was there before still holds."""
    failed = Signal(object)
    """An error that nobody expected here."""
    busy_changed = Signal(bool)

    def __init__(self, context: Context, person_id: int, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._person_id, self._file = context, person_id, file
        self._task: Task | None = None
        self._next: tuple[TrainingTable | None, Answers, Wishes] | None = None
        self._file_read_with: Answers | None = None
        self._look: Look | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._task is not None

    def look_at(self, table: TrainingTable, wishes: Wishes) -> None:
        """Work out all about a table that was read already."""
        self._ask(table, Answers(), wishes)

    def read_again(self, answers: Answers, wishes: Wishes) -> None:
        """Read the file with other answers."""
        if self._task is not None and self._file_read_with is not None:
            self._task.cancel()  # with answers that hold no more
        self._ask(None, answers, wishes)

    def count_again(self, wishes: Wishes) -> None:
        """Work out what becomes of it with other wishes. What waits to be read is read with these."""
        if self._next is not None:
            self._next = (self._next[0], self._next[1], wishes)
        elif self._look is not None:
            self._ask(self._look.table, Answers(), wishes)

    def close(self) -> None:
        """Nothing is wanted any more."""
        self._next = None
        if self._task is not None:
            self._task.cancel()

    def _ask(self, table: TrainingTable | None, answers: Answers, wishes: Wishes) -> None:
        if self._file_read_with is not None and table is not None:
            table, answers = None, self._file_read_with  # the old table holds no more
        self._next = (table, answers, wishes)
        if self._task is None:
            self._start()
            self.busy_changed.emit(True)

    def _start(self) -> None:
        assert self._next is not None
        table, answers, wishes = self._next
        self._next = None
        self._file_read_with = answers if table is None else None
        work = partial(_work, self._context.profile, self._person_id, self._file, table, answers, wishes, self._look)
        task = self._task = Task(tr("Reading {name}", name=self._file.name), work)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_ended)
        self._context.worker.start(task, visible=False)

    def _on_done(self, look: Look) -> None:
        self._look = look
        waits = self._next is not None
        self._on_ended()
        if not waits:
            self.looked.emit(look)

    def _on_failed(self, error: Exception) -> None:
        self._on_ended()
        if isinstance(error, UserError):
            self.refused.emit(str(error))
        else:
            self.failed.emit(error)

    def _on_ended(self) -> None:
        self._task = None
        self._file_read_with = None
        if self._next is not None:
            self._start()
        else:
            self.busy_changed.emit(False)


def chosen(names: tuple[FoundName, ...], wishes: Wishes) -> dict[str, str]:
    """What becomes of each name: as it is proposed, unless the person said otherwise."""
    return {name: wishes.names.get(name, choice) for name, choice in proposed(names).items()}


def left_out(table: TrainingTable, before: tuple[Suspect, ...], wishes: Wishes) -> tuple[Suspect, ...]:
    """Which suspects stay out: those that the person says, else those that were left out before."""
    out = {one.where for one in before}
    return tuple(one for one in table.suspects if not wishes.suspects.get(one.spot, one.where not in out))


def _work(
    profile: Profile,
    person_id: int,
    file: Path,
    table: TrainingTable | None,
    answers: Answers,
    wishes: Wishes,
    known: Look | None,
    task: Task,
) -> Look:
    if table is None:
        found = importing.read_file(file, task.should_stop, answers)
        if not isinstance(found, TrainingTable) or not found.workouts:
            raise UserError(tr("{name} was changed meanwhile: it holds no workouts any more.", name=file.name))
        table = found
    if known is not None and known.table is table:
        names, catalogue, here, before = known.names, known.catalogue, known.here, known.before
    else:
        names = names_in_file(profile, person_id, table)
        catalogue = catalogue_of(profile, person_id)
        before = left_before(profile, person_id, table)
        here = here_now(profile, person_id, table)
    if task.should_stop():
        raise Cancelled
    choices = chosen(names, wishes)
    left = left_out(table, before, wishes)
    plan = preview(profile, person_id, table, choices, left, here)
    return Look(table, names, catalogue, here, before, choices, left, plan)
