"""From what the page shows to what its printed sheet says."""

from __future__ import annotations

from dataclasses import replace

from legwork.domain.causes.diagnosis import Support, in_words
from legwork.domain.causes.evidence import Direction
from legwork.domain.days import full_day
from legwork.i18n import tr
from legwork.qt.printing.balance_sheet import BalanceSheet, CauseNote, StrengthNote
from legwork.services.balance_view import BalanceView

_WORTH_PRINTING = (Support.STRONG, Support.SOME)


def sheet_of(view: BalanceView) -> BalanceSheet:
    """The printed page: the same sentences and rows, the causes that something speaks for, ratios that stand out."""
    causes = (one for one in view.diagnosis.hypotheses if one.support in _WORTH_PRINTING and view.diagnosis.explains)
    ratios = (one for one in view.strength.ratios if one.call.stands_out)
    index = tr("Leg balance {index}. {said}", index=view.index, said=view.index_said) if view.index else ""
    return BalanceSheet(
        person=view.person.name,
        day=full_day(view.today),
        headline=view.headline,
        index=" ".join(part for part in (view.numbers, index) if part),
        compared=" ".join(part for part in (view.measured, view.compared) if part),
        gaps=tuple(replace(row, gap_range="") for row in view.gaps),  # the whisker tells it; the page must be one
        sides=view.sides,
        zones=view.zones,
        causes=tuple(
            CauseNote(one.name, in_words(one.support), tuple(found.text for found in one.towards(Direction.FOR)))
            for one in causes
        ),
        steps=view.next.steps,
        strength=tuple(StrengthNote(one.name, one.value, one.words) for one in ratios),
        notes=tuple(part for part in (view.zone_caption if view.zones else "", *view.better, view.by_weight) if part),
    )
