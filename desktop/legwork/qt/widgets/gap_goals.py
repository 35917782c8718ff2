"""Leg girths that trail, each with a button that makes its target a goal, or with the goal that it has.

Owns these lines. What a realistic day is, and the edit, are the affair of whoever listens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from legwork.domain.measures import value_text
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label
from legwork.services.balance_rows import GapRow


class GapGoals(QWidget):
    """Emits the site of the girth that is meant."""

    make_asked = Signal(str)
    look_asked = Signal(str)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self.setObjectName("gap_goals")
        self.setAccessibleName(tr("Goals for your legs"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(0, 1)
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("gap_goal_said")
        self.said.hide()
        self.setLayout(column(self._grid, self.said, spacing=theme.px(6)))

    def show_rows(self, gaps: Sequence[GapRow], goals: Mapping[str, str]) -> None:
        """List the girths that trail. goals: by site the goal that it has, in words."""
        trailing = [one for one in gaps if one.site in goals or (one.own is not None and one.own < one.target)]
        shown = tuple((one.site, one.name, one.target, goals.get(one.site)) for one in trailing)
        if shown == self._shown:
            return
        self._shown = shown
        focused = self._focused()
        self._clear()
        for place, one in enumerate(trailing):
            self._add(place, one, goals.get(one.site, ""))
        again = self.findChild(QPushButton, focused) if focused else None
        if again is not None:
            again.setFocus()

    def say(self, sentence: str) -> None:
        """Say what became of a click; nothing when it is empty."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def stops(self) -> list[QPushButton]:
        """The buttons, from the top to the bottom."""
        items = (self._grid.itemAtPosition(row, 1) for row in range(self._grid.rowCount()))
        found = (item.widget() for item in items if item is not None)
        return [one for one in found if isinstance(one, QPushButton)]

    def _add(self, place: int, gap: GapRow, goal: str) -> None:
        target = value_text(gap.target, gap.unit)
        if goal:
            said = label(tr("{site}: goal {goal}", site=gap.name, goal=goal), wrap=True)
            act = button(tr("Look at it"), f"gap_goal_{gap.site}", "quiet")
            act.setAccessibleName(tr("Look at the goal for {site}, {goal}", site=gap.name, goal=goal))
            act.clicked.connect(partial(self.look_asked.emit, gap.site))
        else:
            said = label(tr("{site}: {gap}", site=gap.name, gap=gap.gap) if gap.gap else gap.name, wrap=True)
            act = button(tr("Make {value} my goal", value=target), f"gap_goal_{gap.site}")
            act.setAccessibleName(tr("Make {value} my goal for {site}", value=target, site=gap.name))
            act.setToolTip(tr("Sets it at once, with a day by which it is as likely as not. It can be undone."))
            act.clicked.connect(partial(self.make_asked.emit, gap.site))
        self._grid.addWidget(said, place, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(act, place, 1, Qt.AlignmentFlag.AlignRight)

    def _focused(self) -> str:
        return next((one.objectName() for one in self.stops() if one.hasFocus()), "")

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.setObjectName("")  # the one that takes its place is found by this name
                old.hide()
                old.deleteLater()
