"""Run by test_outside_copies.py: as somebody who may not write there, takes a copy to a stick, prints what was said.

Then what lies on the stick, and what half-made files are left beside the data.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from legwork.errors import UserError
from legwork.paths import ProfilePaths
from legwork.services.outside_copies import copy_to
from legwork.services.people import AddPerson
from legwork.services.profile import Profile

NOBODY = 65534


def take(folder: Path) -> Profile:
    """A copy of a new profile in `folder` to the stick in it."""
    (folder / "stick").mkdir(exist_ok=True)
    profile = Profile(ProfilePaths(folder / "profile"))
    try:
        profile.apply(AddPerson("Ben"))
        copy_to(profile, folder / "stick" / "a.legwork")
    finally:
        profile.close()
    return profile


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
    try:
        take(Path(mine))
        print("written")
    except UserError as error:
        print("Nothing may be written" if "Nothing may be written" in str(error) else error)
    print([file.name for file in stick.iterdir()])
    print([file.name for file in (Path(mine) / "profile").rglob("*.partial")])
    stick.chmod(0o755)
