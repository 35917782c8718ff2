"""A plan as text that a person can read and write, both ways.

Owns the lines and their words; a cell is read and written by `domain.plan.cells`, a rule by `domain.plan.rules`. It
must not know a catalogue: names come and go through functions that the caller hands in. Ids are not written.

    Plan: Legs first
    Block: Base (accumulate)
    Week 1
    Session: Legs A (Monday)
    Back squat: 3x6-8 @2 RIR; slow down
      rule: double 6-8 +2.5kg
      note: heels on the wedge
    [A] Seated leg curl: 3x10-12 @1 RIR
    [A] Standing calf raise: 4x8-12 r60

Empty lines and lines that begin with # are passed over. A name that would be read as something else stands in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NoReturn

from legwork.domain.plan.cell_grammar import CellError
from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.model import (
    MAX_ENTRIES,
    MAX_NAME,
    MAX_SESSIONS,
    MAX_WEEKS,
    Block,
    BlockKind,
    Entry,
    Plan,
    Session,
    Week,
    Weekday,
)
from legwork.domain.plan.prescription import MAX_NOTE, one_line
from legwork.domain.plan.rules import FIXED, format_rule, parse_rule
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.i18n import tr

MAX_TEXT = 4_000_000
"""Letters; more than the largest plan takes (a convention)."""

ANY_DAY = "any day"

_KEYWORD = re.compile(r"\s*(plan|block|session|rule|note)\s*:\s*(.*?)\s*", re.IGNORECASE)
_WEEK = re.compile(r"\s*week(?:\s+\d{1,4})?\s*:?\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(.*?)\s*\(([^()]*)\)")
_ENTRY = re.compile(r'\s*(?:\[([A-Za-z])\]\s*)?(?:"((?:[^"\\]|\\.)*)"|([^":\[][^:]*?))\s*:')
_EMPTY = r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*"
_HEAD = re.compile(rf"\ufeff?{_EMPTY}plan[ \t]*:[^\n]*\n{_EMPTY}(?:\Z|block\b|week\b|session\b)", re.IGNORECASE)
_PLAIN_NAME = re.compile(r'(?!(?:plan|block|session|rule|note)\s*$)[^":\[#][^:]*', re.IGNORECASE)


class PlanTextError(UserError):
    """A plan that cannot be read. line, column: where, from 1. what: the sentence that tells what to do."""

    def __init__(self, line: int, column: int, what: str) -> None:
        super().__init__(tr("Line {line}, column {column}: {what}", line=line, column=column, what=what))
        self.line = line
        self.column = column
        self.what = what


def is_plan(data: bytes) -> bool:
    """Whether a file begins with the name of a plan and what is in it, as `write_plan` writes both."""
    return _HEAD.match(data[:4096].decode("utf-8", "replace").replace("\r\n", "\n")) is not None


def write_plan(plan: Plan, name_of: Callable[[str], str] = str) -> str:
    """The plan as text. name_of: the name of an exercise from its key, on one line; by default the key itself."""
    lines = [f"Plan: {plan.name}".rstrip()]
    number = count(1)
    for block in plan.blocks:
        lines += ["", f"Block: {_with_brackets(block.name, block.kind.value)}"]
        for week in block.weeks:
            lines += ["", f"Week {next(number)}"]
            for session in week.sessions:
                lines += ["", _session_line(session)]
                for entry in session.entries:
                    lines += _entry_lines(entry, name_of(entry.exercise))
    return "\n".join(lines) + "\n"


def _session_line(session: Session) -> str:
    if session.weekday is not None:
        return f"Session: {_with_brackets(session.name, session.weekday.name.capitalize())}"
    if session.name.endswith(")"):  # or its own brackets would be read as a day
        return f"Session: {_with_brackets(session.name, ANY_DAY)}"
    return f"Session: {session.name}".rstrip()


def _with_brackets(name: str, inside: str) -> str:
    return f"{name} ({inside})".lstrip()


def _entry_lines(entry: Entry, name: str) -> Iterator[str]:
    if not _PLAIN_NAME.fullmatch(name) or name != name.strip():
        name = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    group = f"[{chr(64 + entry.group)}] " if entry.group else ""
    yield f"{group}{name}: {format_cell(entry.prescription)}"
    if entry.rule != FIXED:
        yield f"  rule: {format_rule(entry.rule)}"
    if entry.note:
        yield f"  note: {entry.note}"


def read_plan(text: str, system: UnitSystem, find_exercise: Callable[[str], str | None] = str) -> Plan:
    """Read a plan. system: the unit of loads without one. find_exercise: the key for a name; None when it is unknown.

    Ids are given from 1 on each level. Sessions before the first week or block open one. Raises PlanTextError at the
    first line that cannot be read, with its line and column; UserError when the text is longer than any plan.
    """
    if len(text) > MAX_TEXT:
        raise UserError(tr("This text is longer than any plan can be: choose another one."))
    reader = _Reader(system, find_exercise)
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            reader.take(number, line)
    return reader.plan()


@dataclass
class _Block:
    kind: BlockKind
    name: str
    weeks: list[list[Session]] = field(default_factory=list)


class _Reader:
    """Takes line after line; what was taken last is where the next belongs."""

    def __init__(self, system: UnitSystem, find_exercise: Callable[[str], str | None]) -> None:
        self._system = system
        self._find = find_exercise
        self._name = ""
        self._blocks: list[_Block] = []
        self._entries: list[Entry] = []
        self._weeks, self._session_ids, self._entry_ids = 0, count(1), count(1)

    def take(self, number: int, line: str) -> None:
        """One line that is not empty."""
        start = len(line) - len(line.lstrip()) + 1
        if match := _KEYWORD.fullmatch(line):
            self._keyword(number, match.start(2) + 1, match[1].lower(), match[2])
        elif _WEEK.fullmatch(line):
            self._week(number, start)
        else:
            self._entry(number, start, line)

    def plan(self) -> Plan:
        """What was taken, as a plan."""
        self._close_session()
        week_ids = count(1)
        blocks = tuple(
            Block(
                at, one.kind, one.name,
                tuple(Week(next(week_ids), tuple(sessions)) for sessions in one.weeks),
            )
            for at, one in enumerate(self._blocks, start=1)
        )  # fmt: skip
        return Plan(self._name, blocks)

    def _keyword(self, number: int, column: int, word: str, rest: str) -> None:
        if word in ("rule", "note"):
            self._detail(number, column, word, rest)
            return
        if word == "plan":
            self._name = _name(number, column, rest)
        elif word == "block":
            self._block(number, column, rest)
        else:
            self._session(number, column, rest)

    def _block(self, number: int, column: int, rest: str) -> None:
        name, brackets = _bracketed(rest)
        kind = next((one for one in BlockKind if one == brackets.lower()), None)
        if kind is None and brackets:
            _refuse(
                number,
                column + rest.rindex("("),
                tr("a block is for one of three things: type (accumulate), (intensify) or (deload)."),
            )
        self._close_session()
        self._blocks.append(_Block(kind or BlockKind.ACCUMULATE, _name(number, column, name if kind else rest)))

    def _week(self, number: int, column: int) -> None:
        self._close_session()
        if self._weeks >= MAX_WEEKS:
            _refuse(number, column, tr("a plan can have {most} weeks: remove the rest.", most=MAX_WEEKS))
        if not self._blocks:
            self._blocks.append(_Block(BlockKind.ACCUMULATE, ""))
        self._blocks[-1].weeks.append([])
        self._weeks += 1

    def _session(self, number: int, column: int, rest: str) -> None:
        if not self._blocks or not self._blocks[-1].weeks:
            self._week(number, column)
        self._close_session()
        sessions = self._blocks[-1].weeks[-1]
        if len(sessions) >= MAX_SESSIONS:
            _refuse(number, column, tr("a week can have {most} sessions: remove the rest.", most=MAX_SESSIONS))
        name, brackets = _bracketed(rest)
        day = next((one for one in Weekday if one.name.lower() == brackets.lower()), None)
        if day is None and brackets.lower() != ANY_DAY:
            name = rest
        sessions.append(Session(next(self._session_ids), _name(number, column, name), day))

    def _detail(self, number: int, column: int, word: str, rest: str) -> None:
        if not self._entries:
            _refuse(number, column, tr("this belongs to an exercise: put it under one."))
        last = self._entries[-1]
        if word == "note":
            if len(rest) > MAX_NOTE:
                _refuse(number, column, tr("a note can have {most} letters: make it shorter.", most=MAX_NOTE))
            self._entries[-1] = replace(last, note=one_line(rest))
            return
        try:
            self._entries[-1] = replace(last, rule=parse_rule(rest))
        except UserError as error:
            _refuse(number, column, str(error))

    def _entry(self, number: int, column: int, line: str) -> None:
        match = _ENTRY.match(line)
        if match is None:
            _refuse(number, column, tr("type an exercise, a colon and its sets, like Back squat: 3x6-8 @2 RIR."))
        if not self._blocks or not self._blocks[-1].weeks or not self._blocks[-1].weeks[-1]:
            self._session(number, column, "")
        if len(self._entries) >= MAX_ENTRIES:
            _refuse(number, column, tr("a session can have {most} exercises: remove the rest.", most=MAX_ENTRIES))
        quoted = match[2] is not None
        name = re.sub(r"\\(.)", r"\1", match[2]) if quoted else match[3]
        key = self._find(name) if name.strip() else None
        if key is None:
            where = match.start(2 if quoted else 3) + 1
            _refuse(
                number, where,
                tr("“{name}” is no exercise that is known here: choose another name, or add it to your own exercises.",
                   name=name[:40]),
            )  # fmt: skip
        try:
            prescription = parse_cell(line[match.end() :], self._system)
        except CellError as error:
            _refuse(number, match.end() + error.column, error.what)
        group = ord(match[1].upper()) - 64 if match[1] else None
        self._entries.append(Entry(next(self._entry_ids), key, prescription, group=group))

    def _close_session(self) -> None:
        if self._blocks and self._blocks[-1].weeks and self._blocks[-1].weeks[-1] and self._entries:
            sessions = self._blocks[-1].weeks[-1]
            sessions[-1] = replace(sessions[-1], entries=tuple(self._entries))
        self._entries = []


def _bracketed(text: str) -> tuple[str, str]:
    """What stands before the brackets at the end, and in them; the whole text and "" without any."""
    match = _IN_BRACKETS.fullmatch(text)
    return (match[1], match[2].strip()) if match else (text, "")


def _name(number: int, column: int, text: str) -> str:
    if len(text) > MAX_NAME:
        _refuse(number, column, tr("a name can have {most} letters: make it shorter.", most=MAX_NAME))
    return " ".join(text.split())


def _refuse(line: int, column: int, what: str) -> NoReturn:
    raise PlanTextError(line, column, what)
