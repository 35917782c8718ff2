"""Hypothesis: documents as the program itself writes them, so that nothing about them may change on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as st

from legwork.domain.exercise import BodyArea, Counting, Equipment, Exercise, Share, Substitute, own_exercise
from legwork.domain.food.amounts import MOST, UNITS, Nutrient, quantity_of
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import weeks_of
from legwork.domain.sites import BUILT_IN, Kind, Side, Spot
from legwork.domain.strength import LIFTS
from legwork.domain.units import Quantity, UnitSystem
from legwork.formats.records import (
    ChartViewRecord,
    CheckInRecord,
    ChoiceRecord,
    CustomSiteRecord,
    Document,
    ExerciseNameRecord,
    FoodAmountRecord,
    FoodDayRecord,
    FoodItemRecord,
    GoalRecord,
    KeptWorkout,
    LiftRecord,
    PersonRecord,
    PlanRecord,
    ProgrammeChangeRecord,
    ReadingRecord,
    RefusedRecord,
)
from plan_strategies import PLANS

CheckInsOf = Callable[[dict[Spot, Kind]], st.SearchStrategy[tuple[CheckInRecord, ...]]]

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=10)
NOTES = TEXTS.map(str.strip)
DAYS = st.dates(date(1990, 1, 1), date(2025, 12, 31))
SAID = st.none() | st.booleans()
LINES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
_UNITS = {
    Kind.GIRTH: ["cm", "mm", "in"],
    Kind.MASS: ["kg", "lb", "st"],
    Kind.PERCENT: ["%"],
    Kind.LENGTH: ["cm", "mm", "in"],
    Kind.SKINFOLD: ["mm"],
}


def quantities(kind: Kind) -> st.SearchStrategy[Quantity]:
    positive = st.floats(min_value=0, max_value=10_000, exclude_min=True, allow_infinity=False)
    return st.builds(Quantity, positive, st.sampled_from(_UNITS[kind]), TEXTS)


@st.composite
def _goal(draw: st.DrawFn, measure: str) -> GoalRecord:
    value, unit = (
        draw(st.floats(min_value=0, max_value=10_000)),
        draw(st.sampled_from(["cm", "in", "kg", "%", "L", ""])),
    )
    set_on = draw(DAYS)
    due = set_on + timedelta(days=draw(st.integers(1, 7000)))
    return GoalRecord(measure, Quantity(value, unit, draw(TEXTS)), due, set_on)


@st.composite
def goals(draw: st.DrawFn) -> tuple[GoalRecord, ...]:
    known = st.sampled_from(["site/calf:left", "volume/leg", "difference/calf"])
    measures = draw(st.lists(known | TEXTS.filter(bool), unique=True, max_size=3))
    return tuple(draw(_goal(measure)) for measure in sorted(measures))


PROGRAMME_CHANGES = st.lists(st.builds(ProgrammeChangeRecord, DAYS, LINES), unique=True, max_size=3).map(
    lambda changes: tuple(sorted(changes, key=lambda one: (one.day, one.text)))
)
CHART_VIEWS = st.lists(
    st.builds(ChartViewRecord, LINES, TEXTS), unique_by=lambda one: one.name.casefold(), max_size=3
).map(lambda views: tuple(sorted(views, key=lambda one: one.name.casefold())))

_LOADS = st.builds(
    Quantity,
    st.floats(min_value=0, max_value=1000, exclude_min=True, allow_infinity=False),
    st.sampled_from(_UNITS[Kind.MASS]),
    TEXTS,
)
LIFTS_DONE = st.lists(
    st.builds(
        lambda day, lift_side, load, reps, rir: LiftRecord(day, *lift_side, load, reps, rir),
        DAYS,
        st.sampled_from([(one.key, side) for one in LIFTS for side in one.sides]),
        _LOADS,
        st.integers(1, 50),
        st.none() | st.floats(0, 10).map(abs),
    ),
    unique_by=lambda one: (one.day, one.lift, one.side),
    max_size=4,
).map(lambda lifts: tuple(sorted(lifts, key=lambda one: (one.day, one.lift, one.side))))
CHOICES = st.lists(
    st.builds(ChoiceRecord, st.sampled_from(["target", "why/legs", "ü"]) | LINES, LINES, DAYS),
    unique_by=lambda one: (one.topic, one.pick),
    max_size=5,
).map(lambda choices: tuple(sorted(choices, key=lambda one: one.topic)))


PLANS_KEPT = st.lists(
    st.builds(
        PlanRecord,
        st.sampled_from(["7c9e6679f5b24f1d", "ü 1"]),
        st.none() | DAYS,
        st.builds(replace, PLANS, name=LINES),
    ),
    unique_by=lambda one: one.uid,
    max_size=2,
).map(tuple)

_SHARES = st.lists(
    st.builds(Share, st.sampled_from(Muscle), st.sampled_from([0.25, 0.5]), st.just("") | LINES),
    unique_by=lambda one: one.muscle,
    max_size=3,
)


@st.composite
def own_exercises(draw: st.DrawFn, key: str) -> Exercise:
    """Any exercise that a person can make their own."""
    counting = draw(st.sampled_from(Counting))
    main = Share(draw(st.sampled_from(Muscle)), 1.0, draw(st.just("") | LINES))
    found = own_exercise(
        key,
        draw(LINES),
        draw(st.sampled_from(Pattern)),
        (main, *(one for one in draw(_SHARES) if one.muscle is not main.muscle)),
        draw(st.lists(st.sampled_from(Equipment), unique=True, max_size=3)),
        counting,
        draw(st.booleans()),
        draw(st.sampled_from([0.65, 1.0])) if "body" in counting.value else None,
    )
    low, more = draw(st.integers(1, 25)), draw(st.integers(0, 25))
    return replace(
        found,
        compound=draw(st.booleans()),
        timed=draw(st.booleans()),
        reps=(low, low + more),
        increment_kg=None if found.increment_kg is None else draw(st.sampled_from([0.25, 2, 2.5, 20])),
        body_reason=draw(st.just("") | LINES) if found.body_share is not None else "",
        cues=tuple(draw(st.lists(LINES, unique=True, max_size=4))),
        avoid=tuple(draw(st.lists(st.sampled_from(BodyArea), unique=True, max_size=2))),
        substitutes=tuple(
            draw(st.lists(st.builds(Substitute, LINES, st.just("") | LINES), unique_by=lambda one: one.key, max_size=2))
        ),
        aliases=tuple(draw(st.lists(LINES, unique=True, max_size=2))),
    )


@st.composite
def own_exercises_kept(draw: st.DrawFn) -> tuple[Exercise, ...]:
    """Several of them under keys of their own, in the order in which they are exported."""
    keys = draw(st.lists(st.sampled_from(["own_sled", "own_dřep", "own_sled_2"]), unique=True, max_size=2))
    found = [draw(own_exercises(key)) for key in keys]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.key)))


_LOADS_LOGGED = st.builds(
    Quantity,
    st.floats(min_value=0, max_value=10_000_000, exclude_min=True, allow_infinity=False),
    st.sampled_from(["kg", "lb"]),
    TEXTS,
)


@st.composite
def _sets_done(draw: st.DrawFn) -> LoggedSet:
    """Any set that a person or an import can bring."""
    reps, seconds = draw(st.none() | st.integers(0, 1_000_000)), draw(st.none() | st.integers(1, 100_000))
    distance = draw(st.none() | st.floats(0.001, 1_000_000))
    if reps is None and seconds is None and distance is None:
        reps = 8
    load = draw(st.none() | _LOADS_LOGGED)
    return LoggedSet(
        draw(st.sampled_from(LoggedKind)), draw(st.sampled_from(Side)), reps, seconds, load,
        load is not None and draw(st.booleans()), draw(st.none() | st.floats(0, 9).map(abs)),
        draw(st.just("") | LINES), distance,
    )  # fmt: skip


@st.composite
def workouts_kept(draw: st.DrawFn, plans: tuple[PlanRecord, ...]) -> tuple[KeptWorkout, ...]:
    """Workouts of a person with these plans, in the order in which they are exported."""
    found = []
    for uid in draw(st.lists(st.sampled_from(["0af3", "11b2", "ü 3"]), unique=True, max_size=2)):
        plan = draw(st.none() | st.sampled_from(plans)) if plans else None
        sessions = [one for _, week in weeks_of(plan.plan) for one in week.sessions] if plan is not None else []
        session = draw(st.sampled_from(sessions)) if sessions else None
        entries = [one.id for one in session.entries] if session is not None else []
        exercises = [
            LoggedExercise(
                draw(st.sampled_from(["squat", "own_sled", "gone"])), tuple(draw(st.lists(_sets_done(), max_size=3))),
                draw(st.none() | st.integers(1, 3)), draw(st.just("") | LINES), draw(st.none() | st.integers(0, 4)),
                draw(st.none() | st.sampled_from(entries)) if entries else None,
            )
            for _ in range(draw(st.integers(0, 2)))
        ]  # fmt: skip
        workout = Workout(
            0, draw(DAYS), draw(st.none() | st.times().map(lambda at: at.replace(microsecond=0))),
            draw(st.none() | st.integers(-720, 840)), draw(st.none() | st.integers(0, 9000)), draw(st.just("") | LINES),
            tuple(exercises), draw(NOTES), session.id if session is not None else None,
        )  # fmt: skip
        source = draw(st.sampled_from(["typed", "strong"]))
        plan_uid = plan.uid if plan is not None and session is not None else None
        found.append(KeptWorkout(uid, workout, draw(st.booleans()), source, source != "typed", plan_uid))
    return tuple(sorted(found, key=lambda one: (one.workout.day, one.workout.start or time.min, one.uid)))


EXERCISE_NAMES = st.dictionaries(TEXTS.filter(bool), st.sampled_from(["squat", "own_sled", ""]), max_size=2).map(
    lambda names: tuple(ExerciseNameRecord(name, key) for name, key in sorted(names.items()))
)
_NUMBERS = st.integers(0, 999).map(str) | st.decimals(0, 999, places=1).map(lambda one: f"{one:.1f}".replace(".", ","))


@st.composite
def _amount(draw: st.DrawFn, nutrient: Nutrient, sources: tuple[str, ...]) -> FoodAmountRecord:
    """An amount as it was typed, perhaps as a sum."""
    unit = draw(st.sampled_from(sorted(UNITS[nutrient])))
    text = "+".join(draw(st.lists(_NUMBERS, min_size=1, max_size=3)))
    quantity = quantity_of(text, unit)
    believed = quantity if quantity.value <= MOST[nutrient] else quantity_of("1,5", unit)
    return FoodAmountRecord(nutrient, believed, draw(st.sampled_from(sources)))


@st.composite
def _amounts(draw: st.DrawFn, sources: tuple[str, ...] = ("typed",)) -> tuple[FoodAmountRecord, ...]:
    some = draw(st.sets(st.sampled_from(Nutrient), min_size=1))
    return tuple(draw(_amount(nutrient, sources)) for nutrient in Nutrient if nutrient in some)


FOOD = st.dictionaries(DAYS, _amounts(("typed", "cronometer")), max_size=3).map(
    lambda days: tuple(FoodDayRecord(day, amounts) for day, amounts in sorted(days.items()))
)
FOOD_ITEMS = st.lists(
    st.builds(FoodItemRecord, LINES, _amounts()), unique_by=lambda one: one.name.casefold(), max_size=2
).map(tuple)
REFUSED = st.lists(
    st.builds(RefusedRecord, st.sampled_from(["squat", "deload"]), TEXTS.filter(bool), DAYS),
    unique_by=lambda one: (one.topic, one.key),
    max_size=2,
).map(lambda refused: tuple(sorted(refused, key=lambda one: (one.topic, one.key))))


@st.composite
def _check_ins(draw: st.DrawFn, kinds: dict[Spot, Kind]) -> tuple[CheckInRecord, ...]:
    days = sorted(draw(st.lists(DAYS, unique=True, max_size=4)))
    return tuple(draw(_check_in(day, kinds)) for day in days)


@st.composite
def _check_in(draw: st.DrawFn, day: date, kinds: dict[Spot, Kind]) -> CheckInRecord:
    spots = sorted(draw(st.lists(st.sampled_from(sorted(kinds)), unique=True, max_size=4)))
    readings: list[ReadingRecord] = []
    for spot in spots:
        source = draw(st.sampled_from(["typed", "navy", "hevy"]))
        taken = draw(st.lists(quantities(kinds[spot]), min_size=1, max_size=3))
        readings += [ReadingRecord(spot, quantity, source) for quantity in taken]
    note, morning, trained = draw(NOTES), draw(SAID), draw(SAID)
    if not readings and not note and morning is None and trained is None:
        note = "something"  # a check-in that says nothing is never kept
    return CheckInRecord(day, note, morning, trained, tuple(readings))


@st.composite
def _people(draw: st.DrawFn, uid: str, check_ins: CheckInsOf) -> PersonRecord:
    keys = draw(st.lists(st.sampled_from(["own_a", "own_b", "own_ç"]), unique=True))
    custom = tuple(CustomSiteRecord(key, draw(LINES), draw(st.booleans())) for key in keys)
    kinds = {Spot(site.key, side): site.kind for site in BUILT_IN for side in Side if site.sided or side == "none"}
    kinds |= {Spot(one.key, side): Kind.GIRTH for one in custom for side in Side if one.sided or side == "none"}
    return PersonRecord(
        uid,
        draw(LINES),
        draw(st.sampled_from(["male", "female", None])),
        draw(st.none() | st.dates()),
        draw(st.none() | quantities(Kind.GIRTH)),
        draw(st.sampled_from(UnitSystem)),
        draw(st.integers(0, 6)),
        tuple(draw(st.lists(st.sampled_from([site.key for site in BUILT_IN] + keys), unique=True))),
        custom,
        draw(check_ins(kinds)),
        draw(goals()),
        draw(PROGRAMME_CHANGES),
        draw(CHART_VIEWS),
        draw(LIFTS_DONE),
        draw(CHOICES),
        plans := draw(PLANS_KEPT),
        draw(own_exercises_kept()),
        draw(workouts_kept(plans)),
        draw(EXERCISE_NAMES),
        draw(REFUSED),
        draw(FOOD),
        draw(FOOD_ITEMS),
    )


@st.composite
def documents(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS, check_ins: CheckInsOf = _check_ins) -> Document:
    """check_ins: of a person, by the kind of each spot that there is."""
    uids = draw(st.lists(texts.filter(bool), unique=True, max_size=2))
    people = tuple(draw(_people(uid, check_ins)) for uid in uids)
    return Document(draw(st.dictionaries(texts, texts, max_size=3)), people)
