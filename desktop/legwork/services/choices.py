"""Choices: what a person picked where something was offered, such as an answer of a questionnaire or a target.

A topic and its picks are named by keys that whoever offers them made up; nothing is known here of what they mean, nor
how many picks a topic may have.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from legwork.formats.records import MAX_CHOICE_KEY
from legwork.i18n import tr
from legwork.services.edit import Edit
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import choice

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


def choices_of(profile: Profile, person_id: int) -> dict[str, tuple[str, ...]]:
    """A person's picks by topic, each topic's in the order in which they were picked. Topics without one are absent."""
    with profile.reading() as reader:
        return choices_from(reader, person_id)


def choices_from(reader: Reader, person_id: int) -> dict[str, tuple[str, ...]]:
    """As `choices_of`, inside a transaction."""
    found: dict[str, tuple[str, ...]] = {}
    for row in reader.rows(choice, order=("id",), person_id=person_id):
        found[row.topic] = (*found.get(row.topic, ()), row.pick)
    return found


@dataclass(frozen=True)
class SetChoices(Edit):
    """Replace all picks of the topics that are named; no picks: forget the topic. Other topics stay.

    picks: (topic, its picks). what: the translated name of what is done, as the menu says it. Keys that cannot be
    kept (empty, too long, not on one line without needless spaces, twice there) raise ValueError: no person typed them.
    """

    person_id: int
    picks: tuple[tuple[str, tuple[str, ...]], ...]
    picked_on: date
    what: str

    @property
    def label(self) -> str:
        return tr("{what}", what=self.what)

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        _check(self.picks)
        for topic, picks in self.picks:
            rows = work.rows(choice, order=("id",), person_id=person_id, topic=topic)
            if [(row.pick, row.picked_on) for row in rows] == [(pick, self.picked_on) for pick in picks]:
                continue
            work.delete(choice, [row.id for row in rows])
            work.insert(
                choice,
                [{"person_id": person_id, "topic": topic, "pick": pick, "picked_on": self.picked_on} for pick in picks],
            )


def _check(picks: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    topics = [topic for topic, _ in picks]
    if len(set(topics)) != len(topics) or any(len(set(one)) != len(one) for _, one in picks):
        raise ValueError("a topic or a pick stands there twice")
    for key in (*topics, *(pick for _, one in picks for pick in one)):
        if not 0 < len(key) <= MAX_CHOICE_KEY or key != " ".join(key.split()):
            raise ValueError(f"no key of a choice: {key!r}")
