"""What a drafted plan could not have, as its checks see it, with the cause of each and what would mend it.

Owns the causes and their wording. It must not change the plan.
"""

from __future__ import annotations

from dataclasses import replace

from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.checks import check_plan
from legwork.domain.plan.counting import Lookup, WeekCount, count_week
from legwork.domain.plan.findings import CheckKey, Finding, Grade
from legwork.domain.plan.model import Week, weeks_of
from legwork.domain.plan_brief import KEEP, TRAINED_BY, Upper
from legwork.domain.planner.made import Made, Reason
from legwork.domain.planner.template import PRESSES
from legwork.i18n import tr

_PATTERNS: dict[CheckKey, tuple[Pattern, ...]] = {
    CheckKey.SQUAT: (Pattern.SQUAT,),
    CheckKey.HINGE: (Pattern.HINGE,),
    CheckKey.SINGLE_LEG: (Pattern.LUNGE,),
    CheckKey.PRESS: PRESSES,
    CheckKey.ROW: (Pattern.ROW,),
    CheckKey.PULL: (Pattern.PULLDOWN,),
}


def shortfalls(made: Made) -> tuple[Reason, ...]:
    """One line for each warning that the checks give, with its cause; none for a plan without one."""
    found = check_plan(made.plan, _lookup(made), made.wanted, _counts(made))
    return tuple(
        Reason(one.subject[:1].upper() + one.subject[1:], f"{one.sentence} {_cause(made, one)}", short=True)
        for one in found
        if one.grade is Grade.WARNING
    )


def _lookup(made: Made) -> Lookup:
    used = {one.exercise.key: one.exercise for one in made.filled.places}
    return Lookup(
        shares={key: {share.muscle.value: share.share for share in one.muscles} for key, one in used.items()},
        regions={key: one.region for key, one in used.items()},
        patterns={key: one.pattern.value for key, one in used.items()},
    )


def _counts(made: Made) -> list[WeekCount]:
    """The sums of every week; weeks with the same sets are counted once, as a year has many."""
    lookup, known = _lookup(made), dict[object, tuple[Week, WeekCount]]()
    found = []
    for _, week in weeks_of(made.plan):
        key = tuple((entry.exercise, entry.prescription.sets) for one in week.sessions for entry in one.entries)
        if key not in known:
            known[key] = week, count_week(week, lookup)
        found.append(_of_week(week, *known[key]))
    return found


def _of_week(week: Week, alike: Week, count: WeekCount) -> WeekCount:
    """The sums of a week that has the same sets as another one."""
    if week is alike:
        return count
    own = {was.id: one for was, one in zip(alike.sessions, week.sessions, strict=True)}
    return replace(
        count,
        week_id=week.id,
        session_minutes={own[key].id: minutes for key, minutes in count.session_minutes.items()},
        leg_sessions=tuple(own[one.id] for one in count.leg_sessions),
    )


def _cause(made: Made, finding: Finding) -> str:
    if finding.key in _PATTERNS:
        return _no_pattern(made, _PATTERNS[finding.key])
    if finding.key is CheckKey.LEG_VOLUME:
        return _little(made, next(one for one in Muscle if tr(MUSCLES[one]) == finding.subject))
    if finding.key is CheckKey.LEG_DAYS:
        if len(made.frames) < 2:
            return tr("One day a week leaves no second one: another day would help most.")
        return _time(made)
    if finding.key is CheckKey.LEG_REST:
        return tr("Your free days leave no day between them: another free day would help.")
    if made.brief.upper is Upper.GROW:
        return tr("Here that is meant: your legs lead.")
    return tr("What hurts, or what is missing, leaves too little work for the legs.")


def _no_pattern(made: Made, patterns: tuple[Pattern, ...]) -> str:
    if any(one.exercise.pattern in patterns for one in made.filled.places):
        return _time(made)
    return next((one.why for one in made.filled.vacancies if one.slot.pattern in patterns), "") or next(
        (one.why for one in made.filled.places if one.slot.pattern in patterns), ""
    )


def _little(made: Made, muscle: Muscle) -> str:
    """Why a leg muscle gets no more than what holds it."""
    if made.held.intersection(TRAINED_BY[muscle]) and not _enough_roomy(made, muscle):
        return tr("What would train it is held back while something hurts.")
    if made.brief.sets.get(muscle) == KEEP:
        return tr("Here that is meant: it is ahead, and only has to keep.")
    if _enough_roomy(made, muscle):
        return _time(made)
    return tr("Your equipment has too little that trains it: see what was left out.")


def limit(made: Made, muscle: Muscle) -> str:
    """Why a leg muscle does not reach the end of its band: time, or what there is to train it with."""
    if muscle not in made.roomy.short or made.roomy.short[muscle] > made.allotment.short[muscle]:
        return tr("More does not fit into {minutes} minutes.", minutes=made.wishes.minutes)
    return tr("What is there to train it leaves no room for more.")


def _enough_roomy(made: Made, muscle: Muscle) -> bool:
    places = zip(made.roomy.start, made.filled.places, strict=True)
    return sum(count * one.exercise.share_of(muscle) for count, one in places) > made.sets(muscle, 0)


def _time(made: Made) -> str:
    return tr(
        "It does not fit into {minutes} minutes: longer sessions or one more day make room.",
        minutes=made.wishes.minutes,
    )
