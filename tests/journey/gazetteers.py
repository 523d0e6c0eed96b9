"""Lists of places in the real forms of GeoNames and OCHA, of the country of Lumenia."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl

COLUMNS = 19


def dump_row(id: int, name: str, code: str, **more: str) -> str:
    """One row of a GeoNames dump, nineteen cells between tabs."""
    cells = [""] * COLUMNS
    cells[0], cells[1], cells[2] = str(id), name, name
    cells[3] = more.get("other", "")
    cells[4], cells[5] = more.get("lat", "10.5"), more.get("lon", "20.5")
    cells[6], cells[7] = more.get("kind", "P"), code
    cells[8] = more.get("country", "LX")
    for number in range(1, 5):
        cells[9 + number] = more.get(f"admin{number}", "")
    cells[14] = more.get("people", "0")
    cells[17], cells[18] = "Lumenia/Varesh", "2031-01-01"
    return "\t".join(cells)


LUMENIA = [
    # A village stands before the areas it lies in: a dump has no order.
    dump_row(
        104,
        "Kesarun",
        "PPL",
        admin1="01",
        admin2="0102",
        people="900",
        other="KSR,كيسرون,Qesaroun,kesaron,Кесарун",
    ),
    dump_row(101, "Lumenia", "PCLI", kind="A", admin1="00"),
    dump_row(102, "Karst", "ADM1", kind="A", admin1="01"),
    dump_row(103, "Narth", "ADM2", kind="A", admin1="01", admin2="0102"),
    dump_row(105, "Varesh", "PPLC", admin1="01", people="80000", lat="11", lon="21"),
    dump_row(106, "Tolmin", "PPL", admin1="02", people="7000"),
    dump_row(107, "Tolmin Hospital", "HSP", kind="S", admin1="02"),
    dump_row(108, "Long Hill", "HLL", kind="T", admin1="01"),
    dump_row(109, "Elsewhere", "PPL", country="QX", people="5000"),
]


def dump(path: Path, rows: Sequence[str] = LUMENIA) -> Path:
    """Write a dump as GeoNames does: UTF-8, no header."""
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def other_names(path: Path, rows: Sequence[tuple[int, str, str, str]]) -> Path:
    """Write alternateNamesV2.txt: number, language, name, "1" where preferred."""
    lines = [
        f"{9000 + at}\t{id}\t{language}\t{name}\t{preferred}\t\t\t\t\t\n"
        for at, (id, language, name, preferred) in enumerate(rows)
    ]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def workbook(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    """Write a workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


P_CODES = [
    [
        *("admin2Name_en", "admin2Name_ar", "admin2Pcode"),
        *("admin1Name_en", "admin1Name_ar", "admin1Pcode"),
        *("admin0Name_en", "admin0Name_ar", "admin0Pcode", "date"),
    ],
    ["Narth", "نارث", "LX0102", "Karst", "كارست", "LX01", "Lumenia", "لومينيا", "LX"],
    ["Sud", "سود", "LX0103", "Karst", "كارست", "LX01", "Lumenia", "لومينيا", "LX"],
]
PLACES = [
    ["Populated places of Lumenia"],
    ["ADM1_EN", "ADM1_PCODE", "ADM2_PCODE", "ADM2_EN", "PlaceName", "Place_PCODE"]
    + ["Latitude", "Longitude"],
    ["#adm1+name", "#adm1+code", "#adm2+code", "#adm2+name", "#loc", "", "#lat", ""],
    ["Karst", "LX01", "LX0102", "Narth", "Kesarun", "LX010201", 10.5, 20.5],
    ["Karst", "LX01", "LX0102", "Narth", "Kafr Zahlun", "LX010202", "north", 20.5],
    ["Karst", "LX01", "LX0102", "Narth", "", "LX010203", 10.5, 20.5],
]
