"""What the checks of a plan say: which check, how serious, in what words, why, and what would mend it.

Owns the types, the reasons, and the words for weeks. It must not look at a plan (`leg_checks` and `plan_checks` do).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.patterns import Pattern
from legwork.domain.plan.counting import Lookup, WeekCount
from legwork.domain.plan.model import Block, BlockKind, Plan, Week, Weekday
from legwork.domain.weekly_sets import HOLDS_FROM, HOLDS_UP_TO
from legwork.i18n import mark, tr


class CheckKey(StrEnum):
    """Names a check."""

    LEG_DAYS = "leg_days"
    LEG_REST = "leg_rest"
    SQUAT = "squat"
    HINGE = "hinge"
    SINGLE_LEG = "single_leg"
    KNEE_EXTENSION = "knee_extension"
    LEG_CURL = "leg_curl"
    LEG_REPS = "leg_reps"
    LEG_VOLUME = "leg_volume"
    LEG_TREND = "leg_trend"
    PRESS = "press"
    ROW = "row"
    PULL = "pull"
    NOT_INVERTED = "not_inverted"
    JUMP = "jump"
    DELOAD = "deload"


class Grade(StrEnum):
    """How serious it is. FINE: as it should be; HINT: worth a look; WARNING: works against the aim."""

    FINE = "fine"
    HINT = "hint"
    WARNING = "warning"


class FixKind(StrEnum):
    """What a fix does."""

    ADD_EXERCISE = "add_exercise"
    ADD_SETS = "add_sets"
    REMOVE_SETS = "remove_sets"
    CHANGE_REPS = "change_reps"
    MOVE_SESSION = "move_session"
    ADD_DELOAD = "add_deload"


@dataclass(frozen=True)
class Fix:
    """What would mend a finding. sentence: translated, as a button or menu says it.

    Ids name the place where they apply, None elsewhere. week_id: the first week in which it is wanted; for ADD_DELOAD
    the one after which it goes. pattern: of the exercise to add; without a session_id it goes into a new session. sets:
    how many to add or take. reps: the new range. weekday: where the session shall go, or the new one. further: what
    belongs to it in other places and weeks, each without a further one and without words.
    """

    kind: FixKind
    sentence: str
    week_id: int | None = None
    session_id: int | None = None
    entry_id: int | None = None
    pattern: Pattern | None = None
    sets: int = 0
    reps: tuple[int, int] | None = None
    weekday: Weekday | None = None
    further: tuple[Fix, ...] = ()

    @property
    def steps(self) -> tuple[Fix, ...]:
        """All that is done by it, in order."""
        return (self, *self.further)


@dataclass(frozen=True)
class Finding:
    """The result of one check. subject, sentence, why: translated. subject: what it is about in a word or two.

    weeks: ids of the weeks in which it holds, empty for FINE. fix: None when there is nothing to mend or no simple way.
    """

    key: CheckKey
    grade: Grade
    subject: str
    sentence: str
    why: str
    weeks: tuple[int, ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True)
class Wanted:
    """What the checks hold a plan to. leg_days: from and to, a week. leg_sets: a leg muscle shall have more.

    upper_sets: a press, row or pull shall have as many. jump, fall: the largest rise and fall of weekly sets, as a
    share. deload_weeks: longer plans shall have a deload. held: patterns held back for pain, not missed nor offered.
    muscle_sets: `leg_sets` by muscle (values of `muscles.Muscle`), those left out are not watched; None: the same for
    all. legs_first: whether the legs shall have more than the upper body and not lose sets from week to week.

    Source: SCIENCE section 6: legs 2 to 3 days a week; about 4 sets are detectable (Pelland 2024), a third of the
    volume holds (Bickel 2011), so 3 to 4 sets are taken for holding; jump, fall and deload_weeks are conventions.
    """

    leg_days: tuple[int, int] = (2, 3)
    leg_sets: float = HOLDS_UP_TO
    upper_sets: float = HOLDS_FROM
    jump: float = 0.30
    fall: float = 0.10
    deload_weeks: int = 6
    held: frozenset[Pattern] = frozenset()
    muscle_sets: Mapping[str, float] | None = None
    legs_first: bool = True

    def more_than(self, muscle: str) -> float | None:
        """The sets a week that a leg muscle shall have more of; None for one that is not watched."""
        return self.leg_sets if self.muscle_sets is None else self.muscle_sets.get(muscle)


@dataclass(frozen=True)
class Counted:
    """A week with its place (from 1), its block and its sums."""

    number: int
    block: Block
    week: Week
    count: WeekCount


@dataclass(frozen=True)
class Case:
    """All that a check looks at. weeks: every week; working: those outside deloads in which anything is planned."""

    plan: Plan
    lookup: Lookup
    wanted: Wanted
    weeks: tuple[Counted, ...]

    @property
    def working(self) -> tuple[Counted, ...]:
        """The weeks that are held to the weekly checks."""
        return tuple(
            one
            for one in self.weeks
            if one.block.kind is not BlockKind.DELOAD and any(session.entries for session in one.week.sessions)
        )


SUBJECTS: dict[CheckKey, str] = {
    CheckKey.LEG_DAYS: mark("Leg days"),
    CheckKey.LEG_REST: mark("Rest between leg days"),
    CheckKey.SQUAT: mark("Squat"),
    CheckKey.HINGE: mark("Hinge"),
    CheckKey.SINGLE_LEG: mark("One leg at a time"),
    CheckKey.KNEE_EXTENSION: mark("Knee extension"),
    CheckKey.LEG_CURL: mark("Leg curl"),
    CheckKey.LEG_REPS: mark("Reps for the legs"),
    CheckKey.LEG_VOLUME: mark("Leg volume"),
    CheckKey.LEG_TREND: mark("Leg volume over the weeks"),
    CheckKey.PRESS: mark("Press"),
    CheckKey.ROW: mark("Row"),
    CheckKey.PULL: mark("Pull"),
    CheckKey.NOT_INVERTED: mark("Legs first"),
    CheckKey.JUMP: mark("Rise from week to week"),
    CheckKey.DELOAD: mark("Deload"),
}
"""For people, marked for translation."""

WHYS: dict[CheckKey, str] = {
    CheckKey.LEG_DAYS: mark(
        "How often matters little at equal volume, but two or three days fit the sets in before their quality drops."
    ),
    CheckKey.LEG_REST: mark("A day between leaves the second leg day as good as the first."),
    CheckKey.SQUAT: mark("Squats grow the front of the thighs, the inner thighs and the glutes together."),
    CheckKey.HINGE: mark("A hinge loads the back of the thighs at the hip, which squats hardly do."),
    CheckKey.SINGLE_LEG: mark("One leg at a time shows and trains a difference of sides, with less load on the back."),
    CheckKey.KNEE_EXTENSION: mark(
        "Squats did not grow the rectus femoris in ten weeks (Kubo 2019); knee extensions train it."
    ),
    CheckKey.LEG_CURL: mark(
        "Squats did not grow the hamstrings in ten weeks (Kubo 2019); seated curls grew them by 14 % (Maeo 2021)."
    ),
    CheckKey.LEG_REPS: mark(
        "Sets of 5 to 30 reps near failure grow about equally; 6 to 12 are the easiest to load and to keep close."
    ),
    CheckKey.LEG_VOLUME: mark(
        "A third of the sets holds size (Bickel 2011); about 4 a week show, 5 to 10 work well (Pelland 2024)."
    ),
    CheckKey.LEG_TREND: mark(
        "Each further weekly set adds a little growth (Schoenfeld 2017), so legs that shall catch up keep theirs."
    ),
    CheckKey.PRESS: mark("A third of the usual sets holds the upper body (Bickel 2011), but only of what is trained."),
    CheckKey.ROW: mark("A third of the usual sets holds the upper body (Bickel 2011), but only of what is trained."),
    CheckKey.PULL: mark("A third of the usual sets holds the upper body (Bickel 2011), but only of what is trained."),
    CheckKey.NOT_INVERTED: mark("The plan shall close the gap: the legs get more sets than the upper body."),
    CheckKey.JUMP: mark("A body gets used to more work step by step; how large a step is good is a convention."),
    CheckKey.DELOAD: mark(
        "A week off in the middle costs no size (Coleman 2024) and lets joints recover; waiting until progress stalls "
        "does as well."
    ),
}  # fmt: skip
"""Why each check is made, marked for translation. Source: SCIENCE section 6."""


def finding(
    key: CheckKey,
    grade: Grade,
    sentence: str,
    weeks: Sequence[Counted] = (),
    fix: Fix | None = None,
    subject: str = "",
) -> Finding:
    """A finding with its usual subject and reason. sentence, subject: translated."""
    ids = tuple(one.week.id for one in weeks)
    return Finding(key, grade, subject or tr(SUBJECTS[key]), sentence, tr(WHYS[key]), ids, fix)


def in_weeks(bad: Sequence[Counted], case: Case) -> str:
    """Which weeks, in the middle of a sentence: "every week", "week 3", "weeks 3 to 6", "5 weeks, first in week 3"."""
    numbers = [one.number for one in bad]
    if len(bad) == len(case.working):
        return tr("every week")
    if len(numbers) == 1:
        return tr("week {number}", number=numbers[0])
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return tr("weeks {first} to {last}", first=numbers[0], last=numbers[-1])
    return tr("{count} weeks, first in week {number}", count=len(numbers), number=numbers[0])
