"""The options of one question, picked by mouse, Space or number.

Owns how options look and which picks go together; what becomes of the picks is the business of whoever listens.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from legwork.domain.questionnaire import Option, Question
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import GROUP
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, row

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def paint_option_frame(painter: QPainter, option: QAbstractButton, theme: ThemeManager) -> None:
    """The frame of something that can be picked, as it is picked, pointed at and focused, itself or the list of it."""
    around = option.parentWidget()
    in_list = around is not None and around.hasFocus()
    fill = "legs_soft" if option.isChecked() else "raised" if option.underMouse() else "surface"
    line = "legs" if option.hasFocus() or option.isChecked() or in_list else "border"
    width = theme.px(2) if option.hasFocus() else 1
    painter.setPen(QPen(theme.colour(line), width))
    painter.setBrush(theme.colour(fill))
    inset = width / 2
    edge = QRectF(option.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(edge, theme.px(6), theme.px(6))


class OptionButton(QAbstractButton):
    """One option over the whole width: a round mark where one is picked, a square one where several may be."""

    focused = Signal()

    def __init__(self, theme: ThemeManager, option: Option, place: int, *, multiple: bool) -> None:
        super().__init__()
        self._theme, self._place, self._multiple = theme, place, multiple
        self._text, self._keys = tr(option.text), True
        self.setText(self._text.replace("&", "&&"))
        self.setAccessibleName(self._text)
        self.setAccessibleDescription(tr("Key {number}", number=place))
        self.setCheckable(True)
        self.setAutoExclusive(not multiple)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_picked(self, picked: bool) -> None:
        """Show whether it is picked; unlike `setChecked` it can also take the last pick of a group away."""
        self.setAutoExclusive(False)
        self.setChecked(picked)
        self.setAutoExclusive(not self._multiple)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_key(self, shown: bool) -> None:
        """Show its number, or keep the place empty while the keys belong to other options."""
        self._keys = shown
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._before() - self._after(), 1), 10_000)
        high = self.fontMetrics().boundingRect(room, _WRAPPED | _LEFT.value, self._text).height()
        return max(high + self._theme.px(14), self._theme.px(36))

    def sizeHint(self) -> QSize:
        wide = self._before() + self.fontMetrics().horizontalAdvance(self._text) + self._after()
        return QSize(wide, self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self._theme.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            # Enter on an option that the arrows led to takes it along; the dialog then goes on.
            if not self._multiple and not self.isChecked():
                self.click()
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.focused.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_option_frame(painter, self, theme)
        self._paint_mark(painter)
        text = QRect(self._before(), 0, self.width() - self._before() - self._after(), self.height())
        centred = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        painter.setPen(theme.colour("text"))
        painter.drawText(text, centred | _WRAPPED, self._text)
        if self._keys:
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("secondary"))
            key = QRect(self.width() - self._after(), 0, self._after() - theme.px(12), self.height())
            painter.drawText(key, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._place))
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        theme, side, picked = self._theme, self._theme.px(16), self.isChecked()
        box = QRectF(theme.px(12), (self.height() - side) / 2, side, side)
        painter.setPen(QPen(theme.colour("legs" if picked else "field_border"), theme.px(1.5)))
        if not self._multiple:
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(box)
            if picked:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("legs"))
                painter.drawEllipse(box.center(), side * 0.28, side * 0.28)
            return
        painter.setBrush(theme.colour("legs" if picked else "surface"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if picked:
            tick = [
                QPointF(box.x() + side * x, box.y() + side * y) for x, y in ((0.24, 0.52), (0.43, 0.7), (0.76, 0.3))
            ]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_legs"), theme.px(2)))
            painter.drawPolyline(QPolygonF(tick))

    def _before(self) -> int:
        return self._theme.px(12 + 16 + 10)

    def _after(self) -> int:
        return self._theme.px(32)


class OptionList(QWidget):
    """The options of a question, one below the other."""

    spoken_role = GROUP

    picked = Signal(tuple)
    """The keys of all options that are picked now, in the order in which they stand there; only after a person did."""
    focused = Signal(QWidget)
    """The option, or the list itself while none is, that got the focus: keep it in sight."""

    def __init__(self, theme: ThemeManager, name: str) -> None:
        """name: of the list, as object name."""
        super().__init__()
        self._theme = theme
        self._question: Question | None = None
        self.buttons: dict[str, OptionButton] = {}
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to the options, never to the list around them
        self.clear = button(tr("Clear this answer"), f"{name}_clear", "link")
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self._on_clear)
        policy = self.clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(policy)
        self._column = column(spacing=theme.px(6))
        self.setLayout(column(self._column, row(self.clear, None), spacing=theme.px(4)))

    @property
    def picks(self) -> tuple[str, ...]:
        """The keys of the picked options, in the order in which they stand there."""
        return tuple(key for key, one in self.buttons.items() if one.isChecked())

    def show_question(self, question: Question, picks: tuple[str, ...], said: str) -> None:
        """Show its options and what is picked. said: the translated question, for a screen reader."""
        if question != self._question:
            self._question = question
            self.setAccessibleName(said)
            for old in self.buttons.values():
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.buttons = {}
            for place, option in enumerate(question.options, 1):
                one = OptionButton(self._theme, option, place, multiple=question.multiple)
                one.setObjectName(f"{self.objectName()}_{option.key}")
                one.clicked.connect(self._on_clicked)
                one.focused.connect(self._on_focused)
                self._column.addWidget(one)
                self.buttons[option.key] = one
            self.clear.setAccessibleName(tr("Clear the answer to: {question}", question=said))
        self.show_picks(picks)

    def show_picks(self, picks: tuple[str, ...]) -> None:
        """Show what is picked; keys of no option here are passed over."""
        for key, one in self.buttons.items():
            one.set_picked(key in picks)
        self.clear.setVisible(bool(self.picks))

    def show_keys(self, shown: bool) -> None:
        """Whether the numbers stand beside the options."""
        for one in self.buttons.values():
            one.show_key(shown)

    def pick(self, place: int) -> bool:
        """As a click on the option of that number, counted from 1. False when there is none."""
        buttons = list(self.buttons.values())
        if not 0 < place <= len(buttons):
            return False
        buttons[place - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        buttons[place - 1].click()
        return True

    def step(self, by: int) -> None:
        """Move the focus up (-1) or down (1); from outside to the picked option, or else to an end."""
        buttons = list(self.buttons.values())
        here = next((place for place, one in enumerate(buttons) if one.hasFocus()), None)
        if here is not None:
            there = min(max(here + by, 0), len(buttons) - 1)
        else:
            ends = 0 if by > 0 else len(buttons) - 1
            there = next((place for place, one in enumerate(buttons) if one.isChecked()), ends)
        buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_answer(self) -> None:
        """Give the focus to the picked option, or to the list when nothing is: then Enter passes the question over."""
        for one in self.buttons.values():
            if one.isChecked():
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        question, sender = self._question, self.sender()
        if question is None or not isinstance(sender, OptionButton):
            return
        before = set(self.picks)
        own = next(option for option in question.options if self.buttons[option.key] is sender)
        if not question.multiple:
            picks = {own.key}
        elif not sender.isChecked():
            picks = before - {own.key}
        elif own.alone:
            picks = {own.key}
        else:
            picks = before - {option.key for option in question.options if option.alone}
        self._take(tuple(option.key for option in question.options if option.key in picks))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.focused.emit(self)
        self._paint_options()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_options()

    def _paint_options(self) -> None:
        """They show that the focus is among them though on none."""
        for one in self.buttons.values():
            one.update()

    def _on_focused(self) -> None:
        self.focused.emit(self.sender())

    def _on_clear(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # its button is about to go
        self._take(())

    def _take(self, picks: tuple[str, ...]) -> None:
        self.show_picks(picks)
        self.picked.emit(picks)
