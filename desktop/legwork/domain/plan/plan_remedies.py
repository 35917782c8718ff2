"""What would mend the findings beyond the legs, in every week in which they hold.

Owns the steps of these fixes and their sentences. It must not judge (that is `plan_checks`) nor change a plan
(`fixes`). The legs stay first: sets for the upper body bring as many for the legs where there would be fewer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor

from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.plan.counting import hard_sets
from legwork.domain.plan.findings import Case, Counted, Fix, FixKind, in_weeks
from legwork.domain.plan.leg_checks import WATCHED
from legwork.domain.plan.model import MAX_ENTRIES, MAX_SESSIONS, MAX_WEEKS, Entry, Session, Week
from legwork.domain.plan.remedies import SETS_TO_ADD, Place, Sums, chosen, combined
from legwork.domain.sites import Region
from legwork.i18n import ntr, tr

LEAST_JUMP_SETS = 3.0
"""A rise of fewer sets is no jump, whatever its share (a convention)."""

UPPER_GROUPS = ((Pattern.HORIZONTAL_PRESS, Pattern.VERTICAL_PRESS), (Pattern.ROW,), (Pattern.PULLDOWN,))
"""Presses, rows and pulls: what holds the upper body."""


def upper_movement(case: Case, missing: Sequence[Counted], pattern: Pattern) -> Fix | None:
    """An upper-body exercise in each week, with sets for the legs where they would no longer come first."""
    if pattern in case.wanted.held:
        return None
    steps: list[Fix] = []
    done: list[Counted] = []
    legs = False
    like: tuple[Week, Session] | None = None
    for week in missing:
        sums = Sums(case, week)
        open_ones = [one for one in week.week.sessions if len(one.entries) < MAX_ENTRIES]
        session = chosen(week.week, open_ones, like)
        balanced = _kept_first(sums, case, SETS_TO_ADD)
        if balanced is None or (session is None and len(week.week.sessions) >= MAX_SESSIONS):
            continue
        legs = legs or balanced
        steps += [sums.step(Place(session), pattern), *sums.steps()]
        done.append(week)
        if like is None and session is not None:
            like = week.week, session
    if not steps:
        return None
    name, weeks = tr(PATTERNS[pattern]), in_weeks(done, case)
    if legs:
        return combined(tr("Add {pattern} and sets for the legs in {weeks}", pattern=name, weeks=weeks), steps)
    return combined(tr("Add {pattern} in {weeks}", pattern=name, weeks=weeks), steps)


def upper_sets(case: Case, bad: Sequence[Counted], patterns: Sequence[Pattern], name: str) -> Fix | None:
    """More sets of the exercise with most of them. name: of the movement, translated."""
    steps: list[Fix] = []
    done: list[Counted] = []
    added: set[int] = set()
    legs, hard_rir = False, case.lookup.hard_rir
    for week in bad:
        sums = Sums(case, week)
        more = ceil(case.wanted.upper_sets - sum(sums.patterns.get(one, 0.0) for one in patterns))
        balanced = _kept_first(sums, case, more)
        entries = [one for one in sums.hard(Region.UPPER) if sums.pattern(one) in patterns]
        if balanced is None or sums.add(entries, more, lambda one: (-hard_sets(one.prescription, hard_rir),)) < more:
            continue
        legs = legs or balanced
        added.add(more)
        steps += sums.steps()
        done.append(week)
    if not steps:
        return None
    weeks = in_weeks(done, case)
    if legs:
        return combined(tr("Add sets of {pattern} and for the legs in {weeks}", pattern=name, weeks=weeks), steps)
    if len(added) > 1:
        return combined(tr("Add sets of {pattern} in {weeks}", pattern=name, weeks=weeks), steps)
    words = ntr("Add {count} set of {pattern} in {weeks}", "Add {count} sets of {pattern} in {weeks}", added.pop(),
                pattern=name, weeks=weeks)  # fmt: skip
    return combined(words, steps)


def legs_first(case: Case, bad: Sequence[Counted]) -> Fix | None:
    """Sets of the upper body taken away as far as it is still held, and what then lacks added for the legs."""
    steps: list[Fix] = []
    done: list[Counted] = []
    took = added = False
    for week in bad:
        sums = Sums(case, week)
        ahead = max(0, ceil(sums.upper - sums.lower))
        fewer = _taken(sums, case, Region.UPPER, ahead)
        more = sums.add_for_legs(ahead - fewer)
        took, added = took or fewer > 0, added or more > 0
        if found := sums.steps():
            steps += found
            done.append(week)
    if not steps:
        return None
    weeks = in_weeks(done, case)
    if took and added:
        words = tr("Take sets of the upper body away and add some for the legs in {weeks}", weeks=weeks)
    elif took:
        words = tr("Take sets of the upper body away in {weeks}", weeks=weeks)
    else:
        words = tr("Add sets for the legs in {weeks}", weeks=weeks)
    return combined(words, steps)


def kept_course(case: Case) -> Fix | None:
    """Sets for the legs in each week that has fewer than the working week before, first for what has lost them."""
    steps: list[Fix] = []
    done: list[Counted] = []
    before = case.working[0].count.lower
    sets = _by_exercise(case.working[0], {})
    for week in case.working[1:]:
        now = week.count.lower
        changes: Mapping[int, int] = {}
        if now < before * (1 - case.wanted.fall):
            sums = Sums(case, week)
            sums.add_for_legs(ceil(before - now), sets)
            now, changes = sums.lower, sums.changes
            if found := sums.steps():
                steps += found
                done.append(week)
        before, sets = now, _by_exercise(week, changes)
    if not steps:
        return None
    return combined(tr("Add sets for the legs in {weeks}", weeks=in_weeks(done, case)), steps)


def smaller_steps(case: Case, first: Region) -> Fix | None:
    """Sets taken away where they rise too fast, as far as muscles, leg days and the legs' lead bear it.

    first: where the rise is that is told of; None when nothing can be taken there, or when all it would do is to make
    a later rise as much larger.
    """
    steps: list[Fix] = []
    done: list[Counted] = []
    regions: set[Region] = set()
    before = {one: case.working[0].count.region_sets.get(one, 0.0) for one in (Region.LOWER, Region.UPPER)}
    as_it_is, better, limit = dict(before), 0.0, 1 + case.wanted.jump
    for week in case.working[1:]:
        sums: Sums | None = None
        for region, was in before.items():
            now = week.count.region_sets.get(region, 0.0)
            better += _beyond(as_it_is[region], now, limit)
            as_it_is[region] = now
            most = max(floor(was * limit + 1e-9), was + LEAST_JUMP_SETS - 1)
            if was and now > most:
                sums = sums or Sums(case, week)
                taken = _taken(sums, case, region, ceil(now - most))
                now -= taken
                if taken:
                    regions.add(region)
            better -= _beyond(was, now, limit)
            before[region] = now
        if sums is not None and (found := sums.steps()):
            steps += found
            done.append(week)
    if first not in regions or better <= 0:
        return None
    weeks = in_weeks(done, case)
    if regions == {Region.LOWER}:
        words = tr("Take sets for the legs away in {weeks}", weeks=weeks)
    elif regions == {Region.UPPER}:
        words = tr("Take sets of the upper body away in {weeks}", weeks=weeks)
    else:
        words = tr("Take sets away in {weeks}", weeks=weeks)
    return combined(words, steps)


def _beyond(was: float, now: float, limit: float) -> float:
    """By how many sets a rise is too large; 0 where it is none."""
    return now - was * limit if was and now > was * limit and now - was >= LEAST_JUMP_SETS else 0.0


def deload(case: Case) -> Fix | None:
    """A week of deload behind the last working week that a plan without one may have."""
    first = case.weeks[: case.wanted.deload_weeks]
    ids = {one.week.id for one in case.working}
    last = next((one for one in reversed(first) if one.week.id in ids), case.working[0])
    return deload_after(case, last)


def deload_after(case: Case, week: Counted) -> Fix | None:
    """A week of deload behind a week; None in a plan that can have no further one."""
    if len(case.weeks) >= MAX_WEEKS:
        return None
    return Fix(FixKind.ADD_DELOAD, tr("Add a deload after week {number}", number=week.number), week.week.id)


def _kept_first(sums: Sums, case: Case, more: int) -> bool | None:
    """Make room for `more` sets of the upper body: whether sets for the legs came along; None when they do not fit.

    Where the upper body has more already, nothing is asked of the legs.
    """
    ahead = ceil(sums.upper + more - sums.lower)
    if not case.wanted.legs_first or sums.upper > sums.lower or ahead <= 0:
        return False
    return True if sums.add_for_legs(ahead) == ahead else None


def _taken(sums: Sums, case: Case, region: Region, sets: int) -> int:
    """Take sets of a region as far as it can spare them; how many."""
    if region is Region.LOWER:
        return sums.take(sums.hard(region), sets, lambda one: _spare_for_legs(sums, case, one))
    return sums.take(sums.hard(region), sets, lambda one: _spare(sums, case, one))


def _spare(sums: Sums, case: Case, entry: Entry) -> bool:
    """Whether presses, rows and pulls are still held when an upper-body entry loses a set."""
    pattern = sums.pattern(entry)
    for group in UPPER_GROUPS:
        if pattern in group:
            return sum(sums.patterns.get(one, 0.0) for one in group) > case.wanted.upper_sets
    return True


def _spare_for_legs(sums: Sums, case: Case, entry: Entry) -> bool:
    """Whether each muscle has enough, a leg day stays one and the legs stay first when a leg entry loses a set."""
    if case.wanted.legs_first and sums.lower <= sums.upper:
        return False
    return sums.keeps_leg_day(entry) and _keeps_muscles(sums, case, entry)


def _keeps_muscles(sums: Sums, case: Case, entry: Entry) -> bool:
    for muscle, share in sums.shares(entry).items():
        least = case.wanted.more_than(muscle)
        now = sums.muscles.get(muscle, 0.0)
        if muscle in WATCHED and least is not None and now - share <= least < now:
            return False
    return True


def _by_exercise(week: Counted, changes: Mapping[int, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for session in week.week.sessions:
        for entry in session.entries:
            sets = entry.prescription.sets + changes.get(entry.id, 0)
            found[entry.exercise] = max(found.get(entry.exercise, 0), sets)
    return found
