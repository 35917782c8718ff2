"""The words of what follows from a week of training: where sets come and go, a lighter week, stalls, what stays.

Owns these sentences. What they say is worked out in `volume_next`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from legwork.domain.days import WEEKDAYS
from legwork.domain.log.autoregulate import VolumeProposal
from legwork.domain.log.kept_up import ENOUGH_WEEKS
from legwork.domain.log.stalls import Stall
from legwork.domain.measures import Family, Measure
from legwork.domain.muscles import MUSCLES, MUSCLES_OF_SITE, Muscle
from legwork.domain.plan.lighter import Lighter
from legwork.domain.plan.lines import LineKey
from legwork.domain.plan.model import Session
from legwork.domain.plan.volume_edits import SetsStep
from legwork.domain.verdict import Call, judge
from legwork.i18n import listed, mark, ntr, ptr, tr
from legwork.services.measures import series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings

GIRTH_WEEKS = 12
"""So many weeks of readings a girth is judged by beside the lifts (a convention)."""

_MOST_NAMED = 4

_LIMBS = {
    "upper_thigh": mark("the thigh"),
    "calf": mark("the calf"),
    "flexed_arm": mark("the upper arm"),
    "chest": mark("the chest"),
}
"""The sites whose girth is told of, and what it is called in the middle of a sentence."""

_GIRTHS = {Call.GROWING: mark("{limb} is growing by the tape"), Call.SHRINKING: mark("{limb} is shrinking by the tape")}


def steps_words(steps: Sequence[SetsStep], label_of: Callable[[str], str]) -> str:
    """What a change of sets does: "Leg press on Tuesday: 3 to 4 sets, weeks 5 to 8. ..."; "" of none."""
    lines: dict[tuple[LineKey, int, int], list[SetsStep]] = {}
    for step in steps:
        lines.setdefault((step.line, step.before, step.after), []).append(step)
    return " ".join(
        ntr(
            "{exercise}{day}: {before} sets to {count}, {weeks}.",
            "{exercise}{day}: {before} to {count} sets, {weeks}.",
            after,
            exercise=label_of(line.exercise), day=_day(some[0].session), before=before,
            weeks=weeks_words([one.number for one in some]),
        )
        for (line, before, after), some in lines.items()
    )  # fmt: skip


def weeks_words(numbers: Sequence[int]) -> str:
    """Weeks by their numbers: "week 5", "weeks 5 to 8", "weeks 3, 5 to 8 and 10"."""
    runs = []
    for _, found in groupby(enumerate(numbers), lambda one: one[1] - one[0]):
        run = [number for _, number in found]
        runs.append(str(run[0]) if len(run) == 1 else ptr("numbers", "{first} to {last}", first=run[0], last=run[-1]))
    return ntr("week {weeks}", "weeks {weeks}", len(numbers), weeks=listed(runs))


def deload_where(entries: Sequence[Lighter], label_of: Callable[[str], str]) -> str:
    """What a lighter week changes: "About half the sets with the same loads, 4 reps left: Back squat 4 to 2, ..."."""
    named = [
        tr(
            "{exercise} {before} to {after}",
            exercise=label_of(one.entry.exercise),
            before=one.entry.prescription.sets,
            after=one.after.prescription.sets,
        )
        for one in entries
        if one.entry.prescription.sets != one.after.prescription.sets
    ]
    if len(named) > _MOST_NAMED:
        named = [*named[: _MOST_NAMED - 1], tr("{count} more", count=len(named) - _MOST_NAMED + 1)]
    about = tr("About half the sets with the same loads, 4 reps left")
    return tr("{what}: {exercises}.", what=about, exercises=listed(named)) if named else f"{about}."


def stall_words(stall: Stall, label_of: Callable[[str], str]) -> str:
    """A muscle that stalled, with its lifts: "front of the thighs (Back squat and Leg press, 4 weeks)"."""
    return ntr(
        "{muscle} ({lifts}, {count} week)", "{muscle} ({lifts}, {count} weeks)", stall.weeks,
        muscle=tr(MUSCLES[Muscle(stall.muscle)]), lifts=listed([label_of(one) for one in stall.lifts]),
    )  # fmt: skip


def left_words(found: Iterable[VolumeProposal]) -> tuple[str, ...]:
    """The muscles whose sets stay, by why: "Glutes and calves: the lifts get better, so the sets stay."."""
    by_why: dict[str, list[str]] = {}
    for one in found:
        by_why.setdefault(one.why, []).append(tr(MUSCLES[Muscle(one.muscle)]))
    return tuple(
        tr("{muscles}: {why}.", muscles=_capital(listed(names)), why=why) for why, names in by_why.items()
    )  # fmt: skip


def early_words(weeks: int) -> str:
    """Why nothing is proposed yet. weeks: of training in a row so far."""
    return ntr(
        "Too early to propose anything: {count} week of training in a row so far, and it takes {enough}.",
        "Too early to propose anything: {count} weeks of training in a row so far, and it takes {enough}.",
        weeks, enough=ENOUGH_WEEKS,
    )  # fmt: skip


def girth_words(
    profile: Profile, person: Person, today: date, readings: SpotReadings, breathe: Callable[[], object] = bool
) -> dict[str, str]:
    """What the tape says of the last GIRTH_WEEKS, by muscle; only what is beyond its error. Raises StoreError."""
    measures = {Measure(Family.SITE, site): (limb, MUSCLES_OF_SITE[site]) for site, limb in _LIMBS.items()}
    found: dict[str, str] = {}
    begin = (today - timedelta(weeks=GIRTH_WEEKS)).toordinal()
    for measure, several in series_of(profile, person, measures, breathe, readings).items():
        calls = {judge(one.trend, begin, today.toordinal(), one.usual_per_week).call for one in several}
        limb, muscles = measures[measure]
        call = next(
            (one for one in _GIRTHS if calls and calls <= {one, Call.NO_CHANGE, Call.TOO_EARLY} and one in calls), None
        )
        if call is not None:
            found.update({muscle.value: tr(_GIRTHS[call], limb=tr(limb)) for muscle in muscles})
    return found


def _day(session: Session) -> str:
    if session.weekday is not None:
        return tr(" on {weekday}", weekday=tr(WEEKDAYS[session.weekday]))
    return tr(" in {session}", session=session.name) if session.name else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
