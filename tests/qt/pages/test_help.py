"""The help that ships with the program: there is some, and every topic can be read."""

from __future__ import annotations

from PySide6.QtCore import Qt

from legwork.paths import resources_dir
from legwork.qt.pages.help import HelpPage
from program_driver import Desk


def page_of(desk: Desk) -> HelpPage:
    page = desk.go("help")
    assert isinstance(page, HelpPage)
    return page


def test_there_is_help_and_the_first_topic_is_open(desk: Desk) -> None:
    page = page_of(desk)
    assert page.topics.count() > 0, "resources/help holds no text"
    assert page.topics.currentRow() == 0
    assert page.text.toPlainText().strip()


def test_every_topic_renders_with_its_title(desk: Desk) -> None:
    page = page_of(desk)
    assert page.topics.count() == len(list((resources_dir() / "help").glob("*.md")))
    seen = set()
    page.topics.setFocus()
    for row in range(page.topics.count()):
        text = page.text.toPlainText()
        assert text.startswith(page.topics.item(row).text())
        assert len(text) > 100 and "**" not in text and "](" not in text
        seen.add(text)
        desk.press(Qt.Key.Key_Down)
    assert len(seen) == page.topics.count()


def test_f1_opens_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F1)
    assert desk.page.name == "help"


def test_the_names_of_the_topics_are_read_without_scrolling_sideways(desk: Desk) -> None:
    topics = page_of(desk).topics
    assert topics.horizontalScrollBar().maximum() == 0
    for row in range(topics.count()):
        item = topics.item(row)
        wide = topics.fontMetrics().horizontalAdvance(item.text())
        assert topics.visualItemRect(item).height() >= topics.fontMetrics().height() * (
            2 if wide > topics.viewport().width() else 1
        )
