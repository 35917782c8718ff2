"""A prescription as people write it on paper: "3 × 8–12 @ 2 RIR", "rest 2 min", "each side".

Owns these words. The cell syntax, which is for typing, is `domain.plan.cells`. It must not change a prescription.
"""

from __future__ import annotations

from legwork.domain.exercise import Counting, Exercise
from legwork.domain.plan.loads import number_in
from legwork.domain.plan.prescription import (
    BodyWeight,
    Effort,
    Load,
    OfMax,
    Prescription,
    SetKind,
    Target,
    Tempo,
    Weight,
    all_equal,
)
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity, UnitSystem, typed_text, unit_of
from legwork.i18n import mark, tr
from legwork.numerals import short_number

NO_BREAK = "\N{NO-BREAK SPACE}"
"""Between a number and its unit, so that no line ends there."""

BETWEEN = f"{NO_BREAK}· "
"""Stands between facts on one line; where it is too long, a line ends with the dot."""

_COUNTED = {
    Counting.TOTAL: mark("{unit}"),
    Counting.PER_HAND: mark("{unit} a hand"),
    Counting.PER_SIDE: mark("{unit} a side"),
    Counting.BODY_PLUS: mark("+ {unit}"),
    Counting.BODY_MINUS: mark("− {unit}"),
}
_KINDS = {SetKind.DROP: mark("drop sets"), SetKind.MYO: mark("myo sets")}


def sets_words(prescription: Prescription) -> str:
    """Sets and reps or seconds: "3 × 8–12", "5, 3, 1+", "3 × 30–45 s"."""
    targets = prescription.targets
    if all_equal(targets):
        return _whole(f"{len(targets)} × {target_words(targets[0])}")
    return ", ".join(target_words(one) for one in targets)


def target_words(target: Target) -> str:
    """What one set asks for: "8–12", "5+", "45 s"; "AMRAP" for as many as possible."""
    if target.more and target.low == 0:
        return tr("AMRAP")
    number = str(target.low) if target.low == target.high else f"{target.low}–{target.high}"
    number += "+" if target.more else ""
    return _whole(tr("{seconds} s", seconds=number)) if target.seconds else number


def load_words(load: Load | None, worth: str = "") -> str:
    """A load: "60 kg", "80 %", "body weight + 10 kg"; "" for none. worth: what a percentage comes to, in brackets."""
    match load:
        case Weight(quantity):
            return _amount(quantity)
        case OfMax(percent) if worth:
            return tr("{percent} (about {load})", percent=_percent(percent), load=worth)
        case OfMax(percent):
            return _percent(percent)
        case BodyWeight(Quantity() as added, True):
            return tr("body weight − {load}", load=_amount(added))
        case BodyWeight(Quantity() as added, False):
            return tr("body weight + {load}", load=_amount(added))
        case BodyWeight():
            return tr("body weight")
    return ""


def worth_words(load: Load | None, max_kg: float | None, system: UnitSystem, step_kg: float | None) -> str:
    """What a percentage comes to: "112.5 kg"; "" for other loads or while the maximum is not known.

    max_kg: the most that can be lifted once, counted as the load is. step_kg: it is rounded to whole ones of these, in
    pounds to whole fives (a convention); None: to the half.
    """
    if not isinstance(load, OfMax) or max_kg is None:
        return ""
    unit = unit_of(Kind.MASS, system)
    step = 5.0 if unit == "lb" else step_kg or 0.5
    number = number_in(max_kg * load.percent / 100, unit)
    return _whole(f"{short_number(round(number / step) * step)} {unit}")


def effort_words(effort: Effort | None) -> str:
    """An effort: "@ 2 RIR", "@ RPE 8.5"; "" for none."""
    if effort is None:
        return ""
    return _whole(f"@ RPE {short_number(effort.rpe)}" if effort.as_rpe else f"@ {short_number(effort.rir)} RIR")


def short_words(prescription: Prescription) -> str:
    """What a table of the plan says in a cell: "3×8–12 @2 60 kg"; an effort without a word is reps in reserve."""
    effort = prescription.effort
    parts = (
        sets_words(prescription).replace(f"{NO_BREAK}×{NO_BREAK}", "×"),
        "" if effort is None or effort.as_rpe else f"@{short_number(effort.rir)}",
        f"RPE{NO_BREAK}{short_number(effort.rpe)}" if effort is not None and effort.as_rpe else "",
        load_words(prescription.load).replace(tr("body weight"), tr("BW")),
        _whole(tr("each side")) if prescription.per_side else "",
    )
    return " ".join(one for one in parts if one)


def asked_words(prescription: Prescription, worth: str = "") -> str:
    """Sets, effort and load: "3 × 8–12 @ 2 RIR · 60 kg"."""
    sets = f"{sets_words(prescription)} {effort_words(prescription.effort)}".rstrip()
    load = load_words(prescription.load, worth)
    return f"{sets}{BETWEEN}{load}" if load else sets


def how_words(prescription: Prescription) -> str:
    """How it is done: "each side · warm-up sets first · tempo 3-1-X-0 · rest 2 min"; "" when nothing is said."""
    kind = _KINDS.get(prescription.kind)
    parts = (
        tr("each side") if prescription.per_side else "",
        tr(kind) if kind else "",
        tr("warm-up sets first") if prescription.ramp else "",
        tr("tempo {tempo}", tempo=_tempo(prescription.tempo)) if prescription.tempo else "",
        "" if prescription.rest_s is None else _rest(prescription.rest_s),
    )
    return BETWEEN.join(one for one in parts if one)


def load_caption(exercise: Exercise | None, system: UnitSystem) -> str:
    """What the box for the load counts: "kg", "kg a hand", "+ kg"; "" where only the body counts."""
    counting = exercise.counting if exercise else Counting.TOTAL
    wording = _COUNTED.get(counting, "")
    return tr(wording, unit=unit_of(Kind.MASS, system)) if wording else ""


def _amount(quantity: Quantity) -> str:
    return _whole(typed_text(quantity))


def _percent(percent: float) -> str:
    return _whole(tr("{percent} %", percent=short_number(percent)))


def _whole(text: str) -> str:
    """A text that is not broken into lines."""
    return text.replace(" ", NO_BREAK)


def _tempo(tempo: Tempo) -> str:
    lift = "X" if tempo.lift is None else str(tempo.lift)
    return f"{tempo.lower}-{tempo.below}-{lift}-{tempo.above}"


def _rest(seconds: int) -> str:
    minutes, left = divmod(seconds, 60)
    if not seconds:
        return tr("no rest")
    if not minutes:
        return _whole(tr("rest {seconds} s", seconds=seconds))
    return _whole(tr("rest {minutes} min", minutes=f"{minutes}:{left:02d}" if left else minutes))
