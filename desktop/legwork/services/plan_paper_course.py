"""The whole plan as a table ready for paper: weeks across, exercises down, prescriptions in the cells.

Owns its words and the order of its rows; which weeks fit side by side is for printing to say.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.days import short_day
from legwork.domain.plan.lines import Line, Place, lines_of
from legwork.domain.plan.model import WEEKDAYS, BlockKind
from legwork.domain.sites import Region
from legwork.i18n import tr
from legwork.services.plan_facts import session_name
from legwork.services.plan_paper import PlanPaper, block_name, exercise_name
from legwork.services.prescription_words import short_words


@dataclass(frozen=True)
class CourseWeek:
    """A column. number: from 1. day: its first, may be empty."""

    number: int
    day: str


@dataclass(frozen=True)
class CourseBlock:
    """A block over its columns. first, last: numbers of its weeks."""

    name: str
    kind: BlockKind
    first: int
    last: int


@dataclass(frozen=True)
class CourseRow:
    """An exercise. cells: one for each week, empty where it does not come. region: None when unknown."""

    name: str
    region: Region | None
    cells: tuple[str, ...]


@dataclass(frozen=True)
class CourseSession:
    """A session through all weeks."""

    name: str
    day: str
    rows: tuple[CourseRow, ...]


@dataclass(frozen=True, eq=False)
class Course:
    """The table."""

    weeks: tuple[CourseWeek, ...]
    blocks: tuple[CourseBlock, ...]
    sessions: tuple[CourseSession, ...]


def course(paper: PlanPaper) -> Course:
    """The table of the whole plan. Sessions and exercises of different weeks belong together as in the plan's grid."""
    grid = lines_of(paper.plan)
    weeks = tuple(
        CourseWeek(one.number, short_day(day) if (day := paper.week_start(one.number)) else "")
        for one in grid.columns
    )  # fmt: skip
    sessions = tuple(_session(paper, place, number) for number, place in enumerate(grid.places, 1))
    return Course(weeks, course_blocks(paper), sessions)


def course_blocks(paper: PlanPaper) -> tuple[CourseBlock, ...]:
    """The blocks that have weeks, with the numbers of their first and last."""
    found, number = [], 0
    for block in paper.plan.blocks:
        if block.weeks:
            found.append(CourseBlock(block_name(block), block.kind, number + 1, number + len(block.weeks)))
        number += len(block.weeks)
    return tuple(found)


def weekday_words(place: Place) -> str:
    """The day of a session that is on the same one in every week; else ""."""
    days = {one.weekday for one in place.sessions if one is not None}
    day = next(iter(days))
    return tr(WEEKDAYS[day]) if len(days) == 1 and day is not None else ""


def _session(paper: PlanPaper, place: Place, number: int) -> CourseSession:
    name, day = session_name(place.first, number), weekday_words(place)
    return CourseSession(name, "" if name == day else day, tuple(_row(paper, line) for line in place.lines))


def _row(paper: PlanPaper, line: Line) -> CourseRow:
    found = paper.exercises.get(line.exercise)
    cells = tuple("" if entry is None else short_words(entry.prescription) for entry in line.cells)
    return CourseRow(exercise_name(paper, line.exercise), found.region if found else None, cells)
