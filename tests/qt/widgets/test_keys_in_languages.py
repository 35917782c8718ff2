"""Keys are called one way: what texts and help name is what menus, tips and the overview of keys show."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from legwork.i18n import ENGLISH, LANGUAGES
from legwork.paths import resources_dir
from legwork.qt.core import language
from legwork.qt.widgets.keys import keys_text

sys.path.insert(0, str(Path(__file__).parents[3] / "packaging"))
import catalogues

OTHERS = [one for one in LANGUAGES if one != ENGLISH]
CHORD = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:Enter|Space|Ins|Del|Home|End|PgUp|PgDown|Up|Down|Left|Right|Tab)\b")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.speak()


def unlike(english: str, translated: str) -> list[str]:
    """The keys that an English text names and its translation calls otherwise than the program does."""
    there = " ".join(translated.split())
    return [f"{keys_text(one)} in: {there[:80]}" for one in CHORD.findall(english) if keys_text(one) not in there]


@pytest.mark.parametrize("spoken", OTHERS)
def test_texts_name_keys_as_menus_do(qtbot: QtBot, spoken: str) -> None:
    language.speak(spoken)
    found = []
    for message in catalogues.read(spoken, "program"):
        if message.id and isinstance(message.id, str):
            found += unlike(message.id, str(message.string))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("spoken", OTHERS)
def test_help_names_keys_as_menus_do(qtbot: QtBot, spoken: str) -> None:
    language.speak(spoken)
    found, named = [], 0
    for file in sorted((resources_dir() / "help" / ENGLISH).glob("*.md")):
        english = file.read_text(encoding="utf-8")
        named += len(CHORD.findall(english))
        translated = (resources_dir() / "help" / spoken / file.name).read_text(encoding="utf-8")
        found += [f"{file.name}: {one}" for one in unlike(english, translated)]
    assert named > 10
    assert not found, "\n".join(found)
