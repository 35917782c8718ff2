"""The progress report on its pages: cover, charts, numbers, training.

Owns which blocks stand where. All words come ready from `services.progress_report`.
"""

from __future__ import annotations

from legwork.domain.days import full_day
from legwork.domain.verdict import Call
from legwork.i18n import mark, titled, tr
from legwork.qt.printing.blocks import Block, Heading, Paragraph
from legwork.qt.printing.progress_weeks import WeekBars
from legwork.qt.printing.sheets import Chapter, Document
from legwork.qt.printing.table import Column, TextTable
from legwork.qt.printing.trend_chart import SideBySideCharts, TrendChart
from legwork.services.measure_facts import MeasureFacts
from legwork.services.progress_body import BalanceThenNow, ProgressBody
from legwork.services.progress_report import ProgressReport
from legwork.services.progress_training import ProgressTraining

COVER_CHARTS = 2
"""So many charts stand on the cover, the most important ones."""

_TABLE = "cue"
_SHORT = {Call.NO_CHANGE: mark("no change"), Call.TOO_EARLY: mark("too early")}
"""Verdicts in as few words as a table has room for."""


def progress_document(report: ProgressReport) -> Document:
    """The pages, ready for preview, printer and PDF."""
    title = tr("Progress report")
    chapters = [Chapter(title, tuple(_cover(report)))]
    if report.body.charts[COVER_CHARTS:]:
        chapters.append(Chapter(f"{title}: {tr('charts')}", tuple(_charts(report))))
    if report.body.rows:
        chapters.append(Chapter(f"{title}: {tr('numbers')}", tuple(_numbers(report.body))))
    if training := _training(report.training):
        chapters.append(Chapter(f"{title}: {tr('training')}", tuple(training)))
    name = f"legwork-progress-{report.last.isoformat()}"
    return Document(title, report.person.name, report.days_words, (), name, (), tuple(chapters))


def _cover(report: ProgressReport) -> list[Block]:
    blocks: list[Block] = [Paragraph(report.person.name or tr("Progress report"), "headline", before=0)]
    if report.empty:
        return [*blocks, Paragraph(tr("Nothing was measured or logged in this time."), "body", before=16)]
    rows = tuple((one.name, one.text) for one in report.facts)
    blocks.append(TextTable((Column(strong=True), Column(stretch=1)), rows, before=10))
    if report.summary:
        blocks.append(Heading(tr("In short")))
        blocks.extend(Paragraph(text, "body", marker="•", before=4) for text in report.summary)
    blocks.extend(_balance(report.body.balance))
    if charts := _drawn(report)[:COVER_CHARTS]:
        blocks.append(SideBySideCharts(charts, before=18))
    return [*blocks, Paragraph(_legend(), "small", before=8)]


def _legend() -> str:
    return tr(
        "± is the range that holds the truth 95 times in 100; what lies within it is noise and is called no change. "
        "In charts, points are readings and the line is the trend with its 80 % band: L left (full line), R right "
        "(dashed)."
    )


def _balance(found: BalanceThenNow) -> list[Block]:
    if not found.rows or found.then is None or found.now is None:
        return []
    smaller, gap = tr("smaller ones"), tr("to the middle")
    columns = (
        Column(strong=True),
        Column(full_day(found.then), numbers=True), Column(smaller), Column(gap),
        Column(full_day(found.now), numbers=True), Column(smaller), Column(gap),
    )  # fmt: skip
    rows = tuple((one.name, *one.then, *one.now) for one in found.rows)
    blocks: list[Block] = [
        Heading(tr("Legs for your upper body, then and now")),
        TextTable(columns, rows, _TABLE, before=4),
    ]
    if found.compared:
        blocks.append(Paragraph(found.compared, "small", before=6))
    return blocks


def _drawn(report: ProgressReport) -> tuple[Block, ...]:
    first, last = report.first.toordinal(), report.last.toordinal()
    flags = tuple(one.day.toordinal() for one in report.body.changes)
    return tuple(TrendChart(one, first, last, flags) for one in report.body.charts)


def _charts(report: ProgressReport) -> list[Block]:
    blocks: list[Block] = [SideBySideCharts(_drawn(report)[COVER_CHARTS:], before=0)]
    if report.body.changes:
        told = "; ".join(titled(full_day(one.day), one.text) for one in report.body.changes)
        blocks.append(Paragraph(tr("▼ Change of programme: {told}.", told=told), "small", before=8))
    return blocks


def _numbers(body: ProgressBody) -> list[Block]:
    rows = tuple(_row(one.facts) for one in body.rows)
    return [Heading(tr("Then and now"), before=0), TextTable(_columns(), rows, _TABLE), Paragraph(_signs(), "small")]


def _signs() -> str:
    return tr("~ nothing beyond the error yet; … too early to tell. A month: the change as a rate.")


def _columns() -> tuple[Column, ...]:
    return (
        Column(strong=True, stretch=1), Column(tr("Then"), numbers=True), Column(tr("Now"), numbers=True),
        Column(tr("Change"), numbers=True), Column(tr("A month"), numbers=True), Column(), Column(),
    )  # fmt: skip


def _row(facts: MeasureFacts) -> tuple[str, ...]:
    unit = f"\N{NO-BREAK SPACE}{facts.unit}" if facts.unit else ""
    words = tr(_SHORT[facts.call]) if facts.call in _SHORT else facts.words
    now = f"{facts.now}{unit}"
    return facts.name, facts.start, now, facts.change, facts.per_month, facts.sign, words


def _training(training: ProgressTraining) -> list[Block]:
    blocks: list[Block] = []
    if training.kept is not None:
        blocks.append(Heading(tr("The plan and what was done"), before=0))
        blocks.extend(Paragraph(one, "body", before=4) for one in training.kept_words)
    if training.sets is not None:
        blocks.append(Heading(tr("Week by week"), before=18 if blocks else 0))
    for chart in (training.sets, training.tonnage):
        if chart is not None:
            blocks.append(WeekBars(chart))
            if chart.note:
                blocks.append(Paragraph(chart.note, "small", before=2))
    if training.lifts:
        rows = tuple(_row(one.facts) for one in training.lifts)
        blocks.append(Heading(tr("Strength: estimated one-rep maximum"), before=20 if blocks else 0))
        blocks.append(TextTable(_columns(), rows, _TABLE))
        blocks.append(Paragraph(_signs(), "small"))
    return blocks
