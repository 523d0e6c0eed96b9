"""Causes of death and standings in words: shelling, قصف, civilian, مدني, sniper."""

import re

from tasjil.link.lists.cells.unread import Unread
from tasjil.link.lists.plain import NOTHING, plain
from tasjil.model.causes import Cause
from tasjil.model.persons import Status

_CAUSES: tuple[tuple[Cause, str], ...] = (
    (
        Cause.CBRN,
        "chemical|sarin|chlorine|nerve agent|poison gas|toxic|كيماوي|كيميائي|غازات"
        "|سارين"
        "|كلور|chimique",
    ),
    (
        Cause.INCENDIARY,
        "napalm|phosphorus|incendiary|thermite|فسفور|فوسفور|حارق|نابالم|incendiaire",
    ),
    (
        Cause.PLANTED_EXPLOSIVES,
        "mine|landmine|ied|improvised|car bomb|vbied|booby|unexploded|uxo|remnants|"
        "suicide bomb|cluster remnant|لغم|الغام|عبوه|عبوات|مفخخ|تفجير|انفجار سياره|"
        "مخلفات|ذخائر غير|انتحاري|voiture piégée|explosion",
    ),
    (
        Cause.HEAVY_WEAPONS,
        "shell|shelling|artillery|mortar|rocket|missile|air ?strike|airstrike|air raid|"
        "aerial|bombing|bombardment|bombed|barrel|drone|tank|warplane|helicopter|grad|"
        "قصف|قذيفه|قذائف|صاروخ|صواريخ|غاره|غارات|طيران|هاون|مدفعي|براميل|برميل|مسيره|"
        "طائره|شظيه|شظايا|دبابه|shrapnel|bombardement|obus|frappe|topbaran",
    ),
    (
        Cause.SMALL_ARMS,
        "shot|shoot|gun|gunfire|sniper|bullet|small arms|firearm|executed|execution|"
        "field execution|crossfire|grenade|live ammunition|رصاص|قنص|قناص|طلق|اطلاق نار|"
        "اعدام|عيار|اشتباك|قنبله يدويه|balle|tir|sniper|exécut|fusillad",
    ),
    (
        Cause.DENIAL,
        "starv|siege|malnutrition|hunger|lack of medic|dehydration|denied|cold|جوع"
        "|حصار|"
        "سوء تغذيه|نقص الدواء|نقص دواء|عطش|برد|تجويع|famine|faim|siège",
    ),
    (
        Cause.LESS_LETHAL,
        "tear gas|rubber bullet|baton|غاز مسيل|مسيل للدموع|رصاص مطاطي|هراوات"
        "|lacrymogène",
    ),
    (
        Cause.OTHER_MEANS,
        "tortur|beat|stab|knife|strangl|slaughter|behead|burn|hanged|hanging|detention|"
        "custody|prison|تعذيب|ضرب|طعن|ذبح|خنق|حرق|شنق|سكين|معتقل|سجن|اعتقال|torture|"
        "couteau|êgorg|pendu",
    ),
    (
        Cause.ACCIDENT,
        "accident|crash|drown|collapse|حادث|غرق|انهيار|تدافع|دهس|noyade|écras",
    ),
)
# Tear gas and rubber bullets before gas and bullets.
_FIRST = (Cause.LESS_LETHAL,)

_STATUSES: tuple[tuple[Status, str], ...] = (
    (
        Status.OTHER_PROTECTED,
        "hors de combat|wounded fighter|captured|prisoner of war|pow|army medic|"
        "military medic|اسير حرب|مقاتل جريح|طبيب عسكري",
    ),
    (
        Status.CIVILIAN,
        "civilian|non ?combatant|non-combatant|civil|مدني|مدنيه|مدنيون|غير مقاتل|"
        "غير عسكري|journalist|صحفي|صحافي|اعلامي|teacher|معلم|مدرس|student|طالب|طالبه|"
        "تلميذ|farmer|مزارع|doctor|طبيب|nurse|ممرض|paramedic|مسعف|worker|عامل|driver|"
        "سائق|housewife|ربه منزل|child|طفل|طفله|shopkeeper|تاجر|aid worker|engineer|"
        "مهندس|lawyer|محامي|retired|متقاعد|unemployed|sîvîl|sivil|دفاع مدني"
        "|civil defence"
        "|civil defense|رجل دين",
    ),
    (
        Status.ARMED_FORCES,
        "soldier|army|military|armed forces|security forces|police|officer|conscript|"
        "colonel|captain|lieutenant|sergeant|corporal|brigadier|جندي|عسكري|جيش|ضابط|مجند|شرطي|شرطه|عقيد|مقدم|رائد|نقيب|ملازم|رقيب|عريف|"
        "عميد|لواء|مساعد|قوات نظام|امن|soldat|militaire|policier",
    ),
    (
        Status.DIRECT_PARTICIPANT,
        "fighter|combatant|non ?civilian|non-civilian|militant|rebel|insurgent|militia|"
        "gunman|gunmen|armed group|opposition fighter|fsa|مقاتل|مسلح|مجاهد|ثائر|"
        "معارضه مسلحه|جيش حر|الجيش الحر|ميليشيا|غير مدني|عنصر|قائد عسكري|combattant|"
        "milicien|şervan",
    ),
)


def _pattern(words: str) -> re.Pattern[str]:
    """Match a word at its beginning; an Arabic one also behind the article or "and"."""
    each = (plain(word).replace(r"\ ", " ") for word in words.split("|"))
    return re.compile(rf"(?<!\w)(?:[وبلكف]?ال|[وبلكف]|)(?:{'|'.join(each)})")


_CAUSE_AT = tuple(
    (cause, _pattern(words))
    for cause, words in sorted(_CAUSES, key=lambda each: each[0] not in _FIRST)
)
_STATUS_AT = {status: _pattern(words) for status, words in _STATUSES}


def read_cause(text: str) -> Cause | Unread:
    """Read a cause of death out of words; the worst-regulated weapon goes first.

    Example:
        >>> read_cause("قصف مدفعي").name, read_cause("Sniper fire").name
        ('HEAVY_WEAPONS', 'SMALL_ARMS')
    """
    folded = plain(text)
    if folded in NOTHING:
        return Unread.EMPTY
    try:
        return Cause(folded)
    except ValueError:
        pass
    for cause, pattern in _CAUSE_AT:
        if pattern.search(folded):
            return cause
    return Unread.UNREADABLE


_NOT_CIVILIAN = re.compile(r"non[\s-]?civilian|غير مدني|ليس مدني")
_NOT_FIGHTING = re.compile(r"non[\s-]?combatant|غير مقاتل|ليس مقاتل|غير عسكري")


def read_status(text: str) -> Status | Unread:
    """Read a standing under the law of armed conflict out of words for it.

    An occupation tells it as far as it goes: a baker is a civilian, a sergeant is not.

    Example:
        >>> read_status("مدني").value, read_status("Non-Civilian").value
        ('civilian', 'direct participant')
        >>> read_status("Sergeant").value
        'armed forces'
    """
    folded = plain(text)
    if folded in NOTHING:
        return Unread.EMPTY
    try:
        return Status(folded)
    except ValueError:
        pass
    if _NOT_CIVILIAN.search(folded):
        return Status.DIRECT_PARTICIPANT
    if _NOT_FIGHTING.search(folded):
        return Status.CIVILIAN
    for status, pattern in _STATUS_AT.items():
        if pattern.search(folded):
            return status
    return Unread.UNREADABLE
