"""What an import did, in one sentence of one form, whatever came in: "12 workouts and 240 sets brought in from a.csv."

Owns these sentences. What an import would do is said before it, by `importing` and `training_words`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from legwork.i18n import listed, ntr, tr
from legwork.services.edit import Changes
from legwork.services.importing import Plan
from legwork.services.training_import import TrainingPlan
from legwork.services.training_words import sets_words

_MOST_TOLD = 4
"""Of so many files each is told at the end; of more only how many, and why some could not be taken in."""


class Fate(StrEnum):
    """What became of one of several files."""

    IN = "in"
    SAME = "same"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True)
class Ended:
    """How one of several files ended. said: a sentence about it, "" where there is none to say."""

    fate: Fate
    said: str = ""


def brought_in(file_name: str, new: Sequence[str], corrected: Sequence[str] = ()) -> str:
    """What came in from a file and what was corrected by it, each as a count with its noun."""
    if new and corrected:
        return tr("{what} brought in and {other} corrected from {file}.", what=listed(new), other=listed(corrected),
                  file=file_name)  # fmt: skip
    if corrected:
        return tr("{what} corrected from {file}.", what=listed(corrected), file=file_name)
    return tr("{what} brought in from {file}.", what=listed(new), file=file_name)


def training_done(file_name: str, plan: TrainingPlan) -> str:
    """Of a log of workouts: "2 workouts and 4 sets brought in from strong.csv."."""
    new = []
    if plan.new:
        new = [ntr("{count} workout", "{count} workouts", len(plan.new)), sets_words(plan.new_sets)]
    corrected = [ntr("{count} workout", "{count} workouts", len(plan.corrected))] if plan.corrected else []
    return brought_in(file_name, new, corrected)


def measured_done(file_name: str, plan: Plan) -> str:
    """Of measurements and food: "14 readings on 3 days brought in from body.csv."."""
    food = plan.food
    new, corrected = [], []
    if plan.new:
        readings = ntr("{count} reading", "{count} readings", plan.new)
        new.append(readings if plan.corrected else _on_days(readings, len(plan.days)))
    if food.new:
        amounts = _amounts(food.new)
        new.append(amounts if food.corrected else _on_days(amounts, len(food.days)))
    if plan.corrected:
        corrected.append(ntr("{count} reading", "{count} readings", plan.corrected))
    if food.corrected:
        corrected.append(_amounts(food.corrected))
    return brought_in(file_name, new, corrected)


def several_done(ended: Sequence[Ended]) -> str:
    """After several files: "3 files: 2 brought in, 1 could not be taken in. rand.csv: Legwork does not know …"."""
    words = (
        (Fate.IN, "{count} brought in", "{count} brought in"),
        (Fate.SAME, "{count} here already", "{count} here already"),
        (Fate.SKIPPED, "{count} skipped", "{count} skipped"),
        (Fate.REFUSED, "{count} could not be taken in", "{count} could not be taken in"),
    )
    counts = [(sum(one.fate is fate for one in ended), one, many) for fate, one, many in words]
    files = ntr("{count} file", "{count} files", len(ended))
    what = ", ".join(ntr(one, many, count) for count, one, many in counts if count)
    told = [one for one in ended if one.said and (one.fate is Fate.REFUSED or len(ended) <= _MOST_TOLD)]
    sentences = [tr("{files}: {what}.", files=files, what=what), *(one.said for one in told[:_MOST_TOLD])]
    if (more := len(told) - _MOST_TOLD) > 0:
        sentences.append(ntr("And {count} more.", "And {count} more.", more))
    if counts[0][0] > 1:
        sentences.append(tr("Undo takes them back one by one, the last one first."))
    return " ".join(sentences)


def document_done(file_name: str, changes: Changes) -> str:
    """Of an export of Legwork's own: "1 person and 34 check-ins brought in from legwork.json."."""
    found = [
        ntr(one, many, len(ids))
        for ids, one, many in (
            (changes.rows.get("person"), "{count} person", "{count} people"),
            (changes.check_ins, "{count} check-in", "{count} check-ins"),
            (changes.workouts, "{count} workout", "{count} workouts"),
            (changes.plans, "{count} plan", "{count} plans"),
        )
        if ids
    ]
    if not found:
        return tr("What was missing here was brought in from {file}.", file=file_name)
    return brought_in(file_name, found)


def _on_days(what: str, days: int) -> str:
    return tr("{what} on {days}", what=what, days=ntr("{count} day", "{count} days", days))


def _amounts(count: int) -> str:
    return ntr("{count} amount of food and drink", "{count} amounts of food and drink", count)
