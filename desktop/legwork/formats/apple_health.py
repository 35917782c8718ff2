"""Apple Health's export.xml: weights, body fat, waist, and what was eaten and drunk, out of millions of other records.

Owns reading it as a stream: memory stays flat, whatever the size. Lines with records of other kinds, nearly all of a
file, are counted and taken out before the XML reader sees them.

Seen in files: one `<Record .../>` on a line with type, sourceName, unit, value, startDate as `2024-03-01 07:10:00
+0100`; units as the phone is set (kg, lb, st; %, of which 0.182 is 18.2 %; cm, in, m; kcal, Cal, kJ; g; mL, L,
fl_oz_us); the remark in the file itself that records inside a Correlation, which a meal is, stand outside of it once
more: they are passed over there. Answered here because the file leaves it open:

- The day is that of the clock in the file, whatever its zone.
- Two programs may write down the same meal. Of each nutrient and day only the program that wrote most of it is taken.
- The same weight on the same day from two programs is one reading.
- An energy without a unit is in kcal, as the other formats have it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import IO
from xml.parsers import expat

from legwork.domain.food.amounts import MOST, NAMES, Nutrient
from legwork.domain.sites import BUILT_IN_BY_KEY, Spot
from legwork.domain.units import Quantity, UnitSystem, parse, unit_of
from legwork.errors import Cancelled, UserError
from legwork.formats.dates import believed
from legwork.formats.food_days import amount_of
from legwork.formats.jumps import suspects
from legwork.formats.records import Cell, Column, MeasurementTable, Row, Skipped, shortened
from legwork.formats.text import never
from legwork.i18n import tr

SOURCE = "apple_health"

MAX_TAKEN = 2_000_000
"""More records of a body and its food nobody has (convention: sixty foods a day for a lifetime)."""

MAX_DEPTH = 64
"""Elements inside of elements; real ones are five deep (convention)."""

MAX_KINDS = 1_000
"""Kinds of records that are told apart. HealthKit knows some two hundred (convention)."""

_MAX_SKIPPED = 10_000
_PIECE = 1 << 20
_MARKS = (b"<HealthData", b"<!DOCTYPE HealthData")
_PREFIX = "HKQuantityTypeIdentifier"
_BODY = {"BodyMass": "body_weight", "BodyFatPercentage": "body_fat", "WaistCircumference": "waist"}
_LABELS = {"body_weight": "Weight", "body_fat": "Body fat", "waist": "Waist"}
_FOOD = {
    "DietaryEnergyConsumed": Nutrient.ENERGY, "DietaryProtein": Nutrient.PROTEIN,
    "DietaryCarbohydrates": Nutrient.CARBOHYDRATE, "DietaryFatTotal": Nutrient.FAT, "DietaryWater": Nutrient.WATER,
}  # fmt: skip
_OTHER = re.compile(
    rb'^[ \t]*<Record type="(?!HKQuantityTypeIdentifier(?:'
    + b"|".join(name.encode() for name in (*_BODY, *_FOOD))
    + rb')")([^"<>]{1,120})"[^<>]*/>[ \t\r]*$',
    re.MULTILINE,
)
_UNITS = frozenset({"lb", "kg", "st", "g", "%", "cm", "in", "m", "mm", "ft"})
_FOOD_UNITS: dict[str, tuple[str, float]] = {
    "kcal": ("kcal", 1.0), "Cal": ("kcal", 1.0), "cal": ("kcal", 0.001), "kJ": ("kJ", 1.0), "J": ("kJ", 0.001),
    "g": ("g", 1.0), "kg": ("g", 1000.0), "mg": ("g", 0.001), "oz": ("g", 28.349523125), "lb": ("g", 453.59237),
    "mL": ("mL", 1.0), "L": ("L", 1.0), "dL": ("mL", 100.0), "cL": ("mL", 10.0), "fl_oz_us": ("fl oz", 1.0),
    "fl_oz_imp": ("mL", 28.4130625), "cup_us": ("fl oz", 8.0), "cup_imp": ("mL", 284.130625),
    "pt_us": ("fl oz", 16.0), "pt_imp": ("mL", 568.26125),
}  # fmt: skip
"""Units as HealthKit writes them, and exact factors to those that are kept. Source: NIST Handbook 44 (US measures);
Weights and Measures Act 1985 (the imperial fluid ounce is 28.4130625 mL)."""

_KEPT_IN = {
    Nutrient.ENERGY: ("kcal", "kJ"), Nutrient.PROTEIN: ("g",), Nutrient.CARBOHYDRATE: ("g",), Nutrient.FAT: ("g",),
    Nutrient.WATER: ("mL", "L", "fl oz"),
}  # fmt: skip
_BEFORE = re.compile(r"HK[A-Z][a-z]+TypeIdentifier")
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,20})?")


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with these bytes, some thousand of them, is such an export."""
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return bare.startswith(b"<") and any(mark in head for mark in _MARKS)


