"""What of a foreign log should be looked at before it comes in, and what of it is not taken.

Owns both lists and their keys. It must not decide what is left out: it says what the person wants.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from legwork.formats.records import Skipped
from legwork.i18n import tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.import_report import BRING, LINE, REASON, SHOWN, WHAT, WHEN, OdditiesModel, SkippedModel
from legwork.qt.widgets.import_table import ENTER, ImportTable
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import button, card, column, label, row
from legwork.qt.widgets.row_actions import copy_rows, offer_copy, offer_rows
from legwork.services.training_words import Oddity

_OPEN_BELOW = 12
"""Reasons with fewer rows are open from the beginning."""


class ImportOddities(QWidget):
    """Suspects, each to be brought in or left out."""

    kept = Signal(object, bool)
    """The suspects at these places (a tuple) shall come in, or not."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("import_oddities")
        self.model = OdditiesModel(theme, self)
        self.table = ImportTable(theme, "import_oddities_table", tr("What is worth a look"))
        self.table.setModel(self.model)
        self.table.share_out({BRING: 80, WHEN: 172, WHAT: 200, SHOWN: 140, REASON: 0, LINE: 64})
        self.table.key_pressed.connect(self._on_key)
        offer_rows(self.table, "keep", tr("Bring in"), (), lambda: self._set(True))
        out = offer_rows(self.table, *dialog_keys.ODD_OUT.row, lambda: self._set(False))
        self.table.selectionModel().currentChanged.connect(self._tell)
        self.model.toggled.connect(self.kept)
        self.told = label("", "secondary", wrap=True)
        self.told.setObjectName("import_oddities_told")
        self.told.setMinimumHeight(2 * self.told.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        keep = button(tr("Bring in"), "import_oddities_keep")
        keep.clicked.connect(lambda: self._set(True))
        leave = button(tr("Leave out"), "import_oddities_leave")
        leave.setToolTip(tr("Leave out what is selected"))
        share_keys(leave, out)
        leave.clicked.connect(lambda: self._set(False))
        about = label(
            tr(
                "All of this comes in as it stands in the file. What cannot be true you can leave out, here and in "
                "later files, until the other program has another number for it. A set that came in before is then "
                "taken out. A workout itself always stays: delete it on the Train page."
            ),
            "secondary",
            wrap=True,
        )
        head = row(about, keep, leave, spacing=theme.px(8))
        head.setStretch(0, 1)
        layout = column(
            head,
            card(self.table, margin=theme.px(4)),
            self.told,
            spacing=theme.px(8),
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: Sequence[Oddity], out: Collection[int]) -> None:
        """Show suspects; out: the places of those that are left out."""
        fresh = tuple(rows) != self.model.rows
        self.model.show_rows(rows, out)
        if fresh and rows:
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(self.model.index(0, 1), flags.ClearAndSelect | flags.Rows)

    def _set(self, comes_in: bool) -> None:
        if rows := self.table.chosen_rows():
            self.kept.emit(tuple(rows), comes_in)

    def _on_key(self, event: QKeyEvent) -> None:
        rows = self.table.chosen_rows()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not rows:
            return
        if event.key() in (Qt.Key.Key_Space, *ENTER):
            self._set(not self.model.comes_in(rows[0]))
            event.accept()

    def _tell(self) -> None:
        """Say all of what is odd, as it may not fit into its column."""
        place = self.table.currentIndex().row()
        self.told.setText(self.model.rows[place].reason if 0 <= place < len(self.model.rows) else "")


class _Reasons(QTreeView):
    """A caret before each reason points down while it is open."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setIndentation(theme.px(24))
        self.setItemDelegate(_Numbers(theme, self))

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.parent().isValid():
            return
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("secondary"), theme.px(1.6))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.translate(QRectF(rect).center())
        if self.isExpanded(self.model().index(index.row(), 0)):
            painter.rotate(90)
        long = theme.px(4)
        painter.drawPolyline([QPointF(-long / 2, -long), QPointF(long / 2, 0), QPointF(-long / 2, long)])
        painter.restore()


class _Numbers(QStyledItemDelegate):
    """Keeps what stands at the right away from the edge."""

    def __init__(self, theme: ThemeManager, parent: QTreeView) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.column():
            option.rect = option.rect.adjusted(0, 0, -self._theme.px(8), 0)
        super().paint(painter, option, index)


class ImportSkipped(QWidget):
    """Rows that are not taken, under their reasons."""

    def __init__(self, theme: ThemeManager, name: str = "import_skipped", about: str = "", said: str = "") -> None:
        """about: a sentence above the rows; said: what a screen reader says of them. Empty: they are not taken."""
        super().__init__()
        self.setObjectName(f"{name}_rows")
        self.model = SkippedModel(theme, self)
        self.tree = _Reasons(theme)
        self.tree.setObjectName(f"{name}_tree")
        self.tree.setAccessibleName(said or tr("Rows that are not taken"))
        self.tree.setModel(self.model)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setExpandsOnDoubleClick(True)
        offer_copy(self.tree, lambda: copy_rows(self.tree))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, theme.px(110))
        words = label(
            about
            or tr(
                "Nothing of your file is lost without a word: these rows, values and columns hold nothing that Legwork "
                "keeps, or cannot be read."
            ),
            "secondary",
            wrap=True,
        )
        layout = column(words, card(self.tree, margin=theme.px(4)), spacing=theme.px(8))
        layout.setStretch(1, 1)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        self.setLayout(layout)
        self.setFocusProxy(self.tree)

    def show_groups(self, groups: Mapping[str, Iterable[Skipped]]) -> None:
        """Show rows by their reasons; reasons with few rows are open."""
        self.model.show_groups(groups)
        for place in range(self.model.rowCount()):
            index = self.model.index(place, 0)
            self.tree.setExpanded(index, self.model.rowCount(index) < _OPEN_BELOW)
        if self.model.rowCount():
            self.tree.setCurrentIndex(self.model.index(0, 0))
