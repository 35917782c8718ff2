"""Why a column of an unknown table is taken for what it is, in a few words that stand below it.

Owns these words. They never say more than is known: what only the cells suggest is called a guess.
"""

from __future__ import annotations

from legwork.formats.mapping import Role, TableMapping
from legwork.i18n import mark, tr

BY_NAME = mark("by its name")
LAST_TIME = mark("as the last time")
SAID = mark("as you said")

_BY_CELLS = {
    Role.DAY: mark("days stand in it"),
    Role.TIME: mark("times stand in it"),
    Role.MEASURE: mark("a guess: the only numbers"),
    Role.NAME: mark("it names what was measured"),
    Role.VALUE: mark("numbers stand in it"),
    Role.UNIT: mark("units stand in it"),
    Role.SIDE: mark("left and right stand in it"),
    Role.EXERCISE: mark("a guess: names stand in it"),
    Role.LOAD: mark("a guess: the larger numbers"),
    Role.REPS: mark("a guess: small numbers"),
    Role.SETS: mark("a guess: the smallest numbers"),
    Role.SECONDS: mark("it stands where there are no reps"),
    Role.RIR: mark("its cells say so"),
    Role.KIND: mark("kinds of sets stand in it"),
}
"""What speaks for a column whose name does not, marked for translation."""

_PACKED = mark("sets stand in it")


def reasons(
    mapping: TableMapping,
    by_cells: frozenset[int],
    said: frozenset[int],
    remembered: bool,
    packed: frozenset[int] = frozenset(),
) -> tuple[str, ...]:
    """Why each column is what it is; "" for one that is left out, unless a person wanted it so.

    by_cells: as in a Guess. said: the columns that a person chose. remembered: nothing of the rest was guessed.
    packed: the columns in whose cells sets stand whole, as `3x8@60`.
    """
    found = []
    for place, one in enumerate(mapping.columns):
        if place in said:
            found.append(tr(SAID))
        elif one.role is Role.NOTHING:
            found.append("")
        elif remembered:
            found.append(tr(LAST_TIME))
        elif place in by_cells and place in packed and one.role is Role.REPS:
            found.append(tr(_PACKED))
        elif place in by_cells:
            found.append(tr(_BY_CELLS.get(one.role, mark("a guess"))))
        else:
            found.append(tr(BY_NAME))
    return tuple(found)
