"""The checks of the legs: days, rest between them, the movements that must be there, reps and volume.

Owns the judgement of leg work within weeks. It must not count (that is `counting`) nor work out what would mend it.
Source: SCIENCE section 6, as told in `findings.WHYS`.
"""

from __future__ import annotations

from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.plan.findings import Case, CheckKey, Counted, Finding, Grade, finding, in_weeks
from legwork.domain.plan.leg_remedies import MOST_OF_IT, apart, leg_day, more_for, movement, neighbours, reps
from legwork.domain.plan.model import WEEKDAYS, Session
from legwork.domain.weekly_sets import HOLDS_UP_TO
from legwork.i18n import ntr, tr
from legwork.numerals import short_number

WATCHED = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.CALVES)
"""Leg muscles that make the girths, so that their volume is held to the wanted sets."""

_NEEDED = (
    (CheckKey.SQUAT, Pattern.SQUAT, Grade.WARNING),
    (CheckKey.HINGE, Pattern.HINGE, Grade.WARNING),
    (CheckKey.SINGLE_LEG, Pattern.LUNGE, Grade.WARNING),
    (CheckKey.KNEE_EXTENSION, Pattern.KNEE_EXTENSION, Grade.HINT),
    (CheckKey.LEG_CURL, Pattern.LEG_CURL, Grade.HINT),
)


def leg_checks(case: Case) -> tuple[Finding, ...]:
    """All checks of the legs; needs at least one working week."""
    return (_days(case), _rest(case), *_movements(case), _reps(case), *_volumes(case))


def _days(case: Case) -> Finding:
    low, high = case.wanted.leg_days
    few = [one for one in case.working if one.count.leg_days < low]
    if few:
        sentence = ntr(
            "Legs are trained on {count} day in {weeks}: {low} to {high} are wanted.",
            "Legs are trained on {count} days in {weeks}: {low} to {high} are wanted.",
            few[0].count.leg_days, weeks=in_weeks(few, case), low=low, high=high,
        )  # fmt: skip
        return finding(CheckKey.LEG_DAYS, Grade.WARNING, sentence, few, leg_day(case, few))
    many = [one for one in case.working if one.count.leg_days > high]
    if many:
        sentence = tr(
            "Legs are trained on {days} days in {weeks}: {low} to {high} are enough.",
            days=many[0].count.leg_days, weeks=in_weeks(many, case), low=low, high=high,
        )  # fmt: skip
        return finding(CheckKey.LEG_DAYS, Grade.HINT, sentence, many)
    sentence = tr("Legs are trained on {low} to {high} days a week.", low=low, high=high)
    return finding(CheckKey.LEG_DAYS, Grade.FINE, sentence)


def _rest(case: Case) -> Finding:
    close = [(one, pair) for one in case.working if (pair := _neighbours(one))]
    if not close:
        return finding(CheckKey.LEG_REST, Grade.FINE, tr("There is a day between leg days."))
    first, second = close[0][1]
    bad = [one for one, _ in close]
    sentence = tr(
        "Leg days follow each other in {weeks}: {first} and {second}.",
        weeks=in_weeks(bad, case), first=_day_name(first), second=_day_name(second),
    )  # fmt: skip
    return finding(CheckKey.LEG_REST, Grade.WARNING, sentence, bad, apart(case, bad))


def _neighbours(week: Counted) -> tuple[Session, Session] | None:
    return neighbours([(one, one.weekday) for one in week.count.leg_sessions])


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
        found.append(finding(key, grade, sentence, bad, movement(case, bad, pattern)))
    return tuple(found)


def _reps(case: Case) -> Finding:
    sets = sum(one.count.lower for one in case.working)
    share = sum(one.count.leg_sets_6_to_12 for one in case.working) / sets if sets else 0.0
    percent = round(share * 100)
    if share >= MOST_OF_IT:
        sentence = tr("{percent} % of the leg sets have 6 to 12 reps.", percent=percent)
        return finding(CheckKey.LEG_REPS, Grade.FINE, sentence)
    sentence = tr("Only {percent} % of the leg sets have 6 to 12 reps: most should.", percent=percent)
    return finding(CheckKey.LEG_REPS, Grade.HINT, sentence, case.working, reps(case))


def _volumes(case: Case) -> tuple[Finding, ...]:
    """Whether each watched muscle has more than what only holds it."""
    return tuple(
        _volume(case, muscle, least) for muscle in WATCHED if (least := case.wanted.more_than(muscle)) is not None
    )


def _volume(case: Case, muscle: Muscle, least: float) -> Finding:
    bad = [one for one in case.working if _sets(one, muscle) <= least]
    name = tr(MUSCLES[muscle])
    if not bad:
        fewest = min(_sets(one, muscle) for one in case.working)
        sentence = tr("Hard sets a week for the {muscle}: {sets} or more.", sets=short_number(fewest), muscle=name)
        return finding(CheckKey.LEG_VOLUME, Grade.FINE, sentence, subject=name)
    sets, weeks = short_number(_sets(bad[0], muscle)), in_weeks(bad, case)
    if least >= HOLDS_UP_TO:
        sentence = tr("{sets} hard sets for the {muscle} in {weeks}: up to {hold} only hold what is there.",
                      sets=sets, muscle=name, weeks=weeks, hold=short_number(least))  # fmt: skip
    else:
        sentence = tr("{sets} hard sets for the {muscle} in {weeks}: more than {hold} hold what is there.",
                      sets=sets, muscle=name, weeks=weeks, hold=short_number(least))  # fmt: skip
    grade = Grade.WARNING if least >= HOLDS_UP_TO else Grade.HINT
    return finding(CheckKey.LEG_VOLUME, grade, sentence, bad, more_for(case, bad, muscle, least), subject=name)


def _sets(week: Counted, muscle: Muscle) -> float:
    found = week.count.muscles.get(muscle)
    return found.total if found else 0.0
