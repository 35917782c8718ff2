"""The questionnaires that are shipped, read once and kept: the causes' questions, pain, and the self-checks.

Texts are English here; show them through `tr`.
"""

from __future__ import annotations

import json
from functools import lru_cache

from legwork.domain.questionnaire import Question, group_in, questions_in
from legwork.domain.self_checks import SelfCheck, self_checks_in
from legwork.paths import resources_dir


@lru_cache
def cause_questions() -> tuple[Question, ...]:
    """The questions about training, day, food and body, in the order in which they are asked."""
    tree = group_in(_tree("causes"), "causes.json", ("questions",))
    return questions_in(tree["questions"])


@lru_cache
def pain_questions() -> tuple[Question, ...]:
    """What to ask before the self-checks: where it hurts (`pain_now`, one of the causes' questions) and the signs."""
    where = tuple(one for one in cause_questions() if one.key == "pain_now")
    return where + questions_in(_self_checks()["questions"])


@lru_cache
def self_checks() -> tuple[SelfCheck, ...]:
    """The self-checks, in the order in which they are offered."""
    return self_checks_in(_self_checks()["checks"])


def _self_checks() -> dict[str, object]:
    return group_in(_tree("self_checks"), "self_checks.json", ("questions", "checks"))


def _tree(name: str) -> object:
    text = (resources_dir() / "catalogue" / "questionnaires" / f"{name}.json").read_text(encoding="utf-8")
    found: object = json.loads(text)
    return found
