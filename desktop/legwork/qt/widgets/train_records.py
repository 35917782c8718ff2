"""Every lift that was done with its strength, most used first; and one of them with its records, each with its day.

Owns how they are listed and the keys. The words come from `services.train_strength` and `services.train_records`;
opening a workout, or the sets behind a sum, is asked of whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)

from legwork.i18n import tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.plan_grid_line_head import paint_region
from legwork.qt.widgets.row_actions import offer_copy, offer_rows, put_table
from legwork.qt.widgets.row_list import KEPT, RowDelegate, RowList
from legwork.qt.widgets.train_lift import SIGNS, LiftDetail
from legwork.services.train_history import IMPORT_HINT
from legwork.services.train_records import LiftRecords
from legwork.services.train_strength import LiftRow

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

LONG = 10
"""From more lifts than this on there is a field to search in."""


class HistoryOrStrength(QWidget):
    """Two words beside each other: which of the two stands below."""

    chosen = Signal(bool)
    """Whether it is strength."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("train_right_switch")
        self.history = self._segment(tr("History"), "train_show_history", tr("What was done so far"))
        self.strength = self._segment(
            tr("Strength"), "train_show_strength", tr("How strong every lift is, and records")
        )
        self.history.setChecked(True)
        group = OneOf(self)
        for one in (self.history, self.strength):
            group.addButton(one)
        self.strength.toggled.connect(self.chosen)
        self.setLayout(row(self.history, self.strength, None, spacing=0))

    def _segment(self, text: str, name: str, said: str) -> QPushButton:
        made = button(text, name, "segment")
        made.setCheckable(True)
        made.setAccessibleName(said)
        made.setToolTip(said)
        return made


class StrengthPanel(QWidget):
    """The list, or one lift; Enter goes into it, Esc back."""

    lift_asked = Signal(str)
    """The records of a lift (its key) shall be shown; "": the list again."""
    open_asked = Signal(int)
    """A workout (its id)."""
    sets_asked = Signal(object)
    """The sets behind a tonnage: a RecordRow."""
    line_asked = Signal(str)
    """The line of a lift on the Charts page."""
    returned = Signal(QRect)
    """Back at the list: keep this part of the panel in sight, where the lift stands that was looked at."""

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._rows: tuple[LiftRow, ...] = ()
        self._known = False
        self.lift = ""
        """The lift (its key) that is looked at; "" while all are listed."""
        self.setObjectName("train_strength")
        self.search = QLineEdit()
        self.search.setObjectName("train_strength_search")
        self.search.setAccessibleName(tr("Search the lifts"))
        self.search.setPlaceholderText(tr("Search, like squat"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list_again)
        self.search.returnPressed.connect(self._on_search_entered)
        self.list = _Lifts(theme)
        self.list.chosen.connect(self.show_lift)
        self.about = label(
            tr("What you could lift once, and what became of it in 3 months; ± is the error."), "small", wrap=True
        )
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("train_strength_said")
        self.detail = LiftDetail(theme, icons)
        self.detail.closed.connect(lambda: self.show_lift(""))
        self.detail.open_asked.connect(self.open_asked)
        self.detail.sets_asked.connect(self.sets_asked)
        self.detail.line_asked.connect(lambda: self.line_asked.emit(self.lift))
        layout = column(self.search, self.about, self.said, self.list, self.detail, spacing=theme.px(8))
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.show_rows(None)

    def show_rows(self, rows: Sequence[LiftRow] | None) -> None:
        """List lifts; None: they are being worked out, and what is there stays."""
        if rows is None:
            if not self._rows:
                self._list_again()
            return
        self._known, self._rows = True, tuple(rows)
        if self.lift and not any(one.key == self.lift for one in rows):
            self.lift = ""
        self._list_again()

    def show_records(self, found: LiftRecords) -> None:
        """Show the records of the lift that is looked at."""
        if found.key == self.lift:
            self.detail.show_records(found)

    def forget(self) -> None:
        """Another person comes."""
        self._known, self._rows, self.lift = False, (), ""
        self.search.clear()
        self._list_again()

    def show_lift(self, key: str) -> None:
        """Look at one lift, or at all of them again."""
        before, self.lift = self.lift, key
        if before and not key:
            # The focus moves before what has it goes: Qt would hand it on to the foot of the page, and scroll there.
            self.list.show()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list_again()
        self.lift_asked.emit(key)
        if key:
            self.detail.back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before:
            self.list.choose(before)
            QTimer.singleShot(0, self, self._on_returned)  # once the list has its place

    def _list_again(self) -> None:
        words = self.search.text().casefold().split()
        shown = [one for one in self._rows if all(word in one.label.casefold() for word in words)]
        alone = next((one for one in self._rows if one.key == self.lift), None)
        self.list.show_rows(shown)
        if not self._known:
            said = tr("Working out the strength of every lift…")
        elif not self._rows:
            nothing = tr("Nothing yet. Each lift that you log stands here with how strong you are in it.")
            said = f"{nothing} {tr(IMPORT_HINT)}"
        else:
            said = "" if shown else tr("No lift of the log is called so.")
        self.said.setText(said)
        self.said.setVisible(bool(said) and alone is None)
        self.search.setVisible(alone is None and len(self._rows) > LONG)
        self.list.setVisible(alone is None and bool(shown))
        self.about.setVisible(alone is None and bool(shown))
        self.detail.setVisible(alone is not None)
        if alone is not None:
            self.detail.show_lift(alone)

    def _on_returned(self) -> None:
        item = self.list.currentItem()
        if item is None or self.lift:
            return
        self.list.scrollToItem(item)
        place = self.list.visualItemRect(item)
        place.moveTopLeft(self.list.viewport().mapTo(self, place.topLeft()))
        self.returned.emit(place)

    def _on_search_entered(self) -> None:
        if self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)


