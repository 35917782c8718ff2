"""Goals on the first page: the next small step and when it is likely, and how the goals stand.

Owns choosing what is said of many goals. Forecasts are `goal_outlook`, steps `goal_steps`. Runs off the window's
thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from legwork.domain.days import near_day
from legwork.domain.measures import value_text
from legwork.i18n import tr
from legwork.services.goal_conflicts import contradictions
from legwork.services.goal_outlook import goal_views
from legwork.services.goal_shapes import GoalView, Milestone
from legwork.services.goal_steps import milestones
from legwork.services.people import Person
from legwork.services.profile import Profile

MOST_GOALS = 3
"""So many goals are told of (a convention)."""


@dataclass(frozen=True)
class GoalLine:
    """A goal. goal: its value and day; progress: share of the way, None where it is not known; sign, state: how it
    stands in a word; when: when it is likely, or why that cannot be said."""

    key: str
    name: str
    region: str
    goal: str
    progress: float | None
    sign: str
    state: str
    when: str
    spoken: str


@dataclass(frozen=True)
class GoalsGlance:
    """step: the next milestone, "" where there is none; when: when it is likely. more: how many goals are not named.

    caution: that goals contradict each other, "" where they do not.
    """

    step: str = ""
    when: str = ""
    lines: tuple[GoalLine, ...] = ()
    more: int = 0
    caution: str = ""


def goals_glance(
    profile: Profile, person: Person, today: date, chosen_plan: int = 0, breathe: Callable[[], object] = bool
) -> GoalsGlance:
    """As things stand. breathe: called between the parts; what it raises ends the work. Raises StoreError."""
    views = goal_views(profile, person, today, chosen_plan, breathe)
    steps = milestones(views)
    step, when = _step(steps[0]) if steps else ("", "")
    clash = contradictions(views)
    lines = tuple(_line(one, today) for one in views[:MOST_GOALS])
    return GoalsGlance(step, when, lines, len(views) - len(lines), clash[0] if clash else "")


def _step(one: Milestone) -> tuple[str, str]:
    return tr("{name} {value}", name=one.name, value=one.text), one.when


def _line(one: GoalView, today: date) -> GoalLine:
    goal = tr("{value} by {day}", value=value_text(one.value, one.unit), day=near_day(one.goal.due, today))
    ways = one.scenarios
    when = one.missing or (ways[0].when if ways else "")
    return GoalLine(
        one.goal.measure, one.name, one.region, goal, one.progress, one.sign, one.state, when, one.spoken
    )  # fmt: skip
