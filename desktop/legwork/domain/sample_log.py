"""The invented lifter's training: two years of workouts that fit the check-ins and the plan.

Owns making them up. It must not write them anywhere, and nothing may be concluded from them.

Source: invented. Reps come from a made-up one-rep maximum by Epley's formula (SCIENCE section 5), so that the
estimates from the log lie where the sets of `sample.LIFTS` do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.plan.model import Entry, Plan, Weekday, weeks_of
from legwork.domain.plan.prescription import Weight, load_of
from legwork.domain.sample import HOLIDAY_EVERY, HOLIDAY_FIRST
from legwork.domain.sample_routine import BODY_KG, BY_BODY_PART, PLANNED, UPPER_LOWER, Day, Line
from legwork.domain.sites import Side
from legwork.i18n import mark, tr

if TYPE_CHECKING:
    from random import Random

PLAN_WEEKS = 4
"""The last so many weeks are those of the plan; of the last one, the current, the first session is done."""

MISSED, MOVED = (1, 1), (2, 2)
"""Week and session of the plan, from 0: one that was left out, and one that was done a day late."""

_HOLIDAY_WEEKS, _COLD, _EASY_EVERY = 2, 25, 12
"""Weeks away; the week of illness, and how often an easy week comes, counted from the change of programme."""

_EPLEY = 30.0
_WARM_UPS = ((0.5, 8), (0.75, 4))
"""Shares of the load, with reps."""
_EASY_SETS, _EASY_LOAD, _EASY_LEFT = 0.5, 0.9, 3.0
"""Of an easy week: shares of the sets and of the load, and reps left beyond the usual."""
_LEFT_LEG, _DROP = 0.94, 0.7
"""The left leg's share of the right one's strength, and a drop set's of the load before."""
_NO_RIR, _FAILS, _FELT, _NO_MINUTES, _NOTED, _REMARKED = 0.15, 0.2, 0.6, 0.05, 0.07, 0.02
"""How often: exercises without a word on reps left, last sets to failure, answers, and so on."""

_NOTES = (
    mark("Slept badly, but it went well"),
    mark("The gym was crowded"),
    mark("Short of time"),
    mark("Everything felt light today"),
)
_REMARKS = (
    mark("The grip gave out first"),
    mark("Slow on the way down"),
    mark("A little deeper than last time"),
    mark("With a pause below"),
)
_AFTER_HOLIDAY, _AFTER_COLD = mark("Back from holiday, taking it easy"), mark("Back after a cold, taking it easy")


class _Form(NamedTuple):
    """How a day goes. share: of the usual strength. way: through the time, 0 to 1. easy: a deload. note: of the day."""

    share: float
    way: float
    easy: bool = False
    note: str = ""


def sample_log(until: date, weeks: int, plan: Plan) -> tuple[Workout, ...]:
    """The workouts of the weeks that end with the one of `until`, oldest first; none lies after that day.

    weeks: as of `sample_history`, with which it shares the change of programme and the holidays. plan: as it is
    stored, so that the newest workouts name its sessions and entries; its first week is PLAN_WEEKS - 1 weeks before
    the one of `until`. Ids are counted from 1. The same arguments give the same workouts. Source: invented.
    """
    from random import Random

    monday = until - timedelta(days=until.weekday())
    start, free = weeks // 3, weeks - PLAN_WEEKS
    found: list[Workout] = []
    for week in range(weeks):
        chance = Random(f"sample log {week - weeks}")
        first = monday - timedelta(weeks=weeks - 1 - week)
        if week >= free:
            made = _planned_week(chance, plan, week - free, first, until)
        elif (form := _form(chance, week, start, free)) is None:
            continue
        else:
            made = _free_week(chance, BY_BODY_PART if week < start else UPPER_LOWER, form, first)
        found.extend(made)
    return tuple(
        Workout(number, one.day, one.start, None, one.minutes, one.title, one.exercises, one.note, one.session_id)
        for number, one in enumerate(found, start=1)
    )


def _form(chance: Random, week: int, start: int, end: int) -> _Form | None:
    """How a week before the plan goes; None when nothing was done."""
    since = week - start
    holiday = week % HOLIDAY_EVERY - HOLIDAY_FIRST
    if 0 <= holiday < _HOLIDAY_WEEKS or since == _COLD:
        return None
    share = chance.gauss(1.0, 0.008)
    way = week / max(1, start) if since < 0 else since / max(1, end - start)
    if holiday == _HOLIDAY_WEEKS:
        return _Form(share * 0.95, way, note=tr(_AFTER_HOLIDAY))
    if since == _COLD + 1:
        return _Form(share * 0.93, way, note=tr(_AFTER_COLD))
    return _Form(share, way, easy=since > 0 and since % _EASY_EVERY == _EASY_EVERY - 1)


def _free_week(chance: Random, days: Sequence[Day], form: _Form, first: date) -> Iterator[Workout]:
    """The sessions of a week without a plan; note: with the first of them."""
    note = form.note
    for day in days:
        if chance.random() > day.chance:
            continue
        today = form._replace(share=form.share * chance.gauss(1.0, 0.01))
        exercises = tuple(_exercise(chance, line, today) for line in day.lines if chance.random() < line.chance)
        yield _workout(chance, first + timedelta(days=int(day.weekday)), tr(day.name), exercises, note)
        note = ""


