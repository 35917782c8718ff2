"""A set more or a set less for a muscle: by how its lifts did, how it recovered, and how sore it was; within limits.

Owns the rule and its sentence. It must not change a plan: the change is a proposal that can be refused.

Source: SCIENCE section 6: about 4 sets a week are detectable, 5 to 10 effective, returns diminish (Pelland 2024); no
study says how to steer by soreness or recovery, so the rule itself is a convention: what works is left alone, what does
not recover gets less, what recovers well and does not get better gets more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legwork.domain.log.stalls import Response
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
    Soreness.NONE: mark("not sore at all"),
    Soreness.EARLY: mark("sore, and well again long before"),
    Soreness.JUST: mark("well again just in time"),
    Soreness.STILL: mark("still sore"),
}
"""Answers to "how was it when you trained it again?", marked for translation."""


class Recovery(StrEnum):
    """How rested a person felt in the week."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


RECOVERY = {Recovery.GOOD: mark("rested"), Recovery.FAIR: mark("so so"), Recovery.POOR: mark("worn out")}
"""Answers to "how rested did you feel this week?", marked for translation."""


@dataclass(frozen=True)
class VolumeProposal:
    """Sets a week for a muscle from now on. change: sets more, below zero for fewer, 0 to leave it. reason: translated.

    key: names it while it is kept as refused, "" where nothing is changed.
    """

    muscle: str
    sets: float
    change: float
    reason: str
    key: str = ""


def volume_for(
    muscle: str,
    sets: float,
    band: tuple[int, int],
    response: Response,
    soreness: Soreness | None,
    recovery: Recovery | None,
    week: date,
    refused: Collection[str] = (),
) -> VolumeProposal:
    """Propose the weekly hard sets of a muscle.

    sets: hard sets of the last week, direct and indirect. band: from and to, as the plan's brief wants them. response:
    of its lifts. soreness, recovery: the answers, None where nobody answered. week: its Monday, for the key.

    Each of strength falling, being still sore and being worn out takes a set; two of them take MOST_STEP. Otherwise
    what is below the band gets more, and so does what does not get better though it recovered well. Nothing rises above
    the band or by more than MOST_RISE, nor falls below what keeps size. Source: the limits above (conventions).
    """
    name = tr(MUSCLES[Muscle(muscle)])
    worse = [
        words
        for words, holds in (
            (tr("its lifts got weaker"), response is Response.WORSE),
            (tr("it was still sore"), soreness is Soreness.STILL),
            (tr("you were worn out"), recovery is Recovery.POOR),
        )
        if holds
    ]
    if worse:
        change = -min(float(min(len(worse), 2)), MOST_STEP, max(0.0, sets - KEEP[0]))
        why = listed(worse[:2])
        if change > -0.5:
            return _left(
                muscle, sets, tr("{muscle}: {why}, but fewer sets may not keep its size.", muscle=name, why=why)
            )
        return _changed(muscle, sets, change, why, week, refused)
    if sets < band[0]:
        why = tr("the plan wants {low} to {high} sets a week", low=band[0], high=band[1])
        return _changed(muscle, sets, _rise(sets, float(band[0])), why, week, refused)
    if response is Response.BETTER:
        return _left(muscle, sets, tr("{muscle}: its lifts get better, so the sets stay.", muscle=name))
    if response is Response.UNKNOWN:
        return _left(muscle, sets, tr("{muscle}: too early to tell, so the sets stay.", muscle=name))
    rested = soreness in (Soreness.NONE, Soreness.EARLY) and recovery in (Recovery.GOOD, None)
    if not rested:
        return _left(muscle, sets, tr("{muscle}: no better yet, and not much to spare: the sets stay.", muscle=name))
    if sets >= band[1]:
        text = tr("{muscle}: no better yet, but more than {high} sets hardly add: try other exercises or a deload.",
                  muscle=name, high=band[1])  # fmt: skip
        return _left(muscle, sets, text)
    why = tr("its lifts did not get better, and it recovered well")
    return _changed(muscle, sets, _rise(sets, float(band[1])), why, week, refused)


def _rise(sets: float, up_to: float) -> float:
    """Whole sets more, at least one while there is room for half of it."""
    return float(max(1, int(min(MOST_STEP, sets * MOST_RISE, up_to - sets))))


def _left(muscle: str, sets: float, reason: str) -> VolumeProposal:
    return VolumeProposal(muscle, sets, 0.0, _capital(reason))


def _changed(muscle: str, sets: float, change: float, why: str, week: date, refused: Collection[str]) -> VolumeProposal:
    key = f"volume {week.isoformat()} {muscle} {plain(change)}"
    name = tr(MUSCLES[Muscle(muscle)])
    if key in refused:
        return VolumeProposal(muscle, sets, 0.0, _capital(tr("{muscle}: as refused, the sets stay.", muscle=name)), key)
    count = round(abs(change))
    if change > 0:
        reason = ntr("{muscle}: {why}: {count} set more a week.", "{muscle}: {why}: {count} sets more a week.", count,
                     muscle=name, why=why)  # fmt: skip
    else:
        reason = ntr("{muscle}: {why}: {count} set less a week.", "{muscle}: {why}: {count} sets less a week.", count,
                     muscle=name, why=why)  # fmt: skip
    return VolumeProposal(muscle, sets + change, change, _capital(reason), key)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
