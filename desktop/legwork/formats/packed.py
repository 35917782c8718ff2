"""Files that hold several tables: zip archives and workbooks. What stands in them is read as if it had come alone.

Owns going through the parts, putting those of one program together, and saying what else there is. How one part is read
is told by the caller; whether an archive is to be trusted by `archive`, what a workbook's cells say by `spreadsheet`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import PurePosixPath
from typing import BinaryIO

from legwork.errors import Cancelled, UserError
from legwork.formats import apple_health, fitbit, legwork_json, myfitnesspal
from legwork.formats.archive import Archive, is_archive, opened_archive
from legwork.formats.merging import merged
from legwork.formats.parts import SAMPLE_ROWS, Part, Several, UnknownTable
from legwork.formats.records import Document, MeasurementTable, Skipped, shortened
from legwork.formats.spreadsheet import is_workbook, sheets_of
from legwork.formats.text import MAX_BYTES, raw_rows
from legwork.formats.training_records import Answers, TrainingTable
from legwork.i18n import tr

Found = Document | MeasurementTable | TrainingTable | UnknownTable | Several
ReadOne = Callable[[bytes, Answers], Found]
"""Reads one part as if it were a file of its own; raises UserError and Cancelled."""

MOST_UNKNOWN = 20
"""So many unknown tables of one file a person can be asked about (convention)."""

_HEAD = 4096
_TABLES = frozenset({".csv", ".tsv", ".txt", ".tab"})
_BOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


@dataclass
class _Parts:
    """What is found. tables: of measurements by program, each with its part's name."""

    tables: dict[str, list[tuple[str, MeasurementTable]]] = field(default_factory=dict)
    others: list[Part] = field(default_factory=list)
    unknown: list[Part] = field(default_factory=list)
    left: list[Skipped] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, found: Found) -> None:
        """A part that was read."""
        if isinstance(found, MeasurementTable):
            self.tables.setdefault(found.source, []).append((name, found))
        elif isinstance(found, UnknownTable):
            self.unknown.append(Part(name, found))
        elif isinstance(found, Several):
            for one in found.parts:
                self.add(f"{name} › {one.name}", one.found)
            self.left += found.left
        else:
            self.others.append(Part(name, found))

    def leave(self, name: str, reason: str) -> None:
        """A part that is not read."""
        self.left.append(Skipped(1, shortened(name), reason))


def read_archive(
    source: BinaryIO | bytes, today: date, should_stop: Callable[[], bool], answers: Answers, read_one: ReadOne
) -> Found:
    """Read an archive or a workbook.

    Returns the one thing that is in it, or the part that `answers.part` names, or Several. Raises UserError in one
    sentence when there is nothing to read, Cancelled when asked to stop.
    """
    with opened_archive(source) as archive:
        workbook = is_workbook(archive)
        if not workbook:
            return _finished(_members(archive, today, should_stop, answers, read_one), answers)
    return read_workbook(_all_of(source), should_stop, answers, read_one)


def read_workbook(data: bytes, should_stop: Callable[[], bool], answers: Answers, read_one: ReadOne) -> Found:
    """Read the sheets of a workbook; as `read_archive`."""
    sheets = sheets_of(data, should_stop)
    if not sheets:
        raise UserError(tr("This workbook is empty: export it again from the other program."))
    parts = _Parts()
    for sheet in sheets:
        name = sheet.name if len(sheets) > 1 else ""
        _add(parts, sheet.name, sheet.text.encode("utf-8", "replace"), _for_part(answers, name), read_one)
    parts.unknown = [_as_sheet(one) for one in parts.unknown]
    return _finished(parts, answers)


def _as_sheet(part: Part) -> Part:
    """A sheet has cells of its own: it is not to be split otherwise."""
    if not isinstance(part.found, UnknownTable):
        return part
    rows = tuple(islice((row for row in raw_rows(part.found.text, ",") if row.cells), SAMPLE_ROWS))
    sample = tuple(row.cells for row in rows)
    return replace(part, found=UnknownTable(sample[0], sample, lines=tuple(row.line for row in rows)))


def _for_part(answers: Answers, name: str) -> Answers:
    """The answers for one part: what the columns of a table mean holds for the part that was asked about."""
    if name and answers.part is not None and answers.part != name:
        return replace(answers, mapping=None, part=None)
    return replace(answers, part=None)


def _add(parts: _Parts, name: str, data: bytes, answers: Answers, read_one: ReadOne) -> None:
    try:
        parts.add(name, read_one(data, answers))
    except UserError as error:
        parts.leave(name, str(error))


