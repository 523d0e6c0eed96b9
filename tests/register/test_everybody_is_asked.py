"""No verb of a register forgets to ask: whoever left the case gets nowhere with any."""

import inspect
from collections.abc import Callable
from dataclasses import replace

from tasjil.errors import NotAllowed
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.ids import ClaimId, ReleaseId, UserId, VictimId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.users import Role, User
from tasjil.register import actions
from tasjil.register.corrections import NewCorrection
from tasjil.register.deeds import Deed
from tasjil.register.estimates import NewEstimate
from tasjil.register.kept_lists import KeptVersion
from tasjil.register.keys.ring import Key
from tasjil.register.persons import KeptPerson, LinkingRun, Proposed
from tasjil.register.register import Register

ME = UserId("reader-3")

ASKS: dict[str, Callable[..., object]] = {
    "append": lambda r, case: r.append([actions.scoped({})], ME, case.noon),
    "add_claim": lambda r, case: r.add_claim(by_hand(case), because="so", at=case.noon),
    "add_user": lambda r, case: r.add_user(
        User(UserId("friend"), Role.GUEST), because="so", at=case.noon
    ),
    "answer_correction": lambda r, case: r.answer_correction(
        1, answer="so", led_to=None, at=case.noon
    ),
    "approve": lambda r, case: r.approve(1, because="so", at=case.noon),
    "ask": lambda r, case: r.ask(Deed.PUBLISH, "it", because="so", at=case.noon),
    "ask_coding": lambda r, case: r.ask_coding(
        case.report(0)[0].id, [ME, UserId("lead")], because="so", at=case.noon
    ),
    "assess": lambda r, case: r.assess(finding(case)),
    "assessments": lambda r, case: r.assessments(),
    "assessment": lambda r, case: r.assessment(1),
    "assessments_about": lambda r, case: r.assessments_about(["incident:i-1"]),
    "back_up": lambda r, case: r.back_up(None, at=case.noon),
    "capture": lambda r, case: r.capture(*case.report(9), by=ME, at=case.noon),
    "capture_all": lambda r, case: r.capture_all([case.report(9)], by=ME, at=case.noon),
    "case": lambda r, case: r.case(),
    "change_user": lambda r, case: r.change_user(
        User(ME, Role.LEAD), because="so", at=case.noon
    ),
    "claim": lambda r, case: r.claim("c"),
    "claim_history": lambda r, case: r.claim_history("c"),
    "claims": lambda r, case: r.claims(),
    "claims_shown": lambda r, case: list(r.claims_shown(["c"])),
    "claims_of": lambda r, case: r.claims_of(["c"]),
    "codes": lambda r, case: r.codes(1),
    "codings": lambda r, case: r.codings(),
    "correct": lambda r, case: r.correct(
        by_hand(case), case.claim(case.report(0)[0], 0).id, because="so", at=case.noon
    ),
    "correction": lambda r, case: r.correction(1),
    "corrections": lambda r, case: r.corrections(),
    "counts": lambda r, case: r.counts(),
    "describe": lambda r, case: r.describe(
        case.report(0)[0].id, {"language": "ar"}, because="so", at=case.noon
    ),
    "describe_list": lambda r, case: r.describe_list(
        {"list": "a.csv"}, b"", because="so", at=case.noon
    ),
    "dissent": lambda r, case: r.dissent(1, because="so", at=case.noon),
    "entries": lambda r, case: r.entries(),
    "estimate": lambda r, case: r.estimate("1"),
    "estimate_heads": lambda r, case: r.estimate_heads(),
    "estimates": lambda r, case: r.estimates(),
    "find_lists": lambda r, case: r.find_lists("a.csv", None),
    "find_reports": lambda r, case: r.find_reports("1.txt", None),
    "fresh_readings": lambda r, case: r.fresh_readings(),
    "finish_coding": lambda r, case: r.finish_coding(1, {}, at=case.noon),
    "grant_box": lambda r, case: r.grant_box(ME, at=case.noon, because="so"),
    "how_many_corrections": lambda r, case: r.how_many_corrections(),
    "has_report": lambda r, case: r.has_report(case.report(0)[0].id),
    "import_list": lambda r, case: r.import_list(
        {**LIST, "list": case.report(9)[0].id}, case.report(9)[1], by=ME, at=case.noon
    ),
    "judge": lambda r, case: r.judge(
        replace(case.judgement(case.claim(case.report(0)[0], 0)), by=ME)
    ),
    "judge_all": lambda r, case: r.judge_all(
        [replace(case.judgement(case.claim(case.report(0)[0], 0)), by=ME)]
    ),
    "judge_link": lambda r, case: r.judge_link(word(case)),
    "judge_links": lambda r, case: r.judge_links([word(case)]),
    "judgements": lambda r, case: r.judgements(),
    "kept_lists": lambda r, case: r.kept_lists(),
    "last_columns": lambda r, case: r.last_columns(),
    "list_original": lambda r, case: r.list_original(
        KeptVersion(case.report(0)[0].id, None, "a.csv", "a.csv", None, (), None)
    ),
    "keep_persons": lambda r, case: r.keep_persons(
        LinkingRun({"l": Proposed([KeptPerson("l:1", "d", "v-1")])}),
        by=ME,
        at=case.noon,
    ),
    "keep_estimate": lambda r, case: r.keep_estimate(
        NewEstimate(("l",), "d", "b", "a", {}, {}), by=ME, at=case.noon
    ),
    "keep_seen": lambda r, case: r.keep_seen(1, case.noon),
    "last_seen": lambda r, case: r.last_seen(),
    "waiting": lambda r, case: r.waiting(case.noon),
    "same_words": lambda r, case: r.same_words([case.report(0)[0].text_digest]),
    "known_digests": lambda r, case: r.known_digests(),
    "known_lists": lambda r, case: r.known_lists(),
    "last_linking": lambda r, case: r.last_linking(),
    "leave_for_export": lambda r, case: r.leave_for_export("it", at=case.noon),
    "let_in": lambda r, case: r.let_in(Key(UserId("friend"))),
    "link_judgements": lambda r, case: r.link_judgements(),
    "made_by_people": lambda r, case: r.made_by_people(),
    "made_around": lambda r, case: r.made_around(["c"]),
    "marks_on": lambda r, case: r.marks_on([1]),
    "must": lambda r, case: r.must(Deed.BACK_UP),
    "original": lambda r, case: r.original(case.report(0)[0].id),
    "papers_of_records": lambda r, case: r.papers_of_records(),
    "person_moves": lambda r, case: r.person_moves(),
    "persons": lambda r, case: r.persons(),
    "persons_of": lambda r, case: r.persons_of(["l:1"]),
    "propose": lambda r, case: r.propose(
        case.report(0)[0].id, "english/2", [], by=ME, at=case.noon
    ),
    "propose_all": lambda r, case: r.propose_all(
        [actions.Reading(case.report(0)[0].id, "english/2", ())], by=ME, at=case.noon
    ),
    "reading": lambda r, case: r.reading(case.report(0)[0].id),
    "readings": lambda r, case: r.readings(),
    "rekey": lambda r, case: r.rekey(at=case.noon, because="so"),
    "remove_user": lambda r, case: r.remove_user(ME, because="so", at=case.noon),
    "report": lambda r, case: r.report(case.report(0)[0].id),
    "report_heads": lambda r, case: r.report_heads([case.report(0)[0].id]),
    "reports": lambda r, case: r.reports(),
    "publish_release": lambda r, case: r.publish_release(
        ReleaseId("r-1"), {"what": "it"}, {}, because="so", at=case.noon
    ),
    "receive_correction": lambda r, case: r.receive_correction(
        NewCorrection("killed", "it was one"), because="so", at=case.noon
    ),
    "release": lambda r, case: r.release("r-1"),
    "releases": lambda r, case: r.releases(),
    "requests": lambda r, case: r.requests(),
    "set_scope": lambda r, case: r.set_scope({"acts": []}, by=ME, at=case.noon),
    "sign": lambda r, case: r.sign(1, because="so", at=case.noon),
    "standing_claim": lambda r, case: r.standing_claim("c"),
    "take_back": lambda r, case: r.take_back(
        case.claim(case.report(0)[0], 0).id, because="so", at=case.noon
    ),
    "take_box": lambda r, case: r.take_box(UserId("lead"), at=case.noon, because="so"),
    "tally_of_claims": lambda r, case: r.tally_of_claims(),
    "user_of": lambda r, case: r.user_of(ME),
    "users": lambda r, case: r.users(),
    "words_on_claims": lambda r, case: r.words_on_claims(["c"]),
    "words_on_pairs": lambda r, case: r.words_on_pairs(["c"]),
    "unsigned": lambda r, case: r.unsigned(),
    "withdraw_estimate": lambda r, case: r.withdraw_estimate(
        "1", because="so", at=case.noon
    ),
}
LIST = {"name": "a", "sheet": None, "notes": [], "rows": 1, "headers": 1}

