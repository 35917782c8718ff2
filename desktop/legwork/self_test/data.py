"""The parts of the self-test that need no window: what ships, an old profile, files in and out, copies.

Everything goes through services and the command line, as a person's own does.
"""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile
from pathlib import Path

from legwork.paths import ProfilePaths, resources_dir
from legwork.self_test.telling import need

WORKOUTS = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    '2025-01-06 18:00:00,"Legs",1h,"Squat (Barbell)",1,102.5,8,0,0,"","",8\n'
    '2025-01-06 18:00:00,"Legs",1h,"Squat (Barbell)",2,102.5,7,0,0,"","",9\n'
    '2025-01-06 18:00:00,"Legs",1h,"Kniebeuge über Kopf",1,40,10,0,0,"","",\n'
)
MEASURES = (
    "date,weight_kg,fat_percent,neck_in,left_thigh_in,right_thigh_in,abdomen_in\n"
    '"14 Jan 2025, 00:00",82.1,,15.5,21.5,21.7,33\n"21 Jan 2025, 00:00",82.4,18,15.5,21.6,21.6,33\n'
)


def resources() -> str:
    """Every resource that services read is there and well written."""
    from legwork.services.catalogue import catalogue
    from legwork.services.planner import templates
    from legwork.services.questionnaires import cause_questions, self_checks
    from legwork.services.reference import LINEAR, SEXES, population, raw_lifters

    exercises = len(catalogue().exercises)
    need(exercises >= 120, f"only {exercises} exercises")
    counts = len(templates()), len(cause_questions()), len(self_checks())
    need(all(counts), f"templates, questions, self-checks: {counts}")
    for sex in SEXES:
        population(sex, LINEAR)
        raw_lifters(sex)
    root = resources_dir()
    topics = len(list((root / "help" / "en").glob("*.md")))
    need(topics >= 10, f"only {topics} help topics")
    for name in ("themes/light.ini", "themes/dark.ini"):
        need((root / name).is_file(), f"{name} is missing")
    return f"{exercises} exercises, {counts[0]} plan templates, {counts[1]} questions, {topics} help topics"


def languages() -> str:
    """Each language is there and speaks: the program, its exercises and its help."""
    from legwork import i18n
    from legwork.services.help_topics import topic

    spoken = i18n.language()
    words = "Measure", "Calf raise, lower half"
    helped = set()
    try:
        for one in i18n.LANGUAGES:
            i18n.use_language(resources_dir() / "i18n", [one])
            need(i18n.language() == one, f"{one} is not there")
            for word in words:
                need(one == i18n.ENGLISH or i18n.tr(word) != word, f"{word!r} stays English in {one}")
            found = topic("measuring")
            need(found is not None, "no help on measuring")
            helped.add(found.what if found is not None else "")
    finally:
        i18n.use_language(resources_dir() / "i18n", [spoken])
    need(len(helped) == len(i18n.LANGUAGES), f"help in {len(helped)} languages")
    return ", ".join(i18n.LANGUAGES.values())


def licences() -> str:
    """The licences of all that ships are at hand; a built program has those of its own build."""
    from legwork.services.licences import COLLECTED, components

    parts = components()
    bare = [one.name for one in parts if not one.licence]
    need(not bare, f"no licence is told of: {', '.join(bare)}")
    names = {one.name for one in parts if one.text}
    missing = {"Legwork", "Qt and PySide6", "Python", "SQLAlchemy", "numpy"} - names
    need(not missing, f"no text of a licence for: {', '.join(sorted(missing))}")
    built = getattr(sys, "frozen", False)
    need(not built or (resources_dir() / "licences" / COLLECTED).is_file(), "the build collected none")
    return f"{len(parts)} parts, {len(names)} texts"


def old_profile(folder: Path) -> str:
    """A profile of the first release opens, keeps what it held, and was copied before it was changed."""
    from legwork.services import old_profile as old
    from legwork.services.profile import Profile

    paths = ProfilePaths(folder / "a profile in Žižkov")
    first = old.make_old_profile(paths)
    profile = Profile(paths)
    try:
        lost = old.what_is_lost(profile)
    finally:
        profile.close()
    need(not lost, lost)
    return f"schema {first} brought to {old.newest_revision()}, a copy kept, nothing lost"


