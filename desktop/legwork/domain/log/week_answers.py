"""How a week of training was: soreness and recovery of the groups of muscles that were trained, as a person answers.

Owns the groups, the answers, and answers as short texts that can be kept. Which week is asked about is `asked_week`. It
must not keep them, nor draw anything from them (that is `autoregulate` and `stalls`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from legwork.domain.log.autoregulate import Recovery, Soreness
from legwork.domain.muscles import Muscle
from legwork.i18n import mark

LEAST_SETS = 1.0
"""So many direct hard sets of a muscle in a week, and its group is asked about (a convention)."""

NO_ANSWER, SKIPPED = "-", "skipped"
"""How it is kept that a question, or the whole week, was not answered."""


class Group(StrEnum):
    """Muscles that are asked about together, legs first: few enough for ten seconds (a convention)."""

    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"
    PUSH = "chest_and_shoulders"
    BACK = "back"
    ARMS = "arms"
    TRUNK = "trunk"


GROUPS: dict[Group, str] = {
    Group.QUADRICEPS: mark("front of the thighs"),
    Group.HAMSTRINGS: mark("back of the thighs"),
    Group.GLUTES: mark("glutes and hips"),
    Group.CALVES: mark("calves"),
    Group.PUSH: mark("chest and shoulders"),
    Group.BACK: mark("back"),
    Group.ARMS: mark("arms"),
    Group.TRUNK: mark("trunk"),
}
"""For people, marked for translation; they fit into the middle of a sentence."""

MUSCLES_OF: dict[Group, tuple[Muscle, ...]] = {
    Group.QUADRICEPS: (Muscle.QUADRICEPS,),
    Group.HAMSTRINGS: (Muscle.HAMSTRINGS,),
    Group.GLUTES: (Muscle.GLUTES, Muscle.ADDUCTORS, Muscle.ABDUCTORS),
    Group.CALVES: (Muscle.CALVES, Muscle.SHINS),
    Group.PUSH: (Muscle.CHEST, Muscle.FRONT_DELTS, Muscle.SIDE_DELTS),
    Group.BACK: (
        Muscle.LATS,
        Muscle.UPPER_BACK,
        Muscle.TRAPS,
        Muscle.REAR_DELTS,
        Muscle.ROTATOR_CUFF,
        Muscle.NECK,
    ),
    Group.ARMS: (Muscle.BICEPS, Muscle.TRICEPS, Muscle.FOREARMS),
    Group.TRUNK: (Muscle.ABDOMINALS, Muscle.OBLIQUES, Muscle.LOWER_BACK),
}

_GROUP_OF = {muscle: group for group, muscles in MUSCLES_OF.items() for muscle in muscles}


@dataclass(frozen=True)
class Answer:
    """What was said of a group; None where nothing was."""

    soreness: Soreness | None = None
    recovery: Recovery | None = None


@dataclass(frozen=True)
class WeekAnswers:
    """The answers of the week that begins on the Monday `week`. skipped: the person wanted to say nothing."""

    week: date
    answers: Mapping[Group, Answer] = field(default_factory=dict)
    skipped: bool = False

    @property
    def given(self) -> bool:
        """Whether it was answered or skipped."""
        return self.skipped or bool(self.answers)

    def of(self, muscle: Muscle) -> Answer:
        """What was said of the group of a muscle."""
        return self.answers.get(_GROUP_OF[muscle], Answer())

    @property
    def tired(self) -> frozenset[str]:
        """The muscles, by key, of the groups that were said to be worn out."""
        return frozenset(
            muscle.value
            for group, one in self.answers.items()
            if one.recovery is Recovery.POOR
            for muscle in MUSCLES_OF[group]
        )


def groups_trained(sets: Mapping[str, float]) -> tuple[Group, ...]:
    """The groups to ask about. sets: direct hard sets of the week by muscle; keys that are no muscle are left out."""
    return tuple(
        group
        for group, muscles in MUSCLES_OF.items()
        if any(sets.get(muscle.value, 0.0) >= LEAST_SETS for muscle in muscles)
    )


def picks_of(answers: WeekAnswers) -> tuple[str, ...]:
    """The answers as short texts, one for each group about which something was said: "calves still poor"."""
    said = tuple(
        f"{group.value} {one.soreness or NO_ANSWER} {one.recovery or NO_ANSWER}"
        for group in Group
        if (one := answers.answers.get(group, Answer())) != Answer()
    )
    return said or ((SKIPPED,) if answers.skipped else ())


def answers_from(week: date, picks: Iterable[str]) -> WeekAnswers:
    """The answers that such texts hold; what cannot be read counts as not said."""
    found: dict[Group, Answer] = {}
    skipped = False
    for text in picks:
        if text == SKIPPED:
            skipped = True
            continue
        with suppress(ValueError):
            name, sore, rested = text.split(" ")
            answer = Answer(
                None if sore == NO_ANSWER else Soreness(sore), None if rested == NO_ANSWER else Recovery(rested)
            )
            found[Group(name)] = answer
    return WeekAnswers(week, {group: found[group] for group in Group if group in found}, skipped and not found)
