"""How the charts are looked at: what is chosen and how it is shown. Kept for each person, and under names.

Owns the value and its text form. A text that makes no sense gives the plain view, never an error.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from legwork.domain.averages import Bucket
from legwork.domain.measures import Measure


class Layout(StrEnum):
    """One chart with everything, or a panel for each measure."""

    TOGETHER = "together"
    APART = "apart"


class Scaling(StrEnum):
    """What the height of a point means."""

    VALUES = "values"
    CHANGE = "change"
    PERCENT = "percent"


class Sides(StrEnum):
    """Which halves of the body are drawn."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


class Stacking(StrEnum):
    """How bars of legs and upper body stand to each other: from zero up and down, or one on the other."""

    MIRRORED = "mirrored"
    STACKED = "stacked"


class Extra(StrEnum):
    """What may be drawn beside points and lines."""

    BARS = "bars"
    BAND = "band"
    AHEAD = "ahead"
    FLAGS = "flags"
    AIMS = "aims"
    GUIDES = "guides"


RANGES: dict[str, int | None] = {"3m": 91, "6m": 182, "1y": 365, "all": None}
"""Days that each range reaches back."""


@dataclass(frozen=True)
class ChartView:
    """measures: pairs, as text, in the order chosen; None: nothing was ever chosen. span: a window that was moved to
    by hand, days; None: the range. since: the day that changes count from. region: the shaded stretch, days.
    """

    measures: tuple[str, ...] | None = None
    layout: Layout = Layout.TOGETHER
    sides: Sides = Sides.BOTH
    bucket: Bucket = Bucket.NONE
    scaling: Scaling = Scaling.VALUES
    since: int | None = None
    range: str = "1y"
    span: tuple[float, float] | None = None
    region: tuple[int, int] | None = None
    extras: frozenset[Extra] = frozenset({Extra.BARS, Extra.BAND, Extra.FLAGS, Extra.AIMS, Extra.GUIDES})
    stacking: Stacking = Stacking.MIRRORED

    def chosen(self) -> list[Measure]:
        """The measures whose names make sense."""
        found = []
        for text in self.measures or ():
            try:
                found.append(Measure.parse(text).pair)
            except ValueError:
                continue  # a newer Legwork may know it
        return list(dict.fromkeys(found))

    def with_extra(self, extra: Extra, shown: bool) -> ChartView:
        """The same with one of the extras on or off."""
        return replace(self, extras=self.extras | {extra} if shown else self.extras - {extra})

    def as_text(self) -> str:
        """As JSON, to be kept."""
        plain: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        plain["extras"] = sorted(self.extras)
        return json.dumps(plain)

    @classmethod
    def from_text(cls, text: str) -> ChartView:
        """What `as_text` gave. Each part that makes no sense is as in the plain view."""
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        parts: dict[str, Any] = {}
        for name, read in _READERS.items():
            try:
                parts[name] = read(found[name])
            except (KeyError, ValueError, TypeError, OverflowError):
                continue  # as in the plain view
        if "stacking" not in found and "extras" in parts:
            parts["extras"] |= {Extra.GUIDES}  # kept before there were any: nobody took them away
        return cls(**parts)


def _names(found: Any) -> tuple[str, ...] | None:
    if found is None:
        return None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise TypeError
    return tuple(found)


def _day(found: Any) -> int | None:
    return None if found is None else date.fromordinal(found).toordinal()


def _span(found: Any) -> tuple[float, float] | None:
    if found is None:
        return None
    start, end = (float(one) for one in found)
    if not 1 <= start < end <= date.max.toordinal():
        raise ValueError
    return start, end


def _region(found: Any) -> tuple[int, int] | None:
    if found is None:
        return None
    first, last = (date.fromordinal(one).toordinal() for one in found)
    if first >= last:
        raise ValueError
    return first, last


def _range(found: Any) -> str:
    if found not in RANGES:
        raise ValueError
    return str(found)


def _extras(found: Any) -> frozenset[Extra]:
    known = tuple(Extra)
    return frozenset(Extra(one) for one in found if one in known)


_READERS = {
    "measures": _names, "layout": Layout, "sides": Sides, "bucket": Bucket, "scaling": Scaling, "since": _day,
    "range": _range, "span": _span, "region": _region, "extras": _extras,
    "stacking": Stacking,
}  # fmt: skip
