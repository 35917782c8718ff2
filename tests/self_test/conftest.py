"""The whole program, led through all it does by its own self-test, once for all tests here."""

from __future__ import annotations

import pytest

from guarded_child import Told, run

SELF_TEST = """
from legwork.__main__ import main
sys.exit(main(["--self-test", "--self-test-report", "report of Zoë.txt", "-platform", "offscreen"]))
"""


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A self-test behind the guard: a socket that could leave the computer would have ended it."""
    folder = tmp_path_factory.mktemp("self-test")
    ended = run(SELF_TEST, folder, 500, HOME=str(folder), XDG_DATA_HOME=str(folder / "data"))
    report = folder / "report of Zoë.txt"
    assert [one.name for one in folder.iterdir()] == [report.name], "it left something where a person's data would be"
    return Told(
        ended.returncode, ended.stdout.splitlines(), report.read_text(encoding="utf-8").splitlines(), ended.stderr
    )
