"""Run by test_read_only.py: as somebody who may not write, applies an edit, and again once a line is sent to it."""

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
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
profile = Profile(ProfilePaths(Path(sys.argv[1])))
for _ in range(2):
    try:
        profile.apply(AddPerson("Ben"))
        print("written", [one.name for one in everybody(profile)], flush=True)
    except StoreError as error:
        print(error.fault.name, [one.name for one in everybody(profile)], flush=True)
        sys.stdin.readline()
