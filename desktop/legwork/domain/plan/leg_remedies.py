"""What would mend the findings of the legs, in every week in which they hold.

Owns the steps of these fixes and their sentences. It must not judge (that is `leg_checks`) nor change a plan (`fixes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.plan.counting import hard_sets
from legwork.domain.plan.findings import Case, Counted, Fix, FixKind, in_weeks
from legwork.domain.plan.model import WEEKDAYS, BlockKind, Entry, Session, Week, Weekday
from legwork.domain.plan.remedies import SETS_TO_ADD, Sums, combined
from legwork.domain.plan_brief import TRAINED_BY
from legwork.domain.sites import Region
from legwork.i18n import ntr, tr

REPS = (6, 12)
"""The practical range. Source: SCIENCE section 6 (a practical default, not a limit of growth)."""

MOST_OF_IT = 0.5
"""The share of leg sets that shall be in REPS (a convention)."""

_MOST_OF_ONE = 4
"""More new sets than this for a muscle go into two leg days where there are two (a convention)."""

_DAYS = (Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.KNEE_EXTENSION, Pattern.LEG_CURL, Pattern.CALF_RAISE)
"""What begins a new leg day, the first that is not held back."""

_OF_MUSCLE = {
    Muscle.QUADRICEPS: Pattern.SQUAT,
    Muscle.HAMSTRINGS: Pattern.LEG_CURL,
    Muscle.GLUTES: Pattern.HIP_THRUST,
    Muscle.CALVES: Pattern.CALF_RAISE,
}
"""What to add for a muscle that has too little; where it is held back, what else trains it (`TRAINED_BY`)."""


def leg_day(case: Case, few: Sequence[Counted]) -> Fix | None:
    """Leg exercises on other days, so that each week has as many leg days as are wanted."""
    patterns = [one for one in _DAYS if one not in case.wanted.held]
    if not patterns:
        return None
    steps: list[Fix] = []
    done: list[Counted] = []
    likes: dict[int, tuple[Week, Session]] = {}
    for week in few:
        sums = Sums(case, week)
        for nth in range(case.wanted.leg_days[0] - week.count.leg_days):
            place = sums.leg_place(likes.get(nth), another_day=True)
            if place is None:
                break
            sums.becomes_leg_day(place)
            steps.append(sums.step(place, patterns[nth % len(patterns)]))
            if place.session is not None:
                likes.setdefault(nth, (week.week, place.session))
        if steps and steps[-1].week_id == week.week.id:
            done.append(week)
    if not steps:
        return None
    sentence = tr("Add a leg day with {pattern} in {weeks}", pattern=tr(PATTERNS[patterns[0]]),
                  weeks=in_weeks(done, case))  # fmt: skip
    return combined(sentence, steps)


def movement(case: Case, bad: Sequence[Counted], pattern: Pattern) -> Fix | None:
    """An exercise of a pattern, on a leg day of each week. None for one that is held back."""
    if pattern in case.wanted.held:
        return None
    steps: list[Fix] = []
    done: list[Counted] = []
    like: tuple[Week, Session] | None = None
    for week in bad:
        sums = Sums(case, week)
        place = sums.leg_place(like)
        if place is None:
            continue
        steps.append(sums.step(place, pattern))
        done.append(week)
        if like is None and place.session is not None:
            like = week.week, place.session
    return combined(_add_words(case, done, pattern), steps)


def apart(case: Case, close: Sequence[Counted]) -> Fix | None:
    """Leg days moved to free days, so that a day lies between each two, in deloads as well. None without any room."""
    steps: list[Fix] = []
    moves: dict[tuple[str, Weekday | None], Weekday] = {}
    done: list[Counted] = []
    ways: set[tuple[Weekday, Weekday]] = set()
    for week in close:
        moved = _moves(week)
        if moved:
            done.append(week)
        for session, day in moved:
            steps.append(Fix(FixKind.MOVE_SESSION, "", week.week.id, session.id, weekday=day))
            moves[session.name, session.weekday] = day
            if session.weekday is not None:
                ways.add((session.weekday, day))
    if not steps:
        return None
    for week in case.weeks:
        if week.block.kind is BlockKind.DELOAD:
            for session in week.week.sessions:
                to = moves.get((session.name, session.weekday))
                if session.name and to is not None:
                    steps.append(Fix(FixKind.MOVE_SESSION, "", week.week.id, session.id, weekday=to))
    weeks = in_weeks(done, case)
    if len(ways) == 1:
        [(day, other)] = ways
        sentence = tr("Move {day} to {other} in {weeks}", day=tr(WEEKDAYS[day]), other=tr(WEEKDAYS[other]), weeks=weeks)
    else:
        sentence = tr("Move leg days apart in {weeks}", weeks=weeks)
    return combined(sentence, steps)


def neighbours(sessions: Sequence[tuple[Session, Weekday | None]]) -> tuple[Session, Session] | None:
    """Two sessions on days that follow each other; a Sunday is followed by the next week's Monday."""
    for first, day in sessions:
        for second, other in sessions:
            if day is not None and other == (day + 1) % 7:
                return first, second
    return None


