"""Changes of the training programme: days with a few words, which the charts mark with a flag."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from legwork.domain.days import full_day
from legwork.errors import UserError
from legwork.i18n import ntr, ptr, tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.context import Context
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.layout import button, card, column, label, row
from legwork.qt.widgets.row_actions import chosen_rows, offer_copy, offer_rows, put_table, selected_rows
from legwork.services.edit import Changes, Edit, Together
from legwork.services.people import Person
from legwork.services.programme import (
    AddProgrammeChange,
    DeleteProgrammeChange,
    EditProgrammeChange,
    ProgrammeChange,
    programme_changes,
)

_ID = int(Qt.ItemDataRole.UserRole)


class ProgrammeDialog(QDialog):
    """Lists the changes; one is added, or the chosen one is changed or deleted. Each is kept at once."""

    def __init__(self, context: Context, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._person = context, person
        self._changes: dict[int, ProgrammeChange] = {}
        theme = context.theme
        self.setObjectName("programme_dialog")
        self.setWindowTitle(tr("Programme changes"))
        self.list = QListWidget()
        self.list.setObjectName("programme_list")
        self.list.setAccessibleName(tr("Programme changes"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.currentItemChanged.connect(self._on_current)
        offer_rows(self.list, *dialog_keys.PROGRAMME_DELETE.row, self._on_delete)
        offer_copy(self.list, self._on_copy)
        self.day = DayField(date.today())
        self.day.setObjectName("programme_day")
        self.day.setAccessibleName(tr("From which day"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(tr("d MMM yyyy"))
        self.text = QLineEdit()
        self.text.setObjectName("programme_text")
        self.text.setAccessibleName(tr("What changes"))
        self.text.setPlaceholderText(tr("Two leg days a week, squats first"))
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("programme_refusal")
        self.add = button(tr("Add"), "programme_add", "primary")
        self.change = button(ptr("button", "Change"), "programme_change")
        self.delete = button(tr("Delete"), "programme_delete", "quiet")
        close = button(tr("Close"), "programme_close")
        for one, run in (
            (self.add, self._on_add), (self.change, self._on_change), (self.delete, self._on_delete),
            (close, self.accept),
        ):  # fmt: skip
            one.setAutoDefault(False)
            one.clicked.connect(run)
        self.text.returnPressed.connect(self._on_add)
        said = tr("A flag on the charts shows when your training changed, so that you can see what it did.")
        entry = row(self.day, self.text, spacing=theme.px(8))
        entry.setStretch(1, 1)
        layout = column(
            label(tr("Programme changes"), "section"), label(said, "secondary", wrap=True),
            card(self.list, margin=8), entry, self.refusal, row(self.delete, None, self.change, self.add, close),
            spacing=theme.px(12),
        )  # fmt: skip
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        self.resize(theme.px(560), theme.px(420))
        context.bus.changed.connect(self._on_changed)
        self._fill()
        self.text.setFocus()

    def _fill(self) -> None:
        chosen = self._chosen()
        self._changes = {one.id: one for one in programme_changes(self._context.profile, self._person.id)}
        self.list.clear()
        for one in self._changes.values():
            item = QListWidgetItem(tr("{day}: {text}", day=full_day(one.day), text=one.text))
            item.setData(_ID, one.id)
            self.list.addItem(item)
            if chosen is not None and one.id == chosen.id:
                self.list.setCurrentItem(item)
        self._enable()

    def _chosen(self) -> ProgrammeChange | None:
        item = self.list.currentItem()
        return self._changes.get(item.data(_ID)) if item is not None else None

    def _enable(self) -> None:
        self.change.setEnabled(self._chosen() is not None)
        self.delete.setEnabled(self._chosen() is not None)

    def _run(self, edit: Edit) -> bool:
        try:
            done = self._context.runner.apply(edit) is not None
        except UserError as error:
            self.refusal.setText(str(error))
            return False
        self.refusal.clear()
        return done

    def _on_current(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.day.setDate(to_qdate(chosen.day))
            self.text.setText(chosen.text)
        self._enable()

    def _on_add(self) -> None:
        self.list.setCurrentItem(None)  # type: ignore[call-overload]
        if self._run(AddProgrammeChange(self._person.id, to_date(self.day.date()), self.text.text())):
            self.text.clear()

    def _on_change(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._run(EditProgrammeChange(chosen.id, to_date(self.day.date()), self.text.text()))

    def _on_delete(self) -> None:
        chosen = [self._changes[self.list.item(row).data(_ID)] for row in chosen_rows(self.list)]
        edits = tuple(DeleteProgrammeChange(one.id, one.text) for one in chosen)
        what = ntr("Delete {count} programme change", "Delete {count} programme changes", len(edits))
        if edits and self._run(Together(edits, what)):
            self.text.clear()

    def _on_copy(self) -> None:
        rows = selected_rows(self.list) or range(self.list.count())
        shown = [self._changes[self.list.item(row).data(_ID)] for row in rows]
        put_table((tr("From which day"), tr("What changes")), [(one.day.isoformat(), one.text) for one in shown])

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.touches("programme_change"):
            self._fill()
