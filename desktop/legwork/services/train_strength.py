"""How strong a person is in every lift of the log, in words: the maximum now with its error, and where it went.

Owns the rows of lifts. What a set tells is `domain.log.estimates`, the line through the days `domain.trend`; records
are `train_records`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legwork import numerals
from legwork.domain import units
from legwork.domain.days import ago, near_day
from legwork.domain.exercise import ON_BODY, Counting, Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.counting import Counted
from legwork.domain.log.estimates import Estimates, body_missing, estimates_of, sides_of
from legwork.domain.log.lifts import BACK_MONTHS, Use, change_of, lines_of, uses_of
from legwork.domain.normal import SURE, Z80
from legwork.domain.sides import SideCall, SideDifference
from legwork.domain.sites import Kind, Side
from legwork.domain.strength import RELIABLE_REPS
from legwork.domain.trend import Trend
from legwork.domain.units import UnitSystem
from legwork.i18n import ntr, tr
from legwork.services.log_sums import counted_log
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.profile import Profile

LATELY_DAYS = 42
"""What was not done for longer has no change that could be told of now (a convention)."""


class Went(StrEnum):
    """Where a lift went. SAME: not beyond the error. UNKNOWN: it cannot be told."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True, eq=False)
class LogStrength:
    """A person's whole log as it tells of strength; it crosses threads."""

    counted: Counted
    estimates: Estimates
    catalogue: Catalogue
    units: UnitSystem
    today: date


@dataclass(frozen=True)
class LiftRow:
    """A lift. times: workouts that had it. now: "142 ± 5 kg", or both sides, "" where no set tells of it; hint: what
    the error is and how it is reckoned. change: over three months, in words, as is short without the months. sides:
    left against right, "" where they are not done apart. apart: they differ by more than the error. last: when it was
    done last, and last_workout in which workout.
    """

    key: str
    label: str
    exercise: Exercise | None
    times: int
    now: str
    hint: str
    went: Went
    change: str
    short: str
    sides: str
    apart: bool
    last: str
    last_workout: int

    @property
    def spoken(self) -> str:
        """The row as a sentence."""
        return ". ".join(part for part in (self.label, self.now, self.change, self.sides, self.last) if part)


def log_strength(profile: Profile, person: Person, today: date) -> LogStrength:
    """Read the whole log of a person. Raises StoreError."""
    known = catalogue_of(profile, person.id)
    counted = counted_log(profile, person, counting_lookup(profile, person, known))
    return LogStrength(counted, estimates_of(counted), known, person.units, today)


def lift_rows(found: LogStrength, breathe: Callable[[], object] = bool) -> tuple[LiftRow, ...]:
    """Every lift that was done, those of most workouts first. breathe: called between two lifts."""
    rows = []
    for use in uses_of(found.counted.columns):
        breathe()
        rows.append(_row(found, use))
    return tuple(sorted(rows, key=lambda one: (-one.times, one.label)))


def _row(found: LogStrength, use: Use) -> LiftRow:
    key = use.exercise
    exercise = found.catalogue.get(key)
    last = date.fromordinal(use.day)
    lines = lines_of(found.estimates, key)
    went, change, short = _change(list(lines.values()), found.today, found.units)
    difference = sides_of(found.estimates, key)
    apart = difference is not None and difference.call is not SideCall.WITHIN
    return LiftRow(
        key,
        key if exercise is None else exercise.label,
        exercise,
        use.workouts,
        _now(lines, found.units),
        _hint(found.estimates, key, exercise) if lines else _untold(found.counted, key, exercise),
        went,
        change,
        short,
        "" if difference is None else _sides(difference, exercise, found.units),
        apart,
        tr("{ago}, {day}", ago=ago(last, found.today), day=near_day(last, found.today)),
        use.workout_id,
    )


def _now(lines: dict[Side, Trend], system: UnitSystem) -> str:
    """ "142 ± 5 kg", "L 24 ± 2 · R 26 ± 2 kg"."""
    unit = units.unit_of(Kind.MASS, system)
    letters = {Side.LEFT: tr("L"), Side.RIGHT: tr("R")}
    parts = []
    for side, line in lines.items():
        value = units.in_unit(float(line.level[-1]), Kind.MASS, system)
        margin = Z80 * units.in_unit(float(line.level_sd[-1]), Kind.MASS, system)
        places = 0 if margin >= 1 else 1
        number = tr("{value} ± {margin}", value=numerals.number(value, places), margin=numerals.number(margin, places))
        parts.append(f"{letters[side]} {number}" if side in letters else number)
    return f"{' · '.join(parts)} {unit}" if parts else ""


