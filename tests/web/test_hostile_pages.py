"""Nothing that strangers write, send or open can act on a page or get past its door."""

import logging
import re
import tempfile
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

from tasjil.journey.case import Case
from tasjil.web.entrance.guard import COOKIE
from tasjil.web.seats.seated import SEATS
from web.addresses import View, links, views
from web.desks import WORDS, Browser, open_as, settle
from web.forms import Form, forms
from web.poisoned import VICTIM, WITNESS, poisoned

FEW = 4
"""How many addresses of one view a walk opens."""

ODD_IDS = (
    "../../etc/passwd",
    "a\x00b",
    "\u202ename",
    "'; drop table report --",
    "<script>",
    "9" * 30,
    "\r\nSet-Cookie: x=1",
    "//evil.example",
    "é" * 300,
)
ODD_VALUES = (
    "",
    "\x00",
    "\u202e\u2066",
    "9" * 40,
    "-1",
    "2031-99-99",
    "'\"<script>",
    "٣٤",
    "x" * 20_000,
    "nan",
    "{}",
    "1e999",
    "\r\nX: 1",
)
ENDS_THE_VISIT = {
    *("entrance:sign_out", "entrance:lock", "entrance:sign_in", "entrance:end_visit"),
    *("entrance:passphrase", "entrance:end_factor", "entrance:begin_factor"),
    *("users:remove", "users:change", "users:add"),
}
"""Left to the tests of the entrance: Argon2 is slow, and whoever walks would be out."""

NOT_OURS = re.compile(
    r"<script(?![^>]*\bsrc=\"/assets/)|<style|\sstyle=|\son[a-z]+\s*=\s*[\"']"
    r"|javascript:|(?:src|href|action)=\"(?:https?:)?//",
    re.IGNORECASE,
)
"""What a page of ours never holds, whatever stands in the case."""


@pytest.fixture(scope="module")
def bad(pattern, tmp_path_factory) -> Case:
    return poisoned(pattern, tmp_path_factory.mktemp("bad") / "lumenia")


@pytest.fixture
def lead(bad) -> Iterator[Browser]:
    settle(bad)
    made = Browser("lead", Client())
    made.client.raise_request_exception = False
    made.sit(bad)
    yield made
    SEATS.clear()


def walk(browser: Browser, language: str = "en") -> Iterator[tuple[str, HttpResponse]]:
    """Open home and what it leads to, a few addresses of each view."""
    opened, often = {f"/{language}/"}, {}
    waiting = list(opened)
    while waiting:
        address = waiting.pop()
        answer = browser.get(address)
        yield address, answer
        if answer.streaming:
            continue
        for name, method, led in links(answer.content.decode()):
            known = led in opened or often.get(name, 0) >= FEW
            if method == "GET" and not known and led.startswith(f"/{language}/"):
                opened.add(led)
                often[name] = often.get(name, 0) + 1
                waiting.append(led)


def tags(page: str) -> str:
    """Leave the tags of a page, without the words between them."""
    return " ".join(re.findall(r"<[a-zA-Z!/][^>]*>", page))


def test_what_was_written_to_do_harm_stands_on_every_page_as_words_alone(lead):
    seen = 0
    for language in ("en", "ar"):
        for address, answer in walk(lead, language):
            page = answer.content.decode()
            assert answer.status_code in (200, 302, 303), address
            assert "<script>" not in page, address
            assert "<img src=x" not in page, address
            assert not NOT_OURS.search(tags(page)), address
            # Pages isolate with U+2068 in pictures; what turns a line is never there.
            assert not re.search("[\u202a-\u202e\u2066\u2067\x00]", page), address
            seen += "&lt;script&gt;" in page
    assert seen > 12


def test_every_answer_keeps_scripts_frames_and_caches_out(lead) -> None:
    for address, answer in walk(lead):
        told = answer.headers
        policy = told["Content-Security-Policy"]
        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy
        assert "script-src 'self';" in f"{policy};"
        assert told["X-Frame-Options"] == "DENY"
        assert told["X-Content-Type-Options"] == "nosniff"
        assert told["Referrer-Policy"] == "same-origin"
        assert "no-store" in told["Cache-Control"], address


