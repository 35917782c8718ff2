"""How near to failure a set was, as files say it."""

from __future__ import annotations

import pytest

from legwork.formats.efforts import reps_left


@pytest.mark.parametrize(
    ("rpe", "rir", "left"),
    [
        ("8", "", 2), ("8.5", "", 1.5), ("8,5", "", 1.5), ("RPE 9", "", 1), ("@7", "", 3), ("7-8", "", 2.5),
        ("10", "", 0), ("0", "", None), ("", "2", 2), ("", "0", 0), ("", "1,5", 1.5), ("", "2+", 2),
        ("", "2 RIR", 2), ("", "RIR: 3", 3), ("", "2-3", 2.5), ("", "1 – 2 RIR", 1.5), ("", "9", 9),
        ("8", "4", 2), ("0", "3", 3), ("", "", None),
    ],
)  # fmt: skip
def test_reps_left(rpe: str, rir: str, left: float | None) -> None:
    told: list[tuple[str, str]] = []
    assert (reps_left(rpe, rir, told), told) == (left, [])


@pytest.mark.parametrize(
    ("rpe", "rir", "text", "reason"),
    [
        ("11", "", "RPE 11", "This is not an RPE: it goes from 1 to 10."),
        ("-8", "", "RPE -8", "This is not an RPE: it goes from 1 to 10."),
        ("hard", "", "RPE hard", "This is not an RPE: it goes from 1 to 10."),
        ("", "10", "RIR 10", "These are not reps in reserve: they go from 0 to 9."),
        ("", "some", "RIR some", "These are not reps in reserve: they go from 0 to 9."),
    ],
)
def test_what_is_neither_is_told(rpe: str, rir: str, text: str, reason: str) -> None:
    told: list[tuple[str, str]] = []
    assert reps_left(rpe, rir, told) is None
    assert told == [(text, reason)]
