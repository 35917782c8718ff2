"""How a cell of the plan is opened for typing.

Owns the life of its editor. It must not change the plan: a text goes to the model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.line_editor import LineEditor, Typing
from legwork.qt.widgets.plan_grid_keys import Stroke, stroke

Index = QModelIndex | QPersistentModelIndex


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two; share: of the second one."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


class TypingView(QTableView):
    """A table whose cells stay open while what is typed into them cannot be read."""

    _keys: Mapping[Stroke, Callable[[], object]]
    """What is done at a key."""

    @property
    def delegate(self) -> TypingDelegate:
        """What opens the cells."""
        found = self.itemDelegate()
        assert isinstance(found, TypingDelegate)
        return found

    def open_editor(self) -> LineEditor | None:
        """The field that is open for typing, or None."""
        return self.delegate.editor if self.state() is QAbstractItemView.State.EditingState else None

    def hold_typed(self) -> tuple[LineEditor, Index] | None:
        """What is being typed and into which cell, before the table changes under it; None for nothing."""
        editor = self.open_editor()
        if editor is None or not editor.isModified() or editor.closing:
            return None
        index = self.indexAt(editor.geometry().center())
        if not index.isValid():
            return None
        editor.closing = True  # should its cell go now, that is no reason to take what is typed
        return editor, index

    def type_again(self, text: str, index: QModelIndex) -> None:
        """Open a cell with what was typed into it before the table changed."""
        self.setCurrentIndex(index)
        self.edit(index)
        again = self.delegate.editor
        if again is not None:
            again.setText(text)
            again.setModified(True)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and stroke(event) in self._keys
        ):
            event.accept()  # ours before the window's
            return True
        return super().event(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are typed into cells; they must not make the cursor jump."""

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        if isinstance(editor, LineEditor) and not editor.closing and editor.isModified() and not editor.readable:
            editor.take(QPoint(0, 0))  # another cell was chosen, and Qt would drop the text: say what is wrong with it
            return
        super().closeEditor(editor, hint)


class TypingDelegate(QStyledItemDelegate):
    """Opens a `LineEditor` for each cell, and closes it only when what is typed can be read or is given up."""

    stepped = Signal(QPoint)
    """A cell was taken: go on so many cells right and down."""

    def __init__(self, theme: ThemeManager, typing: Callable[[Index], Typing], parent: QObject) -> None:
        """typing: how the text of a cell is read."""
        super().__init__(parent)
        self.theme = theme
        self._typing = typing
        self.editor: LineEditor | None = None
        """The one that is open, or was last."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = LineEditor(self.theme, self._typing(index), parent)
        editor.taken.connect(self._on_taken)
        editor.given_up.connect(self._on_given_up)
        editor.destroyed.connect(self._on_destroyed)
        self.editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineEditor) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.setModified(False)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, LineEditor)
        if editor.readable:
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRect(option.rect)
        parent = editor.parentWidget()
        assert parent is not None
        least = max(place.width(), self.theme.px(168))
        most = max(place.width(), parent.width() - place.x())
        place.setWidth(min(least, most))
        editor.setGeometry(place)

    def eventFilter(self, _editor: QObject, _event: QEvent) -> bool:
        return False  # the editor itself knows when to close; Qt's own filter would close it with an error in it

    def _on_taken(self, step: QPoint) -> None:
        editor = self.sender()
        assert isinstance(editor, LineEditor)
        if editor.isModified():
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if not step.isNull():
            self.stepped.emit(step)

    def _on_given_up(self) -> None:
        editor = self.sender()
        assert isinstance(editor, LineEditor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _on_destroyed(self) -> None:
        self.editor = None
