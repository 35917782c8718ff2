"""The workouts of a foreign log while its rows are put together: workouts, blocks of exercises, sets.

Owns which rows belong together, so that workouts of one day stay apart and an exercise that is done twice stays two
blocks. It must not know any file's columns, nor make records (that is `training_log`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from legwork.domain.log.sets import LoggedKind
from legwork.formats.training_records import SetRecord
from legwork.formats.training_sets import Made, RawSet


class Slot:
    """A set as a file has it, one for all rows that say the same, and what becomes of it when all rows are read.

    plain: it becomes a record, and there is nothing to tell about it.
    """

    __slots__ = ("made", "plain", "raw", "record")

    def __init__(self, raw: RawSet) -> None:
        self.raw = raw
        self.made: Made | None = None
        self.record: SetRecord | None = None
        self.plain = False

    def fill(self, made: Made) -> None:
        """Keep what was made of it."""
        self.made, self.record = made, made.record
        self.plain = made.record is not None and not made.left and not made.doubts


@dataclass(slots=True, eq=False)
class Block:
    """The sets of one exercise in a row; lines, numbers (None: none in the file) and slots go together.

    notes: each once. last: the last number, -1 for none.
    """

    name: str
    group: str = ""
    lines: list[int] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    last: int = -1

    def note(self, text: str) -> None:
        """Keep a note unless it is there."""
        text = text.strip()
        if text:
            self.notes[text] = None

    def add(self, line: int, number: int | None, slot: Slot) -> None:
        """Put a set at the end."""
        self.lines.append(line)
        self.numbers.append(number)
        self.slots.append(slot)
        if number is not None:
            self.last = number

    def give_warm_ups(self, other: Block) -> None:
        """Move the warm-ups without a number that stand at the end to another block, which has just begun."""
        count = 0
        for number, slot in zip(reversed(self.numbers), reversed(self.slots), strict=True):
            if number is not None or slot.raw.kind is not LoggedKind.WARM_UP:
                break
            count += 1
        at = len(self.slots) - count
        other.lines, self.lines = self.lines[at:] + other.lines, self.lines[:at]
        other.numbers, self.numbers = self.numbers[at:] + other.numbers, self.numbers[:at]
        other.slots, self.slots = self.slots[at:] + other.slots, self.slots[:at]


@dataclass(slots=True, eq=False)
class Draft:
    """A workout that is being put together.

    when, end, length: as the file writes them; bare: what a number alone counts as length. seconds: where it is known.
    latest: the newest block of each exercise. seen: rows that stand further up, once the workout is opened again.
    """

    line: int
    when: str
    title: str
    end: str = ""
    length: str = ""
    bare: int = 1
    seconds: int | None = None
    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    latest: dict[str, Block] = field(default_factory=dict)
    seen: set[tuple[str, int | None, Slot]] | None = None

    def note(self, text: str) -> None:
        """Keep a note unless it is there."""
        text = text.strip()
        if text:
            self.notes[text] = None

    def open(self, name: str, group: str = "") -> Block:
        """Begin a block."""
        block = self.latest[name] = Block(name, group)
        self.blocks.append(block)
        return block

    def block(self, name: str, number: int | None, group: str = "") -> Block:
        """The block that a row goes on with, or a new one when its number begins again."""
        last = self.blocks[-1] if self.blocks else None
        block = last if last is not None and last.name == name else self.latest.get(name)
        if block is None:
            return self.open(name, group)
        before = block.last
        if block is last:
            if number is None or number > before:
                return block
            again = self.open(name, group)
            block.give_warm_ups(again)
            return again
        in_turns = number is not None and 0 <= before == number - 1
        return block if in_turns else self.open(name, group)

    def reopen(self) -> None:
        """Remember all rows: one that comes again after those of other workouts is a copy."""
        self.seen = {
            (block.name, number, slot)
            for block in self.blocks
            for number, slot in zip(block.numbers, block.slots, strict=True)
        }

    def again(self, name: str, number: int | None, slot: Slot) -> bool:
        """Whether this row stands further up, in a workout that had been left for another one."""
        return self.seen is not None and (name, number, slot) in self.seen
