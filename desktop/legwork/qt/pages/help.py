"""The help that ships with the program: one text a topic, read from resources/help."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser

from legwork.i18n import mark, tr
from legwork.paths import resources_dir
from legwork.qt.core.context import Context
from legwork.qt.widgets.layout import Page, card, row

_FILE = int(Qt.ItemDataRole.UserRole)


class HelpPage(Page):
    """Topics on the left, the text on the right."""

    name = "help"
    title = mark("Help")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.topics = QListWidget()
        self.topics.setObjectName("help_topics")
        self.topics.setAccessibleName(tr("Topics"))
        for file in sorted((resources_dir() / "help").glob("*.md"), key=_place):
            title = file.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
            item = QListWidgetItem(title)
            item.setData(_FILE, str(file))
            self.topics.addItem(item)
        self.topics.setWordWrap(True)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topics.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.topics.currentItemChanged.connect(self._on_topic)
        self.text = QTextBrowser()
        self.text.setObjectName("help_text")
        self.text.setAccessibleName(tr("Help text"))
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setMaximumWidth(context.theme.px(720))
        left = card(self.topics, margin=12)
        left.setFixedWidth(context.theme.px(276))
        both = row(left, card(self.text), spacing=16)
        both.setStretch(1, 1)
        self.body.addLayout(both, 1)

    def open_for(self, wish: str) -> None:
        """wish: the topic of a page, as its file is named behind the number."""
        for row_at in range(self.topics.count()):
            if Path(self.topics.item(row_at).data(_FILE)).stem.partition("-")[2] == wish:
                self.topics.setCurrentRow(row_at)

    def refresh(self) -> None:
        if self.topics.currentRow() < 0:
            self.topics.setCurrentRow(0)
        else:
            self._on_topic(self.topics.currentItem())

    def _on_topic(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.setMarkdown(Path(item.data(_FILE)).read_text(encoding="utf-8"))
            self._space_out()

    def _space_out(self) -> None:
        """Give lines and paragraphs air; Markdown comes without any."""
        cursor = QTextCursor(self.text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        air = QTextBlockFormat()
        air.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        air.setBottomMargin(self.context.theme.px(8))
        cursor.mergeBlockFormat(air)


def _place(file: Path) -> int:
    """The number before a topic's name."""
    return int(file.stem.partition("-")[0])
