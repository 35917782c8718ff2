"""The printed page of the balance view: where the legs stand, what may hold them back, and what to do next.

Owns what stands on the page and in which order. All texts and rows are handed over ready; the drawings are those of
the window. With usual content it is one page, A4 or Letter: more causes and steps than fit are counted, not printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from legwork.domain.sides import SideCall
from legwork.i18n import ntr, tr
from legwork.qt.printing.blocks import Beside, Block, Heading, Painted, Paragraph, Stack
from legwork.qt.printing.sheets import Document
from legwork.qt.printing.table import Column, TextTable
from legwork.qt.widgets.gap_bars import gap_bars_height, paint_gap_bars
from legwork.qt.widgets.side_strip import paint_side_strip, side_strip_height
from legwork.qt.widgets.zone_map import paint_zone_map
from legwork.services.balance_rows import GapRow, SideRow, ZoneMark

MOST_CAUSES, MOST_STEPS = (3, 3, 3, 2, 2), (5, 5, 5, 4, 3)
"""As many as fit on one page beside everything else."""

MOST_RATIOS = (4, 3, 1, 1, 1)
"""Ratios of strength, the longer the page would be the fewer."""

SHORTEST = 4
"""How often the page may be made shorter before it goes on to a second one."""

_MAP_SHARES, _MAP_SHAPE = (0.32, 0.32, 0.32, 0.23, 0.23), 1.6
"""The map's part of the width, the longer the page would be the smaller, and how much taller than wide it is.

Where it leaves the bars beside it so much, long names stand beside them and not above."""

_PAD = 8.0
"""What drawings in rows leave empty at either side."""


@dataclass(frozen=True)
class CauseNote:
    """One possible cause. standing: how sure it is, "likely" and the like. evidence: what speaks for it, sentences."""

    name: str
    standing: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class StrengthNote:
    """One comparison of strength. value: with its unit. words: what it means."""

    name: str
    value: str
    words: str


@dataclass(frozen=True)
class BalanceSheet:
    """All that the page says, translated and in the person's units. Whatever is empty is left out.

    headline: the answer in one sentence. index: the one number in words. compared: with whom. causes, steps: the most
    important first. notes: what the numbers rest on.
    """

    person: str
    day: str
    headline: str
    index: str
    compared: str
    gaps: tuple[GapRow, ...] = ()
    sides: tuple[SideRow, ...] = ()
    zones: tuple[ZoneMark, ...] = ()
    causes: tuple[CauseNote, ...] = ()
    steps: tuple[str, ...] = ()
    strength: tuple[StrengthNote, ...] = ()
    notes: tuple[str, ...] = ()


def balance_document(content: BalanceSheet) -> Document:
    """The page, ready for preview, printer and PDF."""
    full, *shorter = (tuple(balance_blocks(content, short)) for short in range(SHORTEST + 1))
    title = tr("Balance of legs and upper body")
    return Document(title, content.person, content.day, full, "legwork-balance", tuple(shorter))


def balance_blocks(content: BalanceSheet, short: int = 0) -> list[Block]:
    """What stands on the page, from top to bottom.

    short: 0 says everything; 1 has the sides as a table in place of the drawing, and the steps in small type; 2 counts
    the sites that show no difference, and gives the first evidence for each cause only; 3 leaves one more of each out,
    and has a smaller map; 4 leaves out one more step.
    """
    blocks: list[Block] = [
        Paragraph(content.headline, "headline", before=0),
        Paragraph(content.index, "body", before=4),
        Paragraph(content.compared, "small", before=4),
    ]
    where = _map(content.zones)
    sides = _sides(content.sides) if short < 1 else _sides_as_table(content.sides, short < 2)
    blocks.extend(_together(where, [*_gaps(content.gaps), *sides], _MAP_SHARES[short]))
    told, role = (None, "body") if short < 2 else (1, "cue")
    why = _causes(content.causes, MOST_CAUSES[short], told, role)
    why += _strength(content.strength, MOST_RATIOS[short])
    blocks.extend(_together(why, _steps(content.steps, MOST_STEPS[short], "body" if short < 1 else "cue"), 0.5))
    blocks.extend(Paragraph(note, "small", before=2 if place else 14) for place, note in enumerate(content.notes))
    return [block for block in blocks if block.words]


def _together(left: list[Block], right: list[Block], share: float) -> list[Block]:
    """Two parts side by side; one alone has the whole width."""
    if left and right:
        return [Beside(Stack(tuple(left)), Stack(tuple(right)), share, before=18)]
    alone = left or right
    return [Stack(tuple(alone), before=18)] if alone else []


def _wider(rect: QRectF) -> QRectF:
    """So that what a drawing of rows says begins below its heading, not a little to the right."""
    return rect.adjusted(-_PAD, 0, _PAD, 0)


def _map(zones: Sequence[ZoneMark]) -> list[Block]:
    if not zones:
        return []
    spoken = "\n".join(zone.text for zone in zones)
    return [
        Heading(tr("Body map")),
        Painted(
            lambda painter, rect, theme: paint_zone_map(painter, rect, theme, zones),
            lambda width, _theme: min(width, 300.0) * _MAP_SHAPE,
            spoken,
        ),
    ]


def _gaps(rows: Sequence[GapRow]) -> list[Block]:
    if not rows:
        return []
    drawing = Painted(
        lambda painter, rect, theme: paint_gap_bars(painter, _wider(rect), theme, rows),
        lambda width, theme: gap_bars_height(theme, rows, width + 2 * _PAD),
        "\n".join(row.spoken for row in rows),
    )
    return [Heading(tr("Legs for your upper body")), drawing]


def _sides(rows: Sequence[SideRow]) -> list[Block]:
    if not rows:
        return []
    drawing = Painted(
        lambda painter, rect, theme: paint_side_strip(painter, _wider(rect), theme, rows),
        lambda width, theme: side_strip_height(theme, rows, width + 2 * _PAD),
        "\n".join(row.spoken for row in rows),
    )
    return [Heading(tr("Left and right")), drawing]


def _sides_as_table(rows: Sequence[SideRow], everything: bool) -> list[Block]:
    """everything: what lies within the tape's error has its own row; otherwise it is counted."""
    if not rows:
        return []
    shown = [row for row in rows if everything or row.call is not SideCall.WITHIN]
    error = tr("Tape's error")
    columns = (Column(strong=True), Column(stretch=1), Column(error, numbers=True))
    cells = tuple((row.name, row.words, f"± {row.mdc_text} {row.unit}") for row in shown)
    blocks: list[Block] = [Heading(tr("Left and right"))]
    if cells:
        blocks.append(TextTable(columns, cells, "cue"))
    if left := len(rows) - len(shown):
        said = ntr(
            "{count} site shows no difference beyond the tape's error.",
            "{count} sites show no difference beyond the tape's error.",
            left,
        )
        blocks.append(Paragraph(said, "cue", before=6))
    return blocks


