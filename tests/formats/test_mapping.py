"""What a person said of a table, kept as a text and known again by the names of the columns."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legwork.domain.food.amounts import Nutrient
from legwork.domain.sites import BUILT_IN, Side
from legwork.formats.dates import DateOrder
from legwork.formats.mapping import (
    DELIMITERS,
    LEFT_OUT,
    MANY,
    ROLES,
    ColumnUse,
    Purpose,
    Role,
    TableMapping,
    as_text,
    from_text,
    header_key,
    units_of,
)


@st.composite
def uses(draw: st.DrawFn, role: Role) -> ColumnUse:
    use = ColumnUse(role, label=draw(st.text(max_size=20)))
    if role is Role.NUTRIENT:
        use = ColumnUse(role, draw(st.sampled_from([*Nutrient])).value)
    elif role is Role.MEASURE and draw(st.booleans()):
        use = ColumnUse(role, draw(st.sampled_from(BUILT_IN)).key, draw(st.sampled_from([*Side])))
    elif role is Role.MEASURE:
        use = ColumnUse(role, label="Upper belly")
    return ColumnUse(use.role, use.what, use.side, draw(st.sampled_from(["", *units_of(use)])), use.label)


@st.composite
def mappings(draw: st.DrawFn) -> TableMapping:
    purpose = draw(st.sampled_from([*Purpose]))
    single = draw(st.permutations([role for role in ROLES[purpose] if role not in MANY]))
    many = [role for role in ROLES[purpose] if role in MANY]
    roles = single[: draw(st.integers(0, len(single)))] + draw(
        st.lists(st.sampled_from(many or [Role.NOTHING]), max_size=5)
    )
    columns = [draw(st.one_of(st.just(LEFT_OUT), uses(role))) for role in roles]
    return TableMapping(
        purpose,
        tuple(columns),
        draw(st.integers(0, 50)),
        draw(st.sampled_from(["", *DELIMITERS])),
        draw(st.sampled_from([None, *DateOrder])),
        draw(st.sampled_from(["", ".", ","])),
        draw(st.booleans()),
    )


@given(mappings())
@example(TableMapping(Purpose.DAYS, (ColumnUse(Role.MEASURE, label="none"), ColumnUse(Role.DAY, label="nothing"))))
def test_what_was_said_is_read_again_as_it_was(mapping: TableMapping) -> None:
    assert from_text(as_text(mapping)) == mapping


@given(st.text(max_size=200))
def test_a_text_from_elsewhere_is_no_mapping_and_no_error(text: str) -> None:
    assert from_text(text) is None


DAY = {"role": "day"}
PLAIN = {"row": "days", "columns": [DAY], "header": 1, "delimiter": ",", "order": "", "decimal": "", "fill": False}


@pytest.mark.parametrize(
    "odd",
    [
        {"row": "weeks"},
        {"columns": [DAY, DAY]},
        {"columns": [{"role": "exercise"}]},
        {"columns": [{"role": "measure", "what": "tail"}]},
        {"columns": [{"role": "measure"}]},
        {"columns": [{"role": "measure", "what": "calf", "unit": "kg"}]},
        {"columns": [{"role": "nutrient", "what": "calf"}]},
        {"columns": [{"role": "day", "label": "x" * 81}]},
        {"columns": [5]},
        {"columns": 5},
        {"header": -1},
        {"header": 51},
        {"header": "x"},
        {"delimiter": "ab"},
        {"decimal": "'"},
        {"order": "year first"},
    ],
)
def test_a_mapping_that_makes_no_sense_is_none(odd: dict[str, object]) -> None:
    assert from_text(json.dumps(PLAIN)) is not None
    assert from_text(json.dumps(PLAIN | odd)) is None


def test_a_table_is_known_by_the_names_of_its_columns() -> None:
    assert header_key(["Date", "Left  Calf"]) == header_key(["date", "LEFT CALF", "", ""])
    assert header_key(["Date", "Left Calf"]) != header_key(["Date", "Right Calf"])
    assert header_key(["Date", "Left", "Calf"]) != header_key(["Date", "Left Calf"])


def test_what_is_still_to_be_said() -> None:
    day = ColumnUse(Role.DAY)
    assert TableMapping(Purpose.DAYS, (day,)).missing == ((Role.MEASURE, Role.NUTRIENT),)
    assert TableMapping(Purpose.DAYS, (day, ColumnUse(Role.NUTRIENT, "energy"))).missing == ()
    sets = (day, ColumnUse(Role.EXERCISE), ColumnUse(Role.SECONDS))
    assert TableMapping(Purpose.SETS, sets).missing == ()
    assert TableMapping(Purpose.SETS, sets[:2]).missing == ((Role.REPS, Role.SECONDS, Role.DISTANCE),)
