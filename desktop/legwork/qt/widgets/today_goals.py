"""Goals on the first page: the next step in large, below it each goal with how far it is.

Owns how they look. What is said is `services.today_goals`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.i18n import ntr, tr
from legwork.qt.core.spoken_roles import BESIDE_WORDS
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, label, row
from legwork.services.today_goals import MOST_GOALS, GoalLine, GoalsGlance


class GoalsList(QWidget):
    """The next step, then the goals."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("today_goals_list")
        self.step = label("", wrap=True)
        self.step.setObjectName("today_goals_step")
        self.step.setFont(theme.font(17, bold=True))
        self.when = label("", "secondary", wrap=True)
        self.when.setObjectName("today_goals_when")
        self.caution = label("", "caution", wrap=True)
        self.caution.setObjectName("today_goals_caution")
        self.more = label("", "small")
        self.lines = [_Line(theme, place) for place in range(MOST_GOALS)]
        heading = column(self.step, self.when, spacing=theme.px(2))
        self.setLayout(column(heading, *self.lines, self.more, self.caution, spacing=theme.px(8)))

    def show_goals(self, found: GoalsGlance) -> None:
        """Show them."""
        self.step.setText(tr("Next: {step}", step=found.step) if found.step else "")
        self.step.setVisible(bool(found.step))
        self.when.setText(f"{found.when[:1].upper()}{found.when[1:]}" if found.when else "")
        self.when.setVisible(bool(found.when))
        for place, line in enumerate(self.lines):
            line.show_line(found.lines[place] if place < len(found.lines) else None)
        self.more.setText(ntr("and {count} more goal", "and {count} more goals", found.more) if found.more else "")
        self.more.setVisible(bool(found.more))
        self.caution.setText(found.caution)
        self.caution.setVisible(bool(found.caution))


class _Line(QWidget):
    """A goal: its name and value, its bar, and when."""

    def __init__(self, theme: ThemeManager, place: int) -> None:
        super().__init__()
        self.name = label("")
        self.name.setObjectName(f"today_goal_{place}")
        self.goal = label("", "small")
        self.way = _Way(theme)
        self.when = label("", "small", wrap=True)
        top = row(self.name, None, self.goal, spacing=theme.px(8))
        self.setLayout(column(top, self.way, self.when, spacing=theme.px(4)))

    def show_line(self, line: GoalLine | None) -> None:
        self.setVisible(line is not None)
        if line is None:
            return
        self.name.setText(line.name)
        self.name.setAccessibleName(line.spoken)
        self.goal.setText(line.goal)
        self.way.show_share(line.progress, line.region)
        said = ": ".join(part for part in (f"{line.sign} {line.state}".strip(), line.when) if part)
        self.when.setText(said)
        self.when.setVisible(bool(said))
        self.setToolTip(line.spoken)


class _Way(QWidget):
    """How much of the way is done; the line above and below it says what."""

    spoken_role = BESIDE_WORDS

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._share: float | None = None
        self._region = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None, region: str) -> None:
        self._share, self._region = share, region
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = float(theme.px(6))
        whole = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(whole, high / 2, high / 2)
        if self._share:
            done = QRectF(whole)
            done.setWidth(max(high, whole.width() * min(1.0, self._share)))
            painter.setBrush(theme.region_colour(self._region))
            painter.drawRoundedRect(done, high / 2, high / 2)
        painter.end()
