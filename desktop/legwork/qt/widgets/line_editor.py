"""The field in which something is typed in place: it completes, says below itself what cannot be read, and stays open.

Owns the field with its suggestions and its error. It must not know what is typed: whoever opens it hands in how to
read it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from legwork.domain.plan.cell_grammar import CellError
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import leaves_undo_to_window, set_role

_MOST = 7
"""Suggestions that are shown at once."""


def _no_suggestions(_text: str) -> tuple[str, ...]:
    return ()


def _replaced(_text: str, piece: str) -> str:
    return piece


@dataclass(frozen=True)
class Typing:
    """How a text is read. said: what is typed, for a screen reader.

    read: raises UserError, or CellError with a column, for what cannot be read. suggest: what could come next.
    put: the text with a suggestion in it.
    """

    said: str
    read: Callable[[str], object]
    suggest: Callable[[str], tuple[str, ...]] = _no_suggestions
    put: Callable[[str, str], str] = _replaced
    placeholder: str = ""


class LineEditor(QLineEdit):
    """Enter and Tab take what is typed when it can be read; Esc gives up; Down goes into the suggestions."""

    taken = Signal(QPoint)
    """What stands here can be read and shall hold; then go so many cells right and down."""
    given_up = Signal()

    def __init__(self, theme: ThemeManager, typing: Typing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.typing = theme, typing
        self.closing = False
        """It is being taken or given up."""
        self.setObjectName("plan_cell_editor")
        self.setAccessibleName(typing.said)
        self.setPlaceholderText(typing.placeholder)
        self.suggestions = Suggestions(theme)
        self.suggestions.itemPressed.connect(self._on_picked)
        self.bubble = Bubble(theme)
        self.destroyed.connect(self.suggestions.deleteLater)  # they are children of the window while they are shown
        self.destroyed.connect(self.bubble.deleteLater)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._place)

    @property
    def readable(self) -> bool:
        """Whether what stands here can be read."""
        return self._fault() is None

    def take(self, step: QPoint) -> bool:
        """Take what is typed, or say below it why that is not possible."""
        fault = self._fault()
        if fault is not None:
            self._show_fault(fault)
            return False
        if not self.closing:
            self.closing = True
            self._hide_helpers()
            self.taken.emit(step)
        return True

    def give_up(self) -> None:
        """Close without taking anything."""
        if not self.closing:
            self.closing = True
            self._hide_helpers()
            self.given_up.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if not self.isModified() and leaves_undo_to_window(event):
                return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            back = event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and shift)
            if back or event.key() == Qt.Key.Key_Tab:  # before Qt moves the focus with it
                if back or not self._pick():
                    self.take(QPoint(-1 if back else 1, 0))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not self._pick():
                    up = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                    self.take(QPoint(0, -1 if up else 1))
            case Qt.Key.Key_Escape:
                self.give_up()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                if not self.suggestions.isVisible():
                    self._suggest()
                self.suggestions.step(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            return
        if not self.isModified():
            self.give_up()
        else:
            self.take(QPoint(0, 0))
        self.suggestions.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hide_helpers()

    def _fault(self) -> UserError | None:
        try:
            self.typing.read(self.text())
        except UserError as fault:
            return fault
        return None

    def _show_fault(self, fault: UserError) -> None:
        self.suggestions.hide()
        set_role(self, "error", "state")
        said = str(fault)
        if isinstance(fault, CellError):  # the caret shows the place
            self.setCursorPosition(min(fault.column - 1, len(self.text())))
            said = fault.what[:1].upper() + fault.what[1:]
        self.setAccessibleDescription(said)
        self.bubble.say(said, self)

    def _on_edited(self) -> None:
        self.bubble.hide()
        set_role(self, "", "state")
        self.setAccessibleDescription("")
        self._suggest()

    def _suggest(self) -> None:
        pieces = self.typing.suggest(self.text()) if self.cursorPosition() == len(self.text()) else ()
        self.suggestions.offer(pieces[:_MOST], self)

    def _pick(self) -> bool:
        """Put the chosen suggestion in; False when none is chosen."""
        item = self.suggestions.currentItem() if self.suggestions.isVisible() else None
        if item is None:
            return False
        self.setText(self.typing.put(self.text(), item.text()))
        self.setModified(True)
        self._on_edited()
        return True

    def _on_picked(self, item: QListWidgetItem) -> None:
        self.suggestions.setCurrentItem(item)
        self._pick()

    def _place(self) -> None:
        for one in (self.suggestions, self.bubble):
            if one.isVisible():
                beside(one, self)

    def _hide_helpers(self) -> None:
        self.suggestions.hide()
        self.bubble.hide()


class Suggestions(QListWidget):
    """What could be typed next; never takes the focus from the field."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("typing_suggestions")
        self.setAccessibleName(tr("What could come next"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()

    def offer(self, pieces: tuple[str, ...], field: QWidget) -> None:
        """Show these below a field, none of them chosen; nothing to show hides the list."""
        self.clear()
        if not pieces or not field.isVisible():
            self.hide()
            return
        theme = self._theme
        self.setStyleSheet(
            f"#typing_suggestions {{ background: {theme.colours.surface};"
            f" border: 1px solid {theme.colours.field_border}; border-radius: {theme.px(6)}px;"
            f" padding: {theme.px(3)}px; }}"
            f"#typing_suggestions::item {{ padding: 0 {theme.px(8)}px; border-radius: {theme.px(4)}px; }}"
        )
        self.addItems(list(pieces))
        self.setCurrentRow(-1)
        high = max(self.sizeHintForRow(0), theme.px(28)) * len(pieces) + theme.px(10)
        wide = max(self.fontMetrics().horizontalAdvance(one) for one in pieces) + theme.px(40)
        self.setParent(field.window())
        self.resize(max(wide, theme.px(120)), high)
        beside(self, field)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose the next one, or the one before."""
        if self.count():
            here = self.currentRow()
            self.setCurrentRow((here + by) % self.count() if here >= 0 else (0 if by > 0 else self.count() - 1))


class Bubble(QLabel):
    """One sentence beside a field or cell: why something was not taken."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("typing_fault")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str, field: QWidget, place: QRect | None = None) -> None:
        """Show a sentence below a field, or below a place in it."""
        theme = self._theme
        self.setText(text)
        self.setAccessibleName(text)
        self.setStyleSheet(
            f"#typing_fault {{ background: {theme.colours.surface}; color: {theme.colours.error};"
            f" border: 1px solid {theme.colours.error}; border-radius: {theme.px(6)}px;"
            f" padding: {theme.px(6)}px {theme.px(10)}px; }}"
        )
        self.setParent(field.window())
        most = min(theme.px(380), max(theme.px(120), field.window().width() - theme.px(16)))
        wide = min(most, self.fontMetrics().horizontalAdvance(text) + theme.px(28))
        self.resize(wide, self.heightForWidth(wide))
        beside(self, field, place)
        self.show()
        self.raise_()


def beside(one: QWidget, field: QWidget, place: QRect | None = None) -> None:
    """Put a child of the window below a field, or a place in it; above where there is no room below."""
    window = field.window()
    at = field.rect() if place is None else place
    corner = field.mapTo(window, at.bottomLeft())
    x = max(4, min(corner.x(), window.width() - one.width() - 4))
    y = max(4, corner.y() + 3)
    if y + one.height() > window.height():
        y = max(4, field.mapTo(window, at.topLeft()).y() - one.height() - 3)
    one.move(x, y)
