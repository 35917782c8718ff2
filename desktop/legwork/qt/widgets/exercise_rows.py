"""The list of exercises: a letter for the region, the name, and in small type what it trains and needs.

Owns how lines are painted, the keys in the list, and that an exercise can be carried away. What is in the list comes
from `ExerciseListModel`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from legwork.domain.exercise import Exercise
from legwork.domain.patterns import PATTERNS
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.exercise_list import ExerciseListModel
from legwork.qt.widgets.plan_grid_drag import EXERCISE_MIME, carry
from legwork.qt.widgets.plan_grid_line_head import paint_region
from legwork.qt.widgets.row_actions import offer_copy, put_table
from legwork.qt.widgets.row_ground import paint_row_ground
from legwork.services.exercise_search import Group
from legwork.services.exercise_words import capital, direct_words, equipment_words, short_words

Index = QModelIndex | QPersistentModelIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGE = 6


class ExerciseRows(QListView):
    """One exercise is current as long as there is any; headings are passed over."""

    current_changed = Signal()
    taken = Signal(str)
    """Enter or a double click on an exercise."""
    typed = Signal(str)
    """Letters typed here; they belong into the search."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._lines = ExerciseListModel(self)
        self.setObjectName("exercise_rows")
        self.setAccessibleName(tr("Exercises"))
        self.setModel(self._lines)
        self.setItemDelegate(_RowDelegate(theme, self._lines, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_clicked)
        offer_copy(self, self._on_copy)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def count(self) -> int:
        """How many exercises are listed."""
        return self._lines.count

    @property
    def key(self) -> str:
        """The key of the current exercise; "" when there is none."""
        found = self._lines.exercise(self.currentIndex().row())
        return found.key if found is not None else ""

    def show_groups(self, groups: Sequence[Group], key: str = "") -> None:
        """List these; the exercise of the key stays current, else the first one is."""
        self._lines.show_groups(groups)
        if not self.choose(key):
            self.scrollToTop()
            self._go(self._lines.step(-1, 1))

    def choose(self, key: str) -> bool:
        """Make an exercise the current one. False when it is not listed."""
        row = self._lines.row_of(key)
        if row >= 0:
            self._go(row)
        return row >= 0

    def step(self, by: int) -> None:
        """Go so many exercises down, or up for a number below zero."""
        self._go(self._lines.step(self.currentIndex().row(), by))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        text = event.text()
        if event.key() in _ENTER and self.key and not held:
            self.taken.emit(self.key)
        elif event.key() in STEPS and not held:
            self.step(STEPS[event.key()])
        elif text.isprintable() and text.strip() and not held:
            self.typed.emit(text)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape, *_ENTER):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def startDrag(self, _actions: Qt.DropAction) -> None:
        found = self._lines.exercise(self.currentIndex().row())
        if found is not None:
            carry(self._theme, self, exercise_data(found.key), found.label)

    def _on_copy(self) -> None:
        """All that are listed, whatever is looked for."""
        head = (tr("Exercise"), tr("Kind"), tr("Muscles"), tr("Equipment"))
        found = (self._lines.exercise(row) for row in range(self._lines.rowCount()))
        put_table(
            head,
            [
                (
                    one.label,
                    capital(tr(PATTERNS[one.pattern])),
                    capital(direct_words(one)),
                    capital(equipment_words(one)),
                )
                for one in found
                if one is not None
            ],
        )

    def _go(self, row: int) -> None:
        if row < 0:
            return
        index = self._lines.index(row)
        self.setCurrentIndex(index)
        if row > 0 and self._lines.exercise(row - 1) is None:
            self.scrollTo(self._lines.index(row - 1))  # its heading too
        self.scrollTo(index)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        found = self._lines.exercise(index.row())
        if found is not None:
            self.taken.emit(found.key)

    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.px(120))
        self.verticalScrollBar().setSingleStep(self._theme.px(23))
        self.scheduleDelayedItemsLayout()


STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}
"""The keys that go through the list, also from the search field."""


def exercise_data(key: str) -> QMimeData:
    """An exercise to be carried into a plan."""
    data = QMimeData()
    data.setData(EXERCISE_MIME, key.encode())
    return data


class _RowDelegate(QStyledItemDelegate):
    """Paints a heading or an exercise."""

    def __init__(self, theme: ThemeManager, lines: ExerciseListModel, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self._lines = theme, lines

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = self._lines.exercise(index.row()) is None
        return QSize(self._theme.px(120), self._theme.px(30 if heading else 48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        exercise = self._lines.exercise(index.row())
        painter.save()
        if exercise is None:
            self._paint_heading(painter, option.rect, str(index.data()))
        else:
            self._paint_exercise(painter, option.rect, option.state, exercise)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        theme = self._theme
        room = rect.adjusted(theme.px(12), 0, -theme.px(12), -theme.px(5))
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.colour("secondary"))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_exercise(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, exercise: Exercise) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(theme.px(4), 1, -theme.px(4), -1)
        paint_row_ground(painter, box, state, theme)
        side = theme.px(20)
        paint_region(
            painter, QRectF(box.left() + theme.px(8), box.center().y() - side / 2, side, side), exercise, theme
        )
        left = round(box.left()) + theme.px(8) + side + theme.px(10)
        wide = round(box.right()) - theme.px(8) - left
        self._line(painter, QRect(left, rect.top() + theme.px(5), wide, theme.px(20)), 13, "text", exercise.label)
        small = QRect(left, rect.top() + theme.px(25), wide, theme.px(18))
        self._line(painter, small, 12, "secondary", short_words(exercise))

    def _line(self, painter: QPainter, room: QRect, size: int, role: str, text: str) -> None:
        painter.setFont(self._theme.font(size))
        painter.setPen(self._theme.colour(role))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
