"""What the program's own numbers speak for or against, and where they contradict an answer.

Owns the thresholds. It must not read anything (numbers come as `Observed`), nor weigh anything up (that is
`diagnosis`).

Source: thresholds are conventions where nothing else is said; a rate only counts beyond SURE standard errors.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from legwork import numerals
from legwork.domain.causes.evidence import Cause, Direction, Evidence, Observed
from legwork.domain.causes.rules import KNOWN
from legwork.domain.normal import SURE
from legwork.domain.questionnaire import Answers, known_picks
from legwork.domain.sites import BUILT_IN, Region, Side
from legwork.domain.strength_balance import RatioCall
from legwork.domain.verdict import Call
from legwork.i18n import mark, tr

Found = tuple[Cause, Evidence]

FALLS, RISES = -0.0025, 0.001
"""Change of body weight a week, as a share, from which it counts as losing or gaining. Source: gain .25 to .5 %
(Iraki 2019, SCIENCE section 7); half of the least is enough to build with (convention)."""

SMALL, VERY_SMALL = -0.5, -1.0
"""A joint's distance from what is usual for the stature, in SDs, that counts as narrow and as very narrow."""

LONG = 1.0
"""A leg's length for the stature, in SDs, from which it counts as long."""

UNEVEN = 0.75
"""Thigh and calf so many SDs apart are behind to a different degree."""

LEAST_MONTHS = 4.0
"""Months of check-ins after which a leg girth that does not move says something. Source: SCIENCE section 2: .06 cm a
week takes 14 weeks of weekly readings to be seen."""

DAYS_SAID = {
    "none": (0.0, 0.0),
    "rarely": (0.0, 1.0),
    "one": (1.0, 1.0),
    "two": (2.0, 2.0),
    "three_or_more": (3.0, 7.0),
}
SHARE_SAID = {"under_10": (0.0, 0.1), "10_to_25": (0.1, 0.25), "25_to_40": (0.25, 0.4), "over_40": (0.4, 1.0)}
"""What each answer means as a number: the lowest and the highest that fits."""

DAYS_SLACK, SHARE_SLACK = 0.6, 0.05
"""How far the log may lie outside before it contradicts the answer."""

FEW_DAYS, ENOUGH_DAYS = 1.5, 1.75
"""Logged leg days a week below which they are few, and from which they are enough. Source: 2 to 3 leg days (SCIENCE
section 6), a quarter of a day allowed for weeks that fall out."""

TINY_SHARE, FAIR_SHARE, LARGE_SHARE = 0.15, 0.25, 0.4
"""Logged share of hard sets for the legs: very small below the first, small below the second, large from the third."""

LEG_SITES = frozenset(one.key for one in BUILT_IN if one.region is Region.LOWER and one.sided)

_PRO, _CON, _OPEN = Direction.FOR, Direction.AGAINST, Direction.MISSING

_WORTH = {
    "weight_rate": ((Cause.FOOD,), 3, mark("where your body weight is going: weigh yourself weekly")),
    "leg_girth_call": ((Cause.TIME, Cause.EFFORT), 2, mark("whether your legs are growing: measure weekly")),
    "ankle_z": ((Cause.FRAME,), 2, mark("how slim your ankles are for your height: measure height and ankle")),
    "wrist_z": ((Cause.FRAME,), 1, mark("how slim your wrists are for your height: measure height and wrist")),
    "sides_differ": ((Cause.SIDES,), 3, mark("whether your legs differ: measure left and right, each twice")),
    "weaker_leg": ((Cause.SIDES,), 2, mark("which leg lifts less: log one-legged lifts")),
    "squat_bench_call": ((Cause.SPLIT,), 1, mark("how your squat stands to your bench press")),
}  # fmt: skip
"""Field: the causes it would tell about, how much, and what to do to know it."""


def number(value: float | None) -> float | None:
    """The number, or None where it is not known; NaN is not known either."""
    return None if value is None or math.isnan(value) else value


def evidence_from_observed(answers: Answers, observed: Observed) -> Iterator[Found]:
    """What the numbers speak for and against, in a fixed order; a contradiction to an answer is said in the text."""
    yield from _log(answers, observed)
    yield from _weight(answers, observed)
    yield from _growth(observed)
    yield from _frame(observed)
    yield from _proportions(observed)
    yield from _sides(answers, observed)
    yield from _strength(observed)


def observed_missing(observed: Observed) -> Iterator[Found]:
    """Each number that is not known, once for each cause that it would tell about."""
    for field, (causes, weight, text) in _WORTH.items():
        known = getattr(observed, field)
        if known in (None, Call.NOTHING, RatioCall.NO_REFERENCE) or (isinstance(known, float) and math.isnan(known)):
            for cause in causes:
                yield cause, Evidence(_OPEN, weight, tr("Not known yet: {subject}.", subject=tr(text)), field)


