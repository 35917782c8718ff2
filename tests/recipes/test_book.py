"""CONTRIBUTING.md names what is there, is short, and each of its recipes is tested by doing it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recipe_steps import BOOK, ROOT, Recipe, recipes

HERE = Path(__file__).parent
MADE = {"resources/i18n/it/program.po", "resources/i18n/it/catalogue.po", "resources/help/it"}
"""What a recipe makes."""

_NAMED = re.compile(r"`((?:desktop|resources|tests|packaging)/[\w./-]*)`")
_SHORT = re.compile(r"`((?:services|domain|qt|cli|store|formats)/[\w./-]*)`")
MOST_LINES, MOST_FILES = 14, 4


each = pytest.mark.parametrize("one", recipes(), ids=lambda one: one.name)


def test_there_is_a_recipe_for_each_thing_that_joins() -> None:
    assert [one.name for one in recipes()] == [
        "Add a measurement site", "Add an exercise", "Add an import format", "Add a language", "Add a page",
    ]  # fmt: skip


@each
def test_a_recipe_is_carried_out_by_a_test(one: Recipe) -> None:
    tests = [file for file in HERE.glob("test_add_*.py") if f'carry_out("{one.name}"' in file.read_text("utf-8")]
    assert tests, f"no test in tests/recipes follows “{one.name}”"


@each
def test_a_recipe_is_short_and_touches_few_files(one: Recipe) -> None:
    steps = [line for line in one.steps.splitlines() if line.strip()]
    assert len(steps) <= MOST_LINES, f"{len(steps)} lines: simplify the house, or say less"
    touched = set(re.findall(r"(?m)^(?:---|\+\+\+) (\S+)$", one.diffs))
    assert 1 <= len(touched) <= MOST_FILES, f"{sorted(touched)}: a newcomer has to find them all"


def test_what_is_named_is_there() -> None:
    text = BOOK.read_text(encoding="utf-8")
    named = {*_NAMED.findall(text), *(f"desktop/legwork/{one}" for one in _SHORT.findall(text))}
    gone = sorted(one for one in named - MADE if not (ROOT / one).exists())
    assert len(named) > 20 and not gone, f"CONTRIBUTING.md names what is not there: {gone}"
