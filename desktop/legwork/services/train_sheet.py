"""What the sheet of a workout shows beside what was done: the plan's targets, last time's sets, what loads are worth.

Owns putting these facts together for each exercise. Which lines follow from them is `domain.log.sheet`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legwork.domain.exercise import Counting, Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind
from legwork.domain.log.sheet import Line, Sets, Wish, lines_of
from legwork.domain.plan.counting import USUAL_REST_S, Lookup
from legwork.domain.plan.loads import number_in
from legwork.domain.plan.model import Entry, Plan, Session, weeks_of
from legwork.domain.plan.prescription import OfMax, Weight, load_of
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity, UnitSystem, unit_of
from legwork.i18n import tr
from legwork.services.prescription_words import asked_words, how_words, worth_words


@dataclass(frozen=True)
class ExerciseFacts:
    """An exercise on the sheet. letter: "A1" in a superset, else "". asked, how: what the plan says, in words; ""
    where it says nothing. best_kg: the heaviest load ever, this workout's too; None where there was none."""

    key: str
    label: str
    exercise: Exercise | None
    entry: Entry | None
    letter: str
    wish: Wish
    asked: str = ""
    how: str = ""
    best_kg: float | None = None

    @property
    def rest_s(self) -> int:
        """Seconds of rest after a set: what the plan says, else the usual. Source: `plan.counting` (a convention)."""
        rest = self.entry.prescription.rest_s if self.entry is not None else None
        return USUAL_REST_S if rest is None else rest


def entries_of(plan: Plan) -> dict[int, Entry]:
    """The entries of a plan by their ids."""
    return {entry.id: entry for session in sessions_of(plan) for entry in session.entries}


def sessions_of(plan: Plan) -> list[Session]:
    """The sessions of a plan in order."""
    return [session for _, week in weeks_of(plan) for session in week.sessions]


def facts_of(
    workout: Workout,
    entries: Mapping[int, Entry],
    catalogue: Catalogue,
    lookup: Lookup,
    last: Mapping[str, Sets],
    units: UnitSystem,
    best: Mapping[str, float] | None = None,
) -> tuple[ExerciseFacts, ...]:
    """The facts of each exercise. entries: of the plan. last: the sets of last time by exercise. best: the heaviest
    load of all other workouts by exercise, kg; None or left out where there is none."""
    letters = letters_of(workout.exercises)
    heaviest = dict(best or {})
    for key, sets in [*last.items(), *((one.exercise, one.sets) for one in workout.exercises)]:
        for each in sets:
            if each.load is not None and not each.assisted:
                heaviest[key] = max(heaviest.get(key, 0.0), each.load.value)
    return tuple(
        replace(_facts(one, letter, entries, catalogue, lookup, last, units), best_kg=heaviest.get(one.exercise))
        for one, letter in zip(workout.exercises, letters, strict=True)
    )


def letters_of(exercises: Sequence[LoggedExercise]) -> tuple[str, ...]:
    """A1, A2, B1 ... for exercises that are done in turns, in the order in which their groups come; "" alone."""
    groups: dict[int, int] = {}
    seen: dict[int, int] = {}
    found = []
    for one in exercises:
        if one.group is None:
            found.append("")
            continue
        at = groups.setdefault(one.group, len(groups))
        seen[one.group] = seen.get(one.group, 0) + 1
        found.append(f"{chr(ord('A') + at % 26)}{seen[one.group]}")
    return tuple(found)


def sheet_of(
    workout: Workout,
    facts: Sequence[ExerciseFacts],
    extra: Sequence[int] | None = None,
    ramps: Sequence[Sets] | None = None,
) -> tuple[tuple[Line, ...], ...]:
    """The lines of each exercise. extra: lines that were added to each. ramps: warm-ups that were asked for; those
    that are done, or overtaken by a working set, are not shown again."""
    found = []
    for place, (one, about) in enumerate(zip(workout.exercises, facts, strict=True)):
        more = extra[place] if extra is not None else 0
        warm = sum(each.kind is LoggedKind.WARM_UP for each in one.sets)
        begun = len(one.sets) > warm
        ramp = ramps[place][warm:] if ramps is not None and not begun else ()
        if about.entry is None and not about.wish.last:
            more = max(1, more)
        found.append(lines_of(one.sets, replace(about.wish, warm_ups=ramp, extra=more)))
    return tuple(found)


def load_at_hand(lines: Sequence[Line]) -> Quantity | None:
    """The load of the set that comes next, else of the last one that was done."""
    for one in lines:
        if not one.done:
            found = one.offered[0].load if one.offered else one.ghost.load if one.ghost else None
            if found is not None:
                return found
    done = [one.sets[0].load for one in lines if one.done and one.sets[0].load is not None]
    return done[-1] if done else None


def _facts(
    one: LoggedExercise,
    letter: str,
    entries: Mapping[int, Entry],
    catalogue: Catalogue,
    lookup: Lookup,
    last: Mapping[str, Sets],
    units: UnitSystem,
) -> ExerciseFacts:
    exercise = catalogue.get(one.exercise)
    entry = entries.get(one.entry_id) if one.entry_id is not None else None
    cell = entry.prescription if entry is not None else None
    swapped = entry is not None and entry.exercise != one.exercise
    if cell is not None and swapped and isinstance(cell.load, Weight | OfMax):
        cell = replace(cell, load=None)  # it says nothing about another exercise
    counting = exercise.counting if exercise is not None else Counting.TOTAL
    max_kg, step = lookup.max_kg.get(one.exercise), exercise.increment_kg if exercise is not None else None
    worth = (
        _worth(cell.load.percent, max_kg, units, step) if cell is not None and isinstance(cell.load, OfMax) else None
    )
    wish = Wish(cell, counting, exercise.timed if exercise is not None else False, worth, last.get(one.exercise, ()))
    said = "" if cell is None else asked_words(cell, worth_words(cell.load, max_kg, units, step))
    how = "" if cell is None else how_words(cell)
    label = exercise.label if exercise is not None else one.exercise
    if swapped and entry is not None:
        old = catalogue.get(entry.exercise)
        how = " · ".join(
            part for part in (tr("instead of {exercise}", exercise=old.label if old else entry.exercise), how) if part
        )
    return ExerciseFacts(one.exercise, label, exercise, entry, letter, wish, said, how)


def _worth(percent: float, max_kg: float | None, units: UnitSystem, step_kg: float | None) -> Quantity | None:
    """What a percentage comes to, rounded as the words of the plan are."""
    if max_kg is None:
        return None
    unit = unit_of(Kind.MASS, units)
    step = 5.0 if unit == "lb" else step_kg or 0.5
    number = round(number_in(max_kg * percent / 100, unit) / step) * step
    return load_of(number, unit) if number > 0 else None
