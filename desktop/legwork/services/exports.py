"""What a person can take out of the program, and writing it: everything as JSON, and tables for spreadsheets and other
programs.

Owns which exports there are, what is said of each, and under which names exercises go out. What a file looks like is
each format's affair. Every file is written beside its place and then renamed, never into the profile's folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from legwork.domain.exercise_names import Catalogue
from legwork.domain.sites import BUILT_IN_BY_KEY
from legwork.errors import UserError
from legwork.formats import food_csv, hevy_csv, measurements_csv, sets_csv, strong_csv
from legwork.formats.records import PersonRecord
from legwork.i18n import listed, mark, ntr, tr
from legwork.services.document_words import written_words
from legwork.services.documents import export_file, person_record, refuse_inside, write_whole
from legwork.services.file_words import file_word
from legwork.services.food_choices import hidden
from legwork.services.open_sites import OPEN_SITES, site_meant
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.services.training_names import catalogue_from
from legwork.store.tables import check_in, food_amount, workout


class ExportKind(StrEnum):
    """What can be taken out."""

    EVERYTHING = "everything"
    SETS = "sets"
    MEASUREMENTS = "measurements"
    FOOD = "food"
    STRONG = "strong"
    HEVY = "hevy"


@dataclass(frozen=True)
class ExportInfo:
    """An export as it is offered. name, about: marked for translation. about: what it holds and what it is good for,
    and what it cannot hold. ending: of its file. of_everybody: it holds all people of the profile, else one."""

    kind: ExportKind
    name: str
    about: str
    ending: str = "csv"
    of_everybody: bool = False


EXPORTS: tuple[ExportInfo, ...] = (
    ExportInfo(
        ExportKind.EVERYTHING,
        mark("Everything"),
        mark(
            "All people with all they have, plans and settings too. The only export that loses nothing: for moving to "
            "another computer, and to read without Legwork."
        ),
        "json",
        of_everybody=True,
    ),
    ExportInfo(
        ExportKind.SETS,
        mark("Workouts as a table"),
        mark(
            "One row a set, for a spreadsheet. Legwork takes it in again; plans, and what your own exercises train, "
            "are not in it."
        ),
    ),
    ExportInfo(
        ExportKind.MEASUREMENTS,
        mark("Measurements as a table"),
        mark("One row a reading, in the unit you typed, for a spreadsheet. Legwork takes it in again."),
    ),
    ExportInfo(
        ExportKind.FOOD,
        mark("Food and drink as a table"),
        mark(
            "One row a day in kcal, g and L, for a spreadsheet. Legwork takes it in again; quick items are not in it."
        ),
    ),
    ExportInfo(
        ExportKind.STRONG,
        mark("Workouts for Strong, Hevy and others"),
        mark(
            "A table in Strong's shape, which Hevy and many others take in. It has no place for sides, supersets and "
            "how an exercise was felt."
        ),
    ),
    ExportInfo(
        ExportKind.HEVY,
        mark("Measurements in Hevy's shape"),
        mark(
            "One row a day in cm and kg, the middle reading of each place. Hevy has one thigh and one biceps: that is "
            "the place you measure there. Places that Hevy does not have are left out."
        ),
    ),
)
"""In the order in which they are offered."""

INFO: Mapping[ExportKind, ExportInfo] = {one.kind: one for one in EXPORTS}

_FILE_WORDS = {
    ExportKind.EVERYTHING: "legwork",
    ExportKind.SETS: "legwork-sets",
    ExportKind.MEASUREMENTS: "legwork-measurements",
    ExportKind.FOOD: "legwork-food",
    ExportKind.STRONG: "legwork-for-strong",
    ExportKind.HEVY: "legwork-measurement_data",
}


@dataclass(frozen=True)
class Holding:
    """How much there is to export of somebody."""

    workouts: int
    check_ins: int
    food_days: int


def holding_of(profile: Profile, person_id: int) -> Holding:
    """What the exports of a person would hold."""
    with profile.reading() as reader:
        days = {row.day for row in reader.rows(food_amount, person_id=person_id)}
        return Holding(
            reader.count(workout, person_id=person_id), reader.count(check_in, person_id=person_id), len(days)
        )


def holding_words(kind: ExportKind, holding: Holding) -> str:
    """How much an export would hold, in a few words; "" for the one of everybody."""
    if kind is ExportKind.EVERYTHING:
        return ""
    if kind in (ExportKind.SETS, ExportKind.STRONG):
        return ntr("{count} workout", "{count} workouts", holding.workouts)
    if kind is ExportKind.FOOD:
        return ntr("{count} day", "{count} days", holding.food_days)
    return ntr("{count} check-in", "{count} check-ins", holding.check_ins)


def is_empty(kind: ExportKind, holding: Holding) -> bool:
    """Whether there is nothing to export."""
    counts = {
        ExportKind.SETS: holding.workouts, ExportKind.STRONG: holding.workouts, ExportKind.FOOD: holding.food_days,
        ExportKind.MEASUREMENTS: holding.check_ins, ExportKind.HEVY: holding.check_ins,
    }  # fmt: skip
    return counts.get(kind, 1) == 0


def suggested_name(kind: ExportKind, person_name: str, today: date) -> str:
    """A name for the file, of letters and digits that every system takes."""
    info = INFO[kind]
    whose = "" if info.of_everybody else file_word(person_name)
    parts = [_FILE_WORDS[kind], whose, today.isoformat()]
    return f"{'-'.join(part for part in parts if part)}.{info.ending}"


def export(
    profile: Profile,
    kind: ExportKind,
    person_id: int | None,
    file: Path,
    breathe: Callable[[], object] = bool,
) -> str:
    """Write an export, complete or not at all; answers with what was written, in a sentence.

    person_id: whose; not asked for EVERYTHING. breathe: as in `documents.export_file`. Raises UserError when there is
    nothing to write or it cannot be written there, StoreError.
    """
    if kind is ExportKind.EVERYTHING or person_id is None:
        document = export_file(profile, file, breathe)
        return tr("{what} written to {file}.", what=written_words(document.people), file=file)
    refuse_inside(profile, file)
    made = made_for(profile, kind, person_id)
    breathe()
    write_whole(file, made.data)
    return made.said(file)


@dataclass(frozen=True)
class Made:
    """A file that is ready to be written. what: it holds, in words. left: what it does not, a sentence or ""."""

    data: bytes
    what: str
    left: str = ""

    def said(self, file: Path) -> str:
        """What was written."""
        done = tr("{what} written to {file}.", what=self.what, file=file)
        return f"{done} {self.left}".strip()


def made_for(profile: Profile, kind: ExportKind, person_id: int) -> Made:
    """The file of one person's export. Raises UserError when there is nothing to write."""
    with profile.reading() as reader:
        person = person_record(reader, one_person(reader, person_id))
        exercises = catalogue_from(reader, person_id)
        unseen = hidden(reader, person_id, date.today())
    if kind is ExportKind.SETS:
        return _workouts(person, sets_csv.write(person.workouts, partial(_plain_name, exercises)))
    if kind is ExportKind.STRONG:
        name_of = partial(_program_name, exercises)
        return _workouts(person, strong_csv.write(person.workouts, name_of, tr("Workout")))
    if kind is ExportKind.FOOD:
        days = [day for day in person.food if any(one.nutrient not in unseen for one in day.amounts)]
        _refuse_nothing(days, tr("There is no food written down for {name} yet.", name=person.name))
        what = ntr("Food of {count} day", "Food of {count} days", len(days))
        return Made(food_csv.write(days, unseen), what)
    _refuse_nothing(person.check_ins, tr("Nothing was measured of {name} yet.", name=person.name))
    if kind is ExportKind.HEVY:
        return _hevy(person)
    count = sum(len(one.readings) for one in person.check_ins)
    return Made(measurements_csv.write(person), ntr("{count} reading", "{count} readings", count))


