"""The checks of the legs: days, rest between them, the movements that must be there, reps and volume.

Owns the judgement of leg work within weeks. It must not count (that is `counting`) nor change a plan.
Source: SCIENCE section 6, as told in `findings.WHYS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.plan.counting import hard_sets
from legwork.domain.plan.findings import Case, CheckKey, Counted, Finding, Fix, FixKind, Grade, finding, in_weeks
from legwork.domain.plan.model import WEEKDAYS, Entry, Session, Weekday
from legwork.domain.plan.prescription import plain
from legwork.domain.sites import Region
from legwork.i18n import mark, ntr, tr

REPS = (6, 12)
"""The practical range. Source: SCIENCE section 6 (a practical default, not a limit of growth)."""

MOST_OF_IT = 0.5
"""The share of leg sets that shall be in REPS (a convention)."""

WATCHED = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.CALVES)
"""Leg muscles that make the girths, so that their volume is held to the wanted sets."""

_SETS_TO_ADD = 3

_NEEDED = (
    (CheckKey.SQUAT, Pattern.SQUAT, Grade.WARNING),
    (CheckKey.HINGE, Pattern.HINGE, Grade.WARNING),
    (CheckKey.SINGLE_LEG, Pattern.LUNGE, Grade.WARNING),
    (CheckKey.KNEE_EXTENSION, Pattern.KNEE_EXTENSION, Grade.HINT),
    (CheckKey.LEG_CURL, Pattern.LEG_CURL, Grade.HINT),
)

_OF_MUSCLE = {
    Muscle.QUADRICEPS: Pattern.SQUAT,
    Muscle.HAMSTRINGS: Pattern.LEG_CURL,
    Muscle.GLUTES: Pattern.HIP_THRUST,
    Muscle.CALVES: Pattern.CALF_RAISE,
}
"""What to add for a muscle that has too little."""

_ADD = mark("Add {pattern} in week {number}")


def leg_checks(case: Case) -> tuple[Finding, ...]:
    """All checks of the legs; needs at least one working week."""
    return (_days(case), _rest(case), *_movements(case), _reps(case), *_volumes(case))


def add_exercise(case: Case, week: Counted, pattern: Pattern, among: Iterable[Session] = ()) -> Fix | None:
    """A fix that adds an exercise of a pattern to the session with the fewest exercises, of `among` where given.

    None for a pattern that is held back.
    """
    if pattern in case.wanted.held:
        return None
    sessions = list(among) or list(week.week.sessions)
    session = min(sessions, key=lambda one: len(one.entries), default=None)
    sentence = tr(_ADD, pattern=tr(PATTERNS[pattern]), number=week.number)
    return Fix(
        FixKind.ADD_EXERCISE, sentence, week.week.id, session.id if session else None, pattern=pattern,
        sets=_SETS_TO_ADD,
    )  # fmt: skip


def _days(case: Case) -> Finding:
    low, high = case.wanted.leg_days
    few = [one for one in case.working if one.count.leg_days < low]
    if few:
        others = [one for one in few[0].week.sessions if one not in few[0].count.leg_sessions]
        sentence = ntr(
            "Legs are trained on {count} day in {weeks}: {low} to {high} are wanted.",
            "Legs are trained on {count} days in {weeks}: {low} to {high} are wanted.",
            few[0].count.leg_days, weeks=in_weeks(few, case), low=low, high=high,
        )  # fmt: skip
        return finding(CheckKey.LEG_DAYS, Grade.WARNING, sentence, few, _leg_day(case, few[0], others))
    many = [one for one in case.working if one.count.leg_days > high]
    if many:
        sentence = tr(
            "Legs are trained on {days} days in {weeks}: {low} to {high} are enough.",
            days=many[0].count.leg_days, weeks=in_weeks(many, case), low=low, high=high,
        )  # fmt: skip
        return finding(CheckKey.LEG_DAYS, Grade.HINT, sentence, many)
    sentence = tr("Legs are trained on {low} to {high} days a week.", low=low, high=high)
    return finding(CheckKey.LEG_DAYS, Grade.FINE, sentence)


def _leg_day(case: Case, week: Counted, others: Sequence[Session]) -> Fix | None:
    """A first leg exercise for another session, of the first pattern that is not held back."""
    pattern = next((one for _, one, _ in _NEEDED if one not in case.wanted.held), Pattern.CALF_RAISE)
    return add_exercise(case, week, pattern, others)


def _rest(case: Case) -> Finding:
    close = [(one, pair) for one in case.working if (pair := _neighbours(one.count.leg_sessions))]
    if not close:
        return finding(CheckKey.LEG_REST, Grade.FINE, tr("There is a day between leg days."))
    week, (first, second) = close[0]
    bad = [one for one, _ in close]
    sentence = tr(
        "Leg days follow each other in {weeks}: {first} and {second}.",
        weeks=in_weeks(bad, case), first=_day_name(first), second=_day_name(second),
    )  # fmt: skip
    free = _free_day(week, second)
    fix = None
    if free is not None:
        words = tr("Move {day} to {other} in week {number}", day=_day_name(second), other=tr(WEEKDAYS[free]),
                   number=week.number)  # fmt: skip
        fix = Fix(FixKind.MOVE_SESSION, words, week.week.id, second.id, weekday=free)
    return finding(CheckKey.LEG_REST, Grade.WARNING, sentence, bad, fix)


def _neighbours(sessions: Sequence[Session]) -> tuple[Session, Session] | None:
    """Two leg sessions on days that follow each other; a Sunday is followed by the next week's Monday."""
    dated = [one for one in sessions if one.weekday is not None]
    for first in dated:
        for second in dated:
            if first.weekday is not None and second.weekday == (first.weekday + 1) % 7:
                return first, second
    return None


