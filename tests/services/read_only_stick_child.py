"""Run by test_outside_copies.py: as somebody who may not write there, takes a copy and an export to a stick.

Prints what was said, then what lies on the stick, and what half-made files are left beside the data.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from legwork.errors import UserError
from legwork.paths import ProfilePaths
from legwork.services.documents import export_file
from legwork.services.outside_copies import copy_to
from legwork.services.people import AddPerson
from legwork.services.profile import Profile

NOBODY = 65534


def take(folder: Path) -> None:
    """A copy of a new profile in `folder`, and an export of it, to the stick in it."""
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    profile = Profile(ProfilePaths(folder / "profile"))
    profile.apply(AddPerson("Ben"))
    for write, name in ((copy_to, "a.legwork"), (export_file, "all.json")):
        try:
            write(profile, stick / name)
        except UserError as error:
            print(str(error).replace(str(stick), "the stick"))
    profile.close()


with tempfile.TemporaryDirectory() as warm:  # loads all that is loaded late: Python's own files may be private too
    take(Path(warm))
if os.getuid() == 0:  # permissions do not bind root
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
with tempfile.TemporaryDirectory() as mine:
    stick = Path(mine) / "stick"
    stick.mkdir()
    stick.chmod(0o555)
    take(Path(mine))
    print([file.name for file in stick.iterdir()])
    print([file.name for file in (Path(mine) / "profile").rglob("*.partial")])
    stick.chmod(0o755)
