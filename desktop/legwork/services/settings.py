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

CHOICES = {THEME: ("system", "light", "dark"), TEXT_PERCENT: ("100", "115", "130", "150")}
"""What each setting can be; the first is the default."""

_LABELS = {THEME: mark("Change the colours"), TEXT_PERCENT: mark("Change the text size")}


def read(profile: Profile) -> dict[str, str]:
    """All settings; the default stands in for what is missing, or came in a file and makes no sense."""
    with profile.reading() as reader:
        found = {row.key: row.value for row in reader.rows(setting)}
    return {key: found[key] if found.get(key) in choices else choices[0] for key, choices in CHOICES.items()}


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
