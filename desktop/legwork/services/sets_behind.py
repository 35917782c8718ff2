"""The sets behind a number of the log: which they are, how each is counted, and what it brings.

Owns the question and its answer. Which sets bring what is `domain.log.sums`; the words of one set are
`set_counting_words`. A log may have a hundred thousand sets: an answer words a row only when it is looked at.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, overload

from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.counting import Counted
from legwork.domain.log.set_facts import SetCounting, order_of
from legwork.domain.log.sums import What, rows_behind
from legwork.domain.plan.counting import Lookup
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from legwork.i18n import ntr, tr
from legwork.numerals import short_number
from legwork.services.log_sums import counted_log
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.set_counting_words import counting_words, exact_load
from legwork.services.set_words import hard_set_words, kg_words, set_words, sets_number
from legwork.services.workouts import FoundSet, sets_by_id, workout_infos

if TYPE_CHECKING:
    from legwork.domain.log.columns import Floats, Ints

_PAGE = 128
"""So many sets are looked up at once."""


@dataclass(frozen=True)
class Question:
    """Which number. first, last: its days. title: it in words, translated. muscle, region, exercises: only what counts
    there; None: everywhere. direct: of a muscle only what trains it directly, or only the rest; None: both.
    Of several muscles, each set counts once, with the largest share. mondays: only what was done in their weeks; None:
    in all of them."""

    what: What
    first: date
    last: date
    title: str
    muscle: str | tuple[str, ...] | None = None
    region: Region | None = None
    exercises: tuple[str, ...] | None = None
    direct: bool | None = None
    mondays: tuple[date, ...] | None = None


@dataclass(frozen=True)
class BehindRow:
    """A set behind a number. workout: its title. typed: the set as it was typed. how: how it is counted, in words.

    brings: what it adds to the number; brings_text: as it is shown.
    """

    set_id: int
    workout_id: int
    day: date
    workout: str
    exercise: str
    typed: str
    how: str
    brings: float
    brings_text: str


@dataclass(frozen=True, eq=False)
class SetsBehind:
    """All sets behind a number, in the order in which they were done. total: the number, with its unit.

    number: what the rows bring together. unknown: sets that belong to a tonnage and bring nothing to it, because no
    load is known; unknown_text: it said, "" for none.
    """

    question: Question
    title: str
    total: str
    number: float
    rows: BehindRows
    unknown: int = 0
    unknown_text: str = ""


class BehindRows(Sequence[BehindRow]):
    """The rows, worded when they are asked for, once each."""

    def __init__(self, asked: Asked, rows: Ints, brings: Floats) -> None:
        self._asked, self._rows, self.brings = asked, rows, brings
        self._made: dict[int, BehindRow] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> BehindRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[BehindRow]: ...
    def __getitem__(self, place: int | slice) -> BehindRow | Sequence[BehindRow]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        at = place + len(self) if place < 0 else place
        if not 0 <= at < len(self):
            raise IndexError(place)
        if at not in self._made:
            self._word([at, *(one for one in range(at + 1, min(at + _PAGE, len(self))) if one not in self._made)])
        return self._made[at]

    def word(self, places: Sequence[int]) -> None:
        """Word these rows together, where they are not yet: they will be looked at."""
        missing = [one for one in places if one not in self._made]
        if missing:
            self._word(missing)

    def sorted_by(self, key: str) -> list[int]:
        """The places in the order of a column, a field's name; equal ones stay in the order in which they were done."""
        return order_of(*self._asked.order(key, self._rows, self.brings))

    def _word(self, places: Sequence[int]) -> None:
        rows = [int(self._rows[one]) for one in places]
        for at, made in zip(places, self._asked.worded(rows, self.brings[list(places)].tolist()), strict=True):
            self._made[at] = made


