"""Changes of the programme: noted by day, mended, deleted; and the notes of check-ins beside them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpers import MONDAY, TUESDAY, database_dump, day, opened, somebody
from legwork.errors import UserError
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.people import DeletePerson, Person
from legwork.services.profile import Profile
from legwork.services.programme import (
    AddProgrammeChange,
    DeleteProgrammeChange,
    EditProgrammeChange,
    ProgrammeChange,
    notes,
    programme_changes,
)

TODAY = date.today()


def _said(profile: Profile, person: Person) -> list[tuple[date, str]]:
    return [(one.day, one.text) for one in programme_changes(profile, person.id)]


def _added(profile: Profile, person: Person, when: date, text: str) -> ProgrammeChange:
    """Add a change and look it up."""
    profile.apply(AddProgrammeChange(person.id, when, text))
    return max(programme_changes(profile, person.id), key=lambda one: one.id)


def test_changes_stand_by_day_whenever_they_were_written(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    profile.apply(AddProgrammeChange(ben.id, MONDAY, "Squats"))
    for when, text in ((TUESDAY, "Zercher"), (MONDAY, " Squats  twice\na week "), (TUESDAY, "Calves")):
        profile.apply(AddProgrammeChange(person.id, when, text))
    again = opened(profile.paths.root)
    assert _said(again, person) == [(MONDAY, "Squats twice a week"), (TUESDAY, "Zercher"), (TUESDAY, "Calves")]
    assert _said(again, ben) == [(MONDAY, "Squats")]
    again.close()
    profile.apply(DeletePerson(person.id, person.name))
    assert (_said(profile, person), _said(profile, ben)) == ([], [(MONDAY, "Squats")])


def test_adding_is_taken_back(profile: Profile, person: Person) -> None:
    before = database_dump(profile)
    outcome = profile.apply(AddProgrammeChange(person.id, MONDAY, "Squats"))
    assert (outcome.changes.people, outcome.changes.touches("programme_change")) == ({person.id}, True)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


def test_a_change_gets_another_day_and_other_words_and_keeps_its_place(profile: Profile, person: Person) -> None:
    one = _added(profile, person, MONDAY, "Squats")
    outcome = profile.apply(EditProgrammeChange(one.id, TUESDAY, " Front squats "))
    assert programme_changes(profile, person.id) == (ProgrammeChange(one.id, TUESDAY, "Front squats"),)
    profile.apply(outcome.inverse)
    assert programme_changes(profile, person.id) == (one,)
    assert profile.apply(EditProgrammeChange(one.id, MONDAY, "Squats ")).changes.rows == {}


def test_deleting_one_leaves_the_others(profile: Profile, person: Person) -> None:
    one = _added(profile, person, MONDAY, "Squats")
    _added(profile, person, MONDAY, "Calves")
    before = database_dump(profile)
    outcome = profile.apply(DeleteProgrammeChange(one.id, one.text))
    assert _said(profile, person) == [(MONDAY, "Calves")]
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before


@pytest.mark.parametrize(
    ("when", "text", "sentence"),
    [
        (MONDAY, "", "in a few words"),
        (MONDAY, " \n\t", "in a few words"),
        (MONDAY, "x" * 201, "under 200"),
        (MONDAY, " Squats ", "6 Jan 2025 already"),
        (TODAY + timedelta(days=367), "Squats", "within a year"),
        (date.max, "Squats", "within a year"),
    ],
)
def test_what_makes_no_sense_is_refused_when_adding_and_when_mending(
    profile: Profile, person: Person, when: date, text: str, sentence: str
) -> None:
    _added(profile, person, MONDAY, "Squats")
    other = _added(profile, person, TUESDAY, "Calves")
    before = database_dump(profile)
    for edit in (AddProgrammeChange(person.id, when, text), EditProgrammeChange(other.id, when, text)):
        with pytest.raises(UserError, match=sentence):
            profile.apply(edit)
    assert database_dump(profile) == before


@pytest.mark.parametrize("ahead", [1, 7, 364])
def test_a_plan_may_begin_in_days_to_come(profile: Profile, person: Person, ahead: int) -> None:
    _added(profile, person, TODAY + timedelta(days=ahead), "x" * 200)
    assert _said(profile, person) == [(TODAY + timedelta(days=ahead), "x" * 200)]


def test_two_people_may_change_alike_on_one_day(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    for one in (person, ben):
        profile.apply(AddProgrammeChange(one.id, MONDAY, "Squats"))
    assert _said(profile, person) == _said(profile, ben) == [(MONDAY, "Squats")]


def test_who_and_what_is_gone_meanwhile(profile: Profile, person: Person) -> None:
    with pytest.raises(UserError, match="person is no longer here"):
        profile.apply(AddProgrammeChange(77, MONDAY, "Squats"))
    with pytest.raises(UserError, match="change is no longer here"):
        profile.apply(EditProgrammeChange(77, MONDAY, "Squats"))
    assert profile.apply(DeleteProgrammeChange(77, "Squats")).changes.rows == {}


def test_what_the_menu_says() -> None:
    assert AddProgrammeChange(1, MONDAY, "x").label == "Programme change on 6 Jan 2025"
    assert EditProgrammeChange(1, MONDAY, "x").label == "Edit programme change on 6 Jan 2025"
    assert DeleteProgrammeChange(1, "Squats").label == "Delete programme change Squats"
    assert len(DeleteProgrammeChange(1, "x" * 200).label) < 110
    assert DeleteProgrammeChange.notable
    assert not AddProgrammeChange.notable


def test_notes_of_check_ins_by_day(profile: Profile, person: Person) -> None:
    ben = somebody(profile, "Ben")
    profile.apply(RecordReadings(ben.id, (Day(MONDAY, note="Ben's"),)))
    days = (Day(TUESDAY, note="slept badly\nsore"), Day(MONDAY, note="first"), day(date(2025, 1, 8), waist="84"))
    profile.apply(RecordReadings(person.id, days))
    assert notes(profile, person.id) == ((MONDAY, "first"), (TUESDAY, "slept badly\nsore"))
