"""Short self-checks of hips, glutes, pelvis, ankles and legs, and what pain holds back. Screens, never diagnoses.

Owns the value types, what an answer means for loading, and when somebody else should look. It must not open files
(`services.questionnaires` does), name a disease, or promise that a check tells why legs are small: hip extension and
pelvic tilt hardly correlate (r = -.04, SCIENCE section 6), and most healthy people tilt forward.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.questionnaire import (
    Answers,
    Option,
    Question,
    flag_in,
    group_in,
    items_in,
    key_in,
    known_picks,
    line_in,
    no_doubles,
    refuse,
    text_in,
)
from legwork.domain.sites import Side

PAIN = "pain"
"""The option of a check that means: it hurt, so the check says nothing."""


@dataclass(frozen=True)
class Seen:
    """One thing that may be seen in a check. meaning: what it may mean; advice: what to do. Marked for translation."""

    key: str
    text: str
    meaning: str
    advice: str


@dataclass(frozen=True)
class SelfCheck:
    """One check. purpose: what it shows; steps: 3 or 4, in order; sided: done left and right; limits: its limits."""

    key: str
    name: str
    purpose: str
    steps: tuple[str, ...]
    sided: bool
    seen: tuple[Seen, ...]
    limits: str

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that are asked for: left and right, or none."""
        return (Side.LEFT, Side.RIGHT) if self.sided else (Side.NONE,)


@dataclass(frozen=True)
class Finding:
    """What was seen in a check on one side."""

    check: SelfCheck
    side: Side
    seen: Seen


def self_checks_in(tree: object) -> tuple[SelfCheck, ...]:
    """The checks in a list of groups with the keys key, name, purpose, steps, sided, seen and limits.

    Raises ValueError, naming the place, when anything is missing, unknown, empty, too long or there twice.
    """
    found = tuple(_check(one, f"check {place}") for place, one in enumerate(items_in(tree, "checks"), 1))
    no_doubles((one.key for one in found), "checks")
    return found


def _check(tree: object, where: str) -> SelfCheck:
    group = group_in(tree, where, ("key", "name", "purpose", "steps", "sided", "seen", "limits"))
    key = key_in(group, where)
    where = f"check {key}"
    steps = tuple(line_in(one, f"{where}, step {n}") for n, one in enumerate(items_in(group["steps"], where), 1))
    if not 3 <= len(steps) <= 4:
        refuse(where, "3 or 4 steps are expected")
    seen = tuple(_seen(one, f"{where}, seen {n}") for n, one in enumerate(items_in(group["seen"], where), 1))
    no_doubles((one.key for one in seen), where)
    if any(one.key == PAIN for one in seen) and key not in AREA_OF:
        refuse(where, "a check that may hurt needs an area in AREA_OF")
    name, purpose, limits = (text_in(group, part, where) for part in ("name", "purpose", "limits"))
    return SelfCheck(key, name, purpose, steps, flag_in(group, "sided", where), seen, limits)


def _seen(tree: object, where: str) -> Seen:
    group = group_in(tree, where, ("key", "text", "meaning", "advice"))
    texts = (text_in(group, part, where) for part in ("text", "meaning", "advice"))
    return Seen(key_in(group, where), *texts)


def answer_key(check: str, side: Side) -> str:
    """The question key under which what was seen is kept: "ankle_bend_left", or the check's own key without sides."""
    return check if side is Side.NONE else f"{check}_{side.value}"


def question_of(check: SelfCheck, side: Side) -> Question:
    """A check on one side as a question, so that it is answered and kept like any other."""
    options = tuple(Option(one.key, one.text) for one in check.seen)
    return Question(answer_key(check.key, side), check.name, check.purpose, options, multiple=False)


def findings(checks: Iterable[SelfCheck], answers: Answers) -> tuple[Finding, ...]:
    """What was seen, check by check, left before right. Checks not done and options not known are left out."""
    return tuple(
        Finding(check, side, seen)
        for check in checks
        for side in check.sides
        for seen in check.seen
        if seen.key in answers.get(answer_key(check.key, side), ())
    )


def uneven(checks: Iterable[SelfCheck], answers: Answers) -> tuple[SelfCheck, ...]:
    """The checks that came out differently left and right, without pain; worth a second look on another day."""
    found = []
    for check in checks:
        known = {one.key for one in check.seen}
        left, right = (known_picks(answers, answer_key(check.key, side), known) for side in (Side.LEFT, Side.RIGHT))
        if left and right and left != right and PAIN not in left | right:
            found.append(check)
    return tuple(found)


class Area(StrEnum):
    """Where it hurts. UNNAMED: signs were given, but no place."""

    KNEE = "knee"
    HIP = "hip"
    LOWER_BACK = "lower_back"
    ANKLE = "ankle"
    UNNAMED = "unnamed"


AREA_OF: dict[str, Area] = {
    "hip_flexors": Area.HIP,
    "bridge": Area.LOWER_BACK,
    "ankle_bend": Area.ANKLE,
    "sit_to_stand": Area.KNEE,
}
"""Where a check hurts when it hurts."""
