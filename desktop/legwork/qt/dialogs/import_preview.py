"""Before anything is written: what a file holds, where each column goes, and what is not taken, with its reason.

Owns the dialog and what the person decides in it. The file is read again with other answers, and what would change is
counted, in the background; whoever opened the dialog writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QProgressBar, QScrollArea, QTabWidget, QWidget

from legwork.domain.days import full_day
from legwork.domain.food.amounts import NAMES, Nutrient
from legwork.domain.sites import Side, spot_label
from legwork.errors import UserError
from legwork.formats.records import Column, MeasurementTable
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.i18n import ntr, tr
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.widgets.import_asks import MeasureAsks
from legwork.qt.widgets.import_report import ImportSkipped
from legwork.qt.widgets.layout import button, card, column, label, row, scrolled
from legwork.services import importing
from legwork.services.import_food import FOOD, not_shown
from legwork.services.importing import DATE_ORDERS, Plan
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_words import by_reason, number

_PATIENCE_MS = 150
"""Work that takes longer is shown."""


class ImportPreview(QDialog):
    """Preview of a table of measurements and food for one person; accepted means: take `table` in as `choices` say."""

    def __init__(
        self, context: Context, person: Person, table: MeasurementTable, file_name: str, parent: QWidget,
        file: Path | None = None, answers: Answers = NO_ANSWERS,
    ) -> None:  # fmt: skip
        """file: as it was read into `table` with `answers`, to be read again with others; None: it is not."""
        super().__init__(parent)
        self._context, self._person, self._file, self._answers = context, person, file, answers
        self.table = table
        self._shown: frozenset[Nutrient] = frozenset(Nutrient) - not_shown(context.profile, person.id)
        self.choices: dict[str, str] = {}
        self._plan: Plan | None = None
        self._accept_soon = False
        self._latest = Latest(context.worker, self)
        self._latest.done.connect(self._on_done)
        self.setObjectName("import_preview")
        self.setWindowTitle(tr("Import {file}", file=file_name))
        self.setAccessibleName(self.windowTitle())
        self._lay_out()
        self._show_table(table)
        theme = context.theme
        room = parent.window().size() - QSize(theme.px(32), theme.px(32))
        self.resize(QSize(theme.px(860), theme.px(660)).boundedTo(room))
        (self.asks.first() or self.accept_button).setFocus()

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out."""
        return self._latest.busy

    def accept(self) -> None:
        """Take it in; where what was just decided is still being counted, as soon as it is."""
        self._accept_soon = self.busy
        if not self.busy:
            super().accept()

    def done(self, result: int) -> None:
        """Close; what is still being worked out is not wanted any more."""
        self._latest.drop()
        super().done(result)

    def _lay_out(self) -> None:
        theme = self._context.theme
        self.source = label("", "section", wrap=True)
        self.amount = label("", "secondary", wrap=True)
        self.amount.setObjectName("import_amount")
        self.summary = label("", wrap=True)
        self.summary.setObjectName("import_summary")
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("import_refusal")
        self.refusal.hide()
        self.asks = MeasureAsks(theme)
        self.asks.unit_chosen.connect(self._on_unit)
        self.asks.length_chosen.connect(self._on_length)
        self.asks.order_chosen.connect(self._on_order)
        self.columns = QWidget()
        self.odd = ImportSkipped(
            theme, "import_odd", tr("This comes in as it stands in the file. Put it right in the other program, or in "
                                    "the history afterwards."),
            tr("Values that are worth a look"),
        )  # fmt: skip
        self.skipped = ImportSkipped(
            theme, "import_skipped",
            tr("Nothing of your file is lost without a word: these rows, values and columns hold nothing that Legwork "
               "keeps, or cannot be read."),
        )  # fmt: skip
        self.tabs = QTabWidget()
        self.tabs.setObjectName("import_tabs")
        self._columns_area: QScrollArea = scrolled(self.columns, "import_columns", tr("Columns of the file"))
        page = QWidget()
        page.setLayout(column(card(self._columns_area, margin=theme.px(4))))
        page.layout().setContentsMargins(0, theme.px(12), 0, 0)  # type: ignore[union-attr]
        for one in (page, self.odd, self.skipped):
            self.tabs.addTab(one, "")
        self.progress = QProgressBar()
        self.progress.setObjectName("import_progress")
        self.progress.setAccessibleName(tr("Being counted…"))
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(theme.px(120))
        self.progress.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.progress.show)
        self.accept_button = button(tr("Import"), "import_accept", "primary")
        self.accept_button.clicked.connect(self.accept)
        self.accept_button.setDefault(True)
        cancel = button(tr("Cancel"), "import_cancel")
        cancel.clicked.connect(self.reject)
        layout = column(
            column(self.source, self.amount, self.summary, self.refusal, spacing=theme.px(4)),
            self.asks,
            self.tabs,
            row(self.progress, None, cancel, self.accept_button, spacing=theme.px(8)),
            spacing=theme.px(12),
        )
        layout.setStretch(2, 1)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)

    def _show_table(self, table: MeasurementTable) -> None:
        """Show a file as it was read, and count what it would change."""
        said = {header: choice for header, choice in self.choices.items() if choice != self._proposed().get(header)}
        self.table = table
        self.choices = self._proposed() | {header: said[header] for header in said if header in self._proposed()}
        first, last = min(line.day for line in table.rows), max(line.day for line in table.rows)
        days = len({line.day for line in table.rows})
        self.source.setText(tr("{format} for {name}", format=table.format_name, name=self._person.name))
        self.amount.setText(
            tr("{count} from {first} to {last}", count=ntr("{count} day", "{count} days", days),
               first=full_day(first), last=full_day(last))
        )  # fmt: skip
        self.asks.show_table(table)
        self._fill_columns()
        self.odd.show_groups(by_reason(table.suspects))
        self.skipped.show_groups(by_reason(table.skipped))
        titles = (
            (tr("Columns · {count}", count=number(len(table.columns))), True),
            (tr("Worth a look · {count}", count=number(len(table.suspects))), bool(table.suspects)),
            (tr("Not taken · {count}", count=number(len(table.skipped))), bool(table.skipped)),
        )
        for place, (title, seen) in enumerate(titles):
            self.tabs.setTabText(place, title)
            self.tabs.setTabVisible(place, seen)
        self._count()

    def _proposed(self) -> dict[str, str]:
        """Where columns go by themselves: what is not shown to the person stays out."""
        proposed = importing.proposed(self.table)
        for one in self.table.columns:
            if one.nutrient is not None and one.nutrient not in self._shown:
                proposed[one.header] = importing.LEAVE_OUT
        return proposed

    def _fill_columns(self) -> None:
        theme = self._context.theme
        grid = QGridLayout()
        grid.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        grid.setHorizontalSpacing(theme.px(16))
        for place, heading in enumerate((tr("In the file"), tr("Values"), tr("Goes to"))):
            grid.addWidget(label(heading, "small"), 0, place)
        for line, one in enumerate(self.table.columns, start=1):
            name = tr(one.label) if one.nutrient is not None else one.label
            grid.addWidget(label(f"{name} ({one.unit})"), line, 0)
            count = label(number(one.count), "secondary")
            grid.addWidget(count, line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._target_box(one), line, 2)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(self.table.columns) + 1, 1)
        content = QWidget()
        content.setLayout(grid)
        self._columns_area.setWidget(content)
        self.columns = content

    def _target_box(self, one: Column) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"target_{one.header}")
        box.setAccessibleName(tr("{column} goes to", column=one.label))
        box.setProperty("header", one.header)
        if one.nutrient is None:
            for site in importing.targets_for(self._person, one):
                box.addItem(spot_label(site, one.spot.side if one.spot and site.sided else Side.NONE), site.key)
            box.addItem(tr("A site of your own: {name}", name=one.label), importing.OWN_SITE)
        elif one.nutrient in self._shown:
            box.addItem(tr("Food: {nutrient}", nutrient=tr(NAMES[one.nutrient])), f"{FOOD}{one.nutrient.value}")
        else:
            box.setToolTip(tr("It is left out everywhere in Legwork, as chosen on the Food page."))
        box.addItem(tr("Leave out"), importing.LEAVE_OUT)
        box.setCurrentIndex(max(0, box.findData(self.choices[one.header])))
        box.setEnabled(box.count() > 1)
        box.activated.connect(self._on_target)
        return box

    def _count(self) -> None:
        self._ask(partial(_counted, self._context.profile, self._person.id, self.table, dict(self.choices)))
        if self._plan is None:
            self.summary.setText(tr("Being counted…"))

    def _ask(self, work: Callable[[Task], object]) -> None:
        self.accept_button.setEnabled(True)  # pressed before all is counted, it waits for that
        self._patience.start()
        self._latest.ask(self.windowTitle(), work, waited_for=True)

    def _on_done(self, found: object) -> None:
        self._patience.stop()
        self.progress.hide()
        if isinstance(found, MeasurementTable):
            self.refusal.hide()
            self._show_table(found)
        elif isinstance(found, Plan):
            self._plan = found
            self.summary.setText(importing.plan_sentence(found))
            self.summary.setAccessibleName(self.summary.text())
            self.accept_button.setEnabled(not found.changes_nothing)
            if self._accept_soon and not found.changes_nothing:
                self.accept()
        else:
            self.refusal.setText(str(found))
            self.refusal.show()
            self._answers = replace(
                self._answers, unit=self.table.unit, length=self.table.length, order=self.table.order
            )  # fmt: skip
            self.asks.show_table(self.table)
            self._count()

    def _on_target(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.choices[box.property("header")] = box.currentData()
        self._count()

    def _on_unit(self, unit: str) -> None:
        self._read_again(replace(self._answers, unit=unit))

    def _on_length(self, length: str) -> None:
        self._read_again(replace(self._answers, length=length))

    def _on_order(self, first: str) -> None:
        self._read_again(replace(self._answers, order=DATE_ORDERS[first]))

    def _read_again(self, answers: Answers) -> None:
        if self._file is None:
            return
        self._answers = answers
        self._accept_soon = False
        self.summary.setText(tr("Being read again…"))
        self._ask(partial(_read, self._file, answers))


def _counted(profile: Profile, person_id: int, table: MeasurementTable, choices: dict[str, str], _task: Task) -> Plan:
    return importing.preview(profile, person_id, table, choices)


def _read(file: Path, answers: Answers, task: Task) -> MeasurementTable | UserError:
    """The file read again; why it cannot be read any more, where it was changed meanwhile."""
    try:
        found = importing.read_file(file, task.should_stop, answers)
    except UserError as error:
        return error
    if not isinstance(found, MeasurementTable) or not found.rows:
        return UserError(tr("{name} was changed meanwhile: it holds no readings any more.", name=file.name))
    return found
