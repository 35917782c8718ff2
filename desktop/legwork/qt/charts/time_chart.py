"""The chart of readings over time that a page puts into its card.

Owns what hands, keys and themes do to the chart, and what is said about it. Drawing lies in the canvas and its
layers, movement in the navigator, meaning in `series`. It must not fetch anything: pages hand the series in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legwork.i18n import tr
from legwork.qt.charts.bar_marks import curve_at, rect_on
from legwork.qt.charts.canvas import LEFT_AXIS, PLOT, Canvas
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.keys import NOTCH, STEP, press, tell_keys
from legwork.qt.charts.navigator import Navigator, Reach
from legwork.qt.charts.opened_bars import OpenedBar, bars_read
from legwork.qt.charts.palette import Look, looks_of
from legwork.qt.charts.picture import Snapshot
from legwork.qt.charts.read_out_rows import in_words
from legwork.qt.charts.series import Series, drawn_units
from legwork.qt.charts.sheet import Curve, Sheet
from legwork.qt.charts.time_span import TimeSpan
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager

_RING = 2


class TimeChart(QWidget):
    """Measures in at most two units over time, with trend lines, zoom, pan, a read-out and a stretch to read."""

    spoken_role = CHART

    read_out_changed = Signal(str)
    """The card as a sentence; empty when it is hidden."""

    moved = Signal(object)
    """The person moved the window: the new TimeSpan."""

    read_day_changed = Signal(object)
    """The day that is read out, or None."""

    region_changed = Signal(object)
    """The shaded stretch (first day, last day), or None."""

    activated = Signal()
    """Enter was pressed on it, and no bar is read."""

    opened = Signal(object)
    """What is behind a bar is asked for: the OpenedBars that were meant, one or several."""

    def __init__(
        self, theme: ThemeManager, parent: QWidget | None = None, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._series: list[Series] = []
        self._said = ""
        self._told: tuple[TimeSpan, int | None, tuple[int, int] | None] | None = None
        self._sheet = Sheet(theme)
        self._navigator = Navigator(self._sheet)
        self._canvas = Canvas(self._sheet, self)
        self.setObjectName("time_chart")
        self.setAccessibleName(tr("Chart over time"))
        self.setAccessibleDescription(self.summary())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(theme.px(200), theme.px(140))
        tell_keys(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[_RING + 2] * 4)
        layout.addWidget(self._canvas)
        self._canvas.dragged.connect(self._on_dragged)
        self._canvas.wheeled.connect(self._on_wheeled)
        self._canvas.slid.connect(self._on_slid)
        self._canvas.hovered.connect(self._on_hovered)
        self._canvas.pointer_left.connect(self._on_pointer_left)
        self._canvas.double_clicked.connect(self.show_home)
        self._canvas.clicked.connect(self._on_clicked)
        self._canvas.resized.connect(self._on_resized)
        self._canvas.marked.connect(self._on_marked)
        self._canvas.pinched.connect(self._on_pinched)
        theme.changed.connect(self._on_theme_changed)

    # What is shown

    def set_series(self, series: list[Series], flags: Sequence[Flag] = (), reach: Reach | None = None) -> None:
        """Draw these series; the window stays where the person put it, as far as it still makes sense.

        flags: what happened. reach: of all panels that move together.
        """
        self._series = list(series)
        units = drawn_units(self._series)
        drawn = [one for one in self._series if one.unit in units and len(one.days)]
        looks = looks_of(drawn, self._theme)
        curves = [Curve(one, look, units.index(one.unit)) for one, look in zip(drawn, looks, strict=True)]
        self._sheet.flags = list(flags)
        self._navigator.take(curves, units, self._today().toordinal(), reach)
        self._canvas.show_layers(bool(drawn))
        self.setAccessibleDescription(self.summary())
        self._arrange()

    def present(self, title: str, names: Sequence[str] = ()) -> None:
        """With a title be one panel of many; without one be the whole chart. names: at the line ends of all panels."""
        self._sheet.title, self._sheet.names = title, tuple(names)
        self.setAccessibleName(tr("Chart over time: {title}", title=title) if title else tr("Chart over time"))

    def leave_wheel(self, left: bool) -> None:
        """Leave the wheel to the panels' scroll bar, unless Ctrl is held."""
        self._canvas.wheel_scrolls = left

    def emphasise(self, pair: str | None) -> None:
        """Let the lines of one pair stand out."""
        self._sheet.emphasis = pair
        self._refresh()

    def show_span(self, span: TimeSpan) -> None:
        """Show a window that another panel, or a kept view, has."""
        if not self._navigator.is_empty and span != self._sheet.span:
            self._navigator.show(span)
            self._arrange()

    def read_out(self, day: int | None) -> None:
        """Read out a day that another panel reads out."""
        if day != self._sheet.read_day and not self._navigator.is_empty:
            self._sheet.read_day, self._sheet.pointer_y = day, None
            self._refresh()

    def set_region(self, region: tuple[int, int] | None) -> None:
        """Shade a stretch between two days, or none."""
        if self._navigator.shade(region):
            self._refresh()

    def show_range(self, days: int | None) -> None:
        """Show the last `days`, or everything (None); double click and Home come back to it."""
        self._navigator.choose(days, self._today().toordinal())
        self._arrange()

    @Slot()
    def show_home(self) -> None:
        """The range chosen last, with values fitted again."""
        self._navigator.home(self._today().toordinal())
        self._arrange()

    # What can be asked

    def left_out(self) -> list[str]:
        """Names of the series that are not drawn because the chart has two axes already."""
        units = drawn_units(self._series)
        return [one.name for one in self._series if one.unit not in units and len(one.days)]

    def summary(self) -> str:
        """The drawn series in words, a sentence each."""
        sentences = [curve.series.summary() for curve in self._sheet.curves]
        return ". ".join(sentences) if sentences else tr("Nothing to show yet")

    @property
    def span(self) -> TimeSpan:
        """The window that is shown."""
        return self._sheet.span

    @property
    def is_bare(self) -> bool:
        """Whether nothing is drawn."""
        return self._navigator.is_empty

    @property
    def is_crisp(self) -> bool:
        """Whether the last frame has everything; very many readings are drawn over several."""
        return self._canvas.marks.is_crisp

    @property
    def at_home(self) -> bool:
        """Whether the chosen range is shown, untouched."""
        return self._navigator.at_home

    @property
    def region(self) -> tuple[int, int] | None:
        """The shaded stretch."""
        return self._sheet.region

    def snapshot(self) -> Snapshot:
        """All that is shown, to be drawn again elsewhere: on paper, at another size."""
        sheet = self._sheet
        drawn = tuple(curve.series for curve in sheet.curves)
        scales = tuple(sheet.scales)
        return Snapshot(sheet.title, drawn, tuple(sheet.flags), sheet.span, scales, sheet.region, sheet.names)

    def visible_days(self) -> tuple[float, float]:
        """First and last day of the window, as ordinals."""
        return self._sheet.span.start, self._sheet.span.end

    def visible_values(self, unit: str | None = None) -> tuple[float, float]:
        """Lowest and highest value of the left axis, or of the axis of `unit`."""
        scale = self._sheet.scales[self._scale_of(unit)]
        return scale.low, scale.high

    def labels(self) -> list[str]:
        """The names that stand at the line ends in this window."""
        return [label.text for label in self._canvas.end_labels.labels()]

    def label_rects(self) -> list[QRectF]:
        """Where they stand, in canvas pixels."""
        return [label.box for label in self._canvas.end_labels.labels()]

    def time_labels(self) -> list[str]:
        """What stands under the time axis."""
        return [tick.text for tick in self._canvas.axes.time_ticks()] if self._sheet.scales else []

    def value_labels(self, unit: str | None = None) -> list[str]:
        """What stands beside the left axis, or beside the axis of `unit`."""
        ticks = self._canvas.axes.value_ticks(self._scale_of(unit)) if self._sheet.scales else []
        return [tick.text for tick in ticks]

    def look_of(self, key: str) -> Look | None:
        """How a drawn series looks."""
        return next((curve.look for curve in self._sheet.curves if curve.series.key == key), None)

    def read_out_text(self) -> str:
        """The card under the pointer as a sentence; empty when there is none."""
        return in_words(self._sheet)

    def read_out_rect(self) -> QRectF:
        """The card, in canvas pixels; null while it is hidden."""
        return self._canvas.read_out.card()

    def surface(self) -> QWidget:
        """The widget that takes the mouse; canvas pixels are its coordinates."""
        viewport: QWidget = self._canvas.viewport()
        return viewport

    def place_of(self, day: float, value: float, unit: str | None = None) -> QPoint:
        """Where a day and a value are drawn, in canvas pixels."""
        return QPointF(self._sheet.x_of(day), self._sheet.y_of(value, self._scale_of(unit))).toPoint()

    def bar_rect(self, key: str, day: int) -> QRectF:
        """Where the bar of a series over a day lies, in canvas pixels; null when there is none."""
        for curve in self._sheet.curves:
            if curve.series.key == key:
                return rect_on(self._sheet, curve, day)
        return QRectF()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(720), self._theme.px(360))

    # Keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        today = self._today().toordinal()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            read = bars_read(self._sheet)
            if read:
                self.opened.emit(read)
            else:
                self.activated.emit()
            return
        if self._navigator.is_empty or not press(self._navigator, event.key(), event.modifiers(), today):
            super().keyPressEvent(event)
        else:
            self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("legs"), _RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    # Mouse and theme

    @Slot(str, float, float)
    def _on_dragged(self, zone: str, dx: float, dy: float) -> None:
        if self._navigator.is_empty:
            return
        if zone == PLOT:
            self._navigator.pan(dx, dy)
        else:
            middle = self._sheet.plot.center().y()
            self._navigator.zoom_values(1.01**dy, middle, 0 if zone == LEFT_AXIS else 1)
        self._navigator.stop_reading()
        self._refresh()

    @Slot(QPointF, float, bool)
    def _on_wheeled(self, where: QPointF, notches: float, values: bool) -> None:
        if self._navigator.is_empty:
            return
        if values:
            self._navigator.zoom_values(NOTCH**notches, where.y())
        else:
            self._navigator.zoom(NOTCH**notches, where.x())
            self._navigator.point_at(where.x())
        self._refresh()

    @Slot(float)
    def _on_slid(self, notches: float) -> None:
        if not self._navigator.is_empty:
            self._navigator.pan_by(-notches * STEP)
            self._refresh()

    @Slot(QPointF)
    def _on_hovered(self, where: QPointF) -> None:
        before = self._sheet.read_day, self._sheet.pointer_y
        self._sheet.pointer_y = where.y()
        if self._sheet.plot.adjusted(-4, -4, 4, 4).contains(where):
            self._navigator.point_at(where.x())
        else:
            self._navigator.stop_reading()
        if (self._sheet.read_day, self._sheet.pointer_y) != before:
            self._refresh()

    @Slot()
    def _on_pointer_left(self) -> None:
        if self._navigator.stop_reading():
            self._refresh()

    @Slot(QPointF)
    def _on_clicked(self, where: QPointF) -> None:
        found = curve_at(self._sheet, where)
        if found is not None:
            self.opened.emit([OpenedBar.of(*found)])

    @Slot(float, float)
    def _on_marked(self, start: float, end: float) -> None:
        if not self._navigator.is_empty:
            self._navigator.mark(start, end)
            self._navigator.stop_reading()
            self._refresh()

    @Slot(QPointF, float)
    def _on_pinched(self, where: QPointF, factor: float) -> None:
        if not self._navigator.is_empty:
            self._navigator.zoom(factor, where.x())
            self._refresh()

    @Slot()
    def _on_resized(self) -> None:
        self._arrange()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._sheet.restyle()
        curves = self._sheet.curves
        looks = looks_of([curve.series for curve in curves], self._theme)
        self._sheet.curves = [Curve(c.series, look, c.scale) for c, look in zip(curves, looks, strict=True)]
        self._canvas.restyle()
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        self._canvas.arrange()
        self._refresh()

    def _refresh(self) -> None:
        sheet = self._sheet
        self._canvas.refresh()
        said = self.read_out_text()
        if said != self._said:
            self._said = said
            self.setAccessibleDescription(said or self.summary())
            self.read_out_changed.emit(said)
        before, self._told = self._told, (sheet.span, sheet.read_day, sheet.region)
        if before is None or before == self._told:
            return
        for old, new, tell in zip(
            before, self._told, (self.moved, self.read_day_changed, self.region_changed), strict=True
        ):
            if old != new:
                tell.emit(new)

    def _scale_of(self, unit: str | None) -> int:
        return next((number for number, scale in enumerate(self._sheet.scales) if scale.unit == unit), 0)
