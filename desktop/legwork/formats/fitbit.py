"""Fitbit's exports: the sectioned CSV of the website, the JSON pieces of an account's archive, and Google's tables.

Owns what they mean; reading them is `wide`'s affair. Steps, sleep and heart rates are none of Legwork's business.

Seen in files: a text of sections, each a heading line (`Body`, `Foods`, `Activities`, `Sleep`) and a table under it
(`Date,Weight,BMI,Fat`; `Date,Calories In`), days as the account writes them; `Food Log 20151105` with rows under `Daily
Totals`; `[{"logId":..., "weight":..., "bmi":..., "fat":..., "date":"01/31/20", "time":"07:12:05"}]`, month first;
`timestamp,weight grams,data source` and `timestamp,body fat percentage,data source`, times in UTC.
Inferred: the cells of a Food Log's totals. Weights are in the units of the account, which no file says; the body mass
index beside them tells, as it holds the height. Where there is none, the person is asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from legwork.domain.food.amounts import Nutrient
from legwork.domain.sites import Kind
from legwork.errors import Cancelled, UserError
from legwork.formats.body_units import weight_unit_by_index
from legwork.formats.dates import DateOrder
from legwork.formats.load_units import LB
from legwork.formats.merging import merged
from legwork.formats.records import MeasurementTable
from legwork.formats.text import Table, TableRow, never, raw_rows
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.formats.training_times import settle_order
from legwork.formats.wide import Layout, Meaning, built_in, eaten, folded, read_wide
from legwork.i18n import tr

SOURCE = "fitbit"

MAX_PIECE = 4 * 1024 * 1024
MAX_PIECES = 64 * 1024 * 1024
"""One piece, and all of them. A month on the scales twice a day is 10 kB (convention)."""

MAX_WEIGHTS = 200_000
"""Twenty-seven a day for twenty years (convention)."""

_HEADINGS = re.compile(r'\s*"?(Body|Foods?|Activities|Sleep|Food Log \d{8})"?,*\s*', re.IGNORECASE)
_FIRST = re.compile(r'\s*"?(?:Body|Foods?|Activities|Sleep|Food Log \d{8})"?,*[ \t]*\r?\n', re.IGNORECASE)
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_GRAMS, _SHARES = "weight_grams", "body_fat_percentage"
_JSON_HEAD = re.compile(rb'\s*\[\s*\{\s*"logId"\s*:\s*\d+\s*,\s*"weight"\s*:')
_TOTALS = {
    "calories": (Nutrient.ENERGY, "kcal"), "kilojoules": (Nutrient.ENERGY, "kJ"), "fat": (Nutrient.FAT, "g"),
    "carbs": (Nutrient.CARBOHYDRATE, "g"), "protein": (Nutrient.PROTEIN, "g"),
}  # fmt: skip
_WATER = {"fl oz": "fl oz", "oz": "fl oz", "ml": "mL", "l": "L"}
_AMOUNT = re.compile(r"([\d.,' ]+?)\s*(fl oz|oz|ml|l|g|kcal|kj)?\.?", re.IGNORECASE)


def looks_like(text: str) -> bool:
    """Whether a text is the website's CSV: it begins with the heading of a section.

    `Body` heads tables that are kept by hand too: of these weights the columns are looked at.
    """
    first = _FIRST.match(text[:200])
    if first is None or "body" not in first[0].casefold():
        return first is not None
    names = {folded(name.strip(' "')) for name in text[first.end() :].partition("\n")[0].split(",")}
    return {"date", "weight"} <= names


def is_piece(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a piece of an archive with weights."""
    return _JSON_HEAD.match(head) is not None


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is one of Google's with weights or body fat."""
    names = {folded(name) for name in header}
    return {"timestamp", "data_source"} <= names and bool(names & {_GRAMS, _SHARES})


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a table of Google's that `matches`, as `read_wide`."""
    names = [folded(name) for name in table.header]
    meanings: dict[int, Meaning] = {}
    if _GRAMS in names:
        meanings[names.index(_GRAMS)] = replace(built_in("body_weight", "Weight"), factor=0.001)
    if _SHARES in names:
        meanings[names.index(_SHARES)] = built_in("body_fat", "Body fat")
    layout = Layout(SOURCE, tr("Fitbit"), names.index("timestamp"), meanings, wordy=True)
    return read_wide(table, layout, today, should_stop, answers=answers)


