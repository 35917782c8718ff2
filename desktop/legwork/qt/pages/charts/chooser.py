"""The list on the left of the charts: everything that can be followed, in groups, with a box to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from legwork.domain.measures import Family, Measure
from legwork.i18n import mark, tr
from legwork.qt.core.commands import name_part
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.row_actions import offer_rows
from legwork.services.measure_series import Offer

_MEASURE = int(Qt.ItemDataRole.UserRole)
_MISSING = _MEASURE + 1
_GROUP = _MEASURE + 2
_BODY = ("body_weight", "body_fat")
_GROUPS = {
    "girths": mark("Girths"),
    "training": mark("Training"),
    "volumes": mark("Limb volume"),
    "body": mark("Body"),
    "ratios": mark("Ratios"),
    "differences": mark("Left − right"),
    "bare": mark("Under the skin"),
    "muscles": mark("Hard sets by muscle"),
    "strength": mark("Strength"),
    "seldom": mark("Strength, seldom done"),
}
"""Headings in their order, marked for translation."""

FOLDED = ("seldom",)
"""What is folded until it is opened."""

_OF_FAMILY = {
    Family.VOLUME: "volumes",
    Family.RATIO: "ratios",
    Family.BALANCE: "ratios",
    Family.DIFFERENCE: "differences",
    Family.TONNAGE: "training",
    Family.HARD: "training",
    Family.KEPT: "training",
    Family.MUSCLE: "muscles",
}


def group_of(offer: Offer) -> str:
    """Under which heading a measure stands: a key of the groups."""
    measure = offer.measure
    if measure.family is Family.SITE:
        return "body" if measure.name in _BODY else "bare" if measure.name.endswith("_skinfold") else "girths"
    if measure.family is Family.STRENGTH:
        return "seldom" if offer.seldom else "strength"
    return _OF_FAMILY.get(measure.family, "bare")


class MeasureChooser(QTreeWidget):
    """Ticks are the choice. Space ticks what the cursor is on; on a heading it folds and unfolds, as a click does."""

    chosen_changed = Signal()
    folded_changed = Signal()
    missing_pointed = Signal(str)
    """What the measure under the cursor still needs; empty when it needs nothing."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("chart_measures")
        self.setAccessibleName(tr("Measures on the chart"))
        name_part(self, tr("In the list of measures"))
        offer_rows(self, "tick", tr("Put a measure on the chart, or take it off"), "Space", self._on_space)
        self.setHeaderHidden(True)
        self.setIndentation(theme.px(12))
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.folded: set[str] = set(FOLDED)
        self.itemChanged.connect(self._on_changed)
        self.itemClicked.connect(self._on_clicked)
        self.currentItemChanged.connect(self._on_current)

    def show_offers(self, offers: Sequence[Offer], chosen: Sequence[Measure]) -> None:
        """List what can be followed, with ticks at `chosen`."""
        before = self.currentItem()
        current = before.data(0, _MEASURE) if before is not None else None
        with QSignalBlocker(self):
            self.clear()
            for key in _GROUPS:
                members = [offer for offer in offers if group_of(offer) == key]
                if not members:
                    continue
                group = QTreeWidgetItem()
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                group.setFont(0, self._theme.font(12, bold=True))
                group.setForeground(0, self._theme.colour("secondary"))
                group.setData(0, _GROUP, key)
                self.addTopLevelItem(group)
                for offer in members:
                    group.addChild(self._item(offer, offer.measure in chosen))
                self._show_fold(group)
            for item in self._items():
                if item.data(0, _MEASURE) == current:
                    self.setCurrentItem(item)

    def chosen(self) -> list[Measure]:
        """What is ticked, in the order of the list."""
        ticked = (item for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)
        return [Measure.parse(item.data(0, _MEASURE)) for item in ticked]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, keys = self.currentItem(), Qt.Key
        if item is not None and item.parent() is None:
            folded = str(item.data(0, _GROUP)) in self.folded
            way = {keys.Key_Right: True, keys.Key_Left: False}.get(keys(event.key()))
            if event.key() in (keys.Key_Return, keys.Key_Enter) or way is folded:
                self._fold(item)
                return
        super().keyPressEvent(event)

    def _fold(self, group: QTreeWidgetItem) -> None:
        """Fold a group, or unfold it."""
        self.folded ^= {str(group.data(0, _GROUP))}
        with QSignalBlocker(self):
            self._show_fold(group)
        self.folded_changed.emit()

    def _show_fold(self, group: QTreeWidgetItem) -> None:
        """A folded heading says so, and how many of its measures are ticked."""
        key = str(group.data(0, _GROUP))
        folded, text = key in self.folded, tr(_GROUPS[key])
        lines = [group.child(row) for row in range(group.childCount())]
        ticked = sum(one is not None and one.checkState(0) is Qt.CheckState.Checked for one in lines)
        if folded and ticked:
            text = tr("{group} ({count} ticked)", group=text, count=ticked)
        group.setText(0, f"{text} ▸" if folded else text)
        group.setToolTip(0, tr("Click to unfold") if folded else tr("Click to fold"))
        group.setExpanded(not folded)

    def _on_space(self) -> None:
        item = self.currentItem()
        if item is not None and item.parent() is None:
            self._fold(item)
        elif item is not None and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = item.checkState(0) is Qt.CheckState.Checked
            item.setCheckState(0, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        if item.parent() is None:
            self._fold(item)

    def _on_changed(self, item: QTreeWidgetItem) -> None:
        if item.parent() is not None:
            self.chosen_changed.emit()

    def _items(self) -> list[QTreeWidgetItem]:
        groups = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        lines = (group.child(row) for group in groups if group is not None for row in range(group.childCount()))
        return [line for line in lines if line is not None]

    def _item(self, offer: Offer, ticked: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem([offer.label])
        item.setData(0, _MEASURE, str(offer.measure))
        item.setData(0, _MISSING, offer.missing)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setToolTip(0, offer.missing or offer.label)
        if offer.missing:
            item.setForeground(0, self._theme.colour("secondary"))
            item.setText(0, tr("{name} …", name=offer.label))
            item.setData(0, int(Qt.ItemDataRole.AccessibleDescriptionRole), offer.missing)
        else:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setFlags(flags)
        return item

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        self.missing_pointed.emit(item.data(0, _MISSING) or "" if item is not None else "")
