"""The topics of the help: read from resources/help, a folder of texts for each language, English where one is missing.

Owns how such a text is written (see `Topic`) and what stands in it by itself, the places of the tape. How it is laid
out and drawn is for the page. A new topic joins by lying in the folder `en`: its number says where it stands, the first
digit in which group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from legwork.domain.sites import BUILT_IN, Kind, Region, Site
from legwork.i18n import ENGLISH, language, mark, tr
from legwork.paths import resources_dir

GROUPS = {
    "1": mark("First steps"),
    "2": mark("Page by page"),
    "3": mark("Behind the numbers"),
    "4": mark("Paper and data"),
    "5": mark("To look up"),
}
"""By the first digit of a topic's number; marked for translation."""

HELP, PAGE, COMMAND, PICTURE = "help:", "page:", "command:", "picture:"
"""What a link or a picture of a text begins with: another topic, a page, an entry of the menus, a drawing of ours."""

SITE_PICTURE = "site-"
"""What the name of a drawing begins with that shows where the tape goes; then follows the key of the site."""

_HEADING = re.compile(r"(#{1,3}) +(.*?)(?: *\{#([a-z0-9-]+)\})?")
_SITES = re.compile(r"\{sites ([a-z]+)\}")

_PICTURED = re.compile(r"!\[[^\]]*\]\(picture:([a-z-]+)\)")

_PLACES = {
    "legs": lambda site: site.kind is Kind.GIRTH and site.region is Region.LOWER,
    "upper": lambda site: site.kind is Kind.GIRTH and site.region is Region.UPPER,
    "trunk": lambda site: site.kind is Kind.GIRTH and site.region is Region.TRUNK,
    "heights": lambda site: site.kind is Kind.LENGTH,
    "skinfolds": lambda site: site.kind is Kind.SKINFOLD,
    "whole": lambda site: site.kind in (Kind.MASS, Kind.PERCENT),
}
"""Which sites stand where a text says {sites legs}."""


@dataclass(frozen=True)
class Section:
    """A heading with the text below it, up to the next.

    level: 1 for the topic's own title. anchor: how links name it, empty for most. text: Markdown. picture: the name of
    a drawing that stands beside the text; other drawings stand in it.
    """

    title: str
    level: int
    anchor: str
    text: str
    picture: str = ""


@dataclass(frozen=True)
class Topic:
    """One text of the help.

    It is Markdown with headings of three levels, the first line being its title. `## Title {#anchor}` can be linked
    to. The paragraph below the title says in a few sentences what this is. A link is [words](help:topic),
    [words](help:topic#anchor), [words](page:name) or [words](command:name) of an entry of the menus, a drawing
    ![what it shows](picture:name), and a line {sites legs}
    stands for the sites of the legs.
    """

    name: str
    number: int
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """Its first heading."""
        return self.sections[0].title

    @property
    def group(self) -> str:
        """The translated heading that it stands below."""
        return tr(GROUPS[str(self.number)[0]])

    @property
    def what(self) -> str:
        """Its first paragraph as plain text: what this is."""
        return plain(self.sections[0].text.split("\n\n")[0])

    def place(self, anchor: str) -> int:
        """The number of the section that an anchor names; 0, the beginning, for an unknown one."""
        return next((at for at, one in enumerate(self.sections) if anchor and one.anchor == anchor), 0)


def topics() -> tuple[Topic, ...]:
    """All topics in the language that is spoken, in their order."""
    return tuple(_read(file) for file in sorted(_folder(ENGLISH).glob("*.md")))


def topic(name: str) -> Topic | None:
    """The topic of that name; None if there is none."""
    files = _folder(ENGLISH).glob(f"*-{name}.md")
    return next((_read(file) for file in sorted(files) if _name(file) == name), None)


def pictures_in(topic: Topic) -> list[str]:
    """The names of the drawings of a topic, in their order."""
    return [
        name
        for one in topic.sections
        for name in (*([one.picture] if one.picture else []), *_PICTURED.findall(one.text))
    ]


def plain(text: str) -> str:
    """A piece of Markdown as it is read, on one line."""
    lines = [line for line in text.splitlines() if not re.fullmatch(r"\|[-| :]+\|", line.strip())]
    flat = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", "\n".join(lines))
    flat = re.sub(r"(?m)^(?:- |\d+\. )", "", flat).replace("**", "").replace("`", "")
    flat = re.sub(r"(?<!\w)\*(?=\S)(.+?)(?<=\S)\*(?!\w)", r"\1", flat)
    return " ".join(re.sub(r"\s*\|\s*", " ", flat).split())


def _folder(spoken: str) -> Path:
    return resources_dir() / "help" / spoken


def _name(file: Path) -> str:
    return file.stem.partition("-")[2]


def _read(file: Path) -> Topic:
    spoken = _folder(language()) / file.name
    text = (spoken if spoken.is_file() else file).read_text(encoding="utf-8")
    return Topic(_name(file), int(file.stem.partition("-")[0]), tuple(_sections(text)))


def _sections(text: str) -> list[Section]:
    made: list[Section] = []
    for line in text.splitlines():
        heading, sites = _HEADING.fullmatch(line), _SITES.fullmatch(line)
        if heading is not None:
            made.append(Section(heading[2], len(heading[1]), heading[3] or "", ""))
        elif sites is not None:
            made.extend(_of_site(site) for site in BUILT_IN if _PLACES[sites[1]](site))
        elif made:
            last = made[-1]
            made[-1] = Section(last.title, last.level, last.anchor, f"{last.text}{line}\n", last.picture)
    return [Section(one.title, one.level, one.anchor, one.text.strip(), one.picture) for one in made]


def _of_site(site: Site) -> Section:
    text = f"{tr(site.where)}\n\n{tr(site.how)}"
    return Section(tr(site.name), 3, f"site-{site.key.replace('_', '-')}", text, SITE_PICTURE + site.key)
