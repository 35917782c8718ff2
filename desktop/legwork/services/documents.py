"""The whole profile as one document, out and in again: the export that loses nothing."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from legwork import privacy
from legwork.domain.sites import Side
from legwork.errors import Cancelled, UserError
from legwork.formats import legwork_json
from legwork.formats.records import (
    ChartViewRecord,
    CheckInRecord,
    ChoiceRecord,
    CustomSiteRecord,
    Document,
    GoalRecord,
    LiftRecord,
    PersonRecord,
    ProgrammeChangeRecord,
    ReadingRecord,
)
from legwork.formats.text import never
from legwork.i18n import tr
from legwork.services import half_made, people, unwritten
from legwork.services.chart_views import views_from
from legwork.services.check_ins import Day, Entry, stored_readings, write_days
from legwork.services.document_food import add_food, food_records, item_records
from legwork.services.document_sites import fit_sites
from legwork.services.document_training import add_training, own_exercise_records, plan_records
from legwork.services.document_workouts import name_records, refused_records, workout_records
from legwork.services.edit import Edit
from legwork.services.goals import goals_from
from legwork.services.lifts import lifts_from
from legwork.services.profile import Profile
from legwork.services.programme import changes_from
from legwork.store.reader import Reader
from legwork.store.replacing import replace
from legwork.store.tables import (
    chart_view,
    check_in,
    choice,
    goal,
    lift,
    person,
    programme_change,
    setting,
)

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


def export_file(profile: Profile, file: Path, breathe: Callable[[], object] = bool) -> Document:
    """Write everything to `file`, complete or not at all; returns what was written. Raises UserError.

    breathe: called between the parts; what it raises ends the work, and nothing is written.
    """
    refuse_inside(profile, file)
    document = read_document(profile, breathe)
    data = legwork_json.dump(document)
    breathe()
    write_whole(file, data)
    return document


def refuse_inside(profile: Profile, file: Path) -> None:
    """Raise UserError for an export that would lie in the profile's folder, where it could replace its data."""
    if profile.paths.hold(Path(os.path.realpath(file))):
        raise UserError(tr("{name} would lie among the program's own files: choose another folder.", name=file.name))


def write_whole(file: Path, data: bytes) -> None:
    """Write to a temporary file beside `file`, then rename; a link is followed, what it points to is written.

    For the eyes of this user alone, but on a stick: see `privacy.lend`.
    Raises UserError when the place cannot be written, and when something else than an ordinary file is there.
    """
    target = Path(os.path.realpath(file))
    partial = half_made.beside(target)
    try:
        if target.is_dir():
            raise UserError(tr("{name} is a folder: give the file in it a name.", name=file))
        if _is_there(target) and not target.is_file():
            raise UserError(tr("{name} is no ordinary file: choose another name.", name=file.name))
        stream = partial.open("xb")  # the name of nobody else
    except OSError as error:
        raise _unwritten(file, error) from error
    try:
        with stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        privacy.lend(partial)
        replace(partial, target)
    except OSError as error:
        raise _unwritten(file, error) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def _is_there(file: Path) -> bool:
    try:
        file.lstat()
    except FileNotFoundError:
        return False
    return True


def _unwritten(file: Path, error: OSError) -> UserError:
    known = unwritten.reason(Path(os.path.realpath(file)), error)
    if known:
        return UserError(f"{tr('{name} was not written.', name=file.name)} {known}")
    reason = error.strerror or str(error)
    return UserError(tr("{name} was not written: {reason}.", name=file.name, reason=reason))


def read_document(profile: Profile, breathe: Callable[[], object] = bool) -> Document:
    """All that the profile holds. breathe: as in `export_file`."""
    with profile.reading() as reader:
        settings = {row.key: row.value for row in reader.rows(setting, order=("key",))}
        found = []
        for one in people.people_from(reader):
            found.append(person_record(reader, one))
            breathe()
        return Document(settings=settings, people=tuple(found))


def person_record(reader: Reader, one: people.Person) -> PersonRecord:
    """All that the profile holds of somebody, inside a transaction."""
    rows = reader.rows(check_in, order=("day",), person_id=one.id)
    stored = stored_readings(reader, [row.id for row in rows])
    # A reading of a side at a site without sides, however it came there, must not make the export unreadable.
    sided = {spot.site for readings in stored.values() for spot in readings if spot.side is not Side.NONE}
    return PersonRecord(
        uid=one.uid,
        name=one.name,
        sex=one.sex,
        birth_date=one.birth_date,
        stature=one.stature,
        units=one.units,
        check_in_weekday=one.check_in_weekday,
        tracked=one.tracked,
        custom_sites=tuple(
            CustomSiteRecord(site.key, site.name, site.sided or site.key in sided) for site in one.own_sites
        ),
        check_ins=tuple(
            CheckInRecord(
                row.day,
                row.note,
                row.morning,
                row.trained_legs,
                tuple(
                    ReadingRecord(spot, reading.quantity, reading.source)
                    for spot, readings in sorted(stored.get(row.id, {}).items())
                    for reading in readings
                ),
            )
            for row in rows
        ),
        goals=tuple(
            GoalRecord(measure, found.quantity, found.due, found.set_on)
            for measure, found in sorted(goals_from(reader, one.id).items())
        ),
        programme_changes=tuple(
            ProgrammeChangeRecord(found.day, found.text)
            for found in sorted(changes_from(reader, one.id), key=attrgetter("day", "text"))
        ),
        chart_views=tuple(ChartViewRecord(found.name, found.spec) for found in views_from(reader, one.id)),
        lifts=tuple(
            LiftRecord(found.day, found.lift, found.side, found.load, found.reps, found.rir)
            for found in sorted(lifts_from(reader, one.id), key=attrgetter("day", "lift", "side"))
        ),
        choices=tuple(
            ChoiceRecord(row.topic, row.pick, row.picked_on)
            for row in sorted(reader.rows(choice, order=("id",), person_id=one.id), key=attrgetter("topic"))
        ),
        plans=plan_records(reader, one.id),
        own_exercises=own_exercise_records(reader, one.id),
        workouts=workout_records(reader, one.id),
        exercise_names=name_records(reader, one.id),
        refused=refused_records(reader, one.id),
        food=food_records(reader, one.id),
        food_items=item_records(reader, one.id),
    )


