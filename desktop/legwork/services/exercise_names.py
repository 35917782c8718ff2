"""What other programs mean by the names of their exercises, as a person said it once.

Owns keeping these answers. Which names are known without asking is for `domain.exercise_names`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from legwork.store.reader import Reader
from legwork.store.tables import exercise_name

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

LEFT_OUT = ""
"""The answer for an exercise that is none here: its sets are not taken in."""


def names_from(reader: Reader, person_id: int) -> dict[str, str]:
    """The key of the exercise, or LEFT_OUT, by the name in the other program; inside a transaction."""
    return {row.name: row.exercise for row in reader.rows(exercise_name, person_id=person_id)}


def remember_names(work: UnitOfWork, person_id: int, names: Mapping[str, str]) -> None:
    """Keep answers, in place of earlier ones for the same names; inside a transaction."""
    rows = {row.name: row for row in work.rows(exercise_name, person_id=person_id)}
    work.update_many(exercise_name, {rows[name].id: {"exercise": key} for name, key in names.items() if name in rows})
    work.insert(
        exercise_name,
        [{"person_id": person_id, "name": name, "exercise": key} for name, key in names.items() if name not in rows],
    )
