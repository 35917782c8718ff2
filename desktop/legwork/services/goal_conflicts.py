"""Goals that contradict each other, or themselves: each told in a sentence, none forbidden.

Owns what counts as a contradiction. People may keep such goals; they only shall not be surprised by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from legwork.domain.days import full_day
from legwork.domain.forecast.likeness import grows
from legwork.domain.forecast.reach import Wish
from legwork.domain.limb import Segment, sites_in
from legwork.domain.measures import RATIOS, Family, Measure, number_text, value_text
from legwork.domain.sites import Side
from legwork.i18n import tr
from legwork.services.goal_shapes import GoalView

FAR_LOWER = 0.03
"""A weight wanted lower by more than this share works against growth (convention; SCIENCE section 7: growth goes with
a small surplus)."""

RATIO_SLACK = 0.01
"""Goals of the parts may miss the goal of their ratio by this share (convention)."""

_SMALLER = {"relaxed_arm": "flexed_arm", "mid_thigh": "upper_thigh", "lower_thigh": "mid_thigh"}
"""Girths that are smaller than another of the same limb, in nearly everybody (anatomy)."""

_LIMBS = (
    frozenset({"upper_thigh", "mid_thigh", "lower_thigh"}),
    frozenset({"flexed_arm", "relaxed_arm"}),
    frozenset({"forearm"}),
    frozenset({"calf"}),
)
"""Girths under which the same muscles lie."""


def contradictions(views: Iterable[GoalView]) -> tuple[str, ...]:
    """What in these goals cannot be had together, or not at all, a sentence each."""
    found = list(views)
    told = [*_alone(found), *_weight(found), *_pairs(found), *_differences(found), *_ratios(found)]
    return tuple(dict.fromkeys(told))


def _alone(views: Sequence[GoalView]) -> Iterator[str]:
    """Goals whose day is over, and limbs that are asked to shrink."""
    for one in views:
        if one.goal.is_over(one.site.today) and one.wish is not Wish.REACHED:
            yield tr("{what}: the day of this goal, {day}, has gone by. Choose a new day, or let it go.",
                     what=one.name, day=full_day(one.goal.due))  # fmt: skip
        if not one.missing and one.start is not None and not one.rising and _is_limb(one.measure):
            yield tr("{what}: {goal} lies behind the {start} it had when the goal was set. It asks for less, "
                     "not for growth.", what=one.name, goal=_value(one),
                     start=value_text(one.start, one.unit))  # fmt: skip


def _weight(views: Sequence[GoalView]) -> Iterator[str]:
    """A body weight far lower together with growth."""
    for weight in views:
        if weight.measure != Measure(Family.SITE, "body_weight") or weight.now is None:
            continue
        if weight.value >= weight.now * (1 - FAR_LOWER):
            continue
        for one in views:
            if one.rising and not one.missing and one.wish is not Wish.REACHED and grows(one.measure):
                yield tr("{what} up to {goal} and body weight down to {weight} pull against each other: while weight "
                         "falls, growth is slow or stands still.", what=one.name, goal=_value(one),
                         weight=_value(weight))  # fmt: skip
                break


def _pairs(views: Sequence[GoalView]) -> Iterator[str]:
    """Two goals of one limb that exclude each other."""
    for one, other in combinations(views, 2):
        if not _together(one.goal.measure, other.goal.measure):
            continue
        if not (one.missing or other.missing) and one.rising is not other.rising:
            up, down = (one, other) if one.rising else (other, one)
            yield tr("{up} up to {high} and {down} down to {low} are of one limb: both cannot be had.",
                     up=up.name, high=_value(up), down=down.name, low=_value(down))  # fmt: skip
        elif one.measure.family is other.measure.family and one.measure.name == other.measure.name:
            yield from _later_but_less(one, other)
        else:
            yield from _larger_than(one, other)


def _later_but_less(one: GoalView, other: GoalView) -> Iterator[str]:
    """Of one side and of both: less is wanted later than more."""
    sign = 1 if one.rising else -1
    less, more = sorted((one, other), key=lambda each: sign * each.goal.value)
    if less.goal.due >= more.goal.due and less.goal.value != more.goal.value:
        yield tr("{less} to {low} by {later} asks for less than {more} to {high} by {sooner}, and later: one of them "
                 "is enough.", less=_named(less), low=_value(less), later=full_day(less.goal.due), more=_named(more),
                 high=_value(more), sooner=full_day(more.goal.due))  # fmt: skip


def _larger_than(one: GoalView, other: GoalView) -> Iterator[str]:
    """A girth that shall become larger than one it is a part of."""
    for small, large in ((one, other), (other, one)):
        names = small.measure.name, large.measure.name
        within = _SMALLER.get(names[0]) == names[1] and small.measure.family is large.measure.family is Family.SITE
        bare = names[0] == names[1] and small.measure.family is Family.CORRECTED and large.measure.family is Family.SITE
        if (within or bare) and small.goal.value >= large.goal.value:
            yield tr("{small} to {value} and {large} to {other}: the first is smaller in nearly everybody.",
                     small=small.name, value=_value(small), large=large.name, other=_value(large))  # fmt: skip


def _differences(views: Sequence[GoalView]) -> Iterator[str]:
    """A small difference of sides, and goals of left and right that lie farther apart."""
    goals = {one.goal.measure: one for one in views}
    for one in views:
        if one.measure.family is not Family.DIFFERENCE:
            continue
        site = Measure(Family.SITE, one.measure.name)
        left, right = goals.get(str(site.on(Side.LEFT))), goals.get(str(site.on(Side.RIGHT)))
        if left and right and abs(left.goal.value - right.goal.value) > one.goal.value + 0.05:
            yield tr("{left} to {one} and {right} to {other} lie farther apart than the difference you want, {goal}.",
                     left=left.name, one=_value(left), right=right.name, other=_value(right),
                     goal=value_text(abs(one.value), one.unit))  # fmt: skip


def _ratios(views: Sequence[GoalView]) -> Iterator[str]:
    """A ratio, and goals of its parts that make another one."""
    for one in views:
        if one.measure.family is not Family.RATIO:
            continue
        above, below = (_of_site(views, site) for site in RATIOS[one.measure.name][1:])
        if above is None or below is None:
            continue
        made = above.goal.value / below.goal.value
        short = made < one.goal.value * (1 - RATIO_SLACK) if one.rising else made > one.goal.value * (1 + RATIO_SLACK)
        if short:
            yield tr("{above} at {top} and {below} at {bottom} make {what} {made}, not the {goal} you want.",
                     above=above.name, top=_value(above), below=below.name, bottom=_value(below), what=one.name,
                     made=number_text(made, ""), goal=_value(one))  # fmt: skip


def _of_site(views: Sequence[GoalView], site: str) -> GoalView | None:
    """The goal of a site, that of the pair before those of its sides."""
    found = [one for one in views if one.measure.family is Family.SITE and one.measure.name == site]
    return min(found, key=lambda one: Measure.parse(one.goal.measure).side is not Side.NONE, default=None)


def _is_limb(measure: Measure) -> bool:
    """Whether it is of a limb, or of the balance: hips and the trunk are wanted smaller for good reasons."""
    sites = _sites(measure)
    return measure.family is Family.BALANCE or (
        bool(sites) and all(any(one in limb for limb in _LIMBS) for one in sites)
    )


def _together(one: str, other: str) -> bool:
    """Whether two measures are of one limb, and of the same side where both name one."""
    first, second = Measure.parse(one), Measure.parse(other)
    if Side.NONE not in (first.side, second.side) and first.side is not second.side:
        return False
    sites, others = _sites(first), _sites(second)
    if not (sites and others):
        return first.pair == second.pair
    if any(sites <= limb and others <= limb for limb in _LIMBS):
        return True
    return bool(sites & others)


def _sites(measure: Measure) -> frozenset[str]:
    if measure.family is Family.VOLUME:
        return sites_in(Segment(measure.name))
    return frozenset({measure.name}) if measure.family in (Family.SITE, Family.CORRECTED) else frozenset()


def _named(view: GoalView) -> str:
    """A goal of a pair without the side that is looked at."""
    pair = Measure.parse(view.goal.measure).side is Side.NONE and view.measure.side is not Side.NONE
    return tr("{what}, both sides", what=view.site.label) if pair else view.name


def _value(view: GoalView) -> str:
    return value_text(view.value, view.unit)
