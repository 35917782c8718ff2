"""The histories that the charts show, worked out in the background; after an edit only what it touched.

Owns what is known, what is being worked out, and what has to be again. The window never waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from legwork.domain.measures import Measure
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.core.release import Release
from legwork.qt.core.tasks import Task
from legwork.services.edit import Changes
from legwork.services.measures import MeasureSeries, depends_on, series_of
from legwork.services.people import Person
from legwork.services.profile import Profile

Found = dict[Measure, list[MeasureSeries]]
Prepare = Callable[[MeasureSeries], object]


class Histories(QObject):
    """Series by measure, of one person at a time."""

    arrived = Signal()
    """Something that was asked for is there."""

    def __init__(self, context: Context, release: Release, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._release = release
        self._person: Person | None = None
        self._known: Found = {}
        self._stale: set[Measure] = set()
        self._task: Task | None = None
        self._asked: frozenset[Measure] = frozenset()
        self.computed = 0
        """How many measures were worked out so far."""

    @property
    def busy(self) -> bool:
        """Whether anything is being worked out."""
        return self._task is not None

    def of(self, measure: Measure) -> list[MeasureSeries]:
        """What is known of a measure now; while it is worked out anew, what was known before."""
        return self._known.get(measure, [])

    def forget(self, changes: Changes) -> None:
        """These changes make some of it out of date."""
        moved = changes.touches("check_in") and not changes.spots and changes.first_day != changes.last_day
        if moved or changes.touches("person", "custom_site"):
            self._stale |= self._known.keys()
        elif changes.spots:
            sites = {spot.site for spot in changes.spots}
            self._stale |= {measure for measure in self._known if depends_on(measure, sites)}
        else:
            return  # a note, a goal or a flag moves no line
        self._drop_task()

    def ask(self, person: Person, measures: Iterable[Measure], prepare: Prepare = bool) -> None:
        """Have these measures worked out, as far as they are not known; `arrived` tells when.

        prepare: is given each series in the background, to do what would otherwise be left to the window.
        """
        if person != self._person:
            other = self._person is None or person.id != self._person.id
            self._person = person
            self._stale |= self._known.keys()
            if other:
                self._known.clear()
            self._drop_task()
        wanted = frozenset(one for one in measures if one not in self._known or one in self._stale)
        if not wanted or (self._task is not None and wanted <= self._asked):
            return
        self._drop_task()
        self._asked = wanted
        work = partial(_work_out, self._context.profile, person, sorted(wanted), prepare)
        self._task = Task(tr("Working out trends"), work)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._context.worker.start(self._task, visible=False)

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_done(self, found: Found) -> None:
        if self.sender() is not self._task:
            return  # something was changed since: another task is on its way
        self._task = None
        self._release.later([self._known.pop(measure) for measure in found if measure in self._known])
        self._known |= found
        self._stale -= found.keys()
        self.computed += len(found)
        self.arrived.emit()

    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._task:
            self._task = None
            raise error  # to whoever catches what nobody caught: the window says it


def _work_out(profile: Profile, person: Person, measures: list[Measure], prepare: Prepare, task: Task) -> Found:
    found = series_of(profile, person, measures, task.breathe)
    for several in found.values():
        for one in several:
            prepare(one)
            task.breathe()
    return found
