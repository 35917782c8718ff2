"""Restoring in steps: the preview says what would go and come back, and until the last step nothing is touched."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest

from done_workouts import AddWorkout
from helpers import MONDAY, TUESDAY, cancelled_at, database_dump, day, opened
from legwork.domain.log.model import Workout
from legwork.domain.sample_plan import sample_plan
from legwork.domain.units import Quantity
from legwork.errors import Cancelled, StoreError, StoreFault, UserError
from legwork.services import check_ins, documents, importing, restore_words, restores
from legwork.services.chart_views import SaveView
from legwork.services.check_ins import RecordReadings
from legwork.services.choices import SetChoices
from legwork.services.goals import SetGoal
from legwork.services.people import AddPerson, DeletePerson, Person, everybody
from legwork.services.plans import AddPlan, DeletePlan, plans_of
from legwork.services.profile import Profile
from legwork.services.restores import Prepared, prepare
from legwork.services.settings import REMIND_COPY, THEME, WEEK, ChangeSetting
from legwork.store import backup
from legwork.store.backup import Why
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
        "Would be removed: Cem, 1 day measured and 1 workout.",
        "Would come back: Ben and 1 plan.",
        "Would be put back to what the copy has: 1 day measured and the colours.",
    ]
    rows = {one.key.partition("/")[2]: one for one in preview.rows if one.key.startswith(person.uid)}
    removed, put_back = "Would be removed: 20 Jan 2025.", "Would be put back to what the copy has: 6 Jan 2025."
    assert rows["check_in"].details == f"{removed} {put_back}"
    assert (rows["check_in"].now, rows["check_in"].then) == ("3, to 20 Jan 2025", "2, to 7 Jan 2025")
    assert rows["workout"].details == "Would be removed: 21 Jan 2025 (Legs A)."
    assert rows["plan"].difference == "1 comes back"
    heads = [(one.what, one.difference) for one in preview.rows if one.heads]
    assert heads == [("Ada", ""), ("Cem", "is removed"), ("Ben", "comes back"), ("For everybody", "")]


def test_on_a_new_computer_everything_comes_in(copy: Path, tmp_path: Path) -> None:
    new = opened(tmp_path / "new")
    prepared = prepare(new, copy)
    assert prepared.preview.summary.startswith("There is nobody here yet")
    assert not prepared.preview.replaces
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
    restores.keep_present(profile, prepared)
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


def test_what_was_tidied_away_must_be_looked_at_again(profile: Profile, copy: Path) -> None:
    """The file may be another one since: what was never shown is not restored."""
    prepared = prepare(profile, copy)
    profile.apply(AddPerson("Cem"))
    now = database_dump(profile)
    shutil.rmtree(prepared.staged.parent)
    with pytest.raises(UserError, match="look at it again"):
        restores.keep_present(profile, prepared)
    profile.close()
    with pytest.raises(UserError, match="look at it again"):
        prepared.put_in_place()
    assert database_dump(profile) == now


def test_what_lay_ready_for_hours_is_not_tidied_away_by_the_restore_itself(profile: Profile, copy: Path) -> None:
    then = database_dump(copy)
    profile.apply(AddPerson("Cem"))
    prepared = prepare(profile, copy)
    for step in ("kept", "put in place"):
        os.utime(prepared.staged.parent, (0, 0))
        if step == "kept":
            restores.keep_present(profile, prepared)
            profile.apply(AddPerson("Dan"))
    profile.close()
    prepared.put_in_place()
    assert database_dump(profile) == then


def test_the_oldest_of_those_before_a_restore_is_still_there_after_its_restoring(profile: Profile, copy: Path) -> None:
    for number in range(backup.KEEP_MARKED[Why.RESTORE]):
        profile.apply(AddPerson(f"Person {number}"))
        backup.keep(profile.paths.database, profile.paths.backups, Why.RESTORE)
    oldest = [one for one in backup.listed(profile.paths.backups) if one.why is Why.RESTORE][-1].file
    then = database_dump(oldest)
    profile.apply(AddPerson("Cem"))
    prepared = prepare(profile, oldest)
    restores.keep_present(profile, prepared)
    profile.apply(AddPerson("Dan"))
    profile.close()
    prepared.put_in_place()
    assert database_dump(profile) == database_dump(oldest) == then


def test_looking_lays_nothing_beside_a_file_from_elsewhere(profile: Profile, copy: Path, tmp_path: Path) -> None:
    """Once another program has opened it to write, whoever opens it lays a log beside it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copyfile(copy, stick / "legwork.sqlite3")
    with closing(sqlite3.connect(stick / "legwork.sqlite3")) as raw:
        raw.execute("PRAGMA journal_mode=WAL").close()
    before = (stick / "legwork.sqlite3").read_bytes()
    prepared = prepare(profile, stick / "legwork.sqlite3")
    prepared.discard()
    assert not prepared.preview.contents.older
    assert [file.name for file in stick.iterdir()] == ["legwork.sqlite3"]
    assert (stick / "legwork.sqlite3").read_bytes() == before


