"""A report in Arabic becomes claims: what is done to whom, how many, who says so."""

import pytest

from tasjil.model.acts import Act, Stance
from tasjil.model.persons import Sex, Status
from tasjil.model.sources import SourceKind


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
