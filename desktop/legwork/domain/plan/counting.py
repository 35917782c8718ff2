"""What a plan adds up to: hard sets for each muscle, upper against lower, tonnage, minutes, leg days, week by week.

Owns the counting and its conventions. It must not know a catalogue (`Lookup` brings plain mappings), judge the sums
(that is `checks`), nor look at what was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from legwork.domain.plan.model import Entry, Plan, Session, Week, weeks_of
from legwork.domain.plan.prescription import BodyWeight, OfMax, Prescription, Weight
from legwork.domain.sites import Region

HARD_RIR = 4.0
"""A set that leaves more reps than this is no hard set, unless a person chose otherwise. Source: SCIENCE section 6, 0
to 3 RIR; one more because people stop earlier than they think (a convention). A set with nothing said about effort
counts as hard."""

LEG_DAY_SETS = 3.0
"""Hard sets of lower-body exercises that make a planned session a leg day, or a day of the log (a convention)."""

REP_SECONDS, USUAL_REST_S, SET_UP_S, RAMP_S = 4, 120, 60, 180
"""For the minutes: a rep without a tempo, the rest where none is given, walking to an exercise and loading it, and the
warm-up sets of a ramp (conventions)."""

AMRAP_REPS = 10.0
"""Reps counted for a set that names no number (a convention)."""


@dataclass(frozen=True)
class Lookup:
    """What counting and checks need to know of exercises, by their key; one that is missing counts for no muscle.

    shares: muscle to its share of a set, 1 where it works directly, less where indirectly. regions: where it counts.
    patterns: the kind of movement, a value of `patterns.Pattern`. hands: by what a load in a cell is multiplied, 2
    where it is said per hand. on_body: where one's own weight is part of the load: 1 where a load in a cell is added to
    it, -1 where it is help. body_shares: the part of body weight that is lifted, 1 where missing. one_sided: done one
    limb at a time, so that a set that names no side is done with both.
    max_kg: the estimated one-rep maximum, for loads in percent. body_kg: None when it is not known. hard_rir: a set
    that leaves more reps is no hard set, planned or done.
    """

    shares: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    hands: Mapping[str, int] = field(default_factory=dict)
    on_body: Mapping[str, int] = field(default_factory=dict)
    body_shares: Mapping[str, float] = field(default_factory=dict)
    one_sided: frozenset[str] = frozenset()
    max_kg: Mapping[str, float] = field(default_factory=dict)
    body_kg: float | None = None
    hard_rir: float = HARD_RIR


@dataclass
class MuscleSets:
    """Hard sets of one muscle in one week. sources: exercise to what it brings, direct and indirect together."""

    direct: float = 0.0
    indirect: float = 0.0
    sources: dict[str, float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """Direct and indirect together."""
        return self.direct + self.indirect


@dataclass
class WeekCount:
    """The sums of one week. week_id: of the week.

    muscles: by key. region_sets: hard sets by the region of the exercise. tonnage_kg: the same for sets x reps x load
    where loads are known; unknown_loads: sets left out of it. pattern_sets: hard sets by pattern. leg_sets_6_to_12:
    hard sets of lower-body exercises that aim at 6 to 12 reps. session_minutes: by session id. leg_sessions: those
    with LEG_DAY_SETS or more; of a log those with leg work on a day that has as many.
    """

    week_id: int
    muscles: dict[str, MuscleSets] = field(default_factory=dict)
    region_sets: dict[Region, float] = field(default_factory=dict)
    tonnage_kg: dict[Region, float] = field(default_factory=dict)
    unknown_loads: int = 0
    pattern_sets: dict[str, float] = field(default_factory=dict)
    leg_sets_6_to_12: float = 0.0
    session_minutes: dict[int, float] = field(default_factory=dict)
    leg_sessions: tuple[Session, ...] = ()

    @property
    def leg_days(self) -> int:
        """Days with leg work; two sessions on one weekday are one day."""
        named = {one.weekday for one in self.leg_sessions if one.weekday is not None}
        return len(named) + sum(one.weekday is None for one in self.leg_sessions)

    @property
    def lower(self) -> float:
        """Hard sets of lower-body exercises."""
        return self.region_sets.get(Region.LOWER, 0.0)

    @property
    def upper(self) -> float:
        """Hard sets of upper-body exercises."""
        return self.region_sets.get(Region.UPPER, 0.0)


def count_plan(plan: Plan, lookup: Lookup) -> tuple[WeekCount, ...]:
    """The sums of every week, in order."""
    return tuple(count_week(week, lookup) for _, week in weeks_of(plan))


def count_week(week: Week, lookup: Lookup) -> WeekCount:
    """The sums of one week; after an edit only the weeks that changed need counting again.

    Source: direct sets count 1 and indirect ones their share (Pelland et al. 2024, there .5 throughout).
    """
    count = WeekCount(week.id)
    legs: list[Session] = []
    for session in week.sessions:
        leg_sets = sum(_add(count, entry, lookup) for entry in session.entries)
        if leg_sets >= LEG_DAY_SETS:
            legs.append(session)
        count.session_minutes[session.id] = session_minutes(session)
    count.leg_sessions = tuple(legs)
    return count


def hard_sets(prescription: Prescription, hard_rir: float = HARD_RIR) -> int:
    """Sets near enough to failure to count; a drop or myo set with its tail is one (a convention). Warm-ups are none.

    hard_rir: reps left with which a set still counts. Source: HARD_RIR.
    """
    effort = prescription.effort
    return 0 if effort is not None and effort.rir > hard_rir else prescription.sets


def session_minutes(session: Session) -> float:
    """How long a session takes: SET_UP_S for each exercise, RAMP_S for a ramp, and sets x (work + rest).

    Work is reps x their tempo (both sides one after the other), or the seconds of a hold. Exercises in a group share
    their rests: after each round the longest of them is taken once. Source: the four constants (conventions).
    """
    seconds = 0.0
    rounds: dict[int, tuple[int, int]] = {}
    for entry in session.entries:
        prescription = entry.prescription
        seconds += SET_UP_S + (RAMP_S if prescription.ramp else 0) + _work_s(prescription)
        rest = USUAL_REST_S if prescription.rest_s is None else prescription.rest_s
        if entry.group is None:
            seconds += prescription.sets * rest
        else:
            sets, longest = rounds.get(entry.group, (0, 0))
            rounds[entry.group] = (max(sets, prescription.sets), max(longest, rest))
    seconds += sum(sets * rest for sets, rest in rounds.values())
    return seconds / 60


class LoadRule(NamedTuple):
    """What moves in one rep, planned or done: times x load + body x body weight, but never less than nothing.

    alone: whether no load at all means the body alone; where it is help, or all there is, it must be known.
    """

    times: float = 1.0
    body: float = 0.0
    alone: bool = False

    def moved_kg(self, load_kg: float | None, body_kg: float | None) -> float | None:
        """What moves, in kg. load_kg: as it is counted, below zero for help that is taken off; None for none said."""
        if (load_kg is None and not self.alone) or (body_kg is None and self.body):
            return None
        return max(0.0, self.times * (load_kg or 0.0) + self.body * (body_kg or 0.0))


def load_rule(exercise: str, lookup: Lookup, on_body: bool = False, one_side: bool = False) -> LoadRule:
    """How an exercise counts a load. on_body: the load says itself that it is added to the body, or taken off.

    one_side: of one side alone. Then a load that is said per hand is in one hand, unless the exercise is done one limb
    at a time: there both hands hold one. Source: arithmetic; the share of body weight is the exercise's own, with
    its `body_reason`.
    """
    sign = 1 if on_body else lookup.on_body.get(exercise)
    if sign is not None:
        return LoadRule(sign, lookup.body_shares.get(exercise, 1.0), sign == 1)
    hands = lookup.hands.get(exercise, 1)
    return LoadRule(1 if one_side and exercise not in lookup.one_sided else hands)


def tonnage_kg(entry: Entry, lookup: Lookup) -> float | None:
    """Sets x reps x load of an entry in kg, both sides; None where a load is not known, or it is held for a time.

    A range counts with its middle. A load per hand counts for both, body weight with the share that is lifted, help is
    taken off. Source: this is what tonnage means; to take the middle is a convention.
    """
    prescription = entry.prescription
    load = _load_kg(entry, lookup)
    if load is None or prescription.in_seconds:
        return None
    sides = 2 if prescription.per_side or entry.exercise in lookup.one_sided else 1
    return _reps(prescription) * load * sides


def _add(count: WeekCount, entry: Entry, lookup: Lookup) -> float:
    """Add an entry to the sums; returns its hard sets for the legs."""
    key = entry.exercise
    sets = float(hard_sets(entry.prescription, lookup.hard_rir))
    region = lookup.regions.get(key)
    if sets:
        _add_muscles(count.muscles, key, sets, lookup.shares.get(key, {}).items())
        pattern = lookup.patterns.get(key)
        if pattern is not None:
            count.pattern_sets[pattern] = count.pattern_sets.get(pattern, 0.0) + sets
    if region is None:
        return 0.0
    count.region_sets[region] = count.region_sets.get(region, 0.0) + sets
    tonnage = tonnage_kg(entry, lookup)
    if tonnage is None:
        if region in (Region.LOWER, Region.UPPER) and not entry.prescription.in_seconds:
            count.unknown_loads += entry.prescription.sets
    else:
        count.tonnage_kg[region] = count.tonnage_kg.get(region, 0.0) + tonnage
    if region is not Region.LOWER:
        return 0.0
    if sets and not entry.prescription.in_seconds:
        count.leg_sets_6_to_12 += sum(6 <= one.middle <= 12 for one in entry.prescription.targets)
    return sets


def _add_muscles(muscles: dict[str, MuscleSets], key: str, sets: float, shares: Iterable[tuple[str, float]]) -> None:
    for muscle, share in shares:
        found = muscles.get(muscle)
        if found is None:
            found = muscles[muscle] = MuscleSets()
        brought = sets * share
        if share >= 1:
            found.direct += brought
        else:
            found.indirect += brought
        found.sources[key] = found.sources.get(key, 0.0) + brought


def _work_s(prescription: Prescription) -> float:
    sides = 2 if prescription.per_side else 1
    if prescription.in_seconds:
        return sum(one.middle for one in prescription.targets) * sides
    rep = REP_SECONDS if prescription.tempo is None else prescription.tempo.seconds
    return _reps(prescription) * rep * sides


def _reps(prescription: Prescription) -> float:
    return sum(one.middle if one.low else AMRAP_REPS for one in prescription.targets)


def _load_kg(entry: Entry, lookup: Lookup) -> float | None:
    """What is moved at each rep, kg. Nothing said means the body alone where it is lifted, but help must be known."""
    load = entry.prescription.load
    rule = load_rule(entry.exercise, lookup, isinstance(load, BodyWeight), entry.prescription.per_side)
    match load:
        case None:
            return rule.moved_kg(None, lookup.body_kg)
        case Weight(quantity):
            return rule.moved_kg(quantity.value, lookup.body_kg)
        case OfMax(percent):
            most = lookup.max_kg.get(entry.exercise)
            return None if most is None else rule.times * most * percent / 100
        case BodyWeight():
            return rule.moved_kg(load.signed_kg, lookup.body_kg)
