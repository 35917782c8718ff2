"""The newest days of a foreign table, to be held against the other program before anything comes in.

Owns the table and the word on how many days follow. What stands in it is worked out by `services.import_values`.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.import_values import NewestDaysModel
from legwork.qt.widgets.days import day_width
from legwork.qt.widgets.import_table import ImportTable
from legwork.qt.widgets.layout import card, column, label, row
from legwork.qt.widgets.wrapped_heads import WrappedHeads
from legwork.services.import_values import MOST_DAYS, NewestDays

_LINE = 28
_LEAST_LINES = 2
_NARROWEST, _WIDEST = 84, 200
_BESIDE = 24
"""What a day needs beside its letters."""


class ImportValues(QWidget):
    """As high as its days, where there is room for them; it scrolls where there is not."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("import_values")
        self.model = NewestDaysModel(theme, self)
        self.table = _Days(theme, "import_values_table", tr("The newest days of what comes in"))
        self.table.setModel(self.model)
        self.title = label(tr("Newest days"), "section")
        self.more = label("", "secondary")
        self.more.setObjectName("import_values_more")
        self.none = label(tr("Every column is left out: nothing comes in."), "secondary", wrap=True)
        self.none.setObjectName("import_values_none")
        self.none.hide()
        head = row(self.title, self.more, None, spacing=theme.px(8))
        head.setAlignment(self.more, Qt.AlignmentFlag.AlignBottom)
        self._card = card(self.table, margin=theme.px(4))
        layout = column(head, self.none, self._card, spacing=theme.px(8))
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def show_days(self, shown: NewestDays) -> None:
        """Show these days, and how many there are beside them."""
        self.model.show_days(shown)
        self.table.fit(len(shown.days))
        self.more.setText(shown.more_words)
        self.none.setVisible(not shown.titles)
        self._card.setVisible(bool(shown.titles))


class _Days(ImportTable):
    """Columns as wide as their headings in two lines, scrolled to the side where they are many."""

    def __init__(self, theme: ThemeManager, name: str, said: str) -> None:
        self._heads = WrappedHeads(theme)
        super().__init__(theme, name, said, self._heads)
        self._lines = MOST_DAYS
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(ImportTable.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(theme.px(_LINE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def fit(self, lines: int) -> None:
        """Make room for so many days, and for each heading."""
        self._lines = max(lines, 1)
        self._share()

    def _share(self) -> None:
        px, model = self._theme.px, self.model()
        self._heads.ensurePolished()  # before that it has another font
        metrics = self._heads.fontMetrics()
        rest = model.columnCount() - 1
        self.horizontalHeader().setStretchLastSection(True)
        for place in range(rest):
            text = str(model.headerData(place, Qt.Orientation.Horizontal))
            least = px(_NARROWEST) if place else day_width(metrics) + px(_BESIDE)
            self.setColumnWidth(place, max(least, min(self._heads.width_for(text, least), px(_WIDEST))))
        self._leave_rest()
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_rest()

    def _leave_rest(self) -> None:
        """The empty column at the end is there where room is left."""
        rest = self.model().columnCount() - 1
        self.setColumnHidden(rest, sum(map(self.columnWidth, range(rest))) >= self.viewport().width())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(self._lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._height(min(self._lines, _LEAST_LINES)))

    def _height(self, lines: int) -> int:
        bar = self.horizontalScrollBar()
        beside = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return self.horizontalHeader().sizeHint().height() + lines * self._theme.px(_LINE) + beside + self._theme.px(4)
