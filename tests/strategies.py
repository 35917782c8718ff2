"""Hypothesis: documents as the program itself writes them, so that nothing about them may change on the way."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from legwork.domain.sites import BUILT_IN, Kind, Side, Spot
from legwork.domain.strength import LIFTS
from legwork.domain.units import Quantity, UnitSystem
from legwork.formats.records import (
    ChartViewRecord,
    CheckInRecord,
    ChoiceRecord,
    CustomSiteRecord,
    Document,
    GoalRecord,
    LiftRecord,
    PersonRecord,
    ProgrammeChangeRecord,
    ReadingRecord,
)

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
def _people(draw: st.DrawFn, uid: str) -> PersonRecord:
    keys = draw(st.lists(st.sampled_from(["own_a", "own_b", "own_ç"]), unique=True))
    custom = tuple(CustomSiteRecord(key, draw(LINES), draw(st.booleans())) for key in keys)
    kinds = {Spot(site.key, side): site.kind for site in BUILT_IN for side in Side if site.sided or side == "none"}
    kinds |= {Spot(one.key, side): Kind.GIRTH for one in custom for side in Side if one.sided or side == "none"}
    days = sorted(draw(st.lists(DAYS, unique=True, max_size=4)))
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
        tuple(draw(_check_in(day, kinds)) for day in days),
        draw(goals()),
        draw(PROGRAMME_CHANGES),
        draw(CHART_VIEWS),
        draw(LIFTS_DONE),
        draw(CHOICES),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    uids = draw(st.lists(TEXTS.filter(bool), unique=True, max_size=2))
    return Document(draw(st.dictionaries(TEXTS, TEXTS, max_size=3)), tuple(draw(_people(uid)) for uid in uids))
