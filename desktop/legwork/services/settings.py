"""Choices that hold for everybody who shares the profile. Changed at once, undoable like all else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legwork.i18n import mark, tr
from legwork.services.edit import Edit
from legwork.services.profile import Profile
from legwork.store.tables import setting

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

THEME = "theme"
TEXT_PERCENT = "text_percent"

DEFAULTS = {THEME: "system", TEXT_PERCENT: "100"}

_LABELS = {THEME: mark("Change the colours"), TEXT_PERCENT: mark("Change the text size")}


def read(profile: Profile) -> dict[str, str]:
    """All settings, defaults filled in."""
    with profile.reading() as reader:
        return DEFAULTS | {row.key: row.value for row in reader.rows(setting)}


@dataclass(frozen=True)
class ChangeSetting(Edit):
    """Choose a value for one setting."""

    key: str
    value: str

    @property
    def label(self) -> str:
        return tr(_LABELS[self.key])

    def run(self, work: UnitOfWork) -> None:
        row = work.one(setting, key=self.key)
        if row is None:
            work.insert(setting, [{"key": self.key, "value": self.value}])
        else:
            work.update(setting, row.id, value=self.value)
