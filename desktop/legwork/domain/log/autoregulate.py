"""A set more or a set less for a muscle: by how its lifts did, how it recovered, and how sore it was; within limits.

Owns the rule and its sentence. It must not change a plan: the change is a proposal that can be refused.

Source: SCIENCE section 6: about 4 sets a week are detectable, 5 to 10 effective, returns diminish (Pelland 2024); no
study says how to steer by soreness or recovery, so the rule itself is a convention: what works is left alone, what does
not recover gets less, what recovers well and does not get better gets more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legwork.domain.log.lift_course import Response
from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan.prescription import plain
from legwork.domain.plan_brief import KEEP
from legwork.i18n import listed, mark, ntr, tr

MOST_STEP = 2.0
"""Sets a week that are added or taken at once, at the most (a convention)."""

MOST_RISE = Wanted().jump
"""The largest rise of a muscle's weekly sets, as a share; one set is always possible. Source: as the plan's checks."""


class Soreness(StrEnum):
    """When soreness was gone before the muscle was trained again."""

    NONE = "none"
    EARLY = "early"
    JUST = "just"
    STILL = "still"


SORENESS = {
    Soreness.NONE: mark("not sore"),
    Soreness.EARLY: mark("gone well before"),
    Soreness.JUST: mark("gone just in time"),
    Soreness.STILL: mark("still sore"),
}
"""Answers to "Sore when trained again?", marked for translation."""


class Recovery(StrEnum):
    """How rested a person felt in the week."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


RECOVERY = {Recovery.GOOD: mark("rested"), Recovery.FAIR: mark("so so"), Recovery.POOR: mark("worn out")}
"""Answers to "How rested?", marked for translation."""


@dataclass(frozen=True)
class VolumeProposal:
    """Sets a week for a muscle from now on. change: sets more, below zero for fewer, 0 to leave it. reason: translated.

    key: names it while it is kept as refused, "" where nothing is changed. why: the reason alone, without the muscle
    and the sets, for the middle of a sentence.
    """

    muscle: str
    sets: float
    change: float
    reason: str
    key: str = ""
    why: str = ""


def volume_for(
    muscle: str,
    sets: float,
    band: tuple[int, int],
    response: Response,
    soreness: Soreness | None,
    recovery: Recovery | None,
    week: date,
    *,
    rise: float = MOST_RISE,
    holds: bool = False,
) -> VolumeProposal:
    """Propose the weekly hard sets of a muscle.

    sets: hard sets of the last week, direct and indirect. band: from and to, as the plan's brief wants them. response:
    of its lifts. soreness, recovery: the answers, None where nobody answered. week: its Monday, for the key.
    rise: the largest rise of the weekly sets, as a share. holds: it shall only keep its size.

    Each of strength falling, being still sore and being worn out takes a set; two of them take MOST_STEP. Otherwise
    what is below the band gets more, and so does what does not get better though it recovered well. Nothing rises above
    the band or by more than `rise`, nor falls below what keeps size. Source: the limits above (conventions).
    """
    worse = [
        words
        for words, true in (
            (tr("its lifts got weaker"), response is Response.WORSE),
            (tr("it was still sore"), soreness is Soreness.STILL),
            (tr("you were worn out"), recovery is Recovery.POOR),
        )
        if true
    ]
    if worse:
        change = -float(int(min(len(worse), MOST_STEP, max(0.0, sets - KEEP[0]))))
        why = listed(worse[:2])
        if not change:
            return _left(muscle, sets, tr("{why}, but fewer sets may not keep its size", why=why))
        return _changed(muscle, sets, change, why, week)
    if sets < band[0]:
        why = tr("the plan wants {low} to {high} sets a week", low=band[0], high=band[1])
        return _changed(muscle, sets, _rise(sets, float(band[0]), rise), why, week)
    if response is Response.BETTER:
        return _left(muscle, sets, tr("the lifts get better, so the sets stay"))
    if holds:
        return _left(muscle, sets, tr("these sets keep the size, as the plan wants"))
    if response is Response.UNKNOWN:
        return _left(muscle, sets, tr("the lifts show no change beyond their error yet, so the sets stay"))
    rested = soreness in (Soreness.NONE, Soreness.EARLY) and recovery in (Recovery.GOOD, None)
    if not rested:
        return _left(muscle, sets, tr("no better yet, and not much to spare: the sets stay"))
    if band[1] - sets < 1:
        why = tr("no better yet, but more than {high} sets hardly add: try other exercises or a deload", high=band[1])
        return _left(muscle, sets, why)
    why = tr("its lifts did not get better, and it recovered well")
    return _changed(muscle, sets, _rise(sets, float(band[1]), rise), why, week)


def _rise(sets: float, up_to: float, rise: float) -> float:
    """Whole sets more, at least one."""
    return float(max(1, int(min(MOST_STEP, sets * rise, up_to - sets))))


def _left(muscle: str, sets: float, why: str) -> VolumeProposal:
    reason = tr("{muscle}: {why}.", muscle=tr(MUSCLES[Muscle(muscle)]), why=why)
    return VolumeProposal(muscle, sets, 0.0, _capital(reason), why=why)


def _changed(muscle: str, sets: float, change: float, why: str, week: date) -> VolumeProposal:
    key = f"volume {week.isoformat()} {muscle} {plain(change)}"
    name = tr(MUSCLES[Muscle(muscle)])
    count = round(abs(change))
    if change > 0:
        reason = ntr("{muscle}: {why}: {count} set more a week.", "{muscle}: {why}: {count} sets more a week.", count,
                     muscle=name, why=why)  # fmt: skip
    else:
        reason = ntr("{muscle}: {why}: {count} set fewer a week.", "{muscle}: {why}: {count} sets fewer a week.", count,
                     muscle=name, why=why)  # fmt: skip
    return VolumeProposal(muscle, sets + change, change, _capital(reason), key, why)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
