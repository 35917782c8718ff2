"""How far a reading can be trusted: the error of tape, scale and method, and whether a change exceeds it.

Owns the technical error of measurement and the verdict on a difference between two days. It must not smooth
histories (that is `trend`) nor ask about slips (that is `plausibility`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legwork.domain.normal import SURE
from legwork.domain.sites import Kind, Site
from legwork.domain.units import UnitSystem, format_change, format_value, unit_of
from legwork.i18n import mark, tr

_MEDIAN_OF_THREE_VARIANCE = 1 - math.sqrt(3) / math.pi
"""0.4487. Source: David & Nagaraja 2003, Order Statistics, 3rd ed.: each row of the covariances
of normal order statistics sums to 1, and Cov(1st, 2nd of 3) = sqrt(3)/(2 pi), so that the variance of the
middle one is 1 - 2 sqrt(3)/(2 pi)."""

_SENTENCES = {
    (Kind.GIRTH, False): mark("{change} {unit}, within the tape's error (±{error} {unit})"),
    (Kind.GIRTH, True): mark("{change} {unit}, more than the tape's error (±{error} {unit})"),
    (Kind.MASS, False): mark("{change} {unit}, within the scale's error (±{error} {unit})"),
    (Kind.MASS, True): mark("{change} {unit}, more than the scale's error (±{error} {unit})"),
    (Kind.PERCENT, False): mark("{change} points, within the method's error (±{error} points)"),
    (Kind.PERCENT, True): mark("{change} points, more than the method's error (±{error} points)"),
    (Kind.LENGTH, False): mark("{change} {unit}, within the error of finding the place (±{error} {unit})"),
    (Kind.LENGTH, True): mark("{change} {unit}, more than the error of finding the place (±{error} {unit})"),
    (Kind.SKINFOLD, False): mark("{change} {unit}, within the caliper's error (±{error} {unit})"),
    (Kind.SKINFOLD, True): mark("{change} {unit}, more than the caliper's error (±{error} {unit})"),
}


@dataclass(frozen=True)
class Change:
    """delta, mdc: cm, kg or percentage points. beyond: the difference is larger than the error explains."""

    delta: float
    mdc: float
    beyond: bool


def tem(pairs: Iterable[tuple[float, float]]) -> float:
    """Technical error of measurement of repeated pairs, in their unit: sqrt(sum d^2 / 2n).

    Raises ValueError without pairs. Source: Dahlberg 1940; SCIENCE section 2.
    """
    squares = [(first - second) ** 2 for first, second in pairs]
    if not squares:
        raise ValueError("no pairs")
    return math.sqrt(math.fsum(squares) / (2 * len(squares)))


def mdc95(tem: float, readings: float = 1) -> float:
    """The smallest difference of two days that is real with 95 % confidence, in the unit of `tem`.

    readings: how many readings each day's mean has. Raises ValueError below one.
    Source: SCIENCE section 2: 1.96 sqrt(2) TEM / sqrt(k).
    """
    if readings < 1:
        raise ValueError("less than one reading")
    return SURE * math.sqrt(2) * tem / math.sqrt(readings)


def expected_tem(site: Site, value: float) -> float:
    """The error to expect of one reading at `site`, in the unit of `value` (cm, kg or percent).

    Source: `Site.tem_percent` (SCIENCE section 2).
    """
    return site.tem_percent / 100 * value


def effective_readings(count: int) -> float:
    """How many readings averaged would be as steady as the median of `count`, for normal errors.

    The median of two is their mean. More than three: the large-sample 2n/pi, which errs on the cautious side.
    Raises ValueError below one. Source: David & Nagaraja 2003, Order Statistics, 3rd ed.
    """
    if count < 1:
        raise ValueError("less than one reading")
    if count <= 2:
        return float(count)
    return 1 / _MEDIAN_OF_THREE_VARIANCE if count == 3 else 2 * count / math.pi


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the middle two, in their unit. Raises ValueError without values.

    Rounded to 1e-6, so that the mean of 38.2 and 38.4 is 38.3.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else round((ordered[half - 1] + ordered[half]) / 2, 6)


def judge_change(site: Site, now: Sequence[float], before: Sequence[float]) -> Change:
    """Compare the medians of two days' readings of one spot (cm, kg or percent; at least one each).

    The error of a reading is taken at the mean of both medians, so swapping the days only turns the sign.
    A difference exactly as large as the MDC is noise. Raises ValueError when a day has no readings.
    Source: SCIENCE section 2, MDC = 1.96 sqrt(TEM^2/k1 + TEM^2/k2) with k the effective readings.
    """
    last, first = median(now), median(before)
    delta = round(last - first, 6)
    error = expected_tem(site, (last + first) / 2)
    mdc = SURE * error * math.sqrt(1 / effective_readings(len(now)) + 1 / effective_readings(len(before)))
    return Change(delta, mdc, abs(delta) > mdc + 1e-6)


def describe_change(change: Change, kind: Kind, system: UnitSystem) -> str:
    """One short sentence in the person's units: "+0.4 cm, within the tape's error (±1.1 cm)"."""
    return tr(
        _SENTENCES[kind, change.beyond],
        change=format_change(change.delta, kind, system),
        error=format_value(change.mdc, kind, system),
        unit=unit_of(kind, system),
    )


def brief_change(change: Change, kind: Kind, system: UnitSystem) -> str:
    """The same in few words, with a sign for its direction: "▲ +1.6 cm, beyond the error ±1.1"."""
    values = {
        "change": format_change(change.delta, kind, system),
        "error": format_value(change.mdc, kind, system),
        "unit": unit_of(kind, system),
    }
    if not change.beyond:
        return tr("~ {change} {unit}, within the error ±{error}", **values)
    if change.delta > 0:
        return tr("▲ {change} {unit}, beyond the error ±{error}", **values)
    return tr("▼ {change} {unit}, beyond the error ±{error}", **values)
