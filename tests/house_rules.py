"""What the tests of the architecture share: the files that they read, and how a broken rule is told.

A message gives file and line, the rule, why it is there, and what to do instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "desktop" / "legwork"
FILES = sorted(PACKAGE.rglob("*.py"))

Faults = Callable[[str], Iterator[tuple[int, str]]]
"""Finds line and fault of each place in a source that breaks a rule."""


def named(file: Path, line: int | None = None) -> str:
    """A file as a message names it, and as an editor opens it: `desktop/legwork/i18n.py:12`."""
    name = file.relative_to(ROOT).as_posix()
    return name if line is None else f"{name}:{line}"


def refuse(found: Iterable[str], rule: str) -> None:
    """Fail with all that was found, a line each. rule: the rule, why it is there, and what to do instead."""
    if lines := list(found):
        pytest.fail("\n".join([rule, *(f"  {line}" for line in lines)]), pytrace=False)


def broken_in(file: Path, faults: Faults) -> list[str]:
    """The faults of a file, each with its place."""
    return [f"{named(file, line)}: {fault}" for line, fault in sorted(faults(file.read_text(encoding="utf-8")))]


def refuse_idle(kept: Mapping[str, str], folder: Path, faults: Faults) -> None:
    """Fail for those of the files kept as they are, by their name below `folder`, that break the rule no more."""
    idle = [name for name in kept if not (folder / name).is_file() or not broken_in(folder / name, faults)]
    refuse(idle, "Each exception is one that is needed. These keep the rule by now: take them off KEPT_AS_THEY_ARE.")
