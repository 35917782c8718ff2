"""What was done last time, by exercise, in the words of a printed plan.

Owns these words, and where they come from: the log of training, and the lifts that were typed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legwork.domain.days import near_day
from legwork.domain.exercise import ON_BODY, Counting, Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.sets import LoggedSet
from legwork.domain.plan.loads import number_in
from legwork.domain.sites import Side
from legwork.domain.units import typed_text
from legwork.i18n import listed, mark, tr
from legwork.numerals import short_number
from legwork.services.catalogue import balance_lift
from legwork.services.exercise_history import Time, last_times_from
from legwork.services.lifts import Lift, lifts_from
from legwork.services.prescription_words import NO_BREAK
from legwork.services.profile import Profile

_OF_ONE = frozenset({Counting.PER_HAND, Counting.PER_SIDE})
"""Here a plan counts one of two equal weights, but a typed-in lift all that is held."""

_COUNTED = {Counting.PER_HAND: mark("{load} a hand"), Counting.PER_SIDE: mark("{load} a side")}

_MOST_SETS = 5
"""Sets that are told of one exercise: more do not fit beside a box."""

_SIDES = {Side.LEFT: mark("{done} left"), Side.RIGHT: mark("{done} right")}


@dataclass(frozen=True)
class Done:
    """One set that was done. load: as people say it, counted as the exercise counts it; "" for none. rir: None where
    nobody said. more: the reps of further sets with that load. seconds: `reps` are seconds of holding."""

    exercise: str
    day: date
    load: str
    reps: int
    rir: float | None = None
    side: Side = Side.NONE
    more: tuple[int, ...] = ()
    seconds: bool = False


def last_times_of(profile: Profile, person_id: int, exercises: Catalogue, today: date) -> dict[str, str]:
    """By exercise what was done last, in words: "100 kg × 8, 8, 7, 12 Oct". Raises StoreError.

    That is the heaviest work of its newest day in the log; a typed-in lift counts where it is newer.
    """
    with profile.reading() as reader:
        times = last_times_from(reader, person_id, today)
        lifts = [one for one in lifts_from(reader, person_id) if one.day <= today]
    logged = list(done_from_log(times, exercises))
    days = {one.exercise: one.day for one in logged}
    typed = (one for one in done_from_lifts(lifts, exercises) if one.day > days.get(one.exercise, date.min))
    return last_times((*logged, *typed), today)


def done_from_log(times: Mapping[str, Sequence[Time]], exercises: Catalogue) -> Iterator[Done]:
    """Of each exercise the sets with its heaviest load that count, left and right apart; the most reps first."""
    for key, several in times.items():
        exercise = exercises.get(key)
        counting = exercise.counting if exercise is not None else Counting.TOTAL
        for side in (Side.NONE, Side.LEFT, Side.RIGHT):
            sets = [(_weight(done, counting), done) for time in several for done in time.done.sets if done.works]
            mine = [(kg, done) for kg, done in sets if done.side is side]
            if not mine:
                continue
            most = max(kg for kg, _ in mine)
            held = {done.reps is None for kg, done in mine if kg == most} == {True}
            best = [done for kg, done in mine if kg == most and (held or done.reps is not None)]
            best.sort(key=_amount, reverse=True)
            rir = best[0].reps_left if len(best) == 1 else None
            more = tuple(map(_amount, best[1:_MOST_SETS]))
            yield Done(key, several[-1].day, _logged_load(best[0], counting), _amount(best[0]), rir, side, more, held)


def last_times(done: Iterable[Done], today: date) -> dict[str, str]:
    """By exercise the words of its newest day; sets of the left and the right stand side by side."""
    newest: dict[str, list[Done]] = {}
    for one in done:
        kept = newest.setdefault(one.exercise, [])
        if kept and kept[0].day < one.day:
            kept.clear()
        if not kept or kept[0].day == one.day:
            kept.append(one)
    return {key: _words(sets, today) for key, sets in newest.items()}


def done_from_lifts(lifts: Iterable[Lift], exercises: Catalogue) -> Iterator[Done]:
    """The typed-in lifts as sets of the exercises that stand for them."""
    by_lift: Mapping[str, list[Exercise]] = _by_lift(exercises)
    for lift in lifts:
        for exercise in by_lift.get(lift.lift, ()):
            yield Done(exercise.key, lift.day, _load(lift, exercise), lift.reps, lift.rir, lift.side)


def _by_lift(exercises: Catalogue) -> dict[str, list[Exercise]]:
    found: dict[str, list[Exercise]] = {}
    for one in exercises.exercises:
        lift = balance_lift(one)
        if lift is not None:
            found.setdefault(lift, []).append(one)
    return found


def _weight(one: LoggedSet, counting: Counting) -> float:
    """What a set's load is worth among others of its exercise: help makes it lighter."""
    kg = one.signed_kg or 0.0
    return -abs(kg) if counting is Counting.BODY_MINUS else kg


def _amount(one: LoggedSet) -> int:
    return one.seconds or 0 if one.reps is None else one.reps


def _logged_load(one: LoggedSet, counting: Counting) -> str:
    if one.load is None:
        return tr("body weight") if counting in ON_BODY else ""
    load = typed_text(one.load)
    if one.assisted or counting is Counting.BODY_MINUS:
        return tr("body weight − {load}", load=load)
    if counting in ON_BODY:
        return tr("body weight + {load}", load=load)
    wording = _COUNTED.get(counting)
    return tr(wording, load=load) if wording else load


def _load(lift: Lift, exercise: Exercise) -> str:
    """All that is held as it was typed; of two equal weights one."""
    unit = "lb" if lift.load.unit == "lb" else "kg"
    if exercise.counting in _OF_ONE:
        return tr("{load} {unit} a hand", load=short_number(number_in(lift.load.value / 2, unit)), unit=unit)
    if lift.load.unit == unit:
        return typed_text(lift.load)
    return f"{short_number(number_in(lift.load.value, unit))} {unit}"


def _words(sets: list[Done], today: date) -> str:
    parts = []
    for one in sets:
        reps = ", ".join(str(number) for number in (one.reps, *one.more))
        done = tr("{seconds} s", seconds=reps) if one.seconds else reps
        done = tr("{load} × {reps}", load=one.load, reps=done) if one.load else done
        if one.rir is not None:
            done = tr("{done} @ {rir} RIR", done=done, rir=short_number(one.rir))
        done = done.replace(" ", NO_BREAK)
        if one.side is not Side.NONE:
            done = tr(_SIDES[one.side], done=done)
        parts.append(done)
    return tr("{done}, {day}", done=listed(parts), day=near_day(sets[0].day, today))
