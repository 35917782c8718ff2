"""Names as they may stand in the name of a file, on every system."""

from __future__ import annotations

import re

_LONGEST = 40


def file_word(name: str) -> str:
    """Letters and digits of a name, with a dash for whatever else stands between them; "" where it has none."""
    return re.sub(r"[\W_]+", "-", name).strip("-")[:_LONGEST]
