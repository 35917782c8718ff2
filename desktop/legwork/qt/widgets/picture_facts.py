"""What the pictures of rows show, as tables: the same numbers and words in cells.

Owns which columns each has. It must not count nor word anything: numbers and words come ready, as for the pictures.
"""

from __future__ import annotations

from collections.abc import Sequence

from legwork.domain.days import full_day, short_day
from legwork.domain.measures import number_text
from legwork.domain.units import UnitSystem
from legwork.i18n import ptr, tr
from legwork.qt.models.facts_table import Column, Fact
from legwork.qt.widgets.food_week_picture import WeekShown
from legwork.qt.widgets.picture_table import Numbers
from legwork.qt.widgets.rate_bars import Rates, monthly
from legwork.qt.widgets.zone_map import zone_name
from legwork.services.balance_rows import GapRow, SideRow, ZoneMark
from legwork.services.calendar_words import YEAR_COLUMNS, year_rows
from legwork.services.exercise_words import capital
from legwork.services.kept_training import MuscleKept
from legwork.services.plan_facts import CoursePoint, SessionFacts, TonnageFacts
from legwork.services.plan_volumes import VolumeRow
from legwork.services.set_words import sets_number
from legwork.services.training_calendar import CalendarYear


def gap_numbers(rows: Sequence[GapRow]) -> Numbers:
    """Leg girths among people of the same build."""

    def cells(one: GapRow) -> tuple[str, ...]:
        low, middle, high, target = (
            number_text(value, one.unit) for value in (one.low, one.middle, one.high, one.target)
        )
        own = "" if one.own is None else number_text(one.own, one.unit)
        place = one.standing
        if one.standing_range:
            place = tr("{standing} ({range})", standing=place, range=one.standing_range)
        return one.name, own, place, middle, tr("{low} to {high}", low=low, high=high), target

    columns = (
        Column(tr("Girth")), Column(tr("Yours"), number=True), Column(tr("Place"), number=True),
        Column(capital(tr("middle")), number=True), Column(tr("10 to 90 of 100"), number=True),
        Column(tr("Target"), number=True),
    )  # fmt: skip

    def note(one: GapRow) -> str:
        around = tr("({range} {unit})", range=one.gap_range, unit=one.unit) if one.gap_range else ""
        return f"{one.gap} {around}".strip()

    facts = [Fact(one.site, cells(one), note(one), one.spoken) for one in rows]
    return Numbers("gap_table", tr("Leg girths among people built like you"), columns, facts)


def side_numbers(rows: Sequence[SideRow]) -> Numbers:
    """Left against right."""
    columns = (
        Column(tr("Girth")), Column(tr("Left against right")), Column(tr("Value"), number=True),
        Column(tr("Tape's error"), number=True),
    )  # fmt: skip

    def cells(one: SideRow) -> tuple[str, ...]:
        amounts = (tr("{value} {unit}", value=text, unit=one.unit) for text in (one.size_text, one.mdc_text))
        return one.name, one.words, *amounts

    facts = [Fact(one.site, cells(one), "", one.spoken) for one in rows]
    return Numbers("side_table", tr("Left against right"), columns, facts)


def zone_numbers(zones: Sequence[ZoneMark]) -> Numbers:
    """The places on the body map."""
    columns = (Column(tr("Girth")), Column(tr("Place"), number=True))
    facts = [
        Fact(str(one.spot), (zone_name(one.spot), tr("{count} of 100", count=one.text)))
        for one in zones
    ]  # fmt: skip
    return Numbers("zone_table", tr("Body map by place among people built like you"), columns, facts)


def kept_numbers(rows: Sequence[MuscleKept]) -> Numbers:
    """Hard sets of each muscle, done beside planned."""
    columns = (
        Column(tr("Muscles")),
        Column(tr("Done"), number=True),
        Column(capital(ptr("sets", "planned")), number=True),
    )
    facts = [
        Fact(one.site, (one.name, sets_number(one.done), sets_number(one.planned)), "", one.spoken) for one in rows
    ]
    return Numbers("kept_table", tr("Hard sets of each muscle, done and planned"), columns, facts)


