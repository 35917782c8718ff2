"""Where words go in a Windows program without a console of its own, as the built one is.

Typed into a terminal, the program says what it has to say there; started without one, it shows it in a box. What is
sent to a file or to another program needs none of this: it arrives by itself.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from legwork.i18n import tr

MOST_IN_A_BOX = 1500
"""Letters; a box cannot be scrolled, and grows out of the screen."""


class Screen(Protocol):
    """What a system has to show words: the terminal that the program was started from, and a box."""

    def terminal(self) -> TextIO | None: ...

    def box(self, text: str, *, trouble: bool) -> None: ...


class WindowsScreen:
    """That of Windows."""

    def terminal(self) -> TextIO | None:
        """The console of whoever started this program; None when there is none."""
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.AttachConsole(0xFFFFFFFF)  # of the parent; whether it came of it is seen below
            with contextlib.suppress(OSError):
                return open("CONOUT$", "w", encoding="utf-8", errors="replace")  # noqa: PTH123 - a device, kept open
        return None

    def box(self, text: str, *, trouble: bool) -> None:
        """Stays until it is closed."""
        if sys.platform == "win32":
            import ctypes

            warning, information = 0x30, 0x40  # MB_ICONWARNING, MB_ICONINFORMATION
            ctypes.windll.user32.MessageBoxW(None, text, "Legwork", warning if trouble else information)


class _Words:
    """Looks for a terminal when the first word is written: a window that says nothing must not hang on one."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._terminal: TextIO | None = None
        self._asked = False
        self._gathered = io.StringIO()
        self._trouble = False

    def add(self, text: str, *, trouble: bool) -> None:
        if not self._asked:
            self._asked = True
            self._terminal = self._screen.terminal()
            if self._terminal is not None:
                self._terminal.write("\n")  # the terminal has not waited, and shows its next prompt already
        self._trouble |= trouble
        (self._terminal or self._gathered).write(text)

    def flush(self) -> None:
        if self._terminal is not None:
            self._terminal.flush()

    def end(self) -> None:
        """All is said."""
        self.flush()
        said = self._gathered.getvalue().strip()
        if said:
            self._screen.box(in_a_box(said), trouble=self._trouble)


class _Stream(io.TextIOBase):
    """Stands for a stream that is not there. trouble: it is the one for what goes wrong."""

    def __init__(self, words: _Words, *, trouble: bool) -> None:
        super().__init__()
        self._words, self._trouble = words, trouble

    def write(self, text: str, /) -> int:
        self._words.add(text, trouble=self._trouble)
        return len(text)

    def flush(self) -> None:
        self._words.flush()


@contextmanager
def told(screen: Screen) -> Iterator[None]:
    """What is printed meanwhile to a stream that is not there reaches a person; other streams stay as they are.

    A stream that is not there is None, and is so again afterwards.
    """
    missing = [name for name in ("stdout", "stderr") if getattr(sys, name) is None]
    words = _Words(screen)
    for name in missing:
        setattr(sys, name, _Stream(words, trouble=name == "stderr"))
    try:
        yield
    finally:
        for name in missing:
            setattr(sys, name, None)
        words.end()


def in_a_box(text: str) -> str:
    """As much of a text as a box can show, and how to see all of it."""
    if len(text) <= MOST_IN_A_BOX:
        return text
    shown = text[:MOST_IN_A_BOX].rsplit("\n", 1)[0]
    more = tr("There is more: type the command into a terminal, with > and the name of a file after it.")
    return f"{shown}\n…\n\n{more}"
