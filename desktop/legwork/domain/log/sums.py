"""What logged work adds up to: by day, week or block, for each muscle and region, and the sets behind every number.

Owns the adding up, and handing a week over as the plan counts one. What a set counts for is said by `counting`; what
is enough by the checks of a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from legwork.domain.log.counting import Counted
from legwork.domain.plan.counting import LEG_DAY_SETS, Lookup, MuscleSets, WeekCount
from legwork.domain.plan.model import Session, Weekday
from legwork.domain.sites import Region

if TYPE_CHECKING:
    from legwork.domain.log.columns import Flags, Floats, Ints


@dataclass(frozen=True, eq=False)
class Sums:
    """The sums of periods, one after the other. starts: the ordinal of the first day of each; shapes (periods,
    exercises) by the places of the exercises in the columns.

    sets: all working sets. hard: hard ones. tonnage_kg: where it is known. unknown: working sets left out of it.
    """

    counted: Counted
    starts: tuple[int, ...]
    sets: Floats
    hard: Floats
    tonnage_kg: Floats
    unknown: Floats

    def muscle(self, muscle: str) -> tuple[Floats, Floats]:
        """The hard sets of a muscle in each period, direct and indirect, shape (periods,) each.

        Source: direct sets count 1 and indirect ones their share (Pelland et al. 2024), as in `plan.counting`.
        """
        import numpy as np

        shares = self.counted.lookup.shares
        part = np.array(
            [shares.get(key, {}).get(muscle, 0.0) for key in self.counted.columns.exercises], dtype=np.float64
        )
        return self.hard @ np.where(part >= 1, part, 0.0), self.hard @ np.where(part >= 1, 0.0, part)

    def region_sets(self, region: Region) -> Floats:
        """The hard sets of the exercises of a region in each period, shape (periods,)."""
        return self.hard @ self._of(region)

    def region_tonnage_kg(self, region: Region) -> Floats:
        """The tonnage of the exercises of a region in each period, shape (periods,)."""
        return self.tonnage_kg @ self._of(region)

    def muscles(self) -> tuple[str, ...]:
        """The muscles of which there is a hard set, in the order of the alphabet."""
        shares, done = self.counted.lookup.shares, self.hard.sum(axis=0) > 0
        keys = (key for key, any_hard in zip(self.counted.columns.exercises, done, strict=True) if any_hard)
        return tuple(sorted({muscle for key in keys for muscle in shares.get(key, {})}))

    def _of(self, region: Region) -> Floats:
        import numpy as np

        regions = self.counted.lookup.regions
        return np.array([regions.get(key) is region for key in self.counted.columns.exercises], dtype=np.float64)


def sums_of(counted: Counted, starts: Sequence[int], end: int | None = None) -> Sums:
    """The sums of periods. starts: ordinals of their first days, rising; a period ends where the next begins, the last
    before `end` or never. Sets before the first count nowhere. Raises ValueError when they do not rise."""
    import numpy as np

    if any(after <= before for before, after in pairwise(starts)):
        raise ValueError("periods follow one after the other")
    columns = counted.columns
    period = np.searchsorted(np.array(starts, dtype=np.int64), columns.day, "right") - 1
    within = period >= 0
    if end is not None:
        within &= columns.day < end
    width = len(columns.exercises)
    cell = (period * width + columns.exercise)[within]

    def added(values: Floats) -> Floats:
        found = np.zeros(len(starts) * width)
        if len(cell):
            found += np.bincount(cell, values[within], len(found))
        return found.reshape(len(starts), width)

    unknown = np.isnan(counted.tonnage_kg)
    return Sums(
        counted,
        tuple(starts),
        added(counted.sets),
        added(counted.hard),
        added(np.where(unknown, 0.0, counted.tonnage_kg)),
        added(np.where(unknown, counted.sets, 0.0)),
    )


def week_starts(first: date, last: date) -> tuple[int, ...]:
    """The ordinals of all Mondays from the week of `first` to that of `last`; weeks without work are among them."""
    begin = first.toordinal() - first.weekday()
    return tuple(range(begin, last.toordinal() + 1, 7))


def weekly(counted: Counted, last: date | None = None) -> Sums:
    """The sums of every week from the first set to the last one, or to the week of `last`."""
    days = counted.columns.day
    if not len(days):
        return sums_of(counted, ())
    first, newest = date.fromordinal(int(days.min())), date.fromordinal(int(days.max()))
    return sums_of(counted, week_starts(first, newest if last is None else max(last, newest)))


def daily(counted: Counted) -> Sums:
    """The sums of every day on which something was done; between two of them nothing was."""
    days = sorted(set(counted.columns.day.tolist()))
    return sums_of(counted, days)


def week_count(
    counted: Counted,
    first: date,
    titles: Mapping[int, str] | None = None,
    minutes: Mapping[int, float] | None = None,
    days: int = 7,
) -> WeekCount:
    """The seven days from `first` on, or so many, as the plan counts a week, so that both stand side by side.

    Its id is the ordinal of the day; leg sessions and minutes go by the ids of the workouts. titles, minutes: by
    workout, what is not there is unnamed and has no minutes. Leg sessions are those with leg work on a leg day, as
    `leg_days` has it. Source: `plan.counting`.
    """
    begin = first.toordinal()
    end = begin + days
    sums = sums_of(counted, (begin,), end)
    columns, lookup = counted.columns, counted.lookup
    found = WeekCount(begin)
    for place, key in enumerate(columns.exercises):
        hard = float(sums.hard[0, place])
        _add_shares(found, key, hard, lookup.shares.get(key, {}))
        if hard and (pattern := lookup.patterns.get(key)) is not None:
            found.pattern_sets[pattern] = found.pattern_sets.get(pattern, 0.0) + hard
        region = lookup.regions.get(key)
        if region is None or not sums.sets[0, place]:
            continue
        found.region_sets[region] = found.region_sets.get(region, 0.0) + hard
        found.unknown_loads += round(float(sums.unknown[0, place]))
        if tonnage := float(sums.tonnage_kg[0, place]):
            found.tonnage_kg[region] = found.tonnage_kg.get(region, 0.0) + tonnage
    _add_legs(found, counted, begin, end, titles or {})
    inside = (columns.day >= begin) & (columns.day < end)
    for workout in dict.fromkeys(columns.workout_id[inside].tolist()):
        if minutes and workout in minutes:
            found.session_minutes[workout] = minutes[workout]
    return found


MAINTENANCE_SHARE, MAINTENANCE_WEEKS, MAINTENANCE_YEAR = 1 / 3, 8, 52
"""What holds size, as a share of the mean of the best so many weeks in a row, out of the last so many.
Source: a third of the volume held size for 32 weeks (Bickel 2011, SCIENCE section 6); the weeks are conventions."""


def maintenance_sets(weekly_sets: Sequence[float]) -> float | None:
    """The weekly sets that should hold what was built: the maintenance line of a chart.

    weekly_sets: of consecutive weeks, the newest last. None with fewer than MAINTENANCE_WEEKS, or when nothing was
    done. Source: MAINTENANCE_SHARE.
    """
    newest = list(weekly_sets)[-MAINTENANCE_YEAR:]
    means = [
        sum(newest[place : place + MAINTENANCE_WEEKS]) / MAINTENANCE_WEEKS
        for place in range(len(newest) - MAINTENANCE_WEEKS + 1)
    ]
    best = max(means, default=0.0)
    return MAINTENANCE_SHARE * best if best > 0 else None


class What(StrEnum):
    """Which number of the log is meant."""

    HARD = "hard"
    SETS = "sets"
    TONNAGE = "tonnage"
    UNKNOWN = "unknown"
    LEG_DAYS = "leg_days"


def rows_behind(
    counted: Counted,
    what: What,
    first: date,
    last: date,
    muscle: str | tuple[str, ...] | None = None,
    region: Region | None = None,
    exercises: Iterable[str] | None = None,
    direct: bool | None = None,
    mondays: Iterable[date] | None = None,
) -> tuple[Ints, Floats]:
    """The rows behind a number of the days `first` to `last` and what each brings to it, shape (found,) each, in their
    order; none brings nothing, and together they bring just that number.

    muscle, region, exercises: only what counts there; None: everywhere. A muscle's share counts for hard sets and sets
    (direct and indirect together, or only one of them), not for tonnage; of several muscles the largest share. Of leg
    days, the set brings one that makes its day a leg day, as `leg_days` has it. mondays: of the weeks that count; None:
    all of these days.
    """
    import numpy as np

    columns = counted.columns
    unknown = np.isnan(counted.tonnage_kg)
    if what is What.LEG_DAYS:
        values = np.zeros(len(columns))
        values[_leg_day_rows(counted)] = 1.0
    else:
        values = {
            What.HARD: counted.hard,
            What.SETS: counted.sets,
            What.TONNAGE: np.where(unknown, 0.0, counted.tonnage_kg),
            What.UNKNOWN: np.where(unknown, counted.sets, 0.0),
        }[what]
    part = _parts(counted, what in (What.HARD, What.SETS), muscle, region, exercises, direct)
    brought = values * part[columns.exercise] if len(columns) else values
    asked: Flags = (columns.day >= first.toordinal()) & (columns.day <= last.toordinal())
    if mondays is not None:
        week = columns.day - (columns.day - 1) % 7  # day 1 was a Monday
        asked &= np.isin(week, [one.toordinal() for one in mondays])
    rows = np.flatnonzero(asked & (brought != 0))
    return rows, brought[rows]


def share_of(lookup: Lookup, exercise: str, muscle: str | tuple[str, ...]) -> float:
    """The share of an exercise's sets that counts for a muscle, or the largest for one of several."""
    shares = lookup.shares.get(exercise, {})
    return max((shares.get(one, 0.0) for one in ((muscle,) if isinstance(muscle, str) else muscle)), default=0.0)


