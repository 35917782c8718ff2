"""Proposals that a person refused: next session's numbers, a deload, more or fewer sets.

Owns keeping them. What is proposed is worked out by `domain.log`, which also names each proposal by a key.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from legwork.i18n import tr
from legwork.services.edit import Edit
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.store.tables import refused_proposal

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

DELOADS, VOLUME = "deload", "volume"
"""Topics beside the keys of exercises."""


def refused_of(profile: Profile, person_id: int, topic: str) -> frozenset[str]:
    """The keys of what was refused on a topic: an exercise's key, DELOADS or VOLUME."""
    return refused_by_topic(profile, person_id).get(topic, frozenset())


def refused_by_topic(profile: Profile, person_id: int) -> dict[str, frozenset[str]]:
    """All that a person refused, by topic."""
    with profile.reading() as reader:
        rows = reader.rows(refused_proposal, person_id=person_id)
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.topic, set()).add(row.key)
    return {topic: frozenset(keys) for topic, keys in found.items()}


@dataclass(frozen=True)
class RefuseProposal(Edit):
    """Keep a proposal as refused, so that it is not made again. topic, key: as in `refused_of`."""

    person_id: int
    topic: str
    key: str
    day: date

    @property
    def label(self) -> str:
        return tr("Refuse proposal")

    def run(self, work: UnitOfWork) -> None:
        place = {"person_id": one_person(work, self.person_id).id, "topic": self.topic, "key": self.key}
        if work.one(refused_proposal, **place) is None:
            work.insert(refused_proposal, [{**place, "refused_on": self.day}])


@dataclass(frozen=True)
class AllowProposal(Edit):
    """Take a refusal back: the proposal may be made again."""

    person_id: int
    topic: str
    key: str

    @property
    def label(self) -> str:
        return tr("Take refusal back")

    def run(self, work: UnitOfWork) -> None:
        row = work.one(refused_proposal, person_id=self.person_id, topic=self.topic, key=self.key)
        work.delete(refused_proposal, [row.id] if row else [])
