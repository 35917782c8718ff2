"""`legwork import`, `export` and `report` as typed into a terminal: what is said, what is written, how it ends."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cli_driver import done, legwork
from helpers import MONDAY, WAIST, database_dump, day, opened, somebody
from legwork import __version__
from legwork.domain.units import Quantity
from legwork.services import check_ins
from legwork.services.check_ins import RecordReadings
from legwork.services.people import everybody

HEVY = 'date,weight_kg,waist_in,waist_colour\n"6 Jan 2025, 00:00",80.5,33,blue\n"7 Jan 2025, 00:00",80.1,,\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the profile shall be."""
    return tmp_path / "profile"


def _refused(folder: Path, *arguments: object) -> str:
    """The one sentence of a run that was refused."""
    ended = legwork(folder, *arguments)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    sentence = ended.stderr.removesuffix("\n")
    assert sentence
    assert "\n" not in sentence
    return sentence


@pytest.fixture
def hevy(tmp_path: Path) -> Path:
    file = tmp_path / "measurement_data.csv"
    file.write_text(HEVY, encoding="utf-8")
    return file


def test_a_hevy_file_twice(folder: Path, hevy: Path) -> None:
    said = done(folder, "import", hevy)
    assert said.startswith("3 new readings, 2 new check-ins.\n")
    assert "2: Legwork keeps no values of this kind. (waist_colour: blue)" in said
    before = database_dump(folder / "legwork.sqlite3")
    assert len(before["reading"]) == 3
    assert done(folder, "import", hevy).startswith("All of it is here already. Nothing would change.\n")
    assert database_dump(folder / "legwork.sqlite3") == before


def test_an_export_taken_in_by_an_empty_profile_gives_the_same_bytes(folder: Path, hevy: Path, tmp_path: Path) -> None:
    done(folder, "import", hevy)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert done(folder, "export", first) == f"2 check-ins written to {first}.\n"
    other = tmp_path / "other"
    assert done(other, "import", first) == f"1 person and 2 check-ins brought in from {first.name}.\n"
    assert done(other, "import", first) == f"All of {first.name} is here already. Nothing changed.\n"
    done(other, "export", second)
    assert second.read_bytes() == first.read_bytes()


def test_a_persons_table_is_written_and_taken_in_again(folder: Path, hevy: Path, tmp_path: Path) -> None:
    done(folder, "import", hevy)
    table, other = tmp_path / "table.csv", tmp_path / "other"
    said = done(folder, "export", "--kind", "measurements", table)
    assert said.endswith(f"written to {table}.\n")
    assert done(other, "import", table).count("new reading") == 1
    assert done(other, "import", table).startswith("All of it is here already.")
    assert "no sets in the log of Me" in _refused(folder, "export", "--kind", "sets", tmp_path / "sets.csv")
    assert "no one person named Eve" in _refused(folder, "export", "--kind", "hevy", "--person", "Eve", table)
    assert legwork(folder, "export", "--kind", "dance", table).returncode == 2


def test_nobodys_table_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    assert "Nobody is here yet" in _refused(folder, "export", "--kind", "food", tmp_path / "food.csv")


def test_the_folder_may_be_named_after_the_command(folder: Path, hevy: Path) -> None:
    assert legwork(None, "import", "--profile-dir", folder, hevy).returncode == 0
    assert (folder / "legwork.sqlite3").exists()


def _rubbish(file: Path, megabytes: int, kind: str) -> None:
    chance = random.Random(5)
    with file.open("wb") as stream:
        if kind == "zeros":
            stream.truncate(megabytes << 20)
            return
        for _ in range(megabytes):
            noise = chance.randbytes(1 << 20)
            stream.write(noise if kind == "bytes" else noise.hex()[: 1 << 20].encode())
            if kind == "a Hevy header over noise" and stream.tell() == 1 << 20:
                stream.seek(0)
                stream.write(b"date,weight_kg\n")
                stream.seek(0, os.SEEK_END)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("songs.csv", "does not know this kind of file"),
        ("empty.csv", "This file is empty"),
        ("cut.json", "damaged or cut off"),
        ("newer.json", "A newer Legwork wrote this file"),
        ("photo.jpg", "photo or a PDF cannot be read"),
        ("no such file.csv", "cannot be read: No such file"),
        ("a folder", "is a folder"),
    ],
)
def test_a_wrong_file_is_refused_and_nothing_is_written(
    folder: Path, hevy: Path, tmp_path: Path, name: str, sentence: str
) -> None:
    done(folder, "import", hevy)
    before = database_dump(folder / "legwork.sqlite3")
    contents = {
        "songs.csv": b"artist,title\nAbba,Waterloo\n",
        "empty.csv": b"",
        "cut.json": b'{\n "format": "legwork",\n "version": 1,\n "sett',
        "newer.json": b'{"format": "legwork", "version": 99}',
        "photo.jpg": b"\xff\xd8\xff\xe0" + random.Random(1).randbytes(9999),
    }
    (tmp_path / "a folder").mkdir()
    if name in contents:
        (tmp_path / name).write_bytes(contents[name])
    assert sentence in _refused(folder, "import", tmp_path / name)
    assert database_dump(folder / "legwork.sqlite3") == before


