"""A file that somebody looks into just now is waited for; one that may not be touched is not."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from legwork.store import replacing

HELD = (5, 32, 33)


def _held(monkeypatch: pytest.MonkeyPatch, winerror: int | None, times: int) -> list[Path]:
    """The system refuses so many times, as Windows does while a virus scanner has a file open."""
    asked: list[Path] = []
    really = Path.replace

    def replace(file: Path, target: Path) -> Path:
        asked.append(target)
        if len(asked) <= times:
            error = PermissionError(errno.EACCES, "held")
            if winerror is not None:
                vars(error)["winerror"] = winerror
            raise error
        return really(file, target)

    monkeypatch.setattr(Path, "replace", replace)
    return asked


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    old.write_text("old")
    return new, old


@pytest.mark.parametrize("winerror", HELD)
def test_one_that_is_held_for_a_moment_is_replaced(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    _held(monkeypatch, winerror, 3)
    replacing.replace(*files)
    assert files[1].read_text() == "new"
    assert not files[0].exists()


def test_one_that_is_held_for_good_is_said_in_the_end(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "PATIENCE_S", 0.1)
    asked = _held(monkeypatch, 32, 10_000)
    with pytest.raises(PermissionError):
        replacing.replace(*files)
    assert len(asked) > 1
    assert (files[0].read_text(), files[1].read_text()) == ("new", "old")


def test_anything_else_is_said_at_once(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _held(monkeypatch, None, 1)
    with pytest.raises(PermissionError):
        replacing.replace(*files)
    assert len(asked) == 1
