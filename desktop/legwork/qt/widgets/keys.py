"""Names of keys as they stand on the keyboard and in the language of the person: Alt+Left, Alt+Links."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from legwork.i18n import tr


def keys_text(keys: str) -> str:
    """Keys as QKeySequence reads them, in words."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def with_keys(said: str, keys: str) -> str:
    """What something does, with its keys behind it."""
    return tr("{what} ({keys})", what=said, keys=keys_text(keys))
