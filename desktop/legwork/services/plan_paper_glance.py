"""The plan at a glance, ready for paper: its blocks, its sessions, and what its weeks add up to.

Owns the words and numbers of that one page. It must not judge a plan: the checks do.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.days import full_day
from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.plan.counting import WeekCount, session_minutes
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan.lines import Place, lines_of
from legwork.domain.sites import Region
from legwork.i18n import ntr, tr
from legwork.numerals import short_number
from legwork.services.plan_facts import session_name
from legwork.services.plan_paper import PlanPaper, exercise_name, minutes_words
from legwork.services.plan_paper_course import CourseBlock, course_blocks, weekday_words
from legwork.services.prescription_words import BETWEEN, sets_words

UPPER_PATTERNS = 3
"""Presses, rows and pulls, each of which is held by `Wanted.upper_sets` (as the plan's checks have it)."""


@dataclass(frozen=True)
class GlanceExercise:
    """An exercise of a session. asked: its first prescription, short. region: None when unknown."""

    name: str
    asked: str
    region: Region | None


@dataclass(frozen=True)
class GlanceSession:
    """A session with all exercises that it ever has. facts: its day and its minutes in the first week."""

    name: str
    facts: str
    exercises: tuple[GlanceExercise, ...]


@dataclass(frozen=True)
class GlanceWeek:
    """A week's hard sets for legs and upper body."""

    number: int
    lower: float
    upper: float


@dataclass(frozen=True)
class GlanceMuscle:
    """A leg muscle. band: hard sets a week that it shall have, in words; low, high: the same in numbers.

    sets: hard sets a week, the mean over each block.
    """

    name: str
    band: str
    low: float
    high: float
    sets: tuple[float, ...]


@dataclass(frozen=True)
class Glance:
    """The page. facts: how long, how often, from when. holds: hard sets a week that hold the upper body."""

    facts: str
    blocks: tuple[CourseBlock, ...]
    weeks: tuple[GlanceWeek, ...]
    sessions: tuple[GlanceSession, ...]
    muscles: tuple[GlanceMuscle, ...]
    holds: float
    holds_words: str
    spoken: str


def glance(paper: PlanPaper) -> Glance:
    """The page of a plan."""
    weeks = tuple(GlanceWeek(number, one.lower, one.upper) for number, one in enumerate(paper.sums, 1))
    holds = UPPER_PATTERNS * Wanted().upper_sets
    return Glance(
        _facts(paper),
        course_blocks(paper),
        weeks,
        tuple(_session(paper, place, number) for number, place in enumerate(lines_of(paper.plan).places, 1)),
        _muscles(paper),
        holds,
        tr("{sets} sets hold the upper body", sets=short_number(holds)),
        "\n".join(_week_words(one) for one in weeks),
    )


def _facts(paper: PlanPaper) -> str:
    count = len(paper.weeks)
    sessions = [len(week.sessions) for _, week in paper.weeks]
    parts = [ntr("{count} week", "{count} weeks", count)]
    start = paper.starts_on
    if start is not None:
        parts[0] = ntr("{count} week from {day}", "{count} weeks from {day}", count, day=full_day(start))
    if not any(sessions):
        return parts[0]
    if min(sessions) == max(sessions):
        parts.append(ntr("{count} session a week", "{count} sessions a week", sessions[0]))
    else:
        parts.append(tr("{least} to {most} sessions a week", least=min(sessions), most=max(sessions)))
    return BETWEEN.join(parts)


def _week_words(week: GlanceWeek) -> str:
    return tr(
        "Week {number}: {lower} hard sets for the legs, {upper} for the upper body.",
        number=week.number, lower=short_number(week.lower), upper=short_number(week.upper),
    )  # fmt: skip


def _session(paper: PlanPaper, place: Place, number: int) -> GlanceSession:
    first, name, day = place.first, session_name(place.first, number), weekday_words(place)
    long = minutes_words(session_minutes(first)) if first.entries else ""
    facts = BETWEEN.join(one for one in ("" if day == name else day, long) if one)
    exercises = []
    for line in place.lines:
        found = paper.exercises.get(line.exercise)
        asked = sets_words(line.first.prescription)
        exercises.append(GlanceExercise(exercise_name(paper, line.exercise), asked, found.region if found else None))
    return GlanceSession(name, facts, tuple(exercises))


def _muscles(paper: PlanPaper) -> tuple[GlanceMuscle, ...]:
    """The leg muscles that have a band, and those that get any sets, in their usual order."""
    spans, at = [], 0
    for block in paper.plan.blocks:
        if block.weeks:
            spans.append(paper.sums[at : at + len(block.weeks)])
        at += len(block.weeks)
    found = []
    for muscle in Muscle:
        band = paper.bands.get(muscle)
        if band is None:
            continue
        name = tr(MUSCLES[muscle])
        words = tr("{low} to {high}", low=short_number(band[0]), high=short_number(band[1]))
        sets = tuple(sum(_sets(week, muscle) for week in span) / len(span) for span in spans)
        found.append(GlanceMuscle(name[:1].upper() + name[1:], words, band[0], band[1], sets))
    return tuple(found)


def _sets(week: WeekCount, muscle: Muscle) -> float:
    sets = week.muscles.get(muscle.value)
    return sets.total if sets else 0.0
