"""What can be done without opening a window: import, export and report. Says what it did in plain sentences."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from legwork import __version__
from legwork.errors import FAULT_SENTENCES, StoreError, UserError
from legwork.i18n import ntr, tr
from legwork.paths import ProfilePaths, default_profile_dir

if TYPE_CHECKING:
    from legwork.formats.records import MeasurementTable, Skipped
    from legwork.formats.training_records import Answers, TrainingTable
    from legwork.services.importing import Found
    from legwork.services.people import Person
    from legwork.services.profile import Profile

COMMANDS = ("import", "export", "report")

_USAGE = """legwork [options] [FILE ...]
       legwork [options] {import,export,report} ..."""


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options; argparse ends the program with 2 and a usage line when they make no sense.

    Without a command, what is no option is a file for the window: `files`, absolute, for this start may hand them to
    a program that runs in another folder.
    """
    arguments = [one for one in arguments if not one.startswith("-psn_")]  # what old versions of macOS add
    window = argparse.ArgumentParser(prog="legwork", usage=_USAGE, add_help=False, allow_abbrev=False)
    _add_common(window)
    window.add_argument("-h", "--help", action="store_true")
    window.add_argument("files", nargs="*")
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options, unknown = window.parse_known_intermixed_args(arguments[:end])
    if options.files and options.files[0] in COMMANDS:
        return _commands().parse_args(arguments)
    if options.help:
        return _commands().parse_args(["--help"])
    if unknown:
        window.error(tr("unrecognized arguments: {arguments}", arguments=" ".join(unknown)))
    for word in options.files:
        if word.isalpha() and not Path(word).exists():  # a file manager names whole paths: somebody typed this
            window.error(tr("{word} is neither a command nor a file", word=word))
    options.command = None
    options.files = [absolute(one) for one in (*options.files, *arguments[end + 1 :]) if one]
    return options


