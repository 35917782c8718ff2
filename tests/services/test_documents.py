"""The document that loses nothing: out, into an empty profile, and out again to the byte."""

from __future__ import annotations

import dataclasses
import json
import os
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from helpers import MONDAY, TUESDAY, WAIST, database_dump, day, entry, opened, somebody
from legwork.domain.exercise import Share, own_exercise
from legwork.domain.food.amounts import Nutrient
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.sample_plan import sample_plan
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import UserError
from legwork.formats import legwork_json
from legwork.formats.records import Document
from legwork.services import check_ins, documents, importing
from legwork.services.chart_views import DeleteView, SaveView, saved_views
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.choices import SetChoices, choices_of
from legwork.services.documents import ImportDocument
from legwork.services.food import DeleteItem, RecordFood, SaveItem
from legwork.services.goals import RemoveGoal, SetGoal
from legwork.services.lifts import RemoveLift, SetLift
from legwork.services.own_exercises import SetOwnExercise
from legwork.services.people import AddOwnSite, DeleteOwnSite, DeletePerson, everybody
from legwork.services.plans import AddPlan, with_exercises
from legwork.services.profile import Profile
from legwork.services.programme import AddProgrammeChange, DeleteProgrammeChange, programme_changes
from legwork.services.sample import FillWithSample
from legwork.services.settings import ChangeSetting
from strategies import documents as any_document


@pytest.fixture
def full(profile: Profile) -> Profile:
    """Two people with everything that a profile can hold."""
    stature = Quantity(180.34, "in", "71")
    ada = somebody(profile, "Zoë 🦵", sex="female", birth_date=date(1990, 2, 28), stature=stature)
    ben = somebody(profile, "Ben", units=UnitSystem.IMPERIAL)
    profile.apply(AddOwnSite(ada.id, "Scar", True))
    profile.apply(ChangeSetting("theme", "dark"))
    profile.apply(
        RecordReadings(
            ada.id,
            (
                Day(TUESDAY, (entry(WAIST, "84 + 33 in", source="hevy"), entry(Spot("calf"), "38")), "a\nb", True),
                Day(MONDAY, note="first", trained_legs=False),
            ),
        )
    )
    profile.apply(RecordReadings(ben.id, (Day(MONDAY, (entry(Spot("body_fat"), "17,5", source="navy"),)),)))
    for measure, quantity in (("volume/leg", Quantity(9.5, "L", "9,5")), ("difference/calf", Quantity(0, "cm", "0"))):
        profile.apply(SetGoal(ada.id, measure, quantity, date(2025, 12, 31), MONDAY, "Leg"))
    for when, text in ((TUESDAY, "Zercher"), (TUESDAY, "Deadlifts"), (MONDAY, "Squats")):
        profile.apply(AddProgrammeChange(ada.id, when, text))
    for name, spec in (("legs", '{"spots": []}'), ("Arms", "ü\n")):
        profile.apply(SaveView(ada.id, name, spec))
    for when, lift, side, rir in ((TUESDAY, "squat", Side.NONE, None), (MONDAY, "split_squat", Side.LEFT, 1.5)):
        profile.apply(SetLift(ada.id, when, lift, side, Quantity(102.058283, "lb", "225"), 5, rir))
    profile.apply(SetChoices(ada.id, (("why", ("desk", "bicycle")), ("target", ("reeves",))), MONDAY, "Questions"))
    sled = own_exercise("own_sled", "Sled", Pattern.SQUAT, (Share(Muscle.QUADRICEPS, 1.0),))
    profile.apply(SetOwnExercise(ada.id, sled))
    profile.apply(AddPlan(ada.id, sample_plan(), MONDAY))
    profile.apply(AddPlan(ada.id, with_exercises(sample_plan(), {"hack_squat": "own_sled"})))
    eaten = {"kcal": Quantity(2040.0, "kcal", "1800+240"), "mL": Quantity(0.5, "mL", "500")}
    for when in (TUESDAY, MONDAY):
        amounts = (Nutrient.WATER, eaten["mL"]), (Nutrient.ENERGY, eaten["kcal"])
        profile.apply(RecordFood(ada.id, when, amounts, Quantity(61.2, "kg", "61,2")))
    profile.apply(SaveItem(ada.id, "Tvaroh", ((Nutrient.ENERGY, eaten["kcal"]),)))
    profile.apply(SaveItem(ada.id, "Apple", ((Nutrient.WATER, eaten["mL"]), (Nutrient.ENERGY, eaten["kcal"]))))
    return profile


