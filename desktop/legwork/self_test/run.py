"""The self-test from end to end: its order, its own profile, and a limit on how long it may take.

Owns nothing of what is tried: see `data`, `window` and `paper`. Never touches a person's own profile.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from legwork import __version__
from legwork.screens import has_screen
from legwork.self_test.telling import Telling, need

if TYPE_CHECKING:
    from legwork.self_test.network import NetworkWatch

LONGEST_S = 1200
"""After so long it says where it hangs, and ends."""


def run(report: Path | None, qt_platform: str = "") -> int:
    """Try everything; 0 when all of it works.

    report: a file for the lines, where there may be no stdout. qt_platform: the name of Qt's platform plugin, if any
    is asked for; without a screen it is `offscreen`.
    """
    try:
        telling = Telling(report)
    except OSError as error:
        print(f"FAILED self-test: the report cannot be written: {error}", file=sys.stderr)
        return 1
    if qt_platform:
        os.environ["QT_QPA_PLATFORM"] = qt_platform
    elif not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform == "win32" and os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        # Without a screen Qt does not ask Windows for fonts, but looks for files of its own.
        fonts = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "Fonts"
        os.environ.setdefault("QT_QPA_FONTDIR", str(fonts))
    began = time.monotonic()
    watch = report.open("a", encoding="utf-8") if report is not None else None
    _limit(watch)
    try:
        with tempfile.TemporaryDirectory(prefix="legwork self-test ", ignore_cleanup_errors=True) as folder:
            _try_everything(telling, Path(folder))
    finally:
        faulthandler.cancel_dump_traceback_later()
        if watch is not None:
            watch.close()
    telling.say(f"       took {time.monotonic() - began:.1f} s")
    return telling.end()


def _limit(watch: TextIO | None) -> None:
    faulthandler.dump_traceback_later(LONGEST_S, exit=True, file=watch or sys.__stderr__ or sys.stderr)


def _try_everything(telling: Telling, folder: Path) -> None:
    from legwork.self_test import data
    from legwork.self_test.network import NetworkWatch

    watch = NetworkWatch()
    telling.step("program", _program)
    telling.step("what ships", data.resources)
    telling.step("languages", data.languages)
    telling.step("licences", data.licences)
    telling.step("old profile", partial(data.old_profile, folder / "old"))
    from legwork.self_test import window

    window.try_window(telling, folder, watch)
    telling.step("no network", partial(_no_network, watch))


def _no_network(watch: NetworkWatch) -> str:
    watch.look()
    need(not watch.attempts, "; ".join(watch.attempts))
    return "nothing reached for it"


def _program() -> str:
    frozen = "built" if getattr(sys, "frozen", False) else "from source"
    return f"Legwork {__version__} ({frozen}), Python {platform.python_version()}, {platform.platform()}"
