"""The three parts of a review on screen: what was done, what changed, what comes.

Owns how their lines stand together. What they say is `services.weekly_review`; nothing is worded anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from legwork.domain.log.adherence import Fate
from legwork.domain.verdict import Call
from legwork.i18n import ntr, titled, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.prose import strong
from legwork.qt.widgets.review_bars import ReviewBars
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.qt.widgets.trend_spark import TrendSpark
from legwork.services.weekly_review import Review
from legwork.services.weekly_review_ahead import AheadLine, ReviewAhead
from legwork.services.weekly_review_changes import STRETCH_WEEKS, ChangeRow, ReviewChanges
from legwork.services.weekly_review_done import ReviewDone, SessionLine
from legwork.services.weekly_review_food import FoodLine

_CALL_ROLES = {Call.GROWING: "good", Call.SHRINKING: "caution"}
_MOST_REAL = 6
"""So many changes have a picture of their own; the rest stand in lines (a convention: one screen)."""


class ReviewCard(QFrame):
    """A card with a title, the days it is about, and lines that are built anew with each review."""

    page_asked = Signal(str)
    """The name of a page that something is settled on."""

    def __init__(self, theme: ThemeManager, name: str, title: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("role", "card")
        self._title = title
        self.heading = label(title, "section")
        self.days = label("", "small")
        self.days.setObjectName(f"{name}_days")
        self._lines: QWidget | None = None
        self._frame = column(column(self.heading, self.days, spacing=0), spacing=theme.px(8))
        self._frame.addStretch(1)
        margin = theme.px(16)
        self._frame.setContentsMargins(margin, theme.px(12), margin, margin)
        self.setLayout(self._frame)

    def _show(self, days: str, lines: QVBoxLayout) -> None:
        """Put other lines in the place of those there are."""
        self.days.setText(days)
        if self._lines is not None:
            self._frame.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        self._lines.setLayout(lines)
        self._frame.insertWidget(1, self._lines)

    def _column(self) -> QVBoxLayout:
        return column(spacing=self._theme.px(6))

    def _head(self, text: str) -> QLabel:
        made = strong(self._theme, text)
        made.setWordWrap(True)
        made.setContentsMargins(0, self._theme.px(8), 0, 0)
        return made

    def _bullets(self, lines: QVBoxLayout, texts: Sequence[str], role: str = "secondary") -> None:
        for text in texts:
            lines.addWidget(label(text, role, wrap=True))


class DoneCard(ReviewCard):
    """What was done."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "review_done", tr("What was done"))

    def show_done(self, days: str, done: ReviewDone) -> None:
        """Show the days before the check-in."""
        theme, lines = self._theme, self._column()
        lines.addWidget(label(done.kept, wrap=True))
        if done.sessions:
            lines.addLayout(self._sessions(done.sessions))
        if done.rows:
            lines.addWidget(self._head(tr("Hard sets")))
            bars = ReviewBars(theme)
            lines.addWidget(bars)
            bars.show_rows(done.rows)
        self._bullets(lines, done.facts, "small")
        if done.food:
            lines.addWidget(self._head(tr("Food a day, beside what is meant")))
            lines.addLayout(self._food(done.food))
        if done.food_said:
            lines.addWidget(label(done.food_said, "small", wrap=True))
        self._show(days, lines)

    def _sessions(self, sessions: Sequence[SessionLine]) -> QGridLayout:
        grid = _grid(self._theme, stretch=1)
        for line, one in enumerate(sessions):
            sign = label(one.sign, "good" if one.fate in (Fate.DONE, Fate.MOVED) else "secondary")
            grid.addWidget(sign, line, 0, Qt.AlignmentFlag.AlignTop)
            said = one.words if one.fate is not Fate.DONE else ""
            when = label(", ".join(part for part in (one.day, said) if part), "small", wrap=True)
            grid.addLayout(column(label(one.title, wrap=True), when, spacing=0), line, 1)
        return grid

    def _food(self, food: Sequence[FoodLine]) -> QGridLayout:
        grid = _grid(self._theme, stretch=2)
        for line, one in enumerate(food):
            grid.addWidget(label(one.name), line, 0)
            grid.addWidget(label(one.mean), line, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(one.aim, "small", wrap=True), line, 2)
        return grid


