"""Which format a file is in, told by what stands in it and never by its name.

Owns the order in which formats are tried, and the sentence for files that are no table at all. It must not read any
format itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from io import BytesIO
from itertools import islice
from types import ModuleType
from typing import BinaryIO

from legwork.errors import Cancelled, UserError
from legwork.formats import (
    apple_health,
    cronometer,
    fitbit,
    fitnotes_backup,
    fitnotes_body,
    food_csv,
    garmin_weight,
    hevy_measurements,
    jefit,
    legwork_json,
    libra,
    macrofactor,
    measurements_csv,
    myfitnesspal,
    scales,
    text,
)
from legwork.formats.archive import is_archive
from legwork.formats.delimiters import delimiter_in
from legwork.formats.packed import ReadOne, read_archive, read_workbook
from legwork.formats.parts import SAMPLE_ROWS, Several, UnknownTable
from legwork.formats.records import Document, MeasurementTable
from legwork.formats.spreadsheet import is_old_workbook
from legwork.formats.text import TableRow, never
from legwork.formats.training import is_training, recognise_training
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.i18n import tr

_BLANKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"

_PICTURES = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_PICTURE_HEAD = 12

HEAD = 64 * 1024
"""Bytes by which it is told how a file is to be read."""

_MEASURED: tuple[ModuleType, ...] = (
    measurements_csv, food_csv, garmin_weight, scales, macrofactor, hevy_measurements, myfitnesspal, cronometer, fitbit,
    fitnotes_body,
)  # fmt: skip

Recognised = Document | MeasurementTable | TrainingTable | UnknownTable | Several
"""What a file can hold."""


def recognise(
    data: bytes, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> Recognised:
    """Read a file of any format that Legwork knows.

    data: the whole file. today: of the person; later days are refused. should_stop: asked now and then.
    answers: to what a file leaves open, see `Answers`.
    Returns a Document for Legwork's own export; a MeasurementTable or a TrainingTable for another program's; Several
    for a file that holds more than one of these, unless `answers.part` names one of them; an UnknownTable where only a
    person can say what the columns are.
    Raises UserError in one sentence when it cannot be read, Cancelled when asked to stop; nothing else.
    """
    if len(data) <= text.SAMPLE_BYTES and not data.strip(_BLANKS):
        raise UserError(tr("This file is empty: export it again from the other program."))
    if _is_picture(data[:_PICTURE_HEAD]):
        raise UserError(
            tr(
                "A photo or a PDF cannot be read: export a table (CSV or xlsx) from the program that made it, or type "
                "the numbers in."
            )
        )
    if should_stop():
        raise Cancelled
    if legwork_json.looks_like(data):
        return legwork_json.load(data)
    if fitnotes_backup.looks_like(data):
        return recognise_training(data, today, answers, should_stop)
    if is_streamed(data[:HEAD]):
        return recognise_stream(BytesIO(data), today, should_stop, answers)
    if is_old_workbook(data):
        return read_workbook(data, should_stop, answers, _one(today, should_stop))
    if fitbit.is_piece(data[:HEAD]):
        return fitbit.read_pieces((data,), today, should_stop, answers)
    whole = text.decode(data)
    if answers.mapping is not None:
        return _mapped(partial(_split, whole, should_stop), today, should_stop, answers)
    if answers.by_hand:
        return _unknown(whole)
    return _of_text(whole, data, today, should_stop, answers)


def _is_picture(head: bytes) -> bool:
    """Whether a file begins as photos, drawings and PDFs do."""
    return head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:] == b"WEBP") or head[4:8] == b"ftyp"


def _split(whole: str, should_stop: Callable[[], bool], delimiter: str) -> Iterator[TableRow]:
    """The rows of a text; "": of a sheet, which was written with commas."""
    return text.raw_rows(whole, delimiter or ",", should_stop)


def _of_text(whole: str, data: bytes, today: date, should_stop: Callable[[], bool], answers: Answers) -> Recognised:
    if jefit.looks_like(whole):
        return _part_of(jefit.read(whole, today, answers, should_stop), answers)
    if libra.looks_like(whole):
        return libra.read(whole, today, should_stop, answers)
    if fitbit.looks_like(whole):
        return fitbit.read_sections(whole, today, should_stop, answers)
    table = text.read_table(whole, should_stop)
    for measured in _MEASURED:
        if measured.matches(table.header):
            found: MeasurementTable = measured.read(table, today, should_stop, answers)
            return found
    if is_training(data, should_stop):
        return recognise_training(data, today, answers, should_stop)
    return _unknown(whole)


def _part_of(found: Recognised, answers: Answers) -> Recognised:
    """The part that the answers are about, where they are about one."""
    if isinstance(found, Several):
        return next((part.found for part in found.parts if part.name == answers.part), found)
    return found


def has_columns(head: bytes) -> bool:
    """Whether a file that begins with these bytes may be, or hold, a table of which a person can say what its columns
    are; `Answers.by_hand` reads it as such."""
    if is_archive(head) or is_old_workbook(head):
        return True
    text_of = text.decode(head) if not fitnotes_backup.looks_like(head) else "<"
    return not text_of.lstrip().startswith(("<", "{", "[")) and not jefit.looks_like(text_of)


def is_streamed(head: bytes) -> bool:
    """Whether a file that begins with these bytes may be too large to be read at once: `recognise_stream` reads it."""
    return is_archive(head) or apple_health.looks_like(head)


def recognise_stream(
    stream: BinaryIO, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> Recognised:
    """Read a file that `is_streamed` from its beginning, with little memory; as `recognise`."""
    head = stream.read(HEAD)
    stream.seek(0)
    if apple_health.looks_like(head):
        return apple_health.read(stream, today, should_stop)
    return read_archive(stream, today, should_stop, answers, _one(today, should_stop))


def _one(today: date, should_stop: Callable[[], bool]) -> ReadOne:
    """Reads a part of a file that holds several."""

    def read(data: bytes, answers: Answers) -> Recognised:
        if is_archive(data[:HEAD]):  # an archive may hold itself
            raise UserError(tr("This is an archive inside the archive: unpack it and import what is in it."))
        return recognise(data, today, should_stop, answers)

    return read


def _mapped(
    rows: Callable[[str], Iterator[TableRow]], today: date, should_stop: Callable[[], bool], answers: Answers
) -> MeasurementTable | TrainingTable:
    """A table read as a person explained it. rows: its rows from the first line on, split at a delimiter."""
    from legwork.formats import mapped

    assert answers.mapping is not None
    return mapped.read(rows, answers.mapping, today, should_stop, answers)


def _unknown(whole: str) -> UnknownTable:
    """A text that may be a table that nobody has explained yet. Raises UserError for what is no table."""
    sample = whole[: text.SAMPLE_BYTES]
    lines = [line for line in sample.splitlines()[:SAMPLE_ROWS] if line.strip()]
    if not lines or lines[0].lstrip().startswith(("<", "{", "[")):
        raise unreadable()
    best = delimiter_in(sample)
    parted = sum(best in line for line in lines)
    if parted < 2 or 2 * parted < len(lines):
        raise unreadable()
    rows = tuple(row.cells for row in islice(text.raw_rows(sample, best), SAMPLE_ROWS) if row.cells)
    if len(rows) < 2:
        raise unreadable()
    return UnknownTable(rows[0], rows, best, sample)


def unreadable() -> UserError:
    """What is said of a file that is no table and of no known format."""
    return UserError(
        tr(
            "Legwork does not know this kind of file: it reads the workouts of Strong, Hevy, FitNotes, StrongLifts, "
            "Fitbod, Liftosaur, JEFIT and MacroFactor, "
            "the weights and measurements of Hevy, FitNotes, Garmin, Libra, openScale, Renpho, Withings, Fitbit and "
            "Apple Health, the food of MyFitnessPal, Cronometer and MacroFactor, any table as CSV, xlsx or ods, "
            "and its own exports."
        )
    )
