"""Fixes of any plan: each mends its finding, and warns of nothing new."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from fix_cases import LOOKUP, mended
from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.checks import check_plan
from legwork.domain.plan.counting import count_plan
from legwork.domain.plan.findings import CheckKey, Finding, Grade
from legwork.domain.plan.model import (
    Block,
    BlockKind,
    Entry,
    Plan,
    Session,
    Week,
    Weekday,
    check_limits,
    weeks_of,
)
from legwork.domain.units import UnitSystem
from plan_cases import doubled_ids
from plan_strategies import numbered

_CELLS = st.builds(
    lambda sets, reps, easy, load: f"{sets}x{reps}{load}{easy}",
    st.integers(1, 8),
    st.sampled_from(["5", "3", "8-12", "6", "20", "30s", "15"]),
    st.sampled_from(["", "", "", " @2 RIR", " @6 RIR"]),
    st.sampled_from(["", "", " 60kg", " 80%"]),
).map(lambda text: parse_cell(text.replace("30s", "30s"), UnitSystem.METRIC))
_ENTRIES = st.builds(Entry, st.just(0), st.sampled_from(sorted(LOOKUP.regions)), _CELLS)
_SESSIONS = st.builds(
    Session,
    st.just(0),
    st.sampled_from(["", "Legs", "Upper"]),
    st.none() | st.sampled_from(Weekday),
    st.lists(_ENTRIES, max_size=5).map(tuple),
)
_WEEKS = st.builds(Week, st.just(0), st.lists(_SESSIONS, min_size=1, max_size=6).map(tuple))


def _plans() -> st.SearchStrategy[Plan]:
    blocks = st.builds(
        Block, st.just(0), st.sampled_from(BlockKind), st.just(""), st.lists(_WEEKS, min_size=1, max_size=4).map(tuple)
    )
    repeated = st.builds(lambda week, times: Block(0, weeks=(week,) * times), _WEEKS, st.integers(1, 8))
    return st.lists(blocks | repeated, min_size=1, max_size=3).map(lambda some: numbered(Plan("", tuple(some))))


def _shortfall(plan: Plan, findings: Sequence[Finding], one: Finding) -> tuple[float, float, float]:
    """How bad a finding of that kind is: its grade, by how much it holds where that can be told, in how many weeks."""
    same = [other for other in findings if (other.key, other.subject) == (one.key, one.subject)]
    order = (Grade.FINE, Grade.HINT, Grade.WARNING)
    grade = max((order.index(other.grade) for other in same), default=0)
    working = [
        sums
        for (block, week), sums in zip(weeks_of(plan), count_plan(plan, LOOKUP), strict=True)
        if block.kind is not BlockKind.DELOAD and any(session.entries for session in week.sessions)
    ]
    amount = 0.0
    if one.key is CheckKey.NOT_INVERTED:
        amount = sum(max(0.0, sums.upper - sums.lower) for sums in working)
    elif one.key is CheckKey.LEG_TREND:
        amount = -sum(sums.lower for sums in working)
    elif one.key is CheckKey.JUMP:
        pairs = [(getattr(a, way), getattr(b, way)) for a, b in pairwise(working) for way in ("lower", "upper")]
        amount = sum(now - was * 1.3 for was, now in pairs if was and now > was * 1.3 and now - was >= 3)
    elif one.key is CheckKey.LEG_DAYS:
        amount = -sum(min(2, sums.leg_days) for sums in working)
    elif one.key is CheckKey.LEG_REST:
        amount = sum(
            a.weekday is not None and b.weekday == (a.weekday + 1) % 7
            for sums in working
            for a in sums.leg_sessions
            for b in sums.leg_sessions
        )
    elif one.key is CheckKey.LEG_REPS:
        amount = -sum(sums.leg_sets_6_to_12 for sums in working)
    return grade, amount, max((len(other.weeks) for other in same), default=0)


def _warnings(findings: Sequence[Finding]) -> set[tuple[CheckKey, str]]:
    return {(one.key, one.subject) for one in findings if one.grade is Grade.WARNING}


@settings(deadline=None, max_examples=60)
@given(_plans())
def test_each_fix_mends_its_finding_and_warns_of_nothing_new(plan: Plan) -> None:
    before = check_plan(plan, LOOKUP)
    for one in before:
        if one.fix is None:
            continue
        new = mended(plan, one.fix)
        check_limits(new)
        assert doubled_ids(new) == ()
        assert new != plan
        after = check_plan(new, LOOKUP)
        assert _warnings(after) <= _warnings(before), one.sentence
        assert _shortfall(new, after, one) < _shortfall(plan, before, one), (one.sentence, one.fix)
