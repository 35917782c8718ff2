"""The rest of the house rules: version, folders, icons, and the library that must not come back."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import sys
from pathlib import Path

from house_rules import FILES, PACKAGE, ROOT, named, refuse
from legwork import __version__

TEXTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE")


def test_the_changelog_knows_this_version() -> None:
    file = ROOT / "CHANGELOG.md"
    known = re.search(rf"^## {re.escape(__version__)}\b", file.read_text(encoding="utf-8"), re.MULTILINE)
    refuse(
        [] if known else [named(file)],
        f"Who updates wants to know what is new: begin a section “## {__version__}” that says it.",
    )


def test_there_is_one_version_only() -> None:
    rule = "The version stands in desktop/legwork/__init__.py alone, or two of them will differ: import __version__."
    init = PACKAGE / "__init__.py"
    refuse([named(init)] if init.read_text("utf-8").count("=") != 1 else [], f"{rule} Nothing else is set there.")
    others = [file for file in FILES if file != init]
    refuse([named(file) for file in others if f'"{__version__}"' in file.read_text(encoding="utf-8")], rule)


def test_folders_of_the_checkout_are_no_packages() -> None:
    tops = [ROOT / folder / "__init__.py" for folder in ("desktop", "packaging")]
    found = [one for one in (*tops, *(ROOT / "tests").rglob("__init__.py")) if one.exists()]
    refuse(map(named, found), "A folder that is a package can shadow a library of its name, so these go: delete them.")


def test_the_top_of_the_checkout_stays_tidy() -> None:
    known = {"desktop", "resources", "tests", "packaging", "pyproject.toml", *TEXTS}
    built = {"dist", "build", "tour"}
    found = {one.name for one in ROOT.iterdir() if not one.name.startswith(".")}
    refuse(
        sorted(found - known - built),
        "Whoever comes here sees the top first, so it stays short. The program belongs into desktop/, what it reads "
        "into resources/, what checks it into tests/, what builds it into packaging/.",
    )


CHARMAP_FILE = "phosphor-charmap-1.3.0.json"


def test_icons_are_those_that_qtawesome_ships() -> None:
    from legwork.qt.core.icons import CODE_POINTS, FONT_FILE

    spec = importlib.util.find_spec("qtawesome")
    assert spec is not None and spec.origin is not None
    fonts = Path(spec.origin).parent / "fonts"
    for name in (CHARMAP_FILE, FONT_FILE):
        assert (fonts / name).exists(), f"this qtawesome has no {name}: name the font it has, here and in icons.py"
    charmap = {name: int(point, 16) for name, point in json.loads((fonts / CHARMAP_FILE).read_text("utf-8")).items()}
    refuse(
        (f"{name}: {hex(point)}, not {hex(charmap.get(name, 0))}" for name, point in CODE_POINTS.items()
         if charmap.get(name) != point),
        f"Icons are signs of qtawesome's font, so that none is drawn here: give these in qt/core/icons.py the code "
        f"points of {CHARMAP_FILE}.",
    )  # fmt: skip


def test_every_icon_that_is_asked_for_is_known() -> None:
    from legwork.qt.core.icons import CODE_POINTS

    found = []
    for file in (PACKAGE / "qt").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "icon":
                names = (one.value for one in node.args[:1] if isinstance(one, ast.Constant))
                found += [f"{named(file, node.lineno)}: {name}" for name in names if name not in CODE_POINTS]
    refuse(found, "An icon that is not known would show nothing: add these to CODE_POINTS in qt/core/icons.py.")


def test_setters_do_not_use_up_none() -> None:
    """PySide6 6.12.0 drops a reference to None at each call that returns nothing; Python 3.11 then aborts."""
    from PySide6.QtCore import QRectF

    rectangle = QRectF()
    before = sys.getrefcount(None)
    for _ in range(1000):
        rectangle.setWidth(1.0)
    assert sys.getrefcount(None) > before - 500, "this PySide6 breaks Python 3.11: take another version"
