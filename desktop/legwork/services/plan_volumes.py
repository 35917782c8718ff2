"""Hard sets of each muscle in a week of a plan, as rows to be painted, printed or read out.

Owns the rows and their words. It must not count (that is `domain.plan.counting`) nor judge a plan (`findings`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.log.holding import holds_of
from legwork.domain.muscles import MUSCLES, Muscle, region_of
from legwork.domain.plan.counting import Lookup, MuscleSets, WeekCount
from legwork.domain.plan_brief import GROW, PlanBrief, Upper
from legwork.domain.sites import Region
from legwork.domain.weekly_sets import HOLDS_FROM, HOLDS_UP_TO, MOST_WEEKLY_SETS
from legwork.i18n import mark, tr
from legwork.numerals import short_number
from legwork.services.set_words import hard_set_words

HELD_UPPER = (HOLDS_FROM, HOLDS_UP_TO)
"""The band of an upper-body muscle that shall only keep its size (a convention between the two sources above)."""

ALWAYS_SHOWN = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.CALVES)
"""Shown with no set at all: that is what must be seen."""

_PERCENT_OF = {0.5: mark("half counted"), 0.25: mark("a quarter counted")}


class Effect(StrEnum):
    """What so many sets do."""

    NONE = "none"
    BELOW = "below"
    HOLDS = "holds"
    GROWS = "grows"
    MUCH = "much"


EFFECTS: dict[Effect, str] = {
    Effect.NONE: mark("none"),
    Effect.BELOW: mark("fewer than hold it"),
    Effect.HOLDS: mark("holds"),
    Effect.GROWS: mark("grows"),
    Effect.MUCH: mark("more than is known to help"),
}
"""For people, marked for translation; they stand behind a number of sets."""


@dataclass(frozen=True)
class SetSource:
    """What an exercise brings to a muscle. label: as it is shown. sets: with its share counted. share: of each set."""

    label: str
    sets: float
    share: float

    @property
    def direct(self) -> bool:
        """Whether it trains the muscle directly."""
        return self.share >= 1

    @property
    def text(self) -> str:
        """ "Back squat 4", "Deadlift 1.5 (half counted)"."""
        said = tr("{exercise} {sets}", exercise=self.label, sets=short_number(self.sets))
        if self.direct:
            return said
        how = _PERCENT_OF.get(self.share)
        part = tr(how) if how else tr("{percent} % counted", percent=round(self.share * 100))
        return tr("{what} ({part})", what=said, part=part)


@dataclass(frozen=True)
class VolumeRow:
    """One muscle in one week. direct, indirect: hard sets, indirect ones with their share.

    holds_from: sets that hold it, by convention: a plan does not know the log. band: what the person's plan shall give
    it, None where nothing is known. effect, words: what the sets do. sources: most first. spoken: the whole row as
    sentences; hint: the same in lines.
    """

    muscle: Muscle
    name: str
    region: Region
    direct: float
    indirect: float
    holds_from: float
    band: tuple[float, float] | None
    effect: Effect
    words: str
    sources: tuple[SetSource, ...]
    spoken: str
    hint: str

    @property
    def site(self) -> str:
        """Its key among the rows of a picture."""
        return self.muscle.value

    @property
    def total(self) -> float:
        """Direct and indirect together."""
        return self.direct + self.indirect

    @property
    def number(self) -> str:
        """The sets as they are written."""
        return short_number(round(self.total, 2))


def volume_rows(
    count: WeekCount, lookup: Lookup, label_of: Callable[[str], str], brief: PlanBrief | None
) -> tuple[VolumeRow, ...]:
    """The muscles of a week, legs first; those without any set are left out, but for the large ones of the legs.

    label_of: from an exercise's key to its name. brief: None while nothing is known of the person.
    """
    known = [one for one in Muscle if one in ALWAYS_SHOWN or one.value in count.muscles]
    return tuple(_row(one, count.muscles.get(one.value), lookup, label_of, brief) for one in known)


def _row(
    muscle: Muscle, sets: MuscleSets | None, lookup: Lookup, label_of: Callable[[str], str], brief: PlanBrief | None
) -> VolumeRow:
    sets = sets or MuscleSets()
    sources = sources_of(muscle, sets, lookup, label_of)
    band = band_of(muscle, brief)
    holds_from = holds_of(band=band).sets
    effect = effect_of(sets.total, holds_from)
    name = muscle_label(muscle)
    head = _head(name, sets, effect)
    wanted = tr("Wanted: {low} to {high}.", low=short_number(band[0]), high=hard_set_words(band[1])) if band else ""
    texts = [one.text for one in sources]
    spoken = " ".join(
        one for one in (head, tr("From: {sources}.", sources=", ".join(texts)) if texts else "", wanted) if one
    )
    held = tr("From {sets} it holds what is there, by convention.", sets=short_number(holds_from))
    hint = "\n".join(one for one in (head, wanted, held, *texts) if one)
    return VolumeRow(
        muscle, name, region_of(muscle), sets.direct, sets.indirect, holds_from, band, effect, tr(EFFECTS[effect]),
        sources, spoken, hint,
    )  # fmt: skip


def sources_of(
    muscle: Muscle, sets: MuscleSets, lookup: Lookup, label_of: Callable[[str], str]
) -> tuple[SetSource, ...]:
    """From which exercises the sets of a muscle come, direct ones first, most first."""
    shares = {key: lookup.shares.get(key, {}).get(muscle.value, 1.0) for key in sets.sources}
    ordered = sorted(sets.sources, key=lambda key: (shares[key] < 1, -sets.sources[key], label_of(key)))
    return tuple(SetSource(label_of(key), sets.sources[key], shares[key]) for key in ordered)


def muscle_label(muscle: Muscle) -> str:
    """Its name as a line begins with it."""
    name = tr(MUSCLES[muscle])
    return name[:1].upper() + name[1:]


def effect_of(sets: float, holds_from: float = HOLDS_FROM) -> Effect:
    """What so many hard sets a week do to a muscle. Source: HOLDS_FROM, HOLDS_UP_TO, MOST_WEEKLY_SETS."""
    if not sets:
        return Effect.NONE
    if sets < holds_from:
        return Effect.BELOW
    if sets <= HOLDS_UP_TO:
        return Effect.HOLDS
    return Effect.GROWS if sets <= MOST_WEEKLY_SETS else Effect.MUCH


def _head(name: str, sets: MuscleSets, effect: Effect) -> str:
    if effect is Effect.NONE:
        return tr("{muscle}: no hard sets.", muscle=name)
    words = tr(EFFECTS[effect])
    if not sets.indirect:
        return tr("{muscle}: {number}, {words}.", muscle=name, number=hard_set_words(sets.total), words=words)
    return tr(
        "{muscle}: {number}, {words}; {direct} direct and {indirect} indirect.",
        muscle=name, number=hard_set_words(sets.total), words=words, direct=short_number(sets.direct),
        indirect=short_number(sets.indirect),
    )  # fmt: skip


def band_of(muscle: Muscle, brief: PlanBrief | None) -> tuple[float, float] | None:
    """What the plan shall give a muscle in a week; None where that depends on what the person does now."""
    if brief is None:
        return None
    if muscle in brief.sets:
        low, high = brief.sets[muscle]
        return float(low), float(high)
    if region_of(muscle) is not Region.UPPER:
        return None
    if brief.upper is Upper.KEEP:
        return HELD_UPPER
    return (float(GROW[0]), float(GROW[1])) if brief.upper is Upper.GROW else None
