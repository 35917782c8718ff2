"""The first rows of a table, and above each column the boxes that say what it holds and in which unit.

Owns this table and its keys. What becomes of a choice is for whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from legwork.formats.mapping import MOST_COLUMNS, Role, TableMapping, units_of
from legwork.i18n import ptr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.layout import row
from legwork.qt.widgets.row_actions import offer_copy, put_table
from legwork.qt.widgets.short_box import ShortBox
from legwork.qt.widgets.wheel import calm
from legwork.qt.widgets.word_search import findable
from legwork.services.mapping_choices import Choice, choice_of, meant, unit_words
from legwork.services.mapping_look import Sample

_ABOVE = 3
_WHAT, _UNIT, _WHY = 0, 1, 2
_AT_ONCE = 4
_WIDTH = 200


class MapperTable(QTableWidget):
    """Two lines of boxes and one that says why, then the first rows below the names."""

    use_chosen = Signal(int, object)
    """The place of a column, and the Choice for it."""
    unit_chosen = Signal(int, str)

    def __init__(self, theme: ThemeManager, before: QWidget) -> None:
        """before: from it, Tab goes on to the first box; the boxes are made when all else has its place already."""
        super().__init__()
        self._theme, self._before = theme, before
        self._choices: tuple[Choice, ...] = ()
        self._offer = QStandardItemModel(self)
        self._boxes: list[tuple[QComboBox, QComboBox]] = []
        self._names: list[str] = []
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._make_boxes)
        self.setObjectName("mapper_table")
        self.setAccessibleName(tr("The first rows of the table, and what each column holds"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        offer_copy(self, self._on_copy)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(theme.px(120))
        side = self.verticalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setHighlightSections(False)
        side.setSectionsClickable(False)
        side.setStyleSheet("QHeaderView::section { border: none; }")  # no rules beside rows that have none
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @property
    def boxes(self) -> Sequence[tuple[QComboBox, QComboBox]]:
        """The boxes of each column: what it holds, and its unit."""
        return self._boxes

    def show_table(self, sample: Sample, mapping: TableMapping, choices: Sequence[Choice], rows: int) -> None:
        """Show other rows, or other columns. rows: how many there is room for."""
        body = sample.body(mapping)[:rows]
        shown = [sample.rows[at] for at in body]
        self._mapping = mapping
        self.setRowCount(_ABOVE + len(shown))
        self.setColumnCount(min(len(mapping.columns), MOST_COLUMNS))
        del self._boxes[self.columnCount() :]
        self._names = [
            sample.name(mapping, place) or tr("Column {number}", number=place + 1)
            for place in range(self.columnCount())
        ]
        self.setHorizontalHeaderLabels(self._names)
        for place, name in enumerate(self._names):
            head = self.horizontalHeaderItem(place)
            assert head is not None  # it was made just now
            head.setToolTip(name)
        numbers = (str(sample.rows_at[at]) for at in body)
        self.setVerticalHeaderLabels([tr("Holds"), tr("Unit"), ptr("guess", "Why"), *numbers])
        for line, cells in enumerate(shown, start=_ABOVE):
            for place in range(self.columnCount()):
                text = cells[place] if place < len(cells) else ""
                self._item(line, place).setText(" ".join(text[:200].split()))
                self._item(line, place).setToolTip(text[:1000])
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            _fill(self._offer, choices)
        for line in range(self.rowCount()):
            self.setRowHeight(line, self._theme.px(38 if line < _WHY else 26))
        self.setRowHidden(_UNIT, not any(map(units_of, mapping.columns)))
        self._fit()
        self._make_boxes()

    def show_uses(self, mapping: TableMapping, reasons: Sequence[str]) -> None:
        """Show what the columns hold now. reasons: why each does; "" where there is nothing to say."""
        self._mapping = mapping
        for place, reason in enumerate(reasons[: self.columnCount()]):
            item = self._item(_WHY, place)
            item.setText(reason)
            item.setToolTip(reason)
            item.setForeground(self._theme.colour("secondary"))
        hidden = not any(map(units_of, mapping.columns))
        if hidden != self.isRowHidden(_UNIT):
            self.setRowHidden(_UNIT, hidden)
            self._fit()
        for place in range(len(self._boxes)):
            self._show_use(place)

    def _show_use(self, place: int) -> None:
        what, unit = self._boxes[place]
        use = self._mapping.columns[place]
        what.setCurrentIndex(choice_of(self._choices, use))
        what.setToolTip(what.currentText())
        words = unit_words(use)
        if [unit.itemData(at) for at in range(unit.count())] != [key for key, _ in words]:
            unit.clear()
            for key, text in words:
                unit.addItem(text, key)
        unit.setCurrentIndex(max(0, unit.findData(use.unit)))
        unit.setVisible(bool(words))
        only = units_of(use)
        self._item(_UNIT, place).setText(only[0] if len(only) == 1 else "")
        colour = self._theme.colour("secondary" if use.role is Role.NOTHING else "text")
        for line in (_UNIT, *range(_ABOVE, self.rowCount())):
            self._item(line, place).setForeground(colour)

    def _item(self, line: int, place: int) -> QTableWidgetItem:
        found = self.item(line, place)
        if found is None:
            found = QTableWidgetItem()
            self.setItem(line, place, found)
        return found

    def _make_boxes(self) -> None:
        """The boxes that are missing, a few at a time: a wide table must not hold the window up."""
        for place in range(len(self._boxes), min(self.columnCount(), len(self._boxes) + _AT_ONCE)):
            self.setColumnWidth(place, self._theme.px(_WIDTH))
            boxes = (self._box(f"mapper_use_{place}", place), self._box(f"mapper_unit_{place}", place))
            for line, box in enumerate(boxes):
                holder = QWidget()
                layout = row(box)
                layout.setContentsMargins(self._theme.px(4), self._theme.px(2), self._theme.px(4), self._theme.px(2))
                holder.setLayout(layout)
                self.setCellWidget(line, place, holder)
            boxes[_WHAT].setModel(self._offer)
            boxes[_WHAT].activated.connect(self._on_use)
            boxes[_UNIT].activated.connect(self._on_unit)
            QWidget.setTabOrder(self._boxes[-1][_UNIT] if self._boxes else self._before, boxes[_WHAT])
            QWidget.setTabOrder(*boxes)
            self._boxes.append(boxes)
        for place, (what, unit) in enumerate(self._boxes):
            name_chooser(what, tr("{column} holds", column=self._names[place]))
            name_chooser(unit, tr("Unit of {column}", column=self._names[place]))
            self._show_use(place)
        if len(self._boxes) < self.columnCount():
            self._more.start()

    def _box(self, name: str, place: int) -> QComboBox:
        box = calm(ShortBox())
        box.setObjectName(name)
        box.setMaxVisibleItems(18)
        box.setProperty("place", place)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.view().setMinimumWidth(self._theme.px(240 if name.startswith("mapper_use") else 100))
        box.installEventFilter(self)
        findable(box, self._place_of if name.startswith("mapper_use") else None)
        return box

    def _place_of(self, words: str) -> int:
        """Where the choice stands that goes by other words too."""
        return meant(self._choices, words)

    def _on_copy(self) -> None:
        """What each column holds, and the rows that are shown, below the names."""
        lines = [[what.currentText() for what, _ in self._boxes]]
        lines.append([unit.currentText() or self._item(_UNIT, at).text() for at, (_, unit) in enumerate(self._boxes)])
        lines += [
            [self._item(line, at).text() for at in range(self.columnCount())] for line in range(_WHY, self.rowCount())
        ]
        heads = [self.verticalHeaderItem(line).text() for line in range(self.rowCount())]
        shown = [[head, *line] for head, line in zip(heads, lines, strict=True)]
        put_table(["", *self._names], [one for at, one in enumerate(shown) if not self.isRowHidden(at)])

    def _on_use(self, chosen: int) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.use_chosen.emit(box.property("place"), self._choices[chosen])

    def _on_unit(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.unit_chosen.emit(box.property("place"), box.currentData())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched.property("place") is not None:
            place = int(watched.property("place"))
            self.scrollTo(self.model().index(_WHAT, place), QAbstractItemView.ScrollHint.EnsureVisible)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """As high as its rows: what holds it may scroll, and a list that scrolls inside hides what is above its end."""
        heights = [self.rowHeight(line) for line in range(self.rowCount()) if not self.isRowHidden(line)]
        bars = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(sum(heights) + bars + self._theme.px(2))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """With all of its rows."""
        return QSize(super().sizeHint().width(), self.maximumHeight() if self.rowCount() else 0)


def _fill(model: QStandardItemModel, choices: Sequence[Choice]) -> None:
    """What all boxes offer; one model is enough for them."""
    model.clear()
    for one in choices:
        item = QStandardItem(one.text)
        if one.heading:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        model.appendRow(item)