def volume_numbers(rows: Sequence[VolumeRow]) -> Numbers:
    """Hard sets of each muscle in a week of a plan; below, what is wanted and from which exercises they are."""
    parts = f"{capital(tr('direct'))} + {tr('indirect')}"
    columns = (Column(tr("Muscles")), Column(tr("Sets"), number=True), Column(parts, number=True))

    def cells(one: VolumeRow) -> tuple[str, ...]:
        return one.name, one.number, f"{sets_number(one.direct)} + {sets_number(one.indirect)}"

    facts = [Fact(one.site, cells(one), " · ".join(one.hint.split("\n")[1:]), one.spoken) for one in rows]
    return Numbers("volume_table", tr("Hard sets of each muscle this week"), columns, facts)


def tonnage_numbers(tonnage: TonnageFacts) -> Numbers:
    """Tonnage of the legs against the upper body."""
    columns = (Column(tr("What")), Column(tr("Tonnage"), number=True))
    facts = [
        Fact("lower", (tr("Legs"), tonnage.lower_text)), Fact("upper", (tr("Upper body"), tonnage.upper_text))
    ]  # fmt: skip
    return Numbers("tonnage_table", tr("Tonnage this week"), columns, facts)


def session_numbers(sessions: Sequence[SessionFacts]) -> Numbers:
    """The sessions of a week with their minutes."""
    columns = (Column(tr("Session")), Column(tr("Length"), number=True), Column(tr("Trained")))
    facts = [
        Fact(str(one.session_id), (one.name, one.text, tr("Legs") if one.legs else tr("Upper body")))
        for one in sessions
    ]
    return Numbers("session_table", tr("Sessions this week"), columns, facts)


def course_numbers(points: Sequence[CoursePoint]) -> Numbers:
    """Hard sets in all weeks of a plan."""
    columns = (Column(tr("Week")), Column(tr("Legs"), number=True), Column(tr("Upper body"), number=True))
    facts = [
        Fact(one.site, (str(one.number), sets_number(one.lower), sets_number(one.upper)), "", one.spoken)
        for one in points
    ]
    return Numbers("course_table", tr("Hard sets in all weeks"), columns, facts)


def food_numbers(shown: WeekShown) -> Numbers:
    """The days of a week of food."""
    columns = (Column(tr("Day")), *(Column(one.name, number=True) for one in shown.lines))
    facts = [
        Fact(day.isoformat(), (short_day(day), *(one.texts[place].replace("\u00a0", " ") for one in shown.lines)), "",
             shown.spoken[place])
        for place, day in enumerate(shown.days[: shown.last + 1])
    ]  # fmt: skip
    return Numbers("food_week_table", tr("The days of the week"), columns, facts, few=False)


def rate_numbers(rates: Rates) -> Numbers:
    """How fast a goal asks a measure to change, and how fast it is likely to."""
    columns = (Column(tr("Pace")), Column(tr("Value"), number=True))
    pairs = ((tr("Needed"), rates.needed), (tr("Likely as now"), rates.likely))
    facts = [Fact(name, (name, monthly(rate, rates.unit))) for name, rate in pairs]
    return Numbers("rate_table", tr("Pace"), columns, facts)


def year_numbers(year: CalendarYear, units: UnitSystem) -> Numbers:
    """The workouts and planned sessions of a year."""
    columns = tuple(
        Column(tr(one), number=place in _YEAR_NUMBERS, folds=place not in (0, 1))
        for place, one in enumerate(YEAR_COLUMNS)
    )
    facts = [
        Fact(f"{day}/{place}", (full_day(day), *cells)) for place, (day, cells) in enumerate(year_rows(year, units))
    ]
    return Numbers("year_table", tr("Training calendar of {year}", year=year.year), columns, facts, few=False)


_YEAR_NUMBERS = range(3, 7)
