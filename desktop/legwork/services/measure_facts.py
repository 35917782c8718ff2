"""The numbers beside a chart: what each measure was, what it is, how fast it moves, and what that means in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legwork.domain.days import full_day
from legwork.domain.measures import number_text, signed_text
from legwork.domain.normal import SURE
from legwork.domain.verdict import SIGNS, Call, Verdict, in_words, judge
from legwork.i18n import ntr, tr
from legwork.services.measure_series import MeasureSeries

_FINER = {"cm": "in", "kg": "in", "lb": "in", "%": "in", "mm": "in", "in": "", "L": ""}
"""Units whose numbers have a digit more: a rate is written as finely as these, and a change whose error is small."""
_COARSE = {"in": 0.025, "L": 0.025, "": 0.0025}
_COARSE_ELSE = 0.25


@dataclass(frozen=True)
class MeasureFacts:
    """One row of the table; texts in the person's unit, without it. Empty texts: cannot be said. sign may be empty.

    error texts are 95 % intervals. explanation: a few sentences for those who want to know more.
    """

    key: str
    name: str
    unit: str
    start: str
    now: str
    change: str
    per_month: str
    words: str
    sign: str
    call: Call
    explanation: str


def facts_of(series: MeasureSeries, start: float, end: float) -> MeasureFacts:
    """The facts of one series of readings between two days (ordinals, both included)."""
    verdict = judge(series.trend, start, end, series.usual_per_week)
    unit = series.unit
    known = verdict.call is not Call.NOTHING
    rated = known and verdict.first != verdict.last
    return MeasureFacts(
        series.key,
        series.name,
        unit,
        number_text(verdict.start, unit) if known else "",
        number_text(verdict.now, unit) if known else "",
        _change(verdict, unit) if rated else "",
        _with_error(verdict.per_month, verdict.per_month_sd, _FINER.get(unit, unit)) if rated else "",
        in_words(verdict, series.wording),
        SIGNS[verdict.call],
        verdict.call,
        _explanation(series, verdict, rated),
    )


def _change(verdict: Verdict, unit: str) -> str:
    """The change with its error, with as many digits as it takes to see what was decided."""
    small = SURE * verdict.delta_sd < _COARSE.get(unit, _COARSE_ELSE)
    fine = _FINER.get(unit, unit) if small else unit
    while _FINER.get(fine, fine) != fine and number_text(abs(verdict.delta), fine) == _error(verdict.delta_sd, fine):
        fine = _FINER[fine]
    return _with_error(verdict.delta, verdict.delta_sd, fine)


def _with_error(value: float, sd: float, unit: str) -> str:
    return tr(
        "{value}\N{NO-BREAK SPACE}±\N{NO-BREAK SPACE}{error}", value=signed_text(value, unit), error=_error(sd, unit)
    )


def _error(sd: float, unit: str) -> str:
    return number_text(SURE * sd, unit)


def _explanation(series: MeasureSeries, verdict: Verdict, rated: bool) -> str:
    sentences = []
    if rated:
        first, last = (date.fromordinal(int(series.trend.days[row])) for row in (verdict.first, verdict.last))
        sentences.append(
            tr(
                "From the line's height on {first} to that on {last}; ± is the range that holds the truth 95 times "
                "in 100.",
                first=full_day(first),
                last=full_day(last),
            )
        )
    aside = len(series.trend.aside)
    if aside:
        sentences.append(
            ntr(
                "{count} reading lies so far off its neighbours that the line does not heed it.",
                "{count} readings lie so far off their neighbours that the line does not heed them.",
                aside,
            )
        )
    if series.note:
        sentences.append(series.note)
    return " ".join(sentences)
