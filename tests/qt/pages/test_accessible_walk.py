"""A walk through every page and dialog as assistive technology finds them: names, roles, values, pictures, targets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from accessible import low, misled, silent, unfit_roles, unlabelled, unnamed, untold_values
from page_views import all_dialogs, all_views
from program_driver import Desk

LOOKS: dict[str, Callable[[QWidget], Iterator[str]]] = {
    "has no name": unnamed,
    "is told as what it is not": unfit_roles,
    "is one of several and told as one for itself": misled,
    "is a chooser whose name is not told": unlabelled,
    "tells no value, or another one": untold_values,
    "is a picture that tells nothing": silent,
    "is not high enough": low,
}


def faults(where: str, root: QWidget) -> list[str]:
    return [f"{where}: {found} ({name})" for name, look in LOOKS.items() for found in look(root)]


def test_every_page_with_the_sample(sample: Desk) -> None:
    found = [fault for where in all_views(sample) for fault in faults(where, sample.window)]
    assert found == [], "\n".join(dict.fromkeys(found))


def test_every_page_of_somebody_new(desk: Desk) -> None:
    found = [fault for where in all_views(desk) for fault in faults(where, desk.window)]
    assert found == [], "\n".join(dict.fromkeys(found))


def test_the_welcome(empty_desk: Desk) -> None:
    assert faults("welcome", empty_desk.window) == []


def test_every_dialog(sample: Desk) -> None:
    found = [fault for name, dialog in all_dialogs(sample) for fault in faults(name, dialog)]
    assert found == [], "\n".join(dict.fromkeys(found))
