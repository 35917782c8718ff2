"""Lifts typed in within seconds: one line of fields, the estimate as it is typed, and the list of what is there.

Owns the dialog only. What a set may be is `services.lifts`, what it tells is `services.strength_words`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from legwork.domain.days import near_day
from legwork.domain.strength import lift_label, one_rep_max
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.records import MOST_LOAD_KG
from legwork.i18n import ntr, tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.commands import offer_undo
from legwork.qt.core.context import Context
from legwork.qt.core.own_steps import OwnSteps
from legwork.qt.models.facts_table import Column, Fact, FactsOnDemand
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.layout import button, card, column, label, row, set_role
from legwork.qt.widgets.lift_form import LiftForm
from legwork.qt.widgets.row_actions import offer_rows
from legwork.qt.widgets.window_room import open_inside
from legwork.services import strength_words as words
from legwork.services.edit import Changes, Together
from legwork.services.lifts import Lift, RemoveLift, SetLift, lifts_of
from legwork.services.people import Person

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LiftsDialog(QDialog):
    """Each set is kept at once; there is nothing to save."""

    def __init__(self, context: Context, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._person = context, person
        self._steps = OwnSteps(context.runner.stack)
        self._lifts: dict[str, Lift] = {}
        theme = context.theme
        self.setObjectName("lifts_dialog")
        self.setWindowTitle(tr("Lifts of {name}", name=person.name))
        self.setAccessibleName(self.windowTitle())
        self.add = button(tr("Add"), "lift_add", "primary")
        self.remove = button(tr("Remove"), "lift_remove", "quiet")
        close = button(tr("Close"), "lift_close")
        for one, run in ((self.add, self._on_add), (self.remove, self._on_remove), (close, self.accept)):
            one.setAutoDefault(False)
            one.clicked.connect(run)
        self.form = LiftForm(theme, person.units, self.add)
        self.form.edited.connect(self._on_edited)
        self.preview = label("", "secondary", wrap=True)
        self.preview.setObjectName("lift_preview")
        self.preview.setMinimumHeight(theme.px(36))  # two lines: nothing jumps while it is typed
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = self._make_list()
        said = tr("One good set of a lift is enough: the heaviest that you did for its reps.")
        layout = column(
            label(self.windowTitle(), "title"), label(said, "secondary", wrap=True), self.form, self.preview,
            card(self.list, margin=theme.px(8)), row(self.remove, None, close), spacing=theme.px(8),
        )  # fmt: skip
        layout.setStretch(4, 1)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)
        offer_undo(self, self._steps.undo, self._steps.redo)
        context.bus.changed.connect(self._on_changed)
        self._fill()
        open_inside(self, parent, theme, 640, 560)
        self.form.load.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._on_add()
        else:
            super().keyPressEvent(event)

    def _make_list(self) -> FactsTable:
        once = tr("The most you could lift once, worked out from the set; ± holds the truth 8 times in 10")
        columns = (
            Column(tr("Lift")),
            Column(tr("Set"), folds=True),
            Column(tr("Day"), folds=True),
            Column(tr("Once"), once, number=True),
        )
        found = FactsTable(self._context.theme, "lift_list", tr("Lifts, newest first"), columns, grows=False)
        found.setToolTip(tr("Enter takes a set up to change it, Delete removes it"))
        found.doubleClicked.connect(self._on_take_up)
        offer_rows(found, *dialog_keys.LIFT_CHANGE.row, lambda: self._on_take_up(found.currentIndex()))
        offer_rows(found, *dialog_keys.LIFT_REMOVE.row, self._on_remove)
        found.selectionModel().currentRowChanged.connect(self._enable)
        return found

    def _fill(self) -> None:
        """List the newest first; what was chosen stays chosen, else nothing is."""
        chosen = self.list.chosen()
        self._lifts = {
            str(one.id): one
            for one in sorted(lifts_of(self._context.profile, self._person.id), key=lambda one: one.day, reverse=True)
        }
        lifts, units = self._lifts, self._person.units
        self.list.show_facts(FactsOnDemand(tuple(lifts), lambda key: _fact(key, lifts[key], units)))
        if chosen is not None and chosen.key in self._lifts:
            self.list.choose(chosen.key)
        self._enable()

    def _enable(self) -> None:
        self.remove.setEnabled(self.list.chosen() is not None)

    def _say(self, text: str, role: str = "secondary") -> None:
        self.preview.setText(text)
        set_role(self.preview, role)

    def _on_edited(self) -> None:
        """Say what the set tells as far as it is typed; a refusal waits until Enter."""
        try:
            load, reps = self.form.typed_load(), self.form.typed_reps()
            best = one_rep_max(load.value, reps, self.form.rir)
        except (UserError, ValueError):
            self._say("")
            return
        said = words.best_sentence(best, self._person.units)
        place = self.form.key, self.form.chosen_side, self.form.chosen_day
        there = next((one for one in self._lifts.values() if (one.lift, one.side, one.day) == place), None)
        if there is not None:
            old = words.set_text(there.load, there.reps, there.rir)
            said = f"{said} {tr('It takes the place of {set} on that day.', set=old)}"
        self._say(said)

    def _on_add(self) -> None:
        form, field = self.form, self.form.load
        try:
            load = form.typed_load()
            field = form.reps
            reps = form.typed_reps()
            field = form.load if not 0 < load.value <= MOST_LOAD_KG else form.reps
            edit = SetLift(self._person.id, form.chosen_day, form.key, form.chosen_side, load, reps, form.rir)
            if self._context.runner.apply(edit) is None:
                return
        except UserError as error:
            form.refuse(field)
            self._say(str(error), "error")
            return
        self._steps.note()
        form.next_set()
        what = lift_label(edit.lift, edit.side)
        self._say(tr("{lift} is noted: {set}.", lift=what, set=words.set_text(load, reps, edit.rir)))

    def _on_remove(self) -> None:
        chosen = self.list.chosen()
        if chosen is None:
            return
        gone = [self._lifts[key] for key in self.list.chosen_keys() or [chosen.key]]
        edits = tuple(RemoveLift(self._person.id, one.day, one.lift, one.side) for one in gone)
        what = ntr("Remove {count} set", "Remove {count} sets", len(edits))
        if self._context.runner.apply(Together(edits, what)) is None:
            return
        self._steps.note()
        if len(gone) > 1:
            self._say(ntr("{count} set is removed; Ctrl+Z brings it back.",
                          "{count} sets are removed; Ctrl+Z brings them back.", len(gone)))  # fmt: skip
            return
        name = lift_label(gone[0].lift, gone[0].side)
        self._say(tr("{lift} of {day} is removed; Ctrl+Z brings it back.", lift=name, day=chosen.cells[2]))

    def _on_take_up(self, index: QModelIndex) -> None:
        """Put a set of the list into the fields, to change it."""
        if index.isValid():
            self.form.take_up(self._lifts[self.list.facts.fact(index.row()).key])

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if not changes.touches("person", "lift"):
            return
        if changes.everything:
            self._steps.begin_anew()
        person = next((one for one in self._context.people if one.id == self._person.id), None)
        if person is None:  # gone, by another program
            self.reject()
            return
        self._person = person
        self._fill()
        self._on_edited()


def _fact(key: str, one: Lift, units: UnitSystem) -> Fact:
    best = one_rep_max(one.load.value, one.reps, one.rir)
    done, name = words.set_text(one.load, one.reps, one.rir), lift_label(one.lift, one.side)
    day = near_day(one.day, date.today())
    once = words.best_text(best, units) if best else "–"
    spoken = tr("{day}, {lift}: {set}. {best}", day=day, lift=name, set=done, best=words.best_sentence(best, units))
    hints = ((3, words.formulas_text(best, units)),) if best else ()
    return Fact(key, (name, done, day, once), "", spoken, "text", hints)
