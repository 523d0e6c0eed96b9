"""A small case in the invented country of Lumenia, written into a folder."""

from pathlib import Path

CASE = """\
[case]
id = "varesh"
name = "Varesh, May 2031"
[scope]
acts = ["killed", "injured"]
edtf = "2031-05-01/2031-05-31"
where = ["lumenia"]
"""
SOURCES = """\
id,name,name_ar,kind,language,relays,variants,url,note
herald,Varesh Herald,,media,en,lmg,,,
lmg,Lumenia Monitoring Group,,monitor,en,,LMG,,
"""
PLACES = """\
id,name,name_ar,level,parent,lat,lon,geonames,variants,note
lumenia,Lumenia,,country,,,,,,
northmark,Northmark,,governorate,lumenia,,,,,
varesh,Varesh,,town,northmark,51.5,12.5,,,
ostrel,Ostrel,,village,northmark,,,,,
"""
REPORTS = {
    "herald.txt": (
        "Publisher: Varesh Herald\nDate: 2031-05-04\n\n"
        "Four farmers were shot dead by soldiers in Ostrel on Saturday, the Lumenia "
        "Monitoring Group said. Two women were wounded.\n"
    ),
    "tally.txt": (
        "Publisher: Varesh Herald\nDate: 2031-05-20\n\n"
        "The Lumenia Monitoring Group said that more than 300 civilians had been "
        "killed in Northmark since 1 May.\n"
    ),
}


def lumenia(folder: Path, reports: dict[str, str] | None = None) -> Path:
    """Write the case and return its folder."""
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    for name, text in (REPORTS if reports is None else reports).items():
        (folder / "reports" / name).write_text(text, encoding="utf-8")
    return folder
