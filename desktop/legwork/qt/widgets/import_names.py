"""The exercise names of a foreign log: found or asked about, and what each comes in as.

Owns the list, its search and its keys. It must not decide: it says what the person wants, and shows what comes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QPushButton, QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.i18n import ntr, tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.commands import tell
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.import_names import BECOMES, FOUND, NAME, FoundNamesProxy, ImportNamesModel
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.import_table import ENTER, ImportTable
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import button, card, column, label, leaves_undo_to_window, row
from legwork.qt.widgets.row_actions import offer_rows
from legwork.qt.widgets.two_ends import TwoEndsLayout
from legwork.services.training_names import LEAVE_OUT, OWN_EXERCISE, FoundName
from legwork.services.training_words import asked_sentence, choice_sentence

_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class ImportNames(QWidget):
    """Shows names; several can be answered at once."""

    decided = Signal(object, str)
    """These names (a tuple) shall come in as this: OWN_EXERCISE or LEAVE_OUT."""
    exercise_asked = Signal(object)
    """Ask which exercise of the catalogue these names mean."""
    muscles_asked = Signal(object)
    """Ask as which exercise the own one of these names begins."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._catalogue = Catalogue(())
        self.setObjectName("import_names")
        tell(self, dialog_keys.NAMES_FIND.keys, tr(dialog_keys.NAMES_FIND.text))
        self.model = ImportNamesModel(theme, self)
        self.shown = FoundNamesProxy(self.model, self)
        self.search = QLineEdit()
        self.search.setObjectName("import_names_search")
        self.search.setAccessibleName(tr("Search the names"))
        self.search.setPlaceholderText(tr("Search the names"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme.px(200))
        self.search.setMaximumWidth(theme.px(320))
        self.search.textChanged.connect(self._on_search)
        self.search.installEventFilter(self)
        self.table = ImportTable(theme, "import_names_table", tr("Exercise names in the file"))
        self.table.setModel(self.shown)
        self.table.share_by_words(NAME, FOUND, BECOMES)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(False)
        header.sectionClicked.connect(self._on_header)
        self.table.key_pressed.connect(self._on_key)
        self.table.doubleClicked.connect(self._ask_exercise)
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self.banner = self._make_banner()
        self.none = label(tr("No name has these words."), "secondary")
        self.none.hide()
        self.told = label("", "secondary", wrap=True)
        self.told.setObjectName("import_names_told")
        self.told.setMinimumHeight(2 * self.told.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        search = row(self.search, None, spacing=0)
        search.setStretch(0, 20)  # up to its greatest width
        buttons = FlowLayout(*self._make_buttons(), spacing=theme.px(8))
        self._offer_answers()
        head, lines = (
            TwoEndsLayout(search, buttons, spacing=theme.px(8)),
            card(self.table, self.none, margin=theme.px(4)),
        )
        self.main = (head, lines, self.told)
        layout = column(self.banner, *self.main, spacing=theme.px(8))
        layout.setStretch(2, 1)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        self.setLayout(layout)

    def show_names(
        self, names: Sequence[FoundName], choices: Mapping[str, str], said: Iterable[str], catalogue: Catalogue
    ) -> None:
        """Show names with what becomes of them; selection and search stay. said: those that were decided here."""
        fresh = tuple(names) != self.model.names
        self._catalogue = catalogue
        self.model.show_names(names, choices, said, catalogue)
        if fresh:
            self.shown.sort(FOUND, Qt.SortOrder.AscendingOrder)
            self._go(0)
        asked = [one for place, one in enumerate(self.model.names) if self.model.open(place)]
        self.banner_text.setText(asked_sentence(asked))
        self.banner.setVisible(bool(asked))
        self.keep_all.setText(ntr("Keep it as own exercise", "Keep all {count} as own exercises", len(asked)))
        self.keep_all.setAccessibleName(self.keep_all.text())
        self._tell()

    def chosen(self) -> tuple[str, ...]:
        """The selected names, from above."""
        return tuple(self._found(place).name for place in self.table.chosen_rows())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (*_DOWN, *ENTER):
                self.table.setFocus()
                if event.key() in ENTER and self.shown.rowCount():
                    self._go(0)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        if watched is self.search and not self.search.text() and leaves_undo_to_window(event):
            return True
        return super().eventFilter(watched, event)

    def _make_banner(self) -> QFrame:
        px = self._theme.px
        banner = QFrame()
        banner.setProperty("role", "banner")
        banner.setObjectName("import_names_asked")
        self.banner_text = label("", wrap=True)
        self.keep_all = button("", "import_names_keep_all")
        self.keep_all.clicked.connect(self._on_keep_all)
        line = row(self.banner_text, self.keep_all, spacing=px(12))
        line.setStretch(0, 1)
        line.setContentsMargins(px(12), px(8), px(8), px(8))
        banner.setLayout(line)
        banner.hide()
        return banner

    def _make_buttons(self) -> tuple[QPushButton, ...]:
        self.choose = button(tr("Choose exercise…"), "import_names_choose")
        self.choose.setToolTip(tr("Which exercise it is"))
        self.choose.clicked.connect(self._ask_exercise)
        self.own = button(tr("Own exercise"), "import_names_own")
        self.own.setToolTip(tr("Keep it as an exercise of your own"))
        self.own.clicked.connect(lambda: self._decide(OWN_EXERCISE))
        self.muscles = button(tr("Muscles as…"), "import_names_muscles")
        self.muscles.setToolTip(tr("An exercise of your own that trains what another one trains"))
        self.muscles.clicked.connect(self._ask_muscles)
        self.leave = button(tr("Leave out"), "import_names_leave")
        self.leave.setToolTip(tr("Its sets stay out"))
        self.leave.clicked.connect(lambda: self._decide(LEAVE_OUT))
        return self.choose, self.own, self.muscles, self.leave

    def _offer_answers(self) -> None:
        """The same as the buttons, by keys and in the menu."""
        own, out = partial(self._decide, OWN_EXERCISE), partial(self._decide, LEAVE_OUT)
        for told, one, run in (
            (dialog_keys.NAMES_CHOOSE, self.choose, self._ask_exercise),
            (dialog_keys.NAMES_OWN, self.own, own),
            (dialog_keys.NAMES_MUSCLES, self.muscles, self._ask_muscles),
            (dialog_keys.NAMES_OUT, self.leave, out),
        ):
            share_keys(one, offer_rows(self.table, *told.row, run))

    def _found(self, place: int) -> FoundName:
        return self.model.names[self.shown.mapToSource(self.shown.index(place, 0)).row()]

    def _go(self, place: int) -> None:
        if 0 <= place < self.shown.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(self.shown.index(place, 0), flags.ClearAndSelect | flags.Rows)

    def _decide(self, choice: str) -> None:
        if names := self.chosen():
            self.decided.emit(names, choice)

    def _ask_exercise(self) -> None:
        if names := self.chosen():
            self.exercise_asked.emit(names)

    def _ask_muscles(self) -> None:
        if names := self.chosen():
            self.muscles_asked.emit(names)

    def _on_keep_all(self) -> None:
        names = tuple(one.name for place, one in enumerate(self.model.names) if self.model.open(place))
        self.table.setFocus()
        self.decided.emit(names, OWN_EXERCISE)

    def _on_key(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        find = event.key() == Qt.Key.Key_F and held == Qt.KeyboardModifier.ControlModifier
        text = event.text()
        if held and not find:
            return
        if find or event.key() == Qt.Key.Key_Slash:
            self.search.setFocus()
            self.search.selectAll()
        elif text.isprintable() and text.strip():
            self.search.setFocus()
            self.search.insert(text)
        else:
            return
        event.accept()

    def _on_search(self, text: str) -> None:
        self.shown.search(text)
        self._go(0)
        self.none.setVisible(not self.shown.rowCount())
        self._tell()

    def _on_header(self, section: int) -> None:
        header = self.table.horizontalHeader()
        again = header.isSortIndicatorShown() and header.sortIndicatorSection() == section
        turned = again and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(True)
        header.setSortIndicator(section, order)
        self.shown.sort(section, order)
        self.table.scrollTo(self.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _tell(self) -> None:
        """Say what becomes of the selected names."""
        rows = self.table.chosen_rows()
        for one in (self.choose, self.own, self.muscles, self.leave):
            one.setEnabled(bool(rows))
        if not rows:
            self.told.setText("")
        elif len(rows) > 1:
            sets = sum(self._found(place).sets for place in rows)
            self.told.setText(
                tr("{names} selected, with {sets}. What you choose holds for all of them.",
                   names=ntr("{count} name", "{count} names", len(rows)),
                   sets=ntr("{count} set", "{count} sets", sets))
            )  # fmt: skip
        else:
            source = self.shown.mapToSource(self.shown.index(rows[0], 0)).row()
            self.told.setText(choice_sentence(self.model.names[source], self.model.choice(source), self._catalogue))
