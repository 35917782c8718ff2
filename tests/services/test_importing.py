"""Other programs' files: what the preview says is what happens, once, and never over one's own numbers."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from helpers import MONDAY, TUESDAY, WAIST, WEIGHT, cancelled_at, database_dump, day, entry, somebody
from legwork.domain.sites import Side, Spot
from legwork.errors import Cancelled, UserError
from legwork.formats.records import MeasurementTable
from legwork.services import check_ins, importing
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.edit import Outcome
from legwork.services.importing import LEAVE_OUT, OWN_SITE, ImportTable, Plan
from legwork.services.people import AddOwnSite, DeletePerson, Person, everybody
from legwork.services.profile import Profile

HEADER = "date,weight_kg,waist_in,abdomen_in,left_calf_in,right_calf_in,thigh_in\n"
MON = '"6 Jan 2025, 00:00",80.5,33,34,15,15.25,22\n'
TUE = '"7 Jan 2025, 00:00",80.1,,,,,\n'


@pytest.fixture
def read(tmp_path: Path):
    """Reads a file with this content, as the program does."""

    def make(text: str) -> MeasurementTable:
        file = tmp_path / "measurement_data.csv"
        file.write_text(text, encoding="utf-8")
        found = importing.read_file(file)
        assert isinstance(found, MeasurementTable)
        return found

    return make


def _import(profile: Profile, person: Person, table: MeasurementTable, **choices: str) -> tuple[Plan, Outcome]:
    """Preview, then do it; the preview must have told the truth."""
    wanted = importing.proposed(table) | choices
    plan = importing.preview(profile, person.id, table, wanted)
    before = database_dump(profile)
    outcome = profile.apply(ImportTable(person.id, table, tuple(wanted.items()), "measurement_data.csv"))
    after = database_dump(profile)
    gained = {name: len(after[name]) - len(before[name]) for name in after}
    assert gained["check_in"] == plan.new_check_ins
    assert gained["custom_site"] == gained["tracked_site"] == len(plan.new_sites)
    changed = set(after["reading"]) ^ set(before["reading"])
    written = {row[0] for row in changed if row in set(after["reading"])}
    if not plan.corrected:
        assert gained["reading"] == len(written) == plan.new
    assert plan.changes_nothing == (not outcome.changes.rows)
    return plan, outcome


def _values(profile: Profile, person: Person, when) -> dict[str, list[str]]:
    found = check_ins.on_day(profile, person.id, when)
    return {str(spot): [f"{one.entered} {one.unit}" for one in lines] for spot, lines in found.readings.items()}


def test_a_first_import(profile: Profile, person: Person, read) -> None:
    plan, _ = _import(profile, person, read(HEADER + TUE + MON))
    assert (plan.new, plan.new_check_ins, plan.corrected, plan.same, plan.left_out) == (7, 2, 0, 0, 0)
    assert importing.plan_sentence(plan) == "7 new readings, 2 new check-ins."
    assert _values(profile, person, MONDAY) == {
        "body_weight": ["80.5 kg"],
        "calf:left": ["15 in"],
        "calf:right": ["15.25 in"],
        "mid_thigh": ["22 in"],  # the file names no side, so neither do we
        "own_abdomen": ["34 in"],
        "waist": ["33 in"],
    }
    assert check_ins.on_day(profile, person.id, MONDAY).value(WAIST) == 83.82
    assert check_ins.on_day(profile, person.id, MONDAY).readings[WAIST][0].source == "hevy"
    [ada] = everybody(profile)
    assert [(site.name, site.sided) for site in ada.own_sites] == [("Abdomen", False)]
    assert ada.tracked == (*person.tracked, "own_abdomen")


def test_the_same_file_again_changes_nothing(profile: Profile, person: Person, read) -> None:
    _import(profile, person, read(HEADER + TUE + MON))
    before = database_dump(profile)
    plan, _ = _import(profile, person, read(HEADER + TUE + MON))
    assert database_dump(profile) == before
    assert importing.plan_sentence(plan) == "All of it is here already. Nothing would change."


def test_a_newer_export_adds_only_what_is_new(profile: Profile, person: Person, read) -> None:
    _import(profile, person, read(HEADER + MON))
    plan, _ = _import(profile, person, read(HEADER + TUE + MON))
    assert (plan.new, plan.new_check_ins, plan.same) == (1, 1, 6)


def test_a_corrected_export_corrects(profile: Profile, person: Person, read) -> None:
    _import(profile, person, read(HEADER + MON + TUE))
    plan, _ = _import(profile, person, read(HEADER + MON.replace("33", "32.5") + TUE))
    assert (plan.new, plan.corrected, len(plan.days), plan.same) == (0, 1, 1, 6)
    assert _values(profile, person, MONDAY)["waist"] == ["32.5 in"]


def test_ones_own_numbers_are_kept(profile: Profile, person: Person, read) -> None:
    profile.apply(RecordReadings(person.id, (Day(MONDAY, (entry(WAIST, "84"),), "mine", True),)))
    plan, _ = _import(profile, person, read(HEADER + MON))
    assert (plan.new, plan.kept_own, len(plan.days), plan.new_check_ins) == (5, 1, 1, 0)
    assert "1 stays as you typed it" in importing.plan_sentence(plan)
    assert _values(profile, person, MONDAY)["waist"] == ["84 cm"]
    found = check_ins.on_day(profile, person.id, MONDAY)
    assert (found.note, found.morning) == ("mine", True)


def test_an_imported_number_that_was_typed_over_is_ones_own(profile: Profile, person: Person, read) -> None:
    _import(profile, person, read(HEADER + MON))
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    plan, _ = _import(profile, person, read(HEADER + MON))
    assert (plan.kept_own, plan.corrected) == (1, 0)
    assert _values(profile, person, MONDAY)["waist"] == ["84 cm"]


def test_one_undo_takes_all_of_it_back_and_redo_brings_it_again(profile: Profile, person: Person, read) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    before = database_dump(profile)
    _, outcome = _import(profile, person, read(HEADER + MON + TUE))
    after = database_dump(profile)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    profile.apply(outcome.forward)
    assert database_dump(profile) == after


def test_columns_go_where_they_are_told(profile: Profile, person: Person, read) -> None:
    table = read(HEADER + MON)
    profile.apply(AddOwnSite(person.id, "Belly", False))
    [ada] = everybody(profile)
    plan, _ = _import(
        profile, ada, table, abdomen_in="own_belly", thigh_in="upper_thigh", weight_kg=LEAVE_OUT, left_calf_in="ankle"
    )
    assert (plan.new, plan.left_out, plan.new_sites) == (5, 1, ())
    assert set(_values(profile, ada, MONDAY)) == {"ankle:left", "calf:right", "own_belly", "upper_thigh", "waist"}
    [abdomen] = [column for column in table.columns if column.header == "abdomen_in"]
    [weight] = [column for column in table.columns if column.header == "weight_kg"]
    assert {"own_belly", "waist", "calf"} <= {site.key for site in importing.targets_for(ada, abdomen)}
    assert [site.key for site in importing.targets_for(ada, weight)] == ["body_weight"]


def test_an_own_site_of_that_name_is_used_again(profile: Profile, person: Person, read) -> None:
    profile.apply(AddOwnSite(person.id, "ABDOMEN", False))
    plan, _ = _import(profile, person, read(HEADER + MON))
    assert plan.new_sites == ()
    assert "own_abdomen" in _values(profile, person, MONDAY)


def test_two_columns_for_one_own_site_are_two_readings_and_stay_so(profile: Profile, person: Person, read) -> None:
    table = read("date,left_calf_in,left_calf_cm\n2025-01-06,15,\n2025-01-07,,38\n")
    assert {column.label for column in table.columns} == {"Left calf"}
    choices = {"left_calf_in": OWN_SITE, "left_calf_cm": OWN_SITE}
    plan, _ = _import(profile, person, table, **choices)
    assert plan.new_sites == (("own_left_calf", "Left calf", False),)
    again, _ = _import(profile, person, table, **choices)
    assert again.changes_nothing


def test_two_rows_of_one_day_are_two_readings_and_a_fourth_is_told(profile: Profile, person: Person, read) -> None:
    rows = "".join(f"2025-01-06,{kilos}\n" for kilos in (80, 81, 82, 83))
    plan, _ = _import(profile, person, read("date,weight_kg\n" + rows))
    assert (plan.new, plan.left_out) == (3, 1)
    assert check_ins.on_day(profile, person.id, MONDAY).value(WEIGHT) == 81
    again, _ = _import(profile, person, read("date,weight_kg\n" + rows))
    assert again.changes_nothing


def test_a_correction_may_take_readings_away(profile: Profile, person: Person, read) -> None:
    _import(profile, person, read("date,weight_kg\n2025-01-06,80\n2025-01-06,81\n"))
    plan, _ = _import(profile, person, read("date,weight_kg\n2025-01-06,80\n"))
    assert plan.corrected == 1
    assert _values(profile, person, MONDAY) == {"body_weight": ["80 kg"]}


def test_a_correction_that_takes_from_one_day_and_adds_another_is_undone(
    profile: Profile, person: Person, read
) -> None:
    _import(profile, person, read("date,weight_kg\n2025-01-07,80\n2025-01-07,81\n"))
    before = database_dump(profile)
    _, outcome = _import(profile, person, read("date,weight_kg\n2025-01-06,79\n2025-01-07,80\n"))
    after = database_dump(profile)
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    profile.apply(outcome.forward)
    assert database_dump(profile) == after


def test_previewing_for_somebody_who_is_not_here_yet(profile: Profile, read) -> None:
    table = read(HEADER + MON)
    plan = importing.preview(profile, None, table, importing.proposed(table))
    assert (plan.new, plan.new_check_ins, len(plan.new_sites)) == (6, 1, 1)


def test_for_somebody_who_is_gone_meanwhile(profile: Profile, person: Person, read) -> None:
    table = read(HEADER + MON)
    profile.apply(DeletePerson(person.id, person.name))
    before = database_dump(profile)
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(ImportTable(person.id, table, tuple(importing.proposed(table).items()), "x.csv"))
    assert database_dump(profile) == before


def test_nobody_elses_history_is_touched(profile: Profile, person: Person, read) -> None:
    ben = somebody(profile, "Ben")
    profile.apply(RecordReadings(ben.id, (day(MONDAY, waist="99"),)))
    _import(profile, person, read(HEADER + MON + TUE))
    assert _values(profile, ben, MONDAY) == {"waist": ["99 cm"]}
    assert check_ins.check_in_days(profile, ben.id).keys().isdisjoint(check_ins.check_in_days(profile, person.id))
    assert list(check_ins.check_in_days(profile, person.id).values()) == [MONDAY, TUESDAY]


def test_a_file_may_fill_the_other_side_later(profile: Profile, person: Person, read) -> None:
    _import(profile, person, read("date,left_calf_cm\n2025-01-06,38\n"))
    _import(profile, person, read("date,right_calf_cm\n2025-01-06,39\n"))
    found = check_ins.on_day(profile, person.id, MONDAY)
    assert [found.value(Spot("calf", side)) for side in (Side.LEFT, Side.RIGHT)] == [38.0, 39.0]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("gone.csv", None, "gone.csv cannot be read: No such file"),
        ("empty.csv", b"", "This file is empty"),
        ("noise.csv", bytes(range(256)) * 99, "does not look like a text file"),
        ("letter.txt", b"Dear Anna,\nhow are you?\nYours\n", "does not know this kind of file"),
        ("book.xlsx", b"PK\x03\x04whatever", "spreadsheet is damaged"),
    ],
)
def test_files_that_hold_no_measurements(tmp_path: Path, name: str, content: bytes | None, sentence: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=sentence):
        importing.read_file(tmp_path / name)


def test_a_folder_and_something_far_too_large(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        importing.read_file(tmp_path)
    with (tmp_path / "huge.csv").open("wb") as stream:
        stream.truncate(importing.MAX_FILE_BYTES + 1)  # sparse: takes no room
    with pytest.raises(UserError, match="larger than any export"):
        importing.read_file(tmp_path / "huge.csv")


def test_reading_stops_when_cancel_is_pressed(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text(HEADER + MON)
    with pytest.raises(Cancelled):
        importing.read_file(tmp_path / "data.csv", lambda: True)


def test_the_menu_names_the_file(person: Person, read) -> None:
    edit = ImportTable(person.id, read(HEADER + MON), (), "measurement_data.csv")
    assert edit.label == "Import measurement_data.csv"
    assert edit.notable
    assert dataclasses.replace(edit, file_name="x").label == "Import x"


def test_a_table_that_is_cancelled_leaves_nothing(profile: Profile, person: Person, read) -> None:
    before = database_dump(profile)
    with pytest.raises(Cancelled):
        profile.apply(ImportTable(person.id, read(HEADER + MON), (), "measurement_data.csv", cancelled_at(1)))
    assert database_dump(profile) == before
