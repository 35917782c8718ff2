"""People as cases for `causes.diagnosis`: a sentence each, their answers, what is known, and what must come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from legwork.domain.causes.diagnosis import Support
from legwork.domain.causes.evidence import Cause, Direction, Observed
from legwork.domain.sites import Side
from legwork.domain.standing import Legs
from legwork.domain.strength_balance import RatioCall
from legwork.domain.verdict import Call

Answers = Mapping[str, tuple[str, ...]]
FOR, AGAINST, MISSING = Direction.FOR, Direction.AGAINST, Direction.MISSING

TRAINS_WELL: dict[str, tuple[str, ...]] = {
    "split": ("upper_lower",), "split_time": ("over_3_years",), "leg_days": ("two",), "leg_share": ("25_to_40",),
    "leg_lifts": ("squat", "hinge", "calf_raise"), "effort": ("1_to_3",), "reps": ("5_to_15",),
    "progress": ("clearly_up",), "sitting": ("4_to_7",), "steps": ("8000_to_12000",), "endurance": ("none",),
    "sleep": ("over_7",), "eating": ("enough",), "protein": ("over_1_6",), "plan_time": ("over_1_year",),
    "training_time": ("over_3_years",), "family": ("mixed",), "pain_now": ("none",), "past_injury": ("none",),
    "weaker_leg": ("no",),
}  # fmt: skip
"""Somebody who does everything right. Cases say what is different."""


def but(**answers: str | tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Somebody who does everything right but for these answers."""
    return TRAINS_WELL | {key: (one,) if isinstance(one, str) else one for key, one in answers.items()}


@dataclass(frozen=True)
class Case:
    """supports: of the causes that the case is about. evidence: (cause, direction, origin, words of the text)."""

    description: str
    answers: Answers
    observed: Observed
    top: tuple[Cause, ...]
    supports: Mapping[Cause, Support]
    evidence: tuple[tuple[Cause, Direction, str, str], ...] = field(default=())
    legs: Legs = Legs.BEHIND


BEHIND = Observed(legs=Legs.BEHIND)

