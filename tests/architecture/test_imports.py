"""Who may import whom (DESIGN section 1), read from the source: no module is run.

A message names the file and line, the rule that it breaks, and what to do instead.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "desktop"
PACKAGE = ROOT / "legwork"
FILES = sorted(PACKAGE.rglob("*.py"))

LEAVES = ("legwork", "legwork.errors", "legwork.i18n", "legwork.numerals", "legwork.place", "legwork.privacy")
"""Beside the floors: any of ours may import them. `legwork` itself holds the version only."""


@dataclass(frozen=True)
class Floor:
    """What a part of the program may import. ours: parts of Legwork. theirs: libraries beyond Python's own."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    remedy: str


RECORDS = (
    "legwork.formats.records",
    "legwork.formats.training_records",
    "legwork.formats.parts",
    "legwork.formats.mapping",
)
"""What formats hand over: neutral, and known to all who show or choose of it."""

FLOORS = {
    "legwork.domain": Floor(
        ("legwork.domain",), ("numpy",), "domain knows bodies and training only: hand it plain values as arguments"
    ),
    "legwork.formats": Floor(
        ("legwork.formats", "legwork.domain"),
        ("python_calamine",),
        "formats turn bytes into neutral records: what is done with them belongs to services",
    ),
    "legwork.store": Floor(
        ("legwork.store", "legwork.paths"),
        ("sqlalchemy", "alembic"),
        "store keeps rows without knowing what they mean: put meaning into services",
    ),
    "legwork.services": Floor(
        ("legwork.services", "legwork.domain", "legwork.formats", "legwork.store", "legwork.paths"),
        (),
        "services have no Qt and no SQL: ask store.reader for rows, and let qt ask services",
    ),
    "legwork.qt": Floor(
        ("legwork.qt", "legwork.services", "legwork.domain", *RECORDS, "legwork.paths", "legwork.log"),
        ("PySide6", "pyqtgraph", "numpy", "shiboken6", "jeepney"),
        "the window asks services, never the store or a file format: add a function to services",
    ),
    "legwork.errors": Floor((), (), "errors sits beside the floors and imports nothing of ours"),
    "legwork.i18n": Floor((), (), "i18n sits beside the floors and imports numerals alone"),
    "legwork.numerals": Floor((), (), "numerals sits beside the floors and imports nothing of ours"),
    "legwork.place": Floor(("legwork.paths",), (), "place sits beside the floors; the window asks qt.core.language"),
    "legwork.privacy": Floor((), (), "privacy sits beside the floors and imports nothing of ours"),
    "legwork.paths": Floor((), ("platformdirs",), "paths sits beside the floors"),
    "legwork.log": Floor((), (), "log sits beside the floors"),
    "legwork.screens": Floor((), (), "screens sits beside the floors and imports nothing of ours"),
    "legwork.cli": Floor(
        ("legwork.cli", "legwork.services", *RECORDS, "legwork.paths"), (), "cli calls services as the window does"
    ),
    "legwork.__main__": Floor(
        ("legwork.cli", "legwork.bootstrap", "legwork.self_test"), (), "the entry only hands over"
    ),
}
"""The composition root knows every floor but the store: what is named below."""

ROOT_MODULES = (
    "legwork.bootstrap",
    "legwork.session",
    "legwork.reopening",
    "legwork.bench_report",
    "legwork.self_test",
)

OWNERS = {
    "sqlalchemy": ("legwork.store",),
    "python_calamine": ("legwork.formats.spreadsheet",),
    "alembic": ("legwork.store",),
    "sqlite3": ("legwork.store", "legwork.formats.fitnotes_backup"),
    "pyqtgraph": ("legwork.qt.charts",),
    "PySide6.QtPrintSupport": ("legwork.qt.printing",),
    "PySide6": ("legwork.qt", *ROOT_MODULES),
    "jeepney": ("legwork.qt.core.session_bus",),
    "qtawesome": (),
}
"""Libraries with a single owner. qtawesome: only its font file is used, never its code (DESIGN section 9)."""

LAYERS = (
    ("core",),
    ("models", "widgets", "charts", "printing"),
    ("pages", "dialogs"),
    ("page_list",),
    ("main_window",),
)
"""The floors inside qt, lowest first."""


@dataclass(frozen=True)
class Import:
    """One imported module. late: inside a function, or for type checkers only."""

    file: Path
    line: int
    name: str
    late: bool

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.name}"


