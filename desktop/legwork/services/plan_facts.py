"""What a plan comes to, week by week, in numbers and words: sets of a muscle, tonnage, leg days, minutes, the course.

Owns keeping the counts between two edits, and the words of a week. Counting is `domain.plan.counting`, the rows of the
muscles are `plan_volumes`, and what is good or bad about a plan is said by its checks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legwork import numerals
from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.counting import Lookup, WeekCount, count_week
from legwork.domain.plan.model import BLOCK_KINDS, WEEKDAYS, Block, BlockKind, Plan, Session, Week, weeks_of
from legwork.domain.plan_brief import LEG_DAYS, PlanBrief
from legwork.domain.sites import Kind, Region
from legwork.domain.units import UnitSystem, in_unit, unit_of
from legwork.i18n import listed, ntr, tr, within
from legwork.services.plan_volumes import VolumeRow, volume_rows


class PlanCounter:
    """Counts a plan again and again, but each week only once: those that an edit left alone are the same objects."""

    def __init__(self) -> None:
        self._lookup: Lookup | None = None
        self._known: dict[int, tuple[Week, WeekCount]] = {}

    def counts(self, plan: Plan, lookup: Lookup) -> tuple[WeekCount, ...]:
        """The sums of every week, as `count_plan` gives them; not to be changed. lookup: compared by identity."""
        before = self._known if lookup is self._lookup else {}
        known: dict[int, tuple[Week, WeekCount]] = {}  # holds the weeks, so that an id stays that of the same object
        found = []
        for _, week in weeks_of(plan):
            kept = before.get(id(week)) or (week, count_week(week, lookup))
            known[id(week)] = kept
            found.append(kept[1])
        self._lookup, self._known = lookup, known
        return tuple(found)


@dataclass(frozen=True)
class TonnageFacts:
    """Sets x reps x load of a week. texts: with their unit. words: what is left out, empty when nothing is."""

    lower_kg: float
    upper_kg: float
    lower_text: str
    upper_text: str
    words: str
    spoken: str


@dataclass(frozen=True)
class SessionFacts:
    """A session's name, its minutes (not rounded), as text ("~55 min"), and whether it is a leg day."""

    session_id: int
    name: str
    minutes: float
    text: str
    legs: bool


@dataclass(frozen=True)
class CoursePoint:
    """The hard sets of a week for legs and upper body. number: its place from 1."""

    week_id: int
    number: int
    kind: BlockKind
    lower: float
    upper: float
    spoken: str

    @property
    def site(self) -> str:
        """Its key among the parts of a picture."""
        return str(self.week_id)


@dataclass(frozen=True)
class WeekFacts:
    """All that is shown of one week. title: "Week 3 of 12, accumulate". unknown: exercises that nobody knows, by name.

    leg_days: how many; leg_days_text says so with what is wanted; leg_days_fine: whether it is within that.
    """

    week_id: int
    number: int
    title: str
    rows: tuple[VolumeRow, ...]
    tonnage: TonnageFacts
    leg_days: int
    leg_days_text: str
    leg_days_fine: bool
    sessions: tuple[SessionFacts, ...]
    unknown: tuple[str, ...]
    unknown_text: str


def week_facts(
    plan: Plan,
    week_id: int,
    counts: Sequence[WeekCount],
    lookup: Lookup,
    exercises: Catalogue,
    brief: PlanBrief | None,
    system: UnitSystem,
) -> WeekFacts | None:
    """The facts of a week; None when the plan has no week of that id. counts: of all weeks in order.

    brief: what the plan shall do, None while nothing is known of the person.
    """
    weeks = list(weeks_of(plan))
    place = next((place for place, (_, week) in enumerate(weeks) if week.id == week_id), None)
    if place is None:
        return None
    block, week = weeks[place]
    count = counts[place]

    def label_of(key: str) -> str:
        found = exercises.get(key)
        return found.label if found else key

    low, high = brief.leg_days if brief else LEG_DAYS
    keys = dict.fromkeys(entry.exercise for session in week.sessions for entry in session.entries)
    unknown = tuple(key for key in keys if exercises.get(key) is None)
    return WeekFacts(
        week_id,
        place + 1,
        _title(block, place + 1, len(weeks)),
        volume_rows(count, lookup, label_of, brief),
        _tonnage(count, system),
        count.leg_days,
        _leg_days(count.leg_days, low, high),
        low <= count.leg_days <= high,
        _sessions(week, count),
        unknown,
        _unknown_text(unknown),
    )


