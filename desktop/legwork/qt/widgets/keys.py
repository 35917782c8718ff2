"""Names of keys as they stand on the keyboard and in the language of the person: Alt+Left, Alt+Links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from legwork.i18n import ptr, tr
from legwork.qt.core.commands import keys_of

_SHARED = "shares_keys"


def keys_text(keys: str) -> str:
    """Keys as QKeySequence reads them, in words."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def said_keys(keys: Sequence[str]) -> str:
    """Several keys for one thing, in words; a long row of them by its ends. Both keys for Enter are told as one."""
    named = list(dict.fromkeys(keys_text(one.replace("Return", "Enter")) for one in keys))
    return ptr("keys", "{first} to {last}", first=named[0], last=named[-1]) if len(named) > 4 else ", ".join(named)


def with_keys(said: str, keys: str) -> str:
    """What something does, with its keys behind it."""
    return tr("{what} ({keys})", what=said, keys=keys_text(keys))


def share_keys(button: QWidget, action: QAction) -> None:
    """A button and a command are one thing: its tip ends in the keys of the command, and the search lists them once."""
    keys = keys_of(action)
    if keys:
        button.setToolTip(with_keys(button.toolTip() or button.accessibleName(), keys[0]))
    button.setProperty(_SHARED, True)


def shares_keys(button: QWidget) -> bool:
    """Whether there is a command that does the same."""
    return bool(button.property(_SHARED))
