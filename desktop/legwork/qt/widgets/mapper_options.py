"""How a table that is being explained is cut and read: what a row is, where the names stand, and what is in doubt.

Owns these boxes. What becomes of a choice is for whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QWidget

from legwork.formats.mapping import DELIMITERS, MOST_JUNK, Across, Purpose, Role, TableMapping
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import column, label
from legwork.qt.widgets.short_box import ShortBox
from legwork.qt.widgets.wheel import calm
from legwork.services.mapping_choices import DELIMITER_NAMES, PURPOSES, PURPOSES_AT_LENGTH, day_words
from legwork.services.mapping_look import Outcome, Sample

_MOST_ROWS = 12
_LETTERS = 44


class MapperOptions(QFrame):
    """Shows the boxes of a mapping; those that settle nothing are hidden."""

    purpose_chosen = Signal(object)
    header_chosen = Signal(int)
    """The row with the names, from 1, blank ones not counted; 0 for none."""
    delimiter_chosen = Signal(str)
    order_chosen = Signal(object)
    decimal_chosen = Signal(str)
    fill_chosen = Signal(bool)
    across_chosen = Signal(bool)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("mapper_options")
        self.setProperty("role", "card")
        self.purpose = self._box("mapper_purpose")
        self.header = self._box("mapper_header")
        self.delimiter = self._box("mapper_delimiter")
        self.order = self._box("mapper_order")
        self.decimal = self._box("mapper_decimal")
        for purpose, name in PURPOSES.items():
            self.purpose.addItem(tr(name), purpose)
            place = self.purpose.count() - 1
            self.purpose.setItemData(place, tr(PURPOSES_AT_LENGTH[purpose]), Qt.ItemDataRole.ToolTipRole)
        for one in DELIMITERS:
            self.delimiter.addItem(tr(DELIMITER_NAMES[one]), one)
        self.fill = QCheckBox(tr("repeat the one above"))
        self.fill.setObjectName("mapper_fill")
        self.fill.setAccessibleName(tr("Empty cells repeat the one above"))
        self.fill.setMinimumHeight(theme.px(32))
        self.fill.setToolTip(tr("Of days, exercises and names, as in tables that write them once for several rows"))
        self.across = QCheckBox(tr("stand side by side"))
        self.across.setObjectName("mapper_across")
        self.across.setMinimumHeight(theme.px(32))
        flow = FlowLayout(spacing=theme.px(16))
        self._orders: tuple[object, ...] = ()
        self._captions: dict[QWidget, QLabel] = {}
        self._fields: dict[QWidget, QWidget] = {}
        for box, text in (
            (self.purpose, tr("One row is")),
            (self.header, tr("Names of the columns")),
            (self.delimiter, tr("Columns are parted by")),
            (self.order, ""),
            (self.decimal, ""),
            (self.fill, tr("Empty cells")),
            (self.across, tr("The days")),
        ):
            flow.addWidget(self._field(box, text))
        inner = QWidget()
        inner.setLayout(flow)
        layout = column(inner)
        layout.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12))
        self.setLayout(layout)
        for box, width in ((self.purpose, 168), (self.header, 200), (self.delimiter, 132)):
            box.setFixedWidth(theme.px(width))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.header.view().setMinimumWidth(theme.px(400))
        self.purpose.activated.connect(lambda: self.purpose_chosen.emit(Purpose(self.purpose.currentData())))
        self.header.activated.connect(lambda: self.header_chosen.emit(self.header.currentData()))
        self.delimiter.activated.connect(lambda: self.delimiter_chosen.emit(self.delimiter.currentData()))
        self.order.activated.connect(lambda: self.order_chosen.emit(self._orders[self.order.currentIndex()]))
        self.decimal.activated.connect(lambda: self.decimal_chosen.emit(self.decimal.currentData()))
        self.fill.clicked.connect(self.fill_chosen)
        self.across.clicked.connect(self.across_chosen)

    def show_mapping(self, sample: Sample, mapping: TableMapping) -> None:
        """Show what holds now."""
        self.purpose.setCurrentIndex(self.purpose.findData(mapping.purpose))
        self.purpose.setToolTip(tr(PURPOSES_AT_LENGTH[mapping.purpose]))
        self._show_rows(sample, mapping.header)
        self._fields[self.delimiter].setVisible(sample.can_be_split)
        self.delimiter.setCurrentIndex(max(0, self.delimiter.findData(mapping.delimiter)))
        self.fill.setChecked(mapping.fill)
        kind = sample.kind_of_across(mapping.header)
        self._fields[self.fill].setVisible(not mapping.across or kind is not Across.DAYS)
        self._show_across(kind)
        self._fields[self.across].setVisible(mapping.across or sample.can_be_across(mapping.header))
        self.across.setChecked(mapping.across)

    def _show_across(self, kind: Across) -> None:
        """Say what stands side by side."""
        if kind is Across.SIDES:
            caption, name = tr("The sides"), tr("Left and right stand side by side, one column for each")
            about = tr("Each side has a column of its own: each value below it then becomes a row")
        elif kind is Across.EXERCISES:
            caption, name = tr("The exercises"), tr("The exercises stand side by side, one column for each")
            about = tr("Each exercise has a column of its own: each cell below it then becomes a row")
        else:
            caption, name = tr("The days"), tr("The days stand side by side, one column for each")
            about = tr("Each day has a column of its own: each value below it then becomes a row")
        self._captions[self.across].setText(caption)
        self.across.setAccessibleName(name)
        self.across.setToolTip(about)

    def show_doubts(self, outcome: Outcome, number: str, mapping: TableMapping) -> None:
        """Ask what can be read in two ways. number: such a number; "" for none."""
        self._fields[self.order].setVisible(bool(outcome.open_day))
        if outcome.open_day:
            self._name(self.order, tr("The day {example} is", example=outcome.open_day))
            words = day_words(outcome.open_day)
            self._orders = tuple(words)
            self.order.clear()
            self.order.addItems([*words.values()])
            said = mapping.order or outcome.order
            self.order.setCurrentIndex(self._orders.index(said) if said in self._orders else 0)
        self._fields[self.decimal].setVisible(bool(number))
        if number:
            self._name(self.decimal, tr("The number {example} is", example=number))
            self.decimal.clear()
            point, other = (",", ".") if "," in number else (".", ",")
            self.decimal.addItem(number.replace(",", "."), point)
            self.decimal.addItem(number.replace(point, ""), other)
            eaten = any(one.role is Role.NUTRIENT for one in mapping.columns)
            self.decimal.setCurrentIndex(max(0, self.decimal.findData(mapping.decimal or (other if eaten else point))))

    def _show_rows(self, sample: Sample, header: int) -> None:
        self.header.clear()
        self.header.addItem(tr("no row: the columns have no names"), 0)
        for number, cells in enumerate(sample.lines[:MOST_JUNK], start=1):
            if number <= _MOST_ROWS or number == header or sample.may_head(number - 1):
                line = sample.lines_at[number - 1]
                self.header.addItem(tr("row {number}: {cells}", number=line, cells=_short(cells)), number)
        self.header.setCurrentIndex(max(0, self.header.findData(header)))
        self.header.setToolTip(self.header.currentText())

    def _box(self, name: str) -> QComboBox:
        box = calm(ShortBox())
        box.setObjectName(name)
        return box

    def _field(self, box: QWidget, text: str) -> QWidget:
        caption = label(text, "small")
        self._captions[box] = caption
        field = QWidget()
        field.setLayout(column(caption, box, spacing=self._theme.px(4)))
        self._fields[box] = field
        if isinstance(box, QComboBox):
            caption.setBuddy(box)
            self._name(box, text)
        return field

    def _name(self, box: QWidget, text: str) -> None:
        self._captions[box].setText(text)
        box.setAccessibleName(text)


def _short(cells: Sequence[str]) -> str:
    text = ", ".join(filter(None, cells))
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1]}…"
