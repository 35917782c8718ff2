"""A whole plan checked: what speaks for it and against it, in plain words, each with why and what would mend it.

Owns the order of the checks. It must not change a plan: a fix is a suggestion that the editor carries out.
"""

from __future__ import annotations

from collections.abc import Sequence

from legwork.domain.plan.counting import Lookup, WeekCount, count_plan
from legwork.domain.plan.findings import Case, Counted, Finding, Wanted
from legwork.domain.plan.leg_checks import leg_checks
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.plan.plan_checks import plan_checks

DEFAULT = Wanted()


def check_plan(
    plan: Plan, lookup: Lookup, wanted: Wanted = DEFAULT, counts: Sequence[WeekCount] | None = None
) -> tuple[Finding, ...]:
    """Every finding, the fine ones included, legs first; empty for a plan with nothing in it outside deloads.

    counts: the sums of all weeks in order, when the caller has them; else they are made.
    """
    sums = count_plan(plan, lookup) if counts is None else counts
    pairs = zip(weeks_of(plan), sums, strict=True)
    weeks = tuple(Counted(at, block, week, one) for at, ((block, week), one) in enumerate(pairs, start=1))
    case = Case(plan, lookup, wanted, weeks)
    return (*leg_checks(case), *plan_checks(case)) if case.working else ()
