"""What a balance cannot be told without, in words.

Owns these sentences; what is needed is decided in `domain.balance`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from legwork.domain.balance import Lack, lacks_of
from legwork.domain.sites import Spot
from legwork.i18n import listed, tr
from legwork.services.body_girths import height_of
from legwork.services.people import Person


def missing(person: Person, spots: Iterable[Spot]) -> str:
    """What the index still needs, in a sentence; empty when it can be had."""
    if person.sex is None:
        return tr("Needs to know whether to compare with men or women: choose under People.")
    return lack_sentence(lacks_of({spot.site for spot in spots}, height_of(person) is not None))


def lack_sentence(lacks: Collection[Lack]) -> str:
    """What is needed, named; empty for none."""
    named = {
        Lack.STATURE: tr("your height (under People)"),
        Lack.WAIST: tr("your waist"),
        Lack.UPPER: tr("your chest, shoulders or flexed arm"),
        Lack.LEGS: tr("your upper thigh, lower thigh or calf"),
    }
    parts = [named[lack] for lack in lacks]
    return tr("Needs {what}.", what=listed(parts)) if parts else ""
