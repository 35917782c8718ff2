"""The one thing to do next, on the first page.

Owns the order in which things come first, and their sentences. A pure function of facts: what is so, is `today_now`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from legwork.domain.days import long_day, near_day
from legwork.i18n import ntr, tr
from legwork.services.due import CheckInDue
from legwork.services.today_sessions import Ahead, Planned, Sessions, When


class Step(StrEnum):
    """What there is to do, the first one first.

    A workout in progress comes before everything: the person stands in the gym. Measuring comes before training,
    because it should not come after it. What builds on what: a plan, the answers that steer it, a goal, the review.
    """

    GO_ON = "go_on"
    FIRST_CHECK_IN = "first_check_in"
    CHECK_IN = "check_in"
    SESSION = "session"
    PLAN = "plan"
    WEEK = "week"
    COPY = "copy"
    GOAL = "goal"
    REVIEW = "review"
    REST = "rest"


LASTING = frozenset({Step.PLAN, Step.GOAL})
"""What a person may simply not want: put off, it stays away for longer."""

PUT_OFF, PUT_OFF_LONG = timedelta(days=1), timedelta(days=28)
"""For so long a step stays away that was put off (conventions)."""

_NEVER = frozenset({Step.GO_ON, Step.REST})


@dataclass(frozen=True)
class StepFacts:
    """What the choice rests on. goal: whether any is set. review: whether one waits unread. put_off: not these now.

    copy: since when no copy was taken elsewhere, in words, where the person wants to be reminded; else "".
    """

    today: date
    check_in: CheckInDue
    sessions: Sessions = field(default_factory=Sessions)
    goal: bool = False
    review: bool = False
    put_off: frozenset[Step] = frozenset()
    copy: str = ""


@dataclass(frozen=True)
class NextStep:
    """step: which. sentence: what to do; why: the reason, or what is known of it. button: what the button says.

    page: where it leads, as `Context.navigate` takes it; "" where it opens the review. can_wait: may be put off.
    """

    step: Step
    sentence: str
    why: str
    button: str
    page: str
    can_wait: bool = True


def waits(step: Step) -> timedelta:
    """For how long a step stays away once it was put off."""
    return PUT_OFF_LONG if step in LASTING else PUT_OFF


def next_step(facts: StepFacts) -> NextStep:
    """The first of `Step` that applies and was not put off."""
    waiting = [step for step in Step if _applies(step, facts) and (step in _NEVER or step not in facts.put_off)]
    return _WORDS[waiting[0]](facts)


def _applies(step: Step, facts: StepFacts) -> bool:
    sessions, never = facts.sessions, facts.check_in.last is None
    return {
        Step.GO_ON: sessions.running is not None,
        Step.FIRST_CHECK_IN: never,
        Step.CHECK_IN: not facts.check_in.done and not never,
        Step.SESSION: sessions.ahead is not None and sessions.ahead.when is When.TODAY,
        Step.PLAN: sessions.planned is not Planned.RUNS,
        Step.WEEK: sessions.week is not None,
        Step.COPY: bool(facts.copy),
        Step.GOAL: not facts.goal,
        Step.REVIEW: facts.review,
        Step.REST: True,
    }[step]


def _go_on(facts: StepFacts) -> NextStep:
    running = facts.sessions.running
    assert running is not None
    began = running.day == facts.today
    title = running.title
    said = tr("{title} is in progress.", title=title) if began else tr(
        "{title} of {day} is still open.", title=title, day=near_day(running.day, facts.today)
    )  # fmt: skip
    why = tr("Every set is kept as you type it.") if began else tr("Go on with it, or finish it as it is.")
    return NextStep(Step.GO_ON, said, why, tr("Go on"), f"train/{running.workout_id}", can_wait=False)


def _first_check_in(_facts: StepFacts) -> NextStep:
    return NextStep(
        Step.FIRST_CHECK_IN,
        tr("Take your first measurements."),
        tr("A tape and ten minutes: everything on this page grows from them."),
        tr("Measure"),
        "measure",
    )


def _check_in(facts: StepFacts) -> NextStep:
    due = facts.check_in
    if due.days_late:
        return NextStep(Step.CHECK_IN, tr("A check-in is due."), due.words, tr("Measure"), "measure")
    why = due.words
    if facts.sessions.ahead is not None and facts.sessions.ahead.when is When.TODAY:
        why = tr("Measure before you train: training swells the muscles for a day or two.")
    return NextStep(Step.CHECK_IN, tr("Today is check-in day."), why, tr("Measure"), "measure")


def _session(facts: StepFacts) -> NextStep:
    ahead = facts.sessions.ahead
    assert ahead is not None
    return NextStep(
        Step.SESSION,
        tr("Today: {title}.", title=ahead.title),
        exercises_text(ahead),
        tr("Open the session"),
        "train",
    )


def _plan(facts: StepFacts) -> NextStep:
    if facts.sessions.planned is Planned.ENDED:
        return NextStep(
            Step.PLAN,
            tr("Your plan has run its weeks."),
            tr("The next one starts from where your legs are now."),
            tr("Make the next plan…"),
            "plan/new",
        )
    return NextStep(
        Step.PLAN,
        tr("Make a training plan."),
        tr("It is drafted from what you measured and puts the work where the legs need it. You can change all of it."),
        tr("New plan…"),
        "plan/new",
    )


def _week(facts: StepFacts) -> NextStep:
    week, monday = facts.sessions.week, facts.today - timedelta(days=facts.today.weekday())
    said = tr("How was this week of training?") if week == monday else tr("How was last week’s training?")
    return NextStep(
        Step.WEEK, said, tr("Ten seconds. The answers steer how many sets come next."), tr("Answer"), "train"
    )


def _copy(facts: StepFacts) -> NextStep:
    return NextStep(
        Step.COPY, tr("Take a copy of your data elsewhere."), facts.copy, tr("Take a copy"), "data/elsewhere"
    )


def _goal(_facts: StepFacts) -> NextStep:
    return NextStep(
        Step.GOAL,
        tr("Choose what you want to reach."),
        tr("With a goal, this page says when it is likely, and what would bring it closer."),
        tr("Set a goal…"),
        "charts/goals",
    )


def _review(_facts: StepFacts) -> NextStep:
    return NextStep(
        Step.REVIEW,
        tr("The review of your week is ready."),
        tr("What was done, what changed, and what of it is only the tape."),
        tr("Read it"),
        "",
    )


def _rest(facts: StepFacts) -> NextStep:
    parts = [tr("Next check-in: {day}.", day=long_day(facts.check_in.due))]
    ahead = facts.sessions.ahead
    if ahead is not None and ahead.day is not None and ahead.day > facts.today:
        parts.insert(0, tr("Next session: {title}, {day}.", title=ahead.title, day=long_day(ahead.day)))
    if facts.check_in.last is None or not facts.check_in.done:
        parts = parts[:-1]
    return NextStep(
        Step.REST, tr("Nothing is due today."), " ".join(parts), tr("Look at the charts"), "charts", can_wait=False
    )


_WORDS = {
    Step.GO_ON: _go_on,
    Step.FIRST_CHECK_IN: _first_check_in,
    Step.CHECK_IN: _check_in,
    Step.SESSION: _session,
    Step.PLAN: _plan,
    Step.WEEK: _week,
    Step.COPY: _copy,
    Step.GOAL: _goal,
    Step.REVIEW: _review,
    Step.REST: _rest,
}


def exercises_text(ahead: Ahead) -> str:
    """How much a session holds: "6 exercises"."""
    return ntr("{count} exercise", "{count} exercises", ahead.exercises)
