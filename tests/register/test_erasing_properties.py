"""Laws of erasing, over random histories: what is gone is gone both ways."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasjil.errors import Erased, NotInRegister
from tasjil.model.identity import Identity, IdentityKind
from tasjil.model.judgement import DECIDED, Judgement, PairKind, Verdict
from tasjil.register.store import Content

AT = datetime(2031, 5, 6, 9, tzinfo=UTC)
WHY = {"by": "lead", "at": AT, "because": "asked to be forgotten"}
SOMEBODY = Identity(IdentityKind.SOURCE, "Oriel Thandeka-Vass")
TEXT = "Three people were killed near Alder Bridge. Two were injured. Words."
NUMBER = st.integers(0, 3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("capture"), NUMBER),
        st.tuples(st.just("read"), NUMBER, st.sampled_from(["english/1", "english/2"])),
        st.tuples(st.just("judge"), NUMBER, st.sampled_from(sorted(DECIDED))),
        st.tuples(st.just("link"), NUMBER, NUMBER, st.sampled_from(Verdict)),
        st.tuples(st.just("seal"), NUMBER),
        st.tuples(st.just("erase reports"), st.lists(NUMBER, min_size=1, unique=True)),
        st.tuples(st.just("erase somebody"), st.booleans()),
        st.tuples(st.just("withdraw"), st.booleans()),
    ),
    max_size=18,
)


class House:
    """Takes random steps, and knows in plain sets what must be gone after each."""

    def __init__(self, register, lumenia):
        self.register, self.box, self.lumenia = register, register.box, lumenia
        self.gone = set()
        self.sealed = []

    def report(self, number):
        # Two and three have the same words: one content, two reports.
        text = f"{TEXT} Edition {min(number, 2)}."
        report, original = self.lumenia.report(number, text)
        if number < 3:
            return report, original
        # A plain text file: its bytes are the text that another report has too.
        data = text.encode()
        return replace(report, id=report.text_digest, size=len(data)), data

    def take(self, step):
        name, *rest = step
        getattr(self, name.replace(" ", "_"))(*rest)

    def has(self, number):
        return self.register.has_report(self.report(number)[0].id)

    def capture(self, number):
        report, original = self.report(number)
        try:
            self.register.capture(report, original, by="tasjil/t", at=AT)
        except Erased:
            words = self.box.destroyed([report.id, report.text_digest])
            assert words or report.id in self.gone
        else:
            assert report.id not in self.gone

    def read(self, number, reader):
        if self.has(number):
            report, _ = self.report(number)
            found = [self.lumenia.claim(report, each, reader) for each in range(2)]
            self.register.propose(report.id, reader, found, by="tasjil/t", at=AT)

    def judge(self, number, state):
        claim = self.lumenia.claim(self.report(number)[0], 0)
        try:
            self.register.judge(self.lumenia.judgement(claim, state))
        except NotInRegister:
            return

    def link(self, one, other, verdict):
        pair = [self.lumenia.claim(self.report(n)[0], 1).id for n in (one, other)]
        standing = {claim.id for claim, _ in self.register.claims()}
        if one != other and standing.issuperset(pair):
            said = ("lead", AT.isoformat(), "the same mill")
            word = Judgement(PairKind.CLAIMS, *pair, verdict, *said)
            self.register.judge_link(word)

    def seal(self, number):
        reports = [self.report(number)[0].id] if self.has(number) else []
        self.sealed.append(self.box.seal(SOMEBODY, reports, **WHY))

    def erase_reports(self, numbers):
        reports = [self.report(n)[0].id for n in numbers if self.has(n)]
        if reports:
            self.box.erase(None, reports, **WHY)
            self.gone |= set(reports)

    def erase_somebody(self, with_reports):
        if self.sealed:
            gone = self.box.erase(self.sealed.pop(), with_reports=with_reports, **WHY)
            self.gone |= set(gone.reports)

    def withdraw(self, with_reports):
        if self.sealed:
            gone = self.box.withdraw(
                self.sealed.pop(), with_reports=with_reports, **WHY
            )
            self.gone |= set(gone.reports)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_whatever_was_erased_is_gone_from_the_tables_and_the_log_is_whole(
    new_register, lumenia, steps
):
    register = new_register()
    house = House(register, lumenia)
    for step in steps:
        house.take(step)
    before = register.table_digests()
    assert register.verify().tables == before
    assert register.rebuild() == before
    assert not house.gone & register.known_digests()
    assert not any(claim.report in house.gone for claim, _ in register.claims())
    for report in register.reports():
        assert register.original(report.id)
    empty = Content.objects.using(register._store.alias).filter(data=None)
    assert house.box.destroyed([each.digest for each in empty]) == {
        each.digest for each in empty
    }
