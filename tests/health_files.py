"""Small files of programs about bodies and food, as their exports are laid out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

from legwork.formats.recognise import recognise
from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import NO_ANSWERS, Answers

TODAY = date(2026, 7, 1)

MFP_FOOD = (
    "Date,Meal,Calories,Fat (g),Saturated Fat,Sodium (mg),Carbohydrates (g),Fiber,Protein (g),Vitamin A,Note\n"
    "2026-01-05,Breakfast,518.0,29.0,7.9,574.5,36.7,2.1,27.6,12.0,\n"
    '2026-01-05,Lunch,"1,050",30,1,10,80,1,45.5,1,"rice, beans"\n'
    "2026-01-06,Dinner,700.5,20,1,10,60,1,40,1,\n"
    "2026-01-07,Snacks,0.0,0,0,0,0,0,0,0,\n"
)
MFP_BODY = "Date,Body Fat %,Weight,Waist\n2026-01-05,18.5,175.0,33\n2026-01-06,,176.0,33.5\n"
MFP_EXERCISE = (
    "Date,Exercise,Type,Exercise Calories,Exercise Minutes,Sets,Reps Per Set,Pounds,Steps,Note\n"
    "2026-01-05,Running,Cardio,350.0,30.0,,,,5000,\n"
)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate,Me,(Record)*)>\n'
    '<!ATTLIST HealthData\n  locale CDATA #REQUIRED\n>\n]>\n<HealthData locale="en_GB">\n'
)


def read(data: str | bytes, answers: Answers = NO_ANSWERS) -> MeasurementTable:
    """A table of measurements as the program reads it."""
    found = recognise(data.encode() if isinstance(data, str) else data, TODAY, answers=answers)
    assert isinstance(found, MeasurementTable), found
    return found


def days(table: MeasurementTable) -> dict[date, dict[str, str]]:
    """What is taken, by day: identity -> amount with its unit; further readings after a comma."""
    what = {one.header: str(one.nutrient or one.spot or one.label) for one in table.columns}
    found: dict[date, dict[str, str]] = {}
    for row in table.rows:
        for cell in row.cells:
            here = found.setdefault(row.day, {})
            text = f"{cell.quantity.entered} {cell.quantity.unit}"
            name = what[cell.column]
            here[name] = f"{here[name]}, {text}" if name in here else text
    return found


def record(kind: str, unit: str, value: object, when: str = "2026-03-01 07:10:00 +0100", source: str = "Scale") -> str:
    """A line of Apple Health's export."""
    return (
        f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="{escape(source)}" '
        f'device="&lt;&lt;HKDevice: 0x28&gt;, name:Watch&gt;" unit="{unit}" creationDate="{when}" '
        f'startDate="{when}" endDate="{when}" value="{value}"/>\n'
    )


def apple(*lines: str) -> bytes:
    """An export of Apple Health."""
    return (HEAD + "".join(lines) + "</HealthData>\n").encode()


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """An xlsx with these sheets; a date is written as a workbook counts it, with the format of one."""
    names = "".join(
        f'<sheet name="{escape(name, {chr(34): "&quot;"})}" sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(sheets, start=1)
    )
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    styles = (
        f'<Relationship Id="rId{len(sheets) + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/styles" Target="styles.xml"/>'
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">{relations}{styles}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for at, rows in enumerate(sheets.values(), start=1):
        lines = "".join(
            f'<row r="{line}">{"".join(_cell(line, place, one) for place, one in enumerate(row))}</row>'
            for line, row in enumerate(rows, start=1)
        )
        members[f"xl/worksheets/sheet{at}.xml"] = (
            f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>'
        )  # fmt: skip
    return zipped(members)


def _cell(line: int, place: int, value: object) -> str:
    at = f"{chr(65 + place)}{line}"
    if value is None:
        return ""
    if isinstance(value, date):
        return f'<c r="{at}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{at}"><v>{value}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
