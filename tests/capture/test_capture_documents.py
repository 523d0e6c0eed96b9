"""Pages, PDFs, Word documents and letters: real ones are read, bombs are not."""

import io
import struct
import zipfile

import docx
import pypdf
import pytest

from tasjil.capture.door import capture_file
from tasjil.errors import CannotCapture

ENGLISH = "Thirteen people were killed in an ambush near the village on Thursday."
ARABIC = "قتل ثلاثة عشر شخصاً في كمين قرب القرية يوم الخميس وقال شهود إن بينهم طفلين"


@pytest.fixture
def refusal(tmp_path):
    def told(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(CannotCapture) as caught:
            capture_file(path)
        line = str(caught.value)
        assert "\n" not in line
        assert line.startswith(f"{name}: ")
        assert ";" in line
        return line

    return told


@pytest.fixture
def report(tmp_path):
    def made(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return capture_file(path)

    return made


# Web pages

PAGE = f"""<!doctype html><html lang="en"><head><title>Ambush</title>
<meta property="og:site_name" content="Lumenia Daily">
<link rel="canonical" href="https://example.org/a">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle",
"headline": "Ambush near the village", "datePublished": "2025-03-14T23:30:00+03:00",
"publisher": {{"@type": "Organization", "name": "The Lumenia Daily"}}}}]}}</script>
</head><body><nav>Menu</nav><article><h1>Ambush</h1><p>{ENGLISH}</p>
<p>{ENGLISH.replace("Thirteen", "Fourteen")}</p></article>
<script>document.write("never")</script></body></html>"""


def test_a_page_gives_its_article_and_says_where_it_is_from(report):
    found = report("a.html", PAGE)
    assert ENGLISH in found.text
    assert "never" not in found.text
    assert found.publisher == "The Lumenia Daily"
    assert found.published == "2025-03-14"
    assert found.title == "Ambush near the village"
    assert found.url == "https://example.org/a"
    assert (found.language, found.guessed) == ("en", ())


def test_a_page_gives_the_same_text_each_time(report):
    texts = {report("a.html", PAGE).text for _ in range(5)}
    assert len(texts) == 1


def test_a_page_without_a_head_has_no_headers(report):
    found = report("a.html", f"<p>{ENGLISH}<p>{ENGLISH}")
    assert ENGLISH in found.text
    assert found.published is found.publisher is found.url is found.title is None
    assert found.guessed == ("language",)


def test_a_page_that_claims_the_wrong_language_is_not_believed(report):
    found = report("a.html", f'<html lang="en"><p>{ARABIC}</p><p>{ARABIC}</p></html>')
    assert found.language == "ar"
    assert any("said to be in 'en'" in note for note in found.notes)


def test_a_page_in_old_arabic_letters_is_read_as_it_says(report):
    page = f'<html><head><meta charset="windows-1256"></head><p>{ARABIC}</p></html>'
    assert ARABIC in report("a.html", page.encode("cp1256")).text


def test_a_page_nested_too_deeply_is_refused_rather_than_cut(refusal):
    page = f"<p>{ENGLISH}</p>" + "<div>" * 100_000 + f"<p>{ENGLISH}</p>"
    assert "nested" in refusal("a.html", page.encode())


def test_a_page_of_scripts_alone_holds_no_words(refusal):
    refusal("a.html", b"<html><script>alert('13 killed')</script></html>")


def test_broken_json_in_a_page_gives_nothing(report):
    page = PAGE.replace('{"@graph"', "[" * 50_000)
    assert report("a.html", page).publisher == "Lumenia Daily"


# PDFs


def pdf_with(text, encode=lambda text: text):
    """Write a PDF by hand whose font maps its glyphs to letters as real ones do."""
    words = encode(text)
    lines = [words[i : i + 60] for i in range(0, len(words), 60)]
    shown = "".join(
        f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td\n" for line in lines
    )
    content = f"BT /F1 12 Tf 50 700 Td\n{shown}ET".encode()
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end"
    )
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
        b"/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    )


def pdf_of(*objects):
    data, places = b"%PDF-1.5\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    count = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF" % (count, table, count, len(data))
    )


