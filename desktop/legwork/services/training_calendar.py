"""The training of years as days: what was done on each, what was planned, and what became of it.

Owns reading them. The words of a day are `calendar_words`; how much of a plan was kept is `kept_training`. A year is
read by itself, because a log may have a hundred thousand sets; what all years share is read once (`CalendarBase`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from legwork.domain.log.adherence import Adherence, Fate, adherence_of
from legwork.domain.log.model import Workout
from legwork.domain.log.plan_weeks import DatedPlan, PlanWeek, plan_weeks
from legwork.domain.log.training_days import NOTHING, Trained, WorkoutCount, added, counted_workouts, tone
from legwork.domain.plan.counting import Lookup
from legwork.domain.plan.model import BlockKind
from legwork.services.due import tape_days
from legwork.services.log_sums import counted_log
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.plans import stored_plans
from legwork.services.profile import Profile
from legwork.services.programme import ProgrammeChange, changes_from
from legwork.services.train_history import workout_title
from legwork.services.train_week import monday_of, session_title
from legwork.services.workouts import WorkoutInfo, workout_infos


class How(StrEnum):
    """How a workout stands to the plan. AGAIN: it did a session that was done before. FREE: no session of a plan that
    has a start."""

    PLANNED = "planned"
    MOVED = "moved"
    AGAIN = "again"
    FREE = "free"


@dataclass(frozen=True)
class DoneWorkout:
    """A workout of a day. count: what it comes to. planned_on: the day on which its session was planned, None for any
    day. minutes: None where they are not known."""

    id: int
    title: str
    count: WorkoutCount
    how: How
    planned_on: date | None
    minutes: int | None
    finished: bool


@dataclass(frozen=True)
class PlannedSession:
    """A session that was planned for a day. done_on: the days on which it was done, the first one first."""

    title: str
    fate: Fate
    until: date
    done_on: tuple[date, ...] = ()


@dataclass(frozen=True)
class CalendarDay:
    """A day on which something was done, planned, measured or changed. changes: of the programme, and plans that
    begin, as they were called; plans_begin: these alone."""

    day: date
    workouts: tuple[DoneWorkout, ...] = ()
    planned: tuple[PlannedSession, ...] = ()
    check_in: bool = False
    changes: tuple[str, ...] = ()
    plans_begin: tuple[str, ...] = ()

    @property
    def whole(self) -> WorkoutCount:
        """All workouts of the day as one."""
        return added(one.count for one in self.workouts)

    @property
    def trained(self) -> Trained | None:
        """What was trained; None for a day without a workout."""
        return self.whole.trained if self.workouts else None

    @property
    def tone(self) -> int:
        """How strongly it is drawn, as `training_days.tone` says."""
        return tone(self.whole.hard)

    @property
    def missed(self) -> bool:
        """Whether a session that was planned for it was not done, and its time is over."""
        return any(one.fate is Fate.MISSED for one in self.planned)

    @property
    def moved_away(self) -> bool:
        """Whether a session that was planned for it was done on another day."""
        return any(one.fate is Fate.MOVED for one in self.planned)

    @property
    def open(self) -> bool:
        """Whether a session that is planned for it is still to be done."""
        return any(one.fate is Fate.OPEN for one in self.planned)

    @property
    def moved_here(self) -> bool:
        """Whether a session of another day was done on it."""
        return any(one.how is How.MOVED for one in self.workouts)

    @property
    def again(self) -> bool:
        """Whether a session was done on it that had been done before."""
        return any(one.how is How.AGAIN for one in self.workouts)


@dataclass(frozen=True)
class CalendarWeek:
    """A week that belongs to a plan. number: of `count`, from 1. sessions, done, missed: of the plan. starts: whether
    the plan begins with it."""

    monday: date
    plan: str
    number: int
    count: int
    block: str
    kind: BlockKind
    block_id: int
    sessions: int
    done: int
    missed: int
    starts: bool


@dataclass(frozen=True)
class CalendarYear:
    """A year. days: those with something on them. weeks: those that belong to a plan, by their Mondays."""

    year: int
    days: Mapping[date, CalendarDay] = field(default_factory=dict)
    weeks: Mapping[date, CalendarWeek] = field(default_factory=dict)

    def banded(self, first: date, last: date) -> bool:
        """Whether there is a plan or a change from one day to another."""
        begin = first - timedelta(days=min(first.weekday(), first.toordinal() - 1))
        if any(begin <= monday <= last for monday in self.weeks):
            return True
        return any(first <= day <= last and (one.changes or one.plans_begin) for day, one in self.days.items())

    def week(self, day: date) -> CalendarWeek | None:
        """The week of the plan in which a day lies."""
        return self.weeks.get(day - timedelta(days=day.weekday()))


@dataclass(frozen=True, eq=False)
class CalendarBase:
    """What the calendar of every year is made of. plans: how many there are; dated: of those with a start.

    first, last: of the years that have something to show. infos: all workouts, without what they hold.
    """

    today: date
    lookup: Lookup
    plans: int = 0
    dated: int = 0
    weeks: tuple[PlanWeek, ...] = ()
    adherence: Adherence = field(default_factory=Adherence)
    infos: tuple[WorkoutInfo, ...] = ()
    changes: tuple[ProgrammeChange, ...] = ()
    check_ins: frozenset[date] = frozenset()
    first: int = 0
    last: int = 0

    @property
    def empty(self) -> bool:
        """Whether no workout was ever logged and no plan has a start."""
        return not self.infos and not self.dated


def calendar_base(
    profile: Profile, person: Person, today: date, chosen: int = 0, breathe: Callable[[], object] = bool
) -> CalendarBase:
    """What all years share. chosen: the plan that is trained by, where several could be. Raises StoreError."""
    lookup = counting_lookup(profile, person)
    breathe()
    with profile.reading() as reader:
        stored = stored_plans(reader, person.id)
        breathe()
        changes = changes_from(reader, person.id)
    breathe()
    measured = frozenset(tape_days(profile, person).values())
    breathe()
    infos = workout_infos(profile, person.id)
    breathe()
    dated = [
        DatedPlan(one.info.id, one.info.name, one.plan, monday_of(one.info.starts_on))
        for one in stored
        if one.info.starts_on is not None
    ]
    done = {one.session_id for one in infos if one.session_id is not None}
    weeks = plan_weeks(dated, done, chosen)
    breathe()
    planned = [one for week in weeks for one in week.planned]
    workouts = [Workout(one.id, one.day, one.start, session_id=one.session_id) for one in infos]
    adherence = adherence_of(planned, workouts, today, date.min, date.max)
    days = [one.day for one in infos] + [week.monday for week in weeks]
    first = min((one.year for one in days), default=today.year)
    last = max((one.year for one in days), default=today.year)
    if weeks:
        last = max(last, (weeks[-1].monday + timedelta(days=6)).year)
    return CalendarBase(
        today, lookup, len(stored), len(dated), weeks, adherence, infos, changes, measured,
        min(first, today.year), max(last, today.year),
    )  # fmt: skip


def calendar_year(profile: Profile, person: Person, base: CalendarBase, year: int) -> CalendarYear:
    """The days of a year, with those that its first and last week have in other years. Raises StoreError."""
    first = date(year, 1, 1) - timedelta(days=date(year, 1, 1).weekday())
    end = date(year, 12, 31)
    last = end + timedelta(days=6 - end.weekday()) if year < date.max.year else end
    counts = counted_workouts(counted_log(profile, person, base.lookup, first, last))
    found: dict[date, _Day] = {}

    def at(day: date) -> _Day:
        return found.setdefault(day, _Day())

    how = _hows(base.adherence)
    for info in base.infos:
        if first <= info.day <= last:
            which, planned_on = how.get(info.id, (How.FREE, None))
            count = counts.get(info.id, NOTHING)
            title = workout_title(Workout(info.id, info.day, title=info.title))
            at(info.day).workouts.append(
                DoneWorkout(info.id, title, count, which, planned_on, info.minutes, info.finished)
            )
    places = {one.session.id: place for week in base.weeks for place, one in enumerate(week.planned)}
    for kept in base.adherence.kept:
        day = kept.planned.day
        if day is not None and first <= day <= last:
            title = session_title(kept.planned.session, places[kept.planned.session.id])
            done = tuple(one.day for one in kept.workouts)
            at(day).planned.append(PlannedSession(title, kept.fate, kept.planned.last, done))
    for measured in base.check_ins:
        if first <= measured <= last:
            at(measured).check_in = True
    for change in base.changes:
        if first <= change.day <= last:
            at(change.day).changes.append(change.text)
    for week in base.weeks:
        if week.starts and first <= week.monday <= last:
            at(week.monday).begin.append(week.plan_name)
    days = {day: found[day].as_day(day) for day in sorted(found)}
    return CalendarYear(year, days, _weeks(base, first, last))


@dataclass
class _Day:
    """A day that is being put together."""

    workouts: list[DoneWorkout] = field(default_factory=list)
    planned: list[PlannedSession] = field(default_factory=list)
    check_in: bool = False
    changes: list[str] = field(default_factory=list)
    begin: list[str] = field(default_factory=list)

    def as_day(self, day: date) -> CalendarDay:
        return CalendarDay(
            day, tuple(self.workouts), tuple(self.planned), self.check_in, tuple(self.changes), tuple(self.begin)
        )


def _hows(adherence: Adherence) -> dict[int, tuple[How, date | None]]:
    """How each workout stands to the plan, by its id."""
    found: dict[int, tuple[How, date | None]] = {}
    for kept in adherence.kept:
        for place, workout in enumerate(kept.workouts):
            first = How.MOVED if kept.fate is Fate.MOVED else How.PLANNED
            found[workout.id] = (How.AGAIN if place else first), kept.planned.day
    return found


def _weeks(base: CalendarBase, first: date, last: date) -> dict[date, CalendarWeek]:
    fates: dict[int, list[Fate]] = {}
    for kept in base.adherence.kept:
        fates.setdefault(kept.planned.first.toordinal(), []).append(kept.fate)
    found = {}
    for week in base.weeks:
        if first <= week.monday <= last:
            here = fates.get(week.monday.toordinal(), [])
            found[week.monday] = CalendarWeek(
                week.monday, week.plan_name, week.number, week.count, week.block.name, week.block.kind, week.block.id,
                len(week.planned), sum(one in (Fate.DONE, Fate.MOVED) for one in here),
                sum(one is Fate.MISSED for one in here), week.starts,
            )  # fmt: skip
    return found
