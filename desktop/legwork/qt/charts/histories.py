"""The histories that the charts show, worked out in the background; after an edit only what it touched.

Owns what is known, what is being worked out, and what has to be again; and the log of training, which is read once for
all that comes out of it, and what it offers. The window never waits for any of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from legwork.domain.measures import Measure
from legwork.i18n import tr
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.release import Release
from legwork.qt.core.tasks import Task
from legwork.services.edit import Changes
from legwork.services.measure_series import MeasureSeries, Offer
from legwork.services.measures import made_stale, series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_measures import TABLES, TrainingLog, held_against_plan

_BODY_WEIGHT = "body_weight"

Found = dict[Measure, list[MeasureSeries]]
Prepare = Callable[[MeasureSeries], object]


class Histories(QObject):
    """Series by measure, of one person at a time."""

    arrived = Signal()
    """Something that was asked for is there."""

    offered = Signal()
    """What the log of training offers is known."""

    def __init__(self, context: Context, release: Release, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._release = release
        self._person: Person | None = None
        self._known: Found = {}
        self._stale: set[Measure] = set()
        self._log: TrainingLog | None = None
        self._read_on = date.min
        self._chosen = 0
        self._offers: tuple[Offer, ...] | None = None
        self._listed = False
        self._listing, self._working = Latest(context.worker, self), Latest(context.worker, self)
        self._listing.done.connect(self._on_listed)
        self._working.done.connect(self._on_done)
        self.failed = self._working.failed
        self._asked: frozenset[Measure] = frozenset()
        self.computed = 0
        """How many measures were worked out so far."""

    @property
    def busy(self) -> bool:
        """Whether anything is being worked out."""
        return self._working.busy or self._listing.busy

    @property
    def offers(self) -> tuple[Offer, ...] | None:
        """What the log of training offers; None while that is not known."""
        return self._offers

    def of(self, measure: Measure) -> list[MeasureSeries]:
        """What is known of a measure now; while it is worked out anew, what was known before."""
        return self._known.get(measure, [])

    def forget(self, changes: Changes) -> None:
        """These changes make some of it out of date."""
        stale = made_stale(self._known, changes)
        asked = made_stale(self._asked, changes)  # it may be being worked out, and not be known yet
        self._stale |= stale
        if stale or asked:
            self._working.drop()
        if changes.touches(*TABLES, "person") or any(spot.site == _BODY_WEIGHT for spot in changes.spots):
            self._drop_log()
        elif any(one.trained for one in stale | asked):
            self._log = None  # what weeks are held against has changed: what there is to choose has not

    def list_training(self, person: Person) -> None:
        """Have it found out what the log of training offers, as far as that is not known; `offered` tells when."""
        self._turn_to(person)
        if self._listed or self._listing.busy:
            return
        self._listing.ask(tr("Looking through the training log"), partial(_list, self._log_of(person)))

    def ask(self, person: Person, measures: Iterable[Measure], prepare: Prepare = bool) -> None:
        """Have these measures worked out, as far as they are not known; `arrived` tells when.

        prepare: is given each series in the background, to do what would otherwise be left to the window.
        """
        self._turn_to(person)
        wanted = frozenset(one for one in measures if one not in self._known or one in self._stale)
        if not wanted or (self._working.busy and wanted <= self._asked):
            return
        self._asked = wanted
        log = self._log_of(person) if any(one.trained for one in wanted) else None
        work = partial(_work_out, self._context.profile, person, sorted(wanted), prepare, log)
        self._working.ask(tr("Working out trends"), work)

    def _turn_to(self, person: Person) -> None:
        if person == self._person:
            self._turn_to_plan(chosen_plan(self._context.view, person))
            return
        other = self._person is None or person.id != self._person.id
        self._person = person
        self._stale |= self._known.keys()
        if other:
            self._known.clear()
            self._offers = None
        self._chosen = chosen_plan(self._context.view, person)
        self._working.drop()
        self._drop_log()

    def _turn_to_plan(self, chosen: int) -> None:
        """Forget what the plan that was chosen before is beside, in what is being worked out as well."""
        if chosen == self._chosen:
            return
        self._chosen, self._log = chosen, None
        self._stale |= {one for one in self._known if held_against_plan(one)}
        if any(held_against_plan(one) for one in self._asked):
            self._working.drop()

    def _log_of(self, person: Person) -> TrainingLog:
        """The log that all questions share; read anew on another day, because another week may be running."""
        today = date.today()
        if self._log is None or self._read_on != today:
            self._log, self._read_on = TrainingLog(self._context.profile, person, today, self._chosen), today
        return self._log

    def _drop_log(self) -> None:
        """The log has changed; until it is known anew, it offers what it did."""
        self._log = None
        self._listed = False
        self._listing.drop()

    def _on_done(self, found: Found) -> None:
        self._release.later([self._known.pop(measure) for measure in found if measure in self._known])
        self._known |= found
        self._stale -= found.keys()
        self.computed += len(found)
        self.arrived.emit()

    def _on_listed(self, found: tuple[Offer, ...]) -> None:
        self._offers, self._listed = found, True
        self.offered.emit()


def _list(log: TrainingLog, task: Task) -> tuple[Offer, ...]:
    return log.offers(task.breathe)


def _work_out(
    profile: Profile, person: Person, measures: list[Measure], prepare: Prepare, log: TrainingLog | None, task: Task
) -> Found:
    found = series_of(profile, person, measures, task.breathe, log=log)
    for several in found.values():
        for one in several:
            prepare(one)
            task.breathe()
    return found
