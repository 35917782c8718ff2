"""Who may import whom, read from the source: no module is run. CONTRIBUTING.md has the floors in a table."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from house_rules import FILES, PACKAGE, named, refuse

DESKTOP = PACKAGE.parent

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
    "sqlalchemy": (("legwork.store",), "ask store.reader for rows, and a unit of work to write them"),
    "python_calamine": (("legwork.formats.spreadsheet",), "let it turn the workbook into rows of texts"),
    "alembic": (("legwork.store",), "a migration runs when the store is opened, and nowhere else"),
    "sqlite3": (("legwork.store", "legwork.formats.fitnotes_backup"), "the file of a profile is the store's alone"),
    "pyqtgraph": (("legwork.qt.charts",), "it costs 0.3 s, so it waits for the first chart: use what qt.charts offers"),
    "PySide6.QtPrintSupport": (("legwork.qt.printing",), "hand a document to qt.printing, which also shows it first"),
    "PySide6": (("legwork.qt", *ROOT_MODULES), "all else runs without a window: hand over plain values"),
    "jeepney": (("legwork.qt.core.session_bus",), "show notifications through qt.core.notifications"),
    "qtawesome": ((), "only its font file is read, its code costs half a second: ask qt.core.icons"),
}
"""Libraries with a single owner, and how the others get what they need."""

LAYERS = (
    ("core",),
    ("models", "widgets", "charts", "printing"),
    ("pages", "dialogs"),
    ("page_list",),
    ("over",),
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
        return f"{named(self.file, self.line)} imports {self.name}"


@cache
def _imports(file: Path) -> tuple[Import, ...]:
    found: list[Import] = []

    def walk(node: ast.AST, late: bool) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                found.extend(Import(file, child.lineno, alias.name, late) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                found.extend(Import(file, child.lineno, name, late) for name in _named(child))
            else:
                function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
                typing = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
                walk(child, late or function or typing)

    walk(ast.parse(file.read_text(encoding="utf-8")), False)
    return tuple(found)


def _named(node: ast.ImportFrom) -> Iterator[str]:
    """`from legwork.qt import icons` names a module, `from legwork.errors import UserError` a thing in one."""
    if node.level or node.module is None:
        yield "." * node.level + (node.module or "")
        return
    for alias in node.names:
        whole = f"{node.module}.{alias.name}"
        is_module = whole.startswith("legwork.") and (DESKTOP / whole.replace(".", "/")).with_suffix(".py").exists()
        is_folder = whole.startswith("legwork.") and (DESKTOP / whole.replace(".", "/")).is_dir()
        yield whole if is_module or is_folder or node.module == "PySide6" else node.module


def _module(file: Path) -> str:
    parts = file.relative_to(DESKTOP).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _within(name: str, parts: tuple[str, ...]) -> bool:
    return any(name == part or name.startswith(f"{part}.") for part in parts)


def _wrong(floor: Floor, name: str) -> Iterator[Import]:
    """The imports on the floor of that name that it may not have."""
    for one in (one for file in FILES if _within(_module(file), (name,)) for one in _imports(file)):
        if one.name in LEAVES or one.name.startswith("."):
            continue
        if _within(one.name, ("legwork",)):
            allowed = _within(one.name, floor.ours)
        else:
            allowed = one.name.split(".")[0] in sys.stdlib_module_names or _within(one.name, floor.theirs)
        if not allowed:
            yield one


@pytest.mark.parametrize("name", FLOORS)
def test_imports_point_one_way(name: str) -> None:
    floor = FLOORS[name]
    refuse(
        map(str, _wrong(floor, name)),
        f"Imports point one way, so that each floor can be understood and tried without those above it. {name} may "
        f"import {', '.join((*floor.ours, *floor.theirs)) or 'nothing but Python'}; {floor.remedy}.",
    )


def test_imports_are_written_in_full() -> None:
    refuse(
        (str(one) for file in FILES for one in _imports(file) if one.name.startswith(".")),
        "Imports are written in full, from legwork on: so one search finds all who use a module.",
    )


def test_every_module_stands_on_a_floor() -> None:
    known = ("legwork.__init__", *FLOORS, *ROOT_MODULES)
    refuse(
        (named(file) for file in FILES if _module(file) != "legwork" and not _within(_module(file), known)),
        "What stands on no floor can import anything. Put these into domain, formats, store, services, cli or qt, or "
        "say in FLOORS what they may import.",
    )


@pytest.mark.parametrize("library", OWNERS)
def test_single_owners(library: str) -> None:
    owners, remedy = OWNERS[library]
    imports = [one for file in FILES for one in _imports(file) if _within(one.name, (library,))]
    refuse(
        (str(one) for one in imports if not _within(_module(one.file), owners)),
        f"{library} belongs to {' and '.join(owners) or 'nobody'} alone, so that it can be replaced: {remedy}.",
    )


def test_the_composition_root_leaves_the_store_to_services() -> None:
    imports = [one for file in FILES if _within(_module(file), ROOT_MODULES) for one in _imports(file)]
    refuse(
        (str(one) for one in imports if _within(one.name, ("legwork.store",))),
        "The store is opened in one place, which also backs it up: go through legwork.services.profile.",
    )


@pytest.mark.parametrize(
    ("folder", "library", "cost"), [("domain", "numpy", "0.1 s at every start"), ("qt", "jeepney", "0.03 s unasked")]
)
def test_what_costs_a_start_is_imported_where_it_is_used(folder: str, library: str, cost: str) -> None:
    imports = [one for file in (PACKAGE / folder).rglob("*.py") for one in _imports(file)]
    refuse(
        (str(one) for one in imports if _within(one.name, (library,)) and not one.late),
        f"{library} at the top of a module costs {cost}: import it inside the function that uses it.",
    )


def test_the_window_is_painted_before_the_store_is_loaded() -> None:
    """SQLAlchemy costs 0.25 s: nothing that the window needs at once may import it, directly or through others."""
    early = {"legwork.bootstrap": ""}
    todo = list(early)
    while todo:
        file = (DESKTOP / todo.pop().replace(".", "/")).with_suffix(".py")
        for one in _imports(file) if file.exists() else ():
            if not one.late and _within(one.name, ("legwork",)) and one.name not in early:
                early[one.name] = f"by {named(file, one.line)}"
                todo.append(one.name)
    refuse(
        (f"{module} {by}" for module, by in sorted(early.items()) if _within(module, ("legwork.store",))),
        "The window is painted before the store is loaded, which takes 0.25 s. On the way from bootstrap, import these "
        "inside the function that uses them.",
    )


def _part(module: str) -> str:
    """The folder or file right under qt."""
    return module.removeprefix("legwork.qt.").split(".")[0]


def _rank(part: str) -> int:
    return next(rank for rank, parts in enumerate(LAYERS) if part in parts)


QT_FILES = [file for file in FILES if _within(_module(file), ("legwork.qt",)) and _module(file) != "legwork.qt"]


def test_every_part_of_the_window_stands_on_a_layer() -> None:
    known = [part for parts in LAYERS for part in parts]
    refuse(
        (named(file) for file in QT_FILES if _part(_module(file)) not in known),
        f"What stands on no layer of the window can import anything. Put these into one of {', '.join(known[:-2])}.",
    )


def test_imports_inside_qt_point_one_way() -> None:
    found = []
    for file in (one for one in QT_FILES if any(_part(_module(one)) in parts for parts in LAYERS)):
        ours = [one for one in _imports(file) if one.name.startswith("legwork.qt.")]
        found += [str(one) for one in ours if _rank(_part(one.name)) > _rank(_part(_module(file)))]
    refuse(
        found,
        f"Inside qt imports point one way: {' < '.join(', '.join(parts) for parts in LAYERS)}. What these need from "
        "above, let the page hand in; what they want done above, let them say by a signal.",
    )


def test_pages_do_not_know_each_other() -> None:
    found = []
    for file in (PACKAGE / "qt" / "pages").rglob("*.py"):
        own = file.relative_to(PACKAGE / "qt" / "pages").parts[0].removesuffix(".py")
        pages = [one for one in _imports(file) if one.name.startswith("legwork.qt.pages.")]
        found += [str(one) for one in pages if one.name.split(".")[3] != own]
    refuse(
        found,
        "Pages do not know each other, so that each is built on its first visit alone. To turn to another one: "
        "context.navigate; what two of them show belongs into qt/widgets.",
    )
