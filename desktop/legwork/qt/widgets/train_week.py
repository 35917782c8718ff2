"""The sessions of a week with their state, and what can be done with each: start, enter afterwards, do again, open.

Owns how they are listed and which button stands where. It starts nothing: it says what was asked for.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from legwork.domain.days import near_day, short_day
from legwork.domain.plan.model import BLOCK_KINDS, WEEKDAYS
from legwork.i18n import ptr, tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.spoken_roles import BESIDE_WORDS
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import button, column, label, row
from legwork.services.train_week import STATES, SessionRow, State, TrainWeek, entry_day, next_row

_DONE = frozenset({State.DONE, State.MOVED})


class WeekList(QWidget):
    """Shows a week; the first button of the session that comes next is the page's primary one."""

    start_asked = Signal(int, object)
    """A session (its id) on a day."""
    open_asked = Signal(int)
    """A workout (its id)."""
    step_asked = Signal(int)
    """So many weeks on, or back; 0: the week that it is now."""

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.rows: list[_Row] = []
        self._stops: list[QPushButton] = []
        self.setObjectName("train_week")
        self.title = label("", "section")
        self.title.setObjectName("train_week_title")
        self.facts = label("", "secondary", wrap=True)
        self.facts.setObjectName("train_week_facts")
        self.back = self._arrow("caret-left", "train_week_back", tr("The week before"), -1)
        self.forth = self._arrow("caret-right", "train_week_forth", tr("The week after"), 1)
        self.now = button(tr("This week"), "train_week_now", "link")
        self.now.clicked.connect(lambda: self.step_asked.emit(0))
        self._rows = column(spacing=0)
        head = row(column(self.title, self.facts, spacing=2), self.now, self.back, self.forth, spacing=theme.px(4))
        head.setStretch(0, 1)
        self.setLayout(column(head, theme.px(4), self._rows, spacing=theme.px(4)))

    def show_week(
        self, week: TrainWeek, today: date, now: int, *, after: int | None = None, primary: bool = True
    ) -> None:
        """Show a week. now: the number of the week that it is today. after: the place of a session that was just
        finished. primary: nothing else on the page is the primary button."""
        self.title.setText(tr("Week {number} of {count}", number=week.number, count=week.count))
        kind = week.block.name or tr(BLOCK_KINDS[week.block.kind])
        when = "" if week.first is None else near_day(week.first, today)
        self.facts.setText(tr("{block} · from {day}", block=kind, day=when) if when else kind)
        self.back.setEnabled(week.number > 1)
        self.forth.setEnabled(week.number < week.count)
        self.now.setVisible(week.number != now)
        following = next_row(week, after)
        focused = next((at for at, one in enumerate(self.rows) if one.has_focus), None)
        while len(self.rows) > len(week.rows):
            gone = self.rows.pop()
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(week.rows):
            made = _Row(self._theme, len(self.rows))
            made.start_asked.connect(self.start_asked)
            made.open_asked.connect(self.open_asked)
            made.installEventFilter(self)
            for one in made.buttons:
                one.installEventFilter(self)
            self._rows.addWidget(made)
            self.rows.append(made)
        for widget, shown in zip(self.rows, week.rows, strict=True):
            widget.show_row(shown, week, today, following=shown is following, primary=primary)
        self._put_in_order()
        if focused is not None:
            self.focus_row(min(focused, len(self.rows) - 1))

    def _put_in_order(self) -> None:
        stops = [self.now, self.back, self.forth, *(one for line in self.rows for one in line.buttons)]
        if stops != self._stops:
            self._stops = stops
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)

    def focus_next(self) -> None:
        """Put the focus on the session that comes next."""
        place = next((at for at, one in enumerate(self.rows) if one.following), 0)
        self.focus_row(place)

    def focus_row(self, place: int) -> None:
        """Put the focus on a session."""
        if 0 <= place < len(self.rows):
            self.rows[place].first.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            here = next((at for at, one in enumerate(self.rows) if watched in one.buttons), None)
            if step is not None and here is not None and 0 <= here + step < len(self.rows):
                self.focus_row(here + step)
                return True
        return super().eventFilter(watched, event)

    def _arrow(self, icon: str, name: str, said: str, step: int) -> QPushButton:
        made = button("", name, "quiet")
        made.setIcon(self._icons.icon(icon))
        made.setAccessibleName(said)
        made.clicked.connect(lambda: self.step_asked.emit(step))
        return made


