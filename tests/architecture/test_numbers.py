"""Numbers that a person reads are written by `legwork.numerals`, not by format codes of Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from house_rules import PACKAGE, broken_in, refuse, refuse_idle

FLOORS = ("domain", "services", "qt")

KEPT_AS_THEY_ARE = {
    "domain/food/amounts.py": "a sum is kept as it would have been typed, with a point",
    "domain/measures.py": "a value is kept as it would have been typed, with a point",
    "domain/plan/prescription.py": "cells and rules are kept and shared with a point; `shown_cell` writes them",
    "domain/sample_food.py": "kept, as if typed",
    "domain/units.py": "`decimal_text` writes files",
    "services/chart_csv.py": "a file",
    "services/food.py": "kept, as if typed",
    "services/food_spending.py": "a step is kept with its sign",
    "services/sample.py": "kept, as if typed",
    "services/week_answers.py": "the key of an answer",
    "qt/widgets/dose_table.py": "a table for the clipboard has no groups; `localised` gives it the decimal sign",
}
"""Each file that writes numbers for a file, a key or the store, and why nobody reads them there."""

_CODE = re.compile(r"[+ -]?[0-9]*[,_]?(?:\.[0-9{}]+)?[feEgGn%]|[+]?[,_]|\+d|[+,]*\.\{\}[fg]?")
_IN_TEXT = re.compile(r"\{\w*:[^{}]*[feEgGn%,]\}")


RULE = (
    "Numbers for a person are written by `number`, `short_number` or `localised` of legwork.numerals: they know the "
    "decimal sign of the reader's place, a format code does not. What only a file or the store gets: list the file in "
    "KEPT_AS_THEY_ARE, with the reason."
)


def codes(source: str) -> Iterator[tuple[int, str]]:
    """Line and code wherever a number is written by a format code; times of day and padded digits are none."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            parts = node.format_spec.values
            code = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
            if _CODE.fullmatch(code):
                yield node.lineno, f"the format code “:{code}”"
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id == "format":
                yield node.lineno, "format()"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from ((node.lineno, f"the format code in “{one}”") for one in _IN_TEXT.findall(node.value))


def files() -> list[Path]:
    return [file for floor in FLOORS for file in sorted((PACKAGE / floor).rglob("*.py"))]


@pytest.mark.parametrize("file", files(), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_number_for_a_person_is_written_by_a_format_code(file: Path) -> None:
    if file.relative_to(PACKAGE).as_posix() not in KEPT_AS_THEY_ARE:
        refuse(broken_in(file, codes), RULE)


def test_what_is_listed_as_kept_still_writes_numbers() -> None:
    refuse_idle(KEPT_AS_THEY_ARE, PACKAGE, codes)


@pytest.mark.parametrize(
    "source",
    [
        'f"{x:.1f}"',
        'f"{x:g}"',
        'f"{x:,}"',
        'f"{x:+.{places}f}"',
        'f"{x:,.0f}"',
        '"{x:.1f}".format(x=x)',
        "format(x, s)",
    ],
)
def test_a_format_code_is_found(source: str) -> None:
    assert [line for line, _ in codes(source)] == [1]


@pytest.mark.parametrize("source", ['f"{x:02}"', 'f"{when:%H:%M}"', 'f"{name:>12}"', 'f"{x}"', '"{count} sets: {x}"'])
def test_times_and_padding_are_none(source: str) -> None:
    assert not list(codes(source))
