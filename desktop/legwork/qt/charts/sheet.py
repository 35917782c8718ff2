"""The drawing sheet that all layers of a chart share: where the plot lies, which days and values it shows.

Owns the conversion between days, values and pixels, and the fonts and colours of one theme. Draws nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPixmap

from legwork.domain.measures import number_text
from legwork.domain.sites import Side
from legwork.i18n import mark, tr
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.palette import Look
from legwork.qt.charts.series import Days, Floats, Series
from legwork.qt.charts.time_span import TimeSpan
from legwork.qt.charts.value_axis import Scale
from legwork.qt.core.theme import ThemeManager

_PANEL_LEFT = 60
_LETTERS = {Side.NONE: "", Side.LEFT: mark("L"), Side.RIGHT: mark("R")}


@dataclass(frozen=True)
class Curve:
    """A series with the look it wears and the number of its scale."""

    series: Series
    look: Look
    scale: int

    @property
    def label(self) -> str:
        """What stands at the end of its line; a line that is read on the right axis carries its unit."""
        unit = self.series.unit
        told = self.scale and unit and self.series.bars is None  # bars are told from lines
        return f"{self.series.short_name}, {unit}" if told else self.series.short_name

    @property
    def side_letter(self) -> str:
        """The same in a panel, whose title has the name already: "L", "R" or nothing; of bars their part."""
        if self.series.bars is not None:
            return self.series.bars.short
        return tr(_LETTERS[self.series.side])


class Sheet:
    """What every layer reads when it paints. The chart writes it; layers must not.

    flags: what happened, on the time axis. region: two days between which the change is read, or None. emphasis: the
    pair of series that stands out, or None. pointer_y: height of the pointer, for the cross hair. title: of a panel,
    above the plot; then only the sides stand at the line ends, and what is read stands beside the title. names: at the
    line ends of all panels, which leave room for the widest, so that their time axes line up. as_vectors:
    points must not be stamped as pixels, because the picture is drawn for paper.
    """

    def __init__(self, theme: ThemeManager) -> None:
        self.theme = theme
        self.whole = QRectF()
        self.plot = QRectF(0, 0, 1, 1)
        self.axis_right = 0.0
        self.span = TimeSpan(0, 1)
        self.scales: list[Scale] = []
        self.curves: list[Curve] = []
        self.flags: list[Flag] = []
        self.region: tuple[int, int] | None = None
        self.emphasis: str | None = None
        self.read_day: int | None = None
        self.pointer_y: float | None = None
        self.title = ""
        self.names: tuple[str, ...] = ()
        self.as_vectors = False
        self.swatches: dict[tuple[object, ...], QPixmap] = {}
        self.tags: dict[tuple[object, ...], QPixmap] = {}
        self._advances: dict[str, float] = {}
        self.restyle()

    def restyle(self) -> None:
        """Take fonts and their measures from the theme again."""
        for kept in (self.swatches, self.tags, self._advances):
            kept.clear()
        self.small = self.theme.font(12)
        self.small_bold = self.theme.font(12, bold=True)
        self.metrics = QFontMetricsF(self.small)
        self.bold_metrics = QFontMetricsF(self.small_bold)

    def px(self, pixels: float) -> int:
        return self.theme.px(pixels)

    @property
    def per_day(self) -> float:
        """Pixels to a day."""
        return self.plot.width() / self.span.length

    def x_of(self, day: float) -> float:
        return self.plot.left() + (day - self.span.start) * self.per_day

    def y_of(self, value: float, scale: int) -> float:
        shown = self.scales[scale]
        return self.plot.bottom() - (value - shown.low) * self.plot.height() / (shown.high - shown.low)

    def xs_of(self, days: Days) -> Floats:
        places: Floats = days.astype(np.float64)
        places -= self.span.start
        places *= self.per_day
        places += self.plot.left()
        return places

    def ys_of(self, values: Floats, scale: int) -> Floats:
        shown = self.scales[scale]
        return self.plot.bottom() - (values - shown.low) * (self.plot.height() / (shown.high - shown.low))

    def day_at(self, x: float) -> float:
        return self.span.start + (x - self.plot.left()) / self.per_day

    def value_at(self, y: float, scale: int) -> float:
        shown = self.scales[scale]
        return shown.low + (self.plot.bottom() - y) / self.plot.height() * (shown.high - shown.low)

    def has_bars(self, scale: int) -> bool:
        """Whether bars stand on a scale."""
        return any(curve.scale == scale and curve.series.bars is not None for curve in self.curves)

    def both_ways(self, scale: int) -> bool:
        """Whether what lies below the zero of a scale is as much as above it: then no value has a sign."""
        bars = [curve.series.bars for curve in self.curves if curve.scale == scale]
        return any(one is not None and one.hanging for one in bars)

    @property
    def flags_hang(self) -> bool:
        """Whether what happened is told below the time axis: among bars its flags would stand in the way."""
        return bool(self.flags) and any(self.has_bars(number) for number in range(len(self.scales)))

    @property
    def words_below(self) -> float:
        """How far below the time axis its words begin: under the ticks, and under the flags where they hang."""
        return self.px(15 if self.flags_hang else 7)

    def arrange(self, size: QRectF) -> None:
        """Give the axes, the labels at the line ends and the plot their places in `size`."""
        self.whole = QRectF(size)
        gap = self.px(8)
        left = max((self._widest(scale) for scale in self.scales[:1]), default=0.0) + gap
        if self.title:  # one width for all panels, so that their time axes line up
            left = max(left, self.px(_PANEL_LEFT))
        right = (self._widest(self.scales[1]) + gap) if len(self.scales) > 1 else 0.0
        names = max((self.advance(self.end_name(c)) for c in self.curves), default=0.0)
        bars = [c.series.bars for c in self.curves if c.series.bars is not None]
        beside = [self.advance(one.text) - self.swatch for each in bars for one in each.guides]
        beside += [self.advance_bold(way.name) for c in self.curves for way in c.series.prospects]
        names = max(names, *beside) if beside else names
        if self.title:
            names = max(names, *(self.advance(name) for name in ("R", *self.names)))
        gutter = min(names + self.swatch + self.px(20), size.width() * 0.3)
        above = self.metrics.height() + self.px(12)
        below = self.metrics.height() + self.words_below + self.px(7)
        plot = size.adjusted(left + self.px(4), above, -(gutter + right + self.px(4)), -below)
        # Whole pixels keep the grid sharp; a window too small for a plot still has one of a pixel.
        self.plot = QRectF(plot.left() // 1, plot.top() // 1, max(plot.width() // 1, 1), max(plot.height() // 1, 1))
        self.axis_right = self.plot.right() + gutter

    def end_name(self, curve: Curve) -> str:
        """What stands at the end of a line."""
        return curve.side_letter if self.title else curve.label

    @property
    def swatch(self) -> int:
        """Width of the short sample of a line before its name."""
        return self.px(18)

    def advance(self, text: str) -> float:
        """How wide a name is in small type; names are asked for again in each frame."""
        if text not in self._advances:
            self._advances[text] = self.metrics.horizontalAdvance(text)
        return self._advances[text]

    def advance_bold(self, text: str) -> float:
        """How wide a name is in small bold type."""
        return self.bold_metrics.horizontalAdvance(text)

    def _widest(self, scale: Scale) -> float:
        # Wide enough for any value of this unit that is likely to come into view: the plot must not twitch in a pan.
        shown = [c.series.values for c in self.curves if c.series.unit == scale.unit]
        most = max((float(np.abs(values).max()) for values in shown), default=0.0)
        most = max(min(most, 3 * max(abs(scale.high), abs(scale.low))), 1.0 if scale.unit in ("", "L") else 10.0)
        below = any(float(values.min()) < 0 for values in shown)
        text = number_text(-most if below else most, scale.unit)
        unit = 0.0 if self.title else self.metrics.horizontalAdvance(scale.unit)  # a panel has it in its title
        return max(self.bold_metrics.horizontalAdvance(text), unit)