@dataclass(frozen=True, eq=False)
class Asked:
    """What rows are worded from."""

    profile: Profile
    counted: Counted
    counting: SetCounting
    question: Question
    catalogue: Catalogue
    units: UnitSystem
    titles: Mapping[int, str] = field(default_factory=dict)

    def label(self, key: str) -> str:
        """The name of an exercise; its key where nobody knows it."""
        known = self.catalogue.get(key)
        return known.label if known is not None else key

    def worded(self, rows: Sequence[int], brings: Sequence[float]) -> list[BehindRow]:
        """Rows of the columns in words."""
        columns = self.counted.columns
        ids = [int(columns.set_id[row]) for row in rows]
        found = {one.set_id: one for one in sets_by_id(self.profile, ids)}
        return [self._row(row, found.get(set_id), bring) for row, set_id, bring in zip(rows, ids, brings, strict=True)]

    def order(self, key: str, rows: Ints, brings: Floats) -> tuple[Sequence[float], ...]:
        """What rows are ordered by: numbers, for names their place in the alphabet."""
        columns = self.counted.columns
        if key == "brings":
            return (brings.tolist(),)
        if key == "exercise":
            names = [self.label(one).casefold() for one in columns.exercises]
            return (_places(names, columns.exercise[rows].tolist()),)
        if key == "typed":
            found = (columns.load_kg[rows].tolist(), columns.reps[rows].tolist())
            return tuple([0.0 if math.isnan(one) else one for one in column] for column in found)
        if key == "workout":
            titles = [self.titles.get(one, "").casefold() for one in columns.workout_id[rows].tolist()]
            return (_places(titles, range(len(titles))),)
        return (range(len(rows)),)

    def _row(self, row: int, found: FoundSet | None, brings: float) -> BehindRow:
        columns, key = self.counted.columns, self.counted.columns.exercises[int(self.counted.columns.exercise[row])]
        known = self.catalogue.get(key)
        workout_id = int(columns.workout_id[row])
        typed = ""
        if found is not None:
            typed = set_words((found.done,), self.units, known.counting if known is not None else None)
        return BehindRow(
            int(columns.set_id[row]),
            workout_id,
            date.fromordinal(int(columns.day[row])),
            self.titles.get(workout_id) or tr("Free session"),
            self.label(key),
            typed,
            counting_words(self.counting.of(row, brings, known), self.question.what, self.units),
            brings,
            brings_words(self.question.what, brings, self.units),
        )


def _places(names: Sequence[str], which: Sequence[int]) -> list[float]:
    """The place in the alphabet of the names that are meant."""
    place = {name: float(at) for at, name in enumerate(sorted(set(names)))}
    return [place[names[one]] for one in which]


def answer(profile: Profile, person: Person, lookup: Lookup, question: Question) -> SetsBehind:
    """The sets behind a number. lookup: as everywhere where the number stands. Raises StoreError."""
    first, last = question.first, question.last
    counted = counted_log(profile, person, lookup, first, last)
    rows, brings = _found(counted, question, question.what)
    titles = {one.id: one.title for one in workout_infos(profile, person.id, first, last)}
    asked = Asked(
        profile, counted, SetCounting(counted, question.muscle), question, catalogue_of(profile, person.id),
        person.units, titles,
    )  # fmt: skip
    number = math.fsum(brings.tolist())
    unknown = 0
    if question.what is What.TONNAGE:
        unknown = round(float(_found(counted, question, What.UNKNOWN)[1].sum()))
    return SetsBehind(
        question, question.title, number_words(question.what, number, person.units), number,
        BehindRows(asked, rows, brings), unknown, unknown_words(unknown),
    )  # fmt: skip


def _found(counted: Counted, question: Question, what: What) -> tuple[Ints, Floats]:
    """The rows behind a number of the days and weeks of a question, and what each brings."""
    chosen = question.muscle, question.region, question.exercises, question.direct
    return rows_behind(counted, what, question.first, question.last, *chosen, question.mondays)


def number_words(what: What, number: float, units: UnitSystem) -> str:
    """A number of the log with its unit: "12,340 kg", "9.5 hard sets", "2 leg days"."""
    if what is What.TONNAGE:
        return kg_words(round(number, 6), units)
    if what is What.HARD:
        return hard_set_words(number)
    text = sets_number(number)
    whole = 1 if number == 1 else 2
    if what is What.LEG_DAYS:
        return ntr("{number} leg day", "{number} leg days", whole, number=text)
    return ntr("{number} set", "{number} sets", whole, number=text)


def brings_words(what: What, brings: float, units: UnitSystem) -> str:
    """What one set brings: "576 kg", "0.5"."""
    return exact_load(brings, units) if what is What.TONNAGE else short_number(brings)


def unknown_words(sets: int) -> str:
    """That sets are not in a tonnage; "" for none."""
    if not sets:
        return ""
    return ntr(
        "{count} set is not in it: its load is not known, or it was held for a time.",
        "{count} sets are not in it: their load is not known, or they were held for a time.",
        sets,
    )  # fmt: skip