@pytest.mark.parametrize("at", [1, 2, 4, 8, 16])
def test_cancelled_it_leaves_nothing_behind(profile: Profile, copy: Path, at: int) -> None:
    before = sorted(file.name for file in profile.paths.backups.iterdir())
    with suppress(Cancelled):
        prepare(profile, copy, cancelled_at(at)).discard()
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
    assert row.difference == "28 are removed"
    assert row.details.startswith("Would be removed: 28 Feb 2025, 27 Feb 2025, ")
    assert row.details.endswith(" and 16 more.")
    assert len(re.findall("2025", row.details)) == 12


def test_other_things_are_called_what_they_are(profile: Profile, person: Person, copy: Path) -> None:
    """A number of other things would tell nobody whether they are missed."""
    profile.apply(ChangeSetting(REMIND_COPY, WEEK))
    prepared = prepare(profile, copy)
    prepared.discard()
    assert prepared.preview.summary.splitlines() == [
        "Would be put back to what the copy has: the reminder of a copy elsewhere."
    ]
    [row] = [one for one in prepared.preview.rows if one.key == "/setting"]
    assert row.difference == "1 is put back"
    assert row.details == "Would be put back to what the copy has: the reminder of a copy elsewhere."
    profile.apply(SaveView(person.id, "Legs", "spec"))
    profile.apply(SetChoices(person.id, (("food/wish", ("gain",)), ("hard_rir", ("4",))), TUESDAY, "a target"))
    profile.apply(SetGoal(person.id, "site/calf:left", Quantity(40, "cm", "40"), date(2025, 6, 1), MONDAY, "Calf"))
    prepared = prepare(profile, copy)
    prepared.discard()
    assert prepared.preview.summary.splitlines()[0] == (
        "Would be removed: 1 goal, 2 answers or targets and 1 kept view of the charts."
    )
    details = {one.key.partition("/")[2]: one.details for one in prepared.preview.rows}
    assert details["chart_view"] == "Would be removed: Legs."
    assert details["choice"] == "Would be removed: which sets count as hard, units and targets of food."
    assert details["goal"] == "Would be removed: Calf."
    assert not any(" one." in one or "other thing" in one for one in details.values())


def test_an_answer_about_a_table_is_said_to_be_one(profile: Profile, person: Person, copy: Path) -> None:
    with closing(sqlite3.connect(profile.paths.database)) as raw, raw:
        raw.execute("INSERT INTO setting (key, value) VALUES ('table/day,kg', '{}')")
    prepared = prepare(profile, copy)
    prepared.discard()
    assert prepared.preview.summary == "Would be removed: an answer how the columns of a table are read."
    assert not prepared.preview.removes, "nothing of anybody's"


def test_to_keep_both_what_is_here_is_exported_and_imported_again(
    profile: Profile, person: Person, copy: Path, tmp_path: Path
) -> None:
    """As the preview advises, where something would be removed."""
    profile.apply(RecordReadings(person.id, (day(date(2025, 1, 20), waist="82"),)))
    profile.apply(AddPerson("Cem"))
    profile.apply(DeletePerson(2, "Ben"))
    documents.export_file(profile, tmp_path / "everything.json")
    prepared = prepare(profile, copy)
    assert prepared.preview.removes
    profile.close()
    prepared.put_in_place()
    prepared.discard()
    again = Profile(profile.paths)
    found = importing.read_file(tmp_path / "everything.json")
    assert isinstance(found, documents.Document)
    again.apply(documents.ImportDocument(found, "everything.json"))
    assert sorted(one.name for one in everybody(again)) == ["Ada", "Ben", "Cem"]
    days = check_ins.check_in_days(again, person.id)
    assert date(2025, 1, 20) in days.values() and len(days) == 3
    again.close()


def test_every_kind_of_thing_has_a_name() -> None:
    assert set(restore_words.NAMES) == set(THINGS)
