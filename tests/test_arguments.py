"""What a command line means: files for the window, commands, options of Qt, and the old ways of writing them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from legwork.cli.arguments import parse

HERE = Path.cwd()


@pytest.mark.parametrize(
    ("line", "files"),
    [
        ([], []),
        (["a.csv"], [HERE / "a.csv"]),
        (["two words.csv", "--minimised", "b.csv"], [HERE / "two words.csv", HERE / "b.csv"]),
        (["--profile-dir", "import", "b.csv"], [HERE / "b.csv"]),
        (["-platform", "offscreen", "./import"], [HERE / "import"]),
        (["--", "import", "-odd.csv"], [HERE / "import", HERE / "-odd.csv"]),
        (["../up.csv", "/abs/x.csv"], [HERE.parent / "up.csv", Path("/abs/x.csv")]),
        (["file:///tmp/M%C3%A4rz%20%25.csv"], [Path("/tmp/März %.csv")]),
        (["file://localhost/tmp/a.csv"], [Path("/tmp/a.csv")]),
        (["file:///tmp/caf%E9.csv"], [Path(os.fsdecode(b"/tmp/caf\xe9.csv"))]),
        (["", "a.csv"], [HERE / "a.csv"]),
        (["-psn_0_12345"], []),
        (["a\nb.csv"], [HERE / "a\nb.csv"]),
    ],
)
def test_what_is_no_option_is_a_file(line: list[str], files: list[Path]) -> None:
    options = parse(line)
    assert options.command is None
    assert options.files == files


def test_files_can_be_named_from_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert parse(["a.csv", "/tmp/b.csv"]).files == [Path("a.csv"), Path("/tmp/b.csv")]


def test_a_word_that_is_a_file_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dance").touch()
    monkeypatch.chdir(tmp_path)
    assert parse(["dance"]).files == [tmp_path / "dance"]


@pytest.mark.parametrize(
    "line",
    [
        ["import", "a.csv"],
        ["--profile-dir", "there", "import", "--preview", "--unit", "kg", "a.csv"],
        ["import", "--profile-dir", "there", "a.csv"],
        ["import", "--", "a.csv"],
    ],
)
def test_a_command_is_a_command(line: list[str]) -> None:
    options = parse(line)
    assert options.command == "import"
    assert options.file == [Path("a.csv")]
    assert options.profile_dir == (Path("there") if "there" in line else None)


def test_the_self_test_and_qts_platform() -> None:
    options = parse(["-platform", "offscreen", "--self-test", "--self-test-report", "said.txt"])
    assert (options.platform, options.self_test, options.self_test_report) == ("offscreen", True, Path("said.txt"))
    options = parse([])
    assert (options.platform, options.self_test, options.self_test_report) == (None, False, None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--nonsense", "a.csv"], "unrecognized arguments: --nonsense"),
        (["--profile-dir"], "expected one argument"),
        (["--profile-dir", ""], "no folder is named"),
        (["report", "--profile-dir="], "no folder is named"),
        (["import"], "required: file"),
        (["dance"], "dance is neither a command nor a file"),
        (["export", "x", "--kind", "nonsense"], "invalid choice"),
        (["--min"], "unrecognized arguments: --min"),
    ],
)
def test_what_makes_no_sense_ends_with_a_usage(line: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(line)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("usage: legwork")
    assert said in told


def test_help_tells_of_files_and_of_commands(capsys: pytest.CaptureFixture[str]) -> None:
    for line in (["--help"], ["-h", "a.csv"]):
        with pytest.raises(SystemExit) as ended:
            parse(line)
        assert ended.value.code == 0
        said = capsys.readouterr().out
        assert "[FILE ...]" in said and "{import,export,report}" in said and "--self-test" in said
    with pytest.raises(SystemExit):
        parse(["import", "--help"])
    assert "--preview" in capsys.readouterr().out