def _planned_week(chance: Random, plan: Plan, number: int, first: date, until: date) -> Iterator[Workout]:
    """The sessions of a week of the plan; of the current one only the first."""
    weeks = [week for _, week in weeks_of(plan)]
    for place, session in enumerate(weeks[number].sessions):
        if (number, place) == MISSED or (number == PLAN_WEEKS - 1 and place):
            continue
        form = _Form(chance.gauss(1.0, 0.005), number / (PLAN_WEEKS - 1))
        exercises = tuple(_planned(chance, entry, form) for entry in session.entries)
        late = (number, place) == MOVED
        day = first + timedelta(days=int(session.weekday or Weekday.MONDAY) + late)
        yield _workout(chance, min(day, until), session.name, exercises, "", session.id)


def _workout(
    chance: Random,
    day: date,
    title: str,
    exercises: tuple[LoggedExercise, ...],
    note: str,
    session_id: int | None = None,
) -> Workout:
    minutes = 10 + round(sum(len(one.sets) for one in exercises) * chance.uniform(2.3, 2.9))
    if not note and chance.random() < _NOTED:
        note = tr(chance.choice(_NOTES))
    hour = 10 if day.weekday() >= Weekday.SATURDAY else 18
    return Workout(
        0,
        day,
        time(hour, 5 * chance.randrange(12)),
        minutes=None if chance.random() < _NO_MINUTES else minutes,
        title=title,
        exercises=exercises,
        note=note,
        session_id=session_id,
    )


def _planned(chance: Random, entry: Entry, form: _Form) -> LoggedExercise:
    """An entry of the plan, done as it says."""
    cell, line = entry.prescription, PLANNED[entry.exercise]
    line = line._replace(
        sets=cell.sets,
        low=cell.targets[0].low,
        high=cell.targets[0].high,
        left=line.left if cell.effort is None else cell.effort.rir,
        group=entry.group,
    )
    load = cell.load.quantity.value if isinstance(cell.load, Weight) else None
    found = _exercise(chance, line, form, load)
    return LoggedExercise(found.exercise, found.sets, entry.group, found.note, found.felt, entry.id)


def _exercise(chance: Random, line: Line, form: _Form, load: float | None = None) -> LoggedExercise:
    """An exercise as it went. load: kg, where the plan says it."""
    said = chance.random() >= _NO_RIR
    count = max(1, round(line.sets * _EASY_SETS)) if form.easy else line.sets
    if line.seconds:
        longest = line.before + (line.after - line.before) * form.way
        sets = [LoggedSet(seconds=5 * round(longest * (0.75 - 0.08 * place) / 5)) for place in range(count)]
    elif line.sided:
        left = _sets(chance, line, form, count, load, Side.LEFT, said)
        right = _sets(chance, line, form, count, load, Side.RIGHT, said)
        sets = [one for pair in zip(left, right, strict=True) for one in pair]
    else:
        sets = _sets(chance, line, form, count, load, Side.NONE, said)
    felt = min(4, max(0, round(chance.gauss(2.8, 0.8)))) if chance.random() < _FELT else None
    note = tr(chance.choice(_REMARKS)) if chance.random() < _REMARKED else ""
    return LoggedExercise(line.exercise, tuple(sets), line.group, note, felt)


def _sets(
    chance: Random, line: Line, form: _Form, count: int, load: float | None, side: Side, said: bool
) -> list[LoggedSet]:
    """The sets of one side. said: whether the reps left were noted."""
    strength = (line.before + (line.after - line.before) * form.way) * form.share
    if side is Side.LEFT:
        strength *= _LEFT_LEG
    body = BODY_KG if line.body else 0.0
    middle = (line.low + line.high) / 2
    if load is None:
        load = line.step * int((strength / (1 + (middle + line.left) / _EPLEY) - body) / line.step + 0.3)
    elif side is Side.RIGHT:
        load += line.step
    if form.easy:
        load = min(load, 0.0) if body else line.step * round(load * _EASY_LOAD / line.step)
    load = min(load, 0.0) if line.helped else max(load, 0.0)
    sets = [
        _set(reps, line.step * round(share * load / line.step), kind=LoggedKind.WARM_UP) for share, reps in _WARM_UPS
    ]
    if not line.ramp or side is Side.RIGHT:
        sets = []
    possible = _EPLEY * (strength / (load + body) - 1)
    for place in range(count):
        able = possible - 0.5 * place + chance.gauss(0, 0.4)
        reps = max(1, min(line.high, int(able - line.left - (_EASY_LEFT if form.easy else 0) + 0.5)))
        left = min(9.0, max(0.0, round(able - reps)))
        last = place == count - 1
        if last and line.left <= 1 and left <= 1 and chance.random() < _FAILS:
            sets.append(_set(reps + int(left), load, side, LoggedKind.FAILURE))
        else:
            sets.append(_set(reps, load, side, rir=left if said else None))
        if last and line.drops and not form.easy:
            sets.append(_set(reps - 2, line.step * round(_DROP * load / line.step), side, LoggedKind.DROP))
    return sets


@lru_cache(maxsize=8_192)
def _set(
    reps: int, kg: float, side: Side = Side.NONE, kind: LoggedKind = LoggedKind.NORMAL, rir: float | None = None
) -> LoggedSet:
    """A set; equal ones are one object, which is written the faster. kg: below zero for help, 0 for none."""
    load = load_of(abs(kg), "kg") if kg else None
    return LoggedSet(kind, side, max(1, reps), None, load, kg < 0, rir)
