"""Texts in other languages: which catalogue speaks, plurals, and names inside a sentence."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from legwork import i18n

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "packaging"))
from babel.messages.catalog import Catalog  # noqa: E402
from babel.messages.mofile import write_mo  # noqa: E402

import catalogues  # noqa: E402


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    i18n.use_catalogue(NullTranslations(), i18n.ENGLISH)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A German program with four texts and one exercise."""
    program, exercises = Catalog(locale="de"), Catalog(locale="de")
    program.add("Undo", "Rückgängig")
    program.add("left", "übrig", context="rest")
    program.add("left", "links", context="side")
    program.add(("{count} set", "{count} sets"), ("{count} Satz", "{count} Sätze"))
    exercises.add("Back squat", "Kniebeuge")
    (tmp_path / "de").mkdir()
    for name, catalogue in (("program", program), ("catalogue", exercises)):
        with (tmp_path / "de" / f"{name}.mo").open("wb") as stream:
            write_mo(stream, catalogue)
    return tmp_path


def test_the_first_language_that_is_there_speaks(folder: Path) -> None:
    i18n.use_language(folder, ["nl", "de", "en"])
    assert i18n.language() == "de"
    assert i18n.tr("Undo") == "Rückgängig"
    assert [i18n.ntr("{count} set", "{count} sets", count) for count in (1, 3)] == ["1 Satz", "3 Sätze"]
    assert (i18n.ptr("side", "left"), i18n.ptr("rest", "left")) == ("links", "übrig")
    assert i18n.tr("Back squat") == "Kniebeuge", "the texts of exercises are there too"


def test_a_text_without_translation_is_shown_in_english(folder: Path) -> None:
    i18n.use_language(folder, ["de"])
    assert i18n.tr("Redo {what}", what="x") == "Redo x"
    assert i18n.ptr("side", "right") == "right"
    assert i18n.ntr("{count} rep", "{count} reps", 2) == "2 reps"


@pytest.mark.parametrize("wanted", [["en", "de"], ["nl"], []])
def test_english_where_it_is_wanted_or_nothing_else_is_there(folder: Path, wanted: list[str]) -> None:
    i18n.use_language(folder, ["de"])
    i18n.use_language(folder, wanted)
    assert (i18n.language(), i18n.tr("Undo")) == ("en", "Undo")


def test_a_name_within_a_sentence_begins_small_but_for_nouns_of_german_and_abbreviations() -> None:
    assert [i18n.within(name) for name in ("Mid-thigh", "RIR", "")] == ["mid-thigh", "RIR", ""]
    i18n.use_catalogue(NullTranslations(), "de")
    assert i18n.within("Oberschenkel") == "Oberschenkel"


def test_every_text_of_the_program_can_be_found_by_a_catalogue() -> None:
    program = {message.id for message in catalogues.template("program") if message.id}
    assert "Undo" in program
    assert {message.id for message in catalogues.template("catalogue")} >= {"Back squat", "Romanian deadlift"}


@pytest.mark.parametrize("call", ['tr(f"{x} sets")', 'tr("a" + x)', 'ntr("a", f"{x}", 2)'])
def test_a_text_put_together_while_running_is_refused(call: str) -> None:
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    with pytest.raises(catalogues.UnreadableTextError, match="here:1"):
        list(catalogues._said(node, node.func.id, "here:1"))
