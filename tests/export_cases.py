"""Hypothesis: what goes out as tables, with texts that a spreadsheet would take for formulas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as st

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.plan.prescription import one_line
from legwork.domain.sites import BUILT_IN, Kind, Side, Spot
from legwork.domain.units import Quantity, UnitSystem, parse
from legwork.formats.records import CheckInRecord, KeptWorkout, ReadingRecord
from plan_strategies import QUANTITIES

STARTS = ["", "=", "+", "-", "@", "\t=", "'=", "''-", "'", " =", "＝", ";", '"', ","]
TEXTS = st.builds(
    str.__add__, st.sampled_from(STARTS), st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
)
LINES = TEXTS.map(one_line)
TITLES = TEXTS.map(lambda text: " ".join(text.split()))
MANY_LINES = st.lists(TEXTS, max_size=3).map("\n".join).map(str.strip)

EXERCISES = ("squat", "leg_press", "romanian_deadlift", "bench_press", "pull_up", "plank")
FIRST_DAY = date(2024, 1, 1)


@st.composite
def sets(draw: st.DrawFn) -> LoggedSet:
    """A set of any kind."""
    shape = draw(st.sampled_from(["reps", "reps", "seconds", "distance", "all"]))
    load = draw(st.none() | QUANTITIES)
    return LoggedSet(
        draw(st.sampled_from(LoggedKind)),
        draw(st.sampled_from(Side)),
        draw(st.integers(0, 1000)) if shape in ("reps", "all") else None,
        draw(st.integers(1, 36_000)) if shape in ("seconds", "all") else None,
        load,
        load is not None and draw(st.booleans()),
        draw(st.none() | st.integers(0, 18).map(lambda half: half / 2)),
        draw(LINES),
        draw(st.integers(1, 10**8)) / 1000 if shape in ("distance", "all") else None,
    )


@st.composite
def _workout(draw: st.DrawFn) -> Workout:
    exercises = st.builds(
        LoggedExercise,
        st.sampled_from(EXERCISES),
        st.lists(sets(), min_size=1, max_size=3).map(tuple),
        st.none() | st.integers(1, 3),
        LINES,
        st.none() | st.integers(0, 4),
    )
    start = draw(st.none() | st.times().map(lambda one: one.replace(microsecond=0)))
    return Workout(
        0,
        FIRST_DAY + timedelta(days=draw(st.integers(0, 300))),
        start,
        draw(st.none() | st.integers(-720, 840)),
        draw(st.none() | st.integers(0, 600)),
        draw(TITLES),
        tuple(draw(st.lists(exercises, min_size=1, max_size=3))),
        draw(MANY_LINES),
    )


@st.composite
def logs(draw: st.DrawFn) -> tuple[KeptWorkout, ...]:
    """Workouts with at least one exercise and set each, by their starts."""
    found = sorted(draw(st.lists(_workout(), min_size=1, max_size=3)), key=lambda one: (one.day, one.start or time()))
    return tuple(KeptWorkout(f"{number:032x}", one, True, "typed", False, None) for number, one in enumerate(found))


def plain_load(load: Quantity | None) -> Quantity | None:
    """A load as a table has it: with a decimal point."""
    return None if load is None else replace(load, entered=load.entered.replace(",", "."))


_UNITS = {
    Kind.GIRTH: ("cm", "in", "mm"), Kind.MASS: ("kg", "lb"), Kind.PERCENT: ("%",), Kind.LENGTH: ("cm", "in"),
    Kind.SKINFOLD: ("mm",),
}  # fmt: skip


@st.composite
def readings(draw: st.DrawFn, spot: Spot) -> ReadingRecord:
    """A reading that a living body can have there, with a decimal point or comma, or as a fraction."""
    site = next(one for one in BUILT_IN if one.key == spot.site)
    unit = draw(st.sampled_from(_UNITS[site.kind]))
    one = parse(f"1 {unit}", site.kind, UnitSystem.METRIC).value
    number = draw(st.integers(int(site.low / one) + 1, int(site.high / one) - 1))
    part = draw(st.sampled_from(["", ".5", ",25", " 1/4", "¾"]))
    return ReadingRecord(spot, parse(f"{number}{part} {unit}", site.kind, UnitSystem.METRIC), "typed")


SPOTS = [spot for site in BUILT_IN for spot in (*site.spots, Spot(site.key))]


@st.composite
def check_ins(draw: st.DrawFn) -> tuple[CheckInRecord, ...]:
    """Days on which something was measured, up to three times at a spot."""
    days = draw(st.lists(st.integers(0, 300), min_size=1, max_size=4, unique=True))
    found = []
    for day in sorted(days):
        spots = draw(st.lists(st.sampled_from(SPOTS), min_size=1, max_size=4, unique=True))
        several = [one for spot in sorted(spots) for one in draw(st.lists(readings(spot), min_size=1, max_size=3))]
        found.append(CheckInRecord(FIRST_DAY + timedelta(days=day), draw(MANY_LINES), None, None, tuple(several)))
    return tuple(found)