def overruled(answers: Answers, observed: Observed) -> frozenset[str]:
    """The questions whose answers the program's own numbers contradict; such answers count as a hint only."""
    found = set()
    days, share = number(observed.leg_days_logged), number(observed.hard_sets_legs_share)
    if days is not None and _apart(_said(answers, "leg_days"), DAYS_SAID, days, DAYS_SLACK):
        found.add("leg_days")
    if share is not None and _apart(_said(answers, "leg_share"), SHARE_SAID, share, SHARE_SLACK):
        found.add("leg_share")
    direction, eating = weight_direction(observed), _said(answers, "eating")
    if (direction == -1 and eating & {"enough", "more"}) or (direction == 1 and "less" in eating):
        found.add("eating")
    weaker = _said(answers, "weaker_leg")
    if observed.weaker_leg is not None and weaker:
        lifts = "no" if observed.weaker_leg is Side.NONE else observed.weaker_leg.value
        if lifts not in weaker:
            found.add("weaker_leg")
    return frozenset(found)


def weight_direction(observed: Observed) -> int | None:
    """Where body weight goes: -1 falls, 1 rises, 0 neither beyond its error; None when rate or error is not known."""
    rate, sd = number(observed.weight_rate), number(observed.weight_rate_sd)
    if rate is None or sd is None:
        return None
    if abs(rate) <= SURE * sd:
        return 0
    return -1 if rate <= FALLS else 1 if rate >= RISES else 0


def _said(answers: Answers, question: str) -> frozenset[str]:
    return known_picks(answers, question, KNOWN[question])


def _apart(said: frozenset[str], bands: dict[str, tuple[float, float]], value: float, slack: float) -> bool:
    """Whether something was said, and the number fits none of it."""
    return bool(said) and not any(bands[one][0] - slack <= value <= bands[one][1] + slack for one in said)


def _log(answers: Answers, observed: Observed) -> Iterator[Found]:
    against = overruled(answers, observed)
    days = number(observed.leg_days_logged)
    if days is not None:
        text = tr("The log shows {days} leg days a week.", days=numerals.number(days, 1))
        if "leg_days" in against:
            text += " " + tr("That is not what you answered; the log counts more.")
        if days < FEW_DAYS:
            yield Cause.FREQUENCY, Evidence(_PRO, 3, text, "leg_days_logged")
            yield Cause.SPLIT, Evidence(_PRO, 2, text, "leg_days_logged")
        elif days >= ENOUGH_DAYS:
            yield Cause.FREQUENCY, Evidence(_CON, 3, text, "leg_days_logged")
            yield Cause.SPLIT, Evidence(_CON, 1, text, "leg_days_logged")
    share = number(observed.hard_sets_legs_share)
    if share is not None:
        text = tr("In the log {percent} % of your hard sets go to the legs.", percent=numerals.number(100 * share))
        if "leg_share" in against:
            text += " " + tr("That is not what you answered; the log counts more.")
        weight = 3 if share < TINY_SHARE or share >= LARGE_SHARE else 2
        yield Cause.SPLIT, Evidence(_PRO if share < FAIR_SHARE else _CON, weight, text, "hard_sets_legs_share")


def _weight(answers: Answers, observed: Observed) -> Iterator[Found]:
    direction = weight_direction(observed)
    if direction is None or observed.weight_rate is None:
        return
    percent = numerals.number(abs(100 * observed.weight_rate), 1)
    contradicts = "eating" in overruled(answers, observed)
    if direction == -1:
        text = tr("Your body weight falls by {percent} % a week.", percent=percent)
        if contradicts:
            text += " " + tr("You answered that you eat enough; the scale counts more.")
        yield Cause.FOOD, Evidence(_PRO, 3, text, "weight_rate")
    elif direction == 1:
        text = tr("Your body weight rises by {percent} % a week.", percent=percent)
        if contradicts:
            text += " " + tr("You answered that you eat too little; the scale counts more.")
        yield Cause.FOOD, Evidence(_CON, 2, text, "weight_rate")
    else:
        text = tr("Your body weight holds, so far as its error lets see.")
        yield Cause.FOOD, Evidence(_CON, 1, text, "weight_rate")


