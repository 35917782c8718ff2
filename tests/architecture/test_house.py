"""The rest of the house rules: version, folders, icons, and the library that must not come back."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import sys
from pathlib import Path

import pytest

from legwork import __version__

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "desktop" / "legwork"
FILES = sorted(PACKAGE.rglob("*.py"))


def test_the_changelog_knows_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", text, re.MULTILINE), "add this version to CHANGELOG.md"


def test_there_is_one_version_only() -> None:
    init = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    assert init.count("=") == 1
    for file in FILES:
        if file != PACKAGE / "__init__.py":
            assert f'"{__version__}"' not in file.read_text(encoding="utf-8"), f"{file.name} repeats the version"


@pytest.mark.parametrize("folder", ["desktop", "tests", "packaging"])
def test_top_folders_are_no_packages(folder: str) -> None:
    assert not (ROOT / folder / "__init__.py").exists(), f"{folder}/ must never shadow a library of that name"


def test_tests_have_no_packages_at_all() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_the_top_of_the_checkout_stays_tidy() -> None:
    known = {"desktop", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
    built = {"dist", "build", "tour"}
    found = {one.name for one in ROOT.iterdir() if not one.name.startswith(".")}
    assert found <= known | built, f"{found - known - built}: DESIGN section 1 has a place for it"


CHARMAP_FILE = "phosphor-charmap-1.3.0.json"


def test_icons_are_those_that_qtawesome_ships() -> None:
    from legwork.qt.core.icons import CODE_POINTS, FONT_FILE

    spec = importlib.util.find_spec("qtawesome")
    assert spec is not None and spec.origin is not None
    fonts = Path(spec.origin).parent / "fonts"
    charmap = json.loads((fonts / CHARMAP_FILE).read_text(encoding="utf-8"))
    assert (fonts / FONT_FILE).exists()
    theirs = {name: int(charmap[name], 16) for name in CODE_POINTS if name in charmap}
    assert theirs == CODE_POINTS


def test_every_icon_that_is_asked_for_is_known() -> None:
    from legwork.qt.core.icons import CODE_POINTS

    for file in (PACKAGE / "qt").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "icon":
                for name in (one.value for one in node.args[:1] if isinstance(one, ast.Constant)):
                    assert name in CODE_POINTS, f"{file.name}:{node.lineno}: {name} is not in icons.CODE_POINTS"


def test_setters_do_not_use_up_none() -> None:
    """PySide6 6.12.0 drops a reference to None at each call that returns nothing; Python 3.11 then aborts."""
    from PySide6.QtCore import QRectF

    rectangle = QRectF()
    before = sys.getrefcount(None)
    for _ in range(1000):
        rectangle.setWidth(1.0)
    assert sys.getrefcount(None) > before - 500, "this PySide6 breaks Python 3.11: take another version"
