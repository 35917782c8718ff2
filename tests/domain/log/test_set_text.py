"""What is typed for a set: what it means, that everything written is read back, and that errors help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.exercise import ON_BODY, Counting
from legwork.domain.log.set_text import can_pair, format_sets, parse_set
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.plan.cell_grammar import CellError
from legwork.domain.plan.prescription import load_of
from legwork.domain.sites import Kind, Side
from legwork.domain.units import Quantity, UnitSystem, parse
from legwork.numerals import localised
from log_strategies import sets

METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL
SYSTEMS = st.sampled_from(UnitSystem)
COUNTINGS = st.none() | st.sampled_from(Counting)


def _kg(number: float) -> Quantity:
    return load_of(number, "kg")


def _lb(text: str) -> Quantity:
    return parse(f"{text} lb", Kind.MASS, METRIC)


HUNDRED = LoggedSet(reps=8, load=_kg(100))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("100x8", HUNDRED),
        ("100 × 8", HUNDRED),
        ("100*8", HUNDRED),
        ("100x8@2", replace(HUNDRED, rir=2)),
        ("100kg x 8 @8.5 RPE", replace(HUNDRED, rir=1.5)),
        ("100x8 @8", replace(HUNDRED, rir=8)),
        ("100x8@6", replace(HUNDRED, rir=6)),
        ("100x8 @8 rpe", replace(HUNDRED, rir=2)),
        ("100x8 2 rir", replace(HUNDRED, rir=2)),
        ("100x8 rpe9", replace(HUNDRED, rir=1)),
        ("62,5x8", LoggedSet(reps=8, load=Quantity(62.5, "kg", "62,5"))),
        ("135lb x 5", LoggedSet(reps=5, load=_lb("135"))),
        ("135 lbs x5", LoggedSet(reps=5, load=_lb("135"))),
        ("BWx12", LoggedSet(reps=12)),
        ("bw 12", LoggedSet(reps=12)),
        ("body weight x 12", LoggedSet(reps=12)),
        ("+10x8", LoggedSet(reps=8, load=_kg(10))),
        ("BW+10x8", LoggedSet(reps=8, load=_kg(10))),
        ("-20x8", LoggedSet(reps=8, load=_kg(20), assisted=True)),
        ("−20 x 8", LoggedSet(reps=8, load=_kg(20), assisted=True)),
        ("BW-20kgx8", LoggedSet(reps=8, load=_kg(20), assisted=True)),
        ("60s", LoggedSet(seconds=60)),
        ("1:30", LoggedSet(seconds=90)),
        ("2 min", LoggedSet(seconds=120)),
        ("BW 45s", LoggedSet(seconds=45)),
        ("20kg 45s", LoggedSet(seconds=45, load=_kg(20))),
        ("20x45s", LoggedSet(seconds=45, load=_kg(20))),
        ("+10 45s", LoggedSet(seconds=45, load=_kg(10))),
        ("100x8 40s", replace(HUNDRED, seconds=40)),
        ("w 40x8", LoggedSet(LoggedKind.WARM_UP, reps=8, load=_kg(40))),
        ("w40x8", LoggedSet(LoggedKind.WARM_UP, reps=8, load=_kg(40))),
        ("40x8 warm-up", LoggedSet(LoggedKind.WARM_UP, reps=8, load=_kg(40))),
        ("d 60x10", LoggedSet(LoggedKind.DROP, reps=10, load=_kg(60))),
        ("myo 40x20", LoggedSet(LoggedKind.MYO, reps=20, load=_kg(40))),
        ("100x8 f", replace(HUNDRED, kind=LoggedKind.FAILURE)),
        ("100x8f", replace(HUNDRED, kind=LoggedKind.FAILURE)),
        ("100x0", replace(HUNDRED, reps=0)),
        ("L 24x10", LoggedSet(side=Side.LEFT, reps=10, load=_kg(24))),
        ("right: 24x10", LoggedSet(side=Side.RIGHT, reps=10, load=_kg(24))),
        ("100x8; belt; 2nd day", replace(HUNDRED, note="belt; 2nd day")),
        ("  100  x  8  ", HUNDRED),
        ("１００ｘ８", HUNDRED),
    ],
)
def test_what_is_read(text: str, wanted: LoggedSet) -> None:
    assert parse_set(text, METRIC) == (wanted,)


def test_a_pair_of_sides() -> None:
    left, right = parse_set("L 24x10 @1 / R 24x9 f; pad", METRIC)
    assert left == LoggedSet(side=Side.LEFT, reps=10, load=_kg(24), rir=1, note="pad")
    assert right == LoggedSet(LoggedKind.FAILURE, Side.RIGHT, 9, load=_kg(24))
    assert parse_set("R 24x10 / L 9", METRIC)[1] == LoggedSet(side=Side.LEFT, reps=9, load=_kg(24))
    assert [one.kind for one in parse_set("w L 24x10 / R 24x9", METRIC)] == [LoggedKind.WARM_UP] * 2


def test_a_bare_load_is_in_the_persons_unit() -> None:
    assert parse_set("135x5", IMPERIAL)[0].load == _lb("135")


def test_reps_alone_take_the_load_of_the_set_before() -> None:
    assert parse_set("7", METRIC, HUNDRED) == (replace(HUNDRED, reps=7),)
    assert parse_set("x7@1", IMPERIAL, HUNDRED) == (replace(HUNDRED, reps=7, rir=1),)
    helped = LoggedSet(reps=5, load=_kg(20), assisted=True)
    assert parse_set("6", METRIC, helped) == (replace(helped, reps=6),)
    assert parse_set("L 6 / R 5", METRIC, helped)[1].signed_kg == -20
    assert parse_set("12", METRIC, counting=Counting.BODY_PLUS) == (LoggedSet(reps=12),)


def test_several_sets_with_one_load_are_typed_at_once() -> None:
    typed = parse_set("62.5x12 + 11+10; new shoes", METRIC)
    assert [one.reps for one in typed] == [12, 11, 10]
    assert {one.load.value for one in typed if one.load is not None} == {62.5}
    assert [one.note for one in typed] == ["new shoes", "", ""]
    assert [(one.reps, one.load) for one in parse_set("BWx8+7", METRIC)] == [(8, None), (7, None)]
    added = parse_set("+10x8+7", METRIC)
    assert [(one.reps, one.load.value) for one in added if one.load is not None] == [(8, 10.0), (7, 10.0)]
    ghost = parse_set("40x5", METRIC)[0]
    assert [(one.reps, one.load) for one in parse_set("8+7", METRIC, ghost)] == [(8, ghost.load), (7, ghost.load)]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("60x12+", 6), ("60x12++11", 6), ("60x12+11.5", 6), ("60x12+11@2", 6), ("60x12+11f", 6), ("60x8+10x8", 5),
        ("45s+40s", 4), ("w 40x5+5", 7), ("L 24x10+9 / R 24x9", 8), ("60x12+2000", 6),
    ],
)  # fmt: skip
def test_several_sets_at_once_have_nothing_but_reps(text: str, column: int) -> None:
    with pytest.raises(CellError) as refused:
        parse_set(text, METRIC)
    assert refused.value.column == column
    assert "60x12+11+10" in str(refused.value) or "up to 1000 reps" in str(refused.value)


def test_where_help_is_counted_a_bare_number_is_help() -> None:
    wanted = (LoggedSet(reps=8, load=_kg(20), assisted=True),)
    assert parse_set("20x8", METRIC, counting=Counting.BODY_MINUS) == wanted
    assert parse_set("-20x8", METRIC, counting=Counting.BODY_MINUS) == wanted
    assert parse_set("20x8", METRIC, counting=Counting.BODY_PLUS) == (LoggedSet(reps=8, load=_kg(20)),)


@pytest.mark.parametrize(
    ("text", "column", "part"),
    [
        ("", 1, "type what you did"),
        ("100x", 5, "behind the x"),
        ("100x8.5", 5, "whole reps"),
        ("100 8", 5, "a number too many"),
        ("100kg 8", 7, "an x between"),
        ("100kg", 6, "reps behind the load"),
        ("8", 1, "no set before"),
        ("0x8", 1, "a load above zero"),
        ("5000x8", 1, "up to 1\N{NARROW NO-BREAK SPACE}000 kg"),
        ("100x877777", 5, "up to 1000 reps"),
        ("100x8 @12", 7, "an effort of 0 to 9 RIR"),
        ("100x8 @1 @2", 10, "cannot both hold"),
        ("w 100x8 f", 9, "cannot both hold"),
        ("80%x5", 3, "the load that was on it"),
        ("100x8 fast", 7, "not known here"),
        ("L 24x10 / 24x9", 9, "one the right"),
        ("L 24x10 / L 24x9", 9, "one the right"),
        ("L 24x10 / R 24x9 / L 3x3", 18, "two sides"),
        ("L 24x10 / R 24x", 16, "behind the x"),
        ("BW 0s", 4, "1 second"),
        ("1:75", 1, "1 second"),
        ("45s 30s", 5, "one time"),
        ("100x8; " + "n" * 201, 7, "shorter"),
    ],
)
def test_errors_name_the_column_and_what_to_do(text: str, column: int, part: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_set(text, METRIC)
    assert (caught.value.column, part in str(caught.value)) == (column, True), str(caught.value)


def test_signs_have_no_place_where_the_body_does_not_count() -> None:
    for text in ("+10x8", "-20x8", "BW+10x8"):
        with pytest.raises(CellError, match="all that is on it"):
            parse_set(text, METRIC, counting=Counting.TOTAL)
    assert parse_set("BWx8", METRIC, counting=Counting.PER_HAND) == (LoggedSet(reps=8),)
    with pytest.raises(CellError, match="-20x8"):
        parse_set("+10x8", METRIC, counting=Counting.BODY_MINUS)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("100*8@8rpe", "100kg x 8 @2 RIR"),
        ("w 40 x 8", "w 40kg x 8"),
        ("f 100x8", "100kg x 8 f"),
        ("bw12", "BW x 12"),
        ("BW - 20 x 8", "-20kg x 8"),
        ("1:30", "BW 90s"),
        ("L24x10/R24x9", "L 24kg x 10 / R 24kg x 9"),
    ],
)
def test_one_way_of_writing(text: str, written: str) -> None:
    assert format_sets(parse_set(text, METRIC)) == written


def test_own_units_may_be_left_out_and_added_weight_has_its_plus() -> None:
    assert format_sets([HUNDRED], METRIC) == "100 x 8"
    assert format_sets([HUNDRED], IMPERIAL) == "100kg x 8"
    assert format_sets([LoggedSet(reps=8, load=_kg(10))], METRIC, Counting.BODY_PLUS) == "+10 x 8"


def test_a_load_with_more_digits_than_are_typed_is_written_to_two_decimals() -> None:
    odd = LoggedSet(reps=8, load=Quantity(61.23496995, "kg", "61.23496995"))
    assert format_sets([odd]) == "61.23kg x 8"


def _fits(one: LoggedSet, counting: Counting | None) -> LoggedSet:
    """The same set as this exercise can have it."""
    if counting is Counting.BODY_MINUS and one.load is not None:
        return replace(one, assisted=True)
    return one if counting is None or counting in ON_BODY else replace(one, assisted=False)


def _as_shown(found: Sequence[LoggedSet]) -> tuple[LoggedSet, ...]:
    """The same with the decimal sign of this place, which texts for people have."""
    return tuple(
        one if one.load is None else replace(one, load=replace(one.load, entered=localised(one.load.entered)))
        for one in found
    )


@given(sets(), SYSTEMS, COUNTINGS, st.booleans(), st.none() | sets())
def test_what_is_written_is_read_back(
    one: LoggedSet, system: UnitSystem, counting: Counting | None, short: bool, ghost: LoggedSet | None
) -> None:
    one = _fits(one, counting)
    text = format_sets([one], system if short else None, counting)
    assert _as_shown(parse_set(text, system, ghost, counting)) == _as_shown((one,))
    assert format_sets(parse_set(text, system, ghost, counting), system if short else None, counting) == text


@given(sets(st.just(Side.LEFT)), sets(st.just(Side.RIGHT)), SYSTEMS, st.booleans(), st.booleans())
def test_a_pair_that_is_written_is_read_back(
    left: LoggedSet, right: LoggedSet, system: UnitSystem, short: bool, turned: bool
) -> None:
    pair = (right, replace(left, note="")) if turned else (left, replace(right, note=""))
    if not can_pair(*pair):
        with pytest.raises(ValueError):
            format_sets(pair)
        return
    assert _as_shown(parse_set(format_sets(pair, system if short else None), system)) == _as_shown(pair)


@given(st.text(st.sampled_from("0123456789x×*@/;.,+-:kglbBWswdfmLR rpei%min"), max_size=24), SYSTEMS, COUNTINGS)
def test_any_text_is_read_or_refused_with_a_place_in_it(
    text: str, system: UnitSystem, counting: Counting | None
) -> None:
    try:
        found = parse_set(text, system, counting=counting)
    except CellError as error:
        assert 1 <= error.column <= len(text) + 1
        return
    assert len(found) in (1, 2)
    assert _as_shown(parse_set(format_sets(found, counting=counting), system, counting=counting)) == _as_shown(found)
