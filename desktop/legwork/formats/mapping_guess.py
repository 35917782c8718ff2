"""What a table that nobody knows most likely is: where its header stands, and what its columns hold.

Owns the guess, from the words of the header and from the cells below it. It is only where a person begins: all of it is
shown, and can be changed. It must not read the table (that is `mapped`).
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import replace

from legwork.domain.food.amounts import Nutrient
from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side
from legwork.formats import text as texts
from legwork.formats.mapping import (
    DELIMITERS,
    DISTANCE_UNITS,
    LEFT_OUT,
    MANY,
    MAX_LABEL,
    MOST_COLUMNS,
    MOST_JUNK,
    ColumnUse,
    Guess,
    Purpose,
    Role,
    TableMapping,
)
from legwork.formats.mapping_columns import (
    HALF,
    NUMBER,
    NUMBERED,
    SET_NUMBER,
    Looked,
    Rows,
    cells_at,
    counts_up,
    is_clock,
    is_day,
    is_kind,
    is_known,
    is_side,
    is_unit,
    middle,
    names_exercises,
    names_measures,
    share,
)
from legwork.formats.mapping_units import with_units
from legwork.formats.mapping_words import is_stature, measure_in, roles_in, said, unit_in

_MOST = 0.8


def delimiter_in(text: str) -> str:
    """The delimiter that parts the lines of a text most evenly; a comma where none does."""
    lines = [line for line in text.splitlines()[:60] if line.strip()]
    best, best_score = ",", 0.0
    for one in DELIMITERS:
        counts = [_outside(line).count(one) for line in lines]
        usual = statistics.mode(counts) if counts else 0
        if not usual:
            usual = max(counts, default=0) if sum(map(bool, counts)) * 2 > len(counts) else 0
        alike = sum(count == usual for count in counts) / len(counts) if usual else 0.0
        score = alike * (1 + math.log(usual)) if usual else 0.0
        if one == "," and usual and _decimal_commas(lines) >= usual * len(lines) * _MOST:
            score = 0.0  # all of its commas stand in numbers
        if score > best_score:
            best, best_score = one, score
    return best


def rows_in(text: str, delimiter: str, most: int = 60) -> Rows:
    """The first rows of a text that can be read, split at a delimiter."""
    rows = []
    for row in texts.raw_rows(text, delimiter):
        if not row.problem and any(map(str.strip, row.cells)):
            rows.append(tuple(cell.strip() for cell in row.cells))
        if len(rows) >= most:
            break
    return rows


def guess(rows: Rows, delimiter: str, is_exercise: Callable[[str], bool] | None = None) -> Guess:
    """The likeliest mapping. rows: the first ones, from the first line on. is_exercise: knows names of exercises."""
    header = header_row(rows)
    return guess_below(rows, delimiter, header, None, is_exercise)


def guess_below(
    rows: Rows,
    delimiter: str,
    header: int,
    purpose: Purpose | None = None,
    is_exercise: Callable[[str], bool] | None = None,
) -> Guess:
    """The likeliest mapping where a person said already which row names the columns, or what a row is."""
    names = rows[header - 1] if 0 < header <= len(rows) else ()
    width = min(max((len(row) for row in rows), default=0), MOST_COLUMNS)
    columns = [Looked(names[at] if at < len(names) else "", cells_at(rows[header:], at)) for at in range(width)]
    purpose = purpose or _purpose(columns, is_exercise)
    uses = {Purpose.DAYS: _days, Purpose.READINGS: _readings}.get(purpose)
    found = uses(columns) if uses else _sets(columns, is_exercise)
    found = _once(found)
    found, guessed = with_units(found, columns, rows[header:])
    mapping = TableMapping(purpose, tuple(found), header, delimiter, fill=_fills(found, columns, rows[header:]))
    return Guess(mapping, guessed)


def header_row(rows: Rows) -> int:
    """Which row names the columns, from 1; 0 where none does."""
    best, best_score = 0, 0.0
    for at, row in enumerate(rows[:MOST_JUNK]):
        filled = [cell for cell in row if cell]
        if len(filled) < 2 or any(is_day(cell) or NUMBER.fullmatch(cell) for cell in filled[:1]):
            continue
        wordy = sum(not NUMBER.fullmatch(cell) and not is_day(cell) for cell in filled) / len(filled)
        known = sum(is_known(cell) for cell in filled)
        below = rows[at + 1 : at + 6]
        like = sum(abs(len([one for one in other if one]) - len(filled)) <= len(filled) / 2 for other in below)
        numbers = any(NUMBER.fullmatch(cell) or is_day(cell) for other in below for cell in other)
        if wordy < _MOST or not below or not numbers:
            continue
        score = 2 * known + wordy + like / len(below) - at * 0.01
        if score > best_score:
            best, best_score = at + 1, score
        if any(is_day(cell) for cell in row):
            break
    return best


def _purpose(columns: Sequence[Looked], is_exercise: Callable[[str], bool] | None) -> Purpose:
    trained = any(one.can_be(Role.EXERCISE) for one in columns) or (
        is_exercise is not None and any(names_exercises(one, is_exercise) for one in columns)
    )
    if trained and any(one.roles & {Role.REPS, Role.SECONDS, Role.DISTANCE} or one.packed > HALF for one in columns):
        return Purpose.SETS
    if trained and sum(one.numbers > HALF for one in columns) >= 1:
        return Purpose.SETS
    things = sum(one.measure is not None or one.food is not None for one in columns)
    named = any(names_measures(one) for one in columns)
    if named and any(one.can_be(Role.VALUE) or (not one.name and one.numbers > HALF) for one in columns):
        return Purpose.READINGS
    if things <= 1 and any(one.can_be(Role.NAME) for one in columns) and any(one.can_be(Role.VALUE) for one in columns):
        return Purpose.READINGS
    return Purpose.DAYS


def _days(columns: Sequence[Looked]) -> list[ColumnUse]:
    found = _when(columns)
    _give(found, columns, Role.UNIT, lambda one: bool(one.cells) and share(one.cells, is_unit) > HALF)
    waist = any(one.measure and one.measure.what == "waist" and measure_in(one.name, belly=False) for one in columns)
    eats = any(one.food and one.food.what in (Nutrient.PROTEIN.value, Nutrient.CARBOHYDRATE.value) for one in columns)
    for at, one in enumerate(columns):
        if found[at] is not LEFT_OUT or not one.name or (one.cells and one.numbers < 0.2 and one.wordy > HALF):
            continue
        measure = measure_in(one.name, belly=not waist)
        if measure is not None and not (one.food is not None and eats and measure.what == "body_fat"):
            found[at] = measure
        elif one.food is not None and (one.food.what != Nutrient.FAT.value or eats or one.food.unit == "g"):
            found[at] = one.food
        elif one.food is not None and one.food.what == Nutrient.FAT.value:
            found[at] = ColumnUse(Role.MEASURE, "body_fat", Side.NONE, "%", one.name[:MAX_LABEL])
        elif said(one.name).unit in ("cm", "in", "mm") and one.numbers > HALF and not is_stature(one.name):
            found[at] = ColumnUse(Role.MEASURE, "", Side.NONE, said(one.name).unit, one.name[:MAX_LABEL])
    if not any(one.role in (Role.MEASURE, Role.NUTRIENT) for one in found):
        numbers = [at for at, one in enumerate(columns) if found[at] is LEFT_OUT and one.numbers > _MOST]
        if len(numbers) == 1:  # a day and a number: of a hundred such lists, ninety-nine are of weights
            found[numbers[0]] = ColumnUse(Role.MEASURE, "body_weight")
    return found


def _readings(columns: Sequence[Looked]) -> list[ColumnUse]:
    found = _when(columns)
    _give(found, columns, Role.NAME, names_measures)
    _give(found, columns, Role.UNIT, lambda one: bool(one.cells) and share(one.cells, is_unit) > HALF)
    _give(found, columns, Role.SIDE, lambda one: bool(one.cells) and share(one.cells, is_side) > HALF)
    _give(found, columns, Role.VALUE, lambda one: one.numbers > HALF)
    return found


def _sets(columns: Sequence[Looked], is_exercise: Callable[[str], bool] | None) -> list[ColumnUse]:
    found = _when(columns)
    _give(found, columns, Role.EXERCISE, lambda one: is_exercise is not None and names_exercises(one, is_exercise))
    for role in (Role.REPS, Role.RIR, Role.RPE, Role.SETS, Role.SECONDS, Role.DISTANCE, Role.UNIT, Role.SIDE):
        _give(found, columns, role)
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
    for role in (Role.KIND, Role.NOTE, Role.WORKOUT_NOTE, Role.LENGTH, Role.WORKOUT):
        _give(found, columns, role)
    _give(found, columns, Role.KIND, lambda one: bool(one.cells) and share(one.cells, is_kind) > _MOST)
    if not any(one.role is Role.REPS for one in found):
        _give_sets_by_cells(found, columns)
    return [LEFT_OUT if one.role is Role.SETS and counts_up(columns[at].cells) else one for at, one in enumerate(found)]


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
    """Reps and loads of columns without names: of two columns of numbers the larger ones are loads."""
    packed = [at for at, one in enumerate(columns) if found[at] is LEFT_OUT and one.packed > HALF]
    if packed:
        found[packed[0]] = ColumnUse(Role.REPS)
        return
    free = [at for at, one in enumerate(columns) if found[at] is LEFT_OUT and one.numbers > _MOST]
    free += [at for at, one in enumerate(found) if one.role is Role.LOAD and columns[at].numbers > _MOST]
    if not free:
        return
    free.sort(key=lambda at: middle(columns[at].cells))
    small = [at for at in free if middle(columns[at].cells) <= 30]
    if not small:
        return
    if len(small) > 1 and middle(columns[small[0]].cells) <= 6 and len(free) > 2:
        found[small[0]] = ColumnUse(Role.SETS)
        small = small[1:]
    found[small[0]] = ColumnUse(Role.REPS)
    rest = [at for at in free if found[at] is LEFT_OUT]
    if rest and not any(one.role is Role.LOAD for one in found):
        found[rest[-1]] = ColumnUse(Role.LOAD)


def _when(columns: Sequence[Looked]) -> list[ColumnUse]:
    """Where the day stands, and the time beside it."""
    found = [LEFT_OUT] * len(columns)
    days = [at for at, one in enumerate(columns) if one.can_be(Role.DAY) and (one.days >= 0.3 or not one.cells)]
    days += [at for at, one in enumerate(columns) if one.can_be(Role.TIME) and one.days > HALF]
    days += [at for at, one in enumerate(columns) if one.days >= 0.4 and at not in days]
    if not days:
        days = [at for at, one in enumerate(columns) if one.can_be(Role.DAY)]
    if days:
        best = max(days, key=lambda at: (columns[at].days > 0, columns[at].can_be(Role.DAY), -at))
        found[best] = ColumnUse(Role.DAY)
        for at, one in enumerate(columns):
            if at != best and one.can_be(Role.TIME) and share(one.cells, is_clock) > HALF:
                found[at] = ColumnUse(Role.TIME)
                break
    return found


def _give(
    found: list[ColumnUse], columns: Sequence[Looked], role: Role, by_cells: Callable[[Looked], bool] | None = None
) -> None:
    """Give a role to the first column whose header says so, else to the first one whose cells do."""
    if any(one.role is role for one in found) and role not in MANY:
        return
    free = [at for at, use in enumerate(found) if use is LEFT_OUT]
    named = [at for at in free if columns[at].can_be(role) and _suits(role, columns[at])]
    told = [at for at in free if by_cells is not None and by_cells(columns[at])]
    for at in (named or told)[: None if role in MANY and named else 1]:
        unit = said(columns[at].name).unit
        usual = "m" if role is Role.DISTANCE else ""
        found[at] = ColumnUse(role, unit=unit if role is Role.DISTANCE and unit in DISTANCE_UNITS else usual)


def _suits(role: Role, column: Looked) -> bool:
    """Whether the cells of a column can hold what its header says."""
    if not column.cells:
        return True
    if role is Role.UNIT:
        return share(column.cells, is_unit) > 0.3
    if role in (Role.RPE, Role.RIR, Role.SETS, Role.VALUE):
        return column.numbers > 0.3
    if role is Role.REPS:
        return column.numbers + column.packed > 0.3
    return column.wordy > 0.3 if role in (Role.EXERCISE, Role.NAME) else True


def _once(found: list[ColumnUse]) -> list[ColumnUse]:
    """No site, nutrient or role in two columns; the first one keeps it, another one becomes a site of its own."""
    taken: set[tuple[Role, str, Side]] = set()
    made = []
    for one in found:
        key = (one.role, one.what, one.side)
        if one.role is Role.MEASURE and one.what and key in taken and one.label:
            kind = BUILT_IN_BY_KEY[one.what].kind
            one = replace(one, what="", side=Side.NONE) if kind is Kind.GIRTH else LEFT_OUT
        elif (one.role is Role.NUTRIENT and key in taken) or (one.role not in MANY and key in taken):
            one = LEFT_OUT
        taken.add(key)
        made.append(one)
    return made


def _fills(found: Sequence[ColumnUse], columns: Sequence[Looked], rows: Rows) -> bool:
    """Whether empty cells seem to repeat the one above: rows without a day that say something else."""
    at = next((place for place, one in enumerate(found) if one.role is Role.DAY), None)
    if at is None or not rows:
        return False
    used = [place for place, one in enumerate(found) if one.role not in (Role.NOTHING, Role.DAY)]
    empty = [
        row for row in rows if (len(row) <= at or not row[at]) and any(len(row) > one and row[one] for one in used)
    ]
    return len(empty) >= 0.15 * len(rows) and any(len(row) > at and row[at] for row in rows[:1])


def _outside(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _decimal_commas(lines: Sequence[str]) -> int:
    return sum(len(re.findall(r"(?<=\d),(?=\d)", _outside(line))) for line in lines)