def _growth(observed: Observed) -> Iterator[Found]:
    origin, call, months = "leg_girth_call", observed.leg_girth_call, number(observed.months)
    if call is Call.GROWING:
        rate = number(observed.leg_girth_rate)
        text = tr("Your legs are growing.")
        if rate is not None:
            text = tr("Your legs are growing, by {rate} cm a month.", rate=numerals.number(rate, 2))
        yield Cause.TIME, Evidence(_PRO, 2, text + " " + tr("What works needs time."), origin)
        yield Cause.EFFORT, Evidence(_CON, 2, text, origin)
        yield Cause.FOOD, Evidence(_CON, 1, text, origin)
    elif call is Call.SHRINKING:
        yield Cause.FOOD, Evidence(_PRO, 1, tr("Your legs are getting smaller."), origin)
        yield Cause.TIME, Evidence(_CON, 2, tr("Your legs are getting smaller; waiting will not turn that."), origin)
    elif call is Call.TOO_EARLY:
        yield Cause.TIME, Evidence(_PRO, 1, tr("It is too early to see from the tape whether your legs grow."), origin)
    elif call is Call.NO_CHANGE and months is not None and months >= LEAST_MONTHS:
        text = tr("In {months} months the tape shows no change beyond its error.", months=numerals.number(months))
        yield Cause.EFFORT, Evidence(_PRO, 1, text, origin)
        yield Cause.TIME, Evidence(_CON, 1, text, origin)


_JOINTS = (
    ("ankle_z", 2, mark("Your ankles are slim for your height."), mark("Your ankles are sturdy for your height.")),
    ("wrist_z", 1, mark("Your wrists are slim for your height."), mark("Your wrists are sturdy for your height.")),
)


def _frame(observed: Observed) -> Iterator[Found]:
    """A wrist lies far from the legs: a hint."""
    for field, most, slim, sturdy in _JOINTS:
        z = number(getattr(observed, field))
        if z is None:
            continue
        if z <= SMALL:
            yield Cause.FRAME, Evidence(_PRO, most if z <= VERY_SMALL else 1, tr(slim), field)
        elif z >= -SMALL:
            yield Cause.FRAME, Evidence(_CON, 1, tr(sturdy), field)
    length = number(observed.leg_length_z)
    if length is not None and length >= LONG:
        text = tr("Your legs are long for your height, so the same muscle looks and measures thinner.")
        yield Cause.FRAME, Evidence(_PRO, 1, text, "leg_length_z")


def _proportions(observed: Observed) -> Iterator[Found]:
    thigh, calf = number(observed.thigh_z), number(observed.calf_z)
    if thigh is None or calf is None:
        return
    if thigh <= calf - UNEVEN and thigh < 0:
        text = tr("Your thighs are further behind than your calves; a slim frame would hold both back.")
        yield Cause.FRAME, Evidence(_CON, 1, text, "thigh_z")
        text = tr("Your thighs are further behind than your calves: look how many hard sets they get.")
        yield Cause.SPLIT, Evidence(_PRO, 1, text, "thigh_z")
    elif calf <= thigh - UNEVEN and calf < 0:
        text = tr("Your calves are further behind than your thighs: look whether anything trains them directly.")
        yield Cause.SPLIT, Evidence(_PRO, 1, text, "calf_z")


_DOES_LESS = {
    Side.LEFT: mark("In one-legged lifts your left leg does less."),
    Side.RIGHT: mark("In one-legged lifts your right leg does less."),
}


def _sides(answers: Answers, observed: Observed) -> Iterator[Found]:
    if observed.sides_differ is not None:
        if LEG_SITES & set(observed.sides_differ):
            text = tr("The tape finds a difference between your legs beyond its error.")
            yield Cause.SIDES, Evidence(_PRO, 3, text, "sides_differ")
        else:
            text = tr("The tape finds no difference between your legs beyond its error.")
            yield Cause.SIDES, Evidence(_CON, 2, text, "sides_differ")
    if observed.weaker_leg is None:
        return
    if observed.weaker_leg is Side.NONE:
        text, direction = tr("In one-legged lifts your legs are equally strong."), _CON
    else:
        text, direction = tr(_DOES_LESS[observed.weaker_leg]), _PRO
    if "weaker_leg" in overruled(answers, observed):
        text += " " + tr("That is not what you answered; the lifts count more.")
    yield Cause.SIDES, Evidence(direction, 2, text, "weaker_leg")


def _strength(observed: Observed) -> Iterator[Found]:
    """Only what is sure. Source: squat : bench among raw competitors (SCIENCE section 5); they are not everybody."""
    if observed.squat_bench_call is RatioCall.LOW:
        text = tr("Beside your bench press your squat is in the lowest quarter of raw competitors.")
        yield Cause.SPLIT, Evidence(_PRO, 2, text, "squat_bench_call")
    elif observed.squat_bench_call is RatioCall.HIGH:
        text = tr("Beside your bench press your squat is in the highest quarter of raw competitors.")
        yield Cause.SPLIT, Evidence(_CON, 1, text, "squat_bench_call")
