"""Where things live: shipped resources, and the profile folder with the person's own data.

Sits beside the floors. Must not open or create anything but the profile folder itself.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SAMPLE = "sample"


def resources_dir() -> Path:
    """`resources/` inside the package (wheel, frozen program), else in the checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parents[1] / "resources"


def default_profile_dir() -> Path:
    """The profile in the user's data folder, as the platform wants it."""
    import platformdirs

    return Path(platformdirs.user_data_dir("legwork", appauthor=False, roaming=False)) / "profile"


@dataclass(frozen=True)
class ProfilePaths:
    """The files of one profile. The folder is private to the user (0700 on POSIX)."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "legwork.sqlite3"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def log(self) -> Path:
        return self.root / "legwork.log"

    @property
    def lock(self) -> Path:
        return self.root / "running.lock"

    @property
    def view_state(self) -> Path:
        """Window size, last page and the like: how things were looked at, never data."""
        return self.root / "view.ini"

    @property
    def sample(self) -> ProfilePaths:
        """The sample history: a profile of its own inside this one."""
        return ProfilePaths(self.root / _SAMPLE)

    def hold(self, file: Path) -> bool:
        """Whether a file, there or not yet, lies in this folder, or in the profile whose sample this is.

        file: absolute, without links. No export may lie here: it could take the place of the database or a backup.
        """
        around = ProfilePaths(self.root.parent)
        one = around if self.root.name == _SAMPLE and around.database.exists() else self
        own = (one.root, one.backups, one.database)  # the latter two may be links to elsewhere
        return any(_same(place, mine) for place in (file, *file.parents) for mine in own)

    def make(self) -> None:
        """Create the folder if it is not there and keep others out of it, where its disk can. Raises OSError."""
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32" and self.root.stat().st_uid == os.getuid():
            with suppress(PermissionError):  # a stick formatted for Windows, or a network disk, knows no such rights
                self.root.chmod(0o700)


def _same(one: Path, other: Path) -> bool:
    """Whether both are there and the same, however they are spelled."""
    try:
        return one.samefile(other)
    except OSError:
        return False
