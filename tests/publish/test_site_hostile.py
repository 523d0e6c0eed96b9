"""Words from strangers: nothing in a report, a name or an address can act on a page."""

from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from tasjil.model.hidden_signs import visible
from tasjil.model.ids import IncidentId, PlaceId, ReportId, SourceId
from tasjil.model.places import Place, PlaceLevel
from tasjil.model.sources import Source
from tasjil.publish.outside import web_address
from tasjil.publish.site import write_site
from tasjil.publish.view import Failure, Unread

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"
REVERSED = "harmless\u202egnp.exe"
SECRET = "resident-Orla-Venn"


@pytest.fixture(scope="module")
def hostile_site(lumenia, tmp_path_factory) -> Path:
    first, *rest = lumenia.reports.values()
    evil = replace(
        first, text=f"{first.text}\n{SCRIPT} {REVERSED} \x00\ud800", title=SCRIPT,
        name=f"../../{SECRET}\u202e.txt", publisher=SCRIPT, url="javascript:alert(1)",
        wording=REVERSED, obtained=SCRIPT, language='"><script>',
        notes=(SCRIPT,),
    )  # fmt: skip
    source = Source(
        id=SourceId("../../etc/" + SCRIPT), name=SCRIPT, name_ar=REVERSED,
        url="data:text/html,hello", note=SCRIPT, language=SCRIPT,
    )  # fmt: skip
    place = Place(id=PlaceId("tolen"), name=SCRIPT, name_ar=REVERSED,
                  level=PlaceLevel.VILLAGE, lat=10.6, lon=-30.1)  # fmt: skip
    tolen, *incidents = lumenia.incidents
    evil_incident = replace(
        incidents[0], id=IncidentId('../up" onclick="x'), reasons=(SCRIPT,),
        place=None, place_text=SCRIPT,
    )  # fmt: skip
    view = replace(
        lumenia,
        reports={evil.id: evil, **{each.id: each for each in rest}},
        sources={**lumenia.sources, source.id: source},
        places={**lumenia.places, place.id: place},
        incidents=(tolen, evil_incident, *incidents[1:]),
        failures=(Failure(SCRIPT, REVERSED),),
        unread=(Unread(ReportId(rest[0].id), SCRIPT),),
    )  # fmt: skip
    out = tmp_path_factory.mktemp("hostile") / "site"
    write_site(view, out)
    return out


@pytest.fixture(scope="module")
def documents(hostile_site):
    return {
        path: lxml.html.document_fromstring(path.read_text("utf-8"))
        for path in hostile_site.rglob("*.html")
    }


def test_markup_in_a_report_is_shown_and_never_run(documents):
    shown = 0
    for path, document in documents.items():
        assert not list(document.iter("script", "img")), path
        for element in document.iter():
            assert not [k for k in element.attrib if k.lower().startswith("on")], path
        shown += "<script>alert('x')</script>" in document.text_content()
    assert shown > 10


def test_characters_that_turn_a_line_are_shown_by_their_code(hostile_site):
    seen = 0
    for path in hostile_site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\x00")
        seen += "U+202E" in text
    assert seen > 3


def test_the_isolates_of_our_own_drawings_are_always_closed(hostile_site):
    for path in hostile_site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert text.count("\u2068") == text.count("\u2069"), path.name


def test_only_web_addresses_become_links(documents):
    outward = []
    for document in documents.values():
        for link in document.iter("a"):
            href = link.get("href", "")
            assert not href.startswith(("javascript", "data", "file", "//"))
            if href.startswith("http"):
                outward.append(link.get("rel"))
    assert outward
    assert set(outward) == {"noopener noreferrer"}


def test_no_raw_name_reaches_a_file_name(hostile_site):
    for path in hostile_site.rglob("*"):
        name = path.relative_to(hostile_site).as_posix()
        assert SECRET.lower() not in name.lower()
        assert ".." not in name
        assert name.isascii()
        assert not set(name) & set("<>\"'\\: ")


def test_ids_that_differ_only_in_case_get_pages_of_their_own(lumenia, tmp_path):
    two = {
        SourceId("Sana"): Source(id=SourceId("Sana"), name="Upper Sana"),
        SourceId("sana"): Source(id=SourceId("sana"), name="Lower Sana"),
    }
    write_site(replace(lumenia, sources=two), tmp_path / "site")
    files = [p.name.casefold() for p in (tmp_path / "site" / "en" / "source").iterdir()]
    assert len(files) == len(set(files)) == 2


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", " https://example.org", "https:///path", "ftp://a.example",
        "//example.org", "http://[", "data:text/html,x", "https://a\u202eb.example", "",
        "https://a.example/\n", "JAVASCRIPT:alert(1)",
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_followed_safely_is_only_shown(address):
    assert web_address(address) is None


def test_joiners_that_persian_and_arabic_need_are_left_alone():
    assert visible("می\u200cخواهم") == "می\u200cخواهم"
