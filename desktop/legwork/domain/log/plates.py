"""The plate calculator: which of one's own plates go on a bar for a load, exactly where possible, else nearly.

Owns the search and its sentences. It must not keep what a person owns, nor decide a load.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legwork.domain.plan.loads import number_in
from legwork.domain.plan.prescription import load_of
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity, UnitSystem, typed_text, unit_of
from legwork.i18n import ntr, tr
from legwork.numerals import localised, short_number

SAME_KG = 0.02
"""Two loads that are no farther apart are the same: less than plates weigh true (a convention)."""

_STEP_KG = 0.01
"""Sums are told apart in steps of this."""

COMMON = {
    "kg": (25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 2.0, 1.25, 1.0, 0.5, 0.25),
    "lb": (45.0, 35.0, 25.0, 10.0, 5.0, 2.5, 1.25, 1.0, 0.5),
}
"""Plates that can be bought, to name the one that is missing (common sizes)."""


@dataclass(frozen=True)
class Plates:
    """Plates of one weight. count: all of them that are there, not pairs; 0 or more. Raises ValueError."""

    weight: Quantity
    count: int

    def __post_init__(self) -> None:
        if not self.weight.value > 0 or self.count < 0:
            raise ValueError("plates weigh something, and there are none or more")


@dataclass(frozen=True)
class Bar:
    """What plates go on. weight: empty, with its collars; None for one that weighs nothing, as a belt or a pin.

    ends: how many places are loaded alike: 2 for a bar, 1 for a belt or a pin. copies: how many of it are loaded alike,
    as 2 for a pair of dumbbells; a load is that of one of them. Raises ValueError unless both are 1 or more.
    """

    name: str
    weight: Quantity | None = None
    ends: int = 2
    copies: int = 1

    def __post_init__(self) -> None:
        if self.ends < 1 or self.copies < 1:
            raise ValueError("a bar has an end, and there is one of it")

    @property
    def kg(self) -> float:
        """Its own weight."""
        return self.weight.value if self.weight else 0.0


BARS = {
    "kg": (Bar("20 kg", load_of(20, "kg")), Bar("15 kg", load_of(15, "kg")), Bar("10 kg", load_of(10, "kg"))),
    "lb": (Bar("45 lb", load_of(45, "lb")), Bar("35 lb", load_of(35, "lb")), Bar("15 lb", load_of(15, "lb"))),
}
"""Usual bars to begin with. Source: IWF rules: 20 and 15 kg; the others are common."""


@dataclass(frozen=True)
class Loading:
    """What to put on. each_end: (weight, how many) for one end, heaviest first. total_kg: with the bar, of one of it.

    off_kg: what it is more than wanted, below zero for less; 0 when it is exact. missing: two (or as many as there are
    ends) more of this weight would make it exact; None when it is, or no single weight does.
    """

    bar: Bar
    wanted_kg: float
    each_end: tuple[tuple[Quantity, int], ...]
    total_kg: float
    missing: Quantity | None = None

    @property
    def off_kg(self) -> float:
        """Total less wanted, 0 within SAME_KG."""
        off = self.total_kg - self.wanted_kg
        return 0.0 if abs(off) <= SAME_KG else off


@dataclass(frozen=True)
class _Sum:
    kg: float
    count: int
    picks: tuple[int, ...]


def load_bar(wanted_kg: float, bar: Bar, plates: Sequence[Plates]) -> Loading:
    """The plates for a load, the fewest of them.

    wanted_kg: of one bar, itself included; plates in kg and lb may be mixed. Where it cannot be made, the nearest; of
    two equally near the lighter. Below the empty bar it is the empty bar. Raises ValueError for a load below zero or
    not finite.
    """
    if not 0 <= wanted_kg < float("inf"):
        raise ValueError("a load is a number from zero on")
    own = sorted((one for one in plates if one.count), key=lambda one: -one.weight.value)
    each = max(0.0, (wanted_kg - bar.kg) / bar.ends)
    sums = _sums(each, own, bar)
    best = min(sums.values(), key=lambda one: (_away(one.kg, each, bar), one.kg, one.count))
    picked = tuple((plate.weight, count) for plate, count in zip(own, best.picks, strict=True) if count)
    found = Loading(bar, wanted_kg, _merged(picked), bar.kg + bar.ends * best.kg)
    if found.off_kg == 0 or wanted_kg < bar.kg:
        return found
    return Loading(bar, wanted_kg, found.each_end, found.total_kg, _missing(each, sums, bar, own))


def _away(kg: float, wanted: float, bar: Bar) -> float:
    """How far off a sum is, all that count as exact alike, told apart in steps so that equally near are equal."""
    off = abs(kg - wanted)
    return 0.0 if off * bar.ends <= SAME_KG else round(off, 3)


def _sums(wanted: float, plates: Sequence[Plates], bar: Bar) -> Mapping[int, _Sum]:
    """Every sum that one end can have up to a plate above what is wanted, with the fewest plates, by its steps."""
    sums = {0: _Sum(0.0, 0, ())}
    most = wanted + (plates[0].weight.value if plates else 0.0) + SAME_KG
    for plate in plates:
        weight, available = plate.weight.value, plate.count // (bar.ends * bar.copies)
        new: dict[int, _Sum] = {}
        for one in sums.values():
            for count in range(available + 1):
                kg = one.kg + count * weight
                if kg > most:
                    break
                made = _Sum(kg, one.count + count, (*one.picks, count))
                key = round(kg / _STEP_KG)
                other = new.get(key)
                if other is None or made.count < other.count:
                    new[key] = made
        sums = new
    return sums


def _missing(wanted: float, sums: Mapping[int, _Sum], bar: Bar, plates: Sequence[Plates]) -> Quantity | None:
    units = {one.weight.unit for one in plates} or {bar.weight.unit if bar.weight else "kg"}
    sizes = sorted((load_of(size, unit) for unit in units for size in COMMON[unit]), key=lambda one: one.value)
    for size in sizes:
        key = round((wanted - size.value) / _STEP_KG)
        for near in (key, key - 1, key + 1):
            if near in sums and abs(sums[near].kg + size.value - wanted) * bar.ends <= SAME_KG:
                return size
    return None


def _merged(picked: Sequence[tuple[Quantity, int]]) -> tuple[tuple[Quantity, int], ...]:
    """One entry a weight, also where a person listed it twice."""
    found: dict[tuple[str, str], tuple[Quantity, int]] = {}
    for weight, count in picked:
        key = (weight.entered, weight.unit)
        found[key] = (weight, count + found.get(key, (weight, 0))[1])
    return tuple(found.values())


def loading_words(loading: Loading, system: UnitSystem) -> str:
    """A loading in words: "20 + 10 + 2.5 kg on each end: 85 kg." and what is off or missing. Units: the person's own,
    plates in theirs."""
    unit = unit_of(Kind.MASS, system)

    def said(kg: float) -> str:
        return f"{short_number(number_in(kg, unit))} {unit}"

    total = said(loading.total_kg)
    if not loading.each_end:
        first = tr("Nothing on it: {total}.", total=total)
    elif loading.bar.ends == 1:
        first = tr("{plates} on it: {total}.", plates=plates_text(loading), total=total)
    else:
        first = tr("{plates} on each end: {total}.", plates=plates_text(loading), total=total)
    if loading.off_kg == 0:
        return first
    more = tr("{off} more than wanted.", off=said(loading.off_kg))
    parts = [first, more if loading.off_kg > 0 else tr("{off} less than wanted.", off=said(-loading.off_kg))]
    if loading.missing is not None:
        weight = typed_text(loading.missing)
        parts.append(
            ntr("With one more plate of {weight} it would be exact.",
                "With {count} more plates of {weight} it would be exact.",
                loading.bar.ends * loading.bar.copies, weight=weight)
        )  # fmt: skip
    return " ".join(parts)


def plates_text(loading: Loading) -> str:
    """The plates of one end, heaviest first: "2 x 20 + 10 + 2.5 kg"; "" for none."""
    units = {weight.unit for weight, _ in loading.each_end}
    one_unit = next(iter(units)) if len(units) == 1 else ""
    parts = [
        (f"{count} x " if count > 1 else "") + localised(weight.entered) + ("" if one_unit else f" {weight.unit}")
        for weight, count in loading.each_end
    ]
    return " + ".join(parts) + (f" {one_unit}" if one_unit and parts else "")
