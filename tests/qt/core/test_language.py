"""The language of the window: chosen in Settings, switched at once, there again after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDateEdit, QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from legwork import i18n, numerals, place
from legwork.qt.core import language
from program_driver import ALEX, Desk, fill, opened

GERMAN = {
    "Settings": "Einstellungen",
    "Today": "Heute",
    "&File": "&Datei",
    "Look and language": "Aussehen und Sprache",
    "Change the language": "Sprache ändern",
    "Change the colours": "Farben ändern",
    "About Legwork": "Über Legwork",
    "Undo": "Rückgängig",
    "Monday": "Montag",
}


@pytest.fixture(autouse=True)
def folder_of_catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A German program of a few texts; English and the computer's place again afterwards."""
    folder = tmp_path / "resources" / "i18n"
    (folder / "de").mkdir(parents=True)
    for name, texts in (("program", GERMAN), ("catalogue", {})):
        catalogue = Catalog(locale="de")
        for english, german in texts.items():
            catalogue.add(english, german)
        with (folder / "de" / f"{name}.mo").open("wb") as stream:
            write_mo(stream, catalogue)
    monkeypatch.setattr(language, "resources_dir", lambda: tmp_path / "resources")
    yield folder
    monkeypatch.undo()
    language.speak()


def rail(desk: Desk, page: str) -> str:
    return desk.window.rail.buttons[page].text().strip()


def test_a_language_holds_at_once_everywhere_and_is_undone(desk: Desk) -> None:
    desk.go("measure")
    desk.go("settings")
    desk.click("theme_dark")
    desk.click("language_de")
    desk.settle()
    assert desk.page.name == "settings"
    assert (rail(desk, "settings"), rail(desk, "today")) == ("Einstellungen", "Heute")
    assert desk.window.menuBar().actions()[0].text() == "Da&tei"
    assert "Aussehen und Sprache" in [one.text() for one in desk.window.findChildren(QLabel) if one.isVisible()]
    assert desk.child(QPushButton, "language_de").isChecked()
    assert desk.undo_action().text() == "Rückgängig Sprache ändern"
    desk.undo()
    desk.settle()
    assert (rail(desk, "settings"), desk.window.menuBar().actions()[0].text()) == ("Settings", "&File")
    assert desk.undo_action().text() == "Undo Change the colours", "what was done in English"
    desk.redo()
    desk.settle()
    desk.undo()
    desk.settle()
    assert rail(desk, "settings") == "Settings"


def test_steps_of_undo_are_named_anew(desk: Desk) -> None:
    desk.go("settings")
    desk.click("theme_dark")
    desk.click("language_de")
    desk.settle()
    assert [desk.context.runner.stack.text(place) for place in range(2)] == ["Farben ändern", "Sprache ändern"]


def test_what_stands_beside_the_window_closes(desk: Desk) -> None:
    desk.menu_action("action_about").trigger()
    desk.settle()
    desk.go("settings")
    desk.click("language_de")
    desk.settle()
    assert [one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible()] == ["main_window"]


def test_a_language_is_there_again_before_anything_is_read(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.go("settings")
        desk.click("language_de")
        desk.settle()
    language.speak()
    with opened(qtbot, folder) as desk:
        assert rail(desk, "settings") == "Einstellungen"
        assert desk.program.view.text("language") == "de"


def test_numbers_and_the_texts_of_qt_go_with_it(desk: Desk) -> None:
    desk.remember(date.today(), waist="82.5")
    desk.go("settings")
    desk.click("language_de")
    desk.go("measure")
    assert desk.reading("waist").text() == "82,5"
    assert desk.stored("waist") == ["82.5 cm"], "kept as typed"
    desk.click(desk.reading("waist"))
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("waist") == ["82.5 cm"]
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    desk.qtbot.addWidget(box)
    assert [one.text() for one in box.buttons()] == ["Abbrechen"]
    language.speak("en")
    again = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    desk.qtbot.addWidget(again)
    assert [one.text() for one in again.buttons()] == ["Cancel"]


@pytest.mark.parametrize(
    ("choice", "computer", "spoken", "sign", "first"),
    [
        ("system", "de_DE", "de", ",", 0),
        ("system", "de_CH", "de", ".", 0),
        ("system", "nl_NL", "en", ",", 0),
        ("system", "en_US", "en", ".", 6),
        ("de", "en_US", "de", ",", 6),
        ("de", "de_CH", "de", ".", 0),
        ("en", "de_DE", "en", ".", 0),
        ("de", "C", "de", ",", 0),
        ("system", "C", "en", ".", 0),
    ],
)
def test_the_place_is_that_of_the_computer_where_its_language_is_spoken(
    qtbot: QtBot, choice: str, computer: str, spoken: str, sign: str, first: int
) -> None:
    language.speak(choice, QLocale(computer))
    assert (i18n.language(), numerals.decimal_sign(), place.weekdays()[0]) == (spoken, sign, first)
    assert QLocale().language() in (QLocale(spoken).language(), QLocale.Language.C)
    assert language.chosen() == choice


def test_a_calendar_begins_as_in_this_place(desk: Desk) -> None:
    place.use_first_weekday(6)
    desk.go("measure")
    edit = desk.page.date_edit  # type: ignore[attr-defined]
    assert isinstance(edit, QDateEdit)
    assert edit.calendarWidget().firstDayOfWeek() is Qt.DayOfWeek.Sunday
