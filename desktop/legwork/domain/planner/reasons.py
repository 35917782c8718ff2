"""Why a drafted plan is as it is: one line for each choice, and for each thing that could not be had.

Owns the wording. It must not choose anything. Source of what is said: SCIENCE section 6, as in `findings.WHYS`.
"""

from __future__ import annotations

from legwork.domain.muscles import MUSCLES
from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.plan.counting import session_minutes
from legwork.domain.plan.findings import WHYS, CheckKey
from legwork.domain.plan.model import WEEKDAYS, BlockKind, Plan, weeks_of
from legwork.domain.plan_brief import GROW, KEEP, SUSTAIN, Upper
from legwork.domain.planner.blocks import WITHOUT_DELOAD
from legwork.domain.planner.made import Made, Reason
from legwork.domain.planner.prescribe import BRISK, PAIRED
from legwork.domain.planner.shortfalls import limit, shortfalls
from legwork.domain.planner.template import UPPER_KINDS
from legwork.domain.planner.wishes import Experience
from legwork.i18n import listed, mark, ntr, tr
from legwork.numerals import short_number


def reasons_for(made: Made) -> tuple[Reason, ...]:
    """Every reason, in the order in which a plan is looked at: days, sets, weeks, exercises, what is left out."""
    return (
        Reason(made.template.label, tr(made.template.purpose)),
        *_days(made),
        *_leg_sets(made),
        _upper(made),
        _effort(made),
        _weeks(made),
        _minutes(made),
        *_exercises(made),
        *_left_out(made),
        *shortfalls(made),
    )


def _days(made: Made) -> list[Reason]:
    have, days = made.template.days, len(made.frames)
    found = []
    if days < have:
        sentence = ntr(
            "{have} sessions are put together on {count} day, legs first.",
            "{have} sessions are put together on {count} days, legs first.",
            days, have=have,
        )  # fmt: skip
        found.append(Reason(tr("Days"), sentence))
    elif made.wishes.days is not None and made.wishes.days > have:
        sentence = tr(
            "{have} sessions hold all the work that helps; the other days stay free, for rest or for what you like.",
            have=have,
        )
        found.append(Reason(tr("Days"), sentence))
    days_on = [tr(WEEKDAYS[day]) for day, legs in zip(made.weekdays, made.legs, strict=True) if legs]
    if len(days_on) > 1:
        sentence = tr("{days}, with a day between, so that the next leg day is as good.", days=listed(days_on))
        found.append(Reason(tr("Leg days"), sentence))
    return found


_WHY = {
    Pattern.SQUAT: WHYS[CheckKey.SQUAT],
    Pattern.HINGE: WHYS[CheckKey.HINGE],
    Pattern.LUNGE: WHYS[CheckKey.SINGLE_LEG],
    Pattern.KNEE_EXTENSION: WHYS[CheckKey.KNEE_EXTENSION],
    Pattern.LEG_CURL: WHYS[CheckKey.LEG_CURL],
    Pattern.LEG_PRESS: mark("Works the thighs hard while the back rests on a pad."),
    Pattern.HIP_THRUST: mark("Thrusts grew the glutes as much as squats did (Plotkin 2023)."),
    Pattern.CALF_RAISE: mark(
        "Calves hardly work in other lifts; standing raises grew them more than seated ones (Kinoshita 2023)."
    ),
    Pattern.HORIZONTAL_PRESS: mark("A press keeps chest, shoulders and triceps."),
    Pattern.VERTICAL_PRESS: mark("A press overhead keeps the shoulders."),
    Pattern.ROW: mark("A row keeps the upper back."),
    Pattern.PULLDOWN: mark("A pull from above keeps the lats and the front of the arms."),
}
_EXTRA = mark("Good to have, and the first to go when time is short.")


def _exercises(made: Made) -> list[Reason]:
    """One line for each exercise, though it may come on several days."""
    found: dict[str, Reason] = {}
    for count, place in zip(made.allotment.start, made.filled.places, strict=True):
        exercise = place.exercise
        if count and exercise.key not in found:
            swapped = exercise.pattern is not place.slot.pattern
            said = "" if swapped else tr(_WHY.get(exercise.pattern, _EXTRA))
            found[exercise.key] = Reason(exercise.label, " ".join(one for one in (said, place.why) if one))
    return list(found.values())


_BANDS = {
    GROW: mark("There is catching up to do, and 5 to 10 sets a week work well (Pelland 2024)."),
    SUSTAIN: mark("About right as it is, so a little more than what holds is enough."),
    KEEP: mark("Ahead already, and a third of the usual sets holds size (Bickel 2011)."),
}


def _leg_sets(made: Made) -> list[Reason]:
    found = []
    last, told = made.working - 1, set[tuple[int, int]]()
    for muscle, band in made.brief.sets.items():
        first, top = made.sets(muscle, 0), made.sets(muscle, last)
        if not top:
            continue
        why = tr(_BANDS[band]) if band in _BANDS and band not in told else ""
        told.add(band)
        if first == top:
            said = tr("{sets} hard sets a week.", sets=_number(top))
        else:
            week = next(done for done in range(last + 1) if made.sets(muscle, done) == top)
            said = tr(
                "{first} hard sets in the first week, one more at a time up to {top} in week {week}.",
                first=_number(first), top=_number(top), week=_calendar_week(made, week),
            )  # fmt: skip
        more = ""
        if top >= band[1] + 1:
            more = tr("More than asked for, as lifts for the other muscles train it too; that does no harm.")
        elif muscle in made.allotment.short:
            more = limit(made, muscle)
        found.append(Reason(_capital(tr(MUSCLES[muscle])), " ".join(one for one in (said, why, more) if one)))
    return found


