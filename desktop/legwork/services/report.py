"""Every figure that the pages show, as a tree of plain values with units, for scripts and for whoever wants to check.

Owns the names of the fields; the help page "Report" documents them and a test holds the two together. Lengths are cm,
masses kg, volumes L, whatever units a person has chosen; intervals are those of the page. Days are ISO dates.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from datetime import date

from legwork import __version__
from legwork.domain.measures import INDEX, Family
from legwork.domain.normal import SURE
from legwork.domain.self_checks import findings
from legwork.domain.standing import Estimate, Standing
from legwork.domain.strength_balance import Ratio
from legwork.domain.verdict import Call, judge
from legwork.i18n import tr
from legwork.services.balance import Balance
from legwork.services.balance_view import BalanceView, balance_view
from legwork.services.due import tape_days
from legwork.services.food_choices import FOOD_TOPICS
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import offers, series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.programme import programme_changes
from legwork.services.questionnaires import self_checks
from legwork.services.report_food import food
from legwork.services.report_goals import goals
from legwork.services.report_training import training
from legwork.services.strength import Strength

FORMAT, VERSION = "legwork-report", 1

_SI = {"in": "cm", "mm": "cm", "lb": "kg"}

Tree = dict[str, object]


def report(profile: Profile, people: Iterable[Person], today: date) -> Tree:
    """The report of these people as of `today`. Raises StoreError."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": __version__,
        "day": today.isoformat(),
        "people": [_person(profile, person, today) for person in people],
    }


def as_json(profile: Profile, people: Iterable[Person], today: date) -> str:
    """The report as JSON text: ASCII, so that no console can spoil a name."""
    return json.dumps(report(profile, people, today), indent=1)


def as_text(profile: Profile, people: Iterable[Person], today: date) -> str:
    """The main sentences of the balance page, for people, a paragraph each."""
    return "\n\n".join(_told(balance_view(profile, person, today)) for person in people)


def _told(view: BalanceView) -> str:
    index = tr("Leg balance {index}. {said}", index=view.index, said=view.index_said) if view.index else ""
    lines = [
        view.person.name,
        f"{view.headline} {view.numbers}",
        index,
        *(gap.spoken for gap in view.gaps),
        *(side.spoken for side in view.sides),
        view.compared,
        *view.better,
        view.by_weight,
        *(f"{place}. {step}" for place, step in enumerate(view.next.steps, start=1)),
    ]
    return "\n".join(line for line in lines if line)


def _person(profile: Profile, person: Person, today: date) -> Tree:
    view = balance_view(profile, person, today)
    days = sorted(tape_days(profile, person).values())
    return {
        "uid": person.uid,
        "name": person.name,
        "sex": person.sex,
        "stature_cm": person.stature.value if person.stature else None,
        "check_ins": {"count": len(days), "first": _iso(days[:1]), "last": _iso(days[-1:])},
        "measures": _measures(profile, person),
        **goals(profile, person, today),
        "programme_changes": [
            {"day": one.day.isoformat(), "text": one.text} for one in programme_changes(profile, person.id)
        ],
        "balance": _balance(view),
        "sides": _sides(view.balance),
        "proportions": _proportions(view),
        "strength": _strength(view.lifted, view.notes),
        "training": training(profile, person, today),
        "food": food(profile, person, today),
        "answers": {
            topic: list(picks) for topic, picks in sorted(view.answers.items()) if not topic.startswith(FOOD_TOPICS)
        },
        "self_checks": [
            {"check": one.check.key, "side": one.side.value, "seen": one.seen.key, "may_mean": one.seen.meaning}
            for one in findings(self_checks(), view.answers)
        ],
        "causes": _causes(view),
        "pain_holds": [
            {
                "area": hold.area.value,
                "urgency": hold.urgency.value,
                "held_back": [pattern.value for pattern in hold.patterns],
                "said": hold.sentence,
            }
            for hold in view.holds
        ],
        "next_steps": _next_steps(view),
    }


