"""Templates: the skeleton of a training week, with places for exercises instead of exercises.

Owns the value types. It must not read files (`template_file` does), know a person (`wishes`), nor choose exercises
(`fill`). Texts of the shipped ones are English here and translated with `tr` where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.exercise import Equipment
from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import Weekday
from legwork.domain.planner.wishes import Experience
from legwork.i18n import tr

LEG_PATTERNS = (
    Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.LEG_CURL, Pattern.CALF_RAISE, Pattern.KNEE_EXTENSION,
)  # fmt: skip
"""What every template has for the legs, in the order in which it is looked after when time is short. Source: SCIENCE
section 6: compound lifts first; squats leave hamstrings and rectus femoris (Kubo 2019), so a curl and an extension."""

PRESSES = (Pattern.HORIZONTAL_PRESS, Pattern.VERTICAL_PRESS)
UPPER_KINDS: tuple[tuple[Pattern, ...], ...] = (PRESSES, (Pattern.ROW,), (Pattern.PULLDOWN,))
"""What keeps the upper body, each at least once a week: a press, a row and a pull. Source: SCIENCE section 6."""


class Role(StrEnum):
    """What a place is for. MAIN: the heavy lift that a session is built on; ASSISTANCE: another lift of several joints;
    ISOLATION: one joint."""

    MAIN = "main"
    ASSISTANCE = "assistance"
    ISOLATION = "isolation"


class Going(StrEnum):
    """How an exercise goes on: more reps, then more load; more load each week; more reps in all; the same."""

    DOUBLE = "double"
    LINEAR = "linear"
    SUM = "sum"
    FIXED = "fixed"


@dataclass(frozen=True)
class Slot:
    """A place for one exercise. pattern: the kind of movement. prefer: keys of exercises, best first, of that pattern.

    sets: from and to, a session. reps: from and to. rir: reps left in reserve. rest_s: seconds between sets. superset:
    a letter; places of a session with the same one are done in turns. extra: good to have, first to go.
    """

    pattern: Pattern
    role: Role
    sets: tuple[int, int]
    reps: tuple[int, int]
    rir: float
    rest_s: int
    prefer: tuple[str, ...] = ()
    superset: str = ""
    going: Going = Going.DOUBLE
    extra: bool = False


@dataclass(frozen=True)
class Frame:
    """One session of the week. name: marked for translation."""

    name: str
    weekday: Weekday
    slots: tuple[Slot, ...]

    @property
    def label(self) -> str:
        """The name as it is shown."""
        return tr(self.name)


@dataclass(frozen=True)
class Template:
    """A week to build a plan on. name, purpose: marked for translation; purpose says for whom it is, in a sentence.

    frames: its sessions, one for each training day. needs: equipment that it was written for. suits: who it is for.
    legs_first: legs get clearly more than the rest.
    """

    key: str
    name: str
    purpose: str
    frames: tuple[Frame, ...]
    needs: tuple[Equipment, ...]
    suits: tuple[Experience, ...]
    legs_first: bool

    @property
    def days(self) -> int:
        """Training days a week."""
        return len(self.frames)

    @property
    def label(self) -> str:
        """The name as it is shown."""
        return tr(self.name)
