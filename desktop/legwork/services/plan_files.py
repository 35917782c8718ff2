"""Sharing a plan: as a small file for another Legwork, as text for a person, and reading either.

Nothing is kept here: what was read becomes a plan by `plans.AddPlan`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats import legwork_json, plan_file
from legwork.formats.plan_text import MAX_TEXT, read_plan, write_plan
from legwork.formats.text import decode
from legwork.i18n import tr

_OWN_KEY = re.compile(r"own_[a-z0-9_]+")


@dataclass(frozen=True)
class SharedPlan:
    """What a shared file or text holds. exercises: of the sharer's own, for `AddPlan` to bring in with the plan."""

    plan: Plan
    exercises: tuple[Exercise, ...]


def plan_as_text(plan: Plan, catalogue: Catalogue) -> str:
    """The plan as text that a person can read and change, its exercises by name; `read_shared` reads it again.

    An exercise that is not in the catalogue stands there by its key.
    """
    find = _finder(catalogue)

    def name_of(key: str) -> str:
        known = catalogue.get(key)
        return known.label if known is not None and find(known.label) == key else key

    return write_plan(plan, name_of)


def plan_as_file(plan: Plan, catalogue: Catalogue) -> bytes:
    """The plan as a small file; it brings the exercises of one's own along that the plan uses."""
    keys = {entry.exercise for _, week in weeks_of(plan) for session in week.sessions for entry in session.entries}
    own = [one for one in catalogue.exercises if one.custom and one.key in keys]
    return plan_file.dump(plan, sorted(own, key=lambda one: one.key))


def read_shared(data: bytes, catalogue: Catalogue, system: UnitSystem) -> SharedPlan:
    """The plan in a file that was shared, or in a text that somebody wrote; never without a name.

    catalogue: by whose names the exercises of a text are found; those of a file are kept by key, known or not. system:
    the units of loads without one. Raises PlanTextError, which names line and column, and UserError for other files.
    """
    text = decode(data, 4 * MAX_TEXT)
    if legwork_json.looks_like(data):
        raise UserError(
            tr("This is everything that a Legwork holds, not one plan: take it in where you import measurements.")
        )
    if plan_file.looks_like(text):
        shared = SharedPlan(*plan_file.load(text, system))
    else:
        shared = SharedPlan(read_plan(text, system, _finder(catalogue)), ())
    if not shared.plan.blocks:
        raise UserError(tr("There is no week of training in this: choose another file or text."))
    return shared if shared.plan.name else replace(shared, plan=replace(shared.plan, name=tr("Shared plan")))


def _finder(catalogue: Catalogue) -> Callable[[str], str | None]:
    """Gives the key of an exercise from the name it is shown by, a name that other programs give it, or its key."""
    labels: dict[str, str] = {}
    for one in catalogue.exercises:
        labels.setdefault(one.label.casefold(), one.key)

    def find(name: str) -> str | None:
        wanted = " ".join(name.split())
        if key := labels.get(wanted.casefold()):
            return key
        found = catalogue.get(wanted) or catalogue.match(wanted)
        if found is None and _OWN_KEY.fullmatch(wanted):
            return wanted  # as `plan_as_text` writes one of one's own that is gone
        return found.key if found else None

    return find
