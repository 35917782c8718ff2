"""Workbooks of few bytes that would fill the memory are told by what they say of themselves, honest ones are not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from health_files import TODAY, workbook, zipped
from legwork.errors import Cancelled, UserError
from legwork.formats import new_workbook, spreadsheet
from legwork.formats.archive import opened_archive
from legwork.formats.recognise import recognise
from legwork.formats.spreadsheet import sheets_of

LARGE = "larger than any log"
BROKEN = "cannot be read"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
CELL = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
ROW = f"<table:table-row>{CELL * 2}</table:table-row>"


def xlsx(sheet: str, strings: str = "", **parts: str) -> bytes:
    """A workbook whose only sheet has this content. strings: that of the texts that cells share."""
    with zipfile.ZipFile(io.BytesIO(workbook({"S": [["Date", "Weight"], [date(2026, 1, 5), 95.2]]}))) as made:
        members: dict[str, str | bytes] = {name: made.read(name) for name in made.namelist()}
    members[SHEET] = f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>'
    if strings:
        members["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    return zipped(members | parts)


def ods(*tables: str, before: str = "") -> bytes:
    """An OpenDocument sheet with these tables. before: what stands in front of it all."""
    whole = "".join(f'<table:table table:name="S{at}">{one}</table:table>' for at, one in enumerate(tables))
    return zipped({
        "mimetype": ODS,
        "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "content.xml": before
        + '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f"{whole}</office:spreadsheet></office:body></office:document-content>",
    })  # fmt: skip


def shared(at: str) -> str:
    return f'<c t="s"><v>{at}</v></c>'


def text_cell(more: str, text: str = "a") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    "rows",
    [
        f'<table:table-row table:number-rows-repeated="1048576">{CELL * 100}</table:table-row>',
        f'{ROW}<table:table-row table:number-rows-repeated="900000000"/>{ROW}',
        f'<table:table-row table:number-rows-repeated="999999"><table:table-cell/></table:table-row>{ROW * 9}'
        f"<table:table-row>{CELL * 9}</table:table-row>",
        f'<table:table-row><table:table-cell table:number-columns-repeated="900000000"/>{CELL}</table:table-row>',
        "<table:table-row>" + text_cell('table:number-columns-repeated="9000"', "a" * 9_000) + "</table:table-row>",
        "<table:table-row>" + text_cell("", '<text:s text:c="900000000"/>') + "</table:table-row>",
    ],
    ids=["rows", "empty rows between", "empty rows before", "empty cells before", "a long text", "blanks"],
)
def test_an_ods_that_repeats_itself_is_refused(rows: str) -> None:
    with pytest.raises(UserError, match=LARGE):
        sheets_of(ods(rows))


def test_the_tables_of_an_ods_are_taken_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_CELLS", 10)
    assert len(sheets_of(ods(ROW * 2, ROW * 3))) == 2
    with pytest.raises(UserError, match=LARGE):
        sheets_of(ods(ROW * 3, ROW * 3))


def test_the_empty_end_of_an_ods_is_not_counted() -> None:
    blank = '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/>'
    end = f'<table:table-row table:number-rows-repeated="1048574">{blank}</table:table-row>'
    [sheet] = sheets_of(ods(ROW * 2 + end))
    assert sheet.text == "1,1\n1,1\n"


def test_a_long_text_that_many_cells_share_is_refused_and_a_short_one_is_not() -> None:
    long, short = f"<si><t>{'a' * 30_000}</t></si>", "<si><r><t>Da</t></r><r><t>te</t></r></si>"
    [sheet] = sheets_of(
        xlsx(f"<row>{shared('1')}{shared('0')}</row>" + f"<row>{shared('1')}</row>" * 3_000, long + short)
    )
    assert sheet.text.startswith("Date,aaa")
    with pytest.raises(UserError, match=LARGE):
        sheets_of(xlsx(f"<row>{shared('0')}</row>" * 3_000, long + short))


@pytest.mark.parametrize("said", ["0<!-- -->1", "0&#49;", "<![CDATA[0]]>1"])
def test_which_text_a_cell_shares_cannot_be_hidden(said: str) -> None:
    strings = f"<si><t>{'a' * 30_000}</t></si><si><t>b</t></si>"
    with pytest.raises(UserError, match=LARGE):
        sheets_of(xlsx(f"<row>{shared(said)}</row>" * 3_000, strings))


def test_shared_texts_are_found_behind_the_sheet_and_nowhere_else() -> None:
    strings = f'<sst xmlns="{MAIN}"><si><t>{"a" * 30_000}</t></si></sst>'
    sheet = f"<row>{shared('0')}</row>" * 3_000
    with pytest.raises(UserError, match=LARGE):
        sheets_of(xlsx(sheet, **{"xl/zz.xml": strings}))
    with pytest.raises(UserError, match=BROKEN):
        sheets_of(xlsx(sheet, **{"xl/zz.xml": f"<a><!--{'x' * 9_000}-->{strings}</a>"}))


def test_texts_in_the_cells_themselves_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_BYTES", 1_000)
    inline = '<row><c t="inlineStr"><is><t>abcdefghij</t></is></c></row>'
    assert sheets_of(xlsx(inline * 90))
    with pytest.raises(UserError, match=LARGE):
        sheets_of(xlsx(inline * 110))


def test_one_sheet_under_many_names_is_taken_as_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_BYTES", 1_000)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = "".join(f'<sheet name="s{at}" sheetId="{at}" r:id="rId1"/>' for at in range(1, 9))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{office}"><sheets>{names}</sheets></workbook>'
    with pytest.raises(UserError, match=LARGE):
        sheets_of(xlsx("<row><c><v>1</v></c></row>" * 100, **{"xl/workbook.xml": book}))


def test_cells_that_do_not_say_where_they_are_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_CELLS", 100)
    row = f"<row>{'<c><v>1</v></c>' * 10}</row>"
    assert sheets_of(xlsx(row * 10))
    with pytest.raises(UserError, match=LARGE):
        sheets_of(xlsx(row * 11))
    with pytest.raises(UserError, match=LARGE):
        sheets_of(xlsx(f'<row r="20">{"<c><v>1</v></c>" * 10}</row>'))


@pytest.mark.parametrize("declared", ['<!DOCTYPE a [<!ENTITY a "aaaa">]>', '<!DOCTYPE a [<!ENTITY a SYSTEM "b.txt">]>'])
def test_entities_are_refused(declared: str) -> None:
    for data in (ods(ROW, before=declared), xlsx("", **{"xl/sharedStrings.xml": f"{declared}<sst/>"})):
        with pytest.raises(UserError, match=BROKEN):
            sheets_of(data)


@pytest.mark.parametrize("sheet", ["<a>" * 300 + "</a>" * 300, "<row><c r='$A$1'/></row>", "<row r='x'/>", "<row>"])
def test_what_is_too_deep_or_broken_is_refused(sheet: str) -> None:
    with pytest.raises(UserError, match=BROKEN):
        sheets_of(xlsx(sheet))


def test_a_comment_without_an_end_is_not_kept() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("xl/workbook.xml", "<!--" + "x" * (12 << 20))
    with pytest.raises(UserError, match=BROKEN):
        sheets_of(data.getvalue())


def test_a_binary_workbook_says_how_to_save_it() -> None:
    with pytest.raises(UserError, match=r"save it as \.xlsx"):
        recognise(zipped({"xl/workbook.bin": b"\x83\x01"}), TODAY)


def test_pictures_and_drawings_are_no_reason_to_refuse() -> None:
    rows = [["Date", "Weight"], [date(2026, 1, 5), 95.2]]
    with zipfile.ZipFile(io.BytesIO(workbook({"S": rows}))) as made:
        members: dict[str, str | bytes] = {name: made.read(name) for name in made.namelist()}
    more: dict[str, str | bytes] = {
        "xl/drawings/vmlDrawing1.vml": "<xml><br></xml>", "xl/media/a.png": b"\x89PNG\0<", "xl/vbaProject.bin": b"\0\1",
        "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}"><c r="XFD1048576" i="1"/></calcChain>',
    }  # fmt: skip
    assert [one.text for one in sheets_of(zipped(members | more))] == ["Date,Weight\n2026-01-05,95.2\n"]


@pytest.mark.parametrize("asked", [0, 2])
def test_it_stops_when_asked(asked: int) -> None:
    count = iter(range(100))
    stop: Callable[[], bool] = lambda: next(count) >= asked  # noqa: E731
    with opened_archive(xlsx("<row><c><v>1</v></c></row>")) as archive, pytest.raises(Cancelled):
        new_workbook.looked_at(archive, 1 << 20, 100, 100, stop)
