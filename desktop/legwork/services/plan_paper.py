"""A training plan ready for paper: every word and row of its week sheets, so that printing only lays them out.

Owns what is printed of a plan (`PlanPaper`) and the words of weeks, sessions and exercises. The table of the whole plan
is in `plan_paper_course`, the plan at a glance in `plan_paper_glance`, the measuring card in `measuring_paper`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from legwork.domain.days import WEEKDAYS, full_day, long_day, short_day
from legwork.domain.exercise import Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.muscles import LEG_MUSCLES, Muscle
from legwork.domain.plan.counting import Lookup, WeekCount, count_plan, session_minutes
from legwork.domain.plan.model import BLOCK_KINDS, Block, Entry, Plan, Session, Week, weeks_of
from legwork.domain.plan.prescription import all_equal
from legwork.domain.plan_brief import GROW
from legwork.domain.sites import Region
from legwork.i18n import tr
from legwork.services.people import Person
from legwork.services.plan_facts import session_name
from legwork.services.prescription_words import (
    BETWEEN,
    asked_words,
    how_words,
    load_caption,
    target_words,
    worth_words,
)

MOST_CUES = 2
"""Cues that are printed for an exercise: more are not read between sets (a convention)."""

USUAL_BANDS: Mapping[Muscle, tuple[int, int]] = dict.fromkeys(LEG_MUSCLES[:4], GROW)
"""What leg muscles are held against where no aim is known: hard sets a week, from and to. Source: `plan_brief.GROW`."""


@dataclass(frozen=True)
class PlanPaper:
    """What is printed, and what its words are made from.

    starts_on: the first day of its first week, None while it has none. lookup: for sums and for what a percentage
    comes to. last: by exercise what was done last time, in words (`last_times`). bands: hard sets a week that a leg
    muscle shall have. counts: the sums of all weeks in order, when the caller has them.
    """

    plan: Plan
    person: Person
    exercises: Catalogue
    lookup: Lookup
    today: date
    starts_on: date | None = None
    last: Mapping[str, str] = field(default_factory=dict)
    bands: Mapping[Muscle, tuple[int, int]] = field(default_factory=lambda: USUAL_BANDS)
    counts: Sequence[WeekCount] | None = None

    @property
    def title(self) -> str:
        """The plan's name."""
        return self.plan.name or tr("Training plan")

    @cached_property
    def weeks(self) -> tuple[tuple[Block, Week], ...]:
        """Every week with its block, in order."""
        return tuple(weeks_of(self.plan))

    @cached_property
    def sums(self) -> Sequence[WeekCount]:
        """What each week adds up to."""
        return count_plan(self.plan, self.lookup) if self.counts is None else self.counts

    def week_start(self, number: int) -> date | None:
        """The first day of a week, counted from 1."""
        return self.starts_on + timedelta(weeks=number - 1) if self.starts_on else None

    def week_on(self, day: date) -> int:
        """The week that a day lies in; the first before the plan begins, the last when it is over."""
        if self.starts_on is None:
            return 1
        return min(max(1, (day - self.starts_on).days // 7 + 1), max(1, len(self.weeks)))


@dataclass(frozen=True)
class ExerciseLines:
    """One exercise of a session. tag: its letter and place in a superset, "A1", else "". region: None when unknown.

    asked: sets, reps, effort and load. how, last: may be empty. sets: one for each set, what it asks for where sets
    differ, else "". load, reps, effort: what stands over their boxes; load is empty where none is counted. sides: reps
    are counted left and right. group: exercises of one group are done in turns and stay together.
    """

    tag: str
    name: str
    region: Region | None
    asked: str
    how: str
    last: str
    cues: tuple[str, ...]
    notes: tuple[str, ...]
    sets: tuple[str, ...]
    load: str
    reps: str
    effort: str
    sides: bool = False
    group: int | None = None


@dataclass(frozen=True)
class SessionLines:
    """One session. facts: its day and how long it takes. dated: whether its date is among them."""

    name: str
    facts: str
    dated: bool
    exercises: tuple[ExerciseLines, ...]


@dataclass(frozen=True)
class WeekLines:
    """One week. title: "Week 3 of 12". facts: its days and its block."""

    number: int
    title: str
    facts: str
    sessions: tuple[SessionLines, ...]


def week_lines(paper: PlanPaper, first: int, last: int) -> Iterator[WeekLines]:
    """The weeks from `first` to `last`, counted from 1; those that the plan does not have are left out."""
    count = len(paper.weeks)
    for number in range(max(1, first), min(last, count) + 1):
        block, week = paper.weeks[number - 1]
        start = paper.week_start(number)
        facts = (days_words(start) if start else "", block_words(block, week))
        yield WeekLines(
            number,
            tr("Week {number} of {count}", number=number, count=count),
            BETWEEN.join(one for one in facts if one),
            tuple(_session(paper, session, place, start) for place, session in enumerate(week.sessions, 1)),
        )


def days_words(start: date) -> str:
    """The days of a week: "12 Oct to 18 Oct 2026"."""
    return tr("{first} to {last}", first=short_day(start), last=full_day(start + timedelta(days=6)))


def block_name(block: Block) -> str:
    """What a block is called: its name with its kind, or the kind alone."""
    kind = tr(BLOCK_KINDS[block.kind])
    return kind if block.name in ("", kind) else tr("{name} ({kind})", name=block.name, kind=kind)


def block_words(block: Block, week: Week) -> str:
    """A block, and which of its weeks this is: "Base (Accumulate), week 2 of 4"."""
    if len(block.weeks) < 2:
        return block_name(block)
    place = next(number for number, one in enumerate(block.weeks, 1) if one is week)
    return tr("{block}, week {number} of {count}", block=block_name(block), number=place, count=len(block.weeks))


def minutes_words(minutes: float) -> str:
    """How long a session takes, to five minutes: nobody knows it better."""
    rounded = max(5, round(minutes / 5) * 5)
    return tr("about {minutes} min", minutes=rounded)


def exercise_name(paper: PlanPaper, key: str) -> str:
    """The name of an exercise; its key when it is no longer known."""
    found = paper.exercises.get(key)
    return found.label if found else key


def day_of(session: Session, start: date | None) -> date | None:
    """The date of a session in the week that begins on `start`; None when week or weekday are not known."""
    if start is None or session.weekday is None:
        return None
    return start + timedelta(days=(session.weekday - start.weekday()) % 7)


def tags_of(session: Session) -> tuple[str, ...]:
    """By exercise its letter and place among those that are done in turns: "A1", "A2"; "" for one alone."""
    groups = [entry.group for entry in session.entries]
    tags = []
    for place, group in enumerate(groups):
        alone = group is None or groups.count(group) < 2
        tags.append("" if alone or group is None else f"{chr(64 + group)}{groups[: place + 1].count(group)}")
    return tuple(tags)


def _session(paper: PlanPaper, session: Session, place: int, start: date | None) -> SessionLines:
    day = day_of(session, start)
    when = long_day(day) if day else "" if session.weekday is None else tr(WEEKDAYS[session.weekday])
    long = minutes_words(session_minutes(session)) if session.entries else ""
    exercises = tuple(
        _exercise(paper, entry, tag) for entry, tag in zip(session.entries, tags_of(session), strict=True)
    )
    facts = BETWEEN.join(one for one in (when, long) if one)
    return SessionLines(session_name(session, place), facts, day is not None, exercises)


def _exercise(paper: PlanPaper, entry: Entry, tag: str) -> ExerciseLines:
    found = paper.exercises.get(entry.exercise)
    wanted = entry.prescription
    system = paper.person.units
    worth = worth_words(
        wanted.load, paper.lookup.max_kg.get(entry.exercise), system, found.increment_kg if found else None
    )
    equal = all_equal(wanted.targets)
    return ExerciseLines(
        tag,
        found.label if found else entry.exercise,
        found.region if found else None,
        asked_words(wanted, worth),
        how_words(wanted),
        paper.last.get(entry.exercise, ""),
        _cues(found),
        tuple(dict.fromkeys(note for note in (wanted.note, entry.note) if note)),
        tuple("" if equal else target_words(one) for one in wanted.targets),
        load_caption(found, system),
        tr("s") if wanted.in_seconds else tr("reps"),
        tr("RPE") if wanted.effort is not None and wanted.effort.as_rpe else tr("RIR"),
        wanted.per_side or bool(found and found.one_sided),
        entry.group if tag else None,
    )


def _cues(exercise: Exercise | None) -> tuple[str, ...]:
    if exercise is None:
        return ()
    return tuple(cue if exercise.custom else tr(cue) for cue in exercise.cues[:MOST_CUES])
