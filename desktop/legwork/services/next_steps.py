"""What to do next about the balance of a body: a handful of sentences, and the brief that a plan is made from.

Owns the wording and the order. The rule from standing to sets is `domain.plan_brief`, asked through `plan_aims`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from legwork.domain.causes.diagnosis import Diagnosis, Support
from legwork.domain.measures import PACES
from legwork.domain.muscles import MUSCLES
from legwork.domain.pain_holds import Hold, Urgency
from legwork.domain.plan_brief import LIFT_OF, PlanBrief, Upper
from legwork.domain.sites import Kind
from legwork.domain.verdict import weeks_to_see
from legwork.i18n import mark, ntr, ptr, tr, within
from legwork.services.balance import Balance
from legwork.services.plan_aims import brief_of


@dataclass(frozen=True)
class NextSteps:
    """steps: sentences in the order in which to begin. brief: the same for a plan. may_plan: whether a plan is one of
    the things to do; not while something must be looked at before any training."""

    steps: tuple[str, ...]
    brief: PlanBrief
    may_plan: bool = True


def next_steps(
    balance: Balance, diagnosis: Diagnosis, holds: Sequence[Hold], tape_error_cm: float, *, asked: bool
) -> NextSteps:
    """What to do next. tape_error_cm: of one reading at the leg site of the headline; 0 when it is not known.
    asked: whether any question about the causes was answered.

    Where something must be looked at before any training, that is all there is to do.
    """
    plan = brief_of(balance, holds)
    if any(hold.urgency is Urgency.NOW for hold in holds):
        return NextSteps(tuple(hold.sentence for hold in holds), plan, may_plan=False)
    steps = [f"{hold.sentence} {hold.meanwhile}" for hold in holds]
    if plan.upper is None:
        steps.append(tr("Add what is missing for the comparison, then this list follows your own legs."))
    if plan.sets and plan.lifts:
        steps.append(_sets_sentence(plan))
        steps.append(_lifts_sentence(plan))
    if plan.upper is not None:
        steps.append(tr(_UPPER[plan.upper]))
    if not asked:
        steps.append(tr("Answer the short questions under Likely causes: what holds legs back differs between people."))
    steps += _cause_sentence(diagnosis)
    steps += _wait_sentence(balance, tape_error_cm)
    return NextSteps(tuple(steps), plan)


_UPPER = {
    Upper.KEEP: mark(
        "Keep the upper body rather than neglect it: about a third of your present sets, just as hard, keeps its size "
        "and frees the time."
    ),
    Upper.AS_NOW: mark("Train the upper body as you do now: nothing needs to give way."),
    Upper.GROW: mark("Your legs lead as a whole: now it is the upper body that gets the time."),
}


def _sets_sentence(plan: PlanBrief) -> str:
    bands: dict[tuple[int, int], list[str]] = {}
    for muscle, band in plan.sets.items():
        bands.setdefault(band, []).append(tr(MUSCLES[muscle]))
    parts = [
        tr("{low} to {high} for {muscles}", low=low, high=high, muscles=", ".join(names))
        for (low, high), names in bands.items()
    ]
    return tr(
        "Train legs on {first} or {last} days a week. Hard sets a week to build up to, one or two more each week: "
        "{sets}. A set is hard when 0 to 3 clean reps are left at its end; 6 to 12 reps suit most lifts.",
        first=plan.leg_days[0],
        last=plan.leg_days[1],
        sets="; ".join(parts),
    )


def _lifts_sentence(plan: PlanBrief) -> str:
    names = ", ".join(ptr(*LIFT_OF[pattern]) for pattern in plan.lifts)
    return tr("Build it on: {lifts}. Add a rep or a little load whenever all sets are done.", lifts=names)


def _cause_sentence(diagnosis: Diagnosis) -> list[str]:
    best = diagnosis.hypotheses[0]
    if not diagnosis.explains or best.support not in (Support.STRONG, Support.SOME):
        return []
    return [tr("Look first at the likeliest cause: {cause}.", cause=within(best.name))]


def _wait_sentence(balance: Balance, tape_error_cm: float) -> list[str]:
    main = balance.main
    if main is None or main.own is None or not tape_error_cm > 0:
        return []
    pace = PACES[Kind.GIRTH] * main.own.value
    weeks = math.ceil(weeks_to_see(pace, tape_error_cm))
    return [
        ntr(
            "Measure once a week, two days after leg training. At your tape’s error good growth shows after about "
            "{count} week; sooner than that, nothing can be read from it.",
            "Measure once a week, two days after leg training. At your tape’s error good growth shows after about "
            "{count} weeks; sooner than that, nothing can be read from it.",
            weeks,
        )
    ]
