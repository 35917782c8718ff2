"""The templates as a list to choose from, those that suit best first.

Owns how they look and which one is chosen. The order comes from `services.planner`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from legwork.domain.planner.suggest import Suggestion
from legwork.i18n import ntr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choice_mark import paint_choice_mark
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.layout import button, column, row
from legwork.qt.widgets.options import paint_option_frame

SHOWN = 3
"""Templates that are shown before one asks for all."""

_WRAP = int(Qt.TextFlag.TextWordWrap) | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


class TemplateButton(QAbstractButton):
    """One template: its name, and why it stands where it does. Arrow keys go through the group."""

    def __init__(self, theme: ThemeManager, place: int) -> None:
        super().__init__()
        self._theme = theme
        self._title, self._why = "", ""
        self.setObjectName(f"planner_template_{place}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_suggestion(self, one: Suggestion) -> None:
        """Show another template."""
        self._title, self._why = one.template.label, one.reason
        self.setText(self._title)
        self.setAccessibleName(tr("{template}. {reason}", template=self._title, reason=self._why))
        self.setToolTip(tr(one.template.purpose))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._theme
        room = QRect(0, 0, max(1, width - theme.px(48)), 10_000)
        title = QFontMetrics(theme.font(13, bold=True)).boundingRect(room, _WRAP, self._title).height()
        return title + QFontMetrics(theme.font(12)).boundingRect(room, _WRAP, self._why).height() + theme.px(18)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self.heightForWidth(self._theme.px(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(48))

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
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.colour("text"))
        drawn = painter.drawText(text, _WRAP, self._title)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(text.adjusted(0, drawn.height() + theme.px(2), 0, 0), _WRAP, self._why)
        painter.end()


class TemplateList(QWidget):
    """The best few, and all of them on demand. What a person chose stays chosen when the order changes."""

    chosen = Signal()

    def __init__(self, theme: ThemeManager, count: int) -> None:
        """count: how many templates there are."""
        super().__init__()
        self.setObjectName("planner_templates")
        self.setAccessibleName(tr("Templates, those that suit best first"))
        self._suggestions: tuple[Suggestion, ...] = ()
        self._wanted = ""
        self._group = OneOf(self)
        self._buttons = [TemplateButton(theme, place) for place in range(count)]
        for place, one in enumerate(self._buttons):
            self._group.addButton(one, place)
        self.more = button("", "planner_more_templates", "link")
        self.more.setAutoDefault(False)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_more)
        self.setLayout(column(*self._buttons, row(self.more, None), spacing=theme.px(4)))
        self._group.idClicked.connect(self._on_clicked)
        self._on_more(False)

    @property
    def current(self) -> Suggestion | None:
        """The chosen template; None before any is shown."""
        return next(iter(self._suggestions[self._group.checkedId() :][:1]), None)

    def show_suggestions(self, several: Sequence[Suggestion]) -> None:
        """Show them in this order; the first is chosen unless the person chose one."""
        self._suggestions = tuple(several)
        keys = [one.template.key for one in several]
        for made, one in zip(self._buttons, several, strict=True):
            made.show_suggestion(one)
        place = keys.index(self._wanted) if self._wanted in keys else 0
        self._group.button(place).setChecked(True)
        if place >= SHOWN:
            self.more.setChecked(True)

    def _on_clicked(self, place: int) -> None:
        self._wanted = self._suggestions[place].template.key
        self.chosen.emit()

    def _on_more(self, shown: bool) -> None:
        for one in self._buttons[SHOWN:]:
            one.setVisible(shown or one.isChecked())
        more = len(self._buttons) - SHOWN
        text = tr("Show fewer") if shown else ntr("Show {count} more template", "Show {count} more templates", more)
        self.more.setText(text)
        self.more.setAccessibleName(text)
