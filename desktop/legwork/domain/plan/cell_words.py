"""A cell of the plan in words, for a screen reader and for whoever rests the mouse on it.

Owns the sentence. It must not read or write the cell syntax (that is `cells`).
"""

from __future__ import annotations

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
from legwork.domain.plan.rules import Day, Double, Each, Fixed, Linear, RepsSum, Rule, Step, Undulating, Wave
from legwork.domain.units import typed_text
from legwork.i18n import mark, ntr, tr
from legwork.numerals import short_number

_KINDS = {SetKind.DROP: mark("drop sets"), SetKind.MYO: mark("activation set with mini-sets")}

_DAYS = {Day.HEAVY: mark("heavy"), Day.MEDIUM: mark("medium"), Day.LIGHT: mark("light")}


def cell_words(prescription: Prescription) -> str:
    """A prescription in words, without its note: "3 sets of 8 to 12 reps, 60 kg, 2 reps left, rest 2 min"."""
    targets = prescription.targets
    if all_equal(targets):
        first = ntr(
            "{count} set of {target}", "{count} sets of {target}", len(targets), target=_target_words(targets[0])
        )
    else:
        first = ntr(
            "{count} set: {targets}", "{count} sets: {targets}", len(targets),
            targets=", ".join(_target_words(one) for one in targets),
        )  # fmt: skip
    parts = [
        first,
        tr("each side") if prescription.per_side else "",
        _load_words(prescription.load),
        _effort_words(prescription.effort),
        tr(_KINDS[prescription.kind]) if prescription.kind in _KINDS else "",
        tr("after warm-up sets") if prescription.ramp else "",
        _tempo_words(prescription.tempo),
        _rest_words(prescription.rest_s),
    ]
    return ", ".join(part for part in parts if part)


def rule_words(rule: Rule) -> str:
    """A rule in words: "each week 2.5 kg more". "" for one that changes nothing."""
    match rule:
        case Fixed():
            return ""
        case Linear(step, Each.SESSION):
            return tr("each session {step} more", step=_step_words(step))
        case Linear(step):
            return tr("each week {step} more", step=_step_words(step))
        case Double(low, high, step):
            return tr("from {low} reps up to {high}, then {step} more", low=low, high=high, step=_step_words(step))
        case RepsSum(total, step):
            return tr("when the sets reach {total} reps together, {step} more", total=total, step=_step_words(step))
        case Undulating(days, step):
            named = ", ".join(tr(_DAYS[one]) for one in days)
            return tr("days in turns {days}; each week {step} more", days=named, step=_step_words(step))
        case Wave(percents):
            return tr("week after week {percents} %", percents=", ".join(short_number(one) for one in percents))


def _target_words(target: Target) -> str:
    if target.more and not target.low:
        return tr("as many reps as possible")
    if target.seconds:
        if target.low == target.high:
            text = ntr("{count} second", "{count} seconds", target.low)
        else:
            text = tr("{low} to {high} seconds", low=target.low, high=target.high)
    elif target.low == target.high:
        text = ntr("{count} rep", "{count} reps", target.low)
    else:
        text = tr("{low} to {high} reps", low=target.low, high=target.high)
    return tr("{target} or more", target=text) if target.more else text


def _load_words(load: Load | None) -> str:
    match load:
        case None:
            return ""
        case OfMax(percent):
            return tr("{percent} % of the most for one rep", percent=short_number(percent))
        case BodyWeight(None):
            return tr("body weight")
        case BodyWeight(added, assisted) if added is not None:
            weight = typed_text(added)
            if assisted:
                return tr("body weight less {weight} of help", weight=weight)
            return tr("body weight and {weight}", weight=weight)
    return typed_text(load.quantity) if isinstance(load, Weight) else ""


def _effort_words(effort: Effort | None) -> str:
    if effort is None:
        return ""
    if effort.as_rpe:
        return tr("effort {rpe} of 10", rpe=short_number(effort.rpe))
    return tr("1 rep left") if effort.rir == 1 else tr("{reps} reps left", reps=short_number(effort.rir))


def _tempo_words(tempo: Tempo | None) -> str:
    if tempo is None:
        return ""
    lift = tr("as fast as possible") if tempo.lift is None else tr("{seconds} s", seconds=tempo.lift)
    return tr(
        "down {lower} s, pause {below} s, up {lift}, pause {above} s",
        lower=tempo.lower, below=tempo.below, lift=lift, above=tempo.above,
    )  # fmt: skip


def _rest_words(rest_s: int | None) -> str:
    if rest_s is None:
        return ""
    minutes, seconds = divmod(rest_s, 60)
    if not minutes:
        return tr("rest {seconds} s", seconds=seconds)
    if not seconds:
        return tr("rest {minutes} min", minutes=minutes)
    return tr("rest {minutes}:{seconds} min", minutes=minutes, seconds=f"{seconds:02}")


def _step_words(step: Step) -> str:
    return tr("{amount} {unit}", amount=short_number(step.amount), unit=step.unit)
