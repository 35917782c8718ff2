"""Whose work Legwork stands on: from what is installed, and from what a build has collected."""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from legwork import __version__
from legwork.paths import resources_dir
from legwork.services import licences
from legwork.services.licences import Component, as_json, as_text, components, gather

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
import catalogues

TEXTS = resources_dir() / "licences" / "texts"
NO_TEXT = {"ANSUR II (2012)", "OpenPowerlifting", "SQLite", "XZ Utils (liblzma)", "Microsoft Visual C++ runtime"}
"""Public domain, or under terms that are to be read where they are kept."""


def named(parts: tuple[Component, ...]) -> dict[str, Component]:
    assert len({one.name for one in parts}) == len(parts), "a part is told of twice"
    return {one.name: one for one in parts}


def test_all_that_legwork_asks_for_is_told_of_with_its_text() -> None:
    found = named(components())
    for name in ("SQLAlchemy", "alembic", "numpy", "pyqtgraph", "platformdirs", "python-calamine", "QtAwesome", "Mako"):
        one = found[name]
        assert one.version == version(name) and one.home.startswith("http") and len(one.text) > 500, name
    assert "pytest" not in found and "hypothesis" not in found, "what only tests need does not ship"
    assert found["Qt and PySide6"].version == version("PySide6-Essentials")
    for name, one in found.items():
        assert one.licence and (one.text or name in NO_TEXT), name


def test_qt_comes_with_the_whole_lgpl_and_where_its_source_is() -> None:
    text = named(components())["Qt and PySide6"].text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text and "GNU GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert "https://download.qt.io/official_releases/" in text


def test_what_is_compiled_into_a_package_is_told_of_with_it() -> None:
    text = named(components())["python-calamine"].text
    assert text.startswith("MIT License") or "Permission is hereby granted" in text
    listed = text.partition("Compiled into it\n\n")[2].splitlines()
    assert any(line.startswith("quick-xml ") and line.endswith(": MIT") for line in listed)
    assert len(listed) > 20


def test_legwork_python_and_qt_come_first_then_all_by_name() -> None:
    names = [one.name for one in components()]
    assert names[:3] == ["Legwork", "Qt and PySide6", "Python"]
    assert names[3:] == sorted(names[3:], key=str.casefold)
    assert components()[0].version == __version__ and "MIT License" in components()[0].text


def test_of_a_bundle_what_is_in_it_is_told_of_and_nothing_else() -> None:
    modules = ["legwork.cli", "sqlalchemy.orm", "markupsafe._speedups", "json"]
    files = ["_internal/libffi.so.8", "_internal/python3.11/lib-dynload/pyexpat.cpython-311-x86_64-linux-gnu.so"]
    found = named(gather(modules, files))
    assert {"SQLAlchemy", "MarkupSafe", "libffi", "Expat", "PyInstaller's starter"} <= set(found)
    assert not {"numpy", "alembic", "SQLite", "ICU", "Microsoft Visual C++ runtime"} & set(found)


def test_a_bundle_for_windows_is_known_by_the_names_there() -> None:
    files = [r"_internal\VCRUNTIME140.dll", r"_internal\sqlite3.dll", r"_internal\DLLs\_decimal.pyd"]
    assert {"Microsoft Visual C++ runtime", "SQLite", "libmpdec"} <= set(named(gather(["legwork"], files)))


def test_what_a_build_collected_is_read_back_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = (
        Component("Legwork", "1", "MIT", "", "", "Žižka & Søn"),
        Component("zlib", "", "Zlib", "https://zlib.net", "x", ""),
    )
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / licences.COLLECTED).write_text(as_json(parts), encoding="utf-8")
    monkeypatch.setattr(licences, "resources_dir", lambda: tmp_path)
    assert components() == parts


def test_as_one_text_nothing_is_left_out() -> None:
    parts = components()
    text = as_text(parts)
    assert all(one.name in text and one.text in text for one in parts)


def test_every_text_is_used_and_every_text_that_is_named_is_there() -> None:
    listed = json.loads((resources_dir() / "licences" / "components.json").read_text(encoding="utf-8"))
    used = {name for one in listed for name in one.get("texts", ())}
    assert used == {file.stem for file in TEXTS.iterdir()}


def test_no_text_speaks_of_where_it_was_copied_from() -> None:
    for file in TEXTS.iterdir():
        assert "Debian" not in file.read_text(encoding="utf-8"), file.name


def test_what_legwork_says_of_itself_can_be_translated() -> None:
    said = components()[0].note
    assert said.startswith("This program")
    assert any(one.id == said for one in catalogues.template("program"))
