"""A disk that is really full: each thing that is tried is refused in words, and nothing is lost by it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("needs disks that can be made as one likes", allow_module_level=True)

CHILD = Path(__file__).with_name("full_disk_child.py")
_MOUNTED = 'mount -t tmpfs -o size=6m none "$1" && mount -t tmpfs -o size=64k none "$2" && shift 2 && exec "$@"'
MOST = ("edit", "small edit", "import", "daily copy", "copy asked for", "restore")


def small_disks(disk: Path, stick: Path) -> list[str]:
    """What to begin a command with that shall see two small disks there; empty where the system does not allow it."""
    beginning = ["unshare", "--map-root-user", "--mount", "sh", "-c", _MOUNTED, "sh", str(disk), str(stick)]
    try:
        tried = subprocess.run([*beginning, "true"], check=False, capture_output=True, timeout=60)
    except OSError:
        return []
    return beginning if tried.returncode == 0 else []


def _ran(tmp_path: Path, how: str) -> dict[str, Any]:
    disk, stick = tmp_path / "disk", tmp_path / "stick"
    disk.mkdir()
    stick.mkdir()
    beginning = small_disks(disk, stick) if how == "full" else []
    if how == "full" and not beginning:
        how = "limited"  # in a container that forbids it: this much can be shown everywhere
    ran = subprocess.run(
        [*beginning, sys.executable, str(CHILD), str(disk), str(stick), how, str(tmp_path / "elsewhere")],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=False, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found | {"how": how, "stick": str(stick)}


@pytest.mark.parametrize("how", ["full", "limited"])
def test_all_is_refused_in_words_and_nothing_is_lost(tmp_path: Path, how: str) -> None:
    said = _ran(tmp_path, how)
    for what in MOST:
        assert said[what][0] == "StoreError", what
    assert said["export"][0] == "UserError"
    assert said["log"] == ["done", ""], "the program goes on without"
    assert said["more files"] == [], "nothing half-made is left"
    assert said["left on the stick"] == ["a.legwork", "all.json"]
    for what in ("same rows", "same rows after the restore", "same on the stick", "same rows with room"):
        assert said[what] is True, what
    assert said["edit with room"] == said["restore with room"] == ["done", ""]
    if said["how"] == "full":
        assert {said[what][1] for what in MOST} == {"FULL"}
        assert said["export"][1] == (
            f"all.json was not written. There is no room left in {said['stick']}: free some space there, or choose "
            "another place."
        )
        assert said["copy to the stick"] == [
            "UserError",
            f"No copy was made. There is no room left in {said['stick']}: free some space there, "
            "or choose another place.",
        ]
        assert said["start"] == ["done", ""], "the log was folded in, which made room"
    else:
        assert said["start"] == ["StoreError", "FULL"], "no log can be begun"
        assert said["copy to the stick"][0] in ("UserError", "StoreError")
