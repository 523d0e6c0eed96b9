"""The plainest Arabic sentences of harm, and the number of people each tells of."""

from collections.abc import Callable

import pytest

from tasjil.model.acts import Act
from tasjil.model.claim import Claim


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("لقي ما لا يقل عن 13 عنصراً من قوات الأمن مصرعهم في كمين.", 13, None),
        ("أودى الانفجار بحياة عشرات المدنيين.", 10, None),
        ("انقتل جاري أبو محمود وهو عم يسقي الأرض.", 1, 1),
        ("أم وأطفالها الثلاثة قضوا تحت الأنقاض.", 4, 4),
        ("قتل 12 شخصاً على الأقل في القصف.", 12, None),
        ("ألف وأربعمئة قتيل في ثلاثة أيام.", 1400, 1400),
        ("قُتلت عائلة من خمسة أفراد في سورين.", 5, 5),
        ("مقتل أسرة مكونة من 7 أشخاص في كلفي.", 7, 7),
        ("قتل مقاتلو لواء التلال ثمانية جنود.", 8, 8),
        ("قتل في الهجوم أحد عشر جندياً.", 11, 11),
    ],
)
def test_one_sentence_tells_of_so_many(
    read: Callable[..., list[Claim]], text: str, low: int, high: int | None
) -> None:
    [claim] = read(text)
    assert (claim.quantity.low, claim.quantity.high) == (low, high)


def test_more_than_before_the_next_number_bounds_that_number_alone(
    read: Callable[..., list[Claim]],
) -> None:
    dead, hurt = read("سقط 12 قتيلاً وأكثر من 30 جريحاً.")
    assert (dead.act, dead.quantity.low, dead.quantity.high) == (Act.KILLED, 12, 12)
    assert (hurt.act, hurt.quantity.low, hurt.quantity.high) == (Act.INJURED, 31, None)


@pytest.mark.parametrize(
    "text",
    [
        "هدد المسلحون بقتل كل من يخرج من بيته.",
        "نجا الرجل من محاولة اغتيال.",
        "قتل المهاجم المباراة بهدف ثالث.",
    ],
)
def test_what_did_not_happen_is_no_claim(
    read: Callable[..., list[Claim]], text: str
) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("من بين 412 قتيلاً سقطوا في سورين 61 طفلاً.", 412, 61),
        ("ومن بين 30 جريحاً في كلفي سبعة أطفال.", 30, 7),
    ],
)
def test_those_told_out_of_a_number_are_its_part(
    read: Callable[..., list[Claim]], text: str, whole: int, part: int
) -> None:
    total, some = read(text)
    assert (total.quantity.low, some.quantity.low) == (whole, part)
    assert some.part_of == total.group


def test_another_teller_gives_another_figure_of_one_count(
    read: Callable[..., list[Claim]],
) -> None:
    ours, theirs = read("بلغ عدد القتلى 40، فيما تحدثت البلدية عن 52.")
    assert (ours.quantity.low, theirs.quantity.low) == (40, 52)
    assert theirs.first_teller is not None
    assert theirs.first_teller.text == "البلدية"


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("قالت شاهدة: «قتلوا أخي أمام الباب».", "أخي"),
        ("قتلوا مزارعاً أمام بيته.", "مزارعا"),
        ("قتل إمام المسجد في كلفي.", "إمام المسجد"),
        ("قتل المهاجم بعد المباراة في كلفي.", "المهاجم"),
    ],
)
def test_the_victim_is_the_one_who_lived(
    read: Callable[..., list[Claim]], text: str, victim: str
) -> None:
    [claim] = read(text)
    assert claim.victims.text.startswith(victim)