def test_nothing_is_done_by_a_form_that_is_not_from_a_page_of_ours(bad) -> None:
    settle(bad)
    forged = Browser("lead")
    forged.sit(bad)
    with open_as(bad, "lead") as register:
        before = register.head().size
        jobs = len(register.queue.jobs(500))
    for view in views():
        if "POST" in view.methods and view.name != ":begin":
            answer = forged.client.post(view.address(VALUES), {"because": "forged"})
            assert answer.status_code == 403, view.name
    assert forged.client.get("/en/").status_code == 200, "signed out by a stranger"
    with open_as(bad, "lead") as register:
        assert (register.head().size, len(register.queue.jobs(500))) == (before, jobs)
    SEATS.clear()


VALUES: dict[str, object] = {
    "int": 1,
    "slug": "ver-1",
    "str": "i-0",
    "path": "sha256:0",
    "kind": "incident",
}


def test_a_way_of_asking_that_no_page_uses_is_refused(lead) -> None:
    for view in views():
        if not view.has_door:
            continue
        address = view.address(VALUES)
        for method in ("put", "delete", "patch", "trace", "options"):
            assert getattr(lead.client, method)(address).status_code == 405, view.name
        if "GET" not in view.methods:
            assert lead.client.get(address).status_code == 405, view.name
        if "POST" not in view.methods:
            assert lead.client.post(address).status_code == 405, view.name


def test_a_token_somebody_planted_before_is_worth_nothing_afterwards(bad) -> None:
    settle(bad)
    victim = Browser("ver-1")
    victim.client.cookies[COOKIE] = "planted-by-a-stranger"
    signed = victim.sign_in()
    token = victim.client.cookies[COOKIE]

    assert signed["Location"] == "/en/"
    assert token.value != "planted-by-a-stranger"
    assert token["httponly"]
    assert token["samesite"] == "Strict"
    stranger = Client(headers={"cookie": f"{COOKIE}=planted-by-a-stranger"})
    assert stranger.get("/en/")["Location"] == "/en/entrance/sign-in"
    old = token.value
    victim.post("/en/entrance/sign-out")
    reused = Client(headers={"cookie": f"{COOKIE}={old}"})
    assert reused.get("/en/")["Location"] == "/en/entrance/sign-in"
    SEATS.clear()


def test_signing_in_leads_nowhere_but_home_whatever_an_address_says(bad) -> None:
    settle(bad)
    visitor = Browser("doc-1")
    form = {"user": "doc-1", "passphrase": WORDS.format("doc-1")}
    away = "?next=//evil.example/&to=https://evil.example&page=//evil.example"
    form |= {"next": "//evil.example", "to": "https://evil.example"}
    answer = visitor.post(f"/en/entrance/sign-in{away}", form, "/en/entrance/sign-in")
    assert answer["Location"] == "/en/"
    SEATS.clear()


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-Host": "evil.example"},
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"},
        {"X-Original-URL": "//evil.example/", "X-Rewrite-URL": "//evil.example/"},
        {"Forwarded": "host=evil.example"},
        {"Referer": "https://evil.example/"},
    ],
)
def test_no_header_leads_a_page_out_of_the_house(lead, headers) -> None:
    for address in ("/", "/en/", "//evil.example/en/", "/en/entrance/locked"):
        answer = lead.client.get(address, headers=headers)
        assert "evil.example" not in answer.get("Location", "")
        if address == "/en/":
            assert "evil.example" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/en/", "/en/entrance/sign-in", "/ar/log/"])
def test_a_name_that_points_to_this_machine_from_elsewhere_is_refused(lead, address):
    for name in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example"):
        answer = lead.client.get(address, headers={"Host": name})
        assert answer.status_code == 400, name
        assert b"evil" not in answer.content


def test_a_request_too_large_is_refused_before_it_is_read(lead) -> None:
    for told in (str(10**9), "-5", "many"):
        answer = lead.client.generic(
            "POST", "/en/inbox/drop", b"x", CONTENT_LENGTH=told
        )
        assert answer.status_code == 413


def refused_or_shown(answer: HttpResponse) -> bool:
    return answer.status_code < 500


