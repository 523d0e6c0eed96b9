"""A scorer gives a perfect reader a hundred, an empty one nothing, and splits hairs."""

from dataclasses import replace

import pytest

from gold.assignment import best_pairs
from gold.coded import BadGold, CodedReport, coded, coded_report
from gold.scoring import errors_of, pair, said_of, score
from gold.words import alike
from tasjil.model.acts import Act, Level, Stance
from tasjil.model.claim import Claim, Perpetrator, Teller, When
from tasjil.model.persons import Sex, VictimGroup
from tasjil.model.places import Where
from tasjil.model.quantity import Quantity, Unit
from tasjil.model.report import Passage

TEXT = "Two men were killed in Varesh, a nurse said. Their driver was wounded."
COMMON = {
    "level": "incident",
    "names": [],
    "age": "",
    "sex": "male",
    "status": "unknown",
    "when": "2031-05-06",
    "where": ["Varesh"],
    "perpetrator": "",
    "perpetrator_stance": "unknown",
    "tellers": [["a nurse", "medical"], ["The Varesh Courier", "media"]],
    "stance": "stated",
    "part_of": "",
    "background": False,
}
KILLED = {
    **COMMON,
    "quote": "Two men were killed",
    "act": "killed",
    "low": 2,
    "high": 2,
    "number": "Two",
    "victims": "Two men",
    "group": "a",
}
WOUNDED = {
    **COMMON,
    "quote": "Their driver was wounded",
    "act": "injured",
    "low": 1,
    "high": 1,
    "number": "",
    "victims": "Their driver",
    "group": "b",
}


def gold(*claims: dict[str, object], text: str = TEXT) -> CodedReport:
    told = {
        "text": text,
        "language": "en",
        "published": "2031-05-07",
        "publisher": "The Varesh Courier",
        "publisher_kind": "media",
        "claim": list(claims),
    }
    return coded_report("001", told)


def perfect(report: CodedReport) -> list[Claim]:
    """Claims that say just what was coded."""
    return [
        Claim(
            id=f"c{i}",
            report=report.report.id,
            act=c.act,
            level=c.level,
            passage=Passage.of(report.report.text, c.start, c.end),
            reader="test/1",
            group=f"g{c.group}",
            part_of=f"g{c.part_of}" if c.part_of else None,
            quantity=Quantity(c.low, c.high, None),
            victims=VictimGroup(text=c.victims, sex=c.sex, status=c.status),
            when=When(c.when),
            where=tuple(Where(place) for place in c.where),
            perpetrator=Perpetrator(c.perpetrator or None),
            attribution=tuple(Teller(words, kind) for words, kind in c.tellers),
            stance=c.stance,
        )
        for i, c in enumerate(report.claims)
    ]


def rates(report: CodedReport, said: list[Claim]) -> dict[str, float]:
    reached = score([pair(report, said)])
    return {name: round(rate.f1, 1) for name, rate in reached.rates.items()}


def test_a_perfect_reader_scores_a_hundred_in_everything():
    report = gold(KILLED, WOUNDED)
    reached = score([pair(report, perfect(report))])
    assert {rate.f1 for rate in reached.rates.values()} == {100.0}
    assert {share.percent for share in reached.fields.values()} == {100.0}
    assert reached.grouping == 100.0
    assert not reached.errors


def test_a_reader_that_says_nothing_scores_nothing():
    reached = score([pair(gold(KILLED, WOUNDED), [])])
    assert {rate.f1 for rate in reached.rates.values()} == {0.0}
    assert reached.grouping == 0.0
    assert reached.errors == {"missed": 2}


def test_saying_nothing_of_a_report_without_claims_is_right():
    assert rates(gold(), [])["claims"] == 100.0


def test_a_claim_told_twice_costs_precision_and_no_recall():
    report = gold(KILLED)
    rate = score([pair(report, perfect(report) * 2)]).rates["number right"]
    assert (rate.precision, rate.recall) == (50.0, 100.0)


def test_a_wrong_number_is_a_claim_without_its_number():
    report = gold(KILLED)
    said = [replace(perfect(report)[0], quantity=Quantity(2, None, None))]
    found = rates(report, said)
    assert (found["claims"], found["number right"]) == (100.0, 0.0)
    assert [kind for kind, *_ in errors_of(pair(report, said))] == ["number"]


def test_two_families_are_not_two_people():
    report = gold(KILLED)
    families = Quantity(2, 2, None, Unit.FAMILY)
    said = [replace(perfect(report)[0], quantity=families)]
    assert rates(report, said)["number right"] == 0.0


