"""A plan, a log that rises or stands still, and the facts of a week, for what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from legwork.domain.log.asked_week import week_topic
from legwork.domain.log.autoregulate import Recovery, Soreness
from legwork.domain.log.model import Workout
from legwork.domain.log.week_answers import Answer, Group, WeekAnswers, picks_of
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.plan_brief import PlanBrief, brief
from legwork.domain.standing import Legs
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.catalogue import catalogue
from legwork.services.plan_aims import PlanAims, wanted_of
from legwork.services.plan_lookup import lookup_from
from legwork.services.plans import PlanInfo, StoredPlan
from legwork.services.week_facts import WeekFacts
from log_cases import counted, workout

START = date(2026, 3, 2)
LOOKUP = lookup_from(catalogue())
_WEEK = """Week {number}
Session: Legs A (Monday)
squat: 4x6-8 @2 RIR 100kg
standing_calf_raise: 5x10 80kg
machine_glute_kickback: 4x12 30kg
Session: Upper (Tuesday)
bench_press: 4x8 80kg
Session: Legs B (Thursday)
leg_extension: 3x12 50kg
lying_leg_curl: 6x10 40kg
"""
WELL = Answer(Soreness.NONE, Recovery.GOOD)
ALL_WELL = dict.fromkeys(Group, WELL)


def plan_text(weeks: int = 8, deload_after: int | None = None) -> Plan:
    text = "Plan: P\nBlock: Base (accumulate)\n"
    for number in range(1, weeks + 1):
        if deload_after is not None and number == deload_after + 1:
            text += "Block: Easy (deload)\n"
        if deload_after is not None and number == deload_after + 2:
            text += "Block: On (accumulate)\n"
        text += _WEEK.format(number=number)
    return read_plan(text, UnitSystem.METRIC)


def trained(
    plan: Plan, weeks: int, loads: Mapping[str, list[str]], skip: frozenset[int] = frozenset()
) -> list[Workout]:
    """Each session of so many weeks done as planned; loads: by exercise what each set of a week was."""
    found = []
    for at, (_, week) in enumerate(weeks_of(plan)):
        if at >= weeks or at in skip:
            continue
        for session in week.sessions:
            when = START + timedelta(weeks=at, days=int(session.weekday or 0))
            work = {}
            for one in session.entries:
                texts = loads.get(one.exercise, ["60x8@2"])
                work[one.exercise] = [texts[min(at, len(texts) - 1)]] * one.prescription.sets
            found.append(workout(when, work, session.id))
    return found


RISING = {
    key: [f"{60 + 2 * at}x8@2" for at in range(16)]
    for key in (
        "squat", "standing_calf_raise", "machine_glute_kickback", "bench_press", "leg_extension", "lying_leg_curl",
    )
}  # fmt: skip
STILL_QUADS = {**RISING, "squat": ["100x7@2", "100x6@2"], "leg_extension": ["50x9@2", "50x8@2"]}
AT = 9
"""The place of the week after which the estimates show a stall: after ten weeks."""


def easy_plan(weeks: int = 14) -> Plan:
    """With a lighter week two weeks before the one after AT: a stall that was there before it is one of two weeks."""
    return plan_text(weeks, deload_after=AT - 2)


def facts(
    done: list[Workout],
    week: int,
    plan: Plan | None,
    answers: Mapping[Group, Answer] | None = None,
    wanted: PlanBrief | None = None,
    starts: date | None = START,
    **others: object,
) -> WeekFacts:
    """week: the one that is judged, from 0; today is the Tuesday after it."""
    monday = START + timedelta(weeks=week)
    asked = wanted or brief({}, Legs.BEHIND, ())
    stored = None if plan is None else StoredPlan(PlanInfo(1, "u", "P", starts, len(list(weeks_of(plan)))), plan)
    log = tuple((one.session_id, one.day) for one in done if one.session_id is not None)
    said = {week_topic(monday): picks_of(WeekAnswers(monday, answers or {}, skipped=not answers))}
    found = WeekFacts(
        monday, monday + timedelta(days=8), counted(done, LOOKUP), LOOKUP, catalogue(),
        PlanAims(asked, wanted_of(asked)), stored, log, said,
    )  # fmt: skip
    return replace(found, **others)
