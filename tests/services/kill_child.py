"""Run by test_kill.py and killed at any moment: does edits and says after each that it is done.

A line `done N` acknowledges the edit that the parent can work out from N alone.
"""

from __future__ import annotations

import os
import sys
from datetime import date, timedelta
from pathlib import Path

from legwork.domain.sites import Spot
from legwork.domain.units import Quantity
from legwork.paths import ProfilePaths
from legwork.services import importing
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.importing import ImportTable
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile

SITES = ("waist", "hips", "neck", "chest", "shoulders")


def say(*words: object) -> None:
    """A whole line, past every buffer, before anything else happens."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def recorded(number: int) -> Day:
    """The check-in that `done N` acknowledges."""
    quantity = Quantity(60 + number % 40, "cm", f"{60 + number % 40}")
    return Day(date(2000, 1, 1) + timedelta(days=number), tuple(Entry(Spot(site), (quantity,)) for site in SITES))


def imported(number: int) -> str:
    """A file of 60 days that belongs to `done N` while importing."""
    first = date(2000, 1, 1) + timedelta(days=60 * number)
    rows = [f"{first + timedelta(days=offset)},{80 + number % 5},{30 + number % 3}" for offset in range(60)]
    return "date,waist_cm,left_calf_cm\n" + "\n".join(rows) + "\n"


def main(mode: str, folder: Path, start: int) -> None:
    profile = Profile(ProfilePaths(folder))
    if not everybody(profile):
        profile.apply(AddPerson("Ada"))
    person = everybody(profile)[0].id
    say("open")
    number = start
    while number < 9000:
        if mode == "import":
            file = folder / "measurement_data.csv"
            file.write_text(imported(number))
            table = importing.read_file(file)
            profile.apply(ImportTable(person, table, tuple(importing.proposed(table).items()), "x"))
        else:
            profile.apply(RecordReadings(person, (recorded(number),)))
        say("done", number)
        if mode == "back up":
            profile.back_up()
            say("backed up", number)
        number += 1


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
