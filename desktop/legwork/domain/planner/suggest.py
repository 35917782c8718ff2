"""Which templates suit a person, best first, each with why.

Owns the ranking and its words. It must not draft anything. Source: conventions throughout.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from legwork.domain.exercise import EQUIPMENT, Equipment
from legwork.domain.plan_brief import PlanBrief, Upper
from legwork.domain.planner.template import Template
from legwork.domain.planner.wishes import Experience, Wishes
from legwork.i18n import listed, ntr, tr

_LARGE = frozenset({Equipment.BARBELL, Equipment.DUMBBELLS, Equipment.MACHINE, Equipment.CABLE})
"""Equipment that is a pity to leave unused where it is there."""

_LACKING, _UNUSED, _TOO_MANY, _TOO_FEW, _OTHER_PERSON, _OWN_PERSON, _OTHER_AIM = 3.0, 1.0, 2.0, 1.5, 2.0, -1.5, 1.0


@dataclass(frozen=True)
class Suggestion:
    """A template and why it stands where it does, in one translated line."""

    template: Template
    reason: str


def ranked(templates: Iterable[Template], wishes: Wishes, brief: PlanBrief) -> tuple[Suggestion, ...]:
    """All templates, those that suit best first; equally good ones keep their order."""
    ordered = sorted(templates, key=lambda one: _distance(one, wishes, brief))
    return tuple(Suggestion(one, _why(one, wishes, brief)) for one in ordered)


def _distance(template: Template, wishes: Wishes, brief: PlanBrief) -> float:
    equipment = wishes.equipment | {Equipment.BODY}
    found = _LACKING * len(set(template.needs) - equipment) + _UNUSED * len(_unused(template, wishes))
    days = template.days if wishes.days is None else wishes.days
    found += _TOO_MANY * max(0, template.days - days) + _TOO_FEW * max(0, days - template.days)
    found += 0 if wishes.experience in template.suits else _OTHER_PERSON
    if wishes.experience in (Experience.NEW, Experience.BACK) and template.suits[0] is wishes.experience:
        found += _OWN_PERSON
    return found + (_OTHER_AIM if template.legs_first is not _legs_first(brief) else 0)


def _unused(template: Template, wishes: Wishes) -> frozenset[Equipment]:
    return (_LARGE & wishes.equipment) - set(template.needs)


def _legs_first(brief: PlanBrief) -> bool:
    """Whether the legs shall catch up; also while nothing is known, as that is what people come for."""
    return brief.upper in (Upper.KEEP, None)


def _why(template: Template, wishes: Wishes, brief: PlanBrief) -> str:
    found = []
    days = template.days if wishes.days is None else wishes.days
    if template.days > days:
        found.append(
            ntr("Its {have} sessions go together on {count} day.", "Its {have} sessions go together on {count} days.",
                days, have=template.days)
        )  # fmt: skip
    elif template.days < days:
        found.append(
            ntr("Takes {count} day and leaves the rest free.", "Takes {count} days and leaves the rest free.",
                template.days)
        )  # fmt: skip
    lacking = [tr(EQUIPMENT[one]) for one in template.needs if one not in wishes.equipment | {Equipment.BODY}]
    if lacking:
        found.append(tr("Written for {equipment}; other exercises stand in.", equipment=listed(lacking)))
    unused = [tr(EQUIPMENT[one]) for one in Equipment if one in _unused(template, wishes)]
    if len(unused) > 1:
        found.append(tr("Leaves {equipment} unused.", equipment=listed(unused)))
    if wishes.experience not in template.suits:
        found.append(tr("Meant for other experience."))
    elif not found and template.legs_first and _legs_first(brief):
        found.append(tr("Fits your days and equipment, and puts the legs first."))
    return " ".join(found) or tr("Fits your days and equipment.")
