"""Plans in few words, for tests of what stands beside the grid."""

from __future__ import annotations

from collections.abc import Mapping

from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Session, Week, Weekday
from legwork.domain.units import UnitSystem
from plan_strategies import numbered

_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}


def week_of(days: Mapping[str, Mapping[str, str]]) -> Week:
    """A week: session names, perhaps with a day behind ("Legs A mon"), to cells by exercise."""
    return Week(0, tuple(_session(name, work) for name, work in days.items()))


def plan_of(*weeks: Week, deload: int = 0, name: str = "") -> Plan:
    """A plan of one block with these weeks, and so many empty weeks of deload behind it. Ids from 1 on."""
    blocks = [Block(0, BlockKind.ACCUMULATE, "", weeks)]
    if deload:
        blocks.append(Block(0, BlockKind.DELOAD, "", (Week(0),) * deload))
    return numbered(Plan(name, tuple(blocks)))


def _session(name: str, work: Mapping[str, str]) -> Session:
    said, _, day = name.rpartition(" ")
    weekday = Weekday(_DAYS[day]) if day in _DAYS else None
    entries = tuple(Entry(0, key, parse_cell(cell, UnitSystem.METRIC)) for key, cell in work.items())
    return Session(0, said if weekday is not None else name, weekday, entries)
