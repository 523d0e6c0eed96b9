"""A page that shows a few claims asks about these alone, and gets all there is."""

import pytest

from tasjil.errors import BadValue, NotAllowed
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.ids import UserId, VictimId
from tasjil.model.judgement import ClaimState, Judgement, PairKind, Verdict
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.users import Role
from tasjil.register.around import Position
from tasjil.register.persons import KeptPerson, LinkingRun, Proposed

AT = "2031-05-05T09:30:00+00:00"


def test_what_people_said_of_a_claim_stands_with_its_place_in_the_log(
    register, lumenia
):
    claims = lumenia.fill(register)
    before = register.position()
    register.judge(lumenia.judgement(claims[0], ClaimState.REJECTED))

    words = register.words_on_claims([claims[0].id, claims[1].id])

    assert [each.said for each in words] == ["accepted", "rejected"]
    assert [each.order > before.order for each in words] == [False, True]


def test_words_on_pairs_are_found_from_either_side(register, lumenia):
    one, other, third = (claim.id for claim in lumenia.fill(register)[:3])
    register.judge_link(
        Judgement(
            PairKind.CLAIMS, one, other, Verdict.SAME, UserId("lead"), AT, "one mill"
        )
    )

    assert register.words_on_pairs([one]) == register.words_on_pairs([other]) != ()
    assert register.words_on_pairs([third]) == ()


def test_the_head_of_a_report_holds_no_word_of_its_text(register, lumenia):
    claims = lumenia.fill(register)

    (head,) = register.report_heads([claims[0].report]).values()

    assert (head.name, head.publisher) == ("0.txt", "The Lumenia Herald")
    assert "Alder Bridge" not in repr(head)


def test_assessments_are_found_by_whom_they_are_about(register, lumenia):
    found = [
        Assessment(
            element=Element.IDENTITY,
            finding="as named",
            standing=Standing.PENDING,
            standard=StandardOfProof.REASONABLE_GROUNDS,
            by=UserId("lead"),
            at=AT,
            because="looked at",
            victim=VictimId(each),
        )
        for each in ("v-1", "v-2")
    ]
    for each in found:
        register.assess(each)

    ((_, told),) = register.assessments_about(["victim:v-2"])

    assert told == found[1]


def test_whoever_has_one_record_of_a_person_gets_all_of_them(register, lumenia):
    told = [KeptPerson(f"l:{n}", "d", f"v-{n % 2}") for n in range(4)]
    register.keep_persons(LinkingRun({"l": Proposed(told)}), by="lead", at=lumenia.noon)

    assert [each.record for each in register.persons_of(["l:1"])] == ["l:1", "l:3"]


def test_who_works_on_their_own_records_alone_gets_nobody_elses_words(house, lumenia):
    claims = lumenia.fill(house.lead)
    own = house.add("reader-3", Role.DOCUMENTER, own_records=True)

    with pytest.raises(NotAllowed):
        own.words_on_pairs([claims[0].id])
    assert own.report_heads([claims[0].report]) == {}


def test_a_position_is_read_back_as_it_was_written():
    assert Position.parse(str(Position(7, 2))) == Position(7, 2)
    with pytest.raises(BadValue, match="load the page again"):
        Position.parse("yesterday")
