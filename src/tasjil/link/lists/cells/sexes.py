"""Sexes in the wild: M, male, ذكر, homme, ولد, and codes where evidence decides."""

from collections.abc import Mapping

from tasjil.link.lists.cells.unread import Unread
from tasjil.link.lists.plain import NOTHING, plain
from tasjil.model.persons import Sex

_MEN = """m male males man men boy boys mr mister son masculin masculino homme garcon
garçon h erkek nêr ner mêr kur zilam muž muz мужской м муж ♂ ذكر ذكور ذ رجل ولد شاب
صبي طفل فتي زكر مذكر ابن السيد نر مرد پسر نێر"""
_WOMEN = """f female females woman women girl girls mrs ms miss lady daughter feminin
féminin femenino femme fille w kadin kadın mê me jin keç žena zena женский ж жен ♀
انثي اناث أ ا امراه امره مراه بنت سيده شابه صبيه طفله فتاه مونث مؤنث ابنه السيده
نساء زن دختر مێ"""

WORDS: dict[str, Sex] = {
    **{plain(word): Sex.MAN for word in _MEN.split()},
    **{plain(word): Sex.WOMAN for word in _WOMEN.split()},
}
"""Words and signs for a sex, folded."""


def read_sex(text: str, codes: Mapping[str, Sex] | None = None) -> Sex | Unread:
    """Read a sex; a code such as 1 only where it is known what it stands for.

    Example:
        >>> read_sex("ذكر").value, read_sex("F").value, read_sex("1").value
        ('man', 'woman', 'unreadable')
        >>> read_sex("1", {"1": Sex.MAN}).value
        'man'
    """
    folded = plain(text)
    if folded in NOTHING:
        return Unread.EMPTY
    if codes and folded in codes:
        return codes[folded]
    word = folded.strip("().:;،-?؟ ")
    if word in WORDS:
        return WORDS[word]
    parts = word.replace("/", " ").replace("(", " ").replace(")", " ").split()
    found = {WORDS[part] for part in parts if part in WORDS}
    if len(found) == 1:
        return found.pop()
    return Unread.UNREADABLE if not found else Unread.EMPTY


_KNOWN_MEN = """محمد احمد علي حسن حسين محمود مصطفي ابراهيم يوسف عمر خالد خليل اسماعيل
سعيد كمال جمال ماجد رامي بلال وليد ايمن mohammed mohammad muhammad mohamed ahmed ahmad
ali hassan hussein mahmoud mustafa ibrahim yousef omar khaled ismail said john paul
peter ivan jose juan carlos mehmet"""
_KNOWN_WOMEN = """فاطمه عائشه مريم زينب خديجه امنه ساره هدي سميره نور هناء سعاد رنا
منال ايمان اسماء fatima fatma aisha mariam maryam zainab zeinab khadija amina sara
sarah huda samira nour hanaa suad rana manal iman asma maria anna ana elena marta"""
_NAMED: dict[str, Sex] = {
    **{plain(name): Sex.MAN for name in _KNOWN_MEN.split()},
    **{plain(name): Sex.WOMAN for name in _KNOWN_WOMEN.split()},
}
_ENOUGH = 3
"""Names of each sex that have to speak before a code is believed."""


def sex_of_name(name: str) -> Sex:
    """Tell the sex by a first name that nearly all its bearers have; else unknown.

    Example:
        >>> sex_of_name("Fatima Vell").value, sex_of_name("Daren Vell").value
        ('woman', 'unknown')
    """
    first = plain(name).split(" ", 1)[0]
    return _NAMED.get(first, Sex.UNKNOWN)


def codes_of(cells: Mapping[str, Mapping[Sex, int]]) -> dict[str, Sex]:
    """Find out which of two codes stands for whom, by the names beside them.

    Args:
        cells: For each code, how many names beside it are a man's and a woman's.

    Returns:
        Both codes; nothing where the names do not tell them clearly apart.

    Example:
        >>> codes_of({"1": {Sex.MAN: 9}, "2": {Sex.WOMAN: 7, Sex.MAN: 1}})
        {'1': <Sex.MAN: 'man'>, '2': <Sex.WOMAN: 'woman'>}
    """
    found: dict[str, Sex] = {}
    for code, named in cells.items():
        men, women = named.get(Sex.MAN, 0), named.get(Sex.WOMAN, 0)
        if men >= _ENOUGH and men >= 4 * women:
            found[code] = Sex.MAN
        elif women >= _ENOUGH and women >= 4 * men:
            found[code] = Sex.WOMAN
    told = set(found.values())
    return found if len(cells) == len(found) == len(told) == 2 else {}
