"""A process that is made to be killed: it does what a person does, and says after each act that it is done.

Reads jobs from standard input, a line each: the name of a course, a tab, the folder of the profile. Says "pid N" when
it begins, "done K" once K acts are acknowledged, "over" at the end. Where the system can fork, each job runs in a
child, so that what is imported is imported once; elsewhere the process itself does the job and is gone with it.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from itertools import islice
from pathlib import Path

from faults.courses import COURSES


def say(text: str) -> None:
    """One line at once: nothing of it waits in a buffer when the kill comes."""
    os.write(1, f"{text}\n".encode())


def do(name: str, folder: Path) -> None:
    """Do the acts of a course one after the other."""
    course = COURSES[name]
    say(f"pid {os.getpid()}")
    for number, act in enumerate(islice(course.acts(folder), course.length), start=1):
        act()
        say(f"done {number}")
    say("over")
    time.sleep(60)  # until the kill comes


def main() -> None:
    """Take one job after the other until nobody asks for more."""
    for line in sys.stdin:
        name, _, folder = line.rstrip("\n").partition("\t")
        if not hasattr(os, "fork"):
            do(name, Path(folder))
            return
        child = os.fork()
        if child == 0:
            try:
                do(name, Path(folder))
            finally:
                traceback.print_exc()
                os._exit(1)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main()