def read(stream: IO[bytes], today: date, should_stop: Callable[[], bool] = never) -> MeasurementTable:
    """Read an export that `looks_like` one, from its beginning.

    today: later days are refused. should_stop: asked with every megabyte.
    Raises UserError in one sentence when it is no XML that can be trusted, Cancelled when asked to stop.
    """
    work = _Reading(today)
    parser = expat.ParserCreate("utf-8")  # as all of them are, whatever a damaged first line says
    parser.buffer_text = True
    parser.StartElementHandler = work.start
    parser.EndElementHandler = work.end
    parser.EntityDeclHandler = _refuse_entity
    parser.ExternalEntityRefHandler = _refuse_entity
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    work.line_now = lambda: parser.CurrentLineNumber
    rest, given = b"", 0
    try:
        while piece := stream.read(_PIECE):
            if should_stop():
                raise Cancelled
            whole, end, rest = (rest + piece).rpartition(b"\n")
            if len(rest) > 4 * _PIECE:
                raise _broken()
            if whole:
                kept = _OTHER.sub(work.count_other, whole) + end
                given += len(kept)
                parser.Parse(kept, False)
                if given - parser.CurrentByteIndex > 8 * _PIECE:  # something without an end, which is kept until then
                    raise _broken()
        parser.Parse(rest, True)
    except expat.ExpatError as error:
        work.cut(error)
    return work.table()


def _refuse_entity(*_: object) -> int:
    raise UserError(
        tr("This file declares entities, as no export of Apple Health does: it is not read. Export it again.")
    )


def _broken() -> UserError:
    return UserError(tr("This is no export of Apple Health that can be read: export it again from the Health app."))


@dataclass
class _Meals:
    """What one program wrote down of a nutrient on a day. line: where the first of it stands."""

    line: int
    total: float = 0.0


