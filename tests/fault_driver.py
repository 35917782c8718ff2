"""The dialog about data that cannot be read or written, as a person sees and answers it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from legwork.qt.dialogs.store_fault import FaultDialog


def press(dialog: QDialog, start: str) -> None:
    """Click the button whose words begin so."""
    assert isinstance(dialog, FaultDialog)
    assert "Error calling" not in dialog.details.toPlainText()
    [button] = [one for one in dialog.buttons if one.text().startswith(start)]
    button.click()


def sentence(dialog: QDialog) -> str:
    """What is wrong."""
    assert isinstance(dialog, FaultDialog)
    return dialog.sentence.text()


def told(dialog: QDialog) -> str:
    """What it means, line by line."""
    assert isinstance(dialog, FaultDialog)
    return dialog.told.text()
