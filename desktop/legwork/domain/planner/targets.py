"""How many sets a week the muscles shall get: from what is sustainable at first to the upper end of the bands.

Owns the way from a brief's bands to numbers. It must not give sets to exercises (`volume`).
Source: SCIENCE section 6: a third of the volume holds size (Bickel 2011), about 4 sets show and 5 to 10 work well
(Pelland 2024).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from legwork.domain.muscles import Muscle
from legwork.domain.plan_brief import KEEP, PlanBrief, Upper
from legwork.domain.planner.wishes import Experience
from legwork.domain.weekly_sets import HOLDS_UP_TO

HOLDS = int(HOLDS_UP_TO)
"""Weekly sets that only hold a leg muscle; the legs start above. Source: as `findings.Wanted.leg_sets`."""

UPPER_SETS = {Upper.KEEP: (3, 3), Upper.AS_NOW: (4, 6), Upper.GROW: (6, 10), None: (4, 4)}
"""Weekly sets of presses, of rows and of pulls, in the first week and at the end. Source: a third of 9 to 12 sets holds
(Bickel 2011); the rest are the bands of `plan_brief` (conventions)."""

UPPER_SHARE = {Upper.KEEP: 0.7, Upper.AS_NOW: 1.0, None: 1.0}
"""Sets for the upper body to those for the legs at most, extras included; no limit where it shall grow
(conventions)."""

_ORDER = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.CALVES, Muscle.GLUTES)


@dataclass(frozen=True)
class Targets:
    """Weekly sets in the first week and at the end: of leg muscles, and of each kind of upper-body lift."""

    start: Mapping[Muscle, int]
    top: Mapping[Muscle, int]
    upper: Upper | None

    @property
    def upper_sets(self) -> tuple[int, int]:
        """From and to, for presses, rows and pulls each."""
        return UPPER_SETS[self.upper]


def targets_of(brief: PlanBrief, experience: Experience) -> Targets:
    """From a brief's bands to numbers.

    The first week has the lower end of the band, but more than what only holds. Who is new ends in the middle of it.
    Who comes back begins at the least. Source: the bands of `plan_brief`; the halves are conventions.
    """
    start, top = {}, {}
    for muscle in (one for one in _ORDER if one in brief.sets):
        low, high = brief.sets[muscle]
        least = high if (low, high) == KEEP else HOLDS + 1
        start[muscle] = min(high, max(low, least)) if experience is not Experience.BACK else min(high, least)
        top[muscle] = max(start[muscle], (low + high + 1) // 2 if experience is Experience.NEW else high)
    return Targets(start, top, brief.upper)
