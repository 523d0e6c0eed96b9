"""What can be said of two records, in English and in Arabic; no sentence has a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Twin:
    """One sentence in both languages, with the same gaps.

    Example:
        >>> DAYS_APART.filled(n=3).en
        'died 3 days apart'
    """

    en: str
    ar: str

    def filled(self, **gaps: object) -> "Twin":
        """Fill the gaps; a gap that is a Twin is filled in its language."""
        english = {k: v.en if isinstance(v, Twin) else v for k, v in gaps.items()}
        arabic = {k: v.ar if isinstance(v, Twin) else v for k, v in gaps.items()}
        return Twin(self.en.format(**english), self.ar.format(**arabic))


def listed(items: tuple[Twin, ...]) -> Twin:
    """Say several things in a row.

    Example:
        >>> listed((PARTS["given"], PARTS["father"], PARTS["family"])).en
        'given name, father and family'
    """
    if len(items) == 1:
        return items[0]
    *most, last = items
    english = ", ".join(each.en for each in most)
    arabic = " و".join(each.ar for each in items)
    return Twin(f"{english} and {last.en}", arabic)


PARTS = {
    "given": Twin("given name", "الاسم الأول"),
    "father": Twin("father", "اسم الأب"),
    "grandfather": Twin("grandfather", "اسم الجد"),
    "forefathers": Twin("forefathers", "أسماء الأجداد"),
    "family": Twin("family", "اسم العائلة"),
    "byname": Twin("kunya or nickname", "الكنية أو اللقب"),
    "mother": Twin("mother", "اسم الأم"),
}

SAME_SPELLING = (
    Twin("the {parts} is spelled alike", "الكتابة واحدة: {parts}"),
    Twin("the {parts} are spelled alike", "الكتابة واحدة: {parts}"),
)
ACROSS_SCRIPTS = (
    Twin("the {parts} agrees across scripts", "توافق بين الخطين: {parts}"),
    Twin("the {parts} agree across scripts", "توافق بين الخطين: {parts}"),
)
SAME_SOUND = (
    Twin("the {parts} sounds the same", "اللفظ واحد: {parts}"),
    Twin("the {parts} sound the same", "اللفظ واحد: {parts}"),
)
NEARLY = (
    Twin("the {parts} is nearly the same", "تقارب في الكتابة: {parts}"),
    Twin("the {parts} are nearly the same", "تقارب في الكتابة: {parts}"),
)
INITIAL = (
    Twin("the {parts} fits an initial", "توافق مع الحرف الأول: {parts}"),
    Twin("the {parts} fit initials", "توافق مع الحرف الأول: {parts}"),
)
PARTS_DIFFER = (
    Twin("the {parts} differs", "اختلاف: {parts}"),
    Twin("the {parts} differ", "اختلاف: {parts}"),
)
PARTS_UNTOLD = (
    Twin("the {parts} is not told on one", "غير مذكور في أحد السجلين: {parts}"),
    Twin("the {parts} are not told on one", "غير مذكور في أحد السجلين: {parts}"),
)
"""Each for one part of a name, and for several."""

SHIFTED = Twin(
    "the father of one is the grandfather of the other: one leaves a name out",
    "أبو أحدهما هو جد الآخر: سقط اسم في أحد السجلين",
)
SWAPPED = Twin(
    "the family stands first on one of the two",
    "اسم العائلة في أول أحد الاسمين",
)
SIBLINGS = Twin(
    "father and family agree and the given names differ: they may be siblings",
    "الأب والعائلة متفقان والاسم الأول مختلف: قد يكونان أخوين",
)
FREQUENT = Twin(
    "what agrees is common, and so says less", "ما يتوافق شائع، فدلالته أقل"
)
RARE = Twin("what agrees is rare, and so says more", "ما يتوافق نادر، فدلالته أكبر")
NO_NAME = Twin("one of the two has no name", "أحد السجلين بلا اسم")

SEX_AGREES = Twin("the sex is the same", "الجنس واحد")
SEX_DIFFERS = Twin("the sex differs", "الجنس مختلف")
SAME_AGE = Twin("the same age, {n}", "العمر واحد: {n}")
AGES = Twin("ages {n} and {m}", "العمران {n} و{m}")
SAME_BIRTH = Twin("born on the same day", "تاريخ الميلاد واحد")
BIRTHS_DIFFER = Twin("born on different days", "تاريخا الميلاد مختلفان")
SAME_DAY = Twin("died on the same day", "تاريخ الوفاة واحد")
DAY_APART = Twin("died a day apart", "الفرق بين تاريخي الوفاة يوم واحد")
DAYS_APART = Twin("died {n} days apart", "الفرق بين تاريخي الوفاة بالأيام: {n}")
DATES_FIT = Twin(
    "the times of death fit, as closely as they are told",
    "زمنا الوفاة متوافقان بقدر ما ذُكر",
)
SAME_PLACE = Twin("the same place", "المكان واحد")
ONE_IN_OTHER = Twin("one place lies in the other", "أحد المكانين داخل الآخر")
ONE_AREA = Twin("two places of one area", "مكانان في منطقة واحدة")
PLACES_DIFFER = Twin("the places differ", "المكانان مختلفان")
SAME_HOME = Twin("from the same place", "من المكان نفسه")
HOMES_OF_ONE_AREA = Twin("from places of one area", "من مكانين في منطقة واحدة")
HOMES_DIFFER = Twin("from different places", "من مكانين مختلفين")
SAME_CAUSE = Twin("the same cause", "السبب واحد")
CAUSES_DIFFER = Twin("the causes differ", "السببان مختلفان")

NUMBERS = {
    "national": Twin("the national ids", "الرقمان الوطنيان"),
    "passport": Twin("the passport numbers", "رقما جوازي السفر"),
    "service": Twin("the service numbers", "رقما الخدمة"),
    "file": Twin("the file numbers", "رقما الملفين"),
}
SAME_NUMBER = Twin("{number} are the same", "{number} متطابقان")
SLIP_IN_NUMBER = Twin(
    "{number} are the same but for a slip", "{number} متطابقان إلا في خطأ كتابة"
)
NUMBERS_DIFFER = Twin("{number} differ", "{number} مختلفان")

UNTOLD = Twin("{what} is not told on one", "{what}: غير مذكور في أحد السجلين")
WHAT = {
    "sex": Twin("the sex", "الجنس"),
    "age": Twin("the age", "العمر"),
    "died": Twin("the date of death", "تاريخ الوفاة"),
    "place": Twin("the place", "المكان"),
}

ALMOST_SURELY_ONE = Twin("almost certainly one person", "شخص واحد يكاد يكون مؤكداً")
RATHER_ONE = Twin("more likely one person than two", "الأرجح أنه شخص واحد")
RATHER_TWO = Twin("more likely two persons than one", "الأرجح أنهما شخصان")
ALMOST_SURELY_TWO = Twin("almost certainly two persons", "شخصان يكاد يكون مؤكداً")
SUM = Twin(
    "{held} ({percent} %); most for one: {most}; most for two: {against}",
    "{held} ({percent}٪)؛ أقوى ما يؤيد أنه واحد: {most}؛ وأقوى ما يعارضه: {against}",
)
SUM_FOR = Twin(
    "{held} ({percent} %); most for one: {most}; nothing for two",
    "{held} ({percent}٪)؛ أقوى ما يؤيد أنه واحد: {most}؛ ولا شيء يعارضه",
)
SUM_AGAINST = Twin(
    "{held} ({percent} %); most for two: {against}; nothing for one",
    "{held} ({percent}٪)؛ أقوى ما يعارض أنه واحد: {against}؛ ولا شيء يؤيده",
)
SUM_BARE = Twin("{held} ({percent} %)", "{held} ({percent}٪)")
ONE_BIT = Twin("{text} ({bits} bit)", "{text} ({bits} بت)")
BITS = Twin("{text} ({bits} bits)", "{text} ({bits} بت)")
