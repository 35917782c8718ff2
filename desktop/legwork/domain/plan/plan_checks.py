"""The checks beyond the legs: the upper body held, legs first, the course of volume over the weeks, a deload.

Owns the judgement of the upper body and of the course over weeks. It must not count (that is `counting`) nor work
out what would mend it. Source: SCIENCE section 6, as told in `findings.WHYS`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.plan.findings import Case, CheckKey, Counted, Finding, Grade, finding, in_weeks
from legwork.domain.plan.model import BlockKind
from legwork.domain.plan.plan_remedies import (
    LEAST_JUMP_SETS,
    UPPER_GROUPS,
    deload,
    deload_after,
    kept_course,
    legs_first,
    smaller_steps,
    upper_movement,
    upper_sets,
)
from legwork.domain.plan.rules import FIXED
from legwork.domain.sites import Region
from legwork.i18n import mark, tr
from legwork.numerals import short_number

STILL_WEEKS = 4
"""Fewer weeks that ask for the same are a beginning, not a standstill (a convention)."""

MOST_BETWEEN = 8
"""Weeks from deload to deload: a mesocycle has 4 to 8 (a convention)."""

_UPPER = (
    (CheckKey.PRESS, UPPER_GROUPS[0], mark("presses")),
    (CheckKey.ROW, UPPER_GROUPS[1], PATTERNS[Pattern.ROW]),
    (CheckKey.PULL, UPPER_GROUPS[2], PATTERNS[Pattern.PULLDOWN]),
)


def plan_checks(case: Case) -> tuple[Finding, ...]:
    """All checks beyond the legs; needs at least one working week."""
    first = (_course(case), _inverted(case)) if case.wanted.legs_first else ()
    return (*first[:1], *_upper(case), *first[1:], _jump(case), _deload(case))


def _upper(case: Case) -> tuple[Finding, ...]:
    found = []
    for key, patterns, marked in _UPPER:
        name = tr(marked)

        def sets(week: Counted, patterns: tuple[Pattern, ...] = patterns) -> float:
            return sum(week.count.pattern_sets.get(one, 0.0) for one in patterns)

        bad = [one for one in case.working if sets(one) < case.wanted.upper_sets]
        if not bad:
            sentence = tr("{pattern} are held with {sets} sets a week or more.", pattern=_capital(name),
                          sets=short_number(min(sets(one) for one in case.working)))  # fmt: skip
            found.append(finding(key, Grade.FINE, sentence))
            continue
        missing = [one for one in bad if not sets(one)]
        if missing:
            sentence = tr("There are no {pattern} in {weeks}.", pattern=name, weeks=in_weeks(missing, case))
            found.append(finding(key, Grade.WARNING, sentence, missing, upper_movement(case, missing, patterns[0])))
            continue
        sentence = tr(
            "{sets} sets of {pattern} in {weeks}: {least} hold what is there.",
            sets=short_number(sets(bad[0])), pattern=name, weeks=in_weeks(bad, case),
            least=short_number(case.wanted.upper_sets),
        )  # fmt: skip
        found.append(finding(key, Grade.HINT, sentence, bad, upper_sets(case, bad, patterns, name)))
    return tuple(found)


def _inverted(case: Case) -> Finding:
    bad = [one for one in case.working if one.count.upper > one.count.lower]
    if not bad:
        return finding(CheckKey.NOT_INVERTED, Grade.FINE, tr("Every week has at least as many sets for the legs."))
    count = bad[0].count
    sentence = tr(
        "The upper body has more sets than the legs in {weeks}: {upper} against {lower}.",
        weeks=in_weeks(bad, case), upper=short_number(count.upper), lower=short_number(count.lower),
    )  # fmt: skip
    return finding(CheckKey.NOT_INVERTED, Grade.WARNING, sentence, bad, legs_first(case, bad))


def _course(case: Case) -> Finding:
    """Whether leg volume falls from one working week to the next, or nothing in the plan could make it rise."""
    falls = [
        (before, after)
        for before, after in pairwise(case.working)
        if after.count.lower < before.count.lower * (1 - case.wanted.fall)
    ]
    if not falls and case.wanted.legs_first and _stands_still(case):
        sentence = tr(
            "Nothing makes the leg work rise: every week asks for the same, and no exercise has a progression."
        )
        return finding(CheckKey.LEG_TREND, Grade.HINT, sentence, case.working)
    if not falls:
        return finding(CheckKey.LEG_TREND, Grade.FINE, tr("Leg volume does not fall outside deloads."))
    before, after = falls[0]
    sentence = tr(
        "Leg volume falls from {before} to {after} sets in week {number}.",
        before=short_number(before.count.lower), after=short_number(after.count.lower), number=after.number,
    )  # fmt: skip
    return finding(CheckKey.LEG_TREND, Grade.HINT, sentence, [one for _, one in falls], kept_course(case))


def _stands_still(case: Case) -> bool:
    """Whether several weeks ask the legs for the same, and no rule takes them on."""
    asked = [
        [
            (entry.exercise, entry.prescription, entry.rule)
            for session in week.week.sessions
            for entry in session.entries
            if case.lookup.regions.get(entry.exercise) is Region.LOWER
        ]
        for week in case.working
    ]
    return (
        len(asked) >= STILL_WEEKS
        and all(one == asked[0] for one in asked)
        and {rule for _, _, rule in asked[0]} == {FIXED}
    )


def _jump(case: Case) -> Finding:
    """The largest rise of weekly sets, legs and upper body apart; after a deload, against the week before it."""
    limit = 1 + case.wanted.jump
    jumps = [
        (region, before, after)
        for before, after in pairwise(case.working)
        for region in (Region.LOWER, Region.UPPER)
        if (was := before.count.region_sets.get(region, 0.0))
        and (now := after.count.region_sets.get(region, 0.0)) > was * limit
        and now - was >= LEAST_JUMP_SETS
    ]
    percent = round(case.wanted.jump * 100)
    if not jumps:
        sentence = tr("Weekly sets never rise by more than {percent} %.", percent=percent)
        return finding(CheckKey.JUMP, Grade.FINE, sentence)
    region, before, after = jumps[0]
    was, now = before.count.region_sets[region], after.count.region_sets[region]
    text = (
        tr("Sets for the legs rise from {was} to {now} in week {number}, more than {percent} %.", was=short_number(was),
           now=short_number(now), number=after.number, percent=percent)
        if region is Region.LOWER
        else tr("Sets for the upper body rise from {was} to {now} in week {number}, more than {percent} %.",
                was=short_number(was), now=short_number(now), number=after.number, percent=percent)
    )  # fmt: skip
    return finding(CheckKey.JUMP, Grade.HINT, text, _once(one for _, _, one in jumps), smaller_steps(case, region))


def _deload(case: Case) -> Finding:
    weeks = len(case.weeks)
    if any(one.block.kind is BlockKind.DELOAD for one in case.weeks):
        longest = _longest_run(case)
        if len(longest) > MOST_BETWEEN:
            sentence = tr(
                "{count} weeks follow each other without a deload: up to {most} are usual.",
                count=len(longest), most=MOST_BETWEEN,
            )  # fmt: skip
            return finding(
                CheckKey.DELOAD, Grade.HINT, sentence, longest, deload_after(case, longest[MOST_BETWEEN - 1])
            )
        return finding(CheckKey.DELOAD, Grade.FINE, tr("The plan has a deload."))
    if weeks <= case.wanted.deload_weeks:
        sentence = tr("A plan of up to {weeks} weeks needs no deload.", weeks=case.wanted.deload_weeks)
        return finding(CheckKey.DELOAD, Grade.FINE, sentence)
    sentence = tr("There is no deload in {weeks} weeks.", weeks=weeks)
    return finding(CheckKey.DELOAD, Grade.HINT, sentence, case.working, deload(case))


def _longest_run(case: Case) -> list[Counted]:
    """The most weeks of training that follow each other; a deload, or a week without training, ends a run."""
    working = {one.week.id for one in case.working}
    runs: list[list[Counted]] = [[]]
    for one in case.weeks:
        if one.week.id in working:
            runs[-1].append(one)
        else:
            runs.append([])
    return max(runs, key=len)


def _once(weeks: Iterable[Counted]) -> list[Counted]:
    return list({one.number: one for one in weeks}.values())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
