"""The checks beyond the legs: the upper body held, legs first, the course of volume over the weeks, a deload.

Owns the judgement of the upper body and of the course over weeks. It must not count (that is `counting`) nor change a
plan. Source: SCIENCE section 6, as told in `findings.WHYS`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.plan.counting import hard_sets
from legwork.domain.plan.findings import Case, CheckKey, Counted, Finding, Fix, FixKind, Grade, finding, in_weeks
from legwork.domain.plan.leg_checks import add_exercise
from legwork.domain.plan.model import BlockKind, Entry
from legwork.domain.plan.prescription import plain
from legwork.domain.sites import Region
from legwork.i18n import mark, ntr, tr

LEAST_JUMP_SETS = 3.0
"""A rise of fewer sets is no jump, whatever its share (a convention)."""

_UPPER = (
    (CheckKey.PRESS, (Pattern.HORIZONTAL_PRESS, Pattern.VERTICAL_PRESS), mark("presses")),
    (CheckKey.ROW, (Pattern.ROW,), PATTERNS[Pattern.ROW]),
    (CheckKey.PULL, (Pattern.PULLDOWN,), PATTERNS[Pattern.PULLDOWN]),
)


def plan_checks(case: Case) -> tuple[Finding, ...]:
    """All checks beyond the legs; needs at least one working week."""
    return (_course(case), *_upper(case), _inverted(case), _jump(case), _deload(case))


def _upper(case: Case) -> tuple[Finding, ...]:
    found = []
    for key, patterns, marked in _UPPER:
        name = tr(marked)

        def sets(week: Counted, patterns: tuple[Pattern, ...] = patterns) -> float:
            return sum(week.count.pattern_sets.get(one, 0.0) for one in patterns)

        bad = [one for one in case.working if sets(one) < case.wanted.upper_sets]
        if not bad:
            sentence = tr("{pattern} are held with {sets} sets a week or more.", pattern=_capital(name),
                          sets=plain(min(sets(one) for one in case.working)))  # fmt: skip
            found.append(finding(key, Grade.FINE, sentence))
            continue
        missing = [one for one in bad if not sets(one)]
        if missing:
            sentence = tr("There are no {pattern} in {weeks}.", pattern=name, weeks=in_weeks(missing, case))
            add = add_exercise(case, missing[0], patterns[0])
            found.append(finding(key, Grade.WARNING, sentence, missing, add))
            continue
        sentence = tr(
            "{sets} sets of {pattern} in {weeks}: {least} hold what is there.",
            sets=plain(sets(bad[0])), pattern=name, weeks=in_weeks(bad, case), least=plain(case.wanted.upper_sets),
        )  # fmt: skip
        more = max(1, round(case.wanted.upper_sets - sets(bad[0])))
        fix = _more_sets(case, bad[0], patterns, more)
        found.append(finding(key, Grade.HINT, sentence, bad, fix))
    return tuple(found)


def _more_sets(case: Case, week: Counted, patterns: tuple[Pattern, ...], more: int) -> Fix | None:
    entry = _largest(week, lambda one: case.lookup.patterns.get(one.exercise) in patterns)
    if entry is None:
        return None
    words = _more_words(more, week.number)
    return Fix(FixKind.ADD_SETS, words, week.week.id, entry_id=entry.id, sets=more)


def _more_words(sets: int, number: int) -> str:
    return ntr("Add {count} set in week {number}", "Add {count} sets in week {number}", sets, number=number)


def _inverted(case: Case) -> Finding:
    bad = [one for one in case.working if one.count.upper > one.count.lower]
    if not bad:
        return finding(CheckKey.NOT_INVERTED, Grade.FINE, tr("Every week has at least as many sets for the legs."))
    count = bad[0].count
    sentence = tr(
        "The upper body has more sets than the legs in {weeks}: {upper} against {lower}.",
        weeks=in_weeks(bad, case), upper=plain(count.upper), lower=plain(count.lower),
    )  # fmt: skip
    return finding(CheckKey.NOT_INVERTED, Grade.WARNING, sentence, bad, _fewer(case, bad[0], Region.UPPER, 1))


def _fewer(case: Case, week: Counted, region: Region, sets: int) -> Fix | None:
    """Take sets from the entry of a region that has most."""
    entry = _largest(week, lambda one: case.lookup.regions.get(one.exercise) is region)
    if entry is None or entry.prescription.sets < 2:
        return None
    taken = min(sets, entry.prescription.sets - 1)
    words = ntr("Take {count} set away in week {number}", "Take {count} sets away in week {number}", taken,
                number=week.number)  # fmt: skip
    return Fix(FixKind.REMOVE_SETS, words, week.week.id, entry_id=entry.id, sets=taken)


def _largest(week: Counted, wanted: Callable[[Entry], bool]) -> Entry | None:
    entries = [entry for session in week.week.sessions for entry in session.entries if wanted(entry)]
    return max(entries, key=lambda one: hard_sets(one.prescription), default=None)


def _course(case: Case) -> Finding:
    """Whether leg volume falls from one working week to the next."""
    falls = [
        (before, after)
        for before, after in pairwise(case.working)
        if after.count.lower < before.count.lower * (1 - case.wanted.fall)
    ]
    if not falls:
        return finding(CheckKey.LEG_TREND, Grade.FINE, tr("Leg volume does not fall outside deloads."))
    before, after = falls[0]
    sentence = tr(
        "Leg volume falls from {before} to {after} sets in week {number}.",
        before=plain(before.count.lower), after=plain(after.count.lower), number=after.number,
    )  # fmt: skip
    entry = _largest(after, lambda one: case.lookup.regions.get(one.exercise) is Region.LOWER)
    fix = None
    if entry is not None:
        more = max(1, round(before.count.lower - after.count.lower))
        words = _more_words(more, after.number)
        fix = Fix(FixKind.ADD_SETS, words, after.week.id, entry_id=entry.id, sets=more)
    return finding(CheckKey.LEG_TREND, Grade.HINT, sentence, [one for _, one in falls], fix)


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
        tr("Sets for the legs rise from {was} to {now} in week {number}, more than {percent} %.", was=plain(was),
           now=plain(now), number=after.number, percent=percent)
        if region is Region.LOWER
        else tr("Sets for the upper body rise from {was} to {now} in week {number}, more than {percent} %.",
                was=plain(was), now=plain(now), number=after.number, percent=percent)
    )  # fmt: skip
    fix = _fewer(case, after, region, max(1, int(now - was * limit) + 1))
    return finding(CheckKey.JUMP, Grade.HINT, text, [one for _, _, one in jumps], fix)


def _deload(case: Case) -> Finding:
    weeks = len(case.weeks)
    if any(one.block.kind is BlockKind.DELOAD for one in case.weeks):
        return finding(CheckKey.DELOAD, Grade.FINE, tr("The plan has a deload."))
    if weeks <= case.wanted.deload_weeks:
        sentence = tr("A plan of up to {weeks} weeks needs no deload.", weeks=case.wanted.deload_weeks)
        return finding(CheckKey.DELOAD, Grade.FINE, sentence)
    last = case.weeks[case.wanted.deload_weeks - 1]
    sentence = tr("There is no deload in {weeks} weeks.", weeks=weeks)
    words = tr("Add a deload after week {number}", number=last.number)
    fix = Fix(FixKind.ADD_DELOAD, words, last.week.id)
    return finding(CheckKey.DELOAD, Grade.HINT, sentence, case.working, fix)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
