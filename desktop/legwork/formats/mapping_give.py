"""Giving the columns of a table that nobody knows what they may hold, by their names first and then by their cells.

Owns these steps, which all kinds of tables share. In which order they are taken is for `mapping_guess` and
`mapping_guess_sets`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from legwork.formats.mapping import DISTANCE_UNITS, LEFT_OUT, MANY, ColumnUse, Role
from legwork.formats.mapping_columns import HALF, NUMBERED, SET_NUMBER, Looked, is_clock, is_effort, is_unit, share
from legwork.formats.mapping_words import said, says_when_written
from legwork.formats.training_header import plain


def when(columns: Sequence[Looked]) -> list[ColumnUse]:
    """Where the day stands, and the time beside it."""
    found = [LEFT_OUT] * len(columns)
    days = [at for at, one in enumerate(columns) if one.can_be(Role.DAY) and (one.days >= 0.3 or not one.cells)]
    days += [at for at, one in enumerate(columns) if one.can_be(Role.TIME) and one.days > HALF]
    days += [at for at, one in enumerate(columns) if one.days >= 0.4 and at not in days]
    if not days:
        days = [at for at, one in enumerate(columns) if one.can_be(Role.DAY)]
    if days:
        best = max(
            days,
            key=lambda at: (
                columns[at].days > 0, columns[at].can_be(Role.DAY), not says_when_written(columns[at].name), -at
            ),
        )  # fmt: skip
        found[best] = ColumnUse(Role.DAY)
        for at, one in enumerate(columns):
            if at != best and one.can_be(Role.TIME) and share(one.cells, is_clock) > HALF:
                found[at] = ColumnUse(Role.TIME)
                break
    return found


def one_table(columns: Sequence[Looked], day: int) -> int:
    """How many columns belong to the day at that place: another table may stand beside it, with days of its own.

    That begins at a column which is named like the first one's days, or which stands behind an empty one.
    """
    for at in range(day + 1, len(columns)):
        one, before = columns[at], columns[at - 1]
        if one.days > HALF and one.can_be(Role.DAY):
            apart = not before.name and not before.cells
            if apart or plain(one.name) == plain(columns[day].name):
                return at
    return len(columns)


def give(
    found: list[ColumnUse], columns: Sequence[Looked], role: Role, by_cells: Callable[[Looked], bool] | None = None
) -> None:
    """Give a role to the first column whose header says so, else to the first one whose cells do."""
    if any(one.role is role for one in found) and role not in MANY:
        return
    free = [at for at, use in enumerate(found) if use is LEFT_OUT]
    named = [at for at in free if columns[at].can_be(role) and suits(role, columns[at])]
    told = [at for at in free if by_cells is not None and by_cells(columns[at])]
    for at in (named or told)[: None if role in MANY and named else 1]:
        unit = said(columns[at].name).unit
        usual = "m" if role is Role.DISTANCE else ""
        found[at] = ColumnUse(role, unit=unit if role is Role.DISTANCE and unit in DISTANCE_UNITS else usual)


def named_so(column: Looked, use: ColumnUse) -> bool:
    """Whether the name of a column says what it was taken for; also where it was left out."""
    if use.role is Role.NOTHING:
        return True
    if use.role is Role.MEASURE:
        return bool(use.label)
    if use.role is Role.NUTRIENT:
        return column.food is not None
    if use.role is Role.LOAD and (column.measure is not None or said(column.name).unit == use.unit != ""):
        return True
    counted = SET_NUMBER.match(column.name) or NUMBERED.fullmatch(column.name)
    return column.can_be(use.role) or (use.role in (Role.REPS, Role.LOAD) and counted is not None)


def suits(role: Role, column: Looked) -> bool:
    """Whether the cells of a column can hold what its header says."""
    if not column.cells:
        return True
    if role is Role.UNIT:
        return share(column.cells, is_unit) > 0.3
    if role in (Role.RPE, Role.RIR):
        return share(column.cells, is_effort) > 0.3
    if role in (Role.SETS, Role.VALUE):
        return column.numbers > 0.3
    if role is Role.REPS:
        return column.numbers + column.packed + column.spans > 0.3
    return column.wordy > 0.3 if role in (Role.EXERCISE, Role.NAME) else True
