"""A day of the training calendar in words, and a year of it as a table to be copied.

Owns these words. They tell what was done and planned; a session that was missed is told like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from legwork.domain.days import WEEKDAYS, long_day, short_day
from legwork.domain.log.adherence import Fate
from legwork.domain.log.training_days import TRAINED
from legwork.domain.plan.model import BLOCK_KINDS, BlockKind
from legwork.domain.units import UnitSystem
from legwork.i18n import mark, ntr, ptr, tr, within
from legwork.numerals import GROUP
from legwork.services.set_words import kg_words, sets_number
from legwork.services.training_calendar import CalendarWeek, CalendarYear, DoneWorkout, How, PlannedSession

YEAR_COLUMNS = (
    mark("Day"), mark("Workout"), mark("Trained"), mark("Sets"), mark("Hard sets"), mark("Tonnage"), mark("Minutes"),
    mark("Plan"),
)  # fmt: skip


@dataclass(frozen=True)
class DayWords:
    """A day in words. head: its name. lines: what is told of it, none of them empty. workouts: of these, how many lines
    are workouts; they come first, in their order."""

    head: str
    lines: tuple[str, ...]
    workouts: int = 0

    @property
    def sentence(self) -> str:
        """All of it in one sentence."""
        return tr("{day}: {told}.", day=self.head, told="; ".join(self.lines))


def day_words(day: date, year: CalendarYear, units: UnitSystem, today: date, *, planned: bool) -> DayWords:
    """What is told of a day. planned: whether there is a plan with a start, so that what is beside it can be told."""
    found, week = year.days.get(day), year.week(day)
    workouts = [_workout_words(one, units, week, planned=planned) for one in found.workouts] if found else []
    lines = [*workouts]
    if found:
        lines += [words for one in found.planned if (words := _planned_words(one, day, today))]
        lines += [tr("check-in")] if found.check_in else []
        lines += [tr("plan {name} begins", name=name) for name in found.plans_begin if name]
        lines += [tr("programme change: {text}", text=text) for text in found.changes]
    if not lines:
        lines = [_nothing(day, today, planned=week is not None)]
    if week is not None:
        lines.append(week_words(week))
    head = tr("{day} (today)", day=long_day(day)) if day == today else long_day(day)
    return DayWords(head, tuple(lines), len(workouts))


def workout_sums(one: DoneWorkout, units: UnitSystem) -> str:
    """ "18 sets, 6,200 kg, 62 min"; what is not known is left out."""
    parts = [ntr("{count} set", "{count} sets", round(one.count.sets))]
    if one.count.tonnage_kg >= 1:
        parts.append(kg_words(one.count.tonnage_kg, units))
    if one.minutes:
        parts.append(tr("{minutes} min", minutes=one.minutes))
    return ", ".join(parts)


def week_words(week: CalendarWeek) -> str:
    """ "week 5 of 12, Base: 2 of 3 sessions done"; that it is a deload is said."""
    kind = tr(BLOCK_KINDS[week.kind])
    block = week.block or kind
    if week.kind is BlockKind.DELOAD and kind.casefold() not in block.casefold():
        block = tr("{name} ({kind})", name=block, kind=within(kind))
    head = tr("week {number} of {count}, {block}", number=week.number, count=week.count, block=block)
    if not week.sessions:
        return head
    done = ntr(
        "{done} of {count} session done", "{done} of {count} sessions done", week.sessions, done=week.done
    )  # fmt: skip
    return tr("{week}: {done}", week=head, done=done)


def year_table(year: CalendarYear, units: UnitSystem) -> str:
    """The workouts and the planned sessions of a year, a line each, with tabs between the cells."""
    rows = ((day.isoformat(), *cells) for day, cells in year_rows(year, units))
    return "".join("\t".join(cells) + "\n" for cells in (tuple(tr(one) for one in YEAR_COLUMNS), *rows))


def year_rows(year: CalendarYear, units: UnitSystem) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Of each workout and each planned session of a year that was not done the day, and what stands in the other
    columns."""
    for day, found in year.days.items():
        if day.year != year.year:
            continue
        for one in found.workouts:
            count = one.count
            tonnage = kg_words(count.tonnage_kg, units).replace(GROUP, "") if count.tonnage_kg else ""
            cells = (
                one.title, tr(TRAINED[count.trained]), sets_number(count.sets), sets_number(count.hard), tonnage,
                str(one.minutes or ""), _how_words(one) or tr("free"),
            )  # fmt: skip
            yield day, cells
        for planned in found.planned:
            if planned.fate in (Fate.MISSED, Fate.OPEN):
                state = tr("not done") if planned.fate is Fate.MISSED else ptr("session", "open")
                yield day, (planned.title, "", "", "", "", "", state)


def _workout_words(one: DoneWorkout, units: UnitSystem, week: CalendarWeek | None, *, planned: bool) -> str:
    said = tr("{title}, {sums}", title=one.title, sums=workout_sums(one, units))
    how = tr("in progress") if not one.finished else _how_words(one)
    if not how and planned and week is not None:
        how = tr("beside the plan")
    return tr("{workout}, {how}", workout=said, how=how) if how else said


def _how_words(one: DoneWorkout) -> str:
    """How a workout stands to the plan; "" for a free one."""
    match one.how:
        case How.PLANNED:
            return tr("as planned")
        case How.MOVED if one.planned_on is not None:
            return tr("moved from {day}", day=_weekday_day(one.planned_on))
        case How.MOVED:
            return tr("moved")
        case How.AGAIN:
            return tr("once more")
    return ""


def _planned_words(one: PlannedSession, day: date, today: date) -> str:
    match one.fate:
        case Fate.MISSED:
            return tr("{title} was planned and not done", title=one.title)
        case Fate.MOVED:
            return tr("{title} was planned, and done on {day}", title=one.title, day=_weekday_day(one.done_on[0]))
        case Fate.OPEN if day < today:
            return tr("{title} can still be done until {day}", title=one.title, day=_weekday_day(one.until))
        case Fate.OPEN:
            return tr("{title} is planned", title=one.title)
    return ""


def _nothing(day: date, today: date, *, planned: bool) -> str:
    if day > today:
        return tr("nothing planned")
    return tr("nothing planned, nothing logged") if planned else tr("nothing logged")


def _weekday_day(day: date) -> str:
    return tr("{weekday}, {day}", weekday=tr(WEEKDAYS[day.weekday()]), day=short_day(day))
