"""Makes a case folder that explains itself."""

from pathlib import Path

from tasjil.errors import CaseError

CASE_TOML = """\
# What this case counts, and by which rules. All of it is published with the count.

[case]
id = "{id}"
name = "{id}"
# name_ar = ""
# about = "One or two sentences on what this case is."

[scope]
# killed, bodies found, injured, missing, abducted, detained, tortured,
# sexual violence, displaced
acts = ["killed"]
# The period, an EDTF interval; leave it out for no limit.
# edtf = "2025-03-06/2025-03-31"
# Ids of places.csv; harm inside any of them counts. Leave it out for everywhere.
# where = []
victims = "everyone"
standard = "reasonable grounds to believe"

[codebook]
version = "1"
# Where sources disagree: range, prefer a source, unknown, pending, ask the source
disagreement = "range"

[codebook.vague]
# The fewest people a vague word stands for; always open upwards.
dozens = 12
hundreds = 100
"""
ONLY_YOU = 0o700
"""For a case folder that is made here; one that is there keeps its mode."""

SOURCES_CSV = "id,name,name_ar,kind,language,relays,variants,url,note\n"
PLACES_CSV = "id,name,name_ar,level,parent,lat,lon,geonames,variants,note\n"


def new_case(folder: Path) -> list[Path]:
    """Make what is missing of a case folder; return what was made."""
    if folder.exists() and not folder.is_dir():
        raise CaseError(f"expected a folder or nothing at {folder}, found a file")
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=ONLY_YOU)
    (folder / "reports").mkdir(exist_ok=True)
    made = []
    for name, text in (
        ("case.toml", CASE_TOML.format(id=folder.resolve().name)),
        ("sources.csv", SOURCES_CSV),
        ("places.csv", PLACES_CSV),
    ):
        path = folder / name
        if not path.exists():
            path.write_text(text, encoding="utf-8")
            made.append(path)
    return made
