"""Printing in the self-test: every document of a plan becomes a PDF with pages, and with words that can be found."""

from __future__ import annotations

import re
import zlib
from datetime import date
from pathlib import Path

from legwork.qt.printing.output import write_pdf
from legwork.qt.printing.paper import Paper
from legwork.qt.printing.plan_documents import plan_documents
from legwork.self_test.telling import need
from legwork.services.last_times import last_times_of
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.plan_lookup import lookup_of
from legwork.services.plan_paper import PlanPaper
from legwork.services.plans import plan_of, plans_of
from legwork.services.profile import Profile


def print_plan(profile: Profile, person: Person, folder: Path) -> str:
    """All that can be printed of the person's newest plan, as files in `folder`."""
    today, exercises = date.today(), catalogue_of(profile, person.id)
    [info, *_] = plans_of(profile, person.id)
    stored = plan_of(profile, info.id)
    assert stored is not None
    paper = PlanPaper(
        stored.plan,
        person,
        exercises,
        lookup_of(profile, person, today, exercises),
        today,
        info.starts_on,
        last_times_of(profile, person.id, exercises, today),
    )
    pages = words = size = 0
    for variant in plan_documents(paper):
        span = variant.span
        document = variant.build(span.first if span else 0, span.last if span else 0)
        file = write_pdf(folder / f"{variant.key}.pdf", document, Paper.A4, variant.orientation)
        data = file.read_bytes()
        texts = texts_of(data)
        need(texts, f"{variant.key}: no pages")
        for number, text in enumerate(texts, 1):
            need(person.name.split()[0] in text, f"{variant.key}: page {number} does not name the person: {text[:80]}")
        pages, words, size = pages + len(texts), words + sum(len(text.split()) for text in texts), size + len(data)
    return f"{pages} pages with {words} words in {size / 1e3:.0f} kB of PDF"


def texts_of(data: bytes) -> list[str]:
    """What can be read on each page of a PDF that Qt wrote, its lines one after the other. Raises ValueError."""
    objects = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\s(.*?)\sendobj", data, re.DOTALL)}
    maps = {
        number: _letters(_stream(objects[int(found[1])]))
        for number, body in objects.items()
        if (found := re.search(rb"/ToUnicode (\d+) 0 R", body))
    }
    fonts = {name: maps[int(at)] for name, at in re.findall(rb"/(F\d+) (\d+) 0 R", data) if int(at) in maps}
    pages = [body for body in objects.values() if re.search(rb"/Type /Page\b(?!s)", body)]
    return [_words(_stream(objects[_contents_of(page)]), fonts) for page in pages]


def _contents_of(page: bytes) -> int:
    found = re.search(rb"/Contents (\d+) 0 R", page)
    if found is None:
        raise ValueError("a page without contents")
    return int(found[1])


def _stream(body: bytes) -> bytes:
    found = re.search(rb"stream\r?\n(.*?)\nendstream", body, re.DOTALL)
    if found is None:
        raise ValueError("an object without a stream")
    return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]


def _letters(table: bytes) -> dict[int, str]:
    """Which letters the numbers of a font's glyphs mean, from its ToUnicode table."""
    found: dict[int, str] = {}
    for first, last, rest in re.findall(rb"<(\w+)> <(\w+)> (\[[^\]]*\]|<\w+>)", table):
        texts = [bytes.fromhex(one.decode()).decode("utf-16-be") for one in re.findall(rb"<(\w+)>", rest)]
        start = int(first, 16)
        for number in range(start, int(last, 16) + 1):
            if rest.startswith(b"["):
                found[number] = texts[number - start] if number - start < len(texts) else ""
            else:
                found[number] = chr(ord(texts[0]) + number - start)
    return found


def _words(content: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    words, letters = [], dict[int, str]()
    for font, glyphs in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>\s*T[jJ]", content):
        if font:
            letters = fonts.get(font, {})
        else:
            text = glyphs.decode()
            words.append("".join(letters.get(int(text[at : at + 4], 16), "") for at in range(0, len(text), 4)))
    return " ".join("".join(words).split())  # Qt sets each letter by itself; the blank's glyph may be named a tab
