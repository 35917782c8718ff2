"""What the planner would make: the first week, the sets of the legs, and why all of it is as it is.

Owns the layout. It must not draft: it is shown a draft and what it comes to.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from legwork.domain.planner.draft import Draft
from legwork.domain.planner.made import Reason
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.dialogs.planner_pictures import MuscleSets, WeekGlance
from legwork.qt.widgets.layout import column, label
from legwork.services.planner_glance import Glance


class PlannerPreview(QWidget):
    """Shows one draft, or why there is none."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("planner_preview")
        self.name = label("", "section", wrap=True)
        self.name.setObjectName("planner_plan_name")
        self.facts = label("", "secondary", wrap=True)
        self.facts.setObjectName("planner_facts")
        self.short = _lines("planner_short", tr("What is missing"))
        self.short.setProperty("role", "caution")
        self.week = WeekGlance(theme)
        self.muscles = MuscleSets(theme)
        self.reasons = _lines("planner_reasons", tr("Why it is so"))
        key = tr("Solid: the first week. Light: what is built up to. Dotted: what your balance asks for.")
        self._parts = QWidget()
        self._parts.setLayout(
            column(
                self.short, self.week, theme.px(4), label(tr("Hard sets a week for the legs"), "section", wrap=True),
                label(key, "small", wrap=True), self.muscles, theme.px(4), label(tr("Why it is so"), "section"),
                self.reasons, spacing=theme.px(8),
            )
        )  # fmt: skip
        self.setLayout(column(self.name, self.facts, self._parts, None, spacing=theme.px(8)))

    def show_draft(self, draft: Draft, glance: Glance) -> None:
        """Show a plan with its reasons."""
        self.name.setText(draft.plan.name)
        self.facts.setText(glance.facts)
        whys = {one.subject: one.sentence for one in draft.reasons}
        self.week.show_sessions(glance.sessions, whys)
        self.muscles.show_muscles(glance.muscles)
        self._show(self.short, [one for one in draft.reasons if one.short])
        self._show(self.reasons, [one for one in draft.reasons if not one.short])
        self._parts.show()

    def refuse(self, sentence: str) -> None:
        """Say why there is no plan."""
        self.name.setText(tr("No plan for now"))
        self.facts.setText(sentence)
        self._parts.hide()

    def _show(self, place: QLabel, reasons: Iterable[Reason]) -> None:
        gap = self._theme.px(6)
        lines = [
            f'<p style="margin: 0 0 {gap}px 0"><b>{escape(one.subject)}.</b> {escape(one.sentence)}</p>'
            for one in reasons
        ]
        place.setText("".join(lines))
        place.setVisible(bool(lines))


def _lines(name: str, said: str) -> QLabel:
    """Several sentences, to be read and copied."""
    made = QLabel()
    made.setObjectName(name)
    made.setAccessibleName(said)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
