"""Choices that hold for everybody who shares the profile. Changed at once, undoable like all else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legwork.errors import UserError
from legwork.i18n import LANGUAGES, mark, tr
from legwork.services.edit import Edit
from legwork.services.profile import Profile
from legwork.store.tables import setting

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

THEME = "theme"
TEXT_PERCENT = "text_percent"
LANGUAGE = "language"

REMIND_CHECK_IN, CHECK_IN_AT = "remind_check_in", "check_in_at"
REMIND_SESSIONS, SESSIONS_AT = "remind_sessions", "sessions_at"
STAY = "stay_when_closed"
REMIND_COPY = "remind_copy"
WEEK, MONTH, QUARTER = "week", "month", "quarter"

YES, NO = "yes", "no"

CHOICES = {
    THEME: ("system", "light", "dark", "contrast_light", "contrast_dark"),
    TEXT_PERCENT: ("100", "115", "130", "150"),
    LANGUAGE: ("system", *LANGUAGES),
    REMIND_CHECK_IN: (NO, YES),
    REMIND_SESSIONS: (NO, YES),
    STAY: (NO, YES),
    REMIND_COPY: (NO, WEEK, MONTH, QUARTER),
}
"""What each setting can be; the first is the default."""

TIMES = {CHECK_IN_AT: "08:00", SESSIONS_AT: "16:00"}
"""Settings that are a time of the day as 08:00, with their defaults."""

_LABELS = {
    THEME: mark("Change the colours"),
    TEXT_PERCENT: mark("Change the text size"),
    LANGUAGE: mark("Change the language"),
    REMIND_CHECK_IN: mark("Change the reminder of check-ins"),
    CHECK_IN_AT: mark("Change the time of the check-in reminder"),
    REMIND_SESSIONS: mark("Change the reminder of sessions"),
    SESSIONS_AT: mark("Change the time of the session reminder"),
    STAY: mark("Change what closing the window does"),
    REMIND_COPY: mark("Change the reminder of a copy elsewhere"),
}


def read(profile: Profile) -> dict[str, str]:
    """All settings; the default stands in for what is missing, or came in a file and makes no sense."""
    with profile.reading() as reader:
        found = {row.key: row.value for row in reader.rows(setting)}
    chosen = {key: found[key] if found.get(key) in choices else choices[0] for key, choices in CHOICES.items()}
    return chosen | {key: found[key] if is_time(found.get(key, "")) else usual for key, usual in TIMES.items()}


def parse_time(text: str) -> str:
    """A time of the day as it is typed, as 08:00: "8", "8:30", "8.30", "0830", "8 pm". Raises UserError."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*([ap]\.?m\.?)?", " ".join(text.casefold().split()))
    if found is not None:
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + 12 * (half == "p")
        elif half:
            hour = 99
        if is_time(f"{hour:02}:{minute:02}"):
            return f"{hour:02}:{minute:02}"
    raise UserError(tr("This is not a time of the day: type it as 8:00 or 18:30."))


def is_time(text: str) -> bool:
    """Whether a text is a time of the day as 08:00."""
    return re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text) is not None


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
