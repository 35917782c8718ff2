"""Every language is complete: each text of the program and of the help is translated and keeps what stands in it."""

from __future__ import annotations

import sys
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo

from legwork import i18n
from legwork.domain.days import full_day
from legwork.i18n import ENGLISH, LANGUAGES

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "packaging"))
import catalogues  # noqa: E402
import translation_faults  # noqa: E402

HELP = ROOT / "resources" / "help"
TO_DO = "\nRun `python3 packaging/make.py translations`, then translate what is empty in resources/i18n/{}/{}.po."


def test_the_languages_of_the_program_are_those_of_the_catalogues() -> None:
    assert {ENGLISH, *catalogues.LANGUAGES} == set(LANGUAGES)


@pytest.mark.parametrize("domain", catalogues.DOMAINS)
@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_text_is_translated(language: str, domain: str) -> None:
    found = translation_faults.in_catalogue(catalogues.read(language, domain), catalogues.template(domain))
    assert not found, (
        f"{len(found)} of {domain} in {language}:\n" + "\n".join(found[:20]) + TO_DO.format(language, domain)
    )


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_topic_of_the_help_is_translated(language: str) -> None:
    found = []
    for file in sorted((HELP / ENGLISH).glob("*.md")):
        said = HELP / language / file.name
        if not said.is_file():
            found.append(f"{file.name}: not there")
            continue
        lost = translation_faults.in_help(file.read_text(encoding="utf-8"), said.read_text(encoding="utf-8"))
        found += [f"{file.name}: {one}" for one in lost]
    more = {one.name for one in (HELP / language).glob("*")} - {one.name for one in (HELP / ENGLISH).glob("*")}
    found += [f"{one}: no topic of the help" for one in sorted(more)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("language", "page", "first_of_march", "change"),
    [
        ("de", "Messen", "1. März 2026", "Wade: 3"),
        ("es", "Medir", "1 mar 2026", "Pantorrilla: 3"),
        ("fr", "Mesurer", "1er mars 2026", "Mollet\N{NO-BREAK SPACE}: 3"),
        ("pt", "Medir", "1º de mar. de 2026", "Panturrilha: 3"),
    ],
)
def test_it_reads_as_it_is_written_there(
    tmp_path: Path, language: str, page: str, first_of_march: str, change: str
) -> None:
    (tmp_path / language).mkdir()
    for domain in catalogues.DOMAINS:
        with (tmp_path / language / f"{domain}.mo").open("wb") as stream:
            write_mo(stream, catalogues.read(language, domain))
    i18n.use_language(tmp_path, [language])
    try:
        assert i18n.tr("Measure") == page
        assert full_day(date(2026, 3, 1)) == first_of_march
        assert i18n.titled(i18n.tr("Calf"), "3") == change
    finally:
        i18n.use_catalogue(NullTranslations(), ENGLISH)


@pytest.mark.parametrize(
    ("text", "said", "fault"),
    [
        ("Redo {what}", "Wiederholen", "in braces"),
        ("<b>Redo</b>", "Wiederholen", "tags"),
        ("Export…", "Exportieren", "…"),
        ("&File", "Datei", "&"),
        ("Done.", "Fertig", "does not end"),
        ("Undo ", "Rückgängig", "space"),
        ("Undo", "", "not translated"),
        (("{count} set", "{count} sets"), ("ein Satz", ""), "not translated"),
        (("{count} set of {name}", "{count} sets of {name}"), ("ein Satz", "{count} Sätze"), "in braces"),
    ],
)
def test_what_a_translation_may_lose(text: str | tuple[str, str], said: str | tuple[str, str], fault: str) -> None:
    assert any(fault in one for one in translation_faults.in_message(Message(text, said)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Redo {what}", "{what} wiederholen"),
        ("&File", "&Datei"),
        ("Bread & butter", "Brot und Butter"),
        (("{count} set", "{count} sets"), ("ein Satz", "{count} Sätze")),
    ],
)
def test_what_it_may_change(text: str | tuple[str, str], said: str | tuple[str, str]) -> None:
    assert translation_faults.in_message(Message(text, said)) == []


def test_help_may_lose_no_heading_and_no_link() -> None:
    whole = "# Plan\n\nSee [it](page:plan).\n\n## Deload {#deload}\n\n{sites legs}\n"
    assert translation_faults.in_help(whole, whole.replace("Deload", "Entlastung").replace("See", "Sieh")) == []
    for lost in ("## Deload {#deload}", "(page:plan)", "{sites legs}"):
        assert translation_faults.in_help(whole, whole.replace(lost, "")), lost
