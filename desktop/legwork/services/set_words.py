"""Logged sets as people read them: "100 × 8 @2".

Owns these words. What may be typed is `domain.log.set_text`, which reads them again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from legwork.domain.exercise import Counting
from legwork.domain.log.set_text import format_sets
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.log.sheet import Sets, working_sets
from legwork.domain.plan.cells import RPE_FROM
from legwork.domain.plan.loads import number_in
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem, unit_of
from legwork.i18n import ntr
from legwork.numerals import number, short_number

NO_BREAK = "\N{NO-BREAK SPACE}"

_EFFORT = re.compile(r"@([0-9.,]+) RIR")


def set_words(sets: Sequence[LoggedSet], system: UnitSystem, counting: Counting | None = None) -> str:
    """One set or a pair of sides, as it may be typed again, in as few letters; "" for none."""
    if not sets:
        return ""
    body, stroke, note = format_sets(sets, system, counting).partition("; ")
    body = _EFFORT.sub(_plain_effort, body.replace(" x ", " × "))
    return f"{body}{stroke}{note}"


def short_words(sets: Sequence[LoggedSet], system: UnitSystem, counting: Counting | None = None) -> str:
    """The same without its note and in less room: "100×8 @2"."""
    text = set_words(sets, system, counting).partition("; ")[0]
    return text.replace(" × ", "×").replace(" ", NO_BREAK)


def line_words(groups: Sequence[Sets], system: UnitSystem, counting: Counting | None = None) -> str:
    """A working set with its tail: "100×8 @2, d 80×6"."""
    return ", ".join(short_words(one, system, counting) for one in groups)


def last_lines(sets: Sequence[LoggedSet], system: UnitSystem, counting: Counting | None = None) -> tuple[str, ...]:
    """What was done of an exercise, a line for each working set: pairs together, tails behind. Source: `log.sheet`."""
    return tuple(line_words(one, system, counting) for one in working_sets(tuple(sets)))


def warm_up_words(sets: Sequence[LoggedSet], system: UnitSystem, counting: Counting | None = None) -> str:
    """The warm-ups of them in one line, "20×10 · 60×5"; "" for none."""
    warm = [replace(one, kind=LoggedKind.NORMAL) for one in sets if one.kind is LoggedKind.WARM_UP]
    return " · ".join(short_words((one,), system, counting) for one in warm)


def hard_set_words(sets: float) -> str:
    """So many hard sets: "1 hard set", "47.25 hard sets"."""
    return ntr("{number} hard set", "{number} hard sets", 1 if sets == 1 else 2, number=sets_number(sets))


def sets_number(sets: float) -> str:
    """A number of sets: "47.25"; quarters of sets stand as they are, and are never rounded two ways."""
    return short_number(sets)


def kg_words(kg: float, system: UnitSystem) -> str:
    """A sum of loads in the person's unit, whole: "7 450 kg"."""
    unit = unit_of(Kind.MASS, system)
    return f"{number(number_in(kg, unit))}{NO_BREAK}{unit}"


def _plain_effort(match: re.Match[str]) -> str:
    """Reps left need no unit as long as they cannot be taken for an RPE."""
    return f"@{match[1]}" if float(match[1].replace(",", ".")) < RPE_FROM else match[0]
