"""Everything that is printed of a plan: which documents there are, and that any plan comes out whole and readable."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from legwork.domain.plan.model import MAX_WEEKS, Block, BlockKind, Entry, Plan, Session, Week
from legwork.domain.plan.prescription import one_line
from legwork.qt.printing.output import as_pdf
from legwork.qt.printing.paper import Orientation, Paper, PaperTheme
from legwork.qt.printing.plan_boxes import BOX_TALL
from legwork.qt.printing.plan_documents import plan_documents
from legwork.qt.printing.sheets import Sheet, body_of, lay_out
from legwork.qt.printing.variants import Variant
from page_texts import outside, overlapping, page_boxes, page_texts
from plan_strategies import PLANS
from printed_plans import crowded_plan, paper_of, someone, usual_plan

KEYS = ("plan_sessions", "plan_weeks", "plan_overview", "plan_glance", "plan_measuring")


def variant(key: str, plan: Plan, **facts: object) -> Variant:
    return next(one for one in plan_documents(paper_of(plan, **facts)) if one.key == key)


def looked_at(sheets: tuple[Sheet, ...], theme: PaperTheme) -> None:
    """Everything is inside the margins, nothing on top of anything else, nothing where a pencil shall write."""
    for sheet in sheets:
        texts = page_texts(sheet, theme)
        assert outside(sheet, texts) == []
        assert overlapping(texts) == []
        body = body_of(sheet.size).adjusted(-1, -1, 1, 1)
        boxes = page_boxes(sheet, theme, BOX_TALL)
        assert all(body.contains(box) for box in boxes)
        for text, place in texts:
            if text not in ("L", "R"):
                assert not any(box.adjusted(1, 1, -1, -1).intersects(place) for box in boxes), text


def test_the_kinds_are_offered_in_the_order_in_which_they_are_needed(qapp) -> None:
    found = plan_documents(paper_of(usual_plan()))
    assert tuple(one.key for one in found) == KEYS
    assert [one.name for one in found][:3] == [
        "Week sheet, a session on a page", "Week sheet, a week on a page", "Block overview",
    ]  # fmt: skip
    assert [one.orientation for one in found] == [
        Orientation.PORTRAIT, Orientation.PORTRAIT, Orientation.LANDSCAPE, Orientation.PORTRAIT, Orientation.PORTRAIT,
    ]  # fmt: skip
    assert [one.span is not None for one in found] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("today", "week", "first", "last"),
    [
        (date(2026, 10, 12), None, 1, 4),
        (date(2026, 10, 30), None, 3, 4),
        (date(2026, 11, 20), None, 6, 9),
        (date(2026, 10, 12), 2, 2, 2),
        (date(2026, 10, 12), 11, 11, 11),
        (date(2026, 10, 12), 99, 12, 12),
    ],
)
def test_the_week_that_is_looked_at_is_offered_or_what_is_left_of_the_block(
    qapp, today: date, week: int | None, first: int, last: int
) -> None:
    span = plan_documents(paper_of(usual_plan(), today=today), week)[0].span
    assert span is not None
    assert (span.first + 1, span.last + 1, len(span.names)) == (first, last, 12)
    assert span.names[0] == "1, 12 Oct"


def test_weeks_without_dates_are_offered_by_number(qapp) -> None:
    span = variant("plan_weeks", usual_plan(), starts_on=None).span
    assert span is not None and span.names[:3] == ("1", "2", "3")


@pytest.mark.parametrize("plan", [Plan(), Plan("P", (Block(1, weeks=(Week(1),)),))], ids=["empty", "one week"])
def test_a_plan_of_one_week_or_none_has_no_weeks_to_choose_from(qapp, plan: Plan, paper_theme: PaperTheme) -> None:
    for one in plan_documents(paper_of(plan)):
        assert one.span is None
        assert lay_out(one.build(0, 0), Paper.A4.size, paper_theme)


def test_the_weeks_that_were_chosen_are_printed(qapp) -> None:
    sheets = lay_out(variant("plan_weeks", usual_plan()).build(2, 4), Paper.A4.size)
    assert [sheet.title.split("· ")[-1] for sheet in sheets] == ["Week 3 of 12", "Week 4 of 12", "Week 5 of 12"]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("way", list(Orientation))
def test_usual_pages_are_whole_and_readable(key: str, way: Orientation, paper_theme: PaperTheme) -> None:
    for paper in Paper:
        looked_at(lay_out(variant(key, usual_plan()).build(0, 1), paper.lying(way), paper_theme), paper_theme)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("way", list(Orientation))
@pytest.mark.parametrize(("weeks", "blocks"), [(6, 3), (MAX_WEEKS, MAX_WEEKS)])
def test_a_plan_full_to_its_limits_is_whole_and_readable(
    key: str, way: Orientation, weeks: int, blocks: int, paper_theme: PaperTheme
) -> None:
    """20 exercises of 20 sets, 7 days, 60 weeks, names and notes as long as they get."""
    person = someone("Somebody with every name that there ever was in both families")
    sheets = lay_out(variant(key, crowded_plan(weeks, blocks), person=person).build(0, 0), Paper.A4.lying(way))
    looked_at((*sheets[:3], *sheets[-2:]), paper_theme)


QUICK = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.generate],
)


def legible(plan: Plan) -> Plan:
    """The same plan in letters whose size is known: what marks on others take up is for their font to say."""

    def plain(text: str) -> str:
        return "".join(one if one in string.printable or (one.isalpha() and ord(one) < 0x250) else "x" for one in text)

    def entry(one: Entry) -> Entry:
        wanted = replace(one.prescription, note=one_line(plain(one.prescription.note)))
        return replace(one, exercise=plain(one.exercise), note=plain(one.note), prescription=wanted)

    def session(one: Session) -> Session:
        return replace(one, name=plain(one.name), entries=tuple(map(entry, one.entries)))

    def week(one: Week) -> Week:
        return replace(one, sessions=tuple(map(session, one.sessions)))

    blocks = tuple(replace(one, name=plain(one.name), weeks=tuple(map(week, one.weeks))) for one in plan.blocks)
    return replace(plan, name=plain(plan.name), blocks=blocks)


@pytest.mark.parametrize("key", KEYS)
@QUICK
@given(plan=PLANS, paper=st.sampled_from(Paper), way=st.sampled_from(Orientation))
def test_any_plan_is_whole_and_readable(
    key: str, plan: Plan, paper: Paper, way: Orientation, paper_theme: PaperTheme
) -> None:
    document = variant(key, legible(plan)).build(0, 99)
    looked_at(lay_out(document, paper.lying(way), paper_theme)[:6], paper_theme)


@pytest.mark.parametrize("key", KEYS)
@QUICK
@given(plan=PLANS)
def test_any_letters_can_be_printed(key: str, plan: Plan, paper_theme: PaperTheme) -> None:
    for sheet in lay_out(variant(key, plan).build(0, 99), Paper.A4.size, paper_theme)[:3]:
        page_texts(sheet, paper_theme)
        body = body_of(sheet.size).adjusted(-1, -1, 1, 1)
        assert all(one.rect.isEmpty() or body.contains(one.rect) for one in sheet.placed)


def test_nothing_of_a_plan_is_printed_as_a_picture(qapp) -> None:
    for key in KEYS:
        data = as_pdf(variant(key, usual_plan()).build(0, 0), Paper.A4, Orientation.LANDSCAPE)
        assert data.startswith(b"%PDF-") and b"/Subtype /Image" not in data


def test_a_name_as_long_as_it_gets_is_not_cut_off(paper_theme: PaperTheme) -> None:
    plan = Plan("W" * 80, (Block(1, BlockKind.DELOAD, "M" * 80, (Week(1), Week(2))),))
    for key in KEYS:
        sheets = lay_out(variant(key, plan, person=someone("W" * 60)).build(0, 1), Paper.A4.size, paper_theme)
        looked_at(sheets, paper_theme)
        said = "".join(text for text, _ in page_texts(sheets[0], paper_theme))
        assert said.count("W") >= 140