def _parts(
    counted: Counted,
    shared: bool,
    muscle: str | tuple[str, ...] | None,
    region: Region | None,
    exercises: Iterable[str] | None,
    direct: bool | None,
) -> Floats:
    """By exercise, what part of its sets counts. shared: whether a muscle's share does, else all of it."""
    import numpy as np

    lookup = counted.lookup
    wanted = None if exercises is None else frozenset(exercises)
    part = []
    for key in counted.columns.exercises:
        share = 1.0 if muscle is None else share_of(lookup, key, muscle)
        if (region is not None and lookup.regions.get(key) is not region) or (wanted is not None and key not in wanted):
            share = 0.0
        if direct is not None and (share >= 1) is not direct:
            share = 0.0
        part.append(share if shared or not share else 1.0)
    return np.array(part, dtype=np.float64)


def leg_days(counted: Counted, first: date, last: date) -> int:
    """Leg days from `first` to `last`: those with LEG_DAY_SETS hard sets of lower-body exercises, in however many
    workouts, because legs rest by days.

    A planned session is a leg day by its own sets (`plan.counting`): it may have no day, or be moved to another.
    Source: LEG_DAY_SETS (a convention).
    """
    days = counted.columns.day[_leg_day_rows(counted)]
    return int(((days >= first.toordinal()) & (days <= last.toordinal())).sum())


