"""What a file can be beside one table that is known: several parts, or a table that no format knows.

Owns these shapes, which `recognise` hands over. It must not read bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.formats.records import Document, MeasurementTable, Skipped
from legwork.formats.training_records import TrainingTable

SAMPLE_ROWS = 60
"""Rows of an unknown table that are shown; enough to see what its columns hold (convention)."""


@dataclass(frozen=True)
class UnknownTable:
    """A table whose columns nobody has explained yet: a person does, in a `TableMapping`.

    header: the first row with anything in it. sample: the first rows as they stand, the header and what stands above it
    included, SAMPLE_ROWS at most. delimiter: at which they were split, "" for a sheet, which has cells of its own.
    text: the beginning of the file, to be split otherwise; "" for a sheet. lines: where each row of the sample stands,
    from 1; empty: one below the other from the first line on.
    """

    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    delimiter: str = ""
    text: str = ""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Part:
    """One thing of a file that holds several. name: unique in its file, as `Answers.part` says it; also for people."""

    name: str
    found: Document | MeasurementTable | TrainingTable | UnknownTable


@dataclass(frozen=True)
class Several:
    """A file of several parts, in the order in which they are looked at. left: what else is in it, with the reason why
    it is not read."""

    parts: tuple[Part, ...]
    left: tuple[Skipped, ...] = ()
