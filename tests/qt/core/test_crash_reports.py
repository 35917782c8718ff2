"""What a report says of a mistake, and what it must not say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from legwork import log
from legwork.qt.core import crash_reports

SECRETS = ("84.5", "Anna", "sore knee", "61,3", "1990-05-14", "72/38")


def raised(run: Callable[[], object]) -> str:
    try:
        run()
    except Exception as error:  # noqa: BLE001 - that is what is looked at
        return crash_reports.of(type(error), error, error.__traceback__)
    raise AssertionError("nothing was raised")


def boom(error: Exception) -> None:
    raise error


def chained() -> None:
    try:
        float("84.5 cm of Anna")
    except ValueError as error:
        raise KeyError("sore knee") from error


@pytest.mark.parametrize(
    "run",
    [
        lambda: float("84.5 cm"),
        lambda: {"Anna": 1}["sore knee"],
        lambda: boom(ValueError('no reading 84.5 of "Anna", 61,3 before 1990-05-14 at 72/38')),
        lambda: boom(RuntimeError("two lines:\n    84.5\nand Anna's: 'Anna'".replace("Anna's", "her"))),
        lambda: boom(RuntimeError("(IntegrityError) failed [SQL: INSERT] [parameters: (84.5, Anna, sore knee)]")),
        lambda: boom(LookupError("`Anna` and “sore knee”")),
        lambda: Path("/nowhere/Anna/sore knee.csv").read_text(),
        chained,
    ],
)
def test_messages_lose_what_they_quote(run: Callable[[], object]) -> None:
    told = raised(run)
    assert "Traceback" in told and "in raised" in told
    in_messages = "\n".join(line for line in told.splitlines() if not line.startswith("  "))
    for secret in SECRETS:
        assert secret not in in_messages


def test_the_program_itself_is_told_in_full() -> None:
    told = raised(lambda: None.nothing)  # type: ignore[attr-defined]
    assert "AttributeError: 'NoneType' object has no attribute 'nothing'" in told
    told = raised(lambda: Path("/nowhere/x").read_text())
    assert "FileNotFoundError: [Errno 2] No such file or directory: '…'" in told
    assert "ValueError: the tape broke" in raised(lambda: boom(ValueError("the tape broke")))


def test_nobodys_home_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/anna"))
    text = 'Traceback (most recent call last):\n  File "/home/anna/legwork/x.py", line 3, in f\n    x()\nKeyError\n'
    assert '"~/legwork/x.py", line 3' in crash_reports.without_data(text)


def test_a_report_tells_what_was_done_before(tmp_path: Path) -> None:
    diary = tmp_path / "legwork.log"
    diary.write_text("".join(f"2026-01-01 10:00:00,000 INFO page {n}\n" for n in range(50)), encoding="utf-8")
    report = crash_reports.report("KeyError: '…'", diary)
    assert report.startswith("Legwork ") and "Qt " in report
    assert report.rstrip().endswith("page 49")
    assert "page 20" not in report


def test_a_report_waits_until_it_is_read(tmp_path: Path) -> None:
    diary = tmp_path / "legwork.log"
    assert crash_reports.kept(diary) == ""
    crash_reports.keep(diary, "it broke\udce9")
    assert crash_reports.kept(diary).startswith("it broke")
    crash_reports.forget(diary)
    assert crash_reports.kept(diary) == ""
    crash_reports.forget(diary)


def test_a_report_that_cannot_be_written_raises_nothing(tmp_path: Path) -> None:
    diary = tmp_path / "not there" / "legwork.log"
    crash_reports.keep(diary, "it broke")
    log.report_file(tmp_path / "legwork.log").mkdir()
    crash_reports.keep(tmp_path / "legwork.log", "it broke")
    assert crash_reports.kept(tmp_path / "legwork.log") == ""
    crash_reports.forget(diary)


def test_a_second_report_takes_nothing_from_one_that_nobody_has_read(tmp_path: Path) -> None:
    diary = tmp_path / "legwork.log"
    crash_reports.keep(diary, "the first broke")
    crash_reports.keep(diary, "the second broke")
    assert crash_reports.kept(diary).splitlines() == ["the first broke", "", "the second broke"]
    assert [one.name for one in tmp_path.iterdir()] == ["legwork.report"]


@pytest.mark.parametrize("quoted", ["    'sore knee' 84.5", "  | 84.5 'sore knee'", "\n    84.5 and 'sore knee'"])
def test_lines_of_a_message_that_look_like_the_program_lose_what_they_quote(quoted: str) -> None:
    place = '  File "x.py", line 3, in f\n    x("spoken")\n'
    head = "Traceback (most recent call last):\n"
    between = "\nDuring handling of the above exception, another exception occurred:\n\n"
    told = crash_reports.without_data(
        f"{head}{place}ValueError: two lines:\n{quoted}\n{between}{head}{place}KeyError\n"
    )
    assert "84.5" not in told and "sore knee" not in told
    assert told.count('x("spoken")') == 2 and told.count('  File "x.py", line 3') == 2
    assert between in told and told.count(head) == 2
