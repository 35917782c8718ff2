"""Restoring in steps: the preview says what would go and come back, and until the last step nothing is touched."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from helpers import MONDAY, TUESDAY, database_dump, day, opened
from legwork.domain.log.model import Workout
from legwork.domain.sample_plan import sample_plan
from legwork.errors import Cancelled, StoreError, StoreFault, UserError
from legwork.services import restores
from legwork.services.check_ins import RecordReadings
from legwork.services.people import AddPerson, DeletePerson, Person
from legwork.services.plans import AddPlan, DeletePlan, plans_of
from legwork.services.profile import Profile
from legwork.services.restores import Prepared, prepare
from legwork.services.settings import THEME, ChangeSetting
from legwork.services.workouts import AddWorkout
from legwork.store import backup
from legwork.store.backup_difference import THINGS


@pytest.fixture
def copy(profile: Profile, person: Person) -> Path:
    """A copy of Ada with two days and a plan, and of Ben; since then much changed."""
    profile.apply(AddPerson("Ben"))
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"), day(TUESDAY, waist="85"))))
    profile.apply(AddPlan(person.id, sample_plan()))
    made = profile.back_up()
    assert made is not None
    return made.file


def _rows(prepared: Prepared) -> list[tuple[str, ...]]:
    return [(one.what, one.now, one.then, one.difference) for one in prepared.preview.rows]


def test_what_is_the_same_is_said_to_be(profile: Profile, copy: Path) -> None:
    prepared = prepare(profile, copy)
    assert prepared.preview.same
    assert prepared.preview.summary.startswith("This copy holds exactly what you have now")
    assert _rows(prepared) == [
        ("Ada", "", "", ""),
        ("Days measured", "2, to 7 Jan 2025", "2, to 7 Jan 2025", "the same"),
        ("Plans", "1", "1", "the same"),
        ("Ben", "", "", ""),
        ("Nothing entered yet", "", "", "the same"),
    ]
    prepared.discard()


def test_what_would_go_come_back_and_change(profile: Profile, person: Person, copy: Path) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="83"), day(date(2025, 1, 20), waist="82"))))
    profile.apply(AddWorkout(person.id, Workout(0, date(2025, 1, 21), title="Legs A")))
    [info] = plans_of(profile, person.id)
    profile.apply(DeletePlan(info.id, info.name))
    profile.apply(DeletePerson(2, "Ben"))
    profile.apply(AddPerson("Cem"))
    profile.apply(ChangeSetting(THEME, "dark"))
    preview = prepare(profile, copy).preview
    assert preview.summary.splitlines() == [
        "Would go: Cem, 1 day measured, 1 workout and 1 other thing.",
        "Would come back: Ben and 1 plan.",
        "Would be as in the copy: 1 day measured.",
    ]
    rows = {one.key.partition("/")[2]: one for one in preview.rows if one.key.startswith(person.uid)}
    assert rows["check_in"].details == "Would go: 20 Jan 2025. Would be as in the copy: 6 Jan 2025."
    assert (rows["check_in"].now, rows["check_in"].then) == ("3, to 20 Jan 2025", "2, to 7 Jan 2025")
    assert rows["workout"].details == "Would go: 21 Jan 2025 (Legs A)."
    assert rows["plan"].difference == "1 comes back"
    heads = [(one.what, one.difference) for one in preview.rows if one.heads]
    assert heads == [("Ada", ""), ("Cem", "goes"), ("Ben", "comes back"), ("For everybody", "")]


def test_on_a_new_computer_everything_comes_in(copy: Path, tmp_path: Path) -> None:
    new = opened(tmp_path / "new")
    prepared = prepare(new, copy)
    assert prepared.preview.summary.startswith("There is nobody here yet")
    new.close()
    done = prepared.put_in_place()
    prepared.discard()
    assert database_dump(new) == database_dump(copy)
    assert done.sound  # even the empty one is kept


def test_until_the_last_step_nothing_is_touched_and_then_all_of_it_is(
    profile: Profile, person: Person, copy: Path
) -> None:
    then = database_dump(copy)
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="83"),)))
    now = database_dump(profile)
    prepared = prepare(profile, copy)
    restores.keep_present(profile)
    assert database_dump(profile) == now
    profile.apply(AddPerson("typed while it was asked"))
    later = database_dump(profile)
    profile.close()
    done = prepared.put_in_place()
    prepared.discard()
    prepared.discard()
    assert database_dump(profile) == then
    assert done.kept is not None and database_dump(done.kept) == later, "the last edit is kept as well"
    assert now in [database_dump(one.file) for one in backup.listed(profile.paths.backups)]
    assert not [file for file in profile.paths.root.rglob("*") if ".partial" in file.name]


def test_what_lay_ready_for_hours_and_was_tidied_away_is_made_anew(profile: Profile, copy: Path) -> None:
    then = database_dump(copy)
    profile.apply(AddPerson("Cem"))
    prepared = prepare(profile, copy)
    profile.close()
    prepared.discard()
    prepared.put_in_place()
    assert database_dump(profile) == then


@pytest.mark.parametrize("at", [1, 2, 4, 8, 16])
def test_cancelled_it_leaves_nothing_behind(profile: Profile, copy: Path, at: int) -> None:
    before = sorted(file.name for file in profile.paths.backups.iterdir())
    left = at

    def cancel() -> None:
        nonlocal left
        left -= 1
        if not left:
            raise Cancelled

    with suppress(Cancelled):
        prepare(profile, copy, cancel).discard()
    assert sorted(file.name for file in profile.paths.backups.iterdir()) == before


def test_a_damaged_copy_and_one_that_is_no_copy_are_refused(profile: Profile, copy: Path, tmp_path: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:9000])
    with pytest.raises(StoreError) as refused:
        prepare(profile, copy)
    assert refused.value.fault is StoreFault.DAMAGED
    with pytest.raises(UserError):
        prepare(profile, tmp_path / "gone.legwork")
    assert [file for file in profile.paths.backups.iterdir() if ".partial" in file.name] == []


def test_many_things_are_counted_and_the_newest_named(profile: Profile, person: Person, copy: Path) -> None:
    days = tuple(day(date(2025, 2, number), waist="80") for number in range(1, 29))
    profile.apply(RecordReadings(person.id, days))
    prepared = prepare(profile, copy)
    [row] = [one for one in prepared.preview.rows if one.key.endswith("/check_in")]
    prepared.discard()
    assert row.difference == "28 go"
    assert row.details.startswith("Would go: 28 Feb 2025, 27 Feb 2025, ")
    assert row.details.endswith(" and 16 more.")
    assert len(re.findall("2025", row.details)) == 12


def test_every_kind_of_thing_has_a_name() -> None:
    assert set(restores._NAMES) == set(THINGS)
