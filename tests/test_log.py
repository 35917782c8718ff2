"""The diary and the last words of a program that died, as the next start finds them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import legwork
from legwork import log

CHILD = """
import ctypes, faulthandler, logging, os, sys
from pathlib import Path
from legwork import log
diary = Path(sys.argv[1])
{start}
log.logger.info("page charts")
{end}
"""


def run(diary: Path, end: str, start: str = "log.start(diary)") -> int:
    """A program that keeps a diary and comes to this end."""
    return subprocess.run(
        [sys.executable, "-c", CHILD.format(start=start, end=end), str(diary)],
        env=os.environ | {"PYTHONPATH": str(Path(legwork.__file__).parents[1])},
        capture_output=True,
        timeout=60,
        check=False,
    ).returncode


def test_a_run_that_ends_well_leaves_no_report(tmp_path: Path) -> None:
    diary = tmp_path / "legwork.log"
    assert run(diary, "log.stop()") == 0
    assert run(diary, "log.stop()") == 0
    assert {one.name for one in tmp_path.iterdir()} == {"legwork.log"}
    lines = diary.read_text().splitlines()
    assert [line.split(" INFO ")[1] for line in lines] == ["page charts", "ended"] * 2


def test_a_run_that_dies_leaves_a_report_for_the_next(tmp_path: Path) -> None:
    diary = tmp_path / "legwork.log"
    assert run(diary, "faulthandler._sigsegv()") != 0
    assert not log.report_file(diary).exists(), "it is made by the next start"
    assert run(diary, "log.stop()") == 0
    report = log.report_file(diary).read_text()
    assert "Ended without being asked to" in report
    assert "Segmentation fault" in report
    assert report.index("Segmentation fault") < report.index("page charts"), "what was done before stands below"
    assert run(diary, "log.stop()") == 0
    assert log.report_file(diary).read_text() == report, "it waits until somebody has read it"


def test_two_deaths_are_told_together(tmp_path: Path) -> None:
    diary = tmp_path / "legwork.log"
    run(diary, "faulthandler._sigsegv()")
    run(diary, "faulthandler._sigabrt()")
    run(diary, "log.stop()")
    report = log.report_file(diary).read_text()
    assert report.count("Ended without being asked to") == 2
    assert report.index("Segmentation fault") < report.index("Aborted")


def test_a_fault_that_was_dealt_with_is_no_death(tmp_path: Path) -> None:
    """Windows tells of some that a library catches; the program went on and ended well."""
    diary = tmp_path / "legwork.log"
    run(diary, "faulthandler.dump_traceback(log._last_words); log.stop()")
    run(diary, "log.stop()")
    assert not log.report_file(diary).exists()
    assert "a fault that was dealt with" in diary.read_text()


def test_a_killed_run_is_not_called_a_crash(tmp_path: Path) -> None:
    diary = tmp_path / "legwork.log"
    run(diary, "os.kill(os.getpid(), 9)")
    run(diary, "log.stop()")
    assert not log.report_file(diary).exists()


def test_the_diary_is_turned_over(tmp_path: Path) -> None:
    diary = tmp_path / "legwork.log"
    diary.write_text("x" * (log.MAX_BYTES + 1))
    run(diary, "log.stop()")
    assert log.old_file(diary).stat().st_size == log.MAX_BYTES + 1
    assert diary.stat().st_size < 1000


def test_the_tail_of_a_diary_that_is_not_there(tmp_path: Path) -> None:
    assert log.tail(tmp_path / "legwork.log") == []
    (tmp_path / "legwork.log").write_bytes(b"\xff\xfe one\n" + b"two\n" * 100)
    assert log.tail(tmp_path / "legwork.log", 3) == ["two"] * 3


@pytest.mark.parametrize("taken", ["legwork.log", "legwork.crash", "legwork.report", "legwork.old.log"])
def test_what_cannot_be_written_is_told_and_keeps_nothing_from_starting(tmp_path: Path, taken: str) -> None:
    """A folder lies where the file should be."""
    diary = tmp_path / "legwork.log"
    if taken == "legwork.report":
        (tmp_path / "legwork.crash").write_text("Fatal Python error: Aborted")
    if taken == "legwork.old.log":
        diary.write_text("x" * (log.MAX_BYTES + 1))
    (tmp_path / taken).mkdir()
    assert run(diary, "log.stop()", "assert log.start(diary) is not None") == 0
    assert (tmp_path / taken).is_dir()
    if taken != "legwork.log":
        assert "page charts" in diary.read_text(), "the rest is written all the same"
    assert (
        run(tmp_path / "sound" / "legwork.log", "log.stop()", "diary.parent.mkdir(); assert log.start(diary) is None")
        == 0
    )
