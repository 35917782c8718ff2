"""Views of the charts that a person keeps under a name. What a view shows is the window's own text, opaque here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from legwork.errors import UserError
from legwork.formats.records import MAX_VIEW_NAME
from legwork.i18n import tr
from legwork.services.edit import Edit
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import chart_view

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class SavedView:
    """A kept view. spec: as the window wrote it."""

    id: int
    name: str
    spec: str


def saved_views(profile: Profile, person_id: int) -> tuple[SavedView, ...]:
    """A person's views by name, capital and small letters alike."""
    with profile.reading() as reader:
        return views_from(reader, person_id)


def views_from(reader: Reader, person_id: int) -> tuple[SavedView, ...]:
    """As `saved_views`, inside a transaction."""
    found = [SavedView(row.id, row.name, row.spec) for row in reader.rows(chart_view, person_id=person_id)]
    return tuple(sorted(found, key=lambda view: view.name.casefold()))


def view_name(text: str, others: Iterable[str] = ()) -> str:
    """The name that was typed, for a view may have it. others: names that are taken. Raises UserError."""
    wanted = " ".join(text.split())
    if not wanted:
        raise UserError(tr("Give the view a name, for example Legs."))
    if len(wanted) > MAX_VIEW_NAME:
        raise UserError(tr("This name is too long: keep it under {count} letters.", count=MAX_VIEW_NAME))
    taken = next((one for one in others if one.casefold() == wanted.casefold()), None)
    if taken is not None:
        raise UserError(tr("There is a view named {name} already: choose another name.", name=taken))
    return wanted


@dataclass(frozen=True)
class SaveView(Edit):
    """Keep a view under a name, in place of the one that has it, capital and small letters alike."""

    person_id: int
    name: str
    spec: str

    @property
    def label(self) -> str:
        return tr("Save view {name}", name=self.name.strip())

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        name = view_name(self.name)
        rows = work.rows(chart_view, person_id=person_id)
        row = next((one for one in rows if one.name.casefold() == name.casefold()), None)
        if row is None:
            work.insert(chart_view, [{"person_id": person_id, "name": name, "spec": self.spec}])
        else:
            work.update(chart_view, row.id, name=name, spec=self.spec)


@dataclass(frozen=True)
class RenameView(Edit):
    """Give a view another name."""

    view_id: int
    name: str

    @property
    def label(self) -> str:
        return tr("Rename view to {name}", name=self.name.strip())

    def run(self, work: UnitOfWork) -> None:
        row = work.one(chart_view, id=self.view_id)
        if row is None:
            raise UserError(tr("This view is no longer here."))
        others = [one.name for one in work.rows(chart_view, person_id=row.person_id) if one.id != row.id]
        work.update(chart_view, row.id, name=view_name(self.name, others))


@dataclass(frozen=True)
class DeleteView(Edit):
    """Remove a view; `name` names it in the menu."""

    notable: ClassVar[bool] = True

    view_id: int
    name: str

    @property
    def label(self) -> str:
        return tr("Delete view {name}", name=self.name)

    def run(self, work: UnitOfWork) -> None:
        work.delete(chart_view, [self.view_id])
