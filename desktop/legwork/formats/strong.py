"""Strong's export: one row a set, in five dialects and in the language of the app.

Owns what Strong's columns mean, and which of its rows are no sets: about half of a newer file is rest timers. It must
not put workouts together (`training_draft`) nor read numbers (`training_sets`).

The dialects: of 2016, with the unit as the header (`kg`, `lb`) and sets from 0; with commas and a plain `Weight`, which
tells no unit; with semicolons and `Weight Unit` in each row; with `Workout #` and everything quoted; and translated
ones. What Strong leaves open is answered here, in one place:

- `Notes` belong to the exercise, as in the app, where a set has none.
- Strong writes 0 where nothing was entered, so 0 is nothing.
- A distance without a unit is in kilometres beside kilograms, in miles beside pounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from legwork.domain.log.sets import LoggedKind
from legwork.formats import strong_csv
from legwork.formats.load_units import LB, UNIT_NAMES
from legwork.formats.safe_cells import as_written
from legwork.formats.text import Table, never
from legwork.formats.training_draft import Slot
from legwork.formats.training_header import heading, plain
from legwork.formats.training_log import Log
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import METRES_IN, RawSet, named
from legwork.i18n import tr

SOURCE = "strong"

_COLUMNS = {
    "date": "date|datum|fecha|data|дата|tarih",
    "title": "workout name|workout|trainingsname|nombre del entrenamiento|nombre de entrenamiento|"
    "nom de l'entrainement|nome dell'allenamento|nome allenamento|nome do treino|naam workout|название тренировки",
    "duration": "duration|workout duration|dauer|workout dauer|duracion|duree|durata|duracao|duur|длительность",
    "exercise": "exercise name|name der ubung|ubungsname|nombre del ejercicio|nombre de ejercicio|nom de l'exercice|"
    "nome dell'esercizio|nome esercizio|nome do exercicio|naam oefening|название упражнения",
    "order": "set order|reihenfolge festlegen|satzreihenfolge|orden de la serie|orden de series|ordre des series|"
    "ordre de la serie|ordine serie|ordine delle serie|ordem da serie|ordem das series|setvolgorde|порядок подходов",
    "load": "weight|gewicht|peso|poids|вес",
    "unit": "weight unit|gewichtseinheit|unidad de peso|unite de poids|unita di peso|unidade de peso|gewichtseenheid",
    "reps": "reps|wiederh|wiederholungen|repeticiones|repetitions|ripetizioni|repeticoes|herhalingen|повторы",
    "distance": "distance|entfernung|distanz|distancia|distanza|afstand|расстояние",
    "distance_unit": "distance unit|entfernungseinheit|unidad de distancia|unite de distance|unita di distanza|"
    "unidade de distancia|afstandseenheid",
    "seconds": "seconds|sekunden|segundos|secondes|secondi|seconden|секунды",
    "rpe": "rpe",
    "note": "notes|notizen|notas|note|notities|заметки",
    "workout_note": "workout notes|workout notizen|notas del entrenamiento|notes d'entrainement|"
    "notes de l'entrainement|note allenamento|note dell'allenamento|notas do treino|workoutnotities|"
    "заметки к тренировке",
    "number": "workout #",
}
"""Names as `training_header.plain` spells them. German ones were seen; the other languages are how the app says it."""

_FIELDS = {name: field for field, names in _COLUMNS.items() for name in names.split("|")}
_OF_SET = ("order", "load", "unit", "reps", "seconds", "distance", "distance_unit", "rpe")
_NEEDED = frozenset({"date", "exercise", "order", "load", "reps"})

_KINDS = {
    "w": LoggedKind.WARM_UP, "warm up": LoggedKind.WARM_UP, "warmup": LoggedKind.WARM_UP, "d": LoggedKind.DROP,
    "drop": LoggedKind.DROP, "drop set": LoggedKind.DROP, "dropset": LoggedKind.DROP, "f": LoggedKind.FAILURE,
    "failure": LoggedKind.FAILURE,
}  # fmt: skip
_RESTS = frozenset(
    {
        "rest timer", "rest", "ruhezeit", "pause", "temporizador de descanso", "descanso", "minuteur de repos", "repos",
        "timer di riposo", "riposo", "temporizador", "rusttimer", "rust", "таймер отдыха", "отдых", "dinlenme",
    }
)  # fmt: skip
_NOTES = frozenset({"note", "notiz", "nota", "notitie", "заметка"})
_NO_NOTE = ("", "-")
"""A dash stands for nothing in tables of this shape that are made for programs which refuse an empty note."""


_OWN_TEXTS = frozenset(map(strong_csv.HEADER.index, ("Workout Name", "Exercise Name", "Notes", "Workout Notes")))
_OWN_NEVER_EMPTY = tuple(map(strong_csv.HEADER.index, ("Notes", "Workout Notes")))
"""Tables that Legwork wrote in this shape have a dash or a text there in every row, Strong's have next to none."""


class _Order(NamedTuple):
    """What `Set Order` says. what: "set", "rest" or "note". odd: a text that is not known."""

    what: str
    number: int | None = None
    kind: LoggedKind = LoggedKind.NORMAL
    odd: str = ""


class _Columns(NamedTuple):
    """at: where each field stands. load_unit, metres: from the header, "" and 0 where it does not tell them.

    bare_span: what a number in the column of lengths counts, in seconds.
    """

    at: dict[str, int]
    load_unit: str
    metres: float
    bare_span: int


class _Set(NamedTuple):
    """What the cells of a set say, read once for all rows that have the same."""

    order: _Order
    slot: Slot


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is Strong's."""
    return set(_columns(tuple(header)).at) >= _NEEDED


