"""People who train and measure for some weeks, in few words, for tests of expected against seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from done_workouts import AddWorkout
from helpers import day, somebody
from legwork.domain.log.week_answers import Answer, Group, WeekAnswers
from legwork.domain.plan.cells import format_cell
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.units import Quantity, UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.check_ins import RecordReadings
from legwork.services.loop import LoopCard, LoopView, loop_view
from legwork.services.people import Person
from legwork.services.plans import AddPlan, StoredPlan, plan_of, plans_of
from legwork.services.profile import Profile
from legwork.services.week_answers import keep_answers
from log_cases import workout

TODAY = date(2026, 9, 2)
"""A Wednesday."""
MONDAY = date(2026, 8, 31)
UPPER = {"flexed_arm": "40", "chest": "112", "shoulders": "124", "neck": "40", "waist": "84", "forearm": "32"}
"""A body beside which a thigh of 55 cm and a calf of 36 are behind."""

WOBBLE = (0.0, 0.2, -0.1, -0.2, 0.1)
"""What the tape adds, week after week: its mean is nothing, and it has no trend."""

WEEK = """Week {number}
Session: Legs A (Monday)
squat: 2x6-8 @{rir} RIR 100kg
leg_extension: 1x12 @{rir} RIR 50kg
standing_calf_raise: 5x10 @{rir} RIR 80kg
Session: Upper (Tuesday)
bench_press: 3x8 80kg
row: 3x8 80kg
Session: Legs B (Thursday)
romanian_deadlift: 2x8 @{rir} RIR 90kg
lying_leg_curl: 1x10 @{rir} RIR 40kg
standing_calf_raise: 4x10 @{rir} RIR 80kg
"""
"""Two leg days with little for the thighs, and enough for the calves."""


def plan_text(weeks: int, week: str = WEEK, rir: str = "2") -> Plan:
    """The same week again and again."""
    text = "Plan: P\nBlock: Base (accumulate)\n"
    return read_plan(text + "".join(week.format(number=at + 1, rir=rir) for at in range(weeks)), UnitSystem.METRIC)


@dataclass(frozen=True)
class Lifter:
    """Somebody and their plan. today: the day up to which they trained and measured."""

    profile: Profile
    person: Person
    today: date = TODAY

    @property
    def monday(self) -> date:
        """Of the week that runs."""
        return self.today - timedelta(days=self.today.weekday())

    @property
    def plan(self) -> StoredPlan:
        """The only plan there is, as it is kept."""
        [info] = plans_of(self.profile, self.person.id)
        found = plan_of(self.profile, info.id)
        assert found is not None
        return found


def lifter(profile: Profile, **facts: object) -> Lifter:
    """A man of 180 cm."""
    known: dict[str, object] = {
        "sex": "male", "birth_date": date(1990, 5, 14), "stature": Quantity(180.0, "cm", "180"), **facts
    }  # fmt: skip
    return Lifter(profile, somebody(profile, "Ada", **known))


def measured(
    one: Lifter, weeks: int, thigh: Callable[[int], float], calf: Callable[[int], float] | None = None,
    right: float = 0.4, **others: Callable[[int], float],
) -> None:  # fmt: skip
    """Check-ins on this weekday of the last so many weeks: both thighs and, if wanted, both calves; the upper body the
    first time and the last. right: by what the right side is larger. others: further spots by week."""
    for week in range(weeks):
        when = one.today - timedelta(weeks=weeks - 1 - week)
        wobble = WOBBLE[week % len(WOBBLE)]
        texts = {key: f"{value(week):.1f}" for key, value in others.items()}
        texts |= _pair("upper_thigh", thigh(week) + wobble, right)
        if calf is not None:
            texts |= _pair("calf", calf(week) + wobble / 2, right)
        if week in (0, weeks - 1):
            texts |= UPPER
        one.profile.apply(RecordReadings(one.person.id, (day(when, **texts),)))


def _pair(site: str, value: float, right: float) -> dict[str, str]:
    return {f"{site}_left": f"{value:.1f}", f"{site}_right": f"{value + right:.1f}"}


def trained(
    one: Lifter, weeks: int, ahead: int = 6, week: str = WEEK, rir: str = "2", said: str = "",
    skip: Callable[[int, str], bool] = lambda _week, _session: False, changes: Mapping[str, int] | None = None,
    falling: bool = False,
) -> None:  # fmt: skip
    """Keep a plan of weeks that are over and weeks to come, and log its sessions of the first ones as planned.

    rir: what the plan says; said: what the log says instead. skip: sessions that were left out. changes: by exercise,
    how many sets were done instead. falling: loads get smaller week by week, else larger.
    """
    plan = plan_text(weeks + ahead, week, rir)
    one.profile.apply(AddPlan(one.person.id, plan, one.monday - timedelta(weeks=weeks)))
    for at, (_, each) in enumerate(weeks_of(one.plan.plan)):
        if at >= weeks:
            break
        for session in each.sessions:
            if skip(at, session.name):
                continue
            work = {}
            for entry in session.entries:
                sets = (changes or {}).get(entry.exercise, entry.prescription.sets)
                work[entry.exercise] = [f"{100 - at if falling else 60 + at}x8@{said or rir}"] * sets
            when = one.monday - timedelta(weeks=weeks - at) + timedelta(days=int(session.weekday or 0))
            done = workout(when, {key: sets for key, sets in work.items() if sets}, session.id)
            one.profile.apply(AddWorkout(one.person.id, replace(done, id=0)))


ENOUGH = (
    WEEK.replace("squat: 2x", "squat: 5x").replace("deadlift: 2x", "deadlift: 4x").replace("curl: 1x", "curl: 4x")
    .replace("extension: 1x", "extension: 3x")
)  # fmt: skip
SPARE = WEEK.replace("squat: 2x", "squat: 3x").replace("extension: 1x", "extension: 2x")
ONE_DAY = """Week {number}
Session: Legs (Monday)
squat: 5x6-8 @{rir} RIR 100kg
leg_extension: 5x12 @{rir} RIR 50kg
romanian_deadlift: 4x8 @{rir} RIR 90kg
lying_leg_curl: 5x10 @{rir} RIR 40kg
Session: Upper (Tuesday)
bench_press: 3x8 80kg
row: 3x8 80kg
"""


def flat(_week: int) -> float:
    return 55.0


def shrinking(week: int) -> float:
    return 55.0 - 0.05 * week


def view(one: Lifter, today: date = TODAY) -> LoopView:
    return loop_view(one.profile, one.person, today)


def only(one: Lifter, today: date = TODAY) -> LoopCard:
    [card] = view(one, today).cards
    return card


def cells(plan: Plan, exercise: str) -> list[str]:
    return [
        format_cell(entry.prescription)
        for _, week in weeks_of(plan)
        for session in week.sessions
        for entry in session.entries
        if entry.exercise == exercise
    ]


def answered(one: Lifter, answer: Answer, group: Group = Group.QUADRICEPS, weeks_ago: int = 1) -> None:
    said = WeekAnswers(MONDAY - timedelta(weeks=weeks_ago), {group: answer})
    one.profile.apply(keep_answers(one.person.id, said, TODAY))


def few_sets(profile: Profile, weeks: int = 20) -> Lifter:
    one = lifter(profile)
    measured(one, weeks, flat)
    trained(one, weeks)
    return one
