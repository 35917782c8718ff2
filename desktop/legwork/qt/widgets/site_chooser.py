"""Choosing which sites are measured, and in which order: check marks, drag, or Alt with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from legwork.domain.sites import Side, spot_label
from legwork.domain.units import unit_of
from legwork.i18n import ntr, tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.row_actions import offer_copy, offer_rows, put_table
from legwork.qt.widgets.two_ends import TwoEndsLayout
from legwork.services.people import Person

_KEY = int(Qt.ItemDataRole.UserRole)


class SiteChooser(QWidget):
    """All sites of a person, those they track first."""

    chosen = Signal(tuple)
    """The keys of the tracked sites, in order."""
    delete_asked = Signal(str)

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._person: Person | None = None
        self.list = QListWidget()
        self.list.setObjectName("site_list")
        self.list.setAccessibleName(tr("Sites"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumHeight(theme.px(320))
        self.list.itemChanged.connect(self._on_changed)
        self.list.model().rowsMoved.connect(self._on_changed)
        self.list.currentItemChanged.connect(self._on_current)
        self.up = button(tr("Up"), "site_up", "quiet")
        self.down = button(tr("Down"), "site_down", "quiet")
        self.delete = button(tr("Delete this site"), "site_delete", "quiet")
        self.up.setIcon(icons.icon("arrow-up"))
        self.down.setIcon(icons.icon("arrow-down"))
        self.delete.setIcon(icons.icon("trash"))
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.delete.clicked.connect(self._on_delete)
        up = offer_rows(self.list, "site_up", tr("Move the site up"), "Alt+Up", self._on_up)
        down = offer_rows(self.list, "site_down", tr("Move the site down"), "Alt+Down", self._on_down)
        self._delete = offer_rows(self.list, "delete", tr("Delete this site"), "Del", self._on_delete)
        offer_copy(self.list, self._on_copy)
        for one, action in ((self.up, up), (self.down, down), (self.delete, self._delete)):
            share_keys(one, action)
        self.count = label("", "small")
        below = TwoEndsLayout(row(self.up, self.down, self.delete, None), row(self.count), spacing=8)
        self.setLayout(column(self.list, below, spacing=8))

    def show_person(self, person: Person) -> None:
        """List the sites of a person."""
        current = self.list.currentItem()
        kept = current.data(_KEY) if current is not None else None
        self._person = person
        rest = [site for site in person.all_sites if site.key not in person.tracked]
        with QSignalBlocker(self.list):
            self.list.clear()
            for site in (*person.tracked_sites, *rest):
                item = QListWidgetItem(spot_label(site, Side.NONE))
                item.setData(_KEY, site.key)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                tracked = site.key in person.tracked
                item.setCheckState(Qt.CheckState.Checked if tracked else Qt.CheckState.Unchecked)
                self.list.addItem(item)
                if site.key == kept:
                    self.list.setCurrentItem(item)
        self.count.setText(ntr("{count} value a week", "{count} values a week", len(person.spots)))
        self._on_current()

    def _on_changed(self) -> None:
        items = [self.list.item(place) for place in range(self.list.count())]
        keys = tuple(item.data(_KEY) for item in items if item.checkState() is Qt.CheckState.Checked)
        if self._person is not None and keys != self._person.tracked:
            self.chosen.emit(keys)

    def _on_current(self) -> None:
        item = self.list.currentItem()
        own = {site.key for site in self._person.own_sites} if self._person else set()
        mine = item is not None and item.data(_KEY) in own
        self.delete.setVisible(mine)
        self._delete.setVisible(mine)
        self._delete.setEnabled(mine)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        place = self.list.currentRow()
        if 0 <= place < self.list.count() and 0 <= place + step < self.list.count():
            with QSignalBlocker(self.list):
                self.list.insertItem(place + step, self.list.takeItem(place))
                self.list.setCurrentRow(place + step)
            self._on_changed()

    def _on_copy(self) -> None:
        """All of them, as they stand here."""
        assert self._person is not None
        rows = []
        for item in map(self.list.item, range(self.list.count())):
            site = self._person.site(item.data(_KEY))
            tracked = item.checkState() is Qt.CheckState.Checked
            rows.append((item.text(), unit_of(site.kind, self._person.units), tr("yes") if tracked else tr("no")))
        put_table((tr("Sites"), tr("Unit"), tr("On the check-in")), rows)

    def _on_delete(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.delete_asked.emit(item.data(_KEY))