def absolute(name: str) -> Path:
    """The file that somebody named, from wherever this program was started; file managers may say file:///..."""
    if name.startswith("file://"):
        place = os.fsencode(name.removeprefix("file://").removeprefix("localhost"))
        name = os.fsdecode(re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), place))
        if os.name == "nt":
            name = name.lstrip("/")
    try:
        return Path(os.path.abspath(name))  # noqa: PTH100 - links stay as they were named
    except OSError:
        return Path(name)  # the folder that it was started in is gone


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--version", action="version", version=f"Legwork {__version__}")
    parser.add_argument("--profile-dir", type=Path, help=tr("folder with the data, instead of the usual one"))
    parser.add_argument("--minimised", action="store_true", help=tr("start with the window minimised, as at login"))
    parser.add_argument(
        "--self-test",
        action="store_true",
        help=tr("try on invented data whether all works on this computer, say how it went, and end"),
    )
    parser.add_argument("--self-test-report", type=Path, metavar=tr("FILE"), help=tr("write what it says there too"))
    parser.add_argument("-platform", metavar=tr("NAME"), help=tr("how windows are drawn, for Qt: offscreen for none"))
    parser.add_argument("--bench-report", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--bench-page", default="", help=argparse.SUPPRESS)


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="legwork",
        usage=_USAGE,
        allow_abbrev=False,
        description=tr(
            "Measure your limbs and see where they are going. Without a command, the window opens, and takes in the "
            "files that are named."
        ),
    )
    _add_common(parser)
    commands = parser.add_subparsers(dest="command", prog="legwork")
    take = commands.add_parser(
        "import",
        help=tr(
            "take in a file: workouts, measurements or weights of another program, a Legwork export or a shared plan"
        ),
    )
    take.add_argument("file", type=Path, nargs="+", help=tr("one file or several, taken in one after the other"))
    take.add_argument("--person", help=tr("whose measurements they are, when several people share the profile"))
    take.add_argument("--unit", choices=("kg", "lb"), help=tr("of loads and weights in a file that does not say"))
    take.add_argument("--length", choices=("cm", "in"), help=tr("of girths in a file that does not say"))
    take.add_argument(
        "--dates",
        choices=("day", "month"),
        help=tr("which number comes first in days like 3/4/2025"),
    )
    take.add_argument("--preview", action="store_true", help=tr("only say what would come in; write nothing"))
    give = commands.add_parser("export", help=tr("write everything to one JSON file, or one person's table"))
    give.add_argument("file", type=Path)
    give.add_argument(
        "--kind",
        choices=("everything", "sets", "measurements", "food", "strong", "hevy"),
        default="everything",
        help=tr("what to write; strong: workouts for Strong, Hevy and others; hevy: measurements in Hevy's shape"),
    )
    give.add_argument("--person", help=tr("whose table, when several share the profile"))
    tell = commands.add_parser("report", help=tr("say how the legs stand to the upper body, and every figure as JSON"))
    tell.add_argument("--json", action="store_true", help=tr("every figure of every page, with units"))
    tell.add_argument("--person", help=tr("only of this person, when several share the profile"))
    for command in (take, give, tell):
        command.add_argument("--profile-dir", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def run_command(options: argparse.Namespace) -> int:
    """Run `import`, `export` or `report`: 0 done, 1 refused with one sentence on stderr."""
    from legwork.services.profile import Profile

    try:
        profile = Profile(ProfilePaths(options.profile_dir or default_profile_dir()))
        try:
            run = {"import": _import, "export": _export, "report": _report}[options.command]
            for text in run(profile, options):
                _say(text)
        finally:
            profile.close()
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    except StoreError as error:
        print(tr(FAULT_SENTENCES[error.fault]), f"({error})", file=sys.stderr)
        return 1
    return 0


def _say(text: str) -> None:
    """Print, and end quietly when whoever reads has read enough (`legwork report | head`)."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise UserError(tr("This could not be written out: {reason}.", reason=error.strerror or str(error))) from error


def _export(profile: Profile, options: argparse.Namespace) -> Iterator[str]:
    from legwork.services.exports import ExportKind, export

    kind = ExportKind(options.kind)
    person = None if kind is ExportKind.EVERYTHING else _person(profile, options.person, may_add=False)
    if person is None and kind is not ExportKind.EVERYTHING:
        raise UserError(tr("Nobody is here yet: open Legwork and add a person first."))
    yield export(profile, kind, person.id if person else None, options.file)


def _report(profile: Profile, options: argparse.Namespace) -> Iterator[str]:
    from datetime import date

    from legwork.services.people import everybody
    from legwork.services.report import as_json, as_text

    people = everybody(profile)
    if options.person is not None:
        people = (_named(people, options.person),)
    if not people:
        raise UserError(tr("Nobody is here yet: open Legwork and add a person first."))
    yield (as_json if options.json else as_text)(profile, people, date.today())


def _import(profile: Profile, options: argparse.Namespace) -> Iterator[str]:
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
    said = []
    for part in found.parts:
        try:
            one = _explained(profile, file, part.found, replace(answers, part=part.name))
            said.append(f"{part.name}: {_take(profile, options, one, f'{file.name} › {part.name}')}")
        except UserError as error:
            said.append(f"{part.name}: {error}")
    return "\n".join([*said, *_told(found.left)])


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
    from legwork.services.documents import ImportDocument
    from legwork.services.plan_files import SharedPlan
    from legwork.services.plans import AddPlan

    if isinstance(found, Document):
        if options.preview:
            names = ", ".join(one.name for one in found.people) or tr("nobody")
            total = sum(len(one.check_ins) for one in found.people)
            return ntr("{count} check-in of {names}.", "{count} check-ins of {names}.", total, names=names)
        outcome = profile.apply(ImportDocument(found, name))
        count = len(outcome.changes.rows.get("check_in", ()))
        return ntr("{count} check-in added.", "{count} check-ins added.", count)
    if isinstance(found, SharedPlan):
        if options.preview:
            return tr("The plan {name}.", name=found.plan.name)
        owner = _person(profile, options.person, may_add=True)
        assert owner is not None  # or it would have been refused
        profile.apply(AddPlan(owner.id, found.plan, None, found.exercises))
        return tr("The plan {name} was added.", name=found.plan.name)
    if isinstance(found, TrainingTable):
        return _import_training(profile, options, name, found)
    if isinstance(found, UnknownTable):
        raise UserError(
            tr("Legwork does not know this kind of file: open it in the window, which asks what its columns hold.")
        )
    assert isinstance(found, MeasurementTable)
    return _import_table(profile, options, name, found)


def _import_table(profile: Profile, options: argparse.Namespace, name: str, table: MeasurementTable) -> str:
    from legwork.services import importing
    from legwork.services.importing import ImportTable

    lines = _told((*table.skipped, *table.suspects))
    if not table.rows:
        return "\n".join([tr("{name} holds no readings.", name=name), *lines])
    choices = importing.proposed(table)
    person = _person(profile, options.person, may_add=not options.preview)
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
    person = _person(profile, options.person, may_add=not options.preview)
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


def _person(profile: Profile, name: str | None, *, may_add: bool) -> Person | None:
    """Whose measurements a file holds; None when nobody is here yet and nobody may be added."""
    from legwork.services.people import AddPerson, everybody

    people = everybody(profile)
    if name is not None:
        return _named(people, name)
    if len(people) > 1:
        known = ", ".join(one.name for one in people)
        raise UserError(tr("Say whose measurements these are with --person: {known}.", known=known))
    if not people and may_add:
        profile.apply(AddPerson(tr("Me")))
        people = everybody(profile)
    return next(iter(people), None)


def _named(people: Sequence[Person], name: str) -> Person:
    """The one person of that name, or of that uid where a name is no answer. Raises UserError."""
    named = [one for one in people if one.name.casefold() == name.casefold()]
    if len(named) != 1:
        by_uid = [one for one in people if one.uid == name]
        if by_uid:
            return by_uid[0]
        if named:
            uids = ", ".join(one.uid for one in named)
            raise UserError(
                tr("{name} is the name of several: say with --person which of {uids}.", name=name, uids=uids)
            )
        known = ", ".join(one.name for one in people) or tr("nobody")
        raise UserError(tr("There is no one person named {name} here, only: {known}.", name=name, known=known))
    return named[0]
