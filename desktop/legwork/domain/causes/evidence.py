"""What the question "why are my legs small?" is made of: possible causes, evidence, and what the program knows itself.

Owns the value types only. The rules that make evidence are in `rules` (from answers) and `observed` (from
the program's own numbers); `diagnosis` puts them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.sites import Side
from legwork.domain.standing import Legs
from legwork.domain.strength_balance import RatioCall
from legwork.domain.verdict import Call


class Cause(StrEnum):
    """What may keep legs small, in the order in which equals are shown: what you can change most easily comes first."""

    SPLIT = "split"
    EFFORT = "effort"
    FREQUENCY = "frequency"
    FOOD = "food"
    TIME = "time"
    SITTING = "sitting"
    ENDURANCE = "endurance"
    SIDES = "sides"
    FRAME = "frame"


class Direction(StrEnum):
    """What a piece of evidence does to a cause. MISSING: it is not known, but would tell something."""

    FOR = "for"
    AGAINST = "against"
    MISSING = "missing"


@dataclass(frozen=True)
class Evidence:
    """One reason. weight: 1 (a hint), 2 (clear) or 3 (as clear as it gets); of a missing one, what it might come to.

    text: translated. origin: key of the question, or name of the field of `Observed`, that it comes from.
    Source: weights are conventions; no study gives a share of small legs to each cause (SCIENCE section 6).
    """

    direction: Direction
    weight: int
    text: str
    origin: str


@dataclass(frozen=True)
class Observed:
    """What the program knows by itself. None (or NaN) always means: not known.

    months: how long the leg readings go back that are judged; check_ins: how many there are in all.
    weight_rate, weight_rate_sd: change of body weight a week as a share of it (.005 is half a percent) and its
    standard error; both are needed.
    leg_girth_rate: change of the leg girths, cm a month; leg_girth_call: its verdict.
    legs: where thigh and calf are together. thigh_z, calf_z: their distance from what is expected for people built
    alike above the waist, in SDs, above zero for larger. wrist_z, ankle_z, leg_length_z: the same for the stature.
    sides_differ: keys of the sites whose sides differ beyond the measuring error; empty: they were compared and none
    does. weaker_leg: by one-legged lifts; Side.NONE: neither.
    squat_bench_call: what squat : bench says beside raw competitors; without any to compare with it is not known.
    hard_sets_legs_share: share of the logged hard sets that go to legs, 0..1. leg_days_logged: leg days a week.
    """

    legs: Legs = Legs.UNKNOWN
    months: float | None = None
    check_ins: int | None = None
    weight_rate: float | None = None
    weight_rate_sd: float | None = None
    leg_girth_rate: float | None = None
    leg_girth_call: Call | None = None
    thigh_z: float | None = None
    calf_z: float | None = None
    wrist_z: float | None = None
    ankle_z: float | None = None
    leg_length_z: float | None = None
    sides_differ: tuple[str, ...] | None = None
    weaker_leg: Side | None = None
    squat_bench_call: RatioCall | None = None
    hard_sets_legs_share: float | None = None
    leg_days_logged: float | None = None
