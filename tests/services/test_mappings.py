"""Tables that were explained once: known again, in every export, and taken in as one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from health_files import workbook
from helpers import opened, somebody
from legwork.cli.arguments import parse
from legwork.cli.commands import run_command
from legwork.domain.log.model import LoggedExercise
from legwork.errors import UserError
from legwork.formats.mapping import ColumnUse, Purpose, Role, TableMapping
from legwork.formats.parts import UnknownTable
from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import Answers, TrainingTable
from legwork.services import importing, mapping_look
from legwork.services.documents import ImportDocument, read_document
from legwork.services.importing import ImportTable, read_file
from legwork.services.mapping_choices import changed, choice_of, choices_for, twice_sentence, unit_words
from legwork.services.mappings import MOST_KEPT, PREFIX, Explained, is_told_by_header, known_mapping, mapping_key
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining
from legwork.services.training_names import names_in_file, proposed
from legwork.services.workout_rows import read_workouts
from legwork.store.tables import setting, workout

SIZES = "My sizes\nDay;Left calf;Weight\n3/4/2025;38,5;82\n4/4/2025;38,6;82\n"
LOG = "Day,Lift,Reps,kg\n2025-03-04,Squat,8,100\n"


def unknown(folder: Path, text: str, name: str = "table.csv") -> UnknownTable:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    found = read_file(file)
    assert isinstance(found, UnknownTable)
    return found


def mapping_of(table: UnknownTable, profile: Profile, person: Person) -> TableMapping:
    return mapping_look.start(profile, person.id, table).mapping


def explained(profile: Profile, person: Person, folder: Path, text: str) -> Explained:
    table = unknown(folder, text)
    mapping = mapping_of(table, profile, person)
    found = read_file(folder / "table.csv", answers=Answers(mapping=mapping))
    if isinstance(found, MeasurementTable):
        choices = tuple(importing.proposed(found).items())
        edit: ImportTable | ImportTraining = ImportTable(person.id, found, choices, "table.csv")
    else:
        assert isinstance(found, TrainingTable)
        names = names_in_file(profile, person.id, found)
        edit = ImportTraining(person.id, found, tuple(proposed(names).items()), "table.csv")
    return Explained(edit, mapping_key(table, mapping), mapping)


def kept(profile: Profile) -> dict[str, str]:
    with profile.reading() as reader:
        return {row.key: row.value for row in reader.rows(setting) if row.key.startswith(PREFIX)}


@pytest.mark.parametrize("text", [SIZES, LOG])
def test_a_table_is_taken_in_and_known_again_until_that_is_undone(
    profile: Profile, person: Person, tmp_path: Path, text: str
) -> None:
    edit = explained(profile, person, tmp_path, text)
    outcome = profile.apply(edit)
    again = known_mapping(profile, unknown(tmp_path, text))
    assert again == edit.mapping
    profile.apply(outcome.inverse)
    assert known_mapping(profile, unknown(tmp_path, text)) is None
    assert kept(profile) == {}


def test_the_header_may_stand_elsewhere_the_next_time(profile: Profile, person: Person, tmp_path: Path) -> None:
    edit = explained(profile, person, tmp_path, SIZES)
    assert edit.mapping.header == 2
    profile.apply(edit)
    moved = known_mapping(profile, unknown(tmp_path, "Report of\nMay and\nJune\n" + SIZES.removeprefix("My sizes\n")))
    assert moved == replace(edit.mapping, header=4)


def test_a_table_without_a_header_is_known_by_what_its_columns_hold(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    profile.apply(explained(profile, person, tmp_path, "2025-03-04,82.5\n2025-03-05,82.6\n"))
    assert known_mapping(profile, unknown(tmp_path, "2025-05-06,81\n2025-05-07,81.5\n2025-05-08,81\n")) is not None
    assert known_mapping(profile, unknown(tmp_path, "2025-05-06,Squat\n2025-05-07,Dip\n")) is None


def test_another_table_is_another_one(profile: Profile, person: Person, tmp_path: Path) -> None:
    profile.apply(explained(profile, person, tmp_path, SIZES))
    assert known_mapping(profile, unknown(tmp_path, SIZES.replace("Left calf", "Right calf"))) is None


def test_the_same_table_again_changes_nothing(profile: Profile, person: Person, tmp_path: Path) -> None:
    edit = explained(profile, person, tmp_path, SIZES)
    profile.apply(edit)
    assert profile.apply(edit).changes.rows == {}


def test_what_was_said_last_is_kept(profile: Profile, person: Person, tmp_path: Path) -> None:
    edit = explained(profile, person, tmp_path, SIZES)
    profile.apply(edit)
    profile.apply(replace(edit, mapping=replace(edit.mapping, decimal=",")))
    found = known_mapping(profile, unknown(tmp_path, SIZES))
    assert found is not None and found.decimal == ","
    assert len(kept(profile)) == 1


def test_it_goes_with_the_export(profile: Profile, person: Person, tmp_path: Path) -> None:
    edit = explained(profile, person, tmp_path, SIZES)
    profile.apply(edit)
    other = opened(tmp_path / "other")
    somebody(other)
    other.apply(ImportDocument(read_document(profile), "x.json"))
    assert known_mapping(other, unknown(tmp_path, SIZES)) == edit.mapping
    other.close()


def test_only_so_many_are_kept(profile: Profile, person: Person, tmp_path: Path) -> None:
    edit = explained(profile, person, tmp_path, SIZES)
    for number in range(MOST_KEPT + 3):
        profile.apply(replace(edit, key=f"{PREFIX}{number}"))
    assert len(kept(profile)) == MOST_KEPT
    assert f"{PREFIX}{MOST_KEPT + 2}" in kept(profile) and f"{PREFIX}0" not in kept(profile)


def test_what_makes_no_sense_in_a_profile_is_overlooked(profile: Profile, person: Person, tmp_path: Path) -> None:
    edit = explained(profile, person, tmp_path, SIZES)
    profile.apply(edit)
    with profile.reading() as reader:
        assert reader.one(setting, key=edit.key) is not None
    profile.apply(ImportDocument(replace(read_document(profile), settings={f"{PREFIX}odd": "{"}), "x.json"))
    assert known_mapping(profile, unknown(tmp_path, SIZES)) == edit.mapping


def test_what_comes_of_a_table_in_words(profile: Profile, person: Person, tmp_path: Path) -> None:
    table = unknown(tmp_path, SIZES)
    begin = mapping_look.start(profile, person.id, table)
    found = mapping_look.look_at_sample(begin.sample, begin.mapping, date(2025, 12, 31))
    assert found.sentence == "4 values on 2 days, from 3 Apr 2025 to 4 Apr 2025"
    assert found.heads == ("Day", "Calf, left", "Body weight")
    assert found.lines[0] == ("3 Apr 2025", "38.5 cm", "82 kg")
    assert found.open_day == "3/4/2025"
    assert begin.units_guessed == {1, 2}


def test_what_comes_of_a_log_in_words(profile: Profile, person: Person, tmp_path: Path) -> None:
    begin = mapping_look.start(profile, person.id, unknown(tmp_path, LOG))
    found = mapping_look.look_at_sample(begin.sample, begin.mapping, date(2025, 12, 31))
    assert (found.sentence, found.lines) == (
        "1 workout, 1 set on 4 Mar 2025",
        (("4 Mar 2025", "Squat", "100 kg × 8"),),
    )


def test_a_table_without_any_day_is_told_what_it_lacks(profile: Profile, person: Person, tmp_path: Path) -> None:
    weeks = "Measurement,Week 1,Week 2\nThigh L,58.5,58.7\nThigh R,59,59.1\n"
    begin = mapping_look.start(profile, person.id, unknown(tmp_path, weeks))
    found = mapping_look.look_at_sample(begin.sample, begin.mapping, date(2025, 12, 31))
    assert not found.comes and found.refused == (
        "There is no day in this table: write one in each row, or one above each column, and import the file again."
    )
    with_days = mapping_look.start(profile, person.id, unknown(tmp_path, weeks.replace("Week 1", "3 Mar 2025")))
    refused = mapping_look.look_at_sample(with_days.sample, with_days.mapping, date(2025, 12, 31)).refused
    assert refused == "Say which column holds the day."


def test_a_file_that_is_gone_is_told_and_no_error(tmp_path: Path) -> None:
    found = mapping_look.look_at_file(tmp_path / "gone.csv", Answers())
    assert not found.comes and "gone.csv" in found.refused


def test_choosing_what_only_one_column_can_hold_takes_it_from_the_other(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    mapping = mapping_of(unknown(tmp_path, SIZES), profile, person)
    choices = choices_for(mapping.purpose, person)
    day = next(one for one in choices if one.text == "Day")
    other = changed(mapping, 1, day, "Left calf")
    assert [one.role.value for one in other.columns] == ["nothing", "day", "measure"]


def test_every_choice_is_shown_as_what_was_chosen(profile: Profile, person: Person, tmp_path: Path) -> None:
    mapping = mapping_of(unknown(tmp_path, SIZES), profile, person)
    choices = choices_for(mapping.purpose, person)
    for place, choice in enumerate(choices):
        if not choice.heading:
            use = changed(mapping, 1, choice, "Left calf").columns[1]
            assert choice_of(choices, use) == place, choice.text
            assert not unit_words(use) or use.unit in [key for key, _ in unit_words(use)]


def test_two_columns_of_one_site_are_told(profile: Profile, person: Person, tmp_path: Path) -> None:
    mapping = mapping_of(unknown(tmp_path, SIZES), profile, person)
    calf = next(one for one in choices_for(mapping.purpose, person) if one.text == "Calf, left")
    assert twice_sentence(mapping) == ""
    assert "“Calf, left”" in twice_sentence(changed(mapping, 2, calf, "Weight"))


def test_a_number_is_asked_about_only_where_no_other_tells(profile: Profile, person: Person, tmp_path: Path) -> None:
    for text, asked in (
        ("d;kcal;weight\n2025-03-04;1.800;82\n2025-03-05;2.100;82\n", "1.800"),
        ("d;kcal;weight\n2025-03-04;1.800;82,5\n2025-03-05;2.100;82\n", ""),
    ):
        begin = mapping_look.start(profile, person.id, unknown(tmp_path, text))
        assert mapping_look.open_number(begin.sample, begin.mapping) == asked


def test_something_that_is_no_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Alex\n\nhow are you\n")
    with pytest.raises(UserError):
        read_file(file)


def test_the_terminal_reads_a_table_as_it_was_explained_in_the_window(
    profile: Profile, person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit = explained(profile, person, tmp_path, SIZES)
    folder = str(profile.paths.database.parent)
    file = tmp_path / "newer.csv"
    file.write_text(SIZES + "15/4/2025;38,8;83\n", encoding="utf-8")
    assert run_command(parse(["import", "--profile-dir", folder, str(file)])) == 1
    assert "Open it in the window" in capsys.readouterr().err
    profile.apply(edit)
    assert run_command(parse(["import", "--profile-dir", folder, str(file)])) == 0
    assert "2 new readings" in capsys.readouterr().out


SQUATS = "Day,Lift,Reps,kg\n2025-03-04,Squat,8,100\n2025-03-04,Squat,8,100\n2025-03-11,Squat,8,105\n"
PRESSES = "Day,Lift,Reps,kg\n2025-03-04,Leg Press,8,100\n2025-03-04,Leg Press,8,100\n2025-03-18,Leg Press,9,190\n"


def logged(profile: Profile, person: Person) -> list[tuple[str, list[tuple[str, int, str]]]]:
    with profile.reading() as reader:
        found = read_workouts(reader, reader.rows(workout, person_id=person.id))
    return sorted(
        (one.day.isoformat(), [(each.exercise, len(each.sets), _load(each)) for each in one.exercises]) for one in found
    )


def _load(one: LoggedExercise) -> str:
    load = one.sets[-1].load
    return load.entered if load else ""


def test_a_file_for_each_exercise_makes_one_workout_of_a_day(profile: Profile, person: Person, tmp_path: Path) -> None:
    profile.apply(explained(profile, person, tmp_path, SQUATS))
    profile.apply(explained(profile, person, tmp_path, PRESSES))
    both = [
        ("2025-03-04", [("squat", 2, "100"), ("leg_press", 2, "100")]),
        ("2025-03-11", [("squat", 1, "105")]),
        ("2025-03-18", [("leg_press", 1, "190")]),
    ]
    assert logged(profile, person) == both
    for text in (SQUATS, PRESSES):
        assert profile.apply(explained(profile, person, tmp_path, text)).changes.rows == {}
    profile.apply(explained(profile, person, tmp_path, SQUATS.replace("105", "107.5")))
    assert logged(profile, person) == [both[0], ("2025-03-11", [("squat", 1, "107.5")]), both[2]]


def test_a_sheet_for_each_exercise_makes_one_workout_of_a_day(profile: Profile, person: Person, tmp_path: Path) -> None:
    file = tmp_path / "log.xlsx"
    sheets = {"Squat": SQUATS, "Press": PRESSES}
    file.write_bytes(workbook({name: [line.split(",") for line in text.splitlines()] for name, text in sheets.items()}))
    for changes in (True, True, False, False):
        name = "Squat" if not logged(profile, person) or not changes else "Press"
        table = read_file(file, answers=Answers(part=name))
        assert isinstance(table, UnknownTable)
        mapping = mapping_of(table, profile, person)
        found = read_file(file, answers=Answers(part=name, mapping=mapping))
        assert isinstance(found, TrainingTable)
        choices = tuple(proposed(names_in_file(profile, person.id, found)).items())
        outcome = profile.apply(ImportTraining(person.id, found, choices, "log.xlsx"))
        assert bool(outcome.changes.rows) is changes
    assert logged(profile, person)[0] == ("2025-03-04", [("squat", 2, "100"), ("leg_press", 2, "100")])


def test_a_workout_with_a_title_is_as_its_file_says(profile: Profile, person: Person, tmp_path: Path) -> None:
    titled = "Day,Workout,Lift,Reps\n2025-03-04,Legs,Squat,8\n2025-03-04,Legs,{},8\n2025-03-04,Legs,{},9\n"
    profile.apply(explained(profile, person, tmp_path, titled.format("Leg Press", "Leg Press")))
    profile.apply(explained(profile, person, tmp_path, titled.format("Leg Curl", "Leg Curl")))
    with profile.reading() as reader:
        assert len(reader.rows(workout)) == 1
    assert "leg_press" not in [one[0] for one in logged(profile, person)[0][1]]


@pytest.mark.parametrize(
    ("header", "told"),
    [("Day;Weight", True), ("Day;Wade re.", True), ("Day;Value", False), ("Day;cm", False), ("Day;Left", False)],
)
def test_a_list_whose_header_says_nothing_may_be_another_one(
    profile: Profile, person: Person, tmp_path: Path, header: str, told: bool
) -> None:
    table = unknown(tmp_path, f"{header}\n2025-03-04;82\n2025-03-05;82\n")
    uses = (ColumnUse(Role.DAY), ColumnUse(Role.MEASURE, "body_weight", unit="kg"))
    assert is_told_by_header(table, TableMapping(Purpose.DAYS, uses, delimiter=";")) is told


def test_a_list_without_a_header_may_be_another_one(profile: Profile, person: Person, tmp_path: Path) -> None:
    table = unknown(tmp_path, "2025-03-04,82.5\n2025-03-05,82.6\n")
    assert not is_told_by_header(table, mapping_of(table, profile, person))


def test_a_table_with_its_sides_the_other_way_round_is_another_one(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    table = "Date,Thigh,\n,{},{}\n2025-03-03,57.5,58\n2025-03-10,57.6,58.1\n"
    edit = explained(profile, person, tmp_path, table.format("L", "R"))
    profile.apply(edit)
    assert known_mapping(profile, unknown(tmp_path, table.format("L", "R"))) == edit.mapping
    assert known_mapping(profile, unknown(tmp_path, table.format("R", "L"))) is None
    assert is_told_by_header(unknown(tmp_path, table.format("L", "R")), edit.mapping)
    start = mapping_look.start(profile, person.id, unknown(tmp_path, table.format("R", "L")))
    assert [start.sample.name(start.mapping, place) for place in range(3)] == ["Date", "Thigh R", "Thigh L"]
