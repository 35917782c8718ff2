"""The errors that a person may be told about. Anything else is a bug and goes to the crash dialog.

Sits beside the floors; imports nothing of Legwork but the words.
"""

from __future__ import annotations

from enum import Enum

from legwork.i18n import mark


class UserError(Exception):
    """Input that makes no sense. Its text is one translated sentence that says what to do."""


class StoreFault(Enum):
    """What is wrong with the store; decides what the dialog offers."""

    LOCKED = "locked"
    READ_ONLY = "read-only"
    FULL = "full"
    DAMAGED = "damaged"
    GONE = "gone"
    NEWER = "newer"
    UNREADABLE = "unreadable"
    UNPROVED = "unproved"


FAULT_SENTENCES = {
    StoreFault.LOCKED: mark("Another program is holding your data just now."),
    StoreFault.READ_ONLY: mark("Your data may be read here but not written: the folder or the disk is read-only."),
    StoreFault.FULL: mark("The disk is full. Free some space, then try again."),
    StoreFault.DAMAGED: mark("The file with your data is damaged."),
    StoreFault.GONE: mark("The file with your data is not in its place, or there is nothing in it."),
    StoreFault.NEWER: mark("Your data was written by a newer Legwork. Update this one to open it."),
    StoreFault.UNREADABLE: mark("The file with your data cannot be reached on the disk."),
    StoreFault.UNPROVED: mark("A copy did not come back from the disk as it was written, so it was not kept."),
}
"""What each fault is called when a person is told, marked for translation."""


MENDED_BY_COPIES = frozenset({StoreFault.DAMAGED, StoreFault.GONE})
"""Faults that end when a copy takes the place of the file."""


class StoreError(Exception):
    """The store cannot be read or written just now. Nothing that was acknowledged is lost."""

    def __init__(self, fault: StoreFault, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail


class Cancelled(Exception):  # noqa: N818 - a request, not a fault
    """The person pressed Cancel; the work stopped at a safe point and wrote nothing."""
