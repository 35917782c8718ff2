"""The progress report on paper: its chapters, its charts to scale, nothing cut off, both papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from helpers import day as readings_of
from helpers import opened, somebody
from legwork.domain.measures import Family, Measure
from legwork.qt.printing.output import as_pdf
from legwork.qt.printing.paper import Orientation, Paper, PaperTheme
from legwork.qt.printing.progress_document import progress_document
from legwork.qt.printing.progress_weeks import WeekBars
from legwork.qt.printing.sheets import Sheet, lay_out
from legwork.qt.printing.trend_chart import SideBySideCharts, TrendChart
from legwork.services.check_ins import RecordReadings
from legwork.services.measures import series_of
from legwork.services.people import everybody
from legwork.services.progress_body import ProgressBody, ProgressChart
from legwork.services.progress_report import ProgressReport, progress_report
from legwork.services.progress_training import ProgressTraining, WeekBar, WeekChart
from legwork.services.sample import ensure_sample

Written = Callable[[Sheet], list[str]]
TODAY = date(2025, 3, 30)


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> ProgressReport:
    """All of the sample's two years."""
    profile = opened(Path(tmp_path_factory.mktemp("sample")) / "profile")
    ensure_sample(profile, TODAY)
    found = progress_report(profile, everybody(profile)[0], TODAY - timedelta(weeks=104), TODAY, TODAY)
    profile.close()
    return found


@pytest.fixture
def calves(tmp_path: Path) -> ProgressChart:
    """A left calf that grows from 37 to 38 cm in 100 days, and a right one that does not."""
    profile = opened(tmp_path / "profile")
    person = somebody(profile)
    days = [
        readings_of(TODAY - timedelta(days=100 - at), calf_left=f"{37 + at / 100:.2f}", calf_right="35.00")
        for at in range(0, 101, 10)
    ]
    profile.apply(RecordReadings(person.id, tuple(days)))
    found = series_of(profile, person, [Measure(Family.SITE, "calf")])[Measure(Family.SITE, "calf")]
    profile.close()
    return ProgressChart("Calf", "cm", tuple(found), 39.0, "Calf in words")


@pytest.mark.parametrize("paper", list(Paper))
def test_its_chapters(years: ProgressReport, paper: Paper, written: Written) -> None:
    sheets = lay_out(progress_document(years), paper.size)
    assert len(sheets) == 4, "cover, charts, numbers, training"
    cover, charts, numbers, training = (
        " ".join(written(one)).replace("\N{NO-BREAK SPACE}", " ") for one in sheets
    )  # fmt: skip
    for words in ("Sam Sample", "Check-ins", "In short", "then and now", "Leg balance", "Upper thigh", "Goal 60.0"):
        assert words in cover, words
    for words in ("Calf", "Leg volume", "Flexed arm", "Body weight", "Change of programme"):
        assert words in charts, words
    for words in ("Then and now", "Calf, left", "Waist", "growing", "no change"):
        assert words in numbers, words
    for words in ("Week by week", "Hard sets", "a bar is the mean of 4 weeks", "Strength", "Back squat", "stronger"):
        assert words in training, words
    assert all(one.scale == 1.0 for sheet in sheets for one in sheet.placed)
    assert "Page 4 of 4" in training


def test_no_word_of_a_table_is_broken(years: ProgressReport, written: Written) -> None:
    """A number that does not fit its column would be cut into pieces."""
    lines = [one for sheet in lay_out(progress_document(years), Paper.A4.size) for one in written(sheet)]
    for row in years.body.rows:
        if row.facts.change:
            assert row.facts.change in lines, row.facts.name


def test_it_lies_on_its_side_as_well(years: ProgressReport) -> None:
    sheets = lay_out(progress_document(years), Paper.A4.lying(Orientation.LANDSCAPE))
    assert all(one.scale == 1.0 for sheet in sheets for one in sheet.placed)


def test_nothing_in_the_time_is_one_page_that_says_so(years: ProgressReport, written: Written) -> None:
    bare = replace(years, facts=(), summary=(), body=ProgressBody(), training=ProgressTraining())
    [sheet] = lay_out(progress_document(bare), Paper.A4.size)
    assert "Nothing was measured or logged in this time." in " ".join(written(sheet))


