"""Before anything is written: what a file holds, where each column goes, and what is not taken, with its reason.

Owns the dialog and what the person decides in it. The file is read again with other answers, and what would change is
counted, in the background; whoever opened the dialog writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from legwork.domain.days import full_day
from legwork.domain.food.amounts import NAMES, Nutrient
from legwork.domain.sites import Side, spot_label
from legwork.errors import UserError
from legwork.formats.records import Column, MeasurementTable
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.i18n import ntr, tr
from legwork.numerals import number
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.import_frame import ImportFrame
from legwork.qt.widgets.import_asks import MeasureAsks
from legwork.qt.widgets.import_columns import ImportColumns, Places
from legwork.qt.widgets.import_report import ImportSkipped
from legwork.qt.widgets.import_values import ImportValues
from legwork.qt.widgets.layout import column, label, set_role
from legwork.qt.widgets.window_room import open_inside
from legwork.services import importing
from legwork.services.food import food_units
from legwork.services.import_food import FOOD, not_shown
from legwork.services.import_values import ColumnFacts, NewestDays, facts_of, newest_days, other_names
from legwork.services.import_words import measured_done
from legwork.services.importing import DATE_ORDERS, Plan
from legwork.services.open_sites import for_person, measured_sites
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_words import by_reason


class ImportPreview(ImportFrame):
    """Preview of a table of measurements and food for one person; accepted means: take `table` in as `choices` say."""

    def __init__(
        self, context: Context, person: Person, table: MeasurementTable, file_name: str, parent: QWidget,
        file: Path | None = None, answers: Answers = NO_ANSWERS,
    ) -> None:  # fmt: skip
        """file: as it was read into `table` with `answers`, to be read again with others; None: it is not."""
        super().__init__(context.theme, "import_preview", file_name, parent)
        self._context, self._person, self._file, self._answers = context, person, file, answers
        self._name = file_name
        self._measured = measured_sites(context.profile, person.id)
        self.table = table
        self._shown: frozenset[Nutrient] = frozenset(Nutrient) - not_shown(context.profile, person.id)
        self.choices: dict[str, str] = {}
        self._plan: Plan | None = None
        self._latest = Latest(context.worker, self)
        self._latest.done.connect(self._on_done)
        self._lay_out()
        self._show_table(table)
        open_inside(self, parent, context.theme, 960, 860)
        (self.asks.first() or self.accept_button).setFocus()

    @property
    def done_words(self) -> str:
        """What taking it in does, once it is done."""
        return measured_done(self._name, self._plan) if self._plan is not None else ""

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out."""
        return self._latest.busy

    def done(self, result: int) -> None:
        """Close; what is still being worked out is not wanted any more."""
        self._latest.drop()
        super().done(result)

    def _lay_out(self) -> None:
        theme = self._context.theme
        self.source = label("", "section", wrap=True)
        set_role(self.amount, "secondary")
        self.asks = MeasureAsks(theme)
        self.asks.unit_chosen.connect(self._on_unit)
        self.asks.length_chosen.connect(self._on_length)
        self.asks.order_chosen.connect(self._on_order)
        self._stand(theme, (self.source, self.amount, self.summary, self.refusal), self.asks, self._tabs())

    def _tabs(self) -> tuple[QWidget, ...]:
        """The columns with their newest values, what is worth a look, and what is not taken."""
        theme = self._context.theme
        self.columns = ImportColumns(theme)
        self.columns.chosen.connect(self._on_target)
        self.other_names = label("", "secondary", wrap=True)
        self.other_names.setObjectName("import_other_names")
        self.other_names.hide()
        self.values = ImportValues(theme)
        self.values.hide()
        self.odd = ImportSkipped(
            theme, "import_odd", tr("This comes in as it stands in the file. Put it right in the other program, or in "
                                    "the history afterwards."),
            tr("Values that are worth a look"),
        )  # fmt: skip
        self.skipped = ImportSkipped(theme)
        page = QWidget()
        whole = column(self.other_names, self.columns, self.values, None, spacing=theme.px(12))
        whole.setStretch(1, 1000)  # the lines of the columns first, then nothing
        whole.setContentsMargins(0, theme.px(12), 0, 0)
        page.setLayout(whole)
        return page, self.odd, self.skipped

    def _show_table(self, table: MeasurementTable) -> None:
        """Show a file as it was read, and count what it would change."""
        said = {header: choice for header, choice in self.choices.items() if choice != self._proposed().get(header)}
        self.table = table = for_person(table, self._person, self._measured)
        self.choices = self._proposed() | {header: said[header] for header in said if header in self._proposed()}
        first, last = min(line.day for line in table.rows), max(line.day for line in table.rows)
        days = len({line.day for line in table.rows})
        self.source.setText(tr("{format} for {name}", format=table.format_name, name=self._person.name))
        self.amount.setText(
            tr("{count} from {first} to {last}", count=ntr("{count} day", "{count} days", days),
               first=full_day(first), last=full_day(last))
        )  # fmt: skip
        self.asks.show_table(table)
        self.columns.show_columns(table.columns, self.choices, self._places)
        self.columns.follow(self.tabs.tabBar())
        self.odd.show_groups(by_reason(table.suspects))
        self.skipped.show_groups(by_reason(table.skipped))
        self._name_tabs(
            (
                (tr("Columns · {count}", count=number(len(table.columns))), True),
                (tr("Worth a look · {count}", count=number(len(table.suspects))), bool(table.suspects)),
                (tr("Not taken · {count}", count=number(len(table.skipped))), bool(table.skipped)),
            )
        )
        self._count()

    def _proposed(self) -> dict[str, str]:
        """Where columns go by themselves: what is not shown to the person stays out."""
        proposed = importing.proposed(self.table)
        for one in self.table.columns:
            if one.nutrient is not None and one.nutrient not in self._shown:
                proposed[one.header] = importing.LEAVE_OUT
        return proposed

    def _places(self, one: Column) -> Places:
        """Where a column can go."""
        places: list[tuple[str, str]] = []
        if one.nutrient is None:
            for site in importing.targets_for(self._person, one):
                places.append((spot_label(site, one.spot.side if one.spot and site.sided else Side.NONE), site.key))
            places.append((tr("A site of your own: {name}", name=one.label), importing.OWN_SITE))
        elif one.nutrient in self._shown:
            places.append((tr("Food: {nutrient}", nutrient=tr(NAMES[one.nutrient])), f"{FOOD}{one.nutrient.value}"))
        return [*places, (tr("Leave out"), importing.LEAVE_OUT)]

    def _count(self) -> None:
        self._ask(partial(_looked, self._context.profile, self._person, self.table, dict(self.choices)))
        if self._plan is None:
            self.summary.setText(tr("Being counted…"))

    def _ask(self, work: Callable[[Task], object]) -> None:
        self.accept_button.setEnabled(True)  # pressed before all is counted, it waits for that
        self._show_busy(True)
        self._latest.ask(self.windowTitle(), work, waited_for=True)

    def _on_done(self, found: object) -> None:
        self._show_busy(False)
        if isinstance(found, MeasurementTable):
            self.refusal.hide()
            self._show_table(found)
        elif isinstance(found, _Look):
            self._plan = found.plan
            self.columns.show_facts(found.facts)
            self.other_names.setText(found.other_names)
            self.other_names.setVisible(bool(found.other_names))
            self.values.show_days(found.newest)
            self.values.show()
            self.summary.setText(importing.plan_sentence(found.plan))
            self.summary.setAccessibleName(self.summary.text())
            self.accept_button.setEnabled(not found.plan.changes_nothing)
            if self._accept_soon and not found.plan.changes_nothing:
                self.accept()
        else:
            self.refusal.setText(str(found))
            self.refusal.show()
            self._answers = replace(
                self._answers, unit=self.table.unit, length=self.table.length, order=self.table.order
            )  # fmt: skip
            self.asks.show_table(self.table)
            self._count()

    def _on_target(self, header: str, place: str) -> None:
        self.choices[header] = place
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


@dataclass(frozen=True)
class _Look:
    """What a table would change, and what there is to see of it before."""

    plan: Plan
    facts: dict[str, ColumnFacts]
    newest: NewestDays
    other_names: str


def _looked(profile: Profile, person: Person, table: MeasurementTable, choices: dict[str, str], _task: Task) -> _Look:
    plan = importing.preview(profile, person.id, table, choices)
    food = food_units(profile, person)
    facts, newest = facts_of(table, person, food), newest_days(table, person, food, choices)
    return _Look(plan, facts, newest, other_names(table, choices))


def _read(file: Path, answers: Answers, task: Task) -> MeasurementTable | UserError:
    """The file read again; why it cannot be read any more, where it was changed meanwhile."""
    try:
        found = importing.read_file(file, task.should_stop, answers)
    except UserError as error:
        return error
    if not isinstance(found, MeasurementTable) or not found.rows:
        return UserError(tr("{name} was changed meanwhile: it holds no readings any more.", name=file.name))
    return found
