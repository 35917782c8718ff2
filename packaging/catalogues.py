"""The catalogues of translations: what there is to translate, brought into the .po files, and these made readable.

    python3 packaging/make.py translations

Owns resources/i18n: one folder a language with two files, `program.po` (the texts of desktop/) and `catalogue.po`
(those of resources/catalogue). The program reads the .mo files beside them, which are written when the environment is
made (`pyproject.toml` names this file as a build hook) and by the command above. Help is translated as whole texts in
resources/help. Must not import Legwork.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = {
    "de": "nplurals=2; plural=(n != 1);",
    "es": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "pt": "nplurals=2; plural=(n > 1);",
}
"""Each language with its rule for plurals; the form that some have for whole millions is left out."""
DOMAINS = ("program", "catalogue")

_CALLS = {"tr": 1, "mark": 1, "ntr": 2, "ptr": 2, "pmark": 2}
"""The functions of legwork.i18n, and how many of their first arguments are texts."""
_TEXTS = {"name", "cues", "reason", "why", "limits", "purpose", "advice", "meaning", "text", "steps"}
"""The keys of resources/catalogue under which a person's words stand."""

_HEAD = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")

_EMPTY = 'msgid ""\nmsgstr ""\n"Plural-Forms: {plurals}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'

Found = tuple[str | tuple[str, str], str | None, str]
"""A text (or its two forms), its context and the file that it stands in."""


class UnreadableTextError(Exception):
    """A text that cannot be looked up in a catalogue, as it is put together while the program runs."""


def template(domain: str) -> Catalog:
    """Every text of `domain` in the order of its files. Raises UnreadableTextError."""
    catalogue = Catalog(project="Legwork", charset="utf-8", fuzzy=False)
    for text, context, place in _found(domain):
        catalogue.add(text, locations=[(place, 0)], context=context)
    return catalogue


def read(language: str, domain: str) -> Catalog:
    """A catalogue as it stands in the repository; an empty one where there is none."""
    file = FOLDER / language / f"{domain}.po"
    text = file.read_bytes() if file.exists() else _EMPTY.format(plurals=LANGUAGES[language]).encode("utf-8")
    return read_po(BytesIO(text), locale=language)


def update(language: str) -> int:
    """Bring the texts of the program into a language's catalogues; returns how many wait for a translation."""
    waiting = 0
    for domain in DOMAINS:
        catalogue = read(language, domain)
        catalogue.update(template(domain), update_header_comment=False)
        catalogue.obsolete.clear()
        (FOLDER / language).mkdir(parents=True, exist_ok=True)
        (FOLDER / language / f"{domain}.po").write_bytes(_as_file(catalogue))
        waiting += sum(1 for message in catalogue if message.id and (message.fuzzy or not is_whole(message.string)))
    return waiting


def is_whole(translation: str | tuple[str, ...] | list[str]) -> bool:
    """Whether a translation is there in all its forms."""
    return bool(translation) if isinstance(translation, str) else bool(translation) and all(translation)


def compile_all() -> None:
    """Write the .mo file beside each .po file; what is not finished in it is left out and shown in English."""
    for file in sorted(FOLDER.glob("*/*.po")):
        catalogue = read(file.parent.name, file.stem)
        for message in [one for one in catalogue if one.id and not is_whole(one.string)]:
            catalogue.delete(message.id, message.context)
        with file.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalogue)


def _as_file(catalogue: Catalog) -> bytes:
    """A catalogue as text, without the lines of its head that change by themselves or name nobody."""
    written = BytesIO()
    write_po(written, catalogue, width=120, include_lineno=False, ignore_obsolete=True)
    head, gap, texts = written.getvalue().decode("utf-8").partition("\n\n")
    lines = [one for one in head.splitlines() if one.startswith(("msg", *(f'"{name}:' for name in _HEAD)))]
    return "\n".join([*lines, gap.strip(), texts]).encode("utf-8")


def main() -> int:
    """Update and compile every language, and say what waits."""
    for language in LANGUAGES:
        waiting = update(language)
        print(f"{language}: " + (f"{waiting} texts wait for a translation" if waiting else "complete"))
    compile_all()
    return 0


@cache
def _found(domain: str) -> tuple[Found, ...]:
    """Read once for all languages: it takes seconds."""
    return tuple(_program() if domain == "program" else _catalogue())


def _program() -> Iterator[Found]:
    for file in sorted((ROOT / "desktop").rglob("*.py")):
        place = file.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS:
                for text, context in _said(node, node.func.id, f"{place}:{node.lineno}"):
                    yield text, context, place


def _said(call: ast.Call, function: str, place: str) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    if any(isinstance(one, ast.Starred) for one in call.args):  # what was marked where it was written
        return
    texts = [list(_constants(one, place)) for one in call.args[: _CALLS[function]]]
    if function == "ntr":
        yield from (((one, many), None) for one, many in zip(*texts, strict=True))
    elif function in ("ptr", "pmark"):
        yield from ((text, context) for context, text in product(*texts))
    else:
        yield from ((text, None) for text in texts[0] if text)


def _constants(node: ast.expr, place: str) -> Iterator[str]:
    """The texts that an argument can be; a name is a text that was marked where it was written."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body, place)
        yield from _constants(node.orelse, place)
    elif isinstance(node, ast.JoinedStr | ast.BinOp):
        raise UnreadableTextError(f"{place}: this text is put together while the program runs, so no catalogue has it")


def _catalogue() -> Iterator[Found]:
    for file in sorted((ROOT / "resources" / "catalogue").rglob("*.json")):
        place = file.relative_to(ROOT).as_posix()
        yield from ((text, None, place) for text in _texts(json.loads(file.read_text(encoding="utf-8"))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            said = [one] if isinstance(one, str) else one if isinstance(one, list) else []
            if key in _TEXTS:
                yield from (text for text in said if isinstance(text, str))
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


if __name__ == "__main__":
    sys.exit(main())
