"""What is looked for in the list of exercises: typed words, and a kind and an equipment to choose.

Owns these three fields. What fits is found by `services.exercise_search`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from legwork.domain.exercise import EQUIPMENT, Equipment
from legwork.domain.patterns import PATTERNS, Pattern, pattern_region
from legwork.domain.sites import Region
from legwork.i18n import tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.exercise_rows import STEPS
from legwork.qt.widgets.layout import column, leaves_undo_to_window, row
from legwork.qt.widgets.wheel import calm
from legwork.services.exercise_search import Wish
from legwork.services.exercise_words import REGIONS, capital

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExerciseFind(QWidget):
    """A search field over two small filters."""

    words_changed = Signal()
    filter_changed = Signal()
    stepped = Signal(int)
    """Go so many exercises down in the list, or up."""
    taken = Signal()
    """Enter: the exercise that is current in the list."""

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self.words = QLineEdit()
        self.words.setObjectName("exercise_words")
        self.words.setAccessibleName(tr("Search exercises"))
        self.words.setPlaceholderText(tr("Search, like split squat"))
        self._clear = QAction(self)
        self._clear.setToolTip(tr("Clear the search"))
        self._clear.triggered.connect(self.words.clear)
        self._clear.setVisible(False)
        self.words.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._on_words)
        self.kind = NarrowCombo("exercise_kind", tr("Kind of exercise"))
        self.kind.addItem(tr("All kinds"), None)
        fill_kinds(self.kind, with_regions=True)
        self.equipment = NarrowCombo("exercise_equipment", tr("Equipment"))
        self.equipment.addItem(tr("Any equipment"), None)
        for one in Equipment:
            self.equipment.addItem(capital(tr(EQUIPMENT[one])), one.value)
        for combo in (self.kind, self.equipment):
            name_chooser(combo, combo.accessibleName())
            combo.currentIndexChanged.connect(self.filter_changed)
        filters = row(self.kind, self.equipment, spacing=theme.px(8))
        for place, combo in enumerate((self.kind, self.equipment)):  # as much room as "all of them" needs to be read
            filters.setStretch(place, combo.fontMetrics().horizontalAdvance(combo.itemText(0)) + theme.px(40))
        self.setLayout(column(self.words, filters, spacing=theme.px(8)))
        self.setFocusProxy(self.words)
        theme.changed.connect(self._on_theme_changed)
        self._clear.setIcon(icons.icon("x"))
        self._on_theme_changed()

    @property
    def wish(self) -> Wish:
        """What is looked for now."""
        kind, equipment = self.kind.currentData(), self.equipment.currentData()
        chosen = None if kind is None else Region(kind) if kind in set(Region) else Pattern(kind)
        return Wish(self.words.text(), chosen, None if equipment is None else Equipment(equipment))

    def reset(self) -> None:
        """Look for everything again."""
        self.words.clear()
        self.kind.setCurrentIndex(0)
        self.equipment.setCurrentIndex(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys go through the list while words are typed; an empty field leaves Ctrl+Z to the window."""
        if watched is not self.words:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in STEPS:
                self.stepped.emit(STEPS[event.key()])
                return True
            if event.key() in _ENTER:
                self.taken.emit()
                return True
        return (not self.words.text() and leaves_undo_to_window(event)) or super().eventFilter(watched, event)

    def _on_words(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.words_changed.emit()

    def _on_theme_changed(self) -> None:
        metrics = self.kind.fontMetrics()
        for combo in (self.kind, self.equipment):
            texts = [combo.itemText(place) for place in range(combo.count())]
            widest = max(metrics.horizontalAdvance(one) for one in texts)
            combo.view().setMinimumWidth(widest + self._theme.px(40))


def fill_kinds(combo: QComboBox, *, with_regions: bool) -> None:
    """Add the patterns below their regions. with_regions: a whole region can be chosen too; else it is a heading."""
    for region in (Region.LOWER, Region.UPPER, Region.TRUNK):
        combo.addItem(capital(tr(REGIONS[region])), region.value if with_regions else None)
        if not with_regions:
            combo.model().setData(combo.model().index(combo.count() - 1, 0), 0, Qt.ItemDataRole.UserRole - 1)
        for pattern in Pattern:
            if pattern_region(pattern) is region:
                combo.addItem(f"    {capital(tr(PATTERNS[pattern]))}", pattern.value)


class NarrowCombo(QComboBox):
    """A combo box whose text ends with dots where room is short, and is not indented as in its list."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        calm(self)
        self.setMaxVisibleItems(20)
        self.currentTextChanged.connect(self._on_text)

    def _on_text(self, text: str) -> None:
        self.setToolTip(text.strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = self.currentText().strip()
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, field.width())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
