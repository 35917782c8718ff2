"""Legwork's own document: versioned, lossless JSON, which is also the readable form of a backup.

Owns the names and the order of the keys. What it wrote it reads again to the byte. What it cannot place it
refuses, naming where, instead of leaving it out. It must not know the store.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import NoReturn, TypeVar

from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side, Site, Spot, own_site
from legwork.domain.units import MAX_READINGS, Quantity, UnitSystem
from legwork.errors import UserError
from legwork.formats.records import (
    CheckInRecord,
    CustomSiteRecord,
    Document,
    PersonRecord,
    ReadingRecord,
    shortened,
)
from legwork.i18n import tr

FORMAT = "legwork"
VERSION = 1

_HEAD_BYTES = 4096
_HEAD = re.compile(r'\s*\{.*"format"\s*:\s*"legwork"', re.DOTALL)
_UNITS = {
    Kind.GIRTH: frozenset({"cm", "mm", "m", "in", "ft"}),
    Kind.MASS: frozenset({"kg", "g", "lb", "st"}),
    Kind.PERCENT: frozenset({"%"}),
}
_SEXES = ("male", "female")
_T = TypeVar("_T")


MOST = 10_000
"""No value in cm, kg or percent is larger; whether it is one of a living body is not judged here."""


def looks_like(data: bytes) -> bool:
    """Whether a file begins as a Legwork document does, in UTF-8 or UTF-16."""
    head = data[:_HEAD_BYTES]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "utf-8-sig", errors="ignore")
    return _HEAD.match(text) is not None


def dump(document: Document) -> bytes:
    """A document as UTF-8 JSON: keys always in the same order, floats as short as they can be told apart.

    `load` gives an equal document again.
    """
    tree = {
        "format": FORMAT,
        "version": VERSION,
        "settings": dict(sorted(document.settings.items())),
        "people": [_person_tree(person) for person in document.people],
    }
    text = json.dumps(tree, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode()


def load(data: bytes) -> Document:
    """Read a document; `dump` gives the same bytes again if `dump` wrote them.

    Raises UserError, in one sentence that names the place, when anything is missing, unknown, of another
    type, twice there or contradictory, and when a newer Legwork wrote it.
    """
    tree = _parse(data)
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise UserError(tr("This is not a Legwork document: choose a file that Legwork exported."))
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        raise UserError(tr("A newer Legwork wrote this file: update Legwork, then import it again."))
    if type(version) is not int or version != VERSION:
        _refuse("version", tr("there is no such version"))
    top = _Object(tree, "", ("format", "version", "settings", "people"))
    settings = top.value("settings", dict)
    for key, value in settings.items():
        _text(key, "settings")
        _text(value, f"settings.{_clip(key)}")
    people = top.many("people", _person)
    _no_doubles((person.uid for person in people), "people", "uid")
    return Document(settings, people)


def _parse(data: bytes) -> object:
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(tr("This Legwork document is damaged: its text is not UTF-8.")) from None
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise UserError(
            tr(
                "This Legwork document is damaged or cut off: it cannot be read beyond line {line}.",
                line=error.lineno,
            )
        ) from None
    except (ValueError, RecursionError):  # a number of thousands of digits; thousands of nested lists
        raise UserError(tr("This Legwork document is damaged: it holds something that no export has.")) from None


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        [(double, _)] = Counter(key for key, _ in pairs).most_common(1)
        raise UserError(tr("This Legwork document is damaged: “{key}” stands twice in one place.", key=_clip(double)))
    return found


def _constant(name: str) -> NoReturn:
    raise UserError(tr("This Legwork document is damaged: {name} is not a number.", name=name))


def _refuse(where: str, what: str) -> NoReturn:
    raise UserError(tr("This Legwork document cannot be taken in: at {where}, {what}.", where=where, what=what))


def _clip(text: str) -> str:
    return shortened(text).encode("utf-8", "replace").decode()


class _Object:
    """One JSON object, checked: it has these keys and no other."""

    def __init__(self, tree: object, where: str, keys: tuple[str, ...]) -> None:
        if not isinstance(tree, dict):
            _refuse(where, tr("a group of values is expected"))
        self._tree = tree
        self.where = where
        for key in tree:
            if key not in keys:
                _refuse(self.at(_clip(key)), tr("there is something that this version of Legwork does not know"))
        for key in keys:
            if key not in tree:
                _refuse(self.at(key), tr("a value is missing"))

    def at(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key

    def raw(self, key: str) -> object:
        return self._tree[key]

    def value(self, key: str, kind: type[_T]) -> _T:
        found = self._tree[key]
        if type(found) is not kind:
            _refuse(self.at(key), tr("there is a value of the wrong kind"))
        return found

    def text(self, key: str) -> str:
        return _text(self._tree[key], self.at(key))

    def choice(self, key: str) -> bool | None:
        return None if self._tree[key] is None else self.value(key, bool)

    def day(self, key: str) -> date:
        text = self.text(key)
        try:
            found = date.fromisoformat(text)
        except ValueError:
            found = None
        if found is None or found.isoformat() != text:
            _refuse(self.at(key), tr("there is no date such as 2025-01-14"))
        return found

    def many(self, key: str, read: Callable[[object, str], _T]) -> tuple[_T, ...]:
        items = self.value(key, list)
        return tuple(read(item, f"{self.at(key)}[{index}]") for index, item in enumerate(items))


def _text(found: object, where: str) -> str:
    if not isinstance(found, str):
        _refuse(where, tr("a text is expected"))
    try:
        found.encode()
    except UnicodeEncodeError:
        _refuse(where, tr("there is half a letter"))
    return found


def _no_doubles(keys: Iterable[object], where: str, what: str) -> None:
    seen: set[object] = set()
    for index, key in enumerate(keys):
        if key in seen:
            _refuse(f"{where}[{index}].{what}" if what else f"{where}[{index}]", tr("the same stands there twice"))
        seen.add(key)


def _quantity_tree(quantity: Quantity) -> dict[str, object]:
    return {"value": float(quantity.value), "unit": quantity.unit, "entered": quantity.entered}


def _quantity(group: _Object, kind: Kind) -> Quantity:
    value = group.raw("value")
    try:
        number = float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else math.nan
    except OverflowError:
        number = math.inf
    if not 0 < number <= MOST:
        _refuse(group.at("value"), tr("a number above zero and below {most} is expected", most=MOST))
    unit = group.text("unit")
    if unit not in _UNITS[kind]:
        _refuse(group.at("unit"), tr("there is a unit that does not fit"))
    return Quantity(number, unit, group.text("entered"))


def _person_tree(person: PersonRecord) -> dict[str, object]:
    return {
        "uid": person.uid,
        "name": person.name,
        "sex": person.sex,
        "birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "stature": _quantity_tree(person.stature) if person.stature else None,
        "units": person.units.value,
        "check_in_weekday": person.check_in_weekday,
        "tracked": list(person.tracked),
        "custom_sites": [{"key": site.key, "name": site.name, "sided": site.sided} for site in person.custom_sites],
        "check_ins": [_check_in_tree(check_in) for check_in in person.check_ins],
    }


_PERSON_KEYS = (
    "uid", "name", "sex", "birth_date", "stature", "units", "check_in_weekday", "tracked", "custom_sites",
    "check_ins",
)  # fmt: skip


def _person(tree: object, where: str) -> PersonRecord:
    group = _Object(tree, where, _PERSON_KEYS)
    uid = group.text("uid")
    if not uid:
        _refuse(group.at("uid"), tr("a value is missing"))
    sex = None if group.raw("sex") is None else group.text("sex")
    if sex is not None and sex not in _SEXES:
        _refuse(group.at("sex"), tr("there is none of male, female and null"))
    units = group.text("units")
    if units not in tuple(UnitSystem):
        _refuse(group.at("units"), tr("there is neither metric nor imperial"))
    weekday = group.value("check_in_weekday", int)
    if not 0 <= weekday <= 6:
        _refuse(group.at("check_in_weekday"), tr("a number from 0 to 6 is expected"))
    custom_sites = group.many("custom_sites", _custom_site)
    _no_doubles((site.key for site in custom_sites), group.at("custom_sites"), "key")
    sites = BUILT_IN_BY_KEY | {one.key: own_site(one.key, one.name, one.sided) for one in custom_sites}
    tracked = group.many("tracked", _text)
    _no_doubles(tracked, group.at("tracked"), "")
    for index, key in enumerate(tracked):
        if key not in sites:
            _refuse(f"{group.at('tracked')}[{index}]", tr("there is a site that is not known"))
    check_ins = group.many("check_ins", lambda tree, where: _check_in(tree, where, sites))
    _no_doubles((check_in.day for check_in in check_ins), group.at("check_ins"), "day")
    return PersonRecord(
        uid,
        group.text("name"),
        sex,
        None if group.raw("birth_date") is None else group.day("birth_date"),
        _stature(group),
        UnitSystem(units),
        weekday,
        tracked,
        custom_sites,
        check_ins,
    )


def _stature(group: _Object) -> Quantity | None:
    if group.raw("stature") is None:
        return None
    return _quantity(_Object(group.raw("stature"), group.at("stature"), ("value", "unit", "entered")), Kind.GIRTH)


def _custom_site(tree: object, where: str) -> CustomSiteRecord:
    group = _Object(tree, where, ("key", "name", "sided"))
    key = group.text("key")
    if not key or ":" in key or key in BUILT_IN_BY_KEY:
        _refuse(group.at("key"), tr("there is a key that no site of one's own can have"))
    return CustomSiteRecord(key, group.text("name"), group.value("sided", bool))


def _check_in_tree(check_in: CheckInRecord) -> dict[str, object]:
    return {
        "day": check_in.day.isoformat(),
        "note": check_in.note,
        "morning": check_in.morning,
        "trained_legs": check_in.trained_legs,
        "readings": [
            {"spot": str(one.spot), **_quantity_tree(one.quantity), "source": one.source} for one in check_in.readings
        ],
    }


def _check_in(tree: object, where: str, sites: dict[str, Site]) -> CheckInRecord:
    group = _Object(tree, where, ("day", "note", "morning", "trained_legs", "readings"))
    readings = group.many("readings", lambda tree, where: _reading(tree, where, sites))
    counts: dict[Spot, int] = {}
    for index, reading in enumerate(readings):
        counts[reading.spot] = counts.get(reading.spot, 0) + 1
        if counts[reading.spot] > MAX_READINGS:
            _refuse(f"{group.at('readings')}[{index}]", tr("there is a fourth reading of one spot"))
    return CheckInRecord(
        group.day("day"), group.text("note"), group.choice("morning"), group.choice("trained_legs"), readings
    )


def _reading(tree: object, where: str, sites: dict[str, Site]) -> ReadingRecord:
    group = _Object(tree, where, ("spot", "value", "unit", "entered", "source"))
    name = group.text("spot")
    try:
        spot = Spot.parse(name)
    except ValueError:
        spot = Spot("")
    site = sites.get(spot.site)
    if site is None or str(spot) != name or (spot.side is not Side.NONE and not site.sided):
        _refuse(group.at("spot"), tr("there is a spot that is not known"))
    return ReadingRecord(spot, _quantity(group, site.kind), group.text("source"))
