"""The searchable list of exercises beside a plan: what can be added, and what each is.

Owns the search, which exercise is selected, and the request that is being answered. It must not touch the plan, the
runner or the store: it says which exercise was chosen, and the page does it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSplitter, QStackedWidget, QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.units import UnitSystem
from legwork.i18n import ntr, tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.exercise_details import ExerciseDetails
from legwork.qt.widgets.exercise_find import ExerciseFind
from legwork.qt.widgets.exercise_rows import ExerciseRows
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.row_actions import offer_rows
from legwork.services.exercise_search import groups_of


class ExerciseList(QWidget):
    """Finds an exercise by name, kind and equipment, tells what it is, and gives it away."""

    exercise_chosen = Signal(str)
    """Add the exercise of this key, or take it as the answer to what was asked for."""
    new_asked = Signal()
    edit_asked = Signal(str)
    delete_asked = Signal(str)
    copy_asked = Signal(str)
    """A shipped exercise shall be the start of one of the person's own."""
    given_up = Signal()
    """No exercise is wanted any more for what was asked."""

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._catalogue = Catalogue(())
        self._units = UnitSystem.METRIC
        self._like = ""
        self._giving = False
        self._offered: list[tuple[QAction, QPushButton]] = []
        self.setObjectName("exercise_list")
        self.setAccessibleName(tr("Exercises"))
        self.search = ExerciseFind(theme, icons)
        self.rows = ExerciseRows(theme)
        self.details = ExerciseDetails(theme)
        self.banner = self._make_banner()
        self.count = label("", "small")
        self.count.setObjectName("exercise_count")
        self.count.setMinimumWidth(1)  # it gives way before the panel gets wider
        self.new = button(tr("New exercise…"), "exercise_new", "link")
        self._lay_out()
        self._connect()
        self.stop.setIcon(icons.icon("x"))
        self.setFocusProxy(self.search)

    @property
    def asking(self) -> bool:
        """Whether an exercise is wanted for something."""
        return not self.banner.isHidden()

    def show_catalogue(self, catalogue: Catalogue, units: UnitSystem = UnitSystem.METRIC) -> None:
        """Show these exercises; search, selection and focus stay. units: for steps in load."""
        if catalogue is self._catalogue and units is self._units:
            return
        self._catalogue, self._units = catalogue, units
        place = self.rows.verticalScrollBar().value()
        self._fill(self.rows.key)
        self.rows.verticalScrollBar().setValue(place)

    def ask(self, sentence: str, like_key: str = "") -> None:
        """Ask for an exercise. sentence: translated, what for. like_key: what can stand in for it is offered first."""
        if self._giving:
            return  # what was just chosen is the answer
        self.sentence.setText(sentence)
        self.banner.show()
        self.details.set_asking(True)
        self._show_offered()
        self._like = like_key
        self.search.reset()
        self._fill("" if like_key else self.rows.key)
        self.search.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_up(self) -> None:
        """Take back what was asked for; nothing when nothing was."""
        if self.asking:
            self._end()
            self.given_up.emit()

    def show_exercise(self, key: str) -> None:
        """Select an exercise, and look for everything again when the search would hide it."""
        if not self.rows.choose(key):
            self.search.reset()
            self._fill(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self.give_up()
        elif event.key() == Qt.Key.Key_Escape and self.search.words.text():
            self.search.words.clear()
        elif event.key() == Qt.Key.Key_Backspace and self.rows.hasFocus():
            self.search.words.setFocus()
            self.search.words.backspace()
        else:
            super().keyPressEvent(event)

    def _make_banner(self) -> QFrame:
        px = self._theme.px
        banner = QFrame()
        banner.setProperty("role", "banner")
        banner.setObjectName("exercise_asked")
        self.sentence = label("", wrap=True)
        self.sentence.setObjectName("exercise_sentence")
        self.stop = button("", "exercise_stop", "quiet")
        self.stop.setAccessibleName(tr("Choose none"))
        self.stop.setToolTip(tr("Choose none (Esc)"))
        line = row(self.sentence, self.stop, spacing=px(4))
        line.setStretch(0, 1)
        line.setAlignment(self.stop, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(px(12), px(6), px(4), px(6))
        banner.setLayout(line)
        banner.hide()
        return banner

    def _lay_out(self) -> None:
        px = self._theme.px
        none = QWidget()
        said = label(
            tr("No exercise fits. Try fewer letters or other filters, or add an exercise of your own."),
            "secondary", wrap=True,
        )  # fmt: skip
        said.setObjectName("exercise_none")
        self.everything = button(tr("Show all exercises"), "exercise_everything", "link")
        nothing = column(said, row(self.everything, None), None, spacing=px(4))
        nothing.setContentsMargins(px(12), px(12), px(12), px(12))
        none.setLayout(nothing)
        self.shown = QStackedWidget()
        self.shown.addWidget(self.rows)
        self.shown.addWidget(none)
        line = QFrame()
        line.setProperty("role", "line")
        below = QWidget()
        below.setLayout(column(line, self.details, spacing=0))
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("exercise_splitter")
        self.splitter.addWidget(self.shown)
        self.splitter.addWidget(below)
        self.splitter.setCollapsible(0, False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(300), px(280)])
        counted = row(self.count, None, self.new, spacing=px(8))
        head = column(self.search, counted, spacing=px(4))
        head.setContentsMargins(px(8), px(8), px(8), px(2))
        whole = column(self.banner, head, self.splitter, spacing=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.search.words_changed.connect(self._on_words)
        self.search.filter_changed.connect(self._on_filter)
        self.search.stepped.connect(self.rows.step)
        self.search.taken.connect(self._on_taken)
        self.rows.current_changed.connect(self._on_current)
        self.rows.taken.connect(self._give)
        self.rows.typed.connect(self._on_typed)
        self.details.add_asked.connect(self._give)
        self.details.edit_asked.connect(self.edit_asked)
        self.details.delete_asked.connect(self.delete_asked)
        self.details.copy_asked.connect(self.copy_asked)
        self.details.other_asked.connect(self._on_other)
        details, several = self.details, ("Enter", "Return")
        for name, one, keys in (
            ("take", details.add, several), ("edit", details.edit, "F2"), ("own", details.copy, ()),
            ("delete", details.delete, "Del"),
        ):  # fmt: skip
            self._offered.append((offer_rows(self.rows, name, one.text(), keys, one.click), one))
        self._new = offer_rows(self.rows, "new", self.new.text(), (), self.new.click, needs_row=False)
        self.new.clicked.connect(self.new_asked)
        self.stop.clicked.connect(self.give_up)
        self.everything.clicked.connect(self._on_everything)

    def _fill(self, key: str) -> None:
        """List what is looked for. key: the exercise that stays selected where it is still there."""
        wish = replace(self.search.wish, like=self._like)
        self.rows.show_groups(groups_of(self._catalogue, wish), key)
        count, whole = self.rows.count, len(self._catalogue.exercises)
        self.shown.setCurrentIndex(0 if count else 1)
        if count == whole:
            self.count.setText(ntr("{count} exercise", "{count} exercises", count))
        else:
            self.count.setText(tr("{count} of {whole}", count=count, whole=whole))
        self._on_current()

    def _give(self, key: str) -> None:
        self._giving = True
        try:
            self.exercise_chosen.emit(key)
        finally:
            self._giving = False
        if self.asking:
            self._end()

    def _end(self) -> None:
        self.banner.hide()
        self.details.set_asking(False)
        self._show_offered()
        if self._like:
            self._like = ""
            self._fill(self.rows.key)

    def _on_current(self) -> None:
        found = self._catalogue.get(self.rows.key)
        self.details.show_exercise(found, self._catalogue, self._units)
        self._show_offered()

    def _show_offered(self) -> None:
        """The menu of an exercise offers what its buttons do."""
        self._new.setVisible(not self.new.isHidden())
        for action, one in self._offered:
            shown = self.details.exercise is not None and not one.isHidden()
            action.setText(one.text())
            action.setVisible(shown)
            action.setEnabled(shown)

    def _on_words(self) -> None:
        self._fill("")  # the best of what fits is what Enter takes

    def _on_filter(self) -> None:
        self._fill(self.rows.key)

    def _on_taken(self) -> None:
        if self.rows.key:
            self._give(self.rows.key)

    def _on_typed(self, text: str) -> None:
        self.search.words.setFocus()
        self.search.words.insert(text)

    def _on_other(self, key: str) -> None:
        self.show_exercise(key)
        self.rows.setFocus()

    def _on_everything(self) -> None:
        self.search.reset()
        self.search.words.setFocus()
