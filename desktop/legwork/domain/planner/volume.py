"""How many sets each place gets, in the first week and then round by round, within the minutes of a session.

Owns the order in which sets are given when minutes are short. It must not say how many there shall be (`targets`),
choose exercises (`fill`) nor lay out weeks (`blocks`).

Source: SCIENCE section 6: direct sets count 1 and indirect ones their share (Pelland 2024); a third of the volume holds
size (Bickel 2011); quality drops past 6 to 8 hard sets for a muscle in one session. The order is a convention: legs
before the upper body, lifts of several joints before single ones, what holds before what is good to have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from legwork.domain.muscles import Muscle
from legwork.domain.patterns import SINGLE_JOINT, Pattern
from legwork.domain.plan.counting import LEG_DAY_SETS, session_minutes
from legwork.domain.plan.model import Entry, Session
from legwork.domain.plan_brief import KEEP
from legwork.domain.planner.fill import Place
from legwork.domain.planner.prescribe import Pace, arranged, prescription
from legwork.domain.planner.targets import UPPER_SHARE, Targets
from legwork.domain.planner.template import LEG_PATTERNS, UPPER_KINDS
from legwork.domain.sites import Region
from legwork.domain.weekly_sets import MOST_SESSION_SETS

LARGEST_RISE = 0.25
"""Of weekly sets, from one week to the next; below what the checks call a jump (a convention)."""

_START_SETS, _FIRST_UPPER = 2, 1


@dataclass(frozen=True)
class Allotment:
    """Sets of each place: in the first week, and the places that get one more, round by round (a week or so each).

    pace: how tightly sessions are packed. missing: patterns (of slots) that should be there and are not. short: leg
    muscles that do not reach the end of their band, with the sets that they reach.
    """

    start: tuple[int, ...]
    rounds: tuple[tuple[int, ...], ...]
    pace: Pace
    missing: tuple[Pattern, ...] = ()
    short: Mapping[Muscle, float] = field(default_factory=dict)

    def after(self, rounds: int) -> tuple[int, ...]:
        """Sets of each place after so many rounds."""
        sets = list(self.start)
        for one in self.rounds[:rounds]:
            for number in one:
                sets[number] += 1
        return tuple(sets)


def allot(
    places: Sequence[Place], legs: Sequence[bool], targets: Targets, minutes: int, paces: Sequence[Pace]
) -> Allotment:
    """Give sets to places. legs: which sessions are leg days. minutes: what the longest session may take.

    The first of the paces is taken with which the most fits in.
    """
    found = [_Allotter(places, legs, targets, minutes, pace).run() for pace in paces]
    return min(found, key=lambda one: (len(one.missing), _lacking(one, targets.start), _lacking(one, targets.top)))


def _lacking(one: Allotment, wanted: Mapping[Muscle, int]) -> float:
    return sum(max(0.0, wanted[muscle] - sets) for muscle, sets in one.short.items())


class _Allotter:
    """Gives sets one by one, the most important first, as long as the session stays within its minutes."""

    def __init__(
        self, places: Sequence[Place], legs: Sequence[bool], targets: Targets, minutes: int, pace: Pace
    ) -> None:
        self._places, self._targets, self._minutes, self._pace = places, targets, minutes, pace
        self._sets = [0] * len(places)
        self._frames = [[n for n, one in enumerate(places) if one.frame == frame] for frame in range(len(legs))]
        self._leg_frames = [frame for frame, one in enumerate(legs) if one]
        self._shares = [{one.muscle: one.share for one in place.exercise.muscles} for place in places]
        self._lower = [one.exercise.region is Region.LOWER for one in places]
        self._upper = [one.exercise.region is Region.UPPER for one in places]

    def run(self) -> Allotment:
        """All sets, in the order of importance."""
        missing = [
            one
            for one in LEG_PATTERNS
            if not (self._only_keeps(one) or self._open_one(self._with_pattern((one,)), _START_SETS))
        ]
        missing += [kinds[0] for kinds in UPPER_KINDS if not self._open_one(self._with_pattern(kinds), _FIRST_UPPER)]
        for muscle, sets in self._targets.start.items():
            self._raise_muscle(muscle, sets)
        self._fill_leg_days()
        for kinds in UPPER_KINDS:
            self._raise_kind(kinds, self._targets.upper_sets[0])
        self._open_useful()
        start = tuple(self._sets)
        rounds = self._rise()
        before = tuple(self._sets)
        self._open_extras(start)
        opened = (now - then for now, then in zip(self._sets, before, strict=True))
        short = {one: self._total(one) for one, top in self._targets.top.items() if self._total(one, before) < top}
        first = tuple(was + more for was, more in zip(start, opened, strict=True))
        return Allotment(first, rounds, self._pace, tuple(missing), short)

    def _with_pattern(self, patterns: Iterable[Pattern]) -> list[int]:
        several = set(patterns)
        return [n for n, one in enumerate(self._places) if one.slot.pattern in several and not one.slot.extra]

    def _only_keeps(self, pattern: Pattern) -> bool:
        """Whether a single joint may stay out, as its muscle shall only keep its size and has enough for that."""
        top, start = self._targets.top, self._targets.start
        trained = {one for n in self._with_pattern((pattern,)) for one, share in self._shares[n].items() if share >= 1}
        return (
            pattern in SINGLE_JOINT
            and bool(trained)
            and all(one in top and top[one] <= KEEP[1] and self._total(one) >= start[one] - 1 for one in trained)
        )

    def _open_one(self, numbers: Sequence[int], sets: int) -> bool:
        """Open one of several places, unless one is open. True also where there is none: that has its own reason."""
        if not numbers or any(self._sets[number] for number in numbers):
            return True
        return self._add_best(numbers, lambda number: self._load(number), sets) is not None

    def _raise_muscle(self, muscle: Muscle, sets: int) -> None:
        while self._total(muscle) < sets and self._add_for(muscle) is not None:
            pass

    def _add_for(self, muscle: Muscle, *, opening: bool = True) -> int | None:
        """One set more for a muscle, at the place where it disturbs least; None when there is no room."""
        numbers = [
            number
            for number, shares in enumerate(self._shares)
            if shares.get(muscle, 0) >= 1
            and self._lower[number]
            and not self._places[number].slot.extra
            and (opening or self._sets[number])
            and self._in_session(muscle, number) < MOST_SESSION_SETS
        ]
        return self._add_best(numbers, lambda number: (self._excess(number, muscle), *self._load(number)))

    def _excess(self, number: int, muscle: Muscle | None = None) -> int:
        """How many muscles but this one a set here gives more than they shall have."""
        return sum(
            share >= 1 and other is not muscle and self._total(other) >= self._targets.top.get(other, 99)
            for other, share in self._shares[number].items()
        )

    def _load(self, number: int) -> tuple[bool, bool, int, int]:
        """Prefers what has few sets in a session with few. Upper-body lifts gather in one place until it has three."""
        lower = self._lower[number]
        session = self._frames[self._places[number].frame]
        sets = sum(self._sets[n] for n in session if not lower or self._lower[n])
        return self._sets[number] >= 3, not lower and not self._sets[number], sets, number

    def _fill_leg_days(self) -> None:
        """Sets in each leg session, so that it is one."""
        for frame in self._leg_frames:
            numbers = [n for n in self._frames[frame] if self._lower[n] and not self._places[n].slot.extra]
            while sum(self._sets[n] for n in numbers) < LEG_DAY_SETS:
                if self._add_best(numbers, lambda number: (self._excess(number), *self._load(number))) is None:
                    break

    def _raise_kind(self, kinds: Iterable[Pattern], sets: int) -> int | None:
        """Raise an upper-body lift to so many sets; returns the last place that got one."""
        numbers, last = self._with_pattern(kinds), None
        while sum(self._sets[n] for n in numbers) < sets:
            more = 1 if any(0 < self._sets[n] < 3 for n in numbers) else _START_SETS
            if not self._upper_may_grow(more):
                break
            found = self._add_best(numbers, self._load)
            if found is None:
                break
            last = found
        return last

    def _upper_may_grow(self, more: int, sets: Sequence[int] | None = None) -> bool:
        share = UPPER_SHARE.get(self._targets.upper)
        if share is None:
            return True
        now = self._sets if sets is None else sets
        upper = sum(count for count, one in zip(now, self._upper, strict=True) if one)
        return upper + more <= sum(count for count, one in zip(now, self._lower, strict=True) if one) * share

    def _open_useful(self) -> None:
        """Open what is still closed where a muscle that it trains stays within one set of its first week."""
        for number, place in enumerate(self._places):
            trained = [one for one, share in self._shares[number].items() if share >= 1 and one in self._targets.start]
            if self._sets[number] or place.slot.extra or not trained:
                continue
            if all(self._total(one) + _START_SETS <= self._targets.start[one] + 1 for one in trained):
                self._add(number, _START_SETS)

    def _rise(self) -> tuple[tuple[int, ...], ...]:
        """Round by round one set more for each muscle, and for each upper-body lift that shall grow."""
        rounds: list[tuple[int, ...]] = []
        while True:
            lower = sum(count for count, one in zip(self._sets, self._lower, strict=True) if one)
            upper = sum(count for count, one in zip(self._sets, self._upper, strict=True) if one)
            given = self._round_for_legs(max(2, int(lower * LARGEST_RISE)))
            given += self._round_for_upper(max(2, int(upper * LARGEST_RISE)))
            if not given:
                return tuple(rounds)
            rounds.append(tuple(given))

    def _round_for_legs(self, most: int) -> list[int]:
        given: list[int] = []
        before = {one: self._total(one) for one in self._targets.top}
        for muscle, top in sorted(self._targets.top.items(), key=lambda pair: before[pair[0]] - pair[1]):
            if len(given) < most and self._total(muscle) < min(top, before[muscle] + 1):
                found = self._add_for(muscle, opening=False)
                given += [] if found is None else [found]
        return given

    def _round_for_upper(self, most: int) -> list[int]:
        given: list[int] = []
        top = self._targets.upper_sets[1]
        for kinds in UPPER_KINDS:
            numbers = [n for n in self._with_pattern(kinds) if self._sets[n]]
            if len(given) < most and sum(self._sets[n] for n in numbers) < top and self._upper_may_grow(1):
                found = self._add_best(numbers, self._load)
                given += [] if found is None else [found]
        return given

    def _open_extras(self, start: Sequence[int]) -> None:
        """What is good to have, in the room that is left."""
        first = list(start)
        for number in sorted(range(len(self._places)), key=lambda one: self._places[one].slot.extra):
            slot = self._places[number].slot
            if self._sets[number] or not (slot.extra or self._upper[number]):
                continue
            sets = slot.sets[0]
            if self._upper[number] and not (self._upper_may_grow(sets, first) and self._upper_may_grow(sets)):
                continue
            if self._add(number, sets):
                first[number] = sets

    def _add_best(self, numbers: Sequence[int], key: Callable[[int], object], opening: int | None = None) -> int | None:
        """Add at the best of several places that has room; its number, or None."""
        for number in sorted(numbers, key=key):  # type: ignore[arg-type]
            place = self._places[number]
            fresh = min(place.slot.sets[0], _START_SETS) if opening is None else min(place.slot.sets[1], opening)
            if self._add(number, 1 if self._sets[number] else fresh):
                return number
        return None

    def _add(self, number: int, sets: int) -> bool:
        """Add sets at a place, if they are within its range and the session stays within its minutes."""
        was = self._sets[number]
        if was and was + sets > self._places[number].slot.sets[1]:
            return False
        self._sets[number] = was + sets
        if self._session_minutes(self._places[number].frame) <= self._minutes:
            return True
        self._sets[number] = was
        return False

    def _session_minutes(self, frame: int) -> float:
        numbers = self._frames[frame]
        places, sets = [self._places[n] for n in numbers], [self._sets[n] for n in numbers]
        return minutes_of(places, sets, self._pace)

    def _total(self, muscle: Muscle, sets: Sequence[int] | None = None) -> float:
        now = self._sets if sets is None else sets
        return sum(count * shares.get(muscle, 0.0) for count, shares in zip(now, self._shares, strict=True) if count)

    def _in_session(self, muscle: Muscle, number: int) -> float:
        session = self._frames[self._places[number].frame]
        return sum(self._sets[n] * self._shares[n].get(muscle, 0.0) for n in session)


def minutes_of(places: Sequence[Place], sets: Sequence[int], pace: Pace) -> float:
    """What a session takes, in minutes. Source: `counting.session_minutes`."""
    entries = (
        Entry(0, one.place.exercise.key, prescription(one, pace, 0), group=one.group)
        for _, one in arranged(places, sets, pace)
    )
    return session_minutes(Session(0, entries=tuple(entries)))