class ChangesCard(ReviewCard):
    """What changed, and what is noise."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "review_changes", tr("What changed"))

    def show_changes(self, days: str, day: int, changes: ReviewChanges) -> None:
        """Show the check-in of a day (ordinal)."""
        lines = self._column()
        lines.addWidget(label(changes.said or tr("Nothing was measured on this day."), wrap=True))
        if changes.real:
            grid = _grid(self._theme, stretch=0)
            for line, one in enumerate(changes.real[:_MOST_REAL]):
                self._add_real(grid, line, one, day)
            lines.addLayout(grid)
            for one in changes.real[_MOST_REAL:]:
                lines.addWidget(label(one.spoken, "small", wrap=True))
        if changes.watch:
            lines.addWidget(self._head(tr("To look at again")))
            lines.addLayout(self._lines_of([one.cells for one in changes.watch]))
        if changes.noise:
            lines.addWidget(self._head(tr("Noise: within the error since last time")))
            lines.addLayout(self._lines_of([(one.name, one.steps, one.error) for one in changes.noise]))
        if changes.new:
            said = tr("For the first time: {names}.", names=", ".join(changes.new))
            lines.addWidget(label(said, "small", wrap=True))
        self._bullets(lines, changes.notes, "small")
        self._show(days, lines)

    def _add_real(self, grid: QGridLayout, line: int, one: ChangeRow, day: int) -> None:
        theme = self._theme
        said = label(f"{one.sign} {one.words} {one.change} {one.over}", _CALL_ROLES.get(one.call, "small"), wrap=True)
        grid.addLayout(column(strong(theme, one.name, wrap=True), said, spacing=0), line, 0)
        spark = TrendSpark(theme, one.series, day - 7 * STRETCH_WEEKS, day)
        spark.setAccessibleName(one.spoken)
        grid.addWidget(spark, line, 1)
        now = label(one.now)
        now.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(now, line, 2)

    def _lines_of(self, rows: Sequence[tuple[str, str, str]]) -> QGridLayout:
        """Names, steps and errors, each in its column."""
        grid = _grid(self._theme, stretch=1, spacing=2)
        for line, cells in enumerate(rows):
            for place, text in enumerate(cells):
                said = label(text, "small", wrap=place == 1)
                if place:
                    said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(said, line, place, Qt.AlignmentFlag.AlignTop if not place else Qt.AlignmentFlag(0))
        return grid


class AheadCard(ReviewCard):
    """What comes."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "review_ahead", tr("What comes"))

    def show_ahead(self, days: str, ahead: ReviewAhead) -> None:
        """Show the days from the check-in on."""
        lines = self._column()
        lines.addWidget(label(ahead.plan, wrap=True))
        if ahead.sessions:
            grid = _grid(self._theme, stretch=1)
            for line, one in enumerate(ahead.sessions):
                if one.done:
                    grid.addWidget(label("✓", "good"), line, 0, Qt.AlignmentFlag.AlignTop)
                title = label(one.title, wrap=True)
                title.setToolTip(one.facts)
                grid.addWidget(title, line, 1)
                said = label(one.day or one.facts, "small")
                said.setToolTip(one.facts)
                grid.addWidget(said, line, 2)
            if not any(one.done for one in ahead.sessions):
                grid.setHorizontalSpacing(0)
            lines.addLayout(grid)
        if ahead.check_in:
            lines.addWidget(self._head(tr("Next check-in")))
            lines.addWidget(label(ahead.check_in, "secondary", wrap=True))
        if ahead.ask or ahead.proposals:
            lines.addWidget(self._head(tr("Sets")))
            self._add_lines(lines, ahead.proposals)
            self._bullets(lines, [ahead.ask] if ahead.ask else [])
            go = button(tr("Open Train"), "review_train", "link")
            go.clicked.connect(self._on_train)
            lines.addLayout(row(go, None))
        if ahead.milestones:
            lines.addWidget(self._head(tr("Next milestone")))
            self._add_lines(lines, ahead.milestones)
        if ahead.loop:
            lines.addWidget(self._head(tr("Expected and seen")))
            self._bullets(lines, ahead.loop)
        self._show(days, lines)

    def _add_lines(self, lines: QVBoxLayout, found: Sequence[AheadLine]) -> None:
        for one in found:
            said = titled(one.head, one.what) if one.head and one.what else one.head or one.what
            lines.addWidget(label(said, wrap=True))
            if one.why:
                lines.addWidget(label(one.why, "small", wrap=True))

    def _on_train(self) -> None:
        self.page_asked.emit("train")


class ReviewCards(QWidget):
    """All three, side by side where there is room."""

    page_asked = Signal(str)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.done, self.changes, self.ahead = DoneCard(theme), ChangesCard(theme), AheadCard(theme)
        self.ahead.page_asked.connect(self.page_asked)
        gap = theme.px(12)
        self.setLayout(
            SideBySide(
                self.done, self.changes, self.ahead, wide=theme.px(860), spacing=gap, gap=gap, shares=(10, 12, 9)
            )
        )

    def show_review(self, review: Review) -> None:
        """Show a review."""
        self.done.show_done(review.week_words, review.done)
        since = ntr("over {count} week, since the last", "over {count} weeks, since the last", STRETCH_WEEKS)
        since = since if review.before else ""
        self.changes.show_changes(since, review.day.toordinal(), review.changes)
        self.ahead.show_ahead(review.next_words, review.ahead)


def _grid(theme: ThemeManager, stretch: int, spacing: int = 4) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(spacing))
    grid.setColumnStretch(stretch, 1)
    return grid
