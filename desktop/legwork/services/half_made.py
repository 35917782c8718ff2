"""Files that are being written into a folder of the person's own: their names, and what a killed program left of them.

Owns the names, by which they are known as ours; nothing else in a folder of somebody's is ever touched.
"""

from __future__ import annotations

import re
import time
import uuid
from contextlib import suppress
from pathlib import Path

from legwork.store.backup import STALE_S

_OURS = re.compile(r"legwork-[0-9a-f]{32}\.partial")


def beside(target: Path) -> Path:
    """A name that nobody has, in the folder of `target`, for what is to take its place; stale ones there are removed.

    Never raises: what the folder is like shows when it is written to.
    """
    with suppress(OSError):
        for left in target.parent.iterdir():
            if _OURS.fullmatch(left.name):
                _tidy(left)
    return target.with_name(f"legwork-{uuid.uuid4().hex}.partial")


def _tidy(left: Path) -> None:
    with suppress(OSError):  # gone already, or in use after all
        if left.is_file() and time.time() - left.lstat().st_mtime > STALE_S:
            left.unlink()
