"""One exercise on the sheet: its name, what the plan asks for, its lines, how it was felt, and a note.

Owns how these stand together. It changes nothing: what shall be done is said, and comes back as the next state.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QWidget

from legwork.domain.log.model import LoggedExercise
from legwork.domain.log.sheet import Line
from legwork.domain.plan.prescription import MAX_NOTE, one_line
from legwork.domain.units import UnitSystem
from legwork.i18n import mark, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, leaves_undo_to_window, row
from legwork.qt.widgets.region_mark import RegionMark
from legwork.qt.widgets.set_field import Reading
from legwork.qt.widgets.train_felt import Felt
from legwork.qt.widgets.train_line import SetLine
from legwork.services.train_order import WISHES as ORDER
from legwork.services.train_sheet import ExerciseFacts

WISHES = (
    ("set", mark("Add a set"), "Ins"),
    ("warm_up", mark("Warm-up sets"), "Alt+W"),
    ("note", mark("Note"), "Alt+N"),
    ("swap", mark("Swap the exercise…"), "Alt+S"),
    ("below", mark("Add an exercise below"), "Alt+Shift+A"),
    ("up", mark("Move up"), "Alt+Up"),
    ("down", mark("Move down"), "Alt+Down"),
    ("join", mark("Superset with the one above"), "Alt+J"),
    ("apart", mark("Take out of the superset"), "Alt+Shift+J"),
    ("remove", mark("Take it out of this workout"), "Alt+Del"),
)
"""What can be done with an exercise; the keys are the sheet's."""

_RULED_OFF = frozenset({"below", "join", "remove"})
"""Above these the menu draws a line."""


