"""Where the dialogs for files begin: in the folder that was used last for the same purpose, else among the documents.

Owns these dialogs and what is remembered of them. It must not read or write the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from legwork.qt.core.view_state import ViewState


class Place(StrEnum):
    """What a file is for; each purpose has a folder of its own."""

    IMPORT = "import"
    EXPORT = "export"
    COPY = "copy"
    PLAN = "plan"
    PICTURE = "picture"
    PAPER = "paper"


def folder_for(view: ViewState, place: Place) -> Path:
    """The folder used last for this purpose, as long as it is there; else the person's documents, or their home."""
    kept = view.text(_key(place))
    if kept and Path(kept).is_dir():
        return Path(kept)
    return documents_folder()


def documents_folder() -> Path:
    """Where this computer keeps the person's documents; their home where it has no such place."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def remember(view: ViewState, place: Place, file: Path) -> None:
    """Begin in the folder of this file the next time."""
    view.set_text(_key(place), str(file.absolute().parent))


def open_files(parent: QWidget, view: ViewState, place: Place, title: str, kinds: Sequence[str]) -> tuple[Path, ...]:
    """The files that the person chooses, none when they give up. kinds: as Qt wants its filters."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder_for(view, place)), ";;".join(kinds))
    files = tuple(map(Path, names))
    if files:
        remember(view, place, files[0])
    return files


def open_file(parent: QWidget, view: ViewState, place: Place, title: str, kinds: Sequence[str]) -> Path | None:
    """The file that the person chooses; None when they give up."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder_for(view, place)), ";;".join(kinds))
    if not name:
        return None
    remember(view, place, Path(name))
    return Path(name)


def save_file(
    parent: QWidget, view: ViewState, place: Place, title: str, name: str, kinds: Sequence[str]
) -> Path | None:
    """Where the person wants a file; None when they give up. name: that is suggested."""
    suggestion = str(folder_for(view, place) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, suggestion, ";;".join(kinds))
    if not chosen:
        return None
    remember(view, place, Path(chosen))
    return Path(chosen)


def _key(place: Place) -> str:
    return f"folder/{place.value}"
