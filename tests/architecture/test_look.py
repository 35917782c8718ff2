"""Colours and lengths of the window come from the theme; `qt/core/theme` and `qt/core/style_sheet` say which."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from house_rules import PACKAGE, broken_in, refuse, refuse_idle
from legwork.qt.core.theme import SPACE

QT = PACKAGE / "qt"
RULE = "Colours and lengths come from the theme: people switch it, need high contrast, and make the text larger."
OWNERS = ("core/theme.py", "core/style_sheet.py")

KEPT_AS_THEY_ARE = {
    "dialogs/crash.py": "it must show when the theme is what failed",
}
"""Files that may name a colour or a length of their own, and why."""

_HEX = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}\Z")
_SIZES = re.compile(r"set(?:Fixed|Minimum|Maximum)(?:Width|Height|Size)\Z")
_GAPS = ("setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing")
_PAPER = ("white", "transparent")
"""What a sheet of paper and an empty picture begin with, in every theme."""


def numbers(node: ast.AST) -> Iterator[int]:
    """The lengths said in an argument: 8, px(8), theme.px(8), -8, 8 if narrow else 16."""
    if isinstance(node, ast.Constant) and type(node.value) is int:
        yield node.value
    elif isinstance(node, ast.UnaryOp):
        yield from numbers(node.operand)
    elif isinstance(node, ast.IfExp):
        yield from numbers(node.body)
        yield from numbers(node.orelse)
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "px":
        for one in node.args:
            yield from numbers(one)


def faults(source: str) -> Iterator[tuple[int, str]]:
    """Line and fault of each colour or length that the theme does not own."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _HEX.match(node.value):
            yield node.lineno, f"the colour {node.value}: give it a role in resources/themes, ask theme.colour for it"
        named = isinstance(node, ast.Attribute) and getattr(node.value, "attr", "") == "GlobalColor"
        if isinstance(node, ast.Attribute) and named and node.attr not in _PAPER:
            yield node.lineno, f"the colour {node.attr}: ask theme.colour for a role"
        if isinstance(node, ast.ImportFrom):
            for one in (one.name for one in node.names if "Animation" in one.name):
                yield node.lineno, f"{one}: nothing moves by itself here; many desktops ask for less motion"
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        parts = [one.value for one in node.args if isinstance(one, ast.Constant)] if name == "QColor" else []
        if len(parts) in (3, 4) and parts[3:] != [0]:
            yield node.lineno, "a colour by its parts: ask theme.colour for a role"
        if _SIZES.match(name):
            for one in node.args:
                if isinstance(one, ast.Constant) and type(one.value) is int and one.value > 1:
                    yield node.lineno, f"a length of {one.value} pixels on every screen: say theme.px({one.value})"
        gaps = list(node.args) if name in _GAPS else []
        gaps += [one.value for one in node.keywords if one.arg in ("spacing", "margin")]
        for length in (length for one in gaps for length in numbers(one)):
            if length not in SPACE:
                yield node.lineno, f"a gap of {length}: take one of {SPACE}"


def files() -> list[Path]:
    return [file for file in sorted(QT.rglob("*.py")) if file.relative_to(QT).as_posix() not in OWNERS]


@pytest.mark.parametrize("file", files(), ids=lambda file: file.relative_to(QT).as_posix())
def test_colours_and_lengths_are_the_themes(file: Path) -> None:
    if file.relative_to(QT).as_posix() not in KEPT_AS_THEY_ARE:
        refuse(broken_in(file, faults), RULE)


def test_what_is_kept_still_needs_it() -> None:
    refuse_idle(KEPT_AS_THEY_ARE, QT, faults)


@pytest.mark.parametrize(
    "source",
    [
        'QColor("#0B6E78")',
        'f(colour="#fff")',
        "Qt.GlobalColor.red",
        "from PySide6.QtCore import QPropertyAnimation",
        "QColor(11, 110, 120)",
        "x.setFixedWidth(120)",
        "x.setMinimumSize(240, 160)",
        "x.setContentsMargins(0, 0, theme.px(7), 0)",
        "row(one, two, spacing=9)",
        "card(one, margin=self._theme.px(13))",
        "x.setSpacing(9 if narrow else 8)",
    ],
)
def test_a_length_or_colour_of_its_own_is_found(source: str) -> None:
    assert list(faults(source))


@pytest.mark.parametrize(
    "source",
    [
        'theme.colour("legs")',
        'label("#1")',
        "QColor(0, 0, 0, 0)",
        "Qt.GlobalColor.white",
        "x.setMinimumWidth(1)",
        "x.setFixedWidth(theme.px(121))",
        "x.setFixedHeight(height)",
        "x.setContentsMargins(0, theme.px(8), gap, 4)",
        "row(one, two, spacing=theme.px(12))",
    ],
)
def test_what_follows_the_theme_is_let_be(source: str) -> None:
    assert list(faults(source)) == []
