"""Strength in words: a set, an estimate with its margin, and what a ratio of two lifts says.

Owns the sentences. Which set counts and which ratios there are is `strength_rows`; it must not compute any of them.
Margins and ranges hold the truth 8 times in 10, here as in the ratios of `domain.strength_balance`.
"""

from __future__ import annotations

from collections.abc import Callable

from legwork import numerals
from legwork.domain import units
from legwork.domain.normal import Z80
from legwork.domain.sites import Kind
from legwork.domain.strength import MOST_REPS_TO_FAILURE, RELIABLE_REPS, OneRepMax
from legwork.domain.strength_balance import Competitors, Place, Rank, Ratio, RatioCall, RatioKey, Tail
from legwork.domain.units import Quantity, UnitSystem
from legwork.i18n import mark, ntr, pmark, ptr, tr

_BODY_RATIOS = (RatioKey.SQUAT_BODY, RatioKey.BENCH_BODY, RatioKey.DEADLIFT_BODY)

_UNSAID = {
    "squat": pmark("within a sentence", "squat"),
    "deadlift": pmark("within a sentence", "deadlift"),
    "romanian_deadlift": pmark("within a sentence", "Romanian deadlift"),
    "split_squat": pmark("within a sentence", "split squat"),
    "bench_press": pmark("within a sentence", "bench press"),
    "overhead_press": pmark("within a sentence", "overhead press"),
    "row": pmark("within a sentence", "row"),
    "body": pmark("within a sentence", "body weight"),
    "split_squat:left": pmark("within a sentence", "split squat with the left leg"),
    "split_squat:right": pmark("within a sentence", "split squat with the right leg"),
}
"""What stands above or below the line of a ratio, inside a sentence."""

_MORE: dict[RatioKey, Callable[[int], str]] = {
    RatioKey.SQUAT_BENCH: lambda count: ntr(
        "{count} of 100 competitors squats more for the same bench press",
        "{count} of 100 competitors squat more for the same bench press",
        count,
    ),
    RatioKey.DEADLIFT_BENCH: lambda count: ntr(
        "{count} of 100 competitors deadlifts more for the same bench press",
        "{count} of 100 competitors deadlift more for the same bench press",
        count,
    ),
    RatioKey.DEADLIFT_SQUAT: lambda count: ntr(
        "{count} of 100 competitors deadlifts more for the same squat",
        "{count} of 100 competitors deadlift more for the same squat",
        count,
    ),
    RatioKey.SQUAT_BODY: lambda count: ntr(
        "{count} of 100 competitors squats more for their body weight",
        "{count} of 100 competitors squat more for their body weight",
        count,
    ),
    RatioKey.BENCH_BODY: lambda count: ntr(
        "{count} of 100 competitors benches more for their body weight",
        "{count} of 100 competitors bench more for their body weight",
        count,
    ),
    RatioKey.DEADLIFT_BODY: lambda count: ntr(
        "{count} of 100 competitors deadlifts more for their body weight",
        "{count} of 100 competitors deadlift more for their body weight",
        count,
    ),
}
"""How many competitors have a higher ratio, by that number; whole sentences, because languages bend them all over."""

_LESS: dict[RatioKey, Callable[[int], str]] = {
    RatioKey.SQUAT_BENCH: lambda count: ntr(
        "{count} of 100 competitors squats less for the same bench press",
        "{count} of 100 competitors squat less for the same bench press",
        count,
    ),
    RatioKey.DEADLIFT_BENCH: lambda count: ntr(
        "{count} of 100 competitors deadlifts less for the same bench press",
        "{count} of 100 competitors deadlift less for the same bench press",
        count,
    ),
    RatioKey.DEADLIFT_SQUAT: lambda count: ntr(
        "{count} of 100 competitors deadlifts less for the same squat",
        "{count} of 100 competitors deadlift less for the same squat",
        count,
    ),
    RatioKey.SQUAT_BODY: lambda count: ntr(
        "{count} of 100 competitors squats less for their body weight",
        "{count} of 100 competitors squat less for their body weight",
        count,
    ),
    RatioKey.BENCH_BODY: lambda count: ntr(
        "{count} of 100 competitors benches less for their body weight",
        "{count} of 100 competitors bench less for their body weight",
        count,
    ),
    RatioKey.DEADLIFT_BODY: lambda count: ntr(
        "{count} of 100 competitors deadlifts less for their body weight",
        "{count} of 100 competitors deadlift less for their body weight",
        count,
    ),
}
"""The same of a lower one."""

