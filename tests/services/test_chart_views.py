"""Kept views of the charts: saved under a name, renamed, deleted, each name once."""

from __future__ import annotations

import pytest

from helpers import database_dump, opened, somebody
from legwork.errors import UserError
from legwork.services.chart_views import DeleteView, RenameView, SavedView, SaveView, saved_views
from legwork.services.people import DeletePerson, Person
from legwork.services.profile import Profile

SPEC = '{"spots": ["calf:left"], "span": "year"}'


def _saved(profile: Profile, person: Person, *names: str) -> list[SavedView]:
    """Save a view under each name and look them up in this order."""
    for name in names:
        profile.apply(SaveView(person.id, name, SPEC))
    found = {view.name: view for view in saved_views(profile, person.id)}
    return [found[name] for name in names]


def _names(profile: Profile, person: Person) -> list[str]:
    return [view.name for view in saved_views(profile, person.id)]


def test_a_view_is_kept_as_the_window_wrote_it(profile: Profile, person: Person) -> None:
    before = database_dump(profile)
    outcome = profile.apply(SaveView(person.id, "  Legs   only ", SPEC))
    again = opened(profile.paths.root)
    assert saved_views(again, person.id) == (SavedView(1, "Legs only", SPEC),)
    again.close()
    assert (outcome.changes.people, outcome.changes.touches("chart_view")) == ({person.id}, True)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_views_stand_by_name_whatever_their_letters(profile: Profile, person: Person) -> None:
    _saved(profile, person, "legs", "Arms", "All", "Waist")
    assert _names(profile, person) == ["All", "Arms", "legs", "Waist"]


def test_each_person_has_their_own(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    _saved(profile, person, "Legs")
    _saved(profile, ben, "legs")
    assert (_names(profile, person), _names(profile, ben)) == (["Legs"], ["legs"])
    profile.apply(DeletePerson(person.id, person.name))
    assert (_names(profile, person), _names(profile, ben)) == ([], ["legs"])


def test_the_same_name_is_replaced_however_it_is_spelled(profile: Profile, person: Person) -> None:
    [legs, _] = _saved(profile, person, "Straße", "Arms")
    before = database_dump(profile)
    outcome = profile.apply(SaveView(person.id, " STRASSE", "{}"))
    assert saved_views(profile, person.id)[1] == SavedView(legs.id, "STRASSE", "{}")
    assert len(_names(profile, person)) == 2
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_a_view_is_renamed_and_shows_the_same(profile: Profile, person: Person) -> None:
    [legs, arms] = _saved(profile, person, "Legs", "Arms")
    outcome = profile.apply(RenameView(legs.id, " Lower  body "))
    assert saved_views(profile, person.id) == (arms, SavedView(legs.id, "Lower body", SPEC))
    profile.apply(outcome.inverse)
    assert saved_views(profile, person.id) == (arms, legs)
    profile.apply(RenameView(legs.id, "LEGS"))
    assert _names(profile, person) == ["Arms", "LEGS"]


@pytest.mark.parametrize(("name", "sentence"), [("", "a name"), (" \n", "a name"), ("x" * 81, "under 80")])
def test_a_view_has_a_name_that_can_be_shown(profile: Profile, person: Person, name: str, sentence: str) -> None:
    [legs] = _saved(profile, person, "Legs")
    before = database_dump(profile)
    for edit in (SaveView(person.id, name, SPEC), RenameView(legs.id, name)):
        with pytest.raises(UserError, match=sentence):
            profile.apply(edit)
    assert database_dump(profile) == before
    profile.apply(RenameView(legs.id, "x" * 80))
    assert _names(profile, person) == ["x" * 80]


def test_renaming_does_not_swallow_another_view(profile: Profile, person: Person) -> None:
    [legs, _] = _saved(profile, person, "Legs", "Arms")
    before = database_dump(profile)
    with pytest.raises(UserError, match="There is a view named Arms already"):
        profile.apply(RenameView(legs.id, "ARMS "))
    assert database_dump(profile) == before


def test_deleting_one_leaves_the_others(profile: Profile, person: Person) -> None:
    [legs, _] = _saved(profile, person, "Legs", "Arms")
    before = database_dump(profile)
    outcome = profile.apply(DeleteView(legs.id, legs.name))
    assert _names(profile, person) == ["Arms"]
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_who_and_what_is_gone_meanwhile(profile: Profile) -> None:
    with pytest.raises(UserError, match="person is no longer here"):
        profile.apply(SaveView(77, "Legs", SPEC))
    with pytest.raises(UserError, match="view is no longer here"):
        profile.apply(RenameView(77, "Legs"))
    assert profile.apply(DeleteView(77, "Legs")).changes.rows == {}


def test_what_the_menu_says() -> None:
    assert SaveView(1, " Legs ", SPEC).label == "Save view Legs"
    assert RenameView(1, "Legs").label == "Rename view to Legs"
    assert DeleteView(1, "Legs").label == "Delete view Legs"
    assert (SaveView.notable, RenameView.notable, DeleteView.notable) == (False, False, True)
