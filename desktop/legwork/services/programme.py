"""What was going on beside the tape: changes of the training programme, and the notes of check-ins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from legwork.domain.days import near_day
from legwork.errors import UserError
from legwork.formats.records import MAX_CHANGE_TEXT, shortened
from legwork.i18n import tr
from legwork.services.edit import Edit
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import check_in, programme_change

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ProgrammeChange:
    """From `day` on the training is another one; `text` says in which way."""

    id: int
    day: date
    text: str


def programme_changes(profile: Profile, person_id: int) -> tuple[ProgrammeChange, ...]:
    """A person's changes by day; those of one day in the order they were written."""
    with profile.reading() as reader:
        return changes_from(reader, person_id)


def changes_from(reader: Reader, person_id: int) -> tuple[ProgrammeChange, ...]:
    """As `programme_changes`, inside a transaction."""
    rows = reader.rows(programme_change, order=("day", "id"), person_id=person_id)
    return tuple(ProgrammeChange(row.id, row.day, row.text) for row in rows)


def notes(profile: Profile, person_id: int) -> tuple[tuple[date, str], ...]:
    """The notes of check-ins by day; blank ones are left out."""
    with profile.reading() as reader:
        rows = reader.rows(check_in, order=("day",), person_id=person_id)
    return tuple((row.day, row.note) for row in rows if row.note.strip())


@dataclass(frozen=True)
class AddProgrammeChange(Edit):
    """Note that the training changes on a day, which may be one to come."""

    person_id: int
    day: date
    text: str

    @property
    def label(self) -> str:
        return tr("Programme change on {day}", day=near_day(self.day, date.today()))

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        text = _checked(work, person_id, self.day, self.text)
        work.insert(programme_change, [{"person_id": person_id, "day": self.day, "text": text}])


@dataclass(frozen=True)
class EditProgrammeChange(Edit):
    """Give a change another day or other words."""

    change_id: int
    day: date
    text: str

    @property
    def label(self) -> str:
        return tr("Edit programme change on {day}", day=near_day(self.day, date.today()))

    def run(self, work: UnitOfWork) -> None:
        row: Any = work.one(programme_change, id=self.change_id)
        if row is None:
            raise UserError(tr("This programme change is no longer here."))
        text = _checked(work, row.person_id, self.day, self.text, but=row.id)
        work.update(programme_change, row.id, day=self.day, text=text)


@dataclass(frozen=True)
class DeleteProgrammeChange(Edit):
    """Remove a change; `text` names it in the menu."""

    notable: ClassVar[bool] = True

    change_id: int
    text: str

    @property
    def label(self) -> str:
        return tr("Delete programme change {text}", text=shortened(self.text))

    def run(self, work: UnitOfWork) -> None:
        work.delete(programme_change, [self.change_id])


def _checked(work: UnitOfWork, person_id: int, day: date, text: str, but: int | None = None) -> str:
    """`text` as it is kept. but: the change that is being edited, which may stay as it is."""
    words = " ".join(text.split())
    if not words:
        raise UserError(tr("Say in a few words what changes, for example: Squats twice a week."))
    if len(words) > MAX_CHANGE_TEXT:
        raise UserError(tr("This text is too long: keep it under {count} letters.", count=MAX_CHANGE_TEXT))
    today = date.today()
    if (day.year - 1, day.month, day.day) > (today.year, today.month, today.day):
        raise UserError(tr("This day is too far away: choose one within a year."))
    same = work.one(programme_change, person_id=person_id, day=day, text=words)
    if same is not None and same.id != but:
        raise UserError(
            tr("This stands on {day} already: choose another day or other words.", day=near_day(day, today))
        )
    return words
