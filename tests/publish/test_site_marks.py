"""Claims marked in a report: every word is there once, overlaps break nothing."""

import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from tasjil.model.acts import Act, Level
from tasjil.model.claim import Claim
from tasjil.model.hidden_signs import visible
from tasjil.model.ids import ClaimId, ReportId
from tasjil.model.report import Passage
from tasjil.publish.marks import marked_text, pieces

TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\u202e<&قت"),
    min_size=1,
    max_size=60,
)


def claim(n: int, text: str, start: int, end: int) -> Claim:
    return Claim(
        ClaimId(f"c{n}"), ReportId("sha256:0"), Act.KILLED, Level.INCIDENT,
        Passage.of(text, start, end), "english/1", f"g{n}",
    )  # fmt: skip


@st.composite
def texts_with_claims(draw):
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends), max_size=6))
    spans = [(min(s), max(s)) for s in spans if s[0] != s[1]]
    return text, [claim(n, text, *span) for n, span in enumerate(spans)]


@given(texts_with_claims())
def test_pieces_cover_the_text_once_and_in_order(case):
    text, claims = case
    spans = [(c.passage.start, c.passage.end) for c in claims]
    found = list(pieces(len(text), spans))
    assert "".join(text[p.start : p.end] for p in found) == text
    for n, (start, end) in enumerate(spans):
        covered = "".join(text[p.start : p.end] for p in found if n in p.claims)
        assert covered == text[start:end]


@given(texts_with_claims())
def test_marked_text_reads_like_the_text_and_has_each_claim_once(case):
    text, claims = case
    page = lxml.html.fragment_fromstring(
        f"<div>{marked_text(text, claims, 'claim')}</div>"
    )
    anchors = [e.get("id") for e in page.iter("a")]
    assert sorted(anchors) == sorted(f"c-{c.id}" for c in claims)
    for number in page.xpath(".//a"):
        number.drop_tree()
    for sign in page.find_class("hidden-sign"):
        sign.text = f"[{sign.text}]"
    assert page.text_content() == visible(text)


def test_a_claim_inside_a_claim_is_marked_deeper():
    text = "13 people, including three children, were killed"
    marked = marked_text(text, [claim(0, text, 0, 48), claim(1, text, 11, 35)], "claim")
    assert '<mark class="d1">' in marked
    assert '<mark class="d2">' in marked