class ExerciseCard(QFrame):
    """Shows one exercise; `show_exercise` brings each next state."""

    put_asked = Signal(int, int, object)
    went_on = Signal(bool)
    stepped = Signal(int, int)
    """From this line, so many lines down or up."""
    felt_picked = Signal(object)
    noted = Signal(str)
    wished = Signal(str)
    """One of WISHES by its name."""
    entered = Signal()
    """The focus came into it."""
    read = Signal()
    """What could not be read was mended."""

    def __init__(self, theme: ThemeManager, place: int) -> None:
        """place: of the exercise in the workout, for object names."""
        super().__init__()
        self._theme, self._place = theme, place
        self._note = ""
        self.lines: list[SetLine] = []
        self.facts: ExerciseFacts | None = None
        self.setObjectName(f"train_exercise_{place}")
        self.setProperty("role", "card")
        self._mark = RegionMark(theme)
        self.name = label("", "section", wrap=True)
        self.name.setObjectName("train_exercise_name")
        self.turn = label("", "small")
        self.turn.setObjectName("train_turn")
        self.turn.hide()
        self.asked = label("", "secondary", wrap=True)
        self.asked.setObjectName("train_asked")
        self.felt = Felt(theme)
        self.felt.setObjectName(f"train_felt_{place}")
        self.felt.picked.connect(self.felt_picked)
        self._felt_label = label(tr("Felt"), "small")
        self.more = button("…", f"train_exercise_more_{place}", "quiet")
        self.more.setToolTip(tr("Warm-up sets, note, swap, move, superset, take out"))
        self.more.setMenu(self._menu())
        self.more.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        self.note = QLineEdit()
        self.note.setObjectName(f"train_exercise_note_{place}")
        self.note.setMaxLength(MAX_NOTE)
        self.note.setPlaceholderText(tr("Note on this exercise"))
        self.note.installEventFilter(self)
        self.note.editingFinished.connect(self.commit_note)
        self.note.hide()
        self.add = button(tr("Add a set"), f"train_add_set_{place}", "link")
        self.add.setToolTip(tr("Add a set (Ins)"))
        self.add.clicked.connect(lambda: self.wished.emit("set"))
        self._lay_out()

    def show_exercise(
        self, one: LoggedExercise, facts: ExerciseFacts, lines: Sequence[Line], units: UnitSystem
    ) -> None:
        """Show an exercise as it is now, with its lines."""
        self.facts = facts
        self._mark.show_exercise(facts.exercise)
        name = f"{facts.letter}  {facts.label}" if facts.letter else facts.label
        self.name.setText(name)
        self.name.setToolTip("\n".join(tr(cue) for cue in facts.exercise.cues) if facts.exercise is not None else "")
        self.setAccessibleName(name)
        self.more.setAccessibleName(tr("{exercise}: more", exercise=name))
        self.add.setAccessibleName(tr("{exercise}: add a set", exercise=name))
        self.note.setAccessibleName(tr("{exercise}: note", exercise=name))
        self.felt.name = name
        note = facts.entry.note if facts.entry is not None else ""
        asked = " · ".join(part for part in (facts.asked, facts.how, note) if part)
        self.asked.setText(asked)
        self.asked.setVisible(bool(asked))
        self.felt.show_value(one.felt)
        self._note = one.note
        if not self.note.isModified():
            self.note.setText(one.note)
        self.note.setVisible(bool(one.note) or self.note.hasFocus())
        how = Reading(facts.exercise, units, facts.best_kg, one.sets)
        self._count(len(lines))
        cell = facts.wish.cell
        for widget, line in zip(self.lines, lines, strict=True):
            widget.show_line(line, how, cell, facts.label)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, in its order."""
        return [self.felt, self.more, *(one.field for one in self.lines), self.note, self.add]

    def show_last(self, shown: bool) -> None:
        """Show last time's numbers in a column of their own, or leave them to the fields."""
        for one in self.lines:
            one.show_last(shown)
        self._last_shown = shown

    def put_away(self) -> None:
        """Forget what is being typed: another workout comes."""
        self.note.setModified(False)
        for one in self.lines:
            one.field.give_back()

    def show_turn(self, letter: str) -> None:
        """Say above the first of several that they are done in turns."""
        self.turn.setVisible(letter.endswith("1"))
        self.turn.setText(tr("Superset {letter}: one set of each in turns", letter=letter[:1]))

    def show_possible(self, wishes: Collection[str]) -> None:
        """Which of the wishes about the order would change something (`services.train_order`)."""
        for action in self.more.menu().actions():
            if action.data() in ORDER:
                action.setEnabled(action.data() in wishes)

    def show_felt(self, shown: bool) -> None:
        """How it was felt is asked once something was done."""
        self.felt.setVisible(shown)
        self._felt_label.setVisible(shown)

    def commit_note(self) -> None:
        """Take over the note."""
        if self.note.isModified():
            self.note.setModified(False)
            text = one_line(self.note.text())
            if text != self._note:
                self.noted.emit(text)
        if not self.note.text() and not self.note.hasFocus():
            self.note.hide()

    def open_note(self) -> None:
        """Put the cursor into the note."""
        self.note.show()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.note and not self.note.isModified() and leaves_undo_to_window(event):
            return True
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    _last_shown = True

    def _count(self, count: int) -> None:
        while len(self.lines) > count:
            gone = self.lines.pop()
            gone.field.blockSignals(True)
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.lines) < count:
            at = len(self.lines)
            made = SetLine(self._theme, f"{self._place}_{at}")
            made.put_asked.connect(self.put_asked)
            made.went_on.connect(self.went_on)
            made.stepped.connect(lambda by, at=at: self.stepped.emit(at, by))
            made.focused.connect(self.entered)
            made.field.mended.connect(self.read)
            made.show_last(self._last_shown)
            self._lines.addWidget(made)
            self.lines.append(made)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("train_exercise_menu")
        for name, text, keys in WISHES:
            if name in _RULED_OFF:
                menu.addSeparator()
            action = menu.addAction(f"{tr(text)}\t{keys}" if keys else tr(text))
            action.setObjectName(f"train_{name}")
            action.setData(name)
        menu.triggered.connect(lambda action: self.wished.emit(action.data()))
        return menu

    def _lay_out(self) -> None:
        px = self._theme.px
        head = row(self._mark, self.name, self._felt_label, self.felt, self.more, spacing=px(8))
        head.setStretch(1, 1)
        self._lines = column(spacing=px(4))
        whole = column(
            self.turn,
            head,
            self.asked,
            px(4),
            self._lines,
            row(px(40), self.note, spacing=0),
            row(px(34), self.add, None, spacing=0),
            spacing=px(4),
        )
        whole.setContentsMargins(px(16), px(8), px(12), px(8))
        self.setLayout(whole)
        for one in (self.felt, self.more, self.add):
            one.installEventFilter(self)
