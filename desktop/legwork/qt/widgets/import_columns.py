"""The columns of a foreign table of measurements: what each holds, and a box that says where it goes.

Owns these lines. What becomes of a choice is for whoever listens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from legwork.formats.records import Column
from legwork.i18n import tr
from legwork.numerals import number
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.layout import column, label
from legwork.services.import_values import ColumnFacts, name_in_file

Places = Sequence[tuple[str, str]]
"""Where a column can go: how that is called, and its key."""

_LEAST, _WANTED = 116, 260
"""Pixels that show the headings with two lines, and with six: beyond that the values want their room."""

_BOX_LETTERS = 12
_TWO_LINES = 0.6
"""This share of its length a text needs to stand in two lines at most."""

_NAME, _VALUES, _DAYS, _RANGE, _TARGET = range(5)


class ImportColumns(QFrame):
    """A line for each column; what is known of its values is shown once it is worked out. It asks for few lines and
    takes more where there is room, no more than it has."""

    chosen = Signal(str, str)
    """A column, by its header, shall go to this place, by its key."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._facts: dict[str, tuple[QLabel, QLabel]] = {}
        self.setProperty("role", "card")
        self.area = _Lines(theme)
        layout = column(self.area)
        margin = theme.px(4)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)

    def show_columns(
        self, columns: Sequence[Column], choices: Mapping[str, str], places: Callable[[Column], Places]
    ) -> None:
        """Show columns with what was chosen for them. places: where a column can go; one place is no choice."""
        theme = self._theme
        grid = QGridLayout()
        grid.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        headings = (tr("In the file"), tr("Values"), tr("Days"), tr("Smallest to largest"), tr("Goes to"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, heading in enumerate(headings):
            shown = label(heading, "small", wrap=place == _RANGE)
            if place == _VALUES:
                grid.addWidget(shown, 0, place, right)
            else:
                grid.addWidget(shown, 0, place)
        self._facts = {}
        for line, one in enumerate(columns, start=1):
            name = label(tr("{name} ({unit})", name=name_in_file(one), unit=one.unit), wrap=True)
            name.setToolTip(one.header)
            days, values = label("", "secondary", wrap=True), label("", "secondary", wrap=True)
            days.setObjectName(f"days_{one.header}")
            values.setObjectName(f"values_{one.header}")
            self._facts[one.header] = days, values
            grid.addWidget(name, line, _NAME)
            grid.addWidget(label(number(one.count), "secondary"), line, _VALUES, right)
            grid.addWidget(days, line, _DAYS)
            grid.addWidget(values, line, _RANGE)
            grid.addWidget(self._box(one, choices[one.header], places(one)), line, _TARGET)
        grid.setColumnStretch(_NAME, 2)
        grid.setColumnStretch(_DAYS, 3)
        grid.setColumnStretch(_RANGE, 2)
        grid.setColumnStretch(_TARGET, 3)
        grid.setRowStretch(len(columns) + 1, 1)
        content = QWidget()
        content.setLayout(grid)
        self.area.setWidget(content)
        self.area.updateGeometry()
        self._fit()

    def follow(self, first: QWidget) -> None:
        """Tab leads from `first` to its choices, though they were made after all else."""
        for one, then in pairwise([first, *self.findChildren(QComboBox)]):
            QWidget.setTabOrder(one, then)

    def show_facts(self, facts: Mapping[str, ColumnFacts]) -> None:
        """Show what the values of the columns are like."""
        for header, (days, values) in self._facts.items():
            known = facts.get(header)
            for shown, text in ((days, known.days if known else ""), (values, known.values if known else "")):
                shown.setText(text)
                shown.setMinimumWidth(round(_TWO_LINES * shown.fontMetrics().horizontalAdvance(text)))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumHeight(self.area.whole + 2 * self._theme.px(4) + 2)

    def _box(self, one: Column, choice: str, places: Places) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"target_{one.header}")
        name_chooser(box, tr("{column} goes to", column=name_in_file(one)))
        box.setProperty("header", one.header)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_BOX_LETTERS)
        box.currentTextChanged.connect(box.setToolTip)
        for name, key in places:
            box.addItem(name, key)
        box.setCurrentIndex(max(0, box.findData(choice)))
        box.setEnabled(box.count() > 1)
        if box.count() == 1 and one.nutrient is not None:
            box.setToolTip(tr("It is left out everywhere in Legwork, as chosen on the Food page."))
        box.activated.connect(self._on_activated)
        return box

    def _on_activated(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.chosen.emit(box.property("header"), box.currentData())


class _Lines(QScrollArea):
    """Scrolls where its lines do not fit."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("import_columns")
        self.setAccessibleName(tr("Columns of the file"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def whole(self) -> int:
        """How high it is with all its lines."""
        content = self.widget()
        return content.sizeHint().height() if content is not None else 0

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), min(self.whole, self._theme.px(_WANTED)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), min(self._theme.px(_LEAST), self.sizeHint().height()))
