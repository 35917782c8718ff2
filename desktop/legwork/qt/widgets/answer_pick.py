"""One short question with a few answers side by side, picked by mouse, number or arrow.

Owns how it looks and its keys. What the answer is for is told beside it; it is kept by whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.i18n import tr
from legwork.qt.core.spoken_roles import GROUP
from legwork.qt.core.theme import ThemeManager
from legwork.services.exercise_words import capital

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_PAD, _DIGIT = 7, 11
"""Room at both ends of an answer, and that of the number in front of it, unscaled."""


class AnswerPick(QWidget):
    """Answers in a row; 1 picks the first and goes on, arrows move, Backspace takes the answer back."""

    spoken_role = GROUP

    picked = Signal(object)
    """The place of the answer, or None."""
    answered = Signal()
    """It was picked by its number: on to the next question."""
    stepped = Signal(int)
    """Up (-1) or down (1): to the same question of another row."""
    entered = Signal()
    focused = Signal(QWidget)
    """It got the focus: keep it in sight."""

    def __init__(self, theme: ThemeManager, name: str, question: str, words: Sequence[str]) -> None:
        """name: object name. question, words: translated; what is asked, and the answers."""
        super().__init__()
        self._theme, self._words = theme, tuple(words)
        self._place: int | None = None
        self.setObjectName(name)
        self.setAccessibleName(question)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_place(None)

    @property
    def place(self) -> int | None:
        """Which answer is picked, from 0; None for none."""
        return self._place

    def show_place(self, place: int | None) -> None:
        """Show an answer."""
        self._place = place
        said = tr("no answer yet") if place is None else self._words[place]
        answers = ", ".join(f"{at} {word}" for at, word in enumerate(self._words, start=1))
        keys = tr("Press {answers}; Backspace for no answer.", answers=answers)
        self.setAccessibleDescription(f"{capital(said)}. {keys}")  # told anew whenever it changes
        self.update()

    def sizeHint(self) -> QSize:
        boxes = self._boxes()
        return QSize(int(boxes[-1].right()) + self._theme.px(3), self._theme.px(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        number = key - Qt.Key.Key_1
        last = len(self._words) - 1
        if 0 <= number <= last:
            self._pick(number)
            self.answered.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._pick(0 if self._place is None else max(0, min(last, self._place + step)))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._pick(None)
        elif key in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for place, box in enumerate(self._boxes()):
            if box.left() <= event.position().x() <= box.right():
                self._pick(None if place == self._place else place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, box in enumerate(self._boxes()):
            chosen = place == self._place
            painter.setPen(Qt.PenStyle.NoPen if chosen else QPen(theme.colour("field_border"), 1))
            painter.setBrush(theme.colour("legs") if chosen else theme.colour("surface"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
            inner = box.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
            painter.setFont(theme.font(11))
            painter.setPen(theme.colour("on_legs" if chosen else "secondary"))
            painter.drawText(inner, _LEFT, str(place + 1))
            painter.setFont(theme.font(13, bold=chosen))
            painter.setPen(theme.colour("on_legs" if chosen else "text"))
            word = inner.adjusted(theme.px(_DIGIT), 0, 0, 0)
            painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self._words[place])
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("legs"), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        painter.end()

    def _boxes(self) -> list[QRectF]:
        theme = self._theme
        wide = QFontMetricsF(theme.font(13, bold=True))
        left, found = float(theme.px(3)), []
        for word in self._words:
            width = wide.horizontalAdvance(word) + theme.px(_DIGIT + 2 * _PAD)
            found.append(QRectF(left, theme.px(3), width, theme.px(28)))
            left += width + theme.px(4)
        return found

    def _pick(self, place: int | None) -> None:
        if place != self._place:
            self.show_place(place)
            self.picked.emit(place)
