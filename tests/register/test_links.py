"""People say whether two are one; their last word on a pair stands, and all stay."""

import pytest
from django.db.migrations.executor import MigrationExecutor

from tasjil.errors import BadValue, NotAllowed, NotInRegister
from tasjil.model.ids import UserId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.users import Role
from tasjil.register.keys.ring import Key
from tasjil.register.offices.questions import QuestionKind
from tasjil.register.register import Register

SAME, DIFFERENT, UNTOLD = Verdict.SAME, Verdict.DIFFERENT, Verdict.CANNOT_TELL
AT = "2031-05-05T09:30:00+00:00"


def word(one, other, verdict=SAME, by="lead", kind=PairKind.CLAIMS):
    return Judgement(kind, one, other, verdict, UserId(by), AT, "the same mill")


def test_what_a_person_said_of_a_pair_comes_back_oldest_first(register, lumenia):
    first, second, *_ = (claim.id for claim in lumenia.fill(register))
    register.judge_link(word(second, first))
    register.judge_link(word(first, second, DIFFERENT))
    told = list(register.link_judgements())
    assert [each.verdict for each in told] == [SAME, DIFFERENT]
    assert {each.pair for each in told} == {tuple(sorted((first, second)))}
    assert (told[0].by, told[0].because) == ("lead", "the same mill")
    assert list(register.link_judgements(PairKind.VICTIMS)) == []


def test_several_pairs_are_kept_whole_or_not_at_all(register, lumenia):
    claims = [claim.id for claim in lumenia.fill(register)]
    with pytest.raises(NotInRegister, match="read again"):
        register.judge_links([word(claims[0], claims[1]), word(claims[1], "gone")])
    with pytest.raises(BadValue, match="one by one"):
        register.judge_links(
            [word(claims[0], claims[1]), word(claims[1], claims[2], by="salma")]
        )
    assert list(register.link_judgements()) == []


def test_a_word_on_a_claim_that_was_replaced_since_can_be_taken_back(register, lumenia):
    claims = lumenia.fill(register, reports=1)
    register.judge_link(word(claims[1].id, claims[2].id))
    register.propose(claims[1].report, "english/2", [], by="lead", at=lumenia.noon)
    register.judge_link(word(claims[1].id, claims[2].id, UNTOLD))
    assert [each.verdict for each in register.link_judgements()] == [SAME, UNTOLD]


def test_victims_are_judged_in_the_same_way(register, lumenia):
    lumenia.fill(register)
    register.judge_link(word("v-1", "v-2", kind=PairKind.VICTIMS))
    (told,) = register.link_judgements(PairKind.VICTIMS)
    assert told.pair == ("v-1", "v-2")


@pytest.mark.parametrize(
    ("role", "own", "may"),
    [
        (Role.LEAD, False, True),
        (Role.VERIFIER, False, True),
        (Role.ANALYST, False, True),
        (Role.DOCUMENTER, False, False),
        (Role.GUEST, False, False),
        (Role.VERIFIER, True, False),
    ],
)
def test_who_may_say_what_is_one(house, lumenia, role, own, may):
    claims = [claim.id for claim in lumenia.fill(house.lead)]
    theirs = house.add("salma", role, own)
    said = word(claims[1], claims[2], by="salma")
    if may:
        theirs.judge_link(said)
    else:
        with pytest.raises(NotAllowed):
            theirs.judge_link(said)
    assert len(list(house.lead.link_judgements())) == may


def test_who_works_on_their_own_records_sees_words_on_those_alone(house, lumenia):
    claims = [claim.id for claim in lumenia.fill(house.lead)]
    house.lead.judge_link(word(claims[1], claims[2]))
    theirs = house.add("salma", Role.DOCUMENTER, own_records=True)
    assert list(theirs.link_judgements()) == []


def test_nothing_of_a_link_is_left_when_its_report_is_erased(register, lumenia):
    claims = lumenia.fill(register, reports=2)
    one, other = claims[1], claims[4]
    register.judge_link(word(one.id, other.id))
    register.box.erase(None, [one.report], by="lead", at=lumenia.noon, because="asked")
    assert list(register.link_judgements()) == []
    before = register.table_digests()
    assert register.rebuild() == before
    register.verify()


def test_a_register_of_an_earlier_tasjil_gains_the_links_that_its_log_holds(
    register, lumenia
):
    claims = [claim.id for claim in lumenia.fill(register)]
    register.judge_link(word(claims[1], claims[2]))
    before = register.table_digests()
    executor = MigrationExecutor(register._store.connection)
    executor.migrate([("register", "0008_assessments")])
    register.close()
    with Register.open(register.folder, Key()) as later:
        assert [each.verdict for each in later.link_judgements()] == [SAME]
        assert later.table_digests() == before
        later.verify()


def test_what_one_office_says_of_two_claims_holds_in_the_other(north, coast):
    north.capture(1)
    claims = [claim.id for claim in north.read(1)]
    north.link(claims[0], claims[2], SAME)
    coast.hear(north)
    (told,) = coast.register.link_judgements()
    assert (told.verdict, told.by) == (SAME, f"lead @ {north.id}")
    assert coast.seen() == north.seen()
    coast.check()


def test_two_offices_that_contradict_each_other_are_asked(north, coast):
    north.capture(1)
    one, other, _ = sorted(claim.id for claim in north.read(1))
    coast.hear(north)
    north.link(one, other, SAME, minute=1)
    coast.link(one, other, DIFFERENT, minute=2)
    north.hear(coast, minute=3)
    coast.hear(north, minute=3)
    asked = [(QuestionKind.LINKS_DISPUTED, f"{one} and {other}")]
    assert north.asks() == coast.asks() == asked
    assert north.seen() == coast.seen()
    coast.link(one, other, UNTOLD, minute=4)
    assert coast.asks() == []
