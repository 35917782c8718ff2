"""Ways to go on side by side: what each means, what is likely by the goal's day, how likely, and when it is reached.

Owns the cards and their choice: one is looked at. Numbers and words come ready in `ScenarioOutlook`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from legwork.domain.days import full_day
from legwork.domain.measures import number_text, value_text
from legwork.i18n import ntr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.layout import column, label
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.services.goal_shapes import Fan, GoalView, Scenario, ScenarioOutlook

DASHES: dict[Scenario, tuple[float, float] | None] = {
    Scenario.AS_NOW: (2.0, 4.0),
    Scenario.PLAN: None,
    Scenario.HALF: (9.0, 5.0),
}
"""How the line of each is drawn, here and on the chart: dash and pause in unscaled pixels; None: a whole line."""

_LEAST = 560
"""Unscaled pixels from which they stand side by side."""


def expected_on(fan: Fan, day: int) -> tuple[float, float, float] | None:
    """(expected, low, high) on a day, between the days of the fan; None outside of them."""
    if not fan.days or not fan.days[0] <= day <= fan.days[-1]:
        return None
    after = bisect_left(fan.days, day)
    if fan.days[after] == day:
        return fan.mean[after], fan.low[after], fan.high[after]
    share = (day - fan.days[after - 1]) / (fan.days[after] - fan.days[after - 1])
    edges = (fan.mean, fan.low, fan.high)
    mean, low, high = (edge[after - 1] + share * (edge[after] - edge[after - 1]) for edge in edges)
    return mean, low, high


class ScenarioCard(QAbstractButton):
    """One way to go on."""

    def __init__(self, theme: ThemeManager, scenario: Scenario) -> None:
        super().__init__()
        self._theme = theme
        self.scenario = scenario
        self._hue = theme.colour("legs")
        self.setObjectName(f"goal_way_{scenario.value}")
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name, self._sets = label("", wrap=True), label("", "small", wrap=True)
        self._likely, self._range = label("", "title"), label("", "small", wrap=True)
        self._chance, self._when = label("", wrap=True), label("", "small", wrap=True)
        self._lay_out()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        px = self._theme.px
        layout = column(
            self._name,
            self._sets,
            px(6),
            self._likely,
            self._range,
            px(4),
            self._chance,
            self._when,
            None,
            spacing=px(2),
        )
        layout.setContentsMargins(px(12), px(12), px(12), px(12))
        self.setLayout(layout)
        for one in self.findChildren(QLabel):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_way(self, one: ScenarioOutlook, view: GoalView) -> None:
        """Show it for a goal."""
        self._hue = self._theme.region_colour(view.region)
        self._name.setText(one.label)
        self._sets.setText(_sets_words(one))
        self._sets.setVisible(bool(self._sets.text()))
        due = view.goal.due
        expected = expected_on(one.fan, due.toordinal())
        day = full_day(due)
        if expected is None:
            self._likely.setText("–")
            self._range.setText("")
        else:
            mean, low, high = expected
            self._likely.setText(value_text(mean, view.unit))
            self._range.setText(tr("on {day}; between {low} and {high} in 8 of 10 cases", day=day,
                                   low=number_text(low, view.unit), high=value_text(high, view.unit)))  # fmt: skip
        chance = "" if one.judged is None else tr("Reached by then: {chance}", chance=chance_words(one.judged.chance))
        self._chance.setText(chance)
        self._chance.setVisible(bool(chance))
        self._when.setText(f"{one.when[:1].upper()}{one.when[1:]}")
        self._when.setVisible(bool(one.when))
        self._range.setVisible(bool(self._range.text()))
        parts = (one.label, self._sets.text(), self._likely.text(), self._range.text(), chance, one.when)
        self.setAccessibleName(". ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._column().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column().heightForWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, focused, checked = theme.px(1), self.hasFocus(), self.isChecked()
        width = theme.px(2) if focused else edge
        line = theme.colour("legs" if focused or checked else "border")
        painter.setPen(QPen(line, width))
        ground = "legs_soft" if checked else "raised" if self.underMouse() else "surface"
        painter.setBrush(theme.colour(ground))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), theme.px(8), theme.px(8))
        self._paint_sample(painter)

    def _paint_sample(self, painter: QPainter) -> None:
        """How its line is drawn, at the right of its name."""
        theme, name = self._theme, self._name.geometry()
        colour = QColor(self._hue if self.isChecked() else theme.colour("text"))
        colour.setAlphaF(1.0 if self.isChecked() else 0.55)
        pen = QPen(colour, theme.px(2) if self.isChecked() else 1.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        dash = DASHES[self.scenario]
        if dash is not None:
            pen.setDashPattern([theme.px(part) / pen.widthF() for part in dash])
        painter.setPen(pen)
        right, y = self.width() - theme.px(14), name.top() + name.height() // 2
        painter.drawLine(right - theme.px(28), y, right, y)

    def _column(self) -> QVBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        return layout

    def _on_theme_changed(self) -> None:
        self._name.setFont(self._theme.font(13, bold=True))
        margins = self._name.contentsMargins()
        margins.setRight(self._theme.px(36))
        self._name.setContentsMargins(margins)
        self.update()


class ScenarioCards(QWidget):
    """The cards of a goal. Arrows go from one to the other; a click or Space looks at one."""

    chosen = Signal(object)
    """A Scenario."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("goal_ways")
        self.setAccessibleName(tr("Ways to go on"))
        self.cards = {which: ScenarioCard(theme, which) for which in Scenario}
        self._group = OneOf(self)
        for place, one in enumerate(self.cards.values()):
            self._group.addButton(one, place)
        self._group.idClicked.connect(self._on_clicked)
        px = theme.px
        layout = SideBySide(*self.cards.values(), wide=px(_LEAST), spacing=px(8), gap=px(12))
        self.setLayout(layout)

    def show_ways(self, view: GoalView, chosen: Scenario) -> None:
        """Show the ways that a goal has; `chosen` is looked at."""
        ways = {one.scenario: one for one in view.scenarios}
        for which, card in self.cards.items():
            card.setVisible(which in ways)
            if which in ways:
                card.show_way(ways[which], view)
        self.cards[chosen].setChecked(True)
        self.setVisible(bool(ways))
        self.updateGeometry()

    def stops(self) -> Sequence[QWidget]:
        """What Tab stops at, in order."""
        return tuple(self.cards.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = [one for one in self.cards.values() if not one.isHidden()]
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        at = next((place for place, one in enumerate(shown) if one.hasFocus()), None)
        if not step or at is None or not 0 <= at + step < len(shown):
            super().keyPressEvent(event)
            return
        shown[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        shown[at + step].click()

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(tuple(Scenario)[place])


def chance_words(chance: float) -> str:
    """ "34 in 100", never none and never all: nobody knows that."""
    return tr("{count} in 100", count=min(99, max(1, round(100 * chance))))


def _sets_words(one: ScenarioOutlook) -> str:
    if one.sets is None:
        return tr("the trend alone") if one.scenario is Scenario.AS_NOW else ""
    return ntr("about {count} hard set a week for each muscle", "about {count} hard sets a week for each muscle",
               round(one.sets))  # fmt: skip
