"""No verb of a register forgets to ask: whoever left the case gets nowhere with any."""

import inspect
from collections.abc import Callable
from dataclasses import replace

from tasjil.errors import NotAllowed
from tasjil.model.assessment import Assessment, Standing
from tasjil.model.ids import UserId, VictimId
from tasjil.model.judgement import Judgement, PairKind, Verdict
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.users import Role, User
from tasjil.register import actions
from tasjil.register.deeds import Deed
from tasjil.register.kept_lists import KeptVersion
from tasjil.register.keys.ring import Key
from tasjil.register.persons import KeptPerson, LinkingRun, Proposed
from tasjil.register.register import Register

ME = UserId("reader-3")

ASKS: dict[str, Callable[..., object]] = {
    "append": lambda r, case: r.append([actions.scoped({})], ME, case.noon),
    "add_user": lambda r, case: r.add_user(
        User(UserId("friend"), Role.GUEST), because="so", at=case.noon
    ),
    "approve": lambda r, case: r.approve(1, because="so", at=case.noon),
    "ask": lambda r, case: r.ask(Deed.PUBLISH, "it", because="so", at=case.noon),
    "assess": lambda r, case: r.assess(finding(case)),
    "assessments": lambda r, case: r.assessments(),
    "back_up": lambda r, case: r.back_up(None, at=case.noon),
    "capture": lambda r, case: r.capture(*case.report(9), by=ME, at=case.noon),
    "capture_all": lambda r, case: r.capture_all([case.report(9)], by=ME, at=case.noon),
    "case": lambda r, case: r.case(),
    "change_user": lambda r, case: r.change_user(
        User(ME, Role.LEAD), because="so", at=case.noon
    ),
    "claim": lambda r, case: r.claim("c"),
    "claims": lambda r, case: r.claims(),
    "counts": lambda r, case: r.counts(),
    "dissent": lambda r, case: r.dissent(1, because="so", at=case.noon),
    "entries": lambda r, case: r.entries(),
    "find_lists": lambda r, case: r.find_lists("a.csv", None),
    "find_reports": lambda r, case: r.find_reports("1.txt", None),
    "fresh_readings": lambda r, case: r.fresh_readings(),
    "grant_box": lambda r, case: r.grant_box(ME, at=case.noon, because="so"),
    "has_report": lambda r, case: r.has_report(case.report(0)[0].id),
    "import_list": lambda r, case: r.import_list(
        {**LIST, "list": case.report(9)[0].id}, case.report(9)[1], by=ME, at=case.noon
    ),
    "judge": lambda r, case: r.judge(
        replace(case.judgement(case.claim(case.report(0)[0], 0)), by=ME)
    ),
    "judge_link": lambda r, case: r.judge_link(word(case)),
    "judge_links": lambda r, case: r.judge_links([word(case)]),
    "judgements": lambda r, case: r.judgements(),
    "kept_lists": lambda r, case: r.kept_lists(),
    "list_original": lambda r, case: r.list_original(
        KeptVersion(case.report(0)[0].id, None, "a.csv", "a.csv", None, (), None)
    ),
    "keep_persons": lambda r, case: r.keep_persons(
        LinkingRun({"l": Proposed([KeptPerson("l:1", "d", "v-1")])}),
        by=ME,
        at=case.noon,
    ),
    "known_digests": lambda r, case: r.known_digests(),
    "known_lists": lambda r, case: r.known_lists(),
    "last_linking": lambda r, case: r.last_linking(),
    "leave_for_export": lambda r, case: r.leave_for_export("it", at=case.noon),
    "let_in": lambda r, case: r.let_in(Key(UserId("friend"))),
    "link_judgements": lambda r, case: r.link_judgements(),
    "must": lambda r, case: r.must(Deed.BACK_UP),
    "original": lambda r, case: r.original(case.report(0)[0].id),
    "papers_of_records": lambda r, case: r.papers_of_records(),
    "person_moves": lambda r, case: r.person_moves(),
    "persons": lambda r, case: r.persons(),
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
    "reports": lambda r, case: r.reports(),
    "requests": lambda r, case: r.requests(),
    "set_scope": lambda r, case: r.set_scope({"acts": []}, by=ME, at=case.noon),
    "sign": lambda r, case: r.sign(1, because="so", at=case.noon),
    "take_box": lambda r, case: r.take_box(UserId("lead"), at=case.noon, because="so"),
    "tally_of_claims": lambda r, case: r.tally_of_claims(),
    "user_of": lambda r, case: r.user_of(ME),
    "users": lambda r, case: r.users(),
}
LIST = {"name": "a", "sheet": None, "notes": [], "rows": 1, "headers": 1}

ASKS_NOBODY = {
    "create": "whoever makes a register is its lead",
    "open": "who comes in is found out by it",
    "close": "it signs what was written, by whomever",
    "checkpoint": "closing does it too",
    "checkpoints": "signed pages are made to be shown",
    "stamp": "the proof that a log was there harms nobody",
    "stamps": "the same",
    "head": "the length of the log and a digest",
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
