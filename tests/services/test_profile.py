"""The open profile: what is acknowledged is on the disk, what is refused left no trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import MONDAY, database_dump, day, opened, somebody
from legwork.errors import UserError
from legwork.paths import ProfilePaths
from legwork.services import check_ins
from legwork.services.check_ins import RecordReadings
from legwork.services.edit import EVERYTHING
from legwork.services.people import AddPerson, Person, everybody
from legwork.services.profile import Profile, newest_backup


def test_a_new_profile_is_empty_and_can_be_opened_again(tmp_path: Path) -> None:
    first = opened(tmp_path / "new" / "profile")
    person = somebody(first)
    first.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    before = database_dump(first)
    first.close()
    again = opened(tmp_path / "new" / "profile")
    assert database_dump(again) == before
    assert everybody(again) == (person,)
    again.close()


def test_an_edit_is_there_for_another_program_at_once(profile: Profile, person: Person) -> None:
    other = opened(profile.paths.root)
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    assert list(check_ins.check_in_days(other, person.id).values()) == [MONDAY]
    other.close()


def test_a_refused_edit_leaves_no_trace(profile: Profile, person: Person) -> None:
    before = database_dump(profile)
    with pytest.raises(UserError):
        profile.apply(AddPerson(""))
    assert database_dump(profile) == before


def test_what_changed_is_told(profile: Profile, person: Person) -> None:
    outcome = profile.apply(RecordReadings(person.id, (day(MONDAY, calf_left="38", waist="84"),)))
    changes = outcome.changes
    assert changes.touches("reading")
    assert changes.touches("setting", "check_in")
    assert not changes.touches("person", "setting")
    assert changes.people == {person.id}
    assert {str(spot) for spot in changes.spots} == {"calf:left", "waist"}
    assert (changes.first_day, changes.last_day) == (MONDAY, MONDAY)
    undone = profile.apply(outcome.inverse).changes
    assert (undone.check_ins, undone.people, undone.first_day) == (changes.check_ins, changes.people, MONDAY)
    assert EVERYTHING.touches("anything")


def test_a_changed_reading_tells_its_day_and_person(profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    changes = profile.apply(RecordReadings(person.id, (day(MONDAY, waist="85"),))).changes
    assert set(changes.rows) == {"reading"}
    assert (changes.people, changes.first_day) == ({person.id}, MONDAY)


def test_the_sample_lies_in_a_profile_of_its_own(profile: Profile, person: Person) -> None:
    sample = Profile(profile.paths.sample)
    assert everybody(sample) == ()
    somebody(sample, "Sam")
    assert [one.name for one in everybody(profile)] == ["Ada"]
    sample.close()


def test_no_backup_before_the_first(tmp_path: Path) -> None:
    assert newest_backup(ProfilePaths(tmp_path)) is None