_LEGS = {
    RatioCall.LOW: mark("Your right leg is the stronger one, by more than the error explains."),
    RatioCall.MAYBE_LOW: mark("Your right leg looks like the stronger one, but that is not sure."),
    RatioCall.USUAL: mark("Your legs differ by no more than the error explains."),
    RatioCall.MAYBE_HIGH: mark("Your left leg looks like the stronger one, but that is not sure."),
    RatioCall.HIGH: mark("Your left leg is the stronger one, by more than the error explains."),
}
_MAYBE_BY_ERROR = {
    RatioCall.MAYBE_LOW: mark("On the low side, but the error is too large to be sure of it."),
    RatioCall.MAYBE_HIGH: mark("On the high side, but the error is too large to be sure of it."),
}
_MAYBE_BY_REPS = {
    RatioCall.MAYBE_LOW: mark("On the low side, but that is not sure."),
    RatioCall.MAYBE_HIGH: mark("On the high side, but that is not sure."),
}


def set_text(load: Quantity, reps: int, rir: float | None) -> str:
    """A set in one line, its load as typed: "100 kg × 5, 2 left"; without the end when nobody said."""
    done = tr("{load} {unit} × {reps}", load=numerals.localised(load.entered), unit=load.unit, reps=reps)
    if rir is None:
        return done
    if rir == 0:
        return tr("{set}, none left", set=done)
    return tr("{set}, {rir} left", set=done, rir=numerals.short_number(rir))


def best_numbers(best: OneRepMax, system: UnitSystem) -> tuple[str, str, str]:
    """An estimate, its margin and their unit: whole numbers where the margin allows, as in ("123", "5", "kg")."""
    value = units.in_unit(best.kg, Kind.MASS, system)
    margin = units.in_unit(Z80 * best.sd_kg, Kind.MASS, system)
    places = 0 if margin >= 1 else 1
    return numerals.number(value, places), numerals.number(margin, places), units.unit_of(Kind.MASS, system)


def best_text(best: OneRepMax, system: UnitSystem) -> str:
    """An estimate in one line: "123 ± 5 kg"."""
    value, margin, unit = best_numbers(best, system)
    return tr("{value} ± {margin} {unit}", value=value, margin=margin, unit=unit)


def best_sentence(best: OneRepMax | None, system: UnitSystem) -> str:
    """The same as people say it: "About 123 kg once, give or take 5 kg." None: too many reps."""
    if best is None:
        return tr("No estimate: it needs a set of at most {most} reps to failure.", most=int(MOST_REPS_TO_FAILURE))
    value, margin, unit = best_numbers(best, system)
    if best.at_least:
        said = tr("At least {value} {unit} once, give or take {margin} {unit}.", value=value, unit=unit, margin=margin)
    else:
        said = tr("About {value} {unit} once, give or take {margin} {unit}.", value=value, unit=unit, margin=margin)
    return said if best.reliable else " ".join((said, _rough()))


def formulas_text(best: OneRepMax, system: UnitSystem) -> str:
    """What each formula gives, one a line: "Epley: 123.3 kg"."""
    unit = units.unit_of(Kind.MASS, system)
    lines = [tr("The middle of seven published formulas:")]
    for name, kg in best.formulas:
        value = units.format_value(kg, Kind.MASS, system)
        lines.append(tr("{formula}: {value} {unit}", formula=name, value=value, unit=unit))
    return "\n".join(lines)


def best_note(best: OneRepMax | None) -> str:
    """What to keep in mind about an estimate; empty when nothing."""
    if best is None:
        return best_sentence(None, UnitSystem.METRIC)
    notes = []
    if best.at_least:
        notes.append(tr("At least: nobody said how many more reps were left."))
    if not best.reliable:
        notes.append(_rough())
    return " ".join(notes)


def competitors_sentence(competitors: Competitors, sex: str) -> str:
    """Who the people are that ratios are compared with, how much that means, and whose numbers these are."""
    count = competitors.count
    who = ntr("{count} man", "{count} men", count) if sex == "male" else ntr("{count} woman", "{count} women", count)
    return tr(
        "Compared with {who} who compete in lifting without supportive suits, drug-tested, at national and "
        "international meets. They are stronger, and more practised in squat, bench press and deadlift, than most "
        "who train. Ratios also differ by build: long thighs or long arms shift them. Take them as hints. "
        "Their results were collected by {source}.",
        who=who, source=competitors.source,
    )  # fmt: skip


