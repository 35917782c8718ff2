"""What the planner's tests share: the shipped templates and exercises, briefs, and a plan in few words."""

from __future__ import annotations

from itertools import count

from legwork.domain.exercise import Equipment
from legwork.domain.pain_holds import HELD
from legwork.domain.plan.checks import check_plan
from legwork.domain.plan.findings import Finding, Grade
from legwork.domain.plan.model import Plan, Week, weeks_of
from legwork.domain.plan_brief import PlanBrief, brief
from legwork.domain.planner.draft import Draft, draft
from legwork.domain.planner.wishes import GYM, HOME, NOTHING, Wishes
from legwork.domain.self_checks import Area
from legwork.domain.standing import Legs
from legwork.services.catalogue import catalogue
from legwork.services.plan_aims import wanted_of
from legwork.services.plan_lookup import lookup_from
from legwork.services.planner import templates

EXERCISES = catalogue()
LOOKUP = lookup_from(EXERCISES)
TEMPLATES = {one.key: one for one in templates()}
BEHIND, MIDDLE, AHEAD, UNKNOWN = (brief({}, one, ()) for one in (Legs.BEHIND, Legs.MIDDLE, Legs.AHEAD, Legs.UNKNOWN))
EQUIPMENT_SETS = {
    "gym": GYM,
    "home with a bar": HOME | {Equipment.PULL_UP_BAR},
    "home": HOME,
    "bands": NOTHING | {Equipment.BAND},
    "nothing": NOTHING,
}
AREAS = (Area.KNEE, Area.HIP, Area.LOWER_BACK, Area.ANKLE)


def held_brief(legs: Legs, area: Area | None) -> PlanBrief:
    """A brief while one area hurts, or none."""
    return brief({}, legs, HELD[area] if area else ())


def drafted(key: str, wishes: Wishes, aim: PlanBrief = BEHIND) -> Draft:
    """A draft of a shipped template."""
    ids = count(1)
    return draft(TEMPLATES[key], aim, wishes, EXERCISES, lambda: next(ids), wanted_of(aim))


def warnings(plan: Plan, aim: PlanBrief = BEHIND) -> list[Finding]:
    """What the checks warn of."""
    return [one for one in check_plan(plan, LOOKUP, wanted_of(aim)) if one.grade is Grade.WARNING]


def weeks(plan: Plan) -> list[Week]:
    """Its weeks in order."""
    return [week for _, week in weeks_of(plan)]


def keys(plan: Plan) -> set[str]:
    """The exercises that it has."""
    return {entry.exercise for week in weeks(plan) for session in week.sessions for entry in session.entries}
