"""Real files of every kind, made by the programs that people make them with."""

import io

import docx
import openpyxl
import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

WORDS = "Thirteen people were killed in an ambush near the village on Thursday."
ARABIC = "قتل ثلاثة عشر شخصاً في كمين قرب القرية يوم الخميس، وقال شهود إن بينهم طفلين."


@pytest.fixture(scope="session")
def real_files():
    """One small file of each kind, as name and bytes."""
    page = (
        f'<html lang="en"><meta name="date" content="2025-03-14"><p>{WORDS}</p></html>'
    )
    letter = f"From: Desk <d@example.org>\nSubject: Ambush\n\n{WORDS}\n"
    front = f"---\npublisher: Lumenia Daily\ndate: 2025-03-14\n---\n{WORDS}\n{ARABIC}\n"
    return [
        ("a.txt", f"AVA, 14 March 2025 (AFP) - {WORDS}\n".encode()),
        ("b.txt", ARABIC.encode("cp1256")),
        ("c.md", front.encode()),
        ("d.html", page.encode()),
        ("e.eml", letter.encode()),
        ("f.csv", b"name,age\nAna,25\nIvo,7\n"),
        ("g.docx", _word()),
        ("h.xlsx", _workbook()),
        ("i.pdf", _pdf()),
    ]


def _word():
    document = docx.Document()
    document.add_paragraph(WORDS)
    document.add_paragraph(ARABIC)
    return _saved(document.save)


def _workbook():
    book = openpyxl.Workbook()
    for row in (["name", "age"], ["Ana", 25], ["Ivo", 7]):
        book.active.append(row)
    return _saved(book.save)


def _pdf():
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(600, 800)
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 50 700 Td ({WORDS}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    return _saved(writer.write)


def _saved(save):
    out = io.BytesIO()
    save(out)
    return out.getvalue()
