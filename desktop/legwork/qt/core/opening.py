"""Shows a folder in the file manager of this computer. Nothing else is ever opened outside of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from legwork import privacy


def show_folder(folder: Path) -> bool:
    """Open it in whatever this desktop opens folders with; that program keeps no umask of ours. False: none answers."""
    with privacy.as_the_user_has_it():
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
