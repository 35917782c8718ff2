"""The errors that a person may be told about. Anything else is a bug and goes to the crash dialog.

Sits beside the floors; imports nothing of Legwork.
"""

from __future__ import annotations

from enum import Enum


class UserError(Exception):
    """Input that makes no sense. Its text is one translated sentence that says what to do."""


class StoreFault(Enum):
    """What is wrong with the store; decides what the dialog offers."""

    LOCKED = "locked"
    READ_ONLY = "read-only"
    FULL = "full"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNREADABLE = "unreadable"


class StoreError(Exception):
    """The store cannot be read or written just now. Nothing that was acknowledged is lost."""

    def __init__(self, fault: StoreFault, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail


class Cancelled(Exception):  # noqa: N818 - a request, not a fault
    """The person pressed Cancel; the work stopped at a safe point and wrote nothing."""
