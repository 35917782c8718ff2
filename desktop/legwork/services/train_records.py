"""Records in words: those of one workout that was just finished, and all that a lift has, with its unbeaten sets.

Owns these words. What a record is says `domain.log.records`; nothing here celebrates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legwork.domain.days import full_day
from legwork.domain.exercise import ON_BODY, Counting
from legwork.domain.log.records import Record, RecordKind, records_of, standing_of
from legwork.domain.normal import SURE
from legwork.domain.plan.loads import number_in
from legwork.domain.sites import Kind, Side
from legwork.domain.units import UnitSystem, unit_of
from legwork.i18n import mark, ntr, tr
from legwork.numerals import number, short_number
from legwork.services.set_words import NO_BREAK, kg_words
from legwork.services.train_strength import LogStrength

_SIDES = {Side.LEFT: mark("left"), Side.RIGHT: mark("right")}


@dataclass(frozen=True)
class NewRecord:
    """The new records of an exercise in one workout, in sentences: by reps, by estimated maximum, by tonnage."""

    exercise: str
    label: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class RecordRow:
    """A record, or a set that stands unbeaten; what, value, before in words, day as an ordinal.

    what: of which side, or of how many reps; "" for neither. several: the exercise stands in more than one workout of
    that day. within_error: an estimate that is not higher than before by more than its error."""

    day: int
    workout_id: int
    what: str
    value: str
    before: str = ""
    several: bool = False
    within_error: bool = False

    @property
    def when(self) -> str:
        """The day with its year, on one line."""
        return full_day(date.fromordinal(self.day)).replace(" ", NO_BREAK)


@dataclass(frozen=True)
class LiftRecords:
    """All records of a lift, newest first, and the best load for each number of reps, few before many."""

    key: str
    by_maximum: tuple[RecordRow, ...]
    by_reps: tuple[RecordRow, ...]
    by_tonnage: tuple[RecordRow, ...]


def new_records(found: LogStrength, workout_id: int) -> tuple[NewRecord, ...]:
    """The records that were set in a workout, by exercise; empty for none."""
    columns = found.counted.columns
    mine = columns.workout_id == workout_id
    keys = [columns.exercises[code] for code in dict.fromkeys(columns.exercise[mine].tolist())]
    told = []
    by_key: dict[str, list[Record]] = {key: [] for key in keys}
    for one in records_of(found.counted, keys, found.estimates):
        if one.workout_id == workout_id:
            by_key[one.exercise].append(one)
    order = [RecordKind.REPS, RecordKind.E1RM, RecordKind.TONNAGE]
    for key, records in by_key.items():
        if records:
            records.sort(key=lambda one: (order.index(one.kind), one.side.value))
            words = _Words(found, key)
            told.append(NewRecord(key, words.label, tuple(words.sentence(one) for one in records)))
    return tuple(told)


def lift_records(found: LogStrength, key: str) -> LiftRecords:
    """All records of a lift, as its detail shows them."""
    words = _Words(found, key)
    rows: dict[RecordKind, list[RecordRow]] = {kind: [] for kind in RecordKind}
    for one in reversed(records_of(found.counted, [key], found.estimates)):
        rows[one.kind].append(words.row(one))
    for several in rows.values():
        several.sort(key=lambda row: -row.day)
    standing = tuple(
        RecordRow(one.day, one.workout_id, words.count(one.amount, one.hold, one.side), words.load(one.load_kg))
        for one in standing_of(found.counted, key)
    )
    return LiftRecords(key, tuple(rows[RecordKind.E1RM]), standing, tuple(rows[RecordKind.TONNAGE]))


class _Words:
    """How loads and sets of one exercise are said."""

    def __init__(self, found: LogStrength, key: str) -> None:
        exercise = found.catalogue.get(key)
        self._found, self._key = found, key
        self.label = key if exercise is None else exercise.label
        self._counting = Counting.TOTAL if exercise is None else exercise.counting
        self._system: UnitSystem = found.units
        self._unit = unit_of(Kind.MASS, found.units)

    def sentence(self, one: Record) -> str:
        """A record of a workout that was just finished."""
        side = f" ({tr(_SIDES[one.side])})" if one.side in _SIDES else ""
        if one.kind is RecordKind.TONNAGE:
            return tr(
                "{kg} in all, the most in one session so far (before: {before}).",
                kg=kg_words(one.value, self._system), before=kg_words(one.before, self._system),
            )  # fmt: skip
        if one.kind is RecordKind.REPS:
            return self._by_reps(one, side)
        margin = SURE * (one.sd or 0.0)
        kg, before = self._estimate(one.value), self._estimate(one.before)
        if one.value - one.before > margin:
            return tr("About {kg} for one rep{side}, the highest estimate so far (before: {before}).",
                      kg=kg, side=side, before=before)  # fmt: skip
        return tr(
            "About {kg} for one rep{side}, the highest estimate so far (before: {before}): within the error, "
            "± {error}.",
            kg=kg, side=side, before=before, error=self._estimate(margin),
        )  # fmt: skip

    def row(self, one: Record) -> RecordRow:
        """A record in the list of all."""
        if one.kind is RecordKind.TONNAGE:
            columns = self._found.counted.columns
            mine = (columns.day == one.day) & (columns.exercise == columns.exercises.index(self._key))
            several = len(set(columns.workout_id[mine].tolist())) > 1
            value, before = kg_words(one.value, self._system), kg_words(one.before, self._system)
            return RecordRow(one.day, one.workout_id, "", value, before, several)
        what = tr(_SIDES[one.side]) if one.side in _SIDES else ""
        within = one.value - one.before <= SURE * (one.sd or 0.0)
        return RecordRow(
            one.day, one.workout_id, what, self._estimate(one.value), self._estimate(one.before), within_error=within
        )

    def amount(self, amount: float, hold: bool) -> str:
        """ "5 reps", "45 s"."""
        whole = round(amount)
        return tr("{seconds} s", seconds=whole) if hold else ntr("{count} rep", "{count} reps", whole)

    def count(self, amount: float, hold: bool, side: Side) -> str:
        """The same in a column of reps: "5", "45 s", "5, left"."""
        text = self.amount(amount, hold) if hold else number(amount)
        return tr("{amount}, {side}", amount=text, side=tr(_SIDES[side])) if side in _SIDES else text

    def load(self, kg: float) -> str:
        """A signed load: "105 kg", "body weight", "body weight + 10 kg", "20 kg of help"."""
        size = f"{short_number(number_in(abs(kg), self._unit))}{NO_BREAK}{self._unit}"
        if kg < 0:
            return tr("{load} of help", load=size)
        if self._counting in ON_BODY:
            return tr("body weight + {load}", load=size) if kg > 0 else tr("body weight")
        return size

    def _by_reps(self, one: Record, side: str) -> str:
        load, before = one.load_kg or 0.0, one.before_kg or 0.0
        words = {
            "set": self._set(load, one.value, one.hold),
            "side": side,
            "amount": self.amount(one.value, one.hold),
            "load": self.load(before),
            "before": self._set(before, one.before, one.hold),
        }
        if one.value == one.before:
            return tr("{set}{side}, the most for {amount} so far (before: {load}).", **words)
        if abs(load - before) < 0.1:
            before_words = self.amount(one.before, one.hold)
            return tr("{set}{side}, the most with this load so far (before: {amount}).",
                      **{**words, "amount": before_words})  # fmt: skip
        return tr("{set}{side}, more load and more reps than {before}.", **words)

    def _set(self, kg: float, amount: float, hold: bool) -> str:
        if hold:
            return tr("{load}, {seconds} s", load=self.load(kg), seconds=round(amount))
        return tr("{load} × {reps}", load=self.load(kg), reps=round(amount))

    def _estimate(self, kg: float) -> str:
        value = number_in(kg, self._unit)
        return f"{number(value, 0 if value >= 20 else 1)}{NO_BREAK}{self._unit}"
