"""Legwork's own table of workouts, `sets.csv`: a row a set, for spreadsheets and for the way back.

Owns its columns, and reads what it wrote. It must not know the catalogue: exercises come and go by their names.

What belongs to a workout or to an exercise is repeated in every row, so that rows can be sorted; only notes stand in
the first row of what they belong to. `load` is in the unit that was typed; `load_kg` is the same for adding up and is
not read. A workout without sets has no row. Plans, and what an own exercise trains, stand in the JSON export only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from legwork.domain.log.model import MOST_FELT, MOST_OFFSET, LoggedExercise
from legwork.domain.log.sets import MOST_NUMBER, LoggedKind, LoggedSet
from legwork.domain.plan.prescription import LOAD_UNITS, MOST_RIR
from legwork.domain.sites import Kind, Side
from legwork.domain.units import Quantity, UnitSystem, decimal_text, parse
from legwork.errors import UserError
from legwork.formats.own_tables import DatedRows, clock_in, refuse
from legwork.formats.records import MAX_PLAN_UID, KeptWorkout, Skipped, shortened
from legwork.formats.safe_cells import as_table, as_written, harmless, plain_number
from legwork.formats.text import Table, never
from legwork.formats.training_header import names, places
from legwork.formats.training_records import (
    NO_ANSWERS,
    Answers,
    ExerciseRecord,
    LeftColumn,
    SetRecord,
    TrainingTable,
    WorkoutRecord,
)
from legwork.i18n import tr

SOURCE = "legwork"

HEADER = (
    "date", "start", "workout", "exercise", "set", "kind", "side", "reps", "load", "unit", "load_kg", "assisted", "rir",
    "seconds", "distance_m", "note", "exercise_number", "superset", "exercise_note", "felt", "minutes", "utc_offset",
    "workout_note", "workout_id",
)  # fmt: skip

_COLUMNS = {name: name.replace("_", " ") for name in HEADER}
_NEEDED = frozenset({"date", "workout", "exercise", "exercise number", "set", "reps", "load", "workout id"})
_MOST_MINUTES = 1_000_000


def write(workouts: Iterable[KeptWorkout], name_of: Callable[[str], str]) -> bytes:
    """The table of all sets. name_of: the name of the exercise that has a key."""
    return as_table(HEADER, (row for one in workouts for row in _rows(one, name_of)))


def _rows(kept: KeptWorkout, name_of: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    one, workout_note = kept.workout, kept.workout.note
    start = one.start.isoformat("seconds") if one.start is not None else ""
    end = (_whole(one.minutes), _whole(one.utc_offset_minutes))
    for number, exercise in enumerate(one.exercises, 1):
        for place, each in enumerate(exercise.sets, 1):
            yield (
                one.day.isoformat(), start, harmless(one.title), harmless(name_of(exercise.exercise)), str(place),
                *_of_set(each), str(number), *_of_exercise(exercise, first=place == 1), *end, harmless(workout_note),
                harmless(kept.uid),
            )  # fmt: skip
            workout_note = ""


def _of_set(one: LoggedSet) -> tuple[str, ...]:
    load = one.load
    return (
        one.kind.value,
        "" if one.side is Side.NONE else one.side.value,
        _whole(one.reps),
        decimal_text(load) if load else "",
        load.unit if load else "",
        plain_number(round(load.value, 3)) if load else "",
        "yes" if one.assisted else "",
        "" if one.rir is None else plain_number(one.rir),
        _whole(one.seconds),
        "" if one.distance_m is None else plain_number(one.distance_m),
        harmless(one.note),
    )


def _of_exercise(one: LoggedExercise, *, first: bool) -> tuple[str, ...]:
    return _whole(one.group), harmless(one.note) if first else "", _whole(one.felt)


def _whole(number: int | None) -> str:
    return "" if number is None else str(number)


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is Legwork's own."""
    return {*names(header)} >= _NEEDED


