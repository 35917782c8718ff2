"""What a training plan of a person is held to, from where the legs stand and from what hurts.

Owns the way from balance and pain to a brief, and from a brief to the checks' limits. The rule from standing to sets
is `domain.plan_brief`, the checks are `domain.plan.checks`. May run off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legwork.domain.pain_holds import Hold, holds
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan_brief import GROW, KEEP, SUSTAIN, PlanBrief, Upper, brief
from legwork.domain.standing import Legs
from legwork.services.balance import Balance, balance_of
from legwork.services.choices import choices_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings

_MORE_THAN = {GROW: 4.0, SUSTAIN: 3.0, KEEP: 1.0}
"""A leg muscle shall have more sets than this a week, by its band. Source: SCIENCE section 6: up to about 4 hardly
show; below the other two bands begins what is too little for them (conventions)."""


JUMP_TOPIC = "plan_jump"
"""The topic under which a person's choice of the largest rise is kept."""

JUMP_LIMITS = (10, 20, 30, 50)
"""Percent by which weekly sets may rise at most, to choose from (conventions)."""


@dataclass(frozen=True)
class PlanAims:
    """brief: what a plan shall do. wanted: what its checks hold it to."""

    brief: PlanBrief
    wanted: Wanted


def aims_of(
    profile: Profile,
    person: Person,
    today: date,
    breathe: Callable[[], object] = bool,
    readings: SpotReadings | None = None,
) -> PlanAims:
    """The aims on the day `today`. breathe: called between readings; what it raises ends the work.

    readings: as in `balance_of`, when the caller has them. Raises StoreError.
    """
    balance = balance_of(profile, person, readings or SpotReadings(profile, person, breathe), today)
    choices = choices_of(profile, person.id)
    aims = aims_from(brief_of(balance, holds(choices)))
    return replace(aims, wanted=replace(aims.wanted, jump=_jump_in(choices)))


def _jump_in(choices: Mapping[str, Sequence[str]]) -> float:
    """The largest rise of weekly sets that the person chose, as a share; the usual one when they chose none."""
    known = {str(percent): percent / 100 for percent in JUMP_LIMITS}
    return next((known[pick] for pick in choices.get(JUMP_TOPIC, ()) if pick in known), Wanted().jump)


def aims_from(wanted: PlanBrief) -> PlanAims:
    """The aims that a brief comes to."""
    return PlanAims(wanted, wanted_of(wanted))


def brief_of(balance: Balance, held: Sequence[Hold]) -> PlanBrief:
    """What a plan shall do for this body. held: what hurts."""
    patterns = {pattern for hold in held for pattern in hold.patterns}
    return brief(_sites(balance), balance.legs(balance.target), patterns)


def wanted_of(plan_brief: PlanBrief) -> Wanted:
    """What the checks hold a plan to that follows a brief: muscles that nothing may be done for are not missed."""
    return Wanted(
        leg_days=plan_brief.leg_days,
        held=plan_brief.held,
        muscle_sets={muscle: _MORE_THAN[band] for muscle, band in plan_brief.sets.items()},
        legs_first=plan_brief.upper is not Upper.GROW,
    )


def _sites(balance: Balance) -> dict[str, Legs]:
    """Where each measured leg girth is beside the target; nothing when it would be told from the arm alone."""
    assessment = balance.assessment
    if assessment is None or assessment.arm_only:
        return {}
    return {one.site: one.legs(balance.target) for one in assessment.standings if one.own is not None}
