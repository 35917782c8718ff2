"""What a lever would do to the plan that is trained by, and whether the weeks speak against it: one voice with them.

Owns which edit is offered for which lever, and what holds it back. The edits are `domain.plan`; what the answers of a
week lead to is `volume_next`, and nothing is offered here against it. Runs off the window's thread.

How it stays one voice: more sets and more effort wait while the newest answers say that a muscle below the tape was
sore or not rested, while its lifts get weaker, and while the week's rules propose fewer sets of it or a lighter week,
also before the questions of the week are answered. Where these rules propose more sets themselves, the very same change
is offered. More sets also wait while fewer were done than planned, and while the plan adds some of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from legwork.domain.forecast.levers import Advice, Lever
from legwork.domain.log.autoregulate import MOST_STEP, Recovery, Soreness
from legwork.domain.log.estimates import estimates_of
from legwork.domain.log.lift_course import LiftCourse, Response
from legwork.domain.log.stalls import courses_of, muscle_response
from legwork.domain.log.week_answers import Answer
from legwork.domain.muscles import Muscle
from legwork.domain.plan.counting import count_week
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.effort_edits import EffortStep, effort_steps, with_effort
from legwork.domain.plan.model import Plan
from legwork.domain.plan.spread_edits import Move, is_spread, spread_moves, with_moves
from legwork.domain.plan.volume_edits import SetsStep, sets_steps, with_steps
from legwork.domain.weekly_sets import NEAR_RIR
from legwork.i18n import titled, tr
from legwork.numerals import short_number
from legwork.services.loop_words import effort_words, moves_words, muscle_names, sets_words
from legwork.services.loop_work import Done, planned_sets
from legwork.services.plan_volumes import band_of
from legwork.services.proposals import DELOADS, VOLUME
from legwork.services.volume_next import SHORT_WEEK, Decided, WeekProposal, judged
from legwork.services.volume_words import steps_words
from legwork.services.week_answers import answers_in
from legwork.services.week_facts import Done as WeekDone
from legwork.services.week_facts import PlanAhead, WeekFacts

MORE_PLANNED, ADDED = 0.5, 1.0
"""Sets of a muscle more in the coming weeks than were done of late, or sets in all more than in the week before: then
the plan has moved already (conventions)."""

_PAGES = {
    Lever.DONE: "plan",
    Lever.VOLUME: "plan",
    Lever.EFFORT: "train",
    Lever.FREQUENCY: "plan",
    Lever.FOOD: "food",
    Lever.MEASURING: "measure",
    Lever.TIME: "",
}
"""Where to go for a lever that is no edit of the plan."""


@dataclass(frozen=True)
class LoopChange:
    """What taking an offer puts into a plan. before: the plan for which it was made. what: the translated name of the
    edit. Only one of steps, effort and moves is there."""

    plan_id: int
    before: Plan = field(repr=False)
    what: str
    steps: tuple[SetsStep, ...] = ()
    effort: tuple[EffortStep, ...] = ()
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True)
class Offer:
    """words: what taking it does, "" where nothing can be taken. held: why it waits, a sentence, or "". moved: it waits
    because the plan of the coming weeks has it already. page: where to go instead."""

    words: str = ""
    change: LoopChange | None = None
    held: str = ""
    page: str = ""
    moved: bool = False


def put_in(plan: Plan, change: LoopChange, fresh: Fresh) -> Plan:
    """The plan with an offer in it. fresh: as in `edits`. Raises UserError when the plan has changed since."""
    return with_moves(with_effort(with_steps(plan, change.steps), change.effort), change.moves, fresh)


class Offers:
    """Of one moment. facts: of the week that is judged, as `LoopFacts.week_facts` gives them."""

    def __init__(self, facts: WeekFacts) -> None:
        self._facts = facts
        self._ahead = PlanAhead(facts)

    def of(self, advice: Advice, muscles: Sequence[Muscle], done: Done, name: str) -> Offer:
        """What a lever would do. muscles: below the tape. name: of the girth, for the name of the edit."""
        page = _PAGES[advice.lever]
        if advice.lever not in (Lever.VOLUME, Lever.EFFORT, Lever.FREQUENCY):
            return Offer(page=page)
        held = "" if advice.fewer else self._held(muscles, advice.lever)
        if held:
            return Offer(held=held, page="train")
        if not self._ahead.coming:
            return Offer(held=self._no_weeks(), page="plan")
        if advice.lever is Lever.VOLUME:
            return self._volume(muscles, done, name, fewer=advice.fewer)
        return self._effort(muscles, name) if advice.lever is Lever.EFFORT else self._spread(muscles, done.main, name)

    # What speaks against it

    def _held(self, muscles: Sequence[Muscle], lever: Lever) -> str:
        """Why a lever that asks for more waits; "" when nothing speaks against it."""
        tired = [one for one in muscles if _is_tired(self._answers[one], only_sore=lever is Lever.FREQUENCY)]
        if tired:
            return tr("Not now: by your answers {muscles} had not recovered. First that, then this.",
                      muscles=muscle_names(tired))  # fmt: skip
        if lever is Lever.FREQUENCY:
            return ""
        if any(
            one.topic == DELOADS
            and one.decided is not Decided.REFUSED
            and (one.muscles is None or _keys(muscles) & one.muscles)
            for one in self._proposals
        ):
            return tr("Not now: a lighter week comes first.")
        fewer = [one for one in muscles if any(_is_change(each, one, -1) for each in self._proposals)]
        if fewer:
            return tr("Not now: after this week fewer sets are proposed for {muscles}.", muscles=muscle_names(fewer))
        worse = [one for one in muscles if muscle_response(one, self._courses, self._facts.lookup) is Response.WORSE]
        if worse:
            return tr("Not now: the lifts for {muscles} got weaker of late.", muscles=muscle_names(worse))
        return ""

    @cached_property
    def _courses(self) -> Mapping[str, LiftCourse]:
        """How the lifts did, as `volume_next` looks at them."""
        facts, ahead = self._facts, self._ahead
        return courses_of(estimates_of(facts.counted), facts.today, ahead.deloads, lighter={**ahead.lighter})

    @cached_property
    def _proposals(self) -> tuple[WeekProposal, ...]:
        """What follows from the week that is judged, decided or not."""
        view = judged(self._facts)
        return (*view.proposals, *view.decided)

    @cached_property
    def _answers(self) -> Mapping[Muscle, Answer]:
        """What was said of each muscle in the newest week of which anything was."""
        monday = self._facts.today - timedelta(days=self._facts.today.weekday())
        given = (answers_in(self._facts.choices, monday - timedelta(weeks=back)) for back in range(3))
        newest = next((one for one in given if one.answers), None)
        return {one: newest.of(one) if newest is not None else Answer() for one in Muscle}

    def _no_weeks(self) -> str:
        if not self._ahead.weeks:
            return tr("There is no plan to put it into: make one, or follow it by hand.")
        return tr("The plan has no week to come that it could go into.")

    # What it would do

    def _volume(self, muscles: Sequence[Muscle], done: Done, name: str, *, fewer: bool) -> Offer:
        facts, ahead = self._facts, self._ahead
        sets = {one: self._planned(one, ahead.coming[0]) for one in muscles}
        large = [one for one in muscles if one in facts.aims.brief.sets] or list(muscles)
        large.sort(key=lambda one: -sets[one] if fewer else sets[one])
        if not fewer and (held := self._already(large, sets, done)):
            return Offer(held=held, page="train", moved=True)
        if not fewer and self._was_short(large):
            return Offer(held=tr("In the last week fewer sets were done than planned: those come first."), page="train")
        for muscle in large:
            steps = self._steps(muscle, sets[muscle], fewer=fewer)
            if steps:
                first = [one for one in steps if one.number == steps[0].number]
                what = sets_words(muscle, sum(one.after - one.before for one in first))
                return Offer(f"{what}. {steps_words(steps, facts.label_of)}", self._change(name, what, steps=steps))
        if fewer:
            return Offer(held=tr("No exercise of the plan can spare a set."), page="plan")
        return Offer(held=tr("No exercise of the plan has room for a set more: another one, or another day, would "
                             "make it."), page="plan")  # fmt: skip

    def _steps(self, muscle: Muscle, sets: float, *, fewer: bool) -> tuple[SetsStep, ...]:
        """The change of a muscle's sets: that of the week's rules where they have one; none where it was refused."""
        facts, ahead = self._facts, self._ahead
        for one in self._proposals:
            if one.steps and _is_change(one, muscle, -1 if fewer else 1):
                return one.steps if one.decided is Decided.OPEN else ()
        bands = {one.value: band for one in Muscle if (band := band_of(one, facts.aims.brief)) is not None}
        change = -int(MOST_STEP) if fewer else _rise(sets, bands, muscle, facts.aims.wanted.jump)
        if not change:
            return ()
        return sets_steps(ahead.plan, facts.lookup, facts.aims.wanted, ahead.coming, muscle, change, bands)

    def _already(self, muscles: Sequence[Muscle], sets: Mapping[Muscle, float], done: Done) -> str:
        """That the plan has more sets already, or ""; sets: of the first week to come."""
        whole = sum(sets.values()) / len(sets)
        if whole >= (done.sets or 0.0) + MORE_PLANNED:
            return tr("The plan has about {sets} from here on.", sets=short_number(round(whole)))
        at = self._ahead.at
        if at is not None and sum(sets[one] - self._planned(one, at) for one in muscles) >= ADDED:
            return tr("The plan adds sets from the next week on.")
        return ""

    def _was_short(self, muscles: Sequence[Muscle]) -> bool:
        """Whether much of what the plan had for the week that is judged was not done, as in `volume_next`."""
        at, week = self._ahead.at, self._facts.week
        if at is None or any(self._ahead.was_light(week, one.value) for one in muscles):
            return False
        done = sum(WeekDone(self._facts, one).last for one in muscles)
        return done < SHORT_WEEK * sum(self._planned(one, at) for one in muscles)

    def _planned(self, muscle: Muscle, at: int) -> float:
        """The hard sets of a muscle in the week of the plan at this place."""
        return planned_sets(count_week(self._ahead.weeks[at], self._facts.lookup), (muscle,))

    def _effort(self, muscles: Sequence[Muscle], name: str) -> Offer:
        facts, ahead = self._facts, self._ahead
        steps = effort_steps(ahead.plan, facts.lookup, facts.aims.wanted, ahead.coming, _keys(muscles))
        if not steps:
            held = tr("The plan of the coming weeks asks for {reps} reps in reserve or fewer: end the sets as near as "
                      "it says.", reps=short_number(NEAR_RIR))  # fmt: skip
            before = () if ahead.at is None else (ahead.at,)
            moved = bool(effort_steps(ahead.plan, facts.lookup, facts.aims.wanted, before, _keys(muscles)))
            return Offer(held=held, page="train", moved=moved)
        what = tr("Fewer reps in reserve")
        return Offer(titled(what, effort_words(steps, facts.label_of)), self._change(name, what, effort=steps))

    def _spread(self, muscles: Sequence[Muscle], main: Muscle, name: str) -> Offer:
        """Of the muscle with most sets; where that is spread already, of another one below the tape."""
        facts, ahead = self._facts, self._ahead
        for muscle in (main, *(one for one in muscles if one is not main)):
            moves = spread_moves(ahead.plan, facts.lookup, facts.aims.wanted, ahead.coming, muscle.value)
            if moves:
                what = tr("Spread over the week")
                return Offer(titled(what, moves_words(moves, facts.label_of)), self._change(name, what, moves=moves))
        if is_spread(ahead.weeks[ahead.coming[0]], facts.lookup, main.value):
            held = tr("The plan of the coming weeks spreads them: do it as it stands.")
            moved = ahead.at is not None and not is_spread(ahead.weeks[ahead.at], facts.lookup, main.value)
            return Offer(held=held, page="train", moved=moved)
        return Offer(held=tr("The plan of the coming weeks has no day that could take them."), page="plan")

    def _change(self, name: str, what: str, **parts: tuple[object, ...]) -> LoopChange:
        stored = self._facts.stored
        assert stored is not None  # there is a week to come
        label = tr("{limb}: {what}", limb=name, what=what)
        return LoopChange(stored.info.id, stored.plan, label, **parts)  # type: ignore[arg-type]


def _rise(sets: float, bands: Mapping[str, tuple[float, float]], muscle: Muscle, jump: float) -> int:
    """Whole sets more a week: at most MOST_STEP, not beyond the band, nor a larger share than the chosen jump; at least
    one where there is room for it. Source: as `autoregulate.volume_for`."""
    highest = bands[muscle.value][1] if muscle.value in bands else float("inf")
    if highest - sets < 1:
        return 0
    return max(1, int(min(MOST_STEP, sets * jump, highest - sets)))


def _is_tired(answer: Answer, *, only_sore: bool) -> bool:
    if answer.soreness is Soreness.STILL:
        return True
    if only_sore:
        return False
    return answer.soreness is Soreness.JUST or answer.recovery in (Recovery.POOR, Recovery.FAIR)


def _is_change(proposal: WeekProposal, muscle: Muscle, sign: int) -> bool:
    """Whether a proposal moves the sets of a muscle up (1) or down (-1)."""
    if proposal.topic != VOLUME or muscle.value not in (proposal.muscles or ()):
        return False
    return any(pick.startswith(f"volume {muscle.value} {'+' if sign > 0 else '-'}") for pick in proposal.picks)


def _keys(muscles: Sequence[Muscle]) -> frozenset[str]:
    return frozenset(one.value for one in muscles)
