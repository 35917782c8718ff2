"""One row of a foreign log turned into a set, or into the reason why it is none.

Owns the numbers of a set: loads and their units, reps, seconds, distances, and help by name. It must not know
any file's columns, nor workouts (that is `training_draft`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from legwork.domain.log.sets import LoggedKind
from legwork.domain.sites import Kind, Side
from legwork.domain.units import Quantity, UnitSystem, parse
from legwork.errors import UserError
from legwork.formats.efforts import reps_left
from legwork.formats.load_units import LB, UNIT_NAMES
from legwork.formats.training_records import SetRecord
from legwork.formats.training_times import read_span
from legwork.i18n import tr

MOST_KG, MOST_REPS, MOST_SECONDS, MOST_METRES = 100_000.0, 10_000_000, 1_000_000, 10_000_000.0
"""Beyond these a number is no slip any more but rubbish (conventions): 877,777 reps are still taken, and told."""

METRES_IN = {
    "m": 1.0, "meter": 1.0, "meters": 1.0, "metres": 1.0, "km": 1000.0, "kilometers": 1000.0, "kilometres": 1000.0,
    "mi": 1609.344, "mile": 1609.344, "miles": 1609.344, "ft": 0.3048, "feet": 0.3048, "yd": 0.9144, "yards": 0.9144,
    "cm": 0.01, "in": 0.0254,
}  # fmt: skip
"""Exact. Source: international yard and pound agreement, 1959."""

_NUMBER = re.compile(r"([+-]?)(\d{0,8})(?:[.,](\d{0,20}))?\s*([^\W\d_]*)\.?")
_HELP = re.compile(r"\b(?:ge)?ass?ist|\bunterstutz|\bdestekli|\bwspoma")
_BAND_HELP = re.compile(r"\bband\b")
_HELPED_BY_BAND = re.compile(r"\b(?:pull|chin|muscle)[ -]?ups?\b|\bdips?\b")
_BELOW_ZERO_IS_HELP = re.compile(r"\b(?:pull|chin|muscle)[ -]?ups?|\bdips?\b|\bklimm|\btraction|\bdominad")


class RawSet(NamedTuple):
    """What a file says of a set, in its own words; equal ones are read once.

    unit: "" where the file does not say. metres: how many a unit of `distance` has; 0 for kilometres beside kilograms
    and miles beside pounds. helped, hangs: as
    `Named`. odd_kind: a kind of set that is not known, as the file has it. side: where the file names one. rir:
    reps left, for files that say so instead of an RPE.
    """

    kind: LoggedKind
    load: str = ""
    unit: str = ""
    reps: str = ""
    seconds: str = ""
    distance: str = ""
    metres: float = 1.0
    rpe: str = ""
    note: str = ""
    helped: bool = False
    hangs: bool = False
    odd_kind: str = ""
    side: Side = Side.NONE
    rir: str = ""


class Made(NamedTuple):
    """record: None where it is refused, and why. left: cells not taken; doubts: cells taken; each with its reason."""

    record: SetRecord | None
    refused: str
    left: tuple[tuple[str, str], ...]
    doubts: tuple[tuple[str, str], ...]


class _RefusedError(Exception):
    """Its text is the reason."""


class SetMaker:
    """Makes sets of one file.

    unit: that of loads which name none. zero_is_blank: the file writes 0 where nothing was entered.
    """

    def __init__(self, unit: str, zero_is_blank: bool = False) -> None:
        self._unit = unit
        self._metres = METRES_IN["mi" if unit == LB else "km"]
        self._zero_is_blank = zero_is_blank

    def __call__(self, raw: RawSet) -> Made:
        """The set that a file speaks of."""
        left: list[tuple[str, str]] = []
        doubts: list[tuple[str, str]] = []
        try:
            record = self._record(raw, left, doubts)
        except _RefusedError as error:
            return Made(None, str(error), (), ())
        return Made(record, "", tuple(left), tuple(doubts))

    def _record(self, raw: RawSet, left: list[tuple[str, str]], doubts: list[tuple[str, str]]) -> SetRecord:
        load, below = self._load(raw)
        seconds, metres = _seconds(raw.seconds), _metres(raw.distance, raw.metres or self._metres)
        reps = _reps(raw.reps, doubts)
        if reps == 0 and (seconds or metres or (self._zero_is_blank and load is None)):
            reps = None
        if reps is None and seconds is None and metres is None:
            raise _RefusedError(
                tr("There is a load, but there are neither reps nor seconds.")
                if load
                else tr("Nothing was entered in this set.")
            )
        if reps == 0:
            doubts.append((raw.reps, tr("A set with zero reps: a try that failed, or one that was not done.")))
        if below and not raw.helped and not raw.hangs:
            doubts.append((raw.load, tr("A load below zero is taken for help: look whether that is right.")))
        helped = load is not None and (below or raw.helped)
        if raw.odd_kind:
            left.append((raw.odd_kind, tr("Legwork does not know this kind of set: it is taken as an ordinary one.")))
        rir = reps_left(raw.rpe, raw.rir, left)
        return SetRecord(raw.kind, raw.side, reps, seconds, load, helped, rir, " ".join(raw.note.split()), metres)

    def _load(self, raw: RawSet) -> tuple[Quantity | None, bool]:
        """The load, None for nothing; and whether the file has it below zero."""
        if not raw.load:
            return None, False
        sign, number, unit = _number(raw.load, tr("The load is not a number that can be read."))
        if not number.strip("0."):
            return None, False
        unit_name = UNIT_NAMES.get((unit or raw.unit).casefold().strip(" ."), "") if unit or raw.unit else self._unit
        if not unit_name:
            raise _RefusedError(tr("The load has a unit that is neither kg nor lb."))
        load = _quantity(number, unit_name)
        if load is None:
            raise _RefusedError(tr("The load is larger than any that there is."))
        return (load if load.value else None), sign == "-"


def tidy_number(text: str) -> str:
    """A load as a person would type it: 20.0 is 20, 61.23496995 is 61.23497; other texts as they are."""
    if "." not in text or not text.replace(".", "", 1).isdigit():
        return text
    whole, _, part = text.partition(".")
    if len(part) > 6:
        whole, _, part = f"{float(text):.6f}".partition(".")
    part = part.rstrip("0")
    return f"{whole or 0}.{part}" if part else whole or "0"


@lru_cache(maxsize=4096)
def _quantity(number: str, unit: str) -> Quantity | None:
    """None: more than there is."""
    try:
        load = parse(f"{number} {unit}", Kind.MASS, UnitSystem.METRIC)
    except UserError:
        return None
    return load if load.value <= MOST_KG else None


class Named(NamedTuple):
    """An exercise's name without blanks around it, and what it says of loads.

    helped: the load makes it easier: assisted ones, and pull-ups with a band. hangs: a load below zero is ordinary, as
    programs write help for pull-ups and dips that way.
    """

    name: str
    helped: bool
    hangs: bool


@lru_cache(maxsize=4096)
def named(cell: str) -> Named:
    """What the name of an exercise says."""
    plain = _plain(cell)
    helped = bool(_HELP.search(plain) or (_BAND_HELP.search(plain) and _HELPED_BY_BAND.search(plain)))
    return Named(cell.strip(), helped, helped or bool(_BELOW_ZERO_IS_HELP.search(plain)))


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in folded if not unicodedata.combining(one))


def _number(text: str, reason: str) -> tuple[str, str, str]:
    """Sign, digits with a point, and what unit stands behind. Raises _RefusedError with the reason."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None or not (match[2] or match[3]):
        raise _RefusedError(reason)
    digits = f"{match[2] or 0}.{match[3]}" if match[3] else match[2]
    return match[1], tidy_number(digits), match[4]


def _reps(text: str, doubts: list[tuple[str, str]]) -> int | None:
    if not text:
        return None
    reason = tr("The reps are not a number that can be read.")
    sign, number, unit = _number(text, reason)
    if unit or (sign == "-" and number.strip("0.")):
        raise _RefusedError(reason)
    if float(number) > MOST_REPS:
        raise _RefusedError(tr("Nobody does so many reps."))
    if "." in number:
        doubts.append((text, tr("Half a rep is not counted.")))
    return int(float(number))


def _seconds(text: str) -> int | None:
    if not text:
        return None
    seconds = read_span(text)
    if seconds is None or seconds > MOST_SECONDS:
        raise _RefusedError(tr("The time is not one that can be read."))
    return seconds or None


def _metres(text: str, metres_in_one: float) -> float | None:
    if not text:
        return None
    reason = tr("The distance is not a number that can be read.")
    sign, number, unit = _number(text, reason)
    metres = float(number) * METRES_IN.get(unit.casefold(), metres_in_one)
    if sign == "-" or metres > MOST_METRES:
        raise _RefusedError(reason)
    return round(metres, 3) or None
