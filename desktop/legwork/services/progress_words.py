"""The cover of a progress report in words: its facts, and what it comes to.

Owns these sentences. They tell what is beyond the error, what is not, and praise or blame nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import full_day
from legwork.domain.measures import Family, Measure, value_text
from legwork.domain.sites import Region
from legwork.domain.verdict import Call
from legwork.i18n import listed, ntr, ptr, tr, within
from legwork.numerals import number
from legwork.services.progress_body import ProgressBody, ProgressRow
from legwork.services.progress_training import ProgressTraining, WeekChart
from legwork.services.weekly_review_food import FoodLine

_WEIGHT = Measure(Family.SITE, "body_weight")
_MOST_NAMED = 5


@dataclass(frozen=True)
class Fact:
    """A line of the cover."""

    name: str
    text: str


def facts_of_report(
    first: date,
    last: date,
    days: Sequence[date],
    body: ProgressBody,
    training: ProgressTraining,
    food: Sequence[FoodLine] = (),
    food_said: str = "",
) -> tuple[Fact, ...]:
    """The lines of the cover. days: of the check-ins. food, food_said: as `food_lines` gives them."""
    weeks = max(1, round((last - first + timedelta(days=1)) / timedelta(weeks=1)))
    when = tr("{first} to {last}", first=full_day(first), last=full_day(last))
    facts = [
        Fact(
            ptr("period", "Time"), tr("{when}, {weeks}", when=when, weeks=ntr("{count} week", "{count} weeks", weeks))
        ),
        Fact(tr("Check-ins"), str(len(days))),
    ]
    if weight := body.row(_WEIGHT):
        facts.append(Fact(tr("Body weight"), _then_now(weight)))
    if training.workouts:
        facts.append(Fact(tr("Workouts"), str(training.workouts)))
    if training.kept is not None:
        kept = training.kept
        share = round(100 * kept.done / kept.planned)
        facts.append(
            Fact(tr("Planned sessions done"),
                 tr("{done} of {planned}, {share} %", done=kept.done, planned=kept.planned, share=share))
        )  # fmt: skip
    for chart in (training.sets, training.tonnage):
        if chart is not None:
            facts.append(Fact(_a_week(chart), tr("legs {legs}, upper body {upper}", **_means(chart))))
    if food:
        told = ", ".join(tr("{name} {amount}", name=within(one.name), amount=one.mean) for one in food)
        facts.append(Fact(tr("Food a day"), f"{told}. {food_said}"))
    return tuple(facts)


def summary_of(body: ProgressBody, training: ProgressTraining, goals: Sequence[str] = ()) -> tuple[str, ...]:
    """What the stretch comes to: balance, legs, upper body, strength, goals. goals: a sentence each, of today."""
    found = []
    balance = body.balance
    if balance.headline:
        found.append(" ".join(part for part in (balance.headline, balance.numbers) if part))
    if all(balance.index) and balance.change:
        then, now = balance.index
        found.append(tr("Leg balance {then} then, {now} now ({change}).", then=then, now=now, change=balance.change))
    volume = next((row.series.measure.pair for row in body.rows if row.series.measure.family is Family.VOLUME), None)
    legs = [
        row
        for row in body.rows
        if row.region is Region.LOWER
        and (row.series.measure.family is Family.SITE or row.series.measure.pair == volume)
    ]
    upper = [row for row in body.rows if row.region is Region.UPPER]
    if legs:
        found.append(tr("Legs: {moved}", moved=_moved(legs)))
    if upper:
        found.append(tr("Upper body: {moved}", moved=_moved(upper)))
    if training.lifts:
        found.append(_strength(training))
    return (*found, *goals)


def _moved(rows: Sequence[ProgressRow]) -> str:
    """What grew and what shrank beyond its error, and how many numbers did neither."""
    parts = []
    for call, text in ((Call.GROWING, tr("larger")), (Call.SHRINKING, tr("smaller"))):
        moved = [row for row in rows if row.facts.call is call]
        if moved:
            names = [_change(row) for row in moved[:_MOST_NAMED]]
            if len(moved) > _MOST_NAMED:
                names.append(ntr("{count} more", "{count} more", len(moved) - _MOST_NAMED))
            parts.append(tr("{what} beyond the error: {names}", what=text, names=listed(names)))
    still = len([row for row in rows if not row.real])
    if still:
        parts.append(
            ntr("{count} number shows no change beyond its error", "{count} numbers show no change beyond their error",
                still)
        )  # fmt: skip
    return f"{'; '.join(parts)}."


def _change(row: ProgressRow) -> str:
    unit = f"\N{NO-BREAK SPACE}{row.facts.unit}" if row.facts.unit else ""
    name = within(row.facts.name)
    return tr("{name} {change}", name=name, change=f"{row.facts.change}{unit}")


def _strength(training: ProgressTraining) -> str:
    up = sum(one.facts.call is Call.GROWING for one in training.lifts)
    down = sum(one.facts.call is Call.SHRINKING for one in training.lifts)
    said = ntr(
        "Strength: {up} of {count} lift went up beyond its error",
        "Strength: {up} of {count} lifts went up beyond their error",
        len(training.lifts), up=up,
    )  # fmt: skip
    return tr("{said}, {down} down.", said=said, down=down) if down else tr("{said}.", said=said)


def _then_now(row: ProgressRow) -> str:
    facts = row.facts
    said = tr("{then} then, {now} now", then=facts.start, now=f"{facts.now}\N{NO-BREAK SPACE}{facts.unit}")
    return tr("{said} ({change})", said=said, change=facts.change) if facts.change else said


def _a_week(chart: WeekChart) -> str:
    return tr("{what} a week", what=chart.title)


def _means(chart: WeekChart) -> dict[str, str]:
    if chart.unit == tr("sets a week"):
        return {"legs": number(chart.legs), "upper": number(chart.upper)}
    unit = chart.unit.split(" ")[0]
    return {"legs": value_text(chart.legs, unit), "upper": value_text(chart.upper, unit)}
