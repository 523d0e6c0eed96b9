"""What a language model says is kept where the report says it too, and nowhere else."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from language_model import ServedModel, claims, words
from tasjil.model.acts import Act, Level
from tasjil.model.quantity import Quantity
from tasjil.model.report import Report
from tasjil.model.sources import SourceKind
from tasjil.read.door import Reading, read
from tasjil.read.dropping import Dropped
from tasjil.read.language_model.endpoint import Endpoint
from tasjil.read.language_model.reader import LanguageModelReader
from tasjil.read.language_model.settings import ModelSettings

TEXT = (
    "Gunmen attacked a convoy near Ostrel.\n\n"
    "At least 13 people, including three children, were shot\ndead by gunmen in "
    "Varesh on Wednesday, the Lumen Observatory said. Mirel Tovan, 25, a farmer, was "
    "abducted by soldiers. Dozens fled to Tolmin."
)
TOLD: dict[str, Any] = {
    "quote": "At least 13 people, including three children, were shot dead by gunmen "
    "in Varesh on Wednesday, the Lumen Observatory said.",
    "act": "killed",
    "level": "incident",
    "number": {"text": "At least 13", "low": 13, "high": None, "unit": "person"},
    "victims": {
        "text": "13 people",
        "names": [],
        "age": None,
        "sex": "unknown",
        "status": "unknown",
        "communities": [],
        "relation": None,
    },
    "when": {"text": "Wednesday", "edtf": "2025-03-12"},
    "where": ["Varesh"],
    "cause": "small arms and light weapons",
    "perpetrator": {"text": "gunmen", "stance": "named"},
    "tellers": [{"text": "the Lumen Observatory", "kind": "monitor"}],
    "stance": "stated",
    "background": False,
    "group": "g1",
    "part_of": None,
}


def told(**changes: Any) -> dict[str, Any]:
    """The true claim with some of it told otherwise: `number__low=5`."""
    claim = deepcopy(TOLD)
    for path, value in changes.items():
        *into, last = path.split("__")
        place = claim
        for step in into:
            place = place[step]
        place[last] = value
    return claim


CHILDREN = told(
    number={"text": "three", "low": 3, "high": 3, "unit": "person"},
    victims__text="three children",
    group="g2",
    part_of="g1",
)
MIREL = told(
    quote="Mirel Tovan, 25, a farmer, was abducted by soldiers.",
    act="abducted",
    level="individual",
    number={"text": None, "low": 1, "high": 1, "unit": "person"},
    victims={"text": "a farmer", "names": ["Mirel Tovan"], "age": 25},
    perpetrator={"text": "soldiers", "stance": "named"},
    group="g3",
)


def reader_of(model: ServedModel, **settings: Any) -> LanguageModelReader:
    """A reader that asks the model of a test, once and not for long."""
    known = {"attempts": 1, "seconds": 5.0, **settings}
    return LanguageModelReader(
        Endpoint(ModelSettings(model.endpoint, "lumen-7b", **known), wait=no_time)
    )


def no_time(seconds: float) -> None:
    """Let no time pass."""


@pytest.fixture
def reading(
    model: ServedModel, report_of: Callable[..., Report]
) -> Callable[..., Reading]:
    """Read the report above with a model that answers these claims."""

    def ask(*answers: dict[str, Any], text: str = TEXT, **headers: str) -> Reading:
        model.replies.append(claims(*answers))
        return read(report_of(text, **headers), reader=reader_of(model))

    return ask


def test_what_a_model_says_stands_on_the_reports_own_words(reading, report_of):
    found = reading(TOLD, CHILDREN, MIREL)
    whole, children, mirel = found.claims
    assert found.dropped == 0
    for claim in found.claims:
        claim.check(TEXT)
        assert claim.reader == found.reader == "language model lumen-7b/1"
    # A line break of the report is in the passage, though not in the model's quote.
    assert "shot\ndead" in whole.passage.quote
    assert whole.quantity == Quantity(13, None, "At least 13")
    assert (whole.act, whole.level, whole.when.edtf) == (
        Act.KILLED,
        Level.INCIDENT,
        "2025-03-12",
    )
    assert [each.text for each in whole.where] == ["Varesh"]
    assert whole.perpetrator.text == "gunmen"
    assert TEXT[slice(*whole.spans["quantity"])] == "At least 13"
    assert children.part_of == whole.group
    assert mirel.victims.names == ("Mirel Tovan",)
    assert (mirel.victims.age, mirel.quantity.low) == (25, 1)


def test_the_publisher_is_the_last_teller_whatever_the_model_says(reading):
    tellers = [
        {"text": "the Lumen Observatory", "kind": "unknown"},
        {"text": "The Tolmin Gazette", "kind": "witness"},
    ]
    [claim] = reading(told(tellers=tellers)).claims
    assert [(each.text, each.kind) for each in claim.attribution] == [
        ("the Lumen Observatory", SourceKind.MONITOR),
        ("The Tolmin Gazette", SourceKind.MEDIA),
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "At least 13 people were executed by gunmen"}, Dropped.WORDS),
        ({"quote": TOLD["quote"].upper()}, Dropped.WORDS),
        ({"quote": "t least 13 people"}, Dropped.WORDS),
        ({"victims__text": "13 pilgrims"}, Dropped.WORDS),
        ({"number": {"text": "40", "low": 40, "high": 40}}, Dropped.NUMBER),
        ({"number": {"text": "At least 13", "low": 31}}, Dropped.NUMBER),
        ({"number": {"text": "At least 13", "low": 13, "high": 40}}, Dropped.NUMBER),
        ({"number": {"text": "3", "low": 3, "high": 3}}, Dropped.NUMBER),
        ({"number": {"low": 7, "high": 7}}, Dropped.NUMBER),
        ({"number": {"low": 1, "high": 1}}, Dropped.NUMBER),
        ({"number": {"text": "gunmen", "low": 9, "high": 9}}, Dropped.NUMBER),
        ({"number": {"text": "25", "low": 25, "high": 25}}, Dropped.NUMBER),
        ({"victims__names": ["Sera Quillane"]}, Dropped.NAME),
        ({"tellers": [{"text": "the ministry", "kind": "un"}]}, Dropped.TELLER),
        ({"act": "obliterated"}, Dropped.SHAPE),
        ({"stance": None}, Dropped.SHAPE),
        ({"number__low": "thirteen"}, Dropped.SHAPE),
        ({"number__low": -13}, Dropped.SHAPE),
        ({"number__low": 10**30}, Dropped.SHAPE),
        ({"victims__age": 200}, Dropped.SHAPE),
        ({"quote": ""}, Dropped.SHAPE),
        ({"quote": ["At least 13 people"]}, Dropped.SHAPE),
        ({"where": "Varesh"}, Dropped.SHAPE),
    ],
)
def test_a_claim_the_report_does_not_make_is_dropped_and_counted(
    reading, change, reason
):
    found = reading(TOLD, told(**change))
    assert [claim.act for claim in found.claims] == [Act.KILLED]
    assert found.reasons == {reason: 1}


@pytest.mark.parametrize("claim", [None, 7, "killed", [], {}, {"quote": "Dozens fled"}])
def test_what_has_not_the_form_of_a_claim_is_dropped_alone(reading, claim):
    found = reading(claim, TOLD)
    assert (len(found.claims), found.reasons) == (1, {Dropped.SHAPE: 1})


def test_offsets_and_other_fields_of_the_models_own_are_not_looked_at(reading):
    mine = {**TOLD, "start": 0, "end": 9, "spans": {"quantity": [0, 9]}, "id": "c-1"}
    assert reading(mine).claims == reading(TOLD).claims


def test_a_time_a_place_or_a_perpetrator_of_no_words_becomes_unknown(reading):
    [claim] = reading(
        told(
            when={"text": "on Sunday", "edtf": "2025-03-09"},
            where=["Castelmar"],
            perpetrator={"text": "the royal guard", "stance": "accused"},
            victims__age=40,
            victims__relation="wife of the mayor",
        )
    ).claims
    assert (claim.when.edtf, claim.where, claim.perpetrator.text) == (None, (), None)
    assert (claim.victims.age, claim.victims.relation) == (None, None)


def test_our_own_dates_and_codebook_decide_what_words_mean(reading):
    dozens = told(
        quote="Dozens fled to Tolmin.",
        act="displaced",
        number={"text": "Dozens", "low": 24, "high": 90},
        victims__text="Dozens",
        when={"text": "Wednesday", "edtf": "2025-03-05"},
        group="g4",
    )
    [claim] = reading(dozens).claims
    assert (claim.quantity.low, claim.quantity.high) == (12, None)
    assert claim.when.edtf == "2025-03-12"


def test_a_date_after_the_report_is_no_date(reading):
    text = "Duo homines Tolmini necati sunt die Martis."
    claim = told(
        quote=text,
        number={"text": "Duo", "low": 2, "high": 2},
        victims__text="Duo homines",
        when={"text": "die Martis", "edtf": "2031-01-01"},
        tellers=[],
    )
    for edtf, kept in (("2031-01-01", None), ("2025-03-11", "2025-03-11"), ("?", None)):
        claim["when"]["edtf"] = edtf
        [found] = reading(claim, text=text, language="la").claims
        assert (found.when.edtf, found.when.text) == (kept, "die Martis")


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ({"text": "Duo", "low": 2, "high": 2}, None, None),
        ({"text": "12", "low": 12, "high": None}, 12, None),
        ({"text": "12", "low": 20, "high": 20}, "dropped", None),
    ],
)
def test_digits_are_held_against_the_number_in_any_language(reading, number, low, high):
    text = "Duo homines Tolmini necati sunt, 12 fugerunt."
    claim = told(quote=text, number=number, victims__text="homines", tellers=[])
    found = reading(claim, text=text, language="la")
    if low == "dropped":
        assert found.reasons == {Dropped.NUMBER: 1}
    else:
        [claim] = found.claims
        assert (claim.quantity.low, claim.quantity.high) == (low, high)
        assert claim.quantity.text == number["text"]


def test_a_quote_that_stands_twice_is_the_one_beside_its_number(reading):
    text = (
        "They were killed in Varesh. Nobody counted them there. A day later the road "
        "was open. Then five men came. They were killed in Varesh. Rain fell."
    )
    claim = told(
        quote="They were killed in Varesh.",
        number={"text": "five", "low": 5, "high": 5},
        victims__text="five men",
        tellers=[],
    )
    [found] = reading(claim, text=text).claims
    assert found.passage.start > text.index("five")


ARABIC = "قُتل ١٣ مدنياً في فاريش يوم الأربعاء، وأُصيب 4 آخرون، بحسب مرصد لومينيا."


def arabic(**changes: Any) -> dict[str, Any]:
    """A true claim of the Arabic report, with some of it told otherwise."""
    claim = {
        "quote": "قُتل ١٣ مدنياً في فاريش يوم الأربعاء",
        "act": "killed",
        "level": "incident",
        "number": {"text": "١٣", "low": 13, "high": 13},
        "victims": {"text": "١٣ مدنياً", "status": "civilian"},
        "tellers": [{"text": "مرصد لومينيا", "kind": "monitor"}],
    }
    return {**claim, **changes}


def test_arabic_is_read_letter_for_letter(reading):
    injured = arabic(
        quote="أُصيب 4 آخرون",
        act="injured",
        number={"text": "4", "low": 4, "high": 4},
        victims={"text": "4 آخرون"},
    )
    found = reading(arabic(), injured, text=ARABIC, language="ar")
    assert [(c.act, c.quantity.low) for c in found.claims] == [
        (Act.KILLED, 13),
        (Act.INJURED, 4),
    ]


def test_our_arabic_grammar_reads_the_words_again(reading):
    text = "مقتل ما لا يقل عن ثلاثة عشر مدنياً في فاريش يوم الأربعاء."
    claim = arabic(
        quote=text,
        number={"text": "ثلاثة عشر", "low": 13, "high": 13},
        victims={"text": "ثلاثة عشر مدنياً"},
        when={"text": "يوم الأربعاء", "edtf": "2025-03-05"},
        tellers=[],
    )
    [found] = reading(claim, text=text, language="ar").claims
    assert (found.quantity.low, found.quantity.high) == (13, None)
    assert found.quantity.text == "ما لا يقل عن ثلاثة عشر"
    assert found.when.edtf == "2025-03-12"
    wrong = arabic(**{**claim, "number": {**claim["number"], "low": 30, "high": 30}})
    assert reading(wrong, text=text, language="ar").reasons == {Dropped.NUMBER: 1}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "قتل ١٣ مدنياً في فاريش"}, Dropped.WORDS),
        ({"quote": "قُتل 13 مدنياً في فاريش"}, Dropped.WORDS),
        ({"quote": "قُتل ١٣ مدنيا في فاريش"}, Dropped.WORDS),
        ({"number": {"text": "١٣", "low": 31, "high": 31}}, Dropped.NUMBER),
        ({"number": {"text": "٣", "low": 3, "high": 3}}, Dropped.NUMBER),
        ({"tellers": [{"text": "مرصد", "kind": "monitor"}] * 2}, None),
        ({"tellers": [{"text": "وزارة الصحة", "kind": "medical"}]}, Dropped.TELLER),
    ],
)
def test_other_marks_and_digits_are_other_letters(reading, change, reason):
    found = reading(arabic(**change), text=ARABIC, language="ar")
    assert found.reasons == ({} if reason is None else {reason: 1})


def test_two_people_of_other_names_are_never_one_group(reading):
    text = "Mirel Tovan was killed. Asha Brenn was killed. Tovan was buried in Varesh."
    one, two, again = (
        told(
            quote=quote,
            level="individual",
            number={"low": 1, "high": 1},
            victims={"text": name, "names": [name]},
            tellers=[],
            group="g1",
        )
        for quote, name in (
            ("Mirel Tovan was killed.", "Mirel Tovan"),
            ("Asha Brenn was killed.", "Asha Brenn"),
            ("Tovan was buried in Varesh.", "Tovan"),
        )
    )
    found = reading(one, two, again, text=text).claims
    assert [claim.group for claim in found] == ["g1", "g2", "g1"]


@pytest.mark.parametrize(
    ("of_children", "of_whole"),
    [("g1", "g2"), ("nowhere", None), ("g2", None)],
)
def test_a_part_is_tied_only_to_a_whole_that_is_there(reading, of_children, of_whole):
    children = told(**{**CHILDREN, "part_of": of_children})
    whole, part = reading(told(part_of=of_whole), children).claims
    ties = [claim.part_of for claim in (whole, part)]
    assert ties.count(None) >= 1
    assert all(tie in (None, "g1", "g2") for tie in ties)


def test_a_part_that_is_more_than_its_whole_is_no_part(reading):
    small = told(**{**CHILDREN, "group": "g1", "part_of": None})
    large = told(group="g2", part_of="g1")
    assert [claim.part_of for claim in reading(small, large).claims] == [None, None]


def test_more_claims_than_a_report_can_hold_are_cut_off_and_counted(reading):
    found = reading(*[TOLD] * 1000)
    assert len(found.claims) == 1
    assert found.reasons == {Dropped.TOO_MANY: 600}


@pytest.mark.parametrize(
    "around", ["Here are the claims:\n{}\nI hope this helps.", "```json\n{}\n```"]
)
def test_prose_around_the_claims_is_passed_over(model, report_of, around):
    model.replies.append(words(around.format(json.dumps({"claims": [TOLD]}))))
    assert len(read(report_of(TEXT), reader=reader_of(model)).claims) == 1


def test_a_long_report_is_read_in_pieces_and_each_claim_once(model, report_of):
    rain = "Rain fell on the road to Tolmin all day. " * 20
    parts = [f"{n + 20} men were killed in Varesh.\n\n{rain}" for n in range(12)]
    text = "\n\n".join(parts)

    def every_claim_it_was_shown(door: Any) -> None:
        shown = model.asked[-1].user
        claims(
            *(
                told(
                    quote=f"{n + 20} men were killed in Varesh.",
                    number={"text": str(n + 20), "low": n + 20, "high": n + 20},
                    victims__text=f"{n + 20} men",
                    tellers=[],
                    when={},
                    group=f"g{n}",
                )
                for n in range(12)
                if f"{n + 20} men were killed" in shown
            )
        )(door)

    model.always = every_claim_it_was_shown
    found = read(report_of(text), reader=reader_of(model, characters=3000))
    assert len(model.asked) > 3
    assert [claim.quantity.low for claim in found.claims] == list(range(20, 32))
    assert len({claim.group for claim in found.claims}) == 12
    assert found.dropped == 0
