"""What a finished workout proposes for the coming week of the plan: new numbers for each exercise, with the reason.

Owns which part of the plan comes next, and putting together what the rules look at. The rules are
`domain.log.next_session`; a proposal changes nothing until it is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from legwork.domain.exercise import Counting, Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.asked import Asked, Past
from legwork.domain.log.model import Workout
from legwork.domain.log.next_session import NextTime, Why, propose
from legwork.domain.plan.counting import Lookup
from legwork.domain.plan.edits import replace_part
from legwork.domain.plan.lines import Grid, lines_of
from legwork.domain.plan.model import BlockKind, Entry, Plan, Session
from legwork.domain.plan.next_time import Change
from legwork.domain.plan.rules import Fixed
from legwork.domain.plan.starting import increment_of
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.services.exercise_history import pasts_of, times_of
from legwork.services.plans import StoredPlan
from legwork.services.prescription_words import asked_words, worth_words
from legwork.services.profile import Profile
from legwork.services.proposals import refused_by_topic
from legwork.services.train_sheet import entries_of
from legwork.services.train_week import monday_of


@dataclass(frozen=True)
class Coming:
    """A proposal for an exercise. entry: of the plan, as it stands there. what: the numbers in words. open: it would
    change the plan, and was neither taken nor refused. state: why there is nothing to decide, else ""."""

    label: str
    entry: Entry
    next: NextTime
    what: str
    open: bool
    state: str = ""

    @property
    def reason(self) -> str:
        """The reason in a sentence."""
        return self.next.proposal.reason

    @property
    def wanted(self) -> Entry:
        """The entry as it is proposed."""
        return replace(self.entry, prescription=self.next.proposal.prescription)


def next_times(
    profile: Profile,
    person_id: int,
    workout: Workout,
    stored: StoredPlan,
    log: Sequence[Workout],
    catalogue: Catalogue,
    lookup: Lookup,
    units: UnitSystem,
) -> tuple[Coming, ...]:
    """What a workout proposes for the plan, with all that is kept of these exercises. log: workouts that may have done
    coming sessions. As `coming_after`. Raises StoreError."""
    times = times_of(profile, person_id, {one.exercise for one in workout.exercises if one.sets})
    past = {}
    for key, found in times.items():
        exercise = catalogue.get(key)
        past[key] = pasts_of(profile, found, Counting.TOTAL if exercise is None else exercise.counting)
    done = {one.session_id for one in log if one.session_id is not None and any(each.sets for each in one.exercises)}
    refused = refused_by_topic(profile, person_id)
    return coming_after(workout, stored.plan, stored.info.starts_on, past, done, catalogue, lookup, units, refused)


def coming_after(
    workout: Workout,
    plan: Plan,
    starts_on: date | None,
    past: Mapping[str, Sequence[Past]],
    done: Collection[int],
    catalogue: Catalogue,
    lookup: Lookup,
    units: UnitSystem,
    refused: Mapping[str, Collection[str]] | None = None,
) -> tuple[Coming, ...]:
    """What a workout proposes, one for each exercise of the plan that was done in it and comes again.

    past: by exercise the times at which it was done, this one included. done: sessions (their ids) that were done.
    refused: the keys of what was refused before, by exercise. An exercise that was done in the place of another one
    says nothing about it. A session that was already done is not looked ahead to.
    """
    entries = entries_of(plan)
    grid = lines_of(plan)
    found = []
    for one in workout.exercises:
        entry = entries.get(one.entry_id) if one.entry_id is not None else None
        if entry is None or entry.exercise != one.exercise or not one.sets:
            continue
        ahead = _ahead(grid, entry, done)
        exercise = catalogue.get(one.exercise)
        if ahead is None or exercise is None:
            continue
        column, session, coming = ahead
        day = _day(starts_on, column, session, workout.day)
        deload = grid.columns[column].block.kind is BlockKind.DELOAD
        asked = _asked(coming, exercise, lookup, units, day, deload=deload)
        proposed = propose(asked, past.get(one.exercise, ()), (refused or {}).get(one.exercise, ()))
        found.append(_coming(exercise, coming, proposed, lookup, units))
    return tuple(found)


def taken(plan: Plan, proposals: Sequence[Coming]) -> Plan:
    """The plan with proposals in it. Raises UserError when a part of it has gone."""
    for one in proposals:
        plan = replace_part(plan, one.wanted)
    return plan


def _ahead(grid: Grid, entry: Entry, done: Collection[int]) -> tuple[int, Session, Entry] | None:
    """The next time that an entry's line comes: the column, the session and the entry there."""
    spot = grid.spot_of(entry.id)
    if spot is None:
        return None
    line, here = grid.line_of(spot.line), grid.column_of(spot.week_id)
    assert line is not None and here is not None
    sessions = grid.places[spot.line.place].sessions
    for column in range(here + 1, len(grid.columns)):
        cell, session = line.cells[column], sessions[column]
        if cell is not None and session is not None and session.id not in done:
            return column, session, cell
    return None


def _day(starts_on: date | None, column: int, session: Session, done: date) -> date:
    """On which day it comes, never before it was done."""
    if starts_on is None:
        return done + timedelta(weeks=1)
    weekday = session.weekday if session.weekday is not None else done.weekday()
    return max(done, monday_of(starts_on) + timedelta(weeks=column, days=weekday))


def _asked(coming: Entry, exercise: Exercise, lookup: Lookup, units: UnitSystem, day: date, *, deload: bool) -> Asked:
    body = None
    if lookup.body_kg is not None and exercise.body_share is not None:
        body = lookup.body_kg * exercise.body_share
    return Asked(day, coming.prescription, coming.rule, increment_of(exercise, units), exercise.counting, body, deload)


def _coming(exercise: Exercise, entry: Entry, proposed: NextTime, lookup: Lookup, units: UnitSystem) -> Coming:
    wanted = proposed.proposal.prescription
    worth = worth_words(wanted.load, lookup.max_kg.get(entry.exercise), units, exercise.increment_kg)
    what = asked_words(wanted, worth)
    if proposed.why is Why.REFUSED:
        return Coming(exercise.label, entry, proposed, what, False, tr("refused"))
    if wanted == entry.prescription or _as_planned(entry, proposed):
        return Coming(exercise.label, entry, proposed, asked_words(entry.prescription), False, tr("as planned"))
    return Coming(exercise.label, entry, proposed, what, True)


def _as_planned(entry: Entry, proposed: NextTime) -> bool:
    """Where nothing follows from the log: a plan that is written by hand stands, and a load that it leaves open is
    shown on the sheet from last time."""
    same = proposed.proposal.change is Change.SAME and entry.prescription.load is None
    return proposed.why in (Why.GOES_ON, Why.CUT_SHORT) and (same or isinstance(entry.rule, Fixed))