def leg_dates(counted: Counted) -> frozenset[date]:
    """The days that `leg_days` counts, all of them."""
    return frozenset(date.fromordinal(int(day)) for day in counted.columns.day[_leg_day_rows(counted)])


def _leg_day_rows(counted: Counted) -> Ints:
    """The rows that make their day a leg day, one for each such day, by day."""
    import numpy as np

    day = counted.columns.day
    order = np.argsort(day, kind="stable")
    hard = np.where(_lower(counted), counted.hard, 0.0)[order]
    _, begins, lengths = np.unique(day[order], return_index=True, return_counts=True)
    so_far = np.cumsum(hard)  # halves and wholes: exact
    before = (so_far - hard)[begins]
    enough = np.flatnonzero(so_far - np.repeat(before, lengths) >= LEG_DAY_SETS)
    _, first = np.unique(day[order][enough], return_index=True)
    rows: Ints = order[enough[first]]
    return rows


def _lower(counted: Counted) -> Flags:
    """Whether each row is of a lower-body exercise, shape (n,)."""
    import numpy as np

    regions, columns = counted.lookup.regions, counted.columns
    lower = np.array([regions.get(key) is Region.LOWER for key in columns.exercises], dtype=np.bool_)
    return lower[columns.exercise]


def _add_shares(found: WeekCount, key: str, hard: float, shares: Mapping[str, float]) -> None:
    if not hard:
        return
    for muscle, share in shares.items():
        sets = found.muscles.setdefault(muscle, MuscleSets())
        if share >= 1:
            sets.direct += hard * share
        else:
            sets.indirect += hard * share
        sets.sources[key] = sets.sources.get(key, 0.0) + hard * share


def _add_legs(found: WeekCount, counted: Counted, begin: int, end: int, titles: Mapping[int, str]) -> None:
    """Sets of 6 to 12 reps, and the workouts with leg work on leg days."""
    import numpy as np

    columns = counted.columns
    inside: Flags = (columns.day >= begin) & (columns.day < end) & _lower(counted)
    usual = (columns.reps >= 6) & (columns.reps <= 12)
    found.leg_sets_6_to_12 = float(counted.hard[inside & usual].sum())
    legs = inside & (counted.hard > 0) & np.isin(columns.day, columns.day[_leg_day_rows(counted)])
    day_of = dict(zip(columns.workout_id[legs].tolist(), columns.day[legs].tolist(), strict=True))
    found.leg_sessions = tuple(
        Session(workout, titles.get(workout, ""), Weekday(date.fromordinal(day).weekday()))
        for workout, day in day_of.items()
    )
