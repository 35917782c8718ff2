"""Every icon that the window asks for is there, is a real drawing, and takes the theme's colour."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

import legwork.qt
from legwork.paths import resources_dir
from legwork.qt.core.icons import CODE_POINTS, FONT_FILE, Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.page_list import PAGES


def asked_for() -> set[str]:
    """The names in icon("...") and pixmap("...") and EmptyState(context, "...") anywhere in qt/."""
    found = {one.icon for one in PAGES}
    for file in Path(legwork.qt.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                place = {"icon": 0, "pixmap": 0, "EmptyState": 1}.get(name)
                if place is not None and len(node.args) > place and isinstance(node.args[place], ast.Constant):
                    found.add(node.args[place].value)
    return found


@pytest.fixture
def icons(qapp: QApplication) -> Iterator[Icons]:
    theme = ThemeManager(resources_dir() / "themes")
    theme.apply("light")
    yield Icons(theme)
    qapp.setStyleSheet("")


def ink(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() > 127 for x in range(image.width()) for y in range(image.height()))


def test_the_window_asks_only_for_icons_that_there_are() -> None:
    wanted = asked_for()
    assert len(wanted) > 8
    assert wanted <= CODE_POINTS.keys()


def test_the_code_points_are_those_of_the_font() -> None:
    spec = find_spec("qtawesome")
    assert spec is not None and spec.origin is not None
    table = Path(spec.origin).parent / "fonts" / f"{Path(FONT_FILE).stem.replace('phosphor', 'phosphor-charmap')}.json"
    known = {name: int(code, 16) for name, code in json.loads(table.read_text(encoding="utf-8")).items()}
    assert {name: known.get(name) for name in CODE_POINTS} == CODE_POINTS


@pytest.mark.parametrize("name", sorted(CODE_POINTS))
def test_each_icon_is_a_drawing(icons: Icons, name: str) -> None:
    image = icons.pixmap(name, 40, QColor("#0B6E78")).toImage()
    assert image.width() == image.height()
    assert 30 < ink(image) < 0.7 * image.width() * image.height()
    edges = [image.pixelColor(x, y).alpha() for x in range(image.width()) for y in (0, image.height() - 1)]
    assert max(edges) < 128, "it is not cut off"


def test_no_two_icons_look_the_same(icons: Icons) -> None:
    images = [icons.pixmap(name, 40, QColor("black")).toImage() for name in CODE_POINTS]
    assert all(one != other for place, one in enumerate(images) for other in images[:place])


def test_icons_take_their_colour(icons: Icons) -> None:
    image = icons.pixmap("gear", 40, QColor("#B4491F")).toImage()
    full = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255]
    assert full and all(colour.name() == "#b4491f" for colour in full)
