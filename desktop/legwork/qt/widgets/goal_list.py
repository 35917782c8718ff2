"""The goals of a person as a list: what, how much by when, how far it has come, and how it stands, in a word.

Owns how they are listed. Numbers and words come from `services.goal_outlook`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
)

from legwork.domain.days import full_day
from legwork.domain.forecast.reach import Wish
from legwork.domain.measures import value_text
from legwork.i18n import ptr, tr
from legwork.qt.core.commands import name_part
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded
from legwork.qt.widgets.row_actions import chosen_rows, offer_copy, offer_rows, put_table, selected_rows
from legwork.qt.widgets.row_list import KEPT, RowDelegate, RowList
from legwork.services.goal_shapes import GoalView

_LEFT_EDGE, _RIGHT_EDGE = 18, 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_ROLES: dict[Wish, str] = {Wish.REACHED: "good", Wish.LIKELY: "good", Wish.FAST: "caution"}
"""The theme's colour of how a goal stands; the sign and the word beside it say the same."""


def role_of(view: GoalView) -> str:
    """The theme's colour of how a goal stands."""
    return _ROLES.get(view.wish, "secondary") if view.wish is not None else "secondary"


def target_of(view: GoalView) -> str:
    """ "62.0 cm by 1 Jun 2027"."""
    return tr("{value} by {day}", value=value_text(view.value, view.unit), day=full_day(view.goal.due))


class GoalList(RowList):
    """The current row is the goal that is looked at. Enter edits it, N asks for another; Delete takes all selected."""

    goal_chosen = Signal(str)
    """The key of its measure."""
    edit_asked = Signal(str)
    remove_asked = Signal(object)
    """The keys of several, a tuple."""
    new_asked = Signal()

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "goal_list", tr("Goals"))
        self.setItemDelegate(_Delegate(theme, self))
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.currentItemChanged.connect(self._on_current)
        name_part(self, tr("In the list of goals"))
        offer_rows(self, "edit", tr("Change the goal"), ("Enter", "Return", "F2"), self._on_edit)
        offer_rows(self, "delete", tr("Remove the goal"), ("Del", "Backspace"), self._on_remove)
        offer_rows(self, "new", tr("Set a new goal"), "N", self.new_asked.emit, needs_row=False)
        offer_copy(self, self.copy)
        self.itemDoubleClicked.connect(self._on_activated)

    def show_goals(self, views: Sequence[GoalView], chosen: str) -> None:
        """List goals, and choose one by the key of its measure: else the one in its place, or the first."""
        before = self.currentRow()
        with QSignalBlocker(self):
            self.clear()
            for one in views:
                item = QListWidgetItem(one.name)
                item.setData(KEPT, one)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, one.spoken)
                item.setToolTip(one.head)
                self.addItem(item)
        keys = [one.goal.measure for one in views]
        self.setCurrentRow(keys.index(chosen) if chosen in keys else min(max(before, 0), len(keys) - 1))

    def copy(self) -> None:
        """Put the selected goals, or all of them, on the clipboard."""
        views: list[GoalView] = [self.item(row).data(KEPT) for row in selected_rows(self) or range(self.count())]
        head = (ptr("heading", "Measure"), tr("Goal"), "")
        put_table(head, [(one.name, target_of(one), f"{one.sign} {one.state}".strip()) for one in views])

    def chosen(self) -> str:
        """The key of the current goal's measure; empty without one."""
        item = self.currentItem()
        return "" if item is None else _key(item)

    def choose(self, key: str) -> bool:
        """Choose a goal by the key of its measure; False when there is none."""
        for place in range(self.count()):
            if _key(self.item(place)) == key:
                self.setCurrentRow(place)
                return True
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(80))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.goal_chosen.emit(_key(item))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.edit_asked.emit(_key(item))

    def _on_edit(self) -> None:
        if key := self.chosen():
            self.edit_asked.emit(key)

    def _on_remove(self) -> None:
        if keys := tuple(_key(self.item(row)) for row in chosen_rows(self)):
            self.remove_asked.emit(keys)


def _key(item: QListWidgetItem) -> str:
    view: GoalView = item.data(KEPT)
    return view.goal.measure