def course_of(plan: Plan, counts: Sequence[WeekCount]) -> tuple[CoursePoint, ...]:
    """The hard sets of all weeks for legs and upper body, in order. counts: of all weeks."""
    found = []
    for number, ((block, week), count) in enumerate(zip(weeks_of(plan), counts, strict=True), start=1):
        spoken = tr(
            "Week {number}, {block}: {lower} hard sets for the legs, {upper} for the upper body.",
            number=number, block=within(tr(BLOCK_KINDS[block.kind])), lower=numerals.short_number(count.lower),
            upper=numerals.short_number(count.upper),
        )  # fmt: skip
        found.append(CoursePoint(week.id, number, block.kind, count.lower, count.upper, spoken))
    return tuple(found)


def session_name(session: Session, place: int) -> str:
    """How a session is called: by its name, else its weekday, else its place in the week from 1."""
    if session.name:
        return session.name
    return tr(WEEKDAYS[session.weekday]) if session.weekday is not None else tr("Session {number}", number=place)


def _title(block: Block, number: int, weeks: int) -> str:
    name = block.name or within(tr(BLOCK_KINDS[block.kind]))
    return tr("Week {number} of {weeks}, {block}", number=number, weeks=weeks, block=name)


def _tonnage(count: WeekCount, system: UnitSystem) -> TonnageFacts:
    lower, upper = (count.tonnage_kg.get(one, 0.0) for one in (Region.LOWER, Region.UPPER))
    texts = load_text(lower, system), load_text(upper, system)
    words = ""
    if count.unknown_loads:
        words = ntr(
            "{count} set has no known load and is not in it.", "{count} sets have no known load and are not in it.",
            count.unknown_loads,
        )  # fmt: skip
    spoken = tr("Tonnage: {lower} for the legs, {upper} for the upper body.", lower=texts[0], upper=texts[1])
    return TonnageFacts(lower, upper, *texts, words, f"{spoken} {words}".strip())


def load_text(kg: float, system: UnitSystem) -> str:
    """A tonnage in the person's unit, whole, with its thousands set apart: "12 340 kg"."""
    number = numerals.number(round(in_unit(kg, Kind.MASS, system)))
    return tr("{number} {unit}", number=number, unit=unit_of(Kind.MASS, system))


def _leg_days(days: int, low: int, high: int) -> str:
    return ntr(
        "{count} leg day ({low} to {high} wanted)",
        "{count} leg days ({low} to {high} wanted)",
        days,
        low=low,
        high=high,
    )


def _sessions(week: Week, count: WeekCount) -> tuple[SessionFacts, ...]:
    legs = {one.id for one in count.leg_sessions}
    return tuple(
        SessionFacts(
            one.id, session_name(one, place), minutes := count.session_minutes.get(one.id, 0.0),
            tr("~{minutes} min", minutes=5 * round(minutes / 5)) if minutes >= 2.5 else tr("nothing yet"),
            one.id in legs,
        )
        for place, one in enumerate(week.sessions, start=1)
    )  # fmt: skip


def _unknown_text(unknown: Sequence[str]) -> str:
    if not unknown:
        return ""
    return ntr(
        "{names} is not in the catalogue: its sets count for no muscle.",
        "{names} are not in the catalogue: their sets count for no muscle.",
        len(unknown), names=listed([one[:40] for one in unknown[:4]]),
    )  # fmt: skip
