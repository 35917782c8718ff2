"""The whole program in a made-up language: no text is left in English, and all of it fits when it is longer by 40 %.

What is typed by people, names of others' files and programs, units, keys and the signs of cells stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from legwork import i18n
from legwork.qt.core import language
from legwork.qt.page_list import PAGES
from made_up_language import MadeUp, made_up, plain_words
from page_views import all_dialogs, views
from program_driver import Desk, opened
from shown_texts import texts, unfit

SIZES = ((1280, 800), (1000, 700))
WORDS = {
    *("Legwork", "kcal", "RIR", "RPE", "OpenPowerlifting"),
    *("ramp", "side", "drop", "myo", "amrap", "each"),  # of a cell of the plan, which is typed so in every language
    *("Epley", "Brzycki", "Wathen", "Mayhew", "Lander", "Lombardi", "Conner"),  # who found formulas
    *("Alt", "Ctrl", "Left", "Right", "Down", "Home", "Shift", "Enter", "Ins", "Del", "Space"),  # keys, which Qt names
    *("Deutsch", "Español", "Français", "Português", "English"),  # each named as those who speak it do
}
NOT_OURS = (
    "about_parts", "data_folder", "profile_folder", "crash_folder", "log_folder", "crash_report", "log_text",
    "help_text", "help_topics",
)  # fmt: skip
"""Widgets that show names of libraries, folders, a report, and help, which is translated as a whole."""
GIVEN = {"questionnaire", "goal", "import", "import_training", "column_mapper"}
"""Dialogs on files and names of this test, whose words are others'; only whether they fit is looked at."""


@pytest.fixture
def sample(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """The sample history in the made-up language."""
    with opened(qtbot, folder) as desk:
        i18n.use_catalogue(MadeUp(), "xx")
        desk.program.session.open(desk.program.paths.sample, sample=True)
        desk.window.speak_anew()
        desk.settle()
        yield desk
    language.speak()


def left_in_english(root: QWidget) -> list[str]:
    found = []
    for name, text in texts(root):
        words = [one for one in plain_words(text) if one not in WORDS]
        if words and not any(name.endswith(f" {one}") for one in NOT_OURS):
            found.append(f"{name}: {text!r}")
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_speaks_and_fits(sample: Desk, size: tuple[int, int]) -> None:
    english, lacking = [], []
    sample.window.resize(*size)
    for page in (one.name for one in PAGES):
        sample.window.show_page(page)
        sample.settle()
        for view in views(sample, page):
            english += [f"{view}: {one}" for one in left_in_english(sample.window)]
            lacking += [f"{view}: {one}" for one in unfit(sample.window)]
    assert not english, "these never passed legwork.i18n.tr:\n" + "\n".join(english)
    assert not lacking, f"no room in {size[0]}x{size[1]}:\n" + "\n".join(lacking)


def test_every_dialog_speaks_and_fits(sample: Desk) -> None:
    english, lacking = [], []
    for name, dialog in all_dialogs(sample):
        if name not in GIVEN:
            english += [f"{name}: {one}" for one in left_in_english(dialog)]
        lacking += [f"{name}: {one}" for one in unfit(dialog)]
    assert not english, "these never passed legwork.i18n.tr:\n" + "\n".join(english)
    assert not lacking, "no room:\n" + "\n".join(lacking)


@pytest.mark.parametrize("spoken", [one for one in i18n.LANGUAGES if one != i18n.ENGLISH])
def test_every_page_fits_in(qtbot: QtBot, folder: Path, spoken: str) -> None:
    lacking = []
    with opened(qtbot, folder) as desk:
        language.speak(spoken)
        desk.window.resize(*SIZES[-1])
        desk.window.speak_anew()
        desk.settle()
        lacking += [f"welcome: {one}" for one in unfit(desk.window)]
        desk.program.session.open(desk.program.paths.sample, sample=True)
        language.speak(spoken)  # the sample opens in the language of the computer, as chosen in its settings
        desk.window.speak_anew()
        for page in (one.name for one in PAGES):
            desk.window.show_page(page)
            desk.settle()
            for view in views(desk, page):
                lacking += [f"{view}: {one}" for one in unfit(desk.window)]
                assert i18n.language() == spoken
    language.speak()
    assert not lacking, "no room:\n" + "\n".join(lacking)


def test_the_menus_speak(sample: Desk) -> None:
    for menu in sample.window.menuBar().actions():
        for entry in (menu, *menu.menu().actions()):
            words = [one for one in plain_words(re.sub("&", "", entry.text())) if one not in WORDS]
            assert not words, f"{entry.text()!r} never passed legwork.i18n.tr"


def test_the_made_up_language_is_longer_by_two_fifths() -> None:
    assert made_up("Settings") == "Séttíngsññññ"
    assert made_up("{count} sets of {name}") == "{count} séts óf {name} ñññ"
    assert plain_words("Séttíngs 12 kg") == []
    assert plain_words("Settings 12 kg") == ["Settings"]


def test_what_has_no_room_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    window.setObjectName("window")
    qtbot.addWidget(window)
    window.resize(200, 100)
    narrow, free = QLabel("A label that is cut off", window), QPushButton("Go", window)
    narrow.setGeometry(0, 0, 40, 20)
    free.setGeometry(100, 40, 80, 40)
    window.show()
    assert len(unfit(window)) == 1 and "is cut off" in unfit(window)[0]
    free.setGeometry(20, 0, 80, 40)
    assert any("lies on" in one for one in unfit(window))
    free.setGeometry(160, 40, 80, 40)
    assert any("leaves its place" in one for one in unfit(window))
