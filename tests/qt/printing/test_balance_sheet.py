"""The printed balance page: one page with everything that matters on it, on either paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from legwork.domain.sides import SideCall
from legwork.domain.sites import Side, Spot
from legwork.qt.printing.balance_sheet import BalanceSheet, CauseNote, StrengthNote, balance_document
from legwork.qt.printing.paper import Paper
from legwork.qt.printing.sheets import Sheet, lay_out
from legwork.services.balance_rows import GapRow, SideRow, ZoneMark

Written = Callable[[Sheet], list[str]]


def gap(site: str, name: str, middle: float, own: float | None) -> GapRow:
    known = own or 0.0
    ends = (None, None) if own is None else (known - 0.6, known + 0.6)
    words = ("12 of 100", "8 to 17", "4.5 cm to go") if own is not None else ("", "", "")
    return GapRow(
        site, name, "cm", middle - 5, middle, middle + 5, middle + 1.5, own, *ends, *words, "", f"{name} in words"
    )


def side(site: str, name: str, difference: float, call: SideCall) -> SideRow:
    size = f"{abs(difference)}"
    return SideRow(site, name, "cm", difference, 0.8, size, "0.8", call, f"{size} cm, {call}", f"{name} in words")


CAUSES = tuple(
    CauseNote(f"Cause {place}", "likely", (f"Evidence {place}a, over the last six weeks.", f"Evidence {place}b."))
    for place in range(1, 6)
)
STEPS = tuple(f"Step {place}: train the legs on two days a week, with two days between them." for place in range(1, 8))
FULL = BalanceSheet(
    "Zoë",
    "23 Nov 2026",
    "The legs trail the upper body by 48 places in 100",
    "Legs stand at 12 of 100, the upper body at 60 of 100.",
    "Compared with 2\u202f356 men of 30 to 39 years, 178 to 182 cm.",
    (
        gap("upper_thigh", "Upper thigh", 57.5, 54.5),
        gap("mid_thigh", "Mid thigh", 53, 50.2),
        gap("calf", "Calf", 37, None),
    ),
    (
        side("upper_thigh", "Upper thigh", 0.9, SideCall.LEFT_LARGER),
        side("calf", "Calf", -0.2, SideCall.WITHIN),
        side("flexed_arm", "Flexed arm", -1.1, SideCall.RIGHT_LARGER),
    ),
    (ZoneMark(Spot("calf", Side.LEFT), 9, True, "9"), ZoneMark(Spot("flexed_arm", Side.LEFT), 71, False, "71")),
    CAUSES,
    STEPS,
    (StrengthNote("Squat to bench press", "1.12", "lower than in 80 of 100"),),
    ("A place is not a verdict.",),
)
CROWDED = replace(
    FULL,
    gaps=tuple(gap(f"site{place}", f"Site {place}", 50, 48) for place in range(6)),
    sides=(*(side(f"arm{place}", f"Arm {place}", 0.3, SideCall.WITHIN) for place in range(7)), FULL.sides[0]),
)


def sheets(content: BalanceSheet, paper: Paper = Paper.A4) -> tuple[Sheet, ...]:
    return lay_out(balance_document(content), paper.size)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("content", [FULL, CROWDED], ids=["full", "crowded"])
def test_it_is_one_page(qapp, content: BalanceSheet, paper: Paper, written: Written) -> None:
    [sheet] = sheets(content, paper)
    said = " ".join(written(sheet))
    for words in (
        "Zoë, 23 Nov 2026", content.headline, content.index, "2\u202f356 men", "Left and right", "Strength",
        "Squat to bench press 1.12", "Cause 1", "Evidence 1a", "Step 5", "A place is not a verdict.",
    ):  # fmt: skip
        assert words in said
    for row in (*content.gaps, *(one for one in content.sides if one.call is not SideCall.WITHIN)):
        assert row.name in said


def test_it_has_the_first_causes_and_steps_and_counts_the_others(qapp, written: Written) -> None:
    said = " ".join(written(sheets(FULL)[0]))
    assert "Cause 3" in said and "Cause 4" not in said
    assert "2 more are weighed in the program." in said
    assert "Step 5" in said and "Step 6" not in said
    assert "2 more steps are in the program." in said
    few = " ".join(written(sheets(replace(FULL, causes=CAUSES[:3], steps=STEPS[:5]))[0]))
    assert "more" not in few


def test_the_sides_are_drawn_where_there_is_room_and_a_table_where_not(qapp, written: Written) -> None:
    assert "← left larger" in written(sheets(replace(FULL, causes=(), steps=()))[0])
    table = written(sheets(replace(CROWDED, gaps=CROWDED.gaps[:4]))[0])
    assert "← left larger" not in table and table.count("± 0.8 cm") == 8
    crowded = written(sheets(CROWDED, Paper.LETTER)[0])
    assert crowded.count("± 0.8 cm") == 1
    assert "7 sites show no difference beyond the tape's error." in crowded


def test_what_is_not_known_is_left_out(qapp, written: Written) -> None:
    [sheet] = sheets(BalanceSheet("Zoë", "23 Nov 2026", "Nothing can be said yet", "", ""))
    words = [line for line in written(sheet) if line]
    assert words == [
        "Balance of legs and upper body",
        "Zoë, 23 Nov 2026",
        "Legwork",
        "Page 1 of 1",
        "Nothing can be said yet",
    ]


@pytest.mark.parametrize("missing", ["gaps", "sides", "zones", "causes", "steps", "strength", "notes"])
def test_each_part_may_be_missing(qapp, missing: str, painted: Callable[[Sheet], QImage]) -> None:
    content = replace(FULL, **{missing: ()})
    [sheet] = sheets(content)
    assert sheet.words != sheets(FULL)[0].words
    assert not painted(sheet).isNull()


def test_very_much_goes_on_to_a_second_page_and_loses_nothing(qapp, written: Written) -> None:
    long = replace(FULL, notes=tuple(f"Note {place}. " + "word " * 60 for place in range(12)))
    pages = sheets(long)
    assert len(pages) == 2
    said = " ".join(line for page in pages for line in written(page))
    assert all(f"Note {place}." in said for place in range(12))


def test_its_drawings_are_read_out_as_sentences(qapp) -> None:
    words = sheets(FULL)[0].words
    assert "Calf in words" in words and "Step 1" in words
