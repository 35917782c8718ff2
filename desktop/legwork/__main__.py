"""The entry: guard the streams of a windowed build, read the arguments, hand over."""

from __future__ import annotations

import argparse
import io
import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name that this terminal cannot show must not look like a failure
            if sys.platform == "win32" and not stream.isatty():
                stream.reconfigure(encoding="utf-8")  # read elsewhere: not in the old letters of Windows
    from legwork import privacy

    privacy.begin()
    from legwork.cli import console
    from legwork.cli.arguments import parse

    given = sys.argv[1:] if arguments is None else arguments
    if given:  # the window asks Qt
        from legwork import place

        place.speak_as_the_terminal()
    with console.told(console.WindowsScreen()):
        options = parse(given)
        if options.command is not None:
            from legwork.cli.commands import run_command

            return run_command(options)
        if options.self_test and not options.self_test_report:
            return _self_test(options)
    # A windowed Windows build has no streams at all, and the first print would end it.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - lives as long as the program
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - lives as long as the program
    if options.self_test_report:
        return _self_test(options)
    from legwork.bootstrap import run_window

    return run_window(options)


def _self_test(options: argparse.Namespace) -> int:
    from legwork.self_test.run import run

    return run(options.self_test_report, options.platform or "")


if __name__ == "__main__":
    sys.exit(main())
