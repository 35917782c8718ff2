"""Before anything is written: what a file holds, where each column goes, and what is not taken, with its reason."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from legwork.domain.days import full_day
from legwork.domain.sites import Side, spot_label
from legwork.formats.records import Column, MeasurementTable
from legwork.i18n import ntr, tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.layout import button, card, column, label, row, scrolled
from legwork.services import importing
from legwork.services.people import Person


class ImportPreview(QDialog):
    """Preview of a table of measurements for one person; accepted means: take it in as chosen."""

    def __init__(
        self, context: Context, person: Person, table: MeasurementTable, file_name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_preview")
        self.setWindowTitle(tr("Import {file}", file=file_name))
        self._context, self._person, self._table = context, person, table
        self.choices = importing.proposed(table)
        theme = context.theme
        first, last = min(line.day for line in table.rows), max(line.day for line in table.rows)
        self.summary = label("", wrap=True)
        self.summary.setObjectName("import_summary")
        self.accept_button = button(tr("Import"), "import_accept", "primary")
        self.accept_button.clicked.connect(self.accept)
        self.accept_button.setDefault(True)
        cancel = button(tr("Cancel"), "import_cancel")
        cancel.clicked.connect(self.reject)
        layout = column(
            label(tr("{format} for {name}", format=table.format_name, name=person.name), "section"),
            label(
                tr(
                    "{count} from {first} to {last}",
                    count=ntr("{count} day", "{count} days", len({line.day for line in table.rows})),
                    first=full_day(first),
                    last=full_day(last),
                ),
                "secondary",
            ),
            self._columns_area(),
            self.summary,
            *self._skipped_parts(),
            row(None, cancel, self.accept_button),
            spacing=theme.px(12),
        )
        layout.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        self.setLayout(layout)
        self.resize(theme.px(860), min(theme.px(660), self.sizeHint().height() + theme.px(40)))
        self._show_plan()

    def _columns_area(self) -> QWidget:
        theme = self._context.theme
        grid = QGridLayout()
        grid.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        grid.setHorizontalSpacing(theme.px(16))
        for place, heading in enumerate((tr("In the file"), tr("Readings"), tr("Goes to"))):
            grid.addWidget(label(heading, "small"), 0, place)
        for line, one in enumerate(self._table.columns, start=1):
            grid.addWidget(label(f"{one.label} ({one.unit})"), line, 0)
            grid.addWidget(label(str(one.count), "secondary"), line, 1)
            grid.addWidget(self._target_box(one), line, 2)
        grid.setColumnStretch(2, 1)
        content = QWidget()
        content.setLayout(grid)
        area = scrolled(content, "import_columns", tr("Columns of the file"))
        area.setMinimumHeight(theme.px(160))
        frame = QFrame()
        frame.setProperty("role", "card")
        frame.setLayout(column(area))
        return frame

    def _target_box(self, one: Column) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"target_{one.header}")
        box.setAccessibleName(tr("{column} goes to", column=one.label))
        box.setProperty("header", one.header)
        for site in importing.targets_for(self._person, one):
            box.addItem(spot_label(site, one.spot.side if one.spot and site.sided else Side.NONE), site.key)
        box.addItem(tr("A site of your own: {name}", name=one.label), importing.OWN_SITE)
        box.addItem(tr("Leave out"), importing.LEAVE_OUT)
        box.setCurrentIndex(max(0, box.findData(self.choices[one.header])))
        box.activated.connect(self._on_target)
        return box

    def _skipped_parts(self) -> list[QWidget]:
        told = [(one, tr("not taken")) for one in self._table.skipped]
        told += [(one, tr("worth a look")) for one in self._table.suspects]
        if not told:
            return []
        theme = self._context.theme
        table = QTableWidget(len(told), 4)
        table.setObjectName("import_skipped")
        table.setAccessibleName(tr("Rows not taken, and rows worth a look"))
        table.setHorizontalHeaderLabels([tr("Line"), tr("What"), tr("Reason"), tr("In the file")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        for line, (one, fate) in enumerate(told):
            for place, text in enumerate((str(one.line), fate, one.reason, one.text)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(line, place, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for place in range(3):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        table.setMinimumHeight(theme.px(110))
        table.setWordWrap(True)
        table.resizeRowsToContents()
        count = len(self._table.skipped)
        heading = ntr(
            "{count} row or value of the file is not taken:",
            "{count} rows or values of the file are not taken:",
            count,
        )
        return [label(heading if count else tr("Worth a look:"), "secondary"), card(table, margin=4)]

    def _show_plan(self) -> None:
        plan = importing.preview(self._context.profile, self._person.id, self._table, self.choices)
        self.summary.setText(importing.plan_sentence(plan))
        self.accept_button.setEnabled(not plan.changes_nothing)

    def _on_target(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.choices[box.property("header")] = box.currentData()
        self._show_plan()
