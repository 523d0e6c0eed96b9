"""Who tells in an Arabic report as a whole: over sentences, in quotes, in testimony."""

import hashlib

from tasjil.model.acts import Stance
from tasjil.model.claim import Claim
from tasjil.model.report import Report
from tasjil.read.door import extract_claims


def claims(text: str, publisher: str = "جريدة المرفأ") -> list[Claim]:
    """The claims of a report published in Tarov."""
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    report = Report(
        digest,
        "report.txt",
        text,
        digest,
        "text/plain",
        len(text.encode()),
        publisher=publisher,
        published="2031-05-20",
        language="ar",
    )
    return extract_claims(report)


def chains(text: str, publisher: str = "جريدة المرفأ") -> list[list[str]]:
    """The tellers of each claim without the publisher."""
    found = claims(text, publisher)
    return [[t.text for t in c.attribution if t.text != publisher] for c in found]


def test_he_added_means_the_one_who_spoke_before() -> None:
    """A verb of telling without a subject goes back to the last one who spoke."""
    text = "قالت بلدية تاروف إن ستة رعاة قُتلوا. وأضافت أن ثلاثة آخرين أُصيبوا."
    assert chains(text) == [["بلدية تاروف"], ["بلدية تاروف"]]


def test_what_follows_in_a_report_of_one_teller_is_told_by_that_teller() -> None:
    """A monitor's tally goes on without saying so in every sentence."""
    text = (
        "أحصى مرصد النهر مقتل ستة رعاة في تاروف أمس.\n\nكما أصيب 9 أشخاص في وادي شهلان."
    )
    assert chains(text) == [["مرصد النهر"], ["مرصد النهر"]]


def test_a_film_that_a_paper_saw_is_told_by_the_paper() -> None:
    """What pictures show is not told by the one who spoke before."""
    text = (
        "قال قائد الشرطة إن راعياً قُتل.\n\n"
        "ويُظهر مقطع مصور اطلعت عليه الجريدة أربعة قتلى."
    )
    assert chains(text)[-1] == []


def test_a_quote_of_several_sentences_has_one_speaker() -> None:
    """The one named behind the closing mark spoke from the opening mark on."""
    text = "«قتلوا أخي. ثم قتلوا ثلاثة رعاة»، تقول الممرضة رباب سهلون."
    assert all(chain == ["الممرضة رباب سهلون"] for chain in chains(text))


def test_a_count_from_before_has_nobody_behind_it() -> None:
    """An earlier figure is not given to the one who told the new one."""
    text = (
        "قُتل تسعة رعاة، وفق ما أعلنت مديرية تاروف. "
        "وكانت حصيلة سابقة تحدثت عن سبعة قتلى."
    )
    assert chains(text) == [["مديرية تاروف"], []]


def test_one_who_gives_testimony_witnessed_it_and_heard_the_rest() -> None:
    """A title names the witness; what neighbours told her is only alleged."""
    text = (
        "شهادة أم تامر من تاروف\n\n"
        "كنت في البيت وسمعت الرصاص. رأيت المسلحين قتلوا جارنا. "
        "قالولنا بعدين إن سبعة رعاة قُتلوا."
    )
    found = claims(text, "مركز النهر للتوثيق")
    assert {c.attribution[0].text for c in found} == {"أم تامر"}
    assert [c.stance for c in found] == [Stance.WITNESSED, Stance.ALLEGED]


def test_a_figure_that_a_correction_takes_back_is_denied() -> None:
    """The paper says that what it told before was wrong."""
    text = (
        "تصويب\n\nذكرنا أمس أن سبعة رعاة قُتلوا في تاروف. "
        "والصحيح، وفق قائمة نشرها المستوصف، أن عدد القتلى خمسة."
    )
    found = claims(text)
    assert [c.stance for c in found] == [Stance.DENIED, Stance.STATED]
    assert found[1].attribution[0].text == "المستوصف"


def test_the_parts_of_a_verified_number_are_verified() -> None:
    """What was documented as a whole was documented in its parts."""
    text = "وثّق مرصد النهر مقتل تسعة رعاة في تاروف، بينهم ثلاثة أطفال."
    assert {c.stance for c in claims(text)} == {Stance.VERIFIED}


def test_those_who_claim_a_bombing_later_did_it() -> None:
    """A sentence of its own says who did what was told before."""
    text = "قُتل تسعة رعاة في تفجير في تاروف. وتبنت جبهة الوادي التفجير."
    found = claims(text)[0]
    assert found.perpetrator.text == "جبهة الوادي"
    assert found.perpetrator.stance.value == "claimed"


def test_a_relaying_outlet_stands_between_the_teller_and_the_publisher() -> None:
    """A sentence of its own says that a station carried the figures."""
    text = "قُتل تسعة رعاة، بحسب مرصد النهر. ونشرت إذاعة تاروف هذه الأرقام."
    assert chains(text) == [["مرصد النهر", "إذاعة تاروف"]]
