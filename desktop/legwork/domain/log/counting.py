"""What each logged set counts for: hard or not, its tonnage, and for which exercise, by the rules of the plan.

Owns the counting of sets, row by row, all rows at once. It must not add rows up (that is `sums`), nor know a catalogue
(`plan.counting.Lookup` brings plain mappings). Loads count as `plan.counting.load_rule` says, shares and regions as the
lookup does, so that planned and done are the same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legwork.domain.log.columns import SetColumns
from legwork.domain.plan.counting import Lookup, load_rule

if TYPE_CHECKING:
    from legwork.domain.log.columns import Flags, Floats, Ints


@dataclass(frozen=True, eq=False)
class Counted:
    """What every row counts for; arrays of shape (n,), of the rows of `columns`.

    sets: 1 for a set, 1/2 for each side of a pair, 0 for a warm-up, a failed attempt and the tail of a drop or myo set.
    hard: the same of those near enough to failure; a pair is one as soon as one side is hard. tonnage_kg: reps x what
    moved; 0 for a warm-up; NaN where the load is not known or it was held for a time. moved_kg: in one rep, NaN where
    it is not known.
    """

    columns: SetColumns
    lookup: Lookup
    sets: Floats
    hard: Floats
    tonnage_kg: Floats
    moved_kg: Floats


def count_sets(columns: SetColumns, lookup: Lookup, body_kg: Mapping[int, float] | None = None) -> Counted:
    """Count every set.

    body_kg: what was weighed, by the ordinal of its day. A set counts with the last weighing up to its day, one before
    the first with that one (a convention); None: all with the one of the lookup. A set that leaves more reps than
    its `hard_rir` is not hard; where nobody said, it is. An exercise done one limb at a time has both limbs in a set
    that names no side. Source: `plan.counting`: HARD_RIR, `load_rule`; the roles of sets in `roles`.
    """
    import numpy as np

    sets = _paired(columns.opens, columns.partner)
    hard = _paired(columns.opens & ~(columns.rir > lookup.hard_rir), columns.partner)
    body = _body(columns.day, lookup, body_kg)
    moved = _moved(columns, lookup, body)
    both = np.array([2.0 if key in lookup.one_sided else 1.0 for key in columns.exercises], dtype=np.float64)
    times = np.ones(len(columns))
    if len(columns):
        times = np.where(columns.side > 0, 1.0, both[columns.exercise])
    tonnage = np.where(columns.warm_up | (columns.reps == 0), 0.0, columns.reps * moved * times)
    return Counted(columns, lookup, sets, hard, tonnage, moved)


def signed_kg(columns: SetColumns, lookup: Lookup, rows: Ints | None = None) -> Floats:
    """The loads as they stand against each other, shape (n,) or of some rows: more is always harder.

    Help counts below zero, also where an exercise counts nothing else; on the body alone nothing noted is 0; NaN
    elsewhere. Source: `plan.counting.load_rule`.
    """
    import numpy as np

    if not len(columns):
        return columns.load_kg
    at = slice(None) if rows is None else rows
    noted, exercise = columns.load_kg[at], columns.exercise[at]
    sign = np.array([lookup.on_body.get(key, 0) for key in columns.exercises])[exercise]
    load = np.where((sign < 0) & ~columns.assisted[at], -noted, noted)
    return np.where((sign > 0) & np.isnan(load), 0.0, load)


def _paired(ones: Flags, partner: Ints) -> Floats:
    """1 for each of `ones`, shared where the partner is one as well."""
    import numpy as np

    both = ones & (partner >= 0)
    both[both] = ones[partner[both]]
    return np.where(both, 0.5, 1.0) * ones


def _body(days: Ints, lookup: Lookup, weighed: Mapping[int, float] | None) -> Floats:
    """Body weight by row, NaN where it is not known."""
    import numpy as np

    if weighed is None:
        return np.full(len(days), np.nan if lookup.body_kg is None else lookup.body_kg)
    if not weighed:
        return np.full(len(days), np.nan)
    known = np.array(sorted(weighed), dtype=np.int64)
    values = np.array([weighed[int(day)] for day in known], dtype=np.float64)
    found: Floats = values[np.maximum(np.searchsorted(known, days, "right") - 1, 0)]
    return found


def _moved(columns: SetColumns, lookup: Lookup, body: Floats) -> Floats:
    """What moved in one rep, as `LoadRule.moved_kg` has it, by the rule of each exercise, with help and one-sided."""
    import numpy as np

    moved = np.full(len(columns), np.nan)
    if not len(columns):
        return moved
    kinds = columns.assisted * 2 + (columns.side > 0)
    tables = []
    for assisted in (False, True):
        for sided in (False, True):
            rules = [load_rule(key, lookup, assisted, sided) for key in columns.exercises]
            tables.append([(rule.times, rule.body, float(rule.alone)) for rule in rules])
    times, share, alone = np.moveaxis(np.array(tables, dtype=np.float64)[kinds, columns.exercise], 1, 0)
    load = np.where((alone > 0) & np.isnan(columns.load_kg), 0.0, columns.load_kg)
    found: Floats = np.maximum(0.0, times * load + np.where(share > 0, share * body, 0.0))
    return found
