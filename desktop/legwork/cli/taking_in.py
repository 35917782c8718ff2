"""`legwork import`: what comes of each file, in sentences; what a file leaves open is taken as said there."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from legwork.cli.whose import person_of
from legwork.errors import UserError
from legwork.i18n import tr

if TYPE_CHECKING:
    from legwork.formats.records import MeasurementTable, Skipped
    from legwork.formats.training_records import Answers, TrainingTable
    from legwork.services.importing import Found
    from legwork.services.profile import Profile


def take_in(profile: Profile, options: argparse.Namespace) -> Iterator[str]:
    """What came of each file. One that is refused ends it: those before it are in, and that was said."""
    for file in options.file:
        name = "" if len(options.file) == 1 else f"{file.name}: "
        try:
            said = _import_one(profile, options, file)
        except UserError as error:
            raise UserError(f"{name}{error}") from error
        yield f"{name}{said}"


def _import_one(profile: Profile, options: argparse.Namespace, file: Path) -> str:
    from legwork.formats.parts import Several
    from legwork.formats.training_records import Answers
    from legwork.services import importing
    from legwork.services.backups import looks_like_backup

    if looks_like_backup(file):
        raise UserError(tr("This is a copy of all data: open it with Legwork, which shows what it would bring back."))
    answers = Answers(options.unit, importing.DATE_ORDERS.get(options.dates), length=options.length)
    found = _explained(profile, file, importing.read_file(file, answers=answers), answers)
    if not isinstance(found, Several):
        return _take(profile, options, found, file.name)
    said, refused = [], 0
    for part in found.parts:
        try:
            one = _explained(profile, file, part.found, replace(answers, part=part.name))
            said.append(f"{part.name}: {_take(profile, options, one, f'{file.name} › {part.name}')}")
        except UserError as error:
            said.append(f"{part.name}: {error}")
            refused += 1
    whole = "\n".join([*said, *_told(found.left)])
    if refused and refused == len(found.parts):
        raise UserError(whole)
    return whole


def _explained(profile: Profile, file: Path, found: Found, answers: Answers) -> Found:
    """A table that no format knows is read as it was explained in the window, where one like it was."""
    from legwork.formats.parts import UnknownTable
    from legwork.services import importing
    from legwork.services.mappings import is_told_by_header, known_mapping

    known = known_mapping(profile, found) if isinstance(found, UnknownTable) else None
    if known is None or not isinstance(found, UnknownTable) or not is_told_by_header(found, known):
        return found
    return importing.read_file(file, answers=replace(answers, mapping=known))


def _take(profile: Profile, options: argparse.Namespace, found: Found, name: str) -> str:
    """Take in what was read of one thing; name: of it, for people."""
    from legwork.formats.parts import UnknownTable
    from legwork.formats.records import Document, MeasurementTable
    from legwork.formats.training_records import TrainingTable
    from legwork.services.document_words import document_words
    from legwork.services.documents import ImportDocument
    from legwork.services.import_words import document_done
    from legwork.services.plan_files import SharedPlan
    from legwork.services.plans import AddPlan

    if isinstance(found, Document):
        if options.preview:
            return document_words(found.people)
        outcome = profile.apply(ImportDocument(found, name))
        if not outcome.changes.rows:
            return tr("All of {name} is here already. Nothing changed.", name=name)
        return document_done(name, outcome.changes)
    if isinstance(found, SharedPlan):
        if options.preview:
            return tr("The plan {name}.", name=found.plan.name)
        owner = person_of(profile, options.person, may_add=True)
        assert owner is not None  # or it would have been refused
        profile.apply(AddPlan(owner.id, found.plan, None, found.exercises))
        return tr("The plan {name} was added.", name=found.plan.name)
    if isinstance(found, TrainingTable):
        return _import_training(profile, options, name, found)
    if isinstance(found, UnknownTable):
        raise UserError(
            tr(
                "Legwork does not know this kind of file, and nothing of it was taken in. Open it in the window, which "
                "asks what its columns hold; from then on files with these columns are taken in here too."
            )
        )
    assert isinstance(found, MeasurementTable)
    return _import_table(profile, options, name, found)


def _import_table(profile: Profile, options: argparse.Namespace, name: str, table: MeasurementTable) -> str:
    from legwork.services import importing
    from legwork.services.importing import ImportTable
    from legwork.services.open_sites import for_person, measured_sites

    lines = _told((*table.skipped, *table.suspects))
    if not table.rows:
        return "\n".join([tr("{name} holds no readings.", name=name), *lines])
    person = person_of(profile, options.person, may_add=not options.preview)
    if person is not None:
        table = for_person(table, person, measured_sites(profile, person.id))
    choices = importing.proposed(table)
    plan = importing.preview(profile, person.id if person else None, table, choices)
    if person is not None and not options.preview:
        profile.apply(ImportTable(person.id, table, tuple(choices.items()), name))
    return "\n".join([importing.plan_sentence(plan), *_units_left_open(table, options), *lines])


def _import_training(profile: Profile, options: argparse.Namespace, name: str, table: TrainingTable) -> str:
    from legwork.services import training_import
    from legwork.services.training_left import left_before
    from legwork.services.training_names import names_in_file, proposed
    from legwork.services.training_words import file_sentence, said_about

    if not table.workouts:
        said = said_about(table, (), {})
        return "\n".join([tr("{name} holds no workouts.", name=name), *said])
    person = person_of(profile, options.person, may_add=not options.preview)
    person_id = person.id if person else None
    names = names_in_file(profile, person_id, table)
    choices, left = proposed(names), left_before(profile, person_id, table)
    plan = training_import.preview(profile, person_id, table, choices, left)
    if person is not None and not options.preview:
        edit = training_import.ImportTraining(person.id, table, tuple(choices.items()), name, left)
        profile.apply(edit)
    said = [training_import.plan_sentence(plan), tr("In the file: {what}.", what=file_sentence(table))]
    return "\n".join([*said, *_left_open(table, options), *said_about(table, names, choices)])


def _left_open(table: TrainingTable, options: argparse.Namespace) -> list[str]:
    """What a log leaves open and was not answered: how it was taken, why, and what to say if not."""
    from legwork.services.training_words import order_words

    said = []
    if table.unit_asked and options.unit is None:
        said.append(
            tr("The file does not say in which unit loads are: taken as {unit}; say --unit if not.", unit=table.unit)
        )
        said.append(table.unit_why)
    if table.order_asked and options.dates is None and table.order is not None:
        said.append(
            tr(
                "Days in the file can be read in two ways: {example} is taken as {day}; say --dates if not.",
                example=table.order_example,
                day=order_words(table).get(table.order, table.order_example),
            )
        )
    return said


def _units_left_open(table: MeasurementTable, options: argparse.Namespace) -> list[str]:
    """The same of a table of measurements."""
    said = []
    if table.unit_asked and options.unit is None:
        said += [
            tr("The file does not say in which unit weights are: taken as {unit}; say --unit if not.", unit=table.unit),
            table.unit_why,
        ]
    if table.length_asked and options.length is None:
        said += [
            tr(
                "The file does not say in which unit girths are: taken as {unit}; say --length if not.",
                unit=table.length,
            ),
            table.length_why,
        ]
    if table.order_asked and options.dates is None and table.order is not None:
        said.append(
            tr(
                "Days like {example} can be read in two ways; say --dates if it was the other.",
                example=table.order_example,
            )
        )
    return [one for one in said if one]


def _told(reports: Sequence[Skipped]) -> list[str]:
    return [f"{one.line}: {one.reason}" + (f" ({one.text})" if one.text else "") for one in reports]
