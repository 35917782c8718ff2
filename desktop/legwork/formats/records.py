"""What the formats hand over: neutral records that know no file, no table of the store and no widget.

Owns two shapes: `Document`, everything that Legwork itself holds, and `MeasurementTable`, one foreign wide
table with a report on what was not taken. It must not read bytes, and it must not decide what becomes of the
records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from legwork.domain.exercise import Exercise
from legwork.domain.food.amounts import Nutrient
from legwork.domain.log.model import Workout
from legwork.domain.plan.model import Plan
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.formats.dates import DateOrder

MAX_SHOWN = 80
"""Letters of a foreign text that a report repeats; enough to find the place in the file."""

MOST = 10_000
"""No value in cm, kg, litres or percent is larger; whether it is one of a living body is not judged here."""

MAX_ITEM_NAME = 80
"""Letters that the name of a quick item can have."""

MAX_CHANGE_TEXT = 200
MAX_VIEW_NAME = 80
"""Letters that the text of a programme change and the name of a view can have."""

MAX_CHOICE_KEY = 80
"""Letters that a topic and a pick can have."""

MAX_EXERCISE_KEY = 80
MAX_PLAN_UID = 32
"""Letters that the key of an exercise and the name of a plan in exports can have."""

MAX_WORKOUT_TITLE = 200
"""Letters that the title of a workout can have."""

MOST_LOAD_KG = 1000.0
MOST_REPS = 50
MOST_RIR = 10.0
"""No set that a person enters has more of it (conventions: the heaviest raw squat is half of that load; who has more
than ten reps left did not train hard)."""


TYPED = "typed"
"""The source of what a person entered here."""


@dataclass(frozen=True)
class ReadingRecord:
    """One number of a check-in. source: "typed", "navy" or the name of an import format."""

    spot: Spot
    quantity: Quantity
    source: str


@dataclass(frozen=True)
class CheckInRecord:
    """One day of measuring.

    morning, trained_legs: None where nobody said. readings: several of one spot are its first, second and
    third reading, in this order.
    """

    day: date
    note: str
    morning: bool | None
    trained_legs: bool | None
    readings: tuple[ReadingRecord, ...]


@dataclass(frozen=True)
class CustomSiteRecord:
    """A girth of the person's own."""

    key: str
    name: str
    sided: bool


@dataclass(frozen=True)
class GoalRecord:
    """What a measure shall be on the day `due`, decided on the day `set_on`. A ratio has the unit ""."""

    measure: str
    quantity: Quantity
    due: date
    set_on: date


@dataclass(frozen=True)
class ProgrammeChangeRecord:
    """From this day on the training is another one."""

    day: date
    text: str


@dataclass(frozen=True)
class ChartViewRecord:
    """A kept view of the charts. spec: text of the window, opaque to all others."""

    name: str
    spec: str


@dataclass(frozen=True)
class LiftRecord:
    """The best set of a lift on one day. load: kg inside. rir: reps left in reserve; None where nobody said."""

    day: date
    lift: str
    side: Side
    load: Quantity
    reps: int
    rir: float | None


@dataclass(frozen=True)
class ChoiceRecord:
    """One pick of a topic, made on the day `picked_on`."""

    topic: str
    pick: str
    picked_on: date


@dataclass(frozen=True)
class PlanRecord:
    """A training plan; its parts have ids from 1 on each level. starts_on: None where nobody said."""

    uid: str
    starts_on: date | None
    plan: Plan


@dataclass(frozen=True)
class KeptWorkout:
    """A workout. uid: names it in exports. workout: with the id 0; its session and exercises of the plan by their
    numbers in the plan of `plan_uid`, None where there is none. source: "typed" or the name of an import format;
    edited: an imported one that was changed since."""

    uid: str
    workout: Workout
    finished: bool
    source: str
    edited: bool
    plan_uid: str | None


@dataclass(frozen=True)
class ExerciseNameRecord:
    """What another program means by a name. exercise: its key, "" for one that is left out."""

    name: str
    exercise: str


@dataclass(frozen=True)
class RefusedRecord:
    """A proposal that was refused on the day `refused_on`. topic: what it was about; key: names it."""

    topic: str
    key: str
    refused_on: date


@dataclass(frozen=True)
class FoodAmountRecord:
    """How much of a nutrient, in kcal, g or L inside. source: "typed" or the name of an import format; an item's is
    always typed."""

    nutrient: Nutrient
    quantity: Quantity
    source: str = TYPED


@dataclass(frozen=True)
class FoodDayRecord:
    """What was eaten and drunk on a day: at least one amount, one of each nutrient at most."""

    day: date
    amounts: tuple[FoodAmountRecord, ...]


