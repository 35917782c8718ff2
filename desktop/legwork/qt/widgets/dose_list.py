"""The sites whose hard sets and growth can stand beside each other, each with what can be said of it.

Owns how they are listed. The words come from `services.dose_view`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyleOptionViewItem,
)

from legwork.i18n import ptr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.row_actions import offer_copy, put_table
from legwork.qt.widgets.row_list import KEPT, RowDelegate, RowList
from legwork.services.dose_view import SiteDose

_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class DoseList(RowList):
    """The current row is the site that is shown."""

    site_chosen = Signal(str)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "dose_sites", tr("Sites, and what can be said of them"))
        self.setItemDelegate(_Delegate(theme, self))
        self.currentItemChanged.connect(self._on_current)
        offer_copy(self, self.copy)

    def show_sites(self, sites: Sequence[SiteDose], chosen: str) -> None:
        """List sites, and choose one: the first where that one is not among them."""
        with QSignalBlocker(self):
            self.clear()
            for one in sites:
                item = QListWidgetItem(one.name)
                item.setData(KEPT, one)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.name}: {one.call_words}")
                item.setToolTip(one.words)
                self.addItem(item)
        keys = [one.site for one in sites]
        self.setCurrentRow(keys.index(chosen) if chosen in keys else 0)

    def copy(self) -> None:
        """Put all sites on the clipboard, with what can be said of each."""
        shown: list[SiteDose] = [self.item(row).data(KEPT) for row in range(self.count())]
        put_table((ptr("heading", "Measure"), ptr("heading", "Verdict")), [(one.name, one.call_words) for one in shown])

    def choose(self, site: str) -> None:
        """Choose a site."""
        for place in range(self.count()):
            if self.item(place).data(KEPT).site == site:
                self.setCurrentRow(place)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.site_chosen.emit(item.data(KEPT).site)


class _Delegate(RowDelegate):
    """A bar in the hue of the region, the name, and below it what can be said."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._theme
        width = self._list.viewport().width()
        said = QFontMetrics(theme.font(12)).boundingRect(
            QRect(0, 0, max(width - theme.px(28), 1), 1000), int(_FLAGS), index.data(KEPT).call_words
        )
        return QSize(width, QFontMetrics(theme.font(13)).height() + said.height() + theme.px(16))

    def paint_row(self, painter: QPainter, place: QRect, shown: SiteDose, chosen: bool) -> None:
        theme = self._theme
        self.paint_region_bar(painter, place, shown.region.value)
        inner = place.adjusted(theme.px(18), theme.px(6), -theme.px(8), -theme.px(6))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(13, bold=chosen))
        painter.drawText(inner, int(_FLAGS), shown.name)
        high = painter.fontMetrics().height() + theme.px(2)
        painter.setPen(theme.colour("secondary"))
        painter.setFont(theme.font(12))
        painter.drawText(inner.adjusted(0, high, 0, 0), int(_FLAGS), shown.call_words)