class _Lifts(RowList):
    chosen = Signal(str)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "train_lifts", tr("Lifts, most used first"))
        self.setItemDelegate(_Delegate(theme, self))
        self.setMinimumHeight(theme.px(200))
        self.itemClicked.connect(self._on_clicked)
        offer_rows(self, "open", tr("Look at the lift"), ("Enter", "Return"), self._on_enter)
        offer_copy(self, self.copy)

    def copy(self) -> None:
        """Put all that are listed on the clipboard."""
        shown: list[LiftRow] = [self.item(row).data(KEPT) for row in range(self.count())]
        put_table((tr("Lift"), tr("Once"), ""), [(one.label, one.now, one.change) for one in shown])

    def show_rows(self, rows: Sequence[LiftRow]) -> None:
        """List these; the chosen one stays, and so does the part of the list that is in sight."""
        chosen, scrolled_to = self.currentItem(), self.verticalScrollBar().value()
        kept = chosen.data(KEPT).key if chosen is not None else ""
        self.clear()
        for one in rows:
            item = QListWidgetItem()
            item.setData(KEPT, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.spoken)
            item.setToolTip(one.hint)
            self.addItem(item)
        self.choose(kept)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled_to)

    def choose(self, key: str) -> None:
        """Make a lift the current one; none where it is not listed."""
        self.setCurrentRow(next((at for at in range(self.count()) if self.item(at).data(KEPT).key == key), -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setCurrentRow(0)

    def _on_enter(self) -> None:
        if (item := self.currentItem()) is not None:
            self._on_clicked(item)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(KEPT).key)


class _Delegate(RowDelegate):
    """Three lines: the lift and its maximum, where it went, the sides or when it was done."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), self._theme.px(66))

    def paint_row(self, painter: QPainter, place: QRect, shown: LiftRow, _chosen: bool) -> None:
        theme = self._theme
        inner = place.adjusted(theme.px(8), theme.px(5), -theme.px(8), -theme.px(5))
        high, side = inner.height() // 3, theme.px(18)
        mark = QRectF(inner.x(), inner.y() + (high - side) / 2, side, side)
        paint_region(painter, mark, shown.exercise, theme)
        words = inner.adjusted(side + theme.px(8), 0, 0, 0)
        first = QRect(words.x(), words.y(), words.width(), high)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("text"))
        wide = painter.fontMetrics().horizontalAdvance(shown.now)
        below = wide > words.width() / 2  # both sides: they have a line of their own
        if below:
            painter.drawText(first.translated(0, high), _LEFT, shown.now)
        else:
            painter.drawText(first, _RIGHT, shown.now)
        room = words.width() - (0 if below else wide + theme.px(12))
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.colour("text"))
        painter.drawText(first, _LEFT, painter.fontMetrics().elidedText(shown.label, Qt.TextElideMode.ElideRight, room))
        sign, role = SIGNS[shown.went]
        last = tr("last done {when}", when=shown.last)
        lines = [(f"{sign} {shown.short}".strip(), role)] if shown.short else []
        if shown.apart and below:
            lines.insert(0, (f"{shown.sides[:1].upper()}{shown.sides[1:]}", "text"))
        elif shown.apart:
            lines.append((f"{shown.sides[:1].upper()}{shown.sides[1:]}", "text"))
        lines.append((f"{last[:1].upper()}{last[1:]}", "secondary"))
        painter.setFont(theme.font(12))
        first = first.translated(0, high) if below else first
        for number, (text, colour) in enumerate(lines[: 1 if below else 2], 1):
            painter.setPen(theme.colour(colour))
            kept = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(first.translated(0, number * high), _LEFT, kept)
