"""Files stay small enough to read, and each says what it owns."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from house_rules import FILES, PACKAGE, ROOT, named, refuse

EVERYWHERE = [file for part in ("desktop", "tests", "packaging") for file in sorted((ROOT / part).rglob("*.py"))]

MOST, LONGEST_FUNCTION = 400, 60


def _lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_no_file_is_too_long() -> None:
    refuse(
        (f"{named(file)} has {_lines(file)} lines" for file in EVERYWHERE if _lines(file) > MOST),
        f"A file is read as a whole, and past {MOST} lines it owns more than one thing: split these.",
    )


def test_every_module_says_what_it_owns() -> None:
    refuse(
        (named(file, 1) for file in EVERYWHERE if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))),
        "Who opens a file wants to know whether it is the right one: begin these with a docstring that says in a line "
        "or two what they own, and what they must not do.",
    )


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
    files = [file for file in (PACKAGE / floor).rglob("*.py") if "versions" not in file.parts]
    bare = [(file, one) for file in files for one in _public(file) if not ast.get_docstring(one)]
    refuse(
        (f"{named(file, one.lineno)} {one.name}" for file, one in bare),
        "Who calls it from another floor should not have to read it. Say in plain words what these take and give, with "
        "units and what None means; or begin their names with an underscore.",
    )


def test_formulas_name_their_source() -> None:
    """A function of domain whose docstring gives a formula or a threshold names where it comes from."""
    for name in (
        "bodyfat.py", "tape.py", "tape_error.py", "trend.py", "kalman.py", "verdict.py", "limb.py", "measures.py",
        "population.py", "balance.py", "standing.py", "sides.py", "ideals.py", "frame.py", "strength.py",
        "strength_balance.py", "strength_notes.py", "plan_brief.py", "pain_holds.py", "causes/rules.py",
        "causes/observed.py", "causes/diagnosis.py",
    ):  # fmt: skip
        file = PACKAGE / "domain" / name
        refuse(
            [] if "Source:" in file.read_text(encoding="utf-8") else [named(file)],
            "Here are formulas by which people are judged: say beside each where it comes from, in a line “Source: "
            "author, year, journal or report”, or that it is a convention.",
        )


def test_functions_can_be_seen_whole() -> None:
    found = []
    for file in (file for file in FILES if "versions" not in file.parts):  # a migration is one list of tables
        for one in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (one.end_lineno or one.lineno) - one.lineno + 1
                if length > LONGEST_FUNCTION:
                    found.append(f"{named(file, one.lineno)} {one.name}: {length} lines")
    refuse(found, f"A function is seen as a whole, so none has more than {LONGEST_FUNCTION} lines: give parts a name.")