@pytest.mark.parametrize("megabytes", [20, 100])
@pytest.mark.parametrize("kind", ["zeros", "bytes", "hex digits", "a Hevy header over noise"])
def test_much_rubbish_is_refused_too(folder: Path, tmp_path: Path, megabytes: int, kind: str) -> None:
    opened(folder).close()
    before = database_dump(folder / "legwork.sqlite3")
    _rubbish(tmp_path / "rubbish.csv", megabytes, kind)
    if kind == "a Hevy header over noise" and megabytes == 20:
        said = done(folder, "import", tmp_path / "rubbish.csv")  # a table, of which no row can be read
        assert said.startswith("rubbish.csv holds no readings.")
    else:
        _refused(folder, "import", tmp_path / "rubbish.csv")
    assert database_dump(folder / "legwork.sqlite3") == before


def test_several_files_come_in_one_after_the_other(folder: Path, hevy: Path, tmp_path: Path) -> None:
    other, cut = tmp_path / "fitnotes.csv", tmp_path / "cut.csv"
    other.write_text(
        "Date,Exercise,Category,Weight,Weight Unit,Reps\n2025-01-06,Squat,Legs,100,kg,8\n", encoding="utf-8"
    )
    cut.write_text(
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        '2025-01-06 18:00:00,A,1h,Squat,1,100,8,0,0,,,\n2025-01-07 18:00:00,A,1h,Squat,1,100,8,0,0,"a no',
        encoding="utf-8",
    )
    said = done(folder, "import", hevy, other).splitlines()
    assert [line.split(":")[0] for line in said if line.startswith(("measurement_data", "fitnotes"))] == [
        "measurement_data.csv", "fitnotes.csv",
    ]  # fmt: skip
    assert "1 column is not taken, line 1: Legwork keeps no values of this kind. (Category)" in said
    told = legwork(folder, "import", "--preview", cut).stdout
    assert "The file breaks off in the row at line 3: " in told and "()" not in told
    ended = legwork(folder, "import", other, tmp_path / "gone.csv")
    assert ended.returncode == 1 and ended.stderr.startswith("gone.csv: ")
    assert ended.stdout.startswith("fitnotes.csv: All of it is here already."), "what was done before is told"


def test_whose_measurements_they_are(folder: Path, hevy: Path) -> None:
    profile = opened(folder)
    for name in ("Ada", "Ben"):
        somebody(profile, name)
    assert _refused(folder, "import", hevy) == "Say whose measurements these are with --person: Ada, Ben."
    assert _refused(folder, "import", hevy, "--person", "Cem").endswith("Cem here, only: Ada, Ben.")
    assert check_ins.check_in_days(profile, 1) == check_ins.check_in_days(profile, 2) == {}
    done(folder, "import", hevy, "--person", "bEN")
    assert profile.changed_elsewhere()
    assert check_ins.check_in_days(profile, 1) == {}
    assert len(check_ins.check_in_days(profile, 2)) == 2
    profile.close()


def test_people_of_one_name_are_told_apart_by_their_uid(folder: Path, hevy: Path) -> None:
    profile = opened(folder)
    one, other = somebody(profile, "Ada"), somebody(profile, "ada")
    said = _refused(folder, "import", hevy, "--person", "Ada")
    assert said == f"Ada is the name of several: say with --person which of {one.uid}, {other.uid}."
    done(folder, "import", hevy, "--person", other.uid)
    assert profile.changed_elsewhere()
    assert check_ins.check_in_days(profile, one.id) == {}
    assert len(check_ins.check_in_days(profile, other.id)) == 2
    profile.close()


def test_with_nobody_here_yet_somebody_is_added(folder: Path, hevy: Path) -> None:
    done(folder, "import", hevy)
    profile = opened(folder)
    assert [one.name for one in everybody(profile)] == ["Me"]
    profile.close()


def test_own_numbers_are_not_overwritten(folder: Path, hevy: Path) -> None:
    profile = opened(folder)
    person = somebody(profile)
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    assert "1 stays as you typed it" in done(folder, "import", hevy)
    assert check_ins.on_day(profile, person.id, MONDAY).value(WAIST) == 84
    profile.close()


