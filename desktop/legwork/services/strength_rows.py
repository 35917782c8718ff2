"""The strength of a person as rows, ready to be shown, printed or read out: the best of each lift, and their ratios.

Owns the rows only: the figures are `strength`, their words `strength_words`. It reads nothing. What is shown is in the
person's unit; a set stands as it was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legwork.domain.days import full_day, near_day
from legwork.domain.sites import Region, Side
from legwork.domain.strength import LIFTS_BY_KEY, lift_label
from legwork.domain.strength_balance import RATIO_NAMES, Ratio, RatioCall, RatioKey
from legwork.domain.units import UnitSystem
from legwork.domain.verdict import DAYS_PER_MONTH
from legwork.i18n import ntr, tr
from legwork.services import strength_words as words
from legwork.services.people import Person
from legwork.services.strength import Best, Strength


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
    call: RatioCall
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


def strength_rows(strength: Strength, person: Person) -> StrengthRows:
    """The same as rows, in the units of this person: lifts in the order of LIFTS, ratios in that of RatioKey."""
    compared, competitors = "", strength.competitors
    if person.sex is not None and competitors is not None:
        if any(one.place is not None for one in strength.ratios):
            compared = words.competitors_sentence(competitors, person.sex)
    elif strength.ratios:
        compared = tr("Men's and women's ratios differ: choose a sex in People to compare yours with competitors.")
    return StrengthRows(
        tuple(_lift_row(one, person.units, strength.today) for one in strength.bests),
        tuple(_ratio_row(one, compare=competitors is not None) for one in strength.ratios),
        compared,
        _missing(strength),
    )


def _lift_row(one: Best, system: UnitSystem, today: date) -> LiftRow:
    lift, estimate = one.lift, one.estimate
    name, done = lift_label(lift.lift, lift.side), words.set_text(lift.load, lift.reps, lift.rir)
    known = LIFTS_BY_KEY.get(lift.lift)
    age = ""
    if one.old:
        months = max(6, round((today - lift.day).days / DAYS_PER_MONTH))
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
    return RatioRow(ratio.key, name, value, place, said, ratio.call, spoken)


def _missing(strength: Strength) -> str:
    there = {one.lift.lift for one in strength.bests if one.estimate is not None}
    if there & {"squat", "bench_press", "deadlift"} and not strength.weighed:
        return tr("Weigh yourself in a check-in to see your lifts beside your body weight.")
    if there and not strength.ratios:
        return tr("Add a second lift to see how the two go together.")
    return ""
