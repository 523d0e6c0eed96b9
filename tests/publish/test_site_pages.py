"""The pages: linked, labelled, in both languages, and no figure without its words."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html
import pytest

from tasjil.model.acts import Act
from tasjil.model.ids import FigureId
from tasjil.publish.site import write_site

LANGUAGES = ("en", "ar")


def parse(path: Path):
    return lxml.html.document_fromstring(path.read_text("utf-8"))


def pages_of(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def page_with(site: Path, language: str, folder: str, words: str) -> Path:
    found = [p for p in pages_of(site / language / folder) if words in p.name]
    assert len(found) == 1, found
    return found[0]


@pytest.fixture(scope="module")
def parsed(site: Path):
    return {path: parse(path) for path in pages_of(site)}


def inner_links(path: Path, document):
    for link in document.iter("a", "link"):
        href = link.get("href")
        if href is not None and not href.startswith(("http://", "https://")):
            where, fragment = urldefrag(href)
            target = (path.parent / unquote(where)).resolve() if where else path
            yield link, target, unquote(fragment)


def test_every_inner_link_leads_to_a_page_and_to_an_anchor_on_it(parsed):
    ids = {
        path: {e.get("id") for e in d.iter() if e.get("id")}
        for path, d in parsed.items()
    }
    seen = 0
    for path, document in parsed.items():
        for _, target, fragment in inner_links(path, document):
            seen += 1
            assert target.is_file(), f"{path.name} leads to {target}"
            if fragment and target.suffix == ".html":
                assert fragment in ids[target], (
                    f"{path.name} -> {target.name}#{fragment}"
                )
    assert seen > 1000


def test_no_anchor_stands_twice_on_a_page(parsed):
    for path, document in parsed.items():
        found = [e.get("id") for e in document.iter() if e.get("id")]
        assert len(found) == len(set(found)), path.name


def holds_words(path: Path) -> bool:
    return path.parent.name in ("incident", "report", "total")


def test_every_figure_leads_to_its_words_in_at_most_two_steps(parsed):
    figures = 0
    for path, document in parsed.items():
        for link in document.find_class("figure"):
            if link.tag != "a":
                continue
            figures += 1
            target = (path.parent / urldefrag(link.get("href"))[0]).resolve()
            target = target if target.is_file() else path
            if holds_words(target):
                continue
            after = {t for _, t, _ in inner_links(target, parsed[target])}
            assert any(holds_words(t) for t in after), (
                f"{path.name}: {link.get('href')}"
            )
    assert figures > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_stands_before_everything_else(site, language):
    overview = parse(site / language / "index.html")
    sections = overview.xpath("//main/section")
    assert "answer" in sections[0].get("class")
    values = [v.text_content() for v in sections[0].find_class("value")]
    assert values[:3] == ["0", "15", "19"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_a_figure_is_labelled_and_explained(site, language):
    for measure in parse(site / language / "index.html").find_class("measure"):
        assert measure.find("dt").text_content().strip()
        assert len(measure.find_class("meaning")[0].text_content()) > 20


def test_totals_stand_beside_the_count_and_are_in_no_figure(site):
    overview = parse(site / "en" / "index.html")
    numbers = [v.text_content() for v in overview.find_class("measure")]
    assert not any("1,350" in words or "1,201" in words for words in numbers)
    assert "1,350" in overview.xpath("//main")[0].text_content()


def test_a_wire_that_repeats_the_monitor_stands_under_the_monitor(site):
    incident = parse(page_with(site, "en", "incident", "i-tolen"))
    tellers = incident.find_class("teller")
    assert len(tellers) == 3
    observatory = tellers[0].text_content()
    assert "Lumenian Observatory" in observatory
    assert "Harbour Wire" in observatory
    assert "Relays are no further sources" in observatory


def test_an_incident_without_a_number_says_so_and_never_zero(site):
    oster = parse(page_with(site, "en", "incident", "i-oster")).text_content()
    assert "no number told" in oster
    assert "No number was told. That is not zero." in oster


def test_what_nobody_told_is_listed_as_missing(site):
    sill = parse(page_with(site, "en", "incident", "i-sill")).text_content()
    assert "No date was told." in sill
    assert "One first teller only" in sill


def test_a_rejected_claim_stays_visible_but_tells_no_number(site):
    incident = parse(page_with(site, "en", "incident", "i-tolen"))
    ministry = next(
        t for t in incident.find_class("teller") if "Ministry" in t.text_content()
    )
    assert ministry.find_class("big")[0].text_content() == "rejected by a person"
    assert "four gunmen were killed there" in ministry.text_content()


def test_a_witness_is_named_by_kind_alone_in_lists(site):
    tellers = parse(site / "en" / "tellers.html").find_class("teller-row")
    summaries = [t.find("summary").text_content() for t in tellers]
    assert any("a witness" in words for words in summaries)
    assert not any("resident" in words for words in summaries)


def test_an_arabic_report_waits_for_its_reader_and_says_so(site):
    waiting = parse(site / "en" / "reading.html").text_content()
    assert "no reader for ar yet" in waiting
    assert "scan.pdf" in waiting


def test_places_without_coordinates_stand_under_the_map_and_not_on_it(site):
    overview = parse(site / "en" / "index.html")
    off = overview.find_class("off-map")[0].text_content()
    assert "Sill" in off
    drawn = [e.text_content() for e in overview.xpath("//*[local-name()='text']")]
    assert not any("Sill" in words for words in drawn)
    assert any("Oster Mill" in words for words in drawn)


def test_a_district_is_an_area_and_a_village_a_disc(site):
    overview = parse(site / "en" / "index.html")
    kinds = {}
    for link in overview.xpath("//*[@class='chart map wide']//a"):
        shapes = link.xpath(".//*[@class='area' or @class='place']")
        kinds[link.get("aria-label").split(" (")[0]] = shapes[0].get("class")
    assert kinds["Velmar district"] == "area"
    assert kinds["Tolen"] == kinds["Harn"] == "place"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_direction_and_has_a_twin(
    parsed, site, language
):
    direction = {"en": "ltr", "ar": "rtl"}[language]
    for path, document in parsed.items():
        if not path.is_relative_to(site / language):
            continue
        assert (document.get("lang"), document.get("dir")) == (language, direction)
        twin = document.find_class("twin")[0]
        other = (path.parent / twin.get("href")).resolve()
        assert other.name == path.name
        assert other != path


def test_headings_go_down_one_step_at_a_time(parsed):
    for path, document in parsed.items():
        levels = [int(e.tag[1]) for e in document.iter("h1", "h2", "h3", "h4")]
        assert levels[0] == 1, path.name
        assert levels.count(1) == 1, path.name
        for before, after in zip(levels, levels[1:], strict=False):
            assert after <= before + 1, f"{path.name}: h{before} then h{after}"


def test_every_table_has_a_caption_and_headers_with_a_scope(parsed):
    tables = 0
    for path, document in parsed.items():
        for table in document.iter("table"):
            tables += 1
            assert table.find("caption").text_content().strip(), path.name
            heads = list(table.iter("th"))
            assert heads
            assert all(h.get("scope") in ("row", "col", "rowgroup") for h in heads)
    assert tables > 30


def test_every_drawing_has_a_name_and_a_table_with_the_same_numbers(site):
    overview = parse(site / "en" / "index.html")
    drawings = overview.find_class("chart")
    assert len(drawings) == 6
    assert all(len(d.get("aria-label")) > 20 for d in drawings)
    tables = " ".join(t.text_content() for t in overview.iter("table"))
    assert "1,350" in tables
    assert "9–13" in tables


def test_drawings_in_a_right_to_left_page_run_left_to_right(site):
    for box in parse(site / "ar" / "index.html").find_class("drawing"):
        assert box.get("dir") == "ltr"


def test_no_page_carries_a_script_a_style_or_a_handler(parsed):
    for path, document in parsed.items():
        assert not list(document.iter("script", "style", "iframe", "object", "form"))
        for each in document.iter():
            loud = [k for k in each.attrib if k.startswith("on") or k == "style"]
            assert not loud, path.name


def test_every_page_carries_the_strict_policy(parsed):
    for path, document in parsed.items():
        policy = document.xpath(
            "//meta[@http-equiv='Content-Security-Policy']/@content"
        )
        assert len(policy) == 1, path.name
        assert "default-src 'none'" in policy[0]
        assert "script-src" not in policy[0]
        assert "unsafe" not in policy[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_opened_today_has_sensible_pages(nothing, tmp_path, language):
    write_site(nothing, tmp_path / "site")
    folder = tmp_path / "site" / language
    for name in (
        "index",
        "incidents",
        "reports",
        "sources",
        "totals",
        "methods",
        "reading",
    ):
        page = parse(folder / f"{name}.html")
        assert len(page.xpath("//main")[0].text_content().strip()) > 40
    assert parse(folder / "index.html").find_class("empty")


def test_a_long_list_is_cut_into_pages_that_lead_to_each_other(
    lumenia, tmp_path, monkeypatch
):
    monkeypatch.setattr("tasjil.publish.page.parts.__defaults__", (4,))
    write_site(lumenia, tmp_path / "site")
    first = parse(tmp_path / "site" / "en" / "incidents.html")
    onward = first.find_class("pager")[0].xpath(".//a/@href")
    assert onward == ["incidents-2.html"]
    second = parse(tmp_path / "site" / "en" / "incidents-2.html")
    rows = len(first.xpath("//tbody/tr")) + len(second.xpath("//tbody/tr"))
    assert rows == len(lumenia.incidents)


def test_what_changes_within_a_series_is_said_in_arabic(lumenia, tmp_path):
    first, *others = lumenia.tally.series
    flag = (
        "2031-05-12: falls from 1,350 to 1,201; area changes from Asteria + Kelm to "
        "Harn, start of the period changes from 2031-05-06 to 2031-05-08"
    )
    series = (replace(first, flags=(flag,)), *others)
    write_site(
        replace(lumenia, tally=replace(lumenia.tally, series=series)), tmp_path / "s"
    )
    table = parse(tmp_path / "s" / "ar" / "index.html").xpath("//th[@scope='rowgroup']")
    words = table[0].text_content()
    assert "12 أيار/مايو 2031: ينخفض من 1,350 إلى 1,201" in words
    assert "تتغير المنطقة من أستيريا، كلم إلى هارن" in words
    assert "تتغير بداية الفترة من 6 أيار/مايو 2031 إلى 8 أيار/مايو 2031" in words


def test_acts_nobody_told_of_take_one_line_and_keep_their_pages(lumenia, tmp_path):
    killed = lumenia.tally.figures[0]
    injured = replace(
        killed, id=FigureId("injured"), act=Act.INJURED, floor=0, ceiling=0,
        incidents=(), by={}, notes=(),
    )  # fmt: skip
    view = replace(lumenia, tally=replace(lumenia.tally, figures=(killed, injured)))
    write_site(view, tmp_path / "s")
    overview = parse(tmp_path / "s" / "en" / "index.html")
    assert len(overview.find_class("measures")) == 1
    (line,) = overview.find_class("nothing-of")
    assert "injured" in line.text_content()
    assert (tmp_path / "s" / "en" / line.xpath(".//a/@href")[0]).is_file()
