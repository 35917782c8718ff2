"""Why the legs may be small: a person's answers beside what the program knows by itself.

Owns gathering both. What speaks for what is `domain.causes`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping

from legwork.domain.causes.diagnosis import Diagnosis, diagnose
from legwork.domain.causes.evidence import Observed
from legwork.domain.frame import FRAME, frame_scores
from legwork.domain.measures import Family, Measure
from legwork.domain.sides import SideCall
from legwork.domain.sites import Region, Side
from legwork.domain.strength_balance import Ratio, RatioKey, Standing
from legwork.domain.verdict import DAYS_PER_MONTH, SURE, Call, Verdict, judge
from legwork.services.balance import Balance
from legwork.services.body_girths import BodyGirths, height_of
from legwork.services.check_ins import check_in_days
from legwork.services.measures import MeasureSeries, series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.reference import LOG, population
from legwork.services.spot_readings import SpotReadings

WEIGHT_DAYS, LEG_DAYS = 84, 183
"""Over how many days the newest change of body weight and of the legs is judged (conventions)."""

_WEIGHT = Measure(Family.SITE, "body_weight")
_WEEKS_PER_MONTH = DAYS_PER_MONTH / 7


def causes_of(
    profile: Profile,
    balance: Balance,
    answers: Mapping[str, tuple[str, ...]],
    ratios: Iterable[Ratio],
    readings: SpotReadings | None = None,
) -> Diagnosis:
    """The likely causes, ranked. answers: as chosen; ratios: of this person's lifts; readings: as in
    `series_of`.

    Raises StoreError.
    """
    return diagnose(answers, observed(profile, balance, ratios, readings))


def observed(
    profile: Profile, balance: Balance, ratios: Iterable[Ratio], readings: SpotReadings | None = None
) -> Observed:
    """What the program knows by itself; training logs are not there yet, so what they would tell stays unknown."""
    person = balance.person
    readings = readings or SpotReadings(profile, person)
    days = sorted(check_in_days(profile, person.id).values())
    legs = Measure(Family.SITE, balance.main.site if balance.main else "upper_thigh")
    found = series_of(profile, person, [_WEIGHT, legs], readings.breathe, readings)
    weight = _newest(found[_WEIGHT], WEIGHT_DAYS)
    growth = [_judged(one, LEG_DAYS) for one in found[legs]]
    scores = site_scores(balance)
    frame = _frame(readings, person)
    rate = {one.key: one for one in ratios}
    left_right, squat_bench = rate.get(RatioKey.LEFT_RIGHT), rate.get(RatioKey.SQUAT_BENCH)
    return Observed(
        months=min((days[-1] - days[0]).days, LEG_DAYS) / DAYS_PER_MONTH if days else None,
        check_ins=len(days) or None,
        weight_rate=weight.per_month / _WEEKS_PER_MONTH / weight.now if weight else None,
        weight_rate_sd=weight.per_month_sd / _WEEKS_PER_MONTH / weight.now if weight else None,
        leg_girth_rate=_mean_rate(found[legs], growth),
        leg_girth_call=_call(growth),
        thigh_z=scores.get("upper_thigh"),
        calf_z=scores.get("calf"),
        index_z=index_score(balance),
        wrist_z=frame.get("wrist"),
        ankle_z=frame.get("ankle"),
        leg_length_z=frame.get("gluteal_fold_height"),
        sides_differ=_sides_differ(balance),
        weaker_leg=_weaker(left_right),
        squat_bench_place=squat_bench.place.at.percent if squat_bench and squat_bench.place else None,
    )


def site_scores(balance: Balance) -> dict[str, float]:
    """How far each measured leg girth lies from the middle of people built alike, in SDs."""
    if balance.assessment is None:
        return {}
    return {one.site: (math.log(one.own.value) - one.mean) / one.sd for one in balance.assessment.standings if one.own}


def index_score(balance: Balance) -> float | None:
    """The same of both leg girths together; None while the index cannot be had."""
    index = balance.assessment.index if balance.assessment else None
    return index.away / index.sd if index else None


def _newest(several: list[MeasureSeries], days: int) -> Verdict | None:
    """How a measure without sides moved lately; None when there is no rate."""
    verdict = _judged(several[0], days) if several else None
    return verdict if verdict is not None and math.isfinite(verdict.per_month) else None


def _judged(one: MeasureSeries, days: int) -> Verdict:
    end = one.days[-1]
    return judge(one.trend, end - days, end, one.usual_per_week)


def _mean_rate(several: list[MeasureSeries], verdicts: list[Verdict]) -> float | None:
    """cm a month, the mean of both legs."""
    rates = [
        verdict.per_month / one.factor
        for one, verdict in zip(several, verdicts, strict=True)
        if math.isfinite(verdict.per_month)
    ]
    return math.fsum(rates) / len(rates) if rates else None


def _call(verdicts: Collection[Verdict]) -> Call | None:
    """Of both legs together: their mean change against its error, else what holds for the one that knows more."""
    known = [one for one in verdicts if one.call is not Call.NOTHING]
    if not known:
        return None
    if all(one.call in (Call.GROWING, Call.SHRINKING) or math.isfinite(one.delta_sd) for one in known):
        change = math.fsum(one.delta for one in known)
        error = math.sqrt(math.fsum(one.delta_sd**2 for one in known))
        if abs(change) > SURE * error and any(one.call is not Call.TOO_EARLY for one in known):
            return Call.GROWING if change > 0 else Call.SHRINKING
    calls = {one.call for one in known}
    return Call.NO_CHANGE if Call.NO_CHANGE in calls else Call.TOO_EARLY


def _frame(readings: SpotReadings, person: Person) -> dict[str, float]:
    stature = height_of(person)
    if person.sex is None or stature is None:
        return {}
    bodies = BodyGirths(readings, FRAME)
    sizes = {site: one.known for site, one in bodies.newest().items()}
    return frame_scores(population(person.sex, LOG), sizes, stature)


def _sides_differ(balance: Balance) -> tuple[str, ...] | None:
    legs = [(site, one) for site, one in balance.sides if balance.person.site(site).region is Region.LOWER]
    if not legs:
        return None
    return tuple(site for site, one in legs if one.call is not SideCall.WITHIN)


def _weaker(left_right: Ratio | None) -> Side | None:
    if left_right is None:
        return None
    return {Standing.HIGH: Side.RIGHT, Standing.LOW: Side.LEFT}.get(left_right.standing, Side.NONE)


def leg_error_cm(readings: SpotReadings, site: str, girth_cm: float) -> float:
    """The error of one reading at a leg site, cm: the person's own as far as repeats tell."""
    return readings.error(site).percent / 100 * girth_cm
