"""What fixes are made of: a week's sums that follow as sets come and go, and where an exercise can go.

Owns the arithmetic behind a fix, so that mending one thing does not break another. It must not judge (the checks do),
change a plan (that is `fixes`), nor know which finding it works for (`leg_remedies` and `plan_remedies` do).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from legwork.domain.patterns import Pattern
from legwork.domain.plan.counting import LEG_DAY_SETS, hard_sets
from legwork.domain.plan.edits import counterpart
from legwork.domain.plan.findings import Case, Counted, Fix, FixKind
from legwork.domain.plan.model import MAX_ENTRIES, MAX_SESSIONS, Entry, Session, Week, Weekday
from legwork.domain.plan.prescription import MAX_SETS
from legwork.domain.sites import Region

SETS_TO_ADD = 3
"""Sets of an exercise that is added; more where they are needed (a convention)."""


@dataclass(frozen=True)
class Place:
    """Where an exercise goes: into a session, or into a new one on a day (None: any)."""

    session: Session | None
    weekday: Weekday | None = None


class Sums:
    """One week's sums, kept up to date while sets are added and taken away."""

    def __init__(self, case: Case, week: Counted) -> None:
        self._case = case
        self.week = week
        self.lower, self.upper = week.count.lower, week.count.upper
        self.muscles = {key: one.total for key, one in week.count.muscles.items()}
        self.patterns = dict(week.count.pattern_sets)
        self.changes: dict[int, int] = {}
        self._homes = {entry.id: session for session in week.week.sessions for entry in session.entries}
        self._hard: dict[Region, list[Entry]] = {}
        self._leg_sets = dict.fromkeys((one.id for one in week.week.sessions), 0.0)
        for session in week.week.sessions:
            for entry in session.entries:
                region = case.lookup.regions.get(entry.exercise)
                sets = hard_sets(entry.prescription, case.lookup.hard_rir)
                if region is not None and sets:
                    self._hard.setdefault(region, []).append(entry)
                    if region is Region.LOWER:
                        self._leg_sets[session.id] += sets
        self._new_days: list[Weekday] = []

    def pattern(self, entry: Entry) -> str | None:
        """The kind of movement."""
        return self._case.lookup.patterns.get(entry.exercise)

    def shares(self, entry: Entry) -> Mapping[str, float]:
        """The muscles and their share of a set."""
        return self._case.lookup.shares.get(entry.exercise, {})

    def sets(self, entry: Entry) -> int:
        """Its sets as they are now."""
        return entry.prescription.sets + self.changes.get(entry.id, 0)

    def hard(self, region: Region) -> list[Entry]:
        """The entries of a region whose sets count."""
        return self._hard.get(region, [])

    def change(self, entry: Entry, by: int) -> None:
        """Add sets to an entry, or take them away."""
        self.changes[entry.id] = self.changes.get(entry.id, 0) + by
        for muscle, share in self.shares(entry).items():
            self.muscles[muscle] = self.muscles.get(muscle, 0.0) + share * by
        pattern, region = self.pattern(entry), self._case.lookup.regions.get(entry.exercise)
        if pattern is not None:
            self.patterns[pattern] = self.patterns.get(pattern, 0.0) + by
        if region is Region.LOWER:
            self.lower += by
            self._leg_sets[self._homes[entry.id].id] += by
        elif region is Region.UPPER:
            self.upper += by

    def add(self, entries: Iterable[Entry], sets: int, key: Callable[[Entry], tuple[int, ...]]) -> int:
        """Add so many sets one by one, each to the first by `key`, but none that makes leg days in a row; how many."""
        heap = [(key(one), one.id, one) for one in entries]
        heapify(heap)
        left = sets
        while heap and left:
            one = heappop(heap)[2]
            if self.sets(one) < MAX_SETS and self.can_add(one):
                self.change(one, 1)
                left -= 1
                heappush(heap, (key(one), one.id, one))
        return sets - left

    def take(self, entries: Iterable[Entry], sets: int, spare: Callable[[Entry], bool]) -> int:
        """Take so many sets one by one, each from the entry with most that can spare one and keeps one; how many."""
        heap = [(-self.sets(one), one.id, one) for one in entries]
        heapify(heap)
        left = sets
        while heap and left:
            one = heappop(heap)[2]
            if self.sets(one) > 1 and spare(one):  # what cannot spare one now never can
                self.change(one, -1)
                left -= 1
                heappush(heap, (-self.sets(one), one.id, one))
        return sets - left

    def add_for_legs(self, sets: int, before: Mapping[str, int] | None = None) -> int:
        """Add sets to leg exercises, first to those with fewer than in the week before, then evenly; how many fitted.

        before: the sets of that week by exercise.
        """
        wanted, held = before or {}, self._case.wanted.held
        legs = [one for one in self.hard(Region.LOWER) if self.pattern(one) not in held]
        return self.add(legs, sets, lambda one: (self.sets(one) >= wanted.get(one.exercise, 0), self.sets(one)))

    def is_leg_day(self, session: Session) -> bool:
        """Whether it has enough sets for the legs."""
        return self._leg_sets[session.id] >= LEG_DAY_SETS

    def keeps_leg_day(self, entry: Entry) -> bool:
        """Whether its session has as many leg days' worth of sets when it loses one."""
        sets = self._leg_sets[self._homes[entry.id].id]
        return sets < LEG_DAY_SETS or sets - 1 >= LEG_DAY_SETS

    def leg_weekdays(self) -> set[Weekday]:
        """The named days with leg work."""
        legs = (one.weekday for one in self.week.week.sessions if self.is_leg_day(one) and one.weekday is not None)
        return {*legs, *self._new_days}

    def fits(self, session: Session) -> bool:
        """Whether it can be a leg day with a day between it and the others."""
        return session.weekday is None or self._apart(session.weekday)

    def leg_place(self, like: tuple[Week, Session] | None, *, another_day: bool = False) -> Place | None:
        """Where a leg exercise goes: to leg work, else where a leg day fits, else into a new session; None: nowhere.

        like: where it went in an earlier week. another_day: to none of the leg days there are.
        """
        open_ones = [one for one in self.week.week.sessions if len(one.entries) < MAX_ENTRIES]
        legs = [one for one in open_ones if self.is_leg_day(one)]
        days = self.leg_weekdays()
        others = [one for one in open_ones if not self.is_leg_day(one) and self.fits(one) and one.weekday not in days]
        found = chosen(self.week.week, others if another_day else legs or others, like)
        if found is not None:
            return Place(found)
        if len(self.week.week.sessions) >= MAX_SESSIONS:
            return None
        return Place(None, self.free_day())

    def becomes_leg_day(self, place: Place) -> None:
        """Note that leg work goes there."""
        if place.session is not None:
            self._leg_sets[place.session.id] += LEG_DAY_SETS
        elif place.weekday is not None:
            self._new_days.append(place.weekday)

    def free_day(self) -> Weekday | None:
        """The first day without any session that has no leg day beside it."""
        taken = {one.weekday for one in self.week.week.sessions} | set(self._new_days)
        return next((day for day in Weekday if day not in taken and self._apart(day)), None)

    def step(self, place: Place, pattern: Pattern, sets: int = SETS_TO_ADD) -> Fix:
        """The step that adds an exercise there."""
        session_id = place.session.id if place.session else None
        return Fix(FixKind.ADD_EXERCISE, "", self.week.week.id, session_id, pattern=pattern, sets=sets,
                   weekday=place.weekday)  # fmt: skip

    def steps(self) -> list[Fix]:
        """The changes of sets as steps."""
        return [
            Fix(FixKind.ADD_SETS if by > 0 else FixKind.REMOVE_SETS, "", self.week.week.id, entry_id=key, sets=abs(by))
            for key, by in self.changes.items()
            if by
        ]

    def _apart(self, day: Weekday) -> bool:
        return not {(day + 1) % 7, (day - 1) % 7} & self.leg_weekdays()

    def can_add(self, entry: Entry) -> bool:
        """Whether a set more makes no leg days in a row."""
        home = self._homes[entry.id]
        if self._case.lookup.regions.get(entry.exercise) is not Region.LOWER or self.is_leg_day(home):
            return True
        return self._leg_sets[home.id] + 1 < LEG_DAY_SETS or self.fits(home)


def chosen(week: Week, among: Collection[Session], like: tuple[Week, Session] | None) -> Session | None:
    """The session that corresponds to one of another week, else the one with the fewest exercises; None of none."""
    if like is not None:
        same = counterpart(like[0], like[1], week)
        if same is not None and same in among:
            return same
    return min(among, key=lambda one: len(one.entries), default=None)


def combined(sentence: str, steps: Sequence[Fix]) -> Fix | None:
    """One fix of all steps, the first of which says it; None of none."""
    if not steps:
        return None
    return replace(steps[0], sentence=sentence, further=tuple(steps[1:]))
