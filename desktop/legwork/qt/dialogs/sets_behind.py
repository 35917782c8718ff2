"""The sets behind a number: which they are, how each is counted, what it brings, and what they come to.

Owns the dialog. Which sets these are, and their words, is `services.sets_behind`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from legwork.domain.days import full_day
from legwork.i18n import mark, ntr, ptr, tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.beside import BesideDialog
from legwork.qt.models.facts_table import Column, Fact, FactsOnDemand
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.layout import button, card, column, label, row
from legwork.qt.widgets.row_actions import offer_rows
from legwork.services.copying import table_text
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.profile import Profile
from legwork.services.sets_behind import BehindRow, Question, SetsBehind, answer

_TABLES = ("workout", "workout_exercise", "workout_set", "own_exercise", "choice", "check_in", "reading", "person")
_ORDERS = (
    ("day", mark("Day"), False), ("workout", mark("Workout"), False), ("exercise", mark("Exercise"), False),
    ("typed", mark("Load and reps"), True), ("brings", mark("What it brings"), True),
)  # fmt: skip
"""What it can be ordered by, and whether the largest comes first. The columns have these places, but for the words."""
_COLUMN_ORDERS = ("day", "workout", "exercise", "typed", "", "brings")
_AHEAD = 64
"""So many rows are worded at once while one scrolls."""
_AT_ONCE = 2_000
"""More rows than this are copied in the background."""


def show_sets(context: Context, question: Question, parent: QWidget) -> None:
    """Open it beside the window; edits and undo go on."""
    if context.person is not None:
        SetsBehindDialog(context, context.person, question, parent).show()


class SetsBehindDialog(BesideDialog):
    """Follows the data while it is open."""

    tables = _TABLES

    def __init__(self, context: Context, person: Person, question: Question, parent: QWidget) -> None:
        super().__init__(context, person, parent)
        self._question = question
        self._asked, self._copying = Latest(context.worker, self), Latest(context.worker, self)
        self._asked.done.connect(self._on_answered)
        self._copying.done.connect(self._copied)
        self.found: SetsBehind | None = None
        self._order: list[int] = []
        self._by, self._falling = "day", False
        theme = context.theme
        self.setObjectName("sets_behind_dialog")
        self.setWindowTitle(tr("{number}: the sets behind it", number=question.title))
        self.setAccessibleName(self.windowTitle())
        self.title = label(question.title, "title", wrap=True)
        self.title.setObjectName("sets_behind_title")
        self.about = _said("secondary", "sets_behind_about")
        self.unknown = _said("caution", "sets_behind_unknown")
        self.total = _said("section", "sets_behind_total")
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.order = QComboBox()
        self.order.setObjectName("sets_behind_order")
        name_chooser(self.order, tr("In the order of"))
        for key, text, falling in _ORDERS:
            self.order.addItem(tr(text), (key, falling))
        self.order.activated.connect(self._on_order)
        self.list = self._make_list()
        self.opener = button(tr("Open workout"), "sets_behind_open")
        self.copy = button(tr("Copy as table"), "sets_behind_copy", "quiet")
        self.copy.setToolTip(tr("The selected sets, or all of them (Ctrl+C)"))
        close = button(tr("Close"), "sets_behind_close", "quiet")
        for one, run in ((self.opener, self._on_open), (self.copy, self._on_copy), (close, self.close)):
            one.setAutoDefault(False)
            one.clicked.connect(run)
        ordered = row(self.about, label(tr("In the order of"), "secondary"), self.order, spacing=theme.px(8))
        ordered.setStretch(0, 1)
        layout = column(
            self.title, ordered, self.unknown, card(self.list, margin=theme.px(8)),
            row(self.total, theme.px(30), spacing=0),  # below the numbers that it is the sum of
            row(self.opener, self.copy, None, close), spacing=theme.px(8),
        )  # fmt: skip
        layout.setStretch(3, 1)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)
        self._follow()
        self._fit(960, 600, edge=32)
        self._ask()
        self.list.setFocus()

    @property
    def busy(self) -> bool:
        """Whether the sets are still being looked for, or copied."""
        return self._asked.busy or self._copying.busy

    def done(self, result: int) -> None:
        self._asked.drop()
        self._copying.drop()
        super().done(result)

    # How it is laid out

    def _make_list(self) -> FactsTable:
        columns = (
            Column(tr("Day")),
            Column(tr("Workout")),
            Column(tr("Exercise")),
            Column(tr("Set"), tr("As it was typed")),
            Column(tr("How it is counted"), folds=True),
            Column(tr("Brings"), tr("What the set adds to the number"), number=True),
        )
        said = tr("Sets; Enter opens the workout")
        found = FactsTable(self._context.theme, "sets_behind_list", said, columns, grows=False, copy=self._on_copy)
        header = found.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_section)
        found.doubleClicked.connect(self._on_open)
        offer_rows(found, *dialog_keys.SETS_OPEN.row, self._on_open)
        found.selectionModel().currentRowChanged.connect(self._enable)
        return found

    # From the data to the screen

    def _ask(self) -> None:
        if self.found is None:
            self.about.setText(tr("Looking for the sets…"))
        work = partial(_answer, self._context.profile, self._person, self._question)
        self._asked.ask(tr("Looking for the sets"), work)

    def _on_answered(self, found: SetsBehind) -> None:
        self.found = found
        self._show()

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        rows = found.rows
        about = ntr("{count} set brings something to it.", "{count} sets bring something to it.", len(rows))
        self.about.setText(about if rows else tr("No set brings anything to it."))
        self.unknown.setText(found.unknown_text)
        self.unknown.setVisible(bool(found.unknown_text))
        self.total.setText(tr("Together: {number}", number=found.total))
        self.copy.setEnabled(bool(rows))
        self._order = rows.sorted_by(self._by)
        if self._falling:
            self._order.reverse()
        order = self._order
        stands = [0] * len(order)
        for at, place in enumerate(order):
            stands[place] = at

        def fact(key: str) -> Fact:
            at = stands[int(key)]
            rows.word(order[at : at + _AHEAD])
            return _fact(key, rows[order[at]])

        before = self.list.chosen()
        self.list.show_facts(FactsOnDemand(tuple(map(str, order)), fact))
        self._mark_order()
        if before is not None:
            self.list.choose(before.key)
        elif rows:
            self.list.setCurrentIndex(self.list.facts.index(0, 0))
            self.list.clearSelection()
        self._enable()

    def _mark_order(self) -> None:
        header = self.list.horizontalHeader()
        section = _COLUMN_ORDERS.index(self._by)
        way = Qt.SortOrder.DescendingOrder if self._falling else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, way)
        self.order.setCurrentIndex(next(at for at, one in enumerate(_ORDERS) if one[0] == self._by))

    def _enable(self) -> None:
        self.opener.setEnabled(self.list.chosen() is not None)

    # What the person does

    def _on_section(self, section: int) -> None:
        key = _COLUMN_ORDERS[section]
        usual = next((falling for one, _, falling in _ORDERS if one == key), False)
        if key:
            self._sort(key, not self._falling if key == self._by else usual)
        else:
            self._mark_order()

    def _on_order(self) -> None:
        self._sort(*self.order.currentData())

    def _sort(self, by: str, falling: bool) -> None:
        self._by, self._falling = by, falling
        self._show()

    def _on_open(self, _index: QModelIndex | None = None) -> None:
        chosen = self.list.chosen()
        if chosen is not None and self.found is not None:
            workout = self.found.rows[int(chosen.key)].workout_id
            self.close()
            self._context.navigate.emit(f"train/{workout}")

    def _on_copy(self) -> None:
        if self.found is None or self._copying.busy:
            return
        places = [int(one) for one in self.list.chosen_keys()] or self._order
        titles = [one.title for one in self.list.facts.columns]
        if len(places) <= _AT_ONCE:
            self._copied(_as_text(titles, self.found, places))
            return
        self._copying.ask(tr("Copying the sets"), partial(_copy, titles, self.found, places), visible=True)

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.about.setText(tr("Copied. A spreadsheet takes it as a table."))


def _said(role: str, name: str) -> QLabel:
    made = label("", role, wrap=True)
    made.setObjectName(name)
    made.setVisible(role != "caution")
    return made


def _fact(key: str, one: BehindRow) -> Fact:
    cells = (full_day(one.day), one.workout, one.exercise, one.typed, one.how, one.brings_text)
    spoken = tr(
        "{day}, {exercise} {set}: {how}. Brings {brings}.",
        day=cells[0], exercise=one.exercise, set=one.typed, how=one.how, brings=one.brings_text,
    )  # fmt: skip
    return Fact(key, cells, spoken=spoken)


def _answer(profile: Profile, person: Person, question: Question, _task: Task) -> SetsBehind:
    return answer(profile, person, counting_lookup(profile, person), question)


def _copy(titles: Sequence[str], found: SetsBehind, places: Sequence[int], task: Task) -> str:
    for at in range(0, len(places), _AHEAD):
        found.rows.word(places[at : at + _AHEAD])
        task.breathe()
    return _as_text(titles, found, places)


def _as_text(titles: Sequence[str], found: SetsBehind, places: Sequence[int]) -> str:
    """With a heading and the sum, as spreadsheets take them."""
    found.rows.word(places)
    lines = [_fact("", found.rows[one]).cells for one in places]
    if len(places) == len(found.rows):
        lines.append((ptr("sum", "Together"), *("",) * (len(titles) - 2), found.total))
    return table_text(titles, lines)
