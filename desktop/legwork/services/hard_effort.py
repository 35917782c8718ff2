"""Within how many reps of failure a set counts as hard: the choice of a person.

Owns what can be chosen and how it is kept. What follows from it is counted in `domain.plan.counting` and
`domain.log.counting`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from legwork.domain.plan.counting import HARD_RIR
from legwork.i18n import ntr, tr
from legwork.services.choices import SetChoices, choices_of
from legwork.services.profile import Profile

TOPIC = "hard_rir"
"""The topic under which the choice is kept."""

HARD_RIRS = (0, 1, 2, 3, 4, 5)
"""Reps left with which a set may still count as hard, to choose from (conventions around `counting.HARD_RIR`)."""


def hard_rir_of(profile: Profile, person_id: int) -> float:
    """The reps left with which a set is still hard; HARD_RIR where nothing was chosen. Raises StoreError."""
    return hard_rir_in(choices_of(profile, person_id))


def hard_rir_in(choices: Mapping[str, Sequence[str]]) -> float:
    """The same from a person's choices; a pick that is none of HARD_RIRS is overlooked."""
    known = {str(one): float(one) for one in HARD_RIRS}
    return next((known[pick] for pick in choices.get(TOPIC, ()) if pick in known), HARD_RIR)


def choose_hard_rir(person_id: int, reps: int, today: date) -> SetChoices:
    """The edit that keeps another choice; the usual one is kept as well, so that it stays when the usual one changes.

    Raises ValueError for what cannot be chosen.
    """
    if reps not in HARD_RIRS:
        raise ValueError(f"{reps} reps left cannot be chosen")
    return SetChoices(person_id, ((TOPIC, (str(reps),)),), today, tr("Count other sets as hard"))


def effort_words(reps: float) -> str:
    """ "within 3 reps of failure"."""
    if reps < 1:
        return tr("to failure")
    return ntr("within {count} rep of failure", "within {count} reps of failure", round(reps))