def read(
    table: Table, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all rows of a table that `matches`. today: later days are refused. answers: to what the file leaves open.

    Raises UserError when hardly anything can be read, Cancelled when asked to stop.
    """
    columns = _columns(table.header)
    log = Log(SOURCE, tr("Strong workouts"), today, answers)
    log.leave_columns(name for index, name in enumerate(table.header) if index not in columns.at.values())
    reader = _Reader(log, columns)
    own = table.header == strong_csv.HEADER
    for line, cells in log.rows(table):
        own = own and all(cells[place] for place in _OWN_NEVER_EMPTY)
        reader.take(line, _own_cells(cells) if own else cells)
    return log.finish(zero_is_blank=True, should_stop=should_stop)


def _own_cells(cells: tuple[str, ...]) -> tuple[str, ...]:
    """A row that Legwork wrote, with its texts as they were before they were made harmless."""
    return tuple(as_written(cell) if place in _OWN_TEXTS else cell for place, cell in enumerate(cells))


@lru_cache(maxsize=64)
def _columns(header: tuple[str, ...]) -> _Columns:
    at: dict[str, int] = {}
    load_unit, metres, bare = "", 0.0, 60
    for index, name in enumerate(header):
        found, unit = heading(name)
        field = _FIELDS.get(found)
        if found in UNIT_NAMES:
            field, unit = "load", found
        elif found in ("km", "mi", "miles"):
            field, unit = "distance", found
        if field is None or field in at:
            continue
        at[field] = index
        if field == "load":
            load_unit = UNIT_NAMES.get(unit, "")
        elif field == "distance":
            metres = METRES_IN.get(unit, 0.0)
        elif field == "duration" and unit.startswith("s"):
            bare = 1
    return _Columns(at, load_unit, metres, bare)


class _Reader:
    """Takes one row after the other."""

    def __init__(self, log: Log, columns: _Columns) -> None:
        self._log = log
        self._columns = columns
        at = columns.at
        self._date, self._exercise = at["date"], at["exercise"]
        self._title, self._length = at.get("title"), at.get("duration")
        self._note, self._workout_note = at.get("note"), at.get("workout_note")
        self._cells_of_set = itemgetter(*(at[field] for field in _OF_SET if field in at))
        self._sets: dict[tuple[bool, bool, tuple[str, ...]], _Set] = {}

    def take(self, line: int, cells: tuple[str, ...]) -> None:
        """Put a row where it belongs, or report it."""
        name, helped, hangs = named(cells[self._exercise])
        key = (helped, hangs, self._cells_of_set(cells))
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = self._read(cells, helped, hangs)
        order, slot = found
        if not name:
            self._log.skip_nameless(line, cells)
        elif order.what == "rest":
            self._log.skip(line, f"{name}: {order.odd}", tr("A rest between sets, which is no set."))
        else:
            self._take_set(line, cells, name, order, slot)

    def _take_set(self, line: int, cells: tuple[str, ...], name: str, order: _Order, slot: Slot) -> None:
        when, title = cells[self._date], "" if self._title is None else cells[self._title].strip()
        if order.what == "note":
            draft = self._log.draft(line, when, title)
            draft.block(name, None).note("" if self._note is None else cells[self._note])
            return
        place = self._log.put(line, when, title, name, order.number, slot)
        if place is None:
            self._log.skip_repeated(line, cells)
            return
        draft, block = place
        if self._note is not None and cells[self._note] not in _NO_NOTE:
            block.note(cells[self._note])
        if self._workout_note is not None and cells[self._workout_note] not in _NO_NOTE:
            draft.note(cells[self._workout_note])
        if self._length is not None and not draft.length:
            draft.length, draft.bare = cells[self._length], self._columns.bare_span

    def _read(self, cells: tuple[str, ...], helped: bool, hangs: bool) -> _Set:
        order = _order(cells[self._columns.at["order"]])
        raw = _raw(self._columns, cells, order)._replace(helped=helped, hangs=hangs)
        if order.odd and order.what == "set" and not any(map(_holds, (raw.load, raw.reps, raw.distance))):
            order = order._replace(what="rest")
        return _Set(order, self._log.slot(raw))


def _raw(columns: _Columns, cells: tuple[str, ...], order: _Order) -> RawSet:
    at = columns.at
    unit = (cells[at["unit"]].strip() if "unit" in at else "") or columns.load_unit
    metres = METRES_IN.get(cells[at["distance_unit"]].strip().casefold(), 0.0) if "distance_unit" in at else 0.0
    metres = metres or columns.metres
    if not metres and unit:
        metres = METRES_IN["mi" if UNIT_NAMES.get(unit.casefold()) == LB else "km"]
    return RawSet(
        order.kind,
        cells[at["load"]].strip(),
        unit,
        cells[at["reps"]].strip(),
        cells[at["seconds"]].strip() if "seconds" in at else "",
        cells[at["distance"]].strip() if "distance" in at else "",
        metres,
        cells[at["rpe"]].strip() if "rpe" in at else "",
        odd_kind=order.odd,
    )


@lru_cache(maxsize=1024)
def _order(text: str) -> _Order:
    found = plain(text)
    digits = found.removesuffix(".0")
    if digits.isdecimal() and len(digits) < 7:
        return _Order("set", int(digits))
    if found in _RESTS:
        return _Order("rest", odd=text.strip())
    if found in _NOTES:
        return _Order("note")
    if found in _KINDS or not found:
        return _Order("set", None, _KINDS.get(found, LoggedKind.NORMAL))
    return _Order("set", None, LoggedKind.NORMAL, text.strip())


def _holds(number: str) -> bool:
    """Whether something other than zero stands there."""
    return bool(number.strip("0.,"))
