"""Putting other entries in the place of those that something was proposed for, if they are still as they were then.

Owns this one change. What the other entries are is up to who proposes (`volume_edits`, `effort_edits`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from legwork.domain.plan.model import Entry, Plan, Week, weeks_of
from legwork.domain.plan.part_edits import with_weeks
from legwork.errors import UserError
from legwork.i18n import tr


def with_entries(plan: Plan, week_ids: Collection[int], changes: Iterable[tuple[Entry, Entry]]) -> Plan:
    """The plan with other entries. week_ids: of the weeks in which they are. changes: as each was, as it shall be.

    Raises UserError when one of them is no longer as it was, or not there.
    """
    wanted = {before.id: (before, after) for before, after in changes}
    changed: dict[int, Week] = {}
    for _, week in weeks_of(plan):
        if week.id in week_ids:
            sessions = tuple(
                replace(one, entries=tuple(_changed(each, wanted) for each in one.entries)) for one in week.sessions
            )
            changed[week.id] = replace(week, sessions=sessions)
    if wanted:
        raise changed_since()
    return with_weeks(plan, changed)


def changed_since() -> UserError:
    """What is said of a proposal that was made for another state of the plan."""
    return UserError(tr("The plan was changed since this was proposed: look at it again."))


def _changed(entry: Entry, wanted: dict[int, tuple[Entry, Entry]]) -> Entry:
    before, after = wanted.get(entry.id, (None, entry))
    if before is None or before != entry:
        return entry
    del wanted[entry.id]
    return after