ASKS_NOBODY = {
    "create": "whoever makes a register is its lead",
    "open": "who comes in is found out by it",
    "close": "it signs what was written, by whomever",
    "rest": "it closes what the next question opens again",
    "checkpoint": "closing does it too",
    "checkpoints": "signed pages are made to be shown",
    "stamp": "the proof that a log was there harms nobody",
    "stamps": "the same",
    "head": "the length of the log and a digest",
    "position": "the length of the log",
    "table_digests": "digests, for those who compare",
    "time": "the clock",
    "begun": "the time of the first entry",
    "last_backup": "the time of a backup",
    "may": "it says no, and refuses nothing",
    "approved": "the number of an approval, which the log asks for again",
    "keys_held": "it stands in keys.json, in clear",
    "box_holders": "the same",
    "rebuild": "the tables that say who may do what can be the ones that are broken",
    "verify": "the same",
}
"""Why each of the others does not ask."""


def word(lumenia):
    at = lumenia.noon.isoformat()
    claims = (lumenia.claim(lumenia.report(0)[0], each).id for each in (0, 1))
    return Judgement(PairKind.CLAIMS, *claims, Verdict.SAME, ME, at, "so")


def by_hand(lumenia):
    claim = lumenia.claim(lumenia.report(0)[0], 0)
    return replace(claim, id=ClaimId("p-1"), reader="person/1")


