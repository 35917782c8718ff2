"""A file, a folder or a whole disk that may only be read: said as such, and left as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from helpers import database_dump, opened, somebody

if sys.platform == "win32":
    pytest.skip("POSIX permissions", allow_module_level=True)

CHILD = Path(__file__).with_name("read_only_child.py")
AGAIN_CHILD = Path(__file__).with_name("read_only_again_child.py")


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that somebody else can reach; pytest's own are private."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for one in (folder, *folder.rglob("*")):
        one.chmod(0o755)
    shutil.rmtree(folder)


def _said(folder: Path, beginning: Sequence[str] = ()) -> list[str]:
    """What the child prints."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    child = subprocess.run(
        [*beginning, sys.executable, str(CHILD), str(folder), *(["as I am"] if beginning else [])],
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
    if os.getuid() != 0:  # then the child is the owner, and takes back the right to write into the folder
        expected = ["opened 1", "written" if file_mode == 0o666 else "READ_ONLY"]
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


def test_once_it_may_be_written_again_it_is(shelf: Path) -> None:
    """By the program that met the refusal, which goes on running: a connection that could only read is not kept."""
    folder = shelf / "profile"
    profile = opened(folder)
    somebody(profile)
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, str(AGAIN_CHILD), str(folder)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline().split(" ", 1)[0] == "READ_ONLY"
        folder.chmod(0o777)
        for file in folder.iterdir():
            file.chmod(0o666)
        child.stdin.write("again\n")
        child.stdin.flush()
        last = child.stdout.readline()
    assert last.startswith("written")
    assert "Ben" in last
    profile.close()


_MOUNTED = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'


def _mounted(folder: Path) -> list[str]:
    """What to begin a command with that shall find the folder on a read-only disk; empty where that is forbidden."""
    beginning = ["unshare", "--map-root-user", "--mount", "sh", "-c", _MOUNTED, "sh", str(folder)]
    try:
        tried = subprocess.run([*beginning, "true"], check=False, capture_output=True, timeout=60)
    except OSError:
        return []
    return beginning if tried.returncode == 0 else []


@pytest.mark.parametrize("closed", [True, False])
def test_on_a_disk_that_may_only_be_read(shelf: Path, closed: bool) -> None:
    """Whoever asks, the owner and the administrator too."""
    folder = shelf / "profile"
    profile = opened(folder)
    somebody(profile)
    if closed:
        profile.close()
    before = database_dump(profile)
    beginning = _mounted(folder)
    if not beginning:  # in a container that forbids it: files that may only be read are the nearest to it
        for file in folder.iterdir():
            file.chmod(0o444)
    assert _said(folder, beginning)[-1] == "READ_ONLY"
    assert database_dump(profile) == before
    profile.close()