def test_it_is_a_pdf_with_its_words_as_text(years: ProgressReport) -> None:
    data = as_pdf(progress_document(years), Paper.A4)
    assert data.startswith(b"%PDF") and data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") >= 4
    assert b"/Subtype /Image" not in data.replace(b"/Subtype/Image", b"/Subtype /Image"), "charts are lines, not pixels"


def picture(block: TrendChart | WeekBars, theme: PaperTheme, width: int = 360) -> QImage:
    image = QImage(width, round(block.height(width, theme)), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    block.paint(painter, QRectF(image.rect()), theme)
    painter.end()
    return image


def ink(image: QImage, left: float, right: float, top: float, bottom: float) -> int:
    """How dark a part of a picture is; the edges are shares of its size."""
    wide, tall = image.width(), image.height()
    return sum(
        255 - image.pixelColor(x, y).lightness()
        for x in range(int(left * wide), int(right * wide))
        for y in range(int(top * tall), int(bottom * tall))
    )


def test_a_line_ends_beside_its_number_and_the_goal_is_named(calves: ProgressChart, paper_theme: PaperTheme) -> None:
    first, last = (TODAY - timedelta(days=100)).toordinal(), TODAY.toordinal()
    chart = TrendChart(calves, first, last)
    with_goal, without = (
        picture(one, paper_theme) for one in (chart, replace(chart, chart=replace(calves, goal=None)))
    )
    assert with_goal != without
    far = picture(replace(chart, chart=replace(calves, goal=80.0)), paper_theme)
    assert far == without, "a goal far off would press the readings flat: it is left out"


def test_a_chart_of_other_days_shows_other_readings(calves: ProgressChart, paper_theme: PaperTheme) -> None:
    last = TODAY.toordinal()
    whole, half = (picture(TrendChart(calves, last - back, last), paper_theme) for back in (100, 50))
    assert whole != half
    nothing = picture(TrendChart(calves, last - 900, last - 500), paper_theme)
    assert ink(nothing, 0.2, 0.8, 0.3, 0.8) == 0, "no readings, no axes"


def test_right_is_dashed_in_grey_too(calves: ProgressChart, paper_theme: PaperTheme) -> None:
    """The same line as left and as right: the dashed one with diamonds has less of it."""
    left = calves.series[0]
    right = replace(left, measure=left.measure.on(calves.series[1].measure.side))
    first, last = (TODAY - timedelta(days=100)).toordinal(), TODAY.toordinal()
    full, dashed = (
        ink(picture(TrendChart(ProgressChart("Calf", "cm", (one,)), first, last), paper_theme), 0.15, 0.8, 0.25, 0.8)
        for one in (left, right)
    )
    assert full > dashed > 0


def test_bars_are_as_high_as_their_weeks(paper_theme: PaperTheme) -> None:
    """Twice as many sets of the legs, twice as much of the full colour."""

    def legs(sets: float) -> int:
        bars = (WeekBar(TODAY, 40, 0), WeekBar(TODAY + timedelta(days=7), sets, 0))
        image = picture(WeekBars(WeekChart("Hard sets", "sets a week", bars, 1, None, "", "")), paper_theme)
        return sum(
            image.pixelColor(x, y) == paper_theme.colour("legs")
            for x in range(image.width() * 11 // 20, image.width())
            for y in range(image.height() // 4, image.height())
        )

    assert legs(40) == pytest.approx(2 * legs(20), rel=0.06) and legs(0) == 0


def test_charts_part_between_two_rows(calves: ProgressChart, paper_theme: PaperTheme) -> None:
    charts = tuple(TrendChart(calves, 1, 2) for _ in range(5))
    grid = SideBySideCharts(charts)
    width = 500.0
    tall = grid.height(width, paper_theme)
    parts = grid.split(width, paper_theme, tall * 0.7)
    assert parts is not None
    one, other = parts
    assert isinstance(one, SideBySideCharts) and isinstance(other, SideBySideCharts)
    assert (len(one.charts), len(other.charts)) == (4, 1)
    assert grid.split(width, paper_theme, 10) is None