def out_and_in(source: ProfilePaths, folder: Path) -> str:
    """All of a profile exported, imported into an empty one, and the same there."""
    from legwork.services.documents import read_document
    from legwork.services.profile import Profile

    file, other = folder / "all of it.json", ProfilePaths(folder / "moved")
    _command(source, "export", str(file))
    _command(other, "import", str(file))
    documents = []
    for paths in (source, other):
        profile = Profile(paths)
        documents.append(read_document(profile))
        profile.close()
    need(documents[0].people == documents[1].people, "what came in is not what went out")
    [person] = documents[1].people
    return (
        f"{file.stat().st_size / 1e6:.1f} MB of JSON; {len(person.check_ins)} check-ins and "
        f"{len(person.workouts)} workouts are the same in the other profile"
    )


def foreign_files(folder: Path) -> str:
    """Files of other programs come in through the command line, and a second time change nothing."""
    paths = ProfilePaths(folder / "foreign")
    said = []
    for name, text in (("workouts.csv", WORKOUTS), ("measurements.csv", MEASURES)):
        file = folder / name
        file.write_text(text, encoding="utf-8")
        said.append(_command(paths, "import", str(file)).splitlines()[0])
    before = _command(paths, "report", "--json")
    for name in ("workouts.csv", "measurements.csv"):
        _command(paths, "import", str(folder / name))
    need(_command(paths, "report", "--json") == before, "the same file a second time changed something")
    return " ".join(said)


def workbook() -> str:
    """A workbook is read, for which a library outside of Python is needed."""
    from legwork.formats.spreadsheet import sheets_of

    namespace = "http://schemas.openxmlformats.org"
    relation = f"{namespace}/officeDocument/2006/relationships"
    related = f'<Relationships xmlns="{namespace}/package/2006/relationships">{{}}</Relationships>'
    main, content = f'xmlns="{namespace}/spreadsheetml/2006/main"', "application/vnd.openxmlformats-officedocument"
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>weight</t></is></c><c r="B1"><v>82.4</v></c></row>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{namespace}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{content}.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/xl/sheet.xml" ContentType="{content}.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": related.format(
            f'<Relationship Id="a" Type="{relation}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{relation}"><sheets>'
        '<sheet name="Weights" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": related.format(
            f'<Relationship Id="b" Type="{relation}/worksheet" Target="sheet.xml"/>'
        ),
        "xl/sheet.xml": f"<worksheet {main}><sheetData>{cells}</sheetData></worksheet>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    sheets = [(one.name, one.text.splitlines()) for one in sheets_of(packed.getvalue())]
    need(sheets == [("Weights", ["weight,82.4"])], f"the workbook was read as {sheets}")
    return "a sheet with a text and a number"


def copies(paths: ProfilePaths) -> str:
    """A copy of the profile is made, proved sound, and put back in the place of a damaged database."""
    from legwork.services import profile as profiles
    from legwork.services.documents import read_document
    from legwork.services.profile import Profile

    profile = Profile(paths)
    before = read_document(profile)
    profile.back_up()
    profile.close()
    paths.database.write_bytes(b"not a database any more")
    newest = profiles.newest_backup(paths)
    need(newest is not None, "there is no sound copy")
    assert newest is not None
    kept = profiles.restore(paths, newest.file).kept
    need(kept is not None and kept.exists(), "the damaged file was not kept")
    profile = Profile(paths)
    after = read_document(profile)
    profile.close()
    need(before == after, "what was put back is not what was copied")
    return f"{newest.file.stat().st_size / 1e6:.1f} MB, put back in the place of a damaged database, which is kept"


def _command(paths: ProfilePaths, *arguments: str) -> str:
    """Run one of the program's own commands; returns what it says. Raises Broken when it is refused."""
    from legwork.cli.arguments import parse
    from legwork.cli.commands import run_command

    said, refused = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(refused):
        code = run_command(parse([*arguments, "--profile-dir", str(paths.root)]))
    need(code == 0, f"{arguments[0]} was refused: {refused.getvalue().strip()}")
    return said.getvalue()
