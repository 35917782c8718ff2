"""Where the lines of a table that nobody knows are parted.

Owns that guess. A table of a program that is known is parted where its header says (`text`).
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Sequence

from legwork.formats.mapping import DELIMITERS

_MOST = 0.8


def delimiter_in(text: str) -> str:
    """The delimiter that parts the lines of a text most evenly; a comma where none does."""
    lines = [line for line in text.splitlines()[:60] if line.strip()]
    best, best_score = ",", 0.0
    for one in DELIMITERS:
        counts = [_outside(line).count(one) for line in lines]
        usual = statistics.mode(counts) if counts else 0
        if not usual:
            usual = max(counts, default=0) if sum(map(bool, counts)) * 2 >= len(counts) else 0
        alike = sum(count == usual for count in counts) / len(counts) if usual else 0.0
        score = alike * (1 + math.log(usual)) if usual else 0.0
        if one == "," and usual and _decimal_commas(lines) >= usual * len(lines) * _MOST:
            score = 0.0  # all of its commas stand in numbers
        if score > best_score:
            best, best_score = one, score
    return best


def _outside(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _decimal_commas(lines: Sequence[str]) -> int:
    return sum(len(re.findall(r"(?<=\d),(?=\d)", _outside(line))) for line in lines)
