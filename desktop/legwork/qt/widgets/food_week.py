"""A week of food: its days as small columns, the means beside what is meant, and in words how it went.

Owns how these stand together. Numbers and words come ready; which week it is follows from the day that is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from legwork.i18n import tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.food_week_picture import FoodWeekPicture, WeekShown
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.picture_facts import food_numbers
from legwork.qt.widgets.picture_table import PictureTable


class FoodWeekCard(QFrame):
    """Walks from week to week."""

    stepped = Signal(int)
    """So many weeks on, or back."""

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.setObjectName("food_week_card")
        self.setProperty("role", "card")
        self.title = label("", "section", wrap=True)
        self.title.setObjectName("food_week_title")
        self.back = self._arrow("food_week_back", tr("A week back"), -1)
        self.forth = self._arrow("food_week_forth", tr("A week on"), 1)
        head = row(self.title, self.back, self.forth, spacing=theme.px(4))
        head.setStretch(0, 1)
        self.picture = FoodWeekPicture(theme)
        self.table = PictureTable(theme, self.picture.accessibleName(), self.picture)
        self.words = label("", "secondary", wrap=True)
        self.words.setObjectName("food_week_words")
        self._drawing = QLabel()
        self._drawing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = label("", "secondary", wrap=True)
        self.sentence.setObjectName("food_week_empty")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty = QWidget()
        inner = column(None, self._drawing, self.sentence, None, spacing=theme.px(12))
        inner.setContentsMargins(theme.px(16), theme.px(24), theme.px(16), theme.px(24))
        self.empty.setLayout(inner)
        self.empty.hide()
        whole = column(head, self.picture, self.empty, self.words, self.table, None, spacing=theme.px(8))
        margin = theme.px(16)
        whole.setContentsMargins(margin, theme.px(12), margin, margin)
        self.setLayout(whole)
        self.back.setIcon(self._icons.icon("caret-left"))
        self.forth.setIcon(self._icons.icon("caret-right"))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops, in order."""
        return (self.back, self.forth, self.picture, *self.table.stops)

    def clear(self, title: str) -> None:
        """Nothing is known yet: only the title stands, in the place that the card will have."""
        self._show_head(title, newest=True)
        for one in (self.picture, self.words, self.table, self.empty):
            one.hide()

    def show_week(self, title: str, shown: WeekShown, words: Sequence[str], *, newest: bool) -> None:
        """Show a week of which something is written down. newest: there is none after it yet."""
        self._show_head(title, newest=newest)
        self.picture.show_week(shown)
        self.table.show_numbers(partial(food_numbers, shown))
        self.picture.show()
        self.empty.hide()
        told = list(words)
        if any(not one.mean and one.values != (None,) * len(one.values) for one in shown.lines):
            told.insert(0, tr("Today counts in the mean once it is over."))
        self.words.setText("\n".join(told))
        self.words.setVisible(bool(told))

    def show_nothing(self, title: str, sentence: str, *, newest: bool) -> None:
        """Show a week of which nothing is written down, and what will be seen here."""
        self._show_head(title, newest=newest)
        self.sentence.setText(sentence)
        self.picture.hide()
        self.table.hide()
        self.words.hide()
        self.empty.show()

    def _show_head(self, title: str, *, newest: bool) -> None:
        self.title.setText(title)
        if newest and self.forth.hasFocus():
            self.back.setFocus()  # what has the focus goes
        self.forth.setEnabled(not newest)

    def _arrow(self, name: str, said: str, step: int) -> QPushButton:
        made = button("", name, "quiet")
        made.setAccessibleName(said)
        made.clicked.connect(lambda: self.stepped.emit(step))
        return made

    def _on_theme_changed(self) -> None:
        self._drawing.setPixmap(self._icons.pixmap("fork-knife", 40, self._theme.colour("skin_line")))