def _calendar_week(made: Made, done: int) -> int:
    """The week of the plan, from 1, in which the working week `done` (from 0) lies."""
    working = [number for number, (block, _) in enumerate(weeks_of(made.plan), 1) if block.kind is not BlockKind.DELOAD]
    return working[done]


_UPPER = {
    Upper.KEEP: mark("About a third of the usual sets, just as hard, keeps its size (Bickel 2011) and frees the time."),
    Upper.AS_NOW: mark("It goes on beside the legs; neither gives way."),
    Upper.GROW: mark("Your legs lead, so the upper body gets the time."),
}
_UPPER_UNKNOWN = mark("Kept beside the legs, until your measurements tell which of them is behind.")


def _upper(made: Made) -> Reason:
    counts = made.allotment.after(made.working)
    sets = [
        sum(n for n, one in zip(counts, made.filled.places, strict=True) if one.slot.pattern in kinds)
        for kinds in UPPER_KINDS
    ]
    said = tr(
        "Sets a week: {press} of presses, {row} of rows, {pull} of pulls.", press=sets[0], row=sets[1], pull=sets[2]
    )
    upper = made.brief.upper
    return Reason(tr("Upper body"), f"{said} {tr(_UPPER_UNKNOWN if upper is None else _UPPER[upper])}")


_EFFORT = {
    Experience.NEW: mark(
        "Two to three clean reps stay in reserve, so that you learn the lifts before you go near failure."
    ),
    Experience.SOME: mark("Sets end with one to three clean reps in reserve, the last week of a block the hardest."),
    Experience.ADVANCED: mark(
        "Sets end with one to three clean reps in reserve; in a block’s last week single joints go to the last rep."
    ),
    Experience.BACK: mark(
        "The first weeks stay further from failure and begin with fewer sets; what you had comes back quickly."
    ),
}


def _effort(made: Made) -> Reason:
    loads = tr("Loads are left open: take what leaves that many.")
    return Reason(tr("Effort"), f"{tr(_EFFORT[made.wishes.experience])} {loads}")


def _weeks(made: Made) -> Reason:
    weeks = made.wishes.weeks
    if weeks <= WITHOUT_DELOAD:
        sentence = tr("{weeks} weeks in one block: a plan that short needs no deload.", weeks=weeks)
        return Reason(tr("Weeks"), sentence)
    blocks = made.phases[-1].mesocycle
    said = ntr(
        "{weeks} weeks in {count} mesocycle, ended by an easy week: a week off costs no size (Coleman 2024).",
        "{weeks} weeks in {count} mesocycles, each ended by an easy week: a week off costs no size (Coleman 2024).",
        blocks, weeks=weeks,
    )  # fmt: skip
    if any(one.kind is BlockKind.INTENSIFY for one in made.phases):
        said += " " + tr("Blocks with more sets and blocks with heavier loads take turns, which keeps both going.")
    return Reason(tr("Weeks"), said)


def longest_minutes(plan: Plan) -> float:
    """What the longest session of a drafted plan takes, in minutes; 0 for one without sessions."""
    last = [block.weeks[-1] for block in plan.blocks if block.weeks]  # sets never fall within a block
    return max((session_minutes(one) for week in last for one in week.sessions), default=0.0)


def _minutes(made: Made) -> Reason:
    longest, wanted = round(longest_minutes(made.plan)), made.wishes.minutes
    said = tr("The longest session takes about {longest} of your {minutes} minutes.", longest=longest, minutes=wanted)
    pace = made.allotment.pace
    if pace is BRISK:
        said += " " + tr("Rests are shorter than usual, so that all of it fits in.")
    elif pace is PAIRED:
        said += " " + tr(
            "To fit it in, rests are short, and a leg exercise and one of the upper body are done in turns."
        )
    return Reason(tr("Time"), said)


def _left_out(made: Made) -> list[Reason]:
    """Places without an exercise or without sets, those with one reason together."""
    grouped: dict[str, dict[str, None]] = {}
    for vacancy in made.filled.vacancies:
        grouped.setdefault(vacancy.why, {})[tr(PATTERNS[vacancy.slot.pattern])] = None
    for exercise, why in made.filled.unplaced:
        grouped.setdefault(why, {})[exercise.label] = None
    used = {place.exercise.key for count, place in zip(made.allotment.start, made.filled.places, strict=True) if count}
    for number, place in enumerate(made.filled.places):
        if made.allotment.start[number] or place.exercise.key in used:
            continue
        grouped.setdefault(_why_closed(made, number), {})[place.exercise.label] = None
    return [Reason(tr("Left out"), f"{_capital(listed(list(names)))}. {why}") for why, names in grouped.items()]


def _why_closed(made: Made, number: int) -> str:
    if made.roomy.start[number]:
        return tr("There is no room for it in {minutes} minutes.", minutes=made.wishes.minutes)
    if made.filled.places[number].exercise.pattern in _LEGS:
        return tr("There are enough sets for these muscles already.")
    return tr("The upper body has its share already; the legs come first.")


_LEGS = frozenset(one for one in Pattern if list(Pattern).index(one) < list(Pattern).index(Pattern.HORIZONTAL_PRESS))


def _number(sets: float) -> str:
    return short_number(sets)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
