"""Tables on their way to the clipboard, for whoever shows one. The spelling is `formats.clipboard`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legwork.formats import clipboard


def table_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as spreadsheets take it, its cells apart by tabs, with nothing in it that one would carry out."""
    return clipboard.to_tsv(header, rows)
