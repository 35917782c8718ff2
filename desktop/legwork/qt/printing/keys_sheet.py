"""The keys on paper: what each does, below the page or the part of it where it holds.

Owns how they stand on the page; which there are is told by whoever lists them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from legwork.domain.days import full_day
from legwork.i18n import tr
from legwork.qt.printing.blocks import Block, Heading
from legwork.qt.printing.sheets import Document
from legwork.qt.printing.table import Column, TextTable


def keys_document(groups: Mapping[str, Mapping[str, str]]) -> Document:
    """The pages, ready for preview, printer and PDF. groups: by title what is done, and its keys in words."""
    blocks: list[Block] = []
    for title, rows in groups.items():
        blocks.append(Heading(title))
        blocks.append(TextTable((Column(stretch=1.0), Column(stretch=1.0)), tuple(rows.items()), "small"))
    return Document(tr("Keys"), "", full_day(date.today()), tuple(blocks), "legwork-keys")
