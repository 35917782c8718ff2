"""Drafting a plan: the shipped templates, which of them suit a person, and what is known of a person's wishes.

Owns reading the templates and the way from answers to wishes. How a plan is drafted is `domain.planner`. Texts of
templates are English here; show them through `tr` (a template's name through its `label`).
"""

from __future__ import annotations

import json
from functools import lru_cache

from legwork.domain.exercise import BodyArea
from legwork.domain.exercise_names import Catalogue
from legwork.domain.pain_holds import holds
from legwork.domain.plan_brief import PlanBrief
from legwork.domain.planner.draft import Draft, Fresh, draft
from legwork.domain.planner.suggest import Suggestion, ranked
from legwork.domain.planner.template import Template
from legwork.domain.planner.template_file import template_in
from legwork.domain.planner.wishes import Experience, Wishes
from legwork.domain.questionnaire import Answers, known_picks
from legwork.domain.units import UnitSystem
from legwork.paths import resources_dir
from legwork.services.catalogue import catalogue
from legwork.services.choices import choices_of
from legwork.services.people import Person
from legwork.services.plan_aims import wanted_of
from legwork.services.profile import Profile

FILES = (
    "legs_3", "legs_4", "legs_5", "full_body_3", "full_body_2", "upper_lower_4", "dumbbells_3", "minimal_3", "return_3",
)  # fmt: skip
"""One file per template, in the order in which they are offered to somebody of whom nothing is known."""

_DAYS = {"full_body": 3, "upper_lower": 4, "push_pull_legs": 3, "body_part": 4}
"""Training days that an answer to the question `split` goes with (a convention)."""

_AREAS = frozenset(one.value for one in BodyArea)


@lru_cache
def templates() -> tuple[Template, ...]:
    """The shipped templates. Raises ValueError when a file is badly written."""
    return tuple(template_in(_tree(name), f"{name}.json", catalogue()) for name in FILES)


def draft_plan(template: Template, brief: PlanBrief, wishes: Wishes, exercises: Catalogue, fresh: Fresh) -> Draft:
    """A whole plan with its reasons, see `domain.planner.draft`. exercises: the shipped and the person's own.

    Raises UserError when nothing may be trained for now.
    """
    return draft(template, brief, wishes, exercises, fresh, wanted_of(brief))


def suggest(wishes: Wishes, brief: PlanBrief) -> tuple[Suggestion, ...]:
    """All templates, those that suit best first, each with why."""
    return ranked(templates(), wishes, brief)


def default_wishes(profile: Profile, person: Person) -> Wishes:
    """What to begin with: what the person's answers about training and pain say, else the usual. Raises StoreError."""
    return wishes_from(choices_of(profile, person.id), person.units)


def wishes_from(answers: Answers, units: UnitSystem = UnitSystem.METRIC) -> Wishes:
    """The same from answers. Where nothing was answered: three days, an hour, a gym, some years.

    Who does not train the legs is treated as coming back, whatever the upper body does: its first sets are new to
    them (a convention).
    """
    pain = holds(answers)
    return Wishes(
        days=next((_DAYS[one] for one in known_picks(answers, "split", _DAYS)), 3),
        experience=_experience(answers),
        held=frozenset(pattern for one in pain for pattern in one.patterns),
        sore=frozenset(BodyArea(one.area.value) for one in pain if one.area.value in _AREAS),
        units=units,
    )


def _experience(answers: Answers) -> Experience:
    def said(question: str, *picks: str) -> bool:
        return bool(known_picks(answers, question, picks))

    if said("split_time", "under_3_months"):
        return Experience.NEW
    if said("leg_days", "none", "rarely"):
        return Experience.BACK
    if said("split_time", "over_3_years") and said("leg_days", "two", "three_or_more"):
        return Experience.ADVANCED
    return Experience.SOME


def _tree(name: str) -> object:
    text = (resources_dir() / "catalogue" / "templates" / f"{name}.json").read_text(encoding="utf-8")
    found: object = json.loads(text)
    return found
