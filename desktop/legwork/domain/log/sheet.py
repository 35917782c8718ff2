"""The sheet of a workout: for each exercise the lines of what was done and of what is still to do, with ghosts.

Owns which lines there are, what stands in them in grey, and where Enter goes. It must not read what is typed (that is
`set_text`), know a plan's weeks, nor keep anything. The rules are conventions: they save keys and decide nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legwork.domain.exercise import ON_BODY, Counting
from legwork.domain.log.roles import DROP, FAILURE, LEFT, MYO, RIGHT, WARM_UP, roles_of
from legwork.domain.log.set_text import can_pair
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.plan.prescription import BodyWeight, OfMax, Prescription, Target, Weight
from legwork.domain.sites import Side
from legwork.domain.units import Quantity

Sets = tuple[LoggedSet, ...]
"""One set, or the two of a pair of sides; none where nothing is known."""

_KINDS = {LoggedKind.WARM_UP: WARM_UP, LoggedKind.DROP: DROP, LoggedKind.MYO: MYO, LoggedKind.FAILURE: FAILURE}
_SIDES = {Side.LEFT: LEFT, Side.RIGHT: RIGHT}
_SAME_KG = 0.05


@dataclass(frozen=True)
class Wish:
    """What is wanted of an exercise. cell: of the plan, None for a free one. worth: what a percentage comes to, None
    where that is not known. last: the sets of last time. warm_ups: those that were asked for and are not done yet.
    extra: lines beyond what was planned."""

    cell: Prescription | None = None
    counting: Counting = Counting.TOTAL
    timed: bool = False
    worth: Quantity | None = None
    last: Sets = ()
    warm_ups: Sets = ()
    extra: int = 0


@dataclass(frozen=True)
class Line:
    """One line. at: the place of its first set among those of the exercise; of one that is to do, where it will go.

    sets: what was done; empty while it is to do. number: of the working set, from 1; 0 for a warm-up and for the tail
    of a drop or myo set. target: what the plan asks for. ghost: what reps alone take their load from. offered: what
    Enter alone takes; empty where it must be typed. last: what stood here last time, with its tail. extra: it was
    not planned.
    """

    at: int
    sets: Sets = ()
    kind: LoggedKind = LoggedKind.NORMAL
    number: int = 0
    target: Target | None = None
    ghost: LoggedSet | None = None
    offered: Sets = ()
    last: tuple[Sets, ...] = ()
    extra: bool = False

    @property
    def done(self) -> bool:
        """Whether something was done here."""
        return bool(self.sets)


def lines_of(sets: Sets, wish: Wish) -> tuple[Line, ...]:
    """The lines of an exercise: what was done in its order, then warm-ups that were asked for, then what is to do.

    A line without a target stands for every set beyond the plan. Without a plan there are as many lines as last time.
    """
    last = working_sets(wish.last)
    found: list[Line] = []
    place, number = 0, 0
    for group, opens in _groups(sets):
        number += opens
        kind = group[0].kind
        line = Line(place, group, kind, number if opens else 0)
        if opens:
            line = replace(line, target=_target(wish.cell, number), last=_at(last, number))
        found.append(replace(line, ghost=group[0], extra=bool(opens) and number > _planned(wish, last)))
        place += len(group)
    for one in wish.warm_ups:
        found.append(Line(place, kind=LoggedKind.WARM_UP, ghost=one, offered=(one,)))
    before = next((group for group, opens in reversed(_groups(sets)) if opens), ())
    for ahead in range(1, max(0, _planned(wish, last) - number) + 1):
        found.append(_to_do(place, number + ahead, before, wish, last))
    open_lines = max(0, _planned(wish, last) - number)
    for ahead in range(1, wish.extra + 1):
        made = _to_do(place, number + open_lines + ahead, before, wish, last)
        found.append(replace(made, target=None, offered=(), extra=True))
    return tuple(found)


def next_place(
    sheet: Sequence[Sequence[Line]], groups: Sequence[int | None], here: int, *, leave: bool = False
) -> tuple[int, int] | None:
    """Where Enter goes from exercise `here`: (exercise, line), or None when nothing is to do.

    Within a group each exercise has its turn; otherwise an exercise is done to its end, then the next one below, then
    whatever was left out above. leave: nothing more of this exercise; what is open of its group still has its turn.
    """
    count = len(sheet)
    turn = [(here + step) % count for step in range(1, count + 1)]
    mine = [one for one in turn if one == here or (groups[here] is not None and groups[one] == groups[here])]
    others = [one for one in turn if one not in mine]
    if leave:
        others, mine = [one for one in (*mine, *others) if one != here], []
    for exercise in (*mine, *others):
        lines = sheet[exercise]
        line = next((at for at, one in enumerate(lines) if not one.done), None)
        if line is not None and (exercise in mine or not lines[line].extra or not any(one.done for one in lines)):
            return exercise, line
    return None


def first_place(sheet: Sequence[Sequence[Line]], groups: Sequence[int | None]) -> tuple[int, int] | None:
    """Where to begin, or to go on with a workout that is shown anew: the first line that is to do; None without one.

    In a group it is the turn of the exercise of which the least was done. Where nothing but more sets beyond the plan
    are to do, the last exercise goes on.
    """
    begun = [at for at, lines in enumerate(sheet) if _to_begin(lines)]
    if begun:
        first, group = begun[0], groups[begun[0]]
        turns = [at for at in begun if at == first or (group is not None and groups[at] == group)]
        place = min(turns, key=lambda at: sum(one.done for one in sheet[at]))
    else:
        place = next((at for at in range(len(sheet) - 1, -1, -1) if any(not one.done for one in sheet[at])), -1)
    return None if place < 0 else (place, next(at for at, one in enumerate(sheet[place]) if not one.done))


def _to_begin(lines: Sequence[Line]) -> bool:
    """Whether something is to do that is more than another set beyond the plan."""
    line = next((one for one in lines if not one.done), None)
    return line is not None and (not line.extra or not any(one.done for one in lines))


def opened(sets: Sets) -> int:
    """How many working sets these are: pairs once, tails and warm-ups not at all."""
    return sum(opens for _, opens in _groups(sets))


def _planned(wish: Wish, last: Sequence[tuple[Sets, ...]]) -> int:
    return len(last) if wish.cell is None else wish.cell.sets


def _to_do(place: int, number: int, before: Sets, wish: Wish, last: Sequence[tuple[Sets, ...]]) -> Line:
    target = _target(wish.cell, number)
    then = _at(last, number)
    ghost = _ghost(number, next(iter(before), None), wish, last)
    line = Line(place, number=number, target=target, ghost=ghost, last=then)
    if ghost is None or (ghost.load is None and wish.counting not in ON_BODY and ghost.seconds is None):
        return line
    was = then[0] if then else ()
    sides = before if len(before) == 2 else was if len(was) == 2 else ()
    if not sides:
        found = _counted(ghost, next(iter(was), None), target)
        return line if found is None else replace(line, offered=(found,))
    offered = []
    for one in sides:
        amount = next((each for each in was if each.side in (one.side, Side.NONE)), None)
        # Left and right may differ in their loads: each goes on with its own.
        found = _counted(one if _same(ghost, sides[0]) else ghost, amount, target)
        if found is None:
            return line
        offered.append(replace(found, side=one.side))
    return replace(line, offered=tuple(offered))


def _ghost(number: int, before: LoggedSet | None, wish: Wish, last: Sequence[tuple[Sets, ...]]) -> LoggedSet | None:
    """A set with the load that is expected; its reps mean nothing. None where no load is known."""
    then = _at(last, number) or (last[-1] if last else ())
    asked = _planned_load(wish)
    if before is not None:
        followed = asked
        if followed is None and number >= 2 and (was := _at(last, number - 1)) and _same(was[0][0], before):
            followed = then[0][0] if then else None
        if asked is not None and not _same(asked, before):
            followed = None
        return followed or before
    if asked is not None:
        return asked
    if then:
        return then[0][0]
    return LoggedSet(reps=1) if wish.counting in ON_BODY and wish.counting is not Counting.BODY_MINUS else None


def _planned_load(wish: Wish) -> LoggedSet | None:
    load = wish.cell.load if wish.cell is not None else None
    match load:
        case Weight(quantity):
            return LoggedSet(reps=1, load=quantity, assisted=wish.counting is Counting.BODY_MINUS)
        case OfMax() if wish.worth is not None:
            return LoggedSet(reps=1, load=wish.worth)
        case BodyWeight(added, assisted):
            return LoggedSet(reps=1, load=added, assisted=assisted)
    return None


def _counted(ghost: LoggedSet, then: LoggedSet | None, target: Target | None) -> LoggedSet | None:
    """The ghost's load with reps or seconds: those of last time, within what is asked for. None: not known."""
    seconds = target.seconds if target is not None else then is not None and then.reps is None
    amount = None if then is None else then.seconds if seconds else then.reps
    if target is not None:
        amount = target.low if amount is None else max(target.low, amount if target.more else min(target.high, amount))
    if not amount:
        return None
    return LoggedSet(
        reps=None if seconds else amount, seconds=amount if seconds else None, load=ghost.load, assisted=ghost.assisted
    )


