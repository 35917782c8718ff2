"""Runs a command: opens the profile, says what came of it, and closes it again, whatever happened."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from legwork.cli.taking_in import take_in
from legwork.cli.whose import named, person_of
from legwork.errors import FAULT_SENTENCES, StoreError, UserError
from legwork.i18n import tr
from legwork.paths import ProfilePaths, default_profile_dir

if TYPE_CHECKING:
    from legwork.services.profile import Profile


def run_command(options: argparse.Namespace) -> int:
    """Run `import`, `export` or `report`: 0 done, 1 refused with one sentence on stderr."""
    from legwork.services.profile import Profile

    try:
        profile = Profile(ProfilePaths(options.profile_dir or default_profile_dir()))
        try:
            run = {"import": take_in, "export": _export, "report": _report}[options.command]
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
    person = None if kind is ExportKind.EVERYTHING else person_of(profile, options.person, may_add=False)
    if person is None and kind is not ExportKind.EVERYTHING:
        raise UserError(tr("Nobody is here yet: open Legwork and add a person first."))
    yield export(profile, kind, person.id if person else None, options.file)


def _report(profile: Profile, options: argparse.Namespace) -> Iterator[str]:
    from datetime import date

    from legwork.services.people import everybody
    from legwork.services.report import as_json, as_text

    people = everybody(profile)
    if options.person is not None:
        people = (named(people, options.person),)
    if not people:
        raise UserError(tr("Nobody is here yet: open Legwork and add a person first."))
    yield (as_json if options.json else as_text)(profile, people, date.today())
