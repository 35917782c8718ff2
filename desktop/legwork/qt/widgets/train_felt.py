"""How an exercise was felt in its target muscle: five numbers from "not at all" to "very well".

Owns picking one by mouse and keys. What the answer is for is told beside it; it is kept by whoever listens.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from legwork.domain.log.model import FELT, MOST_FELT
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import GROUP
from legwork.qt.core.theme import ThemeManager
from legwork.services.exercise_words import capital


class Felt(QWidget):
    """Five dots; 0 to 4 and the arrows pick one, Backspace takes the answer back."""

    spoken_role = GROUP

    picked = Signal(object)
    """The number, or None."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._value: int | None = None
        self.name = ""
        """Of the exercise, for a screen reader."""
        self.setObjectName("train_felt")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.show_value(None)

    @property
    def value(self) -> int | None:
        """What is picked."""
        return self._value

    def show_value(self, value: int | None) -> None:
        """Show an answer, None while there is none."""
        self._value = value
        said = tr("no answer yet") if value is None else tr("{number}, {word}", number=value, word=tr(FELT[value]))
        felt = tr("Felt in the target muscle")
        self.setAccessibleName(f"{self.name}: {felt}" if self.name else felt)
        keys = tr("Press 0 for not at all up to 4 for very well.")
        self.setAccessibleDescription(f"{capital(said)}. {keys}")  # told anew whenever it changes
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side * (MOST_FELT + 1) + self._theme.px(4), self._theme.px(28))

    @property
    def _side(self) -> int:
        return self._theme.px(26)

    def _box(self, number: int) -> QRectF:
        side, high = self._side, self._theme.px(24)
        return QRectF(self._theme.px(2) + number * side + 1, (self.height() - high) / 2, side - 2, high)

    def _number_at(self, x: float) -> int:
        return max(0, min(MOST_FELT, int((x - self._theme.px(2)) // self._side)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        number = key - Qt.Key.Key_0
        if 0 <= number <= MOST_FELT:
            self._pick(number)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._pick(max(0, min(MOST_FELT, (0 if self._value is None else self._value + step))))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._pick(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            number = self._number_at(event.position().x())
            self._pick(None if number == self._value else number)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._number_at(event.pos().x())
            text = tr("{number}: felt {word} in the target muscle", number=number, word=tr(FELT[number]))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(MOST_FELT + 1):
            box = self._box(number)
            chosen = number == self._value
            painter.setPen(Qt.PenStyle.NoPen if chosen else QPen(theme.colour("border"), 1))
            painter.setBrush(theme.colour("legs") if chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(5), theme.px(5))
            painter.setFont(theme.font(12, bold=chosen))
            painter.setPen(theme.colour("on_legs" if chosen else "secondary"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("legs"), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.end()

    def _pick(self, number: int | None) -> None:
        if number != self._value:
            self.show_value(number)
            self.picked.emit(number)
