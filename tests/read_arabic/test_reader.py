"""A report in Arabic becomes claims: what is done to whom, how many, who says so."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasjil.model.acts import Act, Level, Stance
from tasjil.model.persons import Sex, Status
from tasjil.model.report import Report
from tasjil.model.sources import SourceKind
from tasjil.read.arabic.reader import ArabicReader
from tasjil.read.context import ReadingContext
from tasjil.read.languages import looks_arabic

CONTEXT = ReadingContext()
ALPHABET = "قتلشهيدانجرحىثلاثةمدنيين 3٥،.:«»()\nُِّوأصيب من بينهم أبو سالم عدد 12 عاما"


def report_of(text):
    """A report of these words, of no known publisher."""
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    return Report(digest, "a.txt", text, digest, "text/plain", len(text), language="ar")


def told(claims):
    """Act, fewest and most of each claim."""
    return [(c.act, c.quantity.low, c.quantity.high) for c in claims]


def test_a_sentence_becomes_a_claim_with_number_act_people_and_publisher(read):
    [claim] = read("قُتل ثلاثة مدنيين في قرية أوستريل.")
    assert told([claim]) == [(Act.KILLED, 3, 3)]
    assert claim.victims.text == "مدنيين"
    assert claim.victims.status is Status.CIVILIAN
    assert [t.text for t in claim.attribution] == ["وكالة فاريش"]
    assert claim.passage.quote == "قُتل ثلاثة مدنيين في قرية أوستريل."


@pytest.mark.parametrize(
    ("text", "act", "number"),
    [
        ("قتل مسلحون مجهولون ثلاثة مزارعين.", Act.KILLED, 3),
        ("قتلت قذيفة هاون طفلين.", Act.KILLED, 2),
        ("اعتقل الجيش خمسة شبان.", Act.DETAINED, 5),
        ("خطف ملثمون سائقاً على الطريق.", Act.ABDUCTED, 1),
        ("أصيب أثناء القصف أربعة عمال.", Act.INJURED, 4),
        ("وفارق الحياة ثلاثة من الجرحى.", Act.KILLED, 3),
        ("أحد عشر عاملاً قُتلوا في المطحنة.", Act.KILLED, 11),
        ("مقتل 14 مدنياً بقصف مدفعي.", Act.KILLED, 14),
        ("سقط في القرية خمسة قتلى.", Act.KILLED, 5),
        ("سقط سبعة جرحى في السوق.", Act.INJURED, 7),
        ("عُثر على أربع جثث قرب النهر.", Act.BODIES_FOUND, 4),
    ],
)
def test_those_harmed_are_found_wherever_the_verb_leaves_them(read, text, act, number):
    [claim] = read(text)
    assert told([claim]) == [(act, number, number)]


def test_the_dead_and_the_wounded_of_one_headline_are_two_claims(read):
    found = read("شهيدان وأربعة جرحى بقصف على السوق")
    assert told(found) == [(Act.KILLED, 2, 2), (Act.INJURED, 4, 4)]


def test_those_among_a_number_are_a_part_of_it(read):
    whole, children, women = read("مقتل 14 مدنياً، بينهم ثلاثة أطفال وامرأتان.")
    assert told([children, women]) == [(Act.KILLED, 3, 3), (Act.KILLED, 2, 2)]
    assert {children.part_of, women.part_of} == {whole.group}
    assert women.victims.sex is Sex.WOMAN


def test_who_said_it_stands_before_the_publisher(read):
    [claim] = read("قال المرصد إن ثلاثة مدنيين قتلوا.")
    assert [t.kind for t in claim.attribution] == [SourceKind.MONITOR, SourceKind.MEDIA]


@pytest.mark.parametrize(
    "text",
    [
        "حاول مسلحون اغتيال القاضي.",
        "أصيبت حركة النقل بالشلل وعلق آلاف الركاب.",
        "تبدأ الدراسة يوم الأحد في كل المدارس.",
    ],
)
def test_what_harmed_nobody_is_no_claim(read, text):
    assert read(text) == []


def test_a_denial_is_a_claim_that_it_did_not_happen(read):
    [claim] = read("نفى الجيش مقتل ثلاثين مدنياً في القرية.")
    assert claim.stance is Stance.DENIED


@pytest.mark.parametrize(
    ("text", "act", "number"),
    [
        ("لقي أربعة عمال حتفهم في الانهيار.", Act.KILLED, 4),
        ("أحد عشر عنصراً من حرس الحدود لقوا حتفهم.", Act.KILLED, 11),
        ("أودى الانفجار بحياة ستة أشخاص.", Act.KILLED, 6),
        ("تعرض ثلاثة سجناء للتعذيب.", Act.TORTURED, 3),
        ("لا يزال خمسة معلمين رهن الاعتقال.", Act.DETAINED, 5),
        ("بقي شخصان تحت الأنقاض.", Act.MISSING, 2),
        ("بلغ عدد القتلى تسعة.", Act.KILLED, 9),
        ("ارتفع إلى 27 عدد قتلى التفجير.", Act.KILLED, 27),
    ],
)
def test_harm_told_by_several_words_together_is_read(read, text, act, number):
    [claim] = read(text)
    assert told([claim]) == [(act, number, number)]


def test_a_mother_and_her_children_are_one_figure(read):
    [claim] = read("قتلت القذيفة امرأة وولديها.")
    assert told([claim]) == [(Act.KILLED, 3, 3)]


def test_a_figure_that_is_taken_back_is_denied(read):
    first, second = read("تسعة قتلى في المطحنة وليس أحد عشر")
    assert told([first, second]) == [(Act.KILLED, 9, 9), (Act.KILLED, 11, 11)]
    assert (first.stance, second.stance) == (Stance.STATED, Stance.DENIED)


def test_people_dead_or_wounded_are_at_most_that_many_of_each(read):
    found = read("سقوط 31 شخصاً بين قتيل وجريح في المحافظة")
    assert told(found) == [(Act.KILLED, None, 31), (Act.INJURED, None, 31)]


def test_our_dead_listed_behind_a_colon_are_each_a_claim(read):
    found = read("شهداؤنا: سالم جرهود وزوجته فاتن، وأبو مالك.")
    assert [c.victims.names for c in found] == [
        ("سالم جرهود",),
        ("فاتن",),
        ("أبو مالك",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "أفرجت السلطات عن 19 معتقلاً.",
        "قال معتقل سابق إن الطعام كان سيئاً.",
        "توفي بهدوء في فراشه بين أولاده.",
    ],
)
def test_freedom_and_a_quiet_death_are_no_harm(read, text):
    assert read(text) == []


def test_a_list_of_names_line_by_line_is_a_claim_a_line(read):
    found = read("أسماء الشهداء:\n1- خالد حلموش (22 عاماً)\n2- سعاد حلموش (45 عاماً)\n")
    assert [c.victims.age for c in found] == [22, 45]
    assert told(found) == [(Act.KILLED, 1, 1)] * 2


def test_a_toll_that_rose_holds_those_who_died_since(read):
    whole, some = read("ارتفعت حصيلة القتلى إلى 33 بعد وفاة ثلاثة من المصابين.")
    assert told([whole, some]) == [(Act.KILLED, 33, 33), (Act.KILLED, 3, 3)]
    assert some.part_of == whole.group


def test_what_two_forces_did_in_one_sentence_is_added_not_spanned(read):
    one, other = read("قتل الجيش 20 شخصاً، فيما قتلت ميليشيات محلية 7 أشخاص.")
    assert one.group != other.group


def test_a_figure_since_a_weekday_is_a_total(read):
    [claim] = read("ارتفعت حصيلة القتلى إلى 61 شخصاً منذ يوم الثلاثاء.")
    assert claim.when.edtf == "2031-03-11/2031-03-14"
    assert claim.level is Level.AGGREGATE


def test_she_who_lost_her_husband_is_not_the_one_harmed(read):
    [claim] = read("فقدت أم فادي زوجها في القصف.")
    assert (claim.act, claim.victims.text) == (Act.KILLED, "زوجها")


def test_where_a_monitor_sits_is_not_where_the_harm_was(read):
    [claim] = read("قال المرصد، ومقره مندار، إن ثلاثة مدنيين قُتلوا في قرية صولين.")
    assert [place.text for place in claim.where] == ["صولين"]


def test_text_without_a_header_is_known_to_be_arabic():
    assert looks_arabic("قُتل رجلان في القرية أمس.")
    assert not looks_arabic("در حمله دیروز سه نفر کشته شدند.")
    assert not looks_arabic("Two men were killed.")


@given(st.text(alphabet=ALPHABET, max_size=300))
@settings(max_examples=150, deadline=None)
def test_every_span_of_any_text_is_verbatim_and_nothing_breaks(text):
    text = f"{text} قتل"
    report = report_of(text)
    for claim in ArabicReader().read(report, CONTEXT):
        claim.check(text)
        start, end = claim.spans["victims"]
        assert " ".join(text[start:end].split()) == claim.victims.text


def test_a_man_called_ali_is_not_the_word_on(read):
    [claim] = read("استشهد جارنا أبو علي.")
    assert claim.victims.names == ("أبو علي",)


def test_nineteen_medics_men_and_women_are_nineteen(read):
    [claim] = read("استشهد تسعة عشر مسعفاً ومسعفة منذ كانون الثاني.")
    assert told([claim]) == [(Act.KILLED, 19, 19)]


def test_a_lowered_toll_takes_its_first_figure_back(read):
    found = read("عدّلت الوزارة الحصيلة من 22 إلى 19 قتيلاً.")
    assert [(c.quantity.low, c.stance) for c in found] == [
        (22, Stance.DENIED),
        (19, Stance.STATED),
    ]


@pytest.mark.parametrize(
    ("text", "act", "number"),
    [
        ("فارقت الحياة سيدة وطفلتها.", Act.KILLED, 2),
        ("اضطرت 120 عائلة إلى النزوح.", Act.DISPLACED, 120),
        ("أردى حرس الحدود مهرباً.", Act.KILLED, 1),
    ],
)
def test_few_words_are_enough_to_begin_reading(read, text, act, number):
    [claim] = read(text)
    assert told([claim]) == [(act, number, number)]


def test_inhabitants_without_a_number_are_not_one(read):
    [claim] = read("هُجّر سكان ثلاث قرى.")
    assert not claim.quantity.known
