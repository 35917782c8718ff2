"""What a command line means: files for the window, commands, and the options of both.

Read at each start before the window stands: loads nothing but Python's own parser.
"""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path

from legwork import __version__
from legwork.i18n import tr

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


def _folder(name: str) -> Path:
    if not name:  # of an unset variable in a script: it would be the folder that one happens to be in
        raise argparse.ArgumentTypeError(tr("no folder is named"))
    return Path(name)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--version", action="version", version=f"Legwork {__version__}")
    parser.add_argument("--profile-dir", type=_folder, help=tr("folder with the data, instead of the usual one"))
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
        command.add_argument("--profile-dir", type=_folder, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser
