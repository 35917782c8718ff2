"""The folder of a profile on disks that do not know all that a Linux disk knows."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from helpers import opened, somebody
from legwork.paths import ProfilePaths
from legwork.services.people import everybody

if sys.platform == "win32":
    pytest.skip("rights of files are POSIX's", allow_module_level=True)


def _refusing(code: int) -> object:
    def refuse(_file: Path, _mode: int, **_: object) -> None:
        raise OSError(code, "as the disk says")

    return refuse


def test_a_disk_without_rights_can_hold_a_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick formatted for Windows refuses to hide a folder, and takes all that is written into it."""
    monkeypatch.setattr(Path, "chmod", _refusing(errno.EPERM))
    profile = opened(tmp_path / "stick")
    somebody(profile)
    assert len(everybody(profile)) == 1
    profile.close()


def test_another_fault_of_the_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "chmod", _refusing(errno.EROFS))
    with pytest.raises(OSError):
        ProfilePaths(tmp_path / "disc").make()


def test_others_are_kept_out(tmp_path: Path) -> None:
    (tmp_path / "open to all").mkdir(mode=0o755)
    ProfilePaths(tmp_path / "open to all").make()
    assert (tmp_path / "open to all").stat().st_mode & 0o777 == 0o700
