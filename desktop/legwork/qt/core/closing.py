"""What is to be known and done before a window closes: whether the desktop's session ends, and the dialogs over it.

Owns neither the window nor the data. It must not save anything.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog


def logging_out() -> bool:
    """Whether the desktop closes the window, because its session ends."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.isSavingSession()


def dismiss_dialogs() -> bool:
    """Cancel every dialog that is open, because the data under it is about to be closed.

    False when one holds itself open, to show what was typed into it and refused.
    """
    shown = QApplication.activeModalWidget()
    while shown is not None:
        if isinstance(shown, QDialog):
            shown.reject()
        else:
            shown.close()
        if shown.isVisible():
            return False
        shown = QApplication.activeModalWidget()
    return True
