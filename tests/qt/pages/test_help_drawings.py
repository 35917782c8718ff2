"""The drawings of the help: whole at every size of text and width of window, each with its caption once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from legwork import i18n
from legwork.qt.core import language
from legwork.qt.core.theme import ThemeManager
from legwork.qt.pages.help.page import HelpPage
from legwork.qt.pages.help.pictures import PICTURES, image_of
from legwork.services.help_topics import topics
from program_driver import Desk

ALL = topics()


class _Read(QPainter):
    """Keeps every text that is to be broken into lines and does not go whole into the box that it has."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.cut: list[str] = []

    def drawText(self, *told: object) -> None:  # type: ignore[override]
        if len(told) == 3 and isinstance(told[0], QRectF) and int(told[1]) & int(Qt.TextFlag.TextWordWrap):  # type: ignore[call-overload]
            box, flags, text = told
            needed = self.boundingRect(box, flags, text)  # type: ignore[call-overload]
            if needed.width() > box.width() or needed.height() > box.height():
                self.cut.append(str(text))
        super().drawText(*told)  # type: ignore[call-overload]


@pytest.mark.parametrize("spoken", i18n.LANGUAGES)
@pytest.mark.parametrize(("percent", "share"), [(100, 1.0), (100, 0.84), (150, 1.0), (150, 0.7)])
def test_no_words_of_a_drawing_are_cut_off(theme: ThemeManager, spoken: str, percent: int, share: float) -> None:
    """share: of the width that it is made for, as it comes to be where there is little room."""
    theme.apply("light", percent)
    language.speak(spoken)
    cut = {}
    for name, picture in PICTURES.items():
        width = theme.px(picture.width) * share
        height = picture.high(theme, width)
        image = QImage(round(width), height, QImage.Format.Format_RGB32)
        painter = _Read(image)
        picture.paint(painter, QRectF(0, 0, width, height), theme)
        painter.end()
        if painter.cut:
            cut[name] = painter.cut
    language.speak()
    assert not cut


def test_a_drawing_with_little_room_is_made_smaller_as_a_whole(theme: ThemeManager) -> None:
    theme.apply("light", 150)
    made_for = theme.px(PICTURES["loop"].width)
    whole, small = (image_of("loop", theme, room, 1.0) for room in (made_for, round(made_for * 0.8)))
    assert small.height() == pytest.approx(whole.height() * 0.8, abs=2)


def test_a_caption_stands_once_though_the_scroll_bar_comes_or_goes(desk: Desk) -> None:
    """As it does with another size of the text or of the window, in the midst of laying out."""
    page = desk.go("help")
    assert isinstance(page, HelpPage)
    for size in ((1280, 800), (900, 700), (1000, 640), (760, 640)):
        desk.window.resize(*size)
        desk.settle()
        for topic in ALL:
            page.open_for(topic.name)
            for caption in _captions(page):
                assert len(caption) == 1, (topic.name, size)


def _captions(page: HelpPage) -> list[list[str]]:
    found = []
    block = page.text.document().begin()
    while block.isValid():
        picture, *lines = block.text().split("\u2028")
        if picture == "\ufffc" and lines:
            found.append(lines)
        block = block.next()
    return found
