"""A foreign log from its rows to its records, with the report on what was not taken.

Owns what all tables have in common: rows that are too short or too long, loads without a unit, days in numbers,
copies, and suspects. It must not know any file's columns: each format hands in what its rows say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from legwork.errors import Cancelled, UserError
from legwork.formats.dates import DateOrder, is_open
from legwork.formats.load_units import UNIT_NAMES, UnitGuess, guess_unit, guess_words
from legwork.formats.records import Skipped, shortened
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_doubts import (
    Limits,
    doubts_about,
    length_doubt,
    limits_of,
    out_of_order,
    overlapping,
    start_doubt,
)
from legwork.formats.training_draft import Block, Draft, Slot
from legwork.formats.training_header import heading
from legwork.formats.training_records import (
    About,
    Answers,
    ExerciseRecord,
    LeftColumn,
    SetRecord,
    Suspect,
    TrainingTable,
    WorkoutRecord,
)
from legwork.formats.training_sets import RawSet, SetMaker
from legwork.formats.training_times import Moment, read_moment, read_span, settle_order
from legwork.i18n import tr

MAX_SKIPPED = 500_000
Repair = Callable[[tuple[str, ...]], "tuple[str, ...] | None"]

_CHECK_EVERY = 200
_plain, _record = attrgetter("plain"), attrgetter("record")


class Log:
    """All workouts of a file while it is read.

    order: of day and month, where the header tells it.
    """

    def __init__(self, source: str, format_name: str, today: date, answers: Answers) -> None:
        self.source = source
        self.format_name = format_name
        self.order: DateOrder | None = None
        self._today = today
        self._answers = answers
        self._skipped: list[Skipped] = []
        self._doubts: list[tuple[Draft, Suspect]] = []
        self._unit_why = ""
        self._cut_off = 0
        self._drafts: dict[object, Draft] = {}
        self._current: Draft | None = None
        self._slots: dict[RawSet, Slot] = {}
        self._limits: dict[str, Limits] = {}

    def skip(self, line: int, text: str, reason: str) -> None:
        """Report what is not taken."""
        self._skipped.append(Skipped(line, shortened(text), reason))
        if len(self._skipped) > MAX_SKIPPED:
            raise UserError(tr("Hardly anything in this file can be read: export it again and try once more."))

    def skip_nameless(self, line: int, cells: Sequence[str]) -> None:
        """Report a row that names no exercise."""
        self.skip(line, ", ".join(cells), tr("There is no exercise."))

    def skip_repeated(self, line: int, cells: Sequence[str]) -> None:
        """Report a row that was there before."""
        self.skip(line, ", ".join(cells), tr("This row is repeated: the same one stands further up."))

    def leave_columns(self, names: Iterable[str], reason: str = "") -> None:
        """Report columns that are not read.

        reason: why, unless Legwork keeps nothing of the kind, or it is a body weight beside workouts.
        """
        for name in names:
            if name.strip():
                weight = heading(name).name.replace(" ", "") == "bodyweight"
                why = reason or (_repeated_weight() if weight else tr("Legwork keeps no values of this kind."))
                self._skipped.append(LeftColumn(1, shortened(name), why))

    def rows(self, table: Table, repair: Repair | None = None) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows that can be read, each with its line and as many cells as the header; the others are reported.

        repair: gives the cells of a row that has too many, or None.
        """
        width = len(table.header)
        before: TableRow | None = None
        for row in table.rows:
            if before is not None:
                if len(before.cells) == width:
                    yield before.line, before.cells
                elif cells := self._cells(before, width, repair):
                    yield before.line, cells
            before = row
        if before is None:
            return
        short = not table.whole and not before.problem and len(before.cells) < width
        self._cut_off = before.line if short or before.open_end else 0
        if short:
            self.skip(before.line, ", ".join(before.cells), tr("The file ends in the middle of this row."))
        elif cells := self._cells(before, width, repair):
            yield before.line, cells

    def _cells(self, row: TableRow, width: int, repair: Repair | None) -> tuple[str, ...] | None:
        reason, cells = row.problem, row.cells
        if not reason and len(cells) > width:
            repaired = repair(cells) if repair else None if any(cells[width:]) else cells
            if repaired is not None:
                return repaired
            reason = tr("This row has more values than there are columns, so it is not clear which is which.")
        if reason:
            self.skip(row.line, ", ".join(cells), reason)
            return None
        return cells + ("",) * (width - len(cells))

    def slot(self, raw: RawSet) -> Slot:
        """The one place of all sets that say the same."""
        found = self._slots.get(raw)
        if found is None:
            found = self._slots[raw] = Slot(raw)
        return found

    def draft(self, line: int, when: str, title: str, key: object = None, unique_rows: bool = True) -> Draft:
        """The workout of a row. key: what tells workouts apart, start and title unless given.

        unique_rows: rows have numbers, so one that comes again after other workouts is a copy.
        """
        key = (when, title) if key is None else key
        found = self._drafts.get(key)
        if found is None:
            found = self._drafts[key] = Draft(line, when, title)
        elif found is not self._current and unique_rows:
            found.reopen()
        self._current = found
        return found

    def put(
        self, line: int, when: str, title: str, name: str, number: int | None, slot: Slot, group: str = ""
    ) -> tuple[Draft, Block] | None:
        """Put a numbered set where it belongs; None where the same row stands further up.

        One call a row, as there may be a hundred thousand.
        """
        draft = self._current
        if draft is None or draft.when != when or draft.title != title:
            draft = self.draft(line, when, title)
        if draft.seen is not None and (name, number, slot) in draft.seen:
            return None
        block = draft.blocks[-1] if draft.blocks else None
        if block is None or block.name != name or (number is not None and number <= block.last):
            block = draft.block(name, number, group)
        block.lines.append(line)
        block.numbers.append(number)
        block.slots.append(slot)
        if number is not None:
            block.last = number
        return draft, block

    def found(self, key: object) -> Draft | None:
        """The workout of that key, if there is one."""
        return self._drafts.get(key)

    def finish(
        self, zero_is_blank: bool = False, should_stop: Callable[[], bool] = never, *, in_order: bool = True
    ) -> TrainingTable:
        """All that was read. zero_is_blank: as `SetMaker`. in_order: the file has its workouts by their days.

        Raises Cancelled when asked to stop.
        """
        order, order_asked = self.order, False
        days = [one.when for one in self._drafts.values()]
        if order is None:
            order, order_asked = settle_order(days, self._answers.order, self._today)
        counts = self._counts()
        guess = self._unit(counts)
        make = SetMaker(guess.unit if guess else "kg", zero_is_blank)
        for slot in self._slots.values():
            slot.fill(make(slot.raw))
        for name, slots in counts.items():
            limits = limits_of((slot.record, count) for slot, count in slots.items() if slot.record is not None)
            if limits is not None:
                self._limits[name] = limits
        found: list[tuple[Draft, WorkoutRecord]] = []
        for count, draft in enumerate(self._drafts.values()):
            if count % _CHECK_EVERY == 0 and should_stop():
                raise Cancelled
            made = self._workout(draft, order)
            if made is not None:
                found.append((draft, made))
        suspects = self._suspects(found, in_order)
        return TrainingTable(
            self.source,
            self.format_name,
            tuple(one for _, one in found),
            tuple(sorted(self._skipped, key=attrgetter("line"))),
            suspects,
            guess.unit if guess else None,
            guess is not None,
            order,
            order_asked,
            self._unit_why,
            next(filter(is_open, days), "") if order_asked else "",
            self._cut_off,
        )

    def _suspects(self, found: list[tuple[Draft, WorkoutRecord]], in_order: bool) -> tuple[Suspect, ...]:
        """Sorts what was found by its start, adds what is odd about starts, and says where each suspect stands."""
        if in_order:
            for place, reason in out_of_order([one.start for _, one in found]).items():
                draft = found[place][0]
                self._doubt(draft, draft.line, draft.when, reason, About.START)
        found.sort(key=lambda pair: pair[1].start)
        timed = [(draft, one) for draft, one in found if one.has_time]
        spans = [(one.start, 60 * (one.minutes or 0)) for _, one in timed]
        for place, reason in overlapping(spans).items():
            draft = timed[place][0]
            self._doubt(draft, draft.line, draft.when, reason, About.START)
        at = {id(draft): place for place, (draft, _) in enumerate(found)}
        placed = [replace(one, workout=at[id(draft)]) for draft, one in self._doubts]
        return tuple(sorted(placed, key=attrgetter("line")))

    def _counts(self) -> dict[str, Counter[Slot]]:
        """How often each exercise has each set."""
        counts: dict[str, Counter[Slot]] = defaultdict(Counter)
        for draft in self._drafts.values():
            for block in draft.blocks:
                counts[block.name].update(block.slots)
        return counts

    def _unit(self, counts: dict[str, Counter[Slot]]) -> UnitGuess | None:
        """The unit of loads without one, answered or guessed; None where all name theirs."""
        texts: Counter[str] = Counter()
        for slots in counts.values():
            for slot, count in slots.items():
                if not slot.raw.unit:
                    texts[slot.raw.load] += count
        loads: Counter[float] = Counter()
        for text, count in texts.items():
            try:
                loads[abs(float(text.replace(",", ".")))] += count
            except ValueError:
                continue  # it is empty, names its unit, or is told as unreadable
        del loads[0.0]
        if not loads:
            return None
        self._unit_why = guess_words(loads)
        if self._answers.unit is not None:
            return UnitGuess(UNIT_NAMES.get(self._answers.unit, "kg"), 1.0)
        return guess_unit(loads)

    def _workout(self, draft: Draft, order: DateOrder | None) -> WorkoutRecord | None:
        try:
            moment = read_moment(draft.when, self._today, order, self._answers.zone)
        except UserError as error:
            for block in draft.blocks:
                for line, slot in zip(block.lines, block.slots, strict=True):
                    self.skip(line, _shown(draft, block, slot.raw), str(error))
            return None
        exercises = self._exercises(draft)
        if not exercises:
            return None
        if doubt := start_doubt(moment.start):
            self._doubt(draft, draft.line, draft.when, doubt, About.START)
        return WorkoutRecord(
            moment.start,
            moment.has_time,
            draft.title,
            self._minutes(draft, moment, order),
            "\n".join(draft.notes),
            tuple(exercises),
            moment.offset,
        )

    def _doubt(
        self, draft: Draft, line: int, text: str, reason: str, about: About, block: int = -1, place: int = -1,
        raw: tuple[int, int] = (-1, -1),
    ) -> None:  # fmt: skip
        self._doubts.append((draft, Suspect(line, shortened(text), reason, about, -1, block, place, raw)))

    def _exercises(self, draft: Draft) -> list[ExerciseRecord]:
        found: list[ExerciseRecord] = []
        groups: dict[str, int] = {}
        for at, block in enumerate(draft.blocks):
            if block.name not in self._limits and all(map(_plain, block.slots)):
                sets: tuple[SetRecord, ...] = tuple(map(_record, block.slots))
            else:
                sets = tuple(self._looked_at(draft, block, len(found), at))
            if sets:
                group = groups.setdefault(block.group, len(groups) + 1) if block.group else None
                found.append(ExerciseRecord(block.name, "\n".join(block.notes), group, sets))
            elif block.notes:
                text = f"{draft.when}, {block.name}: {next(iter(block.notes))}"
                self.skip(draft.line, text, tr("A note without a set."))
        return found

    def _looked_at(self, draft: Draft, block: Block, number: int, at: int) -> Iterator[SetRecord]:
        """The sets of a block in which there is something to tell. number: of the block, when it has any; at: among all
        blocks of the file's workout."""
        taken = 0
        limits = self._limits.get(block.name)
        place = f"{draft.when}, {block.name}"
        for ordinal, (line, slot) in enumerate(zip(block.lines, block.slots, strict=True)):
            made, record = slot.made, slot.record
            if made is None:
                continue
            for text, reason in made.left:
                self.skip(line, f"{place}: {text}", reason)
            if record is None:
                self.skip(line, _shown(draft, block, slot.raw), made.refused)
                continue
            for text, reason in (*made.doubts, *(doubts_about(record, limits) if limits else ())):
                self._doubt(draft, line, f"{place}: {text}", reason, About.SET, number, taken, (at, ordinal))
            taken += 1
            yield record

    def _minutes(self, draft: Draft, moment: Moment, order: DateOrder | None) -> int | None:
        seconds = draft.seconds
        if draft.length.strip():
            seconds = read_span(draft.length, draft.bare)
            if seconds is None:
                self.skip(draft.line, f"{draft.when}: {draft.length}", tr("The length of this workout cannot be read."))
        elif draft.end and seconds is None:
            try:
                end = read_moment(draft.end, self._today + timedelta(days=30), order, self._answers.zone)
            except UserError as error:
                self.skip(draft.line, draft.end, str(error))
                return None
            seconds = round((end.start - moment.start).total_seconds())
            if not end.has_time or not moment.has_time:
                return None
            if seconds < 0:
                text = f"{draft.when} – {draft.end}"
                self.skip(draft.line, text, tr("The workout ends before it begins, so its length is not known."))
                return None
        if not seconds:
            return None
        if doubt := length_doubt(seconds):
            self._doubt(draft, draft.line, f"{draft.when}: {round(seconds / 3600)} h", doubt, About.LENGTH)
        return max(1, round(seconds / 60))


def _repeated_weight() -> str:
    """Why a body weight beside a workout is left."""
    return tr(
        "Programs repeat the last body weight they know beside each workout, so this is no weighing of that day: bring "
        "in the weights themselves, or the export of a scale."
    )


def _shown(draft: Draft, block: Block, raw: RawSet) -> str:
    load = f"{raw.load} {raw.unit}".strip() if raw.load else ""
    numbers = " × ".join(part for part in (load, raw.reps) if part)
    others = (f"{raw.seconds} s" if raw.seconds.isdecimal() else raw.seconds, raw.distance)
    rest = ", ".join(part for part in (numbers, *others) if part.strip("0., s"))
    return f"{draft.when}, {block.name}: {rest}"