def _members(
    archive: Archive, today: date, should_stop: Callable[[], bool], answers: Answers, read_one: ReadOne
) -> _Parts:  # fmt: skip
    parts = _Parts()
    pieces: list[str] = []
    for path in _worth_a_look(archive):
        if should_stop():
            raise Cancelled
        place = PurePosixPath(path.replace("\\", "/"))
        name, kind = place.name, place.suffix.casefold()
        try:
            if kind in _TABLES:
                data = archive.read(path)
                alone = replace(answers, part=None)
                known = None if answers.by_hand else myfitnesspal.read_member(name, data, today, should_stop, alone)
                if known is not None:
                    parts.add(name, known)
                else:
                    _add(parts, name, data, _for_part(answers, name), read_one)
            elif kind in _BOOKS:
                data = archive.read(path, 4 * MAX_BYTES)
                parts.add(name, read_workbook(data, should_stop, _for_part(answers, name), read_one))
            elif kind == ".json" and fitbit.is_piece(head := archive.head(path, _HEAD)):
                pieces.append(path)
            elif kind == ".json" and legwork_json.looks_like(head):
                _add(parts, name, archive.read(path, legwork_json.MAX_BYTES), answers, read_one)
            elif kind == ".xml" and apple_health.looks_like(archive.head(path, 64 * 1024)):
                with archive.opened(path) as stream:
                    parts.add(name, apple_health.read(stream, today, should_stop))
            elif is_archive(archive.head(path, 8)):
                parts.leave(name, tr("This is an archive inside the archive: unpack it and import what is in it."))
            else:
                parts.kinds[kind or name] += 1
        except UserError as error:
            parts.leave(name, str(error))
    if pieces:
        one_by_one = (archive.read(path, fitbit.MAX_PIECE) for path in pieces)
        try:
            found = fitbit.read_pieces(one_by_one, today, should_stop, replace(answers, part=None))
            parts.add(tr("weights"), found)
        except UserError as error:
            parts.leave(tr("weights"), str(error))
    for kind, count in sorted(parts.kinds.items()):
        parts.leave(f"{kind}: {count}", tr("Legwork reads no files of this kind."))
    return parts


def _worth_a_look(archive: Archive) -> Iterator[str]:
    """The names of all members, without those that a computer puts into archives for itself."""
    for path in archive.names:
        places = path.replace("\\", "/").split("/")
        if not any(one.startswith((".", "__MACOSX")) for one in places):
            yield path


def _finished(parts: _Parts, answers: Answers) -> Found:
    known = [Part(tables[0][1].format_name, merged(tables)) for tables in parts.tables.values()] + parts.others
    if answers.by_hand and parts.unknown:  # the person wants to say it, though a program is known
        mapped = [one for tables in parts.tables.values() for one in tables if one[0] == answers.part]
        known = [Part(*mapped[0])] if mapped and answers.mapping is not None else []
    asked = answers.by_hand or any(one.name == answers.part for one in parts.unknown)
    if known and not asked:
        reason = tr("No program is known that writes such a table: import it alone to say what is in it.")
        for one in parts.unknown:
            parts.leave(one.name, reason)
        found = known
    else:
        found = (known + parts.unknown)[:MOST_UNKNOWN]
    found = _named_apart(found)
    if not found:
        raise _nothing(parts)
    if answers.part is not None:
        for one in found:
            if one.name == answers.part:
                return _told(one, parts.left).found
    found[0] = _told(found[0], parts.left)
    return found[0].found if len(found) == 1 else Several(tuple(found))


def _named_apart(parts: list[Part]) -> list[Part]:
    taken: Counter[str] = Counter()
    found = []
    for one in parts:
        taken[one.name] += 1
        found.append(one if taken[one.name] == 1 else replace(one, name=f"{one.name} ({taken[one.name]})"))
    return found


def _told(part: Part, left: list[Skipped]) -> Part:
    """The part, with what else is in the file among what is not taken."""
    if left and isinstance(part.found, (MeasurementTable, TrainingTable)):
        return replace(part, found=replace(part.found, skipped=(*left, *part.found.skipped)))
    return part


def _nothing(parts: _Parts) -> UserError:
    if len(parts.left) == 1:
        return UserError(f"{parts.left[0].text}: {parts.left[0].reason}")
    reasons = Counter(one.reason for one in parts.left)
    if not reasons:
        return UserError(tr("This archive is empty: export it again from the other program."))
    reason, _ = reasons.most_common(1)[0]
    return UserError(tr("Nothing of what is in this file can be taken in. Of most of it: {reason}", reason=reason))


def _all_of(source: BinaryIO | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    source.seek(0)
    data = source.read(4 * MAX_BYTES + 1)
    if len(data) > 4 * MAX_BYTES:
        raise UserError(tr("This workbook is larger than any log can be: save what you need as CSV."))
    return data