@dataclass(frozen=True)
class ImportDocument(Edit):
    """Take a document in: people that are not here are added, check-ins, goals and what else is missing filled in.

    What stands here already is left as it is, so taking the same document in again changes nothing; only a site of
    one's own becomes sided where the document says so. The picks of one topic belong together: they are left out where
    any pick of it stands here. should_stop: as in `ImportTraining`.
    """

    notable: ClassVar[bool] = True

    document: Document
    file_name: str
    should_stop: Callable[[], bool] = field(default=never, compare=False, repr=False)

    @property
    def label(self) -> str:
        return tr("Import {file}", file=self.file_name)

    def run(self, work: UnitOfWork) -> None:
        present = {row.key for row in work.rows(setting)}
        work.insert(
            setting,
            [{"key": key, "value": value} for key, value in dict(self.document.settings).items() if key not in present],
        )
        for record in self.document.people:
            row = work.one(person, uid=record.uid)
            person_id = row.id if row is not None else _add(work, record)
            fitted = fit_sites(work, person_id, record)
            if row is None:
                people.add_tracked(work, person_id, fitted.tracked)
            for add in (_add_check_ins, _add_plans, _add_lifts, _add_choices, add_training, add_food):
                add(work, person_id, fitted)
                if self.should_stop():
                    raise Cancelled


def _add(work: UnitOfWork, record: PersonRecord) -> int:
    stature = record.stature
    [person_id] = work.insert(
        person,
        [
            {
                "uid": record.uid,
                "name": record.name,
                "sex": record.sex,
                "birth_date": record.birth_date,
                "stature_cm": stature.value if stature else None,
                "stature_unit": stature.unit if stature else None,
                "stature_entered": stature.entered if stature else None,
                "units": record.units.value,
                "check_in_weekday": record.check_in_weekday,
            }
        ],
    )
    return person_id


def _add_check_ins(work: UnitOfWork, person_id: int, record: PersonRecord) -> None:
    rows = {row.day: row for row in work.rows(check_in, person_id=person_id)}
    here = stored_readings(work, [row.id for row in rows.values()])
    days = []
    for one in record.check_ins:
        entries: dict[object, Entry] = {}
        for line in one.readings:
            first = entries.get(line.spot)
            entries[line.spot] = Entry(line.spot, (*(first.quantities if first else ()), line.quantity), line.source)
        if one.day in rows:
            row = rows[one.day]
            present = here.get(row.id, {})
            missing = Day(
                one.day,
                tuple(entry for spot, entry in entries.items() if spot not in present),
                one.note if one.note and not row.note else None,
                one.morning if row.morning is None else None,
                one.trained_legs if row.trained_legs is None else None,
            )
            if missing != Day(one.day):
                days.append(missing)
        else:
            days.append(Day(one.day, tuple(entries.values()), one.note, one.morning, one.trained_legs))
    write_days(work, person_id, days)


def _add_plans(work: UnitOfWork, person_id: int, record: PersonRecord) -> None:
    measures = {row.measure for row in work.rows(goal, person_id=person_id)}
    work.insert(
        goal,
        [
            {
                "person_id": person_id,
                "measure": one.measure,
                "value": one.quantity.value,
                "unit": one.quantity.unit,
                "entered": one.quantity.entered,
                "due": one.due,
                "set_on": one.set_on,
            }
            for one in record.goals
            if one.measure not in measures
        ],
    )
    changes = {(row.day, row.text) for row in work.rows(programme_change, person_id=person_id)}
    work.insert(
        programme_change,
        [
            {"person_id": person_id, "day": one.day, "text": one.text}
            for one in record.programme_changes
            if (one.day, one.text) not in changes
        ],
    )
    names = {row.name.casefold() for row in work.rows(chart_view, person_id=person_id)}
    work.insert(
        chart_view,
        [
            {"person_id": person_id, "name": one.name, "spec": one.spec}
            for one in record.chart_views
            if one.name.casefold() not in names
        ],
    )


def _add_lifts(work: UnitOfWork, person_id: int, record: PersonRecord) -> None:
    present = {(row.day, row.lift, row.side) for row in work.rows(lift, person_id=person_id)}
    work.insert(
        lift,
        [
            {
                "person_id": person_id,
                "day": one.day,
                "lift": one.lift,
                "side": one.side.value,
                "value": one.load.value,
                "unit": one.load.unit,
                "entered": one.load.entered,
                "reps": one.reps,
                "rir": one.rir,
            }
            for one in record.lifts
            if (one.day, one.lift, one.side) not in present
        ],
    )


def _add_choices(work: UnitOfWork, person_id: int, record: PersonRecord) -> None:
    topics = {row.topic for row in work.rows(choice, person_id=person_id)}
    work.insert(
        choice,
        [
            {"person_id": person_id, "topic": one.topic, "pick": one.pick, "picked_on": one.picked_on}
            for one in record.choices
            if one.topic not in topics
        ],
    )