def _target(cell: Prescription | None, number: int) -> Target | None:
    return cell.targets[number - 1] if cell is not None and number <= cell.sets else None


def _at(last: Sequence[tuple[Sets, ...]], number: int) -> tuple[Sets, ...]:
    return last[number - 1] if 1 <= number <= len(last) else ()


def _same(one: LoggedSet, two: LoggedSet) -> bool:
    return abs((one.signed_kg or 0.0) - (two.signed_kg or 0.0)) < _SAME_KG


def working_sets(sets: Sets) -> list[tuple[Sets, ...]]:
    """The working sets, both sides of a pair together, each with its tail of drop and myo sets; warm-ups are left out,
    and what stands before the first working set."""
    found: list[tuple[Sets, ...]] = []
    for group, opens in _groups(sets):
        if opens:
            found.append((group,))
        elif found and group[0].kind is not LoggedKind.WARM_UP:
            found[-1] = (*found[-1], group)
    return found


def on_lines(sets: Sets) -> list[Sets]:
    """Sets as they stand on lines: pairs of sides together."""
    return [group for group, _ in _groups(sets)]


def _groups(sets: Sets) -> list[tuple[Sets, bool]]:
    """Sets as they stand on lines: pairs of sides together; and whether a working set begins with each."""
    roles = roles_of(
        [0] * len(sets),
        [_KINDS.get(one.kind, 0) for one in sets],
        [_SIDES.get(one.side, 0) for one in sets],
        [one.works for one in sets],
        [float(one.reps if one.reps is not None else one.seconds or 0) for one in sets],
        [one.signed_kg or 0.0 for one in sets],
    )
    found: list[tuple[Sets, bool]] = []
    place = 0
    while place < len(sets):
        pair = sets[place : place + 2]
        size = 2 if len(pair) == 2 and can_pair(*pair) else 1
        tried = sets[place].kind is not LoggedKind.WARM_UP and not sets[place].works  # 0 reps: a set all the same
        opens = tried or any(roles.opens[place : place + size])
        if size == 1 and opens and 0 <= roles.partner[place] < place:
            opens = False  # the other side was counted above
        found.append((sets[place : place + size], opens))
        place += size
    return found
