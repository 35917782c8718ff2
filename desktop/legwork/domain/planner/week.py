"""The week of a template laid out for the days that a person has: sessions put together, and on which weekdays.

Owns the layout of a week. It must not choose exercises (`fill`) nor sets (`volume`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from legwork.domain.patterns import Pattern, pattern_region
from legwork.domain.plan.model import Weekday
from legwork.domain.planner.template import Frame, Role, Slot, Template
from legwork.domain.sites import Region

MOST_SETS_TOGETHER = 6
"""Sets of one exercise where two sessions became one: quality drops past 6 to 8 a muscle. Source: SCIENCE section 6."""

_ROLES = tuple(Role)


def frames_for(template: Template, days: int) -> tuple[Frame, ...]:
    """The sessions of the template on so many days, 1 or more.

    Neighbours are put together where there are fewer days than sessions; with more days than sessions some stay free.
    """
    frames, have = template.frames, len(template.frames)
    if days >= have:
        return frames
    bounds = [place * have // days for place in range(days + 1)]
    return tuple(_together(frames[first:last]) for first, last in pairwise(bounds))


def is_leg_frame(slots: Iterable[Slot]) -> bool:
    """Whether a session trains the legs with more than one exercise."""
    return sum(pattern_region(slot.pattern) is Region.LOWER for slot in slots) > 1


def weekdays_for(
    legs: Sequence[bool], wanted: Sequence[Weekday], allowed: frozenset[Weekday] = frozenset()
) -> tuple[Weekday, ...]:
    """A weekday for each session, in their order. legs: which of them train legs. wanted: kept where they do.

    No two leg days follow each other, the Sunday and the next Monday included, where that can be; then the days are
    spread evenly. allowed: the only days that are free, at least as many as sessions; empty for all. Source: a day
    between leg days (SCIENCE section 6).
    """
    open_days = sorted(allowed) if allowed else list(Weekday)
    if len(wanted) == len(legs) and set(wanted) <= set(open_days) and not _clashes(legs, wanted):
        return tuple(wanted)
    return min(combinations(open_days, len(legs)), key=lambda days: (_clashes(legs, days), _unevenness(days), days))


def _clashes(legs: Sequence[bool], days: Sequence[Weekday]) -> int:
    on = [day for day, one in zip(days, legs, strict=True) if one]
    return sum((day + 1) % 7 in on for day in on)


def _unevenness(days: Sequence[Weekday]) -> int:
    gaps = [later - day for day, later in pairwise(days)]
    return sum(gap * gap for gap in (*gaps, days[0] + 7 - days[-1]))


def _together(frames: Sequence[Frame]) -> Frame:
    """Several sessions as one: legs first, heavy lifts first, each pattern once."""
    if len(frames) == 1:
        return frames[0]
    slots: dict[Pattern, Slot] = {}
    letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for frame in frames:
        own: dict[str, str] = {}
        for slot in frame.slots:
            letter = own.setdefault(slot.superset, next(letters)) if slot.superset else ""
            known = slots.get(slot.pattern)
            slots[slot.pattern] = replace(slot, superset=letter) if known is None else _longer(known, slot)
    name = " + ".join(frame.label for frame in frames)
    return Frame(name, frames[0].weekday, _in_order(slots.values()))


def _longer(slot: Slot, other: Slot) -> Slot:
    most = max(slot.sets[1], min(MOST_SETS_TOGETHER, slot.sets[1] + other.sets[1]))
    return replace(slot, sets=(slot.sets[0], most), extra=slot.extra and other.extra)


def _in_order(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Legs before the rest and heavy lifts before light ones, what is done in turns side by side."""
    units: dict[object, list[Slot]] = {}
    for place, slot in enumerate(slots):
        units.setdefault(slot.superset or place, []).append(slot)
    alone = [[replace(one, superset="")] if len(unit) == 1 else unit for unit in units.values() for one in unit[:1]]
    ordered = sorted(alone, key=lambda unit: min(_rank(slot) for slot in unit))
    return tuple(slot for unit in ordered for slot in unit)


def _rank(slot: Slot) -> tuple[bool, int]:
    return pattern_region(slot.pattern) is not Region.LOWER, _ROLES.index(slot.role)