def value_text(ratio: Ratio) -> str:
    """A ratio with its range: "1.52 (1.45 to 1.60)"."""
    value, low, high = (numerals.number(one, 2) for one in (ratio.value, ratio.low, ratio.high))
    return tr("{value} ({low} to {high})", value=value, low=low, high=high)


def place_text(place: Place) -> str:
    """How many competitors have a lower ratio: "above 50 of 100 raw competitors, 38 to 61"."""
    if place.at.tail is Tail.BELOW:
        at = tr("above fewer than 5 of 100 raw competitors")
    elif place.at.tail is Tail.ABOVE:
        at = tr("above more than 95 of 100 raw competitors")
    else:
        number = round(place.at.percent)
        at = ntr("above {count} of 100 raw competitors", "above {count} of 100 raw competitors", number)
    low, high = _count(place.low), _count(place.high)
    if low == high:
        return at
    if place.low.tail is Tail.BELOW and place.at.tail is Tail.BELOW:
        return tr("{at}, at most {high}", at=at, high=high)
    if place.high.tail is Tail.ABOVE and place.at.tail is Tail.ABOVE:
        return tr("{at}, at least {low}", at=at, low=low)
    return tr("{at}, {low} to {high}", at=at, low=low, high=high)


def ratio_words(ratio: Ratio) -> str:
    """What a ratio says, with what limits it; empty when there is nothing to say."""
    return " ".join(one for one in (_said(ratio), _limits(ratio)) if one)


def _said(ratio: Ratio) -> str:
    if ratio.key is RatioKey.LEFT_RIGHT:
        return tr(_LEGS[ratio.call])
    if ratio.place is None:
        return ""
    if ratio.call is RatioCall.USUAL:
        top, bottom = _parts(ratio)
        return tr("As usual: your {top} and your {bottom} go together as in most of them.", top=top, bottom=bottom)
    if not ratio.call.stands_out:
        open_end = ratio.at_least if ratio.call is RatioCall.MAYBE_LOW else ratio.at_most
        return tr((_MAYBE_BY_REPS if open_end else _MAYBE_BY_ERROR)[ratio.call])
    return _low(ratio, ratio.place.at) if ratio.call is RatioCall.LOW else _high(ratio, ratio.place.at)


def _low(ratio: Ratio, at: Rank) -> str:
    count = _most(_MORE[ratio.key](round(100 - at.percent)), at.tail)
    if ratio.key in _BODY_RATIOS:
        return tr("To lift much for one's weight is what they train for: {count}.", count=count)
    top, bottom = _parts(ratio)
    return tr(
        "Your {top} is low for your {bottom} (or your {bottom} high for your {top}): {count}.",
        top=top, bottom=bottom, count=count,
    )  # fmt: skip


def _high(ratio: Ratio, at: Rank) -> str:
    count = _most(_LESS[ratio.key](round(at.percent)), at.tail)
    top, bottom = _parts(ratio)
    if ratio.key in _BODY_RATIOS:
        return tr("Your {top} is high for your body weight: {count}.", top=top, count=count)
    return tr(
        "Your {top} is high for your {bottom} (or your {bottom} low for your {top}): {count}.",
        top=top, bottom=bottom, count=count,
    )  # fmt: skip


def _parts(ratio: Ratio) -> tuple[str, str]:
    """What stands above and below the line, inside a sentence."""
    top, bottom = ratio.key.value.split("/")
    return ptr(*_UNSAID[top]), ptr(*_UNSAID[bottom])


def _limits(ratio: Ratio) -> str:
    top, bottom = _parts(ratio)
    said = []
    if ratio.at_least and ratio.at_most:
        said.append(tr("It may be higher or lower: reps left were not said for either."))
    elif ratio.at_least:
        said.append(tr("It may be higher: reps left in the {lift} were not said.", lift=top))
    elif ratio.at_most:
        said.append(tr("It may be lower: reps left in the {lift} were not said.", lift=bottom))
    if not ratio.reliable:
        said.append(_rough())
    return " ".join(said)


def _rough() -> str:
    return tr("Rough: the formulas are trusted to {most} reps to failure.", most=int(RELIABLE_REPS))


def _most(people: str, tail: Tail) -> str:
    return tr("about {people}", people=people) if tail is Tail.WITHIN else tr("more than {people}", people=people)


def _count(rank: Rank) -> str:
    """How many of 100; at the ends only that it is beyond."""
    if rank.tail is Tail.BELOW:
        return tr("under {count}", count=5)
    if rank.tail is Tail.ABOVE:
        return tr("over {count}", count=95)
    return numerals.number(rank.percent)
