"""A set more or fewer of a muscle in coming weeks: of which exercises, so that nothing else leaves its limits.

Owns choosing the exercises and the change. It must not decide how many sets a muscle shall have (that is
`domain.log.autoregulate`), nor word what was chosen. Source: quality drops past 6 to 8 hard sets of a muscle in one
session (SCIENCE section 6); the order in which exercises are chosen is a convention.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legwork.domain.plan.counting import Lookup, WeekCount, count_week, hard_sets
from legwork.domain.plan.entry_changes import with_entries
from legwork.domain.plan.findings import Case, Counted, Wanted
from legwork.domain.plan.fixes import with_sets
from legwork.domain.plan.lighter import ALL, lighter_weeks
from legwork.domain.plan.lines import LineKey, lines_of
from legwork.domain.plan.model import BlockKind, Entry, Plan, Session, Week, weeks_of
from legwork.domain.plan.plan_remedies import LEAST_JUMP_SETS, UPPER_GROUPS
from legwork.domain.plan.prescription import MAX_SETS
from legwork.domain.plan.remedies import Sums
from legwork.domain.plan_brief import KEEP
from legwork.domain.sites import Region
from legwork.domain.weekly_sets import MOST_SESSION_SETS

GOOD_SESSION_SETS = 6.0
"""Hard sets of a muscle in one session up to which all is well; MOST_SESSION_SETS is the other end. Source: SCIENCE
section 6."""

_SLACK = 1e-6

Bands = Mapping[str, tuple[float, float]]
"""Hard sets a week, from and to, by muscle."""


@dataclass(frozen=True)
class SetsStep:
    """An entry that gets other sets. number: of its week, from 1. before, after: sets."""

    number: int
    week: Week
    session: Session
    entry: Entry
    line: LineKey
    after: int

    @property
    def before(self) -> int:
        """Its sets as they stand."""
        return self.entry.prescription.sets


def coming_weeks(plan: Plan, done: frozenset[int], first: int = 0) -> tuple[int, ...]:
    """The weeks, by their place from 0, that a change of sets is for: not begun, of one block, not of a deload.

    done: ids of sessions that were done. first: the first week that may be meant. The block is that of the first such
    week; empty when there is none.
    """
    weeks = list(weeks_of(plan))
    begun = [at for at, (_, week) in enumerate(weeks) if any(one.id in done for one in week.sessions)]
    start = max(first, begun[-1] + 1 if begun else 0)
    block_id: int | None = None
    found = []
    for at, (block, week) in enumerate(weeks[start:], start):
        if block.kind is BlockKind.DELOAD or not any(one.entries for one in week.sessions):
            continue
        if block_id not in (None, block.id):
            break
        block_id = block.id
        found.append(at)
    return tuple(found)


def sets_steps(
    plan: Plan, lookup: Lookup, wanted: Wanted, weeks: Sequence[int], muscle: str, change: int, bands: Bands
) -> tuple[SetsStep, ...]:
    """Which entries get a set more or fewer in each of these weeks, so that the muscle has `change` more.

    weeks: places from 0, as `coming_weeks` gives them. bands: of all muscles that have one. In every week the same
    exercises are chosen where they come, first those that train little else directly. More: where the session has few
    sets of the muscle, then where the exercise has few; no muscle leaves its band upwards, no week rises above the one
    before by more than `wanted.jump`, the legs stay ahead where they shall be, and what hurts is left alone. Fewer: of
    the exercise with most; no other muscle leaves its band downwards, and every exercise keeps a set. Where there is no
    such place, fewer sets are changed, down to none.
    """
    light = frozenset(
        at for at, muscles in lighter_weeks(plan, lookup).items() if muscles is ALL or muscle in muscles
    )  # fmt: skip
    chooser = _Chooser(plan, lookup, wanted, muscle, bands, light)
    return tuple(step for at in weeks if at not in light for step in chooser.week(at, change))


def with_steps(plan: Plan, steps: Sequence[SetsStep]) -> Plan:
    """The plan with these changes in it. Raises UserError when one of the entries is no longer as it was."""
    changes = (
        (step.entry, replace(step.entry, prescription=with_sets(step.entry.prescription, step.after - step.before)))
        for step in steps
    )
    return with_entries(plan, {step.week.id for step in steps}, changes)


class _Chooser:
    """Chooses week by week; each week is held against the one before it as it was just changed."""

    def __init__(
        self, plan: Plan, lookup: Lookup, wanted: Wanted, muscle: str, bands: Bands, light: frozenset[int]
    ) -> None:
        self._light = light
        self._lookup, self._wanted, self._muscle, self._bands = lookup, wanted, muscle, bands
        self._weeks = list(weeks_of(plan))
        self._case = Case(plan, lookup, wanted, ())
        self._lines = lines_of(plan).line_keys()
        self._before: tuple[int, Sums | WeekCount] | None = None
        self._chosen: list[LineKey] | None = None

    def week(self, at: int, change: int) -> Iterator[SetsStep]:
        """The steps in the week at this place."""
        block, week = self._weeks[at]
        count = count_week(week, self._lookup)
        sums = Sums(self._case, Counted(at + 1, block, week, count))
        limits = _Limits(sums, count, self._last_before(at), self._case, self._bands, self._muscle)
        homes = {entry.id: session for session in week.sessions for entry in session.entries}
        hard = [
            entry
            for session in week.sessions
            for entry in session.entries
            if hard_sets(entry.prescription, self._lookup.hard_rir) and sums.shares(entry).get(self._muscle, 0.0) >= 1
        ]
        left = list(self._chosen or ())
        chosen: list[LineKey] = []
        for _ in range(abs(change)):
            best = self._best(hard, homes, sums, limits, left, more=change > 0)
            if best is None:
                break
            sums.change(best, 1 if change > 0 else -1)
            line = self._lines[best.id]
            chosen.append(line)
            if line in left:
                left.remove(line)
        if self._chosen is None and chosen:
            self._chosen = chosen
        self._before = at, sums
        for entry in hard:
            if sums.changes.get(entry.id):
                yield SetsStep(at + 1, week, homes[entry.id], entry, self._lines[entry.id], sums.sets(entry))

    def _best(
        self,
        entries: Sequence[Entry],
        homes: Mapping[int, Session],
        sums: Sums,
        limits: _Limits,
        left: Sequence[LineKey],
        *,
        more: bool,
    ) -> Entry | None:
        def rank(entry: Entry) -> tuple[float, ...]:
            here = self._in_session(homes[entry.id], sums, self._muscle)
            others = sum(share >= 1 for share in sums.shares(entry).values()) - 1
            known = float(self._lines[entry.id] not in left)
            if more:
                return known, float(here + 1 > GOOD_SESSION_SETS), others, here, sums.sets(entry), entry.id
            return known, others, -sums.sets(entry), -here, entry.id

        able = limits.can_add if more else limits.can_take
        open_ = [one for one in entries if able(one) and (not more or self._fits(one, homes[one.id], sums))]
        return min(open_, key=rank, default=None)

    def _fits(self, entry: Entry, session: Session, sums: Sums) -> bool:
        """Whether each muscle that it trains directly has room for a set in the session."""
        direct = (muscle for muscle, share in sums.shares(entry).items() if share >= 1)
        return all(self._in_session(session, sums, one) + 1 <= MOST_SESSION_SETS + _SLACK for one in direct)

    def _in_session(self, session: Session, sums: Sums, muscle: str) -> float:
        return sum(
            sums.sets(one) * sums.shares(one).get(muscle, 0.0)
            for one in session.entries
            if hard_sets(one.prescription, self._lookup.hard_rir)
        )

    def _last_before(self, at: int) -> Sums | WeekCount | None:
        """The last working week before this one, as it stands or was just changed."""
        for place in range(at - 1, -1, -1):
            _, week = self._weeks[place]
            if self._before is not None and self._before[0] == place:
                return self._before[1]
            if place not in self._light and any(one.entries for one in week.sessions):
                return count_week(week, self._lookup)
        return None


class _Limits:
    """What a week bears."""

    def __init__(
        self,
        sums: Sums,
        count: WeekCount,
        before: Sums | WeekCount | None,
        case: Case,
        bands: Bands,
        muscle: str,
    ) -> None:
        self._sums, self._wanted, self._bands, self._muscle = sums, case.wanted, bands, muscle
        self._regions = case.lookup.regions
        self._own = {key: one.total for key, one in count.muscles.items()}
        self._before = before

    def can_add(self, entry: Entry) -> bool:
        """Whether it can have a set more."""
        sums, wanted = self._sums, self._wanted
        if sums.sets(entry) >= MAX_SETS or sums.pattern(entry) in wanted.held:
            return False
        region = self._regions.get(entry.exercise)
        if region is Region.UPPER and wanted.legs_first and sums.upper <= sums.lower < sums.upper + 1:
            return False
        if region is not None and self._jumps(region):
            return False
        return sums.can_add(entry) and all(
            self._room(muscle, sums.muscles.get(muscle, 0.0) + share) for muscle, share in sums.shares(entry).items()
        )

    def can_take(self, entry: Entry) -> bool:
        """Whether it can have a set fewer."""
        sums, wanted = self._sums, self._wanted
        region, pattern = self._regions.get(entry.exercise), sums.pattern(entry)
        if sums.sets(entry) <= 1 or not sums.keeps_leg_day(entry):
            return False
        if region is Region.LOWER and wanted.legs_first and sums.upper <= sums.lower < sums.upper + 1:
            return False
        for group in UPPER_GROUPS:
            held = sum(sums.patterns.get(one, 0.0) for one in group)
            if pattern in group and held - 1 < wanted.upper_sets <= held:
                return False
        return all(
            self._spare(muscle, sums.muscles.get(muscle, 0.0), share) for muscle, share in sums.shares(entry).items()
        )

    def _room(self, muscle: str, total: float) -> bool:
        own = self._own.get(muscle, 0.0)
        highest = self._bands[muscle][1] if muscle in self._bands else float("inf")
        if total > max(own, highest) + _SLACK or total > _risen(own, self._wanted.jump) + _SLACK:
            return False
        if self._before is None:
            return True
        was = _muscle_sets(self._before, muscle)
        return not was or total <= max(own, _risen(was, self._wanted.jump)) + _SLACK

    def _spare(self, muscle: str, now: float, share: float) -> bool:
        band = self._bands.get(muscle)
        if muscle == self._muscle:
            least = float(KEEP[0])
        elif band is not None:
            least = band[0]
        else:
            least = float(KEEP[0]) if share >= 1 else 0.0
        return now - share >= least - _SLACK

    def _jumps(self, region: Region) -> bool:
        """Whether a set more makes the region's week rise too far above the week before."""
        if self._before is None:
            return False
        sums = self._before
        was = sums.lower if region is Region.LOWER else sums.upper
        new = (self._sums.lower if region is Region.LOWER else self._sums.upper) + 1
        return bool(was) and new - was >= LEAST_JUMP_SETS and new > was * (1 + self._wanted.jump) + _SLACK


def _risen(sets: float, jump: float) -> float:
    """The most that follows so many sets: by a share, and always one more."""
    return max(sets + 1, sets * (1 + jump))


def _muscle_sets(sums: Sums | WeekCount, muscle: str) -> float:
    if isinstance(sums, Sums):
        return sums.muscles.get(muscle, 0.0)
    return sums.muscles[muscle].total if muscle in sums.muscles else 0.0
