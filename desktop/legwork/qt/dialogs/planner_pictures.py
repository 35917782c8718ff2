"""Pictures of a drafted plan: the first week as cards, and the sets of the leg muscles beside what they shall get.

Owns the painting. What is shown comes from `services.planner_glance`; both pictures say it all to a screen reader.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from legwork.domain.sites import Region
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager
from legwork.services.planner_glance import GlanceLine, GlanceMuscle, GlanceSession

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Picture(QWidget):
    """A picture whose height follows its width."""

    spoken_role = CHART

    def __init__(self, theme: ThemeManager, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = self._theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(20))

    def _shown(self, spoken: str) -> None:
        self.setAccessibleDescription(spoken)
        self.updateGeometry()
        self.update()


class WeekGlance(_Picture):
    """The sessions of a week as cards, side by side where there is room. Hovering an exercise tells why it is there."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "planner_week")
        self.setAccessibleName(tr("The first week"))
        self._sessions: tuple[GlanceSession, ...] = ()
        self._whys: Mapping[str, str] = {}
        self._lines: list[tuple[QRectF, GlanceLine]] = []

    def show_sessions(self, sessions: tuple[GlanceSession, ...], whys: Mapping[str, str]) -> None:
        """Show a week. whys: by the exercise's name."""
        self._sessions, self._whys = sessions, whys
        self._shown(" ".join(one.spoken for one in sessions))

    def heightForWidth(self, width: int) -> int:
        cards = self._cards(width)
        return round(max((card.bottom() for card in cards), default=0))

    def event(self, event: QEvent) -> bool:
        """Say on hovering what an exercise is for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = next((one for rect, one in self._lines if rect.contains(QPointF(event.pos()))), None)
            text = "" if line is None else "\n".join(one for one in (line.spoken, self._whys.get(line.name, "")) if one)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _cards(self, width: int) -> list[QRectF]:
        """A card for each session; those of a row are equally high."""
        theme = self._theme
        gap = theme.px(8)
        columns = max(1, min(len(self._sessions), (width + gap) // (theme.px(236) + gap)))
        wide = (width - gap * (columns - 1)) / columns
        top, cards = 0.0, []
        for first in range(0, len(self._sessions), columns):
            several = self._sessions[first : first + columns]
            high = theme.px(50) + theme.px(22) * max(len(one.lines) for one in several) + theme.px(8)
            cards += [QRectF(place * (wide + gap), top, wide, high) for place in range(len(several))]
            top += high + gap
        return cards

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lines = []
        for card, session in zip(self._cards(self.width()), self._sessions, strict=True):
            self._paint_session(painter, card, session)
        painter.end()

    def _paint_session(self, painter: QPainter, card: QRectF, session: GlanceSession) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(card, theme.px(6), theme.px(6))
        inside = card.adjusted(theme.px(10), theme.px(8), -theme.px(10), 0)
        title = QRectF(inside.left(), inside.top(), inside.width(), theme.px(18))
        _text(painter, theme, title, session.name, bold=True)
        _text(painter, theme, title.translated(0, theme.px(18)), session.when, role="secondary", pixels=12)
        top = inside.top() + theme.px(40)
        for line in session.lines:
            rect = QRectF(inside.left(), top, inside.width(), theme.px(22))
            self._lines.append((rect, line))
            self._paint_line(painter, rect, line)
            top += theme.px(22)

    def _paint_line(self, painter: QPainter, rect: QRectF, line: GlanceLine) -> None:
        theme = self._theme
        self._paint_mark(painter, QPointF(rect.left() + theme.px(4), rect.center().y()), line.region)
        cell = QFontMetricsF(theme.font(12)).horizontalAdvance(line.cell) + 2
        _text(painter, theme, rect, line.cell, role="secondary", pixels=12, align=_RIGHT)
        name = rect.adjusted(theme.px(14), 0, -cell - theme.px(8), 0)
        _text(painter, theme, name, line.name, pixels=12)

    def _paint_mark(self, painter: QPainter, centre: QPointF, region: Region | None) -> None:
        """A dot for the legs, a diamond for the upper body, a dash for the trunk: colour never stands alone."""
        theme, size = self._theme, self._theme.px(3.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.region_colour(region.value if region else ""))
        if region is Region.LOWER:
            painter.drawEllipse(centre, size, size)
        elif region is Region.UPPER:
            x, y, far = centre.x(), centre.y(), size * 1.2
            points = [QPointF(x, y - far), QPointF(x + far, y), QPointF(x, y + far), QPointF(x - far, y)]
            painter.drawPolygon(QPolygonF(points))
        else:
            painter.drawRect(QRectF(centre.x() - size, centre.y() - 1, 2 * size, 2))


class MuscleSets(_Picture):
    """A bar for each leg muscle: solid for the first week, light for what is built up, over the band that is wanted."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "planner_muscles")
        self.setAccessibleName(tr("Hard sets a week for the legs"))
        self._muscles: tuple[GlanceMuscle, ...] = ()

    def show_muscles(self, muscles: tuple[GlanceMuscle, ...]) -> None:
        """Show these muscles."""
        self._muscles = muscles
        self._shown(" ".join(one.spoken for one in muscles))

    def heightForWidth(self, _width: int) -> int:
        return self._theme.px(28) * len(self._muscles)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(theme.font(13))
        left = max((metrics.horizontalAdvance(one.name) for one in self._muscles), default=0) + theme.px(12)
        right = max((metrics.horizontalAdvance(one.text) for one in self._muscles), default=0) + theme.px(14)
        left = min(left, self.width() * 0.45)
        most = max((max(one.most, one.band[1]) for one in self._muscles), default=1) * 1.04
        for place, one in enumerate(self._muscles):
            whole = QRectF(0, theme.px(28) * place, self.width(), theme.px(28))
            _text(painter, theme, QRectF(0, whole.top(), left - theme.px(8), whole.height()), one.name)
            plot = QRectF(left, whole.top(), max(1.0, whole.width() - left - right), whole.height())
            self._paint_bar(painter, plot, one, most)
            _text(painter, theme, whole, one.text, align=_RIGHT)
        painter.end()

    def _paint_bar(self, painter: QPainter, plot: QRectF, one: GlanceMuscle, most: float) -> None:
        theme = self._theme
        unit = plot.width() / most
        low, high = one.band
        band = QRectF(
            plot.left() + low * unit, plot.top() + theme.px(3), (high - low) * unit, plot.height() - theme.px(6)
        )
        painter.setPen(QPen(theme.colour("legs"), 1, Qt.PenStyle.DotLine))
        painter.setBrush(theme.colour("legs_soft"))
        painter.drawRoundedRect(band, theme.px(4), theme.px(4))
        bar = QRectF(plot.left(), plot.center().y() - theme.px(5), 0, theme.px(10))
        light = QColor(theme.colour("legs"))
        light.setAlphaF(0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        for sets, colour in ((one.most, light), (one.first, theme.colour("legs"))):
            bar.setWidth(sets * unit)
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, theme.px(3), theme.px(3))


def _text(
    painter: QPainter,
    theme: ThemeManager,
    rect: QRectF,
    text: str,
    *,
    role: str = "text",
    pixels: int = 13,
    bold: bool = False,
    align: Qt.AlignmentFlag = _LEFT,
) -> None:
    """One line of text, shortened to its room."""
    font = theme.font(pixels, bold)
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    painter.drawText(rect, align, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