def _free_day(week: Counted, session: Session) -> Weekday | None:
    """The first day without any session that has no other leg day beside it."""
    taken = {one.weekday for one in week.week.sessions if one.id != session.id}
    legs = {one.weekday for one in week.count.leg_sessions if one.id != session.id and one.weekday is not None}
    beside = {(day + step) % 7 for day in legs for step in (-1, 1)}
    return next((day for day in Weekday if day not in taken and day not in beside), None)


def _day_name(session: Session) -> str:
    return "" if session.weekday is None else tr(WEEKDAYS[session.weekday])


def _movements(case: Case) -> tuple[Finding, ...]:
    found = []
    for key, pattern, grade in _NEEDED:
        if pattern in case.wanted.held:
            continue
        bad = [one for one in case.working if not one.count.pattern_sets.get(pattern)]
        name = tr(PATTERNS[pattern])
        if not bad:
            found.append(finding(key, Grade.FINE, tr("Every week has {pattern}.", pattern=name)))
            continue
        sentence = tr("There are no {pattern} in {weeks}.", pattern=name, weeks=in_weeks(bad, case))
        found.append(finding(key, grade, sentence, bad, add_exercise(case, bad[0], pattern, bad[0].count.leg_sessions)))
    return tuple(found)


def _reps(case: Case) -> Finding:
    sets = sum(one.count.lower for one in case.working)
    share = sum(one.count.leg_sets_6_to_12 for one in case.working) / sets if sets else 0.0
    percent = round(share * 100)
    if share >= MOST_OF_IT:
        sentence = tr("{percent} % of the leg sets have 6 to 12 reps.", percent=percent)
        return finding(CheckKey.LEG_REPS, Grade.FINE, sentence)
    sentence = tr("Only {percent} % of the leg sets have 6 to 12 reps: most should.", percent=percent)
    week, entry = _largest_outside(case)
    fix = None
    if entry is not None and week is not None:
        words = tr("Change to 6 to 12 reps in week {number}", number=week.number)
        fix = Fix(FixKind.CHANGE_REPS, words, week.week.id, entry_id=entry.id, reps=REPS)
    return finding(CheckKey.LEG_REPS, Grade.HINT, sentence, case.working, fix)


def _largest_outside(case: Case) -> tuple[Counted | None, Entry | None]:
    """The first week with leg work outside the range, and its entry with most sets of that kind."""
    for week in case.working:
        entries = [
            entry
            for session in week.week.sessions
            for entry in session.entries
            if case.lookup.regions.get(entry.exercise) is Region.LOWER
            and not all(REPS[0] <= one.middle <= REPS[1] for one in entry.prescription.targets)
        ]
        if entries:
            return week, max(entries, key=lambda one: hard_sets(one.prescription))
    return None, None


def _volumes(case: Case) -> tuple[Finding, ...]:
    """Whether each watched muscle has more than what only holds it."""
    found = []
    for muscle in WATCHED:
        bad = [one for one in case.working if _sets(one, muscle) <= case.wanted.leg_sets]
        name = tr(MUSCLES[muscle])
        if not bad:
            least = min(_sets(one, muscle) for one in case.working)
            sentence = tr("Hard sets a week for the {muscle}: {sets} or more.", sets=plain(least), muscle=name)
            found.append(finding(CheckKey.LEG_VOLUME, Grade.FINE, sentence, subject=name))
            continue
        sentence = tr(
            "{sets} hard sets for the {muscle} in {weeks}: up to {hold} only hold what is there.",
            sets=plain(_sets(bad[0], muscle)), muscle=name, weeks=in_weeks(bad, case), hold=plain(case.wanted.leg_sets),
        )  # fmt: skip
        found.append(
            finding(CheckKey.LEG_VOLUME, Grade.WARNING, sentence, bad, _more(case, bad[0], muscle), subject=name)
        )
    return tuple(found)


def _sets(week: Counted, muscle: Muscle) -> float:
    found = week.count.muscles.get(muscle)
    return found.total if found else 0.0


def _more(case: Case, week: Counted, muscle: Muscle) -> Fix | None:
    """More sets of the exercise that trains the muscle most directly, or a new one where none does."""
    entries = [entry for session in week.week.sessions for entry in session.entries]
    direct = [
        one
        for one in entries
        if case.lookup.shares.get(one.exercise, {}).get(muscle, 0) >= 1
        and case.lookup.patterns.get(one.exercise) not in case.wanted.held
    ]
    if not direct:
        return add_exercise(case, week, _OF_MUSCLE[muscle], week.count.leg_sessions)
    entry = min(direct, key=lambda one: one.prescription.sets)
    missing = max(1, int(case.wanted.leg_sets - _sets(week, muscle)) + 1)
    words = ntr(
        "Add {count} set for the {muscle} in week {number}",
        "Add {count} sets for the {muscle} in week {number}",
        missing, muscle=tr(MUSCLES[muscle]), number=week.number,
    )  # fmt: skip
    return Fix(FixKind.ADD_SETS, words, week.week.id, entry_id=entry.id, sets=missing)
