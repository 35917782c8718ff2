"""Training logs as the formats hand them over: workouts, and a report on what was not taken.

Owns these shapes, and the names by which a workout and a set are known again when a file comes a second time. It must
not read bytes, know the exercises of the catalogue, or decide what becomes of the records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from legwork.domain.log.sets import LoggedKind
from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.formats.dates import DateOrder
from legwork.formats.records import Skipped

if TYPE_CHECKING:
    from legwork.formats.mapping import TableMapping

FITNOTES = "fitnotes"
ONE_A_DAY = frozenset({FITNOTES})
"""Sources that know one workout a day: the hour, which only some of their files tell, does not tell two apart."""

MAPPED = "table-"
"""How the sources of tables that a person explained begin: a hash of the names of their columns follows."""


@dataclass(frozen=True, slots=True)
class SetRecord:
    """One set.

    reps: 0 is a try that failed, or a set that was never done. reps, seconds, distance_m: None where nothing was
    entered; at least one is there. load: as the file counts it, above zero; None where nothing was entered, which is
    body weight. assisted: the load is help. rir: reps left in reserve; None where nobody said.
    """

    kind: LoggedKind
    side: Side
    reps: int | None
    seconds: int | None
    load: Quantity | None
    assisted: bool
    rir: float | None
    note: str
    distance_m: float | None


@dataclass(frozen=True, slots=True)
class ExerciseRecord:
    """One block of sets. name: as the file has it. group: equal for the blocks of a workout that were done in turns.
    felt: in the target muscle, 0 to 4; None where the file does not tell."""

    name: str
    note: str
    group: int | None
    sets: tuple[SetRecord, ...]
    felt: int | None = None


@dataclass(frozen=True, slots=True)
class WorkoutRecord:
    """One workout.

    start: local; midnight where has_time is false. minutes: None where the file does not tell. exercises: at least
    one, each with a set; an exercise that was done twice is there twice. utc_offset_minutes: None where not known.
    uid: as Legwork's own exports name it; "" in files of other programs.
    """

    start: datetime
    has_time: bool
    title: str
    minutes: int | None
    note: str
    exercises: tuple[ExerciseRecord, ...]
    utc_offset_minutes: int | None = None
    uid: str = ""

    @property
    def day(self) -> date:
        """The local day on which it began."""
        return self.start.date()

    @property
    def set_count(self) -> int:
        """How many sets it has, warm-ups included."""
        return sum(len(exercise.sets) for exercise in self.exercises)


@dataclass(frozen=True)
class Answers:
    """What the person said about a file that leaves it open; None: nothing yet, so it is guessed.

    unit: "kg" or "lb". length: "cm" or "in". zone: for files that write times in UTC; None is where this computer is.
    mapping: what the columns of a table mean that no format knows. part: which of `Several` parts this is about, by its
    name; None: the whole file. by_hand: a table is not to be known as any program's, for the person says themselves
    what its columns are.
    """

    unit: str | None = None
    order: DateOrder | None = None
    zone: tzinfo | None = None
    mapping: TableMapping | None = None
    part: str | None = None
    length: str | None = None
    by_hand: bool = False


NO_ANSWERS = Answers()


class About(StrEnum):
    """What a suspect is about: one set, how long a workout took, or when it began."""

    SET = "set"
    LENGTH = "length"
    START = "start"


Spot = tuple[int, About, int, int]
"""The line of a suspect, what it is about, and which block of its workout and which set of that: a line may hold all
sets of a workout."""


@dataclass(frozen=True)
class LeftColumn(Skipped):
    """A column that is not read, by its heading: no row of the file."""


@dataclass(frozen=True)
class Suspect(Skipped):
    """Something that was taken, but should be looked at.

    workout, block, place: where it stands in `TrainingTable.workouts`, its exercises and their sets, from 0; block and
    place are -1 for what is about a whole workout. They count what was taken, which other answers can change: a load
    that is too large in kg may not be so in lb. raw: the same two places among all that the file has, taken or not.
    """

    about: About = About.SET
    workout: int = -1
    block: int = -1
    place: int = -1
    raw: tuple[int, int] = (-1, -1)

    @property
    def spot(self) -> Spot:
        """Where in the file it stands; stays when the file, unchanged, is read with other answers."""
        return self.line, self.about, *self.raw

    @property
    def where(self) -> tuple[About, int, int, int]:
        """What it is about; equal for two that are about the same."""
        return self.about, self.workout, self.block, self.place


@dataclass(frozen=True)
class TrainingTable:
    """What a foreign log holds.

    source: the format's key, kept with each workout. format_name: for people. workouts: oldest first. skipped: every
    row or cell that was not taken. suspects: what was taken, but should be looked at.

    unit_asked: loads stand in the file without a unit, so the person is to be asked; unit: how these were read, as
    answered or guessed; None where there are none. unit_why: what the guess is made from, a translated sentence that
    holds whatever was answered. order_asked, order: the same for days like 3/4/2025, of which order_example is one.
    Other answers: read the file again. cut_off: the line of the row in which the file breaks off, 0 where it does not.
    """

    source: str
    format_name: str
    workouts: tuple[WorkoutRecord, ...]
    skipped: tuple[Skipped, ...]
    suspects: tuple[Suspect, ...]
    unit: str | None = None
    unit_asked: bool = False
    order: DateOrder | None = None
    order_asked: bool = False
    unit_why: str = ""
    order_example: str = ""
    cut_off: int = 0

    @property
    def set_count(self) -> int:
        """How many sets there are, warm-ups included."""
        return sum(workout.set_count for workout in self.workouts)


def names_in(table: TrainingTable) -> Counter[str]:
    """The names of all exercises, with how many sets each has."""
    names: Counter[str] = Counter()
    for workout in table.workouts:
        for exercise in workout.exercises:
            names[exercise.name] += len(exercise.sets)
    return names


def workout_keys(source: str, workouts: Sequence[WorkoutRecord]) -> tuple[str, ...]:
    """A name for each workout, the same whenever its file is read again, in whatever order the file stands.

    workouts: all of a file. Made of source, start and title; two with the same start and title are told apart by
    their order. Where the offset from UTC is known, the start is in UTC: it stays when the computer travels.
    """
    taken: Counter[str] = Counter()
    keys = []
    for one in workouts:
        key = workout_key(source, one)
        taken[key] += 1
        keys.append(workout_key(source, one, taken[key]))
    return tuple(keys)


def workout_key(source: str, one: WorkoutRecord, number: int = 1) -> str:
    """The name of a workout. number: which it is among those with the same start and title, from 1."""
    start = one.start
    if source in ONE_A_DAY or not one.has_time:
        moment = start.date().isoformat()
    elif one.utc_offset_minutes is None:
        moment = start.isoformat(timespec="seconds")
    else:
        moment = (start - timedelta(minutes=one.utc_offset_minutes)).isoformat(timespec="seconds") + "Z"
    return f"{source}|{moment}|{one.title}" if number == 1 else f"{source}|{moment} {number}|{one.title}"


def set_key(workout_key: str, block: int, ordinal: int) -> str:
    """The name of a set: that of its workout, the place of its exercise in it, and its own place there, from 1."""
    return f"{workout_key}|{block}|{ordinal}"
