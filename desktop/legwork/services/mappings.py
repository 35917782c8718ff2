"""Tables that a person explained once: kept by the names of their columns, so that the next one needs no word.

Owns keeping them, among the settings, so that they are in every export and backup. What they say is
`formats.mapping`'s affair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from legwork.formats.mapping import (
    DELIMITERS,
    MOST_JUNK,
    Purpose,
    Role,
    TableMapping,
    as_text,
    from_text,
    header_key,
)
from legwork.formats.mapping_across import across_key
from legwork.formats.mapping_columns import kinds_key
from legwork.formats.mapping_guess import rows_in
from legwork.formats.mapping_header import column_names
from legwork.formats.mapping_words import names_something
from legwork.formats.parts import UnknownTable
from legwork.services.edit import Edit
from legwork.services.profile import Profile
from legwork.store.tables import setting

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

PREFIX = "table/"
"""The keys of these settings begin with it."""

MOST_KEPT = 200
"""So many tables are kept; nobody has more (a convention)."""


def known_mapping(profile: Profile, table: UnknownTable) -> TableMapping | None:
    """What was said of a table with the same columns, wherever its header stands now; None of a new one."""
    with profile.reading() as reader:
        kept = {row.key.removeprefix(PREFIX): row.value for row in reader.rows(setting) if row.key.startswith(PREFIX)}
    if not kept:
        return None
    across = any('"across"' in text for text in kept.values())
    for delimiter, rows in _splits(table):
        for place, row in enumerate(rows[:MOST_JUNK], start=1):
            found = from_text(kept.get(across_key(row), "")) if across else None
            if found is not None and found.across and found.delimiter == delimiter:
                return replace(found, header=place)
            found = from_text(kept.get(header_key(column_names(rows, place)), ""))
            if found is not None and found.header and found.delimiter == delimiter:
                return replace(found, header=place)
        found = from_text(kept.get(kinds_key(rows), ""))
        if found is not None and not found.header and found.delimiter == delimiter:
            return found
    return None


def is_told_by_header(table: UnknownTable, mapping: TableMapping) -> bool:
    """Whether the names of its columns say what a table holds, so that another one with the same names is alike.

    `Value` beside a day may be anything: what was said of one such list need not hold for the next.
    """
    if mapping.purpose is not Purpose.DAYS:
        return True  # each row names its exercise, or what was measured
    rows = next((rows for delimiter, rows in _splits(table) if delimiter == mapping.delimiter), table.sample)
    names = column_names(rows, mapping.header)
    places = (*mapping.places(Role.MEASURE), *mapping.places(Role.NUTRIENT))
    return all(place < len(names) and names_something(names[place]) for place in places)


def mapping_key(table: UnknownTable, mapping: TableMapping) -> str:
    """The key of the setting in which it is kept what a table is."""
    rows = next((rows for delimiter, rows in _splits(table) if delimiter == mapping.delimiter), table.sample)
    if not mapping.header or mapping.header > len(rows):
        return PREFIX + kinds_key(rows)
    if mapping.across:
        return PREFIX + across_key(rows[mapping.header - 1])
    return PREFIX + header_key(column_names(rows, mapping.header))


def _splits(table: UnknownTable) -> Sequence[tuple[str, Sequence[tuple[str, ...]]]]:
    if not table.text:
        return [("", [row for row in table.sample if any(row)])]
    return [(one, rows_in(table.text, one)) for one in DELIMITERS]


@dataclass(frozen=True)
class Explained(Edit):
    """Take a table in, and keep what a person said of its columns, as one step. key: as `mapping_key` gives it."""

    notable: ClassVar[bool] = True

    edit: Edit
    key: str
    mapping: TableMapping

    @property
    def label(self) -> str:
        return self.edit.label

    def run(self, work: UnitOfWork) -> None:
        self.edit.run(work)
        keep_mapping(work, self.key, self.mapping)


def keep_mapping(work: UnitOfWork, key: str, mapping: TableMapping) -> None:
    """Keep what a table is, in place of what was said before; inside a transaction."""
    text = as_text(mapping)
    row = work.one(setting, key=key)
    if row is not None:
        if row.value != text:
            work.update(setting, row.id, value=text)
        return
    kept = [row for row in work.rows(setting) if row.key.startswith(PREFIX)]
    work.delete(setting, [row.id for row in kept[: max(0, len(kept) + 1 - MOST_KEPT)]])
    work.insert(setting, [{"key": key, "value": text}])
