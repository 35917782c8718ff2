"""The sets of a muscle on one more day, or more evenly over its days, in coming weeks; a week's sets stay as they are.

Owns choosing what goes where, and the change. It must not decide that sets are too crowded (that is
`forecast.levers`), nor word what was chosen. Source: quality drops past 6 to 8 hard sets of a muscle in one session,
two to three days a week fit them in (SCIENCE section 6); the order in which exercises are chosen is a convention.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legwork.domain.plan.counting import Lookup, count_week, hard_sets
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.entry_changes import changed_since
from legwork.domain.plan.findings import Case, Counted, Wanted
from legwork.domain.plan.fixes import with_sets
from legwork.domain.plan.lighter import ALL, lighter_weeks
from legwork.domain.plan.lines import LineKey, lines_of
from legwork.domain.plan.model import (
    MAX_ENTRIES,
    MAX_SESSIONS,
    Entry,
    Plan,
    Session,
    Week,
    Weekday,
    check_limits,
    weeks_of,
)
from legwork.domain.plan.part_edits import with_weeks
from legwork.domain.plan.prescription import MAX_SETS
from legwork.domain.plan.remedies import Sums
from legwork.domain.plan.volume_edits import GOOD_SESSION_SETS
from legwork.domain.weekly_sets import LEAST_DAYS, MOST_SESSION_SETS
from legwork.i18n import tr


@dataclass(frozen=True)
class Move:
    """Sets of an entry that go to another session of their week. number: of the week, from 1. sets: how many go; the
    entry itself goes when they are all. to: the session; None: a new one on `weekday`, which is None for any day."""

    number: int
    week: Week
    session: Session
    entry: Entry
    sets: int
    to: Session | None
    weekday: Weekday | None = None

    @property
    def whole(self) -> bool:
        """Whether the exercise as a whole goes."""
        return self.sets == self.entry.prescription.sets

    @property
    def day(self) -> Weekday | None:
        """Where it goes to, as a day; None for any day."""
        return self.weekday if self.to is None else self.to.weekday


@dataclass(frozen=True)
class _Choice:
    """What was chosen in the first week, so that the others follow. source, target: places of sessions, None: new."""

    source: int
    target: int | None
    lines: tuple[LineKey, ...]


def spread_moves(
    plan: Plan, lookup: Lookup, wanted: Wanted, weeks: Sequence[int], muscle: str
) -> tuple[Move, ...]:  # fmt: skip
    """What goes where in each of these weeks; nothing in a week whose sets of the muscle are spread well already.

    weeks: places from 0, as `volume_edits.coming_weeks` gives them. Of the session with most sets about half of what it
    has more than the other goes: whole exercises first that train little else directly, then sets of one. It goes to a
    leg day, else to a session with a day between it and the others, else to a new one; no session gets more than
    MOST_SESSION_SETS of a muscle by it. What hurts stays where it is, and so do lighter weeks.
    """
    light = lighter_weeks(plan, lookup)
    chooser = _Chooser(plan, lookup, wanted, muscle)
    free = [at for at in weeks if at not in light or not (light[at] is ALL or muscle in (light[at] or ()))]
    return tuple(move for at in free for move in chooser.week(at))


def is_spread(week: Week, lookup: Lookup, muscle: str) -> bool:
    """Whether a week has the muscle on LEAST_DAYS or more, with no more than MOST_SESSION_SETS in a session."""
    sets = [_muscle_sets(one, lookup, muscle) for one in week.sessions if _trains(one, lookup, muscle)]
    return len(sets) >= LEAST_DAYS and max(sets) <= MOST_SESSION_SETS


def with_moves(plan: Plan, moves: Sequence[Move], fresh: Fresh) -> Plan:
    """The plan with these moves in it. fresh: as in `edits`.

    Raises UserError when a week is no longer as it was, or beyond the limits.
    """
    by_week: dict[int, list[Move]] = {}
    for move in moves:
        by_week.setdefault(move.week.id, []).append(move)
    changed: dict[int, Week] = {}
    for _, week in weeks_of(plan):
        some = by_week.pop(week.id, [])
        if some and some[0].week != week:
            raise changed_since()
        if some:
            changed[week.id] = _moved(week, some, fresh)
    if by_week:
        raise changed_since()
    found = with_weeks(plan, changed)
    check_limits(found)
    return found


def _moved(week: Week, moves: Sequence[Move], fresh: Fresh) -> Week:
    sessions = list(week.sessions)
    new: Session | None = None
    for move in moves:
        at = next(place for place, one in enumerate(sessions) if one.id == move.session.id)
        sessions[at] = _without(sessions[at], move)
        if move.to is None:
            if new is None:
                new = Session(fresh(), _new_name(sessions), move.weekday)
            new = _with(new, move, fresh)
        else:
            to = next(place for place, one in enumerate(sessions) if one.id == move.to.id)
            sessions[to] = _with(sessions[to], move, fresh)
    if new is not None:
        day = new.weekday
        earlier = (
            place for place, one in enumerate(sessions, 1) if day is None or one.weekday is None or one.weekday < day
        )
        sessions.insert(max(earlier, default=0), new)
    return replace(week, sessions=tuple(sessions))


def _new_name(sessions: Sequence[Session]) -> str:
    """None where the others have none; another one than theirs, so that the two are told apart."""
    names = {one.name for one in sessions if one.name}
    if not names:
        return ""
    return next((one for one in (tr("Legs"), tr("More legs")) if one not in names), "")


def _without(session: Session, move: Move) -> Session:
    entries: tuple[Entry, ...]
    if move.whole:
        entries = tuple(one for one in session.entries if one.id != move.entry.id)
    else:
        less = replace(move.entry, prescription=with_sets(move.entry.prescription, -move.sets))
        entries = tuple(less if one.id == less.id else one for one in session.entries)
    groups = [one.group for one in entries]
    alone = (replace(one, group=None) if one.group and groups.count(one.group) == 1 else one for one in entries)
    return replace(session, entries=tuple(alone) if move.whole else entries)


def _with(session: Session, move: Move, fresh: Fresh) -> Session:
    """The same exercise there gets the sets; else it comes last, in no superset."""
    same = next((one for one in session.entries if one.exercise == move.entry.exercise), None)
    if same is not None:
        more = replace(same, prescription=with_sets(same.prescription, move.sets))
        return replace(session, entries=tuple(more if one.id == more.id else one for one in session.entries))
    left = with_sets(move.entry.prescription, move.sets - move.entry.prescription.sets)
    entry = replace(
        move.entry, id=move.entry.id if move.whole else fresh(), prescription=left, group=None
    )  # fmt: skip
    return replace(session, entries=(*session.entries, entry))


class _Chooser:
    """Chooses week by week, where it can as in the first one."""

    def __init__(self, plan: Plan, lookup: Lookup, wanted: Wanted, muscle: str) -> None:
        self._lookup, self._wanted, self._muscle = lookup, wanted, muscle
        self._case = Case(plan, lookup, wanted, ())
        self._weeks = list(weeks_of(plan))
        grid = lines_of(plan)
        self._places = {
            one.id: place for place, each in enumerate(grid.places) for one in each.sessions if one is not None
        }
        self._lines = grid.line_keys()
        self._chosen: _Choice | None = None

    def week(self, at: int) -> Iterator[Move]:
        """What goes where in the week at this place."""
        block, week = self._weeks[at]
        sums = Sums(self._case, Counted(at + 1, block, week, count_week(week, self._lookup)))
        sets = {one.id: _muscle_sets(one, self._lookup, self._muscle) for one in week.sessions}
        source = self._source(week, sets)
        if source is None:
            return
        target, weekday = self._target(week, source, sets, sums)
        there = sets[target.id] if target is not None else 0.0
        if target is None and (len(week.sessions) >= MAX_SESSIONS or (weekday is None and self._dated(week))):
            return
        room = MOST_SESSION_SETS - there
        count = int(min((sets[source.id] - there) / 2, room))
        moves = [
            Move(at + 1, week, source, entry, some, target, weekday)
            for entry, some in self._picked(source, count, target)
        ]
        if moves and self._chosen is None:
            place = None if target is None else self._places[target.id]
            lines = tuple(self._lines[one.entry.id] for one in moves)
            self._chosen = _Choice(self._places[source.id], place, lines)
        yield from moves

    def _source(self, week: Week, sets: Mapping[int, float]) -> Session | None:
        """The session that has too many; None where all is well."""
        days = [one for one in week.sessions if _trains(one, self._lookup, self._muscle)]
        if self._chosen is not None:
            days = [one for one in days if self._places[one.id] == self._chosen.source]
            return next(iter(days), None)
        most = max(days, key=lambda one: sets[one.id], default=None)
        if most is None or is_spread(week, self._lookup, self._muscle):
            return None
        return most if sets[most.id] > GOOD_SESSION_SETS / 2 else None

    def _target(
        self, week: Week, source: Session, sets: Mapping[int, float], sums: Sums
    ) -> tuple[Session | None, Weekday | None]:
        """Where it goes: a session, or else the day of a new one."""

        def open_to(one: Session) -> bool:
            if one.id == source.id or len(one.entries) >= MAX_ENTRIES or not one.entries or _beside(one, source):
                return False
            return sets[one.id] + 1 < sets[source.id] and (sums.is_leg_day(one) or sums.fits(one))

        able = [one for one in week.sessions if open_to(one)]
        if self._chosen is not None:
            same = [one for one in able if self._places[one.id] == self._chosen.target]
            able = [] if self._chosen.target is None else same or able
        best = min(
            able, key=lambda one: (not sums.is_leg_day(one), sets[one.id], len(one.entries), one.id), default=None
        )  # fmt: skip
        if best is not None:
            return best, best.weekday
        return None, sums.free_day() if self._dated(week) else None

    def _picked(self, source: Session, count: int, target: Session | None) -> Iterator[tuple[Entry, int]]:
        """Entries of the session with how many of their sets go."""
        known = self._chosen.lines if self._chosen is not None else ()
        room = MAX_ENTRIES - (len(target.entries) if target is not None else 0)
        able = [
            (place, one)
            for place, one in enumerate(source.entries)
            if _is_direct(one, self._lookup, self._muscle)
            and self._lookup.patterns.get(one.exercise) not in self._wanted.held
        ]
        able.sort(key=lambda each: (self._lines[each[1].id] not in known, self._others(each[1]), -each[0]))
        added: dict[str, float] = {}
        for _, one in able:
            if count <= 0 or room <= 0:
                return
            there = self._room(one, target, added)
            sets = min(one.prescription.sets, count, there)
            if one.prescription.sets - sets == 1 and there > sets:
                sets += 1  # one set alone is no exercise
            if sets < 1:
                continue
            count, room = count - sets, room - 1
            for muscle, share in self._lookup.shares.get(one.exercise, {}).items():
                added[muscle] = added.get(muscle, 0.0) + share * sets
            yield one, sets

    def _room(self, entry: Entry, target: Session | None, added: Mapping[str, float]) -> int:
        """For how many of its sets there is room: by the muscles that it trains directly, and by what is there of the
        same exercise. added: sets of each muscle that go there already."""
        shares = self._lookup.shares.get(entry.exercise, {})
        there = {
            muscle: added.get(muscle, 0.0) + (_muscle_sets(target, self._lookup, muscle) if target is not None else 0.0)
            for muscle, share in shares.items()
            if share >= 1
        }
        room = min((int(MOST_SESSION_SETS - sets) for sets in there.values()), default=0)
        same = [one for one in (target.entries if target is not None else ()) if one.exercise == entry.exercise]
        if same and not hard_sets(same[0].prescription, self._lookup.hard_rir):
            return 0  # there it is something else
        return min(room, MAX_SETS - same[0].prescription.sets) if same else room

    def _others(self, entry: Entry) -> int:
        """How many other muscles it trains directly."""
        return sum(share >= 1 for share in self._lookup.shares.get(entry.exercise, {}).values()) - 1

    @staticmethod
    def _dated(week: Week) -> bool:
        """Whether its sessions have their days."""
        return any(one.weekday is not None for one in week.sessions)


def _beside(one: Session, other: Session) -> bool:
    """Whether they are on neighbouring days, or on one."""
    if one.weekday is None or other.weekday is None:
        return False
    return (one.weekday - other.weekday) % 7 in (0, 1, 6)


def _muscle_sets(session: Session, lookup: Lookup, muscle: str) -> float:
    """Hard sets of a muscle in a session, direct and indirect."""
    return sum(
        hard_sets(one.prescription, lookup.hard_rir) * lookup.shares.get(one.exercise, {}).get(muscle, 0.0)
        for one in session.entries
    )


def _trains(session: Session, lookup: Lookup, muscle: str) -> bool:
    return any(_is_direct(one, lookup, muscle) for one in session.entries)


def _is_direct(entry: Entry, lookup: Lookup, muscle: str) -> bool:
    hard = hard_sets(entry.prescription, lookup.hard_rir)
    return bool(hard) and lookup.shares.get(entry.exercise, {}).get(muscle, 0.0) >= 1
