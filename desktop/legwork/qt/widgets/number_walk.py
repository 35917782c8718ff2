"""Numbers that are pressed for the sets behind them, and the walk through them by arrow keys.

Owns the buttons and where each key leads. It must not count nor word anything: numbers come ready from
`services.train_count`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from legwork.i18n import tr
from legwork.services.sets_behind import Question
from legwork.services.train_count import Number

_WALK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End})


class NumberButton(QPushButton):
    """A number; pressed, it asks for the sets behind it. One with nothing behind it is plain text."""

    sets_asked = Signal(object)
    """The Question."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "number")
        self.setAutoDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the arrow keys lead to it, see NumberWalk
        self._question: Question | None = None
        self.clicked.connect(self._on_clicked)

    def show_number(self, number: Number | None, hint: str = "") -> None:
        """Show it; None hides it. hint: what is said on a line of its own when the mouse rests on it."""
        self.setVisible(number is not None)
        if number is None:
            return
        self._question = number.question
        behind = number.question is not None
        self.setText(number.text)
        self.setEnabled(behind)
        self.setCursor(Qt.CursorShape.PointingHandCursor if behind else Qt.CursorShape.ArrowCursor)
        said = tr("{number}. Press for the sets behind it.", number=number.spoken) if behind else number.spoken
        self.setAccessibleName(said)
        self.setToolTip("\n".join(one for one in (said, hint) if one))

    def _on_clicked(self) -> None:
        if self._question is not None:
            self.sets_asked.emit(self._question)


Column = list[list[NumberButton]]
"""Rows of numbers below each other."""


class NumberWalk(QObject):
    """One stop of the Tab key for many numbers: from there the arrow keys lead on, and they stop at the edges."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bands: list[list[Column]] = []
        self._stop: NumberButton | None = None

    def take(self, bands: Iterable[Sequence[Iterable[Sequence[NumberButton]]]]) -> None:
        """Walk through these: bands below each other, of columns beside each other, of rows.

        Numbers that are hidden or have nothing behind them are passed over.
        """
        bare = [[[[one for one in row if one.isEnabled()] for row in column] for column in band] for band in bands]
        full = [[[row for row in column if row] for column in band] for band in bare]
        self._bands = [found for found in ([column for column in band if column] for band in full) if found]
        there = [one for band in self._bands for column in band for row in column for one in row]
        for one in there:
            one.removeEventFilter(self)
            one.installEventFilter(self)
        if self._stop not in there:
            self._stop_at(there[0] if there else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, NumberButton):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(watched)
            _bring_into_sight(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _WALK and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                found = self._beside(watched, key)
                if found is not None:
                    found.setFocus(Qt.FocusReason.OtherFocusReason)
                return True  # at an edge as well: by itself a button would give the focus to what lies beyond
        return super().eventFilter(watched, event)

    def focus_first(self) -> bool:
        """Put the focus on the number where one was last, else on the first. False when there is none."""
        if self._stop is None:
            return False
        self._stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _beside(self, here: NumberButton, key: Qt.Key) -> NumberButton | None:
        """The number that a key leads to; None at an edge."""
        if not self._bands:
            return None
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self._bands[0][0][0][0] if key == Qt.Key.Key_Home else self._bands[-1][-1][-1][-1]
        lines = [_lines(band) for band in self._bands]
        at = next(
            (
                (number, place, height)
                for number, columns in enumerate(lines)
                for place, column in enumerate(columns)
                for height, row in enumerate(column)
                if here in row
            ),
            None,
        )
        if at is None:
            return None
        number, place, height = at
        columns = lines[number]
        row = columns[place][height]
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            if 0 <= height + step < len(columns[place]):
                return _nearest(columns[place][height + step], here)
            if 0 <= number + step < len(lines):
                other = lines[number + step]
                column = other[min(place, len(other) - 1)]
                return _nearest(column[0 if step > 0 else -1], here)
            return None
        step = 1 if key == Qt.Key.Key_Right else -1
        along = row.index(here) + step
        if 0 <= along < len(row):
            return row[along]
        if 0 <= place + step < len(columns):
            level = min(columns[place + step], key=lambda one: abs(_middle(one[0]).y() - _middle(here).y()))
            return level[0 if step > 0 else -1]
        return None

    def _stop_at(self, one: NumberButton | None) -> None:
        if self._stop is not None and self._stop is not one:
            self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop = one
        if one is not None:
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _middle(one: QWidget) -> QPoint:
    return one.mapTo(one.window(), one.rect().center())


def _nearest(row: Sequence[NumberButton], here: QWidget) -> NumberButton:
    """The number of a row that stands nearest to the column of another."""
    return min(row, key=lambda one: abs(_middle(one).x() - _middle(here).x()))


def _lines(band: Sequence[Column]) -> list[Column]:
    """The columns of a band as they stand now: where there is no room beside each other, they are one."""
    first, *others = band
    right = max(_middle(one).x() + one.width() // 2 for row in first for one in row)
    if any(_middle(one).x() - one.width() // 2 < right for column in others for row in column for one in row):
        return [[row for column in band for row in column]]
    return [first, *others]


def _bring_into_sight(one: QWidget) -> None:
    """Scroll to it: Qt does so only for the Tab key."""
    above = one.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(one)
