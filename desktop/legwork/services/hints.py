"""Which pages no longer show their hint to those who are new: kept among the settings, so for all of the profile.

Owns that choice. What a hint says, and where it is shown, is the window's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legwork.i18n import tr
from legwork.services.edit import Edit
from legwork.services.profile import Profile
from legwork.store.tables import setting

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

_KEY = "hints_put_away"


def put_away(profile: Profile) -> frozenset[str]:
    """The names of the pages whose hint was put away."""
    with profile.reading() as reader:
        return frozenset(name for row in reader.rows(setting) if row.key == _KEY for name in row.value.split())


@dataclass(frozen=True)
class PutHintAway(Edit):
    """The hint of a page was read."""

    page: str

    @property
    def label(self) -> str:
        return tr("Put the hint away")

    def run(self, work: UnitOfWork) -> None:
        row = work.one(setting, key=_KEY)
        if row is None:
            work.insert(setting, [{"key": _KEY, "value": self.page}])
        elif self.page not in row.value.split():
            work.update(setting, row.id, value=" ".join(sorted({*row.value.split(), self.page})))


@dataclass(frozen=True)
class ShowHintsAgain(Edit):
    """All of them, as on the first day."""

    @property
    def label(self) -> str:
        return tr("Show hints again")

    def run(self, work: UnitOfWork) -> None:
        row = work.one(setting, key=_KEY)
        if row is not None:
            work.update(setting, row.id, value="")
