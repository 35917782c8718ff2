"""Bringing other programs' files in: read, preview, then one edit.

The preview and the edit work out the same plan from the same rows, so what was shown is what happens. Readings typed
here are never overwritten by a file; readings that came from the same kind of file are corrected by a newer one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side, Site, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import Cancelled, UserError
from legwork.formats import apple_health, plan_file, plan_text, recognise
from legwork.formats.dates import DateOrder
from legwork.formats.parts import Several, UnknownTable
from legwork.formats.records import Column, Document, MeasurementTable
from legwork.formats.text import never
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.i18n import ntr, tr
from legwork.services.catalogue import catalogue
from legwork.services.check_ins import MAX_READINGS, TYPED, Day, Entry, Reading, stored_readings, write_days
from legwork.services.edit import Edit
from legwork.services.food import write_food
from legwork.services.import_food import FoodPlan, food_place, plan_food
from legwork.services.people import Person, add_tracked, one_person, own_key
from legwork.services.plan_files import SharedPlan, read_shared
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import check_in, custom_site

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

LEAVE_OUT = ""
OWN_SITE = "own"
MAX_FILE_BYTES = 256 * 1024 * 1024

Choices = Mapping[str, str]
"""Column header -> the key of the site it shall fill, OWN_SITE, LEAVE_OUT, or for food the place of its nutrient."""


DATE_ORDERS = {"day": DateOrder.DAY_FIRST, "month": DateOrder.MONTH_FIRST}
"""By what comes first in days like 3/4/2025."""

Found = Document | MeasurementTable | TrainingTable | SharedPlan | Several | UnknownTable
"""What a file can hold."""


def read_file(
    file: Path,
    should_stop: Callable[[], bool] = never,
    answers: Answers = NO_ANSWERS,
    loads: UnitSystem | None = None,
) -> Found:
    """What a file holds. Raises UserError in one sentence when it cannot be read; Cancelled when asked to stop.

    answers: to what the file leaves open, see `Answers`; with others the file is read again. loads: the units of those
    loads in a plan that name none; None: by the answers, kilograms where they do not say.
    """
    found = _streamed(file, should_stop, answers)
    if found is not None:
        return found
    data = file_bytes(file)
    if plan_file.is_plan(data) or plan_text.is_plan(data):
        said = UnitSystem.IMPERIAL if answers.unit == "lb" else UnitSystem.METRIC
        return read_shared(data, catalogue(), loads or said)
    return recognise.recognise(data, date.today(), should_stop, answers)


def _streamed(file: Path, should_stop: Callable[[], bool], answers: Answers) -> Found | None:
    """What a file holds that may be too large to be read at once; None for one that is not of that kind."""
    with _reading(file), file.open("rb") as stream:
        head = stream.read(recognise.HEAD)
        if not recognise.is_streamed(head):
            return None
        stream.seek(0)
        return recognise.recognise_stream(stream, date.today(), should_stop, answers)


def has_columns(file: Path, found: MeasurementTable | TrainingTable) -> bool:
    """Whether a file, read as `found`, is or holds a table of which a person could say what its columns are."""
    if found.source == apple_health.SOURCE:
        return False
    try:
        with file.open("rb") as stream:
            return recognise.has_columns(stream.read(recognise.HEAD))
    except (OSError, UserError):
        return False


def file_bytes(file: Path) -> bytes:
    """All that stands in a file. Raises UserError for what is no file, cannot be read or is too large."""
    with _reading(file):
        if file.stat().st_size > MAX_FILE_BYTES:
            raise UserError(tr("{name} is larger than any export of measurements can be.", name=file.name))
        return file.read_bytes()


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    """Whatever keeps a file from being read, as one sentence."""
    try:
        if file.is_dir():
            raise UserError(tr("{name} is a folder: choose a file in it.", name=file.name or file))
        if file.exists() and not file.is_file():
            raise UserError(tr("{name} is not a file.", name=file.name))
        yield
    except OSError as error:
        raise UserError(
            tr("{name} cannot be read: {reason}.", name=file.name, reason=error.strerror or str(error))
        ) from error


def proposed(table: MeasurementTable) -> dict[str, str]:
    """Where each column goes unless the person says otherwise: its site or nutrient, or a site of their own."""
    return {column.header: _place(column) for column in table.columns}


def _place(column: Column) -> str:
    if column.nutrient is not None:
        return food_place(column)
    return column.spot.site if column.spot else OWN_SITE


def targets_for(person: Person, column: Column) -> tuple[Site, ...]:
    """The sites that a column can fill: those measured in its unit, the proposed one first."""
    kind = kind_of(column)
    fitting = [site for site in person.all_sites if site.kind is kind]
    proposed_key = column.spot.site if column.spot else ""
    return tuple(sorted(fitting, key=lambda site: site.key != proposed_key))


def kind_of(column: Column) -> Kind:
    """What a column without a nutrient measures."""
    built_in = BUILT_IN_BY_KEY.get(column.spot.site) if column.spot else None
    kinds = {"kg": Kind.MASS, "lb": Kind.MASS, "%": Kind.PERCENT}
    return built_in.kind if built_in is not None else kinds.get(column.unit, Kind.GIRTH)


@dataclass(frozen=True)
class Plan:
    """What an import would do. Counts are readings; those of food are amounts. kept_own: left because the person typed
    their own; kept_other: because another program gave them; left_out: not wanted, or one too many."""

    days: tuple[Day, ...]
    new_sites: tuple[tuple[str, str, bool], ...]
    new_check_ins: int
    new: int
    corrected: int
    same: int
    kept_own: int
    kept_other: int
    left_out: int
    food: FoodPlan

    @property
    def changes_nothing(self) -> bool:
        """Whether all of it is here already."""
        return not (self.new or self.corrected or self.food.new or self.food.corrected)


def preview(profile: Profile, person_id: int | None, table: MeasurementTable, choices: Choices) -> Plan:
    """What `ImportTable` would do now. person_id: None for somebody who is yet to be added."""
    with profile.reading() as reader:
        return _plan(reader, person_id, table, choices)


def plan_sentence(plan: Plan) -> str:
    """What an import would do, in words."""
    food = plan.food
    same, kept_own, kept_other, left_out = (
        plan.same + food.same, plan.kept_own + food.kept_own, plan.kept_other + food.kept_other,
        plan.left_out + food.left_out,
    )  # fmt: skip
    if plan.changes_nothing and same:
        return tr("All of it is here already. Nothing would change.")
    parts = []
    if plan.new or not (food.new or food.corrected or plan.corrected):
        parts.append(ntr("{count} new reading", "{count} new readings", plan.new))
    if plan.new_check_ins:
        parts.append(ntr("{count} new check-in", "{count} new check-ins", plan.new_check_ins))
    if plan.corrected:
        parts.append(ntr("{count} reading corrected", "{count} readings corrected", plan.corrected))
    if food.new:
        parts.append(_new_food(food))
    if food.corrected:
        parts.append(ntr("{count} amount of food or drink corrected", "{count} amounts of food or drink corrected",
                         food.corrected))  # fmt: skip
    if same:
        parts.append(ntr("{count} here already", "{count} here already", same))
    if kept_own:
        parts.append(ntr("{count} stays as you typed it", "{count} stay as you typed them", kept_own))
    if kept_other:
        parts.append(
            ntr("{count} stays as another program gave it", "{count} stay as another program gave them", kept_other)
        )
    if left_out:
        parts.append(ntr("{count} left out", "{count} left out", left_out))
    return ", ".join(parts) + "."


def _new_food(food: FoodPlan) -> str:
    return tr(
        "{amounts} of food and drink on {days}",
        amounts=ntr("{count} new amount", "{count} new amounts", food.new),
        days=ntr("{count} day", "{count} days", len(food.days)),
    )


@dataclass(frozen=True)
class ImportTable(Edit):
    """Take a table of measurements in for one person. should_stop: as in `ImportTraining`."""

    notable: ClassVar[bool] = True

    person_id: int
    table: MeasurementTable
    choices: tuple[tuple[str, str], ...]
    file_name: str
    should_stop: Callable[[], bool] = field(default=never, compare=False, repr=False)

    @property
    def label(self) -> str:
        return tr("Import {file}", file=self.file_name)

    def run(self, work: UnitOfWork) -> None:
        tracked = set(one_person(work, self.person_id).tracked)
        plan = _plan(work, self.person_id, self.table, dict(self.choices))
        work.insert(
            custom_site,
            [
                {"person_id": self.person_id, "key": key, "name": name, "sided": sided}
                for key, name, sided in plan.new_sites
            ],
        )
        write_days(work, self.person_id, plan.days)
        write_food(work, self.person_id, plan.food.days, self.table.source)
        add_tracked(work, self.person_id, [key for key, *_ in plan.new_sites if key not in tracked])
        if self.should_stop():
            raise Cancelled


def _plan(reader: Reader, person_id: int | None, table: MeasurementTable, choices: Choices) -> Plan:
    targets, new_sites = _targets(reader, person_id, table, choices)
    rows = reader.rows(check_in, person_id=person_id) if person_id is not None else ()
    ids = {row.day: row.id for row in rows}
    stored = stored_readings(reader, ids.values())
    counts = dict.fromkeys(("new", "corrected", "same", "kept_own", "kept_other", "left_out"), 0)
    days: list[Day] = []
    for day, spots in _incoming(table, targets, counts).items():
        here = stored.get(ids.get(day, -1), {})
        entries = [
            Entry(spot, tuple(quantities), table.source)
            for spot, quantities in spots.items()
            if _wanted(here.get(spot), quantities, table.source, counts)
        ]
        if entries:
            days.append(Day(day, tuple(entries)))
    new_check_ins = sum(day.day not in ids for day in days)
    food = plan_food(reader, person_id, table, choices)
    return Plan(tuple(days), new_sites, new_check_ins, **counts, food=food)


def _incoming(
    table: MeasurementTable, targets: Mapping[str, Spot], counts: dict[str, int]
) -> dict[date, dict[Spot, list[Quantity]]]:
    incoming: dict[date, dict[Spot, list[Quantity]]] = defaultdict(lambda: defaultdict(list))
    eaten = {one.header for one in table.columns if one.nutrient is not None}
    for row in table.rows:
        for cell in row.cells:
            if cell.column in eaten:
                continue
            spot = targets.get(cell.column)
            if spot is None or len(incoming[row.day][spot]) >= MAX_READINGS:
                counts["left_out"] += 1
            else:
                incoming[row.day][spot].append(cell.quantity)
    return incoming


def _wanted(here: list[Reading] | None, quantities: list[Quantity], source: str, counts: dict[str, int]) -> bool:
    """Whether the readings of one spot and day shall be written; counts them by what becomes of them."""
    if not here:
        fate = "new"
    elif [round(one.value, 3) for one in here] == [round(quantity.value, 3) for quantity in quantities]:
        fate = "same"
    elif all(one.source == source for one in here):
        fate = "corrected"
    else:
        fate = "kept_own" if any(one.source == TYPED for one in here) else "kept_other"
    counts[fate] += len(quantities)
    return fate in ("new", "corrected")


def _targets(
    reader: Reader, person_id: int | None, table: MeasurementTable, choices: Choices
) -> tuple[dict[str, Spot], tuple[tuple[str, str, bool], ...]]:
    """Where the values of each column go, and the sites that are to be made for it: key, name, whether it has sides."""
    rows = reader.rows(custom_site, person_id=person_id) if person_id is not None else ()
    own = {row.name.casefold(): (row.key, bool(row.sided)) for row in rows}
    taken = {key for key, _ in own.values()}
    targets: dict[str, Spot] = {}
    new_sites: list[tuple[str, str, bool]] = []
    for column in table.columns:
        choice = choices.get(column.header, LEAVE_OUT)
        if choice == LEAVE_OUT or column.nutrient is not None:
            continue
        if choice == OWN_SITE:
            name, side = column.label, column.side
            if side is not Side.NONE and not own.get(name.casefold(), ("", True))[1]:
                name, side = f"{name} {side.value}", Side.NONE  # it is here without sides: both would be one
            found = own.get(name.casefold())
            if found is None:
                found = own_key(name, taken), side is not Side.NONE
                taken.add(found[0])
                own[name.casefold()] = found  # a second column of that name is the same site
                new_sites.append((found[0], name, found[1]))
            targets[column.header] = Spot(found[0], side)
        else:
            targets[column.header] = Spot(choice, _side(column, choice))
    return targets, tuple(new_sites)


def _side(column: Column, site: str) -> Side:
    built_in = BUILT_IN_BY_KEY.get(site)
    if column.spot is None or built_in is None or not built_in.sided:
        return Side.NONE
    return column.spot.side
