"""The training calendar of a year as a widget: days to point at with the mouse and to walk through with the keyboard.

Owns pointing and walking. What a day tells is said by whoever listens; how it looks is `training_year_paint`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.i18n import tr
from legwork.qt.core.commands import name_part, tell
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.training_day_paint import paint_pointed
from legwork.qt.widgets.training_year_paint import paint_year, year_height
from legwork.qt.widgets.training_year_place import YearPlace, months_on, place_year
from legwork.services.training_calendar import CalendarYear

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 7, Qt.Key.Key_Left: -7}
_MONTHS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TrainingYear(QWidget):
    """Arrows: the day above or below, the same weekday a week on or back. Page Up and Down: a month. Home and End: the
    first and the last day of the year, today in this one. Enter: open the day."""

    spoken_role = CHART

    pointed = Signal(object)
    """Another day is pointed at, by mouse or keyboard."""
    chosen = Signal(object)
    """Enter was pressed on a day, or it was double-clicked."""
    left_year = Signal(object)
    """The keyboard went to this day, which lies in another year."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._year = CalendarYear(date.today().year)
        self._today = date.today()
        self._hovered: date | None = None
        self._picture: QPixmap | None = None
        self.current = date.today()
        self.setObjectName("training_year")
        name_part(self, tr("In the calendar"))
        tell(self, ("Left", "Right", "Up", "Down"), tr("From day to day"))
        tell(self, ("PgUp", "PgDown"), tr("From month to month"))
        tell(self, "Enter", tr("Choose the day"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()
        theme.changed.connect(self._on_theme_changed)

    @property
    def shown_day(self) -> date:
        """The day that is pointed at: by the mouse, else by the keyboard."""
        return self._hovered or self.current

    def show_year(self, year: CalendarYear, current: date, today: date) -> None:
        """Show a year with the keyboard on one of its days."""
        self._year, self._today = year, today
        self.current = min(max(current, date(year.year, 1, 1)), date(year.year, 12, 31))
        self._hovered = None
        self._name()
        self._forget()

    def say(self, sentence: str) -> None:
        """What the day that is pointed at says to a screen reader."""
        self.setAccessibleDescription(sentence)

    def day_rect(self, day: date) -> QRectF:
        """Where a day of the year is in this widget."""
        return self._place().rect(day)

    # Sizes

    def heightForWidth(self, width: int) -> int:
        return year_height(self._theme, self._year, width, self._today)

    def sizeHint(self) -> QSize:
        width = self._theme.px(960)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self.heightForWidth(max(self.width(), self._theme.px(280))))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            drawing = QPainter(self._picture)
            paint_year(drawing, QRectF(self.rect()), self._theme, self._year, self._today)
            drawing.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        place = self._place()
        if self._hovered is not None:
            paint_pointed(painter, self._theme, place.rect(self._hovered), ring=False)
        paint_pointed(painter, self._theme, place.rect(self.current), ring=self.hasFocus())
        painter.end()

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place()
        self._hover(place.day_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place()
        day = place.day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self._go(day)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._place()
        day = place.day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in _MONTHS:
            self._go(months_on(self.current, _MONTHS[key]))
        elif key == Qt.Key.Key_Home:
            self._go(date(self._year.year, 1, 1))
        elif key == Qt.Key.Key_End:
            last = date(self._year.year, 12, 31)
            self._go(self._today if self._year.year == self._today.year and self.current < self._today else last)
        elif key in _CHOOSING:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    # Within

    def _place(self) -> YearPlace:
        return place_year(self._theme, QRectF(self.rect()), self._year.year, self._year.banded)

    def _step(self, days: int) -> None:
        wanted = self.current.toordinal() + days
        if 1 <= wanted <= date.max.toordinal():
            self._go(date.fromordinal(wanted))

    def _go(self, day: date) -> None:
        self._hovered = None
        if day.year != self._year.year:
            self.left_year.emit(day)
        else:
            self.current = day
            self.pointed.emit(day)
        self.update()

    def _hover(self, day: date | None) -> None:
        if day != self._hovered:
            self._hovered = day
            self.pointed.emit(self.shown_day)
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(tr("Training calendar of {year}", year=self._year.year))

    def _forget(self) -> None:
        self._picture = None
        self.updateGeometry()
        self.update()

    def _on_theme_changed(self) -> None:
        self._forget()
