"""A limb's volume day by day: which girths of which day stand for it, and what is missing.

Owns the choice of girths so that a line never jumps because another site was measured: of each group of sites that
may serve, the one with the most days serves all of them. The frusta themselves are `domain.limb`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from legwork.domain.limb import (
    CARRIED_DAYS,
    SLOW,
    Girth,
    Length,
    Missing,
    Segment,
    Volume,
    missing_sentence,
    needed,
    segments_in,
    sites_in,
    volume,
)
from legwork.domain.sites import Side, Spot
from legwork.i18n import tr
from legwork.numerals import number
from legwork.services.spot_readings import Reading, SpotReadings

_OPTIONAL = "mid_thigh"
_MOST = 0.8
_NEWEST = 3
"""The mid-thigh refines a thigh only when it was measured on this share of the days, and on one of the newest ones;
then days without it are left out, else it is overlooked on all: both kinds lie 5 % apart (conventions)."""

ML = 1000.0


def missing(segment: Segment, lengths: Mapping[Segment, Length], spots: Iterable[Spot]) -> str:
    """What a volume of `segment` needs before it can be had, in words; empty when one side at least has all."""
    gaps: list[Missing] = []
    for side in (Side.LEFT, Side.RIGHT, Side.NONE):
        there = {spot.site: Girth(1.0, 0.0) for spot in spots if spot.side in (side, Side.NONE)}
        found = volume(segment, there, lengths)
        if isinstance(found, Volume):
            return ""
        gaps.append(found)
    return missing_sentence(min(gaps, key=lambda gap: len(gap.sites)))


def by_day(
    readings: SpotReadings, segment: Segment, side: Side, lengths: Mapping[Segment, Length]
) -> tuple[dict[int, Reading], str]:
    """Litres by day of one side, and a sentence on how they came about.

    A day counts when its living girths were measured, and the mid-thigh where it refines the thigh; sites of skin and
    bone (SLOW) may come from up to a year away.
    The error of a day is that of its own girths: what is carried and the lengths err in all days alike.
    """
    chosen = _chosen(readings, segment, side)
    if chosen is None or any(part not in lengths for part in segments_in(segment)):
        return {}, ""
    histories = {site: readings.of(Spot(site, side)) or readings.of(Spot(site)) for site in chosen}
    living = [histories[site] for site in chosen if site not in SLOW]
    days = sorted(set.intersection(*(set(history) for history in living))) if living else []
    middle = readings.of(Spot(_OPTIONAL, side)) or readings.of(Spot(_OPTIONAL))
    refined = [day for day in days if day in middle] if _OPTIONAL in sites_in(segment) else []
    if len(refined) >= _MOST * len(days) and not set(refined).isdisjoint(days[-_NEWEST:]):
        histories[_OPTIONAL], days = middle, refined
    found: dict[int, Reading] = {}
    for day in days:
        girths = _girths(histories, day)
        worked_out = volume(segment, girths, lengths)
        if isinstance(worked_out, Volume):
            found[day] = Reading(worked_out.ml / ML, worked_out.sd_ml / ML)
    return found, _note(segment, lengths) if found else ""


def _chosen(readings: SpotReadings, segment: Segment, side: Side) -> tuple[str, ...] | None:
    """The site of each group that has the most days on this side; None when a group has none, or all are unsided."""
    chosen: list[str] = []
    counts = {
        site: len(readings.of(Spot(site, side))) or len(readings.of(Spot(site)))
        for site in sites_in(segment)
        if not site.endswith("_height")
    }
    for group in needed(segment):
        best = max(group, key=lambda site: counts[site])
        if not counts[best]:
            return None
        chosen.append(best)
    if not any(readings.of(Spot(site, side)) for site in chosen):
        return None  # nothing of it is of this side: the same numbers stand there without a side
    return tuple(chosen)


def _girths(histories: Mapping[str, Mapping[int, Reading]], day: int) -> dict[str, Girth]:
    """The girths that stand for a day; those that were not measured then, and are not SLOW, are left out."""
    found: dict[str, Girth] = {}
    for site, history in histories.items():
        if day in history:
            found[site] = Girth(*history[day])
        elif site in SLOW:
            carried = _between(sorted(history), history, day)
            if carried is not None:
                found[site] = Girth(carried, 0.0)
    return found


def _between(days: Sequence[int], history: Mapping[int, Reading], day: int) -> float | None:
    """The value on the straight line between the neighbours, or the nearer end's; None from too far away."""
    place = bisect_left(days, day)
    near = [one for one in days[max(place - 1, 0) : place + 1] if abs(one - day) <= CARRIED_DAYS]
    if not near:
        return None
    if len(near) == 1:
        return history[near[0]].value
    share = (day - near[0]) / (near[1] - near[0])
    return math.fsum((history[near[0]].value * (1 - share), history[near[1]].value * share))


def _note(segment: Segment, lengths: Mapping[Segment, Length]) -> str:
    parts = segments_in(segment)
    total = math.fsum(lengths[part].cm for part in parts)
    if not any(lengths[part].estimated for part in parts):
        return tr("Whole-limb volume over your measured length of {length} cm.", length=number(total, 1))
    spread = math.fsum(lengths[part].sd_cm for part in parts)
    return tr(
        "Whole-limb volume over a length estimated from your stature, {length} ± {spread} cm: "
        "good for change, less so for its size. Enter your limb lengths for a better one.",
        length=number(total),
        spread=number(spread),
    )
