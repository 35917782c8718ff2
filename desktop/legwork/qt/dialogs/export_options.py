"""The exports as a list to choose from: what each is, what it holds, and how much there is.

Owns how they look and which one is chosen. What they are is said by `services.exports`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choice_mark import paint_choice_mark
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.layout import column
from legwork.qt.widgets.options import paint_option_frame
from legwork.services.exports import EXPORTS, ExportInfo, ExportKind, Holding, holding_words, is_empty

_WRAP = int(Qt.TextFlag.TextWordWrap) | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class ExportOption(QAbstractButton):
    """One export. Arrow keys go through the group."""

    focused = Signal()

    def __init__(self, theme: ThemeManager, info: ExportInfo) -> None:
        super().__init__()
        self._theme, self.kind = theme, info.kind
        self._title, self._about, self._count = tr(info.name), tr(info.about), ""
        self.setObjectName(f"export_{info.kind.value}")
        self.setText(self._title.replace("&", "&&"))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.show_count("")

    def show_count(self, count: str) -> None:
        """Say how much there is; "" while that is not known."""
        self._count = count
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(f"{count}. {self._about}" if count else self._about)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._theme
        room = QRect(0, 0, max(1, width - theme.px(36 + 12)), 10_000)
        about = QFontMetrics(theme.font(12)).boundingRect(room, _WRAP, self._about).height()
        return QFontMetrics(theme.font(13, bold=True)).height() + about + theme.px(18)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(460), self.heightForWidth(self._theme.px(460)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self._theme.px(48))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_option_frame(painter, self, theme)
        paint_choice_mark(painter, self._theme, self.isChecked())
        text = self.rect().adjusted(theme.px(36), theme.px(8), -theme.px(12), 0)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(text, _RIGHT, self._count)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.colour("text" if self.isEnabled() else "secondary"))
        painter.drawText(text, _WRAP, self._title)
        below = text.adjusted(0, painter.fontMetrics().height() + theme.px(2), 0, 0)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(below, _WRAP, self._about)
        painter.end()


class ExportOptions(QWidget):
    """All exports, one below the other; what there is nothing of cannot be chosen."""

    chosen = Signal()
    focused = Signal(QWidget)
    """The option that got the focus: keep it in sight."""

    def __init__(self, theme: ThemeManager, chosen: ExportKind) -> None:
        super().__init__()
        self.setObjectName("export_options")
        self.setAccessibleName(tr("What to export"))
        self._group = OneOf(self)
        self.options = {info.kind: ExportOption(theme, info) for info in EXPORTS}
        for one in self.options.values():
            self._group.addButton(one)
            one.focused.connect(self._on_focused)
        self.setLayout(column(*self.options.values(), None, spacing=theme.px(6)))
        self.options[chosen].setChecked(True)
        self._group.buttonClicked.connect(self.chosen)

    @property
    def current(self) -> ExportKind:
        """What is chosen."""
        return next(kind for kind, one in self.options.items() if one.isChecked())

    def choose(self, kind: ExportKind) -> None:
        """Choose one, as a click on it does."""
        self.options[kind].click()

    def show_holding(self, holding: Holding | None) -> None:
        """Say how much there is; None: nobody is here, so that there is only everything."""
        for kind, one in self.options.items():
            whole = kind is ExportKind.EVERYTHING
            empty = not whole and (holding is None or is_empty(kind, holding))
            one.setEnabled(not empty)
            one.show_count(tr("nothing yet") if empty else holding_words(kind, holding) if holding else "")
        if not self.options[self.current].isEnabled():
            self.options[ExportKind.EVERYTHING].setChecked(True)
            self.chosen.emit()
        self.focus_chosen()

    def focus_chosen(self) -> None:
        """Give the focus to what is chosen."""
        self.options[self.current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focused(self) -> None:
        self.focused.emit(self.sender())
