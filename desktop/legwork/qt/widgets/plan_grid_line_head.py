"""The head beside the plan's grid: sessions, and their exercises with region, superset and progression.

Owns how they are painted.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QHeaderView, QWidget

from legwork.domain.exercise import Exercise
from legwork.domain.plan.line_edits import group_letter
from legwork.domain.plan.rules import Fixed, Undulating, Wave
from legwork.domain.sites import Region
from legwork.i18n import pmark, ptr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_rows import Row, RowKind
from legwork.qt.models.plan_table import PlanTableModel
from legwork.qt.widgets.plan_grid_delegate import mixed
from legwork.qt.widgets.plan_grid_heads import LEFT, Head

_LETTERS = {
    Region.LOWER: pmark("region", "L"),
    Region.UPPER: pmark("region", "U"),
    Region.TRUNK: pmark("region", "T"),
}
"""One letter for legs (lower body), upper body and trunk, marked for translation."""

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT, _EDGE, _BETWEEN, _GAP = 12, 10, 8, 6
_CHIP, _RULE = 18, 14
_NAME_LEFT = _LEFT + _CHIP + _BETWEEN
"""Lengths, unscaled: margins, the gaps between parts, the signs of region and superset, that of the progression."""


class LineHead(Head):
    """Sessions and their exercises, each exercise with its region, its superset and whether it goes on by a rule."""

    pressed_add = Signal(int)
    """A row that adds something was pressed."""

    def __init__(self, theme: ThemeManager, model: PlanTableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, theme, model, parent)
        self.setObjectName("plan_line_head")
        self.setAccessibleName(tr("Sessions and exercises"))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.wanted = theme.px(132)

    def sizeHint(self) -> QSize:
        return QSize(self.wanted, 0)  # Qt's own asks every row

    def needed(self) -> int:
        """How wide the head must be to show each name whole, in pixels."""
        px, model = self.theme.px, self.plan_model
        usual, bold, small = (QFontMetrics(font) for font in (self.theme.font(13), *self._session_fonts()))
        needed = 0
        for section, row in enumerate(model.rows):
            if row.kind is RowKind.LINE:
                assert row.line is not None
                name = str(model.headerData(section, Qt.Orientation.Vertical))
                beside = _NAME_LEFT + _EDGE + 2
                beside += (_RULE + _GAP) * (not isinstance(row.line.first.rule, Fixed))
                beside += (_CHIP + _GAP) * (row.line.first.group is not None)
                needed = max(needed, usual.horizontalAdvance(name) + px(beside))
            elif row.kind is RowKind.HEAD:
                words = bold.horizontalAdvance(model.place_name(row.place))
                words += small.horizontalAdvance(model.weekday_text(row.place))
                needed = max(needed, words + px(_LEFT + _EDGE + _BETWEEN + 2))
        return needed

    def _session_fonts(self) -> tuple[QFont, QFont]:
        """In what a session's name and its weekday are written."""
        return self.theme.font(13, bold=True), self.theme.font(12)

    def press(self, section: int, position: QPoint, reach: bool) -> None:
        if self.plan_model.rows[section].kind in (RowKind.ADD, RowKind.NEW):
            self._pressed_at = None
            self.pressed_add.emit(section)
        else:
            super().press(section, position, reach)

    def paintSection(self, painter: QPainter, rect: QRect, section: int | QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(section, int)
        if section >= len(self.plan_model.rows):
            return
        theme, row = self.theme, self.plan_model.rows[section]
        picked = self.picked(section)
        ground = theme.colour("raised" if row.kind is RowKind.HEAD else "surface")
        if picked and row.kind in (RowKind.HEAD, RowKind.LINE):
            ground = theme.colour("legs_soft")
        elif section == self.hovered:
            ground = theme.colour("raised")
        painter.fillRect(rect, ground)
        painter.setPen(mixed(theme.colour("surface"), theme.colour("border"), 1 if row.kind is RowKind.HEAD else 0.55))
        if row.kind is not RowKind.NEW:
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.HEAD:
            self._paint_session(painter, rect, row)
        elif row.kind is RowKind.LINE:
            self._paint_line(painter, rect, section, row)
        else:
            self._paint_add(painter, rect, section, section == self.hovered or picked)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_session(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme = self.theme
        room = rect.adjusted(theme.px(_LEFT), 0, -theme.px(_EDGE), 0)
        weekday = self.plan_model.weekday_text(row.place)
        named, quiet = self._session_fonts()
        painter.setFont(quiet)
        wide = QFontMetrics(painter.font()).horizontalAdvance(weekday)
        painter.setPen(theme.colour("secondary"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, weekday)
        painter.setFont(named)
        painter.setPen(theme.colour("text"))
        self._elided(painter, room.adjusted(0, 0, -wide - theme.px(_BETWEEN), 0), self.plan_model.place_name(row.place))

    def _paint_line(self, painter: QPainter, rect: QRect, section: int, row: Row) -> None:
        theme, exercise = self.theme, self.plan_model.exercise(section)
        assert row.line is not None
        entry = row.line.first
        side = theme.px(_CHIP)
        chip = QRectF(rect.left() + theme.px(_LEFT), rect.center().y() - side / 2 + 0.5, side, side)
        paint_region(painter, chip, exercise, theme)
        right = rect.right() - theme.px(_EDGE)
        if not isinstance(entry.rule, Fixed):
            wide = theme.px(_RULE)
            place = QRectF(right - wide, rect.center().y() - wide / 2, wide, wide)
            _paint_rule(painter, place, isinstance(entry.rule, Undulating | Wave), theme.colour("secondary"))
            right -= wide + theme.px(_GAP)
        if entry.group is not None:
            letter = QRectF(right - side, chip.top(), side, side)
            painter.setPen(QPen(theme.colour("field_border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(letter.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setFont(theme.font(11, bold=True))
            painter.setPen(theme.colour("secondary"))
            painter.drawText(letter, _CENTRE, group_letter(entry.group))
            right -= side + theme.px(_GAP)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("caution" if exercise is None else "text"))
        left = round(rect.left() + theme.px(_NAME_LEFT))
        name = str(self.plan_model.headerData(section, Qt.Orientation.Vertical))
        self._elided(painter, QRect(left, rect.top(), right - left, rect.height()), name)

    def _paint_add(self, painter: QPainter, rect: QRect, section: int, strong: bool) -> None:
        theme = self.theme
        colour = theme.colour("legs" if strong else "secondary")
        middle, arm = QPointF(rect.left() + theme.px(21), rect.center().y() + 0.5), theme.px(4.5)
        painter.setPen(QPen(colour, theme.px(1.5)))
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
        painter.setFont(theme.font(12))
        painter.setPen(colour)
        text = str(self.plan_model.headerData(section, Qt.Orientation.Vertical))
        self._elided(painter, rect.adjusted(theme.px(38), 0, -theme.px(8), 0), text)

    def _elided(self, painter: QPainter, room: QRect, text: str) -> None:
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room, LEFT, shown)


def paint_region(painter: QPainter, rect: QRectF, exercise: Exercise | None, theme: ThemeManager) -> None:
    """A letter in the hue of the region that an exercise trains; a question mark for one that nobody knows."""
    letter, ground, colour = "?", "raised", theme.colour("caution")
    if exercise is not None:
        letter = ptr(*_LETTERS.get(exercise.region, _LETTERS[Region.TRUNK]))
        ground = {"lower": "legs_soft", "upper": "upper_soft"}.get(exercise.region.value, "raised")
        colour = theme.region_colour(exercise.region.value)
    painter.setPen(mixed(theme.colour(ground), colour, 0.4))
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
    painter.setFont(theme.font(11, bold=True))
    painter.setPen(colour)
    painter.drawText(rect, _CENTRE, letter)


def _paint_rule(painter: QPainter, rect: QRectF, waves: bool, colour: QColor) -> None:
    """A rising arrow for what goes up steadily, a wave for what goes up and down."""
    painter.setPen(QPen(colour, rect.width() / 10, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, side = rect.left(), rect.top(), rect.width()
    if waves:
        painter.drawPolyline(
            [QPointF(x + side * a, y + side * b) for a, b in ((0.05, 0.7), (0.3, 0.3), (0.6, 0.7), (0.9, 0.3))]
        )
        return
    painter.drawLine(QPointF(x + side * 0.15, y + side * 0.8), QPointF(x + side * 0.8, y + side * 0.2))
    painter.drawPolyline([QPointF(x + side * a, y + side * b) for a, b in ((0.4, 0.2), (0.8, 0.2), (0.8, 0.6))])
