"""The charts of a page: one with everything on it, or a panel for each measure, all moving together.

Owns how panels are laid out and linked: one window of time, one day read out, one shaded stretch. It decides nothing
about what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from legwork.i18n import tr
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.navigator import Reach
from legwork.qt.charts.picture import Snapshot, columns_for
from legwork.qt.charts.series import Series
from legwork.qt.charts.time_chart import TimeChart
from legwork.qt.charts.time_span import TimeSpan
from legwork.qt.core.theme import ThemeManager

_LEAST_HEIGHT = 160


class Panel(NamedTuple):
    """What one chart draws; without a title it stands alone."""

    title: str
    series: list[Series]


class ChartBoard(QWidget):
    """Shows panels of series; hands, keys and theme reach all of them alike."""

    moved = Signal(object)
    """The person moved the window: the new TimeSpan."""

    region_changed = Signal(object)
    """The stretch that is shaded, or None."""

    read_out_changed = Signal(str)
    """The card of the panel that is read, as a sentence."""

    activated = Signal()
    """Enter was pressed on a chart, and no bar is read."""

    opened = Signal(object)
    """What is behind a bar is asked for: the OpenedBars that were meant."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._linking = False
        self._days: int | None = None
        self._columns = 0
        self._laid_out: list[TimeChart] = []
        self.charts: list[TimeChart] = []
        self._shown = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(4))
        content = QWidget()
        content.setLayout(self._grid)
        self._area = QScrollArea()
        self._area.setObjectName("chart_panels")
        self._area.setAccessibleName(tr("Charts"))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its charts take it
        self._area.setWidgetResizable(True)
        self._area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._chart(0)

    @property
    def shown(self) -> list[TimeChart]:
        """The charts that are on screen, in order."""
        return self.charts[: self._shown]

    @property
    def first(self) -> TimeChart:
        """The first chart; it is always there, if bare."""
        return self.charts[0]

    @property
    def is_bare(self) -> bool:
        """Whether nothing is drawn."""
        return all(chart.is_bare for chart in self.shown)

    @property
    def span(self) -> TimeSpan:
        """The window of time."""
        return self.first.span

    @property
    def region(self) -> tuple[int, int] | None:
        """The stretch that is shaded."""
        return self.first.region

    def show_panels(self, panels: Sequence[Panel], flags: Sequence[Flag]) -> None:
        """Draw these panels, side by side with one window for all."""
        reach = Reach.of(one for panel in panels for one in panel.series)
        self._shown = max(1, len(panels))
        self._lay_out()
        bars = [one.bars for panel in panels for one in panel.series if one.bars is not None]
        beside = [guide.text for one in bars for guide in one.guides]
        names = tuple(dict.fromkeys([*(one.short for one in bars), *beside]))
        with self._linked():
            for chart, panel in zip(self.shown, panels or [Panel("", [])], strict=True):
                chart.present(panel.title, names)
                chart.set_series(panel.series, flags, reach)
            for chart in self.shown[1:]:
                chart.set_region(self.region)
                if not self.first.at_home:
                    chart.show_span(self.span)

    def show_range(self, days: int | None) -> None:
        """The last `days`, or everything (None)."""
        self._days = days
        with self._linked():
            for chart in self.shown:
                chart.show_range(days)

    def show_span(self, span: TimeSpan) -> None:
        """Show a window that was kept."""
        with self._linked():
            for chart in self.shown:
                chart.show_span(span)

    def set_region(self, region: tuple[int, int] | None) -> None:
        """Shade a stretch in all panels."""
        with self._linked():
            for chart in self.shown:
                chart.set_region(region)
        self.region_changed.emit(region)

    def emphasise(self, pair: str | None) -> None:
        """Let the lines of one pair stand out."""
        for chart in self.shown:
            chart.emphasise(pair)

    def snapshots(self) -> list[Snapshot]:
        """All that is shown, for a picture."""
        return [chart.snapshot() for chart in self.shown]

    def summary(self) -> str:
        """The drawn series in words."""
        return ". ".join(chart.summary() for chart in self.shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @contextmanager
    def _linked(self) -> Iterator[None]:
        """While panels are brought to one state, none of them calls that a move of the person's."""
        before, self._linking = self._linking, True
        try:
            yield
        finally:
            self._linking = before

    def _chart(self, number: int) -> TimeChart:
        while len(self.charts) <= number:
            chart = TimeChart(self._theme)
            chart.setObjectName(f"time_chart_{len(self.charts)}")
            chart.setMinimumHeight(self._theme.px(_LEAST_HEIGHT))
            chart.moved.connect(self._on_moved)
            chart.read_day_changed.connect(self._on_read)
            chart.region_changed.connect(self._on_region)
            chart.read_out_changed.connect(self._on_said)
            chart.activated.connect(self.activated)
            chart.opened.connect(self.opened)
            chart.show_range(self._days)
            self.charts.append(chart)
        return self.charts[number]

    def _lay_out(self) -> None:
        columns = columns_for(self._shown, self.width())
        wanted = [self._chart(number) for number in range(self._shown)]
        if wanted != self._laid_out or columns != self._columns:
            for chart in self._laid_out:
                self._grid.removeWidget(chart)
            for place, chart in enumerate(wanted):
                self._grid.addWidget(chart, *divmod(place, columns))
            for one, other in pairwise(wanted):
                QWidget.setTabOrder(one, other)
            self._laid_out, self._columns = wanted, columns
        for number, chart in enumerate(self.charts):
            chart.setVisible(number < self._shown)
            chart.leave_wheel(self._overflows())

    def _overflows(self) -> bool:
        rows = -(-self._shown // max(self._columns, 1))
        return rows * self._theme.px(_LEAST_HEIGHT + 4) > self.height()

    @Slot(object)
    def _on_moved(self, span: TimeSpan) -> None:
        if self._linking:
            return
        mover = self.sender()
        assert isinstance(mover, TimeChart)
        with self._linked():
            for chart in self.shown:
                chart.show_home() if mover.at_home else chart.show_span(span)
        self.moved.emit(span)

    @Slot(object)
    def _on_read(self, day: int | None) -> None:
        if not self._linking:
            with self._linked():
                for chart in self.shown:
                    chart.read_out(day)

    @Slot(object)
    def _on_region(self, region: tuple[int, int] | None) -> None:
        if not self._linking:
            self.set_region(region)

    @Slot(str)
    def _on_said(self, text: str) -> None:
        if not self._linking:
            self.read_out_changed.emit(text)
