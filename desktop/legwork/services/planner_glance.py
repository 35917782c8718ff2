"""A drafted plan at a glance: its first week in short words, and the sets of the leg muscles beside their bands.

Owns the words and numbers of the preview. It must not draft (`planner`) nor judge (that is `domain.plan.checks`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from legwork.domain.exercise_names import Catalogue
from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.plan.counting import Lookup, count_week, session_minutes
from legwork.domain.plan.model import WEEKDAYS, BlockKind, Entry, Plan, Session, Week, weeks_of
from legwork.domain.plan_brief import PlanBrief
from legwork.domain.sites import Region
from legwork.i18n import ntr, tr
from legwork.numerals import short_number
from legwork.services.plan_lookup import lookup_from


@dataclass(frozen=True)
class GlanceLine:
    """One exercise of a session. name: as it is shown; cell: "3 × 6–10"; spoken: both in words."""

    key: str
    name: str
    cell: str
    region: Region | None
    spoken: str


@dataclass(frozen=True)
class GlanceSession:
    """One session. when: "Monday, about 45 min"."""

    name: str
    when: str
    lines: tuple[GlanceLine, ...]
    spoken: str


@dataclass(frozen=True)
class GlanceMuscle:
    """Hard sets a week of one leg muscle: in the first week, the most in any, and what it shall get, from and to."""

    name: str
    first: float
    most: float
    band: tuple[float, float]
    text: str
    spoken: str


@dataclass(frozen=True)
class Glance:
    """facts: the plan in one line, "12 weeks, 3 days a week, sessions of up to 45 min"."""

    facts: str
    sessions: tuple[GlanceSession, ...]
    muscles: tuple[GlanceMuscle, ...]


def glance_of(plan: Plan, brief: PlanBrief, exercises: Catalogue) -> Glance:
    """A drafted plan at a glance; empty where it has no weeks."""
    weeks = list(weeks_of(plan))
    if not weeks:
        return Glance("", (), ())
    last = [block.weeks[-1] for block in plan.blocks if block.weeks]
    first, lookup = weeks[0][1], lookup_from(_used(plan, exercises))
    working = [block.weeks[-1] for block in plan.blocks if block.kind is not BlockKind.DELOAD and block.weeks]
    return Glance(
        _facts(len(weeks), first, last),
        tuple(_session(one, exercises) for one in first.sessions),
        _muscles(first, working, lookup, brief.sets),
    )


def _facts(weeks: int, first: Week, last: list[Week]) -> str:
    longest = max((session_minutes(one) for week in (first, *last) for one in week.sessions), default=0.0)
    return tr(
        "{weeks}, {days}, sessions of up to {minutes} min",
        weeks=ntr("{count} week", "{count} weeks", weeks),
        days=ntr("{count} day a week", "{count} days a week", len(first.sessions)),
        minutes=round(longest),
    )


def _session(session: Session, exercises: Catalogue) -> GlanceSession:
    lines = tuple(_line(one, exercises) for one in session.entries)
    minutes = round(session_minutes(session))
    when = tr("about {minutes} min", minutes=minutes)
    if session.weekday is not None:
        when = tr("{day}, about {minutes} min", day=tr(WEEKDAYS[session.weekday]), minutes=minutes)
    spoken = tr("{session}, {when}: {exercises}.", session=session.name, when=when,
                exercises="; ".join(one.spoken for one in lines))  # fmt: skip
    return GlanceSession(session.name, when, lines, spoken)


def _line(entry: Entry, exercises: Catalogue) -> GlanceLine:
    found = exercises.get(entry.exercise)
    name = found.label if found else entry.exercise
    cell = cell_words(entry)
    return GlanceLine(entry.exercise, name, cell, found.region if found else None, f"{name} {cell}")


def cell_words(entry: Entry) -> str:
    """Sets and reps in short: "3 × 6–10", "2 × 8–12 a side", "2 × 20–60 s"."""
    cell = entry.prescription
    target = cell.targets[0]
    reps = f"{target.low}" if target.low == target.high else f"{target.low}–{target.high}"
    if cell.in_seconds:
        reps = tr("{reps} s", reps=reps)
    if cell.per_side:
        reps = tr("{reps} a side", reps=reps)
    return tr("{sets} × {reps}", sets=cell.sets, reps=reps)


def _muscles(
    first: Week, working: list[Week], lookup: Lookup, bands: Mapping[Muscle, tuple[int, int]]
) -> tuple[GlanceMuscle, ...]:
    counts = [count_week(week, lookup).muscles for week in (first, *working)]
    found = []
    for muscle, (low, high) in bands.items():
        sets = [one[muscle].total if muscle in one else 0.0 for one in counts]
        name = tr(MUSCLES[muscle])
        text = short_number(sets[0])
        if max(sets) > sets[0]:
            text = tr("{first} to {most}", first=text, most=short_number(max(sets)))
        spoken = tr(
            "{muscle}: {sets} hard sets a week, wanted are {low} to {high}.", muscle=name, sets=text, low=low, high=high
        )
        found.append(
            GlanceMuscle(name[:1].upper() + name[1:], sets[0], max(sets), (float(low), float(high)), text, spoken)
        )
    return tuple(found)


def _used(plan: Plan, exercises: Catalogue) -> Catalogue:
    """The exercises that the plan has: all of them would take a while to look through."""
    keys = {entry.exercise for _, week in weeks_of(plan) for one in week.sessions for entry in one.entries}
    return Catalogue(one for key in sorted(keys) if (one := exercises.get(key)) is not None)
