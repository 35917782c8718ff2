"""What a terminal says of its language and place, and the order of weekdays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from legwork import place


@pytest.fixture(autouse=True)
def from_monday() -> Iterator[None]:
    yield
    place.use_first_weekday(0)


@pytest.mark.parametrize(
    ("environment", "languages", "spoken", "sign"),
    [
        ({"LANG": "de_DE.UTF-8"}, ["de"], "de", ","),
        ({"LANG": "de_CH.UTF-8"}, ["de"], "de", "."),
        ({"LANG": "de_CH.UTF-8"}, ["de"], "en", "."),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, ["fr"], "fr", "."),
        ({"LANG": "es_MX.UTF-8"}, ["es"], "es", "."),
        ({"LANG": "pt_BR"}, ["pt"], "pt", ","),
        ({"LANG": "sv_SE.UTF-8"}, ["sv"], "en", ","),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:fr"}, ["de", "fr"], "de", "."),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "nl:fr"}, ["nl", "fr"], "fr", ","),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, [], "en", "."),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, [], "en", "."),
        ({}, [], "en", "."),
    ],
)
def test_a_terminal_names_its_languages_and_its_sign(
    environment: dict[str, str], languages: list[str], spoken: str, sign: str
) -> None:
    assert place.asked_languages(environment) == languages
    assert place.asked_sign(environment, spoken) == sign


def test_the_weekdays_begin_with_that_of_the_place() -> None:
    assert place.weekdays() == (0, 1, 2, 3, 4, 5, 6)
    place.use_first_weekday(6)
    assert place.weekdays() == (6, 0, 1, 2, 3, 4, 5)
    with pytest.raises(ValueError, match="7"):
        place.use_first_weekday(7)
