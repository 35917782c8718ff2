"""Why are my legs small? Answers and the program's own numbers become hypotheses, ranked, each with its reasons.

Owns the weighing and the ranking, and the decision whether there is anything to explain. The reasons come from
`rules` (answers) and `observed` (numbers), the words of advice from `advice`. It must not read files,
and never gives a percentage: no trustworthy share of "genes" or "training" exists for one person (SCIENCE section 6).

The rule, all of it: net = weights of what speaks for a cause minus weights of what speaks against it. An answer that
the program's own numbers contradict counts 1. Support follows from net, except that without a gap every cause but a
difference between the legs is AGAINST, whatever its net. What stands higher comes first, then the larger net,
then the order of `Cause`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from legwork.domain.causes.advice import ADVICE, NAMES
from legwork.domain.causes.evidence import Cause, Direction, Evidence, Observed
from legwork.domain.causes.observed import evidence_from_observed, observed_missing, overruled
from legwork.domain.causes.rules import evidence_from_answers, evidence_missing
from legwork.domain.questionnaire import Answers
from legwork.domain.standing import Legs
from legwork.i18n import mark, tr

MUCH, SOME = 4, 2
"""Net from which much speaks for a cause (as two clear reasons that nothing speaks against), and some (one clear
reason). Source: conventions."""


class Support(StrEnum):
    """How well a hypothesis is supported, best first."""

    STRONG = "strong"
    SOME = "some"
    LITTLE = "little"
    UNKNOWN = "unknown"
    AGAINST = "against"


@dataclass(frozen=True)
class Hypothesis:
    """One possible cause. name, advice: translated.

    evidence: for, then against, then missing; heavier first. net: weights for minus against.
    """

    key: Cause
    name: str
    support: Support
    evidence: tuple[Evidence, ...]
    advice: str

    @property
    def net(self) -> int:
        """Weights of what speaks for it, minus weights of what speaks against it."""
        return _net(self.evidence)

    def towards(self, direction: Direction) -> tuple[Evidence, ...]:
        """The evidence of one direction, heavier first."""
        return tuple(one for one in self.evidence if one.direction is direction)


@dataclass(frozen=True)
class Diagnosis:
    """All hypotheses, best first, and whether there is a gap for them to explain. sentence: translated, for the top.

    Not a diagnosis in a doctor's sense: it names what to try first.
    """

    legs: Legs
    sentence: str
    hypotheses: tuple[Hypothesis, ...]

    @property
    def explains(self) -> bool:
        """False when the legs are about in the middle or ahead: then there is nothing to explain."""
        return self.legs in (Legs.BEHIND, Legs.UNKNOWN)


SUPPORTS: dict[Support, str] = {
    Support.STRONG: mark("much speaks for it"),
    Support.SOME: mark("some speaks for it"),
    Support.LITTLE: mark("little speaks for it"),
    Support.UNKNOWN: mark("cannot be said yet"),
    Support.AGAINST: mark("more speaks against it"),
}
"""Marked for translation."""

_SENTENCES = {
    Legs.BEHIND: mark(
        "Your legs are smaller than those of most people built like you above the waist. These are the likely reasons, "
        "the best supported first."
    ),
    Legs.MIDDLE: mark(
        "Your legs are about where they are in people built like you above the waist: there is no gap to explain. "
        "Below you still find what each of your answers speaks for."
    ),
    Legs.AHEAD: mark(
        "Your legs are ahead of your upper body, compared with people built like you above the waist. There is no gap "
        "to explain; if you want more balance, it is the upper body's turn."
    ),
    Legs.UNKNOWN: mark(
        "Whether your legs are small for your build is not known yet: measure height, waist, chest, arms, thighs and "
        "calves. Until then this only weighs your answers."
    ),
}
_NO_GAP = {
    Legs.MIDDLE: mark("Your legs are about in the middle for your build, so there is no gap for this to explain."),
    Legs.AHEAD: mark("Your legs are ahead of your upper body, so there is no gap for this to explain."),
}


def in_words(support: Support) -> str:
    """The support as a person reads it: "much speaks for it"."""
    return tr(SUPPORTS[support])


def hypotheses(answers: Answers, observed: Observed) -> tuple[Hypothesis, ...]:
    """Every cause once, the best supported first; the same answers always give the same ranking.

    answers: question key to picked option keys; missing, unknown and "unsure" ones count as not answered.
    """
    legs = observed.legs
    evidence: dict[Cause, list[Evidence]] = {cause: [] for cause in Cause}
    contradicted = overruled(answers, observed)
    for cause, one in evidence_from_answers(answers):
        evidence[cause].append(replace(one, weight=1) if one.origin in contradicted else one)
    for cause, one in evidence_from_observed(answers, observed):
        evidence[cause].append(one)
    for cause, one in (*evidence_missing(answers), *observed_missing(observed)):
        evidence[cause].append(one)
    if legs in _NO_GAP:
        for cause in _of_smallness():
            evidence[cause].append(Evidence(Direction.AGAINST, 3, tr(_NO_GAP[legs]), "legs"))
    found = [_hypothesis(cause, evidence[cause], legs) for cause in Cause]
    supports, causes = tuple(Support), tuple(Cause)
    found.sort(key=lambda one: (supports.index(one.support), -one.net, causes.index(one.key)))
    return tuple(found)


def diagnose(answers: Answers, observed: Observed) -> Diagnosis:
    """The hypotheses with a sentence on top that says whether there is anything to explain. answers: as above."""
    legs = observed.legs
    return Diagnosis(legs, tr(_SENTENCES[legs]), hypotheses(answers, observed))


def _of_smallness() -> tuple[Cause, ...]:
    """The causes that a gap between legs and upper body speaks for: all but a difference between the legs."""
    return tuple(cause for cause in Cause if cause is not Cause.SIDES)


def _hypothesis(cause: Cause, evidence: list[Evidence], legs: Legs) -> Hypothesis:
    order = tuple(Direction)
    ranked = tuple(sorted(evidence, key=lambda one: (order.index(one.direction), -one.weight)))
    nothing = legs in _NO_GAP and cause in _of_smallness()
    support = Support.AGAINST if nothing else _support(ranked)
    return Hypothesis(cause, tr(NAMES[cause]), support, ranked, tr(ADVICE[cause]))


def _net(evidence: tuple[Evidence, ...]) -> int:
    signs = {Direction.FOR: 1, Direction.AGAINST: -1, Direction.MISSING: 0}
    return sum(signs[one.direction] * one.weight for one in evidence)


def _support(evidence: tuple[Evidence, ...]) -> Support:
    if all(one.direction is Direction.MISSING for one in evidence):
        return Support.UNKNOWN
    net = _net(evidence)
    if net < 0:
        return Support.AGAINST
    return Support.STRONG if net >= MUCH else Support.SOME if net >= SOME else Support.LITTLE