def read_pieces(
    pieces: Iterable[bytes], today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read pieces of an archive, each of which `is_piece`, together: their unit is one.

    should_stop: asked before each. Raises UserError when one is damaged, or there is more than anybody weighs;
    Cancelled when asked to stop.
    """
    rows: list[TableRow] = []
    size = 0
    for piece in pieces:
        if should_stop():
            raise Cancelled
        size += len(piece)
        if len(piece) > MAX_PIECE or size > MAX_PIECES:
            raise _too_many()
        try:
            found = json.loads(piece)
        except (ValueError, RecursionError):
            raise UserError(tr("A part of Fitbit's archive is damaged: export it again.")) from None
        for one in found if isinstance(found, list) else ():
            if isinstance(one, dict) and "weight" in one:
                if len(rows) >= MAX_WEIGHTS:
                    raise _too_many()
                cells = tuple(_plain(one.get(key)) for key in ("date", "weight", "bmi", "fat"))
                rows.append(TableRow(len(rows) + 1, cells))
    table = Table(("date", "weight", "bmi", "fat"), iter(rows))
    return _bodies(table, today, should_stop, replace(answers, order=DateOrder.MONTH_FIRST))


def _too_many() -> UserError:
    return UserError(tr("This export of Fitbit's holds more weights than anybody has: export a shorter time."))


def read_sections(
    text: str, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a text that `looks_like` the website's CSV. Raises UserError when no section holds what Legwork keeps."""
    rows = list(raw_rows(text, ",", should_stop))
    starts = [at for at, row in enumerate(rows) if _HEADINGS.fullmatch(",".join(row.cells))]
    answers, asked = _one_order(rows, answers, today)
    tables = []
    for start, end in pairwise((*starts, len(rows))):
        heading = rows[start].cells[0].strip().casefold()
        body = rows[start + 1 : end]
        if heading == "body" and len(body) > 1:
            tables.append((heading, _bodies(_table(body), today, should_stop, answers)))
        elif heading in ("foods", "food") and len(body) > 1:
            tables.append((heading, _foods(_table(body), today, should_stop, answers)))
    logs = [rows[start:end] for start, end in pairwise((*starts, len(rows)))
            if rows[start].cells[0].strip().casefold().startswith("food log")]  # fmt: skip
    if logs:
        tables.insert(0, ("food log", _logs(logs, today, should_stop)))
    if not tables:
        raise UserError(tr("This export of Fitbit's holds neither weights nor food: choose these when you export."))
    return merged(tables) if asked else replace(merged(tables), order_asked=False)


def _one_order(rows: Sequence[TableRow], answers: Answers, today: date) -> tuple[Answers, bool]:
    """The order of day and month of all sections together, and whether it is to be asked about."""
    days = [day for row in rows if row.cells and _DAY.fullmatch(day := row.cells[0].strip())]
    order, asked = settle_order(days, answers.order, today)
    return replace(answers, order=order), asked


def _table(rows: Sequence[TableRow]) -> Table:
    """A section's table; its heading line may be broken, and it then has no columns."""
    return Table(rows[0].cells, iter(rows[1:]))


def _bodies(table: Table, today: date, should_stop: Callable[[], bool], answers: Answers) -> MeasurementTable:
    """Weights, their index and body fat. The index says the unit where it stands there."""
    names = [folded(name) for name in table.header]
    rows = list(table.rows)
    at = {name: names.index(name) for name in ("date", "weight", "bmi", "fat") if name in names}
    if "date" not in at or "weight" not in at:
        raise UserError(tr("The weights in this export of Fitbit's cannot be read: export them again."))
    pairs = [
        (float(row.cells[at["weight"]]), float(row.cells[at["bmi"]]))
        for row in rows
        if "bmi" in at
        and len(row.cells) > max(at.values())
        and all(re.fullmatch(r"\d{1,4}(\.\d{1,20})?", row.cells[at[one]].strip()) for one in ("weight", "bmi"))
    ]
    told = weight_unit_by_index(pairs)
    meanings = {at["weight"]: built_in("body_weight", "Weight")}
    if "fat" in at:
        meanings[at["fat"]] = built_in("body_fat", "Body fat")
    aside = frozenset({at["bmi"]} if "bmi" in at else ())
    layout = Layout(SOURCE, tr("Fitbit"), at["date"], meanings, aside, frozenset((Kind.MASS,)), wordy=True)
    known = answers if told is None or answers.unit else replace(answers, unit=told)
    found = read_wide(Table(table.header, iter(rows), table.whole), layout, today, should_stop, answers=known)
    return found if told is None else replace(found, unit_why=_why(told))


def _why(unit: str) -> str:
    """Why the body mass index beside the weights tells their unit."""
    if unit == LB:
        return tr("Pounds fit: in kilograms, nobody is as tall as the body mass index beside the weights says.")
    return tr("Kilograms fit: in pounds, nobody is as tall as the body mass index beside the weights says.")


def _foods(table: Table, today: date, should_stop: Callable[[], bool], answers: Answers) -> MeasurementTable:
    names = [folded(name) for name in table.header]
    energies = {"calories_in": "kcal", "kilojoules_in": "kJ"}
    meanings = {at: eaten(Nutrient.ENERGY, energies[name]) for at, name in enumerate(names) if name in energies}
    day = names.index("date") if "date" in names else 0
    return read_wide(
        table, Layout(SOURCE, tr("Fitbit"), day, meanings, wordy=True), today, should_stop, answers=answers
    )


def _logs(logs: Sequence[Sequence[TableRow]], today: date, should_stop: Callable[[], bool]) -> MeasurementTable:
    """The totals of the days of which foods are listed."""
    header = ("day", *(nutrient.value for nutrient in Nutrient))
    units: dict[Nutrient, str] = {Nutrient.WATER: "mL"}
    rows = []
    for log in logs:
        digits = log[0].cells[0].strip()[-8:]
        found = dict(_totals(log))
        for nutrient, (_, unit) in found.items():
            units.setdefault(nutrient, unit)
            if nutrient is Nutrient.WATER:
                units[nutrient] = unit
        cells = (f"{digits[:4]}-{digits[4:6]}-{digits[6:]}", *(found.get(one, ("", ""))[0] for one in Nutrient))
        rows.append(TableRow(log[0].line, cells))
    meanings = {at: eaten(one, units.get(one, "g")) for at, one in enumerate(Nutrient, start=1) if one in units}
    return read_wide(Table(header, iter(rows)), Layout(SOURCE, tr("Fitbit"), 0, meanings), today, should_stop)


def _totals(log: Sequence[TableRow]) -> Iterator[tuple[Nutrient, tuple[str, str]]]:
    begun = False
    for row in log:
        cells = [cell.strip() for cell in row.cells if cell.strip()]
        begun = begun or cells[:1] == ["Daily Totals"]
        cells = cells[1:] if cells[:1] == ["Daily Totals"] else cells
        match = _AMOUNT.fullmatch(cells[-1]) if begun and len(cells) == 2 else None
        if match is None:
            continue
        name = cells[0].casefold()
        if name in _TOTALS:
            nutrient, unit = _TOTALS[name]
            yield nutrient, (match[1].strip(), unit)
        elif name == "water" and match[2] and match[2].casefold() in _WATER:
            yield Nutrient.WATER, (match[1].strip(), _WATER[match[2].casefold()])


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return str(value) if isinstance(value, (int, str)) and not isinstance(value, bool) and len(str(value)) < 60 else ""
