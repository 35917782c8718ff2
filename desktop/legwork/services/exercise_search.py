"""Which exercises a person looks for, in groups: by words, kind and equipment, and what can stand in for another.

Owns the order in which they are offered. How names are matched is `domain.exercise_names`; it must not decide for the
person which one to take.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.exercise import Equipment, Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.sites import Region
from legwork.i18n import tr
from legwork.services.exercise_words import capital


@dataclass(frozen=True)
class Wish:
    """What is looked for. words: typed, "" for all. kind, equipment: None for any. like: the key of one to replace."""

    words: str = ""
    kind: Region | Pattern | None = None
    equipment: Equipment | None = None
    like: str = ""


@dataclass(frozen=True)
class Group:
    """Exercises under a heading, best first. title: translated; "" where no heading is needed."""

    title: str
    exercises: tuple[Exercise, ...]


def groups_of(catalogue: Catalogue, wish: Wish) -> tuple[Group, ...]:
    """What fits a wish, each exercise once. Groups are never empty; none: nothing fits.

    First what can stand in for the exercise to replace, in its own order. Then by how well the words fit, or without
    words by pattern, that of the exercise to replace first, and otherwise the person's own before all.
    """
    fits = [one for one in catalogue.search(wish.words) if _fits(one, wish)]
    like = catalogue.get(wish.like) if wish.like else None
    first = _standing_in(like, fits)
    taken = {one.key for one in first}
    rest = [one for one in fits if one.key not in taken]
    if wish.words.strip():
        groups = [Group(tr("Others") if first else "", tuple(rest))]
    else:
        groups = _by_pattern(rest, like)
    if like is not None:
        groups.insert(0, Group(tr("Can stand in for {name}", name=like.label), first))
    return tuple(one for one in groups if one.exercises)


def _fits(one: Exercise, wish: Wish) -> bool:
    if wish.equipment is not None and wish.equipment not in one.equipment:
        return False
    if isinstance(wish.kind, Region):
        return one.region is wish.kind
    return wish.kind is None or one.pattern is wish.kind


def _standing_in(like: Exercise | None, fits: list[Exercise]) -> tuple[Exercise, ...]:
    if like is None:
        return ()
    by_key = {one.key: one for one in fits}
    return tuple(by_key[one.key] for one in like.substitutes if one.key in by_key)


def _by_pattern(exercises: list[Exercise], like: Exercise | None) -> list[Group]:
    own = tuple(one for one in exercises if one.custom)
    shipped: dict[Pattern, list[Exercise]] = {pattern: [] for pattern in Pattern}
    for one in exercises:
        if not one.custom:
            shipped[one.pattern].append(one)
    groups = [Group(tr("Your own"), own)]
    groups += [Group(capital(tr(PATTERNS[pattern])), tuple(found)) for pattern, found in shipped.items()]
    if like is not None:
        groups.insert(0, groups.pop(1 + list(shipped).index(like.pattern)))
    return groups