def _exported(profile: Profile) -> bytes:
    return legwork_json.dump(documents.read_document(profile))


def _round_trip(data: bytes) -> bytes:
    """Take an export in, in an empty profile, and export that."""
    with tempfile.TemporaryDirectory() as folder:
        empty = opened(Path(folder))
        empty.apply(ImportDocument(legwork_json.load(data), "export.json"))
        again = _exported(empty)
        before = database_dump(empty)
        outcome = empty.apply(ImportDocument(legwork_json.load(data), "export.json"))
        assert outcome.changes.rows == {}
        assert database_dump(empty) == before
        empty.close()
    return again


def test_the_same_bytes_again(full: Profile) -> None:
    data = _exported(full)
    assert data.count(b'"day"') == 3 + 3 + 2 + 2
    assert data.count(b'"pick"') == 3
    assert data.count(b'"measure"') == data.count(b'"spec"') == 2
    assert _round_trip(data) == data


def test_the_sample_history_too(profile: Profile) -> None:
    profile.apply(FillWithSample(date(2025, 6, 2), weeks=40))
    data = _exported(profile)
    assert _round_trip(data) == data


def test_nothing_that_cannot_come_back_is_left_by_deleting_a_site(full: Profile) -> None:
    ada = everybody(full)[0]
    full.apply(RecordReadings(ada.id, (Day(date(2025, 3, 3), (entry(Spot("own_scar"), "20"),)),)))
    full.apply(DeleteOwnSite(ada.id, "own_scar", "Scar"))
    data = _exported(full)
    assert _round_trip(data) == data


@settings(max_examples=60, deadline=None)
@given(any_document())
def test_any_profile(document: Document) -> None:
    data = legwork_json.dump(document)
    assert _round_trip(data) == data


def test_what_is_here_already_is_left_as_it_is(full: Profile) -> None:
    document = documents.read_document(full)
    ada = everybody(full)[0]
    full.apply(RecordReadings(ada.id, (day(TUESDAY, waist="90"), Day(TUESDAY, note="now"))))
    full.apply(ChangeSetting("theme", "light"))
    before = database_dump(full)
    assert full.apply(ImportDocument(document, "x.json")).changes.rows == {}
    assert database_dump(full) == before


def test_what_is_missing_is_filled_in(full: Profile) -> None:
    document = documents.read_document(full)
    data = _exported(full)
    ada, ben = everybody(full)
    full.apply(RecordReadings(ada.id, (day(TUESDAY, waist=""),)))
    full.apply(DeletePerson(ben.id, "Ben"))
    before = database_dump(full)
    outcome = full.apply(ImportDocument(document, "x.json"))
    assert _exported(full) == data
    full.apply(outcome.inverse)
    assert database_dump(full) == before


def test_goals_programme_and_views_that_are_missing_are_filled_in(full: Profile) -> None:
    document = documents.read_document(full)
    data = _exported(full)
    ada = everybody(full)[0]
    full.apply(RemoveGoal(ada.id, "volume/leg", "Leg"))
    [_, deadlifts, _] = document.people[0].programme_changes
    [one] = [one for one in programme_changes(full, ada.id) if one.text == deadlifts.text]
    full.apply(DeleteProgrammeChange(one.id, one.text))
    full.apply(DeleteView(saved_views(full, ada.id)[0].id, "Arms"))
    assert _exported(full) != data
    outcome = full.apply(ImportDocument(document, "x.json"))
    assert set(outcome.changes.rows) == {"goal", "programme_change", "chart_view"}
    assert _exported(full) == data


def test_goals_and_views_that_are_here_already_are_left_as_they_are(full: Profile) -> None:
    document = documents.read_document(full)
    ada = everybody(full)[0]
    full.apply(SetGoal(ada.id, "volume/leg", Quantity(9.0, "L", "9"), date(2026, 1, 1), TUESDAY, "Leg"))
    full.apply(SaveView(ada.id, "LEGS", "mine"))
    before = database_dump(full)
    assert full.apply(ImportDocument(document, "x.json")).changes.rows == {}
    assert database_dump(full) == before


def test_lifts_and_choices_that_are_missing_are_filled_in(full: Profile) -> None:
    document = documents.read_document(full)
    data = _exported(full)
    ada = everybody(full)[0]
    full.apply(RemoveLift(ada.id, MONDAY, "split_squat", Side.LEFT))
    full.apply(SetChoices(ada.id, (("why", ()),), MONDAY, "Questions"))
    before = database_dump(full)
    assert _exported(full) != data
    outcome = full.apply(ImportDocument(document, "x.json"))
    assert set(outcome.changes.rows) == {"lift", "choice"}
    assert _exported(full) == data
    assert choices_of(full, ada.id)["why"] == ("desk", "bicycle")
    full.apply(outcome.inverse)
    assert database_dump(full) == before


