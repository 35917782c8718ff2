"""Rows of numbers with their bars: a name, a bar, and numbers that are pressed for the sets behind them.

Owns how rows stand in columns. It must not count nor word anything: numbers come ready from `services.train_count`,
their buttons are `number_walk`'s, bars are drawn by `plan_volume_bars`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from legwork.i18n import tr
from legwork.qt.core.spoken_roles import BESIDE_WORDS, PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import label
from legwork.qt.widgets.number_walk import NumberButton
from legwork.qt.widgets.picture_key import KeyEntry, key_height, paint_key
from legwork.qt.widgets.plan_volume_bars import Bar, paint_volume_bar, volume_key
from legwork.services.train_count import Number

_ROW = 28
"""Height of a row, unscaled: a number is a target."""

_KEY_PAD = 4
"""Room above and below the key: its samples are higher than its letters."""


@dataclass(frozen=True)
class CountRow:
    """A row. key: names it for tests and screen readers' order. bar: None for a row without one. planned: a text.

    hint: for the mouse on its name and bar.
    """

    key: str
    name: str
    bar: Bar | None
    numbers: tuple[Number, ...]
    planned: str = ""
    hint: str = ""


class CountRows(QWidget):
    """Rows of one kind below a heading."""

    sets_asked = Signal(object)

    def __init__(self, theme: ThemeManager, name: str, title: str, columns: Sequence[str], planned: str) -> None:
        """columns: titles of the numbers. planned: that of the last column."""
        super().__init__()
        self._theme, self._name, self._count = theme, name, len(columns)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        head = label(title, "small")
        head.setFont(theme.font(12, bold=True))
        # A long heading of several columns of numbers has a line of its own.
        self._first = 2 if len(columns) > 1 else 1
        self._grid.addWidget(head, 0, 0, 1, 2 if self._first == 1 else -1)
        self._titles = [label(one, "small") for one in (*columns, planned)]
        for place, one in enumerate(self._titles, start=2):
            one.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            one.setContentsMargins(0, 0, theme.px(6), 0)  # as the numbers below it
            self._grid.addWidget(one, self._first - 1, place)
        self.setLayout(self._grid)

    def show_rows(self, rows: Sequence[CountRow], axis: float, *, planned: bool, widths: Sequence[int]) -> None:
        """Show them. axis: the number at the end of the bars. planned: whether there is a column of it.

        widths: least ones of the name and of each further column, in pixels, so that rows apart stand alike.
        """
        self.setVisible(bool(rows))
        while len(self.rows) < len(rows):
            self.rows.append(self._make_row(len(self.rows)))
        for made, row in zip(self.rows, rows, strict=False):
            made.show_row(row, axis, planned=planned)
        for made in self.rows[len(rows) :]:
            made.hide()
        self._titles[-1].setVisible(planned)
        for place, width in enumerate(widths):
            shown = place < len(widths) - 1 or planned
            self._grid.setColumnMinimumWidth(place if place == 0 else place + 1, width if shown else 0)

    @property
    def numbers(self) -> list[list[NumberButton]]:
        """The numbers that are shown, row by row."""
        return [[one for one in made.numbers if one.isVisibleTo(self)] for made in self.rows if made.shown]

    def _make_row(self, place: int) -> _Row:
        made = _Row(self._theme, f"{self._name}_{place}", self._count)
        for column, part in enumerate(made.parts):
            self._grid.addWidget(part, place + self._first, column)
        for one in made.numbers:
            one.sets_asked.connect(self.sets_asked)
        return made


class _Row:
    """The widgets of one row."""

    def __init__(self, theme: ThemeManager, name: str, numbers: int) -> None:
        self.shown = False
        self.key = ""
        self.name = label("", wrap=True)
        self.name.setObjectName(f"{name}_name")
        self.name.setMinimumHeight(theme.px(_ROW))
        self.bar = _BarPicture(theme)
        self.numbers = [NumberButton(f"{name}_{place}") for place in range(numbers)]
        self.planned = label("", "secondary")
        self.planned.setObjectName(f"{name}_planned")
        self.planned.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.planned.setContentsMargins(0, 0, theme.px(6), 0)
        self.parts: list[QWidget] = [self.name, self.bar, *self.numbers, self.planned]

    def show_row(self, row: CountRow, axis: float, *, planned: bool) -> None:
        self.shown, self.key = True, row.key
        self.name.setText(row.name)
        self.name.setVisible(True)
        self.bar.show_bar(row.bar, axis, row.hint)
        self.bar.setVisible(True)
        self.name.setToolTip(row.hint)
        for made, number in zip(self.numbers, row.numbers, strict=True):
            made.show_number(number)
        self.planned.setText(row.planned)
        self.planned.setVisible(planned)

    def hide(self) -> None:
        self.shown = False
        for part in self.parts:
            part.setVisible(False)


class _BarPicture(QWidget):
    """One bar; its row says the same in numbers, so it is nothing for a screen reader."""

    spoken_role = BESIDE_WORDS

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._bar: Bar | None = None
        self._axis = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def show_bar(self, bar: Bar | None, axis: float, hint: str) -> None:
        self._bar, self._axis = bar, max(axis, 1e-9)
        self.setToolTip(hint)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(48), self._theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._bar is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad = self._theme.px(4)
        plot = QRectF(self.rect()).adjusted(1, pad, -1, -pad)
        paint_volume_bar(painter, self._theme, plot, self._bar, self._axis)
        painter.end()


class BarKey(QWidget):
    """What the signs of the bars mean."""

    spoken_role = PICTURE

    def __init__(self, theme: ThemeManager, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._entries: list[KeyEntry] = []
        self._bars: list[Bar] = []
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Explain these."""
        self._bars = list(bars)
        self._on_theme_changed()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(key_height(self._theme, width, self._entries) + 2 * self._theme.px(_KEY_PAD))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.heightForWidth(self._theme.px(640)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad = self._theme.px(_KEY_PAD)
        paint_key(painter, self._theme, QRectF(self.rect()).adjusted(0, pad, 0, 0), self._entries)
        painter.end()

    def _on_theme_changed(self) -> None:
        self._entries = volume_key(self._theme, self._bars)
        self.setAccessibleName(tr("Key: {signs}", signs=", ".join(one.text for one in self._entries)))
        self.updateGeometry()
        self.update()


def widest(theme: ThemeManager, texts: Iterable[str], least: int = 0) -> int:
    """The width in pixels that the widest of these texts takes."""
    metrics = QFontMetrics(theme.font(13))
    return max([theme.px(least), *(metrics.horizontalAdvance(one) for one in texts)])


def plain_label(name: str, role: str = "secondary") -> QLabel:
    """A text that wraps, hidden while it is empty."""
    made = label("", role, wrap=True)
    made.setObjectName(name)
    made.hide()
    return made
