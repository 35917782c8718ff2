"""Sheets on the screen, one below the other, as a preview shows them.

Owns the widget only: the pages are painted by `sheets`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.qt.core.spoken_roles import PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.paper import PaperTheme
from legwork.qt.printing.sheets import Sheet


class SheetsView(QWidget):
    """Sheets one below the other, each as wide as there is room. Paper is white in any theme."""

    spoken_role = PICTURE

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("print_sheets")
        self._theme, self._paper_theme = theme, PaperTheme()
        self._gap = theme.px(12)
        self.sheets: tuple[Sheet, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sheets(self, sheets: tuple[Sheet, ...]) -> None:
        """Show other pages."""
        self.sheets = sheets
        self.setAccessibleName("\n\n".join(sheet.words for sheet in sheets))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(place.height() + self._gap for place in self._places(width)) + 1)

    def sizeHint(self) -> QSize:
        width = self._theme.px(640)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for sheet, place in zip(self.sheets, self._places(self.width()), strict=True):
            if not place.intersects(QRectF(event.rect())):
                continue
            painter.save()
            painter.translate(place.topLeft())
            scale = place.width() / sheet.size.width()
            painter.scale(scale, scale)
            sheet.paint(painter, self._paper_theme)
            painter.restore()
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.drawRect(place)
        painter.end()

    def _places(self, width: int) -> list[QRectF]:
        places, top = [], 1.0
        for sheet in self.sheets:
            wide = max(1.0, width - 2.0 - self._theme.px(8))
            tall = wide * sheet.size.height() / sheet.size.width()
            places.append(QRectF(1.0, top, wide, tall))
            top += tall + self._gap
        return places
