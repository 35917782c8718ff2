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
from legwork.store.tables import check_in

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


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
    readings that changed. first_day, last_day: None when no check-in was touched.
    """

    rows: dict[str, frozenset[int]] = field(default_factory=dict)
    people: frozenset[int] = frozenset()
    check_ins: frozenset[int] = frozenset()
    spots: frozenset[Spot] = frozenset()
    first_day: date | None = None
    last_day: date | None = None
    everything: bool = False

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
    for change in patch.changes:
        rows[change.table].add(change.id)
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
    for row in work.by_ids(check_in, touched - dated):
        people.add(row.person_id)
        days.add(row.day)
    return Changes(
        {table: frozenset(ids) for table, ids in rows.items()},
        frozenset(people),
        frozenset(touched),
        frozenset(spots),
        min(days, default=None),
        max(days, default=None),
    )
