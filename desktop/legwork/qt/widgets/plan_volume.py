"""The panel beside the plan: what one week adds up to, and its place among all weeks.

Owns how the facts of a week stand together. It must not count nor judge: facts come ready from `services.plan_facts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, label, scrolled, set_role
from legwork.qt.widgets.picture_facts import course_numbers, session_numbers, tonnage_numbers, volume_numbers
from legwork.qt.widgets.picture_table import PictureTable
from legwork.qt.widgets.plan_volume_bars import VolumeBars
from legwork.qt.widgets.plan_volume_course import CourseStrip
from legwork.qt.widgets.plan_volume_week import SessionRows, TonnageBars
from legwork.qt.widgets.waiting_sign import WaitingSign
from legwork.services.plan_facts import CoursePoint, WeekFacts


class PlanVolume(QWidget):
    """One week in numbers; made for 320 pixels and wider."""

    week_chosen = Signal(int)
    """The id of another week that shall be shown."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("plan_volume")
        self.setAccessibleName(tr("What the week adds up to"))
        self.title = _named("", "secondary", "plan_volume_title")
        self.empty = _named(tr("A week in the plan shows here what it adds up to."), "secondary", "plan_volume_empty")
        self.empty.hide()
        self.waiting = WaitingSign(tr("Working out what the plan shall do"))
        self.bars = VolumeBars(theme)
        self.unknown = _named("", "caution", "plan_volume_unknown")
        self.tonnage = TonnageBars(theme)
        self.no_load = _named("", "small", "plan_volume_no_load")
        self.leg_days = _named("", "small", "plan_volume_leg_days")
        self.sessions = SessionRows(theme)
        self.course = CourseStrip(theme)
        self.course.week_chosen.connect(self.week_chosen)
        self.table = PictureTable(
            theme, tr("What the week adds up to"), self.bars, self.tonnage, self.sessions, self.course
        )  # fmt: skip
        self._parts = QWidget()
        self._layout = column(
            _block(theme, label(tr("Hard sets"), "section"), self.bars, self.unknown),
            _block(theme, label(tr("Tonnage"), "section"), self.tonnage, self.no_load),
            _block(theme, label(tr("Days"), "section"), self.leg_days, self.sessions),
            _block(theme, label(tr("All weeks"), "section"), self.course),
            self.table,
            spacing=theme.px(16),
        )
        self._parts.setLayout(self._layout)
        content = QWidget()
        whole = column(self.waiting, self.title, self.empty, self._parts, None, spacing=theme.px(8))
        side = theme.px(16)
        whole.setContentsMargins(side, side, side, side)
        content.setLayout(whole)
        self.area = scrolled(content, "plan_volume_area", tr("What the week adds up to"))
        self.setLayout(column(self.area, spacing=0))
        self.bars.row_pointed.connect(self._on_row_pointed)
        self._parts.hide()
        self.title.hide()

    def show_facts(self, facts: WeekFacts | None, course: Sequence[CoursePoint] = ()) -> None:
        """Show a week; None: there is none to show. course: all weeks of the plan."""
        self.waiting.hide()
        for part, shown in ((self.title, facts), (self._parts, facts), (self.empty, not facts)):
            part.setVisible(bool(shown))
        if facts is None:
            return
        self.title.setText(facts.title)
        self.bars.show_rows(facts.rows)
        self.tonnage.show_tonnage(facts.tonnage)
        self.leg_days.setText(facts.leg_days_text)
        set_role(self.leg_days, "small" if facts.leg_days_fine else "caution")
        self.sessions.show_sessions(facts.sessions)
        self.course.show_course(course, facts.week_id)
        self.table.show_numbers(
            partial(volume_numbers, facts.rows), partial(tonnage_numbers, facts.tonnage),
            partial(session_numbers, facts.sessions), partial(course_numbers, course),
        )  # fmt: skip
        for text, words in ((self.unknown, facts.unknown_text), (self.no_load, facts.tonnage.words)):
            text.setText(words)
            text.setVisible(bool(words))

    def _on_row_pointed(self, muscle: str) -> None:
        """The row that the keys lead to comes into sight; after Tab, Qt first brings the middle of the bars there."""
        self._show_row(muscle)
        QTimer.singleShot(0, self, partial(self._show_row, muscle))

    def _show_row(self, muscle: str) -> None:
        content = self.area.widget()
        if muscle and self.bars.hasFocus() and content is not None:
            middle = self.bars.mapTo(content, self.bars.row_rect(muscle).center().toPoint())
            self.area.ensureVisible(middle.x(), middle.y(), 0, self._theme.px(32))


def _named(text: str, role: str, name: str) -> QLabel:
    made = label(text, role, wrap=True)
    made.setObjectName(name)
    return made


def _block(theme: ThemeManager, *parts: QWidget) -> QVBoxLayout:
    return column(*parts, spacing=theme.px(4))
