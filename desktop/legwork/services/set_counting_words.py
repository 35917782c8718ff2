"""How one logged set is counted, in words: "2 hands × 12 × 24 kg = 576 kg", "indirect, counts 0.5".

Owns these words. What a set is counted from is `domain.log.set_facts`.
"""

from __future__ import annotations

from legwork.domain.log.set_facts import SetFacts
from legwork.domain.log.sums import What
from legwork.domain.plan.loads import number_in
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem, unit_of
from legwork.i18n import ntr, tr
from legwork.numerals import short_number
from legwork.services.set_words import NO_BREAK


def counting_words(facts: SetFacts, what: What, units: UnitSystem) -> str:
    """How a set is counted."""
    if what is What.TONNAGE:
        return _tonnage(facts, units)
    if what is What.UNKNOWN:
        return _unknown(facts)
    if what is What.LEG_DAYS:
        return tr("with this set it is a leg day")
    return _sets(facts, hard=what is What.HARD)


def exact_load(kg: float, units: UnitSystem) -> str:
    """A load in the person's unit, to two decimals: "62.5 kg"."""
    unit = unit_of(Kind.MASS, units)
    return f"{short_number(number_in(kg, unit))}{NO_BREAK}{unit}"


def _tonnage(facts: SetFacts, units: UnitSystem) -> str:
    parts = []
    if facts.sides > 1:
        parts.append(tr("2 sides"))
    if facts.hands > 1:
        parts.append(tr("2 hands") if facts.in_hands else tr("2 sides"))
    parts += [short_number(facts.reps or 0), _moved(facts, units)]
    return tr("{product} = {result}", product=" × ".join(parts), result=exact_load(facts.brings, units))


def _moved(facts: SetFacts, units: UnitSystem) -> str:
    if not facts.body:
        return exact_load(facts.load_kg or 0.0, units)
    body = tr("body weight {load}", load=exact_load(facts.body_kg or 0.0, units))
    if facts.body != 1:
        body = f"{body} × {short_number(facts.body)}"
    if facts.load_kg:
        sign = "+" if facts.load_kg > 0 else "−"
        return f"({body} {sign} {exact_load(abs(facts.load_kg), units)})"
    return f"({body})" if facts.body != 1 else body


def _unknown(facts: SetFacts) -> str:
    if facts.reps is None:
        return tr("held for a time: it has no tonnage")
    if facts.load_kg is None and not facts.alone:
        return tr("no help was noted") if facts.body else tr("no load was noted")
    return tr("body weight is not known: enter it in a check-in")


def _sets(facts: SetFacts, *, hard: bool) -> str:
    parts = []
    if facts.share is not None:
        if facts.share >= 1:
            parts.append(tr("direct"))
        else:
            parts.append(tr("indirect, counts {share}", share=short_number(facts.share)))
    if facts.pair:
        # Together they are one set; where only one of them is hard, it stands for both.
        half = facts.brings < (1 if facts.share is None else facts.share)
        parts.append(tr("one side of a pair, half a set") if half else tr("for both sides"))
    if facts.tails:
        parts.append(
            ntr("one set with the {count} that follows it", "one set with the {count} that follow it", facts.tails)
        )
    if hard:
        parts.append(_effort(facts))
    return "; ".join(parts) if parts else tr("one set")


def _effort(facts: SetFacts) -> str:
    if facts.rir is None:
        return tr("reps left not noted, counts as hard")
    if facts.rir == 0:
        return tr("to failure")
    if facts.rir == 1:
        return tr("1 rep left")
    return tr("{reps} reps left", reps=short_number(facts.rir))