def test_lifts_and_choices_that_are_here_already_are_left_as_they_are(full: Profile) -> None:
    document = documents.read_document(full)
    ada = everybody(full)[0]
    full.apply(SetLift(ada.id, TUESDAY, "squat", Side.NONE, Quantity(110.0, "kg", "110"), 3, 0))
    full.apply(SetChoices(ada.id, (("why", ("desk",)), ("target", ("casey",))), TUESDAY, "Questions"))
    before = database_dump(full)
    assert full.apply(ImportDocument(document, "x.json")).changes.rows == {}
    assert database_dump(full) == before


def test_food_that_is_missing_is_filled_in_and_what_is_here_stays(full: Profile) -> None:
    document = documents.read_document(full)
    data = _exported(full)
    ada = everybody(full)[0]
    full.apply(RecordFood(ada.id, MONDAY, ((Nutrient.ENERGY, None),)))
    full.apply(DeleteItem(ada.id, "Apple"))
    before = database_dump(full)
    outcome = full.apply(ImportDocument(document, "x.json"))
    assert set(outcome.changes.rows) == {"food_amount", "food_item"}
    assert _exported(full) == data
    full.apply(outcome.inverse)
    assert database_dump(full) == before
    full.apply(outcome.forward)
    full.apply(RecordFood(ada.id, MONDAY, ((Nutrient.ENERGY, Quantity(2500.0, "kcal", "2500")),)))
    full.apply(SaveItem(ada.id, "TVAROH", ((Nutrient.FAT, Quantity(9.0, "g", "9")),), "Tvaroh"))
    mine = database_dump(full)
    assert full.apply(ImportDocument(document, "x.json")).changes.rows == {}
    assert database_dump(full) == mine


_EATEN = ("food", "food_items")
_LOGGED = ("workouts", "exercise_names", "refused_proposals", *_EATEN)
_TRAINING = ("plans", "own_exercises", *_LOGGED)
LATER = {
    1: ("goals", "programme_changes", "chart_views", "lifts", "choices", *_TRAINING),
    2: ("lifts", "choices", *_TRAINING),
    3: _TRAINING,
    4: _LOGGED,
    5: _EATEN,
}
"""What a person did not have yet, by version."""


@pytest.mark.parametrize("version", LATER)
def test_an_export_of_an_earlier_version_comes_in_and_takes_nothing_away(full: Profile, version: int) -> None:
    tree = json.loads(_exported(full))
    tree["version"] = version
    for one in tree["people"]:
        for key in LATER[version]:
            del one[key]
    before = database_dump(full)
    old = legwork_json.load(json.dumps(tree).encode())
    assert full.apply(ImportDocument(old, "old.json")).changes.rows == {}
    assert database_dump(full) == before


def test_two_people_of_one_name_stay_two(full: Profile) -> None:
    document = documents.read_document(full)
    twin = dataclasses.replace(document.people[0], uid="another")
    full.apply(ImportDocument(Document({}, (twin,)), "x.json"))
    assert [one.name for one in everybody(full)] == ["Zoë 🦵", "Ben", "Zoë 🦵"]


