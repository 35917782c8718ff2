"""Charts above numbers, with a handle between them whose place is kept."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from legwork.qt.core.context import Context

_KEPT = "charts_splitter"


class Halves(QSplitter):
    """Both stay in sight; the upper one takes what a larger window gives."""

    def __init__(self, context: Context, above: QWidget, below: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._context = context
        px = context.theme.px
        self.setObjectName("chart_splitter")
        self.setHandleWidth(px(12))
        self.setChildrenCollapsible(False)
        self.addWidget(above)
        self.addWidget(below)
        self.setStretchFactor(0, 1)
        kept = context.view.blob(_KEPT)
        if kept.isEmpty() or not self.restoreState(kept):
            self.setSizes([px(420), px(168)])
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._context.view.set_blob(_KEPT, QByteArray(self.saveState()))
