"""Files of every kind at the one door: read, or refused in one sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import Cancelled, UserError
from legwork.formats.legwork_json import dump, load
from legwork.formats.parts import UnknownTable
from legwork.formats.recognise import recognise
from legwork.formats.records import CheckInRecord, Document, MeasurementTable, PersonRecord, ReadingRecord
from legwork.formats.training_records import Answers, TrainingTable
from training_files import backup, sets

TODAY = date(2026, 7, 1)
HEVY = (
    b'"date","weight_kg","fat_percent","left_thigh_in","abdomen_cm","note"\n'
    b'"14 Jan 2025, 00:00",80.5,18.2,"22 1/4",90,\n"7 Jan 2025, 00:00",,0,22,,"two\nlines"\n'
)
STRONG = (
    b"Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Seconds,Notes\n"
    b"2025-01-06 18:05:00,Legs,Squat (Barbell),1,225,lbs,8,8,,,\n"
)
DOCUMENT = Document(
    {"theme": "dark"},
    (
        PersonRecord(
            "u1", "Ann", None, None, None, UnitSystem.METRIC, 0, ("calf",), (),
            (
                CheckInRecord(
                    date(2025, 1, 14), "", None, True,
                    (ReadingRecord(Spot("calf", Side.LEFT), Quantity(38.2, "cm", "38.2"), "typed"),),
                ),
            ),
        ),
    ),
)  # fmt: skip


def test_files_are_known_by_what_they_hold() -> None:
    table = recognise(HEVY, TODAY)
    assert isinstance(table, MeasurementTable)
    assert [row.day for row in table.rows] == [date(2025, 1, 14), date(2025, 1, 7)]
    assert recognise(dump(DOCUMENT), TODAY) == DOCUMENT
    for data in (STRONG, STRONG.decode().encode("utf-16")):
        log = recognise(data, TODAY)
        assert isinstance(log, TrainingTable)
        assert [(one.name, one.sets[0].reps) for one in log.workouts[0].exercises] == [("Squat (Barbell)", 8)]


def test_what_a_log_leaves_open_is_answered_by_the_person() -> None:
    data = STRONG.replace(b"Weight Unit,", b"").replace(b"lbs,", b"")
    for unit, kg in (("kg", 225.0), ("lb", 102.058283)):
        log = recognise(data, TODAY, answers=Answers(unit=unit))
        assert isinstance(log, TrainingTable) and log.unit_asked
        load_kg = log.workouts[0].exercises[0].sets[0].load
        assert load_kg is not None and load_kg.value == pytest.approx(kg)


def test_a_backup_of_fitnotes_is_known_among_databases(tmp_path: Path) -> None:
    log = recognise(backup(tmp_path, sets((1, "2025-01-06", 100, 8))), TODAY)
    assert isinstance(log, TrainingTable)
    assert [one.name for one in log.workouts[0].exercises] == ["Barbell Squat"]


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_files_have_a_sentence_of_their_own(data: bytes) -> None:
    with pytest.raises(UserError, match="empty"):
        recognise(data, TODAY)


@pytest.mark.parametrize(
    "data",
    [
        b"Date,Workout Name,Exercise Name\n",
        b"hello",
        b"hello, dear\nI am well\nand how are you?\n",
        b'{"format": "something else"}',
        b"<html></html>",
        b"<html>\n<p>a,b\n<p>c,d\n",
        b'"date,waist_cm\n',
        b" " * 200_000,
    ],
)
def test_unknown_files_are_told_what_can_be_read(data: bytes) -> None:
    with pytest.raises(UserError, match="Hevy"):
        recognise(data, TODAY)


def test_a_table_that_no_format_knows_is_handed_over_to_be_explained() -> None:
    found = recognise("Training 2025\n\nTag;Oberschenkel;Notiz\n1.2.2025;58,5;gut\n".encode("cp1252"), TODAY)
    assert isinstance(found, UnknownTable)
    assert found.header == ("Training 2025",)
    assert found.delimiter == ";"
    assert found.sample == (("Training 2025",), ("Tag", "Oberschenkel", "Notiz"), ("1.2.2025", "58,5", "gut"))
    assert found.text.startswith("Training 2025")


def test_decimal_commas_part_no_unknown_table() -> None:
    text = "Gewicht, kg;Umfang, cm\n" + "82,5;58,5\n" * 12
    found = recognise(text.encode(), TODAY)
    assert isinstance(found, UnknownTable)
    assert (found.delimiter, found.header) == (";", ("Gewicht, kg", "Umfang, cm"))


def test_a_broken_archive_is_named_as_one() -> None:
    with pytest.raises(UserError, match="spreadsheet is damaged"):
        recognise(b"PK\x03\x04rest", TODAY)


@pytest.mark.parametrize("data", [HEVY, STRONG, dump(DOCUMENT)])
def test_cancel(data: bytes) -> None:
    with pytest.raises(Cancelled):
        recognise(data, TODAY, lambda: True)


def test_every_file_cut_anywhere_is_read_or_refused() -> None:
    for data in (HEVY, HEVY.decode().encode("utf-16"), STRONG, dump(DOCUMENT)):
        for end in range(len(data)):
            try:
                recognise(data[:end], TODAY)
            except UserError as error:
                assert str(error)


_INSERTS = [
    b"", b"\x00", b"\xff", b'"', b",", b"\n", b"\r", b";", b"-", b"0", b"9" * 400, b"1/0", b"1e999", b"nan",
    b"[" * 3_000, b"{", b"}", b"null", b"\\ud800", "٣½⁄′ﷺ".encode(), b"\x1a", b'""', b"99999-99-99",
    b"2025-01-14", b"%s{0}{x}", b"'",
]  # fmt: skip


@settings(deadline=None, max_examples=2_000)
@given(
    data=st.sampled_from([HEVY, HEVY.decode().encode("utf-16"), STRONG, dump(DOCUMENT)]),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(_INSERTS) | st.binary(max_size=6)),
        min_size=1,
        max_size=6,
    ),
)
@example(data=HEVY, edits=[(0.5, 0, b"\x00")])
def test_damage_of_any_kind_is_a_sentence_or_a_report(data: bytes, edits: list[tuple[float, int, bytes]]) -> None:
    for place, length, insert in edits:
        start = int(place * len(data))
        data = data[:start] + insert + data[start + length :]
    try:
        found = recognise(data, TODAY)
    except UserError as error:
        assert str(error).strip()
        assert "\n" not in str(error)
        str(error).encode()
    else:
        hash(found)
        if isinstance(found, Document):
            assert load(dump(found)) == found
        elif isinstance(found, UnknownTable):
            assert found.header and len(found.sample) > 1
        elif isinstance(found, TrainingTable):
            assert all(one.sets for workout in found.workouts for one in workout.exercises)
        else:
            assert isinstance(found, MeasurementTable)
            headers = [column.header for column in found.columns]
            assert len(set(headers)) == len(headers)
            assert all(row.cells for row in found.rows)
            assert sum(column.count for column in found.columns) == sum(len(row.cells) for row in found.rows)
            assert all(one.line > 0 and one.reason and len(one.text) <= 80 for one in found.skipped)
