"""Exercises for the fixes of a plan, and a fix carried out."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from legwork.domain.patterns import Pattern
from legwork.domain.plan.findings import Fix
from legwork.domain.plan.fixes import carried_out
from legwork.domain.plan.model import Plan
from plan_strategies import LOOKUP as SHARED

LOOKUP = replace(
    SHARED,
    shares={**SHARED.shares, "hip_thrust": {"glutes": 1, "hamstrings": 0.5}, "press": {"front_delts": 1}},
    regions={**SHARED.regions, "hip_thrust": SHARED.regions["rdl"], "press": SHARED.regions["bench"]},
    patterns={**SHARED.patterns, "hip_thrust": "hip_thrust", "press": "vertical_press"},
)  # fmt: skip
OF = {
    Pattern.SQUAT: "back_squat", Pattern.HINGE: "rdl", Pattern.LUNGE: "split_squat",
    Pattern.KNEE_EXTENSION: "leg_extension", Pattern.LEG_CURL: "leg_curl", Pattern.CALF_RAISE: "calf_raise",
    Pattern.HIP_THRUST: "hip_thrust", Pattern.HORIZONTAL_PRESS: "bench", Pattern.ROW: "row",
    Pattern.PULLDOWN: "pulldown",
}  # fmt: skip


def mended(plan: Plan, fix: Fix | None) -> Plan:
    assert fix is not None
    ids = count(10_000)
    return carried_out(plan, fix, lambda: next(ids), OF.__getitem__)
