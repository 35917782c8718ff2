"""A weight in two columns, stones in one and the pounds beyond them in the next.

Owns putting the two together. Which columns these are is said by the mapping.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from legwork.formats.mapping import ColumnUse

POUNDS_IN_A_STONE = 14
"""Source: Weights and Measures Act 1835."""

_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")


def with_stones(columns: Sequence[ColumnUse], given: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The cells of a row, with their places; 13 and 2 in columns of one weight become `13 st 2 lb` in the first."""
    cells = {place: cell for place, cell in given if _NUMBER.fullmatch(cell)}
    for place in [one for one in cells if columns[one].unit == "st"]:
        beside = (
            at for at in cells if is_rest_of(columns[at], columns[place]) and _pounds(cells[at]) < POUNDS_IN_A_STONE
        )
        rest = next(beside, None)
        if rest is not None:
            joined = f"{cells[place]} st {cells[rest]} lb"
            return [(at, joined if at == place else text) for at, text in given if at != rest]
    return given


def is_rest_of(pounds: ColumnUse, stones: ColumnUse) -> bool:
    """Whether a column holds the pounds beyond the stones of another."""
    same = replace(pounds, unit="", label="") == replace(stones, unit="", label="")
    return same and stones.unit == "st" and pounds.unit == "lb"


def _pounds(cell: str) -> float:
    return float(cell.replace(",", "."))
