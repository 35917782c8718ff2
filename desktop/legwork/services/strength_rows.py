"""The strength of a person as rows, ready to be shown, printed or read out: the best of each lift, and their ratios.

Owns which set of a lift counts and which body weight is taken. Estimates and ratios come from `domain`, their words
from `strength_words`. What is shown is in the person's unit; a set stands as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import full_day, near_day
from legwork.domain.sites import Region, Side, Spot
from legwork.domain.strength import LIFTS, LIFTS_BY_KEY, OneRepMax, lift_label, one_rep_max
from legwork.domain.strength_balance import RATIO_NAMES, Competitors, Maxima, Ratio, RatioKey, Standing, balance
from legwork.domain.units import UnitSystem
from legwork.i18n import ntr, tr
from legwork.services import strength_words as words
from legwork.services.lifts import Lift, lifts_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.reference import SEXES, raw_lifters
from legwork.services.spot_readings import Reading, SpotReadings

LIFT_DAYS = 183
"""The best set of this many days counts; strength changes, and an older one says less (convention)."""

WEIGHT_DAYS = 92
"""An older body weight is not set against the lifts (convention)."""


@dataclass(frozen=True)
class LiftRow:
    """The set of a lift that counts.

    name: with its side. legs: a lift of the lower body. day: in words. set: as typed. best: "123 ± 5 kg", the most
    that could be lifted once with its 80 % margin; "–" without an estimate. formulas: what each formula gives, one a
    line. note: what limits it, empty when nothing. spoken: the whole row as a sentence.
    """

    lift: str
    side: Side
    name: str
    legs: bool
    day: str
    set: str
    best: str
    formulas: str
    note: str
    spoken: str


@dataclass(frozen=True)
class RatioRow:
    """Two lifts beside each other. value: "1.52 (1.45 to 1.60)". place: "above 50 of 100 raw competitors, 38 to 61".

    words: what it says and what limits it; may be empty. spoken: the whole row as a sentence.
    """

    key: RatioKey
    name: str
    value: str
    place: str
    words: str
    standing: Standing
    spoken: str


@dataclass(frozen=True)
class StrengthRows:
    """All that is known of a person's strength. compared: with whom, or why with nobody; empty without a ratio.

    missing: what else would be told with one more lift or weighing; empty when nothing is missing.
    """

    lifts: tuple[LiftRow, ...]
    ratios: tuple[RatioRow, ...]
    compared: str
    missing: str


@dataclass(frozen=True)
class Best:
    """The set of a lift that counts. estimate: None when no set of that lift allows one. old: beyond LIFT_DAYS."""

    lift: Lift
    estimate: OneRepMax | None
    old: bool


def strength_rows(profile: Profile, person: Person, today: date) -> StrengthRows:
    """The rows of `today`: lifts in the order of LIFTS, ratios in that of RatioKey."""
    bests = best_sets(lifts_of(profile, person.id), today)
    weight = newest_weight(SpotReadings(profile, person), today)
    competitors = _competitors(person)
    ratios = balance(maxima_of(bests), competitors, *(weight or ()))
    compared = ""
    if ratios and person.sex is not None and competitors is not None:
        compared = words.competitors_sentence(competitors, person.sex)
    elif ratios:
        compared = tr("Men's and women's ratios differ: choose a sex in People to compare yours with competitors.")
    return StrengthRows(
        tuple(_lift_row(one, person.units, today) for one in bests),
        tuple(_ratio_row(one, compare=competitors is not None) for one in ratios),
        compared,
        _missing(bests, ratios, weighed=weight is not None),
    )


def ratios_of(profile: Profile, person: Person, today: date) -> tuple[Ratio, ...]:
    """The ratios behind the rows, for those who reckon with them."""
    maxima = maxima_of(best_sets(lifts_of(profile, person.id), today))
    return balance(maxima, _competitors(person), *(newest_weight(SpotReadings(profile, person), today) or ()))


def best_sets(lifts: Iterable[Lift], today: date) -> tuple[Best, ...]:
    """Of each lift and side the set that counts, in the order of LIFTS; lifts not known here come last.

    That is the highest estimate of the last LIFT_DAYS, one of few enough reps before all others (convention). Without
    any, it is the newest set before that; one without an estimate only counts when there is no other.
    """
    found: dict[tuple[str, Side], list[Best]] = {}
    earliest = today - timedelta(days=LIFT_DAYS)
    for one in lifts:
        if one.day <= today:
            estimate = one_rep_max(one.load.value, one.reps, one.rir)
            found.setdefault((one.lift, one.side), []).append(Best(one, estimate, one.day < earliest))
    order = [one.key for one in LIFTS]
    keys = sorted(found, key=lambda key: (order.index(key[0]) if key[0] in order else len(order), key[0], key[1].value))
    return tuple(max(found[key], key=_counts) for key in keys)


def maxima_of(bests: Iterable[Best]) -> Maxima:
    """The estimates by lift and side, as `balance` takes them."""
    return {(one.lift.lift, one.lift.side): one.estimate for one in bests if one.estimate is not None}


def newest_weight(readings: SpotReadings, today: date) -> Reading | None:
    """The newest body weight of the last WEIGHT_DAYS with its error, kg; None when nobody weighed."""
    known = readings.of(Spot("body_weight"))
    days = [day for day in known if today.toordinal() - WEIGHT_DAYS <= day <= today.toordinal()]
    return known[max(days)] if days else None


def _competitors(person: Person) -> Competitors | None:
    return raw_lifters(person.sex) if person.sex in SEXES else None


def _counts(one: Best) -> tuple[bool, bool, bool, float, date]:
    """The larger, the rather it counts."""
    if one.estimate is None:
        return (False, not one.old, False, 0.0, one.lift.day)
    if one.old:
        return (True, False, False, 0.0, one.lift.day)
    return (True, True, one.estimate.reliable, one.estimate.kg, one.lift.day)


def _lift_row(one: Best, system: UnitSystem, today: date) -> LiftRow:
    lift, estimate = one.lift, one.estimate
    name, done = lift_label(lift.lift, lift.side), words.set_text(lift.load, lift.reps, lift.rir)
    known = LIFTS_BY_KEY.get(lift.lift)
    age = ""
    if one.old:
        months = max(6, round((today - lift.day).days / 30.44))
        age = ntr(
            "{count} month old: strength may have changed.", "{count} months old: strength may have changed.", months
        )
    note = " ".join(filter(None, (age, words.best_note(estimate))))
    spoken = tr(
        "{lift}: {set} on {day}. {best} {note}",
        lift=name, set=done, day=full_day(lift.day), best=words.best_sentence(estimate, system),
        note=age,
    ).strip()  # fmt: skip
    return LiftRow(
        lift.lift, lift.side, name, known is not None and known.region is Region.LOWER, near_day(lift.day, today), done,
        words.best_text(estimate, system) if estimate else "–",
        words.formulas_text(estimate, system) if estimate else "", note, spoken,
    )  # fmt: skip


def _ratio_row(ratio: Ratio, *, compare: bool) -> RatioRow:
    name, value, said = tr(RATIO_NAMES[ratio.key]), words.value_text(ratio), words.ratio_words(ratio)
    if ratio.place is not None:
        place = words.place_text(ratio.place)
    elif ratio.key is RatioKey.LEFT_RIGHT:
        place = tr("left against right")
    else:
        place = tr("no reference numbers") if compare else tr("not compared")
    spoken = tr("{ratio}: {value}, {place}. {words}", ratio=name, value=value, place=place, words=said).strip()
    return RatioRow(ratio.key, name, value, place, said, ratio.standing, spoken)


def _missing(bests: tuple[Best, ...], ratios: tuple[Ratio, ...], *, weighed: bool) -> str:
    there = {one.lift.lift for one in bests if one.estimate is not None}
    if there and not ratios and weighed:
        return tr("Add a second lift to see how the two go together.")
    if there & {"squat", "bench_press", "deadlift"} and not weighed:
        return tr("Weigh yourself in a check-in to see your lifts beside your body weight.")
    if there and not ratios:
        return tr("Add a second lift to see how the two go together.")
    return ""