def test_bodies_found_count_as_killed_among_claims_and_not_among_acts():
    report = gold(KILLED)
    said = [replace(perfect(report)[0], act=Act.BODIES_FOUND)]
    assert rates(report, said)["claims"] == 100.0
    assert score([pair(report, said)]).fields["act"].percent == 0.0


def test_an_injury_read_as_a_death_is_paired_and_no_claim_found():
    report = gold(KILLED)
    said = [replace(perfect(report)[0], act=Act.INJURED)]
    assert rates(report, said)["claims"] == 0.0
    assert [kind for kind, *_ in errors_of(pair(report, said))] == ["act"]


def test_a_claim_that_stands_on_other_words_is_spurious_and_the_coded_one_missed():
    report = gold(KILLED)
    other = perfect(gold(WOUNDED))
    assert [kind for kind, *_ in errors_of(pair(report, other))] == [
        "missed",
        "spurious",
    ]


def test_the_wrong_teller_and_stance_cost_only_those():
    report = gold(KILLED)
    [claim] = perfect(report)
    teller = (Teller("the army"), *claim.attribution[1:])
    said = [replace(claim, attribution=teller, stance=Stance.ALLEGED)]
    assert rates(report, said) == {
        "claims": 100.0,
        "number right": 100.0,
        "first teller right": 0.0,
        "stance right": 0.0,
        "first teller and stance": 0.0,
    }


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("level", {"level": Level.AGGREGATE}),
        ("date", {"when": When("2031-05")}),
        ("place", {"where": ()}),
        ("sex", {"victims": VictimGroup(sex=Sex.WOMAN)}),
        ("names", {"victims": VictimGroup(names=("Ilya Sorn",))}),
        ("perpetrator", {"perpetrator": Perpetrator("gunmen")}),
        ("chain length", {"attribution": (Teller("a nurse"),)}),
        ("background", {"background": True}),
    ],
)
def test_each_field_is_judged_for_itself(field, change):
    report = gold(KILLED)
    said = [replace(perfect(report)[0], **change)]
    assert score([pair(report, said)]).fields[field].percent == 0.0


def test_a_month_meets_its_day_and_is_not_equal_to_it():
    report = gold(KILLED)
    said = [replace(perfect(report)[0], when=When("2031-05"))]
    fields = score([pair(report, said)]).fields
    assert (fields["date"].percent, fields["date overlaps"].percent) == (0.0, 100.0)


def test_two_people_put_in_one_group_cost_the_grouping():
    report = gold(KILLED, WOUNDED)
    said = [replace(claim, group="g1") for claim in perfect(report)]
    assert round(score([pair(report, said)]).grouping, 1) == 66.7


def test_a_part_is_right_where_its_whole_is_the_coded_one():
    part = {**WOUNDED, "part_of": "a"}
    report = gold(KILLED, part)
    right, left_out = perfect(report), perfect(gold(KILLED, WOUNDED))
    assert score([pair(report, right)]).fields["part of"].percent == 100.0
    assert score([pair(report, left_out)]).fields["part of"].percent == 50.0


def test_of_two_claims_on_the_same_words_the_one_with_the_number_is_paired():
    report = gold(KILLED)
    [claim] = perfect(report)
    wrong = replace(claim, quantity=Quantity(9, 9, None))
    [made] = pair(report, [wrong, claim]).pairs
    assert made.said is claim


def test_the_best_pairs_are_best_together():
    assert best_pairs([[5.0, 6.0], [0.0, 5.0]]) == [(0, 0), (1, 1)]
    assert best_pairs([[1.0], [2.0], [1.5]]) == [(1, 0)]
    assert best_pairs([[0.0]]) == []


def test_tellers_are_alike_in_both_scripts():
    assert alike("مرصد السهل للحقوق", "المرصد")
    assert not alike("وزارة الصحة", "شاهد عيان")


def test_a_quote_that_does_not_stand_in_its_report_is_refused():
    with pytest.raises(BadGold):
        gold({**KILLED, "quote": "Nine men were killed"})


def test_the_nth_occurrence_of_a_quote_is_meant():
    text = "One was killed. One was killed."
    report = gold({**KILLED, "quote": "One was killed", "at": 2}, text=text)
    assert report.claims[0].start == 16


def test_a_language_without_a_reader_has_no_claims():
    plain = gold(KILLED)
    foreign = replace(plain, report=replace(plain.report, language="la"))
    assert said_of(foreign) == ()


@pytest.mark.parametrize("language", ["english", "arabic"])
@pytest.mark.parametrize("half", ["tune", "unseen"])
def test_every_quote_of_the_gold_stands_in_its_report(language, half):
    reports = list(coded(language, half))
    assert len(reports) == 40
    assert sum(len(report.claims) for report in reports) > 200
