"""How things were looked at: window size, last page, chosen range. Never data; losing it loses nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class ViewState:
    """Small facts by name, kept in the profile's view.ini."""

    def __init__(self, file: Path) -> None:
        """Open `file`. Only the program that holds the profile's lock may: a lock of Qt's own is an orphan then."""
        # A killed program may leave it behind empty, and Qt would wait 30 seconds for it in the window's thread.
        file.with_name(file.name + ".lock").unlink(missing_ok=True)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """A text that was kept, or `default`."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        """Keep a text."""
        self._settings.setValue(key, value)

    def number(self, key: str, default: int) -> int:
        """A whole number that was kept, or `default`."""
        text = self.text(key)
        return int(text) if text.isdecimal() and len(text) < 9 else default

    def blob(self, key: str) -> QByteArray:
        """Bytes that Qt gave us to keep, empty when there are none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_blob(self, key: str, value: QByteArray) -> None:
        """Keep bytes that only Qt understands."""
        self._settings.setValue(key, value)

    def names(self, key: str) -> list[str] | None:
        """A list of names that was kept, None when never chosen."""
        text = self.text(key, "-")
        return None if text == "-" else [name for name in text.split(" ") if name]

    def set_names(self, key: str, names: list[str]) -> None:
        """Keep a list of names without spaces."""
        self.set_text(key, " ".join(names))

    def sync(self) -> None:
        """Write it out now."""
        self._settings.sync()
