"""What a page says about itself: a hint for whoever is new to it, and what it is when one asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from legwork.qt.page_list import PAGES
from legwork.qt.widgets.layout import EmptyState, Page
from legwork.services.help_topics import topic
from program_driver import ALEX, Desk, fill, opened

HINTED = [one.name for one in PAGES if one.hint]


def said(desk: Desk) -> str:
    """What stands below the title of the page that is shown; empty for nothing."""
    page = desk.page
    assert isinstance(page, Page)
    line = page.findChild(QLabel, "page_aside_text")
    return line.text() if line is not None and line.isVisible() else ""


def hint_of(name: str) -> str:
    return next(one.hint for one in PAGES if one.name == name)


def is_empty(desk: Desk) -> bool:
    page = desk.page
    assert isinstance(page, Page)
    return any(one.isVisible() for one in page.findChildren(EmptyState))


@pytest.mark.parametrize("name", [one.name for one in PAGES])
def test_a_question_mark_tells_what_the_page_is(desk: Desk, name: str) -> None:
    desk.go(name)
    mark = desk.child(QToolButton, "page_about")
    assert min(mark.width(), mark.height()) >= 28 and mark.accessibleName() and mark.toolTip()
    mark.setFocus()
    desk.press(Qt.Key.Key_Space)
    told = topic(next(one.help for one in PAGES if one.name == name))
    assert told is not None and said(desk) == told.what
    assert len([one for one in desk.window.findChildren(QWidget, "page_aside") if one.isVisible()]) == 1
    desk.child(QPushButton, "page_aside_close").setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert said(desk) != told.what and mark.hasFocus() and not mark.isChecked()


def test_from_there_it_is_one_step_to_the_topic(desk: Desk) -> None:
    desk.go("balance")
    desk.click("page_about")
    desk.click("page_aside_more")
    assert desk.page.name == "help"  # type: ignore[attr-defined]
    assert desk.page.text.toPlainText().startswith("How the balance is judged")  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", HINTED)
def test_a_page_that_is_new_gives_one_hint_and_an_empty_one_none(desk: Desk, name: str) -> None:
    desk.go(name)
    desk.settle()
    assert said(desk) == ("" if is_empty(desk) else hint_of(name))


def test_a_hint_that_was_read_is_gone_for_good(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.go("measure")
        assert said(desk) == hint_of("measure")
        desk.click("page_aside_close")
        assert said(desk) == ""
        desk.go("food")
        assert said(desk) == hint_of("food"), "each page has its own"
    with opened(qtbot, folder) as desk:
        desk.go("measure")
        assert said(desk) == ""


def test_settings_show_the_hints_again(desk: Desk) -> None:
    desk.go("settings")
    again = desk.child(QPushButton, "show_hints")
    assert not again.isEnabled(), "none was put away"
    desk.go("measure")
    desk.click("page_aside_close")
    desk.go("settings")
    assert again.isEnabled()
    desk.click(again)
    assert not again.isEnabled()
    desk.go("measure")
    assert said(desk) == hint_of("measure")


def test_undo_brings_a_hint_back(desk: Desk) -> None:
    desk.go("measure")
    desk.click("page_aside_close")
    desk.ctrl(Qt.Key.Key_Z)
    assert said(desk) == hint_of("measure")


def test_the_cursor_goes_to_the_work_when_a_hint_is_read(desk: Desk) -> None:
    desk.go("measure")
    desk.click("page_aside_close")
    assert desk.reading("body_weight").hasFocus()


@pytest.mark.parametrize("name", HINTED)
def test_the_sample_has_no_hints(sample_desk: Desk, name: str) -> None:
    sample_desk.go(name)
    sample_desk.settle()
    assert said(sample_desk) == ""


def test_what_a_page_is_stands_instead_of_its_hint_never_beside_it(desk: Desk) -> None:
    desk.go("measure")
    desk.click("page_about")
    told = topic("measuring")
    assert told is not None and said(desk) == told.what
    desk.click("page_about")
    assert said(desk) == hint_of("measure")


def test_nobody_yet_no_hint(empty_desk: Desk) -> None:
    empty_desk.go("data")
    assert said(empty_desk) == ""


@pytest.mark.parametrize("one", [one for one in PAGES if one.hint], ids=HINTED)
def test_a_hint_is_one_sentence(one: object) -> None:
    text = one.hint  # type: ignore[attr-defined]
    assert len(text) < 120 and text.endswith(".") and ". " not in text


def test_the_hint_of_the_charts_stands_on_the_view_that_it_is_about(desk: Desk) -> None:
    desk.remember(date(2026, 3, 2), waist="82.5")
    desk.go("charts")
    assert said(desk) == hint_of("charts")
    for other in ("goals", "calendar", "dose"):
        desk.click(f"charts_show_{other}")
        desk.settle()
        assert said(desk) == ""
    desk.click("charts_show_time")
    desk.settle()
    assert said(desk) == hint_of("charts")
