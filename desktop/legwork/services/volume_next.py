"""What follows from the weeks that were trained: more or fewer sets of a muscle, a lighter week, stalls, with reasons.

Owns putting together what the rules look at, and what the plan would become. The rules are `domain.log.autoregulate`
and `domain.log.stalls`; nothing changes until a proposal is taken. May run off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.autoregulate import VolumeProposal, volume_for
from legwork.domain.log.estimates import estimates_of
from legwork.domain.log.kept_up import ENOUGH_WEEKS, training_days, weeks_kept_up
from legwork.domain.log.lift_course import LOOK_BACK_WEEKS, LiftCourse
from legwork.domain.log.stalls import DeloadProposal, courses_of, deload_for, muscle_response, stalls_of
from legwork.domain.log.week_answers import Group, WeekAnswers, groups_trained
from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.plan.counting import Lookup
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.lighter import lighter_entries, made_lighter
from legwork.domain.plan.model import Plan
from legwork.domain.plan.volume_edits import SetsStep, sets_steps, with_steps
from legwork.i18n import listed, ntr, tr
from legwork.services.choices import choices_of
from legwork.services.log_sums import counted_log
from legwork.services.people import Person
from legwork.services.plan_aims import aims_of
from legwork.services.plan_volumes import band_of
from legwork.services.plans import StoredPlan
from legwork.services.profile import Profile
from legwork.services.proposals import DELOADS, VOLUME, refused_by_topic
from legwork.services.spot_readings import SpotReadings
from legwork.services.volume_words import deload_where, early_words, girth_words, left_words, stall_words, steps_words
from legwork.services.week_answers import agreed_in, agreed_lighter, answers_in, lighter_picks, volume_pick
from legwork.services.week_facts import (
    MUSCLES_JUDGED,
    Done,
    PlanAhead,
    WeekFacts,
    direct_sets,
    getting_better,
    only_kept,
    planned_sets,
)

SEEN = timedelta(weeks=LOOK_BACK_WEEKS + 6)
"""So far back the log is read: what the rules look back, and a break before it."""

SHORT_WEEK = 0.75
"""With a smaller share of the planned or usual sets done, a week does not tell that more are needed (a convention)."""


class Decided(StrEnum):
    """What became of a proposal."""

    OPEN = "open"
    REFUSED = "refused"
    AGREED = "agreed"


@dataclass(frozen=True)
class WeekProposal:
    """A proposal. topic, key: as they are kept when it is refused. picks: as `week_answers` keeps it when it is agreed.

    head, what, reason: translated. where: what would become of the plan, "" without one. steps: of more or fewer sets.
    lighter: the week (its id) that would be a lighter one, for `muscles`, None for everything. in_plan: whether the
    plan can have it.
    """

    topic: str
    key: str
    head: str
    what: str
    reason: str
    where: str = ""
    picks: tuple[str, ...] = ()
    steps: tuple[SetsStep, ...] = ()
    lighter: int | None = None
    muscles: frozenset[str] | None = None
    decided: Decided = Decided.OPEN

    @property
    def in_plan(self) -> bool:
        """Whether taking it changes a plan; else it is a sentence to follow."""
        return bool(self.steps) or self.lighter is not None


@dataclass(frozen=True)
class WeekView:
    """A week and what follows from it. week: its Monday. groups: to ask about. early: why nothing can be said yet, "".

    proposals: open ones first of muscles, as the body goes down. decided: those refused or agreed. stalls, left: lines
    on lifts that do not get better, and on muscles whose sets stay.
    """

    week: date
    groups: tuple[Group, ...]
    answers: WeekAnswers
    early: str = ""
    proposals: tuple[WeekProposal, ...] = ()
    decided: tuple[WeekProposal, ...] = ()
    stalls: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def week_view(
    profile: Profile,
    person: Person,
    week: date,
    today: date,
    stored: StoredPlan | None,
    log: tuple[tuple[int, date], ...],
    catalogue: Catalogue,
    lookup: Lookup,
    breathe: Callable[[], object] = bool,
) -> WeekView:
    """What a week was like and what follows from it. week: its Monday. log: as in `WeekFacts`. Raises StoreError.

    Reads the log of the last months only. breathe: called between the parts; what it raises ends the work.
    """
    choices = choices_of(profile, person.id)
    readings = SpotReadings(profile, person, breathe)
    counted = counted_log(profile, person, lookup, week - SEEN, today, readings=readings)
    breathe()
    answers = answers_in(choices, week)
    if not answers.given:
        return WeekView(week, groups_trained(direct_sets(counted, week)), answers)
    aims = aims_of(profile, person, today, breathe, readings)
    refused = refused_by_topic(profile, person.id)
    girths = girth_words(profile, person, today, readings, breathe)
    facts = WeekFacts(week, today, counted, lookup, catalogue, aims, stored, log, choices, refused, girths)
    return judged(facts)


def judged(facts: WeekFacts) -> WeekView:
    """What follows from a week, whether it was answered or not."""
    answers = answers_in(facts.choices, facts.week)
    groups = groups_trained(direct_sets(facts.counted, facts.week))
    kept_up = weeks_kept_up(training_days(facts.counted), (facts.week + timedelta(days=6)).toordinal())
    if kept_up < ENOUGH_WEEKS:
        return WeekView(facts.week, groups, answers, early_words(kept_up))
    plan = PlanAhead(facts)
    courses = courses_of(
        estimates_of(facts.counted), facts.today, plan.deloads, lighter={**plan.lighter}
    )  # fmt: skip
    proposals = [one for one in (_deload(facts, plan, courses, answers),) if one is not None]
    waiting = frozenset(
        muscle for one in proposals if one.decided is Decided.OPEN for muscle in one.muscles or MUSCLES_JUDGED
    )
    left: list[VolumeProposal] = []
    for muscle in MUSCLES_JUDGED:
        found = _volume(facts, plan, courses, answers, muscle, waiting)
        if isinstance(found, WeekProposal):
            proposals.append(found)
        elif found is not None:
            left.append(found)
    silent = only_kept(facts.aims.brief) | getting_better(courses, facts.lookup)
    stalls = tuple(
        stall_words(one, facts.label_of) for one in stalls_of(courses, facts.lookup) if one.muscle not in silent
    )
    open_ = tuple(one for one in proposals if one.decided is Decided.OPEN)
    decided = tuple(one for one in proposals if one.decided is not Decided.OPEN)
    return WeekView(facts.week, groups, answers, "", open_, decided, stalls, left_words(left))


def taken(plan: Plan, proposal: WeekProposal, lookup: Lookup, fresh: Fresh) -> Plan:
    """The plan with a proposal in it. fresh: as in `edits`. Raises UserError when the plan has changed since."""
    if proposal.lighter is not None:
        return made_lighter(plan, proposal.lighter, proposal.muscles, lookup, fresh)
    return with_steps(plan, proposal.steps)


def _deload(
    facts: WeekFacts, ahead: PlanAhead, courses: Mapping[str, LiftCourse], answers: WeekAnswers
) -> WeekProposal | None:
    """The lighter week that is proposed; none where the plan has one coming."""
    if agreed := _agreed_week(facts):
        return agreed
    if any(muscles is None for muscles in ahead.light_ahead.values()):
        return None
    spared = (only_kept(facts.aims.brief) - answers.tired) | getting_better(courses, facts.lookup)
    for muscles in ahead.light_ahead.values():
        spared |= muscles or frozenset()
    found = deload_for(
        courses, facts.lookup, facts.today, facts.label_of, ahead.last_deload(facts.today), answers.tired,
        week=facts.week, spared=spared,
    )  # fmt: skip
    if found is None:
        return None
    muscles = None if found.whole else frozenset(found.muscles)
    picks = lighter_picks(found.muscles, whole=found.whole)
    decided = _decided(facts, DELOADS, found.key, picks)
    head, names = tr("A lighter week"), _muscle_names(found)
    if not ahead.coming:
        what = tr("next week, {muscles}", muscles=names)
        return WeekProposal(DELOADS, found.key, head, what, found.reason, "", picks, muscles=muscles, decided=decided)
    at = ahead.coming[0]
    week = ahead.weeks[at]
    entries = lighter_entries(week, muscles, facts.lookup)
    if not entries:
        return None
    what = tr("week {number}, {muscles}", number=at + 1, muscles=names)
    where = deload_where(entries, facts.label_of)
    return WeekProposal(
        DELOADS, found.key, head, what, found.reason, where, picks, lighter=week.id, muscles=muscles, decided=decided
    )


def _agreed_week(facts: WeekFacts) -> WeekProposal | None:
    """The lighter week that was agreed on after this one: the stall that led to it begins anew with it."""
    known = agreed_lighter(facts.choices)
    monday = facts.week + timedelta(weeks=1)
    if monday not in known:
        return None
    muscles = known[monday]
    names = tr("everything") if muscles is None else listed([tr(MUSCLES[one]) for one in Muscle if one in muscles])
    picks = lighter_picks(muscles or (), whole=muscles is None)
    head, what = tr("A lighter week"), tr("next week, {muscles}", muscles=names)
    return WeekProposal(DELOADS, "", head, what, "", "", picks, muscles=muscles, decided=Decided.AGREED)


def _volume(
    facts: WeekFacts,
    ahead: PlanAhead,
    courses: Mapping[str, LiftCourse],
    answers: WeekAnswers,
    muscle: Muscle,
    waiting: frozenset[str],
) -> WeekProposal | VolumeProposal | None:
    """More or fewer sets of a muscle, or why they stay; None for a muscle that is not trained."""
    done = Done(facts, muscle)
    planned = planned_sets(ahead, ahead.coming[0], facts.lookup, muscle) if ahead.coming else None
    sets = done.last if planned is None else planned
    if not sets or not (done.trained or planned):
        return None
    if ahead.was_light(facts.week, muscle):
        return VolumeProposal(muscle, sets, 0.0, "", why=tr("a lighter week tells nothing of it"))
    if done.weeks < ENOUGH_WEEKS:
        return VolumeProposal(muscle, sets, 0.0, "", why=tr("too early to tell, so the sets stay"))
    if muscle in waiting:
        return VolumeProposal(muscle, sets, 0.0, "", why=tr("first a lighter week, then the sets"))
    band = band_of(muscle, facts.aims.brief)
    said = answers.of(muscle)
    limits = (int(band[0]), int(band[1])) if band is not None else (0, 0)
    holds = band is None or muscle in only_kept(facts.aims.brief)
    response = muscle_response(muscle, courses, facts.lookup)
    found = volume_for(
        muscle, sets, limits, response, said.soreness, said.recovery, facts.week,
        rise=facts.aims.wanted.jump, holds=holds,
    )  # fmt: skip
    if not found.change:
        return None if band is None else found
    was = planned_sets(ahead, ahead.at, facts.lookup, muscle) if ahead.at is not None else None
    if held := _held(found.change, done, sets, was, in_plan=planned is not None):
        return VolumeProposal(muscle, sets, 0.0, "", why=held)
    return _moved(facts, ahead, found, girth=facts.girths.get(muscle, ""))


def _held(change: float, done: Done, sets: float, was: float | None, *, in_plan: bool) -> str:
    """Why a change waits; "" when it does not. was: planned sets of the week that is judged, None where unknown."""
    if in_plan and was is not None:
        if change > 0 and sets - was >= 0.5:
            return tr("the plan adds sets already")
        if change < 0 and was - sets >= 0.5:
            return tr("the plan takes sets away already")
    if change < 0:
        return ""
    usual = was if was is not None else done.usual
    if usual and done.last < SHORT_WEEK * usual:
        return (
            tr("fewer sets were done than planned: those come first")
            if was is not None
            else tr("fewer sets were done than usual: those come first")
        )
    if not in_plan and done.usual and done.last - done.usual >= 1:
        return tr("its sets rose only just")
    return ""


def _moved(facts: WeekFacts, ahead: PlanAhead, found: VolumeProposal, girth: str) -> WeekProposal | VolumeProposal:
    """The proposal, with what would become of the plan."""
    change = int(found.change)
    picks = (volume_pick(found.muscle, found.change),)
    steps: tuple[SetsStep, ...] = ()
    if ahead.coming:
        bands = {
            muscle.value: band for muscle in Muscle if (band := band_of(muscle, facts.aims.brief)) is not None
        }  # fmt: skip
        steps = sets_steps(
            ahead.plan, facts.lookup, facts.aims.wanted, ahead.coming, found.muscle, change, bands
        )  # fmt: skip
        first = [step for step in steps if step.number == steps[0].number]
        change = sum(step.after - step.before for step in first)
        if not change:
            why = (
                tr("{why}, but no exercise of the plan has room for a set more", why=found.why)
                if found.change > 0
                else tr("{why}, but no exercise of the plan can spare a set", why=found.why)
            )
            return VolumeProposal(found.muscle, found.sets, 0.0, "", why=why)
    what = (
        ntr("{count} set more a week", "{count} sets more a week", change)
        if change > 0
        else ntr("{count} set fewer a week", "{count} sets fewer a week", -change)
    )
    reason = tr("{why}, and {girth}", why=found.why, girth=girth) if girth else found.why
    return WeekProposal(
        VOLUME, found.key, _capital(tr(MUSCLES[Muscle(found.muscle)])), what, f"{_capital(reason)}.",
        steps_words(steps, facts.label_of), picks, steps, muscles=frozenset((found.muscle,)),
        decided=_decided(facts, VOLUME, found.key, picks),
    )  # fmt: skip


def _decided(facts: WeekFacts, topic: str, key: str, picks: Sequence[str]) -> Decided:
    if key in facts.refused.get(topic, ()):
        return Decided.REFUSED
    agreed = agreed_in(facts.choices, facts.week)
    return Decided.AGREED if picks and agreed.issuperset(picks) else Decided.OPEN


def _muscle_names(found: DeloadProposal) -> str:
    if found.whole:
        return tr("everything")
    return listed([tr(MUSCLES[Muscle(one)]) for one in found.muscles])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
