"""The one way an edit travels through this floor: Edit in, Outcome out.

A page makes a small frozen Edit; `Profile.apply` runs it in one unit of work and answers with what changed and with
the edit that undoes it. The undoing edit is a row patch, so it is right for every Edit without a line of its own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from legwork.domain.sites import Side, Spot
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.store.patch import Patch, RowChange, StaleImageError
from legwork.store.tables import (
    Table,
    check_in,
    plan,
    plan_block,
    plan_entry,
    plan_session,
    plan_week,
    workout,
    workout_exercise,
    workout_set,
)

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


_Parents = tuple[tuple[Table, Table], ...]

_PLAN_PARENTS: _Parents = (
    (plan_entry, plan_session),
    (plan_session, plan_week),
    (plan_week, plan_block),
    (plan_block, plan),
)
"""Each part of a plan with what holds it, from the smallest on."""

_WORKOUT_PARENTS: _Parents = ((workout_set, workout_exercise), (workout_exercise, workout))
"""The same of a workout."""

_PARTS = frozenset(part.name for part, _ in (*_PLAN_PARENTS, *_WORKOUT_PARENTS))
"""Rows of which nothing else is told than what holds them."""


class Edit(ABC):
    """A change that a person asked for. Subclasses are frozen dataclasses.

    notable: whether it deserves a word with Undo beside it at the bottom of the window.
    """

    notable: ClassVar[bool] = False

    @property
    @abstractmethod
    def label(self) -> str:
        """Its translated name, as the Undo entry of the menu says it."""

    @abstractmethod
    def run(self, work: UnitOfWork) -> None:
        """Check and write. Raises UserError when it makes no sense; then nothing is kept."""


@dataclass(frozen=True)
class Changes:
    """What an edit touched, for those who show it.

    rows: ids by table. check_ins: check-ins that changed or whose readings did. people: theirs. spots: of the
    readings that changed. first_day, last_day: None when no check-in was touched. plans, workouts: those that changed
    or whose parts did. workout_days: the first and the last day of these workouts, before and after; None without any.
    """

    rows: dict[str, frozenset[int]] = field(default_factory=dict)
    people: frozenset[int] = frozenset()
    check_ins: frozenset[int] = frozenset()
    spots: frozenset[Spot] = frozenset()
    first_day: date | None = None
    last_day: date | None = None
    everything: bool = False
    plans: frozenset[int] = frozenset()
    workouts: frozenset[int] = frozenset()
    workout_days: tuple[date, date] | None = None

    def touches(self, *tables: str) -> bool:
        """Whether any of these tables changed."""
        return self.everything or any(table in self.rows for table in tables)


EVERYTHING = Changes(everything=True)
"""Told when it is not known what changed: another program wrote, or a backup was put back."""


@dataclass(frozen=True)
class Outcome:
    """What became of an edit: what changed, and the edits that take it back and do it again."""

    changes: Changes
    inverse: PatchEdit
    forward: PatchEdit


@dataclass(frozen=True)
class PatchEdit(Edit):
    """Puts rows back as they were, or again as they became."""

    patch: Patch
    name: str

    @property
    def label(self) -> str:
        return self.name

    def run(self, work: UnitOfWork) -> None:
        try:
            work.apply(self.patch)
        except StaleImageError:
            raise UserError(
                tr("This was changed since, by an import or another program, so it cannot be undone here.")
            ) from None

    @property
    def inverse(self) -> PatchEdit:
        """The edit that takes this one back."""
        return PatchEdit(self.patch.inverse, self.name)

    def then(self, later: PatchEdit) -> PatchEdit:
        """This and, right after it, `later` as one edit, under the name of `later`."""
        rows = {(one.table, one.id): one for one in self.patch.changes}
        for one in later.patch.changes:
            first = rows.get((one.table, one.id), one)
            rows[one.table, one.id] = RowChange(one.table, one.id, first.before, one.after)
        return PatchEdit(Patch(tuple(one for one in rows.values() if one.before != one.after)), later.name)


@dataclass(frozen=True)
class InsteadOf(Edit):
    """Does `edit` as if `done` had never been done, in one transaction: whatever happens, one of them is kept."""

    done: PatchEdit
    edit: Edit

    @property
    def label(self) -> str:
        return self.edit.label

    def run(self, work: UnitOfWork) -> None:
        self.done.inverse.run(work)
        self.edit.run(work)


@dataclass(frozen=True)
class Together(Edit):
    """Several edits as one step, under one translated name: all of them are kept, or none."""

    notable: ClassVar[bool] = True

    edits: tuple[Edit, ...]
    name: str

    @property
    def label(self) -> str:
        return self.edits[0].label if len(self.edits) == 1 else self.name

    def run(self, work: UnitOfWork) -> None:
        for one in self.edits:
            one.run(work)


def outcome_of(patch: Patch, label: str, work: UnitOfWork) -> Outcome:
    """Describe a patch that `work` has just written."""
    forward = PatchEdit(patch, label)
    return Outcome(_changes_of(patch, work), forward.inverse, forward)


def _changes_of(patch: Patch, work: UnitOfWork) -> Changes:
    rows: dict[str, set[int]] = defaultdict(set)
    people: set[int] = set()
    days: set[date] = set()
    dated: set[int] = set()
    touched: set[int] = set()
    spots: set[Spot] = set()
    trained: set[date] = set()
    for change in patch.changes:
        rows[change.table].add(change.id)
        if change.table in _PARTS:
            continue
        for image in (change.before, change.after):
            if image is None:
                continue
            if "person_id" in image:
                people.add(image["person_id"])
            if change.table == "person":
                people.add(change.id)
            elif change.table == "check_in":
                touched.add(change.id)
                dated.add(change.id)
                days.add(image["day"])  # of both images: a check-in may have moved
            elif change.table == "reading":
                touched.add(image["check_in_id"])
                spots.add(Spot(image["site"], Side(image["side"])))
            elif change.table == "workout":
                trained.add(image["day"])
    for row in work.by_ids(check_in, touched - dated):
        people.add(row.person_id)
        days.add(row.day)
    plans = _owners_of(patch, work, _PLAN_PARENTS)
    people.update(row.person_id for row in work.by_ids(plan, plans - rows.get(plan.name, set())))
    workouts = _owners_of(patch, work, _WORKOUT_PARENTS)
    for row in work.by_ids(workout, workouts - rows.get(workout.name, set())):
        people.add(row.person_id)
        trained.add(row.day)
    return Changes(
        {table: frozenset(ids) for table, ids in rows.items()},
        frozenset(people),
        frozenset(touched),
        frozenset(spots),
        min(days, default=None),
        max(days, default=None),
        plans=frozenset(plans),
        workouts=frozenset(workouts),
        workout_days=(min(trained), max(trained)) if trained else None,
    )


def _owners_of(patch: Patch, work: UnitOfWork, parents: _Parents) -> set[int]:
    """The plans or workouts that a patch touched, deleted ones too: whoever shows one looks no further than its parts.

    parents: their parts, each with what holds it.
    """
    whole = parents[-1][1]
    column = {table.name: f"{parent.name}_id" for table, parent in parents}
    here: dict[str, set[int]] = defaultdict(set)
    named: dict[str, set[int]] = defaultdict(set)
    for change in patch.changes:
        if change.table in column:
            here[change.table].add(change.id)
            for image in (change.before, change.after):
                if image is not None:
                    named[change.table].add(image[column[change.table]])
        elif change.table == whole.name:
            here[whole.name].add(change.id)
    wanted: set[int] = set()
    for table, _ in parents:
        stored = work.by_ids(table, wanted - here[table.name])
        wanted = {getattr(row, column[table.name]) for row in stored} | named[table.name]
    return wanted | here[whole.name]