def _measures(profile: Profile, person: Person) -> list[Tree]:
    wanted = [offer.measure for offer in offers(profile, person) if not offer.missing]
    found = series_of(profile, person, wanted)
    return [_measure(one) for measure in wanted for one in found[measure]]


def _measure(one: MeasureSeries) -> Tree:
    """All of its days: what stands under the chart when everything is shown."""
    verdict = judge(one.trend, one.days[0], one.days[-1], one.usual_per_week)
    told = verdict.call is not Call.NOTHING
    return {
        "measure": str(one.measure),
        "name": one.label,
        "side": one.measure.side.value,
        "unit": _SI.get(one.unit, one.unit),
        "readings": len(one.days),
        "first_day": _day(one.days[0]),
        "last_day": _day(one.days[-1]),
        "last_value": _number(one.values[-1] / one.factor),
        "last_error_sd": _number(one.errors[-1] / one.factor),
        "points": [
            [_day(day), _number(value / one.factor), _number(error / one.factor)]
            for day, value, error in zip(one.days, one.values, one.errors, strict=True)
        ],
        "trend_start": _number(verdict.start / one.factor) if told else None,
        "trend_now": _number(verdict.now / one.factor) if told else None,
        "change": _number(verdict.delta / one.factor),
        "change_95": _number(SURE * verdict.delta_sd / one.factor),
        "per_month": _number(verdict.per_month / one.factor),
        "per_month_95": _number(SURE * verdict.per_month_sd / one.factor),
        "call": verdict.call.value,
        "weeks_more": verdict.weeks_more,
        "set_aside": [_day(int(day)) for day in one.trend.aside],
    }


def _balance(view: BalanceView) -> Tree:
    balance, assessment = view.balance, view.balance.assessment
    index = assessment.index if assessment else None
    return {
        "said": f"{view.headline} {view.numbers}".strip(),
        "day": _day(balance.day) if balance.day is not None else None,
        "compared_with": {"people": balance.people, "source": view.compared},
        "lacks": [lack.value for lack in assessment.lacks] if assessment else ["sex"],
        "told_from": list(assessment.told_from) if assessment else [],
        "arm_only": assessment.arm_only if assessment else False,
        "girths_cm": {
            site: {"value": one.known.value, "error_sd": _number(one.known.sd), "day": _day(one.day)}
            for site, one in balance.girths.items()
        },
        "target_percentile": balance.target,
        "legs": [_standing(one, balance.target) for one in assessment.standings] if assessment else [],
        "by_weight": [_standing(one, balance.target) for one in assessment.by_weight] if assessment else [],
        "upper_body_for_height": [_standing(one, 50.0) for one in balance.builds],
        "body_map": [
            {"site": one.spot.site, "side": one.spot.side.value, "percentile": _number(one.place), "leg": one.legs}
            for one in view.zones
        ],
        "index": None
        if index is None
        else {
            "measure": f"{Family.BALANCE.value}/{INDEX}",
            "unit": "%",
            **_estimate(index.value),
            "percentile": _estimate(index.percentile),
            "sites": list(index.sites),
            "people_10_90": [_number(edge) for edge in index.people],
        },
        "narrower_with": {one.site: _number(one.narrower) for one in assessment.helps} if assessment else {},
    }


def _standing(one: Standing, target: float) -> Tree:
    percentile, gap, wanted = one.percentile, one.gap_cm, one.gap_to(target)
    return {
        "site": one.site,
        "own_cm": one.own.value if one.own else None,
        "own_error_sd": _number(one.own.sd) if one.own else None,
        "middle_cm": _number(one.middle_cm),
        "people_10_90_cm": [_number(one.low_cm), _number(one.high_cm)],
        "percentile": _estimate(percentile) if percentile else None,
        "gap_to_middle_cm": _estimate(gap) if gap else None,
        "gap_to_target_cm": _estimate(wanted) if wanted else None,
    }


