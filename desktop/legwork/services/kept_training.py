"""How much of a plan was kept over some weeks: its sessions, and the hard sets of each muscle beside those planned.

Owns the weeks that are looked at, the numbers and their words. It praises and blames nobody: a missed session is
ordinary, and a plan that is kept to two thirds may be a plan that asks for too much.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import near_day
from legwork.domain.log.adherence import Adherence, Fate, muscles_kept
from legwork.domain.log.plan_weeks import PlanWeek, muscles_of_weeks
from legwork.domain.log.sums import week_count
from legwork.domain.muscles import MUSCLES, Muscle, region_of
from legwork.domain.plan.counting import count_week
from legwork.domain.sites import Region
from legwork.i18n import ntr, tr
from legwork.services.log_sums import counted_log
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.set_words import sets_number
from legwork.services.train_week import monday_of
from legwork.services.training_calendar import CalendarBase


@dataclass(frozen=True)
class MuscleKept:
    """Hard sets of a muscle over the weeks that are looked at, planned and done. name: as it begins a sentence."""

    muscle: Muscle
    name: str
    region: Region
    planned: float
    done: float
    spoken: str

    @property
    def site(self) -> str:
        """Its key among the rows of a picture."""
        return self.muscle.value

    @property
    def number(self) -> str:
        """ "38 of 42"; only what was done where nothing was planned."""
        done = sets_number(self.done)
        return tr("{done} of {planned}", done=done, planned=sets_number(self.planned)) if self.planned else done


@dataclass(frozen=True)
class KeptTraining:
    """Some weeks of training. first, last: their days. mondays: of those that are of a plan and are over; where
    there are none, everything is 0. moved: of those done, on another day. free: workouts beside the plan."""

    first: date
    last: date
    mondays: tuple[date, ...] = ()
    planned: int = 0
    done: int = 0
    moved: int = 0
    missed: int = 0
    repeated: int = 0
    free: int = 0
    muscles: tuple[MuscleKept, ...] = ()

    @property
    def weeks(self) -> int:
        """How many weeks belong to a plan and are over."""
        return len(self.mondays)


def weeks_back(today: date, weeks: int) -> tuple[date, date]:
    """The first and last day of so many weeks that are over, Monday to Sunday."""
    monday = today - timedelta(days=today.weekday())
    return monday - timedelta(weeks=weeks), monday - timedelta(days=1)


def kept_training(
    profile: Profile, person: Person, base: CalendarBase, first: date, last: date, breathe: Callable[[], object] = bool
) -> KeptTraining:
    """What was kept from `first` to `last`, of the weeks that are over and belong to a plan.

    Of these weeks all sets count that were done; in a gap between two plans nothing was planned, so nothing counts.
    Raises StoreError.
    """
    weeks = [
        one for one in base.weeks if first <= one.monday <= last and one.monday + timedelta(days=6) < base.today
    ]  # fmt: skip
    if not weeks:
        return KeptTraining(first, last)
    begin, end = weeks[0].monday, weeks[-1].monday + timedelta(days=6)
    mondays = tuple(one.monday for one in weeks)
    kept = [one for one in base.adherence.kept if one.planned.first in mondays]
    free = [one for one in base.adherence.free if monday_of(one.day) in mondays]
    sessions = Adherence(kept, free)
    moved = sessions.count(Fate.MOVED)
    return KeptTraining(
        begin, end, mondays, len(kept), sessions.count(Fate.DONE) + moved, moved, sessions.count(Fate.MISSED),
        sessions.repeated, len(free), _muscles(profile, person, base, weeks, breathe),
    )  # fmt: skip


def _muscles(
    profile: Profile, person: Person, base: CalendarBase, weeks: list[PlanWeek], breathe: Callable[[], object]
) -> tuple[MuscleKept, ...]:
    planned = muscles_of_weeks(count_week(one.week, base.lookup) for one in weeks)
    breathe()
    counted = counted_log(profile, person, base.lookup, weeks[0].monday, weeks[-1].monday + timedelta(days=6))
    breathe()
    done = muscles_of_weeks(week_count(counted, one.monday) for one in weeks)
    found = muscles_kept(planned, done)
    return tuple(_row(one, *found[one.value]) for one in Muscle if one.value in found)


def _row(muscle: Muscle, planned: float, done: float) -> MuscleKept:
    name = tr(MUSCLES[muscle])
    name = name[:1].upper() + name[1:]
    said = sets_number(done)
    if planned:
        spoken = tr(
            "{muscle}: {done} of {planned} planned hard sets done.",
            muscle=name, done=said, planned=sets_number(planned),
        )  # fmt: skip
    else:
        spoken = tr("{muscle}: {done} hard sets done, none planned.", muscle=name, done=said)
    return MuscleKept(muscle, name, region_of(muscle), planned, done, spoken)


def kept_words(kept: KeptTraining, today: date) -> tuple[str, ...]:
    """What became of the planned sessions, a sentence each; none where nothing was planned."""
    if not kept.planned:
        return ()
    period = ntr(
        "In {count} week of your plan, {first} to {last}, {sessions} were planned.",
        "In {count} weeks of your plan, {first} to {last}, {sessions} were planned.",
        kept.weeks,
        first=near_day(kept.first, today), last=near_day(kept.last, today),
        sessions=ntr("{count} session", "{count} sessions", kept.planned),
    )  # fmt: skip
    return tuple(one for one in (period, _done_words(kept), _beside_words(kept)) if one)


def _done_words(kept: KeptTraining) -> str:
    if kept.done == kept.planned:
        said = tr("All of them were done")
    else:
        said = ntr("{count} of them was done", "{count} of them were done", kept.done)
    if kept.moved:
        said = tr(
            "{done}, {moved}", done=said, moved=ntr("{count} on another day", "{count} on other days", kept.moved)
        )
    if not kept.missed:
        return tr("{done}.", done=said)
    left = ntr("{count} was left out", "{count} were left out", kept.missed)
    return tr("{done}; {left}, as happens.", done=said, left=left)


def _beside_words(kept: KeptTraining) -> str:
    parts = []
    if kept.repeated:
        parts.append(ntr("{count} session done once more", "{count} sessions done once more", kept.repeated))
    if kept.free:
        parts.append(ntr("{count} workout beside the plan", "{count} workouts beside the plan", kept.free))
    return tr("As well: {parts}.", parts=", ".join(parts)) if parts else ""
