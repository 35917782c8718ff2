"""`legwork --self-test` on a computer where all is well, and what it says where it is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import legwork
from guarded_child import Told, run
from legwork.qt.page_list import PAGES
from legwork.qt.printing.blocks import Heading, Paragraph
from legwork.qt.printing.output import as_pdf
from legwork.qt.printing.paper import Orientation, Paper
from legwork.qt.printing.sheets import Document, lay_out
from legwork.self_test.data import old_profile, resources, workbook
from legwork.self_test.paper import texts_of
from legwork.self_test.telling import Broken, Telling, need
from legwork.self_test.window import drawn_on

LINE = re.compile(r"^(ok|FAILED)\s+([^:]+): (.+)$")


def test_all_is_well_here(told: Told) -> None:
    assert told.code == 0, "\n".join((*told.said, told.complained))
    assert re.fullmatch(r"ok     self-test: all \d+ steps passed", told.said[-1])
    assert not any(line.startswith("FAILED") for line in told.said)
    steps = {found[2]: found[3] for line in told.said if (found := LINE.match(line))}
    for page in PAGES:
        assert re.match(r"\d+x\d+, \d+ colours, \d+% drawn", steps[f"page {page.name}"])
    for step, word in {
        "old profile": "nothing lost", "edit and undo": "undone", "print": "pages", "copies": "put back",
        "export and import": "the same in the other profile", "second start": "ended", "closing": "nothing left open",
        "other programs' files": "1 new workout", "no network": "nothing", "languages": "Deutsch, Español",
    }.items():  # fmt: skip
        assert word in steps[step]


def test_the_report_has_the_same_lines_for_a_program_without_a_stdout(told: Told) -> None:
    assert told.reported == told.said


def test_a_step_that_fails_is_told_with_where_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> str:
        need(False, "the pages are empty")
        return "fine"

    telling = Telling(tmp_path / "report.txt")
    assert not telling.step("print", broken)
    assert telling.step("close", lambda: "closed")
    assert telling.end() == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "FAILED print: Broken: the pages are empty"
    assert any("in broken" in line for line in lines)
    assert lines[-2].startswith("ok     close: closed (")
    assert lines[-1] == "FAILED self-test: 1 of 2 steps failed: print"
    assert (tmp_path / "report.txt").read_text(encoding="utf-8").splitlines() == lines


def test_a_report_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    code = 'from legwork.self_test.run import run; from pathlib import Path; sys.exit(run(Path("no/such/folder.txt")))'
    ended = run(code, tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.startswith("FAILED self-test: the report cannot be written")


def _damaged(resources: Path, folder: Path) -> Path:
    """The resources as they are, and a link to each, but for what a test takes away."""
    copy = folder / "resources"
    for file in resources.rglob("*"):
        if file.is_file():
            here = copy / file.relative_to(resources)
            here.parent.mkdir(parents=True, exist_ok=True)
            here.symlink_to(file)
    return copy


def test_what_does_not_ship_is_missed(tmp_path: Path) -> None:
    """In a child, whose package stands beside resources from which a file was taken."""
    package = tmp_path / "desktop" / "legwork"
    package.parent.mkdir()
    package.symlink_to(Path(legwork.__file__).parent, target_is_directory=True)
    real = Path(legwork.__file__).parents[2] / "resources"
    copy = _damaged(real, tmp_path)
    (copy / "themes" / "dark.ini").unlink()
    code = (
        f"import legwork.paths; legwork.paths._PACKAGE = __import__('pathlib').Path({str(package)!r});"
        "from legwork.self_test.telling import Telling; from legwork.self_test.data import resources;"
        "t = Telling(None); t.step('what ships', resources); sys.exit(t.end())"
    )
    ended = run(code, tmp_path)
    assert (ended.returncode, ended.stdout.splitlines()[0]) == (
        1,
        "FAILED what ships: Broken: themes/dark.ini is missing",
    )


def test_the_parts_without_a_window_work_by_themselves(tmp_path: Path) -> None:
    assert "exercises" in resources()
    assert old_profile(tmp_path).startswith("schema 0001")
    assert workbook() == "a sheet with a text and a number"


def test_an_empty_page_is_known_from_a_drawn_one(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    with pytest.raises(Broken, match="the page is empty"):
        drawn_on(page)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("teal"))
    page.setPalette(palette)  # of one colour only: still nothing on it
    with pytest.raises(Broken, match="the page is empty"):
        drawn_on(page)
    label = QLabel("Legs first. " * 40, page)
    label.setWordWrap(True)
    label.resize(400, 300)
    label.show()
    assert "colours" in drawn_on(page)


@pytest.mark.parametrize("orientation", list(Orientation))
def test_the_words_on_a_pdf_are_read_page_by_page(qapp: QApplication, orientation: Orientation) -> None:
    blocks = (Heading("Žižkov"), *(Paragraph(f"Step {place}. " + "Thigh and calf. " * 40) for place in range(20)))
    document = Document("Balance of Zoë", "Zoë", "23 Nov 2026", blocks)
    texts = texts_of(as_pdf(document, Paper.A4, orientation))
    assert len(texts) == len(lay_out(document, QSizeF(Paper.A4.lying(orientation))))
    assert all("Zoë" in text for text in texts)
    assert "Žižkov" in texts[0] and "Step 0. Thigh and calf." in texts[0]
    assert "Step 19. Thigh" in texts[-1] and "Step 19. Thigh" not in texts[0]


def test_bytes_that_are_no_pdf_have_no_pages() -> None:
    assert texts_of(b"") == []
    with pytest.raises(ValueError, match="without contents"):
        texts_of(b"1 0 obj\n<< /Type /Page >>\nendobj")