@cache
def _imports(file: Path) -> tuple[Import, ...]:
    found: list[Import] = []

    def walk(node: ast.AST, late: bool) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                found.extend(Import(file, child.lineno, alias.name, late) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{file}:{child.lineno}: write imports in full, from legwork on"
                found.extend(Import(file, child.lineno, name, late) for name in _named(child))
            else:
                function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
                typing = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
                walk(child, late or function or typing)

    walk(ast.parse(file.read_text(encoding="utf-8")), False)
    return tuple(found)


def _named(node: ast.ImportFrom) -> Iterator[str]:
    """`from legwork.qt import icons` names a module, `from legwork.errors import UserError` a thing in one."""
    assert node.module is not None
    for alias in node.names:
        whole = f"{node.module}.{alias.name}"
        is_module = whole.startswith("legwork.") and (ROOT / whole.replace(".", "/")).with_suffix(".py").exists()
        is_folder = whole.startswith("legwork.") and (ROOT / whole.replace(".", "/")).is_dir()
        yield whole if is_module or is_folder or node.module == "PySide6" else node.module


def _module(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _within(name: str, parts: tuple[str, ...]) -> bool:
    return any(name == part or name.startswith(f"{part}.") for part in parts)


@pytest.mark.parametrize("name", FLOORS)
def test_imports_point_one_way(name: str) -> None:
    floor = FLOORS[name]
    for one in (one for file in FILES if _within(_module(file), (name,)) for one in _imports(file)):
        if one.name in LEAVES:
            continue
        if _within(one.name, ("legwork",)):
            assert _within(one.name, floor.ours), f"{one}, which lies on a floor that it must not know: {floor.remedy}."
        elif one.name.split(".")[0] not in sys.stdlib_module_names:
            assert _within(one.name, floor.theirs), f"{one}, a library of another floor: {floor.remedy}."


def test_every_module_stands_on_a_floor() -> None:
    for file in FILES:
        module = _module(file)
        known = module == "legwork" or _within(module, (*FLOORS, *ROOT_MODULES))
        assert known, f"{module} stands on no floor: put it on one, or say in FLOORS what it may import"


@pytest.mark.parametrize("library", OWNERS)
def test_single_owners(library: str) -> None:
    for file in FILES:
        for one in _imports(file):
            if _within(one.name, (library,)):
                owners = " or ".join(OWNERS[library]) or "nobody"
                assert _within(_module(file), OWNERS[library]), f"{one}: {library} belongs to {owners} alone"


def test_the_composition_root_leaves_the_store_to_services() -> None:
    for file in FILES:
        if _within(_module(file), ROOT_MODULES):
            for one in _imports(file):
                assert not _within(one.name, ("legwork.store",)), f"{one}: go through legwork.services.profile"


def test_domain_loads_numpy_only_where_it_is_used() -> None:
    for file in (PACKAGE / "domain").rglob("*.py"):
        for one in _imports(file):
            if _within(one.name, ("numpy",)):
                assert one.late, f"{one} at its top, which costs every start 0.1 s: import it inside the function"


def test_jeepney_is_loaded_with_the_first_notification() -> None:
    for file in FILES:
        for one in _imports(file):
            if _within(one.name, ("jeepney",)):
                assert one.late, f"{one} at its top, which costs 0.03 s unasked: import it inside the function"


def test_the_window_is_painted_before_the_store_is_loaded() -> None:
    """SQLAlchemy costs 0.25 s: nothing that the window needs at once may import it, directly or through others."""
    early = {"legwork.bootstrap"}
    todo = list(early)
    while todo:
        file = (ROOT / todo.pop().replace(".", "/")).with_suffix(".py")
        for one in _imports(file) if file.exists() else ():
            if not one.late and _within(one.name, ("legwork",)) and one.name not in early:
                early.add(one.name)
                todo.append(one.name)
    loaded = sorted(name for name in early if _within(name, ("legwork.store",)))
    assert not loaded, f"bootstrap loads {loaded} before the first paint (DESIGN section 9): import it in a function"


def _part(module: str) -> str:
    """The folder or file right under qt."""
    return module.removeprefix("legwork.qt.").split(".")[0]


def _rank(part: str) -> int:
    return next(rank for rank, parts in enumerate(LAYERS) if part in parts)


QT_FILES = [file for file in FILES if _within(_module(file), ("legwork.qt",)) and _module(file) != "legwork.qt"]


def test_imports_inside_qt_point_one_way() -> None:
    for file in QT_FILES:
        here = _part(_module(file))
        assert any(here in parts for parts in LAYERS), f"qt/{here} is on no layer: see DESIGN section 1"
        for one in _imports(file):
            if one.name.startswith("legwork.qt."):
                above = _rank(_part(one.name)) > _rank(here)
                assert not above, f"{one}, which is above it: hand it in, or send a signal"


def test_pages_do_not_know_each_other() -> None:
    for file in (PACKAGE / "qt" / "pages").rglob("*.py"):
        own = file.relative_to(PACKAGE / "qt" / "pages").parts[0].removesuffix(".py")
        for one in _imports(file):
            if one.name.startswith("legwork.qt.pages."):
                other = one.name.split(".")[3]
                assert other == own, f"{one}: pages meet in main_window only; ask through Context.navigate"