def test_no_odd_id_breaks_a_page(lead) -> None:
    broken = []
    for view in views():
        if view.name in ENDS_THE_VISIT or not view.takes:
            continue
        for odd in ODD_IDS:
            address = filled(view, odd)
            for method in view.methods:
                answer = getattr(lead.client, method.lower())(address)
                if not refused_or_shown(answer):
                    broken.append((view.name, method, odd))
                elif b"Traceback" in answer.content:
                    broken.append((view.name, "tells of the program", odd))
    assert broken == []


def filled(view: View, odd: str) -> str:
    """Put an odd id wherever an address takes words; numbers are large ones."""
    shown = quote(odd, safe="/:" if any(k == "path" for _, k in view.takes) else "")
    values: dict[str, object] = {"str": shown, "path": shown, "slug": "verify"}
    return view.address({**values, "int": 2**31, "kind": "incident"})


def tampered(form: Form, nth: int) -> Iterator[dict[str, str]]:
    """Give what a form sends with one field after the other made odd."""
    for place, name in enumerate(form.fields):
        if name == "csrfmiddlewaretoken":
            continue
        yield {**form.fields, name: ODD_VALUES[(nth + place) % len(ODD_VALUES)]}


def sends(lead: Browser, form: Form, sent: dict[str, str]) -> HttpResponse:
    """Send a form; every other time as htmx does."""
    headers = {"HX-Request": "true"} if len(sent) % 2 else {}
    send = lead.client.post if form.method == "POST" else lead.client.get
    return send(form.action, sent, headers=headers)


def of_the_walk(lead: Browser) -> list[Form]:
    """Give one form for each thing that pages let somebody do."""
    found: dict[tuple[str, str, tuple[str, ...]], Form] = {}
    for address, answer in walk(lead):
        for form in forms(answer.content.decode(), address):
            name = resolve(form.action.partition("?")[0]).view_name
            if name not in ENDS_THE_VISIT:
                found.setdefault((name, form.method, tuple(sorted(form.fields))), form)
    return list(found.values())


@pytest.mark.slow
def test_no_odd_value_in_any_form_breaks_a_page(lead) -> None:
    found, broken = of_the_walk(lead), []
    assert len(found) > 25
    for nth, form in enumerate(found):
        for sent in tampered(form, nth):
            answer = sends(lead, form, sent)
            if not refused_or_shown(answer):
                changed = {k: v[:30] for k, v in sent.items() if v != form.fields[k]}
                broken.append((form.action, form.method, changed))
    assert broken == []


@pytest.mark.parametrize("body", [b"words=%ED%A0%80", b"words=%00", b"words=%FF%FE"])
def test_bytes_that_are_no_words_are_refused_or_kept_as_a_mark(lead, body) -> None:
    kind = "application/x-www-form-urlencoded"
    answer = lead.client.generic("POST", "/en/inbox/paste", body, content_type=kind)
    assert answer.status_code < 500


def test_a_path_that_is_no_words_is_no_page(lead) -> None:
    for path in ("/en/people/\udcff\udced\udca0\udc80/", "/en/\x00/", "/\udcff/"):
        made: list[str] = []
        request = {
            **lead.client._base_environ(),
            "PATH_INFO": path.encode("utf-8", "surrogateescape").decode("latin-1"),
        }
        WSGIHandler()(request, lambda status, headers, made=made: made.append(status))
        assert made[0][:3] in ("404", "400"), path


def test_a_name_on_a_page_gets_into_no_address_log_line_error_or_file(
    bad, lead, caplog, capfd, tmp_path, monkeypatch
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    addresses, shown = [], 0
    for address, answer in walk(lead):
        page = answer.content.decode()
        addresses += [address, *(led for _, _, led in links(page))]
        shown += VICTIM in page
        assert WITNESS not in page, address
    found = lead.client.post("/en/people/search", {"name": VICTIM})
    pages = links(found.content.decode())
    addresses += [led for _, _, led in pages]
    refused = lead.client.post("/en/people/search", {"name": VICTIM, "since": VICTIM})
    assert refused.status_code == 200
    assert shown > 3
    said = capfd.readouterr()
    written = "\n".join([*addresses, caplog.text, said.out, said.err])
    for name in (VICTIM, WITNESS):
        for part in name.split():
            assert part not in written
            assert quote(part) not in written
    assert list(tmp_path.iterdir()) == []
    for file in bad.folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert VICTIM.encode() not in data, file.name
            assert WITNESS.encode() not in data, file.name
