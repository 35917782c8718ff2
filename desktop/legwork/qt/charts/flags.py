"""What happened, on the time axis: notes of check-ins, and changes of the training programme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Flag:
    """Something that happened on a day (ordinal). change: of the programme, drawn through the whole plot."""

    day: int
    text: str
    change: bool
