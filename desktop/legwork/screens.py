"""Whether there is a screen to open a window on. Sits beside the floors; knows nothing of Qt, which would be loaded."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_LOCAL_X = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_SOCKETS = Path("/proc/net/unix")


def has_screen() -> bool:
    """Whether one is named that can be there; where none is, Qt on Linux would end the program with an abort."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _is_wayland_there() or _is_x_there(os.environ.get("DISPLAY", ""))


def _is_wayland_there() -> bool:
    name, folder = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and (Path(folder) / str(name)).exists()


def _is_x_there(name: str) -> bool:
    """One of this computer has a socket; of one elsewhere, as over ssh, only Qt can tell."""
    local = _LOCAL_X.fullmatch(name)
    if local is None:
        return bool(name)
    socket = f"/tmp/.X11-unix/X{local[1]}"  # by name, or by the same name without a file
    return Path(socket).exists() or not _SOCKETS.exists() or f"@{socket}\n" in _SOCKETS.read_text("ascii", "replace")
