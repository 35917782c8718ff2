"""A week's tonnage and its sessions, as small rows.

Owns how both are painted (for the window and for paper) and their widgets. It must not count nor word anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.i18n import tr
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import line_width
from legwork.qt.widgets.row_drawing import Line, paint_line
from legwork.services.plan_facts import SessionFacts, TonnageFacts

_BAR, _PAD = 10, 3


def tonnage_height(theme: ThemeManager) -> int:
    """How high the two rows are."""
    return round(2 * _row_height(theme))


def paint_tonnage(painter: QPainter, rect: QRectF, theme: ThemeManager, tonnage: TonnageFacts) -> None:
    """Legs above, upper body below, on one scale; the numbers stand right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rows = (
        (tr("Legs"), tonnage.lower_kg, tonnage.lower_text, "legs"),
        (tr("Upper body"), tonnage.upper_kg, tonnage.upper_text, "upper"),
    )
    gap, high = theme.px(8), _row_height(theme)
    names = max(Line(name).width(theme) for name, *_ in rows)
    numbers = max(Line(text, bold=True).width(theme) for _, _, text, _ in rows)
    most = max(1.0, *(kg for _, kg, _, _ in rows))
    room = max(0.0, rect.width() - names - numbers - 2 * gap)
    for place, (name, kg, text, role) in enumerate(rows):
        top = rect.top() + place * high + theme.px(_PAD)
        line, number = Line(name), Line(text, bold=True)
        paint_line(painter, theme, QRectF(rect.left(), top, names, high), line)
        box = QRectF(rect.right() - numbers, top, numbers, high)
        paint_line(painter, theme, box, number, Qt.AlignmentFlag.AlignRight)
        middle = top + line.height(theme) / 2
        bar = QRectF(rect.left() + names + gap, middle - theme.px(_BAR) / 2, room * kg / most, theme.px(_BAR))
        painter.fillRect(bar, theme.colour(role))
    painter.restore()


def sessions_height(theme: ThemeManager, sessions: Sequence[SessionFacts]) -> int:
    """How high the rows of so many sessions are."""
    return round(len(sessions) * _row_height(theme))


def paint_sessions(painter: QPainter, rect: QRectF, theme: ThemeManager, sessions: Sequence[SessionFacts]) -> None:
    """A row for each session: a filled dot for a leg day, its name, its minutes at the right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = _row_height(theme)
    for place, one in enumerate(sessions):
        top = rect.top() + place * high + theme.px(_PAD)
        words = Line(one.text, "secondary")
        room = rect.width() - words.width(theme) - theme.px(8 + 16)
        name = QFontMetricsF(theme.font()).elidedText(one.name, Qt.TextElideMode.ElideRight, max(0.0, room))
        line = Line(name)
        at = QPointF(rect.left() + theme.px(5), top + line.height(theme) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("legs" if one.legs else "field_border"))
        radius = line_width(theme, 4 if one.legs else 2)
        painter.drawEllipse(at, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_line(painter, theme, QRectF(rect.left() + theme.px(16), top, room + 1, high), line)
        paint_line(painter, theme, QRectF(rect.left(), top, rect.width(), high), words, Qt.AlignmentFlag.AlignRight)
    painter.restore()


def _row_height(theme: ThemeManager) -> float:
    return Line("0").height(theme) + 2 * theme.px(_PAD)


class _Picture(QWidget):
    """A painted picture that only says something; its height follows what it shows."""

    spoken_role = CHART

    def __init__(self, theme: ThemeManager, name: str, said: str) -> None:
        super().__init__()
        self._theme = theme
        self._paint: Callable[[QPainter, QRectF], None] | None = None
        self._height: Callable[[], int] = int
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_painted(self, paint: Callable[[QPainter, QRectF], None], height: Callable[[], int], said: str) -> None:
        """Show it. height: in pixels, asked again with other text sizes. said: the whole in words."""
        self._paint, self._height = paint, height
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._paint is not None:
            painter = QPainter(self)
            self._paint(painter, QRectF(self.rect()))
            painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class TonnageBars(_Picture):
    """Tonnage of the legs against the upper body."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "plan_volume_tonnage", tr("Tonnage this week"))

    def show_tonnage(self, tonnage: TonnageFacts) -> None:
        """Show it."""
        theme = self._theme
        self.show_painted(
            lambda painter, rect: paint_tonnage(painter, rect, theme, tonnage),
            lambda: tonnage_height(theme), tonnage.spoken,
        )  # fmt: skip


class SessionRows(_Picture):
    """The sessions of the week with their minutes."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "plan_volume_sessions", tr("Sessions this week"))

    def show_sessions(self, sessions: Sequence[SessionFacts]) -> None:
        """Show them."""
        theme = self._theme
        said = [
            tr("{session}: {minutes}, leg day.", session=one.name, minutes=one.text)
            if one.legs
            else tr("{session}: {minutes}.", session=one.name, minutes=one.text)
            for one in sessions
        ]
        self.setToolTip("\n".join(said))  # a long name is cut off where it stands
        self.show_painted(
            lambda painter, rect: paint_sessions(painter, rect, theme, sessions),
            lambda: sessions_height(theme, sessions), " ".join(said),
        )  # fmt: skip
