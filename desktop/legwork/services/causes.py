"""Why the legs may be small: a person's answers beside what the program knows by itself.

Owns gathering both. What speaks for what is `domain.causes`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from legwork.domain.causes.diagnosis import Diagnosis, diagnose
from legwork.domain.causes.evidence import Observed
from legwork.domain.frame import FRAME, frame_scores
from legwork.domain.measures import Family, Measure
from legwork.domain.normal import SURE
from legwork.domain.sides import SideCall
from legwork.domain.sites import Region, Side
from legwork.domain.strength_balance import Ratio, RatioCall, RatioKey
from legwork.domain.verdict import DAYS_PER_MONTH, Call, Verdict, judge
from legwork.services.balance import Balance
from legwork.services.body_girths import BodyGirths, height_of
from legwork.services.due import tape_days
from legwork.services.log_habits import leg_habits
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.reference import LOG, population
from legwork.services.spot_readings import SpotReadings

WEIGHT_WINDOW, LEG_WINDOW = 84, 183
"""Over how many days the newest change of body weight and of the legs is judged, and how old it may be
(conventions)."""

_WEIGHT = Measure(Family.SITE, "body_weight")
_WEEKS_PER_MONTH = DAYS_PER_MONTH / 7


def causes_of(
    profile: Profile,
    balance: Balance,
    answers: Mapping[str, tuple[str, ...]],
    ratios: Iterable[Ratio],
    today: date,
    readings: SpotReadings | None = None,
) -> Diagnosis:
    """The likely causes, ranked. answers: as chosen. ratios: of this person's lifts. readings: as in `series_of`.

    Raises StoreError.
    """
    return diagnose(answers, observed(profile, balance, ratios, today, readings))


def observed(
    profile: Profile,
    balance: Balance,
    ratios: Iterable[Ratio],
    today: date,
    readings: SpotReadings | None = None,
) -> Observed:
    """What the program knows by itself on the day `today`; what was not measured for too long says nothing of now."""
    person = balance.person
    readings = readings or SpotReadings(profile, person)
    legs = Measure(Family.SITE, balance.main.site if balance.main else "upper_thigh")
    found = series_of(profile, person, [_WEIGHT, legs], readings.breathe, readings)
    weights, girths = _recent(found[_WEIGHT], today, WEIGHT_WINDOW), _recent(found[legs], today, LEG_WINDOW)
    weight = _rated(weights)
    growth = [_judged(one, LEG_WINDOW) for one in girths]
    scores = _scores(balance)
    frame = _frame(readings, person)
    rate = {one.key: one for one in ratios}
    habits = leg_habits(profile, person, today, readings)
    left_right, squat_bench = rate.get(RatioKey.LEFT_RIGHT), rate.get(RatioKey.SQUAT_BENCH)
    return Observed(
        months=_months(girths),
        check_ins=len(tape_days(profile, person)) or None,
        weight_rate=weight.per_month / _WEEKS_PER_MONTH / weight.now if weight else None,
        weight_rate_sd=weight.per_month_sd / _WEEKS_PER_MONTH / weight.now if weight else None,
        leg_girth_rate=_mean_rate(girths, growth),
        leg_girth_call=_call(growth),
        thigh_z=scores.get("upper_thigh"),
        calf_z=scores.get("calf"),
        legs=balance.legs(),
        wrist_z=frame.get("wrist"),
        ankle_z=frame.get("ankle"),
        leg_length_z=frame.get("gluteal_fold_height"),
        sides_differ=_sides_differ(balance),
        weaker_leg=_weaker(left_right),
        squat_bench_call=squat_bench.call if squat_bench else None,
        hard_sets_legs_share=habits.share if habits else None,
        leg_days_logged=habits.leg_days if habits else None,
    )


def _scores(balance: Balance) -> dict[str, float]:
    """How far each measured leg girth lies from the middle of people built alike, in SDs."""
    if balance.assessment is None:
        return {}
    return {one.site: (math.log(one.own.value) - one.mean) / one.sd for one in balance.assessment.standings if one.own}


def _recent(several: list[MeasureSeries], today: date, days: int) -> list[MeasureSeries]:
    """Those that were measured within the window that ends today."""
    return [one for one in several if one.days[-1] >= today.toordinal() - days]


def _months(several: list[MeasureSeries]) -> float | None:
    """How long the readings go back that are judged."""
    spans = [min(one.days[-1] - one.days[0], LEG_WINDOW) for one in several]
    return max(spans) / DAYS_PER_MONTH if spans else None


def _rated(several: list[MeasureSeries]) -> Verdict | None:
    """How a measure without sides moved lately; None when there is no rate."""
    verdict = _judged(several[0], WEIGHT_WINDOW) if several else None
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
    """None while it is not sure: reps that nobody said were left may turn it either way."""
    if left_right is None:
        return None
    if left_right.call.stands_out:
        return Side.RIGHT if left_right.call is RatioCall.HIGH else Side.LEFT
    return None if left_right.at_least or left_right.at_most else Side.NONE
