"""One session of one week by itself: which one, its exercises as a list, and the way to the weeks beside it.

Owns the head around the list and turning what the list says into edits. It must not keep the plan nor change it: it
asks for an edit, and whoever carries it out calls `show_plan` with the new plan.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from legwork.domain.days import short_day
from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan import line_edits
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.model import WEEKDAYS, Plan, Session
from legwork.domain.units import UnitSystem
from legwork.i18n import ntr, tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_session_table import SessionTableModel
from legwork.qt.models.plan_table import PlanTableModel
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.line_editor import Bubble
from legwork.qt.widgets.plan_grid_commands import ExerciseWanted, GridCommands
from legwork.qt.widgets.plan_session_list import SessionList
from legwork.qt.widgets.wheel import calm


class PlanSession(QWidget):
    """Shows a session and asks for its edits."""

    edit_asked = Signal(object, str)
    """A pure change, Plan -> Plan, and its translated name."""
    exercise_asked = Signal(object)
    """An `ExerciseWanted`: let an exercise be picked for it, then call `put`."""
    week_shown = Signal(int)
    """The id of the week that is shown now."""
    session_shown = Signal(int)
    """The id of the session that is shown now."""
    refused = Signal(str)
    """Why something was not done; it is shown here already."""

    def __init__(self, theme: ThemeManager, icons: Icons, fresh: Fresh) -> None:
        super().__init__()
        self.setObjectName("plan_session")
        self.setAccessibleName(tr("One session of the plan"))
        self._theme, self._icons = theme, icons
        self.plan_table = PlanTableModel(fresh, self)
        self.commands = GridCommands(self.plan_table, self.edit_asked.emit, self.refuse)
        self.table = SessionTableModel(self)
        self.list = SessionList(theme, self.table)
        self._place, self._column = 0, 0
        self._told = (-1, -1)
        self._bubble = Bubble(theme)
        self.destroyed.connect(self._bubble.deleteLater)
        self._build()
        self.table.edit_asked.connect(self.edit_asked)
        self.table.refused.connect(self.refuse)
        self.list.moved.connect(self._on_moved)
        self.list.dropped.connect(self._on_dropped)
        self.list.removed.connect(self._on_removed)
        self.list.add_asked.connect(self.ask_exercise)
        self.list.swap_asked.connect(self._on_swap)

    def _build(self) -> None:
        px = self._theme.px
        self.sessions = calm(QComboBox())
        self.sessions.setObjectName("plan_session_choice")
        name_chooser(self.sessions, tr("Session"))
        self.sessions.setMinimumWidth(px(110))
        self.sessions.activated.connect(self._on_session)
        self.before = button("", "plan_session_before", "quiet")
        self.after = button("", "plan_session_after", "quiet")
        for one, said in ((self.before, tr("Week before")), (self.after, tr("Week after"))):
            one.setAccessibleName(said)
            one.setToolTip(said)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.week = label(role="section")
        self.week.setObjectName("plan_session_week")
        self.facts = label(role="small")
        self.facts.setObjectName("plan_session_facts")
        self.add = button(tr("Add an exercise"), "plan_session_add", "quiet")
        self.add.clicked.connect(self.ask_exercise)
        self.empty = label(tr("No exercise yet: add one here, or drop one from the list."), "secondary", wrap=True)
        self.empty.setObjectName("plan_session_empty")
        self.empty.setContentsMargins(px(16), px(8), px(16), px(16))
        head = row(self.sessions, px(8), self.before, self.week, self.after, None)
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        below = row(self.facts, self.add)
        below.setStretch(0, 1)
        top = column(head, below, spacing=px(6))
        top.setContentsMargins(px(12), px(8), px(12), px(8))
        self.setLayout(column(top, self.list, self.empty, spacing=0))
        self.before.setIcon(self._icons.icon("caret-left"))
        self.after.setIcon(self._icons.icon("caret-right"))
        self.add.setIcon(self._icons.icon("plus"))

    def show_plan(self, plan: Plan, catalogue: Catalogue, units: UnitSystem, starts_on: date | None = None) -> None:
        """Show the session in the next state of a plan; of a plan without it the nearest one."""
        table, told = self.plan_table, self._told[1]
        entry_id, typing = self._current_entry(), self.list.hold_typing()
        column = self.list.currentIndex().column()
        table.show_plan(plan, catalogue, units, starts_on)
        found = self._find(told)
        if found is not None:
            self._place, self._column = found
        self._refresh()
        at = None if entry_id is None else self.table.row_of(entry_id)
        if at is not None and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.table.index(at, max(0, column)))
        if typing is not None:
            self.list.type_on(*typing)

    def show_session(self, session_id: int) -> None:
        """Show that session; one that is not in the plan is passed over."""
        found = self._find(session_id)
        if found is not None:
            self._place, self._column = found
            self._refresh()

    def put(self, wanted: ExerciseWanted, key: str) -> None:
        """Take up the exercise that was picked for a request."""
        self.commands.put(wanted, key)

    def refuse(self, sentence: str) -> None:
        """Say beside the current cell why something is not done."""
        self._bubble.say(sentence, self.list.viewport(), self.list.visualRect(self.list.currentIndex()))
        self.refused.emit(sentence)

    def ask_exercise(self) -> None:
        """Ask for an exercise below the current one, or at the end."""
        current = self.list.currentIndex().row()
        wanted = self._wanted(current + 1 if current >= 0 else len(self.table.entries))
        if wanted is not None:
            self.exercise_asked.emit(wanted)

    @property
    def session(self) -> Session | None:
        """The session that is shown."""
        places = self.plan_table.grid.places
        return places[self._place].sessions[self._column] if self._place < len(places) else None

    def _refresh(self) -> None:
        table = self.plan_table
        grid = table.grid
        self._place = min(self._place, max(0, len(grid.places) - 1))
        self._column = min(self._column, max(0, len(grid.columns) - 1))
        names = [table.place_name(at) for at in range(len(grid.places))]
        if names != [self.sessions.itemText(at) for at in range(self.sessions.count())]:
            self.sessions.clear()
            self.sessions.addItems(names)
        self.sessions.setCurrentIndex(self._place if names else -1)
        session = self.session
        self.table.show_session(session, table.catalogue, table.units)
        self.before.setEnabled(self._column > 0)
        self.after.setEnabled(self._column < len(grid.columns) - 1)
        self.add.setEnabled(bool(names))
        self.empty.setVisible(not self.table.entries)
        self._say_week(session)
        if session is not None and self._told != (grid.columns[self._column].week.id, session.id):
            week_id = grid.columns[self._column].week.id
            told, self._told = self._told, (week_id, session.id)
            if told[0] != week_id:
                self.week_shown.emit(week_id)
            self.session_shown.emit(session.id)

    def _say_week(self, session: Session | None) -> None:
        table = self.plan_table
        if not table.grid.columns:
            self.week.setText("")
            self.facts.setText("")
            return
        monday = table.monday(self._column)
        number = tr("Week {number}", number=self._column + 1)
        self.week.setText(number if monday is None else f"{number} · {short_day(monday)}")
        if session is None:
            self.facts.setText(tr("not in this week"))
            return
        parts = [
            tr(WEEKDAYS[session.weekday]) if session.weekday is not None else "",
            ntr("{count} exercise", "{count} exercises", len(session.entries)),
            tr("about {minutes} min", minutes=table.minutes(session)) if session.entries else "",
        ]
        self.facts.setText(" · ".join(one for one in parts if one))

    def _find(self, session_id: int) -> tuple[int, int] | None:
        for place, one in enumerate(self.plan_table.grid.places):
            for at, session in enumerate(one.sessions):
                if session is not None and session.id == session_id:
                    return place, at
        return None

    def _wanted(self, gap: int) -> ExerciseWanted | None:
        """A request for an exercise at a gap between the entries of this week."""
        grid = self.plan_table.grid
        if not grid.places:
            return None
        at = 0
        if 0 < gap <= len(self.table.entries):
            above = self.table.entries[gap - 1].id
            lines = grid.places[self._place].lines
            at = next(
                nth
                for nth, line in enumerate(lines, 1)
                if (one := line.cells[self._column]) is not None and one.id == above
            )
        return self.commands.wanted_at(self._place, at, grid.columns[self._column].week.id)

    def _current_entry(self) -> int | None:
        row = self.list.currentIndex().row()
        return self.table.entries[row].id if 0 <= row < len(self.table.entries) else None

    def _on_session(self, place: int) -> None:
        self._place = place
        self._refresh()

    def _on_before(self) -> None:
        self._column -= 1
        self._refresh()

    def _on_after(self) -> None:
        self._column += 1
        self._refresh()

    def _on_moved(self, entry_id: int, gap: int) -> None:
        session = self.session
        if session is not None:
            session_id = session.id
            self.edit_asked.emit(
                lambda plan: line_edits.entry_moved(plan, session_id, entry_id, gap), tr("Move exercise")
            )

    def _on_dropped(self, key: str, gap: int) -> None:
        wanted = self._wanted(gap)
        if wanted is not None:
            self.put(wanted, key)

    def _on_removed(self, ids: list[int]) -> None:
        label_text = ntr("Remove {count} exercise", "Remove {count} exercises", len(ids))
        self.edit_asked.emit(lambda plan: line_edits.removed(plan, ids), label_text)

    def _on_swap(self, row: int) -> None:
        if 0 <= row < len(self.table.entries):
            entry, week = self.table.entries[row], self.plan_table.grid.columns[self._column]
            sentence = tr(
                "In the place of {exercise} from week {number} on",
                exercise=self.table.name(row), number=week.number,
            )  # fmt: skip
            self.exercise_asked.emit(
                ExerciseWanted(sentence, self._place, row, week.week.id, entry.id, True, entry.exercise)
            )