@dataclass(frozen=True)
class FoodItemRecord:
    """A quick item, and what it brings."""

    name: str
    amounts: tuple[FoodAmountRecord, ...]


@dataclass(frozen=True)
class PersonRecord:
    """Somebody who is measured.

    uid: names the person in every export. sex: "male", "female" or None (no reference data).
    check_in_weekday: 0 is Monday. tracked: keys of sites in the order in which they are entered.
    """

    uid: str
    name: str
    sex: str | None
    birth_date: date | None
    stature: Quantity | None
    units: UnitSystem
    check_in_weekday: int
    tracked: tuple[str, ...]
    custom_sites: tuple[CustomSiteRecord, ...]
    check_ins: tuple[CheckInRecord, ...]
    goals: tuple[GoalRecord, ...] = ()
    programme_changes: tuple[ProgrammeChangeRecord, ...] = ()
    chart_views: tuple[ChartViewRecord, ...] = ()
    lifts: tuple[LiftRecord, ...] = ()
    choices: tuple[ChoiceRecord, ...] = ()
    plans: tuple[PlanRecord, ...] = ()
    own_exercises: tuple[Exercise, ...] = ()
    workouts: tuple[KeptWorkout, ...] = ()
    exercise_names: tuple[ExerciseNameRecord, ...] = ()
    refused: tuple[RefusedRecord, ...] = ()
    food: tuple[FoodDayRecord, ...] = ()
    food_items: tuple[FoodItemRecord, ...] = ()


@dataclass(frozen=True)
class Document:
    """Everything in a profile. settings: kept as a copy in the order of its keys; do not change it."""

    settings: Mapping[str, str]
    people: tuple[PersonRecord, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "settings", dict(sorted(dict(self.settings).items())))

    def __hash__(self) -> int:
        return hash((tuple(self.settings.items()), self.people))


@dataclass(frozen=True)
class Column:
    """A column of a foreign table that holds measurements.

    header: as `Cell.column` names it, unique in its table. spot: where it would go; None when no built-in
    site fits. label: its readable name, not translated, because it may become the name of a site. unit: "cm",
    "in", "kg", "lb" or "%"; of a nutrient "kcal", "kJ", "g", "L", "mL" or "fl oz". count: how many of its cells were
    taken. nutrient: what of food and drink it holds; then there is no spot, and a day has one value. side: of a site of
    the person's own; that of a built-in one stands in its spot.
    """

    header: str
    spot: Spot | None
    label: str
    unit: str
    count: int
    nutrient: Nutrient | None = None
    side: Side = Side.NONE


@dataclass(frozen=True)
class Cell:
    """One value of a row."""

    column: str
    quantity: Quantity


@dataclass(frozen=True)
class Row:
    """One day's values. line: where the row begins in the file, counted from 1. cells: at least one."""

    line: int
    day: date
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Skipped:
    """Something that was not taken, or that is worth a look.

    line: where it stands. text: what stands there, shortened. reason: a translated sentence, the same for all
    that share it, so that reports can be grouped by it. of_row: it is one value of a row, the others of which may have
    come in.
    """

    line: int
    text: str
    reason: str
    of_row: bool = field(default=False, compare=False, kw_only=True)


@dataclass(frozen=True)
class MeasurementTable:
    """What a foreign file of measurements holds.

    source: the format's key, kept with each reading ("hevy"). format_name: for people. columns: those with
    values. rows: in the order of the file; two rows of one day are further readings. skipped: every row or
    cell that was not taken. suspects: values that were taken, but that a person should look at.

    unit_asked, unit: as in a TrainingTable, of weights; unit_why: what the guess is made from, a translated sentence.
    length_asked, length, length_why: the same of girths, "cm" or "in". order_asked, order, order_example: the same of
    days like 3/4/2025. Other answers: read the file again.

    by_name: of a table that a person explained, whose rows name what was measured: of these names nobody said anything.
    """

    source: str
    format_name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    suspects: tuple[Skipped, ...]
    unit: str | None = None
    unit_asked: bool = False
    unit_why: str = ""
    length: str | None = None
    length_asked: bool = False
    length_why: str = ""
    order: DateOrder | None = None
    order_asked: bool = False
    order_example: str = ""
    by_name: bool = False


def shortened(text: str) -> str:
    """A foreign text on one line, cut to `MAX_SHOWN` letters."""
    flat = " ".join(text[: 4 * MAX_SHOWN].split())
    return flat if len(flat) <= MAX_SHOWN else flat[: MAX_SHOWN - 1] + "…"
