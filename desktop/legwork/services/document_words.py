"""What an export of Legwork's own holds, counted in words: said before it is taken in, and after it was written.

Owns these words; what is in such a document stands in `formats.records`.
"""

from __future__ import annotations

from collections.abc import Sequence

from legwork.formats.records import PersonRecord
from legwork.i18n import listed, ntr, tr

_MOST_NAMES = 5
"""So many people are named at most."""


def holds_words(people: Sequence[PersonRecord]) -> str:
    """ "34 check-ins, 167 workouts and 1 plan", of all people together; "" for nothing."""
    found = (
        (sum(len(one.check_ins) for one in people), "{count} check-in", "{count} check-ins"),
        (sum(len(one.workouts) for one in people), "{count} workout", "{count} workouts"),
        (sum(len(one.plans) for one in people), "{count} plan", "{count} plans"),
        (sum(len(one.food) for one in people), "food of {count} day", "food of {count} days"),
        (sum(len(one.goals) for one in people), "{count} goal", "{count} goals"),
    )
    return listed([ntr(one, many, count) for count, one, many in found if count])


def document_words(people: Sequence[PersonRecord]) -> str:
    """Whose it is and what it holds: "A Legwork export of Ann: 34 check-ins and 167 workouts."."""
    names = [one.name for one in people[:_MOST_NAMES]]
    if more := len(people) - len(names):
        names.append(ntr("{count} more", "{count} more", more))
    whose, what = listed(names) if names else tr("nobody"), holds_words(people)
    if not what:
        return tr("A Legwork export of {names}: nothing is written down in it yet.", names=whose)
    return tr("A Legwork export of {names}: {what}.", names=whose, what=what)


def written_words(people: Sequence[PersonRecord]) -> str:
    """What of everything was written: "2 people, 34 check-ins and 167 workouts"."""
    parts = [ntr("{count} person", "{count} people", len(people))] if len(people) != 1 else []
    if what := holds_words(people):
        parts.append(what)
    return ": ".join(parts) or tr("Nothing but settings")