def _workouts(person: PersonRecord, data: bytes) -> Made:
    sets = [len(exercise.sets) for one in person.workouts for exercise in one.workout.exercises]
    _refuse_nothing(sum(sets), tr("There are no sets in the log of {name} yet.", name=person.name))
    workouts = sum(any(exercise.sets for exercise in one.workout.exercises) for one in person.workouts)
    what = tr(
        "{sets} of {workouts}",
        sets=ntr("{count} set", "{count} sets", sum(sets)),
        workouts=ntr("{count} workout", "{count} workouts", workouts),
    )
    return Made(data, what)


def _hevy(person: PersonRecord) -> Made:
    measured = {one.spot.site for day in person.check_ins for one in day.readings}
    instead = {site: site_meant("", site, person.tracked, measured) for site in OPEN_SITES}
    written = hevy_csv.write(person, instead)
    _refuse_nothing(
        written.days,
        tr(
            "Nothing was measured of {name} that Hevy has a place for: take the table of measurements.",
            name=person.name,
        ),
    )
    left = ntr(
        "{count} reading was left out, because Hevy has no place for it.",
        "{count} readings were left out, because Hevy has no place for them.",
        written.left_out,
    )
    what = ntr("Measurements of {count} day", "Measurements of {count} days", written.days)
    others = [
        tr("As {name} it has your {site}", name=tr(OPEN_SITES[site]), site=tr(BUILT_IN_BY_KEY[taken].name).lower())
        for site, taken in instead.items()
        if taken != site and taken in measured
    ]
    said = [f"{listed(others)}."] if others else []
    return Made(written.data, what, " ".join([*said, left] if written.left_out else said))


def _refuse_nothing(what: object, sentence: str) -> None:
    if not what:
        raise UserError(sentence)


def _plain_name(exercises: Catalogue, key: str) -> str:
    """A name under which an exercise is found again; the key of one that is no longer there."""
    one = exercises.get(key)
    if one is None:
        return key
    return next((name for name in (one.name, *one.aliases) if exercises.match(name) is one), one.name)


def _program_name(exercises: Catalogue, key: str) -> str:
    """As `_plain_name`, but as other programs name it where such a name is known: "Squat (Barbell)"."""
    one = exercises.get(key)
    names = one.aliases if one is not None else ()
    found = (name for name in names if name.endswith(")") and exercises.match(name) is one)
    return next(found, "") or _plain_name(exercises, key)
