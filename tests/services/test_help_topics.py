"""The texts of the help: whole, linked to what is there, searched by any word, in English where one is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from legwork import i18n
from legwork.domain.sites import BUILT_IN
from legwork.qt.page_list import PAGES
from legwork.services import help_topics
from legwork.services.help_search import search
from legwork.services.help_topics import COMMAND, GROUPS, HELP, PAGE, Topic, plain, topic, topics

ALL = topics()
NAMES = [one.name for one in ALL]


def texts_of(one: Topic) -> str:
    return "\n".join(section.text for section in one.sections)


@pytest.mark.parametrize("one", ALL, ids=NAMES)
def test_a_topic_begins_with_its_title_and_what_it_is(one: Topic) -> None:
    assert one.sections[0].level == 1 and one.title
    assert [section.level for section in one.sections].count(1) == 1
    assert 60 < len(one.what) < 420, "one paragraph of a few sentences"
    assert not re.search(r"[*`\[\]|{}]", one.what), "what it is, is shown as plain text"
    assert str(one.number)[0] in GROUPS


def test_names_and_places_are_had_once() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert len({one.number for one in ALL}) == len(NAMES)
    for one in ALL:
        anchors = [section.anchor for section in one.sections if section.anchor]
        assert len(set(anchors)) == len(anchors), one.name


@pytest.mark.parametrize("one", ALL, ids=NAMES)
def test_every_link_leads_somewhere(one: Topic) -> None:
    pages = {page.name for page in PAGES}
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", texts_of(one)):
        if target.startswith(PAGE):
            assert target.removeprefix(PAGE) in pages, target
            continue
        if target.startswith(COMMAND):
            assert target.removeprefix(COMMAND) in ("keys", "search"), "tests/qt/dialogs/test_shortcuts.py follows it"
            continue
        assert target.startswith(HELP), f"{target}: Legwork never opens a network"
        name, _, anchor = target.removeprefix(HELP).partition("#")
        told = topic(name)
        assert told is not None, target
        assert not anchor or told.place(anchor) > 0, target


def test_every_page_has_a_topic_that_says_what_it_is() -> None:
    for page in PAGES:
        told = topic(page.help)
        assert told is not None and told.what, page.name
    assert len({page.help for page in PAGES}) == len(PAGES)


def test_how_to_measure_tells_of_every_site() -> None:
    told = topic("sites")
    assert told is not None
    sections = {section.picture.removeprefix("site-"): section for section in told.sections if section.picture}
    assert set(sections) == {site.key for site in BUILT_IN}
    calf = sections["calf"]
    assert calf.title == "Calf" and calf.text.startswith("At its largest") and "heel on the floor" in calf.text
    assert told.sections[told.place("site-upper-thigh")].title == "Upper thigh"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("sources", ("ANSUR", "Kristiansen 2014", "Pelland 2024", "Bickel 2011", "Morton 2018", "convention")),
        ("planner", ("Kubo 2019", "Leg days lie with a day between", "Minutes decide who goes first")),
        ("printing", ("Ctrl+P", "A4 or Letter", "Save as PDF")),
        ("new-computer", ("Take a copy elsewhere", "Restore a copy", "must not be older")),
    ],
)
def test_what_was_asked_for_is_told(name: str, words: tuple[str, ...]) -> None:
    told = topic(name)
    assert told is not None
    text = plain(texts_of(told))
    for word in words:
        assert word in text


def test_there_is_no_topic_of_an_unknown_name() -> None:
    assert topic("nothing") is None and topic("") is None


def test_markdown_is_read_as_plain_text() -> None:
    text = "**Bold** and *soft*, `3x8` of [a link](help:plan)\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 2 * 3 | 4_5 |"
    assert plain(text) == "Bold and soft, 3x8 of a link one two a b 2 * 3 4_5"


def test_a_search_finds_the_beginning_of_any_word_in_any_order() -> None:
    assert [one.topic for one in search(ALL, "gluteal")][:1] == ["sites"]
    both = search(ALL, "stick copy")
    assert both and {"new-computer", "data"} <= {one.topic for one in both}
    assert search(ALL, "copy stick") == both
    places = [(one.topic, one.section) for one in both]
    assert {(one.topic, one.section) for one in search(ALL, "STÏCK cop")} >= set(places)


def test_a_heading_that_says_it_comes_first() -> None:
    found = search(ALL, "limb lengths")
    assert (found[0].topic, found[0].heading) == ("measuring", "Limb lengths")
    assert search(ALL, "reminders")[0].topic == "reminders"


def test_what_was_found_is_shown_with_its_words_marked() -> None:
    found = next(one for one in search(ALL, "hodgdon navy") if one.topic == "measuring")
    assert found.heading == "Body fat by tape"
    assert {found.excerpt[start : start + length] for start, length in found.marked} == {"Hodgdon", "Navy"}


def test_accents_and_case_do_not_matter_for_marks() -> None:
    made = Topic("x", 11, (help_topics.Section("Über", 1, "", "Der große Übergang"),))
    [found] = search([made], "ubergang gros")
    assert [found.excerpt[start : start + length] for start, length in found.marked] == ["groß", "Übergang"]


@pytest.mark.parametrize("typed", ["", "   ", "…!?", "zzzz", "calf zzzz"])
def test_nothing_is_found_by_nothing_and_by_what_is_not_there(typed: str) -> None:
    assert search(ALL, typed) == []


def test_another_language_has_its_own_texts_and_english_where_one_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, name, text in (
        ("en", "11-first.md", "# First\n\nWhat it is.\n"),
        ("en", "21-second.md", "# Second\n\nWhat it is.\n"),
        ("de", "11-first.md", "# Erstes\n\nWas es ist.\n"),
    ):
        (tmp_path / "help" / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / "help" / folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(help_topics, "resources_dir", lambda: tmp_path)
    monkeypatch.setattr(i18n, "_language", "de")
    assert [one.title for one in topics()] == ["Erstes", "Second"]
    told = topic("first")
    assert told is not None and told.what == "Was es ist."


def test_texts_of_other_languages_stand_for_english_ones() -> None:
    """A file under another name would never be shown."""
    folder = help_topics.resources_dir() / "help"
    english = {file.name for file in (folder / "en").iterdir()}
    for other in folder.iterdir():
        assert other.name in i18n.LANGUAGES
        assert {file.name for file in other.iterdir()} <= english, other.name


@pytest.mark.parametrize("spoken", i18n.LANGUAGES)
def test_no_sentence_ends_with_four_dots(spoken: str) -> None:
    """As one that ends with the name of a button would, which opens something."""
    for file in sorted((help_topics.resources_dir() / "help" / spoken).iterdir()):
        assert not re.search(r"…[*”“»\"]*\.", file.read_text(encoding="utf-8")), file.name