def rewritten(data, change):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_gives_its_words_and_not_its_making_as_date(report):
    data = rewritten(
        pdf_with(ENGLISH),
        lambda w: w.add_metadata({"/Title": "Ambush", "/CreationDate": "D:20250314"}),
    )
    found = report("a.pdf", data)
    assert "Thirteen people were killed" in found.text
    assert found.title == "Ambush"
    assert found.published is None


def test_a_pdf_with_a_password_is_refused(refusal):
    data = rewritten(
        pdf_with(ENGLISH), lambda w: w.encrypt("word", algorithm="AES-256")
    )
    assert "encrypted" in refusal("a.pdf", data)


def test_a_pdf_of_pictures_is_sent_to_ocr(refusal):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(600, 800)
    out = io.BytesIO()
    writer.write(out)
    assert "OCR" in refusal("a.pdf", out.getvalue())


def test_a_pdf_with_letters_that_mean_nothing_is_sent_to_ocr(refusal):
    garbage = pdf_with(ENGLISH * 2, lambda t: "".join(chr(0xE000 + ord(c)) for c in t))
    assert "unmapped" in refusal("a.pdf", garbage)


def test_a_pdf_whose_letters_are_shifted_is_sent_to_ocr(refusal):
    shifted = pdf_with(ENGLISH * 5, lambda t: "".join(chr(ord(c) + 3) for c in t))
    assert "do not make words" in refusal("a.pdf", shifted)


def test_a_pdf_with_readable_arabic_is_read(report):
    # A PDF paints glyphs from left to right, so a right-to-left line stands reversed.
    found = report("a.pdf", pdf_with(ARABIC[:58], lambda t: t[::-1]))
    assert "ثلاثة" in found.text
    assert any("order" in note for note in found.notes)


def test_a_pdf_whose_arabic_comes_out_reversed_is_sent_to_ocr(refusal):
    line = refusal("a.pdf", pdf_with(f"{ARABIC} {ARABIC}"))
    assert "does not make words" in line


def test_shapes_of_letters_in_a_pdf_become_letters_again(report):
    found = report("a.pdf", pdf_with(ENGLISH + " The o\ufb03cials \ufb01nished."))
    assert "officials finished" in found.text


def test_without_the_pdf_extra_a_pdf_is_refused_with_what_to_install(
    refusal, monkeypatch
):
    monkeypatch.setattr("tasjil.capture.pdf.pypdf", None)
    assert "tasjil[pdf]" in refusal("a.pdf", pdf_with(ENGLISH))


def test_a_cut_off_pdf_is_refused_with_a_reason(refusal):
    refusal("a.pdf", pdf_with(ENGLISH)[:300])


# Word documents


def word(*paragraphs, **properties):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data, name, change):
    """Change one part of a zipped document and leave the others."""
    out = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for each in source.namelist():
            part = source.read(each)
            target.writestr(each, change(part) if each == name else part)
    return out.getvalue()


def test_a_word_document_gives_its_paragraphs_in_order(report):
    found = report("a.docx", word(ENGLISH, ARABIC, "\u200fEnd.", title="Ambush"))
    assert found.text == f"{ENGLISH}\n{ARABIC}\n\u200fEnd."
    assert found.title == "Ambush"
    assert found.published is None


def test_words_in_tables_are_read_and_inserted_words_count(report):
    document = docx.Document()
    document.add_paragraph(ENGLISH)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Port Ava", "3 killed"
    out = io.BytesIO()
    document.save(out)
    tracked = (
        b'<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>Inserted.</w:t></w:r></w:ins>'
        b'<w:del w:id="2" w:author="x"><w:r><w:delText>Gone.</w:delText></w:r></w:del>'
        b"</w:p><w:sectPr"
    )
    data = with_part(
        out.getvalue(),
        "word/document.xml",
        lambda xml: xml.replace(b"<w:sectPr", tracked, 1),
    )
    found = report("a.docx", data)
    assert found.text == f"{ENGLISH}\nPort Ava\n3 killed\nInserted."


