"""Archives and workbooks that mean harm, or are broken: one sentence each, and nothing else."""

from __future__ import annotations

import io
import warnings
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from health_files import MFP_BODY, MFP_FOOD, TODAY, days, read, workbook, zipped
from legwork.errors import UserError
from legwork.formats import archive, spreadsheet
from legwork.formats.archive import opened_archive
from legwork.formats.parts import Several, UnknownTable
from legwork.formats.recognise import recognise
from legwork.formats.records import MeasurementTable
from legwork.formats.spreadsheet import cell_text, day_of_serial, sheets_of


def refused(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        recognise(data, TODAY)


@pytest.mark.parametrize("name", ["../../evil.csv", "/etc/evil.csv", "C:\\evil.csv", "a/..\\..\\evil.csv"])
def test_places_outside(name: str) -> None:
    refused(zipped({name: MFP_BODY}), "places outside of itself")


def test_a_bomb_by_ratio() -> None:
    refused(zipped({"a.csv": b"0" * 5_000_000}), "unpack to far more")


def test_a_member_that_is_too_large_is_read_no_further() -> None:
    data = zipped({"a.csv": MFP_BODY * 100})
    with opened_archive(data) as opened, pytest.raises(UserError, match="larger than"):
        opened.read("a.csv", 1000)


def test_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 3)
    refused(zipped({f"{at}.csv": MFP_BODY for at in range(4)}), "more files than any export")


def test_more_than_any_export_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({"a.csv": MFP_BODY, "b.csv": MFP_BODY})
    monkeypatch.setattr(archive, "MAX_TOTAL", 2 * len(MFP_BODY))
    assert days(read(data))
    monkeypatch.setattr(archive, "MAX_TOTAL", 2 * len(MFP_BODY) - 1)
    refused(data, "unpack to far more")


def test_files_that_lie_in_the_same_bytes() -> None:
    data = zipped({"a.csv": MFP_BODY, "b.csv": MFP_BODY})
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    refused(data[: second + 42] + bytes(4) + data[second + 46 :], "unpack to far more")


def test_two_files_of_one_name() -> None:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as made:
        warnings.simplefilter("ignore")
        made.writestr("a.csv", MFP_BODY)
        made.writestr("A.csv", MFP_BODY)
    refused(buffer.getvalue(), "two files of one name")