def test_exporting_writes_the_whole_file_and_says_how_many(full: Profile, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    assert sum(len(one.check_ins) for one in documents.export_file(full, file).people) == 3
    assert file.read_bytes() == _exported(full)
    found = importing.read_file(file)
    assert found == documents.read_document(full)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["out.json"]


@pytest.mark.parametrize("place", ["no such folder/out.json", "a file/out.json", "a folder", "x" * 300 + ".json"])
def test_where_it_cannot_be_written_one_sentence_says_so(full: Profile, tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_text("mine")
    (tmp_path / "a folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UserError, match=r"was not written\. |is a folder") as refused:
        documents.export_file(full, tmp_path / place)
    assert "\n" not in str(refused.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_folder_of_the_moment(full: Profile) -> None:
    with pytest.raises(UserError, match="is a folder"):
        documents.export_file(full, Path())


def test_an_export_that_fails_halfway_leaves_the_old_file(full: Profile, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_bytes(b"the old one")
    resource = pytest.importorskip("resource")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, usual[1]))
    try:
        with pytest.raises(UserError, match=r"^out\.json was not written\. .* takes no file of this size: "):
            documents.write_whole(file, b"much" * 99)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert file.read_bytes() == b"the old one"
    assert [one for one in tmp_path.iterdir() if one.is_file()] == [file]


def test_the_old_file_is_written_to_in_no_way_but_replaced(full: Profile, tmp_path: Path) -> None:
    """Whoever stops it at any moment finds the old one whole, or the new one."""
    file, other_name = tmp_path / "out.json", tmp_path / "the same file.json"
    file.write_bytes(b"the old one")
    os.link(file, other_name)
    documents.export_file(full, file)
    assert file.read_bytes() == _exported(full)
    assert other_name.read_bytes() == b"the old one"


def test_a_file_that_looks_like_a_temporary_one_is_left_alone(full: Profile, tmp_path: Path) -> None:
    (tmp_path / "out.json.partial").write_bytes(b"mine")
    documents.export_file(full, tmp_path / "out.json")
    assert (tmp_path / "out.json.partial").read_bytes() == b"mine"
    assert (tmp_path / "out.json").read_bytes() == _exported(full)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
@pytest.mark.parametrize("linked", [False, True])
def test_what_is_no_ordinary_file_is_not_replaced(full: Profile, tmp_path: Path, linked: bool) -> None:
    fifo, link, loop = tmp_path / "pipe", tmp_path / "link.json", tmp_path / "loop.json"
    os.mkfifo(fifo)
    link.symlink_to(fifo)
    loop.symlink_to(loop)
    for file in (link, loop) if linked else (fifo,):
        with pytest.raises(UserError, match="no ordinary file: choose another name"):
            documents.export_file(full, file)
    assert fifo.is_fifo()
    assert link.is_symlink() and loop.is_symlink()
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize("there", [False, True])
def test_a_link_stays_and_what_it_points_to_is_written(full: Profile, tmp_path: Path, there: bool) -> None:
    target, link = tmp_path / "disk" / "real.json", tmp_path / "link.json"
    target.parent.mkdir()
    if there:
        target.write_bytes(b"the old one")
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("no links here")
    documents.export_file(full, link)
    assert link.is_symlink()
    assert target.read_bytes() == _exported(full)
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    "place", ["legwork.sqlite3", "legwork.sqlite3-wal", "running.lock", "backups/legwork-2025.sqlite3", "new.json"]
)
@pytest.mark.parametrize("way", ["plain", "dotted", "linked"])
def test_nothing_is_written_among_the_programs_own_files(full: Profile, tmp_path: Path, place: str, way: str) -> None:
    root = full.paths.root
    file = root / place
    file.parent.mkdir(exist_ok=True)
    if not file.exists() and place != "new.json":
        file.write_bytes(b"ours")
    before = file.read_bytes() if file.exists() else None
    if way == "dotted":
        file = root / "backups" / ".." / place
        full.paths.backups.mkdir(exist_ok=True)
    elif way == "linked":
        try:
            (tmp_path / "link").symlink_to(root)
        except OSError:
            pytest.skip("no links here")
        file = tmp_path / "link" / place
    with pytest.raises(UserError, match="among the program's own files: choose another folder"):
        documents.export_file(full, file)
    assert (file.read_bytes() if file.exists() else None) == before
    assert not list(root.rglob("*.partial"))


def test_the_sample_is_not_written_over_the_profile_that_it_lies_in(full: Profile, tmp_path: Path) -> None:
    sample = Profile(full.paths.sample)
    for place in (full.paths.database, full.paths.backups / "x.json", sample.paths.database):
        with pytest.raises(UserError, match="own files"):
            documents.export_file(sample, place)
    documents.export_file(sample, tmp_path / "sample.json")
    sample.close()
    lonely = opened(tmp_path / "mine" / "sample")  # a profile of that name is none of another's
    documents.export_file(lonely, tmp_path / "mine" / "x.json")
    lonely.close()


def test_counting_what_an_import_added(full: Profile, tmp_path: Path) -> None:
    empty = opened(tmp_path / "other")
    outcome = empty.apply(ImportDocument(documents.read_document(full), "out.json"))
    assert len(outcome.changes.rows["check_in"]) == 3
    assert (outcome.changes.first_day, outcome.changes.last_day) == (MONDAY, TUESDAY)
    assert outcome.inverse.label == "Import out.json"
    ada = everybody(empty)[0]
    assert [one.entered for one in check_ins.on_day(empty, ada.id, TUESDAY).readings[WAIST]] == ["84", "33"]
    empty.close()
