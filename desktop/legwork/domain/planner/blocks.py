"""The course of a plan over its weeks: mesocycles of 4 to 8 weeks, deloads between them, and how hard each week is.

Owns the calendar of phases and the effort of each week. It must not know exercises nor sets.

Source: SCIENCE section 6: a week off in the middle costs no size (Coleman 2024); linear and undulating plans grow about
the same (Grgic 2017), so blocks are a way to keep going; 0 to 3 reps in reserve. Lengths are conventions.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.plan.model import BlockKind
from legwork.domain.planner.template import Role, Slot
from legwork.domain.planner.wishes import Experience

WITHOUT_DELOAD = 6
"""Weeks up to which a plan needs no deload. Source: as `findings.Wanted.deload_weeks`."""

USUAL_WEEKS = 6
"""Of a mesocycle with its deload; 4 to 8 come out of it (a convention)."""


@dataclass(frozen=True)
class Phase:
    """Weeks with one purpose. mesocycle: its number, from 1."""

    kind: BlockKind
    mesocycle: int
    weeks: int


def phases_for(weeks: int, experience: Experience) -> tuple[Phase, ...]:
    """The phases of a plan of so many weeks, 4 to 52.

    Each mesocycle ends with a week of deload, unless the whole plan is short. More work and heavier work take turns;
    who is new keeps to more work, as the reps still teach the lift (a convention).
    """
    if weeks <= WITHOUT_DELOAD:
        return (Phase(BlockKind.ACCUMULATE, 1, weeks),)
    several = max(1, (weeks + 3) // USUAL_WEEKS)
    found: list[Phase] = []
    for place in range(several):
        size = weeks // several + (place < weeks % several)
        heavy = place % 2 == 1 and experience is not Experience.NEW
        kind = BlockKind.INTENSIFY if heavy else BlockKind.ACCUMULATE
        found += [Phase(kind, place + 1, size - 1), Phase(BlockKind.DELOAD, place + 1, 1)]
    return tuple(found)


def effort_in(slot: Slot, week: int, weeks: int, experience: Experience) -> float:
    """Reps left in reserve for a place in one week of a phase. week: from 0, of `weeks`.

    One more in the first week, one fewer in the last of four or more. Who is new or comes back stays further from
    failure; only who is advanced goes to it, with single joints. Source: 0 to 3 in reserve (SCIENCE section 6); the
    steps are conventions.
    """
    careful = experience in (Experience.NEW, Experience.BACK)
    rir = slot.rir + careful + (week == 0) - (weeks >= 4 and week == weeks - 1)
    least = 0 if slot.role is Role.ISOLATION and experience is Experience.ADVANCED else 1
    return min(3 + (experience is Experience.BACK), max(least, rir))