def read(
    table: Table, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all rows of a table that `matches`, in whatever order they stand. today: later days are refused.

    Raises Cancelled when asked to stop.
    """
    found = names(table.header)
    at = places(found)
    known = set(_COLUMNS.values())
    skipped: list[Skipped] = [
        LeftColumn(1, shortened(title), tr("Legwork keeps no values of this kind."))
        for title, name in zip(table.header, found, strict=True)
        if title.strip() and name not in known
    ]
    reader = _Reader(at)
    dated = DatedRows(table, today, answers)
    for row, day in dated.read(should_stop, skipped):
        try:
            reader.take(row.cells, day)
        except UserError as error:
            refuse(row, error, skipped)
    return TrainingTable(
        SOURCE, tr("Legwork's table of sets"), reader.workouts(), tuple(skipped), (),
        order=dated.order, order_asked=dated.order_asked, order_example=dated.order_example,
    )  # fmt: skip


@dataclass
class _Block:
    """An exercise of a workout, while its rows come. sets: by their numbers."""

    name: str
    group: int | None
    felt: int | None
    note: str = ""
    sets: dict[int, SetRecord] = field(default_factory=dict)


@dataclass
class _Draft:
    """A workout, while its rows come. blocks: by their numbers."""

    uid: str
    start: datetime
    has_time: bool
    title: str
    minutes: int | None
    offset: int | None
    note: str = ""
    blocks: dict[int, _Block] = field(default_factory=dict)


class _Reader:
    """Takes one row after the other."""

    def __init__(self, at: Mapping[str, int]) -> None:
        self._at = at
        self._drafts: dict[tuple[object, ...], _Draft] = {}

    def workouts(self) -> tuple[WorkoutRecord, ...]:
        """All of them, oldest first."""
        made = [_workout(one) for one in self._drafts.values()]
        return tuple(sorted(made, key=lambda one: one.start))

    def take(self, cells: tuple[str, ...], day: date) -> None:
        """Put a row where it belongs. Raises UserError when it says what cannot be."""

        def text(name: str) -> str:
            place = self._at.get(_COLUMNS[name], len(cells))
            return as_written(cells[place]) if place < len(cells) else ""

        def whole(name: str, most: int, least: int = 0) -> int | None:
            return _whole_in(text(name).strip(), least, most)

        name = text("exercise").strip()
        if not name:
            raise UserError(tr("There is no exercise."))
        clock = clock_in(text("start").strip())
        offset = whole("utc_offset", MOST_OFFSET, -MOST_OFFSET)
        uid, title = text("workout_id").strip()[:MAX_PLAN_UID], text("workout")
        record = _set(text, whole)
        number, place = whole("exercise_number", MOST_NUMBER, 1), whole("set", MOST_NUMBER, 1)
        minutes, group, felt = (
            whole("minutes", _MOST_MINUTES),
            whole("superset", MOST_NUMBER, 1),
            whole("felt", MOST_FELT),
        )
        key = (uid,) if uid else (day, clock, title)
        draft = self._drafts.get(key)
        if draft is None:
            start = datetime.combine(day, clock or time())
            draft = self._drafts[key] = _Draft(uid, start, clock is not None, title, minutes, offset)
        if number is None:
            same = (place_of for place_of, one in draft.blocks.items() if one.name == name)
            number = next(same, 1 + max(draft.blocks, default=0))
        block = draft.blocks.get(number)
        if block is None:
            block = draft.blocks[number] = _Block(name, group, felt)
        elif block.name != name:
            raise UserError(
                tr("Another exercise of this workout has the same exercise_number: give it one of its own.")
            )
        place = place if place is not None else len(block.sets) + 1
        if place in block.sets:
            raise UserError(tr("This row is repeated: the same one stands further up."))
        block.sets[place] = record
        block.note = block.note or text("exercise_note").strip()
        draft.note = draft.note or text("workout_note").strip()


def _workout(draft: _Draft) -> WorkoutRecord:
    blocks = (draft.blocks[number] for number in sorted(draft.blocks))
    exercises = tuple(
        ExerciseRecord(one.name, one.note, one.group, tuple(one.sets[place] for place in sorted(one.sets)), one.felt)
        for one in blocks
    )
    return WorkoutRecord(
        draft.start, draft.has_time, draft.title, draft.minutes, draft.note, exercises, draft.offset, draft.uid
    )


def _set(text: Callable[[str], str], whole: Callable[..., int | None]) -> SetRecord:
    kind, side = text("kind").strip(), text("side").strip()
    if kind and kind not in set(LoggedKind):
        raise UserError(tr("This kind of set is none: write normal, warm_up, drop, myo or failure."))
    if side and side not in set(Side):
        raise UserError(tr("This side is none: write left or right, or leave it empty."))
    reps, seconds = whole("reps", MOST_NUMBER), whole("seconds", MOST_NUMBER, 1)
    distance = _number(text("distance_m").strip(), MOST_NUMBER) or None
    if reps is None and seconds is None and distance is None:
        raise UserError(tr("Nothing was entered in this set."))
    load = _load(text("load").strip(), text("unit").strip())
    return SetRecord(
        LoggedKind(kind or LoggedKind.NORMAL),
        Side(side or Side.NONE),
        reps,
        seconds,
        load,
        load is not None and text("assisted").strip().casefold() in ("yes", "true", "1"),
        _number(text("rir").strip(), MOST_RIR),
        " ".join(text("note").split()),
        distance,
    )


def _load(number: str, unit: str) -> Quantity | None:
    if not number:
        return None
    if unit not in LOAD_UNITS:
        raise UserError(tr("The load has a unit that is neither kg nor lb."))
    try:
        load = parse(f"{number} {unit}", Kind.MASS, UnitSystem.METRIC)
    except UserError:
        raise UserError(tr("The load is not a number that can be read.")) from None
    if load.value > MOST_NUMBER:
        raise UserError(tr("The load is larger than any that there is."))
    return load if load.value else None


def _whole_in(text: str, least: int, most: int) -> int | None:
    number = _number(text, most, least)
    if number is None:
        return None
    if number != int(number):
        raise UserError(tr("A number that can only be whole has a fraction."))
    return int(number)


def _number(text: str, most: float, least: float = 0) -> float | None:
    if not text:
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = float("nan")
    if not least <= number <= most:
        raise UserError(tr("There is a number that cannot be read, or that is larger than any that there is."))
    return number
