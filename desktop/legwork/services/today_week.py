"""This week on the first page: the leg muscles against what is wanted, the upper body against what holds it.

Owns choosing the rows and their words. Counting is `train_count`, with the same numbers as on the Train page. Runs off
the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from legwork.domain.log.sums import What
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from legwork.i18n import ntr, tr
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.plan_lookup import lookup_of
from legwork.services.plan_volumes import ALWAYS_SHOWN
from legwork.services.plans import plan_of_today
from legwork.services.profile import Profile
from legwork.services.set_words import sets_number
from legwork.services.sets_behind import number_words
from legwork.services.train_count import Holding, MuscleCount, PeriodCount, RegionCount, count_period, holding
from legwork.services.train_periods import Stretch, period_at


@dataclass(frozen=True)
class WeekLine:
    """A row of hard sets. done: of which indirect ones are `indirect`. planned, band, holds: None where not known.

    number: what was done; beside: what it is held against; both as texts. whole: a region, not a muscle.
    """

    key: str
    name: str
    region: str
    done: float
    indirect: float
    planned: float | None
    band: tuple[float, float] | None
    holds: float | None
    number: str
    beside: str
    spoken: str
    whole: bool = False


@dataclass(frozen=True)
class WeekGlance:
    """lines: both regions, then the leg muscles; none where nothing was ever logged or planned. said: the week in a
    sentence."""

    lines: tuple[WeekLine, ...] = ()
    said: str = ""


def week_glance(
    profile: Profile, person: Person, today: date, chosen_plan: int = 0, breathe: Callable[[], object] = bool
) -> WeekGlance:
    """The week of today so far. breathe: called between the parts; what it raises ends the work. Raises StoreError."""
    plan = plan_of_today(profile, person.id, today, chosen_plan)
    catalogue = catalogue_of(profile, person.id)
    breathe()
    lookup = lookup_of(profile, person, today, catalogue)
    breathe()
    known = holding(profile, person, lookup, today, breathe)
    breathe()
    period = period_at(Stretch.WEEK, today, plan, today)
    count = count_period(profile, person, period, plan, lookup, catalogue, known)
    if count.empty and not count.planned and not known.sets:
        return WeekGlance()
    return _glance(count, known)


def _glance(count: PeriodCount, known: Holding) -> WeekGlance:
    regions = [_region(one) for one in count.regions if one.region is not None]
    muscles = [_muscle(one) for one in count.muscles if one.muscle in ALWAYS_SHOWN]
    return WeekGlance((*regions, *muscles), _said(count, known))


def _said(count: PeriodCount, known: Holding) -> str:
    days = round(count.leg_days.value)
    said = ntr("{count} leg day so far.", "{count} leg days so far.", days) if days else tr("No leg day so far.")
    brief = known.brief
    if brief is not None and brief.leg_days is not None:
        low, high = brief.leg_days
        return tr("{said} Wanted: {low} to {high} a week.", said=said, low=low, high=high)
    return said


def _region(one: RegionCount) -> WeekLine:
    assert one.region is not None
    parts = []
    if one.planned_sets:
        parts.append(tr("{planned} planned", planned=one.planned_sets_text))
    if one.region is Region.UPPER and one.holds_sets is not None:
        parts.append(tr("{count} hold it", count=sets_number(one.holds_sets)))
    beside = ", ".join(parts)
    return WeekLine(
        one.region.value, one.name, one.region.value, one.hard.value, 0.0, one.planned_sets, None,
        one.holds_sets if one.region is Region.UPPER else None,
        one.hard.text, beside, _spoken(one.name, one.hard.value, beside), whole=True,
    )  # fmt: skip


def _muscle(one: MuscleCount) -> WeekLine:
    total = one.direct.value + one.indirect.value
    beside = ""
    if one.band is not None:
        beside = tr("wanted {low} to {high}", low=sets_number(one.band[0]), high=sets_number(one.band[1]))
    return WeekLine(
        one.muscle.value, one.name, one.region.value, total, one.indirect.value, None, one.band, None,
        sets_number(total), beside, _spoken(one.name, total, beside),
    )  # fmt: skip


def _spoken(name: str, sets: float, beside: str) -> str:
    said = tr("{what}: {number}", what=name, number=number_words(What.HARD, sets, UnitSystem.METRIC))
    return f"{said}, {beside}." if beside else f"{said}."
