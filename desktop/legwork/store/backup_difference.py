"""What two databases of this version's schema do not have in common, thing by thing: a day, a workout, a plan.

Owns the comparison, over every table there is; ids do not count, what they stand for does. Words are for services.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from legwork.store.backup_proof import same_rows
from legwork.store.engine import RawConnection, address, damage_translated, open_to_read

NOW, THEN = "main", "other"

_HELD_BY = {
    "reading": "check_in",
    "workout_exercise": "workout",
    "workout_set": "workout_exercise",
    "plan_block": "plan",
    "plan_week": "plan_block",
    "plan_session": "plan_week",
    "plan_entry": "plan_session",
}
"""Rows that are a part of something else. All other tables are things by themselves."""

_KEYS = {
    "person": ("uid",),
    "setting": ("key",),
    "custom_site": ("key",),
    "tracked_site": ("site",),
    "check_in": ("day",),
    "goal": ("measure",),
    "programme_change": ("day", "text"),
    "chart_view": ("name",),
    "lift": ("day", "lift", "side"),
    "choice": ("topic",),
    "plan": ("uid",),
    "own_exercise": ("key",),
    "workout": ("uid",),
    "exercise_name": ("name",),
    "refused_proposal": ("topic", "key"),
    "food_amount": ("day",),
    "food_item": ("name",),
}
"""By what each thing is known again, within its person."""

_SHOWN = {"plan": "name", "workout": "title", "own_exercise": "name", "person": "name", "custom_site": "name"}
"""By what a person knows it."""

PARTS = frozenset(_HELD_BY)
THINGS = tuple(_KEYS)
"""The tables whose rows are things, and those that only hold their parts; a test holds them to the schema."""


@dataclass(frozen=True)
class Thing:
    """day: on which it happened, None where it has none. name: what it is called, or what it is known by."""

    day: date | None
    name: str


@dataclass(frozen=True)
class Differing:
    """Things of one kind, of one person, in which two databases differ. kind: its table. person_uid: "" for nobody's.

    only_now, only_then: in one of them alone. changed: in both, but not the same; as they are now. count_now,
    count_then: of all such things, the same ones too.
    """

    kind: str
    person_uid: str
    only_now: tuple[Thing, ...]
    only_then: tuple[Thing, ...]
    changed: tuple[Thing, ...]
    count_now: int = field(default=0, compare=False)
    count_then: int = field(default=0, compare=False)


def differences(now: Path, then: Path, breathe: Callable[[], object] = lambda: None) -> tuple[Differing, ...]:
    """In what `now` and `then` differ; nothing where they hold the same. Both are only read. Raises StoreError."""
    with damage_translated(), closing(open_to_read(now)) as connection:
        connection.execute(f"ATTACH DATABASE ? AS {THEN}", [address(then.absolute(), "mode=ro")]).close()
        with _one_state(connection):
            return tuple(one for kind in THINGS for one in _of_kind(connection, kind, breathe))


@contextmanager
def _one_state(connection: RawConnection) -> Iterator[None]:
    connection.execute("BEGIN").close()
    try:
        yield
    finally:
        connection.execute("ROLLBACK").close()


def _of_kind(connection: RawConnection, kind: str, breathe: Callable[[], object]) -> list[Differing]:
    unlike: set[tuple[str, str]] = set()
    for table in (kind, *_parts_of(kind)):
        breathe()
        if same_rows(connection, table, THEN):
            continue  # the usual case, and quickly seen; the rows of another history may still mean the same
        rows = {place: _rows(connection, table, kind, place) for place in (NOW, THEN)}
        for one, other in ((NOW, THEN), (THEN, NOW)):
            query = f"SELECT DISTINCT owner, known FROM ({rows[one]} EXCEPT {rows[other]})"
            unlike.update((str(owner), str(known)) for owner, known in connection.execute(query))
            breathe()
    if not unlike:
        return []
    here, there = (_things(connection, kind, place) for place in (NOW, THEN))
    found = []
    for owner in sorted({owner for owner, _ in unlike}):
        keys = sorted(known for one, known in unlike if one == owner)
        found.append(
            Differing(
                kind, owner,
                tuple(here[owner, key] for key in keys if (owner, key) not in there),
                tuple(there[owner, key] for key in keys if (owner, key) not in here),
                tuple(here[owner, key] for key in keys if (owner, key) in here and (owner, key) in there),
                *(sum(one == owner for one, _ in things) for things in (here, there)),
            )
        )  # fmt: skip
    return found


def _parts_of(kind: str) -> list[str]:
    return [part for part in _HELD_BY if _chain(part)[-1] == kind]


def _chain(table: str) -> list[str]:
    """The table, what holds it, and so on up to the thing that it is a part of."""
    chain = [table]
    while chain[-1] in _HELD_BY:
        chain.append(_HELD_BY[chain[-1]])
    return chain


def _rows(connection: RawConnection, table: str, kind: str, place: str) -> str:
    """The rows of a table as a query: whose, of which thing, where in it, and all that stands in them."""
    chain = _chain(table)
    own = [f"{table}.{name}" for name in _columns(connection, table) if not _is_tie(table, name)]
    spots = [f"{holder}.position" for holder in chain[1:-1]]
    cells = ", ".join([*spots, *own])
    # Counted, because EXCEPT takes two rows that are alike for one.
    return (
        f"SELECT {_owner(kind)} AS owner, {_known(kind)} AS known, {cells}, count(*) FROM {_from(chain, place)} "
        f"GROUP BY owner, known, {cells}"
    )


def _is_tie(table: str, column: str) -> bool:
    """Whether a column only says which row it is, or what holds it."""
    return column in ("id", f"{_HELD_BY.get(table, 'person')}_id")


def _columns(connection: RawConnection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA {NOW}.table_info({table})")]


def _owner(kind: str) -> str:
    return "''" if kind == "setting" else "person.uid"


def _known(kind: str) -> str:
    return " || ' ' || ".join(f"{kind}.{column}" for column in _KEYS[kind])


def _from(chain: list[str], place: str) -> str:
    joined = f"{place}.{chain[0]} AS {chain[0]}"
    for below, above in pairwise(chain):
        joined += f" JOIN {place}.{above} AS {above} ON {above}.id = {below}.{above}_id"
    if chain[-1] not in ("person", "setting"):
        joined += f" JOIN {place}.person AS person ON person.id = {chain[-1]}.person_id"
    return joined


def _things(connection: RawConnection, kind: str, place: str) -> dict[tuple[str, str], Thing]:
    shown = _SHOWN.get(kind)
    day = f"{kind}.day" if "day" in _columns(connection, kind) else "NULL"
    name = f"{kind}.{shown}" if shown else _known(kind)
    query = f"SELECT {_owner(kind)}, {_known(kind)}, {day}, {name} FROM {_from([kind], place)}"
    return {
        (str(owner), str(known)): Thing(_day(at), str(said)) for owner, known, at, said in connection.execute(query)
    }


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text is not None else None
    except ValueError:
        return None
