"""A file, a folder or a whole disk that may only be read: said as such, and left as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import database_dump, opened, somebody

if sys.platform == "win32":
    pytest.skip("POSIX permissions", allow_module_level=True)

CHILD = Path(__file__).with_name("read_only_child.py")


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that somebody else can reach; pytest's own are private."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for one in (folder, *folder.rglob("*")):
        one.chmod(0o755)
    shutil.rmtree(folder)


def _said(folder: Path) -> list[str]:
    """What the child prints."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    child = subprocess.run(
        [sys.executable, str(CHILD), str(folder)],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert not child.stderr
    return child.stdout.splitlines()


@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "closed", "expected"),
    [
        (0o444, 0o555, True, ["READ_ONLY"]),
        (0o444, 0o755, True, ["READ_ONLY"]),
        (0o666, 0o555, True, ["READ_ONLY"]),
        (0o444, 0o555, False, ["opened 1", "READ_ONLY"]),  # while another program has it open, it can be looked at
        (0o444, 0o755, False, ["opened 1", "READ_ONLY"]),
        (0o666, 0o555, False, ["opened 1", "written"]),
    ],
)
def test_it_is_said_and_nothing_is_lost(
    shelf: Path, file_mode: int, folder_mode: int, closed: bool, expected: list[str]
) -> None:
    if os.getuid() != 0 and folder_mode == 0o555:
        pytest.skip("the owner of a folder takes the right to write back")
    folder = shelf / "profile"
    profile = opened(folder)
    somebody(profile)
    if closed:
        profile.close()
    before = database_dump(profile)
    for file in folder.iterdir():
        file.chmod(file_mode)
    folder.chmod(folder_mode)
    assert _said(folder) == expected
    folder.chmod(0o755)
    if expected[-1] == "READ_ONLY":
        assert database_dump(profile) == before
    if not closed:
        profile.close()
