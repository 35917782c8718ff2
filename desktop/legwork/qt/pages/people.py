"""Who is measured here: their facts, changed at once, and turning from one person to another."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from legwork.domain.days import full_day
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.i18n import mark, ntr, tr
from legwork.qt.core.context import Context
from legwork.qt.dialogs.limb_lengths import LimbLengthsDialog
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import Page, button, card, label, row, scrolled
from legwork.qt.widgets.person_form import FACTS, PersonForm, facts_of
from legwork.qt.widgets.row_actions import offer_copy, offer_rows, put_table
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.services import check_ins, due
from legwork.services.people import AddPerson, ChangePerson, DeletePerson

_UID = int(Qt.ItemDataRole.UserRole)


class PeoplePage(Page):
    """The list of people, and the facts about the one who is looked at."""

    name = "people"
    title = mark("People")
    tables = ("person", "check_in")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.list = QListWidget()
        self.list.setObjectName("people_list")
        self.list.setAccessibleName(tr("People"))
        self.list.setMinimumWidth(context.theme.px(96))
        self.list.currentItemChanged.connect(self._on_chosen)
        self.form = PersonForm(context.theme)
        self.form.changed.connect(self._on_fact_changed)
        self.count = label("", wrap=True)
        self.since = label("", "small", wrap=True)
        self.add = button(tr("Add a person"), "add_person")
        self.add.setIcon(context.icons.icon("plus"))
        self.add.clicked.connect(self._on_add)
        self.lengths = button(tr("Limb lengths…"), "limb_lengths", "quiet")
        self.lengths.setIcon(context.icons.icon("ruler"))
        self.lengths.clicked.connect(self._on_lengths)
        self.delete = button(tr("Delete this person"), "delete_person", "quiet")
        self.delete.setIcon(context.icons.icon("trash"))
        self.delete.clicked.connect(self._on_delete)
        for one, action in (
            (self.delete, offer_rows(self.list, "delete", self.delete.text(), "Del", self._on_delete)),
            (self.lengths, offer_rows(self.list, "lengths", self.lengths.text(), (), self._on_lengths)),
            (self.add, offer_rows(self.list, "add", self.add.text(), (), self._on_add, needs_row=False)),
        ):
            share_keys(one, action)
        offer_copy(self.list, self._on_copy)
        left = card(self.list, self.add, margin=12)
        left.setMaximumWidth(context.theme.px(236))
        facts = card(label(tr("About the person"), "section"), self.form, None)
        kept = card(
            label(tr("What is kept"), "section"),
            self.count,
            self.since,
            row(self.lengths, None),
            row(self.delete, None),
            None,
        )
        gap = context.theme.px(16)
        content = QWidget()
        content.setLayout(SideBySide(facts, kept, wide=context.theme.px(800), spacing=gap, gap=gap, shares=(5, 3)))
        content.setMaximumWidth(context.theme.px(1028))
        shown = scrolled(content, "people_facts", tr("About the person"))
        shown.setMinimumWidth(content.minimumSizeHint().width() + gap)  # large text: the list is what gives way
        both = row(left, shown, spacing=16)
        both.setStretch(1, 1)
        self.body.addLayout(both, 1)

    def leave(self) -> None:
        self.form.take_all()

    def refresh(self) -> None:
        person = self.context.person
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in self.context.people:
                item = QListWidgetItem(one.name)
                item.setData(_UID, one.uid)
                self.list.addItem(item)
                if person is not None and one.uid == person.uid:
                    self.list.setCurrentItem(item)
        shown = self.list.currentItem()
        self.lengths.setEnabled(person is not None and shown is not None and shown.data(_UID) == person.uid)
        if person is None:
            return
        self.form.show_person(person)
        days = check_ins.check_in_days(self.context.profile, person.id)
        count = len(due.tape_days(self.context.profile, person))
        more = len(days) - count
        said = [ntr("{count} check-in", "{count} check-ins", count)]
        if more:
            said.append(ntr("{count} more day without the tape", "{count} more days without the tape", more))
        self.count.setText(", ".join(said))
        span = (full_day(min(days.values())), full_day(max(days.values()))) if days else ("", "")
        self.since.setText(tr("The first on {first}, the last on {last}", first=span[0], last=span[1]))
        self.since.setVisible(len(days) > 1)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.context.look_at(item.data(_UID))

    def _on_fact_changed(self, field: str, value: object) -> None:
        person = self.context.person
        if person is None:
            return
        try:
            self.context.runner.apply(ChangePerson(person.id, field, value, person.name))
        except UserError as error:
            self.form.refuse(field, str(error))

    def _on_add(self) -> None:
        taken = {one.name for one in self.context.people}
        number = len(taken) + 1
        while (name := tr("Person {number}", number=number)) in taken:
            number += 1
        known = {one.uid for one in self.context.people}
        person = self.context.person
        self.context.runner.apply(AddPerson(name, units=person.units if person else UnitSystem.METRIC))
        new = next((one for one in self.context.people if one.uid not in known), None)
        if new is not None:
            self.context.look_at(new.uid)
            self.form.name.setFocus()
            self.form.name.selectAll()

    def _on_copy(self) -> None:
        put_table([tr(one) for one in FACTS.values()], [facts_of(one) for one in self.context.people])

    def _on_lengths(self) -> None:
        self.form.take_all()  # a stature just typed counts already
        if self.context.person is None:
            return
        dialog = LimbLengthsDialog(self.context, self)
        dialog.exec()
        dialog.deleteLater()

    def _on_delete(self) -> None:
        person = self.context.person
        if person is not None:
            self.context.runner.apply(DeletePerson(person.id, person.name))
