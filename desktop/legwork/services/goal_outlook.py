"""Goals and measures looked at from today on: where they are likely to be, going on as now, by the plan, or by half.

Owns the questions that a page asks, and their order. The work is in `outlooks` and `goal_judging`; the value types are
`goal_shapes`. Runs off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from legwork.domain.measures import Measure
from legwork.services.goal_judging import viewed
from legwork.services.goal_shapes import GoalView, SiteOutlook
from legwork.services.goals import Goal, goals_of
from legwork.services.outlook_words import unit_and_factor
from legwork.services.outlooks import Outlooks
from legwork.services.people import Person
from legwork.services.profile import Profile


def goal_views(
    profile: Profile, person: Person, today: date, chosen_plan: int = 0, breathe: Callable[[], object] = bool
) -> tuple[GoalView, ...]:
    """Every goal of a person, the one first that is expected first; what cannot be told stands last.

    A goal of a measure that this version does not know is left out. chosen_plan: the one that is trained by, where
    several could be. breathe: called between steps; what it raises ends the work. Raises StoreError.
    """
    shared = Outlooks(profile, person, today, chosen_plan, breathe)
    goals = [(measure, one) for one in goals_of(profile, person.id).values() if (measure := _measure_of(one))]
    found = [_view(shared, person, measure, one, breathe) for measure, one in goals]
    return tuple(sorted(found, key=lambda one: (bool(one.missing), one.expected_on is None, one.expected_on or 0)))


def site_outlook(
    profile: Profile, person: Person, measure: Measure, today: date, chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
) -> SiteOutlook:  # fmt: skip
    """A measure's future without a goal; of a pair that of the smaller side. As `goal_views`."""
    return Outlooks(profile, person, today, chosen_plan, breathe).site(measure)


def try_goal(site: SiteOutlook, value: float, due: date, today: date) -> GoalView:
    """A goal that nobody has set yet, looked at. value: in the unit of `site`. Reads nothing: a few milliseconds."""
    factor = site.series.factor if site.series is not None else 1.0
    return viewed(site, Goal(0, str(site.measure), value / factor, site.unit, "", due, today), value)


def _view(shared: Outlooks, person: Person, measure: Measure, goal: Goal, breathe: Callable[[], object]) -> GoalView:
    site = shared.site(measure, drawn=False)
    factor = site.series.factor if site.series is not None else unit_and_factor(measure, person)[1]
    return viewed(site, goal, goal.value * factor, breathe)


def _measure_of(goal: Goal) -> Measure | None:
    try:
        return Measure.parse(goal.measure)
    except ValueError:
        return None
