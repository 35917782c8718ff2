"""All check-ins in one table: sort, filter, edit in place, delete, copy to and paste from a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QMenu,
    QStackedWidget,
    QTableView,
    QWidget,
)

from legwork.errors import UserError
from legwork.i18n import mark, ntr, tr
from legwork.qt.core.announcing import say
from legwork.qt.core.commands import offer, tell
from legwork.qt.core.context import Context
from legwork.qt.models.check_in_table import CheckInTableModel
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import day_width, to_date, to_qdate
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.kept import KeptColumns
from legwork.qt.widgets.layout import EmptyState, Page, button, card, label, set_role
from legwork.qt.widgets.row_actions import offer_menu
from legwork.qt.widgets.wheel import calm
from legwork.services import check_ins, due
from legwork.services.check_in_cells import DAY, NOTE, columns_for, copied, copied_cell, pasted
from legwork.services.check_ins import CheckIn, DeleteCheckIns, RecordReadings
from legwork.services.edit import Changes

_SPANS = (
    (mark("All check-ins"), None),
    (mark("Last 3 months"), 91),
    (mark("Last year"), 365),
    (mark("From a day to a day"), -1),
)


class HistoryPage(Page):
    """The table of all check-ins, newest first."""

    name = "history"
    title = mark("History")
    tables = ("person", "tracked_site", "custom_site", "check_in", "reading")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._others = 0
        self.model = CheckInTableModel(self._load, context.runner.apply, self)
        self.model.refused.connect(self._on_refused)
        self.table = self._make_table()
        self.kept_columns = KeptColumns(context.view, context.theme, self.table, self._kept_key, self._column_names)
        self.said = label("", "secondary")
        self.said.setObjectName("history_said")
        self._build_actions()
        empty = EmptyState(
            context,
            "table",
            tr("Every check-in stands here as a row, to sort, correct and copy. The first one fills it."),
            tr("Measure now"),
            self._on_measure,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(card(self.table, margin=1))
        self.body.addWidget(self._filters)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.said)

    def focus_first(self) -> None:
        if self.table.isVisible():
            self.table.setFocus()
        super().focus_first()

    def refresh(self) -> None:
        person = self.context.person
        if person is None:
            return
        spots = check_ins.measured_spots(self.context.profile, person.id)
        columns = columns_for(person, spots)
        self.tape_only.setChecked(self.context.view.text(self._tape_key()) == "yes")
        self.model.show_person(person, columns, self._days())
        self._show_columns()
        self._say_count()

    def refresh_changes(self, changes: Changes) -> None:
        known = {column.spot for column in self.model.table_columns}
        if (
            changes.touches("person", "custom_site", "tracked_site")
            or any(spot not in known for spot in changes.spots)
            or self._days() != self.model.days
        ):
            if self.model.cell_is_written:  # its editor must be closed before the rows move
                QTimer.singleShot(0, self, self.refresh)
            else:
                self.refresh()
        else:
            self.model.refresh_rows(changes.check_ins)
            self._say_count()

    def _days(self) -> dict[int, date]:
        person = self.context.person
        assert person is not None
        span = self._span()
        every = check_ins.check_in_days(self.context.profile, person.id, *span)
        taped = due.tape_days(self.context.profile, person, *span)
        self._others = len(every) - len(taped)
        return taped if self.tape_only.isChecked() else every

    def _load(self, ids: Sequence[int]) -> dict[int, CheckIn]:
        return check_ins.by_ids(self.context.profile, ids)

    def _span(self) -> tuple[date | None, date | None]:
        days = self.span.currentData()
        if days is None:
            return None, None
        if days < 0:
            return to_date(self.first.date()), to_date(self.last.date())
        return date.today() - timedelta(days=days), None

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("history_table")
        table.setAccessibleName(tr("All check-ins"))
        table.setModel(self.model)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setAlternatingRowColors(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)  # arrows go from cell to cell; Tab leaves the table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.context.theme.px(34))
        table.horizontalHeader().setSectionsMovable(True)
        table.horizontalHeader().setHighlightSections(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        offer_menu(table, self._on_menu)
        tell(table, ("Enter", "F2"), tr("Correct the value"))
        offer(table, "copy", tr("Copy the selected check-ins as a table"), "Ctrl+C", self.copy)
        offer(
            table,
            "clear",
            tr("Clear the selected values, or from its day a whole check-in"),
            "Del",
            self.clear_selected,
        )
        offer(table, "delete", tr("Delete the selected check-ins"), "Shift+Del", self.delete_selected)
        # On the whole page: an empty history has no table to stand in.
        offer(self, "paste", tr("Paste a table of check-ins"), "Ctrl+V", self.paste)
        return table

    def _build_actions(self) -> None:
        self.span = calm(QComboBox())
        self.span.setObjectName("history_span")
        name_chooser(self.span, tr("Which check-ins"))
        for text, days in _SPANS:
            self.span.addItem(tr(text), days)
        self.span.currentIndexChanged.connect(self._on_span)
        self.first, self.last = calm(DayField()), calm(DayField())
        today = date.today()
        for edit, name, text, day in (
            (self.first, "history_first", tr("First day"), today - timedelta(days=182)),
            (self.last, "history_last", tr("Last day"), today),
        ):
            edit.setObjectName(name)
            edit.setAccessibleName(text)
            edit.setCalendarPopup(True)
            edit.setDisplayFormat(tr("d MMM yyyy"))
            edit.setDate(to_qdate(day))
            edit.dateChanged.connect(self._on_dates)
            edit.hide()
        self.tape_only = QCheckBox(tr("Only check-ins with the tape"))
        self.tape_only.setObjectName("history_tape_only")
        self.tape_only.setAccessibleName(self.tape_only.text())
        self.tape_only.setToolTip(tr("Leaves out the days on which you only weighed yourself, or wrote a note"))
        self.tape_only.clicked.connect(self._on_tape_only)
        self.span.ensurePolished()
        for part in (self.first, self.last, self.tape_only):
            part.setFixedHeight(self.span.sizeHint().height())  # in one line whatever each would like
        self._filters = QWidget()
        self._filters.setLayout(FlowLayout(self.span, self.first, self.last, self.tape_only, spacing=8))
        self.columns_button = button(tr("Columns"), "history_columns", "quiet")
        self.columns_button.setIcon(self.context.icons.icon("columns"))
        self.columns_button.clicked.connect(self._on_columns)
        self.copy_button = button(tr("Copy"), "history_copy", "quiet")
        self.copy_button.clicked.connect(self.copy)
        self.delete_button = button(tr("Delete"), "history_delete", "quiet")
        self.delete_button.setIcon(self.context.icons.icon("trash"))
        self.delete_button.clicked.connect(self.delete_selected)
        for one in (self.columns_button, self.copy_button, self.delete_button):
            self.tools.addWidget(one)

    def selected_lines(self) -> list[int]:
        """The rows with a selected cell, from the top."""
        indexes = self.table.selectionModel().selectedIndexes()
        return sorted({index.row() for index in indexes})

    def clear_selected(self) -> None:
        """Take the selected values away; where a day is selected, the whole check-ins."""
        cells = self.table.selectionModel().selectedIndexes()
        if any(self.model.table_columns[cell.column()].key == DAY for cell in cells):
            self.delete_selected()
        else:
            self.model.clear(cells)

    def delete_selected(self) -> None:
        """Delete the check-ins with a selected cell."""
        chosen = [self.model.check_in(line) for line in self.selected_lines()]
        if chosen:
            ids = tuple(one.id for one in chosen if one.id is not None)
            self.context.runner.apply(DeleteCheckIns(ids, tuple(one.day for one in chosen)))

    def copy(self) -> None:
        """Copy the selected cell, the selected cells with their headings, or everything shown when none is."""
        indexes = self.table.selectionModel().selectedIndexes()
        if len(indexes) == 1:
            text = self.model.data(indexes[0], Qt.ItemDataRole.EditRole)
            QGuiApplication.clipboard().setMimeData(_one_cell(text))
            self._say(tr("Copied: {text}", text=text))
            return
        header = self.table.horizontalHeader()
        places = [
            header.logicalIndex(place)
            for place in range(header.count())
            if not header.isSectionHidden(header.logicalIndex(place))
        ]
        lines = list(range(self.model.rowCount()))
        if indexes:
            lines = sorted({index.row() for index in indexes})
            chosen = {index.column() for index in indexes} | {0}
            places = [place for place in places if place in chosen]
        person = self.context.person
        assert person is not None
        columns = [self.model.table_columns[place] for place in places]
        chosen_rows = [self.model.check_in(line) for line in lines]
        QGuiApplication.clipboard().setText(copied(person, columns, chosen_rows))
        self._say(ntr("{count} check-in copied.", "{count} check-ins copied.", len(lines)))

    def paste(self) -> None:
        """Record a table from a spreadsheet: a heading row as `copy` writes it, and a day in each row."""
        person = self.context.person
        assert person is not None
        try:
            days = pasted(person, self.model.table_columns, QGuiApplication.clipboard().text())
            if days:
                count = len({one.day for one in days})
                what = ntr("Paste {count} check-in", "Paste {count} check-ins", count)
                self.context.runner.apply(RecordReadings(person.id, tuple(days), what))
        except UserError as error:
            self._say(str(error), "error")

    def _show_columns(self) -> None:
        with self.kept_columns.quiet():
            self._size_columns()
        self.kept_columns.restore()

    def _size_columns(self) -> None:
        chosen = self.context.view.names(self._columns_key())
        usual = {DAY, NOTE, *(column.key for column in self.model.table_columns if column.spot)}
        for place, column in enumerate(self.model.table_columns):
            wanted = column.key in (usual if chosen is None else {*chosen, DAY})
            self.table.setColumnHidden(place, not wanted)
            least = self.context.theme.px({DAY: 110, NOTE: 240}.get(column.key, 0))
            metrics = self.table.fontMetrics()
            widest = day_width(metrics) if column.key == DAY else metrics.horizontalAdvance(column.title)
            self.table.setColumnWidth(place, max(least, widest + self.context.theme.px(20)))

    def _column_names(self) -> list[str]:
        return [column.key for column in self.model.table_columns]

    def _kept_key(self) -> str:
        return f"history_sizes/{self.context.person.uid}" if self.context.person is not None else ""

    def _columns_key(self) -> str:
        assert self.context.person is not None
        return f"history_columns/{self.context.person.uid}"

    def _say_count(self) -> None:
        count = self.model.rowCount()
        left_out = self._others if self.tape_only.isChecked() else 0
        filtered = self.span.currentData() is not None or bool(left_out)
        self.tape_only.setVisible(bool(self._others) or self.tape_only.isChecked())
        self.stack.setCurrentIndex(1 if count or filtered else 0)
        for one in (self.columns_button, self.copy_button, self.delete_button, self.span):
            one.setVisible(bool(count) or filtered)
        said = [ntr("{count} check-in", "{count} check-ins", count)] if count or filtered else []
        if left_out:
            said.append(
                ntr("{count} day without the tape left out", "{count} days without the tape left out", left_out)
            )
        self.said.setText("; ".join(said))
        set_role(self.said, "secondary")

    def _say(self, sentence: str, role: str = "secondary") -> None:
        say(self.said, sentence)
        set_role(self.said, role)

    def _on_refused(self, sentence: str) -> None:
        self._say(sentence, "error")

    def _on_span(self) -> None:
        by_hand = self.span.currentData() == -1
        self.first.setVisible(by_hand)
        self.last.setVisible(by_hand)
        self.refresh()

    def _tape_key(self) -> str:
        assert self.context.person is not None
        return f"history_tape_only/{self.context.person.uid}"

    def _on_tape_only(self, checked: bool) -> None:
        self.context.view.set_text(self._tape_key(), "yes" if checked else "no")
        self.refresh()

    def _on_dates(self) -> None:
        self.refresh()

    def _on_measure(self) -> None:
        self.context.navigate.emit("measure")

    def _on_columns(self) -> None:
        menu = QMenu(self)
        for place, column in enumerate(self.model.table_columns):
            if column.key == DAY:
                continue
            action = QAction(column.title, menu)
            action.setCheckable(True)
            action.setChecked(not self.table.isColumnHidden(place))
            action.setData(place)
            menu.addAction(action)
        menu.triggered.connect(self._on_column_chosen)
        menu.exec(self.columns_button.mapToGlobal(QPoint(0, self.columns_button.height())))
        menu.deleteLater()

    def _on_column_chosen(self, action: QAction) -> None:
        with self.kept_columns.quiet():
            self.table.setColumnHidden(action.data(), not action.isChecked())
        shown = [
            column.key for place, column in enumerate(self.model.table_columns) if not self.table.isColumnHidden(place)
        ]
        self.context.view.set_names(self._columns_key(), shown)

    def _on_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        count = len(self.selected_lines())
        menu.addAction(tr("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy)
        menu.addAction(tr("Paste"), QKeySequence(QKeySequence.StandardKey.Paste), self.paste)
        if count:
            menu.addSeparator()
            menu.addAction(tr("Clear"), QKeySequence(QKeySequence.StandardKey.Delete), self.clear_selected)
            text = ntr("Delete {count} check-in", "Delete {count} check-ins", count)
            menu.addAction(text, QKeySequence("Shift+Del"), self.delete_selected)
        menu.exec(self.table.viewport().mapToGlobal(where))
        menu.deleteLater()


def _one_cell(text: str) -> QMimeData:
    """A cell for the clipboard: as it is for any field of text, harmless for a spreadsheet."""
    data = QMimeData()
    data.setText(text)
    if html := copied_cell(text):
        data.setHtml(html)
    return data
