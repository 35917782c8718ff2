"""Whether there is a screen to open a window on. Sits beside the floors; knows nothing of Qt, which would be loaded."""

from __future__ import annotations

import os
import sys

_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_screen() -> bool:
    """Whether one is named; where none is, Qt on Linux would end the program with an abort."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, _NAMES))
