"""A goal out of the comparison with people built alike, so that one click makes a realistic one.

Owns which value and which day it gets. How likely that is comes from `outlooks`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import month_of
from legwork.domain.forecast.growth import USUAL_SETS, effect_of
from legwork.domain.forecast.reach import reached_by
from legwork.domain.measures import Family, Measure, plain_text, value_text
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity, parse
from legwork.i18n import tr
from legwork.numerals import number
from legwork.services.balance_rows import GapRow
from legwork.services.goal_shapes import Scenario
from legwork.services.goals import SetGoal
from legwork.services.outlooks import Outlooks
from legwork.services.people import Person
from legwork.services.profile import Profile

SOONEST_WEEKS, LATEST_WEEKS = 12, 156
"""It lies no nearer than twelve weeks and no farther than three years (conventions)."""

STAGES = {"cm": (0.5, 0.1), "in": (0.25, 0.1)}
"""A first stage is a round value, else the least that is written (conventions)."""

LEAST_STAGE = {"cm": 0.1, "in": 0.05}
"""A stage that is nearer is no step: the tape cannot tell it (conventions)."""


@dataclass(frozen=True)
class BalanceGoal:
    """measure: of both sides. name: of it. quantity, due: the goal, None where none is likely. said: why this value and
    this day, or why there is none."""

    measure: Measure
    name: str
    quantity: Quantity | None
    due: date
    said: str

    def edit(self, person_id: int, today: date) -> SetGoal | None:
        """The edit that sets it; None where there is none to set."""
        if self.quantity is None:
            return None
        return SetGoal(person_id, str(self.measure), self.quantity, self.due, today, self.name)


def balance_goal(
    profile: Profile, person: Person, gap: GapRow, today: date, chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
) -> BalanceGoal | None:  # fmt: skip
    """What the comparison expects of a girth, on the day when that is as likely as not by the plan, or going on as now
    where there is none, or with USUAL_SETS where nothing is logged either (a convention, and told).

    Where that lies beyond LATEST_WEEKS: what is as likely as not by then, a round value; where even the least of them
    is less likely there is no goal, and words that say so. None where there is nothing to go, or no fresh reading.
    chosen_plan, breathe: as in `goal_views`. Raises StoreError.
    """
    measure = Measure(Family.SITE, gap.site)
    site = Outlooks(profile, person, today, chosen_plan, breathe).site(measure, drawn=False)
    way = site.scenario(Scenario.PLAN) or site.scenario(Scenario.AS_NOW)
    if way is None or site.now is None or gap.target <= site.now:
        return None
    assumed = way.scenario is Scenario.AS_NOW and site.sets is None
    effect = effect_of(USUAL_SETS) if assumed else way.effect
    with_sets = tr("That is with about {sets} hard sets a week, as nothing is logged yet.",
                   sets=number(USUAL_SETS)) if assumed else ""  # fmt: skip
    soonest, latest = (today + timedelta(weeks=one) for one in (SOONEST_WEEKS, LATEST_WEEKS))
    even = reached_by(way.outlook, gap.target, effect, rising=True).even
    expects = value_text(gap.target, site.unit)
    if even is not None and even <= latest.toordinal():
        due = max(date.fromordinal(even), soonest)
        said = tr("{value} goes with your build; by {month} it is as likely as not.", value=expects,
                  month=month_of(due))  # fmt: skip
        return BalanceGoal(
            measure, gap.name, _typed(gap.target, site.unit, person), due, f"{said} {with_sets}".rstrip()
        )
    likely = way.outlook.at(latest.toordinal(), effect).quantile(0.5)
    stages = (math.floor(likely / step + 1e-9) * step for step in STAGES[site.unit])
    stage = next((one for one in stages if one >= site.now + LEAST_STAGE[site.unit]), None)
    if stage is not None:
        said = tr("{expects} goes with your build and is likely to take more than three years. A first stage: {value} "
                  "by {month} is as likely as not.", expects=expects, value=value_text(stage, site.unit),
                  month=month_of(latest))  # fmt: skip
        return BalanceGoal(measure, gap.name, _typed(stage, site.unit, person), latest, f"{said} {with_sets}".rstrip())
    said = tr("{value} goes with your build. As things are no growth is likely within three years, so no goal was set: "
              "more training for it would bring one in sight.", value=expects)  # fmt: skip
    return BalanceGoal(measure, gap.name, None, latest, said)


def _typed(value: float, unit: str, person: Person) -> Quantity:
    return parse(plain_text(value, unit), Kind.GIRTH, person.units)