@pytest.mark.parametrize("place", ["no such folder/out.json", "a folder", "a file/out.json"])
def test_where_no_export_can_be_written(folder: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "a folder").mkdir()
    (tmp_path / "a file").write_text("mine")
    _refused(folder, "export", tmp_path / place)
    assert list((tmp_path / "a folder").iterdir()) == []
    assert (tmp_path / "a file").read_text() == "mine"


def test_a_damaged_profile_is_refused_and_left_as_it_is(folder: Path, hevy: Path) -> None:
    folder.mkdir()
    (folder / "legwork.sqlite3").write_bytes(b"no database " * 99)
    assert "damaged" in _refused(folder, "import", hevy)
    assert (folder / "legwork.sqlite3").read_bytes() == b"no database " * 99


def test_a_profile_where_a_file_is(tmp_path: Path, hevy: Path) -> None:
    _refused(hevy, "export", tmp_path / "out.json")
    assert hevy.read_text(encoding="utf-8") == HEVY


def test_version() -> None:
    ended = legwork(None, "--version")
    assert (ended.returncode, ended.stdout) == (0, f"Legwork {__version__}\n")


@pytest.mark.parametrize("arguments", [["import"], ["export"], ["dance"], ["export", "a", "b"]])
def test_what_makes_no_sense_is_answered_with_the_usage(folder: Path, arguments: list[str]) -> None:
    ended = legwork(folder, *arguments)
    assert ended.returncode == 2
    assert ended.stderr.startswith("usage: legwork")
    assert not folder.exists()


@pytest.mark.parametrize("measured_before", [False, True])
def test_a_preview_says_what_would_come_in_and_writes_nothing(
    tmp_path: Path, folder: Path, measured_before: bool
) -> None:
    file = tmp_path / "measurement_data.csv"
    file.write_text(HEVY, encoding="utf-8")
    profile = opened(folder)
    if measured_before:
        somebody(profile)
    before = database_dump(profile)
    profile.close()
    said = done(folder, "import", file, "--preview")
    assert "3 new readings, 2 new check-ins" in said
    profile = opened(folder)
    assert database_dump(profile) == before
    profile.close()
    assert "3 new readings" in done(folder, "import", file)


@pytest.fixture
def measured(folder: Path) -> Path:
    """A man with one check-in that can be compared."""
    profile = opened(folder)
    person = somebody(profile, "Žofie Ω", sex="male", stature=Quantity(180.0, "cm", "180"))
    texts = {"chest": "112", "waist": "84", "upper_thigh_left": "57.8", "calf_left": "37"}
    profile.apply(RecordReadings(person.id, (day(MONDAY, **texts),)))
    profile.close()
    return folder


def test_the_report_in_words_and_as_json(measured: Path) -> None:
    assert "Of 100 men with your height, waist and upper body" in done(measured, "report")
    tree = json.loads(done(measured, "report", "--json"))
    assert tree["format"] == "legwork-report"
    assert [one["name"] for one in tree["people"]] == ["Žofie Ω"]
    assert tree["people"][0]["balance"]["legs"][0]["own_cm"] == 57.8


def test_no_console_spoils_a_name(measured: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "legwork", "--profile-dir", str(measured), "report", "--json"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=True,
        timeout=300,
    )
    assert json.loads(ended.stdout)["people"][0]["name"] == "Žofie Ω"


def test_the_report_of_nobody(folder: Path) -> None:
    assert _refused(folder, "report") == "Nobody is here yet: open Legwork and add a person first."


def test_who_is_not_here_has_no_report(measured: Path) -> None:
    assert "There is no one person named Bea here" in _refused(measured, "report", "--person", "Bea")


def test_whoever_has_read_enough_may_stop_reading(measured: Path) -> None:
    """As `legwork report --json | head -1` does."""
    with subprocess.Popen(
        [sys.executable, "-m", "legwork", "--profile-dir", str(measured), "report", "--json"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()  # before anything was written
        told = running.stderr.read()
        assert running.wait(timeout=300) == 0
    assert told == b""


def test_of_several_tables_none_of_which_is_known_nothing_comes_in(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "tables.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("songs.csv", "films.csv"):
            archive.writestr(name, "title,length,stars\nA Song,3:20,5\nAnother,4:10,4\nThe Last,2:50,3\n")
    ended = legwork(folder, "import", file)
    assert ended.returncode == 1
    assert ended.stderr.count("nothing of it was taken in") == 2
    assert "Traceback" not in ended.stderr
    profile = opened(folder)
    assert everybody(profile) == ()
    profile.close()
