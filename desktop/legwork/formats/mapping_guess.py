"""What a table that nobody knows most likely is: where its header stands, and what its columns hold.

Owns the guess, from the words of the header and from the cells below it. It is only where a person begins: all of it is
shown, and can be changed. It must not read the table (that is `mapped`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from legwork.domain.food.amounts import Nutrient
from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side
from legwork.formats import text as texts
from legwork.formats.mapping import (
    LEFT_OUT,
    MANY,
    MAX_LABEL,
    MOST_COLUMNS,
    MOST_JUNK,
    UNITS,
    ColumnUse,
    Guess,
    Purpose,
    Role,
    TableMapping,
)
from legwork.formats.mapping_across import across_row, exercises_row, turned_rows
from legwork.formats.mapping_columns import (
    HALF,
    MOST,
    NUMBER,
    Looked,
    Rows,
    cells_at,
    heads_a_table,
    is_day,
    is_known,
    is_side,
    is_unit,
    names_exercises,
    names_measures,
    rows_at,
    share,
)
from legwork.formats.mapping_give import give, named_so, one_table, when
from legwork.formats.mapping_guess_sets import sets_of
from legwork.formats.mapping_header import column_names, rows_below
from legwork.formats.mapping_units import with_units
from legwork.formats.mapping_words import asked_in, is_no_girth, measure_in, said


def rows_in(text: str, delimiter: str, most: int = 60) -> Rows:
    """The first rows of a text that can be read, split at a delimiter."""
    return [row.cells for row in lines_in(text, delimiter, most)]


def lines_in(text: str, delimiter: str, most: int = 60) -> Sequence[texts.TableRow]:
    """The same with the lines where they stand."""
    rows = []
    for row in texts.raw_rows(text, delimiter):
        if not row.problem and any(map(str.strip, row.cells)):
            rows.append(replace(row, cells=tuple(cell.strip() for cell in row.cells)))
        if len(rows) >= most:
            break
    return rows


def guess(rows: Rows, delimiter: str, is_exercise: Callable[[str], bool] | None = None) -> Guess:
    """The likeliest mapping. rows: the first ones, from the first line on. is_exercise: knows names of exercises."""
    if across := across_row(rows):
        return guess_below(turned_rows(rows, across), delimiter, across, None, is_exercise, across=True)
    if is_exercise is not None and (across := exercises_row(rows, is_exercise)):
        found = guess_below(turned_rows(rows, across), delimiter, across, Purpose.SETS, is_exercise, across=True)
        return replace(found, mapping=_notes_on_workouts(found.mapping))
    return guess_below(rows, delimiter, header_row(rows), None, is_exercise)


def guess_below(
    rows: Rows,
    delimiter: str,
    header: int,
    purpose: Purpose | None = None,
    is_exercise: Callable[[str], bool] | None = None,
    across: bool = False,
) -> Guess:
    """The likeliest mapping where a person said already which row names the columns, or what a row is.

    across: the rows were turned, as their days stood side by side.
    """
    names = column_names(rows, header)
    below = rows[header + rows_below(rows, header) :]
    width = min(max((len(row) for row in rows), default=0), MOST_COLUMNS)
    columns = [
        Looked(names[at] if at < len(names) else "", cells_at(below, at), rows_at(below, at)) for at in range(width)
    ]
    days = [at for at, one in enumerate(when(columns)) if one.role is Role.DAY]
    columns = columns[: one_table(columns, days[0])] if days else columns
    purpose = purpose or _purpose(columns, is_exercise)
    uses = {Purpose.DAYS: _days, Purpose.READINGS: _readings}.get(purpose)
    found = uses(columns) if uses else sets_of(columns, is_exercise)
    found = _once(found)
    found, guessed = with_units(found, columns, below)
    found += [LEFT_OUT] * (width - len(found))
    mapping = TableMapping(purpose, tuple(found), header, delimiter, fill=_fills(found, columns, below), across=across)
    by_cells = frozenset(at for at, one in enumerate(columns) if not named_so(one, found[at]))
    return Guess(mapping, guessed, by_cells)


def _notes_on_workouts(mapping: TableMapping) -> TableMapping:
    """Notes that stand beside all exercises of a day are about the day."""
    if mapping.place(Role.WORKOUT_NOTE) is not None:
        return mapping
    notes = ColumnUse(Role.WORKOUT_NOTE)
    return replace(mapping, columns=tuple(notes if one.role is Role.NOTE else one for one in mapping.columns))


def header_row(rows: Rows) -> int:
    """Which row names the columns, from 1; 0 where none does."""
    best, best_score, sure = 0, 0.0, False
    for at, row in enumerate(rows[:MOST_JUNK]):
        filled = [cell for cell in row if cell]
        if sure and any(map(is_day, filled)):
            break  # another table may begin further down
        if len(filled) < 2 or any(is_day(cell) or NUMBER.fullmatch(cell) for cell in filled[:1]):
            continue
        wordy = sum(not NUMBER.fullmatch(cell) and not is_day(cell) for cell in filled) / len(filled)
        known = sum(is_known(cell) for cell in filled)
        below = rows[at + 1 : at + 6]
        like = sum(abs(len([one for one in other if one]) - len(filled)) <= len(filled) / 2 for other in below)
        numbers = any(NUMBER.fullmatch(cell) or is_day(cell) for other in below for cell in other)
        if wordy < MOST or not below or not numbers:
            continue
        score = 2 * known + wordy + like / len(below) - at * 0.01
        if score > best_score:
            best, best_score, sure = at + 1, score, heads_a_table(row)
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
    if any(one.times > HALF for one in columns) and any(one.wordy > HALF and not one.times for one in columns):
        return Purpose.SETS  # `3x8` beside a name
    things = sum(one.measure is not None or one.food is not None for one in columns)
    named = any(names_measures(one) for one in columns)
    numeric = [one for one in columns if one.numbers > HALF and one.days <= HALF]
    if named and (len(numeric) == 1 or any(one.can_be(Role.VALUE) or not one.name for one in numeric)):
        return Purpose.READINGS
    if things <= 1 and any(one.can_be(Role.NAME) for one in columns) and any(one.can_be(Role.VALUE) for one in columns):
        return Purpose.READINGS
    return Purpose.DAYS


def _days(columns: Sequence[Looked]) -> list[ColumnUse]:
    found = when(columns)
    give(found, columns, Role.UNIT, lambda one: bool(one.cells) and share(one.cells, is_unit) > HALF)
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
        elif one.numbers > HALF and (asked := asked_in(one.name)) is not None:
            found[at] = asked
        elif said(one.name).unit in ("cm", "in", "mm") and one.numbers > HALF and not is_no_girth(one.name):
            found[at] = ColumnUse(Role.MEASURE, "", Side.NONE, said(one.name).unit, one.name[:MAX_LABEL])
    _give_weights(found, columns)
    if not any(one.role in (Role.MEASURE, Role.NUTRIENT) for one in found):
        numbers = [at for at, one in enumerate(columns) if found[at] is LEFT_OUT and one.numbers > MOST]
        if len(numbers) == 1 and (not columns[numbers[0]].name or columns[numbers[0]].can_be(Role.VALUE)):
            # a day and a number: of a hundred such lists, ninety-nine are of weights
            found[numbers[0]] = ColumnUse(Role.MEASURE, "body_weight")
    return found


def _give_weights(found: list[ColumnUse], columns: Sequence[Looked]) -> None:
    """Columns that are called by nothing but a unit of weight: `Kilos`, or `Stone` beside `Pounds`."""
    if any(one.what == "body_weight" for one in found):
        return
    free = [at for at, one in enumerate(columns) if found[at] is LEFT_OUT and one.numbers > HALF]
    named = [at for at in free if not said(columns[at].name).phrase and said(columns[at].name).unit in UNITS[Kind.MASS]]
    units = [said(columns[at].name).unit for at in named]
    if units in (["kg"], ["lb"], ["st"], ["st", "lb"]):
        for at, unit in zip(named, units, strict=True):
            found[at] = ColumnUse(Role.MEASURE, "body_weight", Side.NONE, unit, columns[at].name[:MAX_LABEL])


def _readings(columns: Sequence[Looked]) -> list[ColumnUse]:
    found = when(columns)
    give(found, columns, Role.NAME, names_measures)
    give(found, columns, Role.UNIT, lambda one: bool(one.cells) and share(one.cells, is_unit) > HALF)
    give(found, columns, Role.SIDE, lambda one: bool(one.cells) and share(one.cells, is_side) > HALF)
    give(found, columns, Role.VALUE, lambda one: one.numbers > HALF)
    return found


def _once(found: list[ColumnUse]) -> list[ColumnUse]:
    """No site, nutrient or role in two columns; the first one keeps it, another one becomes a site of its own."""
    taken: set[tuple[Role, str, Side]] = set()
    made = []
    for one in found:
        key = (one.role, one.what if one.unit != "st" else "stones", one.side)
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
