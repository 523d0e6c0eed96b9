"""Plain files: kept to the letter, read in the right encoding, or refused clearly."""

import hashlib

import pytest

from tasjil.capture.door import capture_file
from tasjil.errors import CannotCapture

ENGLISH = "Thirteen people were killed in an ambush near the village on Thursday.\n"
ARABIC = "قتل ثلاثة عشر شخصاً في كمين قرب القرية يوم الخميس، وقال شهود إن بينهم طفلين.\n"


@pytest.fixture
def write(tmp_path):
    def put(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


def refusal(path):
    with pytest.raises(CannotCapture) as caught:
        capture_file(path)
    line = str(caught.value)
    assert "\n" not in line
    assert line.startswith(path.name[:3]) or "\\u" in line
    return line


def test_text_without_front_matter_is_the_file_letter_for_letter(write):
    content = "\u200fOne\u200e  was\tkilled. \n\n" + ENGLISH + ARABIC + "  "
    report = capture_file(write("a.txt", content))
    assert report.text == content
    assert (
        report.text_digest == f"sha256:{hashlib.sha256(content.encode()).hexdigest()}"
    )
    assert report.id == report.text_digest


def test_same_bytes_twice_are_the_same_report(write):
    assert capture_file(write("a.txt", ENGLISH)).id == (
        capture_file(write("b.txt", ENGLISH)).id
    )


def test_line_ends_byte_order_mark_and_nuls_are_all_that_changes(write):
    report = capture_file(write("a.txt", b"\xef\xbb\xbfOne.\r\nTwo\x00.\rThree.\n"))
    assert report.text == "One.\nTwo.\nThree.\n"


def test_front_matter_is_headers_and_the_rest_is_text(write):
    content = (
        "---\ntitle: Ambush\npublisher: Lumenia Daily\ndate: 2025-03-14\n"
        "url: https://example.org/a\nlanguage: English\nwording: summary by us\n"
        "mood: calm\nthis is no pair\n---\n" + ENGLISH
    )
    report = capture_file(write("a.md", content))
    assert report.text == ENGLISH
    assert report.title == "Ambush"
    assert report.publisher == "Lumenia Daily"
    assert report.published == "2025-03-14"
    assert report.url == "https://example.org/a"
    assert report.language == "en"
    assert report.wording == "summary by us"
    assert "mood: calm" in report.notes
    assert any("line 9" in note for note in report.notes)
    assert report.guessed == ()


def test_front_matter_may_be_in_arabic(write):
    content = (
        "---\nالعنوان: كمين\nالناشر: صحيفة لومينيا\nالتاريخ: ١٤ آذار/مارس ٢٠٢٥\n"
        "الرابط: https://example.org/a\nاللغة: العربية\n---\n" + ARABIC
    )
    report = capture_file(write("a.txt", content))
    assert report.text == ARABIC
    assert (report.title, report.publisher) == ("كمين", "صحيفة لومينيا")
    assert (report.published, report.language) == ("2025-03-14", "ar")


def test_front_matter_runs_nothing(write):
    content = "---\ntitle: !!python/object/apply:os.system ['false']\n---\n" + ENGLISH
    report = capture_file(write("a.md", content))
    assert report.title == "!!python/object/apply:os.system ['false']"


def test_a_rule_on_top_of_a_text_is_not_front_matter(write):
    content = "---\nKilled today:\n---\n" + ENGLISH
    assert capture_file(write("a.md", content)).text == content


def test_a_sidecar_speaks_before_the_file_itself(write):
    write("a.txt.meta.toml", 'publisher = "Desk"\npublished = 2025-03-15\nnote = 1\n')
    report = capture_file(
        write("a.txt", "Source: Other\nDate: 14 March 2025\n" + ENGLISH)
    )
    assert report.publisher == "Desk"
    assert report.published == "2025-03-15"
    assert "note: 1" in report.notes


def test_a_sidecar_may_leave_out_the_ending(write):
    write("a.meta.toml", 'url = "https://example.org/b"')
    assert capture_file(write("a.txt", ENGLISH)).url == "https://example.org/b"


def test_a_broken_sidecar_is_named_and_not_passed_over(write):
    write("a.txt.meta.toml", "published: 2025")
    assert "a.txt.meta.toml is not TOML" in refusal(write("a.txt", ENGLISH))


def test_windows_arabic_is_read_as_arabic_and_said_so(write):
    report = capture_file(write("a.txt", ARABIC.encode("cp1256")))
    assert report.text == ARABIC
    assert "encoding" in report.guessed
    assert any("cp1256" in note for note in report.notes)
    assert report.language == "ar"


NAMES = "محمد حسن\nعلي سليمان\nريم يوسف\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (NAMES, "cp1256"),
        (NAMES, "iso8859_6"),
        ("قتل ثلاثة", "iso8859_6"),
        (ENGLISH * 5 + "The village is called قرية الساحل by its people.", "cp1256"),
        ("Trece personas murieron en una emboscada, señaló el médico ayer.", "cp1252"),
        ("Тринадцать человек были убиты в засаде возле деревни в четверг.", "cp1251"),
        ("On üç kişi perşembe günü köyün yakınında öldürüldü, çoğu sivildi.", "cp1254"),
        ("Treize personnes ont été tuées près du village, à l’aube.", "cp1252"),
    ],
)
def test_old_encodings_are_told_apart(write, text, encoding):
    report = capture_file(write("a.txt", text.encode(encoding)))
    assert report.text == text
    assert "encoding" in report.guessed


def test_western_quotation_marks_are_read_as_such(write):
    content = ENGLISH * 3 + "“Thirteen,” she said – no more."
    report = capture_file(write("a.txt", content.encode("cp1252")))
    assert report.text == content
    assert "encoding" in report.guessed


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_unicode_with_a_mark_is_read_without_guessing(write, encoding):
    report = capture_file(write("a.txt", ARABIC.encode(encoding)))
    assert report.text == ARABIC
    assert "encoding" not in report.guessed


def test_damaged_utf8_never_becomes_mojibake(write):
    data = ARABIC.encode()
    assert "damaged at byte" in refusal(write("a.txt", data[:21] + b"\xff" + data[21:]))


def test_arabic_that_was_saved_wrongly_before_is_refused(write):
    garbled = ARABIC.encode().decode("cp1252", errors="ignore")
    assert "wrong encoding" in refusal(write("a.txt", garbled))


def test_a_binary_renamed_to_text_is_refused(write):
    noise = bytes(range(256)) * 40
    assert "not text" in refusal(write("a.txt", noise))
    assert "picture (JPEG)" in refusal(write("b.txt", b"\xff\xd8\xff\xe0" + noise))
    assert "program" in refusal(write("c.txt", b"\x7fELF" + noise))


def test_a_pdf_renamed_to_text_is_named_for_what_it_is(write):
    assert "a PDF" in refusal(write("a.txt", b"%PDF-1.4\n" + ENGLISH.encode()))


def test_an_empty_file_and_a_blank_one_are_refused(write):
    assert "empty" in refusal(write("a.txt", b""))
    assert "no words" in refusal(write("b.txt", b" \n\t\n"))


def test_an_unknown_ending_is_refused_with_the_ones_we_read(write):
    assert ".docx" in refusal(write("a.jpg", b"\xff\xd8\xff"))


def test_a_list_is_not_a_report(write):
    assert "list of rows" in refusal(write("a.csv", "name,age\nAna,25\n"))


def test_no_message_quotes_the_file(write):
    secret = "Ana Silva saw it"
    for name in ("a.pdf", "a.docx", "a.eml", "a.xlsx"):
        assert "Silva" not in refusal(write(name, secret * 20))