def _hint(estimates: Estimates, key: str, exercise: Exercise | None) -> str:
    """What the number is, and what its error."""
    counting = exercise.counting if exercise is not None else Counting.TOTAL
    how = {Counting.PER_HAND: tr("Of one hand."), Counting.PER_SIDE: tr("Of one side.")}.get(counting, "")
    if counting in ON_BODY:
        how = tr("With the part of your own weight that moves.")
    parts = [
        tr("What you could lift once: the line through the best set of each day, at the newest one."),
        how,
        tr("± holds the truth 8 times in 10."),
    ]
    places = [place for side in Side for place in estimates.of(key, side).tolist()]
    if any(estimates.at_least[place] for place in places):
        parts.append(tr("Where nobody noted how many reps were left it is at least so much."))
    if not any(estimates.reliable[place] for place in places):
        parts.append(tr("There are only sets of many reps: the formulas are rough there."))
    elif not all(estimates.reliable[place] for place in places):
        parts.append(
            tr(
                "Days with only sets of more than {most} reps to failure count too, for as little as their larger "
                "error allows; they set no record.",
                most=numerals.short_number(RELIABLE_REPS),
            )
        )
    return " ".join(part for part in parts if part)


def _untold(counted: Counted, key: str, exercise: Exercise | None) -> str:
    """Why nothing tells what could be lifted once."""
    if exercise is not None and exercise.counting in ON_BODY and body_missing(counted, key):
        return tr("Your own weight is part of it, and it is not known: measure your body weight once.")
    return tr("Holds and long sets tell nothing of one rep.")


def _change(lines: list[Trend], today: date, system: UnitSystem) -> tuple[Went, str, str]:
    """Over three months, of both sides together; what is not beyond the error is said to be none."""
    if not lines:
        return Went.UNKNOWN, "", ""
    newest = max(int(line.days[-1]) for line in lines)
    if today.toordinal() - newest > LATELY_DAYS:
        return Went.UNKNOWN, "", ""  # when it was done last says it
    change = change_of(lines)
    if change is None:
        short = tr("not done long enough to tell")
        return Went.UNKNOWN, tr("not done long enough to tell a change over {months} months", months=BACK_MONTHS), short
    delta = units.in_unit(change.delta, Kind.MASS, system)
    margin = SURE * units.in_unit(change.sd, Kind.MASS, system)
    places = 0 if margin >= 1 else 1
    words = {
        "delta": numerals.number(abs(delta), places),
        "margin": numerals.number(margin, places),
        "unit": units.unit_of(Kind.MASS, system),
        "months": BACK_MONTHS,
    }
    if abs(delta) <= margin:
        words["delta"] = numerals.number(delta, places, signed=True)
        long = tr("no change beyond the error in {months} months ({delta} ± {margin} {unit})", **words)
        return Went.SAME, long, tr("no change beyond ± {margin} {unit}", **words)
    if delta > 0:
        long = tr("stronger by {delta} ± {margin} {unit} in {months} months", **words)
        return Went.UP, long, tr("stronger by {delta} ± {margin} {unit}", **words)
    long = tr("down by {delta} ± {margin} {unit} in {months} months", **words)
    return Went.DOWN, long, tr("down by {delta} ± {margin} {unit}", **words)


def _sides(found: SideDifference, exercise: Exercise | None, system: UnitSystem) -> str:
    """Left against right: only what is beyond the error of the estimates is a difference (Bishop 2018)."""
    delta = units.in_unit(abs(found.difference), Kind.MASS, system)
    margin = units.in_unit(found.mdc, Kind.MASS, system)
    places = 0 if margin >= 1 else 1
    words = {
        "delta": numerals.number(delta, places),
        "margin": numerals.number(margin, places),
        "unit": units.unit_of(Kind.MASS, system),
    }
    if found.call is SideCall.LEFT_LARGER:
        return tr("left stronger by {delta} {unit}, beyond the error of ± {margin} {unit}", **words)
    if found.call is SideCall.RIGHT_LARGER:
        return tr("right stronger by {delta} {unit}, beyond the error of ± {margin} {unit}", **words)
    return tr("left and right alike within the error of ± {margin} {unit}", **words)


def times_words(times: int) -> str:
    """ "in 34 workouts"."""
    return ntr("in {count} workout", "in {count} workouts", times)
