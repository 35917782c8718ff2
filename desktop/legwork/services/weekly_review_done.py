"""What was done in the seven days that a check-in closes: sessions, hard sets beside what is wanted, and food.

Owns these rows and their words. Counting is `train_count`'s, what became of sessions `domain.log.adherence`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import WEEKDAYS
from legwork.domain.log.adherence import Fate, Kept
from legwork.domain.muscles import region_of
from legwork.domain.sites import Region
from legwork.i18n import mark, ntr, tr
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.plan_volumes import ALWAYS_SHOWN
from legwork.services.profile import Profile
from legwork.services.set_words import sets_number
from legwork.services.train_count import PeriodCount, count_period, holding
from legwork.services.train_periods import Period, Stretch, days_text
from legwork.services.train_week import session_title
from legwork.services.training_calendar import CalendarBase
from legwork.services.weekly_review_food import FoodLine, food_lines

FATES = {
    Fate.DONE: mark("done"),
    Fate.MOVED: mark("done, moved"),
    Fate.MISSED: mark("not done"),
    Fate.OPEN: mark("not done yet"),
}
"""For people, marked for translation."""

FATE_SIGNS = {Fate.DONE: "✓", Fate.MOVED: "✓", Fate.MISSED: "–", Fate.OPEN: "…"}
"""Beside the words, so that colour never stands alone."""

_DONE = (Fate.DONE, Fate.MOVED)
_OLD_DAYS = 28
"""From then on it is said that what is wanted may have been another then (a convention)."""


@dataclass(frozen=True)
class SessionLine:
    """A planned session of these days. day: "Tuesday", "" for any day."""

    title: str
    day: str
    fate: Fate

    @property
    def sign(self) -> str:
        """What became of it."""
        return FATE_SIGNS[self.fate]

    @property
    def words(self) -> str:
        """The same in words."""
        return tr(FATES[self.fate])


@dataclass(frozen=True)
class SetsRow:
    """Hard sets of a muscle, or of the upper body as a whole. low, high: what is wanted a week; None for nothing.

    holds: from so many on what is there is held, None where that is not known. spoken: a sentence.
    """

    key: str
    name: str
    region: Region
    done: float
    low: float | None
    high: float | None
    holds: float | None
    wanted: str
    spoken: str

    @property
    def number(self) -> str:
        """The sets as they are written."""
        return sets_number(round(self.done, 1))


@dataclass(frozen=True)
class ReviewDone:
    """first, last: the seven days. planned, done: sessions of the plan.

    kept: a sentence on them. sessions: of the plan. rows: sets, legs first. facts: leg days and tonnage, sentences.
    food: where any day was written down, with food_said on how many and how near. logged: whether anything was.
    """

    first: date
    last: date
    planned: int = 0
    done: int = 0
    kept: str = ""
    sessions: tuple[SessionLine, ...] = ()
    rows: tuple[SetsRow, ...] = ()
    facts: tuple[str, ...] = ()
    food: tuple[FoodLine, ...] = ()
    food_said: str = ""
    logged: bool = False


def done_in(
    profile: Profile,
    person: Person,
    first: date,
    base: CalendarBase,
    chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
) -> ReviewDone:
    """What was done in the seven days from `first` on. base: of the calendar. Raises StoreError.

    breathe: called between the parts; what it raises ends the work.
    """
    last = first + timedelta(days=6)
    kept = sessions_within(base, first, last)
    free = sum(first <= one.day <= last for one in base.adherence.free)
    known = holding(profile, person, base.lookup, base.today, breathe)
    breathe()
    # No plan is handed over: what it asks is of weeks from Monday on, and these days lie in two of them.
    period = Period(Stretch.WEEK, first, last, days_text(first, last))
    catalogue = catalogue_of(profile, person.id)
    counted = count_period(profile, person, period, None, base.lookup, catalogue, known)
    breathe()
    done = sum(one.fate in _DONE for _, one in kept)
    sessions = tuple(_session(title, one) for title, one in kept)
    said = _kept_words([one for _, one in kept], done, free)
    food, food_said = food_lines(profile, person, first, last, base.today, chosen_plan, breathe)
    old = last + timedelta(days=_OLD_DAYS) < base.today
    rows, facts = ((), ()) if counted.empty else (_rows(counted), _facts(counted, old=old))
    return ReviewDone(
        first, last, len(kept), done, said, sessions, rows, facts, food, food_said, logged=not counted.empty
    )  # fmt: skip


def sessions_within(base: CalendarBase, first: date, last: date) -> list[tuple[str, Kept]]:
    """The sessions planned for these days, or done on them, with their titles, in the order of their days.

    One of any day lies where it was done, else on the last day of its week.
    """
    places = {one.session.id: place for week in base.weeks for place, one in enumerate(week.planned)}
    found: list[tuple[date, int, str, Kept]] = []
    for one in base.adherence.kept:
        planned = one.planned
        day = planned.day or (one.workouts[0].day if one.workouts else planned.last)
        if first <= day <= last and planned.session.id in places:
            place = places[planned.session.id]
            found.append((day, place, session_title(planned.session, place), one))
    return [(title, one) for _, _, title, one in sorted(found, key=lambda each: each[:2])]


def _session(title: str, one: Kept) -> SessionLine:
    day = one.planned.day or (one.workouts[0].day if one.workouts else None)
    return SessionLine(title, tr(WEEKDAYS[day.weekday()]) if day is not None else "", one.fate)


def _kept_words(kept: list[Kept], done: int, free: int) -> str:
    if not kept:
        return ntr("{count} workout logged.", "{count} workouts logged.", free) if free else tr("No workout logged.")
    if done == len(kept) == 1:
        said = tr("The planned session was done")
    elif done == len(kept):
        said = tr("All {count} planned sessions were done", count=done)
    else:
        said = ntr("{done} of {count} planned session done", "{done} of {count} planned sessions done", len(kept),
                   done=done)  # fmt: skip
    beside = ntr("{count} workout beside the plan", "{count} workouts beside the plan", free) if free else ""
    return f"{said}; {beside}." if beside else f"{said}."


def _rows(counted: PeriodCount) -> tuple[SetsRow, ...]:
    """The large muscles of the legs, each beside its band, and the upper body as a whole beside what holds it."""
    rows = []
    for one in counted.muscles:
        if one.muscle not in ALWAYS_SHOWN:
            continue
        done = one.direct.value + one.indirect.value
        low, high = one.band if one.band is not None else (None, None)
        rows.append(_row(one.muscle.value, one.name, region_of(one.muscle), done, low, high, one.holds))
    upper = next((one for one in counted.regions if one.region is Region.UPPER), None)
    if upper is not None:
        rows.append(_row("upper", upper.name, Region.UPPER, upper.hard.value, None, None, upper.holds_sets))
    return tuple(rows)


def _row(
    key: str, name: str, region: Region, done: float, low: float | None, high: float | None, holds: float | None
) -> SetsRow:
    wanted = ""
    if low is not None and high is not None:
        wanted = tr("{low} to {high} wanted", low=sets_number(low), high=sets_number(high))
    elif holds is not None and round(holds, 1):
        wanted = tr("{sets} hold it", sets=sets_number(round(holds, 1)))
    said = sets_number(round(done, 1))
    spoken = tr("{name}: {sets} hard sets, {wanted}.", name=name, sets=said, wanted=wanted)
    if not wanted:
        spoken = tr("{name}: {sets} hard sets.", name=name, sets=said)
    return SetsRow(key, name, region, done, low, high, holds, wanted, spoken)


def _facts(counted: PeriodCount, *, old: bool) -> tuple[str, ...]:
    """old: what is wanted is known as of today only, and the days are longer ago."""
    legs, upper = counted.regions[0], counted.regions[1]
    days = ntr("{count} leg day", "{count} leg days", round(counted.leg_days.value))
    if counted.leg_days_text:
        days = tr("{days} ({wanted})", days=days, wanted=counted.leg_days_text)
    tonnage = tr("Tonnage: legs {legs}, upper body {upper}", legs=legs.tonnage.text, upper=upper.tonnage.text)
    return (days, tonnage, tr("Wanted and held: as they are today.")) if old else (days, tonnage)
