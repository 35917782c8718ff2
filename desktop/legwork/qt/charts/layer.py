"""What every layer has that is painted inside the plot: the sheet it is drawn from, and the room it takes.

Owns no drawing.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF

from legwork.qt.charts.sheet import Sheet


class PlotLayer(pg.GraphicsObject):  # type: ignore[misc]
    """A child of the view box, which clips it: its origin is the plot's corner."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._sheet.plot.width(), self._sheet.plot.height())
