"""About: what it is, that no network is used, and every part's licence, found by words and read whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from legwork import __version__
from legwork.qt.dialogs.about import AboutDialog
from program_driver import LONGEST_WORK_MS, Desk

KEY = Qt.Key


@pytest.fixture
def about(desk: Desk) -> Iterator[AboutDialog]:
    desk.menu_action("action_about").trigger()
    dialog = desk.window.findChild(AboutDialog)
    assert dialog is not None and dialog.isVisible()
    desk.qtbot.waitUntil(lambda: not dialog.busy, timeout=LONGEST_WORK_MS)
    yield dialog
    if desk.window.findChild(AboutDialog) is not None:
        dialog.close()


def parts(dialog: AboutDialog) -> list[tuple[str, str]]:
    items = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
    return [(one.text(0), one.text(1)) for one in items if one is not None]


def texts(dialog: AboutDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel))


def find(desk: Desk, dialog: AboutDialog, words: str) -> None:
    dialog.wanted.clear()
    desk.click(dialog.wanted)
    desk.qtbot.keyClicks(dialog.wanted, words)
    desk.settle()


def test_it_says_which_version_and_that_no_network_is_used(about: AboutDialog) -> None:
    assert f"Version {__version__}, with Python 3." in texts(about)
    assert "Legwork never connects to a network." in texts(about)
    assert "stays in a folder on this computer" in texts(about)


def test_legwork_comes_first_and_its_licence_is_read_at_once(about: AboutDialog) -> None:
    names = [name for name, _ in parts(about)]
    assert names[0] == f"Legwork {__version__}" and names[1].startswith("Qt and PySide6 6.")
    assert dict(parts(about))[names[1]] == "LGPL-3.0"
    assert {name.split()[0] for name in names} >= {"SQLAlchemy", "numpy", "pyqtgraph", "Python", "Phosphor"}
    shown = about.text.toPlainText()
    assert "Licence: MIT" in shown and "The Legwork authors" in shown


def test_the_arrow_keys_lead_from_part_to_part(desk: Desk, about: AboutDialog) -> None:
    desk.click(about.list.viewport(), about.list.visualItemRect(about.list.topLevelItem(0)).center())
    desk.qtbot.keyClick(about.list, KEY.Key_Down)
    shown = about.text.toPlainText()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in shown and "You may replace Qt" in shown
    assert "https://download.qt.io/official_releases/qt/" in shown


def test_words_are_found_in_names_and_in_texts_and_shown_where_they_stand(desk: Desk, about: AboutDialog) -> None:
    total = len(parts(about))
    find(desk, about, "robert wilhelm")
    assert [name for name, _ in parts(about)] == ["FreeType"]
    assert about.counted.text() == f"1 of {total} parts"
    assert about.text.textCursor().selectedText().casefold() == "robert"
    first = about.text.textCursor().position()
    desk.qtbot.keyClick(about.wanted, KEY.Key_Return)
    assert about.text.textCursor().position() != first
    assert about.isVisible(), "Enter in the field closes nothing"
    find(desk, about, "no such words anywhere")
    assert parts(about) == [] and about.text.toPlainText() == "Nothing here has these words."
    find(desk, about, "")
    assert len(parts(about)) == total and about.counted.text() == f"{total} parts"


def test_the_part_that_is_read_stays_chosen_while_words_are_typed(desk: Desk, about: AboutDialog) -> None:
    [zlib] = about.list.findItems("zlib", Qt.MatchFlag.MatchExactly)
    about.list.setCurrentItem(zlib)
    find(desk, about, "Adler")
    assert about.list.currentItem().text(0) == "zlib"
    assert "Mark Adler" in about.text.toPlainText()


def test_the_version_can_be_copied_for_a_report(desk: Desk, about: AboutDialog) -> None:
    desk.click(about.findChild(QPushButton, "about_copy"))
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"Legwork: Version {__version__}, with Python") and "\n" not in copied


def test_asked_for_twice_it_is_there_once_and_escape_closes_it(desk: Desk, about: AboutDialog) -> None:
    desk.menu_action("action_about").trigger()
    assert len(desk.window.findChildren(AboutDialog)) == 1
    desk.qtbot.keyClick(about, KEY.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.window.findChild(AboutDialog) is None)


def test_everything_in_it_has_a_name_for_a_screen_reader(about: AboutDialog) -> None:
    for widget in (about, about.list, about.text, about.wanted, *about.findChildren(QPushButton)):
        assert widget.accessibleName() and widget.objectName()
