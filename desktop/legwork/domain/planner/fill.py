"""An exercise for each place of a week: by equipment, by what hurts, by what the person likes, else the next best.

Owns the choice and its reasons. It must not decide how many sets are done (`volume`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from legwork.domain.exercise import EQUIPMENT, Equipment, Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.planner.template import Frame, Slot
from legwork.domain.planner.wishes import Wishes
from legwork.i18n import listed, tr


@dataclass(frozen=True)
class Place:
    """A slot with its exercise. why: the translated reason for this one; empty where it is the template's own choice.

    frame: the place of its session in the week, from 0.
    """

    slot: Slot
    exercise: Exercise
    frame: int
    why: str = ""


@dataclass(frozen=True)
class Vacancy:
    """A slot that nothing could fill. why: translated."""

    slot: Slot
    frame: int
    why: str


@dataclass(frozen=True)
class Filled:
    """The week with its exercises, in the order of sessions and slots, and what could not be filled.

    unplaced: liked exercises that found no place, each with why.
    """

    places: tuple[Place, ...]
    vacancies: tuple[Vacancy, ...]
    unplaced: tuple[tuple[Exercise, str], ...] = ()


def fill(frames: Sequence[Frame], wishes: Wishes, held: frozenset[Pattern], catalogue: Catalogue) -> Filled:
    """An exercise for every slot. held: patterns that are not used while something hurts.

    Liked exercises come first, each for the first slot of its pattern; then those that the template prefers; then what
    the catalogue names in their place, with another pattern at last. No exercise stands twice in a session.
    """
    chooser = _Chooser(wishes, held, catalogue)
    places: list[Place] = []
    vacancies: list[Vacancy] = []
    for number, frame in enumerate(frames):
        taken: set[str] = set()
        for slot in frame.slots:
            found = chooser.choose(slot, taken)
            if found is None:
                vacancies.append(Vacancy(slot, number, chooser.why_none(slot, taken)))
                continue
            exercise, why = found
            taken.add(exercise.key)
            places.append(Place(slot, exercise, number, why))
    return Filled(tuple(places), tuple(vacancies), chooser.unplaced())


class _Chooser:
    """Finds exercises for slots, one after the other."""

    def __init__(self, wishes: Wishes, held: frozenset[Pattern], catalogue: Catalogue) -> None:
        self._wishes, self._held, self._catalogue = wishes, held, catalogue
        self._equipment = wishes.equipment | {Equipment.BODY}
        self._liked = [one for key in wishes.liked if (one := catalogue.get(key)) is not None]

    def choose(self, slot: Slot, taken: set[str]) -> tuple[Exercise, str] | None:
        """The exercise and why it is this one; None when nothing fits."""
        liked = next((one for one in self._liked if one.pattern is slot.pattern and self._fits(one, taken)), None)
        if liked is not None:
            self._liked.remove(liked)
            return liked, tr("You like it.")
        for one in self._of_pattern(slot):
            if self._fits(one, taken):
                return one, self._instead(slot, one)
        for one, why in self._of_others(slot):
            if self._fits(one, taken):
                return one, f"{self._missing(slot)} {why}"
        return None

    def unplaced(self) -> tuple[tuple[Exercise, str], ...]:
        """Liked exercises that no slot took."""
        held = [(one, tr("Held back while something hurts.")) for one in self._liked if one.pattern in self._held]
        others = [one for one in self._liked if one.pattern not in self._held]
        no_place = tr("This template has no place for it; it can be put in by hand.")
        return (*held, *((one, self._obstacle(one) or no_place) for one in others))

    def why_none(self, slot: Slot, taken: set[str]) -> str:
        """Why nothing fills a slot."""
        name = tr(PATTERNS[slot.pattern])
        if any(self._fits(one, set()) for one in self._of_pattern(slot)):
            return tr("Another place for {pattern} would repeat the same exercise.", pattern=name)
        stand_in = any(one.key in taken for one, _ in self._of_others(slot))
        missing = self._missing(slot)
        return tr("{why} What could stand in is there already.", why=missing) if stand_in else missing

    def _fits(self, one: Exercise, taken: set[str]) -> bool:
        wishes = self._wishes
        return (
            one.key not in taken
            and one.key not in wishes.avoided
            and one.pattern not in self._held
            and not wishes.sore.intersection(one.avoid)
            and self._equipment.issuperset(one.equipment)
        )

    def _preferred(self, slot: Slot) -> list[Exercise]:
        return [one for key in slot.prefer if (one := self._catalogue.get(key)) is not None]

    def _of_pattern(self, slot: Slot) -> Iterator[Exercise]:
        """Preferred ones, then what stands in for them, then all of the pattern; those held for a time last."""
        preferred = self._preferred(slot)
        yield from preferred
        for one in preferred:
            for other in one.substitutes:
                found = self._catalogue.get(other.key)
                if found is not None and found.pattern is slot.pattern and not found.timed:
                    yield found
        rest = [one for one in self._catalogue.exercises if one.pattern is slot.pattern]
        yield from (one for one in rest if not one.timed)
        yield from (one for one in rest if one.timed)

    def _of_others(self, slot: Slot) -> Iterator[tuple[Exercise, str]]:
        """What the catalogue names in place of the preferred ones though it moves otherwise, and why; then its like."""
        named = [
            (found, tr(other.why))
            for one in self._preferred(slot)
            for other in one.substitutes
            if (found := self._catalogue.get(other.key)) is not None and found.pattern is not slot.pattern
        ]
        yield from named
        for found, why in named:
            for one in self._catalogue.exercises:
                if one.pattern is found.pattern and one.direct & found.direct and not one.timed:
                    yield one, why

    def _instead(self, slot: Slot, found: Exercise) -> str:
        """Why it is not the first choice; empty where it is."""
        first = next(iter(self._preferred(slot)), None)
        return "" if first is None or first.key == found.key else self._obstacle(first)

    def _missing(self, slot: Slot) -> str:
        """Why no exercise of the pattern will do."""
        name = tr(PATTERNS[slot.pattern])
        if slot.pattern in self._held:
            return tr("Held back while something hurts: {pattern}.", pattern=name)
        obstacles = (self._obstacle(one) for one in self._preferred(slot))
        return next(filter(None, obstacles), tr("There are no {pattern} that fit.", pattern=name))

    def _obstacle(self, one: Exercise) -> str:
        """What speaks against an exercise; empty where nothing does."""
        if one.key in self._wishes.avoided:
            return tr("You asked to leave out: {exercise}.", exercise=one.label)
        if self._wishes.sore.intersection(one.avoid):
            return tr("Held back while something hurts: {exercise}.", exercise=one.label)
        lacking = lacks(one, self._equipment)
        if lacking:
            return tr("{exercise} needs: {equipment}.", exercise=one.label, equipment=listed(lacking))
        return ""


def lacks(exercise: Exercise, equipment: Iterable[Equipment]) -> list[str]:
    """The equipment that an exercise needs and that is not there, by its translated names."""
    there = {*equipment, Equipment.BODY}
    return [tr(EQUIPMENT[one]) for one in exercise.equipment if one not in there]
