"""The tables of JEFIT's export, each known by its header, and what is said once for all of them.

Owns the headings, the settings and the sessions. It must not know what becomes of sets or of body measurements (that is
`jefit`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from legwork.domain.units import UnitSystem
from legwork.formats.load_units import UNIT_NAMES
from legwork.formats.records import Skipped
from legwork.formats.text import TableRow, raw_rows
from legwork.formats.training_header import names
from legwork.formats.training_records import LeftColumn
from legwork.i18n import tr

HEADING = re.compile(r"^#{3,} ?([A-Z][A-Z /&_-]*?) ?#*\s*$", re.MULTILINE)

LOGS = frozenset({"mydate", "ename", "logs"})
SESSIONS = frozenset({"id", "starttime", "endtime"})
SET_LOGS = frozenset({"exercise log id", "set index"})
SETTING = frozenset({"mass", "length"})
NOTES = frozenset({"mynote", "mydate"})
DAYS = frozenset({"package", "id", "name", "dayindex"})
"""Columns by which a table is known, spelled as `training_header.plain`."""

BODY = {
    "weight": ("body_weight", "Weight"), "fatpercent": ("body_fat", "Fat percent"), "chest": ("chest", "Chest"),
    "waist": ("waist", "Waist"), "hips": ("hips", "Hips"), "shoulders": ("shoulders", "Shoulders"),
    "neck": ("neck", "Neck"), "arms": ("flexed_arm", "Arms"), "forearms": ("forearm", "Forearms"),
    "thighs": ("mid_thigh", "Thighs"), "calves": ("calf", "Calves"),
}  # fmt: skip
"""The built-in site and the readable name of each column of the body; a limb stays without a side."""

BODY_DAYS = ("mydate", "date", "logtime", "timestamp")
"""Where the day of a body measurement stands, the surest first."""

_LEAST_BODY = 3
"""A table with fewer columns of the body is another one."""

_IDS = frozenset({"userid", "row id", "rowid", "id"})
_NAME = re.compile(r"[A-Za-z_][\w /]*")
_EARLIEST, _LATEST = 946_684_800, 4_102_444_800
"""Seconds since 1970 at the beginning of 2000 and of 2100: no session lies outside (conventions)."""


@dataclass
class Section:
    """One table. heading: what it stands under, "" for nothing. line: where that is, else where its header is."""

    heading: str
    line: int
    header: tuple[str, ...]
    names: list[str]
    rows: list[TableRow] = field(default_factory=list)

    def has(self, columns: Iterable[str]) -> bool:
        """Whether all of these columns are in it."""
        return {*columns} <= {*self.names}

    @property
    def is_body(self) -> bool:
        """Whether it holds body measurements, and says of which day."""
        return len({*self.names} & BODY.keys()) >= _LEAST_BODY and bool({*BODY_DAYS} & {*self.names})

    def cells(self) -> Iterator[dict[str, str]]:
        """Its rows by the names of their columns; what is missing at the end is ""; unreadable rows are left."""
        for row in self.rows:
            if not row.problem:
                found = dict.fromkeys(self.names, "")
                found |= {name: cell.strip() for name, cell in zip(self.names, row.cells, strict=False)}
                yield found


@dataclass(frozen=True)
class Session:
    """One workout. start: seconds since 1970. seconds: how long it took, 0 where that is not said."""

    start: int
    seconds: int
    title: str


def sections_of(whole: str, should_stop: Callable[[], bool]) -> list[Section]:
    """All tables that have a known header, in the order of the file. Raises Cancelled when asked to stop."""
    found: list[Section] = []
    heading, line, into = "", 0, False
    for row in raw_rows(whole, ",", should_stop):
        first = row.cells[0] if row.cells else ""
        if first.startswith("###"):
            into = False
            match = HEADING.match(first)
            if match is not None:
                heading, line = match[1].strip(), row.line
            continue
        header = None if row.problem else _header(row.cells)
        if header is not None:
            found.append(Section(heading, line or row.line, row.cells, header))
            into = True
        elif into:
            found[-1].rows.append(row)
    return found


def _header(cells: tuple[str, ...]) -> list[str] | None:
    """The names of a row that begins a table; None for any other row."""
    if len(cells) < 2 or any(cell.strip() and not _NAME.fullmatch(cell.strip()) for cell in cells):
        return None
    found = names(cells)
    known = any(one <= {*found} for one in (LOGS, SESSIONS, SET_LOGS, SETTING, NOTES, DAYS))
    body = len({*found} & BODY.keys()) >= _LEAST_BODY
    return found if known or body or (_IDS & {*found} and len(found) > 2) else None


def units_of(sections: Sequence[Section]) -> tuple[str, UnitSystem | None]:
    """The unit of loads and weights, "" where it is not said; in which system girths are, None where that is not."""
    for row in _rows_of(sections, SETTING):
        mass = UNIT_NAMES.get(row["mass"].casefold().strip(" ."), "")
        length = row["length"].casefold().strip(" .")
        inches = length.startswith(("in", "ft", '"'))
        return mass, UnitSystem.IMPERIAL if inches else UnitSystem.METRIC if length else None
    return "", None


def sessions_of(sections: Sequence[Section]) -> dict[str, Session]:
    """The sessions by their ids, each with the name of its day in a routine where that is still there."""
    days = {row["id"]: row["name"] for row in _rows_of(sections, DAYS)}
    found: dict[str, Session] = {}
    for row in _rows_of(sections, SESSIONS):
        start, end = since_1970(row["starttime"]), since_1970(row["endtime"])
        if start:
            found[row["id"]] = Session(start, max(0, end - start), days.get(row.get("day id", ""), ""))
    return found


def since_1970(text: str) -> int:
    """Seconds since 1970, also from milliseconds; 0 for what is no moment of a session."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= 13 else 0
    number = number // 1000 if number > _LATEST else number
    return number if _EARLIEST <= number < _LATEST else 0


def timed_sets(sections: Sequence[Section]) -> dict[tuple[str, str], tuple[str, str]]:
    """Seconds and miles of the sets that have them, by the id of their exercise and their place from 0."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for row in _rows_of(sections, SET_LOGS):
        seconds, miles = row.get("duration", ""), row.get("distance mi", "")
        if seconds.strip("0.") or miles.strip("0."):
            found[row["exercise log id"], row["set index"]] = seconds, miles
    return found


def notes_of(sections: Sequence[Section]) -> Iterator[tuple[str, str, str]]:
    """Day, exercise and text of each note."""
    for row in _rows_of(sections, NOTES):
        yield row["mydate"], row.get("title", ""), row["mynote"]


def left_of(sections: Sequence[Section]) -> Iterator[Skipped]:
    """Headings under which there are tables, none of which is read."""
    used = {
        one.heading for one in sections if one.is_body or any(map(one.has, (LOGS, SESSIONS, SET_LOGS, SETTING, NOTES)))
    }
    for one in sections:
        if one.rows and one.heading and one.heading not in used:
            used.add(one.heading)
            yield LeftColumn(one.line, one.heading, tr("Legwork keeps no values of this kind."))


def _rows_of(sections: Sequence[Section], columns: Iterable[str]) -> Iterator[dict[str, str]]:
    return chain.from_iterable(one.cells() for one in sections if one.has(columns))