CASES = {
    "skips leg day": Case(
        "Four years of chest and arms; legs come up every few weeks with some leg extensions.",
        but(
            split="upper_only", leg_days="rarely", leg_share="under_10", leg_lifts="knee_extension",
            effort="4_or_more", progress="unwritten", plan_time="over_1_year",
        ),
        Observed(legs=Legs.BEHIND, squat_bench_call=RatioCall.LOW),
        (Cause.SPLIT, Cause.EFFORT, Cause.FREQUENCY),
        {Cause.SPLIT: Support.STRONG, Cause.FREQUENCY: Support.SOME, Cause.FRAME: Support.AGAINST},
        (
            (Cause.SPLIT, FOR, "split", "next to no leg training"),
            (Cause.SPLIT, FOR, "squat_bench_call", "lowest quarter"),
            (Cause.SPLIT, FOR, "split_time", "years"),
        ),
    ),
    "sits ten hours": Case(
        "A driver who trains legs hard twice a week but hardly walks.",
        but(sitting="over_10", steps="under_4000"),
        BEHIND,
        (Cause.SITTING,),
        {Cause.SITTING: Support.SOME, Cause.SPLIT: Support.AGAINST, Cause.EFFORT: Support.AGAINST},
        ((Cause.SITTING, FOR, "sitting", "most of the day"),),
    ),
    "marathon runner": Case(
        "Runs eight hours a week, eats too little for it, and leg lifts have stood still.",
        but(endurance="over_5", eating="less", progress="same", steps="over_12000", sitting="under_4"),
        BEHIND,
        (Cause.ENDURANCE,),
        {Cause.ENDURANCE: Support.STRONG, Cause.SITTING: Support.AGAINST},
        (
            (Cause.ENDURANCE, FOR, "endurance", "five hours"),
            (Cause.ENDURANCE, FOR, "eating", "uses up"),
            (Cause.FOOD, FOR, "eating", "less than you need"),
        ),
    ),
    "slim frame": Case(
        "Long limbs, narrow joints, a slim family, and years of good training.",
        but(family=("slim_legs", "slim_joints")),
        Observed(legs=Legs.BEHIND, wrist_z=-1.4, ankle_z=-1.6, leg_length_z=1.3),
        (Cause.FRAME,),
        {Cause.FRAME: Support.STRONG, Cause.SPLIT: Support.AGAINST},
        (
            (Cause.FRAME, FOR, "ankle_z", "slim for your height"),
            (Cause.FRAME, FOR, "leg_length_z", "long"),
        ),
    ),
    "six weeks in": Case(
        "A beginner who has followed a full-body plan for six weeks.",
        but(
            split="full_body", split_time="under_3_months", leg_days="three_or_more", plan_time="under_8_weeks",
            training_time="under_3_months",
        ),
        Observed(months=1.4, check_ins=6, legs=Legs.BEHIND, leg_girth_call=Call.TOO_EARLY),
        (Cause.TIME,),
        {Cause.TIME: Support.STRONG, Cause.FREQUENCY: Support.AGAINST},
        ((Cause.TIME, FOR, "leg_girth_call", "too early"),),
    ),
    "dieting": Case(
        "Trains well, diets, eats little protein and sleeps five hours; the scale falls.",
        but(eating="less", protein="under_1_2", sleep="under_6", progress="little_up"),
        Observed(legs=Legs.BEHIND, weight_rate=-0.006, weight_rate_sd=0.001),
        (Cause.FOOD,),
        {Cause.FOOD: Support.STRONG, Cause.ENDURANCE: Support.AGAINST},
        ((Cause.FOOD, FOR, "weight_rate", "falls by 0.6 % a week"),),
    ),
    "unknown": Case(
        "Nothing was answered and nothing measured.",
        {},
        Observed(),
        tuple(Cause),
        dict.fromkeys(Cause, Support.UNKNOWN),
        (
            (Cause.SPLIT, MISSING, "leg_share", "what share of your hard sets"),
            (Cause.FRAME, MISSING, "ankle_z", "measure height and ankle"),
        ),
        Legs.UNKNOWN,
    ),
    "leg days without sets": Case(
        "Says three leg days a week, and that hardly any of the hard sets go to legs.",
        {"leg_days": ("three_or_more",), "leg_share": ("under_10",)},
        BEHIND,
        (Cause.SPLIT,),
        {Cause.SPLIT: Support.SOME, Cause.FREQUENCY: Support.AGAINST},
        (
            (Cause.SPLIT, FOR, "leg_share", "one in ten"),
            (Cause.SPLIT, AGAINST, "leg_days", "Several days"),
            (Cause.SPLIT, MISSING, "leg_share", "do not fit together"),
        ),
    ),
    "eats enough but shrinks": Case(
        "Says the food is enough; body weight falls by half a percent a week.",
        {"eating": ("enough",), "protein": ("over_1_6",)},
        Observed(legs=Legs.BEHIND, weight_rate=-0.005, weight_rate_sd=0.001),
        (),
        {Cause.FOOD: Support.LITTLE},
        (
            (Cause.FOOD, FOR, "weight_rate", "the scale counts more"),
            (Cause.FOOD, AGAINST, "eating", "about what you need"),
        ),
    ),
    "to failure but support still": Case(
        "Says every leg set goes to failure, and that the weights have been the same for months.",
        but(effort="failure", progress="same"),
        BEHIND,
        (),
        {Cause.EFFORT: Support.LITTLE},
        (
            (Cause.EFFORT, FOR, "progress", "stood still"),
            (Cause.EFFORT, AGAINST, "effort", "close to your limit"),
            (Cause.EFFORT, MISSING, "progress", "do not fit together"),
        ),
    ),
    "a torn ligament": Case(
        "The left leg was in a brace for months; it measures and lifts less and the knee still hurts.",
        but(past_injury="left", weaker_leg="left", pain_now=("knee_left",)),
        Observed(legs=Legs.BEHIND, sides_differ=("upper_thigh", "calf"), weaker_leg=Side.LEFT),
        (Cause.SIDES,),
        {Cause.SIDES: Support.STRONG},
        (
            (Cause.SIDES, FOR, "sides_differ", "beyond its error"),
            (Cause.SIDES, FOR, "past_injury", "left leg"),
        ),
    ),
    "legs ahead": Case(
        "A cyclist whose legs are larger than expected, and who still thinks them small.",
        but(split="upper_only", leg_days="none", leg_share="under_10"),
        Observed(legs=Legs.AHEAD),
        (),
        dict.fromkeys(Cause, Support.AGAINST),
        (
            (Cause.SPLIT, AGAINST, "legs", "no gap"),
            (Cause.SPLIT, FOR, "leg_days", "do not train your legs"),
        ),
        Legs.AHEAD,
    ),
    "legs in the middle, one weaker": Case(
        "Legs as expected, but the right one is weaker.",
        but(weaker_leg="right", past_injury="right"),
        Observed(legs=Legs.MIDDLE, sides_differ=("calf",)),
        (Cause.SIDES,),
        {Cause.SIDES: Support.STRONG, Cause.EFFORT: Support.AGAINST},
        ((Cause.FRAME, AGAINST, "legs", "about in the middle"),),
        Legs.MIDDLE,
    ),
    "the log knows better": Case(
        "Answers three leg days and a third of the sets; the log shows one day and 8 % of the sets.",
        but(leg_days="three_or_more"),
        Observed(legs=Legs.BEHIND, leg_days_logged=1.0, hard_sets_legs_share=0.08),
        (Cause.SPLIT, Cause.FREQUENCY),
        {Cause.SPLIT: Support.SOME, Cause.FREQUENCY: Support.LITTLE},
        (
            (Cause.FREQUENCY, FOR, "leg_days_logged", "1.0 leg days a week. That is not what you answered"),
            (Cause.SPLIT, FOR, "hard_sets_legs_share", "8 % of your hard sets"),
            (Cause.FREQUENCY, AGAINST, "leg_days", "Three leg days"),
        ),
    ),
    "one huge leg day": Case(
        "A body-part split: all leg sets, a third of the week's, on Saturday.",
        but(split="body_part", leg_days="one", leg_share="25_to_40"),
        BEHIND,
        (Cause.FREQUENCY,),
        {Cause.FREQUENCY: Support.STRONG},
        ((Cause.FREQUENCY, FOR, "leg_share", "6 to 8 hard sets"),),
    ),
    "coasting": Case(
        "Two leg days, always the same weights, always five reps to spare.",
        but(effort="4_or_more", progress="same"),
        Observed(legs=Legs.BEHIND, months=7.0, leg_girth_call=Call.NO_CHANGE),
        (Cause.EFFORT,),
        {Cause.EFFORT: Support.STRONG, Cause.TIME: Support.AGAINST},
        ((Cause.EFFORT, FOR, "leg_girth_call", "In 7 months"),),
    ),
}  # fmt: skip
