"""The entry: guard the streams of a windowed build, read the arguments, hand over."""

from __future__ import annotations

import io
import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    # A windowed Windows build has no streams at all, and the first print would end it.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - lives as long as the program
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - lives as long as the program
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name that this terminal cannot show must not look like a failure
    from legwork import privacy

    privacy.begin()
    from legwork.cli import parse

    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.self_test or options.self_test_report:
        from legwork.self_test.run import run

        return run(options.self_test_report, options.platform or "")
    if options.command is None:
        from legwork.bootstrap import run_window

        return run_window(options)
    from legwork.cli import run_command

    return run_command(options)


if __name__ == "__main__":
    sys.exit(main())
