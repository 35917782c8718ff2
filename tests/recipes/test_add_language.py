"""The recipe for a language: done in a copy, its catalogues are made and whole, and the window speaks it at once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from recipe_steps import carry_out, copied, python, recipe, tried

DOMAINS = ("program", "catalogue")
SAID = {"Settings": "Impostazioni", "Measure": "Misure", "Language": "Lingua"}
"""What the translator of this test knows; every other text stays as it is, which is a translation, too."""

TRANSLATOR = f"""
import shutil
import sys

sys.path.insert(0, "packaging")
import catalogues
from babel.messages.pofile import write_po

others = [one for one in catalogues.FOLDER.iterdir() if one.is_dir()]
for folder in others:
    shutil.rmtree(folder)  # they cost time and are no matter of this language
assert catalogues.update("it") > 2000, "all texts wait for a translator"
for domain in catalogues.DOMAINS:
    catalogue = catalogues.read("it", domain)
    for one in catalogue:
        if one.id:
            one.string = {SAID!r}.get(one.id, one.id)
    file = catalogues.FOLDER / "it" / (domain + ".po")
    assert file.exists(), file
    with file.open("wb") as stream:
        write_po(stream, catalogue)
catalogues.compile_all()
"""


def test_a_new_language_is_spoken_like_the_others(tmp_path: Path) -> None:
    tree = copied(tmp_path)
    carry_out("Add a language", tree)
    assert re.search(r"`python3 packaging/make.py translations` makes", recipe("Add a language").steps)
    python(tree, "-c", TRANSLATOR)
    shutil.copytree(tree / "resources/help/en", tree / "resources/help/it")
    topic = tree / "resources/help/it/29-settings.md"
    topic.write_text(topic.read_text("utf-8").replace("# Settings", "# Impostazioni", 1), encoding="utf-8")
    tried(
        tree,
        "tests/recipes/after_language.py",
        "tests/test_translations.py::test_the_languages_of_the_program_are_those_of_the_catalogues",
        *(f"tests/test_translations.py::test_every_text_is_translated[it-{domain}]" for domain in DOMAINS),
        "tests/test_translations.py::test_every_topic_of_the_help_is_translated[it]",
    )
