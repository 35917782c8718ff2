"""Legwork's own document: versioned, lossless JSON, which is also the readable form of a backup.

Owns the names and the order of the keys. What it wrote it reads again to the byte. What it cannot place it
refuses, naming where, instead of leaving it out. It must not know the store.
"""

from __future__ import annotations

import json
import re
from itertools import chain

from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side, Site, Spot, own_site
from legwork.domain.units import MAX_READINGS, Quantity, UnitSystem
from legwork.errors import UserError
from legwork.formats.json_food import FOOD_KEYS, food_in, food_tree
from legwork.formats.json_lifts import LIFT_KEYS, lifts_in, lifts_tree
from legwork.formats.json_object import (
    JsonObject,
    checked_text,
    clipped,
    no_doubles,
    parsed,
    quantity_in,
    quantity_tree,
    refuse,
)
from legwork.formats.json_plans import PLAN_KEYS, plans_in, plans_tree
from legwork.formats.json_training import TRAINING_KEYS, training_in, training_tree
from legwork.formats.json_workouts import WORKOUT_KEYS, workouts_in, workouts_tree
from legwork.formats.records import CheckInRecord, CustomSiteRecord, Document, PersonRecord, ReadingRecord
from legwork.i18n import tr

FORMAT = "legwork"
VERSION = 7
"""What is written; every version from 1 on is read. 2 added goals, programme changes and chart views, 3 lifts and
choices, 4 training plans and own exercises, 5 workouts with what belongs to them, 6 food and quick items."""

MAX_BYTES = 128 * 1024 * 1024
"""Twenty years of five people who log every set and all their food (convention)."""

MAX_VALUES = 5_000_000
MAX_GROUPS = 2_000_000
"""Values and groups of them in a document as large as that, as thick as the program writes them; each takes far more
memory than room in the file, so that one of nothing but these would fill it."""

_HEAD_BYTES = 4096
_HEAD = re.compile(r'\s*\{.*"format"\s*:\s*"legwork"', re.DOTALL)
_LENGTHS = frozenset({"cm", "mm", "m", "in", "ft"})
_UNITS = {
    Kind.GIRTH: _LENGTHS,
    Kind.MASS: frozenset({"kg", "g", "lb", "st"}),
    Kind.PERCENT: frozenset({"%"}),
    Kind.LENGTH: _LENGTHS,
    Kind.SKINFOLD: _LENGTHS,
}
_SEXES = ("male", "female")
_MAX_NAME = 200
_MAX_SITE_NAME = 80
"""Letters that the name of a person and of a site of their own can have."""


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
    """Read a document; `dump` gives the same bytes again if this version's `dump` wrote them.

    Names that nobody can type, which older versions took in from documents and wrote again, are mended.

    Raises UserError, in one sentence that names the place, when anything is missing, unknown, of another
    type, twice there or contradictory, and when a newer Legwork wrote it.
    """
    if len(data) > MAX_BYTES or data.count(b",") > MAX_VALUES or data.count(b"{") + data.count(b"[") > MAX_GROUPS:
        raise UserError(tr("This Legwork document is larger than any export can be: choose another file."))
    tree = parsed(data)
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise UserError(tr("This is not a Legwork document: choose a file that Legwork exported."))
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        raise UserError(tr("A newer Legwork wrote this file: update Legwork, then import it again."))
    if type(version) is not int or version < 1:
        refuse("version", tr("there is no such version"))
    top = JsonObject(tree, "", ("format", "version", "settings", "people"))
    settings = top.value("settings", dict)
    for key, value in settings.items():
        checked_text(key, "settings")
        checked_text(value, f"settings.{clipped(key)}")
    people = top.many("people", lambda tree, where: _person(tree, where, version))
    no_doubles((person.uid for person in people), "people", "uid")
    return Document(settings, people)


def _person_tree(person: PersonRecord) -> dict[str, object]:
    return {
        "uid": person.uid,
        "name": person.name,
        "sex": person.sex,
        "birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "stature": quantity_tree(person.stature) if person.stature else None,
        "units": person.units.value,
        "check_in_weekday": person.check_in_weekday,
        "tracked": list(person.tracked),
        "custom_sites": [{"key": site.key, "name": site.name, "sided": site.sided} for site in person.custom_sites],
        "check_ins": [_check_in_tree(check_in) for check_in in person.check_ins],
        **plans_tree(person),
        **lifts_tree(person),
        **training_tree(person),
        **workouts_tree(person),
        **food_tree(person),
    }


_PERSON_KEYS = (
    "uid", "name", "sex", "birth_date", "stature", "units", "check_in_weekday", "tracked", "custom_sites",
    "check_ins",
)  # fmt: skip


_LATER = ((2, PLAN_KEYS), (3, LIFT_KEYS), (4, TRAINING_KEYS), (5, WORKOUT_KEYS), (6, FOOD_KEYS))