def _lines(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """A text in one line, or where that is too narrow in two, broken between words."""
    words = text.split(" ")  # not at the hard spaces
    first = len(words)
    while first > 1 and metrics.horizontalAdvance(" ".join(words[:first])) > room:
        first -= 1
    rest = " ".join(words[first:])
    return [" ".join(words[:first]), *([rest] if rest else [])]


class _Delegate(RowDelegate):
    """A bar in the hue of the region, the name, the wish, how far it has come, and a sign with its word."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme, view = self._theme, index.data(KEPT)
        small, body = QFontMetrics(theme.font(12)), QFontMetrics(theme.font(13, bold=True))
        wide = self._list.viewport().width()
        room = wide - theme.px(_LEFT_EDGE) - theme.px(_RIGHT_EDGE)
        lines = len(_lines(view.name, body, room)) * body.height()
        lines += len(_lines(target_of(view), small, room)) * small.height()
        lines += len(self._foot(view, small, room)) * small.height()
        return QSize(wide, lines + theme.px(36))

    def paint_row(self, painter: QPainter, place: QRect, view: GoalView, chosen: bool) -> None:
        theme = self._theme
        self.paint_region_bar(painter, place, view.region)
        left, right = place.left() + theme.px(_LEFT_EDGE), place.left() + place.width() - theme.px(_RIGHT_EDGE)
        top = float(place.top() + theme.px(7))
        small, body = QFontMetrics(theme.font(12)), QFontMetrics(theme.font(13, bold=True))
        room = int(right - left)
        for line in _lines(view.name, body, room):
            top = self._line(painter, line, left, right, top, 13, "text", bold=chosen)
        top += theme.px(1)
        for line in _lines(target_of(view), small, room):
            top = self._line(painter, line, left, right, top, 12, "secondary")
        bar = QRectF(left, top + theme.px(6), right - left, theme.px(5))
        self._paint_progress(painter, bar, view)
        foot = bar.bottom() + theme.px(5)
        for state, share in self._foot(view, small, room):
            self._line(painter, state, left, right, foot, 12, role_of(view))
            foot = self._line(painter, share, left, right, foot, 12, "secondary", flags=_RIGHT)

    def _foot(self, view: GoalView, metrics: QFontMetrics, room: int) -> list[tuple[str, str]]:
        """How it stands and how far it has come: in one line, or where that is too narrow in two."""
        share = "" if view.progress is None else tr("{count} %", count=round(100 * min(max(view.progress, 0.0), 1.0)))
        state = f"{view.sign} {view.state}".strip()
        apart = self._theme.px(8) if state and share else 0
        if metrics.horizontalAdvance(state) + apart + metrics.horizontalAdvance(share) <= room:
            return [(state, share)]
        lines = _lines(state, metrics, room)
        if metrics.horizontalAdvance(lines[-1]) + apart + metrics.horizontalAdvance(share) <= room:
            return [*((one, "") for one in lines[:-1]), (lines[-1], share)]
        return [*((one, "") for one in lines), ("", share)]

    def _line(
        self, painter: QPainter, text: str, left: float, right: float, top: float, size: int, role: str, *,
        bold: bool = False, flags: Qt.AlignmentFlag = _LEFT,
    ) -> float:  # fmt: skip
        """Write a line, cut where it is too long; returns where the next begins."""
        painter.setFont(self._theme.font(size, bold=bold))
        painter.setPen(self._theme.colour(role))
        metrics = painter.fontMetrics()
        box = QRectF(left, top, right - left, metrics.height())
        painter.drawText(box, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width())))
        return box.bottom()

    def _paint_progress(self, painter: QPainter, bar: QRectF, view: GoalView) -> None:
        """How much of the way from the start to the goal lies behind; an empty groove where that is not known."""
        theme, hue = self._theme, self._theme.region_colour(view.region)
        round_ = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(hue, 0.2))
        painter.drawRoundedRect(bar, round_, round_)
        share = min(max(view.progress or 0.0, 0.0), 1.0)
        if share > 0:
            painter.setBrush(hue)
            done = QRectF(bar.left(), bar.top(), max(bar.width() * share, theme.px(5)), bar.height())
            painter.drawRoundedRect(done, round_, round_)
