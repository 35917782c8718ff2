"""JSON read strictly: from bytes to checked objects, so that nothing of another shape comes in.

Owns the refusals, each one sentence that names the place, and how a quantity is written. It must not know what the
keys of a document mean.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import NoReturn, TypeVar

from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.formats.records import MOST, shortened
from legwork.i18n import tr

_T = TypeVar("_T")


class RefusedError(UserError):
    """A value that cannot be taken in. where: its place in the document. what: half a sentence, translated.

    column: which letter of a text it is, from 1; None for the whole value.
    """

    def __init__(self, where: str, what: str, column: int | None = None) -> None:
        super().__init__(
            tr("This Legwork document cannot be taken in: at {where}, {what}.", where=where, what=what.rstrip("."))
        )
        self.where = where
        self.what = what
        self.column = column


def parsed(data: bytes) -> object:
    """The JSON in UTF-8 or UTF-16 bytes. Raises UserError when it is damaged, or a key stands twice in one place."""
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(tr("This Legwork document is damaged: its text is not UTF-8.")) from None
    try:
        return parsed_text(text)
    except json.JSONDecodeError as error:
        raise UserError(
            tr(
                "This Legwork document is damaged or cut off: it cannot be read beyond line {line}.",
                line=error.lineno,
            )
        ) from None


def parsed_text(text: str) -> object:
    """The JSON in a text. Raises JSONDecodeError where it ends too early or is none, UserError as `parsed`."""
    try:
        found: object = json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant)
    except json.JSONDecodeError:
        raise
    except (ValueError, RecursionError):  # a number of thousands of digits; thousands of nested lists
        raise UserError(tr("This Legwork document is damaged: it holds something that no export has.")) from None
    return found


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        [(double, _)] = Counter(key for key, _ in pairs).most_common(1)
        raise UserError(tr("This Legwork document is damaged: “{key}” stands twice in one place.", key=clipped(double)))
    return found


def _constant(name: str) -> NoReturn:
    raise UserError(tr("This Legwork document is damaged: {name} is not a number.", name=name))


def refuse(where: str, what: str, column: int | None = None) -> NoReturn:
    """Raise the RefusedError that names the place and what is wrong there, half a sentence, translated."""
    raise RefusedError(where, what, column)


def clipped(text: str) -> str:
    """A foreign key as a sentence can repeat it: short, on one line, half letters replaced."""
    return shortened(text).encode("utf-8", "replace").decode()


class JsonObject:
    """One JSON object, checked: it has these keys and no other. All that reads a value raises UserError."""

    def __init__(self, tree: object, where: str, keys: tuple[str, ...]) -> None:
        """where: its place in the document, as refusals name it."""
        if not isinstance(tree, dict):
            refuse(where, tr("a group of values is expected"))
        self._tree = tree
        self.where = where
        for key in tree:
            if key not in keys:
                refuse(self.at(clipped(key)), tr("there is something that this version of Legwork does not know"))
        for key in keys:
            if key not in tree:
                refuse(self.at(key), tr("a value is missing"))

    def at(self, key: str) -> str:
        """The place of a value, as refusals name it: "people[0].name"."""
        return f"{self.where}.{key}" if self.where else key

    def raw(self, key: str) -> object:
        """A value of any kind, unchecked."""
        return self._tree[key]

    def value(self, key: str, kind: type[_T]) -> _T:
        """A value of exactly this kind: true is no number."""
        found = self._tree[key]
        if type(found) is not kind:
            refuse(self.at(key), tr("there is a value of the wrong kind"))
        return found

    def text(self, key: str) -> str:
        """A text, which may be empty."""
        return checked_text(self._tree[key], self.at(key))

    def line(self, key: str, most: int) -> str:
        """A text of 1 to `most` letters on one line, as the program keeps those that a person types."""
        found = self.text(key)
        if not 0 < len(found) <= most or found != " ".join(found.split()):
            refuse(self.at(key), tr("one line of 1 to {most} letters is expected, without needless spaces", most=most))
        return found

    def number(self, key: str, *, zero: bool = False, most: float = MOST) -> float:
        """A number above zero, or with `zero` from zero on, up to `most`: no value of that kind can be larger."""
        found = self._tree[key]
        try:
            number = float(found) if isinstance(found, (int, float)) and not isinstance(found, bool) else math.nan
        except OverflowError:
            number = math.inf
        if zero and not 0 <= number <= most:
            refuse(self.at(key), tr("a number from zero to {most} is expected", most=int(most)))
        if not zero and not 0 < number <= most:
            refuse(self.at(key), tr("a number above zero and below {most} is expected", most=int(most)))
        return number + 0.0  # a zero below zero would not come back out of the database

    def choice(self, key: str) -> bool | None:
        """Yes, no, or None where nobody said."""
        return None if self._tree[key] is None else self.value(key, bool)

    def day(self, key: str) -> date:
        """A calendar day, written as 2025-01-14."""
        text = self.text(key)
        try:
            found = date.fromisoformat(text)
        except ValueError:
            found = None
        if found is None or found.isoformat() != text:
            refuse(self.at(key), tr("there is no date such as 2025-01-14"))
        return found

    def many(self, key: str, read: Callable[[object, str], _T]) -> tuple[_T, ...]:
        """A list, each item read by `read(item, where)`."""
        items = self.value(key, list)
        return tuple(read(item, f"{self.at(key)}[{index}]") for index, item in enumerate(items))


def quantity_tree(quantity: Quantity) -> dict[str, object]:
    """A quantity as it is written, for `quantity_in` to read."""
    return {"value": float(quantity.value), "unit": quantity.unit, "entered": quantity.entered}


def quantity_in(group: JsonObject, units: Collection[str], *, zero: bool = False, most: float = MOST) -> Quantity:
    """The quantity in the keys value, unit and entered of a group, in one of `units`; zero, most: as in `number`."""
    value = group.number("value", zero=zero, most=most)
    unit = group.text("unit")
    if unit not in units:
        refuse(group.at("unit"), tr("there is a unit that does not fit"))
    return Quantity(value, unit, group.text("entered"))


def checked_text(found: object, where: str) -> str:
    """A text of whole letters, so that it can be written in UTF-8. Raises UserError."""
    if not isinstance(found, str):
        refuse(where, tr("a text is expected"))
    try:
        found.encode()
    except UnicodeEncodeError:
        refuse(where, tr("there is half a letter"))
    return found


def no_doubles(keys: Iterable[object], where: str, what: str) -> None:
    """Refuse a list when two of its `keys` are equal. what: the name of the key, "" when the items are it."""
    seen: set[object] = set()
    for index, key in enumerate(keys):
        if key in seen:
            refuse(f"{where}[{index}].{what}" if what else f"{where}[{index}]", tr("the same stands there twice"))
        seen.add(key)
