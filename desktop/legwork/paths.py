"""Where things live: shipped resources, and the profile folder with the person's own data.

Sits beside the floors. Must not open or create anything but the profile folder itself.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


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
    def own_files(self) -> tuple[Path, ...]:
        """The files that the program keeps here itself; no export may take the place of one."""
        logs = (self.database.with_name(self.database.name + suffix) for suffix in ("-wal", "-shm"))
        return (self.database, *logs, self.lock, self.log, self.view_state)

    @property
    def sample(self) -> ProfilePaths:
        """The sample history: a profile of its own inside this one."""
        return ProfilePaths(self.root / "sample")

    def make(self) -> None:
        """Create the folder if it is not there and keep others out of it. Raises OSError."""
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32" and self.root.stat().st_uid == os.getuid():
            self.root.chmod(0o700)
