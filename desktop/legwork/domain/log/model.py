"""A workout as it was done: when, which exercises, which sets, and how it felt.

Owns the value types and their limits. It must not keep anything, nor know what an exercise is: it is named by its key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from legwork.domain.log.sets import LoggedSet
from legwork.domain.plan.prescription import one_line
from legwork.i18n import mark

MOST_FELT = 4
"""The best answer to how an exercise was felt in its target muscle."""

FELT = (
    mark("not at all"), mark("hardly"), mark("somewhat"), mark("well"), mark("very well"),
)  # fmt: skip
"""How it was felt in the target muscle, 0 to MOST_FELT, marked for translation. An answer for oneself: felt or not, the
quadriceps grew alike (Schoenfeld 2018, SCIENCE section 6)."""

MOST_OFFSET = 18 * 60
"""Minutes east or west of UTC that a time zone may lie. Source: `datetime.time` takes less than a day; ISO 8601 zones
end at 14 hours, the tz database never passed 16 (a convention, generous)."""


@dataclass(frozen=True)
class LoggedExercise:
    """An exercise of a workout. exercise: its key. group: exercises of one workout with the same number, from 1, were
    done in turns; None alone. note: one line. felt: 0 to MOST_FELT, None where nobody said. entry_id: of the plan,
    None for one that was not planned. Raises ValueError out of limits."""

    exercise: str
    sets: tuple[LoggedSet, ...] = ()
    group: int | None = None
    note: str = ""
    felt: int | None = None
    entry_id: int | None = None

    def __post_init__(self) -> None:
        if not self.exercise:
            raise ValueError("an exercise has a key")
        if self.group is not None and self.group < 1:
            raise ValueError(f"group {self.group}")
        if self.felt is not None and not 0 <= self.felt <= MOST_FELT:
            raise ValueError(f"felt {self.felt}")
        if self.note and self.note != one_line(self.note):
            raise ValueError("a note is one line")


@dataclass(frozen=True)
class Workout:
    """One visit to the gym. day: on which it began, by the clock on the wall there, also when it ends after midnight.

    start: the local time, None where only the day is known. utc_offset_minutes: east of UTC, None where it is not
    known; only for show, a workout is never moved to another day by it. minutes: how long it took, None where it is
    not known; a clock that jumped back leaves None. session_id: of the plan, None for a free one. note: any text.
    Raises ValueError out of limits.
    """

    id: int
    day: date
    start: time | None = None
    utc_offset_minutes: int | None = None
    minutes: int | None = None
    title: str = ""
    exercises: tuple[LoggedExercise, ...] = ()
    note: str = ""
    session_id: int | None = None

    def __post_init__(self) -> None:
        if self.minutes is not None and self.minutes < 0:
            raise ValueError(f"{self.minutes} minutes")
        if self.utc_offset_minutes is not None and abs(self.utc_offset_minutes) > MOST_OFFSET:
            raise ValueError(f"{self.utc_offset_minutes} minutes from UTC")

    @property
    def sets(self) -> Iterator[tuple[LoggedExercise, LoggedSet]]:
        """Every set with its exercise, in order."""
        for exercise in self.exercises:
            for one in exercise.sets:
                yield exercise, one