def test_a_password() -> None:
    data = bytearray(zipped({"a.csv": MFP_BODY}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    refused(bytes(data), "locked with a password")


def test_a_file_without_a_name_is_passed_over() -> None:
    data = zipped({"\N{LATIN SMALL LETTER A}": "x", "m.csv": MFP_BODY})
    at = data.index(b"PK\x01\x02")
    nameless = data[: at + 28] + b"\x00\x00\x01\x00" + data[at + 32 :]  # its letter becomes the extra field
    assert days(read(nameless))


def test_an_archive_in_an_archive_is_not_opened() -> None:
    inner = zipped({"a.csv": MFP_BODY})
    refused(zipped({"inner.zip": inner}), "archive inside the archive")
    refused(zipped({"inner.csv": inner}), "archive inside the archive")


def test_a_wrong_checksum_and_an_end_cut_off() -> None:
    data = zipped({"a.csv": MFP_BODY * 50})
    refused(data[:-30], "damaged or cut short")
    middle = data.index(b"a.csv") + 30
    refused(data[:middle] + bytes(255 - one for one in data[middle : middle + 8]) + data[middle + 8 :], "damaged")


def test_an_empty_one_and_one_with_nothing_of_ours() -> None:
    refused(zipped({}), "empty")
    refused(zipped({"a.jpg": "x", "b.gpx": "y"}), "Nothing of what is in this file")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_archives_and_workbooks_never_surprise(data: st.DataObject) -> None:
    raw = bytearray(
        data.draw(
            st.sampled_from([zipped({"a.csv": MFP_FOOD, "b.csv": MFP_BODY}), workbook({"S": [["Date", 1, 2.5]]})])
        )
    )
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = recognise(bytes(raw[: data.draw(st.integers(1, len(raw)))]), TODAY)
    except UserError as error:
        assert str(error) and "\n" not in str(error)
    else:
        assert isinstance(found, (MeasurementTable, UnknownTable, Several))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"), (58.5, "58.5"), (0.1 + 0.2, "0.3"), (True, "TRUE"), (date(2026, 1, 5), "2026-01-05"),
        (datetime(2026, 1, 5), "2026-01-05"), (datetime(2026, 1, 5, 7, 30), "2026-01-05 07:30:00"),
        (time(7, 30), "07:30:00"), (timedelta(minutes=61), "1:01:00"), ("a,b", "a,b"), (float("nan"), ""),
    ],
)  # fmt: skip
def test_cells_as_text(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_a_day_that_is_counted_from_the_end_of_1899() -> None:
    assert [day_of_serial(one) for one in ("46027", "46027.0", "2026-01-05", "12")] == [
        "2026-01-05", "2026-01-05", "2026-01-05", "12",
    ]  # fmt: skip


def test_a_workbook_is_read_like_its_table() -> None:
    rows = [["Date", "Body Fat %", "Weight"], [date(2026, 1, 5), 18.5, 95.2], [date(2026, 1, 6), None, 95]]
    assert days(read(workbook({"Blatt “1”": rows}))) == {
        date(2026, 1, 5): {"body_fat": "18.5 %", "body_weight": "95.2 kg"},
        date(2026, 1, 6): {"body_weight": "95 kg"},
    }


def test_cells_of_an_unknown_sheet_are_not_split_at_what_stands_in_them() -> None:
    rows = [["Tag", "Notiz"], *([date(2026, 1, 5), "gut; kurz; allein; morgens"] for _ in range(6))]
    found = recognise(workbook({"S": rows}), TODAY)
    assert isinstance(found, UnknownTable)
    assert (found.header, found.delimiter) == (("Tag", "Notiz"), "")
    assert found.sample[1] == ("2026-01-05", "gut; kurz; allein; morgens")


def test_a_sheet_whose_last_cell_lies_far_away_is_refused() -> None:
    data = workbook({"S": [["a", "b"], [1, 2]]})
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        members = {name: made.read(name) for name in made.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = members[sheet].replace(b'r="B2"', b'r="XFD1048576"')
    with pytest.raises(UserError, match="larger than any log"):
        sheets_of(zipped(members))


@pytest.mark.parametrize("place", ["r='XFD1048576'", 'r = "XFD1048576"', 'r="xfd1048576"'])
@pytest.mark.parametrize("part", ["worksheets/sheet1.xml", "other/sheet1.XML", "sheet1.bin"])
def test_a_sheet_that_is_too_large_is_found_wherever_it_lies(place: str, part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook({"S": [["Date", "Weight"], [date(2026, 1, 5), 95.2]]}))) as made:
        members = {name: made.read(name) for name in made.namelist()}
    sheet = members.pop("xl/worksheets/sheet1.xml").replace(b'r="B2"', place.encode())
    relations = "xl/_rels/workbook.xml.rels"
    members |= {f"xl/{part}": sheet, relations: members[relations].replace(b"worksheets/sheet1.xml", part.encode())}
    with pytest.raises(UserError, match="larger than any log"):
        sheets_of(zipped(members))


def test_an_ods_with_repeated_cells_is_refused_and_a_plain_one_is_read() -> None:
    head = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="S">'
    )
    tail = "</table:table></office:spreadsheet></office:body></office:document-content>"
    cell = '<table:table-cell office:value-type="{}" {}><text:p>{}</text:p></table:table-cell>'
    row = "<table:table-row>{}</table:table-row>"
    plain = (
        row.format("".join(cell.format("string", "", one) for one in ("Date", "Weight")))
        + row.format(
            cell.format("date", 'office:date-value="2026-01-05"', "5.1.2026")
            + cell.format("float", 'office:value="95.2"', "95,2")
        )
        * 2
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = {
        "mimetype": kind,
        "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    }
    [sheet] = sheets_of(zipped(manifest | {"content.xml": head + plain + tail}))
    assert sheet.text.splitlines()[1] == "2026-01-05,95.2"
    wide = row.format(cell.format("float", 'office:value="1" table:number-columns-repeated="9000000"', "1"))
    with pytest.raises(UserError, match="larger than any log"):
        sheets_of(zipped(manifest | {"content.xml": head + wide + tail}))


def test_a_workbook_that_is_none() -> None:
    with pytest.raises(UserError, match="cannot be read"):
        sheets_of(spreadsheet._OLD + b"rest" * 100)
    refused(zipped({"xl/workbook.xml": "<no"}), "cannot be read|empty")