def test_a_zip_bomb_is_not_opened(refusal):
    big = with_part(word(ENGLISH), "word/document.xml", lambda _: b" " * 60_000_000)
    assert "zip bomb" in refusal("a.docx", big)


def test_a_zip_bomb_that_lies_about_its_size_is_not_opened(refusal):
    big = with_part(word(ENGLISH), "word/document.xml", lambda _: b" " * 60_000_000)
    liar = big.replace(struct.pack("<L", 60_000_000), struct.pack("<L", 1_000))
    assert liar != big
    refusal("a.docx", liar)


def test_an_entity_bomb_is_not_opened(refusal):
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]>'
        b"<w:document>&b;</w:document>"
    )
    data = with_part(word(ENGLISH), "word/document.xml", lambda _: bomb)
    assert "entities" in refusal("a.docx", data)


def test_an_entity_bomb_in_another_encoding_is_not_opened(refusal):
    bomb = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    data = with_part(
        word(ENGLISH), "word/document.xml", lambda _: bomb.encode("utf-16")
    )
    assert "entities" in refusal("a.docx", data)


def test_a_cut_off_document_is_refused(refusal):
    assert "cut off" in refusal("a.docx", word(ENGLISH)[:4_000])


def test_a_document_nested_very_deeply_is_survived(report):
    deep = b"<w:sdt>" * 50_000 + b"<w:p><w:r><w:t>Deep.</w:t></w:r></w:p>"
    deep += b"</w:sdt>" * 50_000 + b"<w:sectPr"
    data = with_part(
        word(ENGLISH),
        "word/document.xml",
        lambda xml: xml.replace(b"<w:sectPr", deep, 1),
    )
    assert report("a.docx", data).text == f"{ENGLISH}\nDeep."


def test_an_old_word_file_is_named_for_what_it_is(refusal):
    assert "old Office" in refusal("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100)


def test_a_zip_of_something_else_is_not_a_document(refusal):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", ENGLISH)
    assert "without a Word document" in refusal("a.docx", out.getvalue())


# Letters

LETTER = (
    "From: Lumenia Press Office <press@example.org>\nSubject: Ambush\n"
    "Date: Fri, 14 Mar 2025 23:30:00 +0300\nMIME-Version: 1.0\n"
)


def test_a_letter_gives_its_words_and_envelope(report):
    kind = "Content-Type: text/plain; charset=windows-1256\n\n"
    found = report("a.eml", (LETTER + kind + ARABIC + "\n").encode("cp1256"))
    assert found.text == ARABIC + "\n"
    assert found.title == "Ambush"
    assert found.publisher == "Lumenia Press Office"
    assert found.published == "2025-03-14"


def test_attachments_are_counted_and_not_read(report):
    body = (
        LETTER + 'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
        f"Content-Type: text/html\n\n<p>{ENGLISH}</p>\n--b\n"
        "Content-Disposition: attachment; filename=a.txt\n\nSecret\n--b--\n"
    )
    found = report("a.eml", body)
    assert ENGLISH in found.text
    assert "Secret" not in found.text
    assert any("attachments not read: 1" in note for note in found.notes)


def test_a_letter_without_an_envelope_is_refused(refusal):
    assert "e-mail headers" in refusal("a.eml", ENGLISH.encode())


def test_a_letter_with_a_broken_date_has_none(report):
    letter = LETTER.replace("Fri, 14 Mar 2025 23:30:00 +0300", "yesterday")
    assert report("a.eml", f"{letter}\n{ENGLISH}").published is None


def test_a_letter_of_boundaries_within_boundaries_is_survived(refusal):
    parts = "".join(
        f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n'
        for n in range(2_000)
    )
    refusal("a.eml", (LETTER + parts).encode())
