"""What an edit changed, row by row, and so how to undo it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Image = Mapping[str, Any]
"""A whole row by column name."""


class StaleImageError(Exception):
    """The rows are no longer as the patch left them, so it cannot be undone or redone."""


class RowChange(NamedTuple):
    """A row before and after; None where it is not there."""

    table: str
    id: int
    before: Image | None
    after: Image | None


@dataclass(frozen=True)
class Patch:
    """All that one edit changed, row by row."""

    changes: tuple[RowChange, ...]

    @property
    def inverse(self) -> Patch:
        """The patch that undoes this one."""
        return Patch(tuple(RowChange(c.table, c.id, c.after, c.before) for c in self.changes))
