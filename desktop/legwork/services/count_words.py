"""The sentences beside the numbers of a period: where they come from, what was planned and wanted, what is left out.

Owns these words. The numbers are `train_count`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legwork.domain.log.sums import What
from legwork.domain.plan.counting import LEG_DAY_SETS, MuscleSets
from legwork.domain.units import UnitSystem
from legwork.i18n import listed, mark, ntr, tr
from legwork.services.set_words import hard_set_words, sets_number
from legwork.services.sets_behind import number_words

_THIRD = mark("a third of your best eight weeks in a row of the last year")

_NAMED = 3
"""So many exercises are named at most."""


def region_hint(
    name: str, what: What, value: float, planned: float | None, holds: float | None, units: UnitSystem
) -> str:
    """A region in lines: done, planned, and what holds. None: left out."""
    lines = [tr("{region}: {number}.", region=name, number=number_words(what, value, units))]
    if planned is not None:
        lines.append(tr("Planned: {number}.", number=number_words(what, planned, units)))
    if holds is not None:
        rounded = holds if what is What.TONNAGE else round(holds, 1)
        lines.append(
            tr("About {number} hold what is there: {why}.", number=number_words(what, rounded, units), why=tr(_THIRD))
        )
    return "\n".join(lines)


def muscle_hint(
    name: str,
    sets: MuscleSets,
    planned: float | None,
    band: tuple[float, float] | None,
    holds: float | None,
    own: bool,
    sources: Iterable[str],
) -> str:
    """A muscle in lines: done, planned, what holds and what is wanted (None: left out), and from which exercises.

    own: whether what holds is by the person's own log."""
    lines = [
        tr("{muscle}: {number}, {direct} direct and {indirect} indirect.", muscle=name,
           number=hard_set_words(sets.total), direct=sets_number(sets.direct), indirect=sets_number(sets.indirect))
    ]  # fmt: skip
    if planned is not None:
        lines.append(tr("Planned: {number}.", number=hard_set_words(planned)))
    if holds is not None:
        said = sets_number(round(holds, 1))
        lines.append(
            tr("From {sets} it holds what is there: {why}.", sets=said, why=tr(_THIRD))
            if own
            else tr("From {sets} it holds what is there, by convention.", sets=said)
        )
    if band is not None:
        lines.append(tr("Wanted: {low} to {high}.", low=sets_number(band[0]), high=hard_set_words(band[1])))
    return "\n".join([*lines, *sources])


def unknown_text(sets: int) -> str:
    """What stands behind "3 sets" that are in no tonnage; "" for none."""
    if not sets:
        return ""
    return ntr(
        "is not in the tonnage: its load is not known, or it was held for a time.",
        "are not in the tonnage: their load is not known, or they were held for a time.",
        sets,
    )  # fmt: skip


def nameless_text(sets: float, names: Sequence[str]) -> str:
    """What stands behind "2 sets" of exercises that count for no muscle. names: of these."""
    said = listed([one[:40] for one in names[:_NAMED]])
    if len(names) > _NAMED:
        said = tr("{names} and others", names=", ".join(one[:40] for one in names[:_NAMED]))
    return ntr(
        "counts for no muscle: nobody said what {names} trains.",
        "count for no muscle: nobody said what {names} trains.",
        1 if sets == 1 else 2, names=said,
    )  # fmt: skip


def unplanned_text(sets: int) -> str:
    """That planned sets have no load either; "" for none."""
    if not sets:
        return ""
    return ntr(
        "{count} planned set has no known load and is not in the planned tonnage.",
        "{count} planned sets have no known load and are not in the planned tonnage.",
        sets,
    )  # fmt: skip


def leg_days_hint() -> str:
    """What makes a day a leg day."""
    return tr(
        "A day with {sets} or more hard sets of lower-body exercises is a leg day (a convention).",
        sets=sets_number(LEG_DAY_SETS),
    )


def leg_days_text(planned: int | None, wanted: tuple[int, int] | None) -> str:
    """How many leg days were planned, and how many a week are wanted; None: nobody knows."""
    parts = [] if planned is None else [tr("{count} planned", count=planned)]
    if wanted is not None:
        low, high = wanted
        days = str(low) if low == high else tr("{low} to {high}", low=low, high=high)
        parts.append(tr("{days} a week wanted", days=days))
    return " · ".join(parts)
