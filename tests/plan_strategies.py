"""Hypothesis: prescriptions, rules and plans of every kind that the program takes, and a lookup to count them by."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from legwork.domain.plan.counting import Lookup
from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Session, Week, Weekday
from legwork.domain.plan.prescription import (
    BodyWeight,
    Effort,
    OfMax,
    Prescription,
    SetKind,
    Target,
    Tempo,
    Weight,
    load_of,
    one_line,
)
from legwork.domain.plan.rules import FIXED, Day, Double, Each, Linear, RepsSum, Step, Undulating, Wave
from legwork.domain.sites import Kind, Region
from legwork.domain.units import Quantity, UnitSystem, parse

QUANTITIES = st.builds(
    lambda whole, part, mark, unit: parse(f"{whole}{mark}{part} {unit}", Kind.MASS, UnitSystem.METRIC),
    st.integers(1, 999),
    st.sampled_from(["5", "25", "125", "0"]),
    st.sampled_from([".", ","]),
    st.sampled_from(["kg", "lb"]),
) | st.builds(load_of, st.integers(1, 1000), st.just("kg"))

LOADS = st.one_of(
    st.none(),
    st.builds(Weight, QUANTITIES),
    st.builds(OfMax, st.integers(2, 240).map(lambda half: half / 2)),
    st.just(BodyWeight()),
    st.builds(BodyWeight, QUANTITIES, st.booleans()),
)
EFFORTS = st.none() | st.builds(Effort, st.integers(0, 18).map(lambda half: half / 2), st.booleans())
NOTES = st.text(st.characters(exclude_categories=("Cs",)), max_size=30).map(one_line)
NAMES = st.text(st.characters(exclude_categories=("Cs",)), max_size=20).map(lambda text: " ".join(text.split()))


@st.composite
def _targets(draw: st.DrawFn) -> tuple[Target, ...]:
    seconds = draw(st.booleans())
    most = 3600 if seconds else 100

    @st.composite
    def one(draw: st.DrawFn) -> Target:
        low, high = sorted((draw(st.integers(1, most)), draw(st.integers(1, most))))
        kind = draw(st.sampled_from(["one", "range", "more", "amrap"]))
        if kind == "range":
            return Target(low, high, seconds)
        if kind == "amrap" and not seconds:
            return Target(0, 0, more=True)
        return Target(low, low, seconds, more=kind == "more")

    if draw(st.booleans()):
        return (draw(one()),) * draw(st.integers(1, 20))
    return tuple(draw(st.lists(one(), min_size=1, max_size=20)))


_SECONDS = st.integers(0, 30)
PRESCRIPTIONS = st.builds(
    Prescription,
    _targets(),
    LOADS,
    EFFORTS,
    st.none() | st.builds(Tempo, _SECONDS, _SECONDS, st.none() | _SECONDS, _SECONDS),
    st.none() | st.integers(0, 3600),
    st.booleans(),
    st.sampled_from(SetKind),
    st.booleans(),
    NOTES,
)

STEPS = st.builds(
    lambda quarters, unit: Step(quarters / 4, unit), st.integers(1, 80), st.sampled_from(["kg", "lb", "%"])
)
RULES = st.one_of(
    st.just(FIXED),
    st.builds(Linear, STEPS, st.sampled_from(Each)),
    st.builds(lambda low, more, step: Double(low, low + more, step), st.integers(1, 50), st.integers(1, 50), STEPS),
    st.builds(RepsSum, st.integers(1, 2000), STEPS),
    st.builds(Undulating, st.lists(st.sampled_from(Day), min_size=2, max_size=7).map(tuple), STEPS),
    st.builds(
        Wave, st.lists(st.integers(2, 240).map(lambda half: half / 2), min_size=2, max_size=16, unique=True).map(tuple)
    ),
)

EXERCISES = ("back_squat", "rdl", "split_squat", "bench", "row", "Curl: seated", 'the "odd" one', "note", "[A] x", "#1")
ENTRIES = st.builds(
    Entry,
    st.just(0),
    st.sampled_from(EXERCISES) | NAMES.filter(bool),
    PRESCRIPTIONS,
    RULES,
    st.none() | st.integers(1, 26),
    NOTES,
)
SESSIONS = st.builds(
    Session, st.just(0), NAMES, st.none() | st.sampled_from(Weekday), st.lists(ENTRIES, max_size=3).map(tuple)
)
WEEKS = st.builds(Week, st.just(0), st.lists(SESSIONS, max_size=3).map(tuple))
BLOCKS = st.builds(
    Block, st.just(0), st.sampled_from(BlockKind), NAMES, st.lists(WEEKS, max_size=3).map(tuple)
)  # fmt: skip
PLANS = st.builds(Plan, NAMES, st.lists(BLOCKS, max_size=3).map(tuple)).map(lambda plan: numbered(plan))


def numbered(plan: Plan) -> Plan:
    """The same plan with ids from 1 on each level, as a reader gives them."""
    blocks, weeks, sessions, entries = count(1), count(1), count(1), count(1)
    return replace(
        plan,
        blocks=tuple(
            replace(
                block,
                id=next(blocks),
                weeks=tuple(
                    replace(
                        week,
                        id=next(weeks),
                        sessions=tuple(
                            replace(
                                session,
                                id=next(sessions),
                                entries=tuple(replace(entry, id=next(entries)) for entry in session.entries),
                            )
                            for session in week.sessions
                        ),
                    )
                    for week in block.weeks
                ),
            )
            for block in plan.blocks
        ),
    )


LOOKUP = Lookup(
    shares={
        "back_squat": {"quadriceps": 1, "glutes": 1, "adductors": 0.5},
        "rdl": {"hamstrings": 1, "glutes": 1, "lower_back": 0.5},
        "split_squat": {"quadriceps": 1, "glutes": 1, "hamstrings": 0.25},
        "leg_extension": {"quadriceps": 1},
        "leg_curl": {"hamstrings": 1},
        "calf_raise": {"calves": 1},
        "bench": {"chest": 1, "triceps": 0.5, "front_delts": 0.5},
        "row": {"upper_back": 1, "lats": 1, "biceps": 0.5},
        "pulldown": {"lats": 1, "biceps": 0.5},
        "db_press": {"chest": 1, "triceps": 0.5},
        "pull_up": {"lats": 1, "biceps": 0.5},
    },
    regions={
        **dict.fromkeys(
            ("back_squat", "rdl", "split_squat", "leg_extension", "leg_curl", "calf_raise"), Region.LOWER
        ),
        **dict.fromkeys(("bench", "row", "pulldown", "db_press", "pull_up"), Region.UPPER),
    },
    patterns={
        "back_squat": "squat", "rdl": "hinge", "split_squat": "lunge", "leg_extension": "knee_extension",
        "leg_curl": "leg_curl", "calf_raise": "calf_raise", "bench": "horizontal_press", "row": "row",
        "pulldown": "pulldown", "db_press": "horizontal_press", "pull_up": "pulldown",
    },
    hands={"db_press": 2},
    max_kg={"back_squat": 140.0},
    body_kg=80.0,
)  # fmt: skip


def quantity(number: float, unit: str = "kg") -> Quantity:
    """A load as typed."""
    return load_of(number, unit)