def _strength(notes: Sequence[StrengthNote], most: int) -> list[Block]:
    if not notes:
        return []
    blocks: list[Block] = [Heading(tr("Strength"), before=14)]
    blocks.extend(Paragraph(f"\n{one.words}", "cue", lead=f"{one.name} {one.value}", before=6) for one in notes[:most])
    left = len(notes) - most
    if left > 0:
        said = ntr("{count} more ratio stands out.", "{count} more ratios stand out.", left)
        blocks.append(Paragraph(said, "cue", before=4))
    return blocks


def _causes(causes: Sequence[CauseNote], shown: int, most: int | None, role: str) -> list[Block]:
    """shown: how many causes. most: evidence for each."""
    if not causes:
        return []
    blocks: list[Block] = [Heading(tr("Likely causes"))]
    for cause in causes[:shown]:
        blocks.append(Paragraph(f": {cause.standing}", role, lead=cause.name, before=8))
        blocks.extend(Paragraph(text, "cue", marker="•", before=1) for text in cause.evidence[:most])
    left = len(causes) - shown
    if left > 0:
        said = ntr("{count} more is weighed in the program.", "{count} more are weighed in the program.", left)
        blocks.append(Paragraph(said, "small", before=8))
    return blocks


def _steps(steps: Sequence[str], most: int, role: str) -> list[Block]:
    if not steps:
        return []
    blocks: list[Block] = [Heading(tr("What to do next"))]
    blocks.extend(Paragraph(text, role, marker=f"{place}.", before=6) for place, text in enumerate(steps[:most], 1))
    left = len(steps) - most
    if left > 0:
        said = ntr("{count} more step is in the program.", "{count} more steps are in the program.", left)
        blocks.append(Paragraph(said, "small", before=8))
    return blocks
