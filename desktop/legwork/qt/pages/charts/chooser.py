"""The list on the left of the charts: everything that can be followed, in groups, with a box to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from legwork.domain.measures import Family, Measure
from legwork.i18n import mark, tr
from legwork.qt.core.theme import ThemeManager
from legwork.services.measures import Offer

_MEASURE = int(Qt.ItemDataRole.UserRole)
_MISSING = _MEASURE + 1
_BODY = ("body_weight", "body_fat")
_GROUPS = (
    mark("Girths"), mark("Limb volume"), mark("Body"), mark("Ratios"), mark("Left − right"), mark("Under the skin"),
)  # fmt: skip


def group_of(measure: Measure) -> str:
    """Under which heading a measure stands; marked for translation."""
    girths, volumes, body, ratios, differences, bare = _GROUPS
    if measure.family is Family.SITE:
        return body if measure.name in _BODY else bare if measure.name.endswith("_skinfold") else girths
    return {Family.VOLUME: volumes, Family.RATIO: ratios, Family.BALANCE: ratios, Family.DIFFERENCE: differences}.get(
        measure.family, bare
    )


class MeasureChooser(QTreeWidget):
    """Ticks are the choice. Space ticks what the cursor is on."""

    chosen_changed = Signal()
    missing_pointed = Signal(str)
    """What the measure under the cursor still needs; empty when it needs nothing."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("chart_measures")
        self.setAccessibleName(tr("Measures on the chart"))
        self.setHeaderHidden(True)
        self.setIndentation(theme.px(12))
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(self.chosen_changed)
        self.currentItemChanged.connect(self._on_current)

    def show_offers(self, offers: Sequence[Offer], chosen: Sequence[Measure]) -> None:
        """List what can be followed, with ticks at `chosen`."""
        before = self.currentItem()
        current = before.data(0, _MEASURE) if before is not None else None
        with QSignalBlocker(self):
            self.clear()
            for heading in _GROUPS:
                members = [offer for offer in offers if group_of(offer.measure) == heading]
                if not members:
                    continue
                group = QTreeWidgetItem([tr(heading)])
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                group.setFont(0, self._theme.font(12, bold=True))
                group.setForeground(0, self._theme.colour("secondary"))
                self.addTopLevelItem(group)
                for offer in members:
                    group.addChild(self._item(offer, offer.measure in chosen))
                group.setExpanded(True)
            for item in self._items():
                if item.data(0, _MEASURE) == current:
                    self.setCurrentItem(item)

    def chosen(self) -> list[Measure]:
        """What is ticked, in the order of the list."""
        ticked = (item for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)
        return [Measure.parse(item.data(0, _MEASURE)) for item in ticked]

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
