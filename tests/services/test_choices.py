"""Choices: the picks of a topic are replaced together, in their order, and can be forgotten."""

from __future__ import annotations

from datetime import date

import pytest

from helpers import MONDAY, TUESDAY, database_dump, opened, somebody
from legwork.errors import UserError
from legwork.services.choices import SetChoices, choices_of
from legwork.services.people import DeletePerson, Person
from legwork.services.profile import Profile

Picks = tuple[tuple[str, tuple[str, ...]], ...]
SOME: Picks = (("why", ("stands", "bicycle")), ("target", ("reeves",)))


def _choose(person: Person, picks: Picks = SOME, day: date = MONDAY) -> SetChoices:
    return SetChoices(person.id, picks, day, "Answer questions")


def test_picks_are_kept_in_their_order(profile: Profile, person: Person) -> None:
    assert choices_of(profile, person.id) == {}
    before = database_dump(profile)
    outcome = profile.apply(_choose(person))
    again = opened(profile.paths.root)
    assert choices_of(again, person.id) == dict(SOME)
    again.close()
    assert (outcome.changes.people, outcome.changes.touches("choice")) == ({person.id}, True)
    assert outcome.inverse.label == _choose(person).label == "Answer questions"
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_named_topics_are_replaced_and_others_stay(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    profile.apply(_choose(ben))
    profile.apply(_choose(person))
    before = database_dump(profile)
    outcome = profile.apply(_choose(person, (("why", ("bicycle", "desk")), ("sleep", ("short",))), TUESDAY))
    after = database_dump(profile)
    assert choices_of(profile, person.id) == {
        "why": ("bicycle", "desk"),
        "target": ("reeves",),
        "sleep": ("short",),
    }
    assert {row[4] for row in after["choice"] if row[1] == person.id and row[2] != "target"} == {"2025-01-07"}
    assert choices_of(profile, ben.id) == dict(SOME)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    profile.apply(outcome.forward)
    assert database_dump(profile) == after


def test_no_picks_forget_the_topic(profile: Profile, person: Person) -> None:
    profile.apply(_choose(person))
    profile.apply(_choose(person, (("why", ()),)))
    assert choices_of(profile, person.id) == {"target": ("reeves",)}
    assert profile.apply(_choose(person, (("why", ()),))).changes.rows == {}
    assert profile.apply(_choose(person, ())).changes.rows == {}


def test_the_same_again_is_no_change_but_on_another_day_or_in_another_order(profile: Profile, person: Person) -> None:
    profile.apply(_choose(person))
    assert profile.apply(_choose(person)).changes.rows == {}
    assert profile.apply(_choose(person, SOME, TUESDAY)).changes.touches("choice")
    profile.apply(_choose(person, (("why", ("bicycle", "stands")),)))
    assert choices_of(profile, person.id)["why"] == ("bicycle", "stands")


def test_they_go_with_their_person(profile: Profile, person: Person) -> None:
    profile.apply(_choose(person))
    before = database_dump(profile)
    outcome = profile.apply(DeletePerson(person.id, person.name))
    assert database_dump(profile)["choice"] == []
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


@pytest.mark.parametrize(
    "picks",
    [
        (("", ("a",)),),
        (("why", ("",)),),
        (("why", ("two\nlines",)),),
        ((" why", ("a",)),),
        (("w" * 81, ("a",)),),
        (("why", ("a" * 81,)),),
        (("why", ("a", "a")),),
        (("why", ("a",)), ("why", ("b",))),
    ],
)
def test_keys_that_could_not_be_kept(profile: Profile, person: Person, picks: Picks) -> None:
    profile.apply(_choose(person))
    before = database_dump(profile)
    with pytest.raises(ValueError, match=r"twice|no key"):
        profile.apply(_choose(person, picks))
    assert database_dump(profile) == before


def test_somebody_who_is_gone_meanwhile(profile: Profile) -> None:
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(SetChoices(77, SOME, MONDAY, "Answer questions"))
