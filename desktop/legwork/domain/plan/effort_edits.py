"""Nearer to failure in coming weeks: fewer reps in reserve for the exercises of some muscles, and nothing else.

Owns choosing the entries and the change. It must not decide that effort is what is missing (that is
`forecast.levers`), nor word what was chosen. Source: 0 to 3 reps in reserve grow about equally, sets far from failure
less (Refalo 2023, Robinson 2024, SCIENCE section 6); how much nearer at once is a convention.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from legwork.domain.plan.counting import Lookup
from legwork.domain.plan.entry_changes import with_entries
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan.lighter import ALL, lighter_weeks
from legwork.domain.plan.lines import LineKey, lines_of
from legwork.domain.plan.model import Entry, Plan, Session, Week, weeks_of
from legwork.domain.plan.prescription import Effort
from legwork.domain.weekly_sets import NEAR_RIR

WANTED_RIR = 2.0
"""Reps to leave. Source: SCIENCE section 6, the middle of 0 to 3; one more than none, as form suffers at none."""

MOST_NEARER = 2.0
"""From farther away than so many reps it goes to NEAR_RIR first (a convention); what leaves so few is left alone."""


@dataclass(frozen=True)
class EffortStep:
    """An entry that leaves fewer reps. number: of its week, from 1. before: None where nothing is said."""

    number: int
    week: Week
    session: Session
    entry: Entry
    line: LineKey
    after: Effort

    @property
    def before(self) -> Effort | None:
        """Its effort as it stands."""
        return self.entry.prescription.effort


def effort_steps(
    plan: Plan, lookup: Lookup, wanted: Wanted, weeks: Sequence[int], muscles: Collection[str]
) -> tuple[EffortStep, ...]:
    """Which entries of these muscles leave fewer reps in each of these weeks; none where all leave NEAR_RIR or fewer.

    weeks: places from 0, as `volume_edits.coming_weeks` gives them. muscles: those that an entry must train directly.
    What hurts, holds for a time, sets of as many reps as possible and lighter weeks are left alone. A cell that says
    nothing of effort gets WANTED_RIR, as reps or RPE like most of the plan.
    """
    light = lighter_weeks(plan, lookup)
    all_weeks = list(weeks_of(plan))
    lines = lines_of(plan).line_keys()
    as_rpe = _says_rpe(plan)
    found = []
    for at in weeks:
        spared = light.get(at, frozenset())
        if spared is ALL:
            continue
        _, week = all_weeks[at]
        for session, entry in _entries(week, lookup, wanted, frozenset(muscles) - spared):
            after = _nearer(entry.prescription.effort, as_rpe=as_rpe)
            if after is not None:
                found.append(EffortStep(at + 1, week, session, entry, lines[entry.id], after))
    return tuple(found)


def with_effort(plan: Plan, steps: Sequence[EffortStep]) -> Plan:
    """The plan with these changes in it. Raises UserError when one of the entries is no longer as it was."""
    changes = (
        (one.entry, replace(one.entry, prescription=replace(one.entry.prescription, effort=one.after)))
        for one in steps
    )  # fmt: skip
    return with_entries(plan, {one.week.id for one in steps}, changes)


def _entries(week: Week, lookup: Lookup, wanted: Wanted, muscles: frozenset[str]) -> Iterator[tuple[Session, Entry]]:
    for session in week.sessions:
        for entry in session.entries:
            shares = lookup.shares.get(entry.exercise, {})
            trains = any(share >= 1 and muscle in muscles for muscle, share in shares.items())
            held = lookup.patterns.get(entry.exercise) in wanted.held
            counted = not entry.prescription.in_seconds and not any(one.more for one in entry.prescription.targets)
            if trains and counted and not held:
                yield session, entry


def _nearer(effort: Effort | None, *, as_rpe: bool) -> Effort | None:
    """The effort that it gets; None for one that is near enough."""
    if effort is None:
        return Effort(WANTED_RIR, as_rpe)
    if effort.rir <= NEAR_RIR:
        return None
    return Effort(WANTED_RIR if effort.rir - WANTED_RIR <= MOST_NEARER else NEAR_RIR, effort.as_rpe)


def _says_rpe(plan: Plan) -> bool:
    """Whether most cells that speak of effort say it as RPE."""
    said = [
        entry.prescription.effort.as_rpe
        for _, week in weeks_of(plan)
        for session in week.sessions
        for entry in session.entries
        if entry.prescription.effort is not None
    ]
    return 2 * sum(said) > len(said)
