"""The text of one topic, laid out to be read: lines of at most some 75 letters, headings, tables, drawings.

Owns how a topic becomes a document, going to one of its headings, and marking words in it. Which topic is shown, and
what a link leads to, is the page's.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.pages.help.pictures import has_picture, image_of
from legwork.services.help_topics import PICTURE, Section, Topic, pictures_in

LETTERS = 75
"""The longest line, in letters of the usual width."""

_SIZES = {1: 20, 2: 15, 3: 13}
_ABOVE = {1: 0, 2: 20, 3: 12}
_BELOW = {1: 12, 2: 8, 3: 6}
"""Type size of a heading by its level, the air above it and below."""
_BESIDE = 200
"""How wide a drawing is that stands beside its text."""
_TOO_NARROW = 420
"""Below this width such a drawing stands above its text."""

_DRAWN = int(QTextFormat.Property.UserProperty)
"""Property of a table that holds a drawing and its text, and is no table to read."""


class HelpText(QTextBrowser):
    """Shows a topic. Links are told and not followed."""

    section_reached = Signal(int)
    """The number of the section that stands at the upper edge, as one scrolls."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._topic: Topic | None = None
        self._starts: list[int] = []
        self._width = 0
        self._laying_out = False
        self.setObjectName("help_text")
        self.setAccessibleName(tr("Help text"))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 0, theme.px(12), 0)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def longest_line(self) -> int:
        """How wide a line of running text may be, in pixels."""
        return round(QFontMetricsF(self._theme.font(13)).averageCharWidth() * LETTERS)

    def show_topic(self, topic: Topic, section: int = 0) -> None:
        """Lay out a topic and go to one of its sections."""
        self._topic = topic
        self._lay_out()
        self.go_to(section)

    def go_to(self, section: int) -> None:
        """Bring the heading of a section to the upper edge."""
        if section == 0 or section >= len(self._starts):
            self.verticalScrollBar().setValue(0)
            return
        block = self.document().findBlock(self._starts[section])
        cursor = QTextCursor(block)
        cursor.clearSelection()
        self.setTextCursor(cursor)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - self._theme.px(8))

    def places_of(self, words: list[str]) -> list[QTextCursor]:
        """Each place where one of the texts stands, in the order of the text."""
        found: list[QTextCursor] = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull() and word:
                found.append(cursor)
                cursor = self.document().find(word, cursor)
        return sorted(found, key=lambda one: one.selectionStart())

    def mark(self, places: list[QTextCursor], now: int = -1) -> None:
        """Underlay these places, the one that is looked at more strongly; an empty list takes all marks away."""
        marks = []
        for at, cursor in enumerate(places):
            one = QTextEdit.ExtraSelection()
            one.cursor = cursor
            here = at == now
            one.format.setBackground(self._theme.colour("legs" if here else "legs_soft"))
            one.format.setForeground(self._theme.colour("on_legs" if here else "text"))
            marks.append(one)
        self.setExtraSelections(marks)
        if 0 <= now < len(places):
            cursor = QTextCursor(places[now])
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._topic is not None and self._room() != self._width and not self._laying_out:
            at = self._section_at()
            self._lay_out()
            self.go_to(at)

    def _room(self) -> int:
        return max(self._theme.px(_BESIDE), min(self.viewport().width(), self.longest_line))

    def _lay_out(self) -> None:
        """Once, and once more where the scroll bar came or went with it: in the midst of it nothing begins anew."""
        self._laying_out = True
        try:
            self._lay_out_once()
            if self._room() != self._width:
                self._lay_out_once()
        finally:
            self._laying_out = False

    def _lay_out_once(self) -> None:
        topic = self._topic
        assert topic is not None
        self._width = self._room()
        document = self.document()
        document.clear()
        document.setDefaultFont(self._theme.font(13))
        document.setIndentWidth(self._theme.px(20))
        document.setDocumentMargin(0)
        self._draw(topic)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for section in topic.sections:
            if section.picture:
                self._put_beside(cursor, section)
            else:
                self._put_heading(cursor, section)
                self._put_text(cursor, section.text)
        cursor.endEditBlock()
        self._dress()

    def _draw(self, topic: Topic) -> None:
        """Make the drawings of a topic, as large as there is room for: a document keeps those of before."""
        for name in pictures_in(topic):
            if has_picture(name):
                image = image_of(name, self._theme, self._width - 2, self.devicePixelRatioF())
                self.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(PICTURE + name), image)

    def _put_heading(self, cursor: QTextCursor, section: Section) -> None:
        looks, letters = QTextBlockFormat(), QTextCharFormat()
        looks.setHeadingLevel(section.level)
        looks.setTopMargin(self._theme.px(_ABOVE[section.level]))
        looks.setBottomMargin(self._theme.px(_BELOW[section.level]))
        letters.setFont(self._theme.font(_SIZES[section.level], bold=True))
        if cursor.block().text() or cursor.position():
            cursor.insertBlock(looks, letters)
        else:
            cursor.setBlockFormat(looks)
            cursor.setBlockCharFormat(letters)
        cursor.insertText(section.title, letters)

    def _put_text(self, cursor: QTextCursor, text: str) -> None:
        if text:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            start = cursor.position()
            cursor.insertMarkdown(text)
            cursor.setPosition(start)
            if not cursor.block().text() and cursor.block().next().isValid():
                cursor.deleteChar()  # a list begins in a paragraph of its own, after the one that was made for it
            cursor.movePosition(QTextCursor.MoveOperation.End)

    def _put_beside(self, cursor: QTextCursor, section: Section) -> None:
        """The drawing on the left, heading and text on the right; one below the other where it is narrow."""
        looks = QTextTableFormat()
        looks.setProperty(_DRAWN, True)
        looks.setBorder(0)
        looks.setCellPadding(self._theme.px(4))
        looks.setCellSpacing(0)
        looks.setTopMargin(self._theme.px(8))
        looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        beside = self._width >= self._theme.px(_TOO_NARROW)
        if beside:
            first = QTextLength(QTextLength.Type.FixedLength, self._theme.px(_BESIDE))
            looks.setColumnWidthConstraints([first, QTextLength(QTextLength.Type.VariableLength, 0)])
        table = cursor.insertTable(1 if beside else 2, 2 if beside else 1, looks)
        image = QTextImageFormat()
        image.setName(PICTURE + section.picture)
        image.setProperty(QTextFormat.Property.ImageAltText.value, section.title)
        table.cellAt(0, 0).firstCursorPosition().insertImage(image)
        cell = table.cellAt(0, 1) if beside else table.cellAt(1, 0)
        if beside:
            air = QTextTableCellFormat()
            air.setLeftPadding(self._theme.px(16))
            air.setTopPadding(self._theme.px(4))
            cell.setFormat(air)
        inside = cell.firstCursorPosition()
        heading, letters = QTextBlockFormat(), QTextCharFormat()
        heading.setHeadingLevel(section.level)
        heading.setBottomMargin(self._theme.px(_BELOW[section.level]))
        letters.setFont(self._theme.font(_SIZES[section.level], bold=True))
        inside.setBlockFormat(heading)
        inside.insertText(section.title, letters)
        inside.insertBlock(QTextBlockFormat(), QTextCharFormat())
        inside.insertMarkdown(section.text)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _dress(self) -> None:
        """Give lines and paragraphs air, drawings a caption and tables their lines; Markdown comes without any."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable) and not _holds_drawing(frame):
                self._dress_table(frame)
        self._starts = []
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                self._starts.append(block.position())
            else:
                self._dress_block(block)
            block = block.next()

    def _dress_block(self, block: QTextBlock) -> None:
        px, cursor = self._theme.px, QTextCursor(block)
        looks = block.blockFormat()
        table = cursor.currentTable()
        listed, celled = block.textList() is not None, table is not None
        beside = table is not None and _holds_drawing(table)
        looks.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        looks.setTopMargin(0)
        looks.setBottomMargin(px(4 if listed or beside else 0 if celled else 8))
        pictured = [part for part in _fragments(block) if part[1].isImageFormat()]
        if pictured:
            looks.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            looks.setTopMargin(0 if celled else px(4))
            looks.setBottomMargin(0 if celled else px(12))
        cursor.setBlockFormat(looks)
        if pictured and not celled:
            self._put_caption(block, str(pictured[0][1].property(QTextFormat.Property.ImageAltText.value) or ""))
        for start, letters, length in _fragments(block):
            if letters.fontFixedPitch():
                self._dress_code(start, length)

    def _put_caption(self, block: QTextBlock, caption: str) -> None:
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        letters = QTextCharFormat()
        letters.setFont(self._theme.font(12))
        letters.setForeground(self._theme.colour("secondary"))
        cursor.insertText(f"\u2028{caption}", letters)

    def _dress_code(self, start: int, length: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        letters = QTextCharFormat()
        letters.setFontStyleHint(QFont.StyleHint.Monospace)
        letters.setFontFamilies(["monospace"])
        letters.setBackground(self._theme.colour("raised"))
        cursor.mergeCharFormat(letters)

    def _dress_table(self, table: QTextTable) -> None:
        looks = table.format().toTableFormat()
        looks.setBorder(1)
        looks.setBorderBrush(self._theme.colour("border"))
        looks.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        looks.setBorderCollapse(True)
        looks.setCellPadding(self._theme.px(6))
        looks.setTopMargin(self._theme.px(4))
        looks.setCellSpacing(0)
        looks.setBottomMargin(self._theme.px(12))
        looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(looks)

    def _on_scrolled(self) -> None:
        if self._starts:
            self.section_reached.emit(self._section_at())

    def _section_at(self) -> int:
        edge = self.verticalScrollBar().value() + self._theme.px(24)
        layout = self.document().documentLayout()
        found = 0
        for at, start in enumerate(self._starts):
            if layout.blockBoundingRect(self.document().findBlock(start)).top() > edge:
                break
            found = at
        return found


def _holds_drawing(table: QTextTable) -> bool:
    return table.format().boolProperty(_DRAWN)


def _fragments(block: QTextBlock) -> list[tuple[int, QTextCharFormat, int]]:
    """The runs of a paragraph: where each begins, its format and its length."""
    found = []
    inside = block.begin()
    while not inside.atEnd():
        part = inside.fragment()
        found.append((part.position(), part.charFormat(), part.length()))
        inside += 1
    return found
