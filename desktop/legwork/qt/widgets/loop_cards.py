"""Expected and seen: for each limb a picture of both, the lever to move first, and a button for each answer.

Owns how they look. What is offered is `services.loop`; what is done with an answer is up to whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QSizePolicy, QWidget

from legwork.i18n import mark, tr
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, pen
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.row_drawing import Line, paint_line
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.services.loop import LoopCard, LoopView
from legwork.services.loop_words import Rates

_WIDE, _BAR, _MARK = 640, 10, 4

_OPEN = {
    "food": mark("Open Food"),
    "measure": mark("Open Measure"),
    "plan": mark("Open Plan"),
    "train": mark("Open Train"),
}


class RatesPicture(QWidget):
    """Two bars on one axis: what most people would get of this training, and what the tape says."""

    spoken_role = CHART

    def __init__(self, theme: ThemeManager, rates: Rates, said: str) -> None:
        """said: the same in a sentence, for a screen reader."""
        super().__init__()
        self._theme, self._rates = theme, rates
        self.setObjectName("loop_rates")
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(260), ceil(2 * self._row + self._line.height(self._theme) + self._theme.px(2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self.sizeHint().height())

    @property
    def _line(self) -> Line:
        return Line("0", "secondary", 12)

    @property
    def _row(self) -> float:
        return self._line.height(self._theme) + self._theme.px(6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, rates = self._theme, self._rates
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = (Line(tr("Expected"), "secondary", 12), Line(tr("Seen"), "secondary", 12))
        left = max(one.width(theme) for one in names) + theme.px(12)
        low, high = min(0.0, rates.expected[0], rates.seen[0]), max(0.0, rates.expected[2], rates.seen[2])
        room = max(high - low, 1e-9)
        low, high = low - 0.06 * room, high + 0.06 * room
        per = (self.width() - left) / (high - low)
        zero = left + (0.0 - low) * per
        painter.setPen(pen(theme, theme.colour("field_border"), 1))
        painter.drawLine(QPointF(round(zero) + 0.5, 0), QPointF(round(zero) + 0.5, 2 * self._row))
        hue = theme.region_colour("lower")
        for place, (name, one) in enumerate(zip(names, (rates.expected, rates.seen), strict=True)):
            top = place * self._row
            height = name.height(theme)
            paint_line(painter, theme, QRectF(0, top, left, height), name)
            middle = top + height / 2
            ends = (left + (each - low) * per for each in one)
            begin, at, end = ends
            bar = QRectF(begin, middle - theme.px(_BAR) / 2, max(end - begin, theme.px(2)), theme.px(_BAR))
            painter.setPen(pen(theme, hue, 1) if not place else Qt.PenStyle.NoPen)
            painter.setBrush(faded(hue, 0.12) if not place else faded(hue, 0.55))
            painter.drawRoundedRect(bar, theme.px(3), theme.px(3))
            painter.setPen(pen(theme, theme.colour("surface"), 1))
            painter.setBrush(hue)
            painter.drawEllipse(QPointF(at, middle), theme.px(_MARK), theme.px(_MARK))
        foot = Line(tr("0 {unit} a month", unit=rates.unit), "secondary", 12)
        width = foot.width(theme)
        at = min(max(zero - width / 2, left), self.width() - width)
        paint_line(painter, theme, QRectF(at, 2 * self._row, width, foot.height(theme)), foot)
        painter.end()


class LoopRow(QWidget):
    """A limb. place: which of the list it is, for the names of its buttons."""

    taken = Signal()
    put_away = Signal()
    page_asked = Signal(str)

    def __init__(self, theme: ThemeManager, card: LoopCard, place: int) -> None:
        super().__init__()
        self.card = card
        self.setObjectName("loop_card")
        self.setAccessibleName(" ".join((f"{card.head}.", card.seen, card.expected)))
        head = label(card.head, wrap=True)
        head.setFont(theme.font(13, bold=True))
        told = [label(text, "small", wrap=True) for text in (card.expected, card.seen)]
        left, right = QWidget(), QWidget()
        picture = [] if card.rates is None else [RatesPicture(theme, card.rates, f"{card.expected} {card.seen}")]
        left.setLayout(column(*picture, *told, None, spacing=theme.px(4)))
        first = label(card.first, wrap=True)
        first.setObjectName("loop_first")
        first.setFont(theme.font(13, bold=True))
        why = label(card.why, wrap=True)
        why.setObjectName("loop_why")
        says = [label(text, wrap=True) for text in (card.offer, card.waits) if text]
        for one in says:
            one.setObjectName("loop_offer" if card.offer else "loop_waits")
        others = [label(text, "secondary", wrap=True) for text in card.others]
        self._build_answers(card, place)
        gap = theme.px(4)
        answers = row(*self.buttons, None, spacing=theme.px(8))
        right.setLayout(column(first, why, *says, gap, answers, gap, *others, None, spacing=gap))
        sides = QWidget()
        gap = theme.px(24)
        sides.setLayout(SideBySide(left, right, wide=theme.px(_WIDE), spacing=theme.px(8), gap=gap, shares=(5, 7)))
        rule = QFrame()
        rule.setProperty("role", "line")
        self.setLayout(column(rule, theme.px(8), head, sides, theme.px(8), spacing=theme.px(4)))

    def _build_answers(self, card: LoopCard, place: int) -> None:
        self.buttons: list[QPushButton] = []
        if card.change is not None:
            take = button(tr("Take"), f"loop_take_{place}")
            take.setAccessibleName(tr("{limb}: take {what}", limb=card.name, what=card.offer))
            take.setToolTip(tr("Changes the coming weeks of the plan; Ctrl+Z takes it back."))
            take.clicked.connect(self.taken)
            self.buttons.append(take)
        elif card.page in _OPEN:
            go = button(tr(_OPEN[card.page]), f"loop_open_{place}")
            go.setAccessibleName(tr("{limb}: {what}", limb=card.name, what=go.text()))
            go.clicked.connect(partial(self.page_asked.emit, card.page))
            self.buttons.append(go)
        away = button(tr("Not now"), f"loop_away_{place}", "quiet")
        away.setAccessibleName(tr("{limb}: not now", limb=card.name))
        away.setToolTip(tr("Nothing more is asked of this limb for eight weeks."))
        away.clicked.connect(self.put_away)
        self.buttons.append(away)


class LoopCards(QFrame):
    """A card with a row for each limb, and a quiet line for all others. Hidden while there is nothing to say."""

    taken = Signal(object)
    put_away = Signal(object)
    page_asked = Signal(str)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._paused_at: int | None = None
        """Which row shall have the focus when the next view comes."""
        self.rows: list[LoopRow] = []
        self._parts: list[QWidget] = []
        self.setObjectName("loop_cards")
        self.setAccessibleName(tr("Expected and seen"))
        self.setProperty("role", "card")
        self.heading = label(tr("Expected and seen"), "section")
        self.failed = label("", "error", wrap=True)
        self.failed.setObjectName("loop_failed")
        self.failed.hide()
        self._list = column(spacing=theme.px(4))
        whole = column(self.heading, self.failed, self._list, spacing=theme.px(6))
        side = theme.px(16)
        whole.setContentsMargins(side, theme.px(8), side, theme.px(12))
        self.setLayout(whole)
        self.hide()

    def show_view(self, view: LoopView | None, took: Sequence[str] = ()) -> None:
        """Show what is offered now; None: nothing. took: what was taken and not undone since, in words."""
        was_at = self._row_in_focus() if self._paused_at is None else self._paused_at
        self._paused_at = None
        self.failed.hide()
        cards = view.cards if view is not None else ()
        for part in self._parts:
            self._list.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.rows = [self._row(one, place) for place, one in enumerate(cards)]
        lines = [tr("Taken: {what}.", what=one) for one in took] + list(view.lines if view is not None else ())
        self._parts = [*self.rows, *(self._quiet(text, place) for place, text in enumerate(lines))]
        for part in self._parts:
            self._list.addWidget(part)
        self.setVisible(bool(self._parts))
        if was_at is not None:
            at = self.rows[min(was_at, len(self.rows) - 1)].buttons[0] if self.rows else self._before()
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    def pause(self) -> None:
        """An offer is being taken: the others are worked out anew and must not be taken as they stand."""
        self._paused_at = self._row_in_focus()
        for one in self.rows:
            one.setEnabled(False)

    def say_failed(self, sentence: str) -> None:
        """It was not done: say why; "" where that is said elsewhere."""
        for one in self.rows:
            one.setEnabled(True)
        if self._paused_at is not None and self._paused_at < len(self.rows):
            self.rows[self._paused_at].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._paused_at = None
        self.failed.setText(sentence)
        self.failed.setVisible(bool(sentence))

    def _row(self, card: LoopCard, place: int) -> LoopRow:
        made = LoopRow(self._theme, card, place)
        made.taken.connect(partial(self.taken.emit, card))
        made.put_away.connect(partial(self.put_away.emit, card))
        made.page_asked.connect(self.page_asked)
        return made

    def _quiet(self, text: str, place: int) -> QWidget:
        made = label(text, "secondary", wrap=True)
        made.setObjectName(f"loop_line_{place}")
        return made

    def _before(self) -> QWidget:
        """What Tab comes to before this card."""
        found = self.previousInFocusChain()
        while found is not None and found is not self:
            if found.isVisible() and found.focusPolicy() & Qt.FocusPolicy.TabFocus and not self.isAncestorOf(found):
                return found
            found = found.previousInFocusChain()
        return self

    def _row_in_focus(self) -> int | None:
        focused = QApplication.focusWidget()
        return next((at for at, one in enumerate(self.rows) if focused in one.buttons), None)