@dataclass
class _Reading:
    """The work of reading one file. others: how many records of other kinds there are. taken: of the body, by day and
    site. eaten: by day and nutrient, then by the program that wrote it, in the unit of the first record."""

    today: date
    others: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    not_told: int = 0
    bodies: dict[tuple[date, str], dict[str, tuple[int, Quantity]]] = field(default_factory=dict)
    eaten: dict[tuple[date, Nutrient], dict[str, _Meals]] = field(default_factory=dict)
    units: dict[Nutrient, str] = field(default_factory=dict)
    correlations: int = 0
    depth: int = 0
    count: int = 0
    begun: bool = False
    line_now: Callable[[], int] = field(default=int)

    def count_other(self, match: re.Match[bytes]) -> bytes:
        """Take a line out, but not its end: lines of the report are those of the file."""
        self._other(match[1].decode("utf-8", "replace"))
        return b""

    def _other(self, kind: str) -> None:
        kind = kind[:120]
        self.others[kind if kind in self.others or len(self.others) < MAX_KINDS else tr("other kinds")] += 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _broken()
        if not self.begun:
            if name != "HealthData":
                raise _broken()
            self.begun = True
        elif name == "Correlation":
            self.correlations += 1
        elif name == "Record" and not self.correlations:
            self._record(attributes)
        elif name == "Workout":
            self._other("Workout")

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1
        if name == "Correlation":
            self.correlations -= 1

    def cut(self, error: expat.ExpatError) -> None:
        """The file ends or breaks in the middle: what was read until then is kept, and that is said."""
        if not self.begun:
            raise _broken() from error
        self._skip(error.lineno, "", tr("The file ends or is damaged here: nothing after it can be read."))

    def _record(self, said: dict[str, str]) -> None:
        kind = said.get("type", "")
        name = kind.removeprefix(_PREFIX)
        if name not in _BODY and name not in _FOOD:
            self._other(kind)
            return
        self.count += 1
        if self.count > MAX_TAKEN:
            raise UserError(tr("This file holds more weights and meals than a lifetime has: choose another one."))
        line = self.line_now()
        value, unit = said.get("value", "").strip(), said.get("unit", "").strip()
        shown = f"{name}: {value} {unit}, {said.get('startDate', '')}"
        try:
            day = believed(date.fromisoformat(said.get("startDate", "")[:10]), self.today)
        except ValueError:
            self._skip(line, shown, tr("The date cannot be read."))
            return
        except UserError as error:
            self._skip(line, shown, str(error))
            return
        if not _NUMBER.fullmatch(value):
            self._skip(line, shown, tr("This is not a number that can be read."))
        elif name in _BODY:
            self._body(line, shown, day, _BODY[name], value, unit)
        else:
            self._food(line, shown, day, _FOOD[name], float(value), unit, said.get("sourceName", ""))

    def _body(self, line: int, shown: str, day: date, key: str, value: str, unit: str) -> None:
        site = BUILT_IN_BY_KEY[key]
        if key == "body_fat":
            share = float(value)
            value, unit = f"{share * 100 if share <= 1 else share:.4f}", "%"
        elif unit not in _UNITS:
            self._skip(line, shown, tr("Its unit is not known."))
            return
        value = f"{float(value):.2f}".rstrip("0").rstrip(".")
        try:
            quantity = parse(f"{value} {unit}", site.kind, UnitSystem.METRIC)
        except UserError:
            self._skip(line, shown, tr("Its unit is not known."))
            return
        if not site.low <= quantity.value <= site.high:
            self._skip(line, shown, tr("No human body measures this here: check the number and its unit."))
            return
        self.bodies.setdefault((day, key), {}).setdefault(f"{quantity.value:.2f}", (line, quantity))

    def _food(
        self, line: int, shown: str, day: date, nutrient: Nutrient, value: float, unit: str, source: str
    ) -> None:  # fmt: skip
        known = _FOOD_UNITS.get(unit or ("kcal" if nutrient is Nutrient.ENERGY else ""))
        if known is None or known[0] not in _KEPT_IN[nutrient]:
            self._skip(line, shown, tr("Its unit is not known."))
            return
        kept = self.units.setdefault(nutrient, known[0])
        number = value * known[1]
        if known[0] != kept:
            number = amount_of(number, known[0]).value / amount_of(1.0, kept).value
        self.eaten.setdefault((day, nutrient), {}).setdefault(source, _Meals(line)).total += number

    def _skip(self, line: int, text: str, reason: str) -> None:
        if len(self.skipped) < _MAX_SKIPPED:
            self.skipped.append(Skipped(line, shortened(text), reason))
        else:
            self.not_told += 1

    def table(self) -> MeasurementTable:
        """All that was found."""
        rows = [
            Row(line, day, (Cell(_LABELS[key], quantity),))
            for (day, key), found in self.bodies.items()
            for line, quantity in found.values()
        ]
        doubts = suspects(rows, {label: label for label in _LABELS.values()})
        rows += self._meals()
        counts = Counter(cell.column for row in rows for cell in row.cells)
        columns = [
            Column(label, Spot(key), label, self._unit_of(key), counts[label])
            for key, label in _LABELS.items()
            if counts[label]
        ]
        columns += [
            Column(NAMES[one], None, NAMES[one], unit, counts[NAMES[one]], one)
            for one, unit in sorted(self.units.items(), key=lambda each: list(Nutrient).index(each[0]))
            if counts[NAMES[one]]
        ]
        skipped = sorted(self.skipped, key=lambda one: one.line)
        return MeasurementTable(
            SOURCE, tr("Apple Health"), tuple(columns), tuple(sorted(rows, key=lambda row: row.day)),
            (*skipped, *self._told_others()), doubts,
        )  # fmt: skip

    def _unit_of(self, key: str) -> str:
        """In which of the two units of its kind most readings of a site are."""
        units = Counter(
            one.unit for (_, site), found in self.bodies.items() if site == key for _, one in found.values()
        )
        imperial = sum(units[unit] for unit in ("lb", "st", "in", "ft")) > units.total() / 2
        return unit_of(BUILT_IN_BY_KEY[key].kind, UnitSystem.IMPERIAL if imperial else UnitSystem.METRIC)

    def _meals(self) -> list[Row]:
        rows = []
        left: Counter[str] = Counter()
        for (day, nutrient), sources in self.eaten.items():
            most = max(sources, key=lambda one: sources[one].total)
            for source in sources.keys() - {most}:
                left[source] += 1
            meals = sources[most]
            quantity = amount_of(meals.total, self.units[nutrient])
            if quantity.value > MOST[nutrient]:
                text = f"{day.isoformat()}, {NAMES[nutrient]}: {quantity.entered} {quantity.unit}"
                reason = tr("Nobody eats or drinks so much in a day: check the number and its unit.")
                self._skip(meals.line, text, reason)
            elif quantity.value > 0:
                rows.append(Row(meals.line, day, (Cell(NAMES[nutrient], quantity),)))
        for source, count in sorted(left.items()):
            reason = tr("Another program wrote down more of the same on that day, so only that one is taken.")
            self._skip(1, f"{source}: {count}", reason)
        return rows

    def _told_others(self) -> list[Skipped]:
        reason = tr("Legwork keeps no values of this kind.")
        told = [
            Skipped(1, shortened(f"{_BEFORE.sub('', kind)}: {count}"), reason)
            for kind, count in self.others.most_common()
        ]
        if self.not_told:
            told.append(Skipped(1, str(self.not_told), tr("More that could not be read is not listed.")))
        return told
