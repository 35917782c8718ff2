"""The mark of the region that an exercise trains, as a small widget beside its name.

Owns its size. How it is painted is `plan_grid_line_head.paint_region`, the same everywhere.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.domain.exercise import Exercise
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.plan_grid_line_head import paint_region
from legwork.services.exercise_words import REGIONS


class RegionMark(QWidget):
    """The letter of the region, in its hue."""

    spoken_role = PICTURE

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._exercise: Exercise | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_exercise(self, exercise: Exercise | None) -> None:
        """Stand for an exercise; None for one that nobody knows."""
        self._exercise = exercise
        self.setAccessibleName(tr(REGIONS[exercise.region]) if exercise is not None else "")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(18), self._theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_region(painter, QRectF(self.rect()), self._exercise, self._theme)
        painter.end()
