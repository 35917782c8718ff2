"""What a build collects for About, from lists as PyInstaller has them."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def collecting(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """packaging/licences.py, loaded by itself."""
    spec = importlib.util.spec_from_file_location("packaging_licences", PACKAGING / "licences.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


PURE = [("sqlalchemy.orm", "/x/sqlalchemy/orm/__init__.py", "PYMODULE"), ("json", "/x/json/__init__.py", "PYMODULE")]
BINARIES = [
    ("numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so", "/x/numpy.so", "EXTENSION"),
    ("libsqlite3.so.0", "/x/libsqlite3.so.0", "BINARY"),
]


def test_the_files_lie_where_the_program_looks_for_them(collecting: ModuleType, tmp_path: Path) -> None:
    found = collecting.collect(tmp_path / "build" / "licences", PURE, BINARIES, [("legwork/resources/x", "/x", "DATA")])
    places = {place: Path(source) for place, source, kind in found if kind == "DATA"}
    assert set(places) == {"legwork/resources/licences/collected.json", "legwork/resources/licences/licences.txt"}
    parts = json.loads(places["legwork/resources/licences/collected.json"].read_text(encoding="utf-8"))
    names = {one["name"] for one in parts}
    assert {"Legwork", "SQLAlchemy", "numpy", "SQLite", "Qt and PySide6", "PyInstaller's starter"} <= names
    assert "pyqtgraph" not in names and "libffi" not in names
    text = places["legwork/resources/licences/licences.txt"].read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_an_extension_counts_for_its_package_and_a_library_does_not(collecting: ModuleType, tmp_path: Path) -> None:
    def names(kind: str) -> set[str]:
        entry = ("markupsafe/_speedups.cpython-311-x86_64-linux-gnu.so", "/x", kind)
        [place, *_] = collecting.collect(tmp_path, [], [entry], [])
        return {one["name"] for one in json.loads(Path(place[1]).read_text(encoding="utf-8"))}

    assert "MarkupSafe" in names("EXTENSION") and "MarkupSafe" not in names("BINARY")


def test_libraries_of_nobody_are_no_trouble(collecting: ModuleType, tmp_path: Path) -> None:
    strange = [("lib.so", "/usr/lib/no/such/file.so", "BINARY"), ("other.so", "relative/other.so", "BINARY")]
    assert collecting.collect(tmp_path, [], strange, [])


def test_they_are_collected_once_and_into_the_folder_of_the_build() -> None:
    """Two of the same name in the lists: which one is shipped would be left to chance."""
    script = (PACKAGING / "legwork.spec").read_text(encoding="utf-8")
    assert re.findall(r"licences\.collect\((.+?),", script) == ['Path(workpath) / "licences"']
    assert len(re.findall(r"^import licences$", script, re.MULTILINE)) == 1
