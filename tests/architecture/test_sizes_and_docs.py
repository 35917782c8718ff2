"""Files stay small enough to read, and each says what it owns."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "desktop" / "legwork"
FILES = sorted(PACKAGE.rglob("*.py"))
EVERYWHERE = [file for part in ("desktop", "tests", "packaging") for file in sorted((ROOT / part).rglob("*.py"))]

MOST, COMFORTABLE, LONGEST_FUNCTION = 500, 400, 60
LONG: dict[str, str] = {}
"""Files of the program over 400 lines, with the reason why they are better whole."""


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def _lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_no_file_is_too_long() -> None:
    for file in EVERYWHERE:
        assert _lines(file) <= MOST, f"{_name(file)} has {_lines(file)} lines: split it along what it owns"


def test_long_files_give_a_reason() -> None:
    for file in FILES:
        if _lines(file) > COMFORTABLE:
            assert _name(file) in LONG, f"{_name(file)} has {_lines(file)} lines: split it, or give the reason in LONG"
    for name in LONG:
        assert _lines(ROOT / name) > COMFORTABLE, f"{name} is short again: take it out of LONG"


def test_every_module_says_what_it_owns() -> None:
    for file in EVERYWHERE:
        docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
        assert docstring, f"{_name(file)} begins without a docstring: say in a line or two what it owns"


def _public(file: Path) -> list[ast.FunctionDef | ast.ClassDef]:
    """Public classes and functions of a module, and the public methods of the classes that own something."""
    body = ast.parse(file.read_text(encoding="utf-8")).body
    found = [one for one in body if isinstance(one, ast.FunctionDef | ast.ClassDef) and not one.name.startswith("_")]
    classes = [one for one in found if isinstance(one, ast.ClassDef)]
    methods = [part for one in classes for part in one.body if isinstance(part, ast.FunctionDef)]
    return [*found, *(one for one in methods if not one.name.startswith("_") and not _overrides(one))]


def _overrides(method: ast.FunctionDef) -> bool:
    """Edit.label and Edit.run are told once, in Edit."""
    return method.name in ("label", "run")


@pytest.mark.parametrize("floor", ["domain", "formats", "store", "services"])
def test_what_is_public_below_the_window_has_a_docstring(floor: str) -> None:
    for file in (PACKAGE / floor).rglob("*.py"):
        if "versions" in file.parts:
            continue
        for one in _public(file):
            assert ast.get_docstring(one), f"{_name(file)}:{one.lineno} {one.name}: say what it gives, in plain words"


def test_formulas_name_their_source() -> None:
    """A function of domain whose docstring gives a formula or a threshold names where it comes from."""
    for name in (
        "bodyfat.py", "tape.py", "tape_error.py", "trend.py", "kalman.py", "verdict.py", "limb.py", "measures.py",
        "population.py", "balance.py", "standing.py", "sides.py", "ideals.py", "frame.py", "strength.py",
        "strength_balance.py", "strength_notes.py", "plan_brief.py", "pain_holds.py", "causes/rules.py",
        "causes/observed.py", "causes/diagnosis.py",
    ):  # fmt: skip
        text = (PACKAGE / "domain" / name).read_text(encoding="utf-8")
        assert "Source:" in text, f"domain/{name} has formulas: give author, year, journal or report"


def test_functions_can_be_seen_whole() -> None:
    for file in (file for file in FILES if "versions" not in file.parts):  # a migration is one list of tables
        for one in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(one, ast.FunctionDef):
                length = (one.end_lineno or one.lineno) - one.lineno + 1
                assert length <= LONGEST_FUNCTION, f"{_name(file)}:{one.lineno} {one.name}: {length} lines; split it"
