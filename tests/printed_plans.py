"""Plans to be printed: one as people have it, one with everything at its limit, and what is printed of any plan."""

from __future__ import annotations

from datetime import date
from itertools import count

from legwork.domain.plan.edits import fill_right
from legwork.domain.plan.model import MAX_ENTRIES, MAX_SESSIONS, Block, BlockKind, Entry, Plan, Session, Week, Weekday
from legwork.domain.plan.prescription import Effort, Prescription, Target, Tempo, Weight, load_of
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.catalogue import catalogue
from legwork.services.people import Person
from legwork.services.plan_lookup import lookup_from
from legwork.services.plan_paper import PlanPaper

SESSIONS = {
    "Legs A (Monday)": """
        Back squat: 3x6-8 @2 RIR 100kg ramp r180
          rule: double 6-8 +2.5kg
        Romanian deadlift: 3x8-10 @2 RIR 90kg r150 t3110
        Bulgarian split squat: 3x8-12/side @2 RIR 16kg; front foot on the mark
          note: hold on to the rack with one hand if balance is what stops you
        [A] Seated leg curl: 3x10-12 @1 RIR r60
        [A] Leg extension: 3x10-15 @1 RIR r60
        Standing calf raise: 4x8-12 @1 RIR r60 t2210
        Plank: 3x30-45s""",
    "Upper A (Tuesday)": """
        Bench press: 3x6-8 @2 RIR 80%
        Barbell row: 3x8-10 @2 RIR 70kg
        [A] Lat pulldown: 3x8-12 @2 RIR
        [A] Dumbbell shoulder press: 3x8-12 @2 RIR 22.5kg
        [B] Lateral raise: 2x12-20 @1 RIR drop
        [B] Hammer curl: 2x10-15 @1 RIR
        Triceps pushdown: 2x10-15 @1 RIR myo""",
    "Legs B (Thursday)": """
        Leg press: 4x8-12 @2 RIR 180kg
        Hip thrust: 3x8-12 @2 RIR 110kg
        Walking lunge: 3x10-12/side @2 RIR 14kg
        Lying leg curl: 4x8-12 @1 RIR
        Hip adduction machine: 2x12-15 @1 RIR
        Seated calf raise: 4x12-20 @1 RIR
        Tibialis raise: 3x15-25""",
    "Upper B (Saturday)": """
        Overhead press: 5,3,1+ 85%
        Pull-up: 3x5-10 BW+5kg @2 RIR
        Incline dumbbell press: 3x8-12 @2 RIR 26kg
        Seated cable row: 3x8-12 @2 RIR 60kg
        Face pull: 2x15-20 @1 RIR
        Incline dumbbell curl: 2x10-15 @1 RIR
        Cable overhead triceps extension: 2x10-15 @1 RIR""",
}
BLOCKS = (
    ("Base (accumulate)", 4),
    ("(deload)", 1),
    ("Build (accumulate)", 4),
    ("Peak (intensify)", 2),
    ("(deload)", 1),
)

MONDAY = date(2026, 10, 12)
LAST = {"squat": "97.5 kg × 8 @ 2 RIR, 5 Oct", "bench_press": "80 kg × 6 @ 1 RIR, 28 Sep"}


def usual_plan() -> Plan:
    """Twelve weeks, four sessions a week, seven exercises each."""
    lines = ["Plan: Legs first"]
    first = True
    for block, weeks in BLOCKS:
        lines.append(f"Block: {block}")
        for _ in range(weeks):
            lines.append("Week")
            for name, exercises in SESSIONS.items():
                lines += [f"Session: {name}", exercises if first else ""]
            first = False

    def key(name: str) -> str | None:
        found = catalogue().match(name)
        return found.key if found else None

    plan = read_plan("\n".join(lines), UnitSystem.METRIC, key)
    fresh = count(100_000)
    for session in plan.blocks[0].weeks[0].sessions:
        for entry in session.entries:
            plan = fill_right(plan, entry.id, lambda: next(fresh))
    return plan


def crowded_plan(weeks: int = 60, blocks: int = 3) -> Plan:
    """As many sessions, exercises and sets as a plan takes, with long names and notes. weeks: in all."""
    ids = count(1)
    words = "Unpronounceably long name of an exercise with pauses and a grip of its own "
    targets = tuple(Target(place, place + 2) for place in range(1, 21))
    full = Prescription(
        targets,
        Weight(load_of(102.5, "kg")),
        Effort(1.5),
        Tempo(3, 1, None, 0),
        150,
        True,
        ramp=True,
        note=("keep the heels on the wedge and the eyes on a point in front of you " * 3)[:200].strip(),
    )

    def entry(place: int) -> Entry:
        name = words.strip() if place % 2 else f"W{'w' * 79}"
        return Entry(next(ids), f"{name} {place}", full, group=place // 4 + 1, note="and breathe " * 12)

    def session(place: int) -> Session:
        name = f"{'Session with a long name ' * 3}{place}"[-80:]
        return Session(next(ids), name, Weekday(place % 7), tuple(entry(one) for one in range(MAX_ENTRIES)))

    each = weeks // blocks
    return Plan(
        "Plan that was given every word its author knew, and then the rest of them too",
        tuple(
            Block(
                next(ids),
                list(BlockKind)[number % 3],
                f"{'Block of many words ' * 3}{number}",
                tuple(Week(next(ids), tuple(session(one) for one in range(MAX_SESSIONS))) for _ in range(each)),
            )
            for number in range(blocks)
        ),
    )


def someone(name: str = "Zoë Müller", tracked: tuple[str, ...] = ("body_weight", "waist", "upper_thigh")) -> Person:
    """Whose plan it is."""
    return Person(1, "uid", name, "female", None, None, UnitSystem.METRIC, 0, tracked, ())


def paper_of(plan: Plan, **facts: object) -> PlanPaper:
    """What is printed of a plan that begins on a Monday, with some maxima and last times known."""
    known = catalogue()
    usual = {"starts_on": MONDAY, "last": LAST, "person": someone(), "today": MONDAY}
    values = {"plan": plan, "exercises": known, "lookup": lookup_from(known, {"overhead_press": 60.0}, 80.0)}
    return PlanPaper(**{**usual, **values, **facts})  # type: ignore[arg-type]