def _moves(week: Counted) -> list[tuple[Session, Weekday]]:
    """The sessions to move and where to, until no two leg days follow each other or there is no room."""
    days = {one.id: one.weekday for one in week.week.sessions}
    legs = week.count.leg_sessions
    found: dict[int, tuple[Session, Weekday]] = {}
    while pair := neighbours([(one, days[one.id]) for one in legs]):
        second = pair[1]
        taken = {day for key, day in days.items() if key != second.id}
        others = [days[one.id] for one in legs if one.id != second.id]
        beside = {(day + step) % 7 for day in others if day is not None for step in (-1, 1)}
        free = next((day for day in Weekday if day not in taken and day not in beside), None)
        if free is None or second.id in found:
            break
        days[second.id] = free
        found[second.id] = second, free
    return list(found.values())


def reps(case: Case) -> Fix | None:
    """The practical range for the exercises with most sets outside it, in all weeks, until most sets are inside."""
    gains: dict[str, int] = {}
    cells: dict[str, list[tuple[Counted, Entry]]] = {}
    for week in case.working:
        for session in week.week.sessions:
            for entry in session.entries:
                gain = _outside(case, entry)
                if gain:
                    gains[entry.exercise] = gains.get(entry.exercise, 0) + gain
                    cells.setdefault(entry.exercise, []).append((week, entry))
    needed = MOST_OF_IT * sum(one.count.lower for one in case.working)
    inside = sum(one.count.leg_sets_6_to_12 for one in case.working)
    steps: list[Fix] = []
    for exercise in sorted(gains, key=lambda key: -gains[key]):
        if inside >= needed:
            break
        inside += gains[exercise]
        steps += [
            Fix(FixKind.CHANGE_REPS, "", week.week.id, entry_id=entry.id, reps=REPS)
            for week, entry in cells[exercise]
        ]  # fmt: skip
    words = ntr("Change {count} cell to {low} to {high} reps", "Change {count} cells to {low} to {high} reps",
                len(steps), low=REPS[0], high=REPS[1])  # fmt: skip
    return combined(words, steps)


def _outside(case: Case, entry: Entry) -> int:
    """The sets of a leg exercise that have other reps and can have these."""
    one = entry.prescription
    if case.lookup.regions.get(entry.exercise) is not Region.LOWER or one.in_seconds:
        return 0
    if not hard_sets(one, case.lookup.hard_rir):
        return 0
    return sum(not REPS[0] <= target.middle <= REPS[1] for target in one.targets)


def more_for(case: Case, bad: Sequence[Counted], muscle: Muscle, least: float) -> Fix | None:
    """More sets of what trains a muscle directly, or a new exercise where nothing does. least: what is too few."""
    pattern = _pattern_for(muscle, case)
    steps: list[Fix] = []
    done: list[Counted] = []
    added: set[int] = set()
    new = False
    like: tuple[Week, Session] | None = None
    for week in bad:
        sums = Sums(case, week)
        missing = int(least - sums.muscles.get(muscle, 0.0)) + 1
        direct = [
            one
            for one in sums.hard(Region.LOWER)
            if sums.shares(one).get(muscle, 0.0) >= 1 and sums.pattern(one) not in case.wanted.held
        ]
        fitted = _more_of(sums, direct, missing)
        found = sums.steps()
        if fitted < missing and pattern is not None:
            more, like = _new_exercise(sums, pattern, missing - fitted, like)
            found += more
            new = new or bool(more)
        if found:
            done.append(week)
            added.add(missing)
            steps += found
    if not steps:
        return None
    if new and pattern is not None:
        return combined(_add_words(case, done, pattern), steps)
    return combined(_sets_words(case, done, muscle, added), steps)


def _more_of(sums: Sums, entries: Sequence[Entry], sets: int) -> int:
    return sums.add(entries, sets, lambda one: (sums.sets(one),))


def _new_exercise(
    sums: Sums, pattern: Pattern, missing: int, like: tuple[Week, Session] | None
) -> tuple[list[Fix], tuple[Week, Session] | None]:
    """The steps that add an exercise to one leg day, or to two; and where it went."""
    first = sums.leg_place(like)
    if first is None:
        return [], like
    if first.session is not None and like is None:
        like = sums.week.week, first.session
    legs = [one for one in sums.week.count.leg_sessions if first.session is not None and one.id != first.session.id]
    if missing <= _MOST_OF_ONE or not legs:
        return [sums.step(first, pattern, max(SETS_TO_ADD, missing))], like
    second = min(legs, key=lambda one: len(one.entries))
    half = ceil(missing / 2)
    return [
        sums.step(first, pattern, half),
        Fix(FixKind.ADD_EXERCISE, "", sums.week.week.id, second.id, pattern=pattern, sets=missing - half),
    ], like


def _pattern_for(muscle: Muscle, case: Case) -> Pattern | None:
    ways = (_OF_MUSCLE[muscle], *TRAINED_BY[muscle])
    return next((one for one in ways if one not in case.wanted.held), None)


def _add_words(case: Case, weeks: Sequence[Counted], pattern: Pattern) -> str:
    return tr("Add {pattern} in {weeks}", pattern=tr(PATTERNS[pattern]), weeks=in_weeks(weeks, case)) if weeks else ""


def _sets_words(case: Case, weeks: Sequence[Counted], muscle: Muscle, added: set[int]) -> str:
    name, when = tr(MUSCLES[muscle]), in_weeks(weeks, case)
    if len(added) > 1:
        return tr("Add sets for the {muscle} in {weeks}", muscle=name, weeks=when)
    return ntr(
        "Add {count} set for the {muscle} in {weeks}", "Add {count} sets for the {muscle} in {weeks}", added.pop(),
        muscle=name, weeks=when,
    )  # fmt: skip