def _sides(balance: Balance) -> list[Tree]:
    return [
        {
            "site": site,
            "left_less_right_cm": _number(one.difference),
            "detectable_cm": _number(one.mdc),
            "pairs": one.pairs,
            "first_day": _day(one.first_day),
            "last_day": _day(one.last_day),
            "call": one.call.value,
        }
        for site, one in balance.sides
    ]


def _strength(lifted: Strength, notes: Sequence[str]) -> Tree:
    return {
        "lifts": [
            {
                "lift": one.lift.lift,
                "side": one.lift.side.value,
                "day": one.lift.day.isoformat(),
                "load_kg": one.lift.load.value,
                "reps": one.lift.reps,
                "reps_left": one.lift.rir,
                "one_rep_max_kg": _number(one.estimate.kg) if one.estimate else None,
                "one_rep_max_sd_kg": _number(one.estimate.sd_kg) if one.estimate else None,
                "formulas_kg": {name: _number(kg) for name, kg in one.estimate.formulas} if one.estimate else {},
                "at_least": one.estimate.at_least if one.estimate else None,
                "reliable": one.estimate.reliable if one.estimate else None,
            }
            for one in lifted.bests
        ],
        "ratios": [_ratio(one) for one in lifted.ratios],
        "notes": list(notes),
    }


def _ratio(one: Ratio) -> Tree:
    return {
        "ratio": one.key.value,
        "value": _number(one.value),
        "low_80": _number(one.low),
        "high_80": _number(one.high),
        "percentile": None
        if one.place is None
        else {
            "value": _number(one.place.at.percent),
            "low_80": _number(one.place.low.percent),
            "high_80": _number(one.place.high.percent),
            "tail": one.place.at.tail.value,
        },
        "call": one.call.value,
        "at_least": one.at_least,
        "at_most": one.at_most,
        "reliable": one.reliable,
    }


def _proportions(view: BalanceView) -> list[Tree]:
    return [
        {
            "writer": one.whose.value,
            "ideals": [
                {
                    "site": row.site,
                    "ideal_cm": _number(row.ideal_cm),
                    "own_cm": _number(row.own_cm),
                    "share": _number(row.own_cm / row.ideal_cm) if row.own_cm and row.ideal_cm else None,
                }
                for row in one.rows
            ],
            "limit": one.limit or None,
        }
        for one in view.proportions
    ]


def _causes(view: BalanceView) -> Tree:
    return {
        "legs": view.diagnosis.legs.value,
        "said": view.diagnosis.sentence,
        "ranked": [
            {
                "cause": one.key.value,
                "support": one.support.value,
                "net": one.net,
                "evidence": [
                    {"direction": item.direction.value, "weight": item.weight, "from": item.origin, "said": item.text}
                    for item in one.evidence
                ],
            }
            for one in view.diagnosis.hypotheses
        ],
    }


def _next_steps(view: BalanceView) -> Tree:
    plan = view.next.brief
    return {
        "said": list(view.next.steps),
        "leg_days_a_week": list(plan.leg_days),
        "hard_sets_a_week": {muscle.value: list(band) for muscle, band in plan.sets.items()},
        "upper_body": plan.upper.value if plan.upper else None,
        "lifts": [pattern.value for pattern in plan.lifts],
        "held_back": sorted(pattern.value for pattern in plan.held),
    }


def _estimate(one: Estimate) -> Tree:
    return {"value": _number(one.value), "low_80": _number(one.low), "high_80": _number(one.high)}


def _number(value: float | None) -> float | None:
    """Rounded far below any error, so that one body gives one text everywhere; None where nothing is known."""
    return None if value is None or not math.isfinite(value) else round(value, 6)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _iso(days: list[date]) -> str | None:
    return days[0].isoformat() if days else None
