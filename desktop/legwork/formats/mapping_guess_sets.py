"""What the columns of a log of training most likely hold, where nobody knows the table.

Owns this guess. Other tables, and where the header stands, are for `mapping_guess`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from legwork.formats.mapping import LEFT_OUT, ColumnUse, Role
from legwork.formats.mapping_columns import (
    HALF,
    MOST,
    NUMBERED,
    SET_NUMBER,
    Looked,
    counts_up,
    is_kind,
    is_span,
    middle,
    names_exercises,
    says_reps_left,
    share,
)
from legwork.formats.mapping_give import give, when
from legwork.formats.mapping_words import counts_something, is_no_work, roles_in, said, unit_in


def sets_of(columns: Sequence[Looked], is_exercise: Callable[[str], bool] | None) -> list[ColumnUse]:
    """The likeliest use of each column. is_exercise: knows names of exercises."""
    found = when(columns)
    give(found, columns, Role.EXERCISE, lambda one: is_exercise is not None and names_exercises(one, is_exercise))
    give(found, columns, Role.REPS)
    give(found, columns, Role.RIR, lambda one: share(one.cells, says_reps_left) > HALF)
    for role in (Role.RPE, Role.SETS, Role.SECONDS, Role.DISTANCE, Role.UNIT, Role.SIDE):
        give(found, columns, role)
    _give_loads_and_sets(found, columns)
    _give_holds(found, columns)
    _give_what_is_left(found, columns)
    for role in (Role.KIND, Role.NOTE, Role.WORKOUT_NOTE, Role.LENGTH, Role.WORKOUT):
        give(found, columns, role)
    give(found, columns, Role.KIND, lambda one: bool(one.cells) and share(one.cells, is_kind) > MOST)
    if not any(one.role is Role.REPS for one in found):
        _give_sets_by_cells(found, columns)
    return [LEFT_OUT if one.role is Role.SETS and counts_up(columns[at].cells) else one for at, one in enumerate(found)]


def _give_loads_and_sets(found: list[ColumnUse], columns: Sequence[Looked]) -> None:
    """Loads, and a column for each set, as far as the header names them."""
    for at, one in enumerate(columns):
        if found[at] is not LEFT_OUT:
            continue
        if one.can_be(Role.LOAD) or (one.measure is not None and one.measure.what == "body_weight"):
            unit = said(one.name).unit
            found[at] = ColumnUse(Role.LOAD, unit=unit if unit in ("kg", "lb") else "")
        elif numbered := _of_a_set(one):
            found[at] = numbered
        elif SET_NUMBER.match(one.name) and (one.numbers > HALF or one.packed > HALF):
            unit = said(one.name).unit
            is_load = unit in ("kg", "lb")
            found[at] = ColumnUse(Role.LOAD, unit=unit) if is_load else ColumnUse(Role.REPS)
        elif one.can_be(Role.REPS):
            found[at] = ColumnUse(Role.REPS)


def _give_what_is_left(found: list[ColumnUse], columns: Sequence[Looked]) -> None:
    """Beside reps, the only column of words is taken for the exercises, and values that nothing names for loads."""
    free = [at for at, one in enumerate(columns) if found[at] is LEFT_OUT and not is_no_work(one.name)]
    words = [at for at in free if columns[at].wordy > HALF and not columns[at].times and not columns[at].roles]
    if words and not any(one.role is Role.EXERCISE for one in found):
        found[words[0]] = ColumnUse(Role.EXERCISE)
    values = [
        at for at in free if columns[at].numbers > MOST and (columns[at].can_be(Role.VALUE) or not columns[at].name)
    ]
    counted = any(one.role is Role.REPS for one in found) and not any(one.role is Role.LOAD for one in found)
    if len(values) == 1 and counted:
        found[values[0]] = ColumnUse(Role.LOAD)


def _give_holds(found: list[ColumnUse], columns: Sequence[Looked]) -> None:
    """A length or a time that stands only where there are no reps is how long a plank was held."""
    reps = [columns[at] for at, one in enumerate(found) if one.role is Role.REPS]
    if any(one.role is Role.SECONDS for one in found) or not any(one.cells for one in reps):
        return
    counted: frozenset[int] = frozenset().union(*(one.filled for one in reps))
    for at, one in enumerate(columns):
        named = one.can_be(Role.LENGTH) or one.can_be(Role.TIME)
        free = found[at] is LEFT_OUT or found[at].role is Role.TIME
        if named and free and one.filled and not one.filled & counted and share(one.cells, is_span) > MOST:
            found[at] = ColumnUse(Role.SECONDS)
            return


def _of_a_set(column: Looked) -> ColumnUse | None:
    """What `kg 1` or `Reps 2` holds of the set of that number; it counts where it is empty too. None for another."""
    match = NUMBERED.fullmatch(column.name)
    if match is None or (column.cells and column.numbers + column.packed <= HALF):
        return None
    unit, roles = unit_in(match[1]), roles_in(match[1])
    if Role.LOAD in roles:
        return ColumnUse(Role.LOAD, unit=unit if unit in ("kg", "lb") else "")
    return ColumnUse(Role.REPS) if Role.REPS in roles else None


def _give_sets_by_cells(found: list[ColumnUse], columns: Sequence[Looked]) -> None:
    """Reps and loads of columns whose names say neither: of two columns of numbers the larger ones are loads.

    How it felt, which week it was or how long the rest are numbers too, but never these.
    """
    open_ones = [at for at, one in enumerate(columns) if found[at] is LEFT_OUT and not is_no_work(one.name)]
    packed = [at for at in open_ones if columns[at].packed > HALF]
    if packed:
        found[packed[0]] = ColumnUse(Role.REPS)
        return
    free = [at for at in open_ones if columns[at].numbers > HALF]
    free += [at for at, one in enumerate(found) if one.role is Role.LOAD and columns[at].numbers > MOST]
    free.sort(key=lambda at: middle(columns[at].cells))
    small = [at for at in free if middle(columns[at].cells) <= 30]
    if not small:
        return
    counting = [at for at in small if counts_something(columns[at].name)]
    if len(counting) == 1:
        small = counting
    elif len(small) > 1 and middle(columns[small[0]].cells) <= 6 and len(free) > 2:
        found[small[0]] = ColumnUse(Role.SETS)
        small = small[1:]
    found[small[0]] = ColumnUse(Role.REPS)
    rest = [at for at in free if found[at] is LEFT_OUT]
    if rest and not any(one.role is Role.LOAD for one in found):
        found[rest[-1]] = ColumnUse(Role.LOAD)
