"""What a Windows program without streams says: in the terminal that it was typed into, else in a box, else nowhere."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TextIO

import pytest

from legwork.__main__ import main
from legwork.cli import console
from legwork.cli.console import MOST_IN_A_BOX, in_a_box, told


class Desk:
    """Stands for Windows: a terminal, if there is one, and the boxes that were shown."""

    def __init__(self, *, terminal: bool) -> None:
        self.written: TextIO | None = io.StringIO() if terminal else None
        self.asked = 0
        self.boxes: list[tuple[str, bool]] = []

    def terminal(self) -> TextIO | None:
        self.asked += 1
        return self.written

    def box(self, text: str, *, trouble: bool) -> None:
        self.boxes.append((text, trouble))


def run(desk: Desk, monkeypatch: pytest.MonkeyPatch, *line: object) -> object:
    """The whole program with that command line and no streams; how it ended."""
    monkeypatch.setattr(console, "WindowsScreen", lambda: desk)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    try:
        return main([str(one) for one in line])
    except SystemExit as ended:
        return ended.code


def test_in_a_terminal_it_is_said_there(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(terminal=True)
    assert run(desk, monkeypatch, "--version") == 0
    assert isinstance(desk.written, io.StringIO)
    assert desk.written.getvalue().startswith("\nLegwork ")
    assert (desk.asked, desk.boxes) == (1, [])
    assert sys.stdout is None and sys.stderr is None


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        (["--version"], 0, "Legwork "),
        (["--help"], 0, "usage: legwork"),
        (["dance"], 2, "dance is neither a command nor a file"),
        (["export", "x", "--kind", "nonsense"], 2, "invalid choice"),
    ],
)
def test_without_one_a_box_says_it(line: list[str], code: int, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(terminal=False)
    assert run(desk, monkeypatch, *line) == code
    [(said, trouble)] = desk.boxes
    assert words in said and trouble is (code != 0)


def test_commands_say_how_it_went(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(terminal=False)
    where = ("--profile-dir", tmp_path / "profile")
    assert run(desk, monkeypatch, *where, "export", tmp_path / "all.json") == 0
    assert run(desk, monkeypatch, *where, "import", tmp_path / "missing.csv") == 1
    (done, well), (refused, trouble) = desk.boxes
    assert "all.json" in done and not well
    assert "missing.csv" in refused and trouble


def test_a_stream_that_is_there_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(terminal=True)
    monkeypatch.setattr(sys, "stderr", None)
    with told(desk):
        print("piped")
        print("shown", file=sys.stderr)
    assert capsys.readouterr().out == "piped\n"
    assert isinstance(desk.written, io.StringIO)
    assert desk.written.getvalue() == "\nshown\n"


def test_where_nothing_is_said_no_terminal_is_taken_and_no_box_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(terminal=True)
    monkeypatch.setattr(sys, "stdout", None)
    with told(desk):
        pass
    assert (desk.asked, desk.boxes) == (0, [])


def test_a_box_never_grows_out_of_the_screen() -> None:
    text = "\n".join(f"{number} lines" for number in range(1000))
    shown = in_a_box(text)
    assert len(shown) < MOST_IN_A_BOX + 200
    assert shown.startswith("0 lines\n1 lines\n") and "There is more" in shown
    assert in_a_box("short") == "short"
