"""What a killed program leaves in a folder of the person's own: known as ours, and gone with the next export there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from legwork.services import documents
from legwork.services.profile import Profile


def test_what_a_kill_left_of_an_export_goes_with_the_next_one_into_that_folder(
    profile: Profile, tmp_path: Path
) -> None:
    folder = tmp_path / "Documents"
    folder.mkdir()
    old = time.time() - 2 * 3600
    ours, now = (folder / f"legwork-{digit * 32}.partial" for digit in "ab")
    theirs = [
        folder / name
        for name in (f"{'c' * 32}.partial", "legwork.partial", "legwork-notes.partial", f"legwork-{'a' * 32}.json")
    ]
    for file in (ours, now, *theirs):
        file.write_bytes(b"half of it")
        if file != now:  # which somebody is writing just now
            os.utime(file, (old, old))
    (folder / f"legwork-{'d' * 32}.partial").mkdir()
    os.utime(folder / f"legwork-{'d' * 32}.partial", (old, old))
    documents.export_file(profile, folder / "out.json")
    assert not ours.exists()
    assert now.exists()
    assert [file for file in theirs if file.read_bytes() != b"half of it"] == []
    assert (folder / f"legwork-{'d' * 32}.partial").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("writes", ["export_file", "copy_to"])
def test_what_a_kill_leaves_is_known_as_ours(profile: Profile, tmp_path: Path, writes: str) -> None:
    """The program is killed when it has written, but not yet given the file its name."""
    script = f"""
import os, sys
from pathlib import Path
from legwork.paths import ProfilePaths
from legwork.services.documents import export_file
from legwork.services.outside_copies import copy_to
from legwork.services.profile import Profile
profile, file = Profile(ProfilePaths(Path(sys.argv[1]))), Path(sys.argv[2])
sys.addaudithook(lambda name, given: name == "os.rename" and str(given[1]) == str(file) and os.kill(os.getpid(), 9))
{writes}(profile, file)
"""
    folder = tmp_path / "Documents"
    folder.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "killed"), str(folder.resolve() / "out.legwork")],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == -9
    [left] = folder.iterdir()
    assert left.stat().st_size > 0
    old = time.time() - 2 * 3600
    os.utime(left, (old, old))
    documents.export_file(profile, folder / "again.json")
    assert [file.name for file in folder.iterdir()] == ["again.json"]
