"""One lift: its maximum with the error, where it went, left and right, and its records, each with its day.

Owns how these stand together. A record is opened by click or Enter: what is opened is asked of whoever listens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column, Fact
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.layout import button, column, label, row, set_role
from legwork.qt.widgets.region_mark import RegionMark
from legwork.services.train_records import LiftRecords, RecordRow
from legwork.services.train_strength import LiftRow, Went, times_words

SIGNS = {
    Went.UP: ("▲", "good"), Went.DOWN: ("▼", "caution"), Went.SAME: ("~", "secondary"), Went.UNKNOWN: ("", "secondary"),
}  # fmt: skip
"""The sign of each course, and its colour: never the colour alone."""

MOST = 12
"""So many records are shown at first."""

_Cells = Callable[[RecordRow], tuple[str, ...]]


class LiftDetail(QWidget):
    """Shows one lift; `show_records` fills its tables once they are worked out."""

    closed = Signal()
    open_asked = Signal(int)
    sets_asked = Signal(object)
    line_asked = Signal()

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._lift: LiftRow | None = None
        self.setObjectName("train_lift")
        self.back = button(tr("All lifts"), "train_lift_back", "quiet")
        self.back.setToolTip(tr("Back to all lifts (Esc)"))
        self.back.setIcon(icons.icon("caret-left"))
        self.back.clicked.connect(self.closed)
        self.line = button(tr("See the line"), "train_lift_line", "link")
        self.line.setToolTip(tr("Its course on the Charts page"))
        self.line.clicked.connect(self.line_asked)
        self._mark = RegionMark(theme)
        self.name = label("", "section", wrap=True)
        self.name.setObjectName("train_lift_name")
        self.now = label("", "title")
        self.now.setObjectName("train_lift_now")
        self.change = label("", "secondary", wrap=True)
        self.change.setObjectName("train_lift_change")
        self.sides = label("", "secondary", wrap=True)
        self.sides.setObjectName("train_lift_sides")
        self.last = button("", "train_lift_last", "link")
        self.last.setToolTip(tr("Open this workout"))
        self.last.clicked.connect(self._on_last)
        self._busy = label(tr("Looking for records…"), "secondary")
        title = row(self._mark, self.name, spacing=theme.px(8))
        title.setStretch(1, 1)
        self.reps = _Records(
            theme, tr("Best load by reps"), "train_lift_reps",
            (Column(tr("Reps")), Column(tr("Best load"), number=True), Column(tr("Day"), number=True)),
        )  # fmt: skip
        self.maximum = _Records(
            theme, tr("Records by estimated maximum"), "train_lift_maximum",
            (Column(tr("Day")), Column(tr("One rep"), tr("~: higher than before, but within the error"), number=True)),
        )  # fmt: skip
        self.tonnage = _Records(
            theme, tr("Records by tonnage of a session"), "train_lift_tonnage",
            (Column(tr("Day")), Column(tr("In all"), number=True)),
        )  # fmt: skip
        for table in (self.reps, self.maximum, self.tonnage):
            table.chosen.connect(self._on_chosen)
        head = column(
            row(self.back, None, self.line), theme.px(4), title, self.now, self.change, self.sides,
            row(self.last, None), spacing=theme.px(4),
        )  # fmt: skip
        self.setLayout(
            column(head, self._busy, self.reps, self.maximum, self.tonnage, None, spacing=theme.px(12))
        )  # fmt: skip

    def show_lift(self, lift: LiftRow) -> None:
        """Show what is known of a lift without its records."""
        other = self._lift is None or self._lift.key != lift.key
        self._lift = lift
        self._mark.show_exercise(lift.exercise)
        self.name.setText(lift.label)
        self.setAccessibleName(lift.spoken)
        self.now.setText(lift.now or tr("no estimate"))
        self.now.setToolTip(lift.hint)
        self.now.setAccessibleDescription(lift.hint)
        sign, role = SIGNS[lift.went]
        self.change.setText(f"{sign} {_sentence(lift.change)}".strip())
        self.change.setVisible(bool(lift.change))
        set_role(self.change, role)
        self.sides.setText(_sentence(lift.sides))
        self.sides.setVisible(bool(lift.sides))
        set_role(self.sides, "" if lift.apart else "secondary")
        self.last.setText(tr("Last done {when}", when=lift.last))
        self.last.setAccessibleName(tr("{text}, {times}", text=self.last.text(), times=times_words(lift.times)))
        self.line.setVisible(bool(lift.now))
        if other:
            self._show(None)

    def show_records(self, found: LiftRecords) -> None:
        """Fill the tables."""
        self._show(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, found: LiftRecords | None) -> None:
        self._busy.setVisible(found is None)
        for table in (self.reps, self.maximum, self.tonnage):
            table.setVisible(found is not None)
        if found is None or self._lift is None:
            return
        name = self._lift.label
        none = tr("None yet: a first session sets what there is to beat.")
        self.reps.show_rows(found.by_reps, _rep_cells, name, tr("No set with a known load yet."))
        self.maximum.show_rows(found.by_maximum, _maximum_cells, name, none)
        self.tonnage.show_rows(found.by_tonnage, _tonnage_cells, name, none)

    def _on_last(self) -> None:
        if self._lift is not None:
            self.open_asked.emit(self._lift.last_workout)

    def _on_chosen(self, one: RecordRow) -> None:
        if self.sender() is self.tonnage and not one.several:
            self.sets_asked.emit(one)
        else:
            self.open_asked.emit(one.workout_id)


class _Records(QWidget):
    """A heading with a table below it, or a sentence where there is nothing."""

    chosen = Signal(object)

    def __init__(self, theme: ThemeManager, title: str, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self._rows: tuple[RecordRow, ...] = ()
        self.table = _Table(theme, name, title, columns)
        self.table.picked.connect(self._on_chosen)
        self._none = label("", "secondary", wrap=True)
        self.more = button("", f"{name}_all", "link")
        self.more.clicked.connect(self._on_more)
        self._said: tuple[_Cells, str] = (_tonnage_cells, "")
        heading = label(title)
        heading.setFont(theme.font(13, bold=True))
        self.setLayout(column(heading, self._none, self.table, row(self.more, None), spacing=theme.px(4)))

    def show_rows(self, rows: Sequence[RecordRow], cells: _Cells, lift: str, none: str) -> None:
        """Show the first records of a lift (its name), or that there are none."""
        self._rows, self._said = tuple(rows), (cells, lift)
        self._show(MOST)
        self.table.setVisible(bool(rows))
        self._none.setText(none)
        self._none.setVisible(not rows)

    def _show(self, most: int) -> None:
        cells, lift = self._said
        facts = []
        for place, one in enumerate(self._rows[:most]):
            texts = cells(one)
            before = tr("before: {value}", value=one.before) if one.before else ""
            spoken = ", ".join(part for part in (lift, *texts, before) if part)
            hints = ((1, before),) if before else ()
            facts.append(Fact(f"{place} {one.workout_id}", texts, spoken=spoken, hints=hints))
        self.table.show_facts(facts)
        self.more.setVisible(len(self._rows) > most)
        self.more.setText(tr("Show all {count}", count=len(self._rows)))
        self.more.setAccessibleName(f"{self.table.accessibleName()}: {self.more.text()}")

    def _on_more(self) -> None:
        self._show(len(self._rows))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.selectRow(MOST)

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit(self._rows[int(key.partition(" ")[0])])


class _Table(FactsTable):
    """Facts that are opened by a click or by Enter."""

    picked = Signal(str)
    """The key of a fact."""

    def __init__(self, theme: ThemeManager, name: str, said: str, columns: Sequence[Column]) -> None:
        super().__init__(theme, name, said, columns)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._on_clicked(index)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(self.facts.key(index.row()))


def _rep_cells(one: RecordRow) -> tuple[str, ...]:
    return one.what, one.value, one.when


def _maximum_cells(one: RecordRow) -> tuple[str, ...]:
    value = f"~ {one.value}" if one.within_error else one.value
    return tr("{day}, {side}", day=one.when, side=one.what) if one.what else one.when, value


def _tonnage_cells(one: RecordRow) -> tuple[str, ...]:
    return one.when, one.value


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
