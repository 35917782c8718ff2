"""Run by test_read_only.py: as somebody who may not write, opens a profile, applies an edit, prints what was said."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from legwork.errors import StoreError
from legwork.paths import ProfilePaths
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile

NOBODY = 65534

with tempfile.TemporaryDirectory() as warm:  # loads all that is loaded late: Python's own files may be private too
    Profile(ProfilePaths(Path(warm))).close()
if os.getuid() == 0 and len(sys.argv) == 2:  # permissions do not bind root; a disk that may only be read does
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
try:
    profile = Profile(ProfilePaths(Path(sys.argv[1])))
    print("opened", len(everybody(profile)))
    profile.apply(AddPerson("Ben"))
    print("written")
except StoreError as error:
    print(error.fault.name)