class _Row(QFrame):
    """A session: its sign, its name and state, and at most two buttons."""

    start_asked = Signal(int, object)
    open_asked = Signal(int)

    def __init__(self, theme: ThemeManager, place: int) -> None:
        super().__init__()
        self._theme = theme
        self._shown: SessionRow | None = None
        self._days: tuple[date | None, date | None] = (None, None)
        self.following = False
        self.setObjectName("train_session")
        self.sign = _Sign(theme)
        self.title = label("", wrap=True)
        self.title.setFont(theme.font(15, bold=True))
        self.facts = label("", "secondary", wrap=True)
        self.first = button("", f"train_session_first_{place}")
        self.second = button("", f"train_session_second_{place}", "quiet")
        self.buttons = (self.first, self.second)
        for place, one in enumerate(self.buttons):
            one.clicked.connect(lambda _=False, place=place: self._on_clicked(place))
        line = QFrame()
        line.setProperty("role", "line")
        flow = FlowLayout(*self.buttons, spacing=theme.px(4))
        words = column(self.title, self.facts, theme.px(4), flow, spacing=theme.px(2))
        inner = row(self.sign, words, spacing=theme.px(12))
        inner.setAlignment(self.sign, Qt.AlignmentFlag.AlignTop)
        inner.setStretch(1, 1)
        inner.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        self.setLayout(column(line, inner, spacing=0))

    @property
    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus."""
        return any(one.hasFocus() for one in self.buttons)

    def show_row(self, shown: SessionRow, week: TrainWeek, today: date, *, following: bool, primary: bool) -> None:
        """Show a session of a week. following: it comes next. primary: then its button is the page's primary one."""
        self._shown, self.following = shown, following
        self.sign.show_state(shown.state)
        self.title.setText(shown.title)
        state = tr(STATES[shown.state])
        self.facts.setText(" · ".join(part for part in (_when(shown, today), state, shown.facts) if part))
        then = entry_day(shown, week, today)
        first, second = _wordings(shown, then, today)
        self._days = (then if first[1] else None, today)
        for one, (text, shows) in ((self.first, (first[0], True)), (self.second, (second, bool(second)))):
            one.setText(text)
            one.setVisible(shows)
            one.setAccessibleName(tr("{session}: {action}", session=shown.title, action=text))
        self.setAccessibleName(tr("{session}, {state}", session=shown.title, state=state))
        kind = "primary" if following and primary else ""
        if self.first.property("kind") != kind:
            self.first.setProperty("kind", kind)
            self.first.style().unpolish(self.first)
            self.first.style().polish(self.first)

    def _on_clicked(self, place: int) -> None:
        shown = self._shown
        assert shown is not None
        day = self._days[place]
        if place == 0 and day is None:
            self.open_asked.emit(shown.workouts[-1].id)
        else:
            self.start_asked.emit(shown.session.id, day)


def _wordings(shown: SessionRow, then: date, today: date) -> tuple[tuple[str, bool], str]:
    """The words of the first button, and whether it starts on the entry day; and those of the second, or ""."""
    if shown.state is State.IN_PROGRESS:
        return (tr("Go on"), False), ""
    if shown.state in _DONE:
        return (tr("Open"), False), tr("Do again today")
    if then != today:
        return (tr("Enter for {day}", day=short_day(then)), True), tr("Move to today")
    if shown.day is not None and shown.day > today:
        return (tr("Start today"), True), ""
    return (ptr("begin", "Start"), True), ""


def _when(shown: SessionRow, today: date) -> str:
    if shown.workouts:
        return tr("{day}", day=near_day(shown.workouts[-1].day, today))
    if shown.day is not None:
        return tr("{weekday} {day}", weekday=tr(WEEKDAYS[shown.day.weekday()]), day=short_day(shown.day))
    return "" if shown.session.weekday is None else tr(WEEKDAYS[shown.session.weekday])


class _Sign(QWidget):
    """A tick, a ring, a half-filled ring or a dash."""

    spoken_role = BESIDE_WORDS

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._state = State.TO_COME
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: State) -> None:
        self._state = state
        self.setToolTip(tr(STATES[state]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(24), self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, state = self._theme, self._state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        legs = theme.colour("legs")
        if state in _DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(legs)
            painter.drawEllipse(box)
            painter.setPen(QPen(theme.colour("on_legs"), theme.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            x, y, side = box.x(), box.y(), box.width()
            points = ((0.27, 0.53), (0.44, 0.69), (0.74, 0.34))
            painter.drawPolyline(QPolygonF([QPointF(x + side * a, y + side * b) for a, b in points]))
        else:
            bright = state in (State.IN_PROGRESS, State.TODAY)
            painter.setPen(QPen(legs if bright else theme.colour("field_border"), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
            if state is State.IN_PROGRESS:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(legs)
                painter.drawPie(box.adjusted(3, 3, -3, -3), 90 * 16, -180 * 16)
            elif state in (State.MISSED, State.LATER):
                y = box.center().y()
                painter.drawLine(QPointF(box.left() + 5, y), QPointF(box.right() - 5, y))
        painter.end()
