"""A small card beside a place that asks for one line: a heading, a field, and examples.

Owns where it stands and giving the focus back. What is typed, and how it is read, is handed in.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, label
from legwork.qt.widgets.line_editor import LineEditor, Typing, beside


class LineAsk(QFrame):
    """Asks for one line beside what it is about. Opens with `ask`."""

    def __init__(self, theme: ThemeManager, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._run: Callable[[str], object] | None = None
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._heading, self._hint = label(role="section"), label(role="small", wrap=True)
        self.field: LineEditor | None = None
        self._column = column(self._heading, self._hint, spacing=8)
        gap = theme.px(12)
        self._column.setContentsMargins(gap, gap, gap, gap)
        self.setLayout(self._column)
        self.hide()

    def ask(
        self,
        heading: str,
        typing: Typing,
        text: str,
        hint: str,
        where: QWidget,
        place: QRect,
        run: Callable[[str], object],
    ) -> None:
        """Ask beside a place of a widget. text: what stands there to begin with. run: gets a text that can be read."""
        self._drop_field()
        self._run = run
        self._heading.setText(heading)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.field = LineEditor(self._theme, typing)
        self.field.setObjectName("ask_field")
        self.field.setText(text)
        self.field.selectAll()
        self.field.setModified(False)
        self.field.taken.connect(self._on_taken)
        self.field.given_up.connect(self._on_given_up)
        self._column.insertWidget(1, self.field)
        self.setAccessibleName(heading)
        self.setParent(where.window())
        self._where = where
        self.setFixedWidth(min(self._theme.px(340), max(self._theme.px(160), where.window().width() - 16)))
        self.adjustSize()
        beside(self, where, place)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close without taking anything."""
        if self.field is not None:
            self.field.give_up()

    def _on_taken(self, _step: QPoint) -> None:
        assert self.field is not None and self._run is not None
        text, changed, run = self.field.text(), self.field.isModified(), self._run
        self._close()
        if changed:
            run(text)

    def _on_given_up(self) -> None:
        self._close()

    def _close(self) -> None:
        focused = self.field is not None and self.field.hasFocus()
        self.hide()
        self._drop_field()
        if focused:
            self._where.setFocus(Qt.FocusReason.PopupFocusReason)

    def _drop_field(self) -> None:
        if self.field is not None:
            self.field.hide()
            self._column.removeWidget(self.field)
            self.field.deleteLater()
            self.field = None