def _person(tree: object, where: str, version: int) -> PersonRecord:
    later = [keys for added_in, keys in _LATER if version >= added_in]
    group = JsonObject(tree, where, (*_PERSON_KEYS, *chain.from_iterable(later)))
    uid = group.text("uid")
    if not uid:
        refuse(group.at("uid"), tr("a value is missing"))
    sex = None if group.raw("sex") is None else group.text("sex")
    if sex is not None and sex not in _SEXES:
        refuse(group.at("sex"), tr("there is none of male, female and null"))
    units = group.text("units")
    if units not in tuple(UnitSystem):
        refuse(group.at("units"), tr("there is neither metric nor imperial"))
    weekday = group.value("check_in_weekday", int)
    if not 0 <= weekday <= 6:
        refuse(group.at("check_in_weekday"), tr("a number from 0 to 6 is expected"))
    custom_sites = group.many("custom_sites", _custom_site)
    no_doubles((site.key for site in custom_sites), group.at("custom_sites"), "key")
    sites = BUILT_IN_BY_KEY | {one.key: own_site(one.key, one.name, one.sided) for one in custom_sites}
    tracked = group.many("tracked", checked_text)
    no_doubles(tracked, group.at("tracked"), "")
    for index, key in enumerate(tracked):
        if key not in sites:
            refuse(f"{group.at('tracked')}[{index}]", tr("there is a site that is not known"))
    check_ins = group.many("check_ins", lambda tree, where: _check_in(tree, where, sites))
    no_doubles((check_in.day for check_in in check_ins), group.at("check_ins"), "day")
    training = training_in(group) if version > 3 else ()
    return PersonRecord(
        uid,
        _kept(group.text("name"), uid, _MAX_NAME),
        sex,
        None if group.raw("birth_date") is None else group.day("birth_date"),
        _stature(group),
        UnitSystem(units),
        weekday,
        tracked,
        custom_sites,
        check_ins,
        *(plans_in(group) if version > 1 else ()),
        *(lifts_in(group) if version > 2 else ()),
        *training,
        *(workouts_in(group, training[0]) if version > 4 and training else ()),
        *(food_in(group, sourced=version > 6) if version > 5 else ()),
    )


def _stature(group: JsonObject) -> Quantity | None:
    if group.raw("stature") is None:
        return None
    stature = JsonObject(group.raw("stature"), group.at("stature"), ("value", "unit", "entered"))
    return quantity_in(stature, _UNITS[Kind.GIRTH])


def _custom_site(tree: object, where: str) -> CustomSiteRecord:
    group = JsonObject(tree, where, ("key", "name", "sided"))
    key = group.text("key")
    if not key or ":" in key or key in BUILT_IN_BY_KEY:
        refuse(group.at("key"), tr("there is a key that no site of one's own can have"))
    return CustomSiteRecord(key, kept_site_name(group.text("name"), key), group.value("sided", bool))


def kept_site_name(name: str, key: str) -> str:
    """The name of a site as a person could have typed it: on one line, not too long; its key when it has none."""
    return _kept(name, key, _MAX_SITE_NAME)


def _kept(name: str, instead: str, most: int) -> str:
    line = " ".join(name.split()) or " ".join(instead.split()) or "–"
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _check_in_tree(check_in: CheckInRecord) -> dict[str, object]:
    return {
        "day": check_in.day.isoformat(),
        "note": check_in.note,
        "morning": check_in.morning,
        "trained_legs": check_in.trained_legs,
        "readings": [
            {"spot": str(one.spot), **quantity_tree(one.quantity), "source": one.source} for one in check_in.readings
        ],
    }


def _check_in(tree: object, where: str, sites: dict[str, Site]) -> CheckInRecord:
    group = JsonObject(tree, where, ("day", "note", "morning", "trained_legs", "readings"))
    readings = group.many("readings", lambda tree, where: _reading(tree, where, sites))
    counts: dict[Spot, int] = {}
    for index, reading in enumerate(readings):
        counts[reading.spot] = counts.get(reading.spot, 0) + 1
        if counts[reading.spot] > MAX_READINGS:
            refuse(f"{group.at('readings')}[{index}]", tr("there is a fourth reading of one spot"))
    return CheckInRecord(
        group.day("day"), group.text("note"), group.choice("morning"), group.choice("trained_legs"), readings
    )


def _reading(tree: object, where: str, sites: dict[str, Site]) -> ReadingRecord:
    group = JsonObject(tree, where, ("spot", "value", "unit", "entered", "source"))
    name = group.text("spot")
    try:
        spot = Spot.parse(name)
    except ValueError:
        spot = Spot("")
    site = sites.get(spot.site)
    if site is None or str(spot) != name or (spot.side is not Side.NONE and not site.sided):
        refuse(group.at("spot"), tr("there is a spot that is not known"))
    return ReadingRecord(spot, quantity_in(group, _UNITS[site.kind]), group.text("source"))