def finding(lumenia):
    return Assessment(
        element=Element.DEATH,
        finding="dead",
        standing=Standing.PENDING,
        standard=StandardOfProof.REASONABLE_GROUNDS,
        by=ME,
        at=lumenia.noon.isoformat(),
        because="so",
        victim=VictimId("v1"),
    )


def refuses(act, register, lumenia):
    try:
        act(register, lumenia)
    except NotAllowed as refusal:
        return "take you back" in str(refusal)
    return False


def test_every_verb_of_a_register_is_on_one_of_the_two_lists():
    verbs = {
        name
        for name, what in inspect.getmembers(Register, callable)
        if not name.startswith("_")
    }
    assert verbs == ASKS.keys() | ASKS_NOBODY.keys()
    assert not ASKS.keys() & ASKS_NOBODY.keys()


def test_whoever_left_gets_nowhere_with_any_verb(house, lumenia):
    lumenia.fill(house.lead)
    left = house.add("reader-3", Role.LEAD)
    house.lead.grant_box(ME, because="so", at=lumenia.noon)
    left = house.open("reader-3")
    house.change(User(ME, Role.LEAD, active=False))
    before = house.lead.head(), house.lead.keys_held()
    refused = {name for name, act in ASKS.items() if refuses(act, left, lumenia)}
    assert refused == ASKS.keys()
    assert (house.lead.head(), house.lead.keys_held()) == before


def test_a_lead_gets_somewhere_with_those_that_only_look(house, lumenia):
    """Else the test above would hold for verbs that refuse everybody."""
    claim = lumenia.fill(house.lead)[0]
    assert house.lead.claim(claim.id)
    assert house.lead.users()
    for name in ("claims", "reports", "entries", "judgements"):
        assert list(getattr(house.lead, name)()), name
