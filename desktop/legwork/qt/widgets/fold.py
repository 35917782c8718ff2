"""A header that opens and closes what stands below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy, QWidget

from legwork.i18n import ptr, tr
from legwork.qt.core.spoken_roles import BESIDE_WORDS, FOLD
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import row


class _Caret(QWidget):
    """Points right while folded, down while open."""

    spoken_role = BESIDE_WORDS

    def __init__(self, theme: ThemeManager, header: QAbstractButton) -> None:
        super().__init__()
        self._theme, self._header = theme, header
        self.setFixedSize(theme.px(16), theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("secondary"), self._theme.px(1.6))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.translate(QRectF(self.rect()).center())
        if self._header.isChecked():
            painter.rotate(90)
        long = self._theme.px(4)
        painter.drawPolyline([QPointF(-long / 2, -long), QPointF(long / 2, 0), QPointF(-long / 2, long)])
        painter.end()


class FoldHeader(QAbstractButton):
    """Space, Enter or a click opens and closes; what it says is laid out by whoever makes it."""

    spoken_role = FOLD

    def __init__(self, theme: ThemeManager, name: str, said: str, content: QLayout) -> None:
        """name: object name. said: its translated name for a screen reader."""
        super().__init__()
        self._theme, self._said = theme, said
        self.setObjectName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A button's own policy would hold the header to the height of one line.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        caret = _Caret(theme, self)
        layout = row(caret, content, spacing=theme.px(4))
        layout.setStretch(1, 1)
        layout.setAlignment(caret, Qt.AlignmentFlag.AlignTop)
        side, end = theme.px(4), theme.px(8)
        layout.setContentsMargins(side, end, side, end)
        self.setLayout(layout)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # they scroll
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not (self.hasFocus() or self.underMouse()):
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(2)
        painter.setPen(QPen(theme.colour("legs"), width) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised") if self.underMouse() else Qt.BrushStyle.NoBrush)
        edge = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(edge, theme.px(6), theme.px(6))
        painter.end()

    def _on_toggled(self, open_now: bool) -> None:
        state = ptr("fold", "open" if open_now else "folded")
        self.setAccessibleName(tr("{what}, {state}", what=self._said, state=state))
