"""The help in the window: read by topic and heading, searched, gone through by links, with drawings in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from legwork.qt.page_list import PAGES
from legwork.qt.pages.help.page import HelpPage
from legwork.qt.pages.help.pictures import PICTURES, has_picture, image_of
from legwork.services.help_topics import PICTURE, pictures_in, topics
from legwork.services.settings import TEXT_PERCENT, THEME, ChangeSetting
from program_driver import Desk

ALL = topics()


def page_of(desk: Desk) -> HelpPage:
    page = desk.go("help")
    assert isinstance(page, HelpPage)
    return page


def shown(page: HelpPage) -> str:
    return page.text.toPlainText().splitlines()[0]


def first_seen(page: HelpPage) -> str:
    """The line at the upper edge of the text."""
    return page.text.cursorForPosition(QPoint(4, page.context.theme.px(12))).block().text()


def typed(desk: Desk, text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)
    desk.settle()


def found(page: HelpPage) -> list[str]:
    return [page.answers.item(row).text() for row in range(page.answers.count())]


def test_there_is_help_and_the_first_topic_is_open(desk: Desk) -> None:
    page = page_of(desk)
    assert page.contents.names() == [one.name for one in ALL]
    assert shown(page) == ALL[0].title


@pytest.mark.parametrize("topic", ALL, ids=[one.name for one in ALL])
def test_a_topic_is_laid_out_whole(desk: Desk, topic: object) -> None:
    page = page_of(desk)
    page.open_for(topic.name)  # type: ignore[attr-defined]
    text = page.text.toPlainText()
    assert shown(page) == topic.title  # type: ignore[attr-defined]
    for section in topic.sections:  # type: ignore[attr-defined]
        assert section.title in text
    assert "**" not in text and "](" not in text and "{#" not in text and "{sites" not in text
    for name in pictures_in(topic):  # type: ignore[arg-type]
        assert has_picture(name), name
        url = QUrl(PICTURE + name)
        drawn = page.text.document().resource(QTextDocument.ResourceType.ImageResource.value, url)
        assert isinstance(drawn, QImage) and drawn.width() <= page.text.viewport().width()


@pytest.mark.parametrize("percent", ["100", "150"])
@pytest.mark.parametrize("size", [(1000, 700), (1920, 1080)])
def test_lines_are_short_enough_to_read_and_nothing_is_cut_off(desk: Desk, percent: str, size: tuple[int, int]) -> None:
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, percent))
    desk.window.resize(*size)
    page = page_of(desk)
    for topic in ALL:
        page.open_for(topic.name)
        desk.settle()
        assert page.text.isVisible()
        assert page.text.horizontalScrollBar().maximum() <= 2, topic.name  # the outermost line of a table
        block = page.text.document().begin()
        while block.isValid():
            lines = [block.layout().lineAt(at) for at in range(block.layout().lineCount())]
            for line in lines:
                assert line.naturalTextWidth() <= page.text.viewport().width() + 1, (topic.name, block.text())
                assert line.textLength() <= 90, (topic.name, block.text())
            block = block.next()


def test_f1_opens_the_topic_of_each_page(desk: Desk) -> None:
    for one in PAGES:
        desk.window.show_page(one.name)
        desk.settle()
        desk.press(Qt.Key.Key_F1)
        page = desk.page
        assert isinstance(page, HelpPage)
        assert shown(page) == next(topic.title for topic in ALL if topic.name == one.help)
        assert page.text.hasFocus(), "arrows and Page Down read on"


def test_the_topics_are_gone_through_by_keys(desk: Desk) -> None:
    page = page_of(desk)
    page.contents.setFocus()
    seen = [shown(page)]
    for _ in range(400):
        desk.press(Qt.Key.Key_Down)
        if shown(page) != seen[-1]:
            seen.append(shown(page))
    assert seen == [one.title for one in ALL]
    desk.press(Qt.Key.Key_Return)
    assert page.text.hasFocus()


def test_headings_stand_below_the_open_topic_and_lead_to_their_place(desk: Desk) -> None:
    page = page_of(desk)
    page.open_for("numbers")
    item = page.contents.currentItem()
    assert item is not None and item.text(0) == "What the numbers mean" and item.isExpanded()
    below = [item.child(row).text(0) for row in range(item.childCount())]
    assert below[:2] == ["The tape's error", "Your own error"]
    page.contents.setFocus()
    for _ in range(below.index("Limb volume") + 1):
        desk.press(Qt.Key.Key_Down)
    assert first_seen(page) == "Limb volume"


def test_the_outline_follows_what_is_read(desk: Desk) -> None:
    page = page_of(desk)
    page.open_for("numbers")
    page.text.setFocus()
    bar = page.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    item = page.contents.currentItem()
    assert item is not None and item.text(0) != "What the numbers mean"


def test_a_word_is_searched_in_all_topics_and_opened_at_its_place(desk: Desk) -> None:
    page = page_of(desk)
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.search.hasFocus()
    typed(desk, "rauch kalm")
    rows = found(page)
    assert rows[0].startswith("What the numbers mean › The line on a chart.") and "Rauch" in rows[0]
    assert desk.child(QLabel, "help_told").text() == f"{len(rows)} places"
    desk.press(Qt.Key.Key_Down)
    assert page.answers.hasFocus() and first_seen(page) == "The line on a chart"
    marked = [one.cursor.selectedText() for one in page.text.extraSelections()]
    assert {"Rauch", "Kalm"} <= set(marked)
    desk.press(Qt.Key.Key_Return)
    assert page.text.hasFocus()


def test_esc_goes_from_a_search_back_to_the_topics(desk: Desk) -> None:
    page = page_of(desk)
    page.focus_first()
    typed(desk, "calf")
    assert page.answers.isVisible() and not page.contents.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert page.contents.isVisible() and page.search.text() == "" and page.text.extraSelections() == []


def test_typing_in_the_topics_searches(desk: Desk) -> None:
    page = page_of(desk)
    page.contents.setFocus()
    typed(desk, "w")
    typed(desk, "rist")
    assert page.search.text() == "wrist" and page.answers.count() > 0


def test_a_search_without_an_answer_says_what_to_do(desk: Desk) -> None:
    page = page_of(desk)
    page.focus_first()
    typed(desk, "zzzz")
    assert page.answers.count() == 0
    assert desk.child(QLabel, "help_told").text().startswith("Nothing is found.")


def test_links_lead_to_topics_headings_and_pages_and_back_returns(desk: Desk) -> None:
    page = page_of(desk)
    page.open_for("measuring")
    page.text.anchorClicked.emit(QUrl("help:sites#heights"))
    assert shown(page) == "How to measure each site" and first_seen(page) == "Heights over the floor"
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown(page) == "Measuring well"
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown(page) == "How to measure each site"
    desk.click("help_back")
    assert shown(page) == "Measuring well"
    page.text.anchorClicked.emit(QUrl("page:people"))
    assert desk.page.name == "people"  # type: ignore[attr-defined]


def test_a_link_is_reached_and_followed_by_keys(desk: Desk) -> None:
    page = page_of(desk)
    page.open_for("first-weeks")
    desk.press(Qt.Key.Key_Tab)
    assert page.text.textCursor().selectedText() == "Measure"
    desk.press(Qt.Key.Key_Return)
    assert desk.page.name == "measure"  # type: ignore[attr-defined]


def test_back_and_forward_end_where_reading_began_and_ended(desk: Desk) -> None:
    page = page_of(desk)
    back, on = desk.child(QPushButton, "help_back"), desk.child(QPushButton, "help_forward")
    assert not back.isEnabled() and not on.isEnabled()
    page.open_for("food")
    page.open_for("plan")
    page.back()
    assert back.isEnabled() and on.isEnabled() and shown(page) == "Food"
    page.open_for("data")
    assert not on.isEnabled(), "another way was taken"
    page.on()
    assert shown(page) == "Your data"


def test_back_returns_to_the_line_that_was_read(desk: Desk) -> None:
    page = page_of(desk)
    page.open_for("numbers")
    page.text.verticalScrollBar().setValue(300)
    page.open_for("food")
    page.back()
    assert page.text.verticalScrollBar().value() == 300


def test_words_are_found_in_the_open_text(desk: Desk) -> None:
    page = page_of(desk)
    page.open_for("data")
    desk.ctrl(Qt.Key.Key_F)
    field = desk.child(QLineEdit, "help_find")
    assert field.hasFocus()
    typed(desk, "undo")
    count = desk.child(QLabel, "help_find_count")
    places = len(page.text.extraSelections())
    assert places > 2 and count.text() == f"1 of {places}"
    desk.press(Qt.Key.Key_Return)
    assert count.text() == f"2 of {places}"
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert count.text() == f"{places} of {places}", "before the first comes the last"
    typed(desk, "zz")
    assert count.text() == "not found"
    desk.press(Qt.Key.Key_Escape)
    assert not field.isVisible() and page.text.hasFocus() and page.text.extraSelections() == []


def test_in_a_narrow_window_topics_and_text_take_turns(desk: Desk) -> None:
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, "150"))
    desk.window.resize(1000, 700)
    page = page_of(desk)
    assert page.text.isVisible() and not page.contents.isVisible()
    desk.click("help_show_topics")
    assert page.contents.hasFocus() and not page.text.isVisible()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert page.text.isVisible() and page.text.hasFocus()


def test_what_is_read_stays_when_the_theme_changes_and_is_drawn_in_its_colours(desk: Desk) -> None:
    page = page_of(desk)
    page.open_for("numbers")
    page.text.verticalScrollBar().setValue(120)
    light = drawn(page, "error")
    desk.context.runner.apply(ChangeSetting(THEME, "dark"))
    assert shown(page) == "What the numbers mean" and page.text.verticalScrollBar().value() == 120
    assert drawn(page, "error") != light


def drawn(page: HelpPage, name: str) -> QImage:
    kind = QTextDocument.ResourceType.ImageResource.value
    image = page.text.document().resource(kind, QUrl(PICTURE + name))
    assert isinstance(image, QImage)
    return image.copy()


@pytest.mark.parametrize("name", [*PICTURES, "site-calf", "site-wrist_height", "site-triceps_skinfold"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_drawing_is_as_sharp_as_the_screen_and_shows_something(desk: Desk, name: str, ratio: float) -> None:
    theme = desk.context.theme
    image = image_of(name, theme, 540, ratio)
    assert image.devicePixelRatio() == ratio
    assert image.width() <= 540 * ratio
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 8, "more than an empty ground"
    assert image_of(name, theme, 260, ratio).width() <= 260 * ratio


def test_every_drawing_is_used_and_told_in_words() -> None:
    used = {name for topic in ALL for name in pictures_in(topic)}
    assert set(PICTURES) <= used


def test_a_caption_stands_below_a_drawing(desk: Desk) -> None:
    page = page_of(desk)
    page.open_for("planner")
    cursor = QTextCursor(page.text.document().find("Your legs decide how many sets"))
    assert not cursor.isNull()
