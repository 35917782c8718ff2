"""What the last check-in changed, as a small table: what is, since the last one, and what the weeks say.

Owns how its columns stand. It judges nothing: `services.today_body` does.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from legwork.domain.verdict import Call
from legwork.i18n import ntr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, label, set_role
from legwork.services.today_body import MOST_ROWS, BodyChanges, ChangeLine

_ROLES = {Call.GROWING: "good", Call.SHRINKING: "caution"}
_COLUMNS = 4


class ChangesTable(QWidget):
    """Rows of numbers below a sentence."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("today_changes_table")
        self.said = label("", wrap=True)
        self.said.setObjectName("today_changes_said")
        self.notes = label("", "small", wrap=True)
        self.notes.setObjectName("today_changes_notes")
        self.more = label("", "small")
        self.more.setObjectName("today_changes_more")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(6))
        self._titles = [self._cell(0, place, "small") for place in range(_COLUMNS)]
        self.rows = [[self._cell(line, place, "") for place in range(_COLUMNS)] for line in range(1, MOST_ROWS + 1)]
        self._grid.setColumnStretch(_COLUMNS - 1, 1)
        layout = column(self.said, self._grid, self.more, self.notes, spacing=theme.px(8))
        self.setLayout(layout)

    def show_changes(self, found: BodyChanges, *, old: bool = False) -> None:
        """Show them. old: they are of a day long ago, and nothing of it is called now."""
        self.said.setText(found.said)
        titles = ("", tr("then") if old else tr("now"), found.since, found.over)
        for title, text in zip(self._titles, titles, strict=True):
            title.setText(text)
        self._titles[2].setVisible(bool(found.since))
        for place, cells in enumerate(self.rows):
            self._show_row(cells, found.lines[place] if place < len(found.lines) else None)
        self.more.setText(ntr("and {count} more number", "and {count} more numbers", found.more) if found.more else "")
        self.more.setVisible(bool(found.more))
        self.notes.setText(" ".join(found.notes))
        self.notes.setVisible(bool(found.notes))

    def _show_row(self, cells: list[QLabel], line: ChangeLine | None) -> None:
        for cell in cells:
            cell.setVisible(line is not None)
        if line is None:
            return
        name, now, step, trend = cells
        name.setText(line.name)
        name.setAccessibleName(line.spoken)
        now.setText(line.now)
        step.setText(line.step)
        set_role(step, "" if line.beyond else "secondary")
        step.setFont(self._theme.font(13, bold=line.beyond))  # another role takes the font along
        trend.setText(f"{line.sign} {line.trend}".strip())
        set_role(trend, _ROLES.get(line.call, "small"))
        for cell in cells:
            cell.setToolTip(line.spoken)

    def _cell(self, line: int, place: int, role: str) -> QLabel:
        made = label("", role, wrap=place in (0, _COLUMNS - 1))
        if place in (1, 2):
            made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != "small":
            made.setFont(self._theme.font(13))
        self._grid.addWidget(made, line, place)
        return made
